import { UNIT } from './diagram.ts'
import type { Slice } from './slice.ts'

/** Numbers while they are exact, bigints beyond. */
type Exact = number | bigint

/** How many sets of each order: `counts[i]` sets of order `from + i`. */
interface Tally {
  readonly from: number
  readonly counts: readonly Exact[]
}

/**
 * How many sets of each order a ZBDD holds, exactly, without listing them.
 *
 * Result: orders that occur, ascending. Complexity: nodes times orders, in additions; a node's
 * tally is dropped after its last parent, so that memory is that of the frontier.
 * Limits: none; counts are as long as they need to be.
 */
export function countByOrder(family: Slice): ReadonlyMap<number, bigint> {
  const { root, high, low } = family
  const parents = new Int32Array(root + 1)
  for (let node = 2; node <= root; node += 1) {
    for (const child of [high[node]!, low[node]!]) parents[child] = parents[child]! + 1
  }
  const tallies: (Tally | undefined)[] = [
    { from: 0, counts: [] },
    { from: 0, counts: [1] },
  ]
  const take = (node: number): Tally => {
    const tally = tallies[node]!
    parents[node] = parents[node]! - 1
    if (node > UNIT && parents[node] === 0) tallies[node] = undefined
    return tally
  }
  for (let node = 2; node <= root; node += 1) {
    const { from, counts } = take(high[node]!)
    tallies.push(sum({ from: from + 1, counts }, take(low[node]!)))
  }
  const { from, counts } = tallies[root]!
  const byOrder = new Map<number, bigint>()
  for (const [i, count] of counts.entries()) {
    if (count !== 0) byOrder.set(from + i, BigInt(count))
  }
  return byOrder
}

function sum(a: Tally, b: Tally): Tally {
  if (b.counts.length === 0) return a
  const from = Math.min(a.from, b.from)
  const to = Math.max(a.from + a.counts.length, b.from + b.counts.length)
  const counts: Exact[] = []
  for (let order = from; order < to; order += 1) {
    counts.push(plus(a.counts[order - a.from] ?? 0, b.counts[order - b.from] ?? 0))
  }
  return { from, counts }
}

function plus(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && a + b <= Number.MAX_SAFE_INTEGER) {
    return a + b
  }
  return BigInt(a) + BigInt(b)
}
