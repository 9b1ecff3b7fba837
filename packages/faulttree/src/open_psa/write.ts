import type { BasicEvent, Formula, Model } from '../model.ts'
import { Names, nameOf } from './names.ts'
import { type Portable, PortableFormulas } from './portable.ts'
import { HIGH_ATTRIBUTE, LOW_ATTRIBUTE } from './read.ts'

/** Which end of an interval is written where others take one number. */
export type IntervalEnd = 'low' | 'high' | 'parameter'

export interface WriteOptions {
  /** Of the model and its fault tree. */
  readonly name: string
  /** Gates to ask for: only what they need is written, and each is one that no other refers to. */
  readonly tops?: readonly string[]
  /** What people call gates and events, by id. */
  readonly labels?: ReadonlyMap<string, string>
  /** By default `parameter`: the value of the parameter `end`, 0 for low and 1 for high. */
  readonly end?: IntervalEnd
}

const PARAMETER = 'end'

/**
 * Writes a model in the Open-PSA Model Exchange Format, in the part of it that SCRAM 0.16 reads.
 *
 * Reading it gives gates that are true for the same assignments, and the same probabilities: an
 * interval is written as attributes for this reader, and for others as an expression of the
 * parameter `end`, which comes to exactly the low end at 0 and the high end at 1. With `low` or
 * `high` that end is written alone. An id that is no name of the format gets one, and stands in the
 * label; an event and a gate of one id get two names. A constant gate that others refer to is
 * written as a house event.
 *
 * Input assumed: a sound model (`checkModel`), `tops` among its gates; a reference that leads
 * nowhere throws, which is a bug of the caller. Result: the gates in the order of the model, each
 * after those that had to be added for it, then the events. Complexity: linear.
 */
export function writeOpenPsa(model: Model, options: WriteOptions): string {
  return new Writing(options).text(model)
}

/** A gate as it is written; `label` is null when there is nothing to say. */
interface Entry {
  readonly name: string
  readonly label: string | null
  readonly formula: Portable
}

class Writing {
  readonly #options: WriteOptions
  readonly #names = new Names()
  readonly #events = new Map<string, string>()
  readonly #gates = new Map<string, string>()

  constructor(options: WriteOptions) {
    this.#options = options
  }

