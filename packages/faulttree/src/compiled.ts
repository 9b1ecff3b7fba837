import type { Interval } from '@holdfast/kernel'
import { type CutSets, type Listing, listCutSets, ranksOf, walkCutSets } from './cutsets.ts'
import { comonotoneProbability, independentProbability, type Likelihoods } from './evaluate.ts'
import { CutSetFamilies, type Family, familyNodes } from './families.ts'
import { Graph, type Literal } from './graph.ts'
import { type Importance, importanceOf } from './importance.ts'
import { Lowering } from './lower.ts'
import type { BasicEvent, Formula, Model } from './model.ts'
import { nodesIn } from './module.ts'
import type { Budget } from './race.ts'
import type { Ranks } from './rank.ts'
import { type Solution, Solver } from './solve.ts'
import { isCaused } from './truth.ts'

/** What an answer may use. */
export interface Limits {
  /** Decision nodes held at once, intermediate ones included; about 40 bytes each. */
  readonly nodes_max: number
  /** Asked now and then; when it says so the work ends. Default: never. */
  readonly isOver: () => boolean
  /**
   * The share of the time allowed that has passed, so that there is time left for bounds when the
   * exact answer takes too long; 1 or more ends the work as `isOver` does. Default: always 0.
   */
  readonly elapsed: () => number
}

/** Limits that a browser's memory bears. */
export const LIMITS: Limits = { nodes_max: 4_000_000, isOver: () => false, elapsed: () => 0 }

/** Why there is no exact answer. */
export interface Stopped {
  readonly ok: false
  readonly reason: 'nodes' | 'time'
  readonly nodes_max: number
}

/** As `Stopped`, with what is certain of a probability nevertheless. */
export interface Bounded extends Stopped {
  readonly bounds: Interval
}

/** The share of the time that an exact probability may take. */
const EXACT_SHARE = 0.5

/** An answer with the size of the diagrams that gave it, or the limit that prevented it. */
export type Outcome<T, S extends Stopped = Stopped> =
  | { readonly ok: true; readonly value: T; readonly nodes: number }
  | S

/** Nodes of diagrams that are kept for further questions; 12 bytes each. */
const KEPT_NODES_MAX = 4_000_000

/** Probabilities that replace the model's for one question. */
export type Overrides = ReadonlyMap<string, Interval>

/** The importance of events, by id, at one end of their probabilities. */
export interface Importances {
  readonly probability: number
  readonly byEvent: ReadonlyMap<string, Importance>
}

/**
 * Prepares a model for questions about any of its gates, or any formula over them.
 *
 * Input assumed: `checkModel` finds no fault; an unknown id or a cycle throws, as a bug of the
 * caller. Result: nothing is solved yet; each top is by the first question that needs it, and
 * modules that tops have in common are solved once. Complexity: linear in the events; gates are
 * read when they are asked for. Limits: `nodes_max` holds for each module as if it were the only
 * one, and a question that fails spoils no other.
 */
export function compile(model: Model, limits: Partial<Limits> = {}): Compiled {
  return new Compiled(model, { ...LIMITS, ...limits })
}

/** A model with what has been solved of it; made by `compile`. */
export class Compiled {
  readonly #limits: Limits
  readonly #events: readonly BasicEvent[]
  readonly #indices: ReadonlyMap<string, number>
  readonly #graph = new Graph()
  readonly #lowering: Lowering
  readonly #likelihoods: Likelihoods
  #solver: Solver
  readonly #families = new CutSetFamilies()
  readonly #solutions = new Map<Literal, Solution>()
  readonly #tooLarge = new Set<Literal>()
  #ranks: Ranks | null = null
  #keptNodes = 0

