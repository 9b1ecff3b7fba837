/**
 * The smallest set of facts that settles an answer, whatever they turn out to be.
 *
 * A set settles the answer when every way its facts can be leaves no doubt, all other facts as
 * unknown as they are. A fact without which all others leave a doubt, in one way that they can be,
 * is in every such set. The rest is tried by size, so the first set found is a smallest. The work
 * is the product of the values of the facts in a set, hence the limit.
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
 * Searches for the smallest set of facts that settles an answer.
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
  const asked = (chosen: readonly V[]): boolean | null => {
    tries += 1
    return tries > tries_max ? null : isSettled(chosen)
  }
  const settles = (set: readonly F[], chosen: readonly V[]): boolean | null => {
    if (chosen.length === set.length) return asked(chosen)
    for (const value of set[chosen.length]!.values) {
      const settled = settles(set, [...chosen, value])
      if (settled !== true) return settled
    }
    return true
  }
  for (const fact of facts) {
    const settled = settles([fact], [])
    if (settled === true) return { facts: [fact], smallest: true }
    if (settled === null) break
  }
  const needed = facts.length > SAMPLED_MAX ? [] : facts.filter((fact) => isNeeded(fact))
  const rest = facts.filter((fact) => !needed.includes(fact))
  for (let size = needed.length === 0 ? 2 : 0; size < rest.length; size += 1) {
    for (const more of subsetsOf(rest, size)) {
      const set = [...needed, ...more]
      const settled = settles(set, [])
      if (settled === null) return { facts, smallest: false }
      if (settled) return { facts: facts.filter((fact) => set.includes(fact)), smallest: true }
    }
  }
  return { facts, smallest: true }

  function isNeeded(fact: F): boolean {
    const others = facts.filter((one) => one !== fact)
    return samplesOf(others).some((chosen) => asked(chosen) === false)
  }
}

/** Of more facts than this, only sets of one and two are looked for. */
const SAMPLED_MAX = 40
const SAMPLES = 12

/** Some of the ways that facts can be: all low, all high, and mixed. */
function samplesOf<V>(facts: readonly OpenFact<V>[]): readonly (readonly V[])[] {
  return Array.from({ length: SAMPLES }, (_, sample) =>
    facts.map(({ values }, at) => {
      const mixed = sample < 3 ? sample : sample * (at + 1) + at
      return values[mixed % values.length]!
    }),
  )
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

const TRIES_MAX = 6_000
const WORK_MAX = 15_000_000

/** How many tries a search may make when each visits so many stakes. */
export function triesFor(visits: number): number {
  return Math.min(TRIES_MAX, Math.ceil(WORK_MAX / visits))
}
