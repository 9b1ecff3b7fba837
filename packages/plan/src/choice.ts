/** Which measures are done and when, and what that uses of each limit. */
import type { Candidate } from './candidate.ts'
import type { Limit } from './limit.ts'
import type { Finishes } from './loss_table.ts'

/** By measure the number of its start; -1 for a measure that is not done. */
export type Choice = Int32Array

export function nothingDone(candidates: readonly Candidate[]): Choice {
  return new Int32Array(candidates.length).fill(-1)
}

export function finishesOf(candidates: readonly Candidate[], choice: Choice): Finishes {
  return Float64Array.from(candidates, ({ starts }, measure) => {
    return starts[choice[measure]!]?.finish ?? Number.POSITIVE_INFINITY
  })
}

/** In minor units. */
export function costOf(candidates: readonly Candidate[], choice: Choice): number {
  return candidates.reduce(
    (sum, { starts }, measure) => sum + (starts[choice[measure]!]?.cost ?? 0),
    0,
  )
}

/** A limit counts as kept when it is exceeded by less than this share: sums are rounded. */
const ROUNDING = 1e-9

/** What each start uses, the other way round than limits have it: for changes of one measure. */
export class Resources {
  readonly limits: readonly Limit[]
  readonly #candidates: readonly Candidate[]
  /** By measure and start: pairs of a limit and what is used of it. */
  readonly #uses: readonly (readonly { readonly limit: number; readonly use: number }[])[][]

  constructor(candidates: readonly Candidate[], limits: readonly Limit[]) {
    this.limits = limits
    this.#candidates = candidates
    const uses = candidates.map(({ starts }) =>
      starts.map((): { limit: number; use: number }[] => []),
    )
    for (const [limit, { uses: all }] of limits.entries()) {
      for (const { measure, start, use } of all) uses[measure]![start]!.push({ limit, use })
    }
    this.#uses = uses
  }

  /** What a choice uses of each limit. */
  used(choice: Choice): Float64Array {
    const used = new Float64Array(this.limits.length)
    for (const [measure, start] of choice.entries()) {
      if (start >= 0) for (const { limit, use } of this.#uses[measure]![start]!) used[limit]! += use
    }
    return used
  }

  /** Whether a start of a measure fits beside what is used; adds it when it does. */
  take(used: Float64Array, measure: number, start: number): boolean {
    const uses = this.#uses[measure]![start]!
    if (uses.some(({ limit, use }) => !this.#fits(limit, used[limit]! + use))) return false
    for (const { limit, use } of uses) used[limit]! += use
    return true
  }

  giveBack(used: Float64Array, measure: number, start: number): void {
    for (const { limit, use } of this.#uses[measure]![start]!) used[limit]! -= use
  }

  #fits(limit: number, used: number): boolean {
    const { amount } = this.limits[limit]!
    return used <= amount + ROUNDING * Math.max(1, amount)
  }

  /** Whether a choice keeps every rule: limits, order of waiting, exclusions, what is fixed. */
  isPossible(choice: Choice): boolean {
    const used = this.used(choice)
    if (!used.every((amount, limit) => this.#fits(limit, amount))) return false
    return this.#candidates.every(({ after, excludes, fixed, starts }, measure) => {
      const start = starts[choice[measure]!]
      if (start === undefined) return fixed === null
      if (excludes.some((other) => choice[other]! >= 0)) return false
      return after.every((other) => {
        const before = this.#candidates[other]!.starts[choice[other]!]
        return before !== undefined && before.finish <= start.day
      })
    })
  }
}

/**
 * The choice with a measure done as early as it fits, and first all that it waits for; null when
 * that cannot be.
 *
 * @param used what the choice uses; kept in step when there is a result, else left as it is
 */
export function withMeasure(
  candidates: readonly Candidate[],
  resources: Resources,
  choice: Choice,
  used: Float64Array,
  measure: number,
): Choice | null {
  const next = choice.slice()
  const trial = used.slice()
  if (!place(candidates, resources, next, trial, measure)) return null
  used.set(trial)
  return next
}

function place(
  candidates: readonly Candidate[],
  resources: Resources,
  choice: Choice,
  used: Float64Array,
  measure: number,
): boolean {
  if (choice[measure]! >= 0) return true
  const { starts, after, excludes } = candidates[measure]!
  if (excludes.some((other) => choice[other]! >= 0)) return false
  let notBefore = 0
  for (const other of after) {
    if (!place(candidates, resources, choice, used, other)) return false
    const { finish } = candidates[other]!.starts[choice[other]!]!
    notBefore = Math.max(notBefore, finish)
  }
  // What it waits for may be what it excludes.
  if (excludes.some((other) => choice[other]! >= 0)) return false
  const start = starts.findIndex(
    ({ day }, index) => day >= notBefore && resources.take(used, measure, index),
  )
  choice[measure] = start
  return start >= 0
}

/** Numbers of the measures that wait for one, through any chain. */
export function waitingFor(candidates: readonly Candidate[], measure: number): readonly number[] {
  const found = new Set([measure])
  for (const one of found) {
    for (const [other, { after }] of candidates.entries()) if (after.includes(one)) found.add(other)
  }
  found.delete(measure)
  return [...found]
}

/** Numbers of the measures that one waits for, through any chain. */
export function waitedFor(candidates: readonly Candidate[], measure: number): readonly number[] {
  const found = new Set([measure])
  for (const one of found) for (const other of candidates[one]!.after) found.add(other)
  found.delete(measure)
  return [...found]
}
