import { type Statement, state } from '@holdfast/kernel'
import type { ListEntry, StatedDate } from '@holdfast/lists'
import type { ScreenQuery } from './query.ts'

/**
 * What stands beside the names: support or contradiction, in log-odds, with the reason in words.
 * What only one side states is no evidence.
 *
 * The weights are judgments: a birthday agrees by chance once in some ten thousand times and is
 * wrong on lists far more often, so agreement counts less than that, and contradiction is never
 * final.
 */
export interface Evidence {
  readonly odds: number
  readonly reasons: readonly Statement[]
}

const SAME_DAY = 3
const SAME_YEAR = 1.2
const SWAPPED_DAY = 1.5
const NEAR_YEAR = 0
const OTHER_DAY = -1.2
const OTHER_YEAR = -3.5
const SAME_COUNTRY = 0.6
const OTHER_COUNTRY = -0.8
const OTHER_GENDER = -2
const SAME_NUMBER = 6

/** All evidence for or against a query and an entry being one party. */
export function evidenceOf(query: ScreenQuery, entry: ListEntry): Evidence {
  const found = [
    birthEvidence(query, entry),
    countryEvidence(query, entry),
    genderEvidence(query, entry),
    numberEvidence(query, entry),
  ].filter((one) => one !== null)
  return {
    odds: found.reduce((sum, one) => sum + one.odds, 0),
    reasons: found.flatMap((one) => one.reasons),
  }
}

/** The most that evidence can add to the names of a query. Numbers find entries by themselves. */
export function mostSupport(query: ScreenQuery): number {
  const birth = (query.births ?? []).length > 0 ? SAME_DAY : 0
  return birth + ((query.countries ?? []).length > 0 ? SAME_COUNTRY : 0)
}

function evidence(odds: number, key: string, params: Readonly<Record<string, string>>): Evidence {
  return { odds, reasons: [state(`reason.${key}`, params)] }
}

/** The best agreement between any of the dates; lists give several where they are not sure. */
function birthEvidence(query: ScreenQuery, entry: ListEntry): Evidence | null {
  const births = entry.births ?? []
  let best: Evidence | null = null
  for (const asked of query.births ?? []) {
    for (const stated of births) {
      const one = compareDates(asked, stated)
      if (one !== null && (best === null || one.odds > best.odds)) best = one
    }
  }
  return best
}

function compareDates(asked: string, stated: StatedDate): Evidence | null {
  const params = { asked, listed: shown(stated) }
  const exact = asked.length === 10 && stated.precision === 'day' && stated.circa === undefined
  if (exact && asked === stated.from) return evidence(SAME_DAY, 'birth-same', params)
  if (exact && swapped(asked) === stated.from) return evidence(SWAPPED_DAY, 'birth-swapped', params)
  const [from, to] = [Number(stated.from.slice(0, 4)), Number(stated.to.slice(0, 4))]
  const year = Number(asked.slice(0, 4))
  if (Number.isNaN(year) || Number.isNaN(from) || Number.isNaN(to)) return null
  if (exact && year === from) return evidence(OTHER_DAY, 'birth-other-day', params)
  const slack = stated.circa === undefined ? 0 : 2
  if (year >= from && year <= to) return evidence(SAME_YEAR, 'birth-same-year', params)
  if (year >= from - slack && year <= to + slack) return evidence(NEAR_YEAR, 'birth-near', params)
  if (year >= from - 1 && year <= to + 1) return evidence(OTHER_DAY, 'birth-near-year', params)
  return evidence(OTHER_YEAR, 'birth-other-year', params)
}

function shown(date: StatedDate): string {
  if (date.precision === 'day') return date.from
  if (date.precision === 'year') return date.from.slice(0, 4)
  if (date.precision === 'month') return date.from.slice(0, 7)
  return `${date.from.slice(0, 4)}..${date.to.slice(0, 4)}`
}

/** The day with its month and its number exchanged. */
function swapped(day: string): string {
  return `${day.slice(0, 5)}${day.slice(8, 10)}-${day.slice(5, 7)}`
}

function countryEvidence(query: ScreenQuery, entry: ListEntry): Evidence | null {
  const asked = (query.countries ?? []).map((country) => country.toUpperCase())
  const listed = [
    ...(entry.nationalities ?? []),
    ...(entry.citizenships ?? []),
    ...(entry.countries ?? []),
  ].map((country) => country.toUpperCase())
  if (asked.length === 0 || listed.length === 0) return null
  const shared = asked.filter((country) => listed.includes(country))
  const params = { asked: asked.join(', '), listed: [...new Set(listed)].join(', ') }
  if (shared.length > 0) return evidence(SAME_COUNTRY, 'country-same', params)
  return evidence(OTHER_COUNTRY, 'country-other', params)
}

function genderEvidence(query: ScreenQuery, entry: ListEntry): Evidence | null {
  if (query.gender === undefined || entry.gender === undefined) return null
  if (query.gender === entry.gender) return null
  return evidence(OTHER_GENDER, 'gender-other', { asked: query.gender, listed: entry.gender })
}

function numberEvidence(query: ScreenQuery, entry: ListEntry): Evidence | null {
  const asked = new Set((query.identifiers ?? []).map(numberKey).filter((key) => key !== ''))
  if (asked.size === 0) return null
  const same = entry.identifiers?.find((identifier) => asked.has(numberKey(identifier.number)))
  if (same === undefined) return null
  return evidence(SAME_NUMBER, 'number-same', { kind: same.kind })
}

/** A number without the punctuation in which people write it. */
export function numberKey(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
