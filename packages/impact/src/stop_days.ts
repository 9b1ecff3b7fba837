/** On which days a thing may fail: the days of its sources with the buffers between. */
import type { Dossier, Need } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import type { Source, Sources } from './rewriting.ts'
import { memberSupplyId } from './supply.ts'
import { bufferDays, isPayment } from './timeline.ts'

/** The days on which a supply may end. */
export type LeafDays = (supplyId: string) => readonly Day[]

const NO_DAYS: readonly Day[] = []

/** The source that the dossier names, whatever measures there are. */
const AS_IT_STANDS: Sources = (_, { id, buffer }) => ({ kind: 'item', id, buffer, paid: null })

export class StopDays {
  readonly #dossier: Dossier
  readonly #leaf: LeafDays
  readonly #sources: Sources
  readonly #known = new Map<string, readonly Day[]>()

  /** @param sources every source that a need may have; those of the dossier unless given */
  constructor(dossier: Dossier, leaf: LeafDays, sources: Sources = AS_IT_STANDS) {
    this.#dossier = dossier
    this.#leaf = leaf
    this.#sources = sources
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
    if (needs !== null) this.#need(id, needs, prepaid, 0, 0, days)
    const sorted = days.size === 0 ? NO_DAYS : [...days].sort((a, b) => a - b)
    this.#known.set(key, sorted)
    return sorted
  }

  #need(owner: string, need: Need, above: number, here: number, later: number, into: Set<Day>) {
    if (need.kind === 'item') {
      this.#source(this.#sources(owner, need), above, here, later, into)
      return
    }
    const buffer = bufferDays(need.buffer)
    for (const inner of need.of) {
      this.#need(owner, inner, above, here + buffer.prepaid, later + buffer.refusal, into)
    }
  }

  #source(source: Source, above: number, here: number, later: number, into: Set<Day>): void {
    if (source.kind === 'none') return
    if (source.kind === 'if') {
      this.#source(source.whenMet, above, here, later, into)
      this.#source(source.otherwise, above, here, later, into)
      return
    }
    if (source.kind === 'any') {
      for (const one of source.of) this.#source(one, above, here, later, into)
      return
    }
    const buffer = bufferDays(source.buffer)
    const ahead = here + buffer.prepaid + bufferDays(source.paid).prepaid
    const carried = isPayment(this.#dossier, source.id) ? above + ahead : ahead
    for (const day of this.of(source.id, carried)) into.add(day + later + buffer.refusal)
  }
}
