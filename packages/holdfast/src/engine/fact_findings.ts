/** What the answers rest on: assumptions, assumed, disputed and overdue lines, licences. */
import type { Assumption, FactLine } from '@holdfast/dossier'
import type { Assessment } from '@holdfast/impact'
import { type Day, formatDay } from '@holdfast/kernel'
import type {
  AssumedFact,
  AssumptionUsed,
  DisputedFact,
  LicenceFinding,
  OverdueFact,
} from './findings.ts'
import type { Prepared } from './ground.ts'

export function assumptionFindings(assessment: Assessment): AssumptionUsed[] {
  const used = new Map<string, AssumptionUsed>()
  for (const { benign, adverse } of assessment.scenarios) {
    for (const { assumptions, supply } of [
      ...benign.withdrawals.values(),
      ...adverse.withdrawals.values(),
    ]) {
      for (const assumption of assumptions) {
        const known = used.get(assumption.id)
        if (known === undefined) used.set(assumption.id, usedBy(assumption, supply.id))
        else if (!known.services.includes(supply.id)) known.services.push(supply.id)
      }
    }
  }
  return [...used.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const factLine = ({ about, fact, value, standing, place }: FactLine) => ({
  about,
  fact,
  value,
  source: standing.source,
  place,
})

function usedBy(assumption: Assumption, service: string): AssumptionUsed {
  return {
    id: assumption.id,
    class: assumption.class,
    regime: assumption.regime,
    case: assumption.case,
    interval: [...assumption.interval],
    evidence: assumption.evidence,
    source: assumption.source,
    own: assumption.own,
    services: [service],
  }
}

export function assumedFacts(facts: readonly FactLine[]): AssumedFact[] {
  return facts.filter(({ standing }) => standing.assumed).map(factLine)
}

export function disputedFacts(facts: readonly FactLine[]): DisputedFact[] {
  return facts
    .filter(({ standing }) => standing.disputed.length > 0)
    .map((fact) => ({ ...factLine(fact), accounts: [...fact.standing.disputed] }))
}

export function overdueFacts(facts: readonly FactLine[], on: Day): OverdueFact[] {
  return facts.flatMap((fact) => {
    const { reviewBy, owner } = fact.standing
    if (reviewBy === null || reviewBy >= on) return []
    return [{ ...factLine(fact), reviewBy: formatDay(reviewBy) ?? '', owner }]
  })
}

export function licenceFindings({ ground }: Prepared): LicenceFinding[] {
  return [...ground.dossier.licences.values()]
    .map((licence): LicenceFinding => {
      const until = licence.until
      const expired = until !== null && until < ground.on
      return {
        id: licence.id,
        name: licence.name,
        regime: licence.regime,
        status: expired ? 'expired' : licence.status,
        until: until === null ? null : formatDay(until),
        daysLeft: until === null ? null : until - ground.on,
        source: licence.source,
      }
    })
    .sort(
      (a, b) => (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER),
    )
}
