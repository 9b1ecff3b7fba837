/**
 * Which names hold which word: lists of numbers in one array, made in two passes.
 *
 * 90,000 names have some 300,000 words; as arrays of their own they would take ten times the
 * memory.
 */
export class Postings {
  readonly #starts: Uint32Array
  readonly #values: Uint32Array

  /** @param keys the key of each pair, below `count` @param values the value of each pair */
  constructor(keys: readonly number[], values: readonly number[], count: number) {
    const starts = new Uint32Array(count + 1)
    for (const key of keys) starts[key + 1]! += 1
    for (let key = 0; key < count; key += 1) starts[key + 1]! += starts[key]!
    const next = starts.slice()
    const sorted = new Uint32Array(values.length)
    for (let pair = 0; pair < keys.length; pair += 1) {
      const key = keys[pair]!
      sorted[next[key]!] = values[pair]!
      next[key]! += 1
    }
    this.#starts = starts
    this.#values = sorted
  }

  /** The values of a key, in the order in which they were given. */
  of(key: number): Uint32Array {
    return this.#values.subarray(this.#starts[key]!, this.#starts[key + 1]!)
  }

  /** How many values a key has. */
  count(key: number): number {
    return this.#starts[key + 1]! - this.#starts[key]!
  }
}
