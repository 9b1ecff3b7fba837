/**
 * The plan as a linear problem: for each measure and each of its starts, whether it starts there,
 * and for each function and stretch of the horizon, what is lost in it.
 *
 * Rules and losses speak of "started by", which is a sum of starts; that one measure is finished
 * before another starts is a row for each start of the other (N. Christofides, R. Alvarez-Valdes,
 * J. M. Tamarit, 1987). Columns for "started by" itself bound no better, and HiGHS was slower with
 * them on most problems tried.
 */
import { type Candidate, lastFinishedBy } from './candidate.ts'
import type { Choice } from './choice.ts'
import type { Limit } from './limit.ts'
import type { Column, Row } from './solver.ts'

/** Where things stand among the columns: losses first, then the starts of each measure. */
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

  start(measure: number, start: number): number {
    return this.#first[measure]! + start
  }

  /** The starts that a solution says. */
  choice(values: Float64Array): Choice {
    return Int32Array.from(this.candidates, ({ starts }, measure) =>
      starts.findIndex((_, start) => values[this.start(measure, start)]! > 0.5),
    )
  }

  /** By column of a start, the share to which its measure is started by then. */
  shares(values: Float64Array): Float64Array {
    const shares = values.slice()
    for (const [measure, { starts }] of this.candidates.entries()) {
      for (let start = 1; start < starts.length; start += 1) {
        shares[this.start(measure, start)]! += shares[this.start(measure, start - 1)]!
      }
    }
    return shares
  }

  /** Factors of "started by" turned into factors of the starts themselves. */
  factors(startedBy: Float64Array): Float64Array {
    const factors = startedBy.slice()
    for (const [measure, { starts }] of this.candidates.entries()) {
      for (let start = starts.length - 2; start >= 0; start -= 1) {
        factors[this.start(measure, start)]! += factors[this.start(measure, start + 1)]!
      }
    }
    return factors
  }

  /** The values of the start columns of a choice, with losses to be filled in. */
  values(choice: Choice): Float64Array {
    const values = new Float64Array(this.count)
    for (const [measure, start] of choice.entries()) {
      if (start >= 0) values[this.start(measure, start)] = 1
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
  const starts = columns.candidates.flatMap((candidate) =>
    candidate.starts.map(() => ({ cost: 0, lower: 0, upper: 1, integer: true })),
  )
  return [...losses, ...starts]
}

/** The rows of the plan's rules, those of the limits first and in their order. */
export function rulesOf(columns: Columns, limits: readonly Limit[]): readonly Row[] {
  const rows = limits.map((limit) => limitRow(columns, limit))
  for (const [measure, { starts, after, fixed }] of columns.candidates.entries()) {
    if (starts.length === 0) continue
    const once = upTo(columns, measure, starts.length - 1)
    rows.push({ lower: fixed === null ? 0 : 1, upper: 1, columns: once, values: ones(once) })
    for (const other of after) {
      for (const start of starts.keys()) rows.push(waitingRow(columns, measure, start, other))
    }
    rows.push(...exclusions(columns, measure))
  }
  return rows
}

/** The columns of a measure's starts up to one. */
function upTo(columns: Columns, measure: number, start: number): number[] {
  return Array.from({ length: start + 1 }, (_, at) => columns.start(measure, at))
}

function ones(columns: readonly number[], value = 1): number[] {
  return columns.map(() => value)
}

/** A measure has started by a start only if another was finished by then. */
function waitingRow(columns: Columns, measure: number, start: number, other: number): Row {
  const { day } = columns.candidates[measure]!.starts[start]!
  const own = upTo(columns, measure, start)
  const before = upTo(columns, other, lastFinishedBy(columns.candidates[other]!, day))
  return {
    lower: Number.NEGATIVE_INFINITY,
    upper: 0,
    columns: [...own, ...before],
    values: [...ones(own), ...ones(before, -1)],
  }
}

function exclusions(columns: Columns, measure: number): Row[] {
  const { starts, excludes } = columns.candidates[measure]!
  return excludes.flatMap((other) => {
    const others = columns.candidates[other]!.starts
    if (other <= measure || others.length === 0) return []
    const either = [
      ...upTo(columns, measure, starts.length - 1),
      ...upTo(columns, other, others.length - 1),
    ]
    return [{ lower: Number.NEGATIVE_INFINITY, upper: 1, columns: either, values: ones(either) }]
  })
}

function limitRow(columns: Columns, { amount, scale, uses }: Limit): Row {
  return {
    lower: Number.NEGATIVE_INFINITY,
    upper: amount / scale,
    columns: uses.map(({ measure, start }) => columns.start(measure, start)),
    values: uses.map(({ use }) => use / scale),
  }
}
