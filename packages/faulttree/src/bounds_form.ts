import { argsOf, isNegated, type Literal, type Vertex } from './graph.ts'
import { type Part, placesOf } from './part.ts'

export const LEAF = 0
export const AND = 1
export const OR = 2

/**
 * A part as conjunctions and disjunctions of leaves and complements of leaves.
 *
 * Arguments have smaller numbers than what they are in; the last node is the top.
 */
export interface Form {
  /** By node: `LEAF`, `AND` or `OR`. */
  readonly kinds: readonly number[]
  readonly args: readonly (readonly number[])[]
  /** By node that is a leaf: twice its level, plus one for its complement. */
  readonly literals: readonly number[]
  /** By level: 1 where the leaf stands as it is, 2 where its complement does, 3 for both. */
  readonly signs: Uint8Array
  /** Whether no leaf stands both as it is and complemented. */
  readonly isUnate: boolean
}

/** What stands for a constant while a form is made. */
const NEVER = -1
const ALWAYS = -2

const NONE: readonly number[] = []

/**
 * The form of a part, or of its complement when `isFlipped`.
 *
 * Input assumed: `order` holds the leaves of the part; `isLeafFlipped` tells those whose variable
 * is the complement of the leaf. Result: null when it takes more than `nodesMax` nodes, or when it
 * is constant. Complexity: linear, but for thresholds: arguments times what is left to reach.
 */
export function formOf(
  part: Part,
  order: readonly number[],
  isLeafFlipped: (place: number) => boolean,
  isFlipped: boolean,
  nodesMax: number,
): Form | null {
  const maker = new Maker(order.length, nodesMax)
  const { region, top, isLeaf } = part
  const levels = new Int32Array(top + 1)
  for (const [level, place] of order.entries()) levels[place] = level
  const places = placesOf(part)
  const needed = neededSigns(part, places, isFlipped)
  const made = new Int32Array(2 * (top + 1)).fill(NEVER)
  const depths = new Int32Array(top + 1)
  const value = (arg: Literal): number => made[2 * region.place(arg) + (arg & 1)]!
  for (const place of places) {
    const vertex = region.vertex(place)
    const leaf = isLeaf[place] === 1 && place !== top
    depths[place] = leaf
      ? levels[place]!
      : argsOf(vertex).reduce((least, arg) => Math.min(least, depths[region.place(arg)]!), 2 ** 30)
    for (const sign of [0, 1]) {
      if (((needed[place]! >> sign) & 1) === 0) continue
      const node = leaf
        ? maker.leaf(levels[place]!, sign ^ (isLeafFlipped(place) ? 1 : 0))
        : maker.gate(vertex, sign, value, (arg) => depths[region.place(arg)]!)
      made[2 * place + sign] = node
      if (maker.isFull) return null
    }
  }
  return maker.form(made[2 * top + (isFlipped ? 1 : 0)]!)
}

/** By place: 1 where it is needed as it is, 2 where its complement is. */
function neededSigns({ region, top, isLeaf }: Part, places: Int32Array, isFlipped: boolean) {
  const needed = new Uint8Array(top + 1)
  needed[top] = isFlipped ? 2 : 1
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const place = places[i]!
    if (isLeaf[place] === 1 && place !== top) continue
    const vertex = region.vertex(place)
    const here = vertex.op === 'xor' ? 3 : needed[place]!
    const there = ((here & 1) << 1) | (here >> 1)
    for (const arg of argsOf(vertex)) {
      const child = region.place(arg)
      needed[child] = needed[child]! | (isNegated(arg) ? there : here)
    }
  }
  return needed
}

type Value = (arg: Literal) => number

class Maker {
  readonly #kinds: number[] = []
  readonly #args: (readonly number[])[] = []
  readonly #literals: number[] = []
  readonly #signs: Uint8Array
  readonly #nodesMax: number

  constructor(levels: number, nodesMax: number) {
    this.#signs = new Uint8Array(levels)
    this.#nodesMax = nodesMax
  }

  get isFull(): boolean {
    return this.#kinds.length > this.#nodesMax
  }

  leaf(level: number, sign: number): number {
    this.#signs[level] = this.#signs[level]! | (1 << sign)
    return this.#add(LEAF, NONE, 2 * level + sign)
  }

