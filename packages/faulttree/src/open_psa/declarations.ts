import type { Formula } from '../model.ts'
import { Container, type Definition, type Kind } from './containers.ts'
import { shortened } from './problems.ts'
import { optional, type Shape } from './shape.ts'
import type { XmlElement } from './xml.ts'

/** Components in components; each level lengthens the paths of all that is private in it. */
export const COMPONENT_LEVELS_MAX = 100
const PATH_CHARACTERS_MAX = 256_000_000

/** What a file defines, in its order. */
export interface Declarations {
  /** Of the model, or of its only fault tree. */
  readonly name: string | null
  readonly events: readonly Definition[]
  readonly parameters: readonly Definition[]
  /** What people call an event, by its id. */
  readonly labels: ReadonlyMap<string, string>
}

const DATA: ReadonlyMap<string, Kind> = new Map([
  ['define-basic-event', 'basic-event'],
  ['define-house-event', 'house-event'],
  ['define-parameter', 'parameter'],
])
const TREE: ReadonlyMap<string, Kind> = new Map([['define-gate', 'gate'], ...DATA])

/**
 * Gathers all definitions of a model before any is read: references may stand before them.
 *
 * Input assumed: any tree. Complexity: linear. Limits: those above.
 */
export function readDeclarations(root: XmlElement, shape: Shape): Declarations {
  return new Reading(shape).model(root)
}

/** A container whose children are being read; `kinds` is what it may define. */
interface Frame {
  readonly element: XmlElement
  readonly container: Container
  readonly kinds: ReadonlyMap<string, Kind>
  next: number
}

class Reading {
  readonly #shape: Shape
  readonly #model = new Container(null, '', true)
  readonly #events: Definition[] = []
  readonly #parameters: Definition[] = []
  readonly #labels = new Map<string, string>()
  readonly #trees: string[] = []
  #pathCharacters = 0

  constructor(shape: Shape) {
    this.#shape = shape
  }

