/** Draws that are the same in every run. */
export interface Chance {
  /** A number from 0 on, below `end`. */
  below(end: number): number
  /** So many different ones of a list, or all. */
  some<T>(list: readonly T[], count: number): T[]
}

/** The generator “mulberry32”, of 32 bits. */
export function chanceOf(seed: number): Chance {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  const some = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list]
    return Array.from({ length: Math.min(count, list.length) }, () => {
      return left.splice(below(left.length), 1)[0]!
    })
  }
  return { below, some }
}
