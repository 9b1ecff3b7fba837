import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ByteSource, bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import { readEuJournal } from '../src/eu/journal.ts'
import { JOURNAL_COLUMNS } from '../src/eu/journal_columns.ts'
import type { ListEntry } from '../src/index.ts'
import { codes, noShared, noteSkipped, root } from './sources.ts'

noteSkipped()

type Cells = Readonly<Record<string, string>>

/** A table with these rows; a cell is quoted where it must be. */
function table(name: string, kind: 'consolidated' | 'amendments', rows: readonly Cells[]) {
  const columns = JOURNAL_COLUMNS[kind]
  const line = (cells: readonly string[]) =>
    cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  const text = lines.map((cells) => `${line(cells)}\r\n`).join('')
  return bytesInMemory(name, new TextEncoder().encode(text))
}

const ROW: Cells = {
  celex: '32099R0001',
  recordId: '7',
  programKey: 'EU-XX',
  annex: 'I.A',
  measure: 'Asset freeze',
  startDate: '2.3.2021',
  reason: 'Made up for a test.',
  schema: 'Person',
  name: 'Ilona TESTOVA',
  alias: 'Илона ТЕСТОВА; "Testova; Ilona"',
  weakAlias: 'Ilonka',
  nationality: 'Ukrainian, Russian',
  birthDate: 'Approximately 1971; 12.4.1972',
  gender: 'Female',
  passportNumber: 'invented 1',
  website: 'www.example.org',
  appearance: 'Tall',
}

function read(...files: ByteSource[]) {
  const entries: ListEntry[] = []
  const result = readEuJournal(files, (entry) => entries.push(entry))
  return { entries, result, codes: codes(result) }
}

describe('tables of the Journal', () => {
  it('give an entry with all that a row states', () => {
    const { entries, result } = read(table('32099R0001.csv', 'consolidated', [ROW]))
    expect(result.ok && result.value.id).toBe('eu-journal')
    expect(entries).toEqual([
      {
        id: '32099R0001/I.A/7',
        kind: 'person',
        names: [
          { text: 'Ilona TESTOVA', kind: 'primary', quality: 'strong' },
          { text: 'Илона ТЕСТОВА', kind: 'aka', quality: 'strong' },
          { text: 'Testova; Ilona', kind: 'aka', quality: 'strong' },
          { text: 'Ilonka', kind: 'aka', quality: 'weak' },
        ],
        programmes: ['EU-XX'],
        remarks: '',
        addresses: [],
        births: [
          { from: '1971-01-01', to: '1971-12-31', precision: 'year', circa: true },
          { from: '1972-04-12', to: '1972-04-12', precision: 'day' },
        ],
        gender: 'female',
        nationalities: ['UA', 'RU'],
        identifiers: [{ kind: 'passport', number: 'invented 1' }],
        measures: [
          {
            kind: 'Asset freeze',
            programme: 'EU-XX',
            basis: '32099R0001, annex I.A',
            since: '2021-03-02',
          },
        ],
        listedOn: '2021-03-02',
        contacts: ['www.example.org'],
        reasons: 'Made up for a test.',
        facts: [
          { label: 'appearance', text: 'Tall' },
          { label: 'recordId', text: '7' },
        ],
      },
    ])
  })

  it('are one entry where only the measure differs, and two where anything else does', () => {
    const rows = [ROW, { ...ROW, measure: 'Export control' }, { ...ROW, alias: 'Other' }]
    const { entries } = read(table('32099R0001.csv', 'consolidated', rows))
    expect(entries.map(({ id, measures }) => [id, measures?.length])).toEqual([
      ['32099R0001/I.A/7', 2],
      ['32099R0001/I.A/7-2', 1],
    ])
  })

  it('of an amending act change a record, and say that removals are not known', () => {
    const { celex: amendedCelex = '', ...rest } = ROW
    const change = { ...rest, amendedCelex, amendmentCelex: '32100R0002', alias: '' }
    const { entries, codes: told } = read(
      table('32100R0002.csv', 'amendments', [change]),
      table('32099R0001.csv', 'consolidated', [ROW]),
    )
    expect(entries.map(({ id }) => id)).toEqual(['32099R0001/I.A/7', '32099R0001/I.A/7-2'])
    expect(entries[1]?.facts).toContainEqual({ label: 'changes', text: '32099R0001/I.A/7' })
    expect(told).toEqual(['lists/journal-no-removals'])
  })

  it('without a record number have one made of the name', () => {
    const first = read(table('32099R0001.csv', 'consolidated', [{ ...ROW, recordId: '' }]))
    const again = read(table('32099R0001.csv', 'consolidated', [{ ...ROW, recordId: '' }]))
    expect(first.entries[0]?.id).toMatch(/^32099R0001\/I\.A\/[0-9a-f]{8}$/)
    expect(again.entries).toEqual(first.entries)
  })

  it.each([
    ['a kind that is none', { schema: 'Ship' }, 'lists/journal-value'],
    ['no name', { name: '' }, 'lists/journal-value'],
    ['quotes that do not match', { alias: '"A; B' }, 'lists/journal-cell'],
    ['another act than its file', { celex: '32099R0002' }, 'lists/journal-act'],
  ])('with %s are refused', (_, change, code) => {
    const rows = [{ ...ROW, ...change }]
    expect(read(table('32099R0001.csv', 'consolidated', rows)).codes).toEqual([code])
  })

  it('of other columns, or without any row, are refused', () => {
    const other = bytesInMemory('x.csv', new TextEncoder().encode('a,b\n1,2\n'))
    expect(read(other).codes).toEqual(['records/csv-no-column'])
    const empty = table('32099R0001.csv', 'consolidated', [])
    expect(read(empty).codes).toEqual(['lists/journal-no-rows'])
  })
})

const SHARED = path.resolve(root, '../shared/data/lists/eu/journal')

describe.skipIf(noShared)('the tables at hand', () => {
  const folders = noShared ? [] : ['consolidated', 'amendments']
  const files = folders.map((folder) =>
    readdirSync(path.join(SHARED, folder)).map((name) =>
      bytesInMemory(name, readFileSync(path.join(SHARED, folder, name))),
    ),
  )

  it('read whole: every row is a measure of an entry', () => {
    const counts = files.map((some) => read(...some))
    const measures = counts.map(({ entries }) => entries.flatMap((entry) => entry.measures ?? []))
    expect(files.map((some) => some.length)).toEqual([45, 11])
    expect(measures.map((some) => some.length)).toEqual([8_017, 417])
    const all = read(...files.flat())
    expect(all.codes).toEqual(['lists/journal-no-removals'])
    expect(all.entries.length).toBe(8_424)
    expect(new Set(all.entries.map((entry) => entry.id)).size).toBe(8_424)
    const names = all.entries.flatMap((entry) => entry.names)
    expect(names.filter((name) => name.quality === 'weak').length).toBeGreaterThan(150)
  })

  it('have nearly all their dates of birth read', () => {
    const { entries } = read(...files.flat())
    const facts = entries.flatMap((entry) => entry.facts ?? [])
    const unread = facts.filter((fact) => fact.label === 'birthDate')
    const births = entries.filter((entry) => (entry.births?.length ?? 0) > 0)
    expect(births.length).toBeGreaterThan(3_800)
    expect(unread.length).toBeLessThan(12)
  })
})
