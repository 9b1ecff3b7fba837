/**
 * The contract's section 8 by brute force: every set of own decisions is a world, in every world
 * each supply ends on one day, and days follow by minimum, maximum and the place in the order.
 * Nothing here knows gates, diagrams or the engine's days.
 */
import { type Dossier, type Need, SERVICE_KINDS } from '@holdfast/dossier'
import type { Interval } from '@holdfast/kernel'

/** When a supply ends: by command of the law, by its provider's own decision, or by either. */
export interface Ending {
  readonly must: Days | null
  readonly may: (Days & { readonly interval: Interval }) | null
  /** The event of the provider's decision; supplies may share one. */
  readonly event: string
}

export interface Days {
  readonly earliest: number
  readonly latest: number
}

export type Endings = ReadonlyMap<string, Ending>
export type Side = 'earliest' | 'latest'

const NEVER = Number.POSITIVE_INFINITY

/** A need written out: supplies with all that is added to their days, and what joins them. */
type Expression =
  | { readonly supply: string; readonly later: number }
  | { readonly place: number; readonly of: readonly Expression[]; readonly later: number }

export class Oracle {
  readonly #dossier: Dossier
  readonly #endings: Endings
  readonly #written = new Map<string, Expression>()
  /** Events that may happen at all. */
  readonly events: readonly string[]

  constructor(dossier: Dossier, endings: Endings) {
    this.#dossier = dossier
    this.#endings = endings
    for (const { id, needs } of dossier.functions.values()) {
      this.#written.set(id, this.#write(needs, 0, 0))
    }
    const open = [...endings.values()].filter(({ may }) => may !== null && may.interval[1] > 0)
    this.events = [...new Set(open.map(({ event }) => event))].sort()
  }

  /** The day on which a function stops in the world where just these decisions are taken. */
  stops(functionId: string, taken: ReadonlySet<string>, side: Side): number {
    const tolerance = this.#dossier.functions.get(functionId)!.toleranceDays
    return this.#day(this.#written.get(functionId)!, taken, side) + tolerance
  }

  /** What the law alone brings about, on its last days. */
  certain(functionId: string): number {
    return this.stops(functionId, new Set(), 'latest')
  }

  possible(functionId: string): number {
    return this.stops(functionId, new Set(this.events), 'earliest')
  }

  probability(functionId: string, by: number, side: Side): number {
    return this.#expected(side, (taken) => (this.stops(functionId, taken, side) <= by ? 1 : 0))
  }

  /** Weight times the expected days from the stop to the end of the horizon. */
  loss(functionId: string, start: number, end: number, side: Side): number {
    const days = this.#expected(side, (taken) => {
      const stop = Math.max(start, this.stops(functionId, taken, side))
      return stop < end ? end - stop : 0
    })
    return days * this.#dossier.functions.get(functionId)!.weight
  }

  /** One number, uniform over 0 to 1, decides all: an event happens when it is likelier. */
  dependent(functionId: string, by: number, side: Side): number {
    const levels = [0, 1, ...this.events.map((event) => this.#likelihood(event, side))]
    const sorted = [...new Set(levels)].sort((a, b) => a - b)
    let sum = 0
    for (const [index, level] of sorted.entries()) {
      const before = sorted[index - 1] ?? 0
      const taken = this.events.filter((event) => this.#likelihood(event, side) >= level)
      if (level > 0 && this.stops(functionId, new Set(taken), side) <= by) sum += level - before
    }
    return sum
  }

  /** Sets of decisions that stop the function by the day, and of which no part does. */
  minimalCutSets(functionId: string, by: number): string[][] {
    const cuts = this.#worlds().filter((taken) => this.stops(functionId, taken, 'earliest') <= by)
    return cuts
      .filter((set) => !cuts.some((other) => other.size < set.size && isPart(other, set)))
      .map((set) => [...set].sort())
  }

  product(events: readonly string[]): Interval {
    const of = (side: Side) =>
      events.reduce((result, event) => result * this.#likelihood(event, side), 1)
    return [of('latest'), of('earliest')]
  }

  /** The low end goes with late days, the high end with early ones. */
  #likelihood(event: string, side: Side): number {
    const known = [...this.#endings.values()].flatMap(({ may, event: own }) =>
      own === event && may !== null && may.interval[1] > 0 ? [may.interval] : [],
    )
    return side === 'latest'
      ? Math.min(...known.map(([low]) => low))
      : Math.max(...known.map(([, high]) => high))
  }

  #expected(side: Side, value: (taken: ReadonlySet<string>) => number): number {
    let sum = 0
    for (const taken of this.#worlds()) {
      const chance = this.events.reduce((result, event) => {
        const likelihood = this.#likelihood(event, side)
        return result * (taken.has(event) ? likelihood : 1 - likelihood)
      }, 1)
      if (chance > 0) sum += chance * value(taken)
    }
    return sum
  }

  #worlds(): ReadonlySet<string>[] {
    return Array.from(
      { length: 2 ** this.events.length },
      (_, bits) => new Set(this.events.filter((_, index) => (bits >> index) % 2 === 1)),
    )
  }

  /**
   * @param outer days paid ahead for the thing whose need this is
   * @param inner days paid ahead on the way from that thing to this need
   */
  #write(need: Need, outer: number, inner: number): Expression {
    const { buffer } = need
    const later = buffer?.survives === 'refusal' ? buffer.days : 0
    const paid = inner + (buffer?.survives === 'payment-failure' ? buffer.days : 0)
    if (need.kind === 'item') {
      return { place: 1, of: [this.#thing(need.id, outer, paid)], later }
    }
    const of = need.of.map((part) => this.#write(part, outer, paid))
    const place = { all: 1, any: of.length, 'at-least': 0 }[need.kind]
    return { place: need.kind === 'at-least' ? of.length - need.k + 1 : place, of, later }
  }

  /** A route of payment is late by all that was paid ahead; of others only what pays for them. */
  #thing(id: string, outer: number, paid: number): Expression {
    const service = this.#dossier.services.get(id)
    const pays = service !== undefined && SERVICE_KINDS[service.kind].payment
    const parts: Expression[] = []
    if (service !== undefined) parts.push({ supply: id, later: 0 })
    const team = this.#dossier.teams.get(id)
    if (team !== undefined) {
      const people = team.members.flatMap((member) =>
        Array.from({ length: member.count }, () => ({ supply: `${id}#${member.id}`, later: 0 })),
      )
      parts.push({ place: team.size - team.minimum + 1, of: people, later: 0 })
    }
    const needs = (service ?? team ?? this.#dossier.functions.get(id))?.needs ?? null
    if (needs !== null) parts.push(this.#write(needs, pays ? 0 : paid, 0))
    return { place: 1, of: parts, later: pays ? outer + paid : 0 }
  }

  #day(expression: Expression, taken: ReadonlySet<string>, side: Side): number {
    if ('supply' in expression) return this.#ends(expression.supply, taken, side)
    const days = expression.of.map((part) => this.#day(part, taken, side)).sort((a, b) => a - b)
    return (days[expression.place - 1] ?? NEVER) + expression.later
  }

  #ends(supply: string, taken: ReadonlySet<string>, side: Side): number {
    const ending = this.#endings.get(supply)
    if (ending === undefined) return NEVER
    const { must, may, event } = ending
    const happens = may !== null && may.interval[1] > 0 && taken.has(event)
    return Math.min(must?.[side] ?? NEVER, happens ? may[side] : NEVER)
  }
}

function isPart(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((one) => whole.has(one))
}
