import type { Bdd, BooleanFunction } from './bdd.ts'
import { createBdd } from './bdd_choice.ts'
import { type Build, buildDecisions } from './decisions.ts'
import { copiedFunction } from './diagram.ts'
import type { Decided } from './gate.ts'
import { easyOrder, type Order, staticOrders } from './order.ts'
import type { Leaves, Part } from './part.ts'
import { FULL } from './table.ts'

/** What building may use; `isOver` is asked now and then. */
export interface Budget {
  readonly nodesMax: number
  readonly isOver: () => boolean
}

/** The nodes of the rounds of a race: few at first, each time five times as many, all at last. */
export function roundsUpTo(nodesMax: number): readonly number[] {
  const rounds: number[] = []
  for (let nodes = 60_000; nodes < nodesMax; nodes *= 5) rounds.push(nodes)
  return [...rounds, nodesMax]
}

/** Orders that run in the first round: most races are won there or in the second. */
const FIRST_ORDERS = 2

/** Orders that are left from the second round on; the last number holds for all that follow. */
const LEFT = [3, 2]

/** Builds the diagram of a part in the order that is most often good; null at a limit. */
export function decideEasy(
  part: Part,
  leaves: Leaves,
  { nodesMax, isOver }: Budget,
): Decided | null {
  const order = easyOrder(part)
  const bdd = createBdd(nodesMax, isOver)
  const { f } = buildDecisions(bdd, part, order, leaves)
  return decidedAs(bdd, f, order)
}

/** A function as it is kept, or null for `FULL`; the diagram that it was built in is released. */
function decidedAs(bdd: Bdd, f: BooleanFunction, order: readonly number[]): Decided | null {
  const plain = f & ~1
  const copy = f === FULL ? null : copiedFunction(bdd.records, plain)
  bdd.release()
  return copy === null ? null : { bdd: copy, isFlipped: f !== plain, order }
}

/**
 * Builds the diagram of a part, and finds an order that makes it small on the way.
 *
 * Two orders are tried with few nodes, then all with more; those that got furthest through the
 * gates are tried again with more still, until one is through. Complexity: a few times that of the
 * order that wins. Limits: those of the budget, for each try as if it were the only one.
 */
export class Race {
  readonly #part: Part
  readonly #leaves: Leaves
  readonly #made = new Map<Order, readonly number[]>()
  #orders: readonly Order[]
  #rounds = 0

  constructor(part: Part, leaves: Leaves) {
    this.#part = part
    this.#leaves = leaves
    this.#orders = staticOrders(part)
  }

  /** Tries the orders of this round, each with all of the budget; null when none gets through. */
  round(budget: Budget): Decided | null {
    const results: { order: Order; gates: number }[] = []
    // Others join in the second round: the first orders win most races.
    const orders = this.#rounds === 0 ? this.#orders.slice(0, FIRST_ORDERS) : this.#orders
    for (const order of orders) {
      const { decided, gates } = this.#attempt(order, budget)
      if (decided !== null) return decided
      if (budget.isOver()) return null
      results.push({ order, gates })
    }
    this.#rounds += 1
    if (this.#rounds === 1) return null
    results.sort((a, b) => b.gates - a.gates)
    const left = LEFT[this.#rounds - 2] ?? LEFT.at(-1)!
    this.#orders = results.slice(0, left).map((result) => result.order)
    return null
  }

  #attempt(order: Order, budget: Budget): { decided: Decided | null; gates: number } {
    const levels = this.#made.get(order) ?? order()
    this.#made.set(order, levels)
    const bdd = createBdd(budget.nodesMax, budget.isOver)
    const { f, gates }: Build = buildDecisions(bdd, this.#part, levels, this.#leaves)
    return { decided: f === FULL ? null : decidedAs(bdd, f, levels), gates }
  }
}
