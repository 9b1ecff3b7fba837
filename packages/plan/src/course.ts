/** The courses of events that a plan counts with: each scenario on each of its strike days. */
import type { Scenario, Strike } from '@holdfast/dossier'
import { type StruckScenario, strikeDay, strikingOn } from '@holdfast/impact'
import type { Day } from '@holdfast/kernel'
import type { Period } from './period.ts'

export interface Course extends StruckScenario {
  /** What the scenario counts beside the others: all of them together are 1. */
  readonly weight: number
  /** What each strike counts; they sum to the weight. */
  readonly shares: readonly number[]
  /** Whether the strikes are days at which it was moved, not its own. */
  readonly isMoved: boolean
}

/**
 * Scenarios with their strikes, in their order.
 *
 * A strike on a day that nobody knows is one in the middle of each period, which stands for the
 * period. A scenario in which nobody decides against the institution counts as it is, from the
 * first day.
 *
 * @param asked for all scenarios; null: as each says
 */
export function coursesOf(
  scenarios: readonly Scenario[],
  periods: readonly Period[],
  asked: Strike | null,
): readonly Course[] {
  const sum = scenarios.reduce((all, scenario) => all + weightOf(scenario), 0)
  const [first, last] = [periods[0]!, periods.at(-1)!]
  return scenarios.map((scenario): Course => {
    const weight = weightOf(scenario) / sum
    const once = (day: Day, moved: Scenario, isMoved: boolean): Course => {
      return { scenario: moved, strikes: [day], weight, shares: [weight], isMoved }
    }
    const strike = asked ?? scenario.strike ?? { kind: 'uniform' }
    const day = strikeDay(scenario)
    if (day === null) return once(first.from, scenario, false)
    if (strike.kind === 'dated') return once(day, scenario, false)
    if (strike.kind === 'day') return once(strike.day, strikingOn(scenario, strike.day), true)
    const strikes = periods.map(({ from, to }) => from + Math.floor((to - from) / 2))
    const shares = periods.map(({ from, to }) => (weight * (to - from)) / (last.to - first.from))
    return { scenario, strikes, weight, shares, isMoved: true }
  })
}

function weightOf({ weight }: Scenario): number {
  return weight ?? 1
}
