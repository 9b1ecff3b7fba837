import type { Result } from '@holdfast/kernel'
import { failed, ok, parseDay } from '@holdfast/kernel'
import {
  type ByteSource,
  type CsvRecord,
  Findings,
  placeOf,
  readCsv,
  valuesOfCell,
} from '@holdfast/records'
import type { ListEntry, ListedName, ListHead, StatedFact } from '../entry.ts'
import type { EntrySink, ReadOptions } from '../reading.ts'
import { stated } from '../stated.ts'
import { partialDate } from '../stated_date.ts'
import { openSanctionsId } from './ftm.ts'
import { THINGS } from './model.ts'
import { ftmCountry } from './record.ts'

/** Columns with several values in a cell, parted by semicolons. */
const SEVERAL = [
  ...['aliases', 'birth_date', 'countries', 'addresses', 'identifiers', 'sanctions', 'phones'],
  ...['emails', 'program_ids', 'dataset'],
] as const

const REQUIRED = ['id', 'schema', 'name', 'aliases', 'sanctions']

const PLACED: ReadonlySet<string> = new Set([
  ...SEVERAL,
  ...['id', 'schema', 'name', 'first_seen', 'last_seen', 'last_change'],
])

/**
 * Reads `targets.simple.csv` of OpenSanctions: one target in each row, without relations and
 * without the kinds of its numbers.
 *
 * Every row is an entry; rows without any sanction (holders of offices, people accused of crimes)
 * are counted by the warning `lists/simple-not-sanctioned`. The day of publication is the latest
 * day on which a row was seen at its source, unless one is given. In memory for one row at a time;
 * linear in the file.
 *
 * Errors: those of `readCsv`, `lists/simple-cell`, `lists/simple-value`, `lists/simple-id-twice`,
 * `lists/csv-no-rows`, `lists/bad-published`.
 */
export function readSimpleCsv(
  source: ByteSource,
  sink: EntrySink,
  options: ReadOptions = {},
): Result<ListHead> {
  const found = new Findings()
  const given = options.published ?? null
  if (given !== null && parseDay(given) === null) {
    found.error('lists/bad-published', { text: given })
  }
  const reading = new Reading(source.name, found, sink)
  const head = readCsv(
    source,
    { required: REQUIRED, endsWithLineEnd: true, take: (record) => reading.take(record) },
    found,
  )
  if (head?.rows === 0) found.error('lists/csv-no-rows', { file: source.name })
  if (head === null || found.fatal) return failed(found.diagnostics())
  if (reading.bare > 0) {
    const params = { file: source.name, count: reading.bare, entries: head.rows }
    found.warn('lists/simple-not-sanctioned', params)
  }
  const id = openSanctionsId([...reading.datasets])
  const published = given ?? (reading.day === '' ? null : reading.day)
  const provenance = options.provenance ?? 'reconstructed'
  return ok({ id, published, provenance, whole: 'unproven' }, found.diagnostics())
}

class Reading {
  readonly #file: string
  readonly #found: Findings
  readonly #sink: EntrySink
  readonly #ids = new Set<string>()
  readonly datasets = new Set<string>()
  day = ''
  /** Rows without a sanction. */
  bare = 0

  constructor(file: string, found: Findings, sink: EntrySink) {
    this.#file = file
    this.#found = found
    this.#sink = sink
  }

  take(record: CsvRecord): void {
    const cells = new Map<string, readonly string[]>()
    for (const column of SEVERAL) {
      const values = valuesOfCell(record.get(column))
      if (values === null) {
        this.#refuse('lists/simple-cell', record, column)
        return
      }
      cells.set(column, values)
    }
    const id = record.get('id')
    if (id === '') {
      this.#refuse('lists/simple-value', record, 'id')
      return
    }
    if (record.get('name') === '') {
      this.#refuse('lists/simple-value', record, 'name')
      return
    }
    if (THINGS.get(record.get('schema')) === undefined) {
      this.#refuse('lists/simple-value', record, 'schema')
      return
    }
    if (this.#ids.has(id)) {
      this.#refuse('lists/simple-id-twice', record, 'id')
      return
    }
    this.#ids.add(id)
    for (const dataset of cells.get('dataset') ?? []) this.datasets.add(dataset)
    if (cells.get('sanctions')?.length === 0) this.bare += 1
    const seen = record.get('last_seen').slice(0, 10)
    if (seen > this.day && partialDate(seen)?.precision === 'day') this.day = seen
    this.#sink(entryOf(record, (column) => cells.get(column) ?? []))
  }

  #refuse(code: string, record: CsvRecord, column: string): void {
    const params = { file: this.#file, line: record.line, column, text: record.get(column) }
    const excerpt = record.fields.slice(0, 4).join(',').slice(0, 120)
    this.#found.error(code, params, () => [
      placeOf(this.#file, record.line, Number.POSITIVE_INFINITY, excerpt),
    ])
  }
}

function entryOf(record: CsvRecord, all: (column: string) => readonly string[]): ListEntry {
  const name = record.get('name')
  const births = all('birth_date').flatMap((date) => partialDate(date) ?? [])
  const aliases = all('aliases').filter((alias) => alias !== name)
  const names: ListedName[] = [
    { text: name, kind: 'primary', quality: 'strong' },
    ...aliases.map((text) => ({ text, kind: 'aka' as const, quality: 'strong' as const })),
  ]
  const facts = factsOf(record, all)
  const isPerson = record.get('schema') === 'Person'
  return {
    id: record.get('id'),
    kind: THINGS.get(record.get('schema')) ?? 'entity',
    names,
    programmes: [...all('program_ids')],
    remarks: '',
    addresses: all('addresses').map((text) => ({ text, country: '' })),
    ...stated(isPerson ? 'births' : 'established', births),
    ...stated('countries', all('countries').map(ftmCountry)),
    ...stated(
      'identifiers',
      all('identifiers').map((number) => ({ kind: 'other' as const, number })),
    ),
    ...stated(
      'measures',
      all('sanctions').map((kind) => ({ kind })),
    ),
    ...stated('contacts', [...all('emails'), ...all('phones')]),
    ...stated('facts', facts),
  }
}

function factsOf(record: CsvRecord, all: (column: string) => readonly string[]): StatedFact[] {
  const dates = all('birth_date').filter((date) => partialDate(date) === null)
  const facts = dates.map((text) => ({ label: 'birth_date', text }))
  for (const text of all('dataset')) facts.push({ label: 'dataset', text })
  for (const label of ['first_seen', 'last_change']) {
    const text = record.get(label)
    if (text !== '') facts.push({ label, text })
  }
  for (const label of record.columns) {
    const text = record.get(label)
    if (!PLACED.has(label) && text !== '') facts.push({ label, text })
  }
  return facts
}
