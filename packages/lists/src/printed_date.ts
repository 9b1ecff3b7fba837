import type { StatedDate } from './entry.ts'
import { monthOf, statedDate, statedParts } from './stated_date.ts'

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const YEAR = '(?:1[89]|20)\\d\\d'

/** One date as acts print it, each shape with its groups. */
const SHAPES = [
  `(?<isoYear>${YEAR})-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)`,
  `(?<dotDay>\\d{1,2})[./] ?(?<dotMonth>\\d{1,2})[./] ?(?<dotYear>${YEAR})`,
  `(?<wordDay>\\d{1,2}) ?(?<wordMonth>${MONTH})\\.? ?(?<wordYear>${YEAR})`,
  `(?<onlyMonth>${MONTH})\\.? (?<monthYear>${YEAR})`,
  `(?<onlyYear>${YEAR})`,
].join('|')

const DATES = new RegExp(`(?<![\\d.])(?:${SHAPES})(?!\\d)`, 'gi')
const CIRCA = /\b(approximately|approx|circa|about|around|ca)\b|\bc\./i
/** What stands between the two ends of one span. */
const SPAN = /^\s*(?:-|\u2013|to|until)\s*$/i
const BETWEEN_BEFORE = /\b(?:between|from)\s*$/i
const BETWEEN = /^\s*(?:and|-|\u2013|to)\s*$/i
/** What may stand around dates and says nothing more. */
const NOTHING = /\(?\b[a-z]\)|\b(?:or|and|between|from|to|until)\b|[\s,;./()\u2013-]+/gi

interface Found {
  readonly date: StatedDate
  readonly start: number
  readonly end: number
}

/**
 * The dates of a text as legal acts print them: `12.4.1963`, `2 December 1985`, `Feb. 1971`,
 * `1952 or 1953`, `between 1969 and 1973`, `(a) 1.1.1970, (b) 1972`. Days come before months. Where
 * the text says more than its dates each keeps it in `text`. Empty when no date is recognised.
 * Linear in the text.
 */
export function printedDates(text: string): readonly StatedDate[] {
  const found: Found[] = []
  for (const match of text.matchAll(DATES)) {
    const date = dateOf(match.groups ?? {})
    if (date === null) continue
    found.push({ date, start: match.index, end: match.index + match[0].length })
  }
  const between = found.map(({ start }, at) => text.slice(found[at - 1]?.end ?? 0, start))
  const rest = [...between, text.slice(found.at(-1)?.end ?? 0)].join(' ')
  const circa = CIRCA.test(rest)
  const says = rest.replace(CIRCA, '').replace(NOTHING, '') !== ''
  const more = { ...(circa ? { circa: true as const } : {}), ...(says ? { text } : {}) }
  return spans(found, text).map((date) => ({ ...date, ...more }))
}

function spans(found: readonly Found[], text: string): StatedDate[] {
  const dates: StatedDate[] = []
  for (let at = 0; at < found.length; at += 1) {
    const one = found[at] as Found
    const next = found[at + 1]
    const joint = next === undefined ? '' : text.slice(one.end, next.start)
    const before = text.slice(found[at - 1]?.end ?? 0, one.start)
    const isBetween = BETWEEN_BEFORE.test(before) && BETWEEN.test(joint)
    if (next !== undefined && (isBetween || SPAN.test(joint)) && one.date.from <= next.date.to) {
      dates.push({ from: one.date.from, to: next.date.to, precision: 'range' })
      at += 1
    } else {
      dates.push(one.date)
    }
  }
  return dates
}

type Groups = Readonly<Record<string, string | undefined>>

function dateOf(groups: Groups): StatedDate | null {
  const { dotDay, dotMonth, dotYear, isoDay, isoMonth, isoYear } = groups
  const { monthYear, onlyMonth, onlyYear, wordDay, wordMonth, wordYear } = groups
  if (isoYear !== undefined) return statedParts(isoYear, isoMonth ?? '', isoDay ?? '')
  if (dotYear !== undefined) return statedParts(dotYear, dotMonth ?? '', dotDay ?? '')
  if (wordYear !== undefined)
    return statedParts(wordYear, monthOf(wordMonth ?? '') ?? '', wordDay ?? '')
  if (monthYear !== undefined) return statedParts(monthYear, monthOf(onlyMonth ?? '') ?? '')
  return onlyYear === undefined ? null : statedDate(onlyYear)
}
