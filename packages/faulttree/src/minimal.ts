import { type Diagram, enlarged, FULL, UNIT } from './diagram.ts'
import type { Operations } from './operations.ts'
import { innerNodes } from './slice.ts'

/**
 * The minimal solutions of monotone BDDs as ZBDDs: the families of minimal cut sets.
 *
 * The minimal solutions of "if x then high else low" are those of low, and those of high that do
 * not satisfy low, each with x. Input assumed: monotone BDDs of one diagram. Complexity: one
 * `without` for each node of the BDD. Limits: those of the diagram; `FULL` when reached.
 * Reference: A. Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and
 * System Safety 40, 1993.
 */
export class MinimalSolutions {
  readonly #diagram: Diagram
  readonly #operations: Operations
  /** The solution of each node, by its number; 0 for nodes not solved. */
  #solved: Int32Array = new Int32Array(2)

  constructor(diagram: Diagram, operations: Operations) {
    this.#diagram = diagram
    this.#operations = operations
  }

  /** Forgets all results; to be called when the diagram is cleared. */
  clear(): void {
    this.#solved.fill(0)
  }

  /** The ZBDD of the minimal solutions of a BDD. */
  of(bdd: number): number {
    // The terminals are their own solutions, and `FULL` is handed on.
    if (bdd <= UNIT) return bdd
    if (bdd >= this.#solved.length) this.#solved = enlarged(this.#solved, 2 * bdd)
    for (const node of innerNodes(this.#diagram, bdd, this.#solved)) {
      const family = this.#solve(node)
      if (family === FULL) return FULL
      this.#solved[node] = family
    }
    return this.#solved[bdd]!
  }

  #solve(node: number): number {
    const low = this.#diagram.low(node)
    const above = this.#operations.without(this.#solution(this.#diagram.high(node)), low)
    if (above === FULL) return FULL
    return this.#diagram.family(this.#diagram.level(node), above, this.#solution(low))
  }

  #solution(node: number): number {
    return node <= UNIT ? node : this.#solved[node]!
  }
}
