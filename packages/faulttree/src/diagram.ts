/** What an operation returns instead of a node when the node limit has been reached. */
export const FULL = -1

/** The two terminals: the constants of a BDD; the empty family and the empty set of a ZBDD. */
export const EMPTY = 0
export const UNIT = 1

/** Nodes that there is room for at first; room doubles, and is a power of two. */
const FIRST_CAPACITY = 1 << 10

/** A record holds the level, the two children and the next node of its hash chain. */
const RECORD = 4
const HIGH = 1
const LOW = 2
const NEXT = 3

/** The level of the terminals, below every event. */
export const LEVEL_OF_TERMINALS = 0x7fff_ffff

/**
 * An arena of decision nodes that are unique: equal triples (level, high, low) are one number.
 *
 * BDD and ZBDD nodes live side by side; which of the two a number means is the reader's to know,
 * and only the rule of reduction differs. Children always have smaller numbers than their parents.
 * Complexity: constant expected time for each node. Limits: `nodes_max`, terminals not counted;
 * beyond it `FULL` is returned, nothing is thrown and what exists stays valid. 24 to 48 bytes for
 * each node. Reference: K. Brace, R. Rudell, R. Bryant, "Efficient implementation of a BDD
 * package", 1990; S. Minato, "Zero-suppressed BDDs", 1993.
 */
export class Diagram {
  size = 2
  /** One number for each node, for passes to mark nodes with; all 0 between them. */
  scratch: Int32Array = new Int32Array(FIRST_CAPACITY)
  readonly #sizeMax: number
  /** The records of all nodes, next to each other so that a node is one access to memory. */
  #records: Int32Array = new Int32Array(RECORD * FIRST_CAPACITY)
  /** The first node of each chain of nodes with equal hashes, or 0. */
  #chains: Int32Array = new Int32Array(FIRST_CAPACITY)

  constructor(nodes_max: number) {
    this.#sizeMax = nodes_max + 2
    this.#records[EMPTY * RECORD] = LEVEL_OF_TERMINALS
    this.#records[UNIT * RECORD] = LEVEL_OF_TERMINALS
  }

  level(node: number): number {
    return this.#records[RECORD * node]!
  }

  high(node: number): number {
    return this.#records[RECORD * node + HIGH]!
  }

  low(node: number): number {
    return this.#records[RECORD * node + LOW]!
  }

  /** Forgets all nodes; the memory is kept for the next. */
  clear(): void {
    this.size = 2
    this.#chains.fill(0)
  }

  /** The BDD node "if the event of this level occurs then high else low". */
  decision(level: number, high: number, low: number): number {
    return high === low ? low : this.#unique(level, high, low)
  }

  /** The ZBDD node "the sets of high, each with the event of this level, and the sets of low". */
  family(level: number, high: number, low: number): number {
    return high === EMPTY ? low : this.#unique(level, high, low)
  }

  #unique(level: number, high: number, low: number): number {
    const records = this.#records
    const chain = hash(level, high, low) & (this.#chains.length - 1)
    for (let node = this.#chains[chain]!; node !== 0; ) {
      const at = RECORD * node
      const isEqual = records[at + LOW] === low && records[at + HIGH] === high
      if (isEqual && records[at] === level) return node
      node = records[at + NEXT]!
    }
    if (this.size >= this.#sizeMax) return FULL
    if (RECORD * this.size === records.length) this.#grow()
    return this.#add(level, high, low)
  }

  #add(level: number, high: number, low: number): number {
    const node = this.size
    const at = RECORD * node
    this.size += 1
    this.#records[at] = level
    this.#records[at + HIGH] = high
    this.#records[at + LOW] = low
    this.#link(node)
    return node
  }

  /** Puts a node at the head of its chain. */
  #link(node: number): void {
    const at = RECORD * node
    const records = this.#records
    const mixed = hash(records[at]!, records[at + HIGH]!, records[at + LOW]!)
    const chain = mixed & (this.#chains.length - 1)
    records[at + NEXT] = this.#chains[chain]!
    this.#chains[chain] = node
  }

  #grow(): void {
    const capacity = 2 * this.size
    this.#records = enlarged(this.#records, RECORD * capacity)
    this.#chains = new Int32Array(capacity)
    this.scratch = new Int32Array(capacity)
    for (let node = 2; node < this.size; node += 1) this.#link(node)
  }
}

/** A copy with more room; what is new is 0. */
export function enlarged(values: Int32Array, length: number): Int32Array {
  const copy = new Int32Array(length)
  copy.set(values)
  return copy
}

/** Mixes three numbers; the low bits of the result are used. */
export function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}
