/** Every rule that a plan must keep, checked one by one, and all plans that keep them. */
import type { Dossier, Measure } from '@holdfast/dossier'
import type { Day, Money } from '@holdfast/kernel'

/** The limits within which a plan is drawn; money in minor units. */
export interface Limits {
  readonly on: Day
  /** The first day that no longer counts. */
  readonly end: Day
  readonly periodDays: number
  readonly budget: number | null
  readonly perPeriod: number | null
  readonly windows: readonly { readonly from: Day; readonly until: Day; readonly atMost: number }[]
  readonly fixed: ReadonlyMap<string, Day>
  readonly without: ReadonlySet<string>
}

/** The first day of work on each measure that is done. */
export type Starts = ReadonlyMap<string, Day>

const DAYS_OF_YEAR = 365
const DAYS_OF_CAPACITY = 30
/** What runs by the day may be rounded to whole minor units of money, for each measure. */
const CENT = 1
/** Sums of parts of days are not exact. */
const SLACK = 1e-6

/** The stretches of days that are planned in, the last as short as it comes. */
export function periodsOf({ on, end, periodDays }: Limits): { from: Day; to: Day }[] {
  const periods: { from: Day; to: Day }[] = []
  for (let from = on; from < end; from += periodDays) {
    periods.push({ from, to: Math.min(end, from + periodDays) })
  }
  return periods
}

/** The limits that a dossier states. */
export function limitsOf(
  { plan }: Dossier,
  span: { on: Day; end: Day; periodDays: number },
): Limits {
  const minor = (money: Money | null): number | null =>
    money === null ? null : Number(money.minor)
  return {
    ...span,
    budget: minor(plan?.budget ?? null),
    perPeriod: minor(plan?.perPeriod ?? null),
    windows: (plan?.windows ?? []).map(({ from, until, atMost }) => {
      return { from, until, atMost: Number(atMost.minor) }
    }),
    fixed: new Map(),
    without: new Set(),
  }
}

/** The first day on which each measure is in effect. */
export function finishesOf(dossier: Dossier, starts: Starts): Map<string, Day> {
  return new Map(
    [...starts].map(([id, start]) => [id, start + measureOf(dossier, id).durationDays]),
  )
}

/** What falls due of a measure on the days from `from` to before `to`, in minor units. */
export function costWithin(measure: Measure, start: Day, from: Day, to: Day, end: Day): number {
  const once = start >= from && start < to ? Number(measure.costOnce?.minor ?? 0n) : 0
  const running = Math.min(to, end) - Math.max(from, start + measure.durationDays)
  return once + (Number(measure.costYearly?.minor ?? 0n) * Math.max(0, running)) / DAYS_OF_YEAR
}

/** The rules that a plan breaks, in words; none: it may be done. */
export function broken(dossier: Dossier, limits: Limits, starts: Starts): string[] {
  const each = [...starts].flatMap(([id, start]) => brokenBy(dossier, limits, starts, id, start))
  const missing = [...limits.fixed].flatMap(([id, day]) =>
    starts.get(id) === day ? [] : [`fix ${id}`],
  )
  return [
    ...each,
    ...missing,
    ...overspent(dossier, limits, starts),
    ...overworked(dossier, limits, starts),
  ]
}

/** The rules of one measure's days. */
function brokenBy(
  dossier: Dossier,
  limits: Limits,
  starts: Starts,
  id: string,
  start: Day,
): string[] {
  const { after, excludes, earliest, deadline, durationDays } = measureOf(dossier, id)
  const finish = start + durationDays
  const isStart = limits.fixed.has(id)
    ? limits.fixed.get(id) === start
    : periodsOf(limits).some(({ from }) => from === start)
  const waits = after.filter((before) => {
    const begun = starts.get(before)
    return begun === undefined || begun + measureOf(dossier, before).durationDays > start
  })
  const rules: [string, boolean][] = [
    [`without ${id}`, limits.without.has(id)],
    [`start ${id}`, !isStart],
    [`earliest ${id}`, earliest !== null && start < earliest],
    [`deadline ${id}`, deadline !== null && finish > deadline],
    [`horizon ${id}`, finish >= limits.end],
    [`after ${id}`, waits.length > 0],
    [`excludes ${id}`, excludes.some((other) => starts.has(other))],
  ]
  return rules.flatMap(([rule, isBroken]) => (isBroken ? [rule] : []))
}

