/** Turns an assessment into findings: ids become names, days become dates. */
import type { Decision, Dossier, FactLine } from '@holdfast/dossier'
import {
  type Assessment,
  functionProof,
  likelihoodOf,
  memberSupplyId,
  type ScenarioAssessment,
  type Withdrawal,
} from '@holdfast/impact'
import { type Day, formatDay, NEVER, type Statement, state } from '@holdfast/kernel'
import { readingTaken } from '@holdfast/law'
import { chokepointFindings } from './chokepoint_findings.ts'
import type {
  AssessReport,
  AssumedFact,
  AssumptionUsed,
  DecisionFinding,
  Designated,
  DisputedFact,
  FunctionFinding,
  LegalFile,
  LicenceFinding,
  OverdueFact,
  ReadingUsed,
  ScenarioFinding,
  ServiceFinding,
  TeamFinding,
  Verdict,
} from './findings.ts'
import { graphOf } from './graph.ts'
import type { Prepared } from './ground.ts'
import { changesUnder } from './since.ts'
import { unknownFindings } from './unknown_findings.ts'

/** Names of the things of a dossier by id. */
export type NameOf = (id: string) => string

export function nameOf(dossier: Dossier): NameOf {
  return (id) =>
    dossier.parties.get(id)?.name ??
    dossier.services.get(id)?.name ??
    dossier.teams.get(id)?.name ??
    dossier.functions.get(id)?.name ??
    id
}

export function reportOf(prepared: Prepared, assessment: Assessment): AssessReport {
  const { ground } = prepared
  const { dossier } = ground
  const { institution } = dossier
  const scenarios = assessment.scenarios.map((one) => scenarioFinding(one))
  return {
    format: 'holdfast-assess/1',
    institution: { id: institution.id, name: institution.name, note: institution.note },
    on: formatDay(ground.on) ?? '',
    horizonDays: ground.horizonDays,
    lists: [...prepared.lists],
    designated: designatedFindings(prepared, assessment),
    scenarios,
    chokepoints: assessment.scenarios.flatMap((one) => chokepointFindings(one)),
    unknowns: unknownFindings(dossier, assessment),
    readings: readingFindings(prepared, assessment, scenarios),
    assumptions: assumptionFindings(assessment),
    assumed: assumedFacts(dossier.facts),
    disputed: disputedFacts(dossier.facts),
    overdue: overdueFacts(dossier.facts, ground.on),
    licences: licenceFindings(prepared),
    graph: graphOf(dossier),
    since: null,
    diagnostics: [...prepared.diagnostics, ...assessment.problems].map((one) => ({
      ...one,
      params: { ...one.params },
      places: [...one.places],
    })),
  }
}

export function scenarioFinding(assessed: ScenarioAssessment): ScenarioFinding {
  const { on, likelihoods } = assessed
  const { scenario, dossier } = on
  const functions = [...dossier.functions.keys()].map((id) => functionFinding(assessed, id))
  const losses = [...likelihoods.values()].map(({ loss }) => loss)
  return {
    id: scenario.id,
    name: scenario.name,
    description: scenario.description,
    decisions: scenario.decisions.flatMap((decision) => decisionFindings(assessed, decision)),
    functions,
    services: [...dossier.services.keys()].map((id) => serviceFinding(assessed, id)),
    teams: [...dossier.teams.keys()].map((id) => teamFinding(assessed, id)),
    legalFiles: legalFiles(assessed),
    loss: [sum(losses.map(([low]) => low)), sum(losses.map(([, high]) => high))],
  }
}

function sum(values: readonly number[]): number {
  return round(values.reduce((total, value) => total + value, 0))
}

/** Six significant places are enough for people and stable across machines. */
export function round(value: number): number {
  return Number(value.toPrecision(9))
}

function functionFinding(assessed: ScenarioAssessment, id: string): FunctionFinding {
  const { on, benign, adverse, likelihoods, effects } = assessed
  const item = on.dossier.functions.get(id)!
  const { probability, dependent, loss } = likelihoods.get(id)!
  return {
    id,
    name: item.name,
    weight: item.weight,
    toleranceDays: item.toleranceDays,
    certain: formatDay(benign.certain.functionStops(id)),
    possible: formatDay(adverse.possible.functionStops(id)),
    probability: [round(probability[0]), round(probability[1])],
    dependent: [round(dependent[0]), round(dependent[1])],
    loss: [round(loss[0]), round(loss[1])],
    dependsOn: [...effects].flatMap(([fact, effect]) => (effect.functions.has(id) ? [fact] : [])),
    proof: functionProof(on.dossier, benign, adverse, id),
  }
}

