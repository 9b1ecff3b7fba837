import { ALWAYS, type Bdd, type BooleanFunction, NEVER } from './bdd.ts'
import { createBdd } from './bdd_choice.ts'
import { cofactor } from './residual_cofactor.ts'
import { decisionsOf } from './residual_decisions.ts'
import { Implicants } from './residual_implicants.ts'
import { type Remainder, Spread } from './residual_spread.ts'
import { FULL, HIGH, LEVEL_OF_TERMINALS, LOW, RECORD } from './table.ts'

/** A function in the diagram; equal functions have equal numbers. */
export type Fn = number

/** What a switch is set to. */
export interface Literal {
  readonly switch: string
  readonly value: boolean
}

/**
 * A function of switches as decisions. Each leads, when its switch is on and when it is off, to one
 * before it by its number, to -1 where the function never holds or to -2 where it always does.
 */
export interface Decisions {
  /** Where the function begins: the last decision, -1 or -2. */
  readonly root: number
  readonly decisions: readonly {
    readonly switch: string
    readonly on: number
    readonly off: number
    /** A side of which everything holds on the other side too; null when there is none. */
    readonly free: 'on' | 'off' | null
  }[]
}

/** What a diagram may cost. */
export interface ResidualLimits {
  /** Decision nodes, about 40 bytes each. */
  readonly nodes_max: number
  /** Different functions that may remain of one. */
  readonly remainders_max: number
  /** Prime implicants of one function. */
  readonly implicants_max: number
  /** Decisions of one function of switches. */
  readonly decisions_max: number
  /** Functions and sets met while those of one function are sought, about 60 bytes each. */
  readonly held_max: number
  /** Whether time is up; asked now and then. */
  readonly isOver: () => boolean
}

const DEFAULTS: ResidualLimits = {
  nodes_max: 4_000_000,
  remainders_max: 20_000,
  implicants_max: 2_000,
  decisions_max: 10_000,
  held_max: 4_000_000,
  isOver: () => false,
}

/** All events lie above all switches. */
const FIRST_SWITCH = 2 ** 30

/**
 * Functions of events, which occur with a probability and independently, and of switches, which
 * somebody sets: what remains to be decided when all events are settled, and how probable that is.
 *
 * All events lie above all switches, each kind in the order of first mention. So a node at the
 * border is a function of switches that remains, and the paths that lead to it are its probability.
 * An id may name an event and a switch; they are two things.
 * Result: exact but for rounding; the same calls in the same order give the same numbers.
 * Complexity: an operation at most the product of the sizes of its operands, `remainders` and
 * `probability` linear in the nodes of the function. Diagrams may be deeper than the call stack.
 * Nodes are never given back: a chain of gates whose far end is mentioned first makes as many as
 * the square of its length, one whose near end is mentioned first as many as its length.
 * Limits: `ResidualLimits`. A function that one of them ended is unfinished, and so is what is made
 * of it; what was made before stays valid. To ask what an unfinished function depends on, or how
 * probable it is, throws: the caller did not look at `isFinished`.
 * Reference: R. Bryant, "Graph-based algorithms for Boolean function manipulation", 1986.
 */
export class ResidualDiagram {
  readonly never: Fn = NEVER
  readonly always: Fn = ALWAYS
  readonly #limits: ResidualLimits
  readonly #bdd: Bdd
  readonly #events = new Names()
  readonly #switches = new Names()
  readonly #spread = new Spread()
  #implicants: Implicants
  readonly #answered = new Map<Fn, readonly (readonly Literal[])[]>()

  constructor(limits: Partial<ResidualLimits> = {}) {
    this.#limits = { ...DEFAULTS, ...limits }
    this.#bdd = createBdd(this.#limits.nodes_max, this.#limits.isOver)
    this.#implicants = this.#newImplicants()
  }

  /** The event of that id; its level is the order of first mention. */
  event(id: string): Fn {
    return this.#bdd.variable(this.#events.numberOf(id))
  }

  /** The switch of that id; its level is the order of first mention, below all events. */
  switch(id: string): Fn {
    return this.#bdd.variable(FIRST_SWITCH + this.#switches.numberOf(id))
  }

  not(f: Fn): Fn {
    return this.#bdd.not(f)
  }

  and(f: Fn, g: Fn): Fn {
    return this.#bdd.and(f, g)
  }

  or(f: Fn, g: Fn): Fn {
    return this.#bdd.or(f, g)
  }

