import type { ByteSource } from '../bytes.ts'
import { headOf } from '../bytes.ts'
import { decodeText, encodingOfMark } from '../decode.ts'
import { Findings } from '../findings.ts'
import type { CsvDelimiter, CsvLimits } from './parse.ts'
import { CSV_LIMITS, CsvParser, placeOf } from './parse.ts'

/** One record below the header. */
export interface CsvRecord {
  /** The line of the file on which the record begins, from 1; a field may hold line ends. */
  readonly line: number
  /** The names of the columns, as the header has them. */
  readonly columns: readonly string[]
  /** As many as there are columns. */
  readonly fields: readonly string[]
  /** The field of a column, white space around it left out; empty without such a column. */
  readonly get: (column: string) => string
}

/** What a table is read for. */
export interface CsvQuestion {
  /** A comma unless stated. */
  readonly delimiter?: CsvDelimiter
  /** Columns without which the file is not what was asked for. Further ones are welcome. */
  readonly required: readonly string[]
  /**
   * Records that may stand above the header (a title, a date): the header is the first record that
   * has all required columns. 0 unless stated.
   */
  readonly preface_max?: number
  /**
   * The file's writer ends each record, also the last, so that a file without a last line end is
   * cut: `records/csv-cut-line`. False unless stated: RFC 4180 leaves it open.
   */
  readonly endsWithLineEnd?: boolean
  /**
   * People keep the table by hand: names of columns in any case, white space around quotes, and
   * quotes within a field that has none at its beginning. They mean what they seem to. False
   * unless stated.
   */
  readonly byHand?: boolean
  /** Gets each record in the order of the file. */
  readonly take: (record: CsvRecord) => void
}

/** What a table says of itself. */
export interface CsvHead {
  /** The columns in their order, without the white space around their names. */
  readonly columns: readonly string[]
  /** What stood above the header. */
  readonly preface: readonly (readonly string[])[]
  /** Records below the header. */
  readonly rows: number
}

/**
 * Reads a table with a header, record by record, in memory for one record at a time.
 *
 * RFC 4180, strictly unless it is kept `byHand`: every record has as many fields as the header,
 * quotes stand only around a whole field, and a quote is doubled within. Text is UTF-8, or UTF-16
 * with its mark. Line ends are CRLF, LF or CR; empty lines are passed over. Linear in the file.
 *
 * @returns null after an error in `found`: `records/csv-empty`, `records/file-too-large`,
 * `records/csv-encoding`, `records/csv-no-column`, `records/csv-column-twice`,
 * `records/csv-columns`, `records/csv-rows-max`, `records/csv-cut-line`, and those of `CsvParser`.
 * What was handed over before is then to be thrown away.
 */
export function readCsv(
  source: ByteSource,
  question: CsvQuestion,
  found: Findings,
  limits: CsvLimits = CSV_LIMITS,
): CsvHead | null {
  const { name: file, size } = source
  if (size > limits.bytes_max) {
    found.error('records/file-too-large', { file, size, max: limits.bytes_max })
    return null
  }
  const table = new Table(file, question, found, limits)
  const delimiter = question.delimiter ?? ','
  const parser = new CsvParser(file, delimiter, limits, found, (fields, line) =>
    table.take(fields, line),
  )
  if (question.byHand === true) parser.byHand()
  for (const piece of decodeText(source, (head) => encodingOfMark(head) ?? 'utf-8')) {
    if (piece.ok) {
      parser.write(piece.text)
    } else {
      const place = placeOf(file, parser.line, Number.POSITIVE_INFINITY, parser.excerpt())
      const params = { file, line: parser.line, encoding: piece.encoding.toUpperCase() }
      found.error('records/csv-encoding', params, () => [place])
      return null
    }
    if (parser.stopped || table.stopped) return null
  }
  if (question.endsWithLineEnd === true && !parser.closed && !parser.atQuote) {
    const place = placeOf(file, parser.line, 1, parser.excerpt())
    found.error('records/csv-cut-line', { file, line: parser.line }, () => [place])
    return null
  }
  parser.close()
  return parser.stopped || table.stopped ? null : table.close()
}

/** The delimiter that the first line of a table has most of; a comma where it has none. */
export function delimiterOf(source: ByteSource): CsvDelimiter {
  let best: CsvDelimiter = ','
  let most = 0
  const [first = ''] = asciiOf(headOf(source, 20_000)).split(/[\r\n]/, 1)
  const outside = first.replace(/"[^"]*"/g, '')
  for (const delimiter of [',', ';', '\t'] as const) {
    const count = outside.split(delimiter).length - 1
    if (count > most) {
      best = delimiter
      most = count
    }
  }
  return best
}

