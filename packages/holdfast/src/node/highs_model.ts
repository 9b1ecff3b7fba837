/**
 * A problem as HiGHS holds it, in the solver's thread.
 *
 * The relaxed problem stays in one model, whose last basis is where the next solve begins: with
 * rows added or limits moved that takes a few steps. The problem with integers is given anew for
 * each search, which takes milliseconds, so that nothing of an earlier search is left in it and
 * its clock begins at zero.
 *
 * What was measured, on schedules of 60 measures in 24 periods with 4,000 to 18,000 rows:
 *
 * - A relaxed problem of 18,000 rows takes 1 s from nothing, and 0.04 to 0.2 s after 500 rows more.
 *   HiGHS leaves out its presolve by itself where it has a basis; leaving it out at the first solve
 *   too takes two to five times as long.
 * - A call back for each step of the simplex method, which a signal needs, costs hardly anything.
 * - No option of the search helps: less or more effort in heuristics, no symmetry, no restarts, no
 *   cuts below the root and an interior point method are as fast or slower. Values to start with
 *   help most: the gap after 15 s is 3 % instead of 12 %.
 * - Columns "starts in this period", of which a measure has one at most, are searched better than
 *   "has started by this period", of which each is at most the next: with them the gap after the
 *   same time is about half as large, though the relaxed problems have the same value.
 * - HiGHS may look at its clock late: once a limit of 20 s took 101 s. Its thread is ended then
 *   (`highs_thread.ts`), with the best that had been told.
 */
import type { Relaxed, Solved } from '@holdfast/plan'
import type { Highs, HighsCallbackMap, Model, ModelData } from 'highs'
import type { Change, PackedColumns, PackedRows, Question, Told } from './highs_messages.ts'

/** Progress is told at most so often. */
const TELL_MS = 100
/** HiGHS' own tolerance of a row. */
const TOLERANCE = 1e-6

const QUIET = { output_flag: false, random_seed: 0 } as const

export interface Listener {
  readonly isStopped: () => boolean
  readonly tell: (told: Told) => void
}

export class HighsModel {
  readonly #highs: Highs
  readonly #listener: Listener
  #columns: PackedColumns | null = null
  readonly #rows: PackedRows[] = []
  readonly #rowLower: number[] = []
  readonly #rowUpper: number[] = []
  /** The relaxed problem, with all changes but those in `#late`. */
  #relaxed: Model | null = null
  #late: Change[] = []

  constructor(highs: Highs, listener: Listener) {
    this.#highs = highs
    this.#listener = listener
  }

  apply(change: Change): void {
    this.#late.push(change)
    if (change.kind === 'columns') this.#columns = change.columns
    if (change.kind === 'rows') {
      this.#rows.push(change.rows)
      for (const lower of change.rows.lower) this.#rowLower.push(lower)
      for (const upper of change.rows.upper) this.#rowUpper.push(upper)
    }
    if (change.kind === 'row') {
      this.#rowLower[change.index] = change.lower
      this.#rowUpper[change.index] = change.upper
    }
    if (change.kind === 'column') {
      const { lower, upper } = this.#given()
      lower[change.index] = change.lower
      upper[change.index] = change.upper
    }
  }

  /** Memory of WebAssembly is given back by no one else. */
  dispose(): void {
    this.#relaxed?.dispose()
    this.#relaxed = null
  }

