import { ALWAYS, type BooleanFunction } from './bdd.ts'
import { enlarged, HIGH, LOW, RECORD } from './table.ts'

/** What remains of a function on some of its paths, and how probable those are together. */
export interface Remainder {
  readonly probability: number
  readonly remainder: BooleanFunction
}

/** How far a pass goes, and what it may cost. */
export interface Reach {
  /** Decisions at this level and below it are left to be made. */
  readonly border: number
  /** The probability that what a level above the border decides occurs. */
  chance(level: number): number
  /** Of different functions at the border. */
  readonly ends_max: number
  readonly isOver: () => boolean
}

/** Nodes between two looks at whether time is up. */
const NODES_BETWEEN_LOOKS = 1 << 14

/** A node that was met and whose children are not all done. */
const MET = -1

/**
 * Passes over the part of a diagram that lies above a border.
 *
 * Order: a node stands after all that it leads to; found by a descent with a stack of its own, so
 * that diagrams may be deeper than the call stack. Complexity: linear in the nodes of the function
 * above the border and those at it; nothing else of the diagram is touched. Arrays are kept from
 * pass to pass: four bytes for each number of a node, and about 30 for each node of the largest
 * function. Limits: those of `Reach`.
 */
export class Spread {
  /** By number of a node: its place in the order and one, `MET`, or 0. All 0 between passes. */
  #place: Int32Array = new Int32Array(1 << 10)
  #order: Int32Array = new Int32Array(1 << 10)
  #stack: Int32Array = new Int32Array(1 << 10)
  /** Two for each place: what arrives at the node, and what arrives at its complement. */
  #masses = new Float64Array(1 << 11)
  #nodes = 0
  #ends = 0

  /** Levels above the border that a function depends on, rising. */
  levels(records: Int32Array, f: BooleanFunction, border: number): number[] {
    const found = new Set<number>()
    this.#collect(records, f, {
      border,
      chance: () => 0.5,
      ends_max: Number.POSITIVE_INFINITY,
      isOver: () => false,
    })
    for (let i = 0; i < this.#nodes; i += 1) {
      const level = records[RECORD * this.#order[i]!]!
      if (level < border) found.add(level)
    }
    this.#forget()
    return [...found].sort((a, b) => a - b)
  }

  /**
   * The functions at the border and with which probability a path from the root ends there.
   *
   * Result: in the order of the descent, high sides first; what has no probability is left out.
   * Only products and sums of numbers that are not negative: a small probability loses no digits
   * to a large one. Null when a limit was reached.
   */
  remainders(records: Int32Array, f: BooleanFunction, reach: Reach): Remainder[] | null {
    const isWhole = this.#collect(records, f, reach)
    if (isWhole) this.#pass(records, f, reach)
    const found = isWhole ? this.#found(records, reach) : null
    this.#forget()
    return found
  }

  /** Writes `#order` and `#place`; sides without any probability are left out. False: a limit. */
  #collect(records: Int32Array, f: BooleanFunction, reach: Reach): boolean {
    const { border, chance } = reach
    const root = f >> 1
    // Children have smaller numbers than their parents.
    if (root >= this.#place.length) this.#place = new Int32Array(2 * root)
    const place = this.#place
    let stack = this.#stack
    let height = 1
    let looks = NODES_BETWEEN_LOOKS
    this.#nodes = 0
    this.#ends = 0
    stack[0] = root
    while (height > 0) {
      height -= 1
      const top = stack[height]!
      if (top < 0) {
        this.#add(~top)
        continue
      }
      if (place[top] !== 0) continue
      const at = RECORD * top
      const level = records[at]!
      if (level >= border) {
        this.#add(top)
        this.#ends += 1
        if (this.#ends > reach.ends_max) return this.#abandon(stack, height)
        continue
      }
      looks -= 1
      if (looks === 0) {
        if (reach.isOver()) return this.#abandon(stack, height)
        looks = NODES_BETWEEN_LOOKS
      }
      if (height + 3 > stack.length) {
        stack = enlarged(stack, 2 * stack.length)
        this.#stack = stack
      }
      place[top] = MET
      const p = chance(level)
      stack[height++] = ~top
      if (p !== 1) stack[height++] = records[at + LOW]! >> 1
      if (p !== 0) stack[height++] = records[at + HIGH]! >> 1
    }
    return true
  }

  #add(node: number): void {
    if (this.#nodes === this.#order.length) this.#order = enlarged(this.#order, 2 * this.#nodes)
    this.#order[this.#nodes] = node
    this.#nodes += 1
    this.#place[node] = this.#nodes
  }

  /** Ends a descent early: nodes that were met stand in the order too, to be forgotten. */
  #abandon(stack: Int32Array, height: number): false {
    for (let i = 0; i < height; i += 1) {
      if (stack[i]! < 0) this.#add(~stack[i]!)
    }
    return false
  }

  /** Hands what arrives at each node on to both sides, parents first. */
  #pass(records: Int32Array, f: BooleanFunction, { border, chance }: Reach): void {
    const [nodes, order, place] = [this.#nodes, this.#order, this.#place]
    if (this.#masses.length < 2 * nodes) this.#masses = new Float64Array(4 * nodes)
    const masses = this.#masses
    masses.fill(0, 0, 2 * nodes)
    masses[2 * (nodes - 1) + (f & 1)] = 1
    for (let i = nodes - 1; i >= 0; i -= 1) {
      const at = RECORD * order[i]!
      const level = records[at]!
      if (level >= border) continue
      const p = chance(level)
      const [plain, complement] = [masses[2 * i]!, masses[2 * i + 1]!]
      if (p !== 0) {
        // Only high sides are complements.
        const high = records[at + HIGH]!
        const sign = high & 1
        const to = 2 * (place[high >> 1]! - 1)
        masses[to + sign]! += p * plain
        masses[to + 1 - sign]! += p * complement
      }
      if (p !== 1) {
        const to = 2 * (place[records[at + LOW]! >> 1]! - 1)
        masses[to]! += (1 - p) * plain
        masses[to + 1]! += (1 - p) * complement
      }
    }
  }

  #found(records: Int32Array, reach: Reach): Remainder[] | null {
    const found: Remainder[] = []
    for (let i = 0; i < this.#nodes; i += 1) {
      const node = this.#order[i]!
      if (records[RECORD * node]! < reach.border) continue
      for (let sign = 0; sign <= ALWAYS; sign += 1) {
        const mass = this.#masses[2 * i + sign]!
        if (mass === 0) continue
        // Rounding may lift a sum above one.
        found.push({ probability: Math.min(1, mass), remainder: 2 * node + sign })
      }
    }
    return found.length > reach.ends_max ? null : found
  }

  #forget(): void {
    for (let i = 0; i < this.#nodes; i += 1) this.#place[this.#order[i]!] = 0
    this.#nodes = 0
  }
}
