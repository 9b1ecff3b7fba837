/** Turns what changed between lists into findings. */
import {
  type DesignationList,
  diffLists,
  type ListDiff,
  type ListEntry,
  primaryName,
} from '@holdfast/lists'
import type { ListsDiffReport } from './history_findings.ts'

/** A list and what the caller calls it. */
export interface NamedList {
  readonly list: DesignationList
  readonly from: string
}

/** What changed from one list to another. */
export function diffReport(before: NamedList, after: NamedList): ListsDiffReport {
  const diff = diffLists(before.list, after.list)
  const { added, removed, changed, rekeyed } = diff
  const stayed = after.list.entries.length - added.length - rekeyed.length
  return {
    format: 'holdfast-lists-diff/1',
    before: sideOf(before),
    after: sideOf(after),
    counts: {
      added: added.length,
      removed: removed.length,
      changed: changed.length,
      rekeyed: rekeyed.length,
      unchanged: stayed - changed.length,
    },
    added: added.map(partyOf),
    removed: removed.map(partyOf),
    changed: changed.map((one) => ({ ...partyOf(one.after), fields: one.fields })),
    rekeyed: rekeyed.map(rekeyedOf),
    notCompared: [...diff.notCompared],
  }
}

function sideOf({ list, from }: NamedList): ListsDiffReport['before'] {
  const { id, published, provenance, whole, entries } = list
  return { list: id, published, provenance, whole, entries: entries.length, from }
}

function partyOf(entry: ListEntry): ListsDiffReport['added'][number] {
  const { id, kind, programmes } = entry
  return { id, kind, name: primaryName(entry), programmes }
}

function rekeyedOf(one: ListDiff['rekeyed'][number]): ListsDiffReport['rekeyed'][number] {
  const { from, to, sure, fields } = one
  const reasons = one.reasons as ListsDiffReport['rekeyed'][number]['reasons']
  return { from: from.id, to: to.id, kind: to.kind, name: primaryName(to), sure, reasons, fields }
}
