/** How likely each function stops within the horizon, and the loss that is to be expected. */
import type { Dossier, InstitutionFunction } from '@holdfast/dossier'
import { type Compiled, compile, type Formula, type Model, type Stopped } from '@holdfast/faulttree'
import { type Day, type Diagnostic, type Interval, warning } from '@holdfast/kernel'
import {
  BooleanModel,
  type End,
  type GateMeaning,
  leafDays,
  ScenarioEvents,
  scenarioLeaf,
} from './boolean.ts'
import { StopDays } from './stop_days.ts'
import type { Supply } from './supply.ts'
import type { Withdrawals } from './withdrawal.ts'

export interface Likelihoods {
  /** Probability of stopping within the horizon, withdrawals independent. */
  readonly probability: number
  /** The same with withdrawals fully dependent. */
  readonly dependent: number
  /** Weight times expected days beyond tolerance within the horizon. */
  readonly loss: number
}

/** The dossier and the days that count: answers from `start` on, up to and including `end`. */
export interface Horizon {
  readonly dossier: Dossier
  /** The supplies that name a cause. */
  readonly caused: readonly Supply[]
  readonly start: Day
  readonly end: Day
}

/** The Boolean model of one end of every interval, from which its figures come. */
export interface LikelihoodModel {
  readonly model: Model
  readonly meanings: ReadonlyMap<string, GateMeaning>
  /** "The function has stopped within the horizon", by the function's id. */
  readonly tops: ReadonlyMap<string, Formula>
}

/** One end of every interval: late and unlikely for lower bounds, early and likely for upper. */
export class Likelihood {
  readonly problems: Diagnostic[] = []
  readonly #events: ScenarioEvents
  readonly #horizon: Horizon
  readonly #side: 0 | 1
  readonly #model: BooleanModel
  readonly #days: StopDays
  readonly #tops = new Map<string, Formula>()
  #compiled: Compiled | null = null

  constructor(on: Horizon, withdrawals: Withdrawals, end: End) {
    this.#events = new ScenarioEvents(on.caused, withdrawals)
    this.#horizon = on
    this.#side = end === 'early' ? 1 : 0
    this.#days = new StopDays(on.dossier, leafDays(withdrawals, end))
    const leaf = scenarioLeaf(withdrawals, end, this.#events)
    this.#model = new BooleanModel(on.dossier, this.#days, leaf)
  }

  /** The figures of several functions; their gates are built before the model is compiled. */
  of(functions: readonly InstitutionFunction[]): Map<string, Likelihoods> {
    const asked = functions.map((item) => ({
      item,
      within: this.#model.stoppedBy(item.id, this.#horizon.end),
      steps: this.#steps(item),
    }))
    for (const { item, within } of asked) this.#tops.set(item.id, within)
    this.#compiled = compile({ events: this.#events.events, gates: this.#model.gates })
    return new Map(
      asked.map(({ item, within, steps }) => [
        item.id,
        {
          probability: this.#probability(within),
          dependent: this.#dependent(within),
          loss:
            steps.reduce((sum, step) => sum + this.#probability(step.by) * step.days, 0) *
            item.weight,
        },
      ]),
    )
  }

  /** The model behind the figures that were asked for. */
  get behind(): LikelihoodModel {
    const { gates, meanings } = this.#model
    return { model: { events: this.#events.events, gates }, meanings, tops: this.#tops }
  }

  /** The stretches of days in which the function may stop, each with how long it counts. */
  #steps(item: InstitutionFunction): { by: Formula; days: number }[] {
    const { start, end } = this.#horizon
    const failing = this.#days
      .of(item.id, 0)
      .map((day) => Math.max(start, day + item.toleranceDays))
    const stretches = stretchesOf([...new Set(failing)].filter((day) => day < end))
    // A stop within a stretch counts from its first day for upper bounds, from its last for lower.
    const from = stretches.map(({ first, last }) => (this.#side === 1 ? first : last))
    return stretches.map(({ last }, index) => ({
      by: this.#model.stoppedBy(item.id, last),
      days: (from[index + 1] ?? end) - from[index]!,
    }))
  }

  #probability(top: Formula): number {
    if (top.op === 'constant') return top.value ? 1 : 0
    return this.#value(this.#compiled!.probability(top), this.#side)
  }

  #dependent(top: Formula): number {
    if (top.op === 'constant') return top.value ? 1 : 0
    return this.#value(this.#compiled!.dependentProbability(top), this.#side)
  }

  /** Where the engine meets its limit a certain bound stands, and a diagnostic says so. */
  #value(
    outcome: { ok: true; value: Interval | null } | (Stopped & { bounds?: Interval }),
    side: 0 | 1,
  ): number {
    if (outcome.ok && outcome.value !== null) return outcome.value[side]
    if (outcome.ok) throw new Error('the model of an institution has no negations')
    const limit = warning('impact/too-complex', { nodes_max: outcome.nodes_max })
    if (this.problems.length === 0) this.problems.push(limit)
    return outcome.bounds?.[side] ?? side
  }
}

/** Stretches over which the loss of one function is summed; a year of weeks. */
const STRETCHES_MAX = 52

/** Days in order; of very many, neighbours go together. */
function stretchesOf(days: Day[]): { first: Day; last: Day }[] {
  days.sort((a, b) => a - b)
  const size = Math.ceil(days.length / STRETCHES_MAX)
  const stretches: { first: Day; last: Day }[] = []
  for (let index = 0; index < days.length; index += size) {
    const last = days[Math.min(index + size, days.length) - 1]!
    stretches.push({ first: days[index]!, last })
  }
  return stretches
}
