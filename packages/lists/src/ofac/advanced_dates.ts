import { child, textOf, type XmlElement } from '@holdfast/records'
import type { StatedDate } from '../entry.ts'
import { statedParts } from '../stated_date.ts'
import type { ReferenceValues } from './advanced_values.ts'
import { isTrue } from './advanced_values.ts'

/** A point of a calendar: a day; with 0 for day or month the whole of what is above it. */
function pointOf(element: XmlElement | null): StatedDate | null {
  const part = (name: string): string | undefined => {
    const text = textOf(element, name)
    return text === null || Number(text) === 0 ? undefined : text
  }
  const [year, month, day] = [part('Year'), part('Month'), part('Day')]
  return year === undefined ? null : statedParts(year, month, month === undefined ? month : day)
}

/** A `Date` or `DateOfIssue` as `YYYY-MM-DD`; null when it is no day. */
export function dayOf(element: XmlElement | null): string | null {
  const point = pointOf(element)
  return point?.precision === 'day' ? point.from : null
}

/**
 * A DatePeriod: from the first point of its start to the last of its end. 1 January to 31 December
 * is how OFAC writes a year, the first to the last day of a month a month. The flags YearFixed,
 * MonthFixed and DayFixed say nothing more. Null without a point, in another calendar, or with an
 * end before its start.
 */
export function periodOf(period: XmlElement, values: ReferenceValues): StatedDate | null {
  const calendar = values.text(period, 'CalendarTypeID', 'CalendarType')
  if (calendar !== null && !/gregorian/i.test(calendar)) return null
  const [start, end] = [child(period, 'Start'), child(period, 'End')]
  const points = [start, end].flatMap((side) => {
    const both = [pointOf(child(side, 'From')), pointOf(child(side, 'To'))]
    return both.filter((point) => point !== null)
  })
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || last.to < first.from) return null
  const span = named(first.from, last.to)
  const circa = [start, end].some((side) => isTrue(side, 'Approximate'))
  return circa ? { ...span, circa: true } : span
}

/** The exactness of a span: a day, a whole month, a whole year, or else a range. */
function named(from: string, to: string): StatedDate {
  if (from === to) return { from, to, precision: 'day' }
  const [year = '', month] = from.split('-')
  for (const whole of [statedParts(year), statedParts(year, month)]) {
    if (whole !== null && whole.from === from && whole.to === to) return whole
  }
  return { from, to, precision: 'range' }
}

/** A stated date in as few figures as it needs: `1958-06-04`, `1958`, `1961-01-01..1963-12-31`. */
export function shortDate({ from, precision, to }: StatedDate): string {
  if (precision === 'day') return from
  if (precision === 'month') return from.slice(0, 7)
  return precision === 'year' ? from.slice(0, 4) : `${from}..${to}`
}