  constructor(model: Model, limits: Limits) {
    this.#limits = limits
    this.#events = [...model.events.values()]
    this.#indices = new Map(this.#events.map((event, i) => [event.id, i]))
    this.#lowering = new Lowering(model, this.#graph, this.#indices)
    this.#solver = new Solver(this.#graph)
    this.#likelihoods = {
      low: Float64Array.from(this.#events, (event) => event.probability[0]),
      high: Float64Array.from(this.#events, (event) => event.probability[1]),
    }
  }

  /**
   * The probability of a top when its events are independent, exact at both ends.
   *
   * Where many events whose probability is an interval make the top likelier in one case and less
   * likely in another, the result holds all values and may be wider than theirs.
   * Result: an interval, and the nodes of the BDDs. Complexity: solving the top once, then linear
   * in the BDDs. Overrides of ids that are no events of the model change nothing.
   * When a limit is reached, bounds tell what is certain: an interval that holds all values. They
   * take the time that is left, or passes with at most `nodes_max` nodes each.
   */
  probability(top: Formula | string, overrides?: Overrides): Outcome<Interval, Bounded> {
    const likelihoods = this.#overridden(overrides)
    const literal = this.#lower(top)
    const solution = this.#solution(literal, EXACT_SHARE)
    if (solution !== null) {
      const value = independentProbability(solution, likelihoods)
      return { ok: true, value, nodes: nodesIn(solution.module) }
    }
    const stopped = this.#stopped(EXACT_SHARE)
    const { nodes_max: nodesMax, isOver, elapsed } = this.#limits
    const budget = { nodesMax, elapsed: () => (isOver() ? 1 : elapsed()) }
    return { ...stopped, bounds: this.#solver.bounds(literal, likelihoods, budget) }
  }

  /**
   * The probability of a top when its events are fully dependent: one uniform number decides all,
   * and an event occurs when it is at most the event's probability. For a top without negations it
   * is the probability of the likeliest cut set, whose own probability is that of its least likely
   * event; for another the result is null.
   *
   * Result and complexity: as for `probability`.
   */
  dependentProbability(top: Formula | string, overrides?: Overrides): Outcome<Interval | null> {
    return this.#ofSolution(top, (solution) =>
      comonotoneProbability(solution, this.#overridden(overrides)),
    )
  }

  /**
   * How much each event that a top depends on matters to it, all events at the low or all at the
   * high end of their probabilities.
   *
   * Complexity: solving the top once, then linear in the BDDs.
   */
  importance(top: Formula | string, end: 'low' | 'high' = 'high'): Outcome<Importances> {
    return this.#ofSolution(top, (solution) => {
      const { probability, byEvent } = importanceOf(solution, this.#likelihoods[end])
      const sorted = [...byEvent].sort(([a], [b]) => a - b)
      const named = sorted.map(([event, one]): [string, Importance] => [this.#id(event), one])
      return { probability, byEvent: new Map(named) }
    })
  }

  /**
   * The minimal cut sets of a top: those sets of events that cause it and of which no part does.
   *
   * Of a top with negations, those sets that cause it when no other event occurs.
   * Result: `total` and `byOrder` count all of them; `sets` lists them by order, then by product of
   * the model's high probabilities, likeliest first, then by ids as strings compare, ids within a
   * set sorted; or, if so asked, by product before order. Products that differ by less than about
   * a ten-millionth may rank as equals; among sets of product 0, those with fewer impossible events
   * come first. A top that is always true has one set, the empty one. `nodes` are those of ZBDDs.
   * Complexity: solving the top once; counting is the ZBDD times the orders; the list is lazy, so
   * that a few sets of billions cost little. Limits: `sets_max`, `order_max`.
   */
  minimalCutSets(top: Formula | string, listing: Listing = {}): Outcome<CutSets> {
    this.#ranks ??= ranksOf(this.#events)
    const ranks = this.#ranks
    return this.#ofFamily(top, (family) => listCutSets(family, this.#events, ranks, listing))
  }

  /** The first `count` minimal cut sets: those of the fewest events, likeliest first. */
  smallestCutSets(top: Formula | string, count: number): Outcome<CutSets> {
    return this.minimalCutSets(top, { sets_max: count })
  }

  /**
   * All minimal cut sets of a top one after the other, in no order that means anything; ids within
   * a set are not sorted either. None is held beside the one at hand, so that millions can be
   * walked.
   */
  walkCutSets(top: Formula | string): Outcome<Iterable<readonly string[]>> {
    return this.#ofFamily(top, (family) => this.#walk(family))
  }

  /** Whether a top has no negations, so that what occurs never prevents it. */
  isCoherent(top: Formula | string): Outcome<boolean> {
    return this.#ofSolution(top, (solution) => solution.isCoherent)
  }

  /**
   * Whether a top holds when just these events occur.
   *
   * Ids that are no events of the model change nothing. Complexity: linear in the gates below the
   * top. Limits: none; no diagram is built.
   */
  holds(top: Formula | string, occurred: ReadonlySet<string>): boolean {
    return isCaused(this.#graph, this.#lower(top), (event) => occurred.has(this.#id(event)))
  }

  *#walk(family: Family): Generator<readonly string[]> {
    for (const set of walkCutSets(family)) yield set.map((event) => this.#id(event))
  }

  #id(event: number): string {
    return this.#events[event]!.id
  }

  #lower(top: Formula | string): Literal {
    return this.#lowering.lower(typeof top === 'string' ? { op: 'gate', id: top } : top)
  }

  #overridden(overrides: Overrides | undefined): Likelihoods {
    if (overrides === undefined || overrides.size === 0) return this.#likelihoods
    const low = this.#likelihoods.low.slice()
    const high = this.#likelihoods.high.slice()
    for (const [id, probability] of overrides) {
      const event = this.#indices.get(id)
      if (event === undefined) continue
      low[event] = probability[0]
      high[event] = probability[1]
    }
    return { low, high }
  }

  #ofSolution<T>(top: Formula | string, read: (solution: Solution) => T): Outcome<T> {
    const solution = this.#solution(this.#lower(top))
    if (solution === null) return this.#stopped()
    return { ok: true, value: read(solution), nodes: nodesIn(solution.module) }
  }

