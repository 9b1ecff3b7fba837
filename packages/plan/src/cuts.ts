/** Cuts: rows that keep the loss columns of the linear problem from being smaller than they are. */
import type { Day } from '@holdfast/kernel'
import { type Candidate, lastFinishedBy } from './candidate.ts'
import type { Columns } from './linear.ts'
import type { Finishes, LossRow, LossTable } from './loss_table.ts'
import type { Period } from './period.ts'
import type { Row } from './solver.ts'
import { type Linear, RowForm } from './underestimate.ts'

/** Shares closer than this are one. */
const SAME = 1e-7

/** A cut must lift its column by this share of the largest loss at hand. */
const LEAST_LIFT = 1e-7

/** A factor that is rounding. */
const LEAST_FACTOR = 1e-9

/** A linear function of what has started by which start. */
interface LossSum {
  constant: number
  /** By column of a start. */
  readonly startedBy: Float64Array
}

function emptySum(columns: number): LossSum {
  return { constant: 0, startedBy: new Float64Array(columns) }
}

/** The loss columns: one for each function and block of days in which it can lose something. */
export class CutMaker {
  readonly blocks: readonly Period[]
  readonly lossCount: number
  readonly #table: LossTable
  readonly #candidates: readonly Candidate[]
  readonly #rows: readonly { readonly row: LossRow; readonly form: RowForm }[][]

  constructor(table: LossTable, candidates: readonly Candidate[], blocks: readonly Period[]) {
    this.#table = table
    this.#candidates = candidates
    this.blocks = blocks
    const functions = Math.max(0, ...table.rows.map((row) => row.function + 1))
    const rows = Array.from({ length: functions }, (): { row: LossRow; form: RowForm }[] => [])
    const forms = new Map<string, RowForm>()
    for (const row of table.rows) {
      const key = row.groups.map(({ number }) => number).join(' ')
      let form = forms.get(key)
      if (form === undefined) {
        form = new RowForm(row)
        forms.set(key, form)
      }
      rows[row.function]!.push({ row, form })
    }
    this.#rows = rows
    this.lossCount = functions * blocks.length
  }

  /**
   * Cuts that a solution violates, one at most for each loss column.
   *
   * At a solution of whole numbers the cut equals the loss of the schedule, so that a solution
   * without a violated cut is valued exactly.
   */
  violated(columns: Columns, values: Float64Array): readonly Row[] {
    const shares = columns.shares(values)
    const scale = values.subarray(0, this.lossCount).reduce((a, b) => Math.max(a, b), 1)
    const cuts: Row[] = []
    for (const [index, rows] of this.#rows.entries()) {
      const sums = this.blocks.map(() => emptySum(columns.count))
      for (const { row, form } of rows) this.#addRow(columns, shares, row, form, sums)
      for (const [block, { constant, startedBy }] of sums.entries()) {
        const column = index * this.blocks.length + block
        const at = startedBy.reduce((sum, factor, other) => sum + factor * shares[other]!, constant)
        if (at <= values[column]! + LEAST_LIFT * scale) continue
        const entries = [...columns.factors(startedBy).entries()].filter(
          ([, factor]) => Math.abs(factor) > LEAST_FACTOR,
        )
        cuts.push({
          lower: constant,
          upper: Number.POSITIVE_INFINITY,
          columns: [column, ...entries.map(([other]) => other)],
          values: [1, ...entries.map(([, factor]) => -factor)],
        })
      }
    }
    return cuts
  }

  /** Writes the losses of a schedule into the loss columns. */
  fillLosses(values: Float64Array, finishes: Finishes): void {
    for (const [index, rows] of this.#rows.entries()) {
      for (const [block, { from, to }] of this.blocks.entries()) {
        let sum = 0
        for (const { row } of rows) sum += this.#table.rowLoss(row, finishes, from, to)
        values[index * this.blocks.length + block] = sum
      }
    }
  }

  #addRow(
    columns: Columns,
    shares: Float64Array,
    row: LossRow,
    form: RowForm,
    sums: readonly LossSum[],
  ): void {
    const known = new Map<string, Linear>()
    const changes = this.#changes(columns, shares, row)
    for (const [block, { from, to }] of this.blocks.entries()) {
      const inside = changes.filter((day) => day > from && day < to)
      for (const [at, start] of [from, ...inside].entries()) {
        const end = inside[at] ?? to
        const days = this.#days(row, start, end)
        if (days <= 0) continue
        const point = this.#point(columns, shares, row, form, start)
        const key = point.join(' ')
        let linear = known.get(key)
        if (linear === undefined) {
          linear = form.below(point)
          known.set(key, linear)
        }
        this.#addLinear(columns, row, form, linear, start, end, sums[block]!)
      }
    }
  }

  #days({ before }: LossRow, from: Day, to: Day): number {
    return before[to - this.#table.from]! - before[from - this.#table.from]!
  }

  /** Days on which the share finished of one of the row's measures changes. */
  #changes(columns: Columns, shares: Float64Array, row: LossRow): readonly Day[] {
    const days = new Set<Day>()
    for (const measure of row.measures) {
      let before = 0
      for (const [start, { finish }] of this.#candidates[measure]!.starts.entries()) {
        const share = shares[columns.start(measure, start)]!
        if (share > before + SAME) days.add(finish)
        before = share
      }
    }
    return [...days].sort((a, b) => a - b)
  }

  #point(
    columns: Columns,
    shares: Float64Array,
    row: LossRow,
    form: RowForm,
    day: Day,
  ): Float64Array {
    return Float64Array.from(form.variables, ({ measure, isReady }) => {
      const by = isReady && row.readyBy !== null ? row.readyBy : day
      const start = lastFinishedBy(this.#candidates[measure]!, by)
      const share = start < 0 ? 0 : shares[columns.start(measure, start)]!
      return share < SAME ? 0 : share > 1 - SAME ? 1 : share
    })
  }

  /** The linear function over some days: what is finished changes with them. */
  #addLinear(
    columns: Columns,
    row: LossRow,
    form: RowForm,
    { constant, factors }: Linear,
    from: Day,
    to: Day,
    sum: LossSum,
  ): void {
    const days = this.#days(row, from, to)
    sum.constant += constant * days
    const add = (measure: number, start: number, weight: number): void => {
      if (start >= 0) sum.startedBy[columns.start(measure, start)]! += weight
    }
    for (const [variable, { measure, isReady }] of form.variables.entries()) {
      const factor = factors[variable]!
      if (factor === 0) continue
      const candidate = this.#candidates[measure]!
      if (isReady && row.readyBy !== null) {
        add(measure, lastFinishedBy(candidate, row.readyBy), factor * days)
        continue
      }
      let at = from
      let start = lastFinishedBy(candidate, from)
      while (at < to) {
        const next = Math.min(candidate.starts[start + 1]?.finish ?? to, to)
        if (start >= 0) add(measure, start, factor * this.#days(row, at, next))
        at = next
        start += 1
      }
    }
  }
}
