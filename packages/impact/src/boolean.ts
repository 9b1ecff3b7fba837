/**
 * The Boolean model (semantics, section 7): "this thing has failed by that day" is a gate, a
 * provider's own decision is an event, and what the law commands is a constant.
 *
 * Every withdrawal lies at one end of its days: the first for upper bounds, the last for lower
 * ones. Then "failed by day D" of a need with a buffer of b days is "source failed by D - b", and a
 * dossier with buffers becomes an ordinary fault tree.
 */
import type { Dossier, Need } from '@holdfast/dossier'
import type { BasicEvent, Formula } from '@holdfast/faulttree'
import { type Day, hull, type Interval } from '@holdfast/kernel'
import type { LeafDays, StopDays } from './stop_days.ts'
import { memberSupplyId, type Supply } from './supply.ts'
import { bufferDays, failingPlace, isPayment } from './timeline.ts'
import type { Withdrawals } from './withdrawal.ts'

export type End = 'early' | 'late'

export const FALSE: Formula = { op: 'constant', value: false }
export const TRUE: Formula = { op: 'constant', value: true }

/** The event of a provider's decision: the shared cause where several name one. */
export function eventOf(supply: Supply): string {
  return supply.cause === null ? `withdraw:${supply.id}` : `cause:${supply.cause}`
}

/** What a supply's end depends on by a day. */
export type Leaf = (supplyId: string, by: Day) => Formula

/** The leaf of a scenario: commanded, decided by the provider, or never. */
export function scenarioLeaf(withdrawals: Withdrawals, end: End, events: ScenarioEvents): Leaf {
  return (id, by) => {
    const withdrawal = withdrawals.get(id)
    if (withdrawal === undefined) return FALSE
    const { must, may, supply } = withdrawal
    const day = (days: { earliest: Day; latest: Day }): Day =>
      end === 'early' ? days.earliest : days.latest
    if (must !== null && day(must) <= by) return TRUE
    if (may !== null && may.interval[1] > 0 && day(may) <= by) {
      return events.formula(supply, may.interval)
    }
    return FALSE
  }
}

/** The days on which the leaves of a scenario turn true. */
export function leafDays(withdrawals: Withdrawals, end: End): LeafDays {
  const side = end === 'early' ? 'earliest' : 'latest'
  return (id) => {
    const withdrawal = withdrawals.get(id)
    const may = withdrawal?.may ?? null
    const days =
      withdrawal?.must === null || withdrawal === undefined ? [] : [withdrawal.must[side]]
    return may !== null && may.interval[1] > 0 ? [...days, may[side]] : days
  }
}

/**
 * The events of a scenario, each made when a gate first names it. A shared cause is as likely as
 * the hull of all withdrawals that name it, wherever they stand.
 */
export class ScenarioEvents {
  readonly events = new Map<string, BasicEvent>()
  readonly #causes = new Map<string, Interval>()

  /** @param caused the supplies whose withdrawals share a cause with others */
  constructor(caused: readonly Supply[], withdrawals: Withdrawals) {
    for (const supply of caused) {
      const may = withdrawals.get(supply.id)?.may ?? null
      if (may === null || may.interval[1] === 0) continue
      const id = eventOf(supply)
      const known = this.#causes.get(id)
      this.#causes.set(id, known === undefined ? may.interval : hull(known, may.interval))
    }
  }

  /** The provider's own decision as a formula. */
  formula(supply: Supply, own: Interval): Formula {
    const id = eventOf(supply)
    if (!this.events.has(id)) {
      this.events.set(id, { id, probability: this.#causes.get(id) ?? own })
    }
    return { op: 'event', id }
  }
}

/** What a gate says: the thing has failed by the day, when payments were made so long ahead. */
export interface GateMeaning {
  readonly id: string
  readonly by: Day
  readonly prepaidDays: number
}

/** Builds the gates that a question needs, each once. */
export class BooleanModel {
  readonly gates = new Map<string, Formula>()
  readonly meanings = new Map<string, GateMeaning>()
  readonly #dossier: Dossier
  readonly #days: StopDays
  readonly #leaf: Leaf

  /** @param days every day on which a leaf may turn true; between them no gate changes */
  constructor(dossier: Dossier, days: StopDays, leaf: Leaf) {
    this.#dossier = dossier
    this.#days = days
    this.#leaf = leaf
  }

  /** The formula "the function has stopped by the day". */
  stoppedBy(functionId: string, by: Day): Formula {
    const item = this.#dossier.functions.get(functionId)
    return item === undefined ? FALSE : this.failedBy(functionId, by - item.toleranceDays, 0)
  }

  /** The formula "the thing has failed by the day", as `Timeline.fails` counts. */
  failedBy(id: string, by: Day, prepaid: number): Formula {
    return isPayment(this.#dossier, id)
      ? this.#own(id, by - prepaid, 0)
      : this.#own(id, by, prepaid)
  }

  #own(id: string, asked: Day, prepaid: number): Formula {
    // All days up to the next one on which something can change are one gate.
    const by = this.#days.own(id, prepaid).findLast((day) => day <= asked)
    if (by === undefined) return FALSE
    const gate = `${id}@${by}+${prepaid}`
    const known = this.gates.get(gate)
    if (known !== undefined) return known.op === 'constant' ? known : { op: 'gate', id: gate }
    const { services, teams, functions } = this.#dossier
    const team = teams.get(id)
    const own = team === undefined ? this.#leaf(id, by) : this.#team(id, by)
    const needs = (services.get(id) ?? team ?? functions.get(id))?.needs ?? null
    const formula = needs === null ? own : either([own, this.#need(needs, by, prepaid, 0)])
    this.gates.set(gate, formula)
    this.meanings.set(gate, { id, by, prepaidDays: prepaid })
    return formula.op === 'constant' ? formula : { op: 'gate', id: gate }
  }

  #team(id: string, by: Day): Formula {
    const team = this.#dossier.teams.get(id)!
    const args = team.members.flatMap((member) =>
      Array.from({ length: member.count }, () => this.#leaf(memberSupplyId(id, member.id), by)),
    )
    return atLeast(team.size - team.minimum + 1, args)
  }

  #need(need: Need, by: Day, above: number, here: number): Formula {
    const buffer = bufferDays(need.buffer)
    const ahead = here + buffer.prepaid
    const day = by - buffer.refusal
    if (need.kind === 'item') {
      const carried = isPayment(this.#dossier, need.id) ? above + ahead : ahead
      return this.failedBy(need.id, day, carried)
    }
    const args = need.of.map((inner) => this.#need(inner, day, above, ahead))
    return atLeast(failingPlace(need), args)
  }
}

/** At least one of the formulas; constants are folded. */
export function either(args: readonly Formula[]): Formula {
  return atLeast(1, args)
}

/** At least k of the formulas; constants are folded, a repeated formula weighs more. */
export function atLeast(k: number, args: readonly Formula[]): Formula {
  const open = args.filter((arg) => arg.op !== 'constant')
  const given = args.filter((arg) => arg.op === 'constant' && arg.value).length
  const wanted = k - given
  if (wanted <= 0) return TRUE
  if (open.length < wanted) return FALSE
  if (open.length === 1) return open[0]!
  if (wanted === 1) return { op: 'or', args: open }
  if (wanted === open.length) return { op: 'and', args: open }
  return { op: 'at-least', k: wanted, args: open }
}
