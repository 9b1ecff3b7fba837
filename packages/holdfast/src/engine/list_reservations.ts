/** What is to be said of lists before an answer rests on them: their age, their holes. */
import { type Day, type Diagnostic, parseDay, warning } from '@holdfast/kernel'
import type { Regime } from '@holdfast/law'
import type { ListUsed } from './findings.ts'

/** Of each list what its date and its provenance leave open, and which lists were not laid. */
export function reservationsOf(
  lists: readonly ListUsed[],
  regimes: readonly Pick<Regime, 'lists'>[],
  on: Day,
): Diagnostic[] {
  return [...lists.flatMap((list) => staleList(list, on)), ...notScreened(lists, regimes)]
}

/** How old a list may be before the answer says so, in days. */
const LIST_AGE_DAYS_MAX = 7

function staleList(list: ListUsed, on: Day): Diagnostic[] {
  const published = list.published === null ? null : parseDay(list.published)
  const params = { list: list.id, published: list.published, provenance: list.provenance }
  const found: Diagnostic[] = []
  if (published === null) found.push(warning('list/undated', params))
  else if (on - published > LIST_AGE_DAYS_MAX) {
    found.push(warning('list/stale', { ...params, days: on - published }))
  } else if (published > on) found.push(warning('list/later', { ...params, days: published - on }))
  if (list.whole === 'unproven') {
    found.push(warning('list/unproven', { ...params, entries: list.entries }))
  }
  return found
}

/**
 * Lists that every institution is screened against beside those of its regimes: one of each power's
 * is enough. A hole here is told, because who stands only on them is not found.
 */
const ALWAYS_SCREENED: readonly (readonly string[])[] = [['un-sc'], ['eu-fsf', 'eu-journal']]

function notScreened(
  lists: readonly ListUsed[],
  regimes: readonly Pick<Regime, 'lists'>[],
): Diagnostic[] {
  const lacks = (any: readonly string[]) => !lists.some((list) => any.includes(list.id))
  const needed = regimes.flatMap((regime) => regime.lists.map(({ list }) => [list]))
  const missing = new Set(
    [...needed, ...ALWAYS_SCREENED].flatMap((any) => (lacks(any) ? any.slice(0, 1) : [])),
  )
  if (missing.size === 0) return []
  return [warning('list/not-screened', { missing: [...missing], count: missing.size })]
}
