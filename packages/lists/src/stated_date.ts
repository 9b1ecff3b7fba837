import { type DateRange, formatDay, parseDateRange, parseDay } from '@holdfast/kernel'
import type { StatedDate } from './entry.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day of `2012-12-31`, `2012-12-31-05:00` or `2012-12-31T00:00:09Z`, as printed; or null. */
export function dayOf(text: string): string | null {
  const day = text.trim().slice(0, 10)
  const rest = text.trim().slice(10)
  if (!/^(T[\d:.]+)?(Z|[+-]\d\d:?\d\d)?$/.test(rest)) return null
  return parseDay(day) === null ? null : day
}

/** Reads `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `DAY..DAY`; null when it is no date. */
export function statedDate(text: string): StatedDate | null {
  const range = parseDateRange(text)
  return range === null ? null : datesOf(range)
}

/** Reads `2011`, `2011-02` or `2011-02-28`, a time behind it left out; null when it is none. */
export function partialDate(text: string): StatedDate | null {
  return text.includes('..') ? null : statedDate(text.trim().split(/[T ]/)[0] ?? '')
}

/**
 * A day, a month or a year by its figures, as they are written: `('1961', '4')`. Null when there is
 * none such.
 */
export function statedParts(year: string, month?: string, day?: string): StatedDate | null {
  const parts = [year.padStart(4, '0'), month?.padStart(2, '0'), day?.padStart(2, '0')]
  return statedDate(parts.filter((part) => part !== undefined).join('-'))
}

/** From the beginning of one year to the end of another; null when they are not in that order. */
export function statedYears(first: string, last: string): StatedDate | null {
  if (!/^\d{4}$/.test(first) || !/^\d{4}$/.test(last)) return null
  return statedDate(first === last ? first : `${first}-01-01..${last}-12-31`)
}

/** Reads `Nov. 1973`, `August 1961` and `4 Sep. 2005`; null when it is no date. */
export function statedInWords(text: string): StatedDate | null {
  const match = /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})$/.exec(text.trim())
  if (match === null) return null
  const [, day, name = '', year = ''] = match
  const month = monthOf(name)
  if (month === null) return null
  return statedParts(year, month, day)
}

/**
 * Reads `31/12/1961` with letters for what is not known: `dd/mm/1961`, `dd/06/1961`; also a year
 * alone. Null when it is no date.
 */
export function statedBySlashes(text: string): StatedDate | null {
  const match = /^(?:(?:(\d{1,2}|dd?)\/)?(\d{1,2}|mm?)\/)?(\d{4})$/i.exec(text.trim())
  if (match === null) return null
  const [, day, month, year = ''] = match
  if (month === undefined || /m/i.test(month)) return statedDate(year)
  return statedParts(year, month, day === undefined || /d/i.test(day) ? undefined : day)
}

/** `01` to `12` by the English name or its beginning; null when it is no month. */
export function monthOf(name: string): string | null {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase())
  return index < 0 ? null : String(index + 1).padStart(2, '0')
}

function datesOf({ from, to, precision }: DateRange): StatedDate {
  return { from: formatDay(from) as string, to: formatDay(to) as string, precision }
}
