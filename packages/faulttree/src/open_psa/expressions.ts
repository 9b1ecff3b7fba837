import type { Container, Definition } from './containers.ts'
import { OPERATORS } from './operators.ts'
import { firstNames, shortened } from './problems.ts'
import { referenceProblem } from './references.ts'
import { optional, type Shape } from './shape.ts'
import type { XmlElement } from './xml.ts'

/** What an expression comes to. */
export interface Value {
  readonly number: number
  /** It rests on a distribution, of which the mean is taken. */
  readonly deviate: boolean
  /** Why there is no number, when there is none. */
  readonly fault: Fault | null
}

/** Told only where the value is used: a branch that is not taken may have none. */
interface Fault {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly offset: number
  told: boolean
}

interface Frame {
  readonly element: XmlElement
  readonly scope: Container
  readonly operands: readonly XmlElement[]
  readonly args: Value[]
  /** The parameter whose definition this is. */
  readonly parameter: Definition | null
}

/**
 * Computes expressions of the stochastic layer to numbers at one mission time.
 *
 * A random deviate counts with its mean, as the format says; what rests on one is marked. Truth
 * values are 1 and 0. Units are compared and never converted.
 *
 * Input assumed: any tree, all definitions known; the mission time finite and not negative.
 * Complexity: linear, as each parameter is computed once. Limits: none; nesting and chains of
 * parameters use no call stack.
 */
export class Expressions {
  readonly #shape: Shape
  readonly #missionTime: number
  readonly #parameters = new Map<Definition, Value>()
  /** Parameters that are being computed, each within the one before. */
  readonly #pending = new Set<Definition>()
  #firstHistogram = -1

  constructor(shape: Shape, missionTime: number) {
    this.#shape = shape
    this.#missionTime = missionTime
  }

  /** The value of a definition's expression; null when there is none, which has been told. */
  value(definition: Definition): Value | null {
    return this.#told(this.#parameters.get(definition) ?? this.#run(definition))
  }

  /** Tells once what was read as the format means it and others do not. */
  conclude(): void {
    if (this.#firstHistogram < 0) return
    this.#shape.problems.warn('faulttree/histogram', {}, this.#firstHistogram)
  }

  #told(value: Value): Value | null {
    const { fault } = value
    if (fault === null) return value
    if (!fault.told && fault.code !== '') {
      this.#shape.problems.error(fault.code, fault.params, fault.offset)
    }
    fault.told = true
    return null
  }

