/** Measures as the plan may choose them: with every day on which work on them may start. */
import type { Dossier, Measure } from '@holdfast/dossier'
import type { Day, Money } from '@holdfast/kernel'
import type { Period } from './period.ts'

/** One way to do a measure. */
export interface Start {
  readonly day: Day
  /** The first day on which the measure is in effect. */
  readonly finish: Day
  /** All that it costs within the horizon, in minor units. */
  readonly cost: number
}

export interface Candidate {
  readonly measure: Measure
  /** Days in order; empty when the measure cannot be done within the horizon. */
  readonly starts: readonly Start[]
  /** Numbers of the measures that must be finished first, and of those that exclude this one. */
  readonly after: readonly number[]
  readonly excludes: readonly number[]
  /** The day on which the call wants it started. */
  readonly fixed: Day | null
  readonly wanted: boolean
}

export interface Wishes {
  readonly fixed: ReadonlyMap<string, Day>
  readonly without: ReadonlySet<string>
}

const DAYS_PER_YEAR = 365

/**
 * The measures of a dossier with their possible starts, in the order of the dossier.
 *
 * A start is possible when the measure is finished before the horizon's end and by its deadline,
 * and when everything it waits for can be finished by then, whatever people and money there are. A
 * measure has none that waits for what excludes it or each other.
 */
export function candidatesOf(
  dossier: Dossier,
  periods: readonly Period[],
  wishes: Wishes,
): readonly Candidate[] {
  const measures = [...dossier.measures.values()]
  const numbers = new Map(measures.map(({ id }, index) => [id, index]))
  const numbersOf = (ids: readonly string[]): number[] =>
    [...new Set(ids)].map((id) => numbers.get(id)!)
  const excludes = measures.map((measure) => new Set(numbersOf(measure.excludes)))
  for (const [index, set] of excludes.entries())
    for (const other of set) excludes[other]!.add(index)
  const starts = new Map<string, readonly Start[]>()
  /** Of each measure itself and all that it waits for. */
  const needed = new Map<string, ReadonlySet<number>>()
  for (const measure of inOrderOfWaiting(dossier)) {
    const chain = new Set([numbers.get(measure.id)!])
    for (const id of measure.after) for (const other of needed.get(id)!) chain.add(other)
    needed.set(measure.id, chain)
    if (excludeEachOther(chain, excludes)) {
      starts.set(measure.id, [])
      continue
    }
    const before = measure.after.map((id) => starts.get(id)![0]?.finish ?? Number.POSITIVE_INFINITY)
    starts.set(measure.id, startsOf(measure, periods, wishes, Math.max(...before, 0)))
  }
  return measures.map((measure, index) => ({
    measure,
    starts: starts.get(measure.id)!,
    after: numbersOf(measure.after),
    excludes: [...excludes[index]!].sort((a, b) => a - b),
    fixed: wishes.fixed.get(measure.id) ?? null,
    wanted: !wishes.without.has(measure.id),
  }))
}

/** Whether some of a set exclude each other: then they are never all done. */
function excludeEachOther(
  set: ReadonlySet<number>,
  excludes: readonly { readonly has: (other: number) => boolean }[],
): boolean {
  return [...set].some((one) => [...set].some((other) => excludes[one]!.has(other)))
}

function startsOf(
  measure: Measure,
  periods: readonly Period[],
  { fixed, without }: Wishes,
  notBefore: Day,
): readonly Start[] {
  if (without.has(measure.id)) return []
  const end = periods.at(-1)!.to
  const day = fixed.get(measure.id)
  const days = day === undefined ? periods.map(({ from }) => from) : [day]
  const earliest = Math.max(notBefore, measure.earliest ?? 0)
  const latest = Math.min(measure.deadline ?? end, end - 1) - measure.durationDays
  return days
    .filter((start) => start >= earliest && start <= latest)
    .map((start) => {
      const finish = start + measure.durationDays
      return {
        day: start,
        finish,
        cost: minor(measure.costOnce) + runningCost(measure, finish, end),
      }
    })
}

/** What a measure costs between two days once it is finished, in minor units. */
export function runningCost(measure: Measure, from: Day, to: Day): number {
  return Math.round((minor(measure.costYearly) * Math.max(0, to - from)) / DAYS_PER_YEAR)
}

export function minor(money: Money | null): number {
  return money === null ? 0 : Number(money.minor)
}

/** Measures after those that they wait for; a checked dossier has no circles. */
export function inOrderOfWaiting(dossier: Dossier): readonly Measure[] {
  const ordered = new Map<string, Measure>()
  const stack = [...dossier.measures.values()].reverse()
  for (let measure = stack.at(-1); measure !== undefined; measure = stack.at(-1)) {
    const waiting = measure.after.filter((id) => !ordered.has(id))
    if (waiting.length > 0) {
      stack.push(...waiting.map((id) => dossier.measures.get(id)!))
      continue
    }
    stack.pop()
    ordered.set(measure.id, measure)
  }
  return [...ordered.values()]
}

/** The last start that is finished by a day; -1 when none is. */
export function lastFinishedBy({ starts }: Candidate, day: Day): number {
  return starts.findLastIndex(({ finish }) => finish <= day)
}
