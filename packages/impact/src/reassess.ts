/** A dossier with measures applied, asked by the ordinary engine: plans are checked against it. */
import type { Dossier, Scenario } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import { scenarioGround } from './assess.ts'
import { type Chokepoints, chokepointsOf } from './chokepoints.ts'
import type { ScenarioGround } from './context.ts'
import { ADVERSE, BENIGN } from './ground.ts'
import { Likelihood } from './likelihood.ts'
import { outcomeOf } from './outcome.ts'
import type { PlannedWorld } from './planned_world.ts'
import { World } from './world.ts'

export interface StopDay {
  readonly certain: Day
  readonly possible: Day
}

/** One dossier, which may hold what measures changed, and one scenario as it is dated. */
export class Reassessment {
  readonly on: ScenarioGround

  /** @param until the first day after the horizon */
  constructor(planned: PlannedWorld, dossier: Dossier, scenario: Scenario, until: Day) {
    const { ground, listed } = planned
    const first = Math.min(ground.on, ...scenario.decisions.map((decision) => decision.on))
    const applied = { ...ground, dossier, horizonDays: until - first }
    // Who stands on a list does not hang on measures, and to look it up is slow.
    const known = listed.filter(({ party }) => dossier.parties.has(party))
    this.on = scenarioGround(applied, new World(applied), known, scenario)
  }

  /** The days on which each function stops; `NEVER` where it does not. */
  stopDays(): ReadonlyMap<string, StopDay> {
    const { certain } = outcomeOf(this.on, BENIGN)
    const { possible } = outcomeOf(this.on, ADVERSE)
    return new Map(
      [...this.on.dossier.functions.keys()].map((id) => [
        id,
        { certain: certain.functionStops(id), possible: possible.functionStops(id) },
      ]),
    )
  }

  /** The expected loss from a day to before another, at the high end. */
  loss(from: Day, to: Day): number {
    const { dossier, caused } = this.on
    const horizon = { dossier, caused, start: from, end: to }
    const { withdrawals } = outcomeOf(this.on, ADVERSE)
    const likelihoods = new Likelihood(horizon, withdrawals, 'early').of([
      ...dossier.functions.values(),
    ])
    return [...likelihoods.values()].reduce((sum, { loss }) => sum + loss, 0)
  }

  /** The smallest sets of further decisions that stop a function, the first of each. */
  chokepoints(sets_max: number): Chokepoints {
    return chokepointsOf(this.on, outcomeOf(this.on, BENIGN), { sets_max, order_max: ORDER_MAX })
  }
}

/** Decisions in a chokepoint. */
const ORDER_MAX = 4
