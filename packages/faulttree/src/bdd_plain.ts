import { ALWAYS, type Bdd, type BooleanFunction, NEVER } from './bdd.ts'
import { enlarged, FULL, HIGH, hash, LOW, NodeTable, RECORD } from './table.ts'

const AND = 0
const XOR = 1

/** The result of operands that need no descent is a function; others are told by this. */
const OPEN = -2

const FIRST_CACHE_ENTRIES = 1 << 11
const CACHE_ENTRIES_MAX = 1 << 22
/** The cache grows with the diagram; measured, a larger one loses more to memory than it saves. */
const NODES_PER_ENTRY = 2
/** It also grows after so many steps without a new node: results that were needed are lost then. */
const ENTRIES_PER_REPEAT = 2
/** Numbers of one entry: first operand and operation, second operand, result, and room. */
const ENTRY = 4
/** Numbers of one frame of the stack: both operands, the result on the high side, and the sign. */
const FRAME = 4

/** Steps between two looks at whether time is up. */
const STEPS_BETWEEN_LOOKS = 1 << 14

/**
 * Decision diagrams in plain arrays: for platforms that run nothing else, and what the faster
 * implementation is tested against.
 *
 * Operations are simultaneous descents with a direct-mapped cache of results (a newer result takes
 * the place of an older one) and a stack in an array: its depth is at most the number of events, so
 * that diagrams may be deeper than the call stack.
 * Complexity: at most the product of the sizes of the operands while the cache holds.
 * Limits: nodes, and `isOver`, which is asked now and then.
 */
export class PlainBdd implements Bdd {
  readonly #table: NodeTable
  readonly #isOver: () => boolean
  #stack: Int32Array = new Int32Array(FRAME * 64)
  #cache = new Int32Array(ENTRY * FIRST_CACHE_ENTRIES)
  #cacheMask = FIRST_CACHE_ENTRIES - 1
  #repeats = 0
  #stepsLeft = STEPS_BETWEEN_LOOKS

  constructor(nodesMax: number, isOver: () => boolean) {
    this.#table = new NodeTable(nodesMax)
    this.#isOver = isOver
  }

  get size(): number {
    return this.#table.size
  }

  get records(): Int32Array {
    return this.#table.records
  }

  level(f: BooleanFunction): number {
    return this.#table.records[RECORD * (f >> 1)]!
  }

  variable(level: number): BooleanFunction {
    return this.decision(level, ALWAYS, NEVER)
  }

  decision(level: number, high: BooleanFunction, low: BooleanFunction): BooleanFunction {
    if (high === low) return low
    const sign = low & 1
    const node = this.#table.unique(level, high ^ sign, low ^ sign)
    return node === FULL ? FULL : (2 * node) ^ sign
  }

  not(f: BooleanFunction): BooleanFunction {
    return f === FULL ? FULL : f ^ 1
  }

  and(f: BooleanFunction, g: BooleanFunction): BooleanFunction {
    return f === FULL || g === FULL ? FULL : this.#run(AND, f, g)
  }

