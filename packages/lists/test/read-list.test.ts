import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ByteSource, bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import { formatOf, readList, readListInto, writeSnapshot } from '../src/index.ts'
import { codes, noShared, noteSkipped, official, root, sdnRow } from './sources.ts'

noteSkipped()

function file(name: string, text: string | Uint8Array): ByteSource {
  return bytesInMemory(name, typeof text === 'string' ? new TextEncoder().encode(text) : text)
}

const SDN = official(sdnRow(1, 'TEST, Ilona', { type: 'individual' }), sdnRow(2, 'MADE WORKS'))
const ALT = official('1,11,"aka","TESTOVA, Ilona",-0- ')
const ADD = official('1,21,"1 Road","Town","Nowhere",-0- ')
const COMMENTS = official('1,"More."')
const FTM =
  '{"id":"a","schema":"Company","caption":"A","properties":{"name":["A"],"topics":["sanction"]}}\n'

describe('the format of a file', () => {
  it.each([
    ['<?xml version="1.0"?>\n<!-- made --><sdnList xmlns="urn:x">', 'ofac-xml'],
    ['\ufeff<?xml version="1.0"?><Sanctions xmlns="urn:x">', 'ofac-advanced'],
    ['<ns2:export xmlns:ns2="urn:x">', 'eu-fsf'],
    ['<CONSOLIDATED_LIST dateGenerated="x">', 'un-xml'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><Designations>', 'uk-xml'],
    ['Report Date: 28-Jan-2026\nLast Updated,Unique ID,Name 6\n', 'uk-csv'],
    ['Last Updated,Unique ID,OFSI Group ID\n', 'uk-csv'],
    ['celex,recordId,programKey,annex\n', 'eu-journal'],
    ['amendedCelex,amendmentCelex,recordId,programKey\n', 'eu-journal'],
    ['"id","schema","name","aliases"\n', 'opensanctions-simple'],
    [FTM, 'opensanctions-ftm'],
    ['{"op": "DEL", "entity": {"id": "a"}}\n', 'opensanctions-ftm'],
    [SDN, 'ofac-csv'],
    ['holdfast-list 1\n', 'snapshot'],
    ['<html><body>503</body></html>', null],
    ['<other/>', null],
    ['{"items": []}', null],
    ['name,born\nA,1\n', null],
    ['1@"A"@"B"', null],
  ])('%j', (text, format) => expect(formatOf(file('x', text))).toBe(format))

  it('in UTF-16', () => {
    const bytes = Buffer.from('\ufeff<?xml version="1.0"?><sdnList>', 'utf16le')
    expect(formatOf(file('x', bytes))).toBe('ofac-xml')
  })
})

describe('a list from its files', () => {
  it('is put together from OFAC’s tables, whatever they are called', () => {
    const read = readList([
      file('lists/2024-05-03/a.csv', ADD),
      file('lists/2024-05-03/b.csv', COMMENTS),
      file('lists/2024-05-03/c.csv', SDN),
      file('lists/2024-05-03/d.csv', ALT),
    ])
    if (!read.ok) throw new Error(codes(read).join())
    expect(read.value.published).toBe('2024-05-03')
    expect(read.value.id).toBe('ofac-sdn')
    const [first] = read.value.entries
    expect(first?.names.map(({ text }) => text)).toEqual(['TEST, Ilona', 'TESTOVA, Ilona'])
    expect(first?.addresses.length).toBe(1)
    // The comment is taken for one of another day: nothing it continues is of full length.
    expect(codes(read)).toContain('lists/comments-unmatched')
  })

  it('takes the day from an option before that of a name', () => {
    const read = readList([file('sdn_2024-05-03.csv', SDN)], { published: '2024-05-04' })
    expect(read.ok && read.value.published).toBe('2024-05-04')
  })

  it('reads a snapshot', () => {
    const list = readList([file('sdn.csv', SDN)])
    if (!list.ok) throw new Error('not read')
    const back = readList([file('x.tsv', writeSnapshot(list.value))])
    expect(back.ok && back.value.entries.map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('passes over what is no list, and says so', () => {
    const read = readList([file('a.json', '[]'), file('f.json', FTM)])
    expect(codes(read)).toEqual(['lists/passed-over'])
    expect(read.ok && read.value.entries.length).toBe(1)
  })

  it.each([
    ['nothing', [], ['lists/no-files']],
    ['an empty file', [file('a.csv', '')], ['records/empty-file']],
    ['an empty file beside others', [file('a', ''), file('b', SDN)], ['records/empty-file']],
    ['no list', [file('a.html', '<html>503')], ['lists/unknown-format']],
    ['two formats', [file('a', SDN), file('b', FTM)], ['lists/several-formats']],
    ['two lists', [file('a', FTM), file('b', FTM)], ['lists/several-lists']],
    ['one table twice', [file('a', SDN), file('b', SDN)], ['lists/table-twice']],
    ['a table alone', [file('a', ALT)], ['lists/no-main-table']],
  ])('refuses %s', (_, files, wanted) => expect(codes(readList(files))).toEqual(wanted))

  it('is handed over entry by entry', () => {
    const ids: string[] = []
    const head = readListInto([file('f.json', FTM)], ({ id }) => ids.push(id))
    expect([head.ok && head.value.id, ids]).toEqual(['opensanctions', ['a']])
  })

  it('fails as its reader does', () => {
    const cut = file('f.json', `${FTM}{"id"`)
    expect(codes(readList([cut]))).toEqual(['records/json-line'])
  })
})

const SHARED = path.resolve(root, '../shared/data/lists')

/** Which list, its day, entries and names. */
const AT_HAND = [
  ['ofac/sdn_2024-05-03.csv', 'ofac-sdn', '2024-05-03', 14_965],
  ['ofac/consolidated/consolidated_2025-03-28.xml', 'ofac-consolidated', '2025-03-28', 443],
  ['un/un_consolidated_2026-02-27.xml', 'un-sc', '2026-02-27', 1_003],
  ['opensanctions/yente-t1/entities.ftm.json', 'opensanctions-eu-fsf', '2024-06-01', 6],
] as const

describe.skipIf(noShared)('the files at hand', () => {
  it.each(AT_HAND)('%s', (name, id, published, count) => {
    const where = path.join(SHARED, name)
    expect(existsSync(where)).toBe(true)
    const read = readList([file(name, readFileSync(where))])
    if (!read.ok) throw new Error(codes(read).join())
    expect([read.value.id, read.value.published]).toEqual([id, published])
    expect(read.value.entries.length).toBe(count)
  })
})
