/**
 * The search for the plan of the least expected loss, with proof of how near it is.
 *
 * The linear problem begins with the rules alone and gets cuts where a solution claims less loss
 * than there is: first of the relaxation, round after round, then of whole solutions, until the
 * best schedule found is within the gap of what the solver proves (J. F. Benders, 1962). Every
 * schedule is valued exactly; the bound is the solver's and holds for every schedule of the
 * problem. Cuts do not depend on limits: the same problem is asked again with other limits.
 */
import type { Candidate } from './candidate.ts'
import { type Choice, finishesOf, nothingDone, Resources } from './choice.ts'
import { CutMaker } from './cuts.ts'
import { Evaluator } from './evaluator.ts'
import { extended, fixedOnly, greedyChoice } from './greedy.ts'
import { improved, placed } from './improve.ts'
import type { Limit } from './limit.ts'
import { Columns, columnsOf, rulesOf } from './linear.ts'
import type { LossTable } from './loss_table.ts'
import type { Period } from './period.ts'
import type { OpenProblem, SolverPort } from './solver.ts'

export interface SearchProgress {
  readonly incumbent: number
  readonly bound: number
}

export interface SearchLimits {
  /**
   * The search ends when no choice can be better by more than this share of the loss, nor by more
   * than five times this share of what a choice can save at all: where most of the loss is beyond
   * all measures, a small share of it may be all that there is to win.
   */
  readonly gap: number
  /** Seconds left for this search, asked now and then. */
  readonly secondsLeft: () => number
  readonly told: (progress: SearchProgress) => void
  /** Called now and then while the solver works, which it does in a thread of its own. */
  readonly waiting: () => void
}

export interface Found {
  readonly choice: Choice
  readonly objective: number
  /** No choice that keeps the limits has a smaller loss. */
  readonly bound: number
  /** Whether the gap was reached; else the time was up. */
  readonly proven: boolean
}

/** Rounds of cuts for the relaxation, at most; and the share of all savings a round must take. */
const ROUNDS_MAX = 60
const LEAST_LIFT = 2e-4

/** The part of the gap that the solver may use up: the rest is for what cuts do not yet say. */
const SOLVER_SHARE = 0.8

/** A relaxed solution that does less of a measure is taken not to do it. */
const ROUNDED_AWAY = 0.05

/** The solver keeps its rows to about so much: no smaller gap can be proven. */
const SOLVER_ROUNDING = 1e-7

/** What is quickly done is done even where the time for the search is up. */
const SECONDS_LEAST = 2

/** So many times the gap may be left of what can be saved. */
const SAVING_SHARE = 5

/** Below it a loss is none. */
const NOTHING = 1e-9

/** The relative gap between a loss and a bound. */
export function gapOf(objective: number, bound: number): number {
  return objective <= NOTHING ? 0 : Math.max(0, objective - bound) / objective
}

/** By how much a choice may be better than the one found. */
function toleranceOf(gap: number, loss: number, bound: number, nothing: number): number {
  const share = Math.min(gap * loss, SAVING_SHARE * gap * Math.max(0, nothing - bound))
  return Math.max(share, SOLVER_ROUNDING * loss, NOTHING)
}

/** A problem held by a solver, with the cuts that were found so far. */
export class Search {
  readonly candidates: readonly Candidate[]
  readonly table: LossTable
  readonly #columns: Columns
  readonly #cuts: CutMaker
  readonly #opened: OpenProblem
  #limits: readonly Limit[]

  private constructor(
    candidates: readonly Candidate[],
    table: LossTable,
    limits: readonly Limit[],
    columns: Columns,
    cuts: CutMaker,
    opened: OpenProblem,
  ) {
    this.candidates = candidates
    this.table = table
    this.#limits = limits
    this.#columns = columns
    this.#cuts = cuts
    this.#opened = opened
  }

  static async open(
    candidates: readonly Candidate[],
    table: LossTable,
    limits: readonly Limit[],
    periods: readonly Period[],
    solver: SolverPort,
  ): Promise<Search> {
    const cuts = new CutMaker(table, candidates, blocksOf(periods))
    const columns = new Columns(candidates, cuts.lossCount)
    const problem = { columns: columnsOf(columns), rows: rulesOf(columns, limits) }
    const opened = await solver.open(problem)
    return new Search(candidates, table, limits, columns, cuts, opened)
  }

