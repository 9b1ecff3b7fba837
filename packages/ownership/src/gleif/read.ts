import { parseDay } from '@holdfast/kernel'
import {
  type ByteSource,
  Findings,
  type JsonRecord,
  readColumns,
  readJsonRecords,
  readXmlRecords,
  textOf,
  XML_LIMITS,
  type XmlElement,
} from '@holdfast/records'
import type { OwnershipReader, OwnershipSource } from '../reading.ts'
import type { OwnershipIntake } from '../records.ts'
import { entityOfRow, exceptionOfRow, GLEIF_COLUMNS, relationOfRow } from './from_csv.ts'
import { entityOfJson, exceptionOfJson, relationOfJson, unwrapped } from './from_json.ts'
import { entityOfXml, exceptionOfXml, relationOfXml } from './from_xml.ts'
import { type GleifFormat, type GleifHead, GleifIntake } from './intake.ts'
import { gleifFileOf } from './recognise.ts'

/** The largest golden copy, level 1 in JSON or XML, has three million records in ten gigabytes. */
const LIMITS = {
  bytes_max: 40_000_000_000,
  rows_max: 50_000_000,
  columns_max: 2_000,
  characters_max: 1_000_000,
}

/**
 * Reads a file of GLEIF: level 1, level 2, or reporting exceptions, in XML, JSON or CSV, as it is
 * recognised by what it holds. In memory is one record at a time; linear in the file.
 *
 * A record below is consolidated by the one above: `StartNode` is the asset. Of a file that breaks
 * off the records before it stand, and `whole` is false; so it is when records are fewer than the
 * header says, and when one of them could not be read.
 *
 * @returns null after an error in `found`: `ownership/unknown-format`, `ownership/no-records`, and
 * those of the readers of XML, JSON and CSV where they end before the first record
 */
export const readGleif: OwnershipReader = (source, into, found) => {
  const file = gleifFileOf(source)
  if (file === null) {
    found.error('ownership/unknown-format', { file: source.name })
    return null
  }
  return READERS[file.as](source, file.format, into, found)
}

type FormatReader = (
  source: ByteSource,
  format: GleifFormat,
  into: OwnershipIntake,
  found: Findings,
) => OwnershipSource | null

const readTable: FormatReader = (source, format, into, found) => {
  const intake = new GleifIntake(source.name, format, into, found)
  const reading = new Findings()
  readColumns(source, { ...GLEIF_COLUMNS[format], take: rowsInto(intake, format) }, reading, LIMITS)
  return intake.close({ date: dayOfName(source.name), stated: null, content: '' }, reading)
}

function rowsInto(
  intake: GleifIntake,
  format: GleifFormat,
): (values: readonly string[], line: number) => void {
  if (format === 'gleif-lei') return (values, line) => intake.entity(entityOfRow(values), line)
  if (format === 'gleif-rr') return (values, line) => intake.relation(relationOfRow(values), line)
  return (values, line) => intake.exception(exceptionOfRow(values), line)
}

/** Extracts put records of several kinds into one array: each is taken for what it is. */
const readJson: FormatReader = (source, format, into, found) => {
  const intake = new GleifIntake(source.name, format, into, found)
  const reading = new Findings()
  const take = (outer: JsonRecord, line: number): void => {
    const record = unwrapped(outer)
    const entity = entityOfJson(record)
    const relation = entity === null ? relationOfJson(record) : null
    const exception = exceptionOfJson(record)
    if (entity !== null) intake.entity(entity, line)
    else if (relation !== null) intake.relation(relation, line)
    else if (exception !== null) intake.exception(exception, line)
    else intake.unread(line)
  }
  readJsonRecords(source, take, reading)
  return intake.close({ date: dayOfName(source.name), stated: null, content: '' }, reading)
}

const HEADERS: ReadonlySet<string> = new Set(['LEIHeader', 'Header'])
const ROOTS: ReadonlySet<string> = new Set([
  'LEIData',
  'RelationshipData',
  'ReportingExceptionData',
])
const XML_RECORDS: ReadonlySet<string> = new Set([
  ...HEADERS,
  'LEIRecord',
  'RelationshipRecord',
  'Exception',
])

const readXmlFile: FormatReader = (source, format, into, found) => {
  const intake = new GleifIntake(source.name, format, into, found)
  const reading = new Findings()
  let head: GleifHead = { date: dayOfName(source.name), stated: null, content: '' }
  const take = (record: XmlElement): void => {
    if (HEADERS.has(record.name)) head = headOfXml(record, head)
    else if (record.name === 'LEIRecord') intake.entity(entityOfXml(record), record.line)
    else if (record.name === 'Exception') intake.exception(exceptionOfXml(record), record.line)
    else intake.relation(relationOfXml(record), record.line)
  }
  const limits = { ...XML_LIMITS, bytes_max: LIMITS.bytes_max }
  readXmlRecords(source, { roots: ROOTS, records: XML_RECORDS, take }, reading, limits)
  return intake.close(head, reading)
}

const READERS: Readonly<Record<'csv' | 'json' | 'xml', FormatReader>> = {
  csv: readTable,
  json: readJson,
  xml: readXmlFile,
}

function headOfXml(header: XmlElement, before: GleifHead): GleifHead {
  const date = parseDay((textOf(header, 'ContentDate') ?? '').slice(0, 10))
  const count = textOf(header, 'RecordCount') ?? ''
  return {
    date: date ?? before.date,
    stated: /^\d{1,12}$/.test(count) ? Number(count) : null,
    content: textOf(header, 'FileContent') ?? '',
  }
}

/** The day of a golden copy by its name, `20240505-0000-gleif-goldencopy-lei2-…`; null without. */
function dayOfName(name: string): ReturnType<typeof parseDay> {
  const [, year, month, day] = /(?:^|[/\\])(\d{4})(\d\d)(\d\d)-\d{4}-gleif-/.exec(name) ?? []
  return year === undefined ? null : parseDay(`${year}-${month}-${day}`)
}
