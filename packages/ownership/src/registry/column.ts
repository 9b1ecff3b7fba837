const BITS = 16
const CHUNK = 1 << BITS
const MASK = CHUNK - 1

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array

/**
 * Numbers one after the other that grow without ever being copied: an array that doubles holds
 * twice its size for a moment, and a registry is built of arrays that fill the memory.
 */
export class Column {
  readonly #chunks: Numbers[] = []
  readonly #make: (length: number) => Numbers
  length = 0

  constructor(make: (length: number) => Numbers) {
    this.#make = make
  }

  push(value: number): void {
    const at = this.length
    if ((at & MASK) === 0 && this.#chunks.length === at >>> BITS) {
      this.#chunks.push(this.#make(CHUNK))
    }
    this.#chunks[at >>> BITS]![at & MASK] = value
    this.length = at + 1
  }

  /** The number at a place below `length`. */
  get(at: number): number {
    return this.#chunks[at >>> BITS]![at & MASK]!
  }

  set(at: number, value: number): void {
    this.#chunks[at >>> BITS]![at & MASK] = value
  }

  /** Forgets all from a length on; nothing where it is no shorter. */
  cut(length: number): void {
    if (length < this.length) this.length = length
  }
}

export const bytesColumn = (): Column => new Column((length) => new Uint8Array(length))
export const shortsColumn = (): Column => new Column((length) => new Uint16Array(length))
export const wordsColumn = (): Column => new Column((length) => new Uint32Array(length))
export const daysColumn = (): Column => new Column((length) => new Int32Array(length))

/** What stands in a column of days for none. */
export const NO_DAY = -0x80000000

/** Rows by a number each: those of `k` are `order[start[k]]` up to `order[start[k + 1] - 1]`. */
export interface Grouped {
  readonly start: Uint32Array
  readonly order: Uint32Array
}

/** Groups rows by a key below `bound`, in linear time; rows of one key keep their order. */
export function groupRows(rows: number, bound: number, keyOf: (row: number) => number): Grouped {
  const start = new Uint32Array(bound + 1)
  for (let row = 0; row < rows; row += 1) start[keyOf(row) + 1]! += 1
  for (let key = 0; key < bound; key += 1) start[key + 1]! += start[key]!
  const order = new Uint32Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const key = keyOf(row)
    order[start[key]!] = row
    start[key]! += 1
  }
  // Filling has moved each start to the next one's place.
  start.copyWithin(1, 0, bound)
  start[0] = 0
  return { start, order }
}
