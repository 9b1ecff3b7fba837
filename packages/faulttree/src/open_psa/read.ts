import { failed, type Interval, ok, type Result, UNKNOWN_LIKELIHOOD } from '@holdfast/kernel'
import type { BasicEvent, Formula, Model } from '../model.ts'
import type { Definition } from './containers.ts'
import { type Declarations, readDeclarations } from './declarations.ts'
import { Expressions } from './expressions.ts'
import { Formulas } from './formulas.ts'
import { gateCycles } from './gate_cycles.ts'
import { firstNames, Problems, shortened } from './problems.ts'
import { optional, Shape } from './shape.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** A fault tree model as a file of the Open-PSA Model Exchange Format holds it. */
export interface OpenPsaModel {
  /** Of the model, or of its only fault tree. */
  readonly name: string | null
  readonly model: Model
  /** What people call gates and events, by id. */
  readonly labels: ReadonlyMap<string, string>
  /** Gates that no other gate refers to, in the order of the file. */
  readonly tops: readonly string[]
  /** Gates that stand for house events, which an analyst switches on or off. */
  readonly houseEvents: readonly string[]
}

export interface OpenPsaOptions {
  /** The hours for which the system must work; finite and not negative. A year by default. */
  readonly missionTime?: number
}

const MISSION_HOURS = 8_760

/** The bounds of a probability, written as attributes of a basic event; see `writeOpenPsa`. */
export const LOW_ATTRIBUTE = 'probability-low'
export const HIGH_ATTRIBUTE = 'probability-high'

/** A probability may miss its bounds by so much: sums of shares round. */
const ROUNDING_MAX = 1e-12

const UNITS = new Set([
  ...['bool', 'int', 'float', 'hours', 'hours-1', 'years', 'years-1', 'fit', 'demands'],
])
/** Units beside the hour of the mission time. */
const OTHER_TIMES = new Set(['years', 'years-1', 'fit'])

/**
 * Reads a model of the Open-PSA Model Exchange Format: fault trees, components, and the data of
 * their events.
 *
 * An id is the name of a public element and the path of a private one. A house event becomes a gate
 * that is a constant. A probability is what its expression comes to at the mission time, with the
 * mean in place of each distribution, which a warning says; of an event without one nothing is
 * known: the interval [0, 1] and a warning. Event trees and what belongs to them leave the fault
 * trees as they are and are named in a warning; what would change them (common causes,
 * substitutions, alignments, files to include, functions from outside) is refused by name.
 *
 * Input assumed: none; any text. Result: the model with its warnings, or everything that is wrong
 * with it, in the order of the text; of a fault of XML only the first. Complexity: linear.
 * Limits: `TEXT_CHARACTERS_MAX`, `ELEMENTS_MAX` and `LEVELS_MAX` of the text,
 * `COMPONENT_LEVELS_MAX` of components, `ERRORS_TOLD_MAX` of what is told.
 * Source: Open-PSA Model Exchange Format 2.0d, and its text of 2018 where they differ.
 */
export function readOpenPsa(
  text: string,
  file: string,
  options: OpenPsaOptions = {},
): Result<OpenPsaModel> {
  const problems = new Problems(file, text)
  const root = parseXml(text, problems)
  const value = root === null ? null : readModel(root, new Shape(problems), options)
  const diagnostics = problems.all()
  return value === null || problems.failed ? failed(diagnostics) : ok(value, diagnostics)
}

function readModel(root: XmlElement, shape: Shape, options: OpenPsaOptions): OpenPsaModel | null {
  const { problems } = shape
  if (root.name !== 'opsa-mef') {
    problems.error('faulttree/not-open-psa', { name: shortened(root.name) }, root.offset)
    return null
  }
  const declarations = readDeclarations(root, shape)
  const { gates, tops, houseEvents } = readGates(declarations, shape)
  const events = readEvents(declarations, shape, options.missionTime ?? MISSION_HOURS)
  if (gates.size === houseEvents.length && !problems.failed) {
    problems.error('faulttree/no-gates', {}, root.offset)
  }
  shape.conclude()
  const { name, labels } = declarations
  return { name, model: { events, gates }, labels, tops, houseEvents }
}