function serviceFinding(assessed: ScenarioAssessment, id: string): ServiceFinding {
  const { on, benign, adverse, effects } = assessed
  const { dossier } = on
  const service = dossier.services.get(id)!
  const name = nameOf(dossier)
  const best = benign.withdrawals.get(id)!
  const worst = adverse.withdrawals.get(id)!
  const settled = best.verdict === worst.verdict
  const days = daysOf(best, worst)
  return {
    id,
    name: service.name,
    verdict: settled ? worst.verdict : 'unknown',
    earliest: formatDay(days.earliest),
    latest: formatDay(days.latest),
    kind: settled ? worst.kind : (worst.kind ?? best.kind),
    service: service.kind,
    provider: service.provider,
    providerName: name(service.provider),
    beneficiary: service.beneficiary,
    beneficiaryName: name(service.beneficiary),
    case: worst.case,
    regime: worst.regime ?? best.regime,
    likelihood: [likelihoodOf(best)[0], likelihoodOf(worst)[1]],
    certain: formatDay(benign.certain.fails(id)),
    possible: formatDay(adverse.possible.fails(id)),
    dependsOn: [...effects].flatMap(([fact, effect]) => (effect.supplies.has(id) ? [fact] : [])),
    proof: settled ? worst.prove() : bothProofs(service.name, best, worst),
  }
}

function bothProofs(service: string, best: Withdrawal, worst: Withdrawal): Statement {
  return state('proof.unknown', { service }, [
    state('proof.if-benign', { verdict: best.verdict }, [best.prove()]),
    state('proof.if-adverse', { verdict: worst.verdict }, [worst.prove()]),
  ])
}

/** The days of the verdict: those that the law commands where it commands, else the provider's. */
function daysOf(best: Withdrawal, worst: Withdrawal): { earliest: Day; latest: Day } {
  const ofOne = (one: Withdrawal) =>
    one.verdict === 'must-stop' ? one.must : (one.may ?? one.must)
  const all = [ofOne(best), ofOne(worst)].filter((days) => days !== null)
  if (all.length === 0) return { earliest: NEVER, latest: NEVER }
  return {
    earliest: Math.min(...all.map((days) => days.earliest)),
    latest: Math.max(...all.map((days) => days.latest)),
  }
}

function teamFinding(assessed: ScenarioAssessment, id: string): TeamFinding {
  const { on, benign, adverse } = assessed
  const team = on.dossier.teams.get(id)!
  const counts: Record<Verdict, number> = {
    'must-stop': 0,
    'may-stop': 0,
    contested: 0,
    stays: 0,
    unknown: 0,
  }
  for (const member of team.members) {
    const supply = memberSupplyId(id, member.id)
    const best = benign.withdrawals.get(supply)!.verdict
    const worst = adverse.withdrawals.get(supply)!.verdict
    counts[best === worst ? best : 'unknown'] += member.count
  }
  return {
    id,
    name: team.name,
    size: team.size,
    minimum: team.minimum,
    mustStop: counts['must-stop'],
    mayStop: counts['may-stop'],
    contested: counts.contested,
    stays: counts.stays,
    unknown: counts.unknown,
    margin: team.size - counts['must-stop'] - team.minimum,
  }
}

function legalFiles({ adverse }: ScenarioAssessment): LegalFile[] {
  return [...adverse.withdrawals.values()].flatMap((withdrawal) =>
    withdrawal.legalFiles.map((file) => ({
      service: withdrawal.supply.id,
      provider: withdrawal.supply.provider.id,
      regime: file.regime,
      counterLaw: file.counterLaw,
      from: formatDay(file.from) ?? '',
      intervalKept: file.intervalKept,
    })),
  )
}

function decisionFindings(assessed: ScenarioAssessment, decision: Decision): DecisionFinding[] {
  const { ground, dossier } = assessed.on
  const name = nameOf(dossier)
  const regimeOf = (id: string) => ground.regimes.find((regime) => regime.id === id)
  const base = {
    kind: decision.kind,
    on: formatDay(decision.on),
    services: [] as string[],
    alternatives: [],
  }
  const power = 'regime' in decision ? regimeOf(decision.regime) : undefined
  const by = { by: power?.power.id ?? '', byName: power?.power.decides ?? '' }
  switch (decision.kind) {
    case 'designate':
    case 'lift':
      return decision.targets.map((what) => ({
        ...base,
        ...by,
        what,
        whatName: name(what),
        regime: decision.regime,
      }))
    case 'license':
      return decision.terms.for.map((what) => ({
        ...base,
        ...by,
        what,
        whatName: name(what),
        regime: decision.regime,
      }))
    case 'annex': {
      const counter = regimeOf(decision.counterLaw)
      const who = { by: counter?.power.id ?? '', byName: counter?.power.decides ?? '' }
      const whatName = power?.short ?? decision.regime
      return [{ ...base, ...who, what: decision.regime, whatName, regime: decision.counterLaw }]
    }
    case 'withdraw':
      return decision.services.map((what) => {
        const provider = dossier.services.get(what)?.provider ?? ''
        const who = { by: provider, byName: name(provider) }
        return { ...base, ...who, what, whatName: name(what), regime: null, services: [what] }
      })
    case 'steps-aside': {
      const who = { by: decision.successor, byName: name(decision.successor) }
      const { person } = decision
      return [{ ...base, ...who, what: person, whatName: name(person), regime: null }]
    }
  }
}

