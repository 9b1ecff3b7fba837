/** Tables of which only some columns are wanted, and that are large. */
import type { ByteSource } from '../bytes.ts'
import { headOf } from '../bytes.ts'
import { encodingOfMark } from '../decode.ts'
import type { Findings } from '../findings.ts'
import { FieldText } from './field_text.ts'
import { CSV_LIMITS, type CsvDelimiter, type CsvLimits, placeOf } from './parse.ts'
import { readCsv } from './read.ts'
import { RecordScanner } from './scan.ts'

export interface ColumnsQuestion {
  /** A comma unless stated. */
  readonly delimiter?: CsvDelimiter
  /** Columns without which the file is not what was asked for. */
  readonly required: readonly string[]
  /** The columns that are handed over. One that the table lacks gives empty texts. */
  readonly wanted: readonly string[]
  /**
   * Gets of each record the wanted columns in their order, white space around them left out, and
   * the line on which the record begins, from 1. The array is used again for the next record.
   */
  readonly take: (values: readonly string[], line: number) => void
}

/** What a table says of itself. */
export interface ColumnsHead {
  readonly columns: readonly string[]
  /** Records below the header. */
  readonly rows: number
}

/**
 * Reads some columns of a table as `readCsv` reads all of them, with the same errors: the records
 * of a table of hundreds of columns are found in its bytes, and only what is wanted becomes text.
 * What is not wanted is therefore not checked to be UTF-8, and may be of any length.
 *
 * Linear in the file; memory is one record's. A table in UTF-16 is read by `readCsv` itself.
 *
 * @returns null after an error in `found`; what was handed over before stands only if the caller
 * says so
 */
export function readColumns(
  source: ByteSource,
  question: ColumnsQuestion,
  found: Findings,
  limits: CsvLimits = CSV_LIMITS,
): ColumnsHead | null {
  if (encodingOfMark(headOf(source, 2)) !== null)
    return readAllColumns(source, question, found, limits)
  const { name: file, size } = source
  if (size > limits.bytes_max) {
    found.error('records/file-too-large', { file, size, max: limits.bytes_max })
    return null
  }
  const table = new ColumnTable(file, question, found, limits)
  let kept: Uint8Array = new Uint8Array(0)
  for (const chunk of source.chunks()) {
    kept = joined(kept, chunk)
    kept = kept.subarray(table.read(kept, false))
    if (table.stopped) return null
    if (kept.length > limits.characters_max * RECORD_FIELDS) {
      table.refuse('records/csv-field-max', kept, 0, { max: limits.characters_max })
      return null
    }
  }
  table.read(kept, true)
  return table.stopped ? null : table.close()
}

/** A record may be as long as so many of the longest fields. */
const RECORD_FIELDS = 4

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const
const EXCERPT_BYTES = 120
/** Columns that a message names; the others it counts. */
const NAMED_MAX = 6
const LF = 0x0a
const CR = 0x0d

function joined(kept: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (kept.length === 0) return chunk
  const both = new Uint8Array(kept.length + chunk.length)
  both.set(kept)
  both.set(chunk, kept.length)
  return both
}

class ColumnTable {
  readonly #file: string
  readonly #question: ColumnsQuestion
  readonly #found: Findings
  readonly #limits: CsvLimits
  readonly #scanner: RecordScanner
  readonly #text = new FieldText()
  readonly #values: string[]
  #columns: readonly string[] | null = null
  #line = 1
  #rows = 0
  #wrong = 0
  #begun = false
  stopped = false

