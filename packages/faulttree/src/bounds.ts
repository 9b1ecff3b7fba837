import type { Interval } from '@holdfast/kernel'
import { certainEnds } from './bounds_diagram.ts'
import { formOf } from './bounds_form.ts'
import { type Candidate, type Room, refinedBounds } from './bounds_refine.ts'
import { type Ends, type Likelihoods, leafEnds } from './evaluate.ts'
import { argsOf, type Graph, isNegated, type Literal, nodeOf, type Vertex } from './graph.ts'
import { type Module, modulesIn } from './module.ts'
import { modulesOf } from './modules.ts'
import { staticOrders } from './order.ts'
import { type Part, placesOf } from './part.ts'
import { Region } from './region.ts'

/**
 * What bounding may use. `elapsed` is the share of the time allowed that has passed: 1 or more when
 * it is over, always 0 when there is no clock; then the work is bounded by `nodesMax` alone.
 */
export interface BoundsBudget {
  readonly nodesMax: number
  readonly elapsed: () => number
}

/** What is known of a module: the probability of its function, and whether its gate is that one. */
interface Bounded {
  readonly ends: Interval
  readonly isFlipped: boolean
}

/** Nodes that a form may have for each node of the region, beside those allowed. */
const FORM_NODES = 64

/**
 * An interval that certainly contains the probability of a top whose events are independent,
 * whichever probabilities within their intervals the events have.
 *
 * Modules that have been solved are evaluated; others are bounded from both sides, inner ones
 * first, each with a share of what time is left. All numbers are rounded outwards.
 * Input assumed: the top has been simplified; `solved` tells the modules that have been solved, by
 * node. Result: without a clock always the same. Complexity and limits: as `refinedBounds`, for
 * each module that has not been solved; at the worst the interval is [0, 1].
 */
export function boundedProbability(
  graph: Graph,
  top: Literal,
  likelihoods: Likelihoods,
  solved: (node: number) => Module | undefined,
  budget: BoundsBudget,
): Interval {
  const vertex = graph.vertex(nodeOf(top))
  if (vertex.op === 'constant') return isNegated(top) ? [1, 1] : [0, 0]
  if (vertex.op === 'event') return complemented(eventEnds(vertex.event, likelihoods), top)
  const region = new Region(graph, top)
  const walk = new Walk(region, likelihoods, solved)
  const { ends, isFlipped } = walk.bounded(budget)
  return complemented(ends, isNegated(top) !== isFlipped ? 1 : 0)
}

function eventEnds(event: number, { low, high }: Likelihoods): Interval {
  return [low[event]!, high[event]!]
}

function complemented([low, high]: Interval, sign: number): Interval {
  if ((sign & 1) === 0) return [low, high]
  const [from, to] = [1 - high, 1 - low]
  // A difference is rounded once; outwards, it is still within the unit interval.
  return [Math.max(0, from - from * 2 ** -52), Math.min(1, to + to * 2 ** -52)]
}

/** The share of the time left that a module may take in any case. */
const SHARE_MIN = 1 / 32

class Walk {
  readonly #region: Region
  readonly #likelihoods: Likelihoods
  readonly #solved: (node: number) => Module | undefined
  readonly #isLeaf: Uint8Array
  /** The places of the modules that are to be known, inner ones first. */
  readonly #places: number[] = []
  readonly #known = new Map<number, Bounded>()
  readonly #values = new Map<Module, Interval>()

