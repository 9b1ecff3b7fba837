/** Chance from a seed: the same seed gives the same dossier on every machine. */

export interface Chance {
  /** True with the likelihood `of`. */
  happens(of: number): boolean
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** Several different ones in random order, or all when there are fewer. */
  some<T>(from: readonly T[], count: number): T[]
}

/** The generator mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    happens: (of) => next() < of,
    between,
    pick: (from) => from[between(0, from.length - 1)]!,
    some: (from, count) => {
      const left = [...from]
      const taken = Math.min(count, left.length)
      return Array.from({ length: taken }, () => left.splice(between(0, left.length - 1), 1)[0]!)
    },
  }
}