/**
 * The fields of a table's first record: its columns, where nothing stands above them. None where
 * the table does not begin with a record that can be read. Reads no more than it needs.
 */
export function firstRecord(source: ByteSource, delimiter: CsvDelimiter): readonly string[] {
  const records: (readonly string[])[] = []
  const take = (fields: readonly string[]): void => void records.push(fields)
  const parser = new CsvParser(source.name, delimiter, CSV_LIMITS, new Findings(), take)
  parser.byHand()
  for (const piece of decodeText(source, (head) => encodingOfMark(head) ?? 'utf-8')) {
    if (!piece.ok) break
    parser.write(piece.text)
    if (records.length > 0 || parser.stopped) break
  }
  parser.close()
  return records[0] ?? []
}

/** The ASCII of some bytes: without the zeros of UTF-16, other bytes as they are. */
function asciiOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) if (byte !== 0) text += String.fromCharCode(byte)
  return text
}

/** Columns that a message names; the others it counts. */
const NAMED_MAX = 6

class Table {
  readonly #file: string
  readonly #question: CsvQuestion
  readonly #found: Findings
  readonly #limits: CsvLimits
  readonly #preface: (readonly string[])[] = []
  #columns: readonly string[] | null = null
  #index: ReadonlyMap<string, number> = new Map()
  #wrong = 0
  #rows = 0
  stopped = false

  constructor(file: string, question: CsvQuestion, found: Findings, limits: CsvLimits) {
    this.#file = file
    this.#question = question
    this.#found = found
    this.#limits = limits
  }

  take(fields: readonly string[], line: number): void {
    if (this.stopped) return
    if (this.#columns === null) {
      this.#header(fields, line)
      return
    }
    this.#rows += 1
    if (this.#rows > this.#limits.rows_max) {
      this.#stop('records/csv-rows-max', { max: this.#limits.rows_max }, line, fields)
      return
    }
    if (fields.length !== this.#columns.length) {
      const params = { line, wanted: this.#columns.length, found: fields.length }
      this.#error('records/csv-columns', params, line, fields)
      this.#wrong += 1
      return
    }
    const index = this.#index
    const get = (column: string): string => {
      const at = index.get(column)
      return at === undefined ? '' : (fields[at] as string).trim()
    }
    this.#question.take({ line, columns: this.#columns, fields, get })
  }

  close(): CsvHead | null {
    if (this.#columns === null) {
      const [first] = this.#preface
      if (first === undefined) this.#found.error('records/csv-empty', { file: this.#file })
      else this.#refuseHeader(first, 1)
      return null
    }
    if (this.#wrong > 0) return null
    return { columns: this.#columns, preface: this.#preface, rows: this.#rows }
  }

  #header(fields: readonly string[], line: number): void {
    const anyCase = this.#question.byHand === true
    const columns = fields.map((field) => (anyCase ? field.trim().toLowerCase() : field.trim()))
    const isHeader = this.#question.required.every((column) => columns.includes(column))
    if (!isHeader) {
      const isTooFar = this.#preface.length >= (this.#question.preface_max ?? 0)
      if (isTooFar) this.#refuseHeader(columns, line)
      else this.#preface.push(columns)
      return
    }
    const index = new Map<string, number>()
    for (const [at, column] of columns.entries()) {
      if (column !== '' && index.has(column)) {
        this.#stop('records/csv-column-twice', { line, column }, line, fields)
        return
      }
      index.set(column, at)
    }
    this.#columns = columns
    this.#index = index
  }

  #refuseHeader(columns: readonly string[], line: number): void {
    const lacking = this.#question.required.filter((column) => !columns.includes(column))
    const params = {
      line,
      wanted: lacking.slice(0, NAMED_MAX),
      more: Math.max(0, lacking.length - NAMED_MAX),
      found: columns.slice(0, NAMED_MAX).map((name) => name.slice(0, 40)),
    }
    this.#stop('records/csv-no-column', params, line, columns)
  }

  #stop(code: string, params: Params, line: number, fields: readonly string[]): void {
    this.stopped = true
    this.#error(code, params, line, fields)
  }

  #error(code: string, params: Params, line: number, fields: readonly string[]): void {
    const excerpt = fields
      .slice(0, 40)
      .join(this.#question.delimiter ?? ',')
      .slice(0, 120)
    this.#found.error(code, { file: this.#file, ...params }, () => [
      placeOf(this.#file, line, Number.POSITIVE_INFINITY, excerpt),
    ])
  }
}

type Params = Readonly<Record<string, string | number | readonly string[]>>
