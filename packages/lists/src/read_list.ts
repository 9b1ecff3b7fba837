import type { Result } from '@holdfast/kernel'
import { failed, ok } from '@holdfast/kernel'
import { type ByteSource, Findings, headOf } from '@holdfast/records'
import type { DesignationList, ListEntry, ListHead } from './entry.ts'
import { readEuXml } from './eu/fsf.ts'
import { readEuJournal } from './eu/journal.ts'
import { formatOf, type ListFormat, ofacTableOf } from './format.ts'
import { readOfacAdvancedXml } from './ofac/advanced.ts'
import { readOfacCsv } from './ofac/read.ts'
import { OFAC_LIMITS, type OfacTable } from './ofac/tables.ts'
import { readOfacXml } from './ofac/xml.ts'
import { readFtm } from './opensanctions/ftm.ts'
import { readSimpleCsv } from './opensanctions/simple.ts'
import type { EntrySink, ListReader, ReadOptions } from './reading.ts'
import { recognise } from './recognise.ts'
import { readSnapshot } from './snapshot.ts'
import { decodeSource, type NamedText } from './source.ts'
import { readUkCsv } from './uk/csv.ts'
import { readUkXml } from './uk/xml.ts'
import { readUnXml } from './un/read.ts'

export interface ListOptions extends ReadOptions {
  /**
   * `parse` unless stated. `keep` leaves OFAC's Remarks unread, for who asks only for names and
   * numbers: a quarter of the time.
   */
  readonly remarks?: 'parse' | 'keep' | undefined
}

/** What some files are together. */
export interface ListPlan {
  readonly format: ListFormat
  /** The files that are read, in the order given. */
  readonly files: readonly ByteSource[]
}

/** The formats that are one file. */
const READERS: Readonly<Partial<Record<ListFormat, ListReader>>> = {
  'ofac-xml': readOfacXml,
  'ofac-advanced': readOfacAdvancedXml,
  'eu-fsf': readEuXml,
  'un-xml': readUnXml,
  'uk-xml': readUkXml,
  'uk-csv': readUkCsv,
  'opensanctions-ftm': readFtm,
  'opensanctions-simple': readSimpleCsv,
}

/** Formats that do not state when they were published: the name of file or folder may. */
const UNDATED: ReadonlySet<ListFormat> = new Set(['eu-journal', 'uk-xml', 'uk-csv'])

/**
 * Reads one list of any format from its files: one file, OFAC's set of CSV files, the tables of the
 * EU Journal, or a snapshot of our own. The format is recognised by what the files hold. Where they
 * do not state the day of publication and `published` is not given, a day in the name of the main
 * file or its folder counts (`sdn_2024-05-03.csv`).
 *
 * Errors: those of `planList` and of the format's reader.
 */
export function readList(
  files: readonly ByteSource[],
  options: ListOptions = {},
): Result<DesignationList> {
  const entries: ListEntry[] = []
  const head = readListInto(files, (entry) => entries.push(entry), options)
  return head.ok ? ok({ ...head.value, entries }, head.diagnostics) : head
}

/**
 * As `readList`, but hands over one entry after the other. When the result is a failure, what the
 * sink got is part of no list and must be thrown away.
 */
export function readListInto(
  files: readonly ByteSource[],
  sink: EntrySink,
  options: ListOptions = {},
): Result<ListHead> {
  const plan = planList(files)
  if (!plan.ok) return plan
  const read = readPlanned(plan.value, sink, options)
  const diagnostics = [...plan.diagnostics, ...read.diagnostics]
  return read.ok ? ok(read.value, diagnostics) : failed(diagnostics)
}

/**
 * Finds out what list some files are. One file must be of a format that is read. Among several,
 * files of no such format are passed over with the warning `lists/passed-over`; the others must
 * belong together.
 *
 * Errors: `lists/no-files`, `records/empty-file`, `lists/unknown-format`, `lists/several-formats`,
 * `lists/several-lists`.
 */
export function planList(files: readonly ByteSource[]): Result<ListPlan> {
  const found = new Findings()
  const known: { readonly file: ByteSource; readonly format: ListFormat }[] = []
  const others: ByteSource[] = []
  for (const file of files) {
    const format = file.size === 0 ? null : formatOf(file)
    if (file.size === 0) found.error('records/empty-file', { file: file.name })
    else if (format === null) others.push(file)
    else known.push({ file, format })
  }
  const formats = [...new Set(known.map(({ format }) => format))]
  const [format] = formats
  const [first] = others
  if (files.length === 0) found.error('lists/no-files', { path: '' })
  else if (format === undefined && first !== undefined) unknownFormat(first, found)
  else if (formats.length > 1) found.error('lists/several-formats', { ...some(files), formats })
  if (format === undefined || found.fatal) return failed(found.diagnostics())
  if (READERS[format] !== undefined || format === 'snapshot') {
    const all = known.map(({ file }) => file)
    if (all.length > 1) found.error('lists/several-lists', some(all))
  }
  if (others.length > 0) {
    found.warn('lists/passed-over', some(others))
  }
  if (found.fatal) return failed(found.diagnostics())
  return ok({ format, files: known.map(({ file }) => file) }, found.diagnostics())
}

