/** A closed interval [low, high]. Probabilities and shares are intervals with 0 <= low <= high. */
export type Interval = readonly [low: number, high: number]

export const ZERO: Interval = [0, 0]
export const ONE: Interval = [1, 1]
/** What is known of a likelihood of which nothing is known. */
export const UNKNOWN_LIKELIHOOD: Interval = [0, 1]

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])]
}

export function middle(interval: Interval): number {
  return (interval[0] + interval[1]) / 2
}

export function width(interval: Interval): number {
  return interval[1] - interval[0]
}
