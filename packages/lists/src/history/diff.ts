/** What changed between two lists: the same list on two days, or two copies of it. */
import type { Statement } from '@holdfast/kernel'
import type { DesignationList, ListEntry, ListHead } from '../entry.ts'
import { canonicalEntry } from './digest.ts'
import { changesBetween, type FieldChange, keysIn } from './fields.ts'
import { findRekeyed, type Sureness } from './rekey.ts'

export interface ChangedEntry {
  readonly before: ListEntry
  readonly after: ListEntry
  readonly fields: readonly FieldChange[]
}

/** One party whose number changed. Its entries are neither among the added nor the removed. */
export interface RekeyedEntry {
  readonly from: ListEntry
  readonly to: ListEntry
  readonly sure: Sureness
  readonly reasons: readonly Statement[]
  readonly fields: readonly FieldChange[]
}

/** What one of the lists does not state, so that it says nothing about a change. */
export interface NotCompared {
  /** A field, with its sort where it has sorts: `remarks`, `identifiers/passport`. */
  readonly key: string
  /** The list that does not state it. */
  readonly missing: 'before' | 'after'
  /** Of the entries in both lists, how many state it in the other one. */
  readonly entries: number
}

export interface ListDiff {
  readonly before: ListHead
  readonly after: ListHead
  /** In the order of the later list. */
  readonly added: readonly ListEntry[]
  /** In the order of the earlier list. */
  readonly removed: readonly ListEntry[]
  readonly changed: readonly ChangedEntry[]
  readonly rekeyed: readonly RekeyedEntry[]
  readonly notCompared: readonly NotCompared[]
}

/** So many entries must state a field before its absence is the list's and not the entries'. */
const ENTRIES_MIN = 50
/** A list with fewer than this part of the other's does not state the field. */
const SHARE_MIN = 0.1

/**
 * Compares two lists by the numbers of their entries.
 *
 * A field that one list as a whole does not state (a rebuilt list has no remarks, a single file no
 * aliases) is not compared where it is absent, and `notCompared` says so; where both state it, it
 * is. Which number a link leads to is not compared. Antisymmetric: with the lists exchanged, added
 * and removed, before and after, from and to change places. O(n log n) in the entries.
 */
export function diffLists(before: DesignationList, after: DesignationList): ListDiff {
  const was = new Map(before.entries.map((entry) => [entry.id, entry]))
  const is = new Map(after.entries.map((entry) => [entry.id, entry]))
  const gone = before.entries.filter(({ id }) => !is.has(id))
  const came = after.entries.filter(({ id }) => !was.has(id))
  const pairs = before.entries.flatMap((entry): (readonly [ListEntry, ListEntry])[] => {
    const now = is.get(entry.id)
    return now === undefined ? [] : [[entry, now]]
  })
  const notCompared = unstated(pairs)
  const isCompared = comparedBy(notCompared)
  const changed = pairs.flatMap(([old, now]): ChangedEntry[] => {
    if (old === now || canonicalEntry(old) === canonicalEntry(now)) return []
    const fields = changesBetween(old, now, isCompared)
    return fields.length === 0 ? [] : [{ before: old, after: now, fields }]
  })
  const rekeyed = findRekeyed(gone, came).map((one) => {
    return { ...one, fields: changesBetween(one.from, one.to, isCompared) }
  })
  const from = new Set(rekeyed.map((one) => one.from))
  const to = new Set(rekeyed.map((one) => one.to))
  return {
    before: headOf(before),
    after: headOf(after),
    added: came.filter((entry) => !to.has(entry)),
    removed: gone.filter((entry) => !from.has(entry)),
    changed,
    rekeyed,
    notCompared,
  }
}

/** Whether a field is compared, given which entry of a pair states it. */
export function comparedBy(notCompared: readonly NotCompared[]) {
  const missing = new Map(notCompared.map((one) => [one.key, one.missing]))
  return (key: string, was: boolean, is: boolean): boolean => {
    const side = missing.get(key)
    if (side === undefined) return true
    return side === 'before' ? was : is
  }
}

/**
 * What one list does not state at all or nearly not, counted over the entries that are in both.
 * When a list has lost its remarks, what was read out of remarks is gone with them, however rare it
 * is.
 */
export function unstated(
  pairs: readonly (readonly [before: ListEntry, after: ListEntry])[],
): readonly NotCompared[] {
  const counts = new Map<string, [before: number, after: number]>()
  for (const pair of pairs) {
    for (const [side, entry] of pair.entries()) {
      for (const key of keysIn(entry)) {
        const count = counts.get(key) ?? [0, 0]
        count[side]! += 1
        counts.set(key, count)
      }
    }
  }
  const [remarksBefore = 0, remarksAfter = 0] = counts.get('remarks') ?? []
  const remarks = sideMissing(remarksBefore, remarksAfter)
  const found: NotCompared[] = []
  for (const [key, [was, is]] of counts) {
    const gone = was === 0 ? 'before' : is === 0 ? 'after' : null
    const missing = sideMissing(was, is) ?? (gone === remarks ? gone : null)
    if (missing !== null) found.push({ key, missing, entries: Math.max(was, is) })
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : 1))
}

function sideMissing(before: number, after: number): 'before' | 'after' | null {
  if (Math.max(before, after) < ENTRIES_MIN) return null
  if (before < after * SHARE_MIN) return 'before'
  return after < before * SHARE_MIN ? 'after' : null
}

function headOf({ id, published, provenance, whole }: DesignationList): ListHead {
  return { id, published, provenance, whole }
}
