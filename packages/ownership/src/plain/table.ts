/** What both plain tables have in common: they are read row by row, and broken rows cut them. */
import type { Place } from '@holdfast/kernel'
import {
  type ByteSource,
  type CsvRecord,
  delimiterOf,
  Findings,
  placeOf,
  readCsv,
} from '@holdfast/records'
import { firstDayOf, lastDayOf } from '../json_fields.ts'
import type { Oddities } from '../oddities.ts'
import { writtenKey } from '../party_key.ts'
import type { Certainty, PartyKey } from '../records.ts'

/** Ten million edges, and room. */
const LIMITS = {
  bytes_max: 8_000_000_000,
  rows_max: 50_000_000,
  columns_max: 1_000,
  characters_max: 100_000,
}

const EXCERPT_CHARS = 120

/**
 * Reads a table with commas, semicolons or tabs. Where rows were read before it breaks, the errors
 * become warnings and the table is not whole; where none was, they stay errors.
 *
 * @returns null after an error in `found`
 */
export function readTable(
  source: ByteSource,
  required: readonly string[],
  take: (row: PlainRow) => void,
  found: Findings,
): { readonly whole: boolean } | null {
  const delimiter = delimiterOf(source)
  const errors = new Findings()
  let rows = 0
  const taken = (record: CsvRecord): void => {
    rows += 1
    take(new PlainRow(source.name, record, delimiter))
  }
  const head = readCsv(source, { delimiter, required, byHand: true, take: taken }, errors, LIMITS)
  const isCut = head === null && rows > 0
  found.adopt(errors, isCut ? 'warnings' : 'found')
  if (isCut) found.warn('ownership/source-cut', { file: source.name, count: rows })
  return head === null && !isCut ? null : { whole: head !== null }
}

const CERTAINTIES: Readonly<Record<string, Certainty>> = {
  '': 'stated',
  seen: 'stated',
  stated: 'stated',
  unverified: 'unverified',
  assumed: 'assumed',
}

/** A row of a plain table, with what its cells mean. */
export class PlainRow {
  readonly #file: string
  readonly #record: CsvRecord
  readonly #delimiter: string
  #place: Place | null = null

  constructor(file: string, record: CsvRecord, delimiter: string) {
    this.#file = file
    this.#record = record
    this.#delimiter = delimiter
  }

  get line(): number {
    return this.#record.line
  }

  /** The cell of a column without white space around it; empty without such a column. */
  text(column: string): string {
    return this.#record.get(column)
  }

  /** The text of a cell, null where it is empty. */
  stated(column: string): string | null {
    const text = this.#record.get(column)
    return text === '' ? null : text
  }

  /** The key of the party that a cell names; null where it is empty. */
  key(column: string): PartyKey | null {
    const text = this.#record.get(column)
    return text === '' ? null : writtenKey(text)
  }

  place(): Place {
    if (this.#place !== null) return this.#place
    const excerpt = this.#record.fields.slice(0, 40).join(this.#delimiter).slice(0, EXCERPT_CHARS)
    this.#place = placeOf(this.#file, this.line, Number.POSITIVE_INFINITY, excerpt)
    return this.#place
  }

  /**
   * A day; of a month or year its first or last day. Warning `ownership/cell-not-read`.
   */
  day(column: string, end: 'first' | 'last', odd: Oddities): number | null {
    const text = this.stated(column)
    if (text === null) return null
    const day = end === 'first' ? firstDayOf(text) : lastDayOf(text)
    if (day === null) this.#notRead(column, odd)
    return day
  }

  /** How far the row is to be believed; `unverified` where that is not read, with a warning. */
  certainty(odd: Oddities): Certainty {
    return this.word('certainty', CERTAINTIES, 'unverified', odd)
  }

  /** What a cell's word means; `otherwise` where it is not known, with a warning. */
  word<Meaning>(
    column: string,
    words: Readonly<Record<string, Meaning>>,
    otherwise: Meaning,
    odd: Oddities,
  ): Meaning {
    const word = this.text(column).toLowerCase()
    if (Object.hasOwn(words, word)) return words[word] as Meaning
    this.#notRead(column, odd)
    return otherwise
  }

  #notRead(column: string, odd: Oddities): void {
    const params = { line: this.line, column, text: this.text(column).slice(0, 60) }
    odd.warn('ownership/cell-not-read', params, () => this.place())
  }
}
