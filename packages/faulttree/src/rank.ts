import { type Family, familiesIn } from './families.ts'
import { Heap } from './heap.ts'
import { EMPTY, UNIT } from './minimal.ts'

/** What comes first in a list of cut sets. */
export type First = 'fewest' | 'likeliest'

/** What sets are ranked by, by event: `weight` adds up within a set, `place` breaks ties. */
export interface Ranks {
  readonly weight: Float64Array
  readonly place: Int32Array
  /** The events by place. */
  readonly events: Int32Array
}

/** What a set is compared by: its size, the sum of its weights, and the places of its events. */
interface Rank {
  readonly order: number
  readonly weight: number
  /** Ascending; written when a tie asks for them. */
  places: readonly number[] | null
  /** The two sets that it is the union of; null when its places are written. */
  parts: readonly [Rank, Rank] | null
}

const NOTHING: Rank = { order: 0, weight: 0, places: [], parts: null }

/** Where a set goes on when a family has been gone through, with the best of what can follow. */
interface Continuation {
  readonly family: Family
  readonly node: number
  readonly after: Continuation | null
  readonly best: Rank
}

/** The sets that begin with `taken` and go on from `at`: `best` is the best of them. */
interface Candidate {
  readonly taken: Rank
  readonly at: Continuation | null
  readonly best: Rank
}

/**
 * Lists the sets of a family lazily, best first.
 *
 * By `fewest`: by size, then by weight, then by the first place that only one of two sets has; by
 * `likeliest`: by weight before size. The sets form a tree of decisions; the best set below each
 * node is known exactly, so that a queue of subtrees yields the sets in order, and each set yielded
 * splits its subtree at every decision on its path. Input assumed: no set contains another, and
 * there is one. Result: events in the order of their places. Complexity: nodes times the sizes of
 * their best sets, once; then a path and its queue operations for each set. Limits: the caller's; a
 * generator lists no more than it is asked for. Reference: E. Lawler, "A procedure for computing
 * the K best solutions to discrete optimization problems", 1972.
 */
export class Ranking {
  readonly #top: Family
  readonly #ranks: Ranks
  readonly #first: First
  /** The best set below each node of each family; null where there is none. */
  readonly #best = new Map<Family, (Rank | null)[]>()

  constructor(top: Family, ranks: Ranks, first: First) {
    this.#top = top
    this.#ranks = ranks
    this.#first = first
    for (const family of familiesIn(top)) this.#best.set(family, this.#explored(family))
  }

  /** The sets, best first. */
  *sets(): Generator<readonly number[]> {
    const queue = new Heap<Candidate>((a, b) => this.#compare(a.best, b.best))
    this.#offer(queue, NOTHING, this.#top, this.#top.zbdd.root, null)
    for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
      yield placesOf(top.best).map((place) => this.#ranks.events[place]!)
      this.#split(queue, top)
    }
  }

  /** Queues what the subtree of a candidate holds besides its best set. */
  #split(queue: Heap<Candidate>, top: Candidate): void {
    let { taken, at } = top
    while (at !== null) {
      const { family, node, after }: Continuation = at
      if (node === UNIT) {
        at = after
        continue
      }
      const low = family.zbdd.low[node]!
      const [within, step] = this.#taking(family, node, taken, after)
      if (this.#prefersTaking(family, node)) {
        this.#offer(queue, taken, family, low, after)
        taken = step
        at = within
      } else {
        queue.push({ taken: step, at: within, best: joined(step, within?.best ?? NOTHING) })
        at = this.#continuation(family, low, after)
      }
    }
  }

  /** Where a set goes on that takes the leaf of a node, and what it holds by then. */
  #taking(
    family: Family,
    node: number,
    taken: Rank,
    after: Continuation | null,
  ): [Continuation, Rank] {
    const { zbdd, leaves, inner } = family
    const leaf = leaves[zbdd.level[node]!]!
    const above = this.#continuation(family, zbdd.high[node]!, after)
    if (leaf >= 0) return [above, joined(taken, this.#rankOf(leaf))]
    const within = inner[~leaf]!
    return [this.#continuation(within, within.zbdd.root, above), taken]
  }

  #continuation(family: Family, node: number, after: Continuation | null): Continuation {
    const best = joined(this.#bestOf(family, node)!, after?.best ?? NOTHING)
    return { family, node, after, best }
  }

  #offer(
    queue: Heap<Candidate>,
    taken: Rank,
    family: Family,
    node: number,
    after: Continuation | null,
  ): void {
    if (node === EMPTY) return
    const at = this.#continuation(family, node, after)
    queue.push({ taken, at, best: joined(taken, at.best) })
  }

  #rankOf(event: number): Rank {
    const { weight, place } = this.#ranks
    return { order: 1, weight: weight[event]!, places: [place[event]!], parts: null }
  }

  #bestOf(family: Family, node: number): Rank | null {
    return node === UNIT ? NOTHING : this.#best.get(family)![node]!
  }

  #prefersTaking(family: Family, node: number): boolean {
    const low = family.zbdd.low[node]!
    return low === EMPTY || this.#best.get(family)![node] !== this.#bestOf(family, low)
  }

  #explored({ zbdd, leaves, inner }: Family): (Rank | null)[] {
    const best: (Rank | null)[] = [null, NOTHING]
    for (let node = 2; node <= zbdd.root; node += 1) {
      const leaf = leaves[zbdd.level[node]!]!
      const within = leaf < 0 ? inner[~leaf]! : null
      const step = within === null ? this.#rankOf(leaf) : this.#bestOf(within, within.zbdd.root)!
      const taken = joined(step, best[zbdd.high[node]!]!)
      const left = best[zbdd.low[node]!] ?? null
      best.push(left !== null && this.#compare(left, taken) < 0 ? left : taken)
    }
    return best
  }

  #compare(a: Rank, b: Rank): number {
    const byOrder = a.order - b.order
    const byWeight = a.weight - b.weight
    const [first, second] = this.#first === 'fewest' ? [byOrder, byWeight] : [byWeight, byOrder]
    return first || second || comparePlaces(placesOf(a), placesOf(b))
  }
}

/** The union of two sets that have no event in common. */
function joined(a: Rank, b: Rank): Rank {
  if (a.order === 0) return b
  if (b.order === 0) return a
  return { order: a.order + b.order, weight: a.weight + b.weight, places: null, parts: [a, b] }
}

/** The places of a set, ascending. */
function placesOf(rank: Rank): readonly number[] {
  if (rank.places !== null) return rank.places
  const places: number[] = []
  const pending: Rank[] = [rank]
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (part.places !== null) for (const place of part.places) places.push(place)
    else pending.push(...part.parts!)
  }
  places.sort((a, b) => a - b)
  rank.places = places
  rank.parts = null
  return places
}

/** Negative when the first place that only one of two sets has is the first set's. */
function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i += 1) if (a[i] !== b[i]) return a[i]! - b[i]!
  return b.length - a.length
}
