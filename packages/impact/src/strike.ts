/** When a scenario strikes: its decisions moved to another day, with their distances kept. */
import type { Decision, Scenario } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'

/** The day of the first decision against the institution; null when there is none. */
export function strikeDay(scenario: Scenario): Day | null {
  const days = scenario.decisions.flatMap(({ kind, on }) =>
    kind === 'designate' || kind === 'withdraw' ? [on] : [],
  )
  return days.length === 0 ? null : Math.min(...days)
}

/** The scenario with its strike on a day; without a strike it stays as it is. */
export function strikingOn(scenario: Scenario, day: Day): Scenario {
  const strike = strikeDay(scenario)
  if (strike === null || strike === day) return scenario
  const by = day - strike
  return { ...scenario, decisions: scenario.decisions.map((decision) => moved(decision, by)) }
}

function moved(decision: Decision, by: number): Decision {
  const on = decision.on + by
  if (decision.kind === 'designate') {
    const { windDownUntil } = decision
    return { ...decision, on, windDownUntil: windDownUntil === null ? null : windDownUntil + by }
  }
  if (decision.kind === 'license') {
    const { from, until } = decision.terms
    const terms = {
      ...decision.terms,
      from: from === null ? null : from + by,
      until: until === null ? null : until + by,
    }
    return { ...decision, on, terms }
  }
  return { ...decision, on }
}
