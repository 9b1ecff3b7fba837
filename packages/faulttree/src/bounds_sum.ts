import { type Arena, HIGH, LOW, NODE } from './bounds_arena.ts'
import type { Allowance } from './bounds_product.ts'
import { type Expression, State } from './bounds_state.ts'
import { hash } from './table.ts'

const FIRST_CAPACITY = 1 << 10

/** States between two looks at whether time is up. */
const STATES_BETWEEN_LOOKS = 1 << 13

/**
 * A bound of the probability of an expression over nodes, whose diagram is not made.
 *
 * What the slots hold after some leaves have been decided is a state; states are met level by
 * level with the probability of being reached, equal ones together. A state adds to the sum, by
 * its reach, a bound of the probability of the expression: where no leaf makes any function less
 * likely, a conjunction is at least as likely as if its arguments were independent and at most as
 * likely as the least of them, and for a disjunction it is the other way round. Where these two are
 * so far apart that it matters, the state is opened instead.
 * Input assumed: the slots' nodes are bounds, from the side that is sought, of functions that are
 * unate in the leaves, all in the same way (the nodes themselves need not be unate: bounds of the
 * functions' probabilities are all that is used of them); `weights` are the probabilities of the
 * leaves at the end where the expression is least, or most, likely. At a limit, what is open adds
 * its bounds as it is. Complexity: the states opened times the slots.
 * Reference: C. Fortuin, P. Kasteleyn, J. Ginibre, "Correlation inequalities on some partially
 * ordered sets", 1971.
 */
export class StateSum {
  /** The probability between both bounds of what has not been opened. */
  loss = 0
  /** States that were met, which are the terms of all sums. */
  met = 0
  readonly #arena: Arena
  readonly #slotCount: number
  readonly #isUpper: boolean
  readonly #weights: Float64Array
  readonly #allowance: Allowance
  /** Numbers of a state: its slots, next of its hash chain, next of its level. */
  readonly #stride: number
  readonly #next: number
  readonly #link: number
  #states: Int32Array
  #reaches = new Float64Array(FIRST_CAPACITY)
  #chains = new Int32Array(2 * FIRST_CAPACITY)
  readonly #heads: Int32Array
  #size = 0
  /** The first state that is free again, as a link. */
  #free = 0
  #value = 0
  /** Whether a limit was reached, so that no state is opened any more. */
  #isOver = false
  /** The nodes in the slots of the state that is being opened. */
  readonly #opened: Int32Array
  /** What is looked at. */
  readonly #state: State

  constructor(
    arena: Arena,
    expression: Expression,
    isUpper: boolean,
    weights: Float64Array,
    allowance: Allowance,
  ) {
    this.#arena = arena
    this.#isUpper = isUpper
    this.#weights = weights
    this.#allowance = allowance
    const { slots } = expression
    this.#slotCount = slots
    this.#next = slots
    this.#link = slots + 1
    this.#stride = slots + 2
    this.#states = new Int32Array(this.#stride * FIRST_CAPACITY)
    this.#heads = new Int32Array(arena.levels)
    this.#opened = new Int32Array(slots)
    this.#state = new State(arena, expression)
  }

  of(nodes: readonly number[], threshold: number): number {
    this.#state.slots.set(nodes)
    this.#meet(1)
    const heads = this.#heads
    let sinceLook = 0
    for (let level = 0; level < heads.length; level += 1) {
      let link = heads[level]!
      heads[level] = 0
      while (link !== 0) {
        const state = link - 1
        link = this.#states[this.#stride * state + this.#link]!
        this.#leave(state, level, threshold)
        sinceLook += 1
        if (sinceLook < STATES_BETWEEN_LOOKS) continue
        sinceLook = 0
        if (this.#allowance.isOver()) this.#isOver = true
      }
    }
    return this.#value
  }

  /** Adds what a state is good for, or opens it; its room is free then. */
  #leave(state: number, level: number, threshold: number): void {
    const slots = this.#slotCount
    const at = this.#stride * state
    const reach = this.#reaches[state]!
    const nodes = this.#opened
    for (let i = 0; i < slots; i += 1) {
      nodes[i] = this.#states[at + i]!
      this.#state.slots[i] = nodes[i]!
    }
    this.#unchain(state)
    if (this.#settles(reach, this.#isOver ? Number.POSITIVE_INFINITY : threshold)) return
    const p = this.#weights[level]!
    this.#take(nodes, level, LOW)
    this.#meet(reach * (1 - p))
    this.#take(nodes, level, HIGH)
    this.#meet(reach * p)
  }

  /** Adds what is in the slots to the sum, where the bounds are close enough. */
  #settles(reach: number, threshold: number): boolean {
    const state = this.#state
    state.bound()
    const loss = reach * (state.high - state.low)
    if (loss > threshold) return false
    this.loss += loss
    this.#value += reach * (this.#isUpper ? state.high : state.low)
    return true
  }

