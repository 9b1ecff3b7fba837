/** Which parties of the dossier stand on the lists, as far as that is known on the day. */
import type { Party } from '@holdfast/dossier'
import { type DateRange, type Day, formatDay, NEVER, type Statement, state } from '@holdfast/kernel'
import type { Regime } from '@holdfast/law'
import {
  type DesignationEvent,
  type DesignationRecord,
  type ListEntry,
  nameKey,
  primaryName,
  statusOn,
} from '@holdfast/lists'
import type { Ground, ListPort } from './ground.ts'

/** A stretch of days on which a party is a target. `to` is the first day it no longer is one. */
export interface TargetSpan {
  readonly from: DateRange
  readonly to: Day
  /** The unknown fact on which the span depends, or null when it is certain. */
  readonly fact: string | null
  /** The last day of a wind-down licence that comes with the decision, as it states it. */
  readonly windDownUntil: Day | null
  /** True for a decision of a scenario, false for the world as it is. */
  readonly decided: boolean
  readonly statement: Statement
}

/** A party found on a list, or in the dated table of a regime. */
export interface Listing {
  readonly party: string
  /** The list; null where only the dated table of a regime says so. */
  readonly list: string | null
  /**
   * The regime's id; the programme's tag where no regime at hand has that programme, and the
   * list's id where the entry names no programme.
   */
  readonly regime: string
  readonly known: boolean
  readonly entry: string | null
  readonly name: string
  readonly role: string | null
  readonly basis: 'number' | 'name'
  readonly status: string
  readonly since: DateRange | null
  readonly spans: readonly TargetSpan[]
}

/** Every party of the dossier that stands on a list on the day, under each regime. */
export function listings(ground: Ground): Listing[] {
  const found: Listing[] = []
  const parties = [...ground.dossier.parties.values()]
  const queries = parties.map((party) => ({
    names: [party.name, ...party.aliases],
    kind: kindOf(party),
  }))
  const named = ground.lists.map((list) => list.byNames(queries))
  for (const [index, party] of parties.entries()) {
    for (const [at, list] of ground.lists.entries()) {
      found.push(...onList(ground, party, list, named[at]?.[index] ?? []))
    }
    for (const regime of ground.regimes) found.push(...inTableOnly(ground, party, regime, found))
  }
  return found
}

interface Match {
  readonly entry: ListEntry
  readonly basis: 'number' | 'name'
}

function kindOf(party: Party): 'person' | 'entity' {
  return party.kind === 'person' ? 'person' : 'entity'
}

function onList(
  ground: Ground,
  party: Party,
  list: ListPort,
  named: readonly ListEntry[],
): Listing[] {
  return matches(party, list, named).flatMap((match) =>
    programmesOf(match.entry, list).map((programme) => {
      const regime = ground.regimes.find((candidate) =>
        candidate.lists.some((one) => one.list === list.id && one.programme === programme),
      )
      return listing(ground, party, list, match, programme, regime ?? null)
    }),
  )
}

/** A list of one measure for all, such as the United Nations', may name no programme. */
function programmesOf(entry: ListEntry, list: ListPort): readonly string[] {
  return entry.programmes.length === 0 ? [list.id] : entry.programmes
}

function matches(party: Party, list: ListPort, named: readonly ListEntry[]): Match[] {
  const cleared = new Set(party.notListedAs.get(list.id) ?? [])
  const byNumber = (party.listedAs.get(list.id) ?? []).flatMap((number) => {
    const entry = list.byNumber(number)
    return entry === null ? [] : [{ entry, basis: 'number' as const }]
  })
  const known = new Set(byNumber.map((match) => match.entry.id))
  const byName = named
    .filter((entry) => !known.has(entry.id) && !cleared.has(entry.id))
    .map((entry) => ({ entry, basis: 'name' as const }))
  return [...byNumber, ...byName]
}

function listing(
  ground: Ground,
  party: Party,
  list: ListPort,
  match: Match,
  programme: string,
  regime: Regime | null,
): Listing {
  const { entry, basis } = match
  const records = regime === null ? [] : (ground.designations.get(regime.id) ?? [])
  const record = records.find((candidate) => candidate.entries.includes(entry.id)) ?? null
  // A person's name is shared by many: only a number, or an organisation's name, is an identity.
  const identity = basis === 'name' && party.kind === 'person' ? `identity:${party.id}` : null
  const params = { party: party.name, entry: entry.id, name: primaryName(entry), list: list.id }
  const source = `${list.id} ${entry.id} (${programme})`
  const named = state(`proof.on-list-by-${basis}`, params, [], { place: party.place, source })
  const spans =
    record === null
      ? undatedSpans(ground.on, party, list, identity, named)
      : datedSpans(record, party, ground.on, identity, named)
  const status = record === null ? null : statusOn(record.events, ground.on)
  return {
    party: party.id,
    list: list.id,
    regime: regime?.id ?? programme,
    known: regime !== null,
    entry: entry.id,
    name: primaryName(entry),
    role: record?.role ?? null,
    basis,
    status: status?.status ?? (ground.on < (list.published ?? ground.on) ? 'uncertain' : 'listed'),
    since: status?.since ?? null,
    spans: regime === null ? [] : spans,
  }
}

