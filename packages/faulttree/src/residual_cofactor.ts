import type { Bdd, BooleanFunction } from './bdd.ts'
import { FULL, HIGH, LOW, RECORD } from './table.ts'

/**
 * What a function is when the event of a level occurs, or when it does not.
 *
 * Order: nodes by their level, last first, so that both sides of a node are done before it; no
 * recursion. Complexity: linear in the nodes of the function above the border, and a sort of them.
 * Limits: those of the diagram; `FULL` when one is reached.
 */
export function cofactor(
  bdd: Bdd,
  f: BooleanFunction,
  level: number,
  occurs: boolean,
  border: number,
): BooleanFunction {
  const nodes = above(bdd, f >> 1, Math.min(border, level + 1))
  const results = new Map<number, BooleanFunction>()
  const resultOf = (g: BooleanFunction): BooleanFunction => {
    const result = results.get(g >> 1) ?? (g >> 1) << 1
    return result === FULL ? FULL : result ^ (g & 1)
  }
  for (const node of nodes) {
    const at = RECORD * node
    const { records } = bdd
    const [own, high, low] = [records[at]!, records[at + HIGH]!, records[at + LOW]!]
    const result =
      own === level
        ? resultOf(occurs ? high : low)
        : decided(bdd, own, resultOf(high), resultOf(low))
    if (result === FULL) return FULL
    results.set(node, result)
  }
  return resultOf(f)
}

function decided(bdd: Bdd, level: number, high: BooleanFunction, low: BooleanFunction) {
  if (high === FULL || low === FULL) return FULL
  return high === low ? low : bdd.decision(level, high, low)
}

/** The nodes of a function above the border, the last levels first. */
function above(bdd: Bdd, root: number, border: number): number[] {
  const { records } = bdd
  const isAbove = (node: number): boolean => records[RECORD * node]! < border
  const seen = new Set<number>(isAbove(root) ? [root] : [])
  for (const node of seen) {
    for (const side of [HIGH, LOW]) {
      const child = records[RECORD * node + side]! >> 1
      if (isAbove(child)) seen.add(child)
    }
  }
  return [...seen].sort((a, b) => records[RECORD * b]! - records[RECORD * a]!)
}
