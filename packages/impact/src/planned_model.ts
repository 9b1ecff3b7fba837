/**
 * The Boolean model with measures as switches: "this thing has failed by that day" as a function
 * of providers' decisions, which are events, and of measures, which somebody decides.
 *
 * The same as `BooleanModel` of the dossier with the measures applied that are switched on; a test
 * holds them against each other.
 */
import type { Dossier, Need } from '@holdfast/dossier'
import type { Fn } from '@holdfast/faulttree'
import type { Day } from '@holdfast/kernel'
import type { PlannedDays, Sources } from './planned_days.ts'
import { type PlannedDiagram, type PlannedLeaves, switchOf } from './planned_leaves.ts'
import type { Source } from './rewriting.ts'
import { memberSupplyId } from './supply.ts'
import { bufferDays, failingPlace, isPayment } from './timeline.ts'

export class PlannedModel {
  readonly #all: Dossier
  readonly #shared: PlannedDiagram
  readonly #sources: Sources
  readonly #days: PlannedDays
  readonly #leaves: PlannedLeaves
  readonly #gates = new Map<string, Fn>()

  constructor(
    all: Dossier,
    shared: PlannedDiagram,
    sources: Sources,
    days: PlannedDays,
    leaves: PlannedLeaves,
  ) {
    this.#all = all
    this.#shared = shared
    this.#sources = sources
    this.#days = days
    this.#leaves = leaves
  }

  /** Days in order on which the function may stop: between them nothing changes. */
  stopDays(functionId: string): readonly Day[] {
    const tolerance = this.#all.functions.get(functionId)!.toleranceDays
    return this.#days.own(functionId, 0).map((day) => day + tolerance)
  }

  /** Whether the function has stopped by the day. */
  stoppedBy(functionId: string, by: Day): Fn {
    const tolerance = this.#all.functions.get(functionId)!.toleranceDays
    return this.#own(functionId, by - tolerance, 0)
  }

  #own(id: string, asked: Day, prepaid: number): Fn {
    const by = this.#days.own(id, prepaid).findLast((day) => day <= asked)
    const key = `${id}@${by ?? ''}+${prepaid}`
    const known = this.#gates.get(key)
    if (known !== undefined) return known
    const ended = by === undefined ? this.#shared.diagram.never : this.#ended(id, by, prepaid)
    const fn = this.#unlessMissing(id, ended)
    this.#gates.set(key, fn)
    return fn
  }

  #ended(id: string, by: Day, prepaid: number): Fn {
    const { services, teams, functions } = this.#all
    const team = teams.get(id)
    const own = team === undefined ? this.#leaves.by(id, by) : this.#team(id, by)
    const needs = (services.get(id) ?? team ?? functions.get(id))?.needs ?? null
    const { diagram } = this.#shared
    if (needs === null || own === diagram.always) return own
    return diagram.or(own, this.#need(id, needs, by, prepaid, 0))
  }

  /** What a measure brings is not there until it is done. */
  #unlessMissing(id: string, ended: Fn): Fn {
    const measure = this.#shared.broughtBy.get(id)
    if (measure === undefined) return ended
    const { diagram } = this.#shared
    return diagram.or(diagram.not(switchOf(this.#shared, measure, 'done')), ended)
  }

  #team(id: string, by: Day): Fn {
    const team = this.#all.teams.get(id)!
    const leaving = team.members.flatMap((member) =>
      Array.from({ length: member.count }, () =>
        this.#leaves.by(memberSupplyId(id, member.id), by),
      ),
    )
    return this.#shared.diagram.atLeast(team.size - team.minimum + 1, leaving)
  }

  /** `above` and `here` as in `Timeline.needFails`. */
  #need(owner: string, need: Need, by: Day, above: number, here: number): Fn {
    if (need.kind === 'item') return this.#source(this.#sources(owner, need), by, above, here)
    const buffer = bufferDays(need.buffer)
    const [day, ahead] = [by - buffer.refusal, here + buffer.prepaid]
    const failing = need.of.map((inner) => this.#need(owner, inner, day, above, ahead))
    return this.#shared.diagram.atLeast(failingPlace(need), failing)
  }

  #source(source: Source, by: Day, above: number, here: number): Fn {
    const { diagram } = this.#shared
    if (source.kind === 'if') {
      const { measure, when } = source.condition
      const then = this.#source(source.then, by, above, here)
      const other = this.#source(source.else, by, above, here)
      return then === other
        ? then
        : diagram.choose(switchOf(this.#shared, measure, when), then, other)
    }
    if (source.kind === 'any') {
      const [a, b] = source.of
      return diagram.and(this.#source(a, by, above, here), this.#source(b, by, above, here))
    }
    const buffer = bufferDays(source.buffer)
    const ahead = here + buffer.prepaid
    const day = by - buffer.refusal
    return isPayment(this.#all, source.id)
      ? this.#own(source.id, day - above - ahead, 0)
      : this.#own(source.id, day, ahead)
  }
}
