/** What an operation returns instead of a node when a limit has been reached. */
export const FULL = -1

/** Nodes that there is room for at first; room doubles, and is a power of two. */
const FIRST_CAPACITY = 1 << 10

/** A record holds the level, the two children and the next node of its hash chain. */
export const RECORD = 4
export const HIGH = 1
export const LOW = 2
const NEXT = 3

/** The level of the terminals, below every event. */
export const LEVEL_OF_TERMINALS = 0x7fff_ffff

/** Numbers of nodes are 28 bits, so that a literal of one and an operation fit in a number. */
export const NODES_CEILING = 2 ** 28

/**
 * A table of decision nodes that are unique: equal triples (level, high, low) are one number.
 *
 * What the children mean, and which triples are no nodes, is for those to know who ask. Numbers
 * begin at 2: 0 and 1 stand for terminals. Children always have smaller numbers than their parents.
 * Complexity: constant expected time for each node. Limits: `nodesMax`, terminals not counted;
 * beyond it `FULL` is returned, nothing is thrown and what exists stays valid. 20 to 40 bytes for
 * each node. Reference: K. Brace, R. Rudell, R. Bryant, "Efficient implementation of a BDD
 * package", 1990.
 */
export class NodeTable {
  size = 2
  /** The records of all nodes, next to each other so that a node is one access to memory. */
  records: Int32Array = new Int32Array(RECORD * FIRST_CAPACITY)
  nodesMax: number
  /** The first node of each chain of nodes with equal hashes, or 0. */
  #chains: Int32Array = new Int32Array(FIRST_CAPACITY)

  constructor(nodesMax: number) {
    this.nodesMax = Math.min(nodesMax, NODES_CEILING)
    this.records[0] = LEVEL_OF_TERMINALS
    this.records[RECORD] = LEVEL_OF_TERMINALS
  }

  /** The number of a node, which is added if it is new. */
  unique(level: number, high: number, low: number): number {
    const records = this.records
    const chain = hash(level, high, low) & (this.#chains.length - 1)
    for (let node = this.#chains[chain]!; node !== 0; ) {
      const at = RECORD * node
      const isEqual = records[at + LOW] === low && records[at + HIGH] === high
      if (isEqual && records[at] === level) return node
      node = records[at + NEXT]!
    }
    return this.#add(level, high, low)
  }

  #add(level: number, high: number, low: number): number {
    const node = this.size
    if (node - 2 >= this.nodesMax) return FULL
    if (RECORD * node === this.records.length) this.#grow()
    const at = RECORD * node
    this.size += 1
    this.records[at] = level
    this.records[at + HIGH] = high
    this.records[at + LOW] = low
    this.#link(node)
    return node
  }

  #grow(): void {
    this.records = enlarged(this.records, 2 * this.records.length)
    this.#chains = new Int32Array(2 * this.#chains.length)
    for (let node = 2; node < this.size; node += 1) this.#link(node)
  }

  #link(node: number): void {
    const at = RECORD * node
    const { records } = this
    const chain =
      hash(records[at]!, records[at + HIGH]!, records[at + LOW]!) & (this.#chains.length - 1)
    records[at + NEXT] = this.#chains[chain]!
    this.#chains[chain] = node
  }
}

/** Mixes three numbers; the low bits are good. */
export function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(c, 0xc2b2_ae35)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x2c1b_3c6d)
  return mixed ^ (mixed >>> 13)
}

/** A copy with more room. */
export function enlarged(numbers: Int32Array, length: number): Int32Array {
  const copy = new Int32Array(length)
  copy.set(numbers)
  return copy
}
