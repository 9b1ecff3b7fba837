/** Random small problems of integers, and their least value by trying every choice. */
import type { LinearProblem, Row } from '@holdfast/plan'

/** Numbers from 0 to before 1 that are the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const INFINITE = Number.POSITIVE_INFINITY

export function randomRow(random: () => number, count: number): Row {
  const below = (limit: number) => Math.floor(random() * limit)
  const columns = Array.from({ length: count }, (_, column) => column).filter(() => below(3) > 0)
  const kind = below(4)
  const values = columns.map(() => (kind === 3 ? below(7) - 3 : below(6) + 1))
  const sum = values.reduce((total, value) => total + value, 0)
  if (kind === 0) return { lower: -INFINITE, upper: below(sum + 1), columns, values }
  if (kind === 1) return { lower: below(sum + 1), upper: INFINITE, columns, values }
  if (kind === 2) return { lower: below(sum + 1), upper: sum, columns, values }
  const side = below(4)
  return { lower: side, upper: side, columns, values }
}

/** Two to seven integers of a few values each; some problems have no solution. */
export function randomProblem(random: () => number): LinearProblem {
  const below = (limit: number) => Math.floor(random() * limit)
  const count = 2 + below(6)
  const columns = Array.from({ length: count }, () => {
    const lower = below(3) - 1
    return { cost: below(21) - 10, lower, upper: lower + 1 + below(3), integer: true }
  })
  const rows = Array.from({ length: below(4) }, () => randomRow(random, count))
  return { columns, rows }
}

/** The least sum of costs; null when no choice meets all rows. */
export function leastByTrying({ columns, rows }: LinearProblem): number | null {
  let least: number | null = null
  const values = columns.map(({ lower }) => lower)
  const tryFrom = (column: number) => {
    if (column < columns.length) {
      const { lower, upper } = columns[column]!
      for (let value = lower; value <= upper; value++) {
        values[column] = value
        tryFrom(column + 1)
      }
      return
    }
    if (!rows.every((row) => isMet(row, values))) return
    const sum = columns.reduce((total, { cost }, at) => total + cost * values[at]!, 0)
    if (least === null || sum < least) least = sum
  }
  tryFrom(0)
  return least
}

export function isMet(row: Row, values: ArrayLike<number>, tolerance = 0): boolean {
  const sum = row.columns.reduce(
    (total, column, at) => total + row.values[at]! * values[column]!,
    0,
  )
  return row.lower - tolerance <= sum && sum <= row.upper + tolerance
}

/** A knapsack in several limits at once, which takes a search long enough to be ended. */
export function longProblem(): LinearProblem {
  const random = numbers(7)
  const count = 120
  const columns = Array.from({ length: count }, () => ({
    cost: -Math.floor(100 + random() * 900),
    lower: 0,
    upper: 1,
    integer: true,
  }))
  const rows = Array.from({ length: 30 }, () => {
    const values = columns.map(() => Math.floor(random() * 1000))
    const sum = values.reduce((total, value) => total + value, 0)
    const all = columns.map((_, column) => column)
    return { lower: -INFINITE, upper: Math.floor(sum / 2), columns: all, values }
  })
  return { columns, rows }
}
