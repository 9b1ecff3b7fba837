/**
 * Linear functions of what is finished that are nowhere above the probability that a function
 * stops, and equal to it where everything is finished or not.
 *
 * When all decisions are settled, a function stops if one of some conditions on measures holds, and
 * a condition if all literals of one of its clauses do: at least `1 - sum of (1 - literal)`, whatever
 * the clause. So any rule that picks one condition and one clause for each way of settling gives
 * such a function, as the mean over all ways (a cut of Benders' kind, J. F. Benders, 1962). The best
 * pick at a point is the largest clause of all conditions that remain; ranked once, how likely each
 * is the first that remains is a product over parts and groups.
 */
import type { LossRow } from './loss_table.ts'

/** `constant + sum of factor * share finished`. */
export interface Linear {
  readonly constant: number
  /** By variable of the row, as `rowVariables` has them. */
  readonly factors: Float64Array
}

export interface RowVariable {
  readonly measure: number
  readonly isReady: boolean
}

interface RowCondition {
  /** Pairs of a variable and whether it must be finished (1) or not (0). */
  readonly clauses: readonly (readonly (readonly [variable: number, value: 0 | 1])[])[]
}

interface RowItem {
  readonly group: number
  readonly case: number
  readonly part: number
  readonly probability: number
  readonly condition: number
}

/** Below it a clause says nothing: a share is never negative. */
const LEAST = 1e-9

export class RowForm {
  readonly variables: readonly RowVariable[]
  readonly #conditions: readonly RowCondition[]
  readonly #items: readonly RowItem[]
  /** Probabilities of the cases by group. */
  readonly #cases: readonly Float64Array[]
  readonly #partCounts: readonly Int32Array[]

  constructor(row: LossRow) {
    const variables: RowVariable[] = []
    const places = new Map<string, number>()
    const conditions: RowCondition[] = []
    const known = new Map<string, number>()
    const items: RowItem[] = []
    const placeOf = (variable: RowVariable): number => {
      const key = `${variable.measure} ${variable.isReady}`
      let place = places.get(key)
      if (place === undefined) {
        place = variables.push(variable) - 1
        places.set(key, place)
      }
      return place
    }
    for (const [group, evaluated] of row.groups.entries()) {
      const renamed = evaluated.variables.map(placeOf)
      const conditionOf = (condition: number): number => {
        const key = `${condition}`
        let number = known.get(key)
        if (number === undefined) {
          const clauses = evaluated
            .clauses(condition)
            .map((clause) =>
              clause.map(({ variable, value }) => [renamed[variable]!, value ? 1 : 0] as const),
            )
          number = conditions.push({ clauses }) - 1
          known.set(key, number)
        }
        return number
      }
      for (const [at, { parts }] of evaluated.cases.entries()) {
        for (const [part, remainders] of parts.entries()) {
          for (const { probability, condition } of remainders) {
            const number = conditionOf(condition)
            items.push({ group, case: at, part, probability, condition: number })
          }
        }
      }
    }
    this.variables = variables
    this.#conditions = conditions
    this.#items = items
    this.#cases = row.groups.map(({ cases }) => Float64Array.from(cases, (one) => one.probability))
    this.#partCounts = row.groups.map(({ cases }) => Int32Array.from(cases, (c) => c.parts.length))
  }

  /**
   * The best such function at a point.
   *
   * @param shares by variable, from 0 (not finished) to 1
   */
  below(shares: Float64Array): Linear {
    const picks = this.#conditions.map((condition) => pick(condition, shares))
    const ranked = this.#items
      .filter(({ condition }) => picks[condition]!.value > LEAST)
      .sort((a, b) => picks[b.condition]!.value - picks[a.condition]!.value)
    const weights = this.#firstOf(ranked)
    let constant = 0
    const factors = new Float64Array(this.variables.length)
    for (const [condition, weight] of weights.entries()) {
      const clause = picks[condition]!.clause
      if (weight === 0 || clause === null) continue
      constant += weight
      for (const [variable, value] of clause) {
        if (value === 1) {
          constant -= weight
          factors[variable]! += weight
        } else factors[variable]! -= weight
      }
    }
    return { constant, factors }
  }

  /** By condition, how likely it is the first of the ranked ones that remains. */
  #firstOf(ranked: readonly RowItem[]): Float64Array {
    const weights = new Float64Array(this.#conditions.length)
    /** By group and case: of each part, how likely none of the items so far remains. */
    const left = this.#partCounts.map((counts) =>
      Array.from(counts, (count) => new Float64Array(count).fill(1)),
    )
    const groupLeft = new Float64Array(left.length).fill(1)
    for (const { group, case: at, part, probability, condition } of ranked) {
      const parts = left[group]![at]!
      let mass = this.#cases[group]![at]! * probability
      for (let other = 0; other < parts.length; other += 1)
        if (other !== part) mass *= parts[other]!
      const inGroup = mass
      for (let other = 0; other < groupLeft.length; other += 1) {
        if (other !== group) mass *= groupLeft[other]!
      }
      weights[condition]! += mass
      parts[part] = Math.max(0, parts[part]! - probability)
      groupLeft[group] = Math.max(0, groupLeft[group]! - inGroup)
    }
    return weights
  }
}

/** The clause of a condition that is largest at a point. */
function pick(
  { clauses }: RowCondition,
  shares: Float64Array,
): { readonly value: number; readonly clause: RowCondition['clauses'][number] | null } {
  let [value, best]: [number, RowCondition['clauses'][number] | null] = [0, null]
  for (const clause of clauses) {
    let sum = 1
    for (const [variable, wanted] of clause) {
      sum -= wanted === 1 ? 1 - shares[variable]! : shares[variable]!
    }
    if (sum > value) {
      value = sum
      best = clause
    }
  }
  return { value, clause: best }
}
