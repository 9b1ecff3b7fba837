/** One scenario as findings: its decisions, functions, services, teams and legal files. */
import type { Decision } from '@holdfast/dossier'
import {
  functionProof,
  likelihoodOf,
  memberSupplyId,
  type ScenarioAssessment,
  type Withdrawal,
} from '@holdfast/impact'
import { type Day, formatDay, NEVER, type Statement, state } from '@holdfast/kernel'
import type {
  DecisionFinding,
  FunctionFinding,
  LegalFile,
  ScenarioFinding,
  ServiceFinding,
  TeamFinding,
  Verdict,
} from './findings.ts'
import { nameOf, round } from './names.ts'

/** What stops in one scenario, with the proof of every answer. */
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

function functionFinding(assessed: ScenarioAssessment, id: string): FunctionFinding {
  const { on, benign, adverse, likelihoods, effects, chokepoints } = assessed
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
    cutSets: chokepoints.totals.get(id)?.toString() ?? null,
    dependsOn: [...effects].flatMap(([fact, effect]) => (effect.functions.has(id) ? [fact] : [])),
    // Proofs are built when they are read: a screen of findings needs none of them.
    get proof() {
      return functionProof(on.dossier, benign, adverse, id)
    },
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
    get proof() {
      return settled ? worst.prove() : bothProofs(service.name, best, worst)
    },
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
