/** What a new list changes for one institution: parties, services and functions. */
import type { Dossier, Party } from '@holdfast/dossier'
import type { Assessment } from '@holdfast/impact'
import {
  type Day,
  type Diagnostic,
  failed,
  formatDay,
  ok,
  parseDay,
  type Result,
  type Statement,
  warning,
} from '@holdfast/kernel'
import { type DesignationList, type ListEntry, primaryName } from '@holdfast/lists'
import { assessAll } from './assess.ts'
import { fieldWords } from './field_words.ts'
import type { AssessReport, ListUsed } from './findings.ts'
import type { DossierFiles, LawFiles, ListFiles } from './inputs.ts'
import { type ListRead, readLists } from './list.ts'
import type { RegistryGiven } from './registry_chains.ts'
import type {
  ChangedEntry,
  PartyHit,
  PossibleHit,
  RekeyedEntry,
  WatchReport,
} from './watch_findings.ts'
import { compareHits, hitsOf, keyOf, type Rekey } from './watch_hits.ts'
import { functionsOf, servicesOf } from './watch_outcome.ts'

/** What became of a list's entries from one version to a later one. */
export interface EntryChanges {
  readonly added: readonly ListEntry[]
  readonly changed: readonly {
    readonly before: ListEntry
    readonly after: ListEntry
    readonly fields: readonly ChangedEntry['fields'][number][]
  }[]
  readonly rekeyed: readonly {
    readonly from: ListEntry
    readonly to: ListEntry
    readonly sure: RekeyedEntry['sure']
    readonly reasons: readonly Statement[]
    readonly fields: readonly ChangedEntry['fields'][number][]
  }[]
  /** Fields that one version as a whole does not state: their changes are unknown. */
  readonly notCompared: readonly { readonly key: string; readonly missing: 'before' | 'after' }[]
}

export interface PossibleMatch {
  readonly party: string
  readonly list: string
  readonly entry: ListEntry
  readonly entryName: string
  readonly score: number
  readonly reasons: readonly Statement[]
}

/** What watching asks of the history of lists and of the matching of names. */
export interface WatchPorts {
  readonly changesBetween: (before: DesignationList, after: DesignationList) => EntryChanges
  /** Entries of the list that may be one of the parties, by names that are not exactly the same. */
  readonly possibleMatches: (
    parties: readonly Party[],
    list: DesignationList,
  ) => readonly PossibleMatch[]
}

export interface WatchInput {
  readonly dossier: DossierFiles
  readonly law: LawFiles
  /** The lists as they were; empty when nothing was seen before. */
  readonly before: readonly ListFiles[]
  readonly after: readonly ListFiles[]
  /** Registries of owners, as in `AssessInput`. */
  readonly registries?: readonly RegistryGiven[]
  /** The day of the clock, `YYYY-MM-DD`: taken for the new lists where none states a day. */
  readonly today: string
}

/**
 * Compares the dossier on the old lists with the dossier on the new ones, in the world as it is.
 *
 * Each side speaks as of the day of its latest list, so that the dated tables do not know on the
 * old lists what happened later. A list that only the old side has is left out with a warning: its
 * absence would read like a delisting of everybody.
 */
export function watchChanges(input: WatchInput, ports: WatchPorts): Result<WatchReport> {
  const before = readLists(input.before)
  const after = readLists(input.after)
  if (!before.ok || !after.ok) return failed([...before.diagnostics, ...after.diagnostics])
  const ids = new Set(after.value.map(({ used }) => used.id))
  const earlier = before.value.filter(({ used }) => ids.has(used.id))
  const left = before.value.filter(({ used }) => !ids.has(used.id)).map(({ used }) => used.id)
  const newDay = latestDay(after.value) ?? parseDay(input.today) ?? 0
  const oldDay = latestDay(earlier) ?? newDay
  const noticed: Diagnostic[] = []
  if (left.length > 0) noticed.push(warning('watch/list-gone', { lists: left }))
  if (oldDay > newDay) {
    noticed.push(
      warning('watch/backwards', { before: formatDay(oldDay), after: formatDay(newDay) }),
    )
  }
  const old = sideOf(input, earlier, oldDay)
  const now = sideOf(input, after.value, newDay)
  if (!old.ok || !now.ok) return failed(distinct([...old.diagnostics, ...now.diagnostics]))
  // Of a side without lists nothing is said that could be missed.
  const reservations =
    earlier.length === 0 ? [] : [...before.diagnostics, ...old.value.report.diagnostics]
  const diagnostics = distinct([
    ...noticed,
    ...reservations,
    ...after.diagnostics,
    ...now.value.report.diagnostics,
  ])

  return ok(reportOf(old.value, now.value, ports, diagnostics))
}

