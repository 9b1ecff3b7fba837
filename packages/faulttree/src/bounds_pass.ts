import { Arena, FULL, type Side } from './bounds_arena.ts'
import { expressionOf, type Slot } from './bounds_expression.ts'
import { AND, type Form, LEAF } from './bounds_form.ts'
import { type Allowance, Product } from './bounds_product.ts'
import { atLeast, atMost } from './bounds_rounding.ts'
import { StateSum } from './bounds_sum.ts'

export interface Pass {
  /** At most, or at least, the probability of the form. */
  readonly bound: number
  /** How much it may be off as far as it is known; 0 when the bound is exact but for rounding. */
  readonly loss: number
  /** Pairs and states met. */
  readonly work: number
}

/** A gate that matters less by a factor may lose more at a pair, by that factor to this power. */
const EXPONENT = 0.6

/** What matters less than this is treated as if it mattered so much. */
const LEAST_IMPORTANCE = 1e-9

/** At a state of the sum at the top this much less is lost than at a pair of the top's diagram. */
const TOP_FINER = 16

/** Nodes of an arena, beyond those in use, at which what is not in use is dropped. */
const NODES_BETWEEN_COLLECTIONS = 1 << 22

/**
 * One bound of the probability of a form: diagrams of its gates, each of which bounds its gate at
 * every assignment from the side sought, and where the form is unate a sum over them at the top.
 *
 * `importances` are estimates by node of how much it matters to the top; at a pair of a gate that
 * matters fully, `epsilon` of probability may be lost. Result: null at a limit.
 * Complexity: the pairs opened, which are about a power slightly less than one of 1/epsilon.
 */
export function boundFrom(
  form: Form,
  side: Side,
  importances: Float64Array,
  epsilon: number,
  allowance: Allowance,
): Pass | null {
  const before = allowance.workLeft
  const pass = new Builder(form, side, importances, epsilon, allowance)
  const sum = pass.top()
  if (sum === null) return null
  const steps = 4 * (side.low.length + 2) + 4 * pass.terms
  const bound = side.isUpper ? atLeast(sum, steps) : atMost(sum, steps)
  return { bound, loss: pass.loss, work: before - allowance.workLeft }
}

class Builder {
  /** Terms that have been summed one after the other. */
  terms = 0
  loss = 0
  readonly #form: Form
  readonly #side: Side
  readonly #importances: Float64Array
  readonly #epsilon: number
  readonly #allowance: Allowance
  readonly #arena: Arena
  readonly #product: Product
  readonly #weights: Float64Array
  /** The nodes of the arena by node of the form. */
  readonly #built: Int32Array
  #collectAt: number

  constructor(
    form: Form,
    side: Side,
    importances: Float64Array,
    epsilon: number,
    allowance: Allowance,
  ) {
    this.#form = form
    this.#side = side
    this.#importances = importances
    this.#epsilon = epsilon
    this.#allowance = allowance
    this.#arena = new Arena(side, allowance.nodesMax)
    this.#weights = weightsOf(form, side)
    this.#product = new Product(this.#arena, side.isUpper, this.#weights, allowance)
    this.#built = new Int32Array(form.kinds.length)
    this.#collectAt = Math.min(NODES_BETWEEN_COLLECTIONS, allowance.nodesMax / 2)
  }

  /** The bound of the form's probability without its margin; null at a limit. */
  top(): number | null {
    const top = this.#form.kinds.length - 1
    const { expression, slots } = expressionOf(this.#form)
    const uses = usesOf(this.#form, slots)
    for (let node = 0; node <= top; node += 1) {
      if (uses[node] === 0) continue
      const built = this.#gate(node)
      if (built === FULL) return null
      this.#built[node] = built
      for (const arg of this.#form.args[node]!) this.#release(arg, uses)
    }
    const held: number[] = []
    for (const { kind, nodes } of slots) {
      const f = this.#joined(kind, nodes, this.#threshold(top), held)
      if (f === FULL) return null
      held.push(f)
    }
    this.loss = this.#product.loss
    if (held.length === 1) return this.#arena.chance(held[0]!)
    this.#arena.collect([held])
    const { isUpper } = this.#side
    const sum = new StateSum(this.#arena, expression, isUpper, this.#weights, this.#allowance)
    const value = sum.of(held, this.#epsilon / TOP_FINER)
    this.terms = sum.met
    this.loss += sum.loss
    return value
  }

  #release(node: number, uses: Int32Array): void {
    uses[node] = uses[node]! - 1
    if (uses[node] === 0) this.#built[node] = 0
  }

  #threshold(node: number): number {
    return this.#epsilon / Math.max(this.#importances[node]!, LEAST_IMPORTANCE) ** EXPONENT
  }

  #gate(node: number): number {
    const kind = this.#form.kinds[node]!
    if (kind !== LEAF) return this.#joined(kind, this.#form.args[node]!, this.#threshold(node), [])
    const literal = this.#form.literals[node]!
    const sign = literal & 1
    return this.#arena.decision(literal >> 1, sign, 1 - sign)
  }

  /** The conjunction or disjunction of what has been built of nodes; `held` is in use as well. */
  #joined(kind: number, nodes: readonly number[], threshold: number, held: number[]): number {
    const arena = this.#arena
    const row = nodes.map((node) => this.#built[node]!)
    if (kind === AND) row.sort((f, g) => arena.chance(f) - arena.chance(g))
    else row.sort((f, g) => arena.level(g) - arena.level(f) || f - g)
    for (let i = 1; i < row.length; i += 1) {
      const f = this.#product.combined(kind, row[i - 1]!, row[i]!, threshold)
      if (f === FULL) return FULL
      row[i - 1] = 0
      row[i] = f
      this.#collect([row, held])
    }
    return row.at(-1)!
  }

  #collect(holders: readonly number[][]): void {
    if (this.#arena.size < this.#collectAt) return
    this.#arena.collect([this.#built, ...holders])
    const { nodesMax } = this.#allowance
    const next = Math.max(NODES_BETWEEN_COLLECTIONS, 2 * this.#arena.size)
    this.#collectAt = Math.min(next, (this.#arena.size + nodesMax) / 2)
  }
}

/** By level, how likely the leaf is at the end that the bound is about; anywhere if it has none. */
function weightsOf(form: Form, { isUpper, low, high }: Side): Float64Array {
  return low.map((least, level) => {
    const signs = form.signs[level]!
    if (signs === 3) return (least + high[level]!) / 2
    return (signs === 2) === isUpper ? least : high[level]!
  })
}

/** By node, how many nodes and slots have it as an argument, of those that the slots need. */
function usesOf(form: Form, slots: readonly Slot[]): Int32Array {
  const uses = new Int32Array(form.kinds.length)
  for (const { nodes } of slots) for (const node of nodes) uses[node] = uses[node]! + 1
  for (let node = uses.length - 1; node >= 0; node -= 1) {
    if (uses[node] === 0) continue
    for (const arg of form.args[node]!) uses[arg] = uses[arg]! + 1
  }
  return uses
}
