import type { Place } from '@holdfast/kernel'
import type { Findings } from '../findings.ts'
import { printable } from '../printable.ts'

/** What separates the columns. */
export type CsvDelimiter = ',' | ';' | '\t'

export interface CsvLimits {
  readonly bytes_max: number
  /** Records without the header. */
  readonly rows_max: number
  readonly columns_max: number
  /** Characters of one field. */
  readonly characters_max: number
}

/** The largest public file of targets has two million rows and some fifty columns. */
export const CSV_LIMITS: CsvLimits = {
  bytes_max: 2_000_000_000,
  rows_max: 5_000_000,
  columns_max: 1_000,
  characters_max: 1_000_000,
}

/** Gets the fields of one record, and the line on which it begins, from 1. */
export type CsvTake = (fields: readonly string[], line: number) => void

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const EXCERPT_CHARS = 120

/**
 * Where in a field the parser stands. `closing`: behind a quote within a quoted field; `closed`:
 * behind white space after it, which only a table kept by hand may have.
 */
type State = 'start' | 'plain' | 'quoted' | 'closing' | 'closed'

/**
 * The states of RFC 4180, fed with pieces of text. A field in quotes may hold line ends and doubled
 * quotes; one without holds no quote. A record ends with CR, LF or both; an empty line is none.
 *
 * After an error `stopped` is true, and what was handed over is to be thrown away. Errors:
 * `records/csv-cut`, `records/csv-text-after-quote`, `records/csv-quote-inside`,
 * `records/csv-columns-max`, `records/csv-field-max`, `records/csv-control`. Linear in the text.
 */
export class CsvParser {
  readonly #file: string
  readonly #delimiter: number
  readonly #limits: CsvLimits
  readonly #found: Findings
  readonly #take: CsvTake
  #state: State = 'start'
  #fields: string[] = []
  /** What earlier pieces or doubled quotes have given to the field that is read. */
  #field = ''
  #line = 1
  #recordLine = 1
  #afterCr = false
  /** The beginning of the line that is read, as far as earlier pieces had it. */
  #carried = ''
  #carriedLength = 0
  /** Where the line begins in the piece. */
  #lineStart = 0
  #piece = ''
  #byHand = false
  /** Where the last quoted field began. */
  #opened: { line: number; column: number; excerpt: string | null } | null = null
  stopped = false

  constructor(
    file: string,
    delimiter: CsvDelimiter,
    limits: CsvLimits,
    found: Findings,
    take: CsvTake,
  ) {
    this.#file = file
    this.#delimiter = delimiter.charCodeAt(0)
    this.#limits = limits
    this.#found = found
    this.#take = take
  }

  /** Reads white space around quotes, and quotes within a field, as people mean them. */
  byHand(): void {
    this.#byHand = true
  }

  /** The line that is read, from 1. */
  get line(): number {
    return this.#line
  }

  /** Whether the last record was ended by a line end. */
  get closed(): boolean {
    return this.#state === 'start' && this.#fields.length === 0
  }

  /** Whether a quoted field is open. */
  get atQuote(): boolean {
    return this.#state === 'quoted'
  }