interface Side {
  readonly report: AssessReport
  readonly dossier: Dossier
  readonly lists: readonly DesignationList[]
  readonly hits: readonly PartyHit[]
}

/** The scenario of the world as it is: the only one that a list alone changes. */
const TODAY = 'today'

function sideOf(input: WatchInput, lists: readonly ListRead[], on: Day): Result<Side> {
  const assessed = assessAll({
    dossier: input.dossier,
    law: input.law,
    lists: lists.map(({ list, used }) => {
      return { kind: 'read' as const, list, sha256: used.sha256, warnings: [] }
    }),
    ...(input.registries === undefined ? {} : { registries: input.registries }),
    scenarioFiles: [],
    scenarios: [TODAY],
    on: formatDay(on),
    today: input.today,
    readings: [],
    horizonDays: null,
  })
  if (!assessed.ok) return assessed
  const { report, assessment } = assessed.value
  const read = lists.map(({ list }) => list)
  return ok({
    report,
    dossier: dossierOf(assessment),
    lists: read,
    hits: hitsOf(report, read),
  })
}

function dossierOf(assessment: Assessment): Dossier {
  return assessment.scenarios[0]!.on.dossier
}

function latestDay(lists: readonly { readonly used: ListUsed }[]): Day | null {
  const days = lists.flatMap(({ used }) => {
    const day = used.published === null ? null : parseDay(used.published)
    return day === null ? [] : [day]
  })
  return days.length === 0 ? null : Math.max(...days)
}

/** Both sides notice much the same: each thing once. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map(diagnostics.map((one) => [JSON.stringify(one), one]))
  return [...known.values()]
}

function reportOf(
  old: Side,
  now: Side,
  ports: WatchPorts,
  diagnostics: readonly Diagnostic[],
): WatchReport {
  const { institution } = now.report
  const pairs = now.lists.map((list) => ({
    list,
    changes: changesOf(old, list, ports),
  }))
  const allRekeys = pairs.flatMap(({ list, changes }) => rekeysOf(list.id, changes))
  const { added, removed, standing } = compareHits(old.hits, now.hits, allRekeys)
  const parties = {
    added,
    removed,
    rekeyed: rekeyedOf(old, now, allRekeys),
    changed: pairs.flatMap(({ list, changes }) => changedOf(old, now, list.id, changes)),
    standing,
  }
  const possible = pairs.flatMap(({ list, changes }) => possibleOf(now, list, changes, ports))
  const services = servicesOf(old.report, now.report)
  const functions = functionsOf(old.report, now.report)
  const news = [added, removed, parties.rekeyed, parties.changed, possible, services, functions]
  return {
    format: 'holdfast-watch/1',
    institution: { id: institution.id, name: institution.name },
    touched: news.some((part) => part.length > 0),
    before: { on: old.report.on, lists: old.report.lists },
    after: { on: now.report.on, lists: now.report.lists },
    firstSeen: now.lists.filter((list) => earlierOf(old, list) === null).map(({ id }) => id),
    parties,
    possible,
    services,
    functions,
    diagnostics: [...diagnostics, ...pairs.flatMap((pair) => unknownChanges(old, pair))].map(
      (one) => ({
        ...one,
        params: { ...one.params },
        places: [...one.places],
      }),
    ),
  }
}

function earlierOf(old: Side, list: DesignationList): DesignationList | null {
  return old.lists.find(({ id }) => id === list.id) ?? null
}

function changesOf(old: Side, list: DesignationList, ports: WatchPorts): EntryChanges {
  const earlier = earlierOf(old, list)
  if (earlier === null) {
    return { added: list.entries, changed: [], rekeyed: [], notCompared: [] }
  }
  return ports.changesBetween(earlier, list)
}

/** What cannot be said of changed entries, since one of the versions is silent about it. */
function unknownChanges(
  old: Side,
  { list, changes }: { readonly list: DesignationList; readonly changes: EntryChanges },
): Diagnostic[] {
  return (['before', 'after'] as const).flatMap((side) => {
    const silent = side === 'after' ? list : earlierOf(old, list)
    const keys = changes.notCompared.filter(({ missing }) => missing === side)
    if (silent === null || keys.length === 0) return []
    const fields = [...new Set(keys.map(({ key }) => fieldWords(key)))]
    const from = silent.published === null ? silent.id : `${silent.id}@${silent.published}`
    return [warning('history/not-compared', { from, fields })]
  })
}

