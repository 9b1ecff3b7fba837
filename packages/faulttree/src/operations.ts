import { type Diagram, EMPTY, FULL, hash, UNIT } from './diagram.ts'

const AND = 1
const OR = 2
const WITHOUT = 3
type Operation = typeof AND | typeof OR | typeof WITHOUT

/** The result of operands that need no recursion is a node; others are told by this. */
const OPEN = -2

const FIRST_CACHE_ENTRIES = 1 << 11
const CACHE_ENTRIES_MAX = 1 << 21
/** The cache grows with the diagram; measured, a larger one loses more to memory than it saves. */
const NODES_PER_ENTRY = 4
/** Numbers of one entry: first operand and operation, second operand, result, and room. */
const ENTRY = 4
/** Numbers of one frame of the stack: both operands, and the result on the high side. */
const FRAME = 3

/**
 * Binary operations on the diagrams of one arena.
 *
 * Each is the usual simultaneous descent, with a direct-mapped cache of results (a newer result
 * takes the place of an older one) and a stack in an array: its depth is at most the number of
 * events, so that diagrams may be deeper than the call stack.
 * Complexity: at most the product of the sizes of the operands while the cache holds.
 * Limits: those of the diagram; `FULL` is handed on, and an operand may be `FULL` too.
 */
export class Operations {
  readonly #diagram: Diagram
  readonly #stack: Int32Array
  #cache = new Int32Array(ENTRY * FIRST_CACHE_ENTRIES)
  #cacheMask = FIRST_CACHE_ENTRIES - 1

  constructor(diagram: Diagram, eventCount: number) {
    this.#diagram = diagram
    this.#stack = new Int32Array(FRAME * (eventCount + 1))
  }

  /** Forgets all results; to be called when the diagram is cleared. */
  clear(): void {
    this.#cache.fill(0)
  }

  /** The conjunction of two BDDs. */
  and(f: number, g: number): number {
    return this.#run(AND, f, g)
  }

  /** The disjunction of two BDDs. */
  or(f: number, g: number): number {
    return this.#run(OR, f, g)
  }

  /**
   * The sets of the ZBDD `family` that do not satisfy the monotone BDD `g`.
   *
   * With a monotone `g`, sets with an event are judged by g's high side alone. Reference: A. Rauzy,
   * "New algorithms for fault trees analysis", 1993.
   */
  without(family: number, g: number): number {
    return this.#run(WITHOUT, family, g)
  }

  #run(operation: Operation, f: number, g: number): number {
    if (f === FULL || g === FULL) return FULL
    const diagram = this.#diagram
    const stack = this.#stack
    let depth = 0
    let a = f
    let b = g
    for (;;) {
      if (operation === WITHOUT) {
        b = this.#skipTo(a, b)
      } else if (a > b) {
        const first = b
        b = a
        a = first
      }
      let result = this.#known(operation, a, b)
      let isHigh = true
      if (result === OPEN) {
        stack[depth] = a
        stack[depth + 1] = b
        stack[depth + 2] = OPEN
        depth += FRAME
      } else {
        // Frames that have their high side are complete now; the first that has not goes on.
        while (depth > 0 && result !== FULL && stack[depth - 1] !== OPEN) {
          depth -= FRAME
          result = this.#close(operation, depth, result)
        }
        if (depth === 0 || result === FULL) return result
        stack[depth - 1] = result
        isHigh = false
      }
      a = stack[depth - 3]!
      b = stack[depth - 2]!
      const difference = diagram.level(a) - diagram.level(b)
      if (difference <= 0) a = isHigh ? diagram.high(a) : diagram.low(a)
      if (difference >= 0) b = isHigh ? diagram.high(b) : diagram.low(b)
    }
  }

  /** Makes the node of a frame whose two sides are known, and remembers it. */
  #close(operation: Operation, frame: number, low: number): number {
    const a = this.#stack[frame]!
    const b = this.#stack[frame + 1]!
    const high = this.#stack[frame + 2]!
    const level = Math.min(this.#diagram.level(a), this.#diagram.level(b))
    const result =
      operation === WITHOUT
        ? this.#diagram.family(level, high, low)
        : this.#diagram.decision(level, high, low)
    if (this.#diagram.size > NODES_PER_ENTRY * this.#cacheMask) this.#growCache()
    this.#remember(4 * a + operation, b, result)
    return result
  }

  /** The result when it is plain or in the cache, otherwise `OPEN`. */
  #known(operation: Operation, a: number, b: number): number {
    if (operation === WITHOUT) {
      if (a === EMPTY || b === UNIT) return EMPTY
      // The empty set satisfies no monotone function but the constant.
      if (a === UNIT || b === EMPTY) return a
    } else {
      // Here a <= b: a terminal, if there is one, is the first.
      if (a === b) return a
      if (a === EMPTY) return operation === AND ? EMPTY : b
      if (a === UNIT) return operation === AND ? b : UNIT
    }
    const key = 4 * a + operation
    const entry = ENTRY * (hash(key, b, 0) & this.#cacheMask)
    const isHit = this.#cache[entry] === key && this.#cache[entry + 1] === b
    return isHit ? this.#cache[entry + 2]! : OPEN
  }

  #remember(key: number, b: number, result: number): void {
    const entry = ENTRY * (hash(key, b, 0) & this.#cacheMask)
    this.#cache[entry] = key
    this.#cache[entry + 1] = b
    this.#cache[entry + 2] = result
  }

  /** Sets of `family` lack the events above its root: `g` goes on with their low sides. */
  #skipTo(family: number, g: number): number {
    if (family <= UNIT) return g
    const level = this.#diagram.level(family)
    let node = g
    while (this.#diagram.level(node) < level) node = this.#diagram.low(node)
    return node
  }

  #growCache(): void {
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
