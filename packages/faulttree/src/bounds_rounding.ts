/** Half the distance from 1 to the next number: the relative error of one operation. */
export const UNIT = 2 ** -53

/** Above whatever is lost where numbers become too small to be told from 0. */
const LOST = 1e-300

/** A number that is certainly at most the one meant; `steps` operations of sums and products. */
export function atMost(value: number, steps: number): number {
  return Math.max(0, value * (1 - (steps + 4) * UNIT) - LOST)
}

/** A probability that is certainly at least the one meant. */
export function atLeast(value: number, steps: number): number {
  return Math.min(1, value * (1 + (steps + 4) * UNIT) + LOST)
}