  /** A gate, or its complement, of what its arguments and their complements have become. */
  gate(vertex: Vertex, sign: number, value: Value, depth: Value): number {
    const signed: Value = (arg) => value(arg ^ sign)
    if (vertex.op === 'and') return this.#join(sign === 0 ? AND : OR, vertex.args.map(signed))
    if (vertex.op === 'xor') return this.#parity([...vertex.args].sort(by(depth)), sign, value)
    if (vertex.op !== 'at-least') throw new Error(`${vertex.op} is no gate`)
    const terms = vertex.args.map((arg, i) => ({ arg, weight: vertex.weights[i]! }))
    terms.sort((a, b) => depth(a.arg) - depth(b.arg))
    const weights = terms.map((term) => term.weight)
    const sum = weights.reduce((total, weight) => total + weight, 0)
    const k = sign === 0 ? vertex.k : sum - vertex.k + 1
    return this.#threshold(
      k,
      terms.map((term) => signed(term.arg)),
      weights,
    )
  }

  form(top: number): Form | null {
    if (top < 0 || this.isFull) return null
    // What folding has left behind comes after the top, or is not reached from it.
    const length = top + 1
    return {
      kinds: this.#kinds.slice(0, length),
      args: this.#args.slice(0, length),
      literals: this.#literals.slice(0, length),
      signs: this.#signs,
      isUnate: this.#signs.every((signs) => signs !== 3),
    }
  }

  /** Whether an odd number of the arguments holds; an even one for sign 1. */
  #parity(args: readonly Literal[], sign: number, value: Value): number {
    let [even, odd] = [ALWAYS, NEVER]
    for (let i = args.length - 1; i >= 0; i -= 1) {
      const [here, gone] = [value(args[i]!), value(args[i]! ^ 1)]
      const nextOdd = this.#choice(here, even, gone, odd)
      even = this.#choice(here, odd, gone, even)
      odd = nextOdd
    }
    return sign === 0 ? odd : even
  }

  #choice(a: number, then: number, b: number, otherwise: number): number {
    return this.#join(OR, [this.#join(AND, [a, then]), this.#join(AND, [b, otherwise])])
  }

  #threshold(k: number, values: readonly number[], weights: readonly number[]): number {
    let reach = 0
    let below = new Map<number, number>([[0, ALWAYS]])
    const rows = restsOf(k, weights)
    const at = (row: ReadonlyMap<number, number>, rest: number): number =>
      rest <= 0 ? ALWAYS : rest > reach ? NEVER : row.get(rest)!
    for (let i = weights.length - 1; i >= 0; i -= 1) {
      const here = new Map<number, number>()
      for (const rest of rows[i]!) {
        const taken = this.#join(AND, [values[i]!, at(below, rest - weights[i]!)])
        here.set(rest, this.#join(OR, [taken, at(below, rest)]))
        if (this.isFull) return NEVER
      }
      below = here
      reach += weights[i]!
    }
    return at(below, k)
  }

  #join(kind: number, args: readonly number[]): number {
    const [zero, one] = kind === AND ? [NEVER, ALWAYS] : [ALWAYS, NEVER]
    if (args.includes(zero)) return zero
    const kept = [...new Set(args)].filter((arg) => arg !== one)
    return kept.length < 2 ? (kept[0] ?? one) : this.#add(kind, kept, -1)
  }

  #add(kind: number, args: readonly number[], literal: number): number {
    this.#kinds.push(kind)
    this.#args.push(args)
    this.#literals.push(literal)
    return this.#kinds.length - 1
  }
}

function by(key: Value): (a: Literal, b: Literal) => number {
  return (a, b) => key(a) - key(b)
}

/** Before each argument, what may be left to reach: above 0, and within reach. */
function restsOf(k: number, weights: readonly number[]): readonly (readonly number[])[] {
  let reach = weights.reduce((total, weight) => total + weight, 0)
  const rows: number[][] = [[k]]
  for (const weight of weights.slice(0, -1)) {
    reach -= weight
    const next = new Set<number>()
    for (const rest of rows.at(-1)!) {
      for (const then of [rest, rest - weight]) if (then > 0 && then <= reach) next.add(then)
    }
    rows.push([...next])
  }
  return rows
}
