import { type Day, parseDay } from '@holdfast/kernel'
import type { TieKind } from '../records.ts'
import type { PeriodFields, RelationFields } from './fields.ts'

/** Relations by their names in RR-CDF 1.1 and 2.1. */
export const RELATIONS: ReadonlyMap<string, TieKind> = new Map([
  ['IS_DIRECTLY_CONSOLIDATED_BY', 'consolidation'],
  ['IS_ULTIMATELY_CONSOLIDATED_BY', 'ultimate-consolidation'],
  ['IS_INTERNATIONAL_BRANCH_OF', 'branch'],
  ['IS_FUND-MANAGED_BY', 'fund-manager'],
  ['IS_FUND_MANAGED_BY', 'fund-manager'],
  ['IS_SUBFUND_OF', 'umbrella-fund'],
  ['IS_FEEDER_TO', 'master-fund'],
])

/**
 * States of a record in which it states nothing: refuted, a second record of the same, or one that
 * another issuer has taken over and publishes itself. A lapsed one still states what it did.
 */
const NOT_STATED: ReadonlySet<string> = new Set(['ANNULLED', 'DUPLICATE', 'TRANSFERRED'])

/** When a relation held, as far as its record says. */
export interface RelationDays {
  readonly from: Day | null
  readonly to: Day | null
  readonly seen: Day | null
  readonly asOf: Day | null
}

export function isStated(fields: RelationFields): boolean {
  return !NOT_STATED.has(fields.registration)
}

/**
 * The days of a relation. Its period is `RELATIONSHIP_PERIOD` alone: the others say for which
 * accounts or documents it was looked up. The end date is the last day, so `to` is the day after.
 *
 * A relation that is inactive or retired and has no end date was over, at the latest, on the day on
 * which its record was last changed; without that day, on the earliest that it names.
 *
 * @param odd gets each text that is no date
 */
export function daysOf(fields: RelationFields, odd: (date: string) => void): RelationDays {
  const period = fields.periods.find(({ type }) => type === 'RELATIONSHIP_PERIOD') ?? NO_PERIOD
  const from = dayOf(period.start, odd)
  const last = dayOf(period.end, odd)
  const seen = dayOf(fields.registered, odd)
  const asOf = dayOf(fields.updated, odd)
  const isOver = fields.status === 'INACTIVE' || fields.registration === 'RETIRED'
  const over = isOver ? (asOf ?? seen ?? from ?? EPOCH) : null
  return { from, to: last === null ? over : last + 1, seen, asOf }
}

const EPOCH: Day = 0
const NO_PERIOD: PeriodFields = { type: '', start: '', end: '' }

/** The day as written, whatever its time zone; null for an empty text. */
function dayOf(text: string, odd: (date: string) => void): Day | null {
  if (text === '') return null
  const day = parseDay(text.slice(0, 10))
  if (day === null) odd(text)
  return day
}