function designatedFindings(prepared: Prepared, assessment: Assessment): Designated[] {
  const { dossier, on } = prepared.ground
  const name = nameOf(dossier)
  const listed = assessment.listed.flatMap((listing): Designated[] => {
    if (listing.status === 'delisted') return []
    const sure = listing.spans.some(
      (span) => span.fact === null && span.from.from <= on && on < span.to,
    )
    return [
      {
        party: listing.party,
        name: name(listing.party),
        role: listing.role,
        regime: listing.regime,
        entry: listing.entry,
        since: listing.since === null ? null : formatDay(listing.since.from),
        precision: listing.since?.precision ?? 'unknown',
        target: sure || !listing.known ? 'yes' : 'unknown',
        status: listing.status,
        basis: listing.basis,
        scenario: null,
      },
    ]
  })
  return [...listed, ...assessment.scenarios.flatMap((one) => decidedTargets(one, listed))]
}

/** Parties that a scenario, or the ownership by its targets, makes targets. */
function decidedTargets(
  { on, adverse, benign }: ScenarioAssessment,
  listed: readonly Designated[],
): Designated[] {
  const name = nameOf(on.dossier)
  return benign.context.sanctions.flatMap((regime) =>
    [...adverse.context.targets(regime)].flatMap(([party, spans]): Designated[] => {
      const first = spans[0]
      const known = listed.some((one) => one.party === party && one.regime === regime.id)
      if (first === undefined || (known && !first.decided)) return []
      const sure = (benign.context.targets(regime).get(party) ?? []).length > 0
      return [
        {
          party,
          name: name(party),
          role: on.dossier.parties.get(party)?.role ?? null,
          regime: regime.id,
          entry: null,
          since: formatDay(first.from.from),
          precision: first.from.precision,
          target: sure ? 'yes' : 'unknown',
          status: 'listed',
          basis: first.statement.key === 'proof.owned-by-targets' ? 'owned' : 'scenario',
          scenario: on.scenario.id,
        },
      ]
    }),
  )
}

function readingFindings(
  prepared: Prepared,
  assessment: Assessment,
  scenarios: readonly ScenarioFinding[],
): ReadingUsed[] {
  const { regimes, readings } = prepared.ground
  return regimes.flatMap((regime) =>
    [...regime.questions.values()].map((question) => {
      const taken = readingTaken(regime, question, readings)
      const others = assessment.otherReadings.filter(
        (other) => other.regime === regime && other.question === question,
      )
      return {
        regime: regime.id,
        question: question.id,
        questionText: question.text,
        reading: taken.id,
        name: taken.name,
        argument: taken.argument,
        source: taken.source,
        others: others.map(({ other, scenarios: reread }) => ({
          reading: other.id,
          name: other.name,
          argument: other.argument,
          changes: changesUnder(scenarios, reread),
        })),
      }
    }),
  )
}

function assumptionFindings(assessment: Assessment): AssumptionUsed[] {
  const used = new Map<string, AssumptionUsed & { services: string[] }>()
  for (const { benign, adverse } of assessment.scenarios) {
    for (const { assumption, supply } of [
      ...benign.withdrawals.values(),
      ...adverse.withdrawals.values(),
    ]) {
      if (assumption === null) continue
      const known = used.get(assumption.id)
      if (known !== undefined) {
        if (!known.services.includes(supply.id)) known.services.push(supply.id)
        continue
      }
      used.set(assumption.id, {
        id: assumption.id,
        class: assumption.class,
        regime: assumption.regime,
        case: assumption.case,
        interval: [...assumption.interval],
        evidence: assumption.evidence,
        source: assumption.source,
        own: assumption.own,
        services: [supply.id],
      })
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

function assumedFacts(facts: readonly FactLine[]): AssumedFact[] {
  return facts.filter(({ standing }) => standing.assumed).map(factLine)
}

function disputedFacts(facts: readonly FactLine[]): DisputedFact[] {
  return facts
    .filter(({ standing }) => standing.disputed.length > 0)
    .map((fact) => ({ ...factLine(fact), accounts: [...fact.standing.disputed] }))
}

function overdueFacts(facts: readonly FactLine[], on: Day): OverdueFact[] {
  return facts.flatMap((fact) => {
    const { reviewBy, owner } = fact.standing
    if (reviewBy === null || reviewBy >= on) return []
    return [{ ...factLine(fact), reviewBy: formatDay(reviewBy) ?? '', owner }]
  })
}

function licenceFindings({ ground }: Prepared): LicenceFinding[] {
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
