import { type Diagram, UNIT } from './diagram.ts'

/**
 * One diagram copied out of its arena: nodes 0 and 1 are the terminals, children precede their
 * parents, and the root is the last. Passes over it are loops over dense arrays.
 */
export interface Slice {
  readonly level: Int32Array
  readonly high: Int32Array
  readonly low: Int32Array
  readonly root: number
  /** Inner nodes. */
  readonly nodes: number
}

/** A node that has been met, but whose children have not been placed yet. */
const MET = -1

/** Copies the diagram of `root`. Complexity: linear in its size. */
export function slice(diagram: Diagram, root: number): Slice {
  const inner = innerNodes(diagram, root, null)
  const place = diagram.scratch
  place[UNIT] = UNIT
  for (const [i, node] of inner.entries()) place[node] = i + 2
  const level = new Int32Array(inner.length + 2)
  const high = new Int32Array(inner.length + 2)
  const low = new Int32Array(inner.length + 2)
  for (let i = 0; i < inner.length; i += 1) {
    const node = inner[i]!
    level[i + 2] = diagram.level(node)
    high[i + 2] = place[diagram.high(node)]!
    low[i + 2] = place[diagram.low(node)]!
  }
  const copy = { level, high, low, root: place[root]!, nodes: inner.length }
  for (const node of inner) place[node] = 0
  place[UNIT] = 0
  return copy
}

/**
 * The inner nodes that `root` leads to, itself included, children before parents.
 *
 * Nodes that have a number in `done`, and what only they lead to, are left out.
 * Complexity: linear in the nodes found.
 */
export function innerNodes(diagram: Diagram, root: number, done: Int32Array | null): number[] {
  const { scratch } = diagram
  const inner: number[] = []
  const pending = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const mark = node <= UNIT ? 1 : scratch[node]!
    if (mark === 0 && done !== null && done[node] !== 0) continue
    if (mark === 0) {
      scratch[node] = MET
      pending.push(node, diagram.high(node), diagram.low(node))
    } else if (mark === MET) {
      scratch[node] = 1
      inner.push(node)
    }
  }
  for (const node of inner) scratch[node] = 0
  return inner
}
