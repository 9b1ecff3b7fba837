import { ALWAYS, type Bdd, type BooleanFunction, NEVER } from './bdd.ts'
import { FULL, HIGH, LOW, RECORD } from './table.ts'

/** Sets of literals; a literal is twice the distance of a level from the first, plus a value. */
interface Cubes {
  /** Of one literal more, which decides at an earlier level than the others. */
  with(literal: number, rest: number): number
  literals(cube: number): number[]
}

/** The set without a literal. */
const EMPTY = 0

/** A literal below this and a set below 2^31 are one key. */
const LITERALS_MAX = 2 ** 22

/** What an answer may cost. */
export interface ImplicantLimits {
  readonly implicants_max: number
  /** Functions and sets met on the way, in one question. */
  readonly held_max: number
  readonly isOver: () => boolean
}

/**
 * Prime implicants of functions: the sets of literals that make a function true, of which none can
 * be spared.
 *
 * Input: functions that decide at a first level and later ones only. Result: exact, every prime
 * once, short ones first and then by their literals; null when a function has more than
 * `implicants_max`, or another limit was reached. Of a monotone function the primes are its minimal
 * causes.
 * With f0 and f1 for a function without and with its first variable x, its primes are those of
 * "f0 and f1", those of f0 that are not among them with the literal "not x", and those of f1 that
 * are not among them with the literal "x". So none of the three has more primes than the function.
 * Complexity: the distinct functions met (of a monotone function: its nodes) times their primes.
 * Reference: O. Coudert, J. Madre, "Implicit and incremental computation of primes and essential
 * primes of Boolean functions", 1992.
 */
export class Implicants {
  readonly #bdd: Bdd
  readonly #first: number
  readonly #limits: ImplicantLimits
  readonly #cubes = cubes()
  /** Primes by function; null where they are too many. */
  readonly #known = new Map<BooleanFunction, readonly number[] | null>([
    [NEVER, []],
    [ALWAYS, [EMPTY]],
  ])
  #held = 0

  constructor(bdd: Bdd, first: number, limits: ImplicantLimits) {
    this.#bdd = bdd
    this.#first = first
    this.#limits = limits
  }

  /** Whether so much is held that a new store should take the place of this one. */
  get isLarge(): boolean {
    return this.#held > this.#limits.held_max
  }

  /** Each prime as its literals, by level. */
  of(f: BooleanFunction): readonly (readonly number[])[] | null {
    const primes = this.#primes(f)
    if (primes === null) return null
    const found = primes.map((cube) => this.#cubes.literals(cube))
    return found.sort(compared)
  }

  #primes(f: BooleanFunction): readonly number[] | null {
    const { held_max, isOver } = this.#limits
    // What earlier questions left does not shorten this one.
    const heldMax = this.#held + held_max
    const stack = [f]
    while (stack.length > 0) {
      const top = stack.at(-1)!
      if (this.#known.has(top)) {
        stack.pop()
        continue
      }
      const { low, high, both } = this.#parts(top)
      if (both === FULL || this.#held > heldMax || isOver()) return null
      const parts = [high, low, both]
      // One part with too many is enough to know that there are too many.
      const open = parts.filter((part) => !this.#known.has(part))
      if (open.length > 0 && !parts.some((part) => this.#known.get(part) === null)) {
        stack.push(...open)
        continue
      }
      const primes = this.#joined(top, low, high, both)
      this.#held += 1 + (primes?.length ?? 0)
      this.#known.set(top, primes)
      stack.pop()
    }
    return this.#known.get(f)!
  }

  #parts(f: BooleanFunction): { low: number; high: number; both: number } {
    const { records } = this.#bdd
    const at = RECORD * (f >> 1)
    const sign = f & 1
    const low = records[at + LOW]! ^ sign
    const high = records[at + HIGH]! ^ sign
    return { low, high, both: this.#bdd.and(low, high) }
  }

  #joined(f: number, low: number, high: number, both: number): readonly number[] | null {
    const [spared, without, having] = [both, low, high].map((part) => this.#known.get(part))
    if (!spared || !without || !having) return null
    const literal = 2 * (this.#bdd.level(f) - this.#first)
    const isSpared = new Set(spared)
    const primes = [...spared]
    for (const cube of without) {
      if (!isSpared.has(cube)) primes.push(this.#cubes.with(literal, cube))
    }
    for (const cube of having) {
      if (!isSpared.has(cube)) primes.push(this.#cubes.with(literal + 1, cube))
    }
    return primes.length > this.#limits.implicants_max ? null : primes
  }
}

/** Chains of literals that are unique: equal sets are one number. */
function cubes(): Cubes {
  const literalOf: number[] = [-1]
  const restOf: number[] = [EMPTY]
  const known = new Map<number, number>()
  return {
    with(literal, rest) {
      const key = rest * LITERALS_MAX + literal
      const found = known.get(key)
      if (found !== undefined) return found
      const cube = literalOf.length
      literalOf.push(literal)
      restOf.push(rest)
      known.set(key, cube)
      return cube
    },
    literals(cube) {
      const found: number[] = []
      for (let at = cube; at !== EMPTY; at = restOf[at]!) found.push(literalOf[at]!)
      return found
    },
  }
}

/** Short ones first, then by the first literal in which they differ. */
function compared(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length
  const at = a.findIndex((literal, i) => literal !== b[i])
  return at === -1 ? 0 : a[at]! - b[at]!
}
