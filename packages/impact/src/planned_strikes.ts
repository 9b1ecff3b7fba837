/**
 * The endings of supplies for every strike day of a scenario. To judge each day anew is slow, and
 * most days of a withdrawal either move with the strike or stay where they are: this judges the
 * first, the middle and the last strike, and the others only where these three do not agree.
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
  const [first, middle, last] = [strikes[0]!, strikes[strikes.length >> 1]!, strikes.at(-1)!]
  if (strikes.length <= 3 || hasDaysOfItsOwn(planned, first, last)) return strikes.map(at)
  const begin = { day: first, endings: at(first) }
  const finish = { day: last, endings: at(last) }
  const moving = begin.endings.map((one, index) => movingEndings(begin.day, one, finish, index))
  if (moving.includes(null)) return strikes.map(at)
  const between = (day: Day): Endings[] => moving.map((one) => one!(day))
  const judged = at(middle)
  const agrees = between(middle).every((one, index) => sameEndings(one, judged[index]!))
  return agrees ? strikes.map(between) : strikes.map(at)
}

/**
 * Whether something begins or ends between the strikes by itself: the three strikes looked at
 * might then agree by chance.
 */
function hasDaysOfItsOwn({ ground, listed }: PlannedWorld, first: Day, last: Day): boolean {
  const { dossier, regimes } = ground
  const windows = [...dossier.licences.values()].flatMap(({ from, until }) => [from, until])
  const laws = regimes.flatMap(({ from, annex }) => [from, ...annex.map((entry) => entry.from)])
  const spans = listed.flatMap((one) =>
    one.spans.flatMap(({ from, to, windDownUntil }) => [from.from, from.to, to, windDownUntil]),
  )
  return [...windows, ...laws, ...spans].some((day) => day !== null && day >= first && day <= last)
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

function sameEndings(a: Endings, b: Endings): boolean {
  return (
    sameList(a.measures, b.measures) &&
    a.byMask.every((one, mask) => {
      const other = b.byMask[mask]!
      return (
        one.must === other.must && one.may === other.may && one.probability === other.probability
      )
    })
  )
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}
