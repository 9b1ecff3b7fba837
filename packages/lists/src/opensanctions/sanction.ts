import type { Measure, StatedFact } from '../entry.ts'
import { partialDate } from '../stated_date.ts'
import type { FtmEntity } from './model.ts'

/** What an entry keeps of a Sanction that points at it. */
export interface FtmSanction {
  readonly measure: Measure
  readonly reasons: readonly string[]
  /** What a measure has no place for: status, sources, the end. */
  readonly fact: StatedFact | null
  /** The last day, where it has one, `YYYY-MM-DD`. */
  readonly until: string | null
}

/** Properties that a measure or the reasons of the entry have a place for. */
const PLACED: ReadonlySet<string> = new Set([
  ...['entity', 'provisions', 'program', 'programId', 'authority', 'reason', 'listingDate'],
])

export function sanctionOf({ id, properties }: FtmEntity): FtmSanction {
  const all = (key: string): readonly string[] => properties.get(key) ?? []
  const ends = all('endDate').flatMap((date) => partialDate(date)?.to ?? [])
  const told = [...properties].filter(([key]) => !PLACED.has(key))
  const text = told.map(([key, values]) => `${key}: ${values.join('; ')}`).join(', ')
  return {
    measure: measureOf(all),
    reasons: all('reason'),
    fact: text === '' ? null : { label: `Sanction ${id}`, text },
    until: ends.sort().at(-1) ?? null,
  }
}

function measureOf(all: (key: string) => readonly string[]): Measure {
  const joint = (key: string): string => all(key).join('; ')
  const since = daysAmong([...all('listingDate'), ...all('startDate')])[0]
  const kind = joint('provisions')
  const programme = joint('programId') || joint('program')
  const basis = joint('programId') === '' ? '' : joint('program')
  const source = joint('authority')
  return {
    ...(kind === '' ? {} : { kind }),
    ...(programme === '' ? {} : { programme }),
    ...(basis === '' ? {} : { basis }),
    ...(since === undefined ? {} : { since }),
    ...(source === '' ? {} : { source }),
  }
}

/** Days among dates of any precision, in order. */
export function daysAmong(values: readonly string[]): string[] {
  return values
    .flatMap((value) => partialDate(value) ?? [])
    .filter(({ precision }) => precision === 'day')
    .map(({ from }) => from)
    .sort()
}
