import {
  ALWAYS,
  type Arena,
  CHANCE,
  CHANCE_AT,
  FULL,
  HIGH,
  LOW,
  NEVER,
  NODE,
} from './bounds_arena.ts'
import { AND } from './bounds_form.ts'
import { hash } from './table.ts'

/** What building may use; work is counted in pairs. */
export interface Allowance {
  readonly nodesMax: number
  readonly isOver: () => boolean
  workLeft: number
}

/** Numbers of a pair: both nodes, next of its hash chain, next of its level, both sides, reach. */
const PAIR = 8
const SECOND = 1
const NEXT = 2
const LINK = 3
const LOW_SIDE = 4
const HIGH_SIDE = 5
/** Where the reach of a pair is among the reaches: pair times `REACH` plus this. */
const REACH = 4
const REACH_AT = 3

const FIRST_CAPACITY = 1 << 10

/** Pairs between two looks at whether time is up. */
const PAIRS_BETWEEN_LOOKS = 1 << 14

/**
 * Conjunctions and disjunctions of nodes, bounded from one side.
 *
 * The product is made level by level, so that of each pair of nodes it is known how likely it is
 * reached before it is opened. A pair is not opened, but takes the place of a function that is
 * certainly at most (from below) or at least (from above) its own, where reach times the
 * probability that this may cost is within the threshold: from below the likelier of the two for a
 * disjunction and never for a conjunction, from above the less likely of the two and always.
 * Result: a node whose function is a bound of the exact one at every assignment; `FULL` at a limit.
 * Complexity: the pairs opened. Limits: those of the allowance, 36 to 40 bytes for each pair.
 * Reference: own; breadth-first products after H. Ochi, K. Yasuoka, S. Yajima, "Breadth-first
 * manipulation of very large binary-decision diagrams", 1993.
 */
export class Product {
  /** The probability that what has not been opened may have cost, as far as it is known. */
  loss = 0
  readonly #arena: Arena
  readonly #isUpper: boolean
  readonly #allowance: Allowance
  /** By level, how likely a leaf is taken to be where reach is estimated. */
  readonly #weights: Float64Array
  #pairs: Int32Array
  #reaches: Float64Array
  #size = 0
  #chains = new Int32Array(2 * FIRST_CAPACITY)
  /** By level, the last pair met there, or 0; numbers of pairs are one more. */
  readonly #heads: Int32Array
  /** By level, the last pair that was opened there or above, as a link. */
  readonly #lasts: Int32Array
  #isFull = false

  constructor(arena: Arena, isUpper: boolean, weights: Float64Array, allowance: Allowance) {
    this.#arena = arena
    this.#isUpper = isUpper
    this.#weights = weights
    this.#allowance = allowance
    this.#heads = new Int32Array(arena.levels)
    this.#lasts = new Int32Array(arena.levels)
    const buffer = new ArrayBuffer(4 * PAIR * FIRST_CAPACITY)
    this.#pairs = new Int32Array(buffer)
    this.#reaches = new Float64Array(buffer)
  }

  combined(kind: number, a: number, b: number, threshold: number): number {
    this.#size = 0
    this.#isFull = false
    const plain = this.#met(kind, a, b, 1)
    if (plain >= 0) return this.#isFull ? FULL : plain
    const first = this.#level(0)
    this.#openAll(kind, threshold, first)
    this.#allowance.workLeft -= this.#size
    const isBuilt = !this.#isFull && this.#buildAll(first)
    this.#forget()
    return isBuilt ? this.#pairs[LOW_SIDE]! : FULL
  }

