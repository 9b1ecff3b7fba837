import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DesignationList } from '../src/index.ts'
import { findByName, findInSnapshot, readSnapshot, writeSnapshot } from '../src/index.ts'
import { codes, fixture, readOrThrow, root } from './sources.ts'

const file = 'ofac-sdn-2026-07-11.tsv'
const shipped = readFileSync(path.join(root, 'data/lists', file), 'utf8')
const icc = readOrThrow({ sdn: fixture('sdn-icc-2026-07.csv'), published: '2026-07-11' })

function shippedList(): DesignationList {
  const read = readSnapshot(shipped, file)
  if (!read.ok) throw new Error('the shipped snapshot does not read')
  return read.value
}

describe('the shipped snapshot', () => {
  it('holds the list of July 2026, sorted, with no document numbers', () => {
    const list = shippedList()
    expect(list).toMatchObject({ id: 'ofac-sdn', published: '2026-07-11', whole: 'unproven' })
    expect(list.provenance).toBe('reconstructed')
    expect(list.entries.length).toBe(19_143)
    const names = list.entries.flatMap((entry) => entry.names)
    expect(names.length).toBe(39_457)
    expect(names.every((name) => name.quality === 'strong')).toBe(true)
    const numbers = list.entries.map((entry) => Number(entry.id))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(list.entries.every((entry) => entry.remarks === '')).toBe(true)
    const tagged = list.entries.filter((entry) => entry.programmes.includes('ICC-EO14203'))
    expect(tagged.length).toBe(15)
  })

  it('is what writing it again gives', () => {
    expect(writeSnapshot(shippedList())).toBe(shipped)
  })

  it('gives the same answers as text and as a list', () => {
    const list = shippedList()
    const names = ['Karim Asad Ahmad Khan', 'Aero-Caribbean', 'Bank', 'NOBODY, At All', '-', 'Alfa']
    names.push(
      ...list.entries.filter((_, index) => index % 997 === 0).map((e) => e.names[0]?.text ?? ''),
    )
    for (const kind of ['person', 'entity', 'vessel'] as const) {
      for (const name of names) {
        const found = findInSnapshot(shipped, file, [name], kind)
        expect(found.ok && found.value).toEqual(findByName(list, [name], kind))
      }
    }
  })
})

describe('snapshots', () => {
  const text = writeSnapshot(icc)

  it('keeps weak aliases and odd letters, and finds them without an ASCII text', () => {
    const [first] = icc.entries
    const names = [
      { text: 'ŁÓDŹ, Anna', kind: 'primary', quality: 'strong' },
      { text: 'X\tY', kind: 'fka', quality: 'weak' },
    ] as const
    const list = { ...icc, published: null, entries: [{ ...first!, names }] }
    const written = writeSnapshot(list)
    const read = readSnapshot(written, file)
    expect(read.ok && read.value.published).toBe(null)
    expect(read.ok && read.value.entries[0]?.names[1]).toEqual({ ...names[1], text: 'X Y' })
    const found = findInSnapshot(written, file, ['Anna Lodz'], 'person')
    expect(found.ok && found.value.length).toBe(1)
  })

  it('weak aliases are not searched in the text either', () => {
    const [first] = icc.entries
    const weak = { text: 'WEAK', kind: 'aka', quality: 'weak' } as const
    const strong = { text: 'STRONG', kind: 'aka', quality: 'strong' } as const
    const entry = { ...first!, names: [...first!.names, weak, strong] }
    const written = writeSnapshot({ ...icc, entries: [entry] })
    const count = (name: string) => {
      const found = findInSnapshot(written, file, [name], 'person')
      return found.ok ? found.value.length : -1
    }
    expect([count('weak'), count('strong')]).toEqual([0, 1])
  })

  it('survives other line ends', () => {
    expect(readSnapshot(text.replaceAll('\n', '\r\n'), file).ok).toBe(true)
  })

  it('cut anywhere or changed anywhere it is refused', () => {
    for (let at = 0; at < text.length; at += 1) {
      expect(readSnapshot(text.slice(0, at), file).ok).toBe(false)
    }
    const body = text.indexOf('\n\n') + 2
    const place = fc.integer({ min: body, max: text.length - 1 })
    fc.assert(
      fc.property(place, fc.constantFrom('#', '\t', '\n'), (at, letter) => {
        fc.pre(text[at] !== letter)
        const read = readSnapshot(text.slice(0, at) + letter + text.slice(at + 1), file)
        expect(codes(read)).toEqual(['lists/snapshot-damaged'])
      }),
    )
  })

  it.each([
    ['', 'lists/not-a-snapshot'],
    ['holdfast-list 2\n', 'lists/not-a-snapshot'],
    [text.replace('published: 2026-07-11', 'published: 2026-02-30'), 'lists/snapshot-header'],
    [text.replace('entries: 11', 'entries: 12'), 'lists/snapshot-damaged'],
    [text.replace(/characters: \d+/, 'characters: 7'), 'lists/snapshot-damaged'],
    [text.replace('whole: unproven', 'whole: yes'), 'lists/snapshot-header'],
  ])('refuses %#', (bad, code) => {
    expect(codes(readSnapshot(bad, file))).toEqual([code])
    expect(codes(findInSnapshot(bad, file, ['X'], 'person')).length).toBeLessThan(2)
  })

  it('names the line that is no entry', () => {
    const entry = { ...icc.entries[0]!, kind: 'robot' as 'person' }
    const read = readSnapshot(writeSnapshot({ ...icc, entries: [entry] }), file)
    expect(read.diagnostics[0]).toMatchObject({ code: 'lists/snapshot-row', params: { line: 10 } })
  })
})