  #run(definition: Definition): Value {
    const stack: Frame[] = []
    let value = this.#enterDefinition(definition, stack)
    for (;;) {
      const frame = stack.at(-1)
      if (frame === undefined) return value ?? REFUSED
      if (value !== null) frame.args.push(value)
      const operand = frame.operands[frame.args.length]
      if (operand !== undefined) {
        value = this.#enter(operand, frame.scope, stack)
        continue
      }
      stack.pop()
      value = this.#close(frame)
    }
  }

  /** Puts the expression of an event or parameter on the stack. */
  #enterDefinition(definition: Definition, stack: Frame[]): Value | null {
    const { element, body, scope, kind } = definition
    const parameter = kind === 'parameter' ? definition : null
    if (body.length !== 1) {
      const refused = this.#wrongCount(element, body.length, ['1'])
      if (parameter !== null) this.#parameters.set(parameter, refused)
      return refused
    }
    if (parameter !== null) this.#pending.add(parameter)
    stack.push({ element, scope, operands: body, args: [], parameter })
    return null
  }

  /** The value of an operand, or null when it has operands of its own and is on the stack. */
  #enter(element: XmlElement, scope: Container, stack: Frame[]): Value | null {
    this.#shape.inspect(element)
    const { name } = element
    if (name === 'parameter') return this.#parameter(element, scope, stack)
    const simple = this.#constant(element)
    if (simple !== null) {
      for (const child of element.children) this.#shape.misplaced(child, name)
      return simple
    }
    const operands = this.#operands(element)
    if (operands === null) return REFUSED
    stack.push({ element, scope, operands, args: [], parameter: null })
    return null
  }

  #constant(element: XmlElement): Value | null {
    if (element.name === 'float') return exact(this.#shape.number(element, 'value', 'real'))
    if (element.name === 'int') return exact(this.#shape.number(element, 'value', 'whole'))
    if (element.name === 'bool') {
      const truth = this.#shape.boolean(element)
      return exact(truth === null ? null : Number(truth))
    }
    if (element.name !== 'system-mission-time') return null
    return this.#unit(element, 'hours') ? exact(this.#missionTime) : REFUSED
  }

  #parameter(element: XmlElement, scope: Container, stack: Frame[]): Value | null {
    for (const child of element.children) this.#shape.misplaced(child, element.name)
    const name = this.#shape.attribute(element, 'name')
    if (name === null) return REFUSED
    const found = scope.parameter(name)
    if (found === undefined) {
      referenceProblem(this.#shape, element, { name, wanted: ['parameter'], found, scope })
      return REFUSED
    }
    if (!this.#unit(element, optional(found.element, 'unit') ?? 'none')) return REFUSED
    const known = this.#parameters.get(found)
    if (known !== undefined) return known
    if (this.#pending.has(found)) return this.#cycle(found)
    return this.#enterDefinition(found, stack)
  }

  /** Whether a reference asks for no other unit than that in which the number is. */
  #unit(element: XmlElement, wanted: string): boolean {
    const found = optional(element, 'unit') ?? wanted
    if (found === wanted) return true
    const name = optional(element, 'name') ?? element.name
    const params = { name: shortened(name), found: shortened(found), wanted: shortened(wanted) }
    this.#shape.problems.error('faulttree/wrong-unit', params, element.offset)
    return false
  }

  #cycle(parameter: Definition): Value {
    const path = [...this.#pending]
    const ids = path.slice(path.indexOf(parameter)).map((one) => one.id)
    const params = { names: firstNames(ids), count: ids.length }
    this.#shape.problems.error('faulttree/parameter-cycle', params, parameter.element.offset)
    return REFUSED
  }

  /** The operands of an operator, those of its cases or bins among them; null: refused. */
  #operands(element: XmlElement): readonly XmlElement[] | null {
    const { name, children } = element
    const inner = name === 'switch' ? 'case' : name === 'histogram' ? 'bin' : null
    const operands = inner === null ? children : this.#pairs(element, inner)
    if (operands === null) return null
    if (name === 'switch') return operands
    if (name === 'ite') {
      if (operands.length === 3) return operands
      this.#wrongCount(element, operands.length, ['3'])
      return null
    }
    const operator = OPERATORS.get(name)
    if (operator === undefined) {
      this.#shape.misplaced(element, 'expression')
      return null
    }
    const { counts, more } = operator
    const count = operands.length
    if (more ? count >= counts[0]! : counts.includes(count)) return operands
    this.#wrongCount(element, count, more ? [`${counts[0]}+`] : counts.map(String))
    return null
  }

  /** `switch` ends with an expression, `histogram` begins with one; all else comes in pairs. */
  #pairs(element: XmlElement, inner: string): readonly XmlElement[] | null {
    const { children } = element
    const single = inner === 'case' ? children.length - 1 : 0
    const operands: XmlElement[] = []
    for (const [index, child] of children.entries()) {
      if ((child.name === inner) === (index === single)) {
        this.#shape.misplaced(child, element.name)
        return null
      }
      if (index === single) {
        operands.push(child)
        continue
      }
      this.#shape.inspect(child)
      if (child.children.length !== 2) {
        this.#wrongCount(child, child.children.length, ['2'])
        return null
      }
      operands.push(...child.children)
    }
    if (operands.length > 0) return operands
    this.#wrongCount(element, 0, ['1+'])
    return null
  }

  #close(frame: Frame): Value {
    const { element, args, parameter } = frame
    const { name } = element
    if (parameter !== null) {
      this.#pending.delete(parameter)
      this.#parameters.set(parameter, args[0]!)
      return args[0]!
    }
    if (name === 'define-basic-event') return args[0]!
    if (name === 'ite' || name === 'switch') return chosen(args)
    const fault = args.find((one) => one.fault !== null)
    if (fault !== undefined) return fault
    const operator = OPERATORS.get(name)!
    const result = operator.compute(args.map((one) => one.number))
    if (name === 'histogram' && this.#firstHistogram < 0) this.#firstHistogram = element.offset
    if (typeof result !== 'number') {
      const { argument, value } = result
      return faulty(
        'faulttree/out-of-domain',
        { element: name, argument, value: String(value) },
        element.offset,
      )
    }
    if (!Number.isFinite(result)) {
      return faulty('faulttree/no-number', { element: name }, element.offset)
    }
    const deviate = operator.deviate || args.some((one) => one.deviate)
    return { number: result, deviate, fault: null }
  }

  #wrongCount(element: XmlElement, found: number, allowed: readonly string[]): Value {
    const params = { element: element.name, found, allowed }
    this.#shape.problems.error('faulttree/wrong-operands', params, element.offset)
    return REFUSED
  }
}

/** What has been told where it stands. */
const REFUSED: Value = {
  number: 0,
  deviate: false,
  fault: { code: '', params: {}, offset: 0, told: true },
}

function exact(number: number | null): Value {
  return number === null ? REFUSED : { number, deviate: false, fault: null }
}

function faulty(code: string, params: Fault['params'], offset: number): Value {
  return { number: 0, deviate: false, fault: { code, params, offset, told: false } }
}

/** The value behind the first condition that holds; the last value when none does. */
function chosen(args: readonly Value[]): Value {
  let deviate = false
  for (let i = 0; i + 1 < args.length; i += 2) {
    const condition = args[i]!
    if (condition.fault !== null) return condition
    deviate ||= condition.deviate
    if (condition.number !== 0) return { ...args[i + 1]!, deviate: deviate || args[i + 1]!.deviate }
  }
  const last = args.at(-1)!
  return { ...last, deviate: deviate || last.deviate }
}
