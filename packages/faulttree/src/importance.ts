import type { Diagram } from './diagram.ts'
import { nodeValues } from './evaluate.ts'
import { type Module, modulesIn } from './module.ts'
import type { Solution } from './solve.ts'

/** How much one event matters to a top, at given probabilities. */
export interface Importance {
  /** Birnbaum, or marginal: the derivative of the top's probability by the event's. */
  readonly birnbaum: number
  /** Criticality: the part of the top's probability that goes with it, `p · birnbaum / P`. */
  readonly criticality: number
  /** Diagnostic, or Fussell-Vesely: the probability of the event when the top has occurred. */
  readonly diagnostic: number
  /** Risk achievement worth: by what factor the top is likelier when the event is certain. */
  readonly riskAchievement: number
  /** Risk reduction worth: by what factor the top is less likely when the event is impossible. */
  readonly riskReduction: number
}

/**
 * The importance of the events of a top, exact for independent events.
 *
 * Result: one entry for each event of the solved top, by its index; an event that makes no
 * difference has zeros or is not there. Where the top cannot occur the ratios are not defined and
 * are NaN; a risk reduction that removes the top is infinite.
 * Complexity: two passes over the diagrams.
 * Reference: Y. Dutuit, A. Rauzy, "Efficient algorithms to assess component and gate importance in
 * fault tree analysis", Reliability Engineering and System Safety 72, 2001.
 */
export function importanceOf(
  top: Solution,
  probabilities: Float64Array,
): { probability: number; byEvent: ReadonlyMap<number, Importance> } {
  const modules = modulesIn(top.module)
  const values = new Map<Module, Float64Array>()
  const leavesOf = (module: Module): Float64Array =>
    Float64Array.from(module.leaves, (leaf) => {
      if (leaf >= 0) return probabilities[leaf]!
      const inner = module.inner[~leaf]!
      return values.get(inner)![inner.bdd.root >> 1]!
    })
  for (const module of modules) values.set(module, nodeValues(module.bdd, leavesOf(module)))
  const root = values.get(top.module)![top.module.bdd.root >> 1]!
  const probability = top.isNegated ? 1 - root : root
  const slopes = new Map<Module, number>([[top.module, top.isNegated ? -1 : 1]])
  const byEvent = new Map<number, Importance>()
  for (const module of [...modules].reverse()) {
    const within = leafSlopes(module.bdd, leavesOf(module), values.get(module)!)
    for (const [level, leaf] of module.leaves.entries()) {
      const slope = slopes.get(module)! * within[level]!
      if (leaf < 0) slopes.set(module.inner[~leaf]!, slope)
      else byEvent.set(leaf, measures(slope, probabilities[leaf]!, probability))
    }
  }
  return { probability, byEvent }
}

/** The derivative of the root by each leaf: the paths to its nodes, times what it decides there. */
function leafSlopes(bdd: Diagram, leaves: Float64Array, values: Float64Array): Float64Array {
  const { level, high, low, nodes } = bdd
  const slopes = new Float64Array(leaves.length)
  const reached = new Float64Array(nodes + 1)
  reached[bdd.root >> 1] = 1
  for (let node = nodes; node > 0; node -= 1) {
    const weight = reached[node]!
    const up = high[node]! >> 1
    const down = low[node]! >> 1
    const isComplement = (high[node]! & 1) === 1
    const at = level[node]!
    const above = isComplement ? 1 - values[up]! : values[up]!
    slopes[at] = slopes[at]! + weight * (above - values[down]!)
    reached[up] = reached[up]! + (isComplement ? -weight : weight) * leaves[at]!
    reached[down] = reached[down]! + weight * (1 - leaves[at]!)
  }
  return slopes
}

/** The part of a probability below which a difference of two sums is none. */
const ROUNDING = 1e-12

function measures(birnbaum: number, p: number, probability: number): Importance {
  const certain = probability + (1 - p) * birnbaum
  const rest = probability - p * birnbaum
  // What is left of a difference of equals is rounding: the top cannot occur without the event.
  const impossible = Math.abs(rest) < ROUNDING * probability ? 0 : rest
  return {
    birnbaum,
    criticality: (p * birnbaum) / probability,
    diagnostic: (p * certain) / probability,
    riskAchievement: certain / probability,
    riskReduction: probability / impossible,
  }
}