  get limits(): readonly Limit[] {
    return this.#limits
  }

  close(): Promise<void> {
    return this.#opened.close()
  }

  /** Changes how much there is of a limit. */
  async changeLimit(index: number, amount: number): Promise<void> {
    const before = this.#limits[index]!
    const scale = before.scale
    await this.#opened.changeRow(index, Number.NEGATIVE_INFINITY, amount / scale)
    this.#limits = this.#limits.with(index, { ...before, amount })
  }

  /**
   * The best choice within the limits as they are; null when what is fixed cannot be done.
   *
   * @param hints choices to begin with; those that break a limit are left out
   */
  async best(limits: SearchLimits, hints: readonly Choice[] = []): Promise<Found | null> {
    const resources = new Resources(this.candidates, this.#limits)
    const first = await this.#first(resources, hints)
    if (first === null) return null
    const state = { evaluator: first, bound: 0 }
    const tell = () => limits.told({ incumbent: state.evaluator.loss, bound: state.bound })
    tell()
    const nothing = this.table.loss(finishesOf(this.candidates, nothingDone(this.candidates)))
    const lifted = await this.#lift(limits, nothing)
    state.bound = lifted.bound
    tell()
    if (lifted.columns !== null) {
      const nearest = this.#nearest(resources, lifted.columns)
      if (nearest !== null) this.#consider(resources, state.evaluator, nearest)
      tell()
    }
    const tolerance = () => toleranceOf(limits.gap, state.evaluator.loss, state.bound, nothing)
    const isProven = () => state.evaluator.loss - state.bound <= tolerance()
    while (!isProven() && limits.secondsLeft() > 0) {
      const solved = await this.#opened.solved(
        {
          seconds_max: limits.secondsLeft(),
          gap: (tolerance() / state.evaluator.loss) * SOLVER_SHARE,
        },
        this.#start(state.evaluator.base),
        ({ bound }) => {
          limits.told({ incumbent: state.evaluator.loss, bound: Math.max(state.bound, bound) })
          limits.waiting()
        },
      )
      if (solved.status === 'infeasible') break
      state.bound = Math.max(state.bound, solved.bound)
      if (solved.status === 'stopped') break
      const choice = this.#columns.choice(solved.columns)
      this.#consider(resources, state.evaluator, choice)
      tell()
      const exact = this.#start(choice)
      if (isProven() || !(await this.#addCuts([solved.columns, exact]))) break
    }
    const { loss, base } = state.evaluator
    return { choice: base, objective: loss, bound: Math.min(state.bound, loss), proven: isProven() }
  }

  /** The loss of the relaxed problem, as far as cuts tell it; null when it has none in time. */
  async relaxedLoss(limits: SearchLimits): Promise<number | null> {
    const seconds_max = Math.max(SECONDS_LEAST, limits.secondsLeft())
    const relaxed = await this.#opened.relaxed({ seconds_max })
    return relaxed.status === 'optimal' ? relaxed.objective : null
  }

  /** The best of what is known before the search: hints, and the greedy choice. */
  async #first(resources: Resources, hints: readonly Choice[]): Promise<Evaluator | null> {
    const fixed = fixedOnly(this.candidates, resources)
    const greedy = fixed === null ? null : greedyChoice(this.candidates, resources, this.table)
    const possible = [...hints, ...(greedy === null ? [] : [greedy])].filter((choice) =>
      resources.isPossible(choice),
    )
    const known = possible[0] ?? (await this.#anyChoice())
    if (known === null) return null
    const evaluator = new Evaluator(this.table, this.candidates, known)
    // To make them better waits for the relaxation, which mostly knows better still.
    for (const choice of possible) {
      if (evaluator.of(choice) < evaluator.loss) evaluator.move(choice)
    }
    return evaluator
  }

  /** Where greed finds no way to do what is fixed, the solver may. */
  async #anyChoice(): Promise<Choice | null> {
    const solved = await this.#opened.solved(
      { seconds_max: SECONDS_LEAST * 10, gap: 1 },
      null,
      () => {},
    )
    return 'columns' in solved ? this.#columns.choice(solved.columns) : null
  }