function rekeysOf(list: string, changes: EntryChanges): Rekey[] {
  return changes.rekeyed.map(({ from, to, sure, reasons }) => {
    return {
      list,
      from: from.id,
      to: to.id,
      entryName: primaryName(to),
      sure,
      reasons: [...reasons],
    }
  })
}

/** The parties that an entry hits on one of the sides, each once. */
function partiesAt(sides: readonly Side[], keys: ReadonlySet<string>): ChangedEntry['parties'] {
  const found = new Map<string, string>()
  for (const side of sides) {
    for (const { party, name, list, entry } of side.hits) {
      if (list !== null && keys.has(keyOf(list, entry))) found.set(party, name)
    }
  }
  return [...found].map(([party, name]) => ({ party, name }))
}

function rekeyedOf(old: Side, now: Side, rekeys: readonly Rekey[]): RekeyedEntry[] {
  return rekeys.flatMap((rekey) => {
    const keys = new Set([keyOf(rekey.list, rekey.from), keyOf(rekey.list, rekey.to)])
    const parties = partiesAt([old, now], keys)
    return parties.length === 0 ? [] : [{ ...rekey, reasons: [...rekey.reasons], parties }]
  })
}

function changedOf(old: Side, now: Side, list: string, changes: EntryChanges): ChangedEntry[] {
  return changes.changed.flatMap(({ after, fields }) => {
    const parties = partiesAt([old, now], new Set([keyOf(list, after.id)]))
    if (parties.length === 0) return []
    return [{ parties, list, entry: after.id, entryName: primaryName(after), fields: [...fields] }]
  })
}

/**
 * Only entries that are new or say something new are screened: the rest was there before. What
 * matched as well before it changed is no news, and what is hit exactly or cleared is none either.
 */
function possibleOf(
  now: Side,
  list: DesignationList,
  changes: EntryChanges,
  ports: WatchPorts,
): PossibleHit[] {
  const parties = [...now.dossier.parties.values()]
  const within = (entries: readonly ListEntry[]): readonly PossibleMatch[] => {
    return entries.length === 0 ? [] : ports.possibleMatches(parties, { ...list, entries })
  }
  // An entry that only has another number says nothing new.
  const renumbered = changes.rekeyed.filter(({ fields }) => fields.length > 0)
  const earlier = [
    ...changes.changed.map(({ before }) => before),
    ...renumbered.map(({ from }) => from),
  ]
  const fresh = [
    ...changes.added,
    ...changes.changed.map(({ after }) => after),
    ...renumbered.map(({ to }) => to),
  ]
  const numberOf = new Map(renumbered.map(({ from, to }) => [from.id, to.id]))
  const pair = (party: string, entry: string): string => `${party}\u0000${entry}`
  const known = new Set(
    within(earlier).map(({ party, entry }) => pair(party, numberOf.get(entry.id) ?? entry.id)),
  )
  for (const { party, list: on, entry } of now.hits) {
    if (on === list.id && entry !== null) known.add(pair(party, entry))
  }
  for (const party of parties) {
    for (const number of party.notListedAs.get(list.id) ?? []) known.add(pair(party.id, number))
  }
  return within(fresh)
    .filter(({ party, entry }) => !known.has(pair(party, entry.id)))
    .map(({ party, entry, entryName, score, reasons }) => ({
      party,
      name: now.dossier.parties.get(party)?.name ?? party,
      list: list.id,
      entry: entry.id,
      entryName,
      programmes: [...entry.programmes],
      score,
      reasons: [...reasons],
    }))
    .sort((a, b) => b.score - a.score)
}