  model(root: XmlElement): Declarations {
    const model = this.#model
    this.#shape.inspect(root)
    for (const element of root.children) {
      if (element.name === 'define-fault-tree') this.#tree(element, model)
      else if (element.name === 'model-data') this.#fill(element, model, DATA)
      else if (!isRemark(element)) this.#shape.misplaced(element, root.name)
    }
    const name = optional(root, 'name') || (this.#trees.length === 1 ? this.#trees[0]! : null)
    const [events, parameters, labels] = [this.#events, this.#parameters, this.#labels]
    return { name, events, parameters, labels }
  }

  #tree(element: XmlElement, model: Container): void {
    const container = this.#inner(element, model)
    if (container === null) return
    this.#trees.push(container.path.slice(0, -1))
    this.#fill(element, container, TREE)
  }

  /** Reads what a container defines, with its own stack for components in components. */
  #fill(top: XmlElement, outer: Container, kinds: ReadonlyMap<string, Kind>): void {
    const stack: Frame[] = [{ element: top, container: outer, kinds, next: 0 }]
    if (kinds === DATA) this.#shape.inspect(top)
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const element = frame.element.children[frame.next]
      frame.next += 1
      if (element === undefined) {
        stack.pop()
        continue
      }
      const kind = frame.kinds.get(element.name)
      if (kind !== undefined) {
        this.#define(element, kind, frame.container)
      } else if (element.name === 'define-component' && kinds === TREE) {
        const container = this.#inner(element, frame.container)
        if (container !== null) stack.push({ element, container, kinds: TREE, next: 0 })
      } else if (!isRemark(element)) {
        this.#shape.misplaced(element, frame.element.name)
      }
    }
  }

  /** A fault tree or component as a container; null when it has none, which has been told. */
  #inner(element: XmlElement, parent: Container): Container | null {
    this.#shape.inspect(element)
    const { problems } = this.#shape
    const name = this.#name(element)
    const role = this.#public(element, parent)
    if (name === null || role === null) return null
    if (parent.level >= COMPONENT_LEVELS_MAX) {
      problems.error('faulttree/too-deep', { levels_max: COMPONENT_LEVELS_MAX }, element.offset)
      return null
    }
    if (parent.components.has(name)) {
      problems.error('faulttree/duplicate', { name, kind: 'container' }, element.offset)
      return null
    }
    const container = new Container(parent, name, role)
    parent.components.set(name, container)
    return container
  }

  #define(element: XmlElement, kind: Kind, scope: Container): void {
    this.#shape.inspect(element)
    const name = this.#name(element)
    const open = this.#public(element, scope)
    if (name === null || open === null) return
    const path = open ? '' : scope.path
    if (path !== '' && !this.#affords(path.length, element)) return
    const body = bodyOf(element)
    const id = path + name
    const leaf = leafOf(kind, id)
    const definition: Definition = { kind, id, element, body, scope, leaf }
    if (!this.#register(definition, name, path === '')) return
    if (kind === 'parameter') this.#parameters.push(definition)
    else this.#events.push(definition)
    if (body !== element.children) this.#remark(definition)
  }

  /** Paths of private elements repeat the names of their containers: all together have a limit. */
  #affords(characters: number, element: XmlElement): boolean {
    const before = this.#pathCharacters
    this.#pathCharacters += characters
    if (this.#pathCharacters <= PATH_CHARACTERS_MAX) return true
    if (before > PATH_CHARACTERS_MAX) return false
    const params = { characters: this.#pathCharacters, characters_max: PATH_CHARACTERS_MAX }
    this.#shape.problems.error('faulttree/too-large', params, element.offset)
    return false
  }

  /** Makes a definition known where it can be referred to; false when its name is taken. */
  #register(definition: Definition, name: string, open: boolean): boolean {
    const { scope, kind } = definition
    const inner = kind === 'parameter' ? scope.parameters : scope.events
    const outer = open ? this.#model : scope
    const everywhere = kind === 'parameter' ? outer.parameters : outer.events
    const other = inner.get(name) ?? everywhere.get(name)
    if (other === undefined) {
      inner.set(name, definition)
      if (outer !== scope) everywhere.set(name, definition)
      return true
    }
    const params = { name: shortened(name), kind: kind === other.kind ? 'same' : 'different' }
    const offsets = [definition.element.offset, other.element.offset] as const
    this.#shape.problems.error('faulttree/duplicate', params, ...offsets)
    return false
  }

  /** A dot would make a path of a name. */
  #name(element: XmlElement): string | null {
    const name = this.#shape.attribute(element, 'name')
    if (name === null || !name.includes('.')) return name
    const params = { name: shortened(name) }
    this.#shape.problems.error('faulttree/bad-name', params, element.offset)
    return null
  }

  #public(element: XmlElement, scope: Container): boolean | null {
    // Most elements have a name and nothing else.
    if (element.attributes.length < 2) return scope.open
    const roles = scope.open ? ['public', 'private'] : ['private', 'public']
    const role = this.#shape.choice(element, 'role', roles)
    return role === null ? null : role === 'public'
  }

  #remark({ kind, id, element }: Definition): void {
    const label = element.children.find((one) => one.name === 'label')
    const text = label?.text.trim().replace(/\s+/g, ' ') ?? ''
    if (kind !== 'parameter' && text !== '') this.#labels.set(id, text)
  }
}

function leafOf(kind: Kind, id: string): Formula | null {
  if (kind === 'parameter') return null
  return { op: kind === 'basic-event' ? 'event' : 'gate', id }
}

/** Labels and attributes say something about an element, and nothing about its meaning. */
function isRemark(element: XmlElement): boolean {
  return element.name === 'label' || element.name === 'attributes'
}

function bodyOf({ children }: XmlElement): readonly XmlElement[] {
  const [first] = children
  if (first === undefined || (children.length === 1 && !isRemark(first))) return children
  return children.some(isRemark) ? children.filter((one) => !isRemark(one)) : children
}
