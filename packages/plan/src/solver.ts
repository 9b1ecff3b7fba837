/**
 * What the plan asks of a solver of linear and integer problems. The solver itself is an adapter:
 * it may run in a worker, be slow, be stopped; the plan only knows these answers.
 *
 * Columns and rows are numbered from 0 in the order in which they were given.
 */

/** `lower <= sum of value * column <= upper`; an open side is an infinity. */
export interface Row {
  readonly lower: number
  readonly upper: number
  readonly columns: readonly number[]
  readonly values: readonly number[]
}

export interface Column {
  readonly cost: number
  readonly lower: number
  readonly upper: number
  readonly integer: boolean
}

/** The sum of cost times column is to be least. */
export interface LinearProblem {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** The problem with its integers taken as real numbers, solved to the end. */
export type Relaxed =
  | {
      readonly status: 'optimal'
      readonly objective: number
      readonly columns: Float64Array
      /** By how much the objective changes when a row's limit moves by one. */
      readonly rowPrices: Float64Array
    }
  | { readonly status: 'infeasible' | 'stopped' }

/** `feasible`: a limit ended the search; `bound` is certain all the same. */
export type Solved =
  | {
      readonly status: 'optimal' | 'feasible'
      readonly objective: number
      /** No solution is below it. */
      readonly bound: number
      readonly columns: Float64Array
    }
  | { readonly status: 'infeasible' }
  /** A limit ended the search before any solution was found. */
  | { readonly status: 'stopped'; readonly bound: number }

export interface SolveLimits {
  /** Seconds of the wall clock for this search. */
  readonly seconds_max: number
  /** The search ends when `objective - bound` is at most this share of the objective. */
  readonly gap: number
}

/** How far a search is: told now and then while it lasts. */
export interface SolveProgress {
  readonly incumbent: number | null
  readonly bound: number
}

/** A problem that stays with the solver, is changed and solved again. */
export interface OpenProblem {
  addRows(rows: readonly Row[]): Promise<void>
  changeRow(row: number, lower: number, upper: number): Promise<void>
  changeColumn(column: number, lower: number, upper: number): Promise<void>
  relaxed(limits: { readonly seconds_max: number }): Promise<Relaxed>
  /** @param start values of all columns to begin with, if there are some */
  solved(
    limits: SolveLimits,
    start: Float64Array | null,
    told: (progress: SolveProgress) => void,
  ): Promise<Solved>
  close(): Promise<void>
}

/** What the promises of a port reject with: its thread died, its memory was used up. */
export class SolverFailure extends Error {}

/** Deterministic: the same calls give the same answers, unless `seconds_max` ends a search. */
export interface SolverPort {
  open(problem: LinearProblem): Promise<OpenProblem>
}
