import { countByOrder } from './count.ts'
import type { Family } from './families.ts'
import type { BasicEvent } from './model.ts'
import { type First, Ranking, type Ranks } from './rank.ts'

/** How much of the family of minimal cut sets is listed; all of it is counted. */
export interface Listing {
  /** What comes first: the sets of the fewest events, or the likeliest. Default: the fewest. */
  readonly first?: First
  /** Sets of more events than this are not listed. Default: no bound. */
  readonly order_max?: number
  /** The list ends after this many sets. Default: `SETS_MAX`. */
  readonly sets_max?: number
}

/** The length of a list of cut sets when the caller names none. */
export const SETS_MAX = 100_000

/** Minimal cut sets: all of them counted, the first of them listed. */
export interface CutSets {
  /** In the order asked for; ids within a set are sorted. */
  readonly sets: readonly (readonly string[])[]
  readonly total: bigint
  /** Orders that occur, ascending, with the number of their sets. */
  readonly byOrder: ReadonlyMap<number, bigint>
  /** Whether `sets` holds them all. */
  readonly complete: boolean
}

/** Products are compared by their logarithms, in units of this part of a bit. */
const UNITS_PER_BIT = 2 ** 26

/**
 * The weight of an event that cannot occur: more than thousands of unlikely events together, and
 * finite, because an infinite one would hide how the other events of its set compare.
 */
const WEIGHT_OF_IMPOSSIBLE = 2 ** 43

/**
 * What cut sets are ranked by, for events by their index.
 *
 * The weight of an event is minus the logarithm of its high probability as a whole number of small
 * units: whole numbers add up the same in any order, so that sets with the same probabilities are
 * ties and not differently rounded. Sets with an event that cannot occur come after those without,
 * the fewer such events the earlier.
 */
export function ranksOf(events: readonly BasicEvent[]): Ranks {
  const weight = Float64Array.from(events, ({ probability: [, high] }) =>
    high > 0 ? Math.round(-Math.log2(high) * UNITS_PER_BIT) : WEIGHT_OF_IMPOSSIBLE,
  )
  const sorted = [...events.keys()].sort((a, b) => (events[a]!.id < events[b]!.id ? -1 : 1))
  const place = new Int32Array(events.length)
  for (const [rank, event] of sorted.entries()) place[event] = rank
  return { weight, place, events: Int32Array.from(sorted) }
}

/**
 * Counts the sets of a family and lists the first of them.
 *
 * Result: as `CutSets` tells. Complexity and reference: as for `countByOrder` and `Ranking`.
 */
export function listCutSets(
  family: Family,
  events: readonly BasicEvent[],
  ranks: Ranks,
  listing: Listing,
): CutSets {
  const { first = 'fewest', order_max = Number.POSITIVE_INFINITY, sets_max = SETS_MAX } = listing
  const byOrder = countByOrder(family)
  let total = 0n
  for (const count of byOrder.values()) total += count
  const sets: string[][] = []
  if (total > 0n && sets_max > 0) {
    for (const set of new Ranking(family, ranks, first).sets()) {
      // By fewest, all that follow are as large; by likeliest, some that follow may be smaller.
      if (set.length > order_max && first === 'fewest') break
      if (set.length <= order_max) sets.push(set.map((event) => events[event]!.id))
      if (sets.length >= sets_max) break
    }
  }
  return { sets, total, byOrder, complete: total === BigInt(sets.length) }
}

/**
 * All sets of a family, one after the other in no order that means anything.
 *
 * Complexity: constant memory beside the family's, but for the set at hand; each step costs at most
 * the depth of the family. Result: sets of event indices, a new array each.
 */
export function* walkCutSets(top: Family): Generator<readonly number[]> {
  const pending: Visit[] = [{ taken: null, family: top, node: top.zbdd.root, next: null }]
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { taken, family, node, next } = visit
    if (node === 0) continue
    if (node === 1) {
      if (next === null) yield chosen(taken)
      else pending.push({ ...next, taken })
      continue
    }
    const { zbdd, leaves, inner } = family
    pending.push({ taken, family, node: zbdd.low[node]!, next })
    const leaf = leaves[zbdd.level[node]!]!
    const high = zbdd.high[node]!
    if (leaf >= 0) {
      pending.push({ taken: { event: leaf, next: taken }, family, node: high, next })
    } else {
      const within = inner[~leaf]!
      const after = { family, node: high, next }
      pending.push({ taken, family: within, node: within.zbdd.root, next: after })
    }
  }
}

/** Where a walk goes on when a family has been gone through. */
interface Continuation {
  readonly family: Family
  readonly node: number
  readonly next: Continuation | null
}

interface Visit extends Continuation {
  readonly taken: Taken | null
}

interface Taken {
  readonly event: number
  readonly next: Taken | null
}

function chosen(taken: Taken | null): number[] {
  const events: number[] = []
  for (let at = taken; at !== null; at = at.next) events.push(at.event)
  return events
}
