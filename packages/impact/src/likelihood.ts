/** How likely each function stops within the horizon, and the loss that is to be expected. */
import type { Dossier, InstitutionFunction, Need } from '@holdfast/dossier'
import { type Compiled, compile, type Formula } from '@holdfast/faulttree'
import { type Day, type Diagnostic, type Interval, NEVER, problem } from '@holdfast/kernel'
import { BooleanModel, type End, eventsOf, scenarioLeaf } from './boolean.ts'
import { memberSupplyId } from './supply.ts'
import { bufferDays, isPayment } from './timeline.ts'
import type { Withdrawal } from './verdict.ts'

export interface Likelihoods {
  /** Probability of stopping within the horizon, withdrawals independent. */
  readonly probability: number
  /** The same with withdrawals fully dependent. */
  readonly dependent: number
  /** Weight times expected days beyond tolerance within the horizon. */
  readonly loss: number
}

/** The days that count: answers from `start` on, up to and including `end`. */
export interface Horizon {
  readonly start: Day
  readonly end: Day
}

/** One end of every interval: late and unlikely for lower bounds, early and likely for upper. */
export class Likelihood {
  readonly problems: Diagnostic[] = []
  readonly #dossier: Dossier
  readonly #withdrawals: ReadonlyMap<string, Withdrawal>
  readonly #horizon: Horizon
  readonly #side: 0 | 1
  readonly #end: End
  readonly #model: BooleanModel
  readonly #days: StopDays
  #compiled: Compiled | null = null

  constructor(
    dossier: Dossier,
    withdrawals: ReadonlyMap<string, Withdrawal>,
    horizon: Horizon,
    end: End,
  ) {
    this.#dossier = dossier
    this.#withdrawals = withdrawals
    this.#horizon = horizon
    this.#end = end
    this.#side = end === 'early' ? 1 : 0
    this.#model = new BooleanModel(dossier, scenarioLeaf(withdrawals, end))
    this.#days = new StopDays(dossier, withdrawals, end)
  }

  /** The figures of several functions; their gates are built before the model is compiled. */
  of(functions: readonly InstitutionFunction[]): Map<string, Likelihoods> {
    const asked = functions.map((item) => ({
      item,
      within: this.#model.stoppedBy(item.id, this.#horizon.end),
      steps: this.#steps(item),
    }))
    this.#compiled = compile(this.#model.model(eventsOf(this.#withdrawals.values())))
    return new Map(
      asked.map(({ item, within, steps }) => [
        item.id,
        {
          probability: this.#probability(within),
          dependent: this.#dependent(within),
          loss: steps.reduce((sum, step) => sum + this.#probability(step.by) * step.days, 0) * item.weight,
        },
      ]),
    )
  }

  /** The days on which the function may stop, each with how long it is until the next. */
  #steps(item: InstitutionFunction): { by: Formula; days: number }[] {
    const { start, end } = this.#horizon
    const stops = [...new Set(this.#days.of(item.id).map((day) => Math.max(start, day + item.toleranceDays)))]
      .filter((day) => day < end)
      .sort((a, b) => a - b)
    return stops.map((day, index) => ({
      by: this.#model.stoppedBy(item.id, day),
      days: (stops[index + 1] ?? end) - day,
    }))
  }

  #probability(top: Formula): number {
    if (top.op === 'constant') return top.value ? 1 : 0
    return this.#value(this.#compiled!.probability(top), this.#side)
  }

  #dependent(top: Formula): number {
    if (top.op === 'constant') return top.value ? 1 : 0
    return this.#value(this.#compiled!.dependentProbability(top), this.#side)
  }

  /** Where the engine meets its limit the widest bound stands, and a diagnostic says so. */
  #value(
    outcome: { ok: true; value: Interval } | { ok: false; nodes_max: number },
    side: 0 | 1,
  ): number {
    if (outcome.ok) return outcome.value[side]
    const limit = problem('impact/too-complex', { nodes_max: outcome.nodes_max })
    if (this.problems.length === 0) this.problems.push({ ...limit, severity: 'warning' })
    return side
  }
}

/** A thing that depends on more days than this is counted at the days kept, which is on the safe side. */
const DAYS_KEPT_MAX = 64

/** Every day on which a thing may fail: the days of its sources with the buffers between. */
class StopDays {
  readonly #dossier: Dossier
  readonly #withdrawals: ReadonlyMap<string, Withdrawal>
  readonly #end: End
  readonly #known = new Map<string, readonly Day[]>()

  constructor(dossier: Dossier, withdrawals: ReadonlyMap<string, Withdrawal>, end: End) {
    this.#dossier = dossier
    this.#withdrawals = withdrawals
    this.#end = end
  }

  of(id: string, prepaid = 0): readonly Day[] {
    if (isPayment(this.#dossier, id)) return this.#own(id, 0).map((day) => day + prepaid)
    return this.#own(id, prepaid)
  }

  #own(id: string, prepaid: number): readonly Day[] {
    const key = `${id} ${prepaid}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const { services, teams, functions } = this.#dossier
    const team = teams.get(id)
    const own =
      team === undefined
        ? this.#leaf(id)
        : team.members.flatMap((member) => this.#leaf(memberSupplyId(id, member.id)))
    const needs = (services.get(id) ?? team ?? functions.get(id))?.needs ?? null
    const days = distinct(needs === null ? own : [...own, ...this.#need(needs, prepaid, 0)])
    this.#known.set(key, days)
    return days
  }

  #leaf(supply: string): Day[] {
    const withdrawal = this.#withdrawals.get(supply)
    if (withdrawal === undefined) return []
    const side = this.#end === 'early' ? 'earliest' : 'latest'
    const may = withdrawal.may !== null && withdrawal.may.interval[1] > 0 ? withdrawal.may : null
    return [withdrawal.must?.[side] ?? NEVER, may?.[side] ?? NEVER].filter((day) => day !== NEVER)
  }

  #need(need: Need, above: number, here: number): Day[] {
    const buffer = bufferDays(need.buffer)
    const ahead = here + buffer.prepaid
    const days =
      need.kind === 'item'
        ? this.of(need.id, isPayment(this.#dossier, need.id) ? above + ahead : ahead)
        : need.of.flatMap((inner) => this.#need(inner, above, ahead))
    return days.map((day) => day + buffer.refusal)
  }
}

/**
 * Days in order, each once. Of very many the earliest of each stretch is kept: a failure is then
 * counted early, never missed.
 */
function distinct(days: readonly Day[]): readonly Day[] {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  if (sorted.length <= DAYS_KEPT_MAX) return sorted
  const stride = Math.ceil(sorted.length / DAYS_KEPT_MAX)
  return sorted.filter((_, index) => index % stride === 0)
}
