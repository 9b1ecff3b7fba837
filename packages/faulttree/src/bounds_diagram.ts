import type { Interval } from '@holdfast/kernel'
import { atLeast, atMost } from './bounds_rounding.ts'
import type { Diagram } from './diagram.ts'
import type { Ends } from './evaluate.ts'

/**
 * Certain bounds of the probability of a diagram's root: as `rootEnds`, but for rounding.
 *
 * Complements are followed side by side with the nodes themselves, so that no number is the
 * difference of others and each has a small relative error. Complexity: linear.
 */
export function certainEnds(bdd: Diagram, leaves: Ends): Interval {
  const steps = 8 * (leaves.low.length + 2)
  return [atMost(rootAt(bdd, leaves, false), steps), atLeast(rootAt(bdd, leaves, true), steps)]
}

/** The least, or the greatest, probability of the root. */
function rootAt({ level, high, low, nodes, root }: Diagram, leaves: Ends, isMost: boolean): number {
  /** At 2n of node n the end that is sought, at 2n + 1 the same end of its complement. */
  const values = new Float64Array(2 * nodes + 2)
  values[1] = 1
  const rising = isMost ? leaves.high : leaves.low
  const falling = isMost ? leaves.low : leaves.high
  for (let node = 1; node <= nodes; node += 1) {
    for (let sign = 0; sign < 2; sign += 1) {
      const above = values[high[node]! ^ sign]!
      const below = values[low[node]! ^ sign]!
      const p = above >= below ? rising[level[node]!]! : falling[level[node]!]!
      values[2 * node + sign] = p * above + (1 - p) * below
    }
  }
  return values[root]!
}
