/** Which parties of a dossier stand on lists, and how that differs between two days. */
import type { DesignationList } from '@holdfast/lists'
import { primaryName } from '@holdfast/lists'
import type { AssessReport, Designated } from './findings.ts'
import type { PartyHit, RekeyedEntry } from './watch_findings.ts'

/** Numbers of a list that one party had after another, and why that is so. */
export interface Rekey {
  readonly list: string
  readonly from: string
  readonly to: string
  readonly entryName: string
  readonly sure: RekeyedEntry['sure']
  readonly reasons: RekeyedEntry['reasons']
}

/** Every party on a list or in a table in the world as it is, and whom those own. */
export function hitsOf(report: AssessReport, lists: readonly DesignationList[]): PartyHit[] {
  const named = namesOf(report.designated, lists)
  return report.designated.flatMap((one): PartyHit[] => {
    // What a scenario decides is no news of a list; what a listed owner draws in is.
    if (one.basis === 'scenario' || (one.scenario !== null && one.basis !== 'owned')) return []
    const { party, name, role, entry, basis, target, status, regime: programme } = one
    const list = one.list ?? null
    const entryName = list === null ? null : (named.get(keyOf(list, entry)) ?? null)
    return [{ party, name, role, list, entry, entryName, programme, basis, target, status }]
  })
}

/** The names of the entries meant, in one pass over each list. */
function namesOf(hits: readonly Designated[], lists: readonly DesignationList[]) {
  const wanted = new Set(hits.map(({ list, entry }) => keyOf(list ?? '', entry)))
  const names = new Map<string, string>()
  for (const list of lists) {
    for (const entry of list.entries) {
      const key = keyOf(list.id, entry.id)
      if (wanted.has(key)) names.set(key, primaryName(entry))
    }
  }
  return names
}

/** One key for an entry of a list. */
export function keyOf(list: string, entry: string | null): string {
  return `${list}\u0000${entry ?? ''}`
}

export interface HitChanges {
  readonly added: PartyHit[]
  readonly removed: PartyHit[]
  readonly standing: PartyHit[]
}

/**
 * What differs between the hits of two days. A party whose entry only has another number is
 * standing; so is one that a table knew before the list had it, and the other way round.
 */
export function compareHits(
  before: readonly PartyHit[],
  after: readonly PartyHit[],
  rekeys: readonly Rekey[],
): HitChanges {
  const renamed = new Map(rekeys.map(({ list, from, to }) => [keyOf(list, from), to]))
  const exact = (hit: PartyHit, entry = hit.entry): string => {
    return [hit.party, hit.programme, hit.list, entry].join('\u0000')
  }
  const was = new Set<string>()
  for (const hit of before) {
    was.add(exact(hit))
    const number = hit.list === null ? undefined : renamed.get(keyOf(hit.list, hit.entry))
    if (number !== undefined) was.add(exact(hit, number))
  }
  const is = new Set(after.map((hit) => exact(hit)))
  const isStill = (hit: PartyHit): boolean => {
    const number = hit.list === null ? undefined : renamed.get(keyOf(hit.list, hit.entry))
    return is.has(exact(hit)) || (number !== undefined && is.has(exact(hit, number)))
  }
  const gone = before.filter((hit) => !isStill(hit))
  const came = after.filter((hit) => !was.has(exact(hit)))
  return {
    added: came.filter((hit) => !gone.some((other) => areOneDesignation(hit, other))),
    removed: gone.filter((hit) => !came.some((other) => areOneDesignation(hit, other))),
    standing: after.filter(
      (hit) => was.has(exact(hit)) || gone.some((other) => areOneDesignation(hit, other)),
    ),
  }
}

/** The same regime over the same party, told once by a table alone and once by a list. */
function areOneDesignation(one: PartyHit, other: PartyHit): boolean {
  const inTable = one.list === null || other.list === null
  return inTable && one.party === other.party && one.programme === other.programme
}
