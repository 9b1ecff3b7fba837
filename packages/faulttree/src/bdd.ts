import { enlarged, FULL, HIGH, hash, LOW, NodeTable, RECORD } from './table.ts'

/**
 * A function: twice the number of a node, plus one where it is the complement of the node's.
 *
 * Node 0 is the constant false. The low side of a node is never a complement, so that a function
 * has one number; a plain one is false when no event occurs, a complement is true then.
 */
export type Function = number

export const NEVER: Function = 0
export const ALWAYS: Function = 1

const AND = 0
const XOR = 1

/** The result of operands that need no descent is a function; others are told by this. */
const OPEN = -2

const FIRST_CACHE_ENTRIES = 1 << 11
const CACHE_ENTRIES_MAX = 1 << 22
/** The cache grows with the diagram; measured, a larger one loses more to memory than it saves. */
const NODES_PER_ENTRY = 2
/** Numbers of one entry: first operand and operation, second operand, result, and room. */
const ENTRY = 4
/** Numbers of one frame of the stack: both operands, the result on the high side, and the sign. */
const FRAME = 4

/** Steps between two looks at whether time is up. */
const STEPS_BETWEEN_LOOKS = 1 << 14

/**
 * Binary decision diagrams with complement edges.
 *
 * Operations are simultaneous descents with a direct-mapped cache of results (a newer result takes
 * the place of an older one) and a stack in an array: its depth is at most the number of events, so
 * that diagrams may be deeper than the call stack.
 * Complexity: at most the product of the sizes of the operands while the cache holds.
 * Limits: nodes, and `isOver`, which is asked now and then; `FULL` is the result of an operation
 * that a limit ended, and is handed on when it is an operand.
 * Reference: R. Bryant, "Graph-based algorithms for Boolean function manipulation", 1986; K. Brace,
 * R. Rudell, R. Bryant, "Efficient implementation of a BDD package", 1990.
 */
export class Bdd {
  readonly table: NodeTable
  readonly #isOver: () => boolean
  #stack: Int32Array = new Int32Array(FRAME * 64)
  #cache = new Int32Array(ENTRY * FIRST_CACHE_ENTRIES)
  #cacheMask = FIRST_CACHE_ENTRIES - 1
  #stepsLeft = STEPS_BETWEEN_LOOKS

  constructor(nodesMax: number, isOver: () => boolean) {
    this.table = new NodeTable(nodesMax)
    this.#isOver = isOver
  }

  level(f: Function): number {
    return this.table.records[RECORD * (f >> 1)]!
  }

  /** The function that is true when the event of a level occurs. */
  variable(level: number): Function {
    return this.decision(level, ALWAYS, NEVER)
  }

  /** "If the event of this level occurs then high else low." */
  decision(level: number, high: Function, low: Function): Function {
    if (high === low) return low
    const sign = low & 1
    const node = this.table.unique(level, high ^ sign, low ^ sign)
    return node === FULL ? FULL : (2 * node) ^ sign
  }

  not(f: Function): Function {
    return f === FULL ? FULL : f ^ 1
  }

  and(f: Function, g: Function): Function {
    return f === FULL || g === FULL ? FULL : this.#run(AND, f, g)
  }

  or(f: Function, g: Function): Function {
    return f === FULL || g === FULL ? FULL : this.not(this.#run(AND, f ^ 1, g ^ 1))
  }

  xor(f: Function, g: Function): Function {
    if (f === FULL || g === FULL) return FULL
    const sign = (f ^ g) & 1
    const result = this.#run(XOR, f & ~1, g & ~1)
    return result === FULL ? FULL : result ^ sign
  }

  #run(operation: number, f: Function, g: Function): Function {
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
  #combine(operation: number, a: Function, b: Function, high: Function, low: Function): Function {
    this.#stepsLeft -= 1
    if (this.#stepsLeft === 0) {
      if (this.#isOver()) return FULL
      this.#stepsLeft = STEPS_BETWEEN_LOOKS
    }
    const level = Math.min(this.level(a), this.level(b))
    const result = this.decision(level, high, low)
    if (this.table.size > NODES_PER_ENTRY * this.#cacheMask) this.#growCache()
    const cache = this.#cache
    const key = 2 * a + operation
    const entry = ENTRY * (hash(key, b, 0) & this.#cacheMask)
    cache[entry] = key
    cache[entry + 1] = b
    cache[entry + 2] = result
    return result
  }

  /** The result when it is plain or in the cache, otherwise `OPEN`; a <= b. */
  #known(operation: number, a: Function, b: Function): Function {
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
  #side(f: Function, level: number, side: number): Function {
    const at = RECORD * (f >> 1)
    const { records } = this.table
    return records[at] === level ? records[at + side]! ^ (f & 1) : f
  }

  #growCache(): void {
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
