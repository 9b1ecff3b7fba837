/** What may stand where in a file of the Open-PSA Model Exchange Format. */
import { firstNames, type Problems, shortened } from './problems.ts'
import type { XmlElement } from './xml.ts'

/** Elements that change what a fault tree means and are not read, with the reason. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['define-CCF-group', 'common-cause'],
  ['define-substitution', 'substitution'],
  ['define-alignment', 'phases'],
  ['define-mission', 'phases'],
  ['define-extern-library', 'code'],
  ['define-extern-function', 'code'],
  ['extern-function', 'code'],
  ['test-initiating-event', 'event-tree'],
  ['test-functional-event', 'event-tree'],
  ['include', 'include'],
])

/** Elements that stand beside the fault trees and leave them as they are. */
const BESIDE = new Set([
  'define-event-tree',
  'define-initiating-event',
  'define-initiating-event-group',
  'define-functional-event',
  'define-sequence',
  'define-rule',
  'define-consequence',
  'define-consequence-group',
])

const NAMED = ['name']
const VALUED = ['value']
const DEFINED = ['name', 'role']
const NOTHING: readonly string[] = []

/** The attributes that are read; an element that is not listed has none. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'opsa-mef': NAMED,
  'define-fault-tree': NAMED,
  'define-component': DEFINED,
  'define-gate': DEFINED,
  'define-basic-event': DEFINED,
  'define-house-event': DEFINED,
  'define-parameter': ['name', 'role', 'unit'],
  gate: NAMED,
  'basic-event': NAMED,
  'house-event': NAMED,
  event: ['name', 'type'],
  constant: VALUED,
  bool: VALUED,
  int: VALUED,
  float: VALUED,
  parameter: ['name', 'unit'],
  'system-mission-time': ['unit'],
  atleast: ['min'],
  cardinality: ['min', 'max'],
}

/** Holds elements to their shape. What occurs often and changes nothing is told once for all. */
export class Shape {
  readonly problems: Problems
  readonly #foreign = new Map<string, number>()
  readonly #beside = new Map<string, number>()
  /** Whether something is left out that may define what others refer to. */
  incomplete = false

  constructor(problems: Problems) {
    this.problems = problems
  }

  /** Attributes that nothing reads, and text where only elements belong. */
  inspect(element: XmlElement): void {
    if (element.text !== '') {
      const params = { element: shortened(element.name), text: shortened(element.text.trim()) }
      this.problems.error('faulttree/stray-text', params, element.offset)
    }
    if (element.attributes.length === 0) return
    const known = ATTRIBUTES[element.name] ?? NOTHING
    for (const { name } of element.attributes) {
      // Names of namespaces belong to XML, not to the format.
      if (known.includes(name) || /^(xmlns|xml|xsi)(:|$)/.test(name)) continue
      const what = `${name} (${element.name})`
      if (!this.#foreign.has(what)) this.#foreign.set(what, element.offset)
    }
  }

  /** An attribute without white space around it; null, and told, when it is absent or empty. */
  attribute(element: XmlElement, name: string): string | null {
    const value = optional(element, name)
    if (value !== undefined && value !== '') return value
    const params = { element: element.name, name }
    this.problems.error('faulttree/missing-attribute', params, element.offset)
    return null
  }

  /** One of a few words; the first when the attribute is absent; null, and told, for another. */
  choice(element: XmlElement, name: string, allowed: readonly string[]): string | null {
    const value = optional(element, name)
    if (value === undefined) return allowed[0] ?? null
    if (allowed.includes(value)) return value
    const params = { element: element.name, name, value: shortened(value), allowed }
    this.problems.error('faulttree/bad-value', params, element.offset)
    return null
  }

  /** A truth value as XML writes it; null once a problem is told. */
  boolean(element: XmlElement): boolean | null {
    const value = this.attribute(element, 'value')
    if (value === null) return null
    const truth = ['true', '1', 'false', '0'].indexOf(value)
    if (truth >= 0) return truth < 2
    const params = { element: element.name, name: 'value', value: shortened(value) }
    const allowed = ['true', 'false']
    this.problems.error('faulttree/bad-value', { ...params, allowed }, element.offset)
    return null
  }

  /** A number that is finite; null once a problem is told. */
  number(element: XmlElement, name: string, kind: 'whole' | 'real'): number | null {
    const text = this.attribute(element, name)
    if (text === null) return null
    const value = (kind === 'whole' ? WHOLE : REAL).test(text) ? Number(text) : Number.NaN
    if (kind === 'whole' ? Number.isSafeInteger(value) : Number.isFinite(value)) return value
    const params = { element: element.name, name, value: shortened(text), kind }
    this.problems.error('faulttree/bad-number', params, element.offset)
    return null
  }

  /** Tells of an element that has no place where it stands. */
  misplaced(element: XmlElement, parent: string): void {
    const { name, offset } = element
    const reason = UNSUPPORTED.get(name)
    if (BESIDE.has(name)) {
      this.#beside.set(name, this.#beside.get(name) ?? offset)
    } else if (reason !== undefined) {
      this.incomplete ||= reason === 'include' || reason === 'common-cause'
      this.problems.error('faulttree/unsupported', { name, reason }, offset)
    } else {
      this.problems.error('faulttree/unknown-element', { name: shortened(name), parent }, offset)
    }
  }

  /** Tells once what stands beside the fault trees, and which attributes nothing reads. */
  conclude(): void {
    for (const [code, found] of [
      ['faulttree/not-read', this.#beside],
      ['faulttree/unknown-attribute', this.#foreign],
    ] as const) {
      const [first] = found.values()
      if (first === undefined) continue
      const names = firstNames([...found.keys()])
      this.problems.warn(code, { count: found.size, names }, first)
    }
  }
}

const WHOLE = /^[+-]?[0-9]+$/
const REAL = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/

/** An attribute without white space around it; undefined when it is absent. */
export function optional(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value.trim()
}
