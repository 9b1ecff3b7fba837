import type { Interval } from '@holdfast/kernel'
import { EMPTY } from './diagram.ts'
import type { Slice } from './slice.ts'

/** The value of a decision from its event's probability and the values of its two sides. */
type Step = (probability: number, high: number, low: number) => number

const independent: Step = (p, high, low) => p * high + (1 - p) * low
/** Of all sets that cause the top, the one whose least likely event is the likeliest. */
const dependent: Step = (p, high, low) => Math.max(low, Math.min(p, high))

/** Probabilities by level, low ends and high ends apart. */
export interface Likelihoods {
  readonly low: Float64Array
  readonly high: Float64Array
}

/**
 * The probability of a BDD when events are independent, exact at both ends of the interval.
 *
 * Input assumed: a monotone function, whose least value is therefore at the low ends and whose
 * greatest is at the high ends. Complexity: linear in the diagram.
 */
export function independentProbability(bdd: Slice, likelihoods: Likelihoods): Interval {
  return ends(bdd, likelihoods, independent)
}

/**
 * The probability of a BDD when events are comonotone: one uniform number U decides all, and an
 * event occurs when U is at most its probability. For a monotone function it is the maximum, over
 * the sets that cause it, of the least probability in the set.
 *
 * Input assumed and complexity: as for `independentProbability`. Reference for comonotonicity:
 * J. Dhaene et al., "The concept of comonotonicity in actuarial science and finance", 2002.
 */
export function comonotoneProbability(bdd: Slice, likelihoods: Likelihoods): Interval {
  return ends(bdd, likelihoods, dependent)
}

function ends(bdd: Slice, likelihoods: Likelihoods, step: Step): Interval {
  const low = evaluate(bdd, likelihoods.low, step)
  const high = evaluate(bdd, likelihoods.high, step)
  // Rounding may turn ends that differ in the last digit around.
  return [Math.min(low, high), Math.max(low, high)]
}

function evaluate(bdd: Slice, probabilities: Float64Array, step: Step): number {
  const values = new Float64Array(bdd.root + 1)
  if (bdd.root > EMPTY) values[1] = 1
  for (let node = 2; node <= bdd.root; node += 1) {
    const probability = probabilities[bdd.level[node]!]!
    values[node] = step(probability, values[bdd.high[node]!]!, values[bdd.low[node]!]!)
  }
  return Math.min(1, values[bdd.root]!)
}