/** Without a dated record only the list's own day is known. */
function undatedSpans(
  on: Day,
  party: Party,
  list: ListPort,
  identity: string | null,
  named: Statement,
): TargetSpan[] {
  const published = list.published ?? on
  const since: DateRange = { from: Math.min(published, on), to: published, precision: 'unknown' }
  const early = on < published ? `listed-since:${party.id}` : null
  return [span(since, NEVER, identity ?? early, named)]
}

function span(from: DateRange, to: Day, fact: string | null, statement: Statement): TargetSpan {
  return { from, to, fact, windDownUntil: null, decided: false, statement }
}

/** Whether the party is a target after the event. */
function isOn(event: DesignationEvent): boolean {
  return event.event === 'listed' || event.event === 'relisted' || event.event === 'stayed'
}

/** The stretches between the events of a record, as far as they had happened on the day. */
function datedSpans(
  record: DesignationRecord,
  party: Party,
  on: Day,
  identity: string | null,
  named: Statement,
): TargetSpan[] {
  const spans: TargetSpan[] = []
  let start: DesignationEvent | null = null
  const close = (to: Day): void => {
    if (start === null) return
    const open = start.on.from <= on && on < start.on.to ? `status:${party.id}` : null
    spans.push(span(start.on, to, identity ?? open, eventStatement(start, party, named)))
  }
  for (const event of record.events) {
    if (event.on.from > on) break
    if (isOn(event)) {
      start ??= event
    } else {
      close(event.on.from)
      start = null
    }
  }
  close(NEVER)
  return spans
}

function eventStatement(event: DesignationEvent, party: Party, named: Statement): Statement {
  const params = {
    party: party.name,
    event: event.event,
    from: formatDay(event.on.from),
    to: formatDay(event.on.to),
    precision: event.on.precision,
    by: event.by,
  }
  return state('proof.designation-event', params, [named], { source: event.source })
}

/** A record of a regime's dated table holds also where no list at hand carries it. */
function inTableOnly(
  ground: Ground,
  party: Party,
  regime: Regime,
  found: readonly Listing[],
): Listing[] {
  const already = found.some((one) => one.party === party.id && one.regime === regime.id)
  if (already) return []
  const match = recordOf(ground.designations.get(regime.id) ?? [], party, regime)
  if (match === null) return []
  const { record, basis } = match
  const status = statusOn(record.events, ground.on)
  if (status.status === 'not-listed') return []
  const identity = basis === 'name' && party.kind === 'person' ? `identity:${party.id}` : null
  const params = { party: party.name, name: record.name, regime: regime.short }
  const named = state('proof.in-designation-table', params, [], { place: party.place })
  return [
    {
      party: party.id,
      list: null,
      regime: regime.id,
      known: true,
      entry: record.entries.at(-1) ?? null,
      name: record.name,
      role: record.role,
      basis,
      status: status.status,
      since: status.since,
      spans: datedSpans(record, party, ground.on, identity, named),
    },
  ]
}

/** The record with one of the party's numbers, the id that the party states, or its name. */
function recordOf(
  records: readonly DesignationRecord[],
  party: Party,
  regime: Regime,
): { record: DesignationRecord; basis: 'number' | 'name' } | null {
  const numbers = regime.lists.flatMap(({ list }) => party.listedAs.get(list) ?? [])
  const stated = party.listedAs.get(regime.id) ?? []
  const cleared = [
    ...(party.notListedAs.get(regime.id) ?? []),
    ...regime.lists.flatMap(({ list }) => party.notListedAs.get(list) ?? []),
  ]
  const kind = kindOf(party)
  const keys = new Set([party.name, ...party.aliases].map((name) => nameKey(name, kind)))
  let byName: DesignationRecord | null = null
  for (const record of records) {
    const numbered = record.entries.some((number) => numbers.includes(number))
    if (numbered || stated.includes(record.id)) return { record, basis: 'number' }
    const ofKind = (record.role === 'organisation') === (kind === 'entity')
    const named = [record.name, ...record.knownAs].some((name) => keys.has(nameKey(name, kind)))
    const isCleared = [record.id, ...record.entries].some((id) => cleared.includes(id))
    if (ofKind && named && !isCleared) byName ??= record
  }
  return byName === null ? null : { record: byName, basis: 'name' }
}
