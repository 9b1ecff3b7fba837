import { ALWAYS, type Bdd, type BooleanFunction, NEVER } from './bdd.ts'
import { HIGH, LOW, RECORD } from './table.ts'

/**
 * The paths of a function to the constant true, as lists of literals: twice the variable, plus one
 * where it must hold. No two of them hold together, and one holds where the function does.
 *
 * Order: high sides first. Complexity: the paths times their length. Limits: null beyond
 * `paths_max` paths.
 */
export function cubesOf(
  bdd: Bdd,
  f: BooleanFunction,
  firstLevel: number,
  paths_max: number,
): readonly (readonly number[])[] | null {
  const { records } = bdd
  const found: (readonly number[])[] = []
  const open: { readonly f: BooleanFunction; readonly path: readonly number[] }[] = [
    { f, path: [] },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.f === NEVER) continue
    if (next.f === ALWAYS) {
      if (found.length === paths_max) return null
      found.push(next.path)
      continue
    }
    const at = RECORD * (next.f >> 1)
    const sign = next.f & 1
    const literal = 2 * (records[at]! - firstLevel)
    open.push({ f: records[at + LOW]! ^ sign, path: [...next.path, literal] })
    open.push({ f: records[at + HIGH]! ^ sign, path: [...next.path, literal + 1] })
  }
  return found
}