  /** If s then a else b. */
  choose(s: Fn, a: Fn, b: Fn): Fn {
    if (s === FULL || a === FULL || b === FULL) return FULL
    if (this.#decides(s, a, b)) return this.#bdd.decision(this.#bdd.level(s), a, b)
    return this.#bdd.or(this.#bdd.and(s, a), this.#bdd.and(this.#bdd.not(s), b))
  }

  /**
   * At least k of the functions hold; a repeated one counts each time.
   *
   * Complexity: `k * (n - k + 1)` operations. The functions that begin at the latest levels are
   * counted first, so that a variable is put above what is counted already. So `atLeast(1, fs)` and
   * `atLeast(fs.length, fs)` are also the fast ways to join a long list.
   */
  atLeast(k: number, fs: readonly Fn[]): Fn {
    if (fs.includes(FULL)) return FULL
    const sorted = [...fs].sort((f, g) => this.#bdd.level(g) - this.#bdd.level(f))
    /** By how many are wanted, of the functions counted so far. */
    let counted = new Map<number, Fn>()
    const wanted = (count: number, of: number): Fn =>
      count <= 0 ? ALWAYS : count > of ? NEVER : counted.get(count)!
    for (const [i, f] of sorted.entries()) {
      const next = new Map<number, Fn>()
      const first = Math.max(1, k - (sorted.length - 1 - i))
      for (let count = first; count <= Math.min(k, i + 1); count += 1) {
        next.set(count, this.#counting(f, wanted(count - 1, i), wanted(count, i)))
      }
      counted = next
    }
    return wanted(k, sorted.length)
  }

  /** What f is when an event occurs, or when it does not. */
  given(f: Fn, event: string, occurs: boolean): Fn {
    if (f === FULL) return FULL
    return cofactor(this.#bdd, f, this.#events.numberOf(event), occurs, FIRST_SWITCH)
  }

  /** False when a limit was reached while f was made. */
  isFinished(f: Fn): boolean {
    return f !== FULL
  }

  /** The events that f depends on, in the order of their levels. */
  eventsOf(f: Fn): readonly string[] {
    const levels = this.#spread.levels(this.#bdd.records, finished(f), FIRST_SWITCH)
    return levels.map((level) => this.#events.ids[level]!)
  }

  /**
   * The functions of switches that remain of f when all events are settled, each once and with the
   * probability that it is the one; constants included, those without any probability left out.
   *
   * Probabilities by event id, from 0 to 1; those of the result sum to 1 up to rounding. The order
   * is that of the diagram. Null when f is unfinished or a limit was reached.
   */
  remainders(f: Fn, probability: (eventId: string) => number): readonly Remainder[] | null {
    if (f === FULL) return null
    return this.#spread.remainders(this.#bdd.records, f, {
      border: FIRST_SWITCH,
      chance: this.#chances(probability),
      ends_max: this.#limits.remainders_max,
      isOver: this.#limits.isOver,
    })
  }

  /**
   * The prime implicants of a function of switches, its minimal causes when it is monotone; short
   * ones first. `[]` for never, `[[]]` for always; null when f is unfinished or a limit was
   * reached. A function that depends on an event throws, because the caller mixed them up.
   */
  implicants(f: Fn): readonly (readonly Literal[])[] | null {
    if (f === FULL) return null
    if (this.#bdd.level(f) < FIRST_SWITCH) throw new Error('implicants of a function of events')
    const known = this.#answered.get(f)
    if (known !== undefined) return known
    if (this.#implicants.isLarge) {
      this.#implicants = this.#newImplicants()
      this.#answered.clear()
    }
    const found = this.#implicants.of(f)
    if (found === null) return null
    const named = found.map((literals) => literals.map((literal) => this.#named(literal)))
    this.#answered.set(f, named)
    return named
  }

  /**
   * A function of switches as its decisions; null when f is unfinished or there are more than
   * `decisions_max`. A function that depends on an event throws.
   */
  decisions(f: Fn): Decisions | null {
    if (f === FULL) return null
    if (this.#bdd.level(f) < FIRST_SWITCH) throw new Error('decisions of a function of events')
    const found = decisionsOf(this.#bdd, f, this.#limits.decisions_max)
    if (found === null) return null
    const decisions = found.decisions.map(({ level, on, off, free }) => ({
      switch: this.#switches.ids[level - FIRST_SWITCH]!,
      on,
      off,
      free,
    }))
    return { root: found.root, decisions }
  }

  /** The probability of f when the switches in `on` are on and all others off. */
  probability(f: Fn, probability: (eventId: string) => number, on: ReadonlySet<string>): number {
    const ofEvent = this.#chances(probability)
    const found = this.#spread.remainders(this.#bdd.records, finished(f), {
      border: LEVEL_OF_TERMINALS,
      chance: (level) => {
        if (level < FIRST_SWITCH) return ofEvent(level)
        return on.has(this.#switches.ids[level - FIRST_SWITCH]!) ? 1 : 0
      },
      ends_max: 2,
      isOver: () => false,
    })
    return found!.find(({ remainder }) => remainder === ALWAYS)?.probability ?? 0
  }

  /** Whether s is a variable that lies above all that a and b depend on. */
  #decides(s: Fn, a: Fn, b: Fn): boolean {
    const { records } = this.#bdd
    const at = RECORD * (s >> 1)
    const level = records[at]!
    if ((s & 1) === 1 || records[at + HIGH] !== ALWAYS || records[at + LOW] !== NEVER) return false
    return level < records[RECORD * (a >> 1)]! && level < records[RECORD * (b >> 1)]!
  }

  /** If f then a else b, where b implies a. */
  #counting(f: Fn, a: Fn, b: Fn): Fn {
    if (f === FULL || a === FULL || b === FULL) return FULL
    if (this.#decides(f, a, b)) return this.#bdd.decision(this.#bdd.level(f), a, b)
    return this.#bdd.or(b, this.#bdd.and(f, a))
  }

  /** Asks for the probability of each event once. */
  #chances(probability: (eventId: string) => number): (level: number) => number {
    const { ids } = this.#events
    const known = new Float64Array(ids.length).fill(-1)
    return (level) => {
      if (known[level] === -1) known[level] = probability(ids[level]!)
      return known[level]!
    }
  }

  #named(literal: number): Literal {
    return { switch: this.#switches.ids[literal >> 1]!, value: (literal & 1) === 1 }
  }

  #newImplicants(): Implicants {
    return new Implicants(this.#bdd, FIRST_SWITCH, this.#limits)
  }
}

/** Ids in the order of first mention. */
class Names {
  readonly ids: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.ids.length
    this.ids.push(id)
    this.#numbers.set(id, number)
    return number
  }
}

/** A bug of the caller is told at once. */
function finished(f: BooleanFunction): BooleanFunction {
  if (f === FULL) throw new Error('an unfinished function was asked about')
  return f
}
