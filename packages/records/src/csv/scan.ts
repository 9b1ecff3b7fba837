/** One record of a table in UTF-8, found in its bytes without making text of it. */

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const QUOTE = 0x22

/** What is wrong with a record; the codes are those of `CsvParser`. */
export type ScanFault =
  | 'records/csv-quote-inside'
  | 'records/csv-text-after-quote'
  | 'records/csv-control'

/**
 * Finds the fields of a record by the rules of `CsvParser`, byte by byte: every byte is looked at
 * once, and only the places of wanted fields are kept. UTF-8 needs no decoding for it, because the
 * bytes of its longer characters are all above 0x7F.
 */
export class RecordScanner {
  readonly #delimiter: number
  /** Bytes above this one end no field that has no quotes. */
  readonly #highest: number
  /** By column: where its place is kept, or -1. */
  #slots: Int32Array = new Int32Array(0)
  /** By slot: where the field begins and ends in the bytes, quotes left out. */
  starts: Int32Array = new Int32Array(0)
  ends: Int32Array = new Int32Array(0)
  /** By slot: 1 when quotes within the field are doubled. */
  doubled: Uint8Array = new Uint8Array(0)
  /** Fields of the record. */
  fields = 0
  /** Line ends within the record's quoted fields. */
  lines = 0
  fault: ScanFault | null = null
  /** Where the bytes end in an open quote, or where the fault stands. */
  at = 0
  openQuote = false
  /** Line ends of the record before the field that is in quotes. */
  linesBefore = 0

  constructor(delimiter: number) {
    this.#delimiter = delimiter
    this.#highest = Math.max(QUOTE, delimiter)
  }

  /** Keeps these of so many columns from now on, in slots of this order. */
  keep(columns: readonly number[], count: number): void {
    const slots = new Int32Array(count).fill(-1)
    for (const [slot, column] of columns.entries()) if (column >= 0) slots[column] = slot
    this.#slots = slots
    this.starts = new Int32Array(columns.length)
    this.ends = new Int32Array(columns.length)
    this.doubled = new Uint8Array(columns.length)
  }

  /**
   * Reads the record that begins at `start`.
   *
   * @param last no bytes follow behind `end`: the record may end there
   * @returns where its line end stands, or `end` where it has none; -1 when the bytes end before
   * the record does, and after a fault
   */
  record(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    const delimiter = this.#delimiter
    const slots = this.#slots
    let at = start
    let column = 0
    this.lines = 0
    this.openQuote = false
    for (;;) {
      // Most fields of a wide table are empty, in quotes, and not wanted.
      while (
        slots[column] === -1 &&
        bytes[at + 2] === delimiter &&
        bytes[at + 1] === QUOTE &&
        bytes[at] === QUOTE
      ) {
        column += 1
        at += 3
      }
      const slot = column < slots.length ? (slots[column] as number) : -1
      if (at < end && bytes[at] === QUOTE) {
        at = this.#quoted(bytes, at + 1, end, last, slot)
      } else {
        const from = at
        at = this.#plain(bytes, at, end)
        if (slot >= 0) this.#keep(slot, from, at, 0)
      }
      if (at < 0 || (at >= end && !last)) return -1
      column += 1
      if (at < end && bytes[at] === delimiter) {
        at += 1
        continue
      }
      this.fields = column
      if (at >= end || bytes[at] === LF || bytes[at] === CR) return at
      this.at = at
      this.fault = bytes[at] === QUOTE ? 'records/csv-quote-inside' : 'records/csv-control'
      return -1
    }
  }

  /** Behind a field without quotes. */
  #plain(bytes: Uint8Array, start: number, end: number): number {
    const highest = this.#highest
    const delimiter = this.#delimiter
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number
      if (byte > highest) continue
      if (byte === delimiter || byte === QUOTE) return at
      if (byte < SPACE && byte !== TAB) return at
    }
    return end
  }

  /** Behind a field in quotes; -1 when it does not end, and after a fault. */
  #quoted(bytes: Uint8Array, start: number, end: number, last: boolean, slot: number): number {
    let doubled = 0
    this.linesBefore = this.lines
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number
      if (byte > QUOTE) continue
      if (byte === QUOTE) {
        const next = at + 1
        if (next >= end && !last) return -1
        if (next < end && bytes[next] === QUOTE) {
          doubled = 1
          at = next
          continue
        }
        if (slot >= 0) this.#keep(slot, start, at, doubled)
        return this.#afterQuote(bytes, next, end)
      }
      if (byte >= SPACE || byte === TAB) continue
      if (byte === LF || byte === CR) {
        const pair = byte === LF && at > start && bytes[at - 1] === CR
        if (!pair) this.lines += 1
        continue
      }
      this.at = at
      this.fault = 'records/csv-control'
      return -1
    }
    this.at = start - 1
    this.openQuote = true
    return -1
  }

  #afterQuote(bytes: Uint8Array, at: number, end: number): number {
    const byte = bytes[at]
    if (at >= end || byte === this.#delimiter || byte === LF || byte === CR) return at
    this.at = at
    this.fault = 'records/csv-text-after-quote'
    return -1
  }

  #keep(slot: number, start: number, end: number, doubled: number): void {
    this.starts[slot] = start
    this.ends[slot] = end
    this.doubled[slot] = doubled
  }
}
