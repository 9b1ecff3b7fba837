import type { Interval } from '@holdfast/kernel'
import { type BoundsBudget, boundedProbability } from './bounds.ts'
import type { Likelihoods } from './evaluate.ts'
import { chainOf, type Decided } from './gate.ts'
import { argsOf, type Graph, isNegated as isNegatedLiteral, type Literal, nodeOf } from './graph.ts'
import type { Companions } from './group.ts'
import { type Module, modulesIn } from './module.ts'
import { modulesOf } from './modules.ts'
import { type Leaves, type Part, placesOf } from './part.ts'
import { type Budget, decideEasy, Race, roundsUpTo } from './race.ts'
import { Region } from './region.ts'
import { simplify } from './simplify.ts'

/** A top as modules: the literal's function is that of the module, complemented if `isNegated`. */
export interface Solution {
  readonly module: Module
  readonly isNegated: boolean
  /** Whether no event stands negated in it. */
  readonly isCoherent: boolean
}

/** Finds the diagram of a part; null when a limit was reached. */
type Decide = (part: Part, leaves: Leaves) => Decided | null

/** Nodes within which a part is decided as it stands: simplifying would cost more there. */
const EASY_NODES = 1 << 15

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
  solve(literal: Literal, { nodesMax, isOver }: Budget): Solution | null {
    const easy = { nodesMax: Math.min(nodesMax, EASY_NODES), isOver }
    const solution = this.#solveAs(literal, (part, leaves) => decideEasy(part, leaves, easy))
    return solution ?? this.#solveHard(literal, { nodesMax, isOver })
  }

  /** Races two forms of a literal: the second joins when the first has not won two rounds. */
  #solveHard(literal: Literal, { nodesMax, isOver }: Budget): Solution | null {
    const races = new Map<number, Race>()
    const decideWith =
      (nodes: number): Decide =>
      (part, leaves) => {
        const node = part.region.nodes[part.top]!
        const race = races.get(node) ?? new Race(part, leaves)
        races.set(node, race)
        return race.round({ nodesMax: nodes, isOver })
      }
    const tops = new Map<Companions, Literal>()
    for (const { form, nodes } of turnsUpTo(nodesMax)) {
      const top = tops.get(form) ?? simplify(this.#graph, literal, form)
      tops.set(form, top)
      const solution = this.#solveAs(top, decideWith(nodes), true)
      if (solution !== null) return solution
      if (isOver()) return null
    }
    return null
  }

  /** Certain bounds of the probability of a literal that `solve` found too hard. */
  bounds(literal: Literal, likelihoods: Likelihoods, budget: BoundsBudget): Interval {
    const top = simplify(this.#graph, literal)
    const solved = (node: number): Module | undefined => this.#modules.get(node)
    return boundedProbability(this.#graph, top, likelihoods, solved, budget)
  }

  #solveAs(top: Literal, decide: Decide, isKept = false): Solution | null {
    const vertex = this.#graph.vertex(nodeOf(top))
    if (argsOf(vertex).length === 0) return plain(vertex.op === 'event' ? vertex.event : null, top)
    // Races go on after other regions were made.
    const region = new Region(this.#graph, top, isKept)
    const isModule = modulesOf(region)
    const isLeaf = isModule.slice()
    for (let place = 0; place < region.size; place += 1) {
      if (region.vertex(place).op === 'event') isLeaf[place] = 1
    }
    for (let place = 0; place < region.size; place += 1) {
      const node = region.nodes[place]!
      if (isModule[place] === 0 || this.#modules.has(node)) continue
      const module = this.#module({ region, top: place, isLeaf }, decide)
      if (module === null) return null
      this.#modules.set(node, module)
    }
    const module = this.#modules.get(nodeOf(top))!
    const isNegated = isNegatedLiteral(top) !== module.isFlipped
    const isCoherent = !isNegated && modulesIn(module).every((one) => one.isMonotone)
    return { module, isNegated, isCoherent }
  }

  #module(part: Part, decide: Decide): Module | null {
    const moduleAt = (place: number): Module | undefined =>
      this.#modules.get(part.region.nodes[place]!)
    const known: Leaves = {
      isFlipped: (place) => moduleAt(place)?.isFlipped ?? false,
      isNever: (place) => moduleAt(place)?.bdd.nodes === 0,
    }
    const decided = chainOf(part, known) ?? decide(part, known)
    if (decided === null) return null
    const inner: Module[] = []
    const leaves = Int32Array.from(decided.order, (place) => {
      const vertex = part.region.vertex(place)
      return vertex.op === 'event' ? vertex.event : ~(inner.push(moduleAt(place)!) - 1)
    })
    return {
      leaves,
      inner,
      bdd: decided.bdd,
      isFlipped: decided.isFlipped,
      isMonotone: isMonotone(part, decided.isFlipped, known),
    }
  }
}

/** A round of the race for one form of a top. */
interface Turn {
  readonly form: Companions
  readonly nodes: number
}

/** Two rounds for the form that mostly wins, two for the other, then both in turn. */
function turnsUpTo(nodesMax: number): readonly Turn[] {
  const rounds = roundsUpTo(nodesMax)
  const [apart, together] = (['apart', 'together'] as const).map((form) =>
    rounds.map((nodes): Turn => ({ form, nodes })),
  ) as [Turn[], Turn[]]
  const later = rounds.slice(2).flatMap((_, i) => [together[i + 2]!, apart[i + 2]!])
  return [...apart.slice(0, 2), ...together.slice(0, 2), ...later]
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
function isMonotone(part: Part, isTopFlipped: boolean, leaves: Leaves): boolean {
  const { region, top, isLeaf } = part
  /** 1 for a place that stands as it is, 2 for one that stands negated. */
  const signs = new Uint8Array(top + 1)
  signs[top] = isTopFlipped ? 2 : 1
  for (const place of placesOf(part).slice().reverse()) {
    const sign = signs[place]!
    if (isLeaf[place] === 1 && place !== top) {
      if (sign !== (leaves.isFlipped(place) ? 2 : 1)) return false
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