function overspent(dossier: Dossier, limits: Limits, starts: Starts): string[] {
  const { on, end, budget, perPeriod, windows } = limits
  const spent = (from: Day, to: Day): number =>
    [...starts].reduce(
      (sum, [id, start]) => sum + costWithin(measureOf(dossier, id), start, from, to, end),
      0,
    )
  const isOver = (from: Day, to: Day, most: number | null): boolean =>
    most !== null && spent(from, to) > most + starts.size * CENT
  return [
    ...(isOver(on, end, budget) ? ['budget'] : []),
    ...periodsOf(limits).flatMap(({ from, to }) =>
      isOver(from, to, perPeriod) ? [`per-period ${from}`] : [],
    ),
    ...windows.flatMap(({ from, until, atMost }) =>
      isOver(from, until + 1, atMost) ? [`window ${from}`] : [],
    ),
  ]
}

/** Person-days of each team that a measure takes from `from` to before `to`. */
function effortWithin(measure: Measure, start: Day, team: string, from: Day, to: Day): number {
  const whole = measure.effort.get(team) ?? 0
  if (measure.durationDays === 0) return start >= from && start < to ? whole : 0
  const days = Math.min(to, start + measure.durationDays) - Math.max(from, start)
  return (whole * Math.max(0, days)) / measure.durationDays
}

function overworked(dossier: Dossier, limits: Limits, starts: Starts): string[] {
  return [...dossier.teams.values()].flatMap(({ id: team, capacity }) => {
    if (capacity === null || capacity === undefined) return []
    return periodsOf(limits).flatMap(({ from, to }) => {
      const used = [...starts].reduce(
        (sum, [id, start]) => sum + effortWithin(measureOf(dossier, id), start, team, from, to),
        0,
      )
      const most = (capacity * (to - from)) / DAYS_OF_CAPACITY
      return used > most + SLACK ? [`capacity ${team} ${from}`] : []
    })
  })
}

/** Every plan that keeps all rules; without measures comes first. */
export function* allPlans(dossier: Dossier, limits: Limits): Generator<Starts> {
  const measures = [...dossier.measures.values()]
  const choices = measures.map(({ id, earliest, deadline, durationDays }) => {
    const days = limits.fixed.has(id)
      ? [limits.fixed.get(id)!]
      : periodsOf(limits).map(({ from }) => from)
    // What no plan can do is not tried in every one.
    const possible = days.filter(
      (day) =>
        day >= (earliest ?? day) &&
        day + durationDays <= (deadline ?? Number.POSITIVE_INFINITY) &&
        day + durationDays < limits.end,
    )
    return [null, ...possible]
  })
  const chosen = choices.map(() => 0)
  for (;;) {
    const starts = new Map(
      measures.flatMap(({ id }, index) => {
        const day = choices[index]![chosen[index]!]
        return day === null || day === undefined ? [] : [[id, day] as const]
      }),
    )
    if (broken(dossier, limits, starts).length === 0) yield starts
    let at = 0
    for (; at < choices.length; at += 1) {
      chosen[at]! += 1
      if (chosen[at]! < choices[at]!.length) break
      chosen[at] = 0
    }
    if (at === choices.length) return
  }
}

function measureOf({ measures }: Dossier, id: string): Measure {
  const measure = measures.get(id)
  if (measure === undefined) throw new Error(`no measure ${id}`)
  return measure
}