  text(model: Model): string {
    const { tops, end = 'parameter' } = this.#options
    const needed = tops === undefined ? null : neededBy(model, tops)
    const events = [...model.events.values()].filter((one) => needed?.events.has(one.id) ?? true)
    const gates = [...model.gates].filter(([id]) => needed?.gates.has(id) ?? true)
    this.#nameAll(
      events.map((one) => one.id),
      gates.map(([id]) => id),
    )
    const entries = this.#entries(gates)
    const below = new Set<string>()
    for (const { formula } of entries) gatesIn(formula, below)
    for (const top of new Set(tops)) {
      const name = this.#name('gate', top)
      if (below.has(name)) entries.push(this.#asked(name))
    }
    const constants = entries.filter(({ name, formula }) => {
      return formula.op === 'constant' && below.has(name)
    })
    const houses = new Set(constants.map((one) => one.name))
    const title = nameOf(this.#options.name, 'model')
    const parameter = end === 'parameter' && events.some(({ probability: [a, b] }) => a < b)
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<opsa-mef name="${title}">`,
      ...labelLines(title === this.#options.name ? null : this.#options.name, '  '),
      `  <define-fault-tree name="${title}">`,
      ...treeLines(entries, houses),
      '  </define-fault-tree>',
      '  <model-data>',
      ...(parameter ? PARAMETER_LINES : []),
      ...events.flatMap((event) => this.#eventLines(event, end)),
      '  </model-data>',
      '</opsa-mef>',
      '',
    ].join('\n')
  }

  /** Names that can stay do, whatever others would like to be called. */
  #nameAll(events: readonly string[], gates: readonly string[]): void {
    const spaces = [
      [events, this.#events, 'event'],
      [gates, this.#gates, 'gate'],
    ] as const
    for (const [ids, names] of spaces) {
      for (const id of ids) {
        const kept = this.#names.keep(id)
        if (kept !== null) names.set(id, kept)
      }
    }
    for (const [ids, names, otherwise] of spaces) {
      for (const id of ids) if (!names.has(id)) names.set(id, this.#names.take(id, otherwise))
    }
  }

  #name(op: 'event' | 'gate', id: string): string {
    const name = (op === 'event' ? this.#events : this.#gates).get(id)
    if (name === undefined) throw new Error(`the model has no ${op} ${id}`)
    return name
  }

  #entries(gates: readonly (readonly [string, Formula])[]): Entry[] {
    const entries: Entry[] = []
    let near = ''
    const formulas = new PortableFormulas({
      name: (op, id) => this.#name(op, id),
      gate: (formula) => {
        const name = this.#names.take(near, 'gate')
        entries.push({ name, label: null, formula })
        return name
      },
    })
    for (const [, formula] of gates) formulas.count(formula)
    for (const [id, formula] of gates) {
      near = this.#name('gate', id)
      const portable = formulas.of(formula)
      entries.push({ name: near, label: this.#label(id, near), formula: portable })
    }
    return entries
  }

  /** A gate that stands for one to which others refer, so that it is asked for. */
  #asked(name: string): Entry {
    const top = this.#names.take(`${name}_top`, 'top')
    return { name: top, label: null, formula: { op: 'gate', name } }
  }

  #label(id: string, name: string): string | null {
    const label = this.#options.labels?.get(id)
    if (id === name) return label ?? null
    return label === undefined ? id : `${id}: ${label}`
  }

  #eventLines({ id, probability }: BasicEvent, end: IntervalEnd): readonly string[] {
    const name = this.#name('event', id)
    const [low, high] = probability
    const open = end === 'parameter' && low < high
    return [
      `    <define-basic-event name="${name}">`,
      ...labelLines(this.#label(id, name)),
      ...(open ? intervalLines(low, high) : [`      ${float(end === 'low' ? low : high)}`]),
      '    </define-basic-event>',
    ]
  }
}

const PARAMETER_LINES = [
  `    <define-parameter name="${PARAMETER}">`,
  `      ${float(1)}`,
  '    </define-parameter>',
]

/** `low (1 - end) + high end`: each end exactly, where `low + end (high - low)` would round. */
function intervalLines(low: number, high: number): readonly string[] {
  const parameter = `<parameter name="${PARAMETER}"/>`
  return [
    '      <attributes>',
    `        <attribute name="${LOW_ATTRIBUTE}" value="${low}"/>`,
    `        <attribute name="${HIGH_ATTRIBUTE}" value="${high}"/>`,
    '      </attributes>',
    '      <add>',
    `        <mul>${float(low)}<sub>${float(1)}${parameter}</sub></mul>`,
    `        <mul>${float(high)}${parameter}</mul>`,
    '      </add>',
  ]
}

/** The shortest text that reads as the same number. */
function float(value: number): string {
  return `<float value="${value}"/>`
}

function treeLines(entries: readonly Entry[], houses: ReadonlySet<string>): readonly string[] {
  const lines: string[] = []
  for (const { name, label, formula } of entries) {
    const tag = houses.has(name) ? 'define-house-event' : 'define-gate'
    lines.push(`    <${tag} name="${name}">`, ...labelLines(label))
    formulaLines(formula, houses, '      ', lines)
    lines.push(`    </${tag}>`)
  }
  return lines
}

/** Adds the lines of a formula; its recursion is bounded by NESTING_MAX. */
function formulaLines(
  formula: Portable,
  houses: ReadonlySet<string>,
  indent: string,
  lines: string[],
): void {
  if (formula.op === 'constant') {
    lines.push(`${indent}<constant value="${formula.value}"/>`)
  } else if ('name' in formula) {
    const house = formula.op === 'gate' && houses.has(formula.name)
    const tag = formula.op === 'event' ? 'basic-event' : house ? 'house-event' : 'gate'
    lines.push(`${indent}<${tag} name="${formula.name}"/>`)
  } else {
    const { op, min, args } = formula
    lines.push(`${indent}<${op}${op === 'atleast' ? ` min="${min}"` : ''}>`)
    for (const one of args) formulaLines(one, houses, `${indent}  `, lines)
    lines.push(`${indent}</${op}>`)
  }
}

/** Adds the names of the gates that a formula refers to. */
function gatesIn(formula: Portable, names: Set<string>): void {
  if (formula.op === 'gate') names.add(formula.name)
  else if ('args' in formula) for (const one of formula.args) gatesIn(one, names)
}

function labelLines(label: string | null, indent = '      '): readonly string[] {
  const text = label === null ? '' : plain(label)
  return text === '' ? [] : [`${indent}<label>${text}</label>`]
}

/** One line of text that XML can hold. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}

const FORBIDDEN = new RegExp(
  '[\\0-\\x1f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])' +
    '|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  'g',
)

/** All that gates need, themselves among it. */
function neededBy(model: Model, tops: readonly string[]) {
  const events = new Set<string>()
  const gates = new Set(tops)
  const pending: Formula[] = tops.flatMap((id) => model.gates.get(id) ?? [])
  const seen = new Set<Formula>(pending)
  for (let formula = pending.pop(); formula !== undefined; formula = pending.pop()) {
    if (formula.op === 'event') events.add(formula.id)
    const gate = formula.op === 'gate' && !gates.has(formula.id) ? formula.id : null
    if (gate !== null) gates.add(gate)
    const below = gate === null ? [] : [model.gates.get(gate)].filter((one) => one !== undefined)
    for (const one of 'args' in formula ? formula.args : below) {
      if (!seen.has(one)) pending.push(one)
      seen.add(one)
    }
  }
  return { events, gates }
}
