/**
 * Shares as far as they are known. Bounds are whole millionths of a percent, so that sums of
 * published fractions come out exact: 33.333333 percent three times and 0.000001 is 100.
 */

/** One percent in the unit of shares. */
export const PERCENT = 1_000_000

/** All of it, in the unit of shares. */
export const WHOLE = 100 * PERCENT

/**
 * A share from `low` to `high`, in millionths of a percent. `openLow`: more than `low`; `openHigh`:
 * less than `high`. "25 to 50 percent" is more than 25 and at most 50 (semantics, section 6).
 */
export interface Share {
  readonly low: number
  readonly high: number
  readonly openLow: boolean
  readonly openHigh: boolean
}

/** Nothing is known of how large a stake is; a source may speak of one that is next to none. */
export const SOME_SHARE: Share = { low: 0, high: WHOLE, openLow: false, openHigh: false }

/** A share known exactly, from percent; null when it is none from 0 to 100. */
export function exactShare(percent: number): Share | null {
  if (!(percent >= 0 && percent <= 100)) return null
  return exactUnits(Math.round(percent * PERCENT))
}

/** True when the share is one number. */
export function isExact(share: Share): boolean {
  return share.low === share.high
}

/** A share known exactly, from millionths of a percent. */
export function exactUnits(units: number): Share {
  return { low: units, high: units, openLow: false, openHigh: false }
}
