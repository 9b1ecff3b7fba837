import { ALWAYS, Bdd } from './bdd.ts'
import { copiedFunction, type Diagram } from './diagram.ts'
import { FULL } from './table.ts'

/**
 * The least monotone function above a function: what a set of events causes by itself or by a part
 * of it, the others of the set being as they are and all events outside it not occurring.
 *
 * The hull of "if x then high else low" is, with x, what high or low can do, and without x what low
 * can. Input assumed: a function that is false when nothing occurs. Result: a diagram over the same
 * levels; null at a limit. Complexity: one disjunction for each node.
 * Reference: A. Rauzy, "Mathematical foundations of minimal cutsets", IEEE Transactions on
 * Reliability 50, 2001.
 */
export function monotoneHull(
  diagram: Diagram,
  nodesMax: number,
  isOver: () => boolean,
): Diagram | null {
  const bdd = new Bdd(nodesMax, isOver)
  const hulls = new Int32Array(diagram.nodes + 1)
  for (let node = 1; node <= diagram.nodes; node += 1) {
    const above = diagram.high[node]!
    const low = hulls[diagram.low[node]! >> 1]!
    // A complement is true when nothing else occurs, and so its hull is true.
    const high = (above & 1) === 1 ? ALWAYS : bdd.or(hulls[above >> 1]!, low)
    const hull = high === FULL ? FULL : bdd.decision(diagram.level[node]!, high, low)
    if (hull === FULL) return null
    hulls[node] = hull
  }
  return copiedFunction(bdd.table.records, hulls[diagram.root >> 1]!)
}
