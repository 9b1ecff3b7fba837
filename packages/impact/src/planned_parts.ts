/**
 * What may stop a function, taken apart. Of a function of twenty needs hundreds of thousands of
 * combinations may remain when all decisions are settled. But of each need by itself only a few do:
 * what shares no decision is put together by a product, and what shares some is first told apart
 * by how those few turn out.
 */
import type { Fn } from '@holdfast/faulttree'
import type { PlannedDiagram } from './planned_leaves.ts'
import { occursIn, SAMPLE_CASES } from './planned_sample.ts'

/** Where a decision about a measure leads when the condition never or always holds there. */
export const NEVER_HOLDS = -1
export const ALWAYS_HOLDS = -2

/**
 * Whether a measure is finished, and what follows: another decision by its number, or one of the
 * constants. `done`: finished by the day that is asked about; `ready`: by then and by the strike.
 */
export interface MeasureDecision {
  readonly measure: string
  readonly when: 'done' | 'ready'
  readonly finished: number
  readonly missing: number
  /** A side of which everything holds on the other side too; null when there is none. */
  readonly free: 'finished' | 'missing' | null
}

/** A condition on measures: each decision leads to decisions before it, the last one begins. */
export interface MeasureCondition {
  readonly root: number
  readonly decisions: readonly MeasureDecision[]
}

/**
 * Something that may stop a function, settled by likelihood: with each of these probabilities,
 * which sum to at most 1, it does if the condition holds.
 */
export type LossPart = readonly { readonly probability: number; readonly condition: number }[]

/** One way in which shared decisions turn out: then any of the parts may stop it, alone. */
export interface LossCase {
  readonly probability: number
  readonly parts: readonly LossPart[]
}

/** The ways in which shared decisions turn out, whose probabilities sum to 1. */
export type LossGroup = readonly LossCase[]

/** Ways in which the decisions that needs share may turn out, for one function on one day. */
const CASES_MAX = 4_000

/** Finds groups, and knows those that were found. */
export class Partition {
  readonly conditions: MeasureCondition[] = []
  readonly groups: LossGroup[] = []
  /** Numbers of the groups whose cases were drawn: exact ones were too many. */
  readonly drawn = new Set<number>()
  readonly #shared: PlannedDiagram
  readonly #casesMax: number
  readonly #numbers = new Map<Fn, number>()
  readonly #events = new Map<Fn, readonly string[]>()
  readonly #known = new Map<string, readonly number[] | null>()
  readonly #knownGroups = new Map<string, number | null>()
  readonly #knownParts = new Map<Fn, LossPart | null>()

  /** @param cases_max ways of settling shared decisions; beyond, some are drawn */
  constructor(shared: PlannedDiagram, cases_max = CASES_MAX) {
    this.#shared = shared
    this.#casesMax = cases_max
  }

  /**
   * The numbers of the groups of "any of these functions holds": independent of each other, so
   * that none holds with the product of their probabilities that none in them does.
   *
   * Result: an empty list when nothing can stop the function; null when a limit was reached that
   * drawing cases does not help with.
   * Complexity: quadratic in the functions, times the cases; the remainders of each part.
   */
  of(any: ReadonlySet<Fn>): readonly number[] | null {
    const key = keyOf([...any])
    let numbers = this.#known.get(key)
    if (numbers === undefined) {
      numbers = this.#found([...any])
      this.#known.set(key, numbers)
    }
    return numbers
  }

  #found(any: readonly Fn[]): readonly number[] | null {
    if (!any.every((fn) => this.#shared.diagram.isFinished(fn))) return null
    const numbers: number[] = []
    for (const fns of this.#meeting(this.#absorbed(any))) {
      const key = keyOf(fns)
      let number = this.#knownGroups.get(key)
      if (number === undefined) {
        number = this.#numbered(fns)
        this.#knownGroups.set(key, number)
      }
      if (number === null) return null
      numbers.push(number)
    }
    return numbers
  }

  #numbered(fns: readonly Fn[]): number | null {
    const exact = this.#group(fns)
    const group = exact ?? this.#drawnGroup(fns)
    if (group === null) return null
    const number = this.groups.push(group) - 1
    if (exact === null) this.drawn.add(number)
    return number
  }

