/**
 * Formulas as one directed acyclic graph in which equal formulas are one node.
 *
 * A reference to a node is a literal: twice the number of the node, plus one where it is negated.
 * So there is no node for `or`, which is a negated conjunction of negations, nor for `not`: what is
 * told of conjunctions holds for disjunctions too. Arguments always have smaller nodes than the
 * node that they are in, so that ascending numbers are a topological order. Constants are folded on
 * the way in: no node but node 0 is constant, and none has a constant among its arguments.
 */
export type Literal = number

export type Vertex =
  | { readonly op: 'constant' }
  | { readonly op: 'event'; readonly event: number }
  | { readonly op: 'and'; readonly args: readonly Literal[] }
  /** True when an odd number of the arguments is; none of them is negated. */
  | { readonly op: 'xor'; readonly args: readonly Literal[] }
  | {
      readonly op: 'at-least'
      readonly k: number
      readonly args: readonly Literal[]
      readonly weights: readonly number[]
    }

export const FALSE: Literal = 0
export const TRUE: Literal = 1

const NONE: readonly Literal[] = []

/** The arguments of a vertex; none for events and the constant. */
export function argsOf(vertex: Vertex): readonly Literal[] {
  return vertex.op === 'event' || vertex.op === 'constant' ? NONE : vertex.args
}

export function nodeOf(literal: Literal): number {
  return literal >> 1
}

export function isNegated(literal: Literal): boolean {
  return (literal & 1) === 1
}

export function not(literal: Literal): Literal {
  return literal ^ 1
}

/** A graph that grows by formulas and finds those it already has. */
export class Graph {
  readonly #vertices: Vertex[] = [{ op: 'constant' }]
  readonly #known = new Map<string, number>()
  #scratch: Int32Array = new Int32Array(64)
  #mark = 0

  /** Nodes. */
  get size(): number {
    return this.#vertices.length
  }

  vertex(node: number): Vertex {
    return this.#vertices[node]!
  }

  /**
   * A number for each node, for whoever asks last, and a negative one that none of them is; what
   * else they are is left over from before.
   */
  scratch(): { numbers: Int32Array; mark: number } {
    if (this.#scratch.length < this.size) this.#scratch = new Int32Array(2 * this.size)
    this.#mark -= 1
    return { numbers: this.#scratch, mark: this.#mark }
  }

  event(event: number): Literal {
    return this.#intern(`e${event}`, { op: 'event', event })
  }

  and(args: readonly Literal[]): Literal {
    const distinct = new Set(args)
    if (distinct.has(FALSE)) return FALSE
    distinct.delete(TRUE)
    const kept = [...distinct]
    if (kept.length < 2) return kept[0] ?? TRUE
    const sorted = Int32Array.from(kept).sort()
    for (let i = 1; i < sorted.length; i += 1) {
      if (sorted[i] === not(sorted[i - 1]!)) return FALSE
    }
    return this.#intern(`a${sorted.join(',')}`, { op: 'and', args: kept })
  }

  or(args: readonly Literal[]): Literal {
    return not(this.and(args.map(not)))
  }

  xor(args: readonly Literal[]): Literal {
    let sign = 0
    const odd = new Set<Literal>()
    for (const arg of args) {
      sign ^= arg & 1
      const plain = arg & ~1
      if (plain === FALSE) continue
      if (!odd.delete(plain)) odd.add(plain)
    }
    const kept = [...odd]
    if (kept.length < 2) return (kept[0] ?? FALSE) ^ sign
    const key = `x${Int32Array.from(kept).sort().join(',')}`
    return this.#intern(key, { op: 'xor', args: kept }) ^ sign
  }

  /**
   * True when at least `k` of the arguments are, repeated ones counted each time.
   *
   * Repetitions become weights; of an argument and its negation one always counts; a weight above
   * the threshold is cut to it, a common divisor is taken out, and what is a plain disjunction or
   * conjunction becomes one.
   */
  atLeast(k: number, repeated: readonly Literal[]): Literal {
    const weightOf = new Map<Literal, number>()
    for (const arg of repeated) weightOf.set(arg, (weightOf.get(arg) ?? 0) + 1)
    return this.threshold(k, [...weightOf.keys()], [...weightOf.values()])
  }

  /** As `atLeast`, of distinct arguments with weights. */
  threshold(k: number, args: readonly Literal[], weights: readonly number[]): Literal {
    const { weightOf, certain } = effectiveWeights(args, weights)
    let threshold = Math.ceil(k) - certain
    if (threshold <= 0) return TRUE
    const kept = [...weightOf.keys()]
    let cut = [...weightOf.values()].map((weight) => Math.min(weight, threshold))
    const divisor = cut.reduce(greatestCommonDivisor, 0)
    cut = cut.map((weight) => weight / divisor)
    threshold = Math.ceil(threshold / Math.max(divisor, 1))
    const sum = cut.reduce((total, weight) => total + weight, 0)
    if (sum < threshold) return FALSE
    const least = cut.reduce((a, b) => Math.min(a, b), threshold)
    if (least >= threshold) return this.or(kept)
    if (sum - least < threshold) return this.and(kept)
    const key = `${threshold}of${kept.map((arg, i) => `${arg}x${cut[i]}`).sort()}`
    return this.#intern(key, { op: 'at-least', k: threshold, args: kept, weights: cut })
  }

  #intern(key: string, vertex: Vertex): Literal {
    const known = this.#known.get(key)
    if (known !== undefined) return 2 * known
    this.#vertices.push(vertex)
    this.#known.set(key, this.#vertices.length - 1)
    return 2 * (this.#vertices.length - 1)
  }
}

/** The weights of arguments that may or may not hold, and the sum that is reached in any case. */
function effectiveWeights(
  args: readonly Literal[],
  weights: readonly number[],
): { weightOf: Map<Literal, number>; certain: number } {
  const weightOf = new Map<Literal, number>()
  let certain = 0
  for (const [i, arg] of args.entries()) {
    if (arg === TRUE) certain += weights[i]!
    else if (arg !== FALSE) weightOf.set(arg, (weightOf.get(arg) ?? 0) + weights[i]!)
  }
  for (const [arg, weight] of [...weightOf]) {
    const opposite = weightOf.get(not(arg))
    if (opposite === undefined || !weightOf.has(arg)) continue
    const common = Math.min(weight, opposite)
    certain += common
    for (const one of [arg, not(arg)]) {
      const rest = weightOf.get(one)! - common
      if (rest === 0) weightOf.delete(one)
      else weightOf.set(one, rest)
    }
  }
  return { weightOf, certain }
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