  or(f: BooleanFunction, g: BooleanFunction): BooleanFunction {
    return f === FULL || g === FULL ? FULL : this.not(this.#run(AND, f ^ 1, g ^ 1))
  }

  xor(f: BooleanFunction, g: BooleanFunction): BooleanFunction {
    if (f === FULL || g === FULL) return FULL
    const sign = (f ^ g) & 1
    const result = this.#run(XOR, f & ~1, g & ~1)
    return result === FULL ? FULL : result ^ sign
  }

  release(): void {
    // Memory is collected by itself.
  }

  #run(operation: number, f: BooleanFunction, g: BooleanFunction): BooleanFunction {
    let stack = this.#stack
    let depth = 0
    let a = f
    let b = g
    for (;;) {
      let sign = 0
      if (operation === XOR) {
        sign = (a ^ b) & 1
        a &= ~1
        b &= ~1
      }
      if (a > b) {
        const first = b
        b = a
        a = first
      }
      let result = this.#known(operation, a, b)
      if (result === OPEN) {
        if (depth === stack.length) {
          stack = enlarged(stack, 2 * depth)
          this.#stack = stack
        }
        stack[depth] = a
        stack[depth + 1] = b
        stack[depth + 2] = OPEN
        stack[depth + 3] = sign
        depth += FRAME
        const level = Math.min(this.level(a), this.level(b))
        a = this.#side(a, level, HIGH)
        b = this.#side(b, level, HIGH)
        continue
      }
      result ^= sign
      // Frames that have their high side are complete now; the first that has not goes on.
      while (depth > 0 && stack[depth - 2] !== OPEN) {
        depth -= FRAME
        result = this.#combine(
          operation,
          stack[depth]!,
          stack[depth + 1]!,
          stack[depth + 2]!,
          result,
        )
        if (result === FULL) return FULL
        result ^= stack[depth + 3]!
      }
      if (depth === 0) return result
      stack[depth - 2] = result
      a = stack[depth - 4]!
      b = stack[depth - 3]!
      const level = Math.min(this.level(a), this.level(b))
      a = this.#side(a, level, LOW)
      b = this.#side(b, level, LOW)
    }
  }

  /** The result of an operation from the results on both sides. */
  #combine(
    operation: number,
    a: BooleanFunction,
    b: BooleanFunction,
    high: BooleanFunction,
    low: BooleanFunction,
  ): BooleanFunction {
    this.#stepsLeft -= 1
    if (this.#stepsLeft === 0) {
      if (this.#isOver()) return FULL
      this.#stepsLeft = STEPS_BETWEEN_LOOKS
    }
    const level = Math.min(this.level(a), this.level(b))
    const before = this.#table.size
    const result = this.decision(level, high, low)
    if (this.#table.size === before) this.#repeats += 1
    const entries = this.#cacheMask + 1
    const isLosing = this.#repeats > entries / ENTRIES_PER_REPEAT
    if (isLosing || this.#table.size > NODES_PER_ENTRY * entries) this.#growCache()
    const cache = this.#cache
    const key = 2 * a + operation
    const entry = ENTRY * (hash(key, b, 0) & this.#cacheMask)
    cache[entry] = key
    cache[entry + 1] = b
    cache[entry + 2] = result
    return result
  }

  /** The result when it is plain or in the cache, otherwise `OPEN`; a <= b. */
  #known(operation: number, a: BooleanFunction, b: BooleanFunction): BooleanFunction {
    if (operation === AND) {
      if (a === b) return a
      if (a <= ALWAYS) return a === NEVER ? NEVER : b
      if ((a ^ b) === 1) return NEVER
    } else {
      if (a === b) return NEVER
      if (a === NEVER) return b
    }
    const cache = this.#cache
    const key = 2 * a + operation
    const entry = ENTRY * (hash(key, b, 0) & this.#cacheMask)
    return cache[entry] === key && cache[entry + 1] === b ? cache[entry + 2]! : OPEN
  }

  /** The side of a function below a level at which it may decide; itself where it does not. */
  #side(f: BooleanFunction, level: number, side: number): BooleanFunction {
    const at = RECORD * (f >> 1)
    const { records } = this.#table
    return records[at] === level ? records[at + side]! ^ (f & 1) : f
  }

  #growCache(): void {
    this.#repeats = 0
    const entries = 2 * (this.#cacheMask + 1)
    if (entries > CACHE_ENTRIES_MAX) return
    const old = this.#cache
    const cache = new Int32Array(ENTRY * entries)
    for (let i = 0; i < old.length; i += ENTRY) {
      const key = old[i]!
      if (key === 0) continue
      const entry = ENTRY * (hash(key, old[i + 1]!, 0) & (entries - 1))
      cache[entry] = key
      cache[entry + 1] = old[i + 1]!
      cache[entry + 2] = old[i + 2]!
    }
    this.#cache = cache
    this.#cacheMask = entries - 1
  }
}
