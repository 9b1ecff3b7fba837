/**
 * The smallest set of facts that settles an answer, whatever they turn out to be.
 *
 * A set settles the answer when every way its facts can be leaves no doubt, all other facts as
 * unknown as they are. Sets are tried by size, so the first one found is a smallest; the work is
 * the product of the values of the facts in a set, hence the limit.
 */

/** A fact with the ways it can be, as far as they make a difference. */
export interface OpenFact<V> {
  readonly values: readonly V[]
}

export interface Settling<F> {
  readonly facts: readonly F[]
  /** True when no smaller set exists; false when the search ended at its limit. */
  readonly smallest: boolean
}

/**
 * Searches sets of one, two, three ... facts.
 *
 * @param isSettled whether the answer is settled when the facts are so; must hold for all of them
 * @param tries_max how often `isSettled` may be asked; then all facts are returned
 */
export function smallestSettling<V, F extends OpenFact<V>>(
  facts: readonly F[],
  isSettled: (chosen: readonly V[]) => boolean,
  tries_max: number,
): Settling<F> {
  let tries = 0
  const settles = (set: readonly F[], chosen: V[]): boolean | null => {
    if (chosen.length === set.length) {
      tries += 1
      return tries > tries_max ? null : isSettled(chosen)
    }
    for (const value of set[chosen.length]!.values) {
      const settled = settles(set, [...chosen, value])
      if (settled !== true) return settled
    }
    return true
  }
  for (let size = 1; size < facts.length; size += 1) {
    for (const set of subsetsOf(facts, size)) {
      const settled = settles(set, [])
      if (settled === null) return { facts, smallest: false }
      if (settled) return { facts: set, smallest: true }
    }
  }
  return { facts, smallest: true }
}

/** All subsets of a size, in the order of the facts. */
function* subsetsOf<F>(facts: readonly F[], size: number, from = 0): Iterable<readonly F[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let first = from; first + size <= facts.length; first += 1)
    for (const rest of subsetsOf(facts, size - 1, first + 1)) yield [facts[first]!, ...rest]
}

const TRIES_MAX = 20_000
const WORK_MAX = 40_000_000

/** How many tries a search may make when each visits so many stakes. */
export function triesFor(visits: number): number {
  return Math.min(TRIES_MAX, Math.ceil(WORK_MAX / visits))
}
