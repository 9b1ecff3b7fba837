import { ALWAYS, type Arena, NEVER } from './bounds_arena.ts'
import { AND } from './bounds_form.ts'

/** A gate of an expression; arguments are slots, or `slots` plus the number of an earlier gate. */
export interface ExpressionGate {
  readonly kind: number
  readonly args: readonly number[]
}

/** A tree of gates over slots that hold nodes; no argument occurs twice, the top comes last. */
export interface Expression {
  readonly slots: number
  readonly gates: readonly ExpressionGate[]
}

/** What the slots of an expression hold, and bounds of its probability. */
export class State {
  readonly slots: Int32Array
  /** Bounds of the expression, once they were asked for. */
  low = 0
  high = 1
  readonly #arena: Arena
  readonly #expression: Expression
  /** Bounds of the slots, then of the gates. */
  readonly #low: Float64Array
  readonly #high: Float64Array

  constructor(arena: Arena, expression: Expression) {
    const { slots, gates } = expression
    this.#arena = arena
    this.#expression = expression
    this.slots = new Int32Array(slots)
    this.#low = new Float64Array(slots + gates.length)
    this.#high = new Float64Array(slots + gates.length)
  }

  /**
   * Settles constants in the slots: below a gate that is constant, all slots are that constant.
   * Returns how many slots are not constant.
   */
  fold(): number {
    const { slots, gates } = this.#expression
    for (let g = 0; g < gates.length; g += 1) {
      const { kind, args } = gates[g]!
      const zero = kind === AND ? NEVER : ALWAYS
      let isZero = false
      let isOne = true
      for (let i = 0; i < args.length; i += 1) {
        const arg = args[i]!
        const value = this.#constantOrNode(arg)
        if (value === zero) isZero = true
        if (value !== 1 - zero) isOne = false
        if (value <= ALWAYS) continue
        // An argument that another one equals adds nothing.
        for (let j = 0; j < i; j += 1) {
          if (this.#constantOrNode(args[j]!) === value) this.slots[arg] = 1 - zero
        }
      }
      if (isZero) this.#fill(slots + g, zero)
      this.#low[slots + g] = isZero ? zero : isOne ? 1 - zero : -1
    }
    let open = 0
    for (let i = 0; i < slots; i += 1) if (this.slots[i]! > ALWAYS) open += 1
    return open
  }

  /** The node in a slot; the constant that a gate is, or -1. */
  #constantOrNode(entry: number): number {
    return entry < this.#expression.slots ? this.slots[entry]! : this.#low[entry]!
  }

  #fill(entry: number, constant: number): void {
    const { slots, gates } = this.#expression
    if (entry < slots) this.slots[entry] = constant
    else for (const arg of gates[entry - slots]!.args) this.#fill(arg, constant)
  }

  /** Bounds of the probabilities of slots and gates. */
  bound(): void {
    const { slots, gates } = this.#expression
    const low = this.#low
    const high = this.#high
    for (let i = 0; i < slots; i += 1) {
      const chance = this.#arena.chance(this.slots[i]!)
      low[i] = chance
      high[i] = chance
    }
    for (let g = 0; g < gates.length; g += 1) {
      const { kind, args } = gates[g]!
      const isAnd = kind === AND
      let from = isAnd ? 1 : 0
      let to = from
      for (let i = 0; i < args.length; i += 1) {
        const arg = args[i]!
        from = isAnd ? from * low[arg]! : Math.max(from, low[arg]!)
        to = isAnd ? Math.min(to, high[arg]!) : to + high[arg]! * (1 - to)
      }
      low[slots + g] = from
      high[slots + g] = to
    }
    this.low = low[low.length - 1]!
    this.high = high[high.length - 1]!
  }
}
