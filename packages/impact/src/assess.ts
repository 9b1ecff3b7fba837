/** Assesses scenarios: what stops, when, how likely, by how few decisions; what is not known. */
import type { InstitutionFunction, Scenario } from '@holdfast/dossier'
import type { Day, Diagnostic, Interval } from '@holdfast/kernel'
import { type Question, questionKey, type Reading, type Regime, readingTaken } from '@holdfast/law'
import { Assumptions } from './assumption.ts'
import { type Chokepoints, chokepointsOf } from './chokepoints.ts'
import type { ScenarioGround } from './context.ts'
import { ADVERSE, BENIGN, type Ground } from './ground.ts'
import { Likelihood, type LikelihoodModel } from './likelihood.ts'
import { type Listing, listings } from './listings.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { Reach } from './reach.ts'
import { afterSteppingAside, suppliesOf } from './supply.ts'
import { type FactEffect, factEffects, openFactsOf } from './unknowns.ts'
import { World } from './world.ts'

export interface FunctionLikelihood {
  readonly probability: Interval
  readonly dependent: Interval
  readonly loss: Interval
}

export interface ScenarioAssessment {
  readonly on: ScenarioGround
  /** Unknown facts completed for the institution, and against it. */
  readonly benign: Outcome
  readonly adverse: Outcome
  readonly likelihoods: ReadonlyMap<string, FunctionLikelihood>
  /** The Boolean models of the two ends of all likelihoods. */
  readonly models: { readonly low: LikelihoodModel; readonly high: LikelihoodModel }
  readonly chokepoints: Chokepoints
  readonly effects: ReadonlyMap<string, FactEffect>
}

/** The scenarios under another reading of one open question. */
export interface OtherReading {
  readonly regime: Regime
  readonly question: Question
  readonly taken: Reading
  readonly other: Reading
  readonly scenarios: readonly { readonly on: ScenarioGround; benign: Outcome; adverse: Outcome }[]
}

export interface Assessment {
  readonly listed: readonly Listing[]
  readonly scenarios: readonly ScenarioAssessment[]
  /** The scenarios under the readings not taken; computed when it is asked for. */
  readonly otherReadings: () => readonly OtherReading[]
  readonly problems: readonly Diagnostic[]
}

/**
 * The whole answer for some scenarios of a dossier.
 *
 * Deterministic: the same ground gives the same assessment. Every limit that is met is a
 * diagnostic of the assessment.
 */
export function assess(ground: Ground, scenarios: readonly Scenario[]): Assessment {
  const world = new World(ground)
  const listed = listings(ground)
  const problems: Diagnostic[] = []
  const assessed = scenarios.map((scenario) =>
    assessScenario(scenarioGround(ground, world, listed, scenario), problems),
  )
  return {
    listed,
    scenarios: assessed,
    otherReadings: () => otherReadings(ground, assessed),
    problems,
  }
}

/** Joins a scenario with the world: its dossier, its paths of services, its days. */
export function scenarioGround(
  ground: Ground,
  world: World,
  listed: readonly Listing[],
  scenario: Scenario,
): ScenarioGround {
  const dossier = afterSteppingAside(ground.dossier, scenario, listed, ground.regimes)
  const supplies = suppliesOf(dossier, world)
  const officials = [...dossier.parties.values()].filter(
    (party) => party.belongsTo === dossier.institution.id,
  )
  const start = Math.min(ground.on, ...scenario.decisions.map((decision): Day => decision.on))
  return {
    ground,
    world,
    listed,
    assumptions: new Assumptions(ground.assumptions),
    scenario,
    dossier,
    reach: new Reach(dossier),
    supplies,
    caused: supplies.filter((supply) => supply.cause !== null),
    officials: new Set(officials.map((party) => party.id)),
    start,
    end: start + ground.horizonDays,
  }
}

function assessScenario(on: ScenarioGround, problems: Diagnostic[]): ScenarioAssessment {
  const benign = outcomeOf(on, BENIGN)
  const adverse = outcomeOf(on, ADVERSE)
  const functions = [...on.dossier.functions.values()]
  const low = new Likelihood(on, benign.withdrawals, 'late')
  const high = new Likelihood(on, adverse.withdrawals, 'early')
  const lows = low.of(functions)
  const highs = high.of(functions)
  const chokepoints = chokepointsOf(on, benign)
  problems.push(...low.problems, ...high.problems, ...chokepoints.problems)
  return {
    on,
    benign,
    adverse,
    likelihoods: new Map(functions.map((item) => [item.id, both(item, lows, highs)])),
    models: { low: low.behind, high: high.behind },
    chokepoints,
    effects: factEffects(on, openFactsOf(on), benign, adverse),
  }
}

function both(
  item: InstitutionFunction,
  lows: ReturnType<Likelihood['of']>,
  highs: ReturnType<Likelihood['of']>,
): FunctionLikelihood {
  const low = lows.get(item.id)!
  const high = highs.get(item.id)!
  return {
    probability: [low.probability, high.probability],
    dependent: [low.dependent, high.dependent],
    loss: [low.loss, high.loss],
  }
}

/** Every open question read the other way, one at a time. */
function otherReadings(ground: Ground, assessed: readonly ScenarioAssessment[]): OtherReading[] {
  return ground.regimes.flatMap((regime) =>
    [...regime.questions.values()].flatMap((question) => {
      const taken = readingTaken(regime, question, ground.readings)
      return [...question.readings.values()]
        .filter((reading) => reading.id !== taken.id)
        .map((other) => {
          const key = questionKey(regime.id, question.id)
          const readings = new Map([...ground.readings, [key, other.id]])
          const scenarios = assessed.map(({ on }) => {
            const reread = { ...on, ground: { ...ground, readings } }
            return {
              on: reread,
              benign: outcomeOf(reread, BENIGN),
              adverse: outcomeOf(reread, ADVERSE),
            }
          })
          return { regime, question, taken, other, scenarios }
        })
    }),
  )
}
