/**
 * The plan as a linear problem: for each measure and each of its starts, whether work on it has
 * started by then, and for each function and stretch of the horizon, what is lost in it.
 *
 * "Started by" rather than "starts at": the bounds of the relaxation are tighter, and that one
 * measure is finished before another starts is one row with two entries for each start (N.
 * Christofides, R. Alvarez-Valdes, J. M. Tamarit, 1987).
 */
import { type Candidate, lastFinishedBy } from './candidate.ts'
import type { Choice } from './choice.ts'
import type { Limit } from './limit.ts'
import type { Column, Row } from './solver.ts'

/** Where things stand among the columns. */
export class Columns {
  readonly candidates: readonly Candidate[]
  readonly lossCount: number
  readonly count: number
  readonly #first: readonly number[]

  constructor(candidates: readonly Candidate[], lossCount: number) {
    this.candidates = candidates
    this.lossCount = lossCount
    const first: number[] = []
    let count = lossCount
    for (const { starts } of candidates) {
      first.push(count)
      count += starts.length
    }
    this.#first = first
    this.count = count
  }

  /** The column "started by this start"; null for -1, before the first: it never is. */
  started(measure: number, start: number): number | null {
    return start < 0 ? null : this.#first[measure]! + start
  }

  /** The starts that a solution says; a measure starts where it first has started. */
  choice(values: Float64Array): Choice {
    return Int32Array.from(this.candidates, ({ starts }, measure) =>
      starts.findIndex((_, start) => values[this.#first[measure]! + start]! > 0.5),
    )
  }

  /** How far a measure is started by a start, from 0 to 1. */
  share(values: Float64Array, measure: number, start: number): number {
    return start < 0 ? 0 : values[this.#first[measure]! + start]!
  }

  /** The values of the start columns of a choice, with losses to be filled in. */
  values(choice: Choice): Float64Array {
    const values = new Float64Array(this.count)
    for (const [measure, { starts }] of this.candidates.entries()) {
      const at = choice[measure]!
      if (at >= 0) values.fill(1, this.#first[measure]! + at, this.#first[measure]! + starts.length)
    }
    return values
  }
}

export function columnsOf(columns: Columns): readonly Column[] {
  const losses = Array.from({ length: columns.lossCount }, () => ({
    cost: 1,
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
    integer: false,
  }))
  const starts = columns.candidates.flatMap(({ starts, fixed }) =>
    starts.map((_, start) => {
      const isFixed = fixed !== null && start === starts.length - 1
      return { cost: 0, lower: isFixed ? 1 : 0, upper: 1, integer: true }
    }),
  )
  return [...losses, ...starts]
}

/** The rows of the plan's rules, those of the limits first and in their order. */
export function rulesOf(columns: Columns, limits: readonly Limit[]): readonly Row[] {
  const rows = limits.map((limit) => limitRow(columns, limit))
  for (const [measure, candidate] of columns.candidates.entries()) {
    for (const start of candidate.starts.keys()) {
      if (start > 0) rows.push(atMost(columns, [measure, start - 1], [measure, start]))
      const { day } = candidate.starts[start]!
      for (const other of candidate.after) {
        const finished = lastFinishedBy(columns.candidates[other]!, day)
        rows.push(atMost(columns, [measure, start], [other, finished]))
      }
    }
    rows.push(...exclusions(columns, measure))
  }
  return rows
}

function exclusions(columns: Columns, measure: number): Row[] {
  const { starts, excludes } = columns.candidates[measure]!
  return excludes.flatMap((other) => {
    const others = columns.candidates[other]!.starts
    if (other <= measure || starts.length === 0 || others.length === 0) return []
    const last = columns.started(measure, starts.length - 1)!
    const otherLast = columns.started(other, others.length - 1)!
    return [
      { lower: Number.NEGATIVE_INFINITY, upper: 1, columns: [last, otherLast], values: [1, 1] },
    ]
  })
}

/** The first is started only where the second is. */
function atMost(
  columns: Columns,
  [measure, start]: readonly [number, number],
  [other, otherStart]: readonly [number, number],
): Row {
  const first = columns.started(measure, start)!
  const second = columns.started(other, otherStart)
  const entries = second === null ? [first] : [first, second]
  return {
    lower: Number.NEGATIVE_INFINITY,
    upper: 0,
    columns: entries,
    values: second === null ? [1] : [1, -1],
  }
}

/** "Starts at" is the difference of two columns. */
function limitRow(columns: Columns, { amount, scale, uses }: Limit): Row {
  const values = new Map<number, number>()
  const add = (column: number | null, value: number): void => {
    if (column !== null) values.set(column, (values.get(column) ?? 0) + value)
  }
  for (const { measure, start, use } of uses) {
    add(columns.started(measure, start), use / scale)
    add(columns.started(measure, start - 1), -use / scale)
  }
  const entries = [...values].filter(([, value]) => value !== 0)
  return {
    lower: Number.NEGATIVE_INFINITY,
    upper: amount / scale,
    columns: entries.map(([column]) => column),
    values: entries.map(([, value]) => value),
  }
}
