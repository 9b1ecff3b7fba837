/**
 * What a schedule of measures loses, day by day, by running the published engine on the dossier as
 * it is on each of these days: every scenario, every strike, every set of decisions. Nothing here
 * knows switches, diagrams, periods that go together, or linear problems.
 *
 * Exponential in the events of the dossier: for small ones.
 */
import type { Scenario } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import { scenarioGround } from '../../impact/src/assess.ts'
import { eventOf } from '../../impact/src/boolean.ts'
import { ADVERSE, BENIGN, type Ground } from '../../impact/src/ground.ts'
import { listings } from '../../impact/src/listings.ts'
import { applyMeasures } from '../../impact/src/measures.ts'
import { outcomeOf } from '../../impact/src/outcome.ts'
import { World } from '../../impact/src/world.ts'
import { type Ending, Oracle, type Side } from '../../impact/test/oracle.ts'

/** One course of events: a scenario that strikes on a day, and how much it counts. */
export interface Course {
  readonly scenario: Scenario
  /** The day of the first decision against the institution; null: there is none. */
  readonly strike: Day | null
  readonly weight: number
}

/** From the first day on to before `end`. */
export interface Stretch {
  readonly on: Day
  readonly end: Day
}

/** The first day on which each measure done is in effect. */
export type Finishes = ReadonlyMap<string, Day>

/** The high end: facts against the institution, withdrawals early and likely; or the low one. */
export type LossEnd = 'high' | 'low'

/** Each day on which a function may stop, and how likely it is that one. */
type StopDays = ReadonlyMap<Day, number>

const EVENTS_MAX = 12

export class LossOracle {
  readonly #ground: Ground
  readonly #courses: readonly Course[]
  readonly #stretch: Stretch
  readonly #known = new Map<string, ReadonlyMap<string, StopDays>>()

  constructor(ground: Ground, courses: readonly Course[], stretch: Stretch) {
    this.#ground = ground
    this.#courses = courses
    this.#stretch = stretch
  }

  /** Expected loss over all courses and functions. */
  loss(finishes: Finishes, end: LossEnd = 'high'): number {
    return [...this.byFunction(finishes, end).values()].reduce((sum, loss) => sum + loss, 0)
  }

  byFunction(finishes: Finishes, end: LossEnd = 'high'): Map<string, number> {
    const sums = new Map<string, number>()
    for (const course of this.#courses) {
      for (const [id, loss] of this.inCourse(course, finishes, end)) {
        sums.set(id, (sums.get(id) ?? 0) + course.weight * loss)
      }
    }
    return sums
  }

  /** Loss of each function in one course, not yet times the course's weight. */
  inCourse(course: Course, finishes: Finishes, end: LossEnd): Map<string, number> {
    const sums = new Map<string, number>()
    for (const [from, to] of this.#stretches(finishes)) {
      const done = idsBy(finishes, from)
      // Where nothing strikes, whoever has gone had gone before the first day.
      const struck = course.strike ?? this.#stretch.on
      const ready = idsBy(finishes, Math.min(from, struck))
      const days = this.#stopDays(course, done, ready, end)
      for (const { id, weight } of this.#ground.dossier.functions.values()) {
        const lost = [...days.get(id)!].reduce(
          (sum, [stop, chance]) => sum + chance * Math.max(0, to - Math.max(from, stop)),
          0,
        )
        sums.set(id, (sums.get(id) ?? 0) + weight * lost)
      }
    }
    return sums
  }

  /** Stretches of days in which the same measures are finished. */
  #stretches(finishes: Finishes): [from: Day, to: Day][] {
    const { on, end } = this.#stretch
    const inside = [...finishes.values()].filter((day) => day > on && day < end)
    const starts = [...new Set([on, ...inside])].sort((a, b) => a - b)
    return starts.map((from, index) => [from, starts[index + 1] ?? end])
  }

  #stopDays(
    course: Course,
    done: readonly string[],
    ready: readonly string[],
    end: LossEnd,
  ): ReadonlyMap<string, StopDays> {
    const at = this.#courses.indexOf(course)
    const key = `${at} ${end} ${done.join()} ${ready.join()}`
    let known = this.#known.get(key)
    if (known === undefined) {
      known = this.#assessed(course, new Set(done), new Set(ready), end)
      this.#known.set(key, known)
    }
    return known
  }

  #assessed(
    { scenario }: Course,
    done: ReadonlySet<string>,
    ready: ReadonlySet<string>,
    end: LossEnd,
  ): ReadonlyMap<string, StopDays> {
    const dossier = applyMeasures(this.#ground.dossier, done, ready)
    const first = Math.min(this.#stretch.on, ...scenario.decisions.map(({ on }) => on))
    // A licence that reaches beyond the engine's horizon ends nothing: it must not end sooner.
    const ground = { ...this.#ground, dossier, horizonDays: this.#stretch.end - first }
    const on = scenarioGround(ground, new World(ground), listings(ground), scenario)
    const outcome = outcomeOf(on, end === 'high' ? ADVERSE : BENIGN)
    const endings = new Map<string, Ending>(
      [...outcome.withdrawals].map(([id, { must, may, supply }]) => [
        id,
        { must, may, event: eventOf(supply) },
      ]),
    )
    return stopDaysOf(new Oracle(on.dossier, endings), [...on.dossier.functions.keys()], end)
  }
}

/** The measures finished by a day, in order. */
function idsBy(finishes: Finishes, day: Day): string[] {
  return [...finishes].flatMap(([id, finish]) => (finish <= day ? [id] : [])).sort()
}

function stopDaysOf(
  oracle: Oracle,
  functions: readonly string[],
  end: LossEnd,
): ReadonlyMap<string, StopDays> {
  const side: Side = end === 'high' ? 'earliest' : 'latest'
  const { events } = oracle
  if (events.length > EVENTS_MAX) throw new Error(`${events.length} events are too many worlds`)
  const chances = events.map((event) => oracle.product([event])[end === 'high' ? 1 : 0])
  const found = new Map(functions.map((id) => [id, new Map<Day, number>()]))
  for (let bits = 0; bits < 2 ** events.length; bits += 1) {
    const isTaken = (_: string, index: number): boolean => (bits >> index) % 2 === 1
    const chance = chances.reduce(
      (product, one, index) => product * (isTaken('', index) ? one : 1 - one),
      1,
    )
    if (chance === 0) continue
    const taken = new Set(events.filter(isTaken))
    for (const [id, days] of found) {
      const stop = oracle.stops(id, taken, side)
      if (Number.isFinite(stop)) days.set(stop, (days.get(stop) ?? 0) + chance)
    }
  }
  return found
}