  /** Puts the sides of nodes into the slots. */
  #take(from: Int32Array, level: number, side: number): void {
    const { nodes } = this.#arena
    const { slots } = this.#state
    for (let i = 0; i < from.length; i += 1) {
      const at = NODE * from[i]!
      slots[i] = nodes[at] === level ? nodes[at + side]! : from[i]!
    }
  }

  /** Adds what is in the slots to the sum when it is plain, to a state otherwise. */
  #meet(reach: number): void {
    const { slots } = this.#state
    if (this.#state.fold() < 2) {
      this.met += 1
      this.#settles(reach, Number.POSITIVE_INFINITY)
      return
    }
    const states = this.#states
    const chain = this.#chainOf(slots, 0)
    for (let link = this.#chains[chain]!; link !== 0; ) {
      const at = this.#stride * (link - 1)
      let i = 0
      while (i < slots.length && states[at + i] === slots[i]) i += 1
      if (i === slots.length) {
        this.#reaches[link - 1]! += reach
        return
      }
      link = states[at + this.#next]!
    }
    this.#add(reach)
  }

  #add(reach: number): void {
    this.met += 1
    const state = this.#room()
    if (state < 0) {
      this.#isOver = true
      this.#settles(reach, Number.POSITIVE_INFINITY)
      return
    }
    this.#allowance.workLeft -= 1
    const at = this.#stride * state
    this.#states.set(this.#state.slots, at)
    this.#reaches[state] = reach
    this.#chain(state)
    let level = this.#arena.levels
    for (let i = 0; i < this.#slotCount; i += 1) {
      level = Math.min(level, this.#arena.level(this.#states[at + i]!))
    }
    this.#states[at + this.#link] = this.#heads[level]!
    this.#heads[level] = state + 1
  }

  /** A state that is free; -1 at a limit. */
  #room(): number {
    const { nodesMax, workLeft } = this.#allowance
    if (workLeft <= 0) return -1
    const state = this.#free - 1
    if (state >= 0) {
      this.#free = this.#states[this.#stride * state + this.#link]!
      return state
    }
    if (this.#size >= nodesMax) return -1
    if (this.#size === this.#reaches.length) this.#grow()
    this.#size += 1
    return this.#size - 1
  }

  #chainOf(slots: Int32Array, at: number): number {
    let mixed = 0
    for (let i = 0; i < this.#slotCount; i += 1) mixed = hash(mixed, slots[at + i]!, i)
    return mixed & (this.#chains.length - 1)
  }

  #chain(state: number): void {
    const at = this.#stride * state
    const chain = this.#chainOf(this.#states, at)
    this.#states[at + this.#next] = this.#chains[chain]!
    this.#chains[chain] = state + 1
  }

  /** Takes a state out of its chain and leaves its room to others. */
  #unchain(state: number): void {
    const states = this.#states
    const at = this.#stride * state
    const chain = this.#chainOf(states, at)
    let before = this.#chains[chain]!
    if (before === state + 1) {
      this.#chains[chain] = states[at + this.#next]!
    } else {
      let place = this.#stride * (before - 1) + this.#next
      for (before = states[place]!; before !== state + 1; before = states[place]!) {
        place = this.#stride * (before - 1) + this.#next
      }
      states[place] = states[at + this.#next]!
    }
    states[at + this.#link] = this.#free
    this.#free = state + 1
  }

  #grow(): void {
    const states = new Int32Array(2 * this.#states.length)
    states.set(this.#states)
    this.#states = states
    const reaches = new Float64Array(2 * this.#reaches.length)
    reaches.set(this.#reaches)
    this.#reaches = reaches
    const live = this.#chains
    this.#chains = new Int32Array(2 * live.length)
    const next = this.#next
    for (const head of live) {
      for (let link = head; link !== 0; ) {
        const state = link - 1
        link = states[this.#stride * state + next]!
        this.#chain(state)
      }
    }
  }
}
