import type { Diagram } from './diagram.ts'

/**
 * A part of a top whose events occur nowhere else: a BDD over leaves, each an event or a module.
 *
 * Its function is false when no leaf occurs; where that of the gate is not, `isFlipped` says that
 * the gate is the complement of the function.
 */
export interface Module {
  /** By level: the index of an event, or the complement of the index of an inner module. */
  readonly leaves: Int32Array
  readonly inner: readonly Module[]
  readonly bdd: Diagram
  readonly isFlipped: boolean
  /** Whether no leaf stands negated in it, so that what occurs never prevents. */
  readonly isMonotone: boolean
}

/** A module and all modules in it, inner ones first. */
export function modulesIn(top: Module): readonly Module[] {
  const found: Module[] = [top]
  for (let i = 0; i < found.length; i += 1) found.push(...found[i]!.inner)
  return found.reverse()
}

/** The nodes of the diagrams of a module and of all modules in it. */
export function nodesIn(top: Module): number {
  return modulesIn(top).reduce((sum, module) => sum + module.bdd.nodes, 0)
}
