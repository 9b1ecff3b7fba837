import { argsOf, type Graph, isNegated, type Literal, nodeOf, not, TRUE } from './graph.ts'
import { Region, rewrite, withArgs } from './region.ts'

/**
 * Flattens conjunctions within conjunctions, and disjunctions within disjunctions, and resolves
 * arguments against their siblings: a clause that a sibling satisfies is dropped, and a literal of
 * a clause that a sibling refutes is removed from it.
 *
 * Only gates with a single parent are opened: another would be copied. Complexity: linear in the
 * region.
 */
export function coalesce(graph: Graph, top: Literal): Literal {
  const region = new Region(graph, top)
  const isOpened = openedGates(region)
  // What becomes of an opened gate stands in its parent, so that long chains are read once.
  const flat: (readonly Literal[] | undefined)[] = new Array(region.size)
  return rewrite(region, top, (place, vertex, args) => {
    if (vertex.op !== 'and') return withArgs(graph, vertex, args)
    if (isOpened[place] === 1) {
      flat[place] = args
      return TRUE
    }
    return graph.and(resolved(graph, region, collected(region, vertex.args, args, isOpened, flat)))
  })
}

/** 1 for each conjunction that is an argument of just one gate, which is a conjunction as well. */
function openedGates(region: Region): Uint8Array {
  const opened = new Uint8Array(region.size)
  for (let place = 0; place < region.size; place += 1) {
    const vertex = region.vertex(place)
    if (vertex.op !== 'and') continue
    for (const arg of vertex.args) {
      const child = region.place(arg)
      const isInner = !isNegated(arg) && region.vertex(child).op === 'and'
      if (isInner && region.parentCount(child) === 1) opened[child] = 1
    }
  }
  return opened
}

/** An argument as it was, whose place is known, and what became of it. */
interface Argument {
  readonly before: Literal
  readonly after: Literal
}

/** The arguments of a conjunction with those of the gates opened in it, in the order written. */
function collected(
  region: Region,
  before: readonly Literal[],
  after: readonly Literal[],
  isOpened: Uint8Array,
  flat: readonly (readonly Literal[] | undefined)[],
): Argument[] {
  const found: Argument[] = []
  const pending = paired(before, after)
  for (let arg = pending.pop(); arg !== undefined; arg = pending.pop()) {
    const place = region.place(arg.before)
    if (isOpened[place] === 1) {
      pending.push(...paired(argsOf(region.vertex(place)), flat[place]!))
    } else {
      found.push(arg)
    }
  }
  return found
}

/** Last argument first, to be taken from the end. */
function paired(before: readonly Literal[], after: readonly Literal[]): Argument[] {
  return before.map((arg, i) => ({ before: arg, after: after[i]! })).reverse()
}

/** The arguments of a conjunction, its clauses resolved against the other arguments. */
function resolved(graph: Graph, region: Region, args: readonly Argument[]): Literal[] {
  const siblings = new Set(args.map((arg) => arg.after))
  return args.map(({ before, after }) => {
    const inner = graph.vertex(nodeOf(after))
    if (!isNegated(after) || inner.op !== 'and') return after
    // The clause: at least one of these is false.
    if (inner.args.some((one) => siblings.has(not(one)))) return TRUE
    if (region.parentCount(region.place(before)) > 1) return after
    const open = inner.args.filter((one) => !siblings.has(one))
    return open.length === inner.args.length ? after : not(graph.and(open))
  })
}
