/** On which days a thing may fail, whichever measures are done. */
import type { Dossier, Need } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import type { Source } from './rewriting.ts'
import type { LeafDays } from './stop_days.ts'
import { memberSupplyId } from './supply.ts'
import { bufferDays, isPayment } from './timeline.ts'

/** What stands in the place of one need of a thing. */
export type Sources = (owner: string, need: Extract<Need, { kind: 'item' }>) => Source

const NO_DAYS: readonly Day[] = []

/** As `StopDays`, over every source that a need may have. */
export class PlannedDays {
  readonly #all: Dossier
  readonly #sources: Sources
  readonly #leaf: LeafDays
  readonly #known = new Map<string, readonly Day[]>()

  constructor(all: Dossier, sources: Sources, leaf: LeafDays) {
    this.#all = all
    this.#sources = sources
    this.#leaf = leaf
  }

  /** The days of a service, team or function in order, before its own prepayment is added. */
  own(id: string, prepaid: number): readonly Day[] {
    const key = `${id} ${prepaid}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const { services, teams, functions } = this.#all
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
    const pays = isPayment(this.#all, source.id)
    const [carried, shift] = pays ? [0, above + ahead] : [ahead, 0]
    for (const day of this.own(source.id, carried)) into.add(day + later + buffer.refusal + shift)
  }
}
