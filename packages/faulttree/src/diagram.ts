import { HIGH, LOW, RECORD } from './table.ts'

/**
 * A diagram copied out of its table: children precede their parents, and the root is the last.
 * Passes over it are loops over dense arrays.
 *
 * Of a BDD, `high`, `low` and `root` are functions: twice a node, plus one for its complement; node
 * 0 is the constant false, inner nodes begin at 1, and only high sides are complements. Of a ZBDD
 * they are nodes: 0 is the empty family, 1 the empty set, and inner nodes begin at 2.
 */
export interface Diagram {
  readonly level: Int32Array
  readonly high: Int32Array
  readonly low: Int32Array
  readonly root: number
  /** Inner nodes. */
  readonly nodes: number
}

/** Copies the BDD of a function that is no complement. Complexity: linear in the table. */
export function copiedFunction(records: Int32Array, f: number): Diagram {
  return copied(records, f, 1, 1)
}

/** Copies a ZBDD. Complexity: linear in the table. */
export function copiedFamily(records: Int32Array, family: number): Diagram {
  return copied(records, family, 0, 2)
}

/** References are nodes above `shift` bits that are kept; inner nodes begin at `first`. */
function copied(records: Int32Array, root: number, shift: 0 | 1, first: number): Diagram {
  const top = root >> shift
  const place = new Int32Array(top + 1)
  let nodes = 0
  if (top > 1) {
    place[top] = 1
    // Children have smaller numbers, so that one pass downwards meets all parents first.
    for (let node = top; node > 1; node -= 1) {
      if (place[node] === 0) continue
      nodes += 1
      const at = RECORD * node
      place[records[at + HIGH]! >> shift] = 1
      place[records[at + LOW]! >> shift] = 1
    }
  }
  place[0] = 0
  if (top >= 1) place[1] = 1
  const level = new Int32Array(nodes + first)
  const high = new Int32Array(nodes + first)
  const low = new Int32Array(nodes + first)
  const kept = (reference: number): number =>
    (place[reference >> shift]! << shift) | (reference & ((1 << shift) - 1))
  let next = first
  for (let node = 2; node <= top; node += 1) {
    if (place[node] === 0) continue
    const at = RECORD * node
    level[next] = records[at]!
    high[next] = kept(records[at + HIGH]!)
    low[next] = kept(records[at + LOW]!)
    place[node] = next
    next += 1
  }
  return { level, high, low, root: kept(root), nodes }
}