  /** @throws {Error} when HiGHS fails, or the problem has no least value */
  relaxed(question: Question & { kind: 'relaxed' }): Relaxed {
    const { count } = this.#given()
    if (this.#isCrossed()) return { status: 'infeasible' }
    if (count === 0) {
      const rowPrices = new Float64Array(this.#rowLower.length)
      return { status: 'optimal', objective: 0, columns: new Float64Array(0), rowPrices }
    }
    const model = this.#relaxedModel()
    model.zeroAllClocks()
    model.options.set('time_limit', question.seconds)
    const outcome = this.#run(model, this.#simplexCallbacks())
    if (outcome === 'infeasible') return { status: 'infeasible' }
    if (outcome === 'limit') return { status: 'stopped' }
    const { colValue, rowDual } = model.getSolution()
    const objective = unsigned(model.getObjectiveValue())
    const columns = colValue.map(unsigned)
    return { status: 'optimal', objective, columns, rowPrices: rowDual.map(unsigned) }
  }

  /** @throws {Error} when HiGHS fails, or the problem has no least value */
  solved(question: Question & { kind: 'solved' }): Solved {
    const { count } = this.#given()
    if (this.#isCrossed()) return { status: 'infeasible' }
    if (count === 0) {
      return { status: 'optimal', objective: 0, bound: 0, columns: new Float64Array(0) }
    }
    const model = this.#highs.createModel(this.#data())
    try {
      return this.#searched(model, question)
    } finally {
      model.dispose()
    }
  }

  #searched(model: Model, { seconds, gap, start }: Question & { kind: 'solved' }): Solved {
    model.options.set({
      ...QUIET,
      time_limit: seconds,
      mip_rel_gap: gap,
      // Else HiGHS would end at 1e-6, which is much where losses are small.
      mip_abs_gap: 1e-12,
    })
    if (start !== null) model.setSolution({ colValue: start })
    const hasIntegers = this.#given().integer.includes(1)
    const outcome = this.#run(
      model,
      hasIntegers ? this.#searchCallbacks() : this.#simplexCallbacks(),
    )
    if (outcome === 'infeasible') return { status: 'infeasible' }
    const bound = hasIntegers ? Number(model.info.get('mip_dual_bound')) : Number.NEGATIVE_INFINITY
    const isFeasible = outcome === 'optimal' || model.info.get('primal_solution_status') === 2
    if (!isFeasible || (!hasIntegers && outcome === 'limit')) {
      return { status: 'stopped', bound: boundOf(bound) }
    }
    const { columns, objective } = this.#rounded(model.getSolution().colValue)
    return {
      status: outcome === 'optimal' ? 'optimal' : 'feasible',
      objective,
      bound: hasIntegers ? Math.min(boundOf(bound), objective) : objective,
      columns,
    }
  }

  /** The search's answer has integers that are some 1e-7 off, and a cost that is by as much. */
  #rounded(values: Float64Array) {
    const { cost, integer } = this.#given()
    const columns = values.map((value, column) =>
      unsigned(integer[column] === 1 ? Math.round(value) : value),
    )
    return { columns, objective: columns.reduce((sum, value, at) => sum + value * cost[at]!, 0) }
  }

