import type { Day, Precision, Result } from '@holdfast/kernel'
import { formatDay, NEVER, ok, parseDay } from '@holdfast/kernel'
import { Findings } from '@holdfast/records'
import type {
  DesignationRecord,
  DesignationStatus,
  EventKind,
  Role,
  StatusOnDay,
} from './designations.ts'
import { numberOn, statusOn } from './designations.ts'
import type { DesignationList, EntryKind, ListEntry } from './entry.ts'
import { primaryName } from './entry.ts'
import { nameKey } from './names.ts'

export interface ListedQuery {
  readonly list: DesignationList
  readonly records: readonly DesignationRecord[]
  /** Only this programme, written as the list writes it. */
  readonly programme?: string | undefined
  /** That day's state; without it the latest knowledge. */
  readonly day?: Day | undefined
}

export interface ListedRow {
  readonly name: string
  readonly role: Role | null
  /** All programmes of the entry, parted by `; `. */
  readonly programme: string
  /** The number in the list in force that day; null when it is not known. */
  readonly entry: string | null
  /** `YYYY-MM-DD`, the first day of the range in which the status began; null when not known. */
  readonly since: string | null
  readonly precision: Precision
  readonly source: string | null
  readonly status: Exclude<DesignationStatus, 'delisted' | 'not-listed'>
  /** What has happened until that day, the earliest first; empty without a dated record. */
  readonly history: readonly ListedEvent[]
}

/** One event of a designation; `from` and `to` are the same day where the day is known. */
export interface ListedEvent {
  readonly event: EventKind
  readonly from: string
  readonly to: string
  readonly precision: Precision
  readonly by: string | null
  readonly source: string
  readonly note: string | null
}

/**
 * Who is designated on a day: the dated table joined with a list by the numbers.
 *
 * A record of the table answers with its events. An entry without a record is `listed` from the
 * list's day on and `uncertain` before it. Where table and list contradict each other the row stays
 * and a warning says so: `lists/record-not-in-list`, `lists/record-contradicts-list`,
 * `lists/new-number`. Sorted by
 * `since`, then name; rows without a `since` come last. O(n log n) in the entries.
 */
export function listedOn(query: ListedQuery): Result<readonly ListedRow[]> {
  const found = new Findings()
  const { list, programme } = query
  const day = query.day ?? NEVER
  const byNumber = new Map(list.entries.map((entry) => [entry.id, entry]))
  const rows: ListedRow[] = []
  const dated = new Set<string>()
  for (const record of query.records) {
    for (const number of record.entries) dated.add(number)
    if (programme !== undefined && record.programme !== programme) continue
    const there = entryOf(record, list, byNumber, found)
    if (there !== null) dated.add(there.id)
    const row = rowOfRecord(record, there, list, day, found)
    if (row !== null) rows.push(row)
  }
  for (const entry of list.entries) {
    if (dated.has(entry.id)) continue
    if (programme !== undefined && !entry.programmes.includes(programme)) continue
    rows.push(rowOfEntry(entry, list, day))
  }
  return ok(rows.sort(byDayAndName), found.diagnostics())
}

/** The record's entry in the list: under one of its numbers, or under its name and a new number. */
function entryOf(
  record: DesignationRecord,
  list: DesignationList,
  byNumber: ReadonlyMap<string, ListEntry>,
  found: Findings,
): ListEntry | null {
  const { entries, name, programme } = record
  for (const number of entries.toReversed()) {
    const entry = byNumber.get(number)
    if (entry !== undefined) return entry
  }
  const kind: EntryKind = record.role === 'organisation' ? 'entity' : 'person'
  const key = nameKey(name, kind)
  const named = list.entries.find(
    (entry) =>
      entry.kind === kind &&
      entry.programmes.includes(programme) &&
      nameKey(primaryName(entry), kind) === key,
  )
  if (named === undefined) return null
  found.warn('lists/new-number', { name, number: named.id, numbers: entries, list: list.id })
  return named
}

function rowOfRecord(
  record: DesignationRecord,
  there: ListEntry | null,
  list: DesignationList,
  day: Day,
  found: Findings,
): ListedRow | null {
  const { name, programme, role } = record
  const answer = statusOn(record.events, day)
  const { status } = answer
  const applies = day >= publishedOn(list)
  const params = { name, numbers: record.entries, list: list.id, published: list.published }
  if (status === 'delisted' || status === 'not-listed') {
    if (!applies || there === null) return null
    found.warn('lists/record-contradicts-list', { ...params, status })
    const source = sourceOf(list, there.id)
    const history = historyUntil(record, day)
    return { ...undated(name, role, programme, there.id), source, status: 'uncertain', history }
  }
  const numbered = record.entries.length > 0
  if (applies && numbered && there === null && isDueIn(record, list)) {
    found.warn('lists/record-not-in-list', params)
  }
  return {
    name,
    role,
    programme,
    entry: numberInForce(record, there, applies, day, answer),
    since: answer.since === null ? null : formatDay(answer.since.from),
    precision: answer.since?.precision ?? 'unknown',
    source: sourcesOf(answer),
    status,
    history: historyUntil(record, day),
  }
}

function historyUntil(record: DesignationRecord, day: Day): ListedEvent[] {
  return record.events
    .filter((event) => event.on.from <= day)
    .map(({ event, on, by, source, note }) => ({
      event,
      from: formatDay(on.from) ?? '',
      to: formatDay(on.to) ?? '',
      precision: on.precision,
      by,
      source,
      note,
    }))
}

/** The table's number of that day; the list's when it has one that the table does not know. */
function numberInForce(
  record: DesignationRecord,
  there: ListEntry | null,
  applies: boolean,
  day: Day,
  answer: StatusOnDay,
): string | null {
  if (applies && there !== null && !record.entries.includes(there.id)) return there.id
  return numberOn(record, day) ?? answer.events.at(-1)?.entry ?? null
}

/** Whether the table says that the list of its own day holds the record. */
function isDueIn(record: DesignationRecord, list: DesignationList): boolean {
  return statusOn(record.events, publishedOn(list)).status === 'listed'
}

function rowOfEntry(entry: ListEntry, list: DesignationList, day: Day): ListedRow {
  const known = day >= publishedOn(list)
  return {
    ...undated(primaryName(entry), null, entry.programmes.join('; '), entry.id),
    source: sourceOf(list, entry.id),
    status: known ? 'listed' : 'uncertain',
    history: [],
  }
}

function undated(name: string, role: Role | null, programme: string, entry: string) {
  return { name, role, programme, entry, since: null, precision: 'unknown' as const }
}

/** A list without a stated day speaks only for the latest knowledge. */
function publishedOn(list: DesignationList): Day {
  return list.published === null ? NEVER : (parseDay(list.published) ?? NEVER)
}

function sourceOf(list: DesignationList, number: string): string {
  return `${list.id} ${list.published ?? ''}`.trimEnd().concat(` #${number}`)
}

function sourcesOf(answer: StatusOnDay): string | null {
  const sources = [...new Set(answer.events.map((event) => event.source))]
  return sources.length === 0 ? null : sources.join('; ')
}

/** By `since`, rows without one last, then by name: to lay the rows of several lists together. */
export function byDayAndName(
  a: Pick<ListedRow, 'since' | 'name'>,
  b: Pick<ListedRow, 'since' | 'name'>,
): number {
  if (a.since !== b.since) {
    if (a.since === null) return 1
    if (b.since === null) return -1
    return a.since < b.since ? -1 : 1
  }
  if (a.name === b.name) return 0
  return a.name < b.name ? -1 : 1
}
