/** What a plan may use: money, and the days of people. */
import type { PlanTerms, Team } from '@holdfast/dossier'
import type { Money } from '@holdfast/kernel'
import { type Candidate, minor, runningCost, type Start } from './candidate.ts'
import type { Period } from './period.ts'

export type LimitKind =
  | { readonly kind: 'budget' }
  | { readonly kind: 'period'; readonly period: number }
  | { readonly kind: 'window'; readonly window: number }
  | { readonly kind: 'capacity'; readonly team: string; readonly period: number }

/** So much may be used: minor units of money, or person-days. */
export interface Limit {
  readonly of: LimitKind
  readonly amount: number
  /** What uses are divided by for the solver, for which money and days then have one size. */
  readonly scale: number
  /** What each start of each measure uses, where that is something. */
  readonly uses: readonly {
    readonly measure: number
    readonly start: number
    readonly use: number
  }[]
}

/** Days of a month in which capacities are stated. */
export const CAPACITY_DAYS = 30

export interface LimitTerms {
  readonly budget: Money | null
  readonly perPeriod: Money | null
  readonly windows: PlanTerms['windows']
}

/** Every limit that some measure could meet. */
export function limitsOf(
  candidates: readonly Candidate[],
  periods: readonly Period[],
  teams: ReadonlyMap<string, Team>,
  terms: LimitTerms,
): readonly Limit[] {
  const end = periods.at(-1)!.to
  const spent = (from: number, to: number) => (candidate: Candidate, start: Start) =>
    spentWithin(candidate, start, from, to, end)
  const limits: Limit[] = []
  const add = (
    of: LimitKind,
    amount: number,
    use: (candidate: Candidate, start: Start) => number,
  ): void => {
    const uses = usesOf(candidates, use)
    if (uses.length > 0) limits.push({ of, amount, scale: scaleOf(uses), uses })
  }
  if (terms.budget !== null) add({ kind: 'budget' }, minor(terms.budget), (_, { cost }) => cost)
  for (const [window, { from, until, atMost }] of terms.windows.entries()) {
    add({ kind: 'window', window }, minor(atMost), spent(from, until + 1))
  }
  for (const [period, { from, to }] of periods.entries()) {
    if (terms.perPeriod !== null) {
      add({ kind: 'period', period }, minor(terms.perPeriod), spent(from, to))
    }
    for (const { id, capacity } of teams.values()) {
      if (capacity === null || capacity === undefined) continue
      const amount = (capacity * (to - from)) / CAPACITY_DAYS
      add({ kind: 'capacity', team: id, period }, amount, (candidate, start) =>
        effortWithin(candidate, start, id, from, to),
      )
    }
  }
  return limits
}

function scaleOf(uses: Limit['uses']): number {
  return uses.reduce((most, { use }) => Math.max(most, use), 0)
}

function usesOf(
  candidates: readonly Candidate[],
  use: (candidate: Candidate, start: Start) => number,
): Limit['uses'] {
  return candidates.flatMap((candidate, measure) =>
    candidate.starts.flatMap((one, start) => {
      const used = use(candidate, one)
      return used > 0 ? [{ measure, start, use: used }] : []
    }),
  )
}

/** What a measure costs from a day to before another: once on its first day, then by the day. */
export function spentWithin(
  { measure }: Candidate,
  { day, finish }: Start,
  from: number,
  to: number,
  end: number,
): number {
  const once = day >= from && day < to ? minor(measure.costOnce) : 0
  // Differences of sums from the same day: so the parts of any cut add up to the whole.
  const until = (to_: number): number => runningCost(measure, finish, Math.min(to_, end))
  return once + until(to) - until(from)
}

/** The person-days of a team on a measure within a period: spread evenly over its duration. */
export function effortWithin(
  { measure }: Candidate,
  { day, finish }: Start,
  team: string,
  from: number,
  to: number,
): number {
  const effort = measure.effort.get(team) ?? 0
  if (finish === day) return day >= from && day < to ? effort : 0
  const days = Math.max(0, Math.min(finish, to) - Math.max(day, from))
  return (effort * days) / (finish - day)
}
