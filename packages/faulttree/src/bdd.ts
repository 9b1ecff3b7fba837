/**
 * A function: twice the number of a node, plus one where it is the complement of the node's.
 *
 * Node 0 is the constant false. The low side of a node is never a complement, so that a function
 * has one number; a plain one is false when no event occurs, a complement is true then.
 */
export type BooleanFunction = number

export const NEVER: BooleanFunction = 0
export const ALWAYS: BooleanFunction = 1

/**
 * Binary decision diagrams with complement edges.
 *
 * `FULL` is the result of an operation that a limit ended, and is handed on when it is an operand;
 * what was built before stays valid. Levels are whole numbers below 2^31 - 1. The same operations
 * in the same sequence give the same numbers, whatever the implementation: nodes are numbered from
 * 2 in the order in which they are made, the high side of a result before its low side.
 * Reference: R. Bryant, "Graph-based algorithms for Boolean function manipulation", 1986; K. Brace,
 * R. Rudell, R. Bryant, "Efficient implementation of a BDD package", 1990.
 */
export interface Bdd {
  /** One more than the largest number of a node. */
  readonly size: number
  /** Records of all nodes, as `RECORD` has them; to be asked for anew after an operation. */
  readonly records: Int32Array
  level(f: BooleanFunction): number
  /** The function that is true when the event of a level occurs. */
  variable(level: number): BooleanFunction
  /** "If the event of this level occurs then high else low"; both begin at later levels. */
  decision(level: number, high: BooleanFunction, low: BooleanFunction): BooleanFunction
  not(f: BooleanFunction): BooleanFunction
  and(f: BooleanFunction, g: BooleanFunction): BooleanFunction
  or(f: BooleanFunction, g: BooleanFunction): BooleanFunction
  xor(f: BooleanFunction, g: BooleanFunction): BooleanFunction
  /** Gives its memory to the next diagram. Nothing of this one may be used then, nor `records`. */
  release(): void
}
