/**
 * Where the elements of a model are defined, and how one is found by a reference.
 *
 * A fault tree or component contains definitions; the model itself is the outermost container and
 * holds all that is public. A reference is looked up in the container in which it stands, then in
 * those around it: as a name, or as a path `tree.component.name` whose last part is the name. Two
 * private elements of two containers may share a name, public ones may not.
 */
import type { Formula } from '../model.ts'
import type { XmlElement } from './xml.ts'

export type Kind = 'gate' | 'basic-event' | 'house-event' | 'parameter'

/** What is defined once: an event or a parameter. */
export interface Definition {
  readonly kind: Kind
  /** The name of a public element; the path of a private one, which has a dot in it. */
  readonly id: string
  readonly element: XmlElement
  /** The children that define it: without label and attributes. */
  readonly body: readonly XmlElement[]
  readonly scope: Container
  /** The formula that refers to it; a parameter has none. */
  readonly leaf: Formula | null
}

export class Container {
  readonly parent: Container | null
  /** The names of the containers up to this one, with a dot after each. */
  readonly path: string
  readonly level: number
  /** Whether what is defined here is public unless it says otherwise. */
  readonly open: boolean
  readonly components = new Map<string, Container>()
  /** Gates, basic events and house events have one space of names, parameters another. */
  readonly events = new Map<string, Definition>()
  readonly parameters = new Map<string, Definition>()

  constructor(parent: Container | null, name: string, open: boolean) {
    this.parent = parent
    this.path = parent === null ? '' : `${parent.path}${name}.`
    this.level = parent === null ? 0 : parent.level + 1
    this.open = open
  }

  /** The event that a reference from here means; undefined when there is none. */
  event(reference: string): Definition | undefined {
    return this.#find(reference, 'events')
  }

  parameter(reference: string): Definition | undefined {
    return this.#find(reference, 'parameters')
  }

  #find(reference: string, space: 'events' | 'parameters'): Definition | undefined {
    // A name has no dot: what is found at once is what is meant.
    const here = this[space].get(reference)
    if (here !== undefined) return here
    const steps = reference.includes('.') ? reference.split('.') : null
    const name = steps?.pop() ?? reference
    for (let scope: Container | null = this; scope !== null; scope = scope.parent) {
      const inner = steps === null ? scope : scope.#inner(steps)
      const found = inner?.[space].get(name)
      if (found !== undefined) return found
    }
    return undefined
  }

  #inner(steps: readonly string[]): Container | undefined {
    let inner: Container | undefined = this
    for (const step of steps) {
      inner = inner.components.get(step)
      if (inner === undefined) return undefined
    }
    return inner
  }
}
