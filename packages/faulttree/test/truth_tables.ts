import type { Formula, Model } from '../src/index.ts'

/** Bit i is the value under assignment i; bit j of an assignment is the free event number j. */
type Bits = Uint32Array

/** What a model with few free events answers, found without the engine. */
export interface Answers {
  /** Minimal sets of free events that cause the top when no other event of the model occurs. */
  readonly minimal: readonly (readonly string[])[]
  readonly probability: number
}

/** The first five free events within one word of 32 assignments. */
const PATTERNS = [0xaaaaaaaa, 0xcccccccc, 0xf0f0f0f0, 0xff00ff00, 0xffff0000]

/**
 * The value of a gate under every assignment of some events, all others as they are fixed.
 *
 * The meaning of the connectives, written once more: each gate once, for 32 assignments at a time.
 * Complexity: gates times their arguments times `2 ** free.length / 32`.
 */
export class TruthTables {
  readonly #model: Model
  readonly #free: readonly string[]
  readonly #occurring: ReadonlySet<string>
  readonly #words: number
  readonly #gates = new Map<string, Bits>()

  constructor(model: Model, free: readonly string[], occurring: ReadonlySet<string> = new Set()) {
    this.#model = model
    this.#free = free
    this.#occurring = occurring
    this.#words = Math.max(1, 2 ** free.length / 32)
  }

  answers(top: string): Answers {
    const table = this.#gate(top)
    const size = 2 ** this.#free.length
    const holds = (set: number): boolean => ((table[set >>> 5]! >>> (set & 31)) & 1) === 1
    const minimal: string[][] = []
    /** Whether a set or a part of it causes the top. */
    const caused = new Uint8Array(size)
    let probability = 0
    for (let set = 0; set < size; set += 1) {
      const byPart = this.#free.some(
        (_, i) => ((set >> i) & 1) === 1 && caused[set ^ (1 << i)] === 1,
      )
      const held = holds(set)
      if (held && !byPart) minimal.push(this.#free.filter((_, i) => ((set >> i) & 1) === 1))
      if (held || byPart) caused[set] = 1
      if (held) probability += this.#likelihood(set)
    }
    return { minimal, probability }
  }

  #likelihood(set: number): number {
    return this.#free.reduce((product, id, i) => {
      const p = this.#model.events.get(id)!.probability[1]
      return product * (((set >> i) & 1) === 1 ? p : 1 - p)
    }, 1)
  }

  #gate(id: string): Bits {
    const known = this.#gates.get(id)
    if (known !== undefined) return known
    const table = this.#table(this.#model.gates.get(id)!)
    this.#gates.set(id, table)
    return table
  }

  #table(formula: Formula): Bits {
    if (formula.op === 'event') return this.#event(formula.id)
    if (formula.op === 'gate') return this.#gate(formula.id)
    if (formula.op === 'constant') return this.#filled(formula.value)
    const args = formula.args.map((one) => this.#table(one))
    switch (formula.op) {
      case 'and':
        return args.reduce((a, b) => a.map((word, i) => word & b[i]!), this.#filled(true))
      case 'or':
        return args.reduce((a, b) => a.map((word, i) => word | b[i]!), this.#filled(false))
      case 'xor':
        return args.reduce((a, b) => a.map((word, i) => word ^ b[i]!), this.#filled(false))
      case 'not':
        return args[0]!.map((word) => ~word)
      case 'imply':
        return args[0]!.map((word, i) => ~word | args[1]![i]!)
      case 'iff':
        return args[0]!.map((word, i) => ~(word ^ args[1]![i]!))
      case 'at-least':
        return this.#atLeast(args, formula.k)
      case 'cardinality': {
        const tooMany = this.#atLeast(args, formula.max + 1)
        return this.#atLeast(args, formula.min).map((word, i) => word & ~tooMany[i]!)
      }
    }
  }

  /** Where at least so many hold: argument by argument, for each count up to it. */
  #atLeast(args: readonly Bits[], k: number): Bits {
    const counts = Array.from({ length: Math.max(0, k) + 1 }, (_, i) => this.#filled(i === 0))
    for (const arg of args) {
      for (let count = counts.length - 1; count > 0; count -= 1) {
        const below = counts[count - 1]!
        counts[count] = counts[count]!.map((word, i) => word | (below[i]! & arg[i]!))
      }
    }
    return counts.at(-1)!
  }

  #event(id: string): Bits {
    const bit = this.#free.indexOf(id)
    if (bit === -1) return this.#filled(this.#occurring.has(id))
    const pattern = PATTERNS[bit]
    return Uint32Array.from({ length: this.#words }, (_, word) => {
      if (pattern !== undefined) return pattern
      return ((word >> (bit - 5)) & 1) === 1 ? 0xffffffff : 0
    })
  }

  #filled(value: boolean): Bits {
    return new Uint32Array(this.#words).fill(value ? 0xffffffff : 0)
  }
}

/** A model whose other events are fixed: each either occurs or does not. */
export function reduced(
  model: Model,
  free: readonly string[],
  occurring: ReadonlySet<string>,
): Model {
  const isFree = new Set(free)
  const fixed = (formula: Formula): Formula => {
    if (formula.op === 'event') {
      if (isFree.has(formula.id)) return formula
      return { op: 'constant', value: occurring.has(formula.id) }
    }
    if (formula.op === 'gate' || formula.op === 'constant') return formula
    return { ...formula, args: formula.args.map(fixed) } as Formula
  }
  return {
    events: new Map(free.map((id) => [id, model.events.get(id)!])),
    gates: new Map([...model.gates].map(([id, formula]) => [id, fixed(formula)])),
  }
}
