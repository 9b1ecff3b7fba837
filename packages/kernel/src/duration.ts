/**
 * Durations as institutions write them: `36h`, `30d`, `2w`, `18mo`, `1y`, or `30 days`.
 *
 * The model counts in calendar days. Hours are rounded down to whole days, so that no buffer and
 * no tolerance is ever taken for longer than it is; months count 30 days and years 365.
 */
export interface Duration {
  /** Whole calendar days, rounded down. */
  readonly days: number
  /** The duration in hours, as written. */
  readonly hours: number
}

const HOURS_PER_UNIT: Readonly<Record<string, number>> = {
  h: 1,
  hour: 1,
  hours: 1,
  d: 24,
  day: 24,
  days: 24,
  w: 168,
  week: 168,
  weeks: 168,
  mo: 720,
  month: 720,
  months: 720,
  y: 8760,
  year: 8760,
  years: 8760,
}

/** The longest duration that is read, in days (100 years): beyond it a typing error is likelier. */
export const DURATION_DAYS_MAX = 36_500

/** Reads a duration; null when it is none, is negative or is longer than `DURATION_DAYS_MAX`. */
export function parseDuration(text: string): Duration | null {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text.trim())
  if (match === null) return null
  const name = (match[2] ?? '').toLowerCase()
  const unit = Object.hasOwn(HOURS_PER_UNIT, name) ? HOURS_PER_UNIT[name] : undefined
  if (unit === undefined) return null
  // Binary fractions lose no day: 4.1 months are 123 days.
  const hours = Math.round(Number(match[1]) * unit * 1e6) / 1e6
  if (hours > DURATION_DAYS_MAX * 24) return null
  return { days: Math.floor(hours / 24), hours }
}

/** A duration of whole days. */
export function daysLong(days: number): Duration {
  return { days, hours: days * 24 }
}
