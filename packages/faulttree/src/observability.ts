import { argsOf, FALSE, type Graph, type Literal, nodeOf, not, TRUE } from './graph.ts'
import { Region, rewrite, withArgs } from './region.ts'

/** Assumptions that are carried along a path; with more the rule would cost more than it gives. */
const ASSUMPTIONS_MAX = 256

type Assumptions = ReadonlySet<Literal>

const NOTHING: Assumptions = new Set()

/**
 * Replaces events by constants where their value is known from what stands above.
 *
 * A conjunction is false wherever one of its events is, so that below its other arguments the event
 * can be taken as true; what can be assumed at a gate is what can be assumed on all paths to it.
 * Input assumed: none. Result: an equivalent top. Complexity: edges times the assumptions carried,
 * at most `ASSUMPTIONS_MAX`. Reference: I. Niemelä, "On simplification of large fault trees", 1994.
 */
export function assumeObserved(graph: Graph, top: Literal): Literal {
  const region = new Region(graph, top)
  const known = assumptions(region)
  return rewrite(region, top, (place, vertex, args) => {
    const assumed = known[place]!
    if (assumed.size === 0) return withArgs(graph, vertex, args)
    const settled = args.map((arg) => {
      if (assumed.has(arg)) return TRUE
      return assumed.has(not(arg)) ? FALSE : arg
    })
    return withArgs(graph, vertex, settled)
  })
}

/** What can be assumed at each gate of the region, from the top downwards. */
function assumptions(region: Region): readonly Assumptions[] {
  const known: (Assumptions | undefined)[] = new Array(region.size)
  known[region.size - 1] = NOTHING
  for (let place = region.size - 1; place >= 0; place -= 1) {
    const vertex = region.vertex(place)
    const here = known[place]!
    const events = vertex.op === 'and' ? vertex.args.filter((arg) => isEvent(region, arg)) : []
    const within = joined(here, events)
    for (const arg of argsOf(vertex)) {
      if (isEvent(region, arg)) continue
      const child = region.place(arg)
      const before = known[child]
      known[child] = before === undefined ? within : common(before, within)
    }
    // What is known of an event is of no use.
    known[place] = here
  }
  return known.map((one) => one ?? NOTHING)
}

function isEvent(region: Region, literal: Literal): boolean {
  return region.graph.vertex(nodeOf(literal)).op === 'event'
}

function joined(a: Assumptions, more: readonly Literal[]): Assumptions {
  if (more.length === 0 || a.size + more.length > ASSUMPTIONS_MAX) return a
  return new Set([...a, ...more])
}

function common(a: Assumptions, b: Assumptions): Assumptions {
  if (a === b) return a
  const kept = [...a].filter((one) => b.has(one))
  if (kept.length === a.size) return a
  return kept.length === 0 ? NOTHING : new Set(kept)
}
