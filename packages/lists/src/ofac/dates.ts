import type { StatedDate } from '../entry.ts'
import { statedDate, statedInWords, statedParts } from '../stated_date.ts'

/** `04 Jun 1958`, `Jun 1958` or `1958`; null for all else. */
function readSpan(text: string): StatedDate | null {
  return /^\d{4}$/.test(text) ? statedDate(text) : statedInWords(text)
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
  return match === null ? null : (statedParts(match[3] ?? '', match[1], match[2])?.from ?? null)
}
