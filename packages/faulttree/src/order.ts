import { argsOf, type Graph } from './graph.ts'

/** Weights beyond this are equal: a shared graph may unfold to more than a number can hold. */
const WEIGHT_MAX = 1e300

/**
 * A static order of the events for decision diagrams: depth-first, lighter arguments first.
 *
 * The weight of an argument is the number of events of its unfolded tree, so that an event next to
 * a large subtree is decided before it, and a chain of gates gives a diagram as long as the chain
 * whichever way its gates are written.
 * Input assumed: the nodes of all gates in `tops`; the first ones that no other depends on lead.
 * Result: the events by level; events that no gate mentions come last, in their order.
 * Complexity: linear but for sorting arguments. Reference: S. Minato, N. Ishiura, S. Yajima,
 * "Shared binary decision diagram with attributed edges", 1990 (weights); A. Rauzy, "New algorithms
 * for fault trees analysis", 1993 (depth-first orders).
 */
export function staticOrder(graph: Graph, tops: readonly number[], eventCount: number): number[] {
  const weights = unfoldedWeights(graph)
  const mentioned = new Uint8Array(graph.size)
  for (let node = 0; node < graph.size; node += 1) {
    for (const arg of argsOf(graph.vertex(node))) mentioned[arg] = 1
  }
  const order: number[] = []
  const seen = new Uint8Array(graph.size)
  const placed = new Uint8Array(eventCount)
  const pending = tops.filter((top) => mentioned[top] === 0).reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen[node] === 1) continue
    seen[node] = 1
    const vertex = graph.vertex(node)
    if (vertex.op === 'event') {
      placed[vertex.event] = 1
      order.push(vertex.event)
    }
    // The lightest is pushed last, and so is decided first.
    const args = [...argsOf(vertex)].reverse().sort((a, b) => weights[b]! - weights[a]!)
    for (const arg of args) if (seen[arg] === 0) pending.push(arg)
  }
  for (let event = 0; event < eventCount; event += 1) if (placed[event] === 0) order.push(event)
  return order
}

function unfoldedWeights(graph: Graph): Float64Array {
  const weights = new Float64Array(graph.size)
  for (let node = 0; node < graph.size; node += 1) {
    let weight = graph.vertex(node).op === 'event' ? 1 : 0
    for (const arg of argsOf(graph.vertex(node))) weight += weights[arg]!
    weights[node] = Math.min(weight, WEIGHT_MAX)
  }
  return weights
}
