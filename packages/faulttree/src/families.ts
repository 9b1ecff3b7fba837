import type { Diagram } from './diagram.ts'
import { leastSolutions, UNIT } from './minimal.ts'
import { type Module, modulesIn } from './module.ts'
import type { Budget } from './race.ts'
import type { Solution } from './solve.ts'

/** The minimal cut sets of a module as a ZBDD over its leaves: events and modules. */
export interface Family {
  /** By level: the index of an event, or the complement of the index of an inner family. */
  readonly leaves: Int32Array
  readonly inner: readonly Family[]
  readonly zbdd: Diagram
}

/** The family of the empty set alone: that of a top that holds when nothing occurs. */
const OF_THE_EMPTY_SET: Family = {
  leaves: new Int32Array(0),
  inner: [],
  zbdd: {
    level: new Int32Array(2),
    high: new Int32Array(2),
    low: new Int32Array(2),
    root: UNIT,
    nodes: 0,
  },
}

/**
 * Finds the minimal cut sets of modules, each once.
 *
 * A set causes a top when the top holds if just a part of the set occurs and no other event. For a
 * top without negations those are its cut sets as everywhere; with negations it says what is given
 * in their place, since what does not occur is not told (prime implicants would tell it).
 * Limits: those of the budget, for each module as if it were the only one.
 * Reference: A. Rauzy, "Mathematical foundations of minimal cutsets", 2001.
 */
export class CutSetFamilies {
  readonly #families = new Map<Module, Family>()

  /** The minimal cut sets of a top; null when a limit was reached. */
  of(top: Solution, budget: Budget): Family | null {
    if (top.isNegated) return OF_THE_EMPTY_SET
    for (const module of modulesIn(top.module)) {
      if (this.#families.has(module)) continue
      const family = this.#family(module, budget)
      if (family === null) return null
      this.#families.set(module, family)
    }
    return this.#families.get(top.module)!
  }

  clear(): void {
    this.#families.clear()
  }

  #family(module: Module, { nodesMax, isOver }: Budget): Family | null {
    const zbdd = leastSolutions(module.bdd, nodesMax, isOver)
    if (zbdd === null) return null
    const inner = module.inner.map((one) => this.#families.get(one)!)
    return { leaves: module.leaves, inner, zbdd }
  }
}

/** A family and all families in it, inner ones first. */
export function familiesIn(top: Family): readonly Family[] {
  const found: Family[] = [top]
  for (let i = 0; i < found.length; i += 1) found.push(...found[i]!.inner)
  return found.reverse()
}

/** The nodes of the diagrams of a family and of all families in it. */
export function familyNodes(top: Family): number {
  return familiesIn(top).reduce((sum, family) => sum + family.zbdd.nodes, 0)
}
