import type { Formula } from '../model.ts'
import type { Container, Definition, Kind } from './containers.ts'
import { referenceProblem } from './references.ts'
import { optional, type Shape } from './shape.ts'
import type { XmlElement } from './xml.ts'

/** A formula and the gates and house events that it refers to, each as often as it does. */
export interface GateFormula {
  readonly formula: Formula
  readonly references: readonly Definition[]
}

const CONNECTIVES = new Set([
  ...['and', 'or', 'not', 'nand', 'nor', 'xor', 'iff', 'imply', 'atleast', 'cardinality'],
])

/** The kinds of event that each element may refer to. */
const REFERENCES: Readonly<Record<string, readonly Kind[]>> = {
  gate: ['gate'],
  'basic-event': ['basic-event'],
  'house-event': ['house-event'],
  event: ['gate', 'basic-event', 'house-event'],
}

/** Stands in for what has been refused; no model is made of it. */
const REFUSED: Formula = { op: 'constant', value: false }

/** A connective whose arguments are being read; `args` has room for all of them. */
interface Frame {
  readonly element: XmlElement
  readonly args: Formula[]
  next: number
}

/**
 * Reads formulas into those of the model.
 *
 * `nand` and `nor` are the negations of `and` and `or`. `xor` of more than two arguments is true
 * when an odd number of them is: the format calls it associative, and its later editions allow two
 * arguments only, since some read "exactly one". `iff` has two for the same reason: its associative
 * form is not "all alike". `atleast` and `cardinality` count a repeated argument each time.
 *
 * Input assumed: any tree, all definitions known. Complexity: linear. Limits: none; nesting uses no
 * call stack.
 */
export class Formulas {
  readonly #shape: Shape
  /** `xor` of more than two arguments: the first, and how many there are. */
  #wideXors = 0
  #firstWideXor = -1

  constructor(shape: Shape) {
    this.#shape = shape
  }

