import { argsOf, type Graph, isNegated, type Literal, nodeOf } from './graph.ts'
import { modulesOf } from './modules.ts'
import { Region, rewrite, withArgs } from './region.ts'

/**
 * Makes one gate of arguments that always stand together.
 *
 * Literals that are arguments of just the same conjunctions, and of nothing else, become one
 * conjunction, which is a module when they are events; so do arguments of one conjunction that
 * share something below with each other, but with nothing else there. Diagrams then decide one
 * variable where they had many.
 * Complexity: linear but for sorting; the shares of one conjunction cost what is below it, and are
 * sought while `SHARES_PER_NODE` visits for each node of the region last.
 */
export function group(graph: Graph, top: Literal, companions: Companions): Literal {
  const made = new Set<Literal>()
  const grouped = groupCompanions(graph, top, companions, made)
  return splitIndependent(graph, keepModules(graph, grouped, made))
}

/**
 * Whether events and modules are grouped apart from other gates, and groups of those kept only if
 * they are modules; or all that stands together stays together. The one gives smaller parts, the
 * other now and then better orders of them.
 */
export type Companions = 'apart' | 'together'

/** Visits to nodes that seeking shares may take, for each node of the region. */
const SHARES_PER_NODE = 64

/** Groups companions; adds the groups that hold more than events and modules to `made`. */
function groupCompanions(
  graph: Graph,
  top: Literal,
  kind: Companions,
  made: Set<Literal>,
): Literal {
  const region = new Region(graph, top)
  const companions = companionsOf(region, kind)
  return rewrite(region, top, (_, vertex, args) => {
    if (vertex.op !== 'and') return withArgs(graph, vertex, args)
    const sets = new Map<string | number, Literal[]>()
    for (const [i, arg] of args.entries()) {
      const key = companions[region.place(vertex.args[i]!)] ?? -1 - i
      const set = sets.get(key)
      if (set === undefined) sets.set(key, [arg])
      else set.push(arg)
    }
    if (sets.size === 1) return graph.and(args)
    return graph.and(
      [...sets].map(([key, set]) => {
        const one = graph.and(set)
        if (set.length > 1 && String(key).includes(GATES)) made.add(one)
        return one
      }),
    )
  })
}

/**
 * Opens the groups that are no modules: a diagram of such a group alone may be larger than that of
 * all the conjunctions that it stands in.
 */
function keepModules(graph: Graph, top: Literal, made: ReadonlySet<Literal>): Literal {
  if (made.size === 0) return top
  const region = new Region(graph, top)
  const isModule = modulesOf(region)
  return rewrite(region, top, (_, vertex, args) => {
    if (vertex.op !== 'and') return withArgs(graph, vertex, args)
    const opened = args.flatMap((arg, i) => {
      const before = vertex.args[i]!
      const isKept = !made.has(before) || isModule[region.place(before)] === 1
      return isKept ? [arg] : argsOf(graph.vertex(nodeOf(arg)))
    })
    return graph.and(opened)
  })
}

/** What the keys of companions that are neither events nor modules hold. */
const GATES = '-'

/**
 * Equal keys for nodes that stand in the same conjunctions with one sign; undefined for others.
 * Events and modules are no companions of other gates: with them they would make no module.
 */
function companionsOf(region: Region, kind: Companions): readonly (string | undefined)[] {
  const signs = signsOf(region)
  const isModule = modulesOf(region)
  return Array.from(region.nodes, (_, place) => {
    const parents = region.parents(place)
    const signed = signs[place]!
    if (parents.length === 0 || signed === BOTH) return undefined
    if (parents.some((parent) => region.vertex(parent).op !== 'and')) return undefined
    const isLeaf =
      kind === 'together' || isModule[place] === 1 || region.vertex(place).op === 'event'
    return `${signed}${isLeaf ? ':' : GATES}${parents.join(',')}`
  })
}

const BOTH = 3

/** Whether a node is an argument as it is (1), negated (2), or both. */
function signsOf(region: Region): Uint8Array {
  const signs = new Uint8Array(region.size)
  for (let place = 0; place < region.size; place += 1) {
    for (const arg of argsOf(region.vertex(place))) {
      const child = region.place(arg)
      signs[child] = signs[child]! | (isNegated(arg) ? 2 : 1)
    }
  }
  return signs
}

function splitIndependent(graph: Graph, top: Literal): Literal {
  const region = new Region(graph, top)
  const shares = new Shares(region)
  return rewrite(region, top, (place, vertex, args) => {
    if (vertex.op !== 'and' || args.length < 3) return withArgs(graph, vertex, args)
    const sets = new Map<number, Literal[]>()
    for (const [i, root] of shares.of(place).entries()) {
      const set = sets.get(root)
      if (set === undefined) sets.set(root, [args[i]!])
      else set.push(args[i]!)
    }
    if (sets.size === 1) return graph.and(args)
    return graph.and([...sets.values()].map((set) => graph.and(set)))
  })
}

/** Which arguments of a conjunction have something below in common, directly or through others. */
class Shares {
  readonly #region: Region
  /** The conjunction, and its argument, that a node was last met below. */
  readonly #metBy: Int32Array
  readonly #metUnder: Int32Array
  #visitsLeft: number

  constructor(region: Region) {
    this.#region = region
    this.#metBy = new Int32Array(region.size).fill(-1)
    this.#metUnder = new Int32Array(region.size)
    this.#visitsLeft = SHARES_PER_NODE * region.size
  }

  /** A number for each argument, equal for those that share; all equal when the search ends. */
  of(place: number): readonly number[] {
    const args = argsOf(this.#region.vertex(place))
    const roots = args.map((_, i) => i)
    const rootOf = (i: number): number => {
      let root = i
      while (roots[root] !== root) root = roots[root]!
      return root
    }
    for (const [i, arg] of args.entries()) {
      const pending = [this.#region.place(arg)]
      for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
        if (this.#visitsLeft <= 0) return args.map(() => 0)
        this.#visitsLeft -= 1
        if (this.#metUnder[at] === place && this.#metBy[at] !== -1) {
          const other = rootOf(this.#metBy[at]!)
          roots[rootOf(i)] = other
          continue
        }
        this.#metUnder[at] = place
        this.#metBy[at] = i
        for (const below of argsOf(this.#region.vertex(at))) pending.push(this.#region.place(below))
      }
    }
    return args.map((_, i) => rootOf(i))
  }
}
