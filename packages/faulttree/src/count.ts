import { type Family, familiesIn } from './families.ts'
import { UNIT } from './minimal.ts'

/** Numbers while they are exact, bigints beyond. */
export type Exact = number | bigint

/** How many sets of each order: `counts[i]` sets of order `from + i`. */
interface Tally {
  readonly from: number
  readonly counts: readonly Exact[]
}

const NONE: Tally = { from: 0, counts: [] }
const ONE_EMPTY: Tally = { from: 0, counts: [1] }

/**
 * How many sets of each order a family holds, exactly, without listing them.
 *
 * Result: orders that occur, ascending. Complexity: nodes times orders, in additions, and for each
 * node that decides a module a product of as many; a node's tally is dropped after its last parent,
 * so that memory is that of the frontier. Limits: none; counts are as long as they need to be.
 */
export function countByOrder(top: Family): ReadonlyMap<number, bigint> {
  const tallies = new Map<Family, Tally>()
  for (const family of familiesIn(top)) tallies.set(family, tallyOf(family, tallies))
  const { from, counts } = tallies.get(top)!
  const byOrder = new Map<number, bigint>()
  for (const [i, count] of counts.entries()) {
    if (count !== 0) byOrder.set(from + i, BigInt(count))
  }
  return byOrder
}

function tallyOf({ leaves, inner, zbdd }: Family, known: ReadonlyMap<Family, Tally>): Tally {
  const { root, level, high, low } = zbdd
  const parents = new Int32Array(root + 1)
  for (let node = 2; node <= root; node += 1) {
    for (const child of [high[node]!, low[node]!]) parents[child] = parents[child]! + 1
  }
  const tallies: (Tally | undefined)[] = [NONE, ONE_EMPTY]
  const take = (node: number): Tally => {
    const tally = tallies[node]!
    parents[node] = parents[node]! - 1
    if (node > UNIT && parents[node] === 0) tallies[node] = undefined
    return tally
  }
  for (let node = 2; node <= root; node += 1) {
    const { from, counts } = take(high[node]!)
    const leaf = leaves[level[node]!]!
    const taken =
      leaf >= 0 ? { from: from + 1, counts } : product({ from, counts }, known.get(inner[~leaf]!)!)
    tallies.push(sum(taken, take(low[node]!)))
  }
  return tallies[root]!
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

function product(a: Tally, b: Tally): Tally {
  const counts: Exact[] = new Array(a.counts.length + b.counts.length - 1).fill(0)
  for (const [i, one] of a.counts.entries()) {
    if (one === 0) continue
    for (const [j, other] of b.counts.entries()) {
      counts[i + j] = plus(counts[i + j]!, times(one, other))
    }
  }
  return { from: a.from + b.from, counts }
}

export function plus(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && a + b <= Number.MAX_SAFE_INTEGER) {
    return a + b
  }
  return BigInt(a) + BigInt(b)
}

export function times(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && a * b <= Number.MAX_SAFE_INTEGER) {
    return a * b
  }
  return BigInt(a) * BigInt(b)
}