  /** Cases of all decisions of a group, as they were drawn. */
  #drawnGroup(fns: readonly Fn[]): LossGroup | null {
    const { diagram, probabilities } = this.#shared
    const events = [...new Set(fns.flatMap((fn) => this.#eventsOf(fn)))]
    const cases = new Map<string, { readonly fns: readonly Fn[]; count: number }>()
    for (let drawn = 0; drawn < SAMPLE_CASES; drawn += 1) {
      if (this.#shared.isOver()) return null
      let open = fns
      for (const event of events) {
        const occurs = occursIn(drawn, event, probabilities.get(event) ?? 0)
        open = this.#settled(open.map((fn) => diagram.given(fn, event, occurs)))
      }
      const key = keyOf(open)
      const same = cases.get(key)
      if (same === undefined) cases.set(key, { fns: open, count: 1 })
      else same.count += 1
    }
    return this.#cases(
      [...cases.values()].map((one) => ({ ...one, probability: one.count / SAMPLE_CASES })),
    )
  }

  /**
   * The same functions with less in common: where something that a single event decides is among
   * them, it need not be part of the others too. `D or (A or D) and (B or D)` is `D or A and B`.
   */
  #absorbed(any: readonly Fn[]): readonly Fn[] {
    const { diagram } = this.#shared
    const single = new Map<string, Fn>()
    for (const fn of any) {
      const [event, ...others] = this.#eventsOf(fn)
      if (event === undefined || others.length > 0) continue
      single.set(event, diagram.or(single.get(event) ?? diagram.never, fn))
    }
    const left = new Set<Fn>(single.values())
    for (const fn of any) {
      let rest = fn
      const events = this.#eventsOf(fn)
      if (events.length === 1) continue
      for (const event of events) {
        const alone = single.get(event)
        if (alone === undefined) continue
        const without = diagram.given(rest, event, false)
        if (diagram.or(without, alone) === diagram.or(rest, alone)) rest = without
      }
      if (rest !== diagram.never) left.add(rest)
    }
    return [...left]
  }

  #eventsOf(fn: Fn): readonly string[] {
    let events = this.#events.get(fn)
    if (events === undefined) {
      events = this.#shared.diagram.eventsOf(fn)
      this.#events.set(fn, events)
    }
    return events
  }

