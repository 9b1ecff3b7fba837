/** The stretches of days in which a plan is drawn. */
import type { Day } from '@holdfast/kernel'

/** From its first day to before `to`. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** Periods of a plan, at most. */
export const PERIODS_MAX = 120

/** What a plan of ordinary length is cut into: weeks, fortnights, months of 30 days. */
const USUAL_DAYS = [7, 14, 30]
const USUAL_PERIODS_MAX = 27

/** The shortest usual length that gives no more than 27 periods; else a number of months. */
export function usualPeriodDays(horizonDays: number): number {
  const fitting = USUAL_DAYS.find((days) => horizonDays / days <= USUAL_PERIODS_MAX)
  return fitting ?? 30 * Math.ceil(horizonDays / (30 * USUAL_PERIODS_MAX))
}

/** Periods of equal length from a day on; the last may be shorter. */
export function periodsOf(on: Day, horizonDays: number, periodDays: number): readonly Period[] {
  const periods: Period[] = []
  const end = on + horizonDays
  for (let from = on; from < end; from += periodDays) {
    periods.push({ from, to: Math.min(from + periodDays, end) })
  }
  return periods
}
