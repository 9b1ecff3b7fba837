/** Chokepoints as findings: decisions with names, and what else they stop. */
import type { ChokepointDecision, ScenarioAssessment } from '@holdfast/impact'
import type { Chokepoint, DecisionFinding } from './findings.ts'
import { nameOf, round } from './names.ts'

/** The chokepoints of one scenario, smallest first, then those that stop the most weight. */
export function chokepointFindings(assessed: ScenarioAssessment): Chokepoint[] {
  const { on, chokepoints } = assessed
  const stops = new Map<string, Set<string>>()
  const keyed = chokepoints.found.map((found) => ({ found, key: keyOf(found.decisions) }))
  for (const { found, key } of keyed) {
    const set = stops.get(key)
    if (set === undefined) stops.set(key, new Set([found.function.id]))
    else set.add(found.function.id)
  }
  const weightOf = (ids: ReadonlySet<string>): number =>
    [...ids].reduce((sum, id) => sum + (on.dossier.functions.get(id)?.weight ?? 0), 0)
  return keyed
    .map(({ found, key }): Chokepoint => {
      const all = stops.get(key)!
      const { probability } = found
      return {
        scenario: on.scenario.id,
        function: found.function.id,
        functionName: found.function.name,
        decisions: found.decisions.map((decision) => decisionFinding(assessed, decision)),
        order: found.decisions.length,
        probability: probability === null ? null : [round(probability[0]), round(probability[1])],
        alsoStops: [...all].filter((id) => id !== found.function.id),
        weight: weightOf(all),
      }
    })
    .sort((a, b) => a.order - b.order || b.weight - a.weight)
}

function keyOf(decisions: readonly ChokepointDecision[]): string {
  return decisions
    .map((one) => (one.kind === 'designate' ? `${one.regime}:${one.party}` : one.event))
    .sort()
    .join(' ')
}

/** A decision of a chokepoint with names. */
export function decisionFinding(
  { on }: Pick<ScenarioAssessment, 'on'>,
  decision: ChokepointDecision,
): DecisionFinding {
  const name = nameOf(on.dossier)
  if (decision.kind === 'designate') {
    const regime = on.ground.regimes.find((one) => one.id === decision.regime)
    return {
      kind: 'designate',
      on: null,
      by: regime?.power.id ?? '',
      byName: regime?.power.decides ?? '',
      what: decision.party,
      whatName: name(decision.party),
      regime: decision.regime,
      services: [],
      alternatives: [...decision.alternatives],
    }
  }
  const [first] = decision.supplies
  return {
    kind: 'withdraw',
    on: null,
    by: first?.provider.id ?? '',
    byName: first?.provider.name ?? '',
    what: first?.id ?? decision.event,
    whatName: first === undefined ? decision.event : name(first.node),
    regime: null,
    services: decision.supplies.map((supply) => supply.id),
    alternatives: [],
  }
}