  gate({ element, body, scope }: Definition): GateFormula {
    const references: Definition[] = []
    const [top] = body
    if (top === undefined || body.length > 1) {
      this.#count(element, body.length, 'formula')
      return { formula: REFUSED, references }
    }
    if (!CONNECTIVES.has(top.name)) {
      return { formula: this.#leaf(top, scope, references), references }
    }
    const stack: Frame[] = [this.#frame(top)]
    for (;;) {
      const frame = stack[stack.length - 1]!
      const { children } = frame.element
      let below: XmlElement | null = null
      while (frame.next < children.length && below === null) {
        const child = children[frame.next]!
        if (CONNECTIVES.has(child.name)) below = child
        else frame.args[frame.next] = this.#leaf(child, scope, references)
        frame.next += 1
      }
      if (below !== null) {
        stack.push(this.#frame(below))
        continue
      }
      stack.pop()
      const formula = this.#connect(frame.element, frame.args)
      const outer = stack[stack.length - 1]
      if (outer === undefined) return { formula, references }
      outer.args[outer.next - 1] = formula
    }
  }

  #frame(element: XmlElement): Frame {
    this.#shape.inspect(element)
    return { element, args: new Array(element.children.length), next: 0 }
  }

  /** A house event is false unless it says otherwise. */
  house({ element, body }: Definition): Formula {
    const [constant] = body
    if (constant === undefined) return REFUSED
    this.#shape.inspect(constant)
    if (constant.name !== 'constant') this.#shape.misplaced(constant, element.name)
    else if (body.length > 1) this.#count(element, body.length, 'constant')
    for (const child of constant.children) this.#shape.misplaced(child, constant.name)
    return constant.name === 'constant' ? this.#constant(constant) : REFUSED
  }

  /** Tells once what was read as the format means it and others may not. */
  conclude(): void {
    if (this.#wideXors === 0) return
    this.#shape.problems.warn('faulttree/wide-xor', { count: this.#wideXors }, this.#firstWideXor)
  }

  #leaf(element: XmlElement, scope: Container, references: Definition[]): Formula {
    const { attributes, children, name, text } = element
    const kinds = REFERENCES[name]
    // A plain reference to what is there needs no second look.
    if (kinds !== undefined && attributes.length === 1 && children.length === 0 && text === '') {
      const found = scope.event(attributes[0]!.value)
      if (found !== undefined && attributes[0]!.name === 'name' && kinds.includes(found.kind)) {
        if (found.kind !== 'basic-event') references.push(found)
        return found.leaf ?? REFUSED
      }
    }
    this.#shape.inspect(element)
    if (kinds === undefined && name !== 'constant') {
      this.#shape.misplaced(element, 'define-gate')
      return REFUSED
    }
    for (const child of children) this.#shape.misplaced(child, name)
    return kinds === undefined
      ? this.#constant(element)
      : this.#reference(element, kinds, scope, references)
  }

  #constant(element: XmlElement): Formula {
    return { op: 'constant', value: this.#shape.boolean(element) ?? false }
  }

  #reference(
    element: XmlElement,
    kinds: readonly Kind[],
    scope: Container,
    references: Definition[],
  ): Formula {
    const name = this.#shape.attribute(element, 'name')
    const typed = kinds.length > 1 && optional(element, 'type') !== undefined
    const type = typed ? this.#shape.choice(element, 'type', kinds) : null
    if (name === null || (typed && type === null)) return REFUSED
    const wanted = typed ? kinds.filter((kind) => kind === type) : kinds
    const found = scope.event(name)
    if (found === undefined || !wanted.includes(found.kind)) {
      referenceProblem(this.#shape, element, { name, wanted, found, scope })
      return REFUSED
    }
    if (found.kind !== 'basic-event') references.push(found)
    return found.leaf ?? REFUSED
  }

  #connect(element: XmlElement, args: readonly Formula[]): Formula {
    const a = args[0]
    const b = args[1]
    if (a === undefined) return this.#count(element, 0, 'some')
    switch (element.name) {
      case 'and':
      case 'or':
        return { op: element.name, args }
      case 'nand':
        return { op: 'not', args: [{ op: 'and', args }] }
      case 'nor':
        return { op: 'not', args: [{ op: 'or', args }] }
      case 'xor':
        return this.#xor(element, args)
      case 'not':
        return args.length === 1
          ? { op: 'not', args: [a] }
          : this.#count(element, args.length, 'one')
      case 'iff':
      case 'imply':
        return b !== undefined && args.length === 2
          ? { op: element.name, args: [a, b] }
          : this.#count(element, args.length, 'two')
      case 'atleast':
        return this.#atLeast(element, args)
      default:
        return this.#cardinality(element, args)
    }
  }

  #xor(element: XmlElement, args: readonly Formula[]): Formula {
    if (args.length > 2) {
      if (this.#wideXors === 0) this.#firstWideXor = element.offset
      this.#wideXors += 1
    }
    return { op: 'xor', args }
  }

  #atLeast(element: XmlElement, args: readonly Formula[]): Formula {
    const k = this.#shape.number(element, 'min', 'whole')
    if (k === null) return REFUSED
    if (k >= 1 && k <= args.length) return { op: 'at-least', k, args }
    const params = { element: 'atleast', min: k, count: args.length }
    this.#shape.problems.error('faulttree/threshold', params, element.offset)
    return REFUSED
  }

  #cardinality(element: XmlElement, args: readonly Formula[]): Formula {
    const min = this.#shape.number(element, 'min', 'whole')
    const max = this.#shape.number(element, 'max', 'whole')
    if (min === null || max === null) return REFUSED
    const sound = min >= 0 && min <= max && max <= args.length
    if (sound) return { op: 'cardinality', min, max, args }
    const params = { element: 'cardinality', min, max, count: args.length }
    this.#shape.problems.error('faulttree/threshold', params, element.offset)
    return REFUSED
  }

  #count(element: XmlElement, found: number, wanted: string): Formula {
    const params = { element: element.name, found, wanted }
    this.#shape.problems.error('faulttree/wrong-count', params, element.offset)
    return REFUSED
  }
}
