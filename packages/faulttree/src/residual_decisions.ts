import { ALWAYS, type Bdd, type BooleanFunction, NEVER } from './bdd.ts'
import { FULL, HIGH, LOW, RECORD } from './table.ts'

/** Where a decision leads: to another by its number, or to one of these. */
export const TO_NEVER = -1
export const TO_ALWAYS = -2

/** One variable and where it leads; `free` is a side of which the other holds too. */
export interface DecisionNode {
  readonly level: number
  readonly on: number
  readonly off: number
  readonly free: 'on' | 'off' | null
}

/**
 * A function as its decisions, those first to which others lead, its own last.
 *
 * Where what holds on one side of a decision holds on the other too, that side is free: whoever
 * asks why the function holds need not name the variable there.
 * Result: `root` is the number of the last decision or a constant. Complexity: linear in the nodes,
 * and one operation for each. Limits: null beyond `decisions_max` decisions.
 */
export function decisionsOf(
  bdd: Bdd,
  f: BooleanFunction,
  decisions_max: number,
): { readonly root: number; readonly decisions: readonly DecisionNode[] } | null {
  const numbers = new Map<BooleanFunction, number>([
    [NEVER, TO_NEVER],
    [ALWAYS, TO_ALWAYS],
  ])
  const decisions: DecisionNode[] = []
  const open: BooleanFunction[] = [f]
  for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
    if (numbers.has(next)) {
      open.pop()
      continue
    }
    const { records } = bdd
    const at = RECORD * (next >> 1)
    const [on, off] = [records[at + HIGH]! ^ (next & 1), records[at + LOW]! ^ (next & 1)]
    const waiting = [on, off].filter((child) => !numbers.has(child))
    if (waiting.length > 0) {
      open.push(...waiting)
      continue
    }
    open.pop()
    if (decisions.length === decisions_max) return null
    const node = { level: records[at]!, on: numbers.get(on)!, off: numbers.get(off)! }
    numbers.set(next, decisions.push({ ...node, free: freeSide(bdd, on, off) }) - 1)
  }
  return { root: numbers.get(f)!, decisions }
}

function freeSide(bdd: Bdd, on: BooleanFunction, off: BooleanFunction): 'on' | 'off' | null {
  if (implies(bdd, on, off)) return 'on'
  return implies(bdd, off, on) ? 'off' : null
}

function implies(bdd: Bdd, f: BooleanFunction, g: BooleanFunction): boolean {
  const both = bdd.and(f, bdd.not(g))
  return both !== FULL && both === NEVER
}
