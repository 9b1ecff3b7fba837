import { copiedFamily, type Diagram } from './diagram.ts'
import { enlarged, FULL, HIGH, hash, LEVEL_OF_TERMINALS, LOW, NodeTable, RECORD } from './table.ts'

/** The two terminals of a ZBDD: the empty family, and the family of the empty set alone. */
export const EMPTY = 0
export const UNIT = 1

/** The result of operands that need no descent is a family; others are told by this. */
const OPEN = -2

const FIRST_CACHE_ENTRIES = 1 << 11
const CACHE_ENTRIES_MAX = 1 << 22
const NODES_PER_ENTRY = 1
/** Numbers of one entry: the family, the function, the result, and room. */
const ENTRY = 4
/** Numbers of one frame of the stack: both operands, and the result on the high side. */
const FRAME = 3
const STEPS_BETWEEN_LOOKS = 1 << 14

/**
 * The minimal solutions of a monotone BDD: the family of its minimal cut sets, as a ZBDD.
 *
 * The minimal solutions of "if x then high else low" are those of low, and those of high that do
 * not satisfy low, each with x. Input assumed: a monotone function, not a complement, so that the
 * constant true is the only complement in it. Result: null at a limit. Complexity: one `without`
 * for each node of the BDD. Limits: nodes of the ZBDD, intermediate ones included, and `isOver`.
 * Reference: A. Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and
 * System Safety 40, 1993.
 */
export function minimalSolutions(
  bdd: Diagram,
  nodesMax: number,
  isOver: () => boolean,
): Diagram | null {
  const families = new Families(bdd, nodesMax, isOver)
  const solved = new Int32Array(bdd.nodes + 1)
  const solution = (f: number): number => (f === 1 ? UNIT : solved[f >> 1]!)
  for (let node = 1; node <= bdd.nodes; node += 1) {
    const low = bdd.low[node]!
    const above = families.without(solution(bdd.high[node]!), low)
    const family = families.family(bdd.level[node]!, above, solution(low))
    if (family === FULL) return null
    solved[node] = family
  }
  return copiedFamily(families.records, solution(bdd.root))
}

/** Families of sets, next to the functions of one monotone BDD. */
class Families {
  readonly #table: NodeTable
  readonly #bdd: Diagram
  readonly #isOver: () => boolean
  #stack: Int32Array = new Int32Array(FRAME * 64)
  #cache: Int32Array = new Int32Array(ENTRY * FIRST_CACHE_ENTRIES)
  #cacheMask = FIRST_CACHE_ENTRIES - 1
  #stepsLeft = STEPS_BETWEEN_LOOKS

  constructor(bdd: Diagram, nodesMax: number, isOver: () => boolean) {
    this.#bdd = bdd
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

  /** The sets of a family that do not satisfy a function; sets with an event are judged by its
   * high side alone, because it is monotone. */
  without(family: number, g: number): number {
    if (family === FULL) return FULL
    let stack = this.#stack
    let depth = 0
    let a = family
    let b = g
    for (;;) {
      b = this.#skipped(a, b)
      let result = this.#known(a, b)
      if (result === OPEN) {
        if (depth + FRAME > stack.length) {
          stack = enlarged(stack, 2 * stack.length)
          this.#stack = stack
        }
        stack[depth] = a
        stack[depth + 1] = b
        stack[depth + 2] = OPEN
        depth += FRAME
        b = this.#highOf(a, b)
        a = this.#table.records[RECORD * a + HIGH]!
        continue
      }
      // Frames that have their high side are complete now; the first that has not goes on.
      while (depth > 0 && stack[depth - 1] !== OPEN) {
        depth -= FRAME
        result = this.#combine(stack[depth]!, stack[depth + 1]!, stack[depth + 2]!, result)
        if (result === FULL) return FULL
      }
      if (depth === 0) return result
      stack[depth - 1] = result
      a = stack[depth - 3]!
      b = this.#lowOf(a, stack[depth - 2]!)
      a = this.#table.records[RECORD * a + LOW]!
    }
  }

  #levelOf(g: number): number {
    return g <= 1 ? LEVEL_OF_TERMINALS : this.#bdd.level[g >> 1]!
  }

  /** Sets of the family lack the events above its root: the function goes on with its low sides. */
  #skipped(family: number, g: number): number {
    if (family <= UNIT) return g
    const level = this.#table.records[RECORD * family]!
    let f = g
    while (this.#levelOf(f) < level) f = this.#bdd.low[f >> 1]!
    return f
  }

  #highOf(family: number, g: number): number {
    return this.#levelOf(g) === this.#table.records[RECORD * family]! ? this.#bdd.high[g >> 1]! : g
  }

  #lowOf(family: number, g: number): number {
    return this.#levelOf(g) === this.#table.records[RECORD * family]! ? this.#bdd.low[g >> 1]! : g
  }

  #known(family: number, g: number): number {
    if (family === EMPTY || g === 1) return EMPTY
    // The empty set satisfies no monotone function but the constant.
    if (family === UNIT || g === 0) return family
    const cache = this.#cache
    const entry = ENTRY * (hash(family, g, 0) & this.#cacheMask)
    return cache[entry] === family && cache[entry + 1] === g ? cache[entry + 2]! : OPEN
  }

  #combine(family: number, g: number, high: number, low: number): number {
    this.#stepsLeft -= 1
    if (this.#stepsLeft === 0) {
      if (this.#isOver()) return FULL
      this.#stepsLeft = STEPS_BETWEEN_LOOKS
    }
    const result = this.family(this.#table.records[RECORD * family]!, high, low)
    if (this.#table.size > NODES_PER_ENTRY * this.#cacheMask) this.#growCache()
    this.#remember(family, g, result)
    return result
  }

  #remember(family: number, g: number, result: number): void {
    const entry = ENTRY * (hash(family, g, 0) & this.#cacheMask)
    this.#cache[entry] = family
    this.#cache[entry + 1] = g
    this.#cache[entry + 2] = result
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