function readGates({ events }: Declarations, shape: Shape) {
  const gates = new Map<string, Formula>()
  const references = new Map<Definition, readonly Definition[]>()
  const below = new Set<Definition>()
  const houseEvents: string[] = []
  const formulas = new Formulas(shape)
  for (const event of events) {
    if (event.kind === 'house-event') {
      houseEvents.push(event.id)
      gates.set(event.id, formulas.house(event))
    } else if (event.kind === 'gate') {
      const read = formulas.gate(event)
      gates.set(event.id, read.formula)
      references.set(event, read.references)
      for (const one of read.references) below.add(one)
    }
  }
  for (const cycle of gateCycles(references)) {
    const names = cycle.map((one) => one.id)
    const params = { names: firstNames(names), count: names.length }
    shape.problems.error('faulttree/gate-cycle', params, cycle[0]!.element.offset)
  }
  formulas.conclude()
  const tops = events.filter((one) => one.kind === 'gate' && !below.has(one)).map((one) => one.id)
  return { gates, tops, houseEvents }
}

function readEvents({ events, parameters }: Declarations, shape: Shape, missionTime: number) {
  const expressions = new Expressions(shape, missionTime)
  const read = new Map<string, BasicEvent>()
  const unknown: Definition[] = []
  const means: Definition[] = []
  for (const event of events) {
    if (event.kind !== 'basic-event') continue
    const value = event.body.length === 0 ? null : expressions.value(event)
    if (value?.deviate) means.push(event)
    const bounds = boundsOf(event, shape)
    if (event.body.length === 0 && bounds === null) unknown.push(event)
    const point = value === null ? null : probabilityOf(event, value.number, shape)
    if (bounds !== null && point !== null) holdInterval(event, bounds, point, shape)
    const probability = bounds ?? (point === null ? UNKNOWN_LIKELIHOOD : ([point, point] as const))
    read.set(event.id, { id: event.id, probability })
  }
  // A parameter that nothing uses may still be wrong.
  for (const parameter of parameters) expressions.value(parameter)
  readUnits(parameters, shape)
  expressions.conclude()
  gathered('faulttree/probability-missing', unknown, shape)
  gathered('faulttree/mean-of-distribution', means, shape)
  return read
}

/** One warning for all that it concerns, at the first. */
function gathered(code: string, events: readonly Definition[], shape: Shape): void {
  const [first] = events
  if (first === undefined) return
  const names = firstNames(events.map((one) => one.id))
  shape.problems.warn(code, { count: events.length, names }, first.element.offset)
}

function probabilityOf(event: Definition, value: number, shape: Shape): number | null {
  const nearest = Math.min(1, Math.max(0, value))
  if (Math.abs(nearest - value) <= ROUNDING_MAX) return nearest
  const params = { name: shortened(event.id), value: String(value) }
  shape.problems.error('faulttree/not-a-probability', params, event.element.offset)
  return null
}

/** The interval that attributes of an event declare; null when there are none, or bad ones. */
function boundsOf(event: Definition, shape: Shape): Interval | null {
  if (event.body === event.element.children) return null
  const attributes = event.element.children
    .filter((one) => one.name === 'attributes')
    .flatMap((one) => one.children)
  const [low, high] = [LOW_ATTRIBUTE, HIGH_ATTRIBUTE].map((name) => {
    return attributes.find((one) => optional(one, 'name') === name)
  })
  if (low === undefined && high === undefined) return null
  const [from, to] = [low, high].map((one) => {
    return one === undefined ? null : shape.number(one, 'value', 'real')
  })
  if (from == null || to == null) {
    if (low === undefined || high === undefined) badInterval(event, shape)
    return null
  }
  if (from >= 0 && from <= to && to <= 1) return [from, to]
  badInterval(event, shape)
  return null
}

/** What an expression comes to must lie in the interval that is declared beside it. */
function holdInterval(event: Definition, [low, high]: Interval, point: number, shape: Shape): void {
  if (point < low - ROUNDING_MAX || point > high + ROUNDING_MAX) badInterval(event, shape)
}

function badInterval(event: Definition, shape: Shape): void {
  const params = { name: shortened(event.id) }
  shape.problems.error('faulttree/bad-interval', params, event.element.offset)
}

/** Units are no part of the arithmetic of the format: a rate per year meets hours unconverted. */
function readUnits(parameters: readonly Definition[], shape: Shape): void {
  const other: Definition[] = []
  for (const parameter of parameters) {
    const unit = optional(parameter.element, 'unit')
    if (unit === undefined) continue
    if (OTHER_TIMES.has(unit)) other.push(parameter)
    else if (!UNITS.has(unit)) shape.choice(parameter.element, 'unit', [...UNITS])
  }
  gathered('faulttree/units-as-written', other, shape)
}
