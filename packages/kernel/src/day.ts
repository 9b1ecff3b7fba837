/**
 * Calendar days of the proleptic Gregorian calendar, as whole days since 1970-01-01.
 *
 * A `Day` has no time zone: it is a day of the institution's calendar (semantics, section 8).
 * `NEVER` stands for "does not happen" and is larger than every day.
 */
export type Day = number

/** The day of what does not happen. Arithmetic keeps it: `NEVER + 30 === NEVER`. */
export const NEVER: Day = Number.POSITIVE_INFINITY

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** Reads `YYYY-MM-DD`; null when it is not a date of the calendar (2025-02-30 is none). */
export function parseDay(text: string): Day | null {
  const match = ISO_DATE.exec(text)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? Math.round(date.getTime() / MS_PER_DAY) : null
}

/** A day as `YYYY-MM-DD`; null for `NEVER`, as JSON wants it. */
export function formatDay(day: Day): string | null {
  if (!Number.isFinite(day)) return null
  return new Date(day * MS_PER_DAY).toISOString().split('T')[0] ?? null
}

/** How exactly a source states a date. */
export type Precision = 'day' | 'month' | 'year' | 'range' | 'unknown'

/** A date as far as it is known: some day from `from` to `to`, both included. */
export interface DateRange {
  readonly from: Day
  readonly to: Day
  readonly precision: Precision
}

/** Reads `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `DAY..DAY`; null when it is none of these. */
export function parseDateRange(text: string): DateRange | null {
  const span = text.split('..')
  if (span.length === 2) {
    const from = parseDay(span[0] ?? '')
    const to = parseDay(span[1] ?? '')
    if (from === null || to === null || from > to) return null
    return { from, to, precision: 'range' }
  }
  const day = parseDay(text)
  if (day !== null) return { from: day, to: day, precision: 'day' }
  if (/^\d{4}-\d{2}$/.test(text)) {
    const from = parseDay(`${text}-01`)
    return from === null ? null : { from, to: lastOfMonth(from), precision: 'month' }
  }
  if (/^\d{4}$/.test(text)) {
    const from = parseDay(`${text}-01-01`)
    const to = parseDay(`${text}-12-31`)
    return from === null || to === null ? null : { from, to, precision: 'year' }
  }
  return null
}

function lastOfMonth(first: Day): Day {
  const date = new Date(first * MS_PER_DAY)
  date.setUTCMonth(date.getUTCMonth() + 1, 0)
  return Math.round(date.getTime() / MS_PER_DAY)
}
