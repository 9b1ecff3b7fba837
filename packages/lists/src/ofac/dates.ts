import type { Precision } from '@holdfast/kernel'
import type { StatedDate } from '../entry.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The days of a month of a year. */
function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A day as `YYYY-MM-DD`; null when there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1 || year > 9_999 || month < 1 || month > 12) return null
  if (day < 1 || day > daysOf(year, month)) return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** A part of a date: its first and last day. */
export interface Span {
  readonly from: string
  readonly to: string
  readonly precision: Precision
}

/** A day, a month (`day` null) or a year (`month` null too); null when there is none such. */
export function spanOf(year: number, month: number | null, day: number | null): Span | null {
  const first = isoDay(year, month ?? 1, day ?? 1)
  const last = isoDay(year, month ?? 12, day ?? daysOf(year, month ?? 12))
  if (first === null || last === null) return null
  const precision = month === null ? 'year' : day === null ? 'month' : 'day'
  return { from: first, to: last, precision }
}

const DATE = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]*\.? )?(\d{4})$/

function readSpan(text: string): Span | null {
  const match = DATE.exec(text)
  if (match === null) return null
  const [, day, word, year] = match
  const month = word === undefined ? null : MONTHS.indexOf(word.toLowerCase()) + 1
  return spanOf(Number(year), month, day === undefined ? null : Number(day))
}

/**
 * A date as OFAC writes it: `04 Jun 1958`, `Jun 1958`, `1958`, `circa 1951`, `1961 to 1963`, `08
 * Aug 1985 to 07 Aug 1986`, `circa 1979-1982`. Null for all else.
 */
export function ofacDate(text: string): StatedDate | null {
  const circa = /^(?:circa|approximately|c\.) /i.exec(text)
  const plain = (circa === null ? text : text.slice(circa[0].length)).trim()
  const [first, last, ...more] = plain.split(/ to | ?- ?/)
  if (first === undefined || more.length > 0) return null
  const start = readSpan(first)
  const end = last === undefined ? start : readSpan(last.replace(/^circa /i, ''))
  if (start === null || end === null || end.to < start.from) return null
  const span =
    last === undefined ? start : { from: start.from, to: end.to, precision: 'range' as const }
  return circa === null && !/ circa /i.test(plain) ? span : { ...span, circa: true }
}

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as exactly as the text states it; else the text. */
export function isoOrText(text: string): string {
  const span = readSpan(text)
  if (span === null) return text
  if (span.precision === 'day') return span.from
  return span.from.slice(0, span.precision === 'month' ? 7 : 4)
}

/** `MM/DD/YYYY` as a day, null when it is none. */
export function americanDay(text: string): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  return match === null ? null : isoDay(Number(match[3]), Number(match[1]), Number(match[2]))
}
