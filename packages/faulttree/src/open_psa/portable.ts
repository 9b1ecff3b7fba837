import type { Formula } from '../model.ts'

/**
 * A formula as every reader of the format takes it: `and`, `or` and `atleast` have two arguments
 * or more, `xor` has two, no argument occurs twice, a constant stands alone, and connectives are
 * nested no deeper than `NESTING_MAX`.
 */
export type Portable =
  | { readonly op: 'event' | 'gate'; readonly name: string }
  | { readonly op: 'constant'; readonly value: boolean }
  | {
      readonly op: 'and' | 'or' | 'xor' | 'not' | 'atleast'
      readonly min: number
      readonly args: readonly Portable[]
      readonly height: number
    }

/** What deeper formulas are cut into are gates of their own: some readers stop at 256 levels. */
export const NESTING_MAX = 6

/** Where references lead, and where formulas that need a name of their own get one. */
export interface GateSink {
  /** The name of an event or gate. */
  name(op: 'event' | 'gate', id: string): string
  /** Writes a gate of its own for a formula; returns its name. */
  gate(formula: Portable): string
}

const TRUE: Portable = { op: 'constant', value: true }
const FALSE: Portable = { op: 'constant', value: false }

/**
 * Turns formulas of a model into portable ones that are true for the same assignments.
 *
 * `imply`, `iff` and `cardinality`, which not every reader knows, become `or`, `xor` and `atleast`.
 * An argument that is repeated weighs more in `atleast`, and is taken out of it by cases: SCRAM
 * 0.16 refuses the same argument twice, and miscounts what it finds to be the same. A formula
 * object that several use is written once.
 *
 * Input assumed: a sound model. Complexity: linear in the formulas as objects; for a threshold with
 * repeated arguments, at most their number times its own. Limits: none; nesting uses no call stack.
 */
export class PortableFormulas {
  readonly #sink: GateSink
  readonly #uses = new Map<Formula, number>()
  readonly #done = new Map<Formula, Portable>()

  constructor(sink: GateSink) {
    this.#sink = sink
  }

