/**
 * The endings of supplies for every strike day of a scenario. To judge each day anew is slow, and
 * most days of a withdrawal either move with the strike or stay where they are: this judges the
 * first and the last strike, and the others only where these two do not agree or something begins
 * or ends between them by itself.
 */
import type { Scenario } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import type { End } from './boolean.ts'
import { type Ending, type Endings, endingsOf } from './planned_endings.ts'
import type { PlannedWorld } from './planned_world.ts'
import { strikeDay, strikingOn } from './strike.ts'

/**
 * The endings for each of the strikes, in their order.
 *
 * @param until the first day after the plan's horizon
 */
export function endingsByStrike(
  planned: PlannedWorld,
  scenario: Scenario,
  strikes: readonly Day[],
  until: Day,
  end: End,
): readonly (readonly Endings[])[] {
  if (strikeDay(scenario) === null) {
    const fixed = endingsOf(planned, scenario, until, end)
    return strikes.map(() => fixed)
  }
  const at = (day: Day): Endings[] => endingsOf(planned, strikingOn(scenario, day), until, end)
  const [first, last] = [strikes[0]!, strikes.at(-1)!]
  const isSteady = !hasDaysOfItsOwn(planned, reachOf(scenario, first, last))
  if (strikes.length <= 2 || !isSteady) return strikes.map(at)
  const begin = { day: first, endings: at(first) }
  const finish = { day: last, endings: at(last) }
  const moving = begin.endings.map((one, index) => movingEndings(begin.day, one, finish, index))
  if (moving.includes(null)) return strikes.map(at)
  return strikes.map((day) => moving.map((one) => one!(day)))
}

/** The days on which the decisions of a scenario may fall that strikes from one day to another. */
function reachOf(scenario: Scenario, first: Day, last: Day): { from: Day; to: Day } {
  const strike = strikeDay(scenario)!
  const days = scenario.decisions.flatMap((decision) => {
    if (decision.kind === 'designate') return [decision.on, decision.windDownUntil ?? decision.on]
    if (decision.kind !== 'license') return [decision.on]
    const { from, until } = decision.terms
    return [decision.on, from ?? decision.on, until ?? decision.on]
  })
  const [soonest, latest] = [Math.min(...days) - strike, Math.max(...days) - strike]
  return { from: first + soonest, to: last + latest }
}

/**
 * Whether something begins or ends on such a day by itself: two strikes that agree would then say
 * nothing of those between.
 */
function hasDaysOfItsOwn(
  { ground, listed }: PlannedWorld,
  { from, to }: { readonly from: Day; readonly to: Day },
): boolean {
  const { dossier, regimes } = ground
  const windows = [...dossier.licences.values()].flatMap(({ from, until }) => [from, until])
  const laws = regimes.flatMap((one) => [one.from, ...one.annex.map((entry) => entry.from)])
  const spans = listed.flatMap((one) =>
    one.spans.flatMap((span) => [span.from.from, span.from.to, span.to, span.windDownUntil]),
  )
  return [...windows, ...laws, ...spans].some((day) => day !== null && day >= from && day <= to)
}

/** The endings as a function of the strike; null where the two ends tell no such function. */
function movingEndings(
  first: Day,
  one: Endings,
  finish: { readonly day: Day; readonly endings: readonly Endings[] },
  index: number,
): ((day: Day) => Endings) | null {
  const other = finish.endings[index]!
  if (one.supply.id !== other.supply.id || !sameList(one.measures, other.measures)) return null
  const moving = one.byMask.map((ending, mask) =>
    movingEnding(first, ending, finish.day, other.byMask[mask]!),
  )
  if (moving.includes(null)) return null
  return (day) => ({ ...one, byMask: moving.map((ending) => ending!(day)) })
}

function movingEnding(first: Day, a: Ending, last: Day, b: Ending): ((day: Day) => Ending) | null {
  const must = movingDay(first, a.must, last, b.must)
  const may = movingDay(first, a.may, last, b.may)
  if (must === null || may === null || a.probability !== b.probability) return null
  return (day) => ({ must: must(day), may: may(day), probability: a.probability })
}

function movingDay(first: Day, a: Day, last: Day, b: Day): ((day: Day) => Day) | null {
  if (a === b) return () => a
  return b - a === last - first ? (day) => a + (day - first) : null
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}