  write(piece: string): void {
    this.#piece = piece
    this.#lineStart = 0
    let at = 0
    while (at < piece.length && !this.stopped) {
      at = this.#state === 'quoted' ? this.#quoted(at) : this.#outside(at)
    }
    const rest = piece.slice(this.#lineStart)
    this.#carriedLength += rest.length
    if (this.#carried.length < EXCERPT_CHARS) this.#carried += rest.slice(0, EXCERPT_CHARS)
    this.#piece = ''
    this.#lineStart = 0
  }

  /** After the last piece. */
  close(): void {
    if (this.stopped) return
    const opened = this.#opened
    if (this.#state === 'quoted' && opened !== null) {
      const excerpt = opened.excerpt ?? this.excerpt()
      const place = placeOf(this.#file, opened.line, opened.column, excerpt)
      this.#stop('records/csv-cut', { line: opened.line }, place)
    } else if (!this.closed) {
      this.#endRecord()
    }
  }

  /** Reads within quotes from `start`; returns where to go on. */
  #quoted(start: number): number {
    const piece = this.#piece
    let at = start
    for (; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at)
      if (code === QUOTE) break
      if (code >= SPACE || code === TAB) {
        this.#afterCr = false
        continue
      }
      if (code !== LF && code !== CR) return this.#control(at, code)
      this.#lineEnd(at, code)
    }
    if (!this.#grow(start, at)) return at
    if (at < piece.length) {
      this.#afterCr = false
      this.#state = 'closing'
    }
    return at + 1
  }

  /** Reads one character or one run of characters outside of quotes; returns where to go on. */
  #outside(at: number): number {
    const code = this.#piece.charCodeAt(at)
    if (code === LF && this.#afterCr) {
      this.#afterCr = false
      this.#lineStart = at + 1
      return at + 1
    }
    this.#afterCr = false
    if (code === this.#delimiter) {
      this.#endField(at)
      return at + 1
    }
    if (code === LF || code === CR) {
      if (this.#state !== 'start' || this.#fields.length > 0) this.#endRecord(at)
      this.#lineEnd(at, code)
      this.#recordLine = this.#line
      return at + 1
    }
    if (code === QUOTE) return this.#quote(at)
    if (this.#state === 'closing' || this.#state === 'closed') {
      if (this.#byHand && (code === SPACE || code === TAB)) {
        this.#state = 'closed'
        return at + 1
      }
      return this.#refuse('records/csv-text-after-quote', at)
    }
    return this.#plain(at)
  }

  #plain(start: number): number {
    const piece = this.#piece
    this.#state = 'plain'
    let at = start
    for (; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at)
      if (code === this.#delimiter || code === QUOTE || code === LF || code === CR) break
      if (code < SPACE && code !== TAB) return this.#control(at, code)
    }
    this.#grow(start, at)
    return at
  }

  #quote(at: number): number {
    if (this.#state === 'closed') return this.#refuse('records/csv-text-after-quote', at)
    if (this.#state === 'plain') {
      if (!this.#byHand) return this.#refuse('records/csv-quote-inside', at)
      if (this.#field.trim() !== '') {
        this.#field += '"'
        return at + 1
      }
      this.#field = ''
      this.#state = 'start'
    }
    if (this.#state === 'closing') this.#field += '"'
    else this.#opened = { line: this.#line, column: this.#column(at), excerpt: null }
    this.#state = 'quoted'
    return at + 1
  }

  /** Adds a part of the piece to the field; false when the field is too long. */
  #grow(start: number, end: number): boolean {
    if (end > start) this.#field += this.#piece.slice(start, end)
    if (this.#field.length <= this.#limits.characters_max) return true
    this.#refuse('records/csv-field-max', end, { max: this.#limits.characters_max })
    return false
  }

  #endField(at: number): void {
    this.#fields.push(this.#field)
    this.#field = ''
    this.#state = 'start'
    if (this.#fields.length >= this.#limits.columns_max) {
      this.#refuse('records/csv-columns-max', at, { max: this.#limits.columns_max })
    }
  }

  #endRecord(at = 0): void {
    const fields = this.#fields
    fields.push(this.#field)
    this.#field = ''
    this.#fields = []
    this.#state = 'start'
    if (fields.length > this.#limits.columns_max) {
      this.#refuse('records/csv-columns-max', at, { max: this.#limits.columns_max })
    } else {
      this.#take(fields, this.#recordLine)
    }
  }

  /** CR and LF together are one line end, and may stand in two pieces. */
  #lineEnd(at: number, code: number): void {
    const second = code === LF && this.#afterCr
    this.#afterCr = code === CR
    if (!second) {
      if (this.#opened?.line === this.#line && this.#opened.excerpt === null) {
        if (this.#state === 'quoted') this.#opened.excerpt = this.excerpt()
      }
      this.#line += 1
    }
    this.#lineStart = at + 1
    this.#carried = ''
    this.#carriedLength = 0
  }

  #control(at: number, code: number): number {
    const character = `0x${code.toString(16).padStart(2, '0')}`
    return this.#refuse('records/csv-control', at, { character })
  }

  #refuse(code: string, at: number, params: Readonly<Record<string, string | number>> = {}) {
    const place = placeOf(this.#file, this.#line, this.#column(at), this.excerpt())
    this.#stop(code, { line: this.#line, ...params }, place)
    return this.#piece.length
  }

  #stop(code: string, params: Readonly<Record<string, string | number>>, place: Place): void {
    this.stopped = true
    this.#found.error(code, { file: this.#file, ...params }, () => [place])
  }

  #column(at: number): number {
    return this.#carriedLength + at - this.#lineStart + 1
  }

  /** The beginning of the line that is read, and what the piece has behind it. */
  excerpt(): string {
    const start = this.#lineStart
    const text = this.#carried + this.#piece.slice(start, start + EXCERPT_CHARS)
    return text.slice(0, EXCERPT_CHARS).replace(/[\r\n].*$/s, '')
  }
}

/** The place of one character; of the whole excerpt when it stands behind the excerpt's end. */
export function placeOf(file: string, line: number, column: number, text: string): Place {
  const excerpt = printable(text)
  if (column <= excerpt.length) return { file, line, column, excerpt, length: 1 }
  return { file, line, column: 1, excerpt, length: Math.max(1, excerpt.length) }
}
