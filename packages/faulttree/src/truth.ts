import { type Graph, isNegated, type Literal, type Vertex } from './graph.ts'
import { Region } from './region.ts'

/**
 * Whether a literal holds when just the events that `occurs` tells occur.
 *
 * Complexity: linear in what the literal depends on. Limits: none; no diagram is built.
 */
export function isCaused(graph: Graph, top: Literal, occurs: (event: number) => boolean): boolean {
  const region = new Region(graph, top)
  const truth = new Uint8Array(region.size)
  const isTrue = (literal: Literal): boolean =>
    (truth[region.place(literal)] === 1) !== isNegated(literal)
  const value = (vertex: Vertex): boolean => {
    if (vertex.op === 'constant') return false
    if (vertex.op === 'event') return occurs(vertex.event)
    if (vertex.op === 'and') return vertex.args.every(isTrue)
    if (vertex.op === 'xor') return vertex.args.filter(isTrue).length % 2 === 1
    let sum = 0
    for (const [i, arg] of vertex.args.entries()) if (isTrue(arg)) sum += vertex.weights[i]!
    return sum >= vertex.k
  }
  for (let place = 0; place < region.size; place += 1) {
    truth[place] = value(graph.vertex(region.nodes[place]!)) ? 1 : 0
  }
  return isTrue(top)
}
