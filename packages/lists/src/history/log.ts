/** The life of a party through all versions of a list, over its numbers, with the dated table. */
import { formatDay, type Precision, type Statement } from '@holdfast/kernel'
import type { DesignationRecord, EventKind } from '../designations.ts'
import { type DesignationList, type EntryKind, type ListEntry, primaryName } from '../entry.ts'
import { nameKey } from '../names.ts'
import { comparedBy, unstated } from './diff.ts'
import { canonicalEntry } from './digest.ts'
import { changesBetween, type FieldChange } from './fields.ts'
import { findRekeyed, type Sureness } from './rekey.ts'

/**
 * `on-list`: in the oldest version already. `came`, `changed`, `went`: between two versions.
 * `rekeyed`: came under a new number. The others stand in the dated table.
 */
export type LogEventKind = 'on-list' | 'came' | 'changed' | 'went' | 'rekeyed' | EventKind

export interface LogEvent {
  readonly event: LogEventKind
  /**
   * When: for what was seen in versions, after `from` and not after `to`; `from` is null when
   * there is no version before. For the table: some day from `from` to `to`, both included.
   */
  readonly from: string | null
  readonly to: string | null
  readonly precision: Precision
  /** The number in the list that it is about; null when none is known. */
  readonly number: string | null
  /** For `rekeyed`: the number before, how sure it is, and why. */
  readonly before: string | null
  readonly sure: Sureness | null
  readonly reasons: readonly Statement[]
  readonly fields: readonly FieldChange[]
  /** Order or notice, source and note, as the table has them; null for versions. */
  readonly by: string | null
  readonly source: string | null
  readonly note: string | null
}

export interface PartyLog {
  /** The name in the latest version that has it. */
  readonly name: string
  readonly kind: EntryKind | null
  /** All its numbers, the oldest first. */
  readonly numbers: readonly string[]
  /** Whether the newest version has it; null when there is no version or it was in none. */
  readonly onList: boolean | null
  /** Ids of the records of the dated table that are about it. */
  readonly records: readonly string[]
  /** The earliest first. */
  readonly events: readonly LogEvent[]
}

/** Who is followed: those whose number or one of whose strong names is among these. */
export interface Followed {
  readonly numbers: ReadonlySet<string>
  /** `KIND KEY` with the key of `nameKey`. */
  readonly names: ReadonlySet<string>
}

/** What an entry is followed by: its number and its strong names. */
export function followedBy(entries: Iterable<ListEntry>): Followed {
  const numbers = new Set<string>()
  const names = new Set<string>()
  for (const entry of entries) {
    for (const id of [entry.id, ...(entry.otherIds ?? [])]) numbers.add(id)
    for (const key of strongKeys(entry)) names.add(key)
  }
  return { numbers, names }
}

/** One number as long as it stood in the list. */
interface Track {
  readonly number: string
  readonly party: Party
  last: ListEntry
}

interface Party {
  readonly numbers: string[]
  readonly events: LogEvent[]
  latest: ListEntry
}

/**
 * Follows parties through versions that are handed over from the oldest to the newest. A party that
 * went and comes back under another number, at once or versions later, goes on as the same party.
 */
export class Follower {
  readonly #followed: Followed
  readonly #parties: Party[] = []
  #present = new Map<string, Track>()
  /** Those that went, by number: one of them may come back. */
  readonly #gone = new Map<string, Track>()
  #previous: DesignationList | null = null
  /** Versions share the entries that did not change: each is looked at once. */
  readonly #isFollowedBy = new WeakMap<ListEntry, boolean>()
  #day: string | null = null

  constructor(followed: Followed) {
    this.#followed = followed
  }

