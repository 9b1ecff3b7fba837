import type { Graph, Vertex } from './graph.ts'

/**
 * Whether a node holds when just the events that `occurs` tells occur.
 *
 * Complexity: linear in what the node depends on. Limits: none; no diagram is built.
 */
export function isCaused(graph: Graph, top: number, occurs: (event: number) => boolean): boolean {
  const truth = new Map<number, boolean>()
  const isTrue = (node: number): boolean => truth.get(node)!
  const value = (vertex: Vertex): boolean => {
    if (vertex.op === 'constant') return vertex.value
    if (vertex.op === 'event') return occurs(vertex.event)
    if (vertex.op !== 'at-least') {
      return vertex.op === 'and' ? vertex.args.every(isTrue) : vertex.args.some(isTrue)
    }
    let sum = 0
    for (const [i, arg] of vertex.args.entries()) if (isTrue(arg)) sum += vertex.weights[i]!
    return sum >= vertex.k
  }
  for (const node of graph.below([top])) truth.set(node, value(graph.vertex(node)))
  return isTrue(top)
}