  #ofFamily<T>(top: Formula | string, read: (family: Family) => T): Outcome<T> {
    const solution = this.#solution(this.#lower(top))
    const family = solution === null ? null : this.#families.of(solution, this.#budget())
    if (family === null) return this.#stopped()
    const nodes = familyNodes(family)
    const answer: Outcome<T> = { ok: true, value: read(family), nodes }
    this.#keep(nodes)
    return answer
  }

  /** The solution of a top within a share of the time; null when a limit was reached. */
  #solution(top: Literal, share = 1): Solution | null {
    const known = this.#solutions.get(top)
    if (known !== undefined) return known
    // What the nodes did not suffice for once they will not suffice for again.
    if (this.#tooLarge.has(top)) return null
    const solution = this.#solver.solve(top, this.#budget(share))
    if (solution === null) {
      if (!this.#isOver(share)) this.#tooLarge.add(top)
      return null
    }
    this.#keep(nodesIn(solution.module))
    this.#solutions.set(top, solution)
    return solution
  }

  /** Forgets what has been solved when it becomes too much. */
  #keep(nodes: number): void {
    this.#keptNodes += nodes
    if (this.#keptNodes <= KEPT_NODES_MAX) return
    this.#keptNodes = nodes
    this.#solver = new Solver(this.#graph)
    this.#solutions.clear()
    this.#families.clear()
  }

  #budget(share = 1): Budget {
    return { nodesMax: this.#limits.nodes_max, isOver: () => this.#isOver(share) }
  }

  #isOver(share: number): boolean {
    return this.#limits.isOver() || this.#limits.elapsed() >= share
  }

  #stopped(share = 1): Stopped {
    const reason = this.#isOver(share) ? 'time' : 'nodes'
    return { ok: false, reason, nodes_max: this.#limits.nodes_max }
  }
}