  /** @param day the day that stands for the version, `YYYY-MM-DD` */
  take(list: DesignationList, day: string): void {
    const found = list.entries.filter((entry) => {
      const known = this.#isFollowedBy.get(entry) ?? this.#isFollowed(entry)
      this.#isFollowedBy.set(entry, known)
      return known
    })
    const isCompared = this.#comparison(found, list)
    const present = new Map<string, Track>()
    const came: ListEntry[] = []
    for (const entry of found) {
      const track = this.#present.get(entry.id)
      if (track === undefined) {
        came.push(entry)
        continue
      }
      present.set(entry.id, track)
      this.#note(track, entry, day, isCompared)
    }
    for (const [number, track] of this.#present) {
      if (present.has(number)) continue
      track.party.events.push({ ...seen('went', this.#day, day), number })
      this.#gone.set(number, track)
    }
    this.#welcome(came, present, day)
    this.#present = present
    this.#previous = list
    this.#day = day
  }

  /** The parties that were found, each with what the table says of it. */
  logs(records: readonly DesignationRecord[]): PartyLog[] {
    return this.#parties.map((party) => this.#logOf(party, recordsOf(party, records)))
  }

  #logOf(party: Party, records: readonly DesignationRecord[]): PartyLog {
    const { latest } = party
    const numbers = [...new Set([...records.flatMap((one) => one.entries), ...party.numbers])]
    return {
      name: primaryName(latest),
      kind: latest.kind,
      numbers,
      onList: [...this.#present.values()].some((track) => track.party === party),
      records: records.map((record) => record.id),
      events: inTime([...records.flatMap(tableEvents), ...party.events]),
    }
  }

  #isFollowed(entry: ListEntry): boolean {
    const { numbers, names } = this.#followed
    if (numbers.has(entry.id) || entry.otherIds?.some((id) => numbers.has(id))) return true
    return strongKeys(entry).some((key) => names.has(key))
  }

  /** Which fields both versions state; looked at only when somebody that is followed changed. */
  #comparison(found: readonly ListEntry[], list: DesignationList) {
    const previous = this.#previous
    const changed = found.some((entry) => {
      const track = this.#present.get(entry.id)
      return track !== undefined && !isSame(track.last, entry)
    })
    if (previous === null || !changed) return () => true
    const was = new Map(previous.entries.map((entry) => [entry.id, entry]))
    const pairs = list.entries.flatMap((now): (readonly [ListEntry, ListEntry])[] => {
      const old = was.get(now.id)
      return old === undefined ? [] : [[old, now]]
    })
    return comparedBy(unstated(pairs))
  }

  #note(
    track: Track,
    entry: ListEntry,
    day: string,
    isCompared: ReturnType<typeof comparedBy>,
  ): void {
    const fields = isSame(track.last, entry) ? [] : changesBetween(track.last, entry, isCompared)
    if (fields.length > 0) {
      const event = { ...seen('changed', this.#day, day), number: entry.id, fields }
      track.party.events.push(event)
    }
    track.last = entry
    track.party.latest = entry
  }

  #welcome(came: readonly ListEntry[], present: Map<string, Track>, day: string): void {
    const gone = [...this.#gone.values()].map((track) => track.last)
    const rekeyed = new Map(findRekeyed(gone, came).map((one) => [one.to, one]))
    for (const entry of came) {
      const rekeying = rekeyed.get(entry)
      const number = entry.id
      const before = this.#gone.get(number) ?? this.#gone.get(rekeying?.from.id ?? '')
      const party: Party = before?.party ?? { numbers: [], events: [], latest: entry }
      const event = seen(this.#day === null ? 'on-list' : 'came', this.#day, day)
      if (before === undefined) this.#parties.push(party)
      else this.#gone.delete(before.number)
      if (before === undefined || rekeying === undefined) party.events.push({ ...event, number })
      else {
        const { sure, reasons } = rekeying
        const from = { before: before.number, sure, reasons }
        party.events.push({ ...event, event: 'rekeyed', number, ...from })
      }
      if (!party.numbers.includes(number)) party.numbers.push(number)
      party.latest = entry
      present.set(number, { number, party, last: entry })
    }
  }
}

/** Whether a record of the table is about somebody: by number, or by the whole name. */
export function recordMatches(record: DesignationRecord, asked: string): boolean {
  if (record.entries.includes(asked.trim())) return true
  const key = nameKey(asked, 'person')
  return [record.name, ...record.knownAs].some((name) => nameKey(name, 'person') === key)
}

/** Records whose number a party had; of a list that numbers otherwise the name must agree too. */
function recordsOf(party: Party, records: readonly DesignationRecord[]): DesignationRecord[] {
  return records.filter((record) => {
    const { latest } = party
    const isNumber = record.entries.some((number) => party.numbers.includes(number))
    if (isNumber && latest.programmes.includes(record.programme)) return true
    const key = nameKey(primaryName(latest), 'person')
    const names = [record.name, ...record.knownAs].map((name) => nameKey(name, 'person'))
    return names.includes(key) && latest.programmes.includes(record.programme)
  })
}

/** What the table alone says of somebody who is in no version. */
export function tableLog(record: DesignationRecord): PartyLog {
  const { id, name, entries } = record
  const events = tableEvents(record)
  return { name, kind: null, numbers: entries, onList: null, records: [id], events }
}

function tableEvents(record: DesignationRecord): LogEvent[] {
  return record.events.map(({ event, on, entry, by, source, note }) => ({
    ...NOTHING,
    event,
    from: formatDay(on.from),
    to: formatDay(on.to),
    precision: on.precision,
    number: entry,
    by,
    source,
    note,
  }))
}

const NOTHING = {
  before: null,
  sure: null,
  reasons: [],
  fields: [],
  by: null,
  source: null,
  note: null,
} as const

/** What happened between two versions. */
function seen(event: LogEventKind, from: string | null, to: string): LogEvent {
  const precision: Precision = from === null ? 'unknown' : 'range'
  return { ...NOTHING, event, from, to, precision, number: null }
}

/** By the last day on which it can have happened; the table's statement before the version's. */
function inTime(events: readonly LogEvent[]): LogEvent[] {
  const key = (event: LogEvent): string => `${event.to ?? '9999'} ${event.source === null ? 1 : 0}`
  return events.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

function isSame(a: ListEntry, b: ListEntry): boolean {
  return a === b || canonicalEntry(a) === canonicalEntry(b)
}

function strongKeys(entry: ListEntry): string[] {
  return entry.names.flatMap(({ text, quality }) => {
    const key = nameKey(text, entry.kind)
    return quality === 'weak' || key === '' ? [] : [`${entry.kind} ${key}`]
  })
}
