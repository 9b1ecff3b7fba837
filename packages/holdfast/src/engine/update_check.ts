/** Whether a list that was got may take the place of the kept one. */
import { type Diagnostic, problem } from '@holdfast/kernel'
import type { DesignationList } from '@holdfast/lists'

/** What is known of the version that holds until now. */
export interface KeptSummary {
  readonly published: string | null
  readonly entries: number
  readonly names: number
  readonly whole: 'proven' | 'unproven'
}

/** What a list must look like. */
export interface Expectation {
  /** The list that was asked for; null when the files are to say it themselves. */
  readonly list: string | null
  readonly entriesMin: number
  readonly keptRatioMin: number
  /** The files of this source show by themselves that they are whole. */
  readonly provesWhole: boolean
  /**
   * It came from a server: an older list is then an old copy and no addition to the history, and
   * one that is not shown to be whole may have been cut on its way.
   */
  readonly isFetched: boolean
}

/** Names in all: what a list loses when its table of aliases is another one's. */
export function countNames(list: DesignationList): number {
  return list.entries.reduce((sum, entry) => sum + entry.names.length, 0)
}

/**
 * What speaks against keeping a list, in two kinds: `never`, it is no list or another one, and
 * `doubts`, which somebody who knows better may overrule.
 */
export function objections(
  list: DesignationList,
  kept: KeptSummary | null,
  expected: Expectation,
): { readonly never: readonly Diagnostic[]; readonly doubts: readonly Diagnostic[] } {
  const entries = list.entries.length
  const never: Diagnostic[] = []
  if (expected.list !== null && list.id !== expected.list) {
    never.push(problem('update/other-list', { list: expected.list, found: list.id }))
  }
  if (entries === 0) never.push(problem('update/no-entries', { list: list.id }))
  if (never.length > 0) return { never, doubts: [] }
  const doubts = [...counted(list, kept, expected), ...dated(list, kept, expected)]
  return { never, doubts: [...doubts, ...(doubts.length > 0 ? [] : cut(list, kept, expected))] }
}

/** An end that is not proven is told where nothing else says what is wrong. */
function cut(list: DesignationList, kept: KeptSummary | null, expected: Expectation): Diagnostic[] {
  const shouldProve = expected.isFetched && (expected.provesWhole || kept?.whole === 'proven')
  if (list.whole === 'proven' || !shouldProve) return []
  return [problem('update/not-whole', { list: list.id, entries: list.entries.length })]
}

function counted(
  list: DesignationList,
  kept: KeptSummary | null,
  { entriesMin, keptRatioMin }: Expectation,
): Diagnostic[] {
  const entries = list.entries.length
  if (kept === null) {
    const params = { list: list.id, entries, entries_min: entriesMin }
    return entries < entriesMin ? [problem('update/few-entries', params)] : []
  }
  const counts = [
    { what: 'entries', now: entries, before: kept.entries },
    { what: 'names', now: countNames(list), before: kept.names },
  ]
  const shrunk = counts.find(({ now, before }) => now < before * keptRatioMin)
  if (shrunk === undefined) return []
  const percent = Math.round(keptRatioMin * 100)
  return [problem('update/smaller', { list: list.id, ...shrunk, percent })]
}

function dated(
  { id, published }: DesignationList,
  kept: KeptSummary | null,
  { isFetched }: Expectation,
): Diagnostic[] {
  const before = kept?.published ?? null
  if (!isFetched || published === null || before === null || published >= before) return []
  return [problem('update/older', { list: id, published, kept: before })]
}
