import { nearest } from '@holdfast/kernel'
import type { Container, Definition, Kind } from './containers.ts'
import { shortened } from './problems.ts'
import type { Shape } from './shape.ts'
import type { XmlElement } from './xml.ts'

/** Names are compared with one that is not found while there are no more than these. */
const NAMES_COMPARED_MAX = 5_000

interface Reference {
  readonly name: string
  readonly wanted: readonly Kind[]
  readonly found: Definition | undefined
  readonly scope: Container
}

/** Tells what is wrong with a reference: nothing has its name, or something of another kind. */
export function referenceProblem(shape: Shape, element: XmlElement, reference: Reference): void {
  const { name, wanted, found } = reference
  if (found !== undefined) {
    const kind = wanted[0] ?? 'gate'
    const params = { name: shortened(name), found: found.kind, wanted: kind }
    shape.problems.error('faulttree/wrong-kind', params, element.offset)
    return
  }
  // What is not read may define it: then that is what is wrong.
  if (shape.incomplete) return
  const wantedKind = wanted.length === 1 ? wanted[0]! : 'event'
  const meant = nearestName(reference)
  const near = meant === null ? 'no' : 'yes'
  const params = { name: shortened(name), kind: wantedKind, near, meant }
  shape.problems.error('faulttree/unknown-reference', params, element.offset)
}

/** The name in reach that is most like the one that is not found. */
function nearestName({ name, wanted, scope }: Reference): string | null {
  const names: string[] = []
  for (let outer: Container | null = scope; outer !== null; outer = outer.parent) {
    const known = wanted[0] === 'parameter' ? outer.parameters : outer.events
    if (names.length + known.size > NAMES_COMPARED_MAX) return null
    for (const [one, { kind }] of known) if (wanted.includes(kind)) names.push(one)
  }
  return nearest(
    shortened(name),
    names.filter((one) => one.length <= 100),
  )
}