  constructor(file: string, question: ColumnsQuestion, found: Findings, limits: CsvLimits) {
    this.#file = file
    this.#question = question
    this.#found = found
    this.#limits = limits
    this.#scanner = new RecordScanner((question.delimiter ?? ',').charCodeAt(0))
    const count = limits.columns_max + 1
    this.#scanner.keep(
      Array.from({ length: count }, (_, column) => column),
      count,
    )
    this.#values = question.wanted.map(() => '')
  }

  /** Reads all whole records; returns where the first that is not whole begins. */
  read(bytes: Uint8Array, last: boolean): number {
    let at = 0
    if (!this.#begun) {
      if (bytes.length < 3 && !last) return 0
      this.#begun = true
      if (BYTE_ORDER_MARK.every((byte, n) => bytes[n] === byte)) at = 3
    }
    const scanner = this.#scanner
    while (at < bytes.length && !this.stopped) {
      const byte = bytes[at]
      if (byte === LF || byte === CR) {
        // A line end is CR, LF or both, and both may stand in two pieces.
        if (byte === CR && at + 1 >= bytes.length && !last) return at
        at += byte === CR && bytes[at + 1] === LF ? 2 : 1
        this.#line += 1
        continue
      }
      const end = scanner.record(bytes, at, bytes.length, last)
      if (end < 0) return this.#unfinished(bytes, at, last)
      if (end >= bytes.length && !last) return at
      this.#record(bytes, at)
      this.#line += scanner.lines
      at = end
    }
    return at
  }

  close(): ColumnsHead | null {
    if (this.#columns === null) {
      this.#found.error('records/csv-empty', { file: this.#file })
      return null
    }
    return this.#wrong > 0 ? null : { columns: this.#columns, rows: this.#rows }
  }

  refuse(
    code: string,
    bytes: Uint8Array,
    at: number,
    params: Readonly<Record<string, string | number | readonly string[]>> = {},
    line = this.#line,
  ): void {
    this.stopped = true
    this.#report(code, bytes, at, params, line)
  }

  #report(
    code: string,
    bytes: Uint8Array,
    at: number,
    params: Readonly<Record<string, string | number | readonly string[]>>,
    line: number,
  ): void {
    const excerpt = excerptOf(bytes, at)
    this.#found.error(code, { file: this.#file, line, ...params }, () => [
      placeOf(this.#file, line, Number.POSITIVE_INFINITY, excerpt),
    ])
  }

  #unfinished(bytes: Uint8Array, start: number, last: boolean): number {
    const { at, fault, openQuote, lines, linesBefore } = this.#scanner
    if (fault !== null) {
      const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0')
      const params = fault === 'records/csv-control' ? { character: `0x${byte}` } : {}
      this.refuse(fault, bytes, start, params, this.#line + lines)
    } else if (last && openQuote) {
      this.refuse('records/csv-cut', bytes, start, {}, this.#line + linesBefore)
    }
    return start
  }

  #record(bytes: Uint8Array, start: number): void {
    const { fields } = this.#scanner
    if (fields > this.#limits.columns_max) {
      this.refuse('records/csv-columns-max', bytes, start, { max: this.#limits.columns_max })
      return
    }
    if (this.#columns === null) {
      this.#header(bytes, start)
      return
    }
    this.#rows += 1
    if (this.#rows > this.#limits.rows_max) {
      this.refuse('records/csv-rows-max', bytes, start, { max: this.#limits.rows_max })
      return
    }
    if (fields !== this.#columns.length) {
      this.#wrong += 1
      const params = { wanted: this.#columns.length, found: fields }
      this.#report('records/csv-columns', bytes, start, params, this.#line)
      return
    }
    const values = this.#values
    for (let slot = 0; slot < values.length; slot += 1) {
      const text = this.#field(bytes, start, slot)
      if (text === null) return
      values[slot] = text
    }
    this.#question.take(values, this.#line)
  }

  #field(bytes: Uint8Array, start: number, slot: number): string | null {
    const scanner = this.#scanner
    const from = scanner.starts[slot] as number
    const to = scanner.ends[slot] as number
    if (from === to) return ''
    if (to - from > this.#limits.characters_max) {
      this.refuse('records/csv-field-max', bytes, start, { max: this.#limits.characters_max })
      return null
    }
    const text = this.#text.of(bytes, from, to, scanner.doubled[slot] === 1)
    if (text === null) this.refuse('records/csv-encoding', bytes, start, { encoding: 'UTF-8' })
    return text
  }

  #header(bytes: Uint8Array, start: number): void {
    const { fields } = this.#scanner
    const columns: string[] = []
    for (let column = 0; column < fields; column += 1) {
      const text = this.#field(bytes, start, column)
      if (text === null) return
      columns.push(text)
    }
    const lacking = this.#question.required.filter((column) => !columns.includes(column))
    if (lacking.length > 0) {
      this.refuse('records/csv-no-column', bytes, start, {
        wanted: lacking.slice(0, NAMED_MAX),
        more: Math.max(0, lacking.length - NAMED_MAX),
        found: columns.slice(0, NAMED_MAX).map((name) => name.slice(0, 40)),
      })
      return
    }
    const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at)
    if (twice !== undefined) {
      this.refuse('records/csv-column-twice', bytes, start, { column: twice })
      return
    }
    this.#columns = columns
    const wanted = this.#question.wanted.map((column) => columns.indexOf(column))
    this.#scanner.keep(wanted, columns.length)
  }
}

/** The beginning of the line at a byte, ASCII only: what is beyond it is told by a sign. */
function excerptOf(bytes: Uint8Array, start: number): string {
  let text = ''
  for (let at = start; at < bytes.length && text.length < EXCERPT_BYTES; at += 1) {
    const byte = bytes[at] as number
    if (byte === LF || byte === CR) break
    text += byte < 0x80 ? String.fromCharCode(byte) : '\uFFFD'
  }
  return text
}

function readAllColumns(
  source: ByteSource,
  question: ColumnsQuestion,
  found: Findings,
  limits: CsvLimits,
): ColumnsHead | null {
  const { delimiter, required, wanted, take } = question
  return readCsv(
    source,
    {
      ...(delimiter === undefined ? {} : { delimiter }),
      required,
      take: ({ get, line }) => take(wanted.map(get), line),
    },
    found,
    limits,
  )
}
