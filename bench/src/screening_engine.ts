/** Holdfast under the same questions as its rivals. */
import type { DesignationList } from '@holdfast/lists'
import { buildScreen, comparePair, type Screen, screenName, THRESHOLD } from '@holdfast/screening'
import { type Customer, kindOf, type Pair } from './screening_data.ts'
import type { Scored } from './screening_quality.ts'
import type { Found, Positive } from './screening_recall.ts'

/** Low enough that no score is lost which could decide anything. */
const SCORE_MIN = 0.02
const MATCHES_MAX = 50

export const OWN_THRESHOLD = THRESHOLD

export function holdfastScores(pairs: readonly Pair[]): Scored {
  const scores = pairs.map(({ left, right, schema }) => {
    return comparePair(left, right, kindOf(schema)).score
  })
  return { engine: 'Holdfast', scores, ownThreshold: THRESHOLD }
}

/** A person asked for as a customer: the name, and the birth where it is to be given. */
export function askedFor(screen: Screen, { name, born }: Customer, withBirths: boolean) {
  const births = withBirths && born !== '' ? [born] : []
  const query = { name, kind: 'person' as const, births }
  return screenName(screen, query, { threshold: SCORE_MIN, limit: MATCHES_MAX })
}

/** How Holdfast finds the listed people, through its own index. */
export function holdfastFinds(
  list: DesignationList,
  positives: readonly Positive[],
  negatives: readonly Customer[],
  withBirths: boolean,
): Found {
  const screen = buildScreen([list])
  const right = (customer: Customer, entries: ReadonlySet<string>): number => {
    const matches = askedFor(screen, customer, withBirths)
    return matches.find(({ entry }) => entries.has(entry.id))?.score ?? 0
  }
  return {
    clean: positives.map(({ clean, entries }) => right(clean, entries)),
    treated: positives.map(({ treated, entries }) => right(treated, entries)),
    rough: positives.map(({ rough, entries }) => right(rough, entries)),
    negatives: negatives.map((one) => askedFor(screen, one, withBirths)[0]?.score ?? 0),
  }
}
