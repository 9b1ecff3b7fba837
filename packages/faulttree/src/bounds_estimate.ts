import type { Interval } from '@holdfast/kernel'
import { AND, type Form, LEAF } from './bounds_form.ts'
import { atLeast, atMost, UNIT } from './bounds_rounding.ts'
import type { Ends } from './evaluate.ts'

/**
 * Bounds of the probability of a form from those of its gates, without any diagram.
 *
 * Where the form is unate its gates are associated: a conjunction is at least as likely as if its
 * arguments were independent, a disjunction at most; where it is not, anything may depend on
 * anything. Complexity: linear.
 */
export function roughBounds(form: Form, ends: Ends): Interval {
  const low = new Float64Array(form.kinds.length)
  const high = new Float64Array(form.kinds.length)
  for (const [node, args] of form.args.entries()) {
    const kind = form.kinds[node]!
    if (kind === LEAF) {
      const [least, most] = leafEnds(form.literals[node]!, ends)
      low[node] = least
      high[node] = most
      continue
    }
    let [from, to] = kind === AND ? [1, 1] : [0, 0]
    for (const arg of args) {
      if (kind === AND) {
        const both = form.isUnate ? from * low[arg]! : from + low[arg]! - 1 - 4 * UNIT
        from = atMost(Math.max(0, both), 2)
        to = Math.min(to, high[arg]!)
      } else {
        from = Math.max(from, low[arg]!)
        const rest = form.isUnate ? high[arg]! * (1 - to) : high[arg]!
        to = atLeast(Math.min(1, to + rest), 4)
      }
    }
    low[node] = from
    high[node] = to
  }
  return [low.at(-1)!, high.at(-1)!]
}

function leafEnds(literal: number, { low, high }: Ends): Interval {
  const least = low[literal >> 1]!
  const most = high[literal >> 1]!
  return (literal & 1) === 0 ? [least, most] : [atMost(1 - most, 1), atLeast(1 - least, 1)]
}

/** Estimates by node as if all arguments were independent; no bounds. */
export interface Estimates {
  readonly chances: Float64Array
  /** How much the top's probability changes with the node's, at most 1. */
  readonly importances: Float64Array
}

/** Complexity: linear. */
export function estimatesOf(form: Form, ends: Ends): Estimates {
  const chances = new Float64Array(form.kinds.length)
  for (const [node, args] of form.args.entries()) {
    const kind = form.kinds[node]!
    if (kind === LEAF) {
      const [low, high] = leafEnds(form.literals[node]!, ends)
      chances[node] = (low + high) / 2
      continue
    }
    let others = 1
    for (const arg of args) others *= kind === AND ? chances[arg]! : 1 - chances[arg]!
    chances[node] = kind === AND ? others : 1 - others
  }
  return { chances, importances: importancesOf(form, chances) }
}

function importancesOf(form: Form, chances: Float64Array): Float64Array {
  const importances = new Float64Array(form.kinds.length)
  importances[importances.length - 1] = 1
  for (let node = importances.length - 1; node >= 0; node -= 1) {
    const args = form.args[node]!
    if (importances[node] === 0 || args.length === 0) continue
    const factors = args.map((arg) =>
      form.kinds[node] === AND ? chances[arg]! : 1 - chances[arg]!,
    )
    for (const [i, others] of productsOfOthers(factors).entries()) {
      const arg = args[i]!
      importances[arg] = Math.min(1, importances[arg]! + importances[node]! * others)
    }
  }
  return importances
}

/** For each factor, the product of the others. */
function productsOfOthers(factors: readonly number[]): readonly number[] {
  const products: number[] = []
  let before = 1
  for (const factor of factors) {
    products.push(before)
    before *= factor
  }
  let after = 1
  for (let i = factors.length - 1; i >= 0; i -= 1) {
    products[i] = products[i]! * after
    after *= factors[i]!
  }
  return products
}
