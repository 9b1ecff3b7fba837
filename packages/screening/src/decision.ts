import { entryDigest, type ListEntry, normaliseName } from '@holdfast/lists'
import type { ScreenQuery } from './query.ts'

/**
 * What somebody decided about a match, so that nobody is asked twice: the party is not the one on
 * the list, or is. A decision holds for one subject and one entry as it was; when the entry changes
 * it is asked again, with the old decision beside it.
 */
export type DecisionOutcome = 'cleared' | 'confirmed' | 'reopened'

export interface Decision {
  /** Who was asked about: `subjectKey` of the query. */
  readonly subject: string
  /** The name asked for, as it was written. */
  readonly name: string
  readonly list: string
  readonly entry: string
  /** The hash of the entry as it was. */
  readonly digest: string
  readonly outcome: DecisionOutcome
  readonly by: string
  /** `YYYY-MM-DD`. */
  readonly on: string
  readonly why: string
}

/** How a decision stands towards a match of today. */
export interface Decided {
  readonly outcome: Exclude<DecisionOutcome, 'reopened'>
  readonly by: string
  readonly on: string
  readonly why: string
  /** False when the entry has changed since, so that the match is to be decided anew. */
  readonly stands: boolean
}

/** One text for one subject: name and birth dates, in whatever order and case. */
export function subjectKey(query: ScreenQuery): string {
  const name = normaliseName(query.name).split(' ').sort().join(' ')
  return [name, ...[...(query.births ?? [])].sort()].join('|')
}

/** Decisions by subject, list and entry; of several the last in their order counts. */
export class DecisionMemory {
  readonly #decisions = new Map<string, Decision>()

  constructor(decisions: Iterable<Decision>) {
    for (const one of decisions) this.#decisions.set(keyOf(one.subject, one.list, one.entry), one)
  }

  /** What was decided about a match; null when nothing was, or it was taken back. */
  decided(query: ScreenQuery, list: string, entry: ListEntry): Decided | null {
    const found = this.#decisions.get(keyOf(subjectKey(query), list, entry.id))
    if (found === undefined || found.outcome === 'reopened') return null
    const { outcome, by, on, why } = found
    return { outcome, by, on, why, stands: found.digest === entryDigest(entry) }
  }
}

function keyOf(subject: string, list: string, entry: string): string {
  return JSON.stringify([subject, list, entry])
}