  /** Makes a choice better, and the evaluator's base if it is better than that. */
  #consider(resources: Resources, evaluator: Evaluator, choice: Choice): void {
    const own = new Evaluator(this.table, this.candidates, choice)
    extended(this.candidates, resources, own)
    improved(this.candidates, resources, own)
    if (own.loss < evaluator.loss) evaluator.move(own.base)
  }

  /** Adds cuts to the relaxation until they lift it no more; the bound that it then gives. */
  async #lift(
    limits: SearchLimits,
    nothing: number,
  ): Promise<{ readonly bound: number; readonly columns: Float64Array | null }> {
    let bound = 0
    let columns: Float64Array | null = null
    for (let round = 0; round < ROUNDS_MAX && limits.secondsLeft() > 0; round += 1) {
      const relaxed = await this.#opened.relaxed({ seconds_max: limits.secondsLeft() })
      if (relaxed.status !== 'optimal') break
      const lift = relaxed.objective - bound
      columns = relaxed.columns
      bound = Math.max(bound, relaxed.objective)
      if (round > 3 && lift < LEAST_LIFT * Math.max(nothing - bound, NOTHING)) break
      if (!(await this.#addCuts([relaxed.columns]))) break
    }
    return { bound, columns }
  }

  /** The best choice near a relaxed one; null when what is fixed does not fit so. */
  #nearest(resources: Resources, values: Float64Array): Choice | null {
    const valued = this.#rounded(resources, values).map((choice) => ({
      choice,
      loss: this.table.loss(finishesOf(this.candidates, choice)),
    }))
    return valued.sort((a, b) => a.loss - b.loss)[0]?.choice ?? null
  }

  /** Choices that keep every rule, near a relaxed one: what is most done first, or soonest. */
  #rounded(resources: Resources, values: Float64Array): readonly Choice[] {
    const startedBy = this.#columns.shares(values)
    const share = (measure: number, start: number): number =>
      startedBy[this.#columns.start(measure, start)]!
    const done = [...this.candidates.keys()].flatMap((measure) => {
      const { starts } = this.candidates[measure]!
      if (starts.length === 0) return []
      const whole = share(measure, starts.length - 1)
      if (whole < ROUNDED_AWAY) return []
      const sum = starts.reduce((total, _, start) => total + share(measure, start), 0)
      return [{ measure, whole, sum, late: starts.length - sum / whole }]
    })
    const orders = [
      done.toSorted((a, b) => b.sum - a.sum),
      done.toSorted((a, b) => b.whole - a.whole || a.late - b.late),
      done.toSorted((a, b) => a.late - b.late),
    ]
    return orders.flatMap((order) => {
      const choice = placed(
        this.candidates,
        resources,
        order.map(({ measure }) => measure),
      )
      return choice === null ? [] : [choice]
    })
  }

  async #addCuts(points: readonly Float64Array[]): Promise<boolean> {
    const cuts = points.flatMap((values) => this.#cuts.violated(this.#columns, values))
    if (cuts.length > 0) await this.#opened.addRows(cuts)
    return cuts.length > 0
  }

  /** The columns of a choice with its losses, as far as cuts tell them. */
  #start(choice: Choice): Float64Array {
    const values = this.#columns.values(choice)
    this.#cuts.fillLosses(values, finishesOf(this.candidates, choice))
    return values
  }
}

/** Loss columns stand for one or several periods, so that there are not too many of them. */
const BLOCKS_MAX = 4

function blocksOf(periods: readonly Period[]): readonly Period[] {
  const size = Math.ceil(periods.length / BLOCKS_MAX)
  const blocks: Period[] = []
  for (let at = 0; at < periods.length; at += size) {
    const last = periods[Math.min(at + size, periods.length) - 1]!
    blocks.push({ from: periods[at]!.from, to: last.to })
  }
  return blocks
}
