import type { DateRange, Day } from '@holdfast/kernel'

/**
 * What is known of a designation over time. Lists state who is on them on one day; when somebody
 * came on, and what a court did to it, stands in a dated table that cites a source per event.
 */
/** `organisation`, or the office of a person: `judge`, `prosecutor`, `mayor`. */
export type Role = string

/**
 * `enjoined`: a court forbids enforcement, the entry may still stand. `stayed`: a higher court lets
 * enforcement go on for now. `relisted`: on the list again, perhaps under another number.
 */
export type EventKind = 'listed' | 'enjoined' | 'stayed' | 'delisted' | 'relisted'

export interface DesignationEvent {
  readonly event: EventKind
  /** When, as exactly as a source states it. */
  readonly on: DateRange
  /** The number in the list that came with it; null when it brought none. */
  readonly entry: string | null
  /** The order or notice; null when it is not known. */
  readonly by: string | null
  readonly source: string
  readonly note: string | null
}

export interface DesignationRecord {
  readonly id: string
  /** As the list prints it. */
  readonly name: string
  /** As people write it. */
  readonly knownAs: readonly string[]
  readonly role: Role
  /** ISO 3166-1 alpha-2; null when no source states it. */
  readonly nationality: string | null
  readonly programme: string
  /** Every number in the list that it ever had, the oldest first. */
  readonly entries: readonly string[]
  /** In the order in which they happened. */
  readonly events: readonly DesignationEvent[]
}

export type DesignationStatus =
  | 'listed'
  | 'enjoined'
  | 'stayed'
  | 'delisted'
  | 'not-listed'
  | 'uncertain'

export interface StatusOnDay {
  readonly status: DesignationStatus
  /** When the status began; for `uncertain` since when it is; null for `not-listed`. */
  readonly since: DateRange | null
  /** The events that decide; if `uncertain` the last certain one and all that may have happened. */
  readonly events: readonly DesignationEvent[]
  /** The statuses that the sources allow, the earliest first; one unless `uncertain`. */
  readonly readings: readonly Exclude<DesignationStatus, 'uncertain'>[]
}

/**
 * The status on a day, that day's events included. Inside the range of an event whose day is not
 * known the event may or may not have happened: when that changes the answer, it is `uncertain`.
 * Events are taken in their order; linear in their number. `NEVER` asks for the latest knowledge.
 */
export function statusOn(events: readonly DesignationEvent[], day: Day): StatusOnDay {
  const last = events.findLastIndex((event) => event.on.to <= day)
  const certain = events[last]
  const possible = events.slice(last + 1).filter((event) => event.on.from <= day)
  const readings = [...new Set([statusAfter(certain), ...possible.map(statusAfter)])]
  const [only] = readings
  if (readings.length === 1 && only !== undefined) {
    return { status: only, since: began(events, last), events: certain ? [certain] : [], readings }
  }
  const since = possible[0]?.on ?? null
  const deciding = certain === undefined ? possible : [certain, ...possible]
  return { status: 'uncertain', since, events: deciding, readings }
}

function statusAfter(event: DesignationEvent | undefined): Exclude<DesignationStatus, 'uncertain'> {
  if (event === undefined) return 'not-listed'
  return event.event === 'relisted' ? 'listed' : event.event
}

/** When the status after event `last` began: a second `listed` in a row does not begin it anew. */
function began(events: readonly DesignationEvent[], last: number): DateRange | null {
  let first = last
  while (first > 0 && statusAfter(events[first - 1]) === statusAfter(events[last])) first -= 1
  return events[first]?.on ?? null
}

/** The number in the list on a day, as far as it is certain; null before the first. */
export function numberOn(record: DesignationRecord, day: Day): string | null {
  const numbered = record.events.filter((event) => event.entry !== null && event.on.to <= day)
  return numbered.at(-1)?.entry ?? null
}