  constructor(
    region: Region,
    likelihoods: Likelihoods,
    solved: (node: number) => Module | undefined,
  ) {
    this.#region = region
    this.#likelihoods = likelihoods
    this.#solved = solved
    this.#isLeaf = modulesOf(region)
    for (let place = 0; place < region.size; place += 1) {
      if (this.#isLeaf[place] === 1) this.#places.push(place)
      else if (region.vertex(place).op === 'event') this.#isLeaf[place] = 1
    }
  }

  /** The top as a module. */
  bounded(budget: BoundsBudget): Bounded {
    const weights = this.#places.map((place) => this.#weight(place))
    let left = weights.reduce((sum, weight) => sum + weight, 0)
    for (const [i, place] of this.#places.entries()) {
      const module = this.#moduleAt(place)
      if (module !== undefined) {
        this.#known.set(place, { ends: this.#evaluated(module), isFlipped: module.isFlipped })
        continue
      }
      this.#known.set(place, this.#bound(place, roomOf(budget, weights[i]! / left)))
      left -= weights[i]!
    }
    return this.#known.get(this.#region.size - 1)!
  }

  /** How much of the time bounding a module is likely to need, relative to others. */
  #weight(place: number): number {
    return this.#moduleAt(place) === undefined ? placesOf(this.#part(place)).length ** 2 : 0
  }

  #part(place: number): Part {
    return { region: this.#region, top: place, isLeaf: this.#isLeaf }
  }

  #moduleAt(place: number): Module | undefined {
    return this.#solved(this.#region.nodes[place]!)
  }

  #evaluated(top: Module): Interval {
    for (const module of modulesIn(top)) {
      if (this.#values.has(module)) continue
      const ends = leafEnds(module, this.#likelihoods, this.#values)
      this.#values.set(module, certainEnds(module.bdd, ends))
    }
    return this.#values.get(top)!
  }

  #bound(place: number, room: Room): Bounded {
    const part = this.#part(place)
    const isFlipped = this.#isCausedByNothing(part)
    return { ends: refinedBounds(this.#candidates(part, isFlipped, room), room), isFlipped }
  }

  *#candidates(part: Part, isFlipped: boolean, room: Room): Generator<Candidate> {
    const isLeafFlipped = (place: number): boolean => this.#known.get(place)?.isFlipped ?? false
    const nodesMax = room.nodesMax + FORM_NODES * this.#region.size
    for (const order of staticOrders(part)) {
      const places = order()
      const form = formOf(part, places, isLeafFlipped, isFlipped, nodesMax)
      if (form === null) return
      yield { form, ends: this.#endsOf(places) }
    }
  }

  #endsOf(places: readonly number[]): Ends {
    const ends = places.map((place): Interval => {
      const vertex = this.#region.vertex(place)
      if (vertex.op === 'event') return eventEnds(vertex.event, this.#likelihoods)
      return this.#known.get(place)!.ends
    })
    return {
      low: Float64Array.from(ends, ([low]) => low),
      high: Float64Array.from(ends, ([, high]) => high),
    }
  }

  /** Whether the gate of a part holds when the variables of its leaves are false. */
  #isCausedByNothing(part: Part): boolean {
    const { region, top, isLeaf } = part
    const held = new Uint8Array(top + 1)
    for (const place of placesOf(part)) {
      const isHeld =
        isLeaf[place] === 1 && place !== top
          ? (this.#known.get(place)?.isFlipped ?? false)
          : isTrue(region.vertex(place), (arg) => held[region.place(arg)]! ^ (arg & 1))
      held[place] = isHeld ? 1 : 0
    }
    return held[top] === 1
  }
}

function isTrue(vertex: Vertex, value: (arg: Literal) => number): boolean {
  const values = argsOf(vertex).map(value)
  const count = values.reduce((sum, one) => sum + one, 0)
  if (vertex.op === 'and') return count === values.length
  if (vertex.op === 'xor') return count % 2 === 1
  if (vertex.op !== 'at-least') return false
  return values.reduce((sum, one, i) => sum + one * vertex.weights[i]!, 0) >= vertex.k
}

/** A share of the time that is left. */
function roomOf({ nodesMax, elapsed }: BoundsBudget, share: number): Room {
  const from = elapsed()
  const whole = (1 - from) * Math.max(share, SHARE_MIN)
  return { nodesMax, elapsed: () => (whole <= 0 ? 1 : (elapsed() - from) / whole) }
}