  /** Opens all pairs from the first on, level by level. */
  #openAll(kind: number, threshold: number, first: number): void {
    const heads = this.#heads
    let last = 0
    let sinceLook = 0
    for (let level = first; level < heads.length; level += 1) {
      let link = heads[level]!
      heads[level] = 0
      for (; link !== 0 && !this.#isFull; ) {
        const pair = link - 1
        link = this.#pairs[PAIR * pair + LINK]!
        if (this.#isSettled(kind, pair, threshold)) continue
        this.#open(kind, pair, level)
        this.#pairs[PAIR * pair + LINK] = last
        last = pair + 1
        sinceLook += 1
        if (sinceLook < PAIRS_BETWEEN_LOOKS) continue
        sinceLook = 0
        if (this.#allowance.isOver()) this.#isFull = true
      }
      this.#lasts[level] = last
    }
  }

  #level(pair: number): number {
    const arena = this.#arena
    const at = PAIR * pair
    return Math.min(arena.level(this.#pairs[at]!), arena.level(this.#pairs[at + SECOND]!))
  }

  /** Puts a bound in the place of a pair, where that costs little enough. */
  #isSettled(kind: number, pair: number, threshold: number): boolean {
    const at = PAIR * pair
    const a = this.#pairs[at]!
    const b = this.#pairs[at + SECOND]!
    const { chances } = this.#arena
    const p = chances[CHANCE * a + CHANCE_AT]!
    const q = chances[CHANCE * b + CHANCE_AT]!
    const isFirstLess = p < q
    const less = isFirstLess ? p : q
    const more = isFirstLess ? q : p
    const isAnd = kind === AND
    const cost =
      isAnd === this.#isUpper ? less * (1 - more) : isAnd ? less * more : (1 - less) * (1 - more)
    const loss = this.#reaches[REACH * pair + REACH_AT]! * cost
    if (loss > threshold) return false
    this.loss += loss
    let bound = this.#isUpper ? ALWAYS : NEVER
    if (isAnd === this.#isUpper) bound = isFirstLess === isAnd ? a : b
    this.#pairs[at + LOW_SIDE] = bound
    return true
  }

  #open(kind: number, pair: number, level: number): void {
    const { nodes } = this.#arena
    const at = PAIR * pair
    const a = this.#pairs[at]!
    const b = this.#pairs[at + SECOND]!
    const reach = this.#reaches[REACH * pair + REACH_AT]!
    const p = this.#weights[level]!
    const splitsA = nodes[NODE * a] === level
    const splitsB = nodes[NODE * b] === level
    const a0 = splitsA ? nodes[NODE * a + LOW]! : a
    const b0 = splitsB ? nodes[NODE * b + LOW]! : b
    const low = this.#met(kind, a0, b0, reach * (1 - p))
    const a1 = splitsA ? nodes[NODE * a + HIGH]! : a
    const b1 = splitsB ? nodes[NODE * b + HIGH]! : b
    const high = this.#met(kind, a1, b1, reach * p)
    this.#pairs[at + LOW_SIDE] = low
    this.#pairs[at + HIGH_SIDE] = high
  }

  /** What two nodes give together: a node, or the complement of the number of their pair. */
  #met(kind: number, f: number, g: number, reach: number): number {
    if (f === g) return f
    const a = Math.min(f, g)
    const b = Math.max(f, g)
    if (a === NEVER) return kind === AND ? NEVER : b
    if (a === ALWAYS) return kind === AND ? b : ALWAYS
    const pairs = this.#pairs
    const chain = hash(a, b, 0) & (this.#chains.length - 1)
    for (let link = this.#chains[chain]!; link !== 0; ) {
      const at = PAIR * (link - 1)
      if (pairs[at] === a && pairs[at + SECOND] === b) {
        this.#reaches[REACH * (link - 1) + REACH_AT]! += reach
        return -link
      }
      link = pairs[at + NEXT]!
    }
    return this.#add(a, b, reach)
  }

  #add(a: number, b: number, reach: number): number {
    const pair = this.#size
    const { nodesMax, workLeft } = this.#allowance
    if (pair >= nodesMax || pair >= workLeft) {
      this.#isFull = true
      return NEVER
    }
    if (PAIR * pair === this.#pairs.length) this.#grow()
    this.#size += 1
    const at = PAIR * pair
    this.#pairs[at] = a
    this.#pairs[at + SECOND] = b
    this.#reaches[REACH * pair + REACH_AT] = reach
    this.#link(pair)
    const level = this.#level(pair)
    this.#pairs[at + LINK] = this.#heads[level]!
    this.#heads[level] = pair + 1
    return ~pair
  }

  /** Makes the nodes of the pairs that were opened, deepest first. */
  #buildAll(first: number): boolean {
    const pairs = this.#pairs
    const arena = this.#arena
    for (let level = arena.levels - 1; level >= first; level -= 1) {
      const above = level > first ? this.#lasts[level - 1]! : 0
      for (let link = this.#lasts[level]!; link !== above; ) {
        const at = PAIR * (link - 1)
        const low = pairs[at + LOW_SIDE]!
        const high = pairs[at + HIGH_SIDE]!
        const node = arena.decision(
          level,
          low >= 0 ? low : pairs[PAIR * ~low + LOW_SIDE]!,
          high >= 0 ? high : pairs[PAIR * ~high + LOW_SIDE]!,
        )
        if (node === FULL) return false
        pairs[at + LOW_SIDE] = node
        link = pairs[at + LINK]!
      }
    }
    return true
  }

  #forget(): void {
    if (this.#isFull) this.#heads.fill(0)
    if (4 * this.#size > this.#chains.length) {
      this.#chains.fill(0)
      return
    }
    for (let pair = 0; pair < this.#size; pair += 1) {
      const at = PAIR * pair
      const chain = hash(this.#pairs[at]!, this.#pairs[at + SECOND]!, 0)
      this.#chains[chain & (this.#chains.length - 1)] = 0
    }
  }

  #grow(): void {
    const buffer = new ArrayBuffer(8 * this.#pairs.length)
    const pairs = new Int32Array(buffer)
    pairs.set(this.#pairs)
    this.#pairs = pairs
    this.#reaches = new Float64Array(buffer)
    this.#chains = new Int32Array(2 * this.#chains.length)
    for (let pair = 0; pair < this.#size; pair += 1) this.#link(pair)
  }

  #link(pair: number): void {
    const at = PAIR * pair
    const chain = hash(this.#pairs[at]!, this.#pairs[at + SECOND]!, 0) & (this.#chains.length - 1)
    this.#pairs[at + NEXT] = this.#chains[chain]!
    this.#chains[chain] = pair + 1
  }
}