  /** Counts how often each formula object is used: of all formulas, before any is read. */
  count(top: Formula): void {
    const pending = [top]
    for (let formula = pending.pop(); formula !== undefined; formula = pending.pop()) {
      if (!('args' in formula)) continue
      const uses = (this.#uses.get(formula) ?? 0) + 1
      this.#uses.set(formula, uses)
      if (uses === 1) for (const argument of formula.args) pending.push(argument)
    }
  }

  of(top: Formula): Portable {
    const stack: { readonly formula: Formula; next: number }[] = [{ formula: top, next: 0 }]
    for (;;) {
      const frame = stack.at(-1)!
      const args = 'args' in frame.formula ? frame.formula.args : []
      const argument = args[frame.next]
      if (argument !== undefined) {
        frame.next += 1
        if ('args' in argument && !this.#done.has(argument)) {
          stack.push({ formula: argument, next: 0 })
        }
        continue
      }
      stack.pop()
      const portable = this.#build(frame.formula)
      if (stack.length === 0) return portable
      this.#done.set(frame.formula, this.#shared(frame.formula) ? this.#alone(portable) : portable)
    }
  }

  #shared(formula: Formula): boolean {
    return (this.#uses.get(formula) ?? 0) > 1
  }

  /** A formula whose arguments are built. */
  #build(formula: Formula): Portable {
    if (formula.op === 'event' || formula.op === 'gate') {
      return { op: formula.op, name: this.#sink.name(formula.op, formula.id) }
    }
    if (formula.op === 'constant') return formula.value ? TRUE : FALSE
    const args = formula.args.map((one) => this.#done.get(one) ?? this.#build(one))
    switch (formula.op) {
      case 'not':
        return this.#not(args[0]!)
      case 'and':
      case 'or':
        return this.#join(formula.op, args)
      case 'xor':
        return this.#xor(args)
      case 'imply':
        return this.#join('or', [this.#not(args[0]!), args[1]!])
      case 'iff':
        return this.#not(this.#xor(args))
      case 'at-least':
        return this.#atLeast(formula.k, args)
      case 'cardinality': {
        // Each argument is used twice.
        const alone = args.map((one) => this.#alone(one))
        const tooMany = this.#atLeast(formula.max + 1, alone)
        return this.#join('and', [this.#atLeast(formula.min, alone), this.#not(tooMany)])
      }
    }
  }

  /** The same as a reference, by way of a gate where it is none. */
  #alone(portable: Portable): Portable {
    if (!('args' in portable)) return portable
    return { op: 'gate', name: this.#sink.gate(portable) }
  }

  #made(op: 'and' | 'or' | 'xor' | 'not' | 'atleast', min: number, args: Portable[]): Portable {
    const low = args.map((one) => (heightOf(one) < NESTING_MAX ? one : this.#alone(one)))
    return { op, min, args: low, height: 1 + Math.max(...heightsOf(low)) }
  }

  #not(argument: Portable): Portable {
    if (argument.op === 'constant') return argument.value ? FALSE : TRUE
    if (argument.op === 'not') return argument.args[0]!
    return this.#made('not', 1, [argument])
  }

  #join(op: 'and' | 'or', args: readonly Portable[]): Portable {
    const neutral = op === 'and'
    const kept = new Map<Portable | string, Portable>()
    for (const one of args) {
      if (one.op !== 'constant') kept.set(keyOf(one), one)
      else if (one.value !== neutral) return one
    }
    const [first] = kept.values()
    if (first === undefined) return neutral ? TRUE : FALSE
    return kept.size === 1 ? first : this.#made(op, 1, [...kept.values()])
  }

  /** In pairs, so that the tree stays low. What occurs twice cancels itself. */
  #xor(args: readonly Portable[]): Portable {
    let odd = false
    const kept = new Map<Portable | string, Portable>()
    for (const one of args) {
      if (one.op === 'constant') odd = odd !== one.value
      else if (!kept.delete(keyOf(one))) kept.set(keyOf(one), one)
    }
    let row = [...kept.values()]
    if (row.length === 0) return odd ? TRUE : FALSE
    while (row.length > 1) {
      const next: Portable[] = []
      for (let i = 0; i < row.length; i += 2) {
        const pair = row.slice(i, i + 2)
        next.push(pair.length === 2 ? this.#made('xor', 1, pair) : pair[0]!)
      }
      row = next
    }
    return odd ? this.#not(row[0]!) : row[0]!
  }

  #atLeast(k: number, args: readonly Portable[]): Portable {
    const open = args.filter((one) => one.op !== 'constant')
    const held = args.filter((one) => one.op === 'constant' && one.value).length
    const min = k - held
    if (min <= 0) return TRUE
    if (min > open.length) return FALSE
    if (min === 1) return this.#join('or', open)
    if (min === open.length) return this.#join('and', open)
    const weights = new Map<Portable | string, { readonly one: Portable; weight: number }>()
    for (const one of open) {
      const known = weights.get(keyOf(one))
      if (known === undefined) weights.set(keyOf(one), { one, weight: 1 })
      else known.weight += 1
    }
    if (weights.size === open.length) return this.#made('atleast', min, open)
    return this.#weighted(
      min,
      new Map([...weights.values()].map((entry) => [entry.one, entry.weight])),
    )
  }

  /**
   * A threshold some of whose arguments are repeated: whether each of these holds decides how much
   * is still needed of the rest. A level for each, a gate for each remainder that can be.
   */
  #weighted(min: number, weights: ReadonlyMap<Portable, number>): Portable {
    const heavy = [...weights].filter(([, weight]) => weight > 1)
    const single = [...weights].filter(([, weight]) => weight === 1).map(([one]) => one)
    const levels = [new Set([min])]
    for (const [, weight] of heavy) {
      const needs = new Set<number>()
      for (const need of levels.at(-1)!) {
        needs.add(need)
        if (need > weight) needs.add(need - weight)
      }
      levels.push(needs)
    }
    let below = new Map<number, Portable>()
    for (const need of levels.at(-1)!) below.set(need, this.#alone(this.#atLeast(need, single)))
    for (let level = heavy.length - 1; level >= 0; level -= 1) {
      const [one, weight] = heavy[level]!
      const here = new Map<number, Portable>()
      for (const need of levels[level]!) {
        const rest = need > weight ? below.get(need - weight)! : TRUE
        const either = this.#join('or', [this.#join('and', [one, rest]), below.get(need)!])
        here.set(need, level === 0 ? either : this.#alone(either))
      }
      below = here
    }
    return below.get(min)!
  }
}

/** Equal for references to the same; formulas differ, as what several use is a reference. */
function keyOf(portable: Portable): Portable | string {
  return 'name' in portable ? portable.name : portable
}

function heightOf(portable: Portable): number {
  return 'args' in portable ? portable.height : 0
}

/** Bounded by NESTING_MAX, so that the number of arguments is no number of call arguments. */
function heightsOf(args: readonly Portable[]): number[] {
  return [...new Set(args.map(heightOf))]
}
