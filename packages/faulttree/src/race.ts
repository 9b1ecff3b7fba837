import { Bdd, type Function } from './bdd.ts'
import { type Build, buildDecisions } from './decisions.ts'
import { copiedFunction } from './diagram.ts'
import type { Decided } from './gate.ts'
import { type Order, staticOrders } from './order.ts'
import type { Leaves, Part } from './part.ts'
import { FULL } from './table.ts'

/** What building may use; `isOver` is asked now and then. */
export interface Budget {
  readonly nodesMax: number
  readonly isOver: () => boolean
}

/** Nodes that each order may use in the first round; what is smaller needs no race. */
const FIRST_ROUND = 1 << 15
const NODES_PER_ROUND = 4

/** Builds the diagram of a part in the order that is most often good; null at a limit. */
export function decideEasy(
  part: Part,
  leaves: Leaves,
  { nodesMax, isOver }: Budget,
): Decided | null {
  const order = staticOrders(part)[0]!()
  const bdd = new Bdd(nodesMax, isOver)
  const { f } = buildDecisions(bdd, part, order, leaves)
  return f === FULL ? null : decidedAs(bdd, f, order)
}

function decidedAs(bdd: Bdd, f: Function, order: readonly number[]): Decided {
  const plain = f & ~1
  return { bdd: copiedFunction(bdd.table.records, plain), isFlipped: f !== plain, order }
}

/**
 * Builds the diagram of a part, and finds an order that makes it small on the way.
 *
 * All orders are tried with few nodes; the half that got furthest through the gates is tried again
 * with more, until one is through. Result: null when the last one reaches the limit too.
 * Complexity: about twice that of the order that wins, when it wins early. Limits: those of the
 * budget, for each try as if it were the only one.
 */
export function race(part: Part, leaves: Leaves, { nodesMax, isOver }: Budget): Decided | null {
  const made = new Map<Order, readonly number[]>()
  let orders = staticOrders(part)
  for (let nodes = FIRST_ROUND; ; nodes *= NODES_PER_ROUND) {
    const isLast = nodes >= nodesMax || orders.length === 1
    const results: { order: Order; gates: number }[] = []
    for (const order of orders) {
      const levels = made.get(order) ?? order()
      made.set(order, levels)
      const bdd = new Bdd(isLast ? nodesMax : nodes, isOver)
      const { f, gates }: Build = buildDecisions(bdd, part, levels, leaves)
      if (f !== FULL) return decidedAs(bdd, f, levels)
      if (isOver()) return null
      results.push({ order, gates })
    }
    if (isLast) return null
    results.sort((a, b) => b.gates - a.gates)
    orders = results.slice(0, Math.ceil(results.length / 2)).map((result) => result.order)
  }
}
