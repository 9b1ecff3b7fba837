import { copiedFunction } from './diagram.ts'
import { argsOf, type Graph, isNegated as isNegatedLiteral, type Literal, nodeOf } from './graph.ts'
import { type Module, modulesIn } from './module.ts'
import { modulesOf } from './modules.ts'
import { type Part, placesOf } from './part.ts'
import { type Budget, race } from './race.ts'
import { Region } from './region.ts'
import { simplify } from './simplify.ts'

/** A top as modules: the literal's function is that of the module, complemented if `isNegated`. */
export interface Solution {
  readonly module: Module
  readonly isNegated: boolean
  /** Whether no event stands negated in it. */
  readonly isCoherent: boolean
}

/**
 * Solves tops of one graph; modules that tops have in common are solved once.
 *
 * Complexity: simplifying is about linear; diagrams are exponential in the worst case, in the size
 * of the largest module. Limits: those of the budget, for each module as if it were the only one.
 */
export class Solver {
  readonly #graph: Graph
  readonly #modules = new Map<number, Module>()

  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** The solution of a literal; null when a limit was reached. */
  solve(literal: Literal, budget: Budget): Solution | null {
    const top = simplify(this.#graph, literal)
    const vertex = this.#graph.vertex(nodeOf(top))
    if (argsOf(vertex).length === 0) return plain(vertex.op === 'event' ? vertex.event : null, top)
    const region = new Region(this.#graph, top)
    const isModule = modulesOf(region)
    const isLeaf = isModule.slice()
    for (let place = 0; place < region.size; place += 1) {
      if (region.vertex(place).op === 'event') isLeaf[place] = 1
    }
    for (let place = 0; place < region.size; place += 1) {
      const node = region.nodes[place]!
      if (isModule[place] === 0 || this.#modules.has(node)) continue
      const module = this.#module({ region, top: place, isLeaf }, budget)
      if (module === null) return null
      this.#modules.set(node, module)
    }
    const module = this.#modules.get(nodeOf(top))!
    const isNegated = isNegatedLiteral(top) !== module.isFlipped
    const isCoherent = !isNegated && modulesIn(module).every((one) => one.isMonotone)
    return { module, isNegated, isCoherent }
  }

  #module(part: Part, budget: Budget): Module | null {
    const moduleAt = (place: number): Module | undefined =>
      this.#modules.get(part.region.nodes[place]!)
    const isFlipped = (place: number): boolean => moduleAt(place)?.isFlipped ?? false
    const decided = race(part, isFlipped, budget)
    if (decided === null) return null
    const { bdd, f, order } = decided
    const inner: Module[] = []
    const leaves = Int32Array.from(order, (place) => {
      const vertex = part.region.vertex(place)
      return vertex.op === 'event' ? vertex.event : ~(inner.push(moduleAt(place)!) - 1)
    })
    const plainRoot = f & ~1
    return {
      leaves,
      inner,
      bdd: copiedFunction(bdd.table.records, plainRoot),
      isFlipped: f !== plainRoot,
      isMonotone: isMonotone(part, f !== plainRoot, isFlipped),
    }
  }
}

/** The solution of a top that is an event or a constant. */
function plain(event: number | null, top: Literal): Solution {
  const isNegated = isNegatedLiteral(top)
  const nodes = event === null ? 0 : 1
  const bdd = {
    level: new Int32Array(nodes + 1),
    high: Int32Array.of(0, 1).slice(0, nodes + 1),
    low: new Int32Array(nodes + 1),
    root: 2 * nodes,
    nodes,
  }
  const leaves = event === null ? new Int32Array(0) : Int32Array.of(event)
  return {
    module: { leaves, inner: [], bdd, isFlipped: false, isMonotone: true },
    isNegated,
    isCoherent: !isNegated || event === null,
  }
}

/** Whether each leaf reaches the function through an even number of negations only. */
function isMonotone(
  part: Part,
  isTopFlipped: boolean,
  isFlipped: (place: number) => boolean,
): boolean {
  const { region, top, isLeaf } = part
  /** 1 for a place that stands as it is, 2 for one that stands negated. */
  const signs = new Uint8Array(top + 1)
  signs[top] = isTopFlipped ? 2 : 1
  for (const place of placesOf(part).reverse()) {
    const sign = signs[place]!
    if (isLeaf[place] === 1 && place !== top) {
      if (sign !== (isFlipped(place) ? 2 : 1)) return false
      continue
    }
    const vertex = region.vertex(place)
    for (const arg of argsOf(vertex)) {
      const child = region.place(arg)
      const here =
        vertex.op === 'xor' ? 3 : isNegatedLiteral(arg) ? ((sign & 1) << 1) | (sign >> 1) : sign
      signs[child] = signs[child]! | here
    }
  }
  return true
}
