import type { Interval } from '@holdfast/kernel'
import { type CutSets, type Listing, listCutSets, ranksOf } from './cutsets.ts'
import { Decisions } from './decisions.ts'
import { Diagram, FULL } from './diagram.ts'
import { comonotoneProbability, independentProbability, type Likelihoods } from './evaluate.ts'
import { Graph } from './graph.ts'
import { Lowering } from './lower.ts'
import { MinimalSolutions } from './minimal.ts'
import type { BasicEvent, Formula, Model } from './model.ts'
import { Operations } from './operations.ts'
import { staticOrder } from './order.ts'
import type { Ranks } from './rank.ts'
import { type Slice, slice } from './slice.ts'
import { isCaused } from './truth.ts'

/** What the caller knows of a good order of the events. */
export interface Order {
  /**
   * Events to decide after all others: those that stand together in one wide gate under very many
   * others, of which each would else be copied under them all.
   */
  readonly last?: ReadonlySet<string>
}

/** What a compiled model may use. */
export interface Limits {
  /** Decision nodes held at once, intermediate ones included; about 40 bytes each. */
  readonly nodes_max: number
}

/** Limits that a browser's memory bears. */
export const LIMITS: Limits = { nodes_max: 4_000_000 }

/** Numbers of nodes are 28 bits, so that a key of the cache of operations is one number. */
const NODES_CEILING = 2 ** 28

/** An answer with the size of the diagram that gave it, or the limit that prevented it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly nodes: number }
  | { readonly ok: false; readonly reason: 'nodes'; readonly nodes_max: number }

/** Nodes of copied diagrams that are kept for further questions; 12 bytes each. */
const KEPT_NODES_MAX = 1_000_000

/** Probabilities that replace the model's for one question. */
export type Overrides = ReadonlyMap<string, Interval>

/**
 * Prepares a model for questions about any of its gates, or any formula over them.
 *
 * Input assumed: `checkModel` finds no fault; an unknown id or a cycle throws, as a bug of the
 * caller. Result: no diagram is built yet; each is built by the first question that needs it, and
 * tops share what they have in common. Complexity: linear in the model, but for sorting arguments.
 * Limits: `nodes_max` holds for each question as if it were the only one: what earlier questions
 * left is dropped when it is in the way, and a question that fails spoils no other.
 */
export function compile(model: Model, limits: Partial<Limits> = {}, order: Order = {}): Compiled {
  return new Compiled(model, { ...LIMITS, ...limits }, order.last ?? new Set())
}

/** A model with its variable order and its shared diagrams; made by `compile`. */
export class Compiled {
  readonly #nodesMax: number
  /** Ids of the events in the model's order; the events in the order of their levels. */
  readonly #ids: readonly string[]
  readonly #events: readonly BasicEvent[]
  readonly #levels = new Map<string, number>()
  readonly #graph = new Graph()
  readonly #lowering: Lowering
  readonly #diagram: Diagram
  readonly #operations: Operations
  readonly #decisions: Decisions
  readonly #minimal: MinimalSolutions
  readonly #likelihoods: Likelihoods
  readonly #ranks: Ranks
  /** Copies of the diagrams of tops, by their nodes in the graph. */
  readonly #bdds = new Map<number, Slice>()
  readonly #families = new Map<number, Slice>()
  #keptNodes = 0

