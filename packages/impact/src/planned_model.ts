/**
 * The Boolean model with measures as switches: "this thing has failed by that day" as a function
 * of providers' decisions, which are events, and of measures, which somebody decides.
 *
 * The same as `BooleanModel` of the dossier with the measures applied that are switched on; a test
 * holds them against each other.
 */
import type { Dossier, Need } from '@holdfast/dossier'
import type { Fn, ResidualDiagram } from '@holdfast/faulttree'
import type { Day } from '@holdfast/kernel'
import { type PlannedDiagram, type PlannedLeaves, switchOf } from './planned_leaves.ts'
import type { Source, Sources } from './rewriting.ts'
import type { StopDays } from './stop_days.ts'
import { memberSupplyId } from './supply.ts'
import { bufferDays, failingPlace, isPayment } from './timeline.ts'

export class PlannedModel {
  readonly #all: Dossier
  readonly #shared: PlannedDiagram
  readonly #sources: Sources
  readonly #days: StopDays
  readonly #leaves: PlannedLeaves
  readonly #gates = new Map<string, Gate>()

  constructor(
    all: Dossier,
    shared: PlannedDiagram,
    sources: Sources,
    days: StopDays,
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

  /**
   * What each by itself means that the function has stopped by the day: it has when any of these
   * holds. They are taken apart as far as needs of all things go, so that those few that depend on
   * the same decisions can be told from the many that do not.
   */
  stoppedIfAny(functionId: string, by: Day): ReadonlySet<Fn> {
    const tolerance = this.#all.functions.get(functionId)!.toleranceDays
    return this.#own(functionId, by - tolerance, 0).any
  }

  /** Whether a service or team has failed by the day. */
  failedBy(id: string, by: Day): Fn {
    return this.#own(id, by, 0).whole(this.#shared.diagram)
  }

  #own(id: string, asked: Day, prepaid: number): Gate {
    const by = this.#days.own(id, prepaid).findLast((day) => day <= asked)
    const key = `${id}@${by ?? ''}+${prepaid}`
    let gate = this.#gates.get(key)
    if (gate === undefined) {
      const any = new Set<Fn>()
      if (by !== undefined) this.#ended(id, by, prepaid, any)
      this.#unlessMissing(id, any)
      const { never, always } = this.#shared.diagram
      any.delete(never)
      gate = new Gate(any.has(always) ? new Set([always]) : any)
      this.#gates.set(key, gate)
    }
    return gate
  }

  #ended(id: string, by: Day, prepaid: number, any: Set<Fn>): void {
    const { services, teams, functions } = this.#all
    const team = teams.get(id)
    any.add(team === undefined ? this.#leaves.by(id, by) : this.#team(id, by))
    const needs = (services.get(id) ?? team ?? functions.get(id))?.needs ?? null
    if (needs !== null) this.#need(id, needs, by, prepaid, 0, any)
  }

  /** What a measure brings is not there until it is done. */
  #unlessMissing(id: string, any: Set<Fn>): void {
    const measure = this.#shared.broughtBy.get(id)
    if (measure === undefined) return
    any.add(this.#shared.diagram.not(switchOf(this.#shared, measure, 'done')))
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

  /** Adds what makes the need fail; `above` and `here` as in `Timeline.needFails`. */
  #need(owner: string, need: Need, by: Day, above: number, here: number, any: Set<Fn>): void {
    if (need.kind !== 'item') {
      if (failingPlace(need) > 1) {
        any.add(this.#needFails(owner, need, by, above, here))
        return
      }
      const buffer = bufferDays(need.buffer)
      const [day, ahead] = [by - buffer.refusal, here + buffer.prepaid]
      for (const inner of need.of) this.#need(owner, inner, day, above, ahead, any)
      return
    }
    const source = this.#sources(owner, need)
    if (source.kind !== 'item') any.add(this.#sourceFails(source, by, above, here))
    else for (const fn of this.#gate(source, by, above, here).any) any.add(fn)
  }

  #needFails(owner: string, need: Need, by: Day, above: number, here: number): Fn {
    if (need.kind === 'item') return this.#sourceFails(this.#sources(owner, need), by, above, here)
    const buffer = bufferDays(need.buffer)
    const [day, ahead] = [by - buffer.refusal, here + buffer.prepaid]
    const failing = need.of.map((inner) => this.#needFails(owner, inner, day, above, ahead))
    return this.#shared.diagram.atLeast(failingPlace(need), failing)
  }

  #sourceFails(source: Source, by: Day, above: number, here: number): Fn {
    const { diagram } = this.#shared
    if (source.kind === 'item') return this.#gate(source, by, above, here).whole(diagram)
    if (source.kind === 'none') return diagram.always
    if (source.kind === 'any') {
      const failing = source.of.map((one) => this.#sourceFails(one, by, above, here))
      return diagram.atLeast(failing.length, failing)
    }
    const met = this.#sourceFails(source.whenMet, by, above, here)
    const otherwise = this.#sourceFails(source.otherwise, by, above, here)
    const { measure, when } = source.condition
    return met === otherwise
      ? met
      : diagram.choose(switchOf(this.#shared, measure, when), met, otherwise)
  }

  #gate(
    { id, buffer, paid }: Extract<Source, { kind: 'item' }>,
    by: Day,
    above: number,
    here: number,
  ): Gate {
    const { refusal, prepaid: first } = bufferDays(buffer)
    const prepaid = first + bufferDays(paid).prepaid
    return isPayment(this.#all, id)
      ? this.#own(id, by - refusal - above - here - prepaid, 0)
      : this.#own(id, by - refusal, here + prepaid)
  }
}

/** A thing's failure: any of some functions. */
class Gate {
  readonly any: ReadonlySet<Fn>
  #whole: Fn | null = null

  constructor(any: ReadonlySet<Fn>) {
    this.any = any
  }

  whole(diagram: ResidualDiagram): Fn {
    this.#whole ??= diagram.atLeast(1, [...this.any])
    return this.#whole
  }
}
