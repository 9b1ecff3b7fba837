import { type Graph, isNegated, type Literal, nodeOf, not } from './graph.ts'
import { Region, rewrite, withArgs } from './region.ts'

/**
 * Takes common arguments out of the terms of a gate: `a·b + a·c` becomes `a·(b + c)`, and the dual.
 *
 * Greedy: the literal that most terms share goes first, then what is left is factored again. Only
 * terms with a single parent are opened. Complexity: for each gate, the size of its terms times the
 * literals taken out.
 */
export function factor(graph: Graph, top: Literal): Literal {
  const region = new Region(graph, top)
  return rewrite(region, top, (_, vertex, args) => {
    if (vertex.op !== 'and') return withArgs(graph, vertex, args)
    const terms: Literal[][] = []
    const others: Literal[] = []
    for (const [i, arg] of args.entries()) {
      const inner = graph.vertex(nodeOf(arg))
      const own = region.parentCount(region.place(vertex.args[i]!)) === 1
      if (own && isNegated(arg) && inner.op === 'and') terms.push([...inner.args])
      else others.push(arg)
    }
    if (terms.length < 2) return graph.and(args)
    return graph.and([...others, ...factored(graph, terms)])
  })
}

/** Literals that say that none of the terms holds. */
function factored(graph: Graph, terms: readonly Literal[][]): Literal[] {
  const result: Literal[] = []
  let open = terms
  for (let shared = mostShared(open); shared !== null; shared = mostShared(open)) {
    const literal = shared
    const inside = open.filter((term) => term.includes(literal))
    open = open.filter((term) => !term.includes(literal))
    const rests = inside.map((term) => term.filter((one) => one !== literal))
    // None of the rests holds, or the shared literal does not.
    const none = graph.and(factored(graph, rests))
    result.push(not(graph.and([literal, not(none)])))
  }
  return [...result, ...open.map((term) => not(graph.and(term)))]
}

/** The literal that most terms have in common, if at least two have one; first among equals. */
function mostShared(terms: readonly Literal[][]): Literal | null {
  const counts = new Map<Literal, number>()
  let best: Literal | null = null
  for (const term of terms) {
    for (const literal of term) {
      const count = (counts.get(literal) ?? 0) + 1
      counts.set(literal, count)
      if (count > 1 && (best === null || count > counts.get(best)!)) best = literal
    }
  }
  return best
}
