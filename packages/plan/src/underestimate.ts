/**
 * Linear functions of what is finished that are nowhere above the probability that a function
 * stops, and equal to it where everything is finished or not.
 *
 * When all decisions are settled, a function stops if one of some conditions on measures holds, and
 * a condition if all literals of one of its clauses do: at least `1 - sum of (1 - literal)`, that
 * is, whatever the clause. A clause is a way through the decisions, without what is free on
 * it; the largest one is a shortest way. So any rule that picks one condition and one clause for
 * each way of settling gives such a function, as the mean over all ways (a cut of Benders' kind,
 * J. F. Benders, 1962). The best pick at a point is the largest clause of all conditions that
 * remain; ranked once, how likely each is the first that remains is a product over parts and
 * groups.
 */
import { ALWAYS_HOLDS, NEVER_HOLDS } from '@holdfast/impact'
import type { GroupCondition } from './loss_group.ts'
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

type GroupDecision = GroupCondition['decisions'][number]

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
  readonly #conditions: readonly GroupCondition[]
  readonly #items: readonly RowItem[]
  /** Probabilities of the cases by group. */
  readonly #cases: readonly Float64Array[]
  readonly #partCounts: readonly Int32Array[]

  constructor(row: LossRow) {
    const variables: RowVariable[] = []
    const places = new Map<string, number>()
    const conditions: GroupCondition[] = []
    const known = new Map<number, number>()
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
        let number = known.get(condition)
        if (number === undefined) {
          const { root, decisions } = evaluated.condition(condition)
          const moved = decisions.map((one) => ({ ...one, variable: renamed[one.variable]! }))
          number = conditions.push({ root, decisions: moved }) - 1
          known.set(condition, number)
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
      for (const { variable, isFinished } of clause) {
        if (isFinished) constant -= weight
        factors[variable]! += isFinished ? weight : -weight
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

interface Literal {
  readonly variable: number
  readonly isFinished: boolean
}

/** The clause of a condition that is largest at a point: the shortest way to where it holds. */
function pick(
  { root, decisions }: GroupCondition,
  shares: Float64Array,
): { readonly value: number; readonly clause: readonly Literal[] | null } {
  if (root === NEVER_HOLDS) return { value: 0, clause: null }
  const lengths = new Float64Array(decisions.length)
  const lengthTo = (at: number): number =>
    at >= 0 ? lengths[at]! : at === ALWAYS_HOLDS ? 0 : Number.POSITIVE_INFINITY
  const finishedLength = ({ variable, finished, free }: GroupDecision): number =>
    lengthTo(finished) + (free === 'finished' ? 0 : 1 - shares[variable]!)
  const missingLength = ({ variable, missing, free }: GroupDecision): number =>
    lengthTo(missing) + (free === 'missing' ? 0 : shares[variable]!)
  for (const [at, decision] of decisions.entries()) {
    lengths[at] = Math.min(finishedLength(decision), missingLength(decision))
  }
  const value = 1 - lengthTo(root)
  if (value <= LEAST) return { value: 0, clause: null }
  const clause: Literal[] = []
  for (let at = root; at >= 0; ) {
    const decision = decisions[at]!
    const isFinished = finishedLength(decision) <= missingLength(decision)
    const isFree = decision.free === (isFinished ? 'finished' : 'missing')
    if (!isFree) clause.push({ variable: decision.variable, isFinished })
    at = isFinished ? decision.finished : decision.missing
  }
  return { value, clause }
}
