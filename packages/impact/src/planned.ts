/**
 * What is lost day by day, as a function of which measures are finished: the exact input of the
 * plan. For every function, scenario and strike the horizon falls into stretches of days on which
 * the function has stopped or not; whether it has depends on providers' decisions, which are
 * settled here by their likelihood, and on measures, which are left open.
 */
import type { Scenario } from '@holdfast/dossier'
import { ResidualDiagram } from '@holdfast/faulttree'
import { type Day, type Diagnostic, problem, warning } from '@holdfast/kernel'
import type { End } from './boolean.ts'
import type { Endings } from './planned_endings.ts'
import { type PlannedDiagram, PlannedLeaves } from './planned_leaves.ts'
import { PlannedModel } from './planned_model.ts'
import { type LossGroup, type MeasureCondition, Partition } from './planned_parts.ts'
import { SAMPLE_CASES, SAMPLE_ERROR } from './planned_sample.ts'
import { endingsByStrike } from './planned_strikes.ts'
import type { PlannedWorld } from './planned_world.ts'
import { StopDays } from './stop_days.ts'

/** One function in one scenario at one strike, on a stretch of days. */
export interface LossStretch {
  readonly function: number
  readonly scenario: number
  readonly strike: number
  /** From its first day to before `to`. */
  readonly from: Day
  readonly to: Day
  /** Numbers of groups, independent of each other: the function has stopped when any has. */
  readonly groups: readonly number[]
}

export interface PlannedLosses {
  readonly conditions: readonly MeasureCondition[]
  readonly groups: readonly LossGroup[]
  readonly stretches: readonly LossStretch[]
  /**
   * The sources that a measure adds which stop for certain in some scenario, with just these
   * measures done: a substitute that falls too.
   */
  readonly falling: (measure: string, done: ReadonlySet<string>) => readonly string[]
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
 * Exact, but where that is too much: then cases are drawn, always the same, and a warning says so.
 * Events are independent but for their causes. Deterministic. Complexity: scenarios times
 * strikes times the gates of the model, and the remainders of each function.
 *
 * @param end `early` for the high end, `late` for the low one
 * @param isOver whether time is up: then what is not worked out yet is an error
 * @returns stretches in which something can be lost; an error for each function that is too large
 */
export function plannedLosses(
  planned: PlannedWorld,
  scenarios: readonly StruckScenario[],
  window: { readonly from: Day; readonly to: Day },
  end: End,
  isOver: () => boolean = () => false,
): PlannedLosses {
  return new Planned(planned, window, end, isOver).losses(scenarios)
}

/** Decision nodes for all functions, scenarios and strikes together. */
const NODES_MAX = 2_000_000

class Planned {
  readonly #planned: PlannedWorld
  readonly #window: { readonly from: Day; readonly to: Day }
  readonly #end: End
  readonly #shared: PlannedDiagram
  readonly #partition: Partition
  readonly #stretches: LossStretch[] = []
  readonly #tooLarge = new Set<string>()
  readonly #drawn = new Set<string>()
  /** Of each scenario that of its first strike. */
  readonly #models: PlannedModel[] = []

  constructor(
    planned: PlannedWorld,
    window: { readonly from: Day; readonly to: Day },
    end: End,
    isOver: () => boolean,
  ) {
    this.#planned = planned
    this.#window = window
    this.#end = end
    const { broughtBy, replacing } = planned
    const diagram = new ResidualDiagram({ isOver, nodes_max: NODES_MAX })
    this.#shared = { diagram, probabilities: new Map(), broughtBy, replacing, isOver }
    this.#partition = new Partition(this.#shared)
  }

  losses(scenarios: readonly StruckScenario[]): PlannedLosses {
    for (const [index, { scenario, strikes }] of scenarios.entries()) {
      const byStrike = endingsByStrike(this.#planned, scenario, strikes, this.#window.to, this.#end)
      for (const [strike, endings] of byStrike.entries()) this.#strike(index, strike, endings)
    }
    const together = [...this.#planned.together].sort()
    const error = Math.round(SAMPLE_ERROR * 1000) / 10
    const problems = [
      ...(together.length === 0 ? [] : [warning('plan/paths-together', { services: together })]),
      ...[...this.#tooLarge].map((name) => problem('plan/too-large', { function: name })),
      ...[...this.#drawn].map((name) =>
        warning('plan/too-complex', { function: name, worlds: SAMPLE_CASES, error }),
      ),
    ]
    const { conditions, groups } = this.#partition
    return { conditions, groups, stretches: this.#stretches, falling: this.#falling, problems }
  }

  #strike(scenario: number, strike: number, endings: readonly Endings[]): void {
    const { all, source } = this.#planned
    const leaves = new PlannedLeaves(this.#shared, endings, this.#end)
    const days = new StopDays(all, leaves.days, source)
    const model = new PlannedModel(all, this.#shared, source, days, leaves)
    if (strike === 0) this.#models.push(model)
    const { from, to } = this.#window
    for (const [index, item] of [...all.functions.values()].entries()) {
      const inside = model.stopDays(item.id).filter((day) => day > from && day < to)
      const starts = [from, ...inside]
      for (const [at, start] of starts.entries()) {
        const groups = this.#partition.of(model.stoppedIfAny(item.id, start))
        if (groups === null) this.#tooLarge.add(item.name)
        if (groups?.some((group) => this.#partition.drawn.has(group))) this.#drawn.add(item.name)
        if (groups === null || groups.length === 0) continue
        const end = starts[at + 1] ?? to
        this.#stretches.push({ function: index, scenario, strike, from: start, to: end, groups })
      }
    }
  }

  readonly #falling = (measure: string, done: ReadonlySet<string>): readonly string[] => {
    const { diagram } = this.#shared
    const on = new Set([...done].flatMap((one) => [`done:${one}`, `ready:${one}`]))
    const effects = this.#planned.all.measures.get(measure)?.effects ?? []
    const added = effects.flatMap((effect) =>
      effect.kind === 'replace' ? [effect.by] : effect.kind === 'beside' ? [effect.add] : [],
    )
    return [...new Set(added)].filter((id) =>
      this.#models.some((model) => {
        const fails = model.failedBy(id, this.#window.to - 1)
        return diagram.isFinished(fails) && diagram.probability(fails, () => 0, on) === 1
      }),
    )
  }
}
