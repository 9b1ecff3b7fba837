/**
 * The formulas of a model as one directed acyclic graph in which equal formulas are one node.
 *
 * Nodes are numbers; arguments always have smaller numbers than the node that they are in, so that
 * ascending numbers are a topological order. Constants are folded on the way in: 0 and 1 are the
 * constants false and true, and no other node has a constant among its arguments.
 */
export type Vertex =
  | { readonly op: 'constant'; readonly value: boolean }
  | { readonly op: 'event'; readonly event: number }
  | { readonly op: 'and' | 'or'; readonly args: readonly number[] }
  | {
      readonly op: 'at-least'
      readonly k: number
      readonly args: readonly number[]
      readonly weights: readonly number[]
    }

export const FALSE = 0
export const TRUE = 1

const NONE: readonly number[] = []

/** The arguments of a vertex; none for events and constants. */
export function argsOf(vertex: Vertex): readonly number[] {
  return vertex.op === 'event' || vertex.op === 'constant' ? NONE : vertex.args
}

/** A graph that grows by formulas and finds those it already has. */
export class Graph {
  readonly #vertices: Vertex[] = [
    { op: 'constant', value: false },
    { op: 'constant', value: true },
  ]
  readonly #known = new Map<string, number>()

  get size(): number {
    return this.#vertices.length
  }

  vertex(node: number): Vertex {
    return this.#vertices[node]!
  }

  constant(value: boolean): number {
    return value ? TRUE : FALSE
  }

  event(event: number): number {
    return this.#intern(`e${event}`, { op: 'event', event })
  }

  and(args: readonly number[]): number {
    return this.#junction('and', args, TRUE, FALSE)
  }

  or(args: readonly number[]): number {
    return this.#junction('or', args, FALSE, TRUE)
  }

  /**
   * True when at least `k` of the arguments are, repeated ones counted each time.
   *
   * Repetitions become weights; a weight above the threshold is cut to it, a common divisor is
   * taken out, and what is a plain disjunction or conjunction becomes one.
   */
  atLeast(k: number, repeated: readonly number[]): number {
    const weightOf = new Map<number, number>()
    let threshold = Math.ceil(k)
    for (const arg of repeated) {
      if (arg === TRUE) threshold -= 1
      else if (arg !== FALSE) weightOf.set(arg, (weightOf.get(arg) ?? 0) + 1)
    }
    if (threshold <= 0) return TRUE
    const args = [...weightOf.keys()]
    let weights = [...weightOf.values()].map((weight) => Math.min(weight, threshold))
    const divisor = weights.reduce(greatestCommonDivisor, 0)
    weights = weights.map((weight) => weight / divisor)
    threshold = Math.ceil(threshold / Math.max(divisor, 1))
    const sum = weights.reduce((total, weight) => total + weight, 0)
    if (sum < threshold) return FALSE
    const least = weights.reduce((a, b) => Math.min(a, b), threshold)
    if (least >= threshold) return this.or(args)
    if (sum - least < threshold) return this.and(args)
    return this.#threshold(threshold, args, weights)
  }

  /** The nodes that `roots` depend on, themselves included, in ascending order. */
  below(roots: readonly number[], isDone: (node: number) => boolean = () => false): number[] {
    const seen = new Set<number>()
    const pending = [...roots]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (seen.has(node) || isDone(node)) continue
      seen.add(node)
      for (const arg of argsOf(this.vertex(node))) if (!seen.has(arg)) pending.push(arg)
    }
    return [...seen].sort((a, b) => a - b)
  }

  #junction(op: 'and' | 'or', args: readonly number[], neutral: number, absorbing: number): number {
    const distinct = new Set(args)
    if (distinct.has(absorbing)) return absorbing
    distinct.delete(neutral)
    const kept = [...distinct]
    if (kept.length < 2) return kept[0] ?? neutral
    const key = op + [...kept].sort((a, b) => a - b).join(',')
    return this.#intern(key, { op, args: kept })
  }

  #threshold(k: number, args: readonly number[], weights: readonly number[]): number {
    const terms = args.map((arg, i) => `${arg}x${weights[i]}`).sort()
    return this.#intern(`${k}of${terms.join(',')}`, { op: 'at-least', k, args, weights })
  }

  #intern(key: string, vertex: Vertex): number {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#vertices.push(vertex)
    this.#known.set(key, this.#vertices.length - 1)
    return this.#vertices.length - 1
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
