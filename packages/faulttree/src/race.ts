import { Bdd, type Function } from './bdd.ts'
import { type Build, buildDecisions } from './decisions.ts'
import { type Order, staticOrders } from './order.ts'
import type { Part } from './part.ts'
import { FULL } from './table.ts'

/** What building may use; `isOver` is asked now and then. */
export interface Budget {
  readonly nodesMax: number
  readonly isOver: () => boolean
}

/** Nodes that each order may use in the first round; what is smaller needs no race. */
const FIRST_ROUND = 1 << 15
const NODES_PER_ROUND = 4

/** A part with its function in a table, and the order of its leaves. */
export interface Decided {
  readonly bdd: Bdd
  readonly f: Function
  readonly order: readonly number[]
}

/**
 * Builds the diagram of a part, and finds an order that makes it small on the way.
 *
 * All orders are tried with few nodes; the half that got furthest through the gates is tried again
 * with more, until one is through. Result: null when the last one reaches the limit too.
 * Complexity: about twice that of the order that wins, when it wins early. Limits: those of the
 * budget, for each try as if it were the only one.
 */
export function race(
  part: Part,
  isFlipped: (place: number) => boolean,
  { nodesMax, isOver }: Budget,
): Decided | null {
  const made = new Map<Order, readonly number[]>()
  let orders = staticOrders(part)
  for (let nodes = FIRST_ROUND; ; nodes *= NODES_PER_ROUND) {
    const isLast = nodes >= nodesMax || orders.length === 1
    const results: { order: Order; gates: number }[] = []
    for (const order of orders) {
      const leaves = made.get(order) ?? order()
      made.set(order, leaves)
      const bdd = new Bdd(isLast ? nodesMax : nodes, isOver)
      const { f, gates }: Build = buildDecisions(bdd, part, leaves, isFlipped)
      if (f !== FULL) return { bdd, f, order: leaves }
      if (isOver()) return null
      results.push({ order, gates })
    }
    if (isLast) return null
    results.sort((a, b) => b.gates - a.gates)
    orders = results.slice(0, Math.ceil(results.length / 2)).map((result) => result.order)
  }
}