/** Files that a message names; the others it counts. */
const NAMED_MAX = 6

function some(files: readonly ByteSource[]): { readonly files: string[]; readonly more: number } {
  const named = files.slice(0, NAMED_MAX).map(({ name }) => name)
  return { files: named, more: files.length - named.length }
}

function unknownFormat(file: ByteSource, found: Findings): void {
  const looks = recognise(headOf(file, 2_000)) ?? 'other'
  found.error('lists/unknown-format', { file: file.name, found: looks })
}

/** Reads what `planList` found. */
export function readPlanned(
  plan: ListPlan,
  sink: EntrySink,
  options: ListOptions = {},
): Result<ListHead> {
  const { files, format } = plan
  const [first] = files
  if (first === undefined) throw new Error('a plan has files: the caller made one without')
  if (format === 'ofac-csv') return readOfacSet(files, sink, options)
  const named = UNDATED.has(format) ? dayInName(first.name) : null
  const dated = { ...options, published: options.published ?? named }
  if (format === 'eu-journal') return readEuJournal(files, sink, dated)
  if (format === 'snapshot') return readSnapshotInto(first, sink)
  const reader = READERS[format]
  if (reader === undefined) throw new Error('every format of one file has a reader')
  return reader(first, sink, dated)
}

/** The day in the name of a file, or else of its folder. */
function dayInName(name: string): string | null {
  const parts = name.split(/[\\/]/).slice(-2).reverse()
  for (const part of parts) {
    const day = /\d{4}-\d{2}-\d{2}/.exec(part)?.[0]
    if (day !== undefined) return day
  }
  return null
}

/** The files of an OFAC set by their columns; what is none of its tables counts as SDN.CSV. */
function readOfacSet(
  files: readonly ByteSource[],
  sink: EntrySink,
  options: ListOptions,
): Result<ListHead> {
  const found = new Findings()
  const tables = new Map<OfacTable, ByteSource>()
  for (const file of files) {
    const { name, size } = file
    const table = ofacTableOf(file) ?? 'SDN.CSV'
    const other = tables.get(table)
    if (size > OFAC_LIMITS.bytes_max) {
      found.error('records/file-too-large', { file: name, size, max: OFAC_LIMITS.bytes_max })
    } else if (other !== undefined) {
      found.error('lists/table-twice', { table, files: [other.name, name] })
    }
    tables.set(table, file)
  }
  const main = tables.get('SDN.CSV')
  if (main === undefined) {
    found.error('lists/no-main-table', { ...some(files), tables: [...tables.keys()].sort() })
  }
  if (main === undefined || found.fatal) return failed(found.diagnostics())
  const part = (table: OfacTable): NamedText | undefined => {
    const file = tables.get(table)
    return file === undefined ? undefined : inMemory(file)
  }
  const read = readOfacCsv({
    sdn: inMemory(main),
    alt: part('ALT.CSV'),
    add: part('ADD.CSV'),
    comments: part('SDN_COMMENTS.CSV'),
    // The other tables may be of another day; the entries' own counts.
    published: options.published ?? dayInName(main.name),
    provenance: options.provenance,
    remarks: options.remarks,
  })
  return handOver(read, sink)
}

function readSnapshotInto(file: ByteSource, sink: EntrySink): Result<ListHead> {
  const found = new Findings()
  const { name, size } = file
  const isLarge = size > OFAC_LIMITS.bytes_max
  if (isLarge)
    found.error('records/file-too-large', { file: name, size, max: OFAC_LIMITS.bytes_max })
  const source = isLarge ? null : decodeSource(inMemory(file), OFAC_LIMITS, found)
  if (source === null) return failed(found.diagnostics())
  return handOver(readSnapshot(source.text, name), sink)
}

function handOver(read: Result<DesignationList>, sink: EntrySink): Result<ListHead> {
  if (!read.ok) return read
  const { entries, ...head } = read.value
  for (const entry of entries) sink(entry)
  return ok(head, read.diagnostics)
}

function inMemory(source: ByteSource): NamedText {
  const bytes = new Uint8Array(source.size)
  let filled = 0
  for (const chunk of source.chunks()) {
    bytes.set(chunk.subarray(0, bytes.length - filled), filled)
    filled += chunk.length
  }
  return { name: source.name, bytes: bytes.subarray(0, filled) }
}
