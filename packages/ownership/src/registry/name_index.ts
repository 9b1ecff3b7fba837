/**
 * Parties by words of their names: for each bucket of words the parties that have one of them. A
 * party stands under its whole names and under its two rarest words, since the frequent ones
 * (`limited`, `holding`) would name half the register.
 */
import { wordsColumn } from './column.ts'
import { NameWords } from './name_words.ts'
import type { PartyRows } from './party_rows.ts'
import { NO_TEXT } from './party_rows.ts'

/** Rare words of a party under which it stands. */
const RARE_WORDS = 2

/** A word that more parties have tells nothing. */
const COMMON_FROM = 2_000

const LINE_FEED = 0x0a

/** Names of one party that are looked at. */
const NAMES_MAX = 64

export interface NameIndex {
  /** Buckets are the first bits of a word's hash. */
  readonly bits: number
  /** The parties of bucket `b` are `parties[start[b]]` up to `parties[start[b + 1] - 1]`. */
  readonly start: Uint32Array
  readonly parties: Uint32Array
}

/** Bits so that there are about as many buckets as parties. */
export function bucketBits(count: number): number {
  return Math.min(26, Math.max(4, Math.ceil(Math.log2(count + 1))))
}

/** The bucket of a hash. */
export function bucketOf(hash: number, bits: number): number {
  return hash >>> (32 - bits)
}

/** @param rowsOf all rows of a party, in order */
export function nameIndex(
  rows: PartyRows,
  parties: number,
  rowsOf: (party: number) => readonly number[],
): NameIndex {
  const bits = bucketBits(parties)
  const buckets = new PartyBuckets(rows, bits)
  const common = new Uint32Array(1 << bits)
  for (let party = 0; party < parties; party += 1) {
    buckets.read(rowsOf(party))
    for (const bucket of buckets.all) common[bucket]! += 1
  }
  const start = new Uint32Array((1 << bits) + 1)
  const chosen = wordsColumn()
  const chosenBy = wordsColumn()
  for (let party = 0; party < parties; party += 1) {
    buckets.read(rowsOf(party))
    for (const bucket of buckets.chosen(common)) {
      start[bucket + 1]! += 1
      chosen.push(bucket)
      chosenBy.push(party)
    }
  }
  for (let bucket = 0; bucket < 1 << bits; bucket += 1) start[bucket + 1]! += start[bucket]!
  const next = start.slice()
  const listed = new Uint32Array(start[1 << bits]!)
  for (let at = 0; at < chosen.length; at += 1) {
    const bucket = chosen.get(at)
    listed[next[bucket]!] = chosenBy.get(at)
    next[bucket]! += 1
  }
  return { bits, start, parties: listed }
}

/** The buckets of one party at a time. */
class PartyBuckets {
  /** Of all words and of all whole names, each once. */
  readonly all: number[] = []
  readonly #whole: number[] = []
  readonly #rows: PartyRows
  readonly #bits: number
  readonly #words = new NameWords()

  constructor(rows: PartyRows, bits: number) {
    this.#rows = rows
    this.#bits = bits
  }

  read(rows: readonly number[]): void {
    this.all.length = 0
    this.#whole.length = 0
    for (const row of rows) {
      this.#names(this.#rows.name.get(row))
      this.#names(this.#rows.otherNames.get(row))
    }
  }

  /** Whole names, and of the words the rarest, if they are rare. */
  chosen(common: Uint32Array): readonly number[] {
    const rare: number[] = []
    for (const bucket of this.all) {
      const count = common[bucket]!
      if (count >= COMMON_FROM || this.#whole.includes(bucket)) continue
      rare.push(bucket)
    }
    if (rare.length > RARE_WORDS) rare.sort((a, b) => common[a]! - common[b]! || a - b)
    return [...this.#whole, ...rare.slice(0, RARE_WORDS)]
  }

  /** One name, or several with line feeds between them. */
  #names(address: number): void {
    if (address === NO_TEXT) return
    const { bytes, start, end } = this.#rows.names.span(address)
    let from = start
    while (from < end && this.#whole.length < NAMES_MAX) {
      let to = from
      while (to < end && bytes[to] !== LINE_FEED) to += 1
      this.#words.readBytes(bytes, from, to)
      this.#keep()
      from = to + 1
    }
  }

  #keep(): void {
    const { count, hashes } = this.#words
    for (let at = 0; at < count; at += 1) {
      const bucket = bucketOf(hashes[at]!, this.#bits)
      if (!this.all.includes(bucket)) this.all.push(bucket)
      if (at === count - 1 && !this.#whole.includes(bucket)) this.#whole.push(bucket)
    }
  }
}
