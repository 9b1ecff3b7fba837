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
const INTERCEPT = 3.097

const COEFFICIENTS: Readonly<Record<keyof Terms, number>> = {
  edits: -1.028,
  worst: -0.787,
  forced: -0.634,
  density: -7.008,
  exchanged: -1.342,
  exchangedShare: -5.114,
  omitted: -4.894,
  agreed: 0.316,
  lone: -2.045,
  initials: -3.772,
  legalForm: -5.172,
  beyondTwo: -1.192,
  otherOmitted: -1.747,
}

/** The features, and what they mean beside each other. */
export interface Terms extends Features {
  /** Edits beyond the first two, which are typing errors. */
  readonly beyondTwo: number
  /** A word more or less tells organisations apart, and is one person's two ways to be named. */
  readonly otherOmitted: number
}

/** What the regression sums. */
export function termsOf(features: Features, manner: Manner): Terms {
  const { edits, forced, omitted } = features
  return {
    ...features,
    beyondTwo: Math.max(0, edits + forced - 2),
    otherOmitted: manner === 'other' ? omitted : 0,
  }
}

/** The log-odds that two names compared so are names of one party. */
export function logOdds(features: Features, manner: Manner): number {
  let sum = INTERCEPT
  for (const name of FEATURE_NAMES) sum += COEFFICIENTS[name] * features[name]
  // The terms that no feature states, without making an object for each of a million pairs.
  const { edits, forced, omitted } = features
  sum += COEFFICIENTS.beyondTwo * Math.max(0, edits + forced - 2)
  return manner === 'other' ? sum + COEFFICIENTS.otherOmitted * omitted : sum
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
  if (manner === 'other') sum += COEFFICIENTS.otherOmitted * omitted
  return sum
}

/** The inverse of `scoreOf`. */
export function oddsOf(score: number): number {
  return Math.log(score / (1 - score))
}

const FEATURE_NAMES: readonly (keyof Features)[] = [
  ...(['edits', 'worst', 'forced', 'density', 'exchanged', 'exchangedShare'] as const),
  ...(['omitted', 'agreed', 'lone', 'initials', 'legalForm'] as const),
]

/** From log-odds to a score between 0 and 1, rounded to four digits. */
export function scoreOf(odds: number): number {
  return Math.round(10_000 / (1 + Math.exp(-odds))) / 10_000
}

/**
 * From this score on a match is reported unless the caller says otherwise: where the F1 of pairs
 * not seen was highest in cross-validation.
 */
export const THRESHOLD = 0.5
