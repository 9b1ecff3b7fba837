import { type Diagram, EMPTY, FULL, UNIT } from './diagram.ts'
import type { Graph, Vertex } from './graph.ts'
import type { Operations } from './operations.ts'

type Threshold = Extract<Vertex, { op: 'at-least' }>

/**
 * Builds the BDDs of the nodes of a graph, each node once.
 *
 * Input assumed: `levels` gives each event its level, all different. Result: the same number for
 * equivalent formulas. Complexity: operands of `and` and `or` are combined pairwise, neighbours in
 * the order first, so that many independent operands cost their sum and not its square; the size
 * itself is exponential in the worst case. Limits: those of the diagram; `FULL` when reached.
 * Reference: R. Bryant, "Graph-based algorithms for Boolean function manipulation", 1986.
 */
export class Decisions {
  readonly #graph: Graph
  readonly #levels: Int32Array
  readonly #diagram: Diagram
  readonly #operations: Operations
  readonly #built = new Map<number, number>()

  constructor(graph: Graph, levels: Int32Array, diagram: Diagram, operations: Operations) {
    this.#graph = graph
    this.#levels = levels
    this.#diagram = diagram
    this.#operations = operations
  }

  /** Forgets all results; to be called when the diagram is cleared. */
  clear(): void {
    this.#built.clear()
  }

  /** The BDD of a node of the graph. */
  build(top: number): number {
    for (const node of this.#graph.below([top], (known) => this.#built.has(known))) {
      const result = this.#vertex(this.#graph.vertex(node))
      if (result === FULL) return FULL
      this.#built.set(node, result)
    }
    return this.#built.get(top)!
  }

  #vertex(vertex: Vertex): number {
    if (vertex.op === 'constant') return vertex.value ? UNIT : EMPTY
    if (vertex.op === 'event') {
      return this.#diagram.decision(this.#levels[vertex.event]!, UNIT, EMPTY)
    }
    if (vertex.op === 'at-least') return this.#threshold(vertex)
    const isAnd = vertex.op === 'and'
    let row = this.#sortedByLevel(vertex.args.map((arg) => this.#built.get(arg)!))
    while (row.length > 1) {
      const next: number[] = []
      for (let i = 0; i < row.length; i += 2) {
        const [f, g] = [row[i]!, row[i + 1]]
        if (g === undefined) next.push(f)
        else next.push(isAnd ? this.#operations.and(f, g) : this.#operations.or(f, g))
      }
      row = next
    }
    return row[0]!
  }

  #sortedByLevel(diagrams: readonly number[]): number[] {
    return [...diagrams].sort((f, g) => this.#diagram.level(f) - this.#diagram.level(g))
  }

  /**
   * A weighted threshold, from its last argument upwards.
   *
   * What is left to reach after some arguments depends on their weights alone, so that it takes few
   * values; for each only "with this argument, or without it" is to be built, because the function
   * is monotone. Complexity: arguments times distinct rests, each one conjunction and disjunction.
   */
  #threshold({ k, args, weights }: Threshold): number {
    const level = (node: number): number => this.#diagram.level(node)
    const terms = args.map((arg, i) => ({ diagram: this.#built.get(arg)!, weight: weights[i]! }))
    terms.sort((f, g) => level(f.diagram) - level(g.diagram))
    const rows = restsByArgument(
      terms.map((term) => term.weight),
      k,
    )
    let below = new Map<number, number>()
    let reach = 0
    for (let i = terms.length - 1; i >= 0; i -= 1) {
      const { diagram, weight } = terms[i]!
      const here = new Map<number, number>()
      for (const rest of rows[i]!) {
        const taken = valueAt(below, reach, rest - weight)
        const left = valueAt(below, reach, rest)
        const f = this.#operations.or(left, this.#operations.and(diagram, taken))
        if (f === FULL) return FULL
        here.set(rest, f)
      }
      below = here
      reach += weight
    }
    return below.get(k)!
  }
}

/** The rests, above 0 and within reach, that are asked for before each argument. */
function restsByArgument(weights: readonly number[], k: number): readonly number[][] {
  let reach = weights.reduce((total, weight) => total + weight, 0)
  const rows = [[k]]
  for (const weight of weights.slice(0, -1)) {
    reach -= weight
    const next = new Set<number>()
    for (const rest of rows.at(-1)!) {
      for (const then of [rest, rest - weight]) if (then > 0 && then <= reach) next.add(then)
    }
    rows.push([...next])
  }
  return rows
}

function valueAt(row: ReadonlyMap<number, number>, reach: number, rest: number): number {
  if (rest <= 0) return UNIT
  return rest > reach ? EMPTY : row.get(rest)!
}
