import type { Result } from '@holdfast/kernel'
import { failed, ok, parseDay } from '@holdfast/kernel'
import {
  type ByteSource,
  type CsvRecord,
  Findings,
  headOf,
  placeOf,
  readCsv,
  valuesOfCell,
} from '@holdfast/records'
import { checksum } from '../checksum.ts'
import type { ListHead } from '../entry.ts'
import type { EntrySink, ReadOptions } from '../reading.ts'
import type { JournalFileKind } from './journal_columns.ts'
import { JOURNAL_COLUMNS, JOURNAL_CONTEXT, JOURNAL_KINDS } from './journal_columns.ts'
import { type JournalRow, journalEntry } from './journal_entry.ts'

/** The largest act has some three thousand rows; one without rows is valid. */
const JOURNAL_LIMITS = {
  bytes_max: 200_000_000,
  rows_max: 100_000,
  columns_max: 200,
  characters_max: 1_000_000,
} as const

/** Rows of one designated party under one framework act, and what makes them one. */
interface Group {
  readonly stem: string
  readonly rows: [JournalRow, ...JournalRow[]]
}

/** What the header of a table says it is; null when it is no table of the Journal. */
export function journalKind(source: ByteSource): JournalFileKind | null {
  let head = ''
  for (const byte of headOf(source, 80)) head += String.fromCharCode(byte)
  const columns = head.replace(/^\xef\xbb\xbf/, '')
  if (columns.startsWith('celex,recordId,programKey,')) return 'consolidated'
  return columns.startsWith('amendedCelex,amendmentCelex,recordId,') ? 'amendments' : null
}

/**
 * Reads designations of the European Union out of tables made from the Official Journal: one file
 * for each framework act (its state) and for each amending act (what it adds or changes).
 *
 * Entries come in the order of the files, consolidated ones first. Rows are one entry where act,
 * record, kind, name and all that is said of the party are the same, and only programme, annex,
 * measure, date or reason differ; a row that says anything else of a record is an entry of its own
 * that names the one it changes. The number is made of act, annex and record, without a record
 * number of a checksum of the name. Amending acts remove nobody in these tables: the warning
 * `lists/journal-no-removals` says so. All rows are in memory; linear in the files.
 *
 * Errors: those of `readCsv`, `lists/journal-cell`, `lists/journal-value`,
 * `lists/journal-act`, `lists/journal-no-rows`, `lists/bad-published`.
 */
export function readEuJournal(
  files: readonly ByteSource[],
  sink: EntrySink,
  options: ReadOptions = {},
): Result<ListHead> {
  const found = new Findings()
  const published = options.published ?? null
  if (published !== null && parseDay(published) === null) {
    found.error('lists/bad-published', { text: published })
  }
  const groups = new Map<string, Group>()
  // A file that is neither is read as one of the first kind, whose columns it then lacks.
  const kinds = files.map((file): [ByteSource, JournalFileKind] => [
    file,
    journalKind(file) ?? 'consolidated',
  ])
  for (const kind of ['consolidated', 'amendments'] as const) {
    for (const [file, its] of kinds) if (its === kind) readTable(file, kind, groups, found)
  }
  if (groups.size === 0 && !found.fatal) {
    found.error('lists/journal-no-rows', { files: files.length })
  }
  if (found.fatal) return failed(found.diagnostics())
  handOver(groups, sink)
  const amendments = kinds.filter(([, kind]) => kind === 'amendments')
  const [first] = amendments
  if (first !== undefined) {
    const params = { count: amendments.length, file: first[0].name }
    found.warn('lists/journal-no-removals', params)
  }
  const provenance = options.provenance ?? 'reconstructed'
  return ok({ id: 'eu-journal', published, provenance, whole: 'unproven' }, found.diagnostics())
}

function handOver(groups: ReadonlyMap<string, Group>, sink: EntrySink): void {
  const used = new Map<string, number>()
  for (const { rows, stem } of groups.values()) {
    const before = used.get(stem) ?? 0
    used.set(stem, before + 1)
    const id = before === 0 ? stem : `${stem}-${before + 1}`
    const isChange = before > 0 && rows[0].amendment !== ''
    sink(journalEntry(id, rows, isChange ? [stem] : []))
  }
}

function readTable(
  source: ByteSource,
  kind: JournalFileKind,
  groups: Map<string, Group>,
  found: Findings,
): void {
  const file = source.name
  const act = kind === 'consolidated' ? 'celex' : 'amendmentCelex'
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.csv(\.gz)?$/i, '')
  const required = JOURNAL_COLUMNS[kind]
  const rows: CsvRecord[] = []
  const take = (record: CsvRecord): void => void rows.push(record)
  const head = readCsv(source, { required, endsWithLineEnd: true, take }, found, JOURNAL_LIMITS)
  if (head === null) return
  const wanted = /^3\d{4}[A-Z]+\d+$/.test(stem) ? stem : rows[0]?.get(act)
  for (const record of rows) {
    const its = record.get(act)
    if (its !== wanted) {
      const params = { file, line: record.line, act: its, wanted: wanted ?? '' }
      found.error('lists/journal-act', params, () => [placeOfRow(file, record)])
      continue
    }
    const row = rowOf(file, kind, record, head.columns, found)
    if (row !== null) group(row, groups)
  }
}

/** Columns that hold one value as it stands; all others of a party hold several. */
const SCALAR: ReadonlySet<string> = new Set([...JOURNAL_CONTEXT, 'schema', 'name'])

function rowOf(
  file: string,
  kind: JournalFileKind,
  record: CsvRecord,
  columns: readonly string[],
  found: Findings,
): JournalRow | null {
  const values = new Map<string, readonly string[]>()
  for (const [at, column] of columns.entries()) {
    const cell = (record.fields[at] ?? '').trim()
    if (cell === '') continue
    const parts = SCALAR.has(column) ? [cell] : valuesOfCell(cell)
    if (parts === null) {
      const params = { file, line: record.line, column }
      found.error('lists/journal-cell', params, () => [placeOfRow(file, record)])
      return null
    }
    if (parts.length > 0) values.set(column, parts)
  }
  const schema = record.get('schema')
  for (const column of ['schema', 'name', 'programKey', 'measure']) {
    const known = column !== 'schema' || schema === '' || JOURNAL_KINDS.get(schema) !== undefined
    if (values.has(column) && known) continue
    const params = { file, line: record.line, column, text: record.get(column) }
    found.error('lists/journal-value', params, () => [placeOfRow(file, record)])
    return null
  }
  const isState = kind === 'consolidated'
  const act = record.get(isState ? 'celex' : 'amendedCelex')
  return { act, amendment: isState ? '' : record.get('amendmentCelex'), values }
}

function group(row: JournalRow, groups: Map<string, Group>): void {
  const one = (column: string): string => row.values.get(column)?.[0] ?? ''
  const party = [...row.values].filter(([column]) => !JOURNAL_CONTEXT.has(column))
  const key = JSON.stringify([row.act, one('recordId'), party])
  const known = groups.get(key)
  if (known !== undefined) {
    known.rows.push(row)
    return
  }
  const record = one('recordId') || checksum(`${one('schema')}|${one('name')}`)
  const stem = [row.act, one('annex'), record].filter((part) => part !== '').join('/')
  groups.set(key, { stem, rows: [row] })
}

function placeOfRow(file: string, record: CsvRecord) {
  const excerpt = record.fields.slice(0, 11).join(',').slice(0, 120)
  return placeOf(file, record.line, Number.POSITIVE_INFINITY, excerpt)
}
