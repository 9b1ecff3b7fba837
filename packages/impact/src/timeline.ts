/**
 * When each function stops (semantics, section 8): a need fails on the day of its source plus its
 * buffer; `all of` fails with the first, `any of` with the last, `at least k of n` with the
 * (n-k+1)-th.
 */
import { type Buffer, type Dossier, type Need, SERVICE_KINDS } from '@holdfast/dossier'
import { type Day, NEVER } from '@holdfast/kernel'
import { memberSupplyId } from './supply.ts'
import type { Withdrawal, Withdrawals } from './withdrawal.ts'

/**
 * `certain`: only withdrawals that the law commands, on their last day. `possible`: every
 * withdrawal on its first day.
 */
export type Timing = 'certain' | 'possible'

/** The day of a withdrawal under a timing; `NEVER` when it does not happen. */
export function withdrawalDay(withdrawal: Withdrawal | undefined, timing: Timing): Day {
  if (withdrawal === undefined) return NEVER
  if (timing === 'certain') return withdrawal.must?.latest ?? NEVER
  const likely = withdrawal.may !== null && withdrawal.may.interval[1] > 0
  return Math.min(withdrawal.must?.earliest ?? NEVER, likely ? withdrawal.may!.earliest : NEVER)
}

/** Splits a buffer into what bridges every end of the source and what bridges only a payment's. */
export function bufferDays(buffer: Buffer | null): { refusal: number; prepaid: number } {
  if (buffer === null) return { refusal: 0, prepaid: 0 }
  return buffer.survives === 'refusal'
    ? { refusal: buffer.days, prepaid: 0 }
    : { refusal: 0, prepaid: buffer.days }
}

/** The routes of payment of each dossier, found once. */
const paymentRoutes = new WeakMap<Dossier, ReadonlySet<string>>()

/** Whether the thing is a route of payment, whose end a prepayment bridges. */
export function isPayment(dossier: Dossier, id: string): boolean {
  let routes = paymentRoutes.get(dossier)
  if (routes === undefined) {
    const services = [...dossier.services.values()]
    const paying = services.filter((service) => SERVICE_KINDS[service.kind].payment)
    routes = new Set(paying.map((service) => service.id))
    paymentRoutes.set(dossier, routes)
  }
  return routes.has(id)
}

/** Computes the days of every service, team and function once. */
export class Timeline {
  readonly #dossier: Dossier
  readonly #withdrawals: Withdrawals
  readonly #timing: Timing
  readonly #days = new Map<string, Day>()

  constructor(dossier: Dossier, withdrawals: Withdrawals, timing: Timing) {
    this.#dossier = dossier
    this.#withdrawals = withdrawals
    this.#timing = timing
  }

  /** The day on which a function stops: its outage's first day plus its tolerance. */
  functionStops(id: string): Day {
    const item = this.#dossier.functions.get(id)
    return item === undefined ? NEVER : this.fails(id) + item.toleranceDays
  }

  /**
   * The day on which a service, team or function fails for whoever needs it.
   *
   * @param prepaid days of a prepayment on the way here: they put off the failure of payment
   *   routes that this thing needs, not what its provider refuses
   */
  fails(id: string, prepaid = 0): Day {
    if (isPayment(this.#dossier, id)) return this.#ownDay(id, 0) + prepaid
    return this.#ownDay(id, prepaid)
  }

  #ownDay(id: string, prepaid: number): Day {
    const key = `${id} ${prepaid}`
    const known = this.#days.get(key)
    if (known !== undefined) return known
    const { services, teams, functions } = this.#dossier
    const team = teams.get(id)
    const own = team === undefined ? this.#withdrawn(id) : this.#teamFails(id)
    const needs = (services.get(id) ?? team ?? functions.get(id))?.needs ?? null
    const day = needs === null ? own : Math.min(own, this.needFails(needs, prepaid))
    this.#days.set(key, day)
    return day
  }

  #withdrawn(supply: string): Day {
    return withdrawalDay(this.#withdrawals.get(supply), this.#timing)
  }

  /** The day on which fewer than the minimum remain. */
  #teamFails(id: string): Day {
    const team = this.#dossier.teams.get(id)!
    const leaving = team.members
      .map((member) => ({
        day: this.#withdrawn(memberSupplyId(id, member.id)),
        count: member.count,
      }))
      .sort((a, b) => a.day - b.day)
    let remain = team.size
    for (const { day, count } of leaving) {
      remain -= count
      if (remain < team.minimum) return day
    }
    return NEVER
  }

  /**
   * @param above days paid ahead for the thing whose need this is: they reach only the payment
   *   routes among its needs, for what was paid ahead for one thing does not pay its suppliers
   * @param here days paid ahead on the edges from that thing down to this need
   */
  needFails(need: Need, above: number, here = 0): Day {
    const buffer = bufferDays(need.buffer)
    const ahead = here + buffer.prepaid
    if (need.kind === 'item') {
      const carried = isPayment(this.#dossier, need.id) ? above + ahead : ahead
      return this.fails(need.id, carried) + buffer.refusal
    }
    const days = need.of.map((inner) => this.needFails(inner, above, ahead)).sort((a, b) => a - b)
    return (days[failingPlace(need) - 1] ?? NEVER) + buffer.refusal
  }
}

/** Which of the sources, in the order of failing, makes a need of several fail; from 1. */
export function failingPlace(need: Exclude<Need, { kind: 'item' }>): number {
  if (need.kind === 'at-least') return need.of.length - need.k + 1
  return need.kind === 'all' ? 1 : need.of.length
}
