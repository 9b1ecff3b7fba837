/** The fault trees behind an assessment, so that other tools can check its likelihoods. */
import type { BasicEvent, Formula, Model } from '@holdfast/faulttree'
import { writeOpenPsa } from '@holdfast/faulttree/open-psa'
import {
  type Assessment,
  eventOf,
  type LikelihoodModel,
  type Outcome,
  type ScenarioAssessment,
  type Supply,
} from '@holdfast/impact'
import { formatDay } from '@holdfast/kernel'
import { nameOf } from './names.ts'

/**
 * Writes all functions of all scenarios in the Open-PSA Model Exchange Format.
 *
 * The two ends of a likelihood come from two models, so each function has two top gates in each
 * scenario, `lower_SCENARIO_FUNCTION` and `upper_SCENARIO_FUNCTION`: the probability of the one is
 * the low end that the report tells, that of the other the high end. An event carries the end of
 * its likelihood that its model uses. Labels hold the names of the dossier, and what a likelihood
 * rests on. Result: deterministic, in the order of the assessment. Complexity: linear.
 */
export function openPsaOf(institution: string, assessment: Assessment): string {
  const labels = new Map<string, string>()
  const events = new Map<string, BasicEvent>()
  const gates = new Map<string, Formula>()
  const tops: string[] = []
  for (const assessed of assessment.scenarios) {
    for (const end of ['lower', 'upper'] as const) {
      const tree = new FaultTree(assessed, end)
      for (const [id, event] of tree.model.events) events.set(id, event)
      for (const [id, formula] of tree.model.gates) gates.set(id, formula)
      for (const [id, label] of tree.labels()) labels.set(id, label)
      tops.push(...tree.tops)
    }
  }
  return writeOpenPsa({ events, gates }, { name: institution, tops, labels })
}

/** Between the parts of a name: no id holds it, so that no two names are the same. */
const JOINT = '_'

/** One scenario at one end of its likelihoods, under names that are its own. */
class FaultTree {
  readonly model: Model
  readonly tops: readonly string[]
  readonly #assessed: ScenarioAssessment
  readonly #outcome: Outcome
  readonly #behind: LikelihoodModel
  readonly #end: 'lower' | 'upper'

  constructor(assessed: ScenarioAssessment, end: 'lower' | 'upper') {
    const side = end === 'lower' ? 0 : 1
    this.#assessed = assessed
    this.#end = end
    this.#outcome = end === 'lower' ? assessed.benign : assessed.adverse
    this.#behind = end === 'lower' ? assessed.models.low : assessed.models.high
    const { model, tops } = this.#behind
    const events = [...model.events.values()].map((event): [string, BasicEvent] => {
      const id = this.#eventName(event.id)
      const value = event.probability[side]
      return [id, { id, probability: [value, value] }]
    })
    const gates = [...model.gates].map(([id, formula]): [string, Formula] => {
      return [this.#gateName(id), this.#renamed(formula)]
    })
    const asked = [...tops].map(([id, formula]): [string, Formula] => {
      return [this.#name(id), this.#renamed(formula)]
    })
    this.model = { events: new Map(events), gates: new Map([...gates, ...asked]) }
    this.tops = asked.map(([id]) => id)
  }

  /** What people call the things behind gates and events, by name. */
  *labels(): Generator<[string, string]> {
    const { scenario, dossier, supplies } = this.#assessed.on
    const name = nameOf(dossier)
    for (const id of this.#behind.tops.keys()) {
      yield [this.#name(id), `${name(id)} (${scenario.name})`]
    }
    for (const [gate, { id, by }] of this.#behind.meanings) {
      yield [this.#gateName(gate), `${name(id)}, ${formatDay(by)}`]
    }
    const named = new Map<string, Supply[]>()
    for (const supply of supplies) {
      const event = eventOf(supply)
      named.set(event, [...(named.get(event) ?? []), supply])
    }
    for (const [event, those] of named) {
      yield [this.#eventName(event), this.#eventLabel(those)]
    }
  }

  /** Who withdraws what, and what the likelihood rests on. */
  #eventLabel(supplies: readonly Supply[]): string {
    const who = supplies.map(({ provider, name }) => `${provider.name}: ${name}`)
    const grounds = supplies.flatMap(({ id }) => {
      const assumptions = this.#outcome.withdrawals.get(id)?.assumptions ?? []
      return assumptions.map((one) => {
        const source = one.source === null ? '' : ` (${one.source})`
        return `${one.id}: ${one.evidence}${source}`
      })
    })
    return [...new Set([...who, ...grounds])].join('; ')
  }

  #renamed(formula: Formula): Formula {
    if (formula.op === 'event') return { op: 'event', id: this.#eventName(formula.id) }
    if (formula.op === 'gate') return { op: 'gate', id: this.#gateName(formula.id) }
    if (formula.op !== 'and' && formula.op !== 'or' && formula.op !== 'at-least') return formula
    return { ...formula, args: formula.args.map((arg) => this.#renamed(arg)) }
  }

  /** A cause is any text, and the last part of its name; what a member is called is no more. */
  #eventName(id: string): string {
    const at = id.indexOf(':')
    const kind = id.slice(0, at)
    const rest = id.slice(at + 1)
    return this.#name(kind, ...(kind === 'withdraw' ? rest.split('#') : [rest]))
  }

  #gateName(gate: string): string {
    const { id, by, prepaidDays } = this.#behind.meanings.get(gate)!
    const prepaid = prepaidDays === 0 ? [] : ['prepaid', String(prepaidDays)]
    return this.#name(id, 'by', formatDay(by) ?? '', ...prepaid)
  }

  #name(...parts: readonly string[]): string {
    return [this.#end, this.#assessed.on.scenario.id, ...parts].join(JOINT)
  }
}
