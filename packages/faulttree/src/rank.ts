import { UNIT } from './diagram.ts'
import { Heap } from './heap.ts'
import type { Slice } from './slice.ts'

/** What sets are ranked by, by level: `weight` adds up within a set, `place` breaks ties. */
export interface Ranks {
  readonly weight: Float64Array
  readonly place: Int32Array
}

/** A set as a list by ascending level, with the sum of its weights. */
interface Chain {
  readonly weight: number
  readonly level: number
  readonly next: Chain | null
}

/** The sets that begin with `prefix` (last event first) and go on from `node`: the best of them. */
interface Candidate {
  readonly prefix: Chain | null
  readonly node: number
  readonly rest: number
  readonly completion: Chain
  readonly weight: number
  /** The levels of prefix and completion, ascending; written when a tie asks for them. */
  levels: readonly number[] | null
}

const NO_MORE: Chain = { weight: 0, level: -1, next: null }

/**
 * Lists the sets of a ZBDD lazily: by weight, then by the places of their events.
 *
 * Sets of one order form a tree of decisions; the best set below each node is known exactly, so
 * that a queue of subtrees yields the sets in order, and each set yielded splits its subtree at
 * every decision on its path. Input assumed: no set contains another. Complexity: pairs of nodes
 * and orders that lead to sets of the order asked for, once; then a path and its queue operations
 * for each set. Limits: the caller's; a generator lists no more than it is asked for.
 * Reference: E. Lawler, "A procedure for computing the K best solutions to discrete optimization
 * problems", 1972.
 */
export class Ranking {
  readonly #family: Slice
  readonly #ranks: Ranks
  readonly #orderMin: Float64Array
  readonly #orderMax: Float64Array
  readonly #best = new Map<number, Chain | null>()
  readonly #stride: number

  constructor(family: Slice, ranks: Ranks) {
    this.#family = family
    this.#ranks = ranks
    this.#orderMin = new Float64Array(family.root + 2).fill(Number.POSITIVE_INFINITY, 0, 1)
    this.#orderMax = new Float64Array(family.root + 2).fill(Number.NEGATIVE_INFINITY, 0, 1)
    for (let node = 2; node <= family.root; node += 1) {
      const [high, low] = [family.high[node]!, family.low[node]!]
      this.#orderMin[node] = Math.min(this.#orderMin[high]! + 1, this.#orderMin[low]!)
      this.#orderMax[node] = Math.max(this.#orderMax[high]! + 1, this.#orderMax[low]!)
    }
    this.#stride = ranks.weight.length + 1
  }

  /** The sets of one order, best first, each as levels in ascending order. */
  *ofOrder(order: number): Generator<readonly number[]> {
    const queue = new Heap<Candidate>((a, b) => this.#compare(a, b))
    this.#explore(this.#family.root, order)
    this.#offer(queue, null, this.#family.root, order)
    for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
      yield levelsOf(top)
      this.#split(queue, top)
    }
  }

  /** Queues what the subtree of a candidate holds besides the candidate itself. */
  #split(queue: Heap<Candidate>, top: Candidate): void {
    const { level, high, low } = this.#family
    let { prefix, node, rest } = top
    let chain: Chain | null = top.completion
    while (node > UNIT && chain !== null) {
      const extended = this.#extend(prefix, level[node]!)
      if (chain.level === level[node]!) {
        this.#offer(queue, prefix, low[node]!, rest)
        prefix = extended
        node = high[node]!
        rest -= 1
        chain = chain.next
      } else {
        this.#offer(queue, extended, high[node]!, rest - 1)
        node = low[node]!
      }
    }
  }

  #offer(queue: Heap<Candidate>, prefix: Chain | null, node: number, rest: number): void {
    const completion = this.#bestOf(node, rest)
    if (completion === null) return
    const weight = (prefix?.weight ?? 0) + completion.weight
    queue.push({ prefix, node, rest, completion, weight, levels: null })
  }

  #extend(chain: Chain | null, level: number): Chain {
    const weight = (chain?.weight ?? 0) + this.#ranks.weight[level]!
    return { weight, level, next: chain === NO_MORE ? null : chain }
  }

  /** The best set of `rest` events below a node that has been explored; null when there is none. */
  #bestOf(node: number, rest: number): Chain | null {
    if (rest < this.#orderMin[node]! || rest > this.#orderMax[node]!) return null
    if (node === UNIT) return NO_MORE
    return this.#best.get(node * this.#stride + rest) ?? null
  }

  /** Finds the best sets below a node, with a stack of its own: sets may have many events. */
  #explore(top: number, order: number): void {
    const { level, high, low } = this.#family
    const pending = [{ node: top, rest: order }]
    for (let pair = pending.at(-1); pair !== undefined; pair = pending.at(-1)) {
      const { node, rest } = pair
      const open = [
        { node: high[node]!, rest: rest - 1 },
        { node: low[node]!, rest },
      ].filter((side) => !this.#isSettled(side.node, side.rest))
      if (!this.#isSettled(node, rest) && open.length > 0) {
        pending.push(...open)
        continue
      }
      pending.pop()
      if (this.#isSettled(node, rest)) continue
      const above = this.#bestOf(high[node]!, rest - 1)
      const below = this.#bestOf(low[node]!, rest)
      const taken = above === null ? null : this.#extend(above, level[node]!)
      this.#best.set(node * this.#stride + rest, this.#better(taken, below))
    }
  }

  #isSettled(node: number, rest: number): boolean {
    if (node <= UNIT || rest < this.#orderMin[node]! || rest > this.#orderMax[node]!) return true
    return this.#best.has(node * this.#stride + rest)
  }

  #better(a: Chain | null, b: Chain | null): Chain | null {
    if (a === null || b === null) return a ?? b
    if (a.weight !== b.weight) return a.weight < b.weight ? a : b
    return this.#comparePlaces(chainLevels(a), chainLevels(b)) <= 0 ? a : b
  }

  #compare(a: Candidate, b: Candidate): number {
    if (a.weight !== b.weight) return a.weight < b.weight ? -1 : 1
    a.levels ??= levelsOf(a)
    b.levels ??= levelsOf(b)
    return this.#comparePlaces(a.levels, b.levels)
  }

  /**
   * Compares sets of equal order as if their places were sorted: the first place that only one of
   * them has decides. Both are ascending in levels, so that one merge finds it.
   */
  #comparePlaces(a: readonly number[], b: readonly number[]): number {
    const { place } = this.#ranks
    let least = Number.POSITIVE_INFINITY
    let sign = 0
    let [i, j] = [0, 0]
    while (i < a.length || j < b.length) {
      const difference = (a[i] ?? Number.POSITIVE_INFINITY) - (b[j] ?? Number.POSITIVE_INFINITY)
      const level = difference <= 0 ? a[i]! : b[j]!
      if (difference !== 0 && place[level]! < least) {
        least = place[level]!
        sign = difference
      }
      if (difference <= 0) i += 1
      if (difference >= 0) j += 1
    }
    return sign
  }
}

function chainLevels(chain: Chain | null): number[] {
  const levels: number[] = []
  for (let at = chain; at !== null && at !== NO_MORE; at = at.next) levels.push(at.level)
  return levels
}

function levelsOf(candidate: Candidate): readonly number[] {
  if (candidate.levels !== null) return candidate.levels
  return [...chainLevels(candidate.prefix).reverse(), ...chainLevels(candidate.completion)]
}
