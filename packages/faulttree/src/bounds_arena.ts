import { hash, LEVEL_OF_TERMINALS } from './table.ts'

/** What an operation returns instead of a node when a limit has been reached. */
export const FULL = -1

export const NEVER = 0
export const ALWAYS = 1

/** Numbers of a node: level, low side, high side, next of its hash chain, and its probability. */
export const NODE = 6
export const LOW = 1
export const HIGH = 2
const NEXT = 3
/** Where the probability of a node is among the probabilities: node times `CHANCE` plus this. */
export const CHANCE = 3
export const CHANCE_AT = 2

const FIRST_CAPACITY = 1 << 10

/** Which bound is sought, and the probabilities of the leaves by level. */
export interface Side {
  readonly isUpper: boolean
  readonly low: Float64Array
  readonly high: Float64Array
}

/**
 * Decision nodes that know a bound of their probability: one from below, or one from above.
 *
 * Where the probability of a leaf is an interval, each node takes the end that makes it least, or
 * greatest. Nodes have no complement edges: all numbers are sums of products of positive ones, and
 * lose nothing by cancellation. Each is within `2 * levels` operations of four roundings.
 * Limits: `nodesMax`; 24 bytes for each node and 4 to 8 for its chain.
 */
export class Arena {
  size = 2
  nodes: Int32Array
  chances: Float64Array
  readonly levels: number
  readonly #nodesMax: number
  /** By level: the end that is taken where the leaf makes the function likelier, or less likely. */
  readonly #rising: Float64Array
  readonly #falling: Float64Array
  #chains = new Int32Array(FIRST_CAPACITY)

  constructor({ isUpper, low, high }: Side, nodesMax: number) {
    this.levels = low.length
    this.#nodesMax = nodesMax
    this.#rising = isUpper ? high : low
    this.#falling = isUpper ? low : high
    const buffer = new ArrayBuffer(4 * NODE * FIRST_CAPACITY)
    this.nodes = new Int32Array(buffer)
    this.chances = new Float64Array(buffer)
    this.nodes[0] = LEVEL_OF_TERMINALS
    this.nodes[NODE] = LEVEL_OF_TERMINALS
    this.chances[CHANCE * ALWAYS + CHANCE_AT] = 1
  }

  level(node: number): number {
    return this.nodes[NODE * node]!
  }

  chance(node: number): number {
    return this.chances[CHANCE * node + CHANCE_AT]!
  }

  decision(level: number, low: number, high: number): number {
    if (low === high) return low
    const { nodes } = this
    const chain = hash(level, low, high) & (this.#chains.length - 1)
    for (let node = this.#chains[chain]!; node !== 0; ) {
      const at = NODE * node
      const isEqual = nodes[at + LOW] === low && nodes[at + HIGH] === high
      if (isEqual && nodes[at] === level) return node
      node = nodes[at + NEXT]!
    }
    return this.#add(level, low, high)
  }

  /** Drops all nodes but those below the roots, whose numbers are replaced in place. */
  collect(holders: readonly (Int32Array | number[])[]): void {
    const { nodes, chances } = this
    const kept = this.#marked(holders)
    kept[ALWAYS] = 1
    let next = 2
    // Children have smaller numbers, so that they have moved before their parents do.
    for (let node = 2; node < this.size; node += 1) {
      if (kept[node] === 0) continue
      kept[node] = next
      const from = NODE * node
      const to = NODE * next
      nodes[to] = nodes[from]!
      nodes[to + LOW] = kept[nodes[from + LOW]!]!
      nodes[to + HIGH] = kept[nodes[from + HIGH]!]!
      chances[CHANCE * next + CHANCE_AT] = chances[CHANCE * node + CHANCE_AT]!
      next += 1
    }
    this.size = next
    for (const holder of holders) {
      for (let i = 0; i < holder.length; i += 1) if (holder[i]! > 1) holder[i] = kept[holder[i]!]!
    }
    this.#rehash(this.#chains.length)
  }

  #marked(holders: readonly (Int32Array | number[])[]): Int32Array {
    const { nodes } = this
    const marks = new Int32Array(this.size)
    for (const holder of holders) for (const root of holder) if (root > 1) marks[root] = 1
    for (let node = this.size - 1; node > 1; node -= 1) {
      if (marks[node] === 0) continue
      marks[nodes[NODE * node + LOW]!] = 1
      marks[nodes[NODE * node + HIGH]!] = 1
    }
    marks[NEVER] = 0
    return marks
  }

  #add(level: number, low: number, high: number): number {
    const node = this.size
    if (node - 2 >= this.#nodesMax) return FULL
    if (NODE * node === this.nodes.length) this.#grow()
    const at = NODE * node
    this.size += 1
    this.nodes[at] = level
    this.nodes[at + LOW] = low
    this.nodes[at + HIGH] = high
    const below = this.chance(low)
    const above = this.chance(high)
    const p = above >= below ? this.#rising[level]! : this.#falling[level]!
    this.chances[CHANCE * node + CHANCE_AT] = below * (1 - p) + above * p
    this.#link(node)
    return node
  }

  #grow(): void {
    const buffer = new ArrayBuffer(8 * this.nodes.length)
    const nodes = new Int32Array(buffer)
    nodes.set(this.nodes)
    this.nodes = nodes
    this.chances = new Float64Array(buffer)
    this.#rehash(2 * this.#chains.length)
  }

  #rehash(length: number): void {
    if (this.#chains.length === length) this.#chains.fill(0)
    else this.#chains = new Int32Array(length)
    for (let node = 2; node < this.size; node += 1) this.#link(node)
  }

  #link(node: number): void {
    const { nodes } = this
    const at = NODE * node
    const chain = hash(nodes[at]!, nodes[at + LOW]!, nodes[at + HIGH]!) & (this.#chains.length - 1)
    nodes[at + NEXT] = this.#chains[chain]!
    this.#chains[chain] = node
  }
}