  constructor(model: Model, limits: Limits, last: ReadonlySet<string>) {
    this.#nodesMax = limits.nodes_max
    const events = [...model.events.values()]
    this.#ids = events.map((event) => event.id)
    const indices = new Map(this.#ids.map((id, i) => [id, i]))
    this.#lowering = new Lowering(model, this.#graph, indices)
    const tops = [...model.gates.keys()].map((id) => this.#lowering.lower({ op: 'gate', id }))
    const found = staticOrder(this.#graph, tops, events.length)
    const isLast = (index: number): boolean => last.has(this.#ids[index]!)
    const order = [...found.filter((index) => !isLast(index)), ...found.filter(isLast)]
    this.#events = order.map((index) => events[index]!)
    this.#ranks = ranksOf(this.#events)
    const levels = new Int32Array(events.length)
    for (const [level, index] of order.entries()) {
      levels[index] = level
      this.#levels.set(events[index]!.id, level)
    }
    this.#likelihoods = {
      low: Float64Array.from(this.#events, (event) => event.probability[0]),
      high: Float64Array.from(this.#events, (event) => event.probability[1]),
    }
    this.#diagram = new Diagram(Math.min(limits.nodes_max, NODES_CEILING))
    this.#operations = new Operations(this.#diagram, events.length)
    this.#decisions = new Decisions(this.#graph, levels, this.#diagram, this.#operations)
    this.#minimal = new MinimalSolutions(this.#diagram, this.#operations)
  }

  /**
   * The probability of a top when its events are independent, exact at both ends.
   *
   * Result: an interval, and the nodes of the BDD. Complexity: building the BDD once, then linear
   * in it. Overrides of ids that are no events of the model change nothing.
   */
  probability(top: Formula | string, overrides?: Overrides): Outcome<Interval> {
    return this.#evaluate(top, overrides, independentProbability)
  }

  /**
   * The probability of a top when its events are fully dependent: one uniform number decides all,
   * and an event occurs when it is at most the event's probability. It is the probability of the
   * likeliest cut set, whose own probability is that of its least likely event.
   *
   * Result and complexity: as for `probability`.
   */
  dependentProbability(top: Formula | string, overrides?: Overrides): Outcome<Interval> {
    return this.#evaluate(top, overrides, comonotoneProbability)
  }

  /**
   * The minimal cut sets of a top: those sets of events that cause it and of which no part does.
   *
   * Result: `total` and `byOrder` count all of them; `sets` lists them by order, then by product of
   * the model's high probabilities, likeliest first, then by ids as strings compare, ids within a
   * set sorted. Products that differ by less than about a ten-millionth may rank as equals; among
   * sets of product 0, those with fewer impossible events come first.
   * A top that is always true has one set, the empty one. `nodes` are those of the ZBDD.
   * Complexity: building the BDD and the ZBDD once; counting is the ZBDD times the orders; the list
   * is lazy, so that a few sets of billions cost little. Limits: `sets_max`, `order_max`.
   */
  minimalCutSets(top: Formula | string, listing: Listing = {}): Outcome<CutSets> {
    const node = this.#lower(top)
    return this.#answer(
      this.#families,
      node,
      () => this.#minimal.of(this.#decisions.build(node)),
      (family) => listCutSets(family, this.#events, this.#ranks, listing),
    )
  }

  /** The first `count` minimal cut sets: those of the fewest events, likeliest first. */
  smallestCutSets(top: Formula | string, count: number): Outcome<CutSets> {
    return this.minimalCutSets(top, { sets_max: count })
  }

  /**
   * Whether a top holds when just these events occur.
   *
   * Ids that are no events of the model change nothing. Complexity: linear in the gates below the
   * top. Limits: none; no diagram is built.
   */
  holds(top: Formula | string, occurred: ReadonlySet<string>): boolean {
    return isCaused(this.#graph, this.#lower(top), (event) => occurred.has(this.#ids[event]!))
  }

  #lower(top: Formula | string): number {
    return this.#lowering.lower(typeof top === 'string' ? { op: 'gate', id: top } : top)
  }

  #evaluate(
    top: Formula | string,
    overrides: Overrides | undefined,
    measure: (bdd: Slice, likelihoods: Likelihoods) => Interval,
  ): Outcome<Interval> {
    const node = this.#lower(top)
    const likelihoods = this.#overridden(overrides)
    return this.#answer(
      this.#bdds,
      node,
      () => this.#decisions.build(node),
      (bdd) => measure(bdd, likelihoods),
    )
  }

  #overridden(overrides: Overrides | undefined): Likelihoods {
    if (overrides === undefined || overrides.size === 0) return this.#likelihoods
    const low = this.#likelihoods.low.slice()
    const high = this.#likelihoods.high.slice()
    for (const [id, probability] of overrides) {
      const level = this.#levels.get(id)
      if (level === undefined) continue
      low[level] = probability[0]
      high[level] = probability[1]
    }
    return { low, high }
  }

  /** Reads the answer about a node of the graph off its diagram, which is built unless kept. */
  #answer<T>(
    kept: Map<number, Slice>,
    node: number,
    build: () => number,
    read: (diagram: Slice) => T,
  ): Outcome<T> {
    const copy = kept.get(node) ?? this.#copy(build)
    if (copy === null) return { ok: false, reason: 'nodes', nodes_max: this.#nodesMax }
    if (!kept.has(node)) this.#keep(kept, node, copy)
    return { ok: true, value: read(copy), nodes: copy.nodes }
  }

  /** Builds a diagram, alone if it does not fit beside the others; null if not even then. */
  #copy(build: () => number): Slice | null {
    let root = build()
    if (root === FULL) {
      this.#clear()
      root = build()
    }
    if (root !== FULL) return slice(this.#diagram, root)
    this.#clear()
    return null
  }

  /** Copies do not depend on the arena, so that they outlive what is cleared to make room. */
  #keep(kept: Map<number, Slice>, node: number, copy: Slice): void {
    this.#keptNodes += copy.nodes
    if (this.#keptNodes > KEPT_NODES_MAX) {
      this.#bdds.clear()
      this.#families.clear()
      this.#keptNodes = copy.nodes
    }
    kept.set(node, copy)
  }

  #clear(): void {
    this.#diagram.clear()
    this.#operations.clear()
    this.#decisions.clear()
    this.#minimal.clear()
  }
}
