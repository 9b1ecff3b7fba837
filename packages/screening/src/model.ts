import type { Features } from './features.ts'
import type { Manner } from './token.ts'

/**
 * How features become a score: a logistic regression, each coefficient with the sign that sense
 * demands (more edits never help), fitted by maximum likelihood with a ridge of 0.01 to labelled
 * pairs of names, and with a small weight to invented customers beside the listed names nearest to
 * them. `bench/src/screening_fit.ts` does it again, `bench/SCREENING.md` says on which pairs, and
 * how it does on pairs not seen.
 *
 * A score is the share of such pairs that name one party: it is calibrated for pairs that somebody
 * thought worth labelling, not for a name picked from a telephone book.
 */
const INTERCEPT = 3.126

const COEFFICIENTS: Readonly<Record<keyof Features, number>> = {
  edits: -0.824,
  worst: -1.565,
  forced: -0.516,
  density: -6.988,
  exchanged: -1.594,
  exchangedShare: -2.959,
  omitted: -5.251,
  agreed: 0.192,
  lone: -2.504,
  initials: -3.408,
  legalForm: -4.418,
}

/** Each edit beyond two costs more than the first two: those are typing errors. */
const BEYOND_TWO = -0.81

/** A word more or less tells two organisations apart, and one person's two ways to be named. */
const OTHER_OMITTED = -0.824
const OTHER_EXCHANGED = -0.419

/** The log-odds that two names compared so are names of one party. */
export function logOdds(features: Features, manner: Manner): number {
  let sum = INTERCEPT
  for (const name of FEATURE_NAMES) sum += COEFFICIENTS[name] * features[name]
  sum += BEYOND_TWO * Math.max(0, features.edits + features.forced - 2)
  if (manner === 'other') {
    sum += OTHER_OMITTED * features.omitted + OTHER_EXCHANGED * features.exchanged
  }
  return sum
}

/**
 * What the log-odds can be at most when two names of given weights share words of a given weight:
 * as if these words were the same. For leaving out what need not be compared.
 */
export function oddsBound(shared: number, left: number, right: number, manner: Manner): number {
  const leftAlone = Math.max(0, left - shared)
  const rightAlone = Math.max(0, right - shared)
  const exchanged = Math.min(leftAlone, rightAlone, 3)
  const omitted = Math.abs(leftAlone - rightAlone) / Math.max(left, right, 0.01)
  const share = Math.min(1, exchanged / Math.max(Math.min(left, right), 0.01))
  const { agreed } = COEFFICIENTS
  let sum = INTERCEPT + agreed * 4 + COEFFICIENTS.omitted * omitted
  sum += COEFFICIENTS.exchanged * exchanged + COEFFICIENTS.exchangedShare * share
  if (manner === 'other') sum += OTHER_OMITTED * omitted + OTHER_EXCHANGED * exchanged
  return sum
}

/** The inverse of `scoreOf`. */
export function oddsOf(score: number): number {
  return Math.log(score / (1 - score))
}

const FEATURE_NAMES = Object.keys(COEFFICIENTS) as readonly (keyof Features)[]

/** From log-odds to a score between 0 and 1, rounded to four digits. */
export function scoreOf(odds: number): number {
  return Math.round(10_000 / (1 + Math.exp(-odds))) / 10_000
}

/**
 * From this score on a match is reported unless the caller says otherwise: where the F1 of pairs
 * not seen was highest in cross-validation.
 */
export const THRESHOLD = 0.5
