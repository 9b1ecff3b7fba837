/**
 * The expected loss of a schedule, exactly and fast: what `plannedLosses` says, put together by
 * what it depends on. Stretches of all scenarios and strikes that depend on the same decisions and
 * measures in the same way are one row with a density over the days of the horizon.
 */
import type { PlannedLosses } from '@holdfast/impact'
import type { Day } from '@holdfast/kernel'
import { EvaluatedGroup } from './loss_group.ts'

/** How much a day of stopping counts. */
export interface LossWeights {
  /** By number of the function. */
  readonly functions: readonly number[]
  /**
   * By number of the scenario and of the strike; the shares sum to 1. The strike of a scenario in
   * which nobody decides is the first day: whoever has gone had gone before.
   */
  readonly strikes: readonly (readonly { readonly day: Day; readonly share: number }[])[]
}

/** What is lost where a function stops with some groups. */
export interface LossRow {
  readonly function: number
  /** Null where the rows of all scenarios are one. */
  readonly scenario: number | null
  /** The day by which buffers must be ready; null: by the day asked about. */
  readonly readyBy: Day | null
  readonly groups: readonly EvaluatedGroup[]
  /** What is lost before a day of the horizon if the function is stopped: a sum over its days. */
  readonly before: Float64Array
  /** Measures on which the row depends. */
  readonly measures: readonly number[]
}

/** The day on which each measure is finished; infinite for one that is not done. */
export type Finishes = Float64Array

export class LossTable {
  readonly rows: readonly LossRow[]
  readonly from: Day
  readonly to: Day
  readonly #rowsOf: readonly (readonly number[])[]
  readonly #state: Uint8Array

  constructor(
    losses: PlannedLosses,
    weights: LossWeights,
    measures: readonly string[],
    window: { readonly from: Day; readonly to: Day },
    scenarios: 'together' | 'apart',
  ) {
    this.from = window.from
    this.to = window.to
    this.rows = rowsOf(losses, weights, measures, window, scenarios === 'apart')
    this.#rowsOf = measures.map((_, measure) =>
      this.rows.flatMap((row, index) => (row.measures.includes(measure) ? [index] : [])),
    )
    this.#state = new Uint8Array(2 * measures.length)
  }

  /** Numbers of the rows that depend on a measure. */
  rowsOf(measure: number): readonly number[] {
    return this.#rowsOf[measure]!
  }

  /** The expected loss of a schedule, over all rows or some. */
  loss(finishes: Finishes, wanted: (row: LossRow) => boolean = () => true): number {
    return this.rows.reduce((sum, row) => sum + (wanted(row) ? this.rowLoss(row, finishes) : 0), 0)
  }

  /** The loss of one row, from a day to before another; of the whole horizon unless given. */
  rowLoss(row: LossRow, finishes: Finishes, from = this.from, to = this.to): number {
    const { before } = row
    let sum = 0
    let start = from
    for (const end of this.#changes(row, finishes, from, to)) {
      const days = before[end - this.from]! - before[start - this.from]!
      if (days > 0) sum += days * this.probability(row, finishes, start)
      start = end
    }
    return sum
  }

  /** The probability that the row's function has stopped on a day, by what is finished. */
  probability({ groups, readyBy }: LossRow, finishes: Finishes, day: Day): number {
    let none = 1
    for (const group of groups) {
      for (const [place, { measure, isReady }] of group.variables.entries()) {
        const by = isReady && readyBy !== null ? readyBy : day
        this.#state[place] = finishes[measure]! <= by ? 1 : 0
      }
      none *= 1 - group.probability(this.#state)
    }
    return 1 - none
  }

  /** The days after `from` on which a measure of the row is finished, and `to`. */
  #changes(row: LossRow, finishes: Finishes, from: Day, to: Day): number[] {
    const days: number[] = []
    for (const measure of row.measures) {
      const day = finishes[measure]!
      if (day > from && day < to) days.push(day)
    }
    return days.length === 0 ? [to] : [...days.sort((a, b) => a - b), to]
  }
}

function rowsOf(
  { conditions, groups, stretches }: PlannedLosses,
  weights: LossWeights,
  measures: readonly string[],
  { from, to }: { readonly from: Day; readonly to: Day },
  isApart: boolean,
): readonly LossRow[] {
  const numbers = new Map(measures.map((id, index) => [id, index]))
  const evaluated = groups.map(
    (group, index) => new EvaluatedGroup(index, group, conditions, numbers),
  )
  const buffered = evaluated.map(({ variables }) => variables.some(({ isReady }) => isReady))
  const rows = new Map<string, LossRow>()
  for (const stretch of stretches) {
    const { day, share } = weights.strikes[stretch.scenario]![stretch.strike]!
    const rate = weights.functions[stretch.function]! * share
    if (rate === 0) continue
    const waits = stretch.groups.some((group) => buffered[group])
    const add = (readyBy: Day | null, start: Day, end: Day): void => {
      if (start >= end) return
      const scenario = isApart ? stretch.scenario : null
      const key = [stretch.function, scenario, readyBy, ...stretch.groups].join(' ')
      let row = rows.get(key)
      if (row === undefined) {
        const parts = stretch.groups.map((group) => evaluated[group]!)
        row = emptyRow(stretch.function, scenario, readyBy, parts, to - from)
        rows.set(key, row)
      }
      row.before[start - from + 1]! += rate
      if (end < to) row.before[end - from + 1]! -= rate
    }
    // Before the strike a buffer is there when it is finished; after it, if it was finished then.
    const strike = waits ? Math.min(Math.max(day, stretch.from), stretch.to) : stretch.to
    add(null, stretch.from, strike)
    add(day, strike, stretch.to)
  }
  for (const { before } of rows.values()) {
    // Changes of the rate become rates, and these become sums.
    for (let turn = 0; turn < 2; turn += 1) {
      for (let at = 1; at < before.length; at += 1) before[at]! += before[at - 1]!
    }
  }
  return [...rows.values()]
}

function emptyRow(
  functionNumber: number,
  scenario: number | null,
  readyBy: Day | null,
  groups: readonly EvaluatedGroup[],
  days: number,
): LossRow {
  const measures = groups.flatMap(({ variables }) => variables.map(({ measure }) => measure))
  return {
    function: functionNumber,
    scenario,
    readyBy,
    groups,
    before: new Float64Array(days + 1),
    measures: [...new Set(measures)].sort((a, b) => a - b),
  }
}
