import type { Interval } from '@holdfast/kernel'
import type { Diagram } from './diagram.ts'
import { type Module, modulesIn } from './module.ts'
import type { Solution } from './solve.ts'

/** Probabilities by event, low ends and high ends apart. */
export interface Likelihoods {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Values of the leaves of a diagram at both ends, by level. */
export interface Ends {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Events with intervals of which all combinations of ends are tried. */
const ENDS_TRIED_MAX = 8

/**
 * The probability of a top when its events are independent.
 *
 * Result: exact at both ends where the top is monotone in every event whose probability is an
 * interval, whichever way, and where those events are at most `ENDS_TRIED_MAX`: the probability is
 * linear in each of them, so that its extremes lie at ends. Otherwise the interval holds all
 * values, and may be wider than theirs. Complexity: linear in the diagrams, 256 times at most.
 */
export function independentProbability(top: Solution, likelihoods: Likelihoods): Interval {
  const open = top.isCoherent ? [] : eventsWithIntervals(top, likelihoods)
  if (open.length === 0 || open.length > ENDS_TRIED_MAX) return within(top, likelihoods)
  const at = likelihoods.low.slice()
  let [least, most] = [1, 0]
  for (let ends = 0; ends < 2 ** open.length; ends += 1) {
    for (const [i, event] of open.entries()) {
      at[event] = ((ends >> i) & 1) === 1 ? likelihoods.high[event]! : likelihoods.low[event]!
    }
    const [value] = within(top, { low: at, high: at })
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return [least, most]
}

function eventsWithIntervals(top: Solution, { low, high }: Likelihoods): readonly number[] {
  const events = modulesIn(top.module).flatMap(({ leaves }) =>
    [...leaves].filter((leaf) => leaf >= 0),
  )
  return events.filter((event) => low[event]! < high[event]!)
}

function within(top: Solution, likelihoods: Likelihoods): Interval {
  const values = new Map<Module, Interval>()
  for (const module of modulesIn(top.module)) {
    const ends = leafEnds(module, likelihoods, values)
    values.set(module, flipped(rootEnds(module.bdd, ends), false))
  }
  return flipped(values.get(top.module)!, top.isNegated)
}

/** The values of the leaves of a module, those of inner modules known. */
export function leafEnds(
  { leaves, inner }: Module,
  { low, high }: Likelihoods,
  values: ReadonlyMap<Module, Interval>,
): Ends {
  const value = (leaf: number, end: 0 | 1, events: Float64Array): number =>
    leaf >= 0 ? events[leaf]! : values.get(inner[~leaf]!)![end]
  return {
    low: Float64Array.from(leaves, (leaf) => value(leaf, 0, low)),
    high: Float64Array.from(leaves, (leaf) => value(leaf, 1, high)),
  }
}

function flipped([low, high]: Interval, isNegated: boolean): Interval {
  const [from, to] = isNegated ? [1 - high, 1 - low] : [low, high]
  // Rounding may turn ends that differ in the last digit around, or leave the unit interval.
  return [Math.max(0, Math.min(from, to)), Math.min(1, Math.max(from, to))]
}

function rootEnds(bdd: Diagram, leaves: Ends): Interval {
  const isPoint = leaves.low.every((value, level) => value === leaves.high[level])
  const low = nodeValues(bdd, leaves.low)
  if (isPoint) return [low[bdd.root >> 1]!, low[bdd.root >> 1]!]
  return intervalRoot(bdd, leaves)
}

/** The probability of each node, with exact leaves. */
export function nodeValues(
  { level, high, low, nodes }: Diagram,
  leaves: Float64Array,
): Float64Array {
  const values = new Float64Array(nodes + 1)
  for (let node = 1; node <= nodes; node += 1) {
    const p = leaves[level[node]!]!
    const up = values[high[node]! >> 1]!
    const above = (high[node]! & 1) === 1 ? 1 - up : up
    values[node] = p * above + (1 - p) * values[low[node]! >> 1]!
  }
  return values
}

/**
 * The least and the greatest probability of the root, each node at the end of its leaf that makes
 * it least, or greatest. Where the function is monotone all nodes of a leaf choose the same end.
 */
function intervalRoot({ level, high, low, nodes, root }: Diagram, leaves: Ends): Interval {
  const least = new Float64Array(nodes + 1)
  const most = new Float64Array(nodes + 1)
  for (let node = 1; node <= nodes; node += 1) {
    const up = high[node]! >> 1
    const isComplement = (high[node]! & 1) === 1
    const aboveLeast = isComplement ? 1 - most[up]! : least[up]!
    const aboveMost = isComplement ? 1 - least[up]! : most[up]!
    const down = low[node]! >> 1
    const p = leaves.low[level[node]!]!
    const q = leaves.high[level[node]!]!
    const pickLeast = aboveLeast >= least[down]! ? p : q
    const pickMost = aboveMost >= most[down]! ? q : p
    least[node] = pickLeast * aboveLeast + (1 - pickLeast) * least[down]!
    most[node] = pickMost * aboveMost + (1 - pickMost) * most[down]!
  }
  return [least[root >> 1]!, most[root >> 1]!]
}

/**
 * The probability of a top when its events are comonotone: one uniform number U decides all, and an
 * event occurs when U is at most its probability. For a monotone top it is the maximum, over the
 * sets that cause it, of the least probability in the set.
 *
 * Input assumed: a top without negations; null for another. Complexity: linear in the diagrams.
 * Reference for comonotonicity: J. Dhaene et al., "The concept of comonotonicity in actuarial
 * science and finance", 2002.
 */
export function comonotoneProbability(top: Solution, likelihoods: Likelihoods): Interval | null {
  const values = new Map<Module, Interval>()
  if (top.isNegated) return top.module.bdd.nodes === 0 ? [1, 1] : null
  for (const module of modulesIn(top.module)) {
    if (!module.isMonotone) return null
    const { low, high } = leafEnds(module, likelihoods, values)
    values.set(module, [likeliestPath(module.bdd, low), likeliestPath(module.bdd, high)])
  }
  return values.get(top.module)!
}

/** Of all sets that cause the root, the one whose least likely leaf is the likeliest. */
function likeliestPath({ level, high, low, nodes, root }: Diagram, leaves: Float64Array): number {
  const values = new Float64Array(nodes + 1)
  for (let node = 1; node <= nodes; node += 1) {
    // In a monotone diagram the constant true is the only complement.
    const above = high[node] === 1 ? 1 : values[high[node]! >> 1]!
    values[node] = Math.max(values[low[node]! >> 1]!, Math.min(leaves[level[node]!]!, above))
  }
  return values[root >> 1]!
}
