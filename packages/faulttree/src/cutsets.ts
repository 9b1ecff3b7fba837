import { countByOrder } from './count.ts'
import type { BasicEvent } from './model.ts'
import { Ranking, type Ranks } from './rank.ts'
import type { Slice } from './slice.ts'

/** How much of the family of minimal cut sets is listed; all of it is counted. */
export interface Listing {
  /** Sets of more events than this are not listed. Default: no bound. */
  readonly order_max?: number
  /** The list ends after this many sets. Default: `SETS_MAX`. */
  readonly sets_max?: number
}

/** The length of a list of cut sets when the caller names none. */
export const SETS_MAX = 100_000

/** Minimal cut sets: all of them counted, the first of them listed. */
export interface CutSets {
  /** By order, then by product of the high probabilities, likeliest first, then by ids. */
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
 * What cut sets are ranked by, for events in the order of their levels.
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
  for (const [rank, level] of sorted.entries()) place[level] = rank
  return { weight, place }
}

/**
 * Counts the sets of a family and lists the first of them.
 *
 * Input assumed: the ZBDD of minimal cut sets over `events`, which are in the order of its levels.
 * Result: as `CutSets` tells. Complexity and reference: as for `countByOrder` and `Ranking`.
 */
export function listCutSets(
  family: Slice,
  events: readonly BasicEvent[],
  ranks: Ranks,
  listing: Listing,
): CutSets {
  const { order_max = Number.POSITIVE_INFINITY, sets_max = SETS_MAX } = listing
  const byOrder = countByOrder(family)
  let total = 0n
  for (const count of byOrder.values()) total += count
  const ranking = new Ranking(family, ranks)
  const sets: string[][] = []
  for (const order of byOrder.keys()) {
    if (order > order_max || sets.length >= sets_max) break
    for (const levels of ranking.ofOrder(order)) {
      const sorted = [...levels].sort((a, b) => ranks.place[a]! - ranks.place[b]!)
      sets.push(sorted.map((level) => events[level]!.id))
      if (sets.length >= sets_max) break
    }
  }
  return { sets, total, byOrder, complete: total === BigInt(sets.length) }
}