  /** Functions that share an event, directly or through others; all that share none with any. */
  #meeting(fns: readonly Fn[]): readonly (readonly Fn[])[] {
    const alone: Fn[] = []
    let groups: { readonly events: ReadonlySet<string>; readonly fns: readonly Fn[] }[] = []
    for (const fn of fns) {
      const events = this.#eventsOf(fn)
      const meeting = groups.filter((group) => events.some((event) => group.events.has(event)))
      groups = groups.filter((group) => !meeting.includes(group))
      groups.push({
        events: new Set([...meeting.flatMap((group) => [...group.events]), ...events]),
        fns: [...meeting.flatMap((group) => group.fns), fn],
      })
    }
    for (const group of groups) if (group.fns.length === 1) alone.push(group.fns[0]!)
    const several = groups.flatMap((group) => (group.fns.length > 1 ? [group.fns] : []))
    return alone.length === 0 ? several : [alone, ...several]
  }

  /** The cases of functions that share events, one shared event after the other. */
  #group(fns: readonly Fn[]): LossGroup | null {
    const { diagram, probabilities } = this.#shared
    let cases = new Map([[keyOf(fns), { fns, probability: 1 }]])
    for (const event of this.#sharedEvents(fns)) {
      const chance = probabilities.get(event) ?? 0
      const next: typeof cases = new Map()
      for (const { fns: open, probability } of cases.values()) {
        if (this.#shared.isOver()) return null
        for (const occurs of [true, false]) {
          const settled = this.#settled(open.map((fn) => diagram.given(fn, event, occurs)))
          const key = keyOf(settled)
          const share = probability * (occurs ? chance : 1 - chance)
          const same = next.get(key)
          if (same === undefined) next.set(key, { fns: settled, probability: share })
          else same.probability += share
        }
      }
      if (next.size > this.#casesMax || this.#shared.isOver()) return null
      cases = next
    }
    return this.#cases(cases.values())
  }

  #cases(
    cases: Iterable<{ readonly fns: readonly Fn[]; readonly probability: number }>,
  ): LossGroup | null {
    const group: LossCase[] = []
    for (const { fns, probability } of cases) {
      const parts = this.#parts(fns)
      if (parts === null) return null
      group.push({ probability, parts })
    }
    return group
  }

  /** Events of more than one function, those of the most first. */
  #sharedEvents(fns: readonly Fn[]): readonly string[] {
    const counts = new Map<string, number>()
    for (const fn of fns) {
      for (const event of this.#eventsOf(fn)) counts.set(event, (counts.get(event) ?? 0) + 1)
    }
    const shared = [...counts].filter(([, count]) => count > 1)
    return shared.sort(([, a], [, b]) => b - a).map(([event]) => event)
  }

  /** Without what never holds; one that always holds makes the others idle. */
  #settled(fns: readonly Fn[]): readonly Fn[] {
    const { never, always } = this.#shared.diagram
    const open = new Set(fns.filter((fn) => fn !== never))
    return open.has(always) ? [always] : [...open]
  }

  /** The parts of functions that share no event; those without a condition are one. */
  #parts(fns: readonly Fn[]): readonly LossPart[] | null {
    const parts: LossPart[] = []
    let none = 1
    for (const fn of fns) {
      const part = this.#part(fn)
      if (part === null) return null
      const isPlain = part.every(
        ({ condition }) => this.conditions[condition]!.root === ALWAYS_HOLDS,
      )
      if (isPlain) for (const { probability } of part) none *= 1 - probability
      else parts.push(part)
    }
    if (none === 1) return parts
    const condition = this.#condition(this.#shared.diagram.always)!
    return [...parts, [{ probability: 1 - none, condition }]]
  }

  #part(fn: Fn): LossPart | null {
    if (this.#shared.isOver()) return null
    let part = this.#knownParts.get(fn)
    if (part === undefined) {
      const { diagram, probabilities } = this.#shared
      const remainders = diagram.remainders(fn, (event) => probabilities.get(event) ?? 0)
      part = remainders === null ? null : this.#conditional(remainders)
      this.#knownParts.set(fn, part)
    }
    return part
  }

  #conditional(
    remainders: readonly { readonly probability: number; readonly remainder: Fn }[],
  ): LossPart | null {
    const part: { probability: number; condition: number }[] = []
    for (const { probability, remainder } of remainders) {
      if (remainder === this.#shared.diagram.never) continue
      const condition = this.#condition(remainder)
      if (condition === null) return null
      part.push({ probability, condition })
    }
    return part
  }

  #condition(remainder: Fn): number | null {
    const known = this.#numbers.get(remainder)
    if (known !== undefined) return known
    const found = this.#shared.diagram.decisions(remainder)
    if (found === null) return null
    const decisions = found.decisions.map(({ switch: id, on, off, free }): MeasureDecision => {
      const at = id.indexOf(':')
      const when = id.slice(0, at) === 'ready' ? 'ready' : 'done'
      const side = free === null ? null : free === 'on' ? 'finished' : 'missing'
      return { measure: id.slice(at + 1), when, finished: on, missing: off, free: side }
    })
    const condition: MeasureCondition = { root: found.root, decisions }
    this.#numbers.set(remainder, this.conditions.length)
    return this.conditions.push(condition) - 1
  }
}

function keyOf(fns: readonly Fn[]): string {
  return [...fns].sort((a, b) => a - b).join(' ')
}