  #run(model: Model, callbacks: HighsCallbackMap): 'optimal' | 'infeasible' | 'limit' {
    const status = this.#highs.constants.modelStatus
    let { modelStatus } = model.run(callbacks)
    if (modelStatus === status.unboundedOrInfeasible) {
      // What presolve does not tell apart, the search itself does.
      model.options.set('presolve', 'off')
      modelStatus = model.run(callbacks).modelStatus
      model.options.set('presolve', 'choose')
    }
    if (modelStatus === status.optimal) return 'optimal'
    if (modelStatus === status.infeasible) return 'infeasible'
    if (modelStatus === status.unbounded) throw new Error('the problem has no least value')
    const isLimit =
      modelStatus === status.timeLimit ||
      modelStatus === status.interrupted ||
      modelStatus === status.iterationLimit ||
      modelStatus === status.solutionLimit
    if (isLimit) return 'limit'
    throw new Error(`HiGHS ended with its status ${modelStatus}`)
  }

  #simplexCallbacks(): HighsCallbackMap {
    const { isStopped } = this.#listener
    return {
      [this.#highs.constants.callbackType.simplexInterrupt]: (event) => {
        if (isStopped()) event.interrupt()
        return undefined
      },
    }
  }

  #searchCallbacks(): HighsCallbackMap {
    const { isStopped, tell } = this.#listener
    const { mipInterrupt, mipImprovingSolution } = this.#highs.constants.callbackType
    let incumbent: number | null = null
    let bound = Number.NEGATIVE_INFINITY
    let last = 0
    return {
      [mipInterrupt]: (event) => {
        if (isStopped()) event.interrupt()
        bound = Math.max(bound, boundOf(event.data.mip_dual_bound))
        const now = performance.now()
        if (now - last < TELL_MS) return undefined
        last = now
        tell({ incumbent, bound: Math.min(bound, incumbent ?? bound), columns: null })
        return undefined
      },
      [mipImprovingSolution]: (event) => {
        if (event.data.mip_solution === undefined) return undefined
        const { columns, objective } = this.#rounded(event.data.mip_solution)
        incumbent = objective
        tell({ incumbent, bound: Math.min(bound, objective), columns })
        return undefined
      },
    }
  }

  #given(): PackedColumns {
    if (this.#columns === null) throw new Error('a problem begins with its columns')
    return this.#columns
  }

  /** Whether some limits leave no room, or no column could ever meet a row. */
  #isCrossed(): boolean {
    const { count, lower, upper } = this.#given()
    if (lower.some((value, column) => value > upper[column]! + TOLERANCE)) return true
    if (this.#rowLower.some((value, row) => value > this.#rowUpper[row]! + TOLERANCE)) return true
    if (count > 0) return false
    return (
      this.#rowLower.some((value) => value > TOLERANCE) ||
      this.#rowUpper.some((value) => value < -TOLERANCE)
    )
  }

  /** The model of the relaxed problem, brought up to date. */
  #relaxedModel(): Model {
    if (this.#relaxed === null) {
      const { integrality: _, ...relaxed } = this.#data()
      this.#relaxed = this.#highs.createModel(relaxed)
      this.#relaxed.options.set({ ...QUIET, solver: 'simplex' })
    } else {
      for (const change of this.#late) changeModel(this.#relaxed, change, this.#given().count)
    }
    this.#late = []
    return this.#relaxed
  }

  #data(): ModelData {
    const { count, cost, lower, upper, integer } = this.#given()
    const starts = new Int32Array(this.#rowLower.length + 1)
    const columns = new Int32Array(this.#rows.reduce((sum, rows) => sum + rows.columns.length, 0))
    const values = new Float64Array(columns.length)
    let row = 0
    let entry = 0
    for (const rows of this.#rows) {
      columns.set(rows.columns, entry)
      values.set(rows.values, entry)
      for (let at = 1; at <= rows.count; at++) starts[row + at] = entry + rows.starts[at]!
      row += rows.count
      entry += rows.columns.length
    }
    return {
      numCols: count,
      numRows: row,
      colCost: cost,
      colLower: lower,
      colUpper: upper,
      rowLower: this.#rowLower,
      rowUpper: this.#rowUpper,
      matrix: { format: 'csr', numRows: row, numCols: count, starts, indices: columns, values },
      integrality: integer,
    }
  }
}

function changeModel(model: Model, change: Change, columnCount: number): void {
  if (change.kind === 'columns') throw new Error('a problem has its columns from the beginning')
  if (change.kind === 'row') model.changeRowBounds(change.index, change.lower, change.upper)
  if (change.kind === 'column') model.changeColBounds(change.index, change.lower, change.upper)
  if (change.kind !== 'rows' || change.rows.count === 0) return
  const { count, lower, upper, starts, columns, values } = change.rows
  const shape = { format: 'csr', numRows: count, numCols: columnCount } as const
  model.addRows({ lower, upper, matrix: { ...shape, starts, indices: columns, values } })
}

/** HiGHS counts to 1e30 and beyond where it knows of no bound. */
function boundOf(bound: number | undefined): number {
  return bound === undefined || Number.isNaN(bound) ? Number.NEGATIVE_INFINITY : bound
}

/** Without the sign of a zero. */
function unsigned(value: number): number {
  return value + 0
}
