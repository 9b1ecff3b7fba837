import type { Diagram } from './diagram.ts'
import { argsOf, isNegated } from './graph.ts'
import type { Leaves, Part } from './part.ts'

/** A part with its diagram over its leaves by level, told apart from its table. */
export interface Decided {
  /** A function that is false when no leaf occurs. */
  readonly bdd: Diagram
  /** Whether the part's gate is the complement of the function. */
  readonly isFlipped: boolean
  /** The places of the leaves by level. */
  readonly order: readonly number[]
}

/**
 * The diagram of a part that is one conjunction, or one disjunction, of leaves: a chain.
 *
 * Most modules are such, and need no table. Result: null for other parts. Complexity: linear.
 */
export function chainOf({ region, top, isLeaf }: Part, leaves: Leaves): Decided | null {
  const vertex = region.vertex(top)
  if (vertex.op !== 'and') return null
  const order: number[] = []
  let negated = 0
  for (const arg of argsOf(vertex)) {
    const place = region.place(arg)
    if (isLeaf[place] === 0 || leaves.isNever(place)) return null
    if (isNegated(arg) !== leaves.isFlipped(place)) negated += 1
    order.push(place)
  }
  if (negated > 0 && negated < order.length) return null
  return { bdd: chain(order.length, negated > 0), isFlipped: negated > 0, order }
}

/** All of the leaves, or any of them; the deepest level has the first node. */
function chain(leaves: number, isAny: boolean): Diagram {
  const level = new Int32Array(leaves + 1)
  const high = new Int32Array(leaves + 1)
  const low = new Int32Array(leaves + 1)
  for (let node = 1; node <= leaves; node += 1) {
    const before = 2 * (node - 1)
    level[node] = leaves - node
    high[node] = isAny || node === 1 ? 1 : before
    low[node] = isAny ? before : 0
  }
  return { level, high, low, root: 2 * leaves, nodes: leaves }
}
