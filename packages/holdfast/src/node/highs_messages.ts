/** What the solver's thread is told and answers: plain data, packed for the way between threads. */
import type { Column, Relaxed, Row, Solved } from '@holdfast/plan'

export interface PackedColumns {
  readonly count: number
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** 1 where a column takes only integers. */
  readonly integer: Int32Array
}

/** Row `i` has the entries from `starts[i]` to before `starts[i + 1]`, no column of them twice. */
export interface PackedRows {
  readonly count: number
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** The state of a problem is its changes, one after the other; the first is `columns`. */
export type Change =
  | { readonly kind: 'columns'; readonly columns: PackedColumns }
  | { readonly kind: 'rows'; readonly rows: PackedRows }
  | {
      readonly kind: 'row' | 'column'
      readonly index: number
      readonly lower: number
      readonly upper: number
    }

export type Question =
  | { readonly kind: 'relaxed'; readonly seconds: number }
  | {
      readonly kind: 'solved'
      readonly seconds: number
      readonly gap: number
      readonly start: Float64Array | null
    }

/** Changes that the thread does not have yet, and what is asked after them. */
export interface Order {
  readonly changes: readonly Change[]
  readonly question: Question
}

export interface Told {
  readonly incumbent: number | null
  readonly bound: number
  /** Of the incumbent, where it is new. */
  readonly columns: Float64Array | null
}

export type Reply =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'relaxed'; readonly answer: Relaxed }
  | { readonly kind: 'solved'; readonly answer: Solved }
  | { readonly kind: 'failure'; readonly message: string }

/** What the thread is started with. */
export interface ThreadData {
  /** One number, shared: not 0 when the search is to end. */
  readonly stop: Int32Array
}

/** @throws {Error} for a cost that is not finite or a bound that is no number: a caller's bug */
export function packedColumns(columns: readonly Column[]): PackedColumns {
  for (const [index, { cost, lower, upper }] of columns.entries()) {
    if (!Number.isFinite(cost)) throw new Error(`column ${index} has the cost ${cost}`)
    checkBounds(`column ${index}`, lower, upper)
  }
  return {
    count: columns.length,
    cost: Float64Array.from(columns, ({ cost }) => cost),
    lower: Float64Array.from(columns, ({ lower }) => lower),
    upper: Float64Array.from(columns, ({ upper }) => upper),
    integer: Int32Array.from(columns, ({ integer }) => Number(integer)),
  }
}

/**
 * Entries of a column that stands more than once in a row are added up.
 *
 * @throws {Error} for a column that is not there or a value that is not finite: a caller's bug
 */
export function packedRows(rows: readonly Row[], columnCount: number): PackedRows {
  const starts = new Int32Array(rows.length + 1)
  const columns: number[] = []
  const values: number[] = []
  for (const [index, row] of rows.entries()) {
    checkBounds(`row ${index}`, row.lower, row.upper)
    for (const [column, value] of entriesOf(row, `row ${index}`, columnCount)) {
      columns.push(column)
      values.push(value)
    }
    starts[index + 1] = columns.length
  }
  return {
    count: rows.length,
    lower: Float64Array.from(rows, ({ lower }) => lower),
    upper: Float64Array.from(rows, ({ upper }) => upper),
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  }
}

function entriesOf(row: Row, where: string, columnCount: number): Map<number, number> {
  if (row.columns.length !== row.values.length) {
    throw new Error(`${where} has ${row.columns.length} columns and ${row.values.length} values`)
  }
  const entries = new Map<number, number>()
  for (const [position, column] of row.columns.entries()) {
    const value = row.values[position]!
    if (!Number.isInteger(column) || column < 0 || column >= columnCount) {
      throw new Error(`${where} names the column ${column} of ${columnCount}`)
    }
    if (!Number.isFinite(value)) throw new Error(`${where} has the value ${value}`)
    entries.set(column, (entries.get(column) ?? 0) + value)
  }
  return entries
}

/** @throws {Error} where a side is no number, or an infinity on the wrong side */
export function checkBounds(where: string, lower: number, upper: number): void {
  const isWrong =
    Number.isNaN(lower) ||
    Number.isNaN(upper) ||
    lower === Number.POSITIVE_INFINITY ||
    upper === Number.NEGATIVE_INFINITY
  if (isWrong) throw new Error(`${where} lies between ${lower} and ${upper}`)
}
