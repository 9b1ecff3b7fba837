import { bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import { readPairs, readSubjects, subjectNamed } from '../src/engine/screen_table.ts'

function table(text: string) {
  return bytesInMemory('parties.csv', new TextEncoder().encode(text))
}

/** With the mark of UTF-16, low byte first. */
function wideTable(text: string) {
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes.set([0xff, 0xfe])
  for (let at = 0; at < text.length; at += 1) bytes[2 + at * 2] = text.charCodeAt(at)
  return bytesInMemory('parties.csv', bytes)
}

describe('tables of parties', () => {
  it.each([
    ['commas', 'full_name,country\nAnna Example,DE\n'],
    ['semicolons', 'full_name;country\nAnna Example;DE\n'],
    ['tabs', 'full_name\tcountry\nAnna Example\tDE\n'],
    ['quotes with another delimiter within', '"a, b, c, d";full_name;country\n1;Anna Example;DE\n'],
    ['a mark', '\ufefffull_name,country\nAnna Example,DE\n'],
  ])('with %s', (_, text) => {
    const read = readSubjects(table(text))
    expect(read).toMatchObject({ ok: true, value: [{ name: 'Anna Example', countries: ['DE'] }] })
  })

  it('of two bytes for a character', () => {
    const read = readSubjects(wideTable('full_name;country\r\nAnna Example;DE\r\n'))
    expect(read).toMatchObject({ ok: true, value: [{ name: 'Anna Example', countries: ['DE'] }] })
    const pairs = readPairs(wideTable('left;right\r\nAnna;Ana\r\n'))
    expect(pairs).toMatchObject({ ok: true, value: [{ name1: 'Anna', name2: 'Ana' }] })
  })

  it('take no word that every object has for a kind', () => {
    const read = readSubjects(table('name,kind\nAnna Example,constructor\n'))
    expect(read.diagnostics).toMatchObject([{ code: 'screen/unknown-kind' }])
    const named = subjectNamed('Anna Example', { kind: 'constructor' })
    expect(named.diagnostics).toMatchObject([{ code: 'call/bad-about' }])
  })
})
