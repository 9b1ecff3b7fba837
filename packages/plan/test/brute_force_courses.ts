/** The courses of events that a plan counts with: each scenario on each of its strike days. */
import type { Scenario, Strike } from '@holdfast/dossier'
import { strikeDay, strikingOn } from '../../impact/src/strike.ts'
import type { Course } from './brute_force_loss.ts'
import { type Limits, periodsOf } from './brute_force_rules.ts'

/** Lengths of periods, shortest first; then on by thirty days. */
const LENGTHS = [7, 14]
const PERIODS_MAX = 27

/** The period of a plan that states none. */
export function usualPeriod(horizonDays: number): number {
  const fits = (days: number): boolean => Math.ceil(horizonDays / days) <= PERIODS_MAX
  const short = LENGTHS.find(fits)
  if (short !== undefined) return short
  let days = 30
  while (!fits(days)) days += 30
  return days
}

/**
 * Every scenario with its strikes; all weights together are 1.
 *
 * @param asked a strike for all scenarios; null: as each says
 */
export function coursesOf(
  scenarios: readonly Scenario[],
  limits: Limits,
  asked: Strike | null = null,
): Course[] {
  const sum = scenarios.reduce((all, { weight }) => all + (weight ?? 1), 0)
  return scenarios.flatMap((scenario) => {
    const share = (scenario.weight ?? 1) / sum
    const strike = asked ?? scenario.strike ?? { kind: 'uniform' as const }
    const day = strikeDay(scenario)
    if (day === null || strike.kind === 'dated') return [{ scenario, strike: day, weight: share }]
    if (strike.kind === 'day') {
      return [{ scenario: strikingOn(scenario, strike.day), strike: strike.day, weight: share }]
    }
    return periodsOf(limits).map(({ from, to }) => {
      const middle = from + Math.floor((to - from) / 2)
      const weight = (share * (to - from)) / (limits.end - limits.on)
      return { scenario: strikingOn(scenario, middle), strike: middle, weight }
    })
  })
}
