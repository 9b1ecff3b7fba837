import { copiedFamily, type Diagram } from './diagram.ts'
import { enlarged, FULL, HIGH, hash, LOW, NodeTable, RECORD } from './table.ts'

/** The two terminals of a ZBDD: the empty family, and the family of the empty set alone. */
export const EMPTY = 0
export const UNIT = 1

/** The result of operands that need no descent is a family; others are told by this. */
const OPEN = -2

const FIRST_CACHE_ENTRIES = 1 << 11
const CACHE_ENTRIES_MAX = 1 << 22
/** Numbers of one entry: both operands, the result, and room. */
const ENTRY = 4
/** Numbers of one frame of the stack: both operands, how far it is, and the result so far. */
const FRAME = 4
const STEPS_BETWEEN_LOOKS = 1 << 14

/**
 * The least sets that make a BDD true when no other event occurs, as a ZBDD.
 *
 * For a monotone function they are its minimal cut sets. Those of "if x then high else low" are
 * those of low, and those of high that contain none of low's, each with x.
 * Input assumed: a function that is false when nothing occurs; a complement inside is true then.
 * Result: null at a limit. Complexity: one difference for each node of the BDD, each at most the
 * product of its operands while the cache holds. Limits: nodes of the ZBDD, intermediate ones
 * included, and `isOver`. Reference: A. Rauzy, "New algorithms for fault trees analysis", 1993, and
 * "Mathematical foundations of minimal cutsets", IEEE Transactions on Reliability 50, 2001.
 */
export function leastSolutions(
  bdd: Diagram,
  nodesMax: number,
  isOver: () => boolean,
): Diagram | null {
  const families = new Families(nodesMax, isOver)
  const solved = new Int32Array(bdd.nodes + 1)
  for (let node = 1; node <= bdd.nodes; node += 1) {
    const low = solved[bdd.low[node]! >> 1]!
    const above = bdd.high[node]!
    // A complement is true when nothing else occurs: the empty set is all that it needs.
    const high = (above & 1) === 1 ? UNIT : solved[above >> 1]!
    const family = families.family(bdd.level[node]!, families.without(high, low), low)
    if (family === FULL) return null
    solved[node] = family
  }
  return copiedFamily(families.records, solved[bdd.root >> 1]!)
}

/** Families of sets of which none contains another. */
class Families {
  readonly #table: NodeTable
  readonly #isOver: () => boolean
  #stack: Int32Array = new Int32Array(FRAME * 64)
  #cache: Int32Array = new Int32Array(ENTRY * FIRST_CACHE_ENTRIES)
  #cacheMask = FIRST_CACHE_ENTRIES - 1
  #stepsLeft = STEPS_BETWEEN_LOOKS
  /** Results found since the cache grew. */
  #results = 0

  constructor(nodesMax: number, isOver: () => boolean) {
    this.#table = new NodeTable(nodesMax)
    this.#isOver = isOver
  }

  get records(): Int32Array {
    return this.#table.records
  }

  /** The sets of high, each with the event of this level, and the sets of low. */
  family(level: number, high: number, low: number): number {
    if (high === FULL || low === FULL) return FULL
    return high === EMPTY ? low : this.#table.unique(level, high, low)
  }

  /** The sets of a family that contain none of the sets of another. */
  without(family: number, others: number): number {
    let stack = this.#stack
    let depth = 0
    let a = family
    let b = others
    for (;;) {
      b = this.#skipped(a, b)
      let result = this.#known(a, b)
      if (result === OPEN) {
        if (depth === stack.length) {
          stack = enlarged(stack, 2 * depth)
          this.#stack = stack
        }
        stack[depth] = a
        stack[depth + 1] = b
        // Where the others decide the same event, those with it come before those without.
        stack[depth + 2] = this.#isBeside(a, b) ? 0 : 1
        depth += FRAME
        if (stack[depth - 2] === 0) b = this.#side(b, HIGH)
        a = this.#side(a, HIGH)
        continue
      }
      // Up through the frames that are complete, to the first that has something left to do.
      for (;;) {
        if (result === FULL || depth === 0) return result
        const state = stack[depth - 2]!
        if (state < 2) break
        depth -= FRAME
        result = this.#combine(stack[depth]!, stack[depth + 1]!, stack[depth + 3]!, result)
      }
      const state = stack[depth - 2]!
      const above = stack[depth - 3]!
      stack[depth - 2] = state + 1
      if (state === 0) {
        a = result
        b = this.#side(above, LOW)
      } else {
        stack[depth - 1] = result
        a = this.#side(stack[depth - 4]!, LOW)
        b = this.#isBeside(stack[depth - 4]!, above) ? this.#side(above, LOW) : above
      }
    }
  }

  #level(family: number): number {
    return this.#table.records[RECORD * family]!
  }

  #side(family: number, side: number): number {
    return this.#table.records[RECORD * family + side]!
  }

  #isBeside(family: number, others: number): boolean {
    return this.#level(family) === this.#level(others)
  }

  /** Sets of the family lack the events above its root, so that others with them are in none. */
  #skipped(family: number, others: number): number {
    if (family <= UNIT) return others
    const level = this.#level(family)
    let rest = others
    while (this.#level(rest) < level) rest = this.#side(rest, LOW)
    return rest
  }

  #known(family: number, others: number): number {
    if (family === EMPTY || others === UNIT || family === others) return EMPTY
    if (others === EMPTY || family === UNIT) return family
    const cache = this.#cache
    const entry = ENTRY * (hash(family, others, 0) & this.#cacheMask)
    return cache[entry] === family && cache[entry + 1] === others ? cache[entry + 2]! : OPEN
  }

  #combine(family: number, others: number, high: number, low: number): number {
    this.#stepsLeft -= 1
    if (this.#stepsLeft === 0) {
      if (this.#isOver()) return FULL
      this.#stepsLeft = STEPS_BETWEEN_LOOKS
    }
    const result = this.family(this.#level(family), high, low)
    // Few nodes may stand in many pairs: results that are lost would be sought again and again.
    this.#results += 1
    if (this.#results > this.#cacheMask) this.#growCache()
    this.#remember(family, others, result)
    return result
  }

  #remember(family: number, others: number, result: number): void {
    const entry = ENTRY * (hash(family, others, 0) & this.#cacheMask)
    this.#cache[entry] = family
    this.#cache[entry + 1] = others
    this.#cache[entry + 2] = result
  }

  #growCache(): void {
    this.#results = 0
    const entries = 2 * (this.#cacheMask + 1)
    if (entries > CACHE_ENTRIES_MAX) return
    const old = this.#cache
    this.#cache = new Int32Array(ENTRY * entries)
    this.#cacheMask = entries - 1
    for (let i = 0; i < old.length; i += ENTRY) {
      if (old[i] !== 0) this.#remember(old[i]!, old[i + 1]!, old[i + 2]!)
    }
  }
}
