/**
 * What is lost day by day, as a function of which measures are finished: the exact input of the
 * plan. For every function, scenario and strike the horizon falls into stretches of days on which
 * the function has stopped or not; whether it has depends on providers' decisions, which are
 * settled here by their likelihood, and on measures, which are left open.
 */
import type { Dossier, Need, Scenario } from '@holdfast/dossier'
import { type Fn, ResidualDiagram } from '@holdfast/faulttree'
import { type Day, type Diagnostic, warning } from '@holdfast/kernel'
import type { End } from './boolean.ts'
import type { Ground } from './ground.ts'
import { listings } from './listings.ts'
import { PlannedDays } from './planned_days.ts'
import type { Endings, PlannedWorld } from './planned_endings.ts'
import { type PlannedDiagram, PlannedLeaves } from './planned_leaves.ts'
import { PlannedModel } from './planned_model.ts'
import { endingsByStrike } from './planned_strikes.ts'
import { Rewriting, type Source, withAllMeasures } from './rewriting.ts'
import { World } from './world.ts'

/** `done`: finished by the day that is asked about. `ready`: finished by then and by the strike. */
export interface MeasureLiteral {
  readonly measure: string
  readonly when: 'done' | 'ready'
  /** What it must be for the clause to hold. */
  readonly value: boolean
}

/** A condition on measures: it holds where all literals of one of its clauses do. */
export type MeasureCondition = readonly (readonly MeasureLiteral[])[]

/** One function in one scenario at one strike, on a stretch of days. */
export interface LossStretch {
  readonly function: number
  readonly scenario: number
  readonly strike: number
  /** From its first day to before `to`. */
  readonly from: Day
  readonly to: Day
  /** With these probabilities, which sum to at most 1, the function has stopped if the condition holds. */
  readonly stopped: readonly { readonly probability: number; readonly condition: number }[]
}

export interface PlannedLosses {
  readonly conditions: readonly MeasureCondition[]
  readonly stretches: readonly LossStretch[]
  readonly problems: readonly Diagnostic[]
}

/** A scenario of the plan: the strikes to be counted with, or its own days. */
export interface StruckScenario {
  readonly scenario: Scenario
  /** Days; one of any value for a scenario that is counted as dated. */
  readonly strikes: readonly Day[]
}

/**
 * The losses of some scenarios in a window of days.
 *
 * Exact: events are independent but for their causes. Deterministic. Complexity: scenarios times
 * strikes times the gates of the model, and the remainders of each function.
 *
 * @param end `early` for the high end, `late` for the low one
 * @returns stretches in which something can be lost; a warning for each function too complex
 */
export function plannedLosses(
  ground: Ground,
  scenarios: readonly StruckScenario[],
  window: { readonly from: Day; readonly to: Day },
  end: End,
): PlannedLosses {
  return new Planned(ground, window, end).losses(scenarios)
}

class Planned {
  readonly #planned: PlannedWorld
  readonly #window: { readonly from: Day; readonly to: Day }
  readonly #end: End
  readonly #shared: PlannedDiagram
  readonly #sources = new WeakMap<Need, Source>()
  readonly #conditions: MeasureCondition[] = []
  readonly #numbers = new Map<Fn, number>()
  readonly #known = new Map<Fn, LossStretch['stopped'] | null>()
  readonly #stretches: LossStretch[] = []
  readonly #tooComplex = new Set<string>()

  constructor(ground: Ground, window: { readonly from: Day; readonly to: Day }, end: End) {
    const all = withAllMeasures(ground.dossier)
    const inAll = { ...ground, dossier: all }
    const rewriting = new Rewriting(all)
    const world = new World(inAll)
    this.#planned = { ground, all, world, listed: listings(inAll), rewriting }
    this.#window = window
    this.#end = end
    this.#shared = {
      diagram: new ResidualDiagram(),
      probabilities: new Map(),
      broughtBy: broughtBy(all),
    }
  }

  losses(scenarios: readonly StruckScenario[]): PlannedLosses {
    for (const [index, { scenario, strikes }] of scenarios.entries()) {
      const byStrike = endingsByStrike(this.#planned, scenario, strikes, this.#end)
      for (const [strike, endings] of byStrike.entries()) this.#strike(index, strike, endings)
    }
    const problems = [...this.#tooComplex].map((name) =>
      warning('plan/too-complex', { function: name }),
    )
    return { conditions: this.#conditions, stretches: this.#stretches, problems }
  }

  #strike(scenario: number, strike: number, endings: readonly Endings[]): void {
    const { all } = this.#planned
    const leaves = new PlannedLeaves(this.#shared, endings, this.#end)
    const days = new PlannedDays(all, this.#source, leaves.days)
    const model = new PlannedModel(all, this.#shared, this.#source, days, leaves)
    const { from, to } = this.#window
    for (const [index, item] of [...all.functions.values()].entries()) {
      const inside = model.stopDays(item.id).filter((day) => day > from && day < to)
      const starts = [from, ...inside]
      for (const [at, start] of starts.entries()) {
        const stopped = this.#stopped(model.stoppedBy(item.id, start), item.name)
        if (stopped.length === 0) continue
        const end = starts[at + 1] ?? to
        this.#stretches.push({ function: index, scenario, strike, from: start, to: end, stopped })
      }
    }
  }

  readonly #source = (owner: string, need: Extract<Need, { kind: 'item' }>): Source => {
    let source = this.#sources.get(need)
    if (source === undefined) {
      source = this.#planned.rewriting.source(owner, need)
      this.#sources.set(need, source)
    }
    return source
  }

  /** What remains of a function when providers have decided. */
  #stopped(fn: Fn, name: string): LossStretch['stopped'] {
    let stopped = this.#known.get(fn)
    if (stopped === undefined) {
      stopped = this.#settled(fn)
      this.#known.set(fn, stopped)
    }
    if (stopped === null) this.#tooComplex.add(name)
    return stopped ?? []
  }

  #settled(fn: Fn): LossStretch['stopped'] | null {
    const { diagram, probabilities } = this.#shared
    if (!diagram.isFinished(fn)) return null
    const remainders = diagram.remainders(fn, (event) => probabilities.get(event) ?? 0)
    if (remainders === null) return null
    const stopped: { probability: number; condition: number }[] = []
    for (const { probability, remainder } of remainders) {
      if (remainder === diagram.never) continue
      const condition = this.#condition(remainder)
      if (condition === null) return null
      stopped.push({ probability, condition })
    }
    return stopped
  }

  #condition(remainder: Fn): number | null {
    const known = this.#numbers.get(remainder)
    if (known !== undefined) return known
    const clauses = this.#shared.diagram.implicants(remainder)
    if (clauses === null) return null
    const condition = clauses.map((clause) =>
      clause.map(({ switch: id, value }): MeasureLiteral => {
        const at = id.indexOf(':')
        const when = id.slice(0, at) === 'ready' ? 'ready' : 'done'
        return { measure: id.slice(at + 1), when, value }
      }),
    )
    this.#conditions.push(condition)
    this.#numbers.set(remainder, this.#conditions.length - 1)
    return this.#conditions.length - 1
  }
}

function broughtBy({ measures }: Dossier): ReadonlyMap<string, string> {
  return new Map(
    [...measures.values()].flatMap(({ id, services }) =>
      [...services.keys()].map((service) => [service, id] as const),
    ),
  )
}
