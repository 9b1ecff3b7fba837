import { argsOf, type Graph, type Literal, nodeOf, type Vertex } from './graph.ts'

/**
 * What a top depends on: its nodes in ascending order, which is topological, and their parents.
 *
 * Nodes are told by their places in the region from here on; the top is the last place. A region
 * is good until the next one of its graph is made, which takes its table, unless it is to be kept.
 * Complexity: linear, but for sorting.
 */
export class Region {
  readonly graph: Graph
  readonly nodes: Int32Array
  /** Edges of the parents: `parents[starts[place]]` to `parents[starts[place + 1] - 1]`. */
  #starts: Int32Array | null = null
  #parents: Int32Array | null = null
  readonly #places: Int32Array

  constructor(graph: Graph, top: Literal, isKept = false) {
    this.graph = graph
    const { numbers, mark } = isKept
      ? { numbers: new Int32Array(graph.size), mark: -1 }
      : graph.scratch()
    this.#places = numbers
    this.nodes = nodesBelow(graph, nodeOf(top), numbers, mark)
    for (const [place, node] of this.nodes.entries()) this.#places[node] = place
  }

  get size(): number {
    return this.nodes.length
  }

  /** The place of a node that the region holds. */
  place(literal: Literal): number {
    return this.#places[nodeOf(literal)]!
  }

  vertex(place: number): Vertex {
    return this.graph.vertex(this.nodes[place]!)
  }

  parentCount(place: number): number {
    this.#starts ??= this.#countParents()
    return this.#starts[place + 1]! - this.#starts[place]!
  }

  /** The places of the parents of a node, ascending. */
  parents(place: number): Int32Array {
    this.#starts ??= this.#countParents()
    this.#parents ??= this.#listParents(this.#starts)
    return this.#parents.subarray(this.#starts[place]!, this.#starts[place + 1]!)
  }

  #countParents(): Int32Array {
    const starts = new Int32Array(this.size + 1)
    for (let place = 0; place < this.size; place += 1) {
      for (const arg of argsOf(this.vertex(place))) {
        const at = this.place(arg) + 1
        starts[at] = starts[at]! + 1
      }
    }
    for (let place = 0; place < this.size; place += 1) {
      starts[place + 1] = starts[place + 1]! + starts[place]!
    }
    return starts
  }

  #listParents(starts: Int32Array): Int32Array {
    const parents = new Int32Array(starts[this.size]!)
    const next = starts.slice()
    for (let place = 0; place < this.size; place += 1) {
      for (const arg of argsOf(this.vertex(place))) {
        const child = this.place(arg)
        parents[next[child]!] = place
        next[child] = next[child]! + 1
      }
    }
    return parents
  }
}

/** The nodes below a node, itself included, ascending; `mark` is below 0 and new to `marks`. */
function nodesBelow(graph: Graph, top: number, marks: Int32Array, mark: number): Int32Array {
  const found = [top]
  marks[top] = mark
  for (let i = 0; i < found.length; i += 1) {
    for (const arg of argsOf(graph.vertex(found[i]!))) {
      const node = nodeOf(arg)
      if (marks[node] === mark) continue
      marks[node] = mark
      found.push(node)
    }
  }
  return Int32Array.from(found).sort()
}

/** What a rule makes of a vertex whose arguments have been rewritten. */
export type Rule = (place: number, vertex: Vertex, args: readonly Literal[]) => Literal

/**
 * Rewrites a top from its leaves upwards.
 *
 * Input assumed: the rule's literals stand for the same functions as far as the top is concerned.
 * Complexity: one call of the rule for each gate of the region.
 */
export function rewrite(region: Region, top: Literal, rule: Rule): Literal {
  const images = new Int32Array(region.size)
  for (let place = 0; place < region.size; place += 1) {
    const vertex = region.vertex(place)
    if (vertex.op === 'event' || vertex.op === 'constant') {
      images[place] = 2 * region.nodes[place]!
      continue
    }
    const args = vertex.args.map((arg) => images[region.place(arg)]! ^ (arg & 1))
    images[place] = rule(place, vertex, args)
  }
  return images[region.size - 1]! ^ (top & 1)
}

/** The vertex with other arguments. */
export function withArgs(graph: Graph, vertex: Vertex, args: readonly Literal[]): Literal {
  switch (vertex.op) {
    case 'and':
      return graph.and(args)
    case 'xor':
      return graph.xor(args)
    case 'at-least':
      return graph.threshold(vertex.k, args, vertex.weights)
    default:
      throw new Error(`${vertex.op} has no arguments`)
  }
}
