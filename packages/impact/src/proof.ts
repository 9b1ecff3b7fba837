/** Why a function stops, told along the path that decides its day. */
import type { Buffer, Dossier, Need } from '@holdfast/dossier'
import { type Day, formatDay, NEVER, type Statement, state } from '@holdfast/kernel'
import type { Outcome } from './outcome.ts'
import { memberSupplyId } from './supply.ts'
import {
  bufferDays,
  failingPlace,
  isPayment,
  type Timeline,
  type Timing,
  withdrawalDay,
} from './timeline.ts'

/** The proof of a function's two days: what is certain, what is possible, or that it holds. */
export function functionProof(
  dossier: Dossier,
  benign: Outcome,
  adverse: Outcome,
  id: string,
): Statement {
  const item = dossier.functions.get(id)!
  const certain = new Prover(dossier, benign, benign.certain, 'certain')
  const possible = new Prover(dossier, adverse, adverse.possible, 'possible')
  const certainDay = benign.certain.functionStops(id)
  const possibleDay = adverse.possible.functionStops(id)
  const parts: Statement[] = []
  if (certainDay !== NEVER) parts.push(certain.stops(id, 'proof.stops-certainly'))
  if (possibleDay < certainDay) parts.push(possible.stops(id, 'proof.stops-possibly'))
  if (parts.length === 0) parts.push(state('proof.holds', { function: item.name }))
  return state('proof.function', { function: item.name }, parts, { place: item.place })
}

class Prover {
  readonly #dossier: Dossier
  readonly #outcome: Outcome
  readonly #timeline: Timeline
  readonly #timing: Timing
  readonly #known = new Map<string, Statement>()

  constructor(dossier: Dossier, outcome: Outcome, timeline: Timeline, timing: Timing) {
    this.#dossier = dossier
    this.#outcome = outcome
    this.#timeline = timeline
    this.#timing = timing
  }

  stops(id: string, key: string): Statement {
    const item = this.#dossier.functions.get(id)!
    const day = this.#timeline.functionStops(id)
    const params = {
      function: item.name,
      day: formatDay(day),
      outage: formatDay(day - item.toleranceDays),
      tolerance: item.toleranceDays,
    }
    return state(key, params, [this.#need(item.needs, 0, 0)], { place: item.place })
  }

  #fails(id: string, prepaid: number): Statement {
    const key = `${id} ${prepaid}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const proof = this.#failure(id, prepaid)
    this.#known.set(key, proof)
    return proof
  }

  #failure(id: string, prepaid: number): Statement {
    const { services, teams, functions } = this.#dossier
    const thing = services.get(id) ?? teams.get(id) ?? functions.get(id)!
    const day = this.#timeline.fails(id, prepaid)
    const params = { thing: thing.name, day: formatDay(day) }
    const at = { place: thing.place }
    if (day === NEVER) return state('proof.thing-holds', params, [], at)
    const bridged = isPayment(this.#dossier, id) ? prepaid : 0
    if (teams.has(id) && this.#teamDay(id) === day) return this.#team(id, day)
    const withdrawal = this.#outcome.withdrawals.get(id)
    if (withdrawal !== undefined && withdrawalDay(withdrawal, this.#timing) + bridged === day) {
      return state('proof.thing-withdrawn', params, [withdrawal.prove()], at)
    }
    const above = bridged > 0 ? 0 : prepaid
    const because = thing.needs === null ? [] : [this.#need(thing.needs, above, 0)]
    return state('proof.thing-fails', params, because, at)
  }

  #leaving(id: string): { day: Day; count: number; prove: (() => Statement) | undefined }[] {
    return this.#dossier.teams
      .get(id)!
      .members.map((member) => {
        const withdrawal = this.#outcome.withdrawals.get(memberSupplyId(id, member.id))
        const day = withdrawalDay(withdrawal, this.#timing)
        return { day, count: member.count, prove: withdrawal?.prove }
      })
      .filter(({ day }) => day !== NEVER)
  }

  #teamDay(id: string): Day {
    const team = this.#dossier.teams.get(id)!
    let remain = team.size
    for (const { day, count } of this.#leaving(id).sort((a, b) => a.day - b.day)) {
      remain -= count
      if (remain < team.minimum) return day
    }
    return NEVER
  }

  #team(id: string, by: Day): Statement {
    const team = this.#dossier.teams.get(id)!
    const gone = this.#leaving(id).filter(({ day }) => day <= by)
    const lost = gone.reduce((sum, { count }) => sum + count, 0)
    const params = {
      team: team.name,
      day: formatDay(by),
      size: team.size,
      remain: team.size - lost,
      minimum: team.minimum,
    }
    const proofs = gone.flatMap(({ prove }) => (prove === undefined ? [] : [prove()]))
    return state('proof.team-fails', params, proofs, { place: team.place })
  }

  #need(need: Need, above: number, here: number): Statement {
    const { refusal, prepaid } = bufferDays(need.buffer)
    const ahead = here + prepaid
    if (need.kind === 'item') {
      const carried = isPayment(this.#dossier, need.id) ? above + ahead : ahead
      const source = this.#fails(need.id, carried)
      const day = this.#timeline.fails(need.id, carried) + refusal
      return need.buffer === null ? source : this.#buffered(need, need.buffer, day, source)
    }
    const parts = need.of
      .map((inner) => ({
        day: this.#timeline.needFails(inner, above, ahead),
        proof: () => this.#need(inner, above, ahead),
      }))
      .sort((a, b) => a.day - b.day)
    const failing = failingPlace(need)
    const day = (parts[failing - 1]?.day ?? NEVER) + refusal
    // Of `all of` the first to fail tells why; of the others all that must fail.
    const telling = parts.slice(0, failing).filter((part) => part.day !== NEVER)
    const proofs = telling.map((part) => part.proof())
    const params = {
      kind: need.kind,
      k: need.kind === 'at-least' ? need.k : failing,
      n: need.of.length,
      day: formatDay(day - refusal),
    }
    const gate =
      need.kind === 'all' && proofs[0] !== undefined
        ? proofs[0]
        : state(`proof.need-${need.kind}`, params, proofs, { place: need.place })
    return need.buffer === null ? gate : this.#buffered(need, need.buffer, day, gate)
  }

  #buffered(need: Need, buffer: Buffer, day: Day, source: Statement): Statement {
    const key = buffer.survives === 'refusal' ? 'proof.buffer' : 'proof.prepaid'
    const params = { days: buffer.days, day: formatDay(day) }
    return state(key, params, [source], { place: need.place })
  }
}
