/** On which days a thing may fail: the days of its sources with the buffers between. */
import type { Dossier, Need } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import { memberSupplyId } from './supply.ts'
import { bufferDays, isPayment } from './timeline.ts'

/** The days on which a supply may end. */
export type LeafDays = (supplyId: string) => readonly Day[]

const NO_DAYS: readonly Day[] = []

export class StopDays {
  readonly #dossier: Dossier
  readonly #leaf: LeafDays
  readonly #known = new Map<string, readonly Day[]>()

  constructor(dossier: Dossier, leaf: LeafDays) {
    this.#dossier = dossier
    this.#leaf = leaf
  }

  /** The days of a service, team or function in order, each once; `prepaid` as in `Timeline`. */
  of(id: string, prepaid: number): readonly Day[] {
    if (prepaid === 0 || !isPayment(this.#dossier, id)) return this.own(id, prepaid)
    return this.own(id, 0).map((day) => day + prepaid)
  }

  /** The same before a payment route's own prepayment is added. */
  own(id: string, prepaid: number): readonly Day[] {
    const key = `${id} ${prepaid}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const { services, teams, functions } = this.#dossier
    const team = teams.get(id)
    const days = new Set<Day>()
    if (team === undefined) for (const day of this.#leaf(id)) days.add(day)
    for (const member of team?.members ?? []) {
      for (const day of this.#leaf(memberSupplyId(id, member.id))) days.add(day)
    }
    const needs = (services.get(id) ?? team ?? functions.get(id))?.needs ?? null
    if (needs !== null) this.#need(needs, prepaid, 0, 0, days)
    const sorted = days.size === 0 ? NO_DAYS : [...days].sort((a, b) => a - b)
    this.#known.set(key, sorted)
    return sorted
  }

  #need(need: Need, above: number, here: number, later: number, into: Set<Day>): void {
    const buffer = bufferDays(need.buffer)
    const ahead = here + buffer.prepaid
    const shift = later + buffer.refusal
    if (need.kind !== 'item') {
      for (const inner of need.of) this.#need(inner, above, ahead, shift, into)
      return
    }
    const carried = isPayment(this.#dossier, need.id) ? above + ahead : ahead
    for (const day of this.of(need.id, carried)) into.add(day + shift)
  }
}
