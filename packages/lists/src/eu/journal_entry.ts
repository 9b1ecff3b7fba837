import { countryOrText, nationalitiesOf } from '@holdfast/records'
import type {
  Identifier,
  ListEntry,
  ListedName,
  Measure,
  StatedDate,
  StatedFact,
} from '../entry.ts'
import { printedDates } from '../printed_date.ts'
import { stated } from '../stated.ts'
import { JOURNAL_IDENTIFIERS, JOURNAL_KINDS } from './journal_columns.ts'

/** One row of a table, its cells with several values taken apart. */
export interface JournalRow {
  /** The framework act. */
  readonly act: string
  /** The amending act; empty in a consolidated file. */
  readonly amendment: string
  /** By column; columns that are never taken apart have at most one value. */
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** Columns that have a place of their own in an entry, or that a measure or the number holds. */
const PLACED: ReadonlySet<string> = new Set([
  ...Object.keys(JOURNAL_IDENTIFIERS),
  ...['celex', 'amendedCelex', 'amendmentCelex', 'programKey', 'annex', 'measure', 'startDate'],
  ...['recordId', 'schema', 'name', 'alias', 'weakAlias', 'previousName', 'country', 'nationality'],
  ...['jurisdiction', 'birthDate', 'birthPlace', 'position', 'gender', 'incorporationDate', 'flag'],
  ...['address', 'phone', 'email', 'website', 'notes', 'reason'],
])

/**
 * The entry of rows that state the same of the same designated party and differ only in programme,
 * annex, measure, date or reason.
 *
 * @param id the entry's number
 * @param others numbers of other entries of the same record, which this one changes
 */
export function journalEntry(
  id: string,
  rows: readonly [JournalRow, ...JournalRow[]],
  others: readonly string[],
): ListEntry {
  const [first] = rows
  const all = (column: string): readonly string[] => first.values.get(column) ?? []
  const birth = datesOf(all('birthDate'))
  const founded = datesOf(all('incorporationDate'))
  const measures = rows.map(measureOf)
  const since = measures.flatMap((measure) => measure.since ?? []).sort()[0]
  const gender = genderOf(all('gender'))
  const facts: StatedFact[] = [
    ...unread('birthDate', birth.unread),
    ...unread('incorporationDate', founded.unread),
    ...(gender === null ? unread('gender', all('gender')) : []),
    ...otherFacts(first),
    ...unread('changes', others),
  ]
  const reasons = [...new Set(rows.flatMap((row) => row.values.get('reason') ?? []))]
  return {
    id,
    kind: JOURNAL_KINDS.get(all('schema')[0] ?? '') ?? 'entity',
    names: namesOf(all),
    programmes: [...new Set(rows.flatMap((row) => row.values.get('programKey') ?? []))],
    remarks: all('notes').join('\n'),
    addresses: all('address').map((text) => ({ text, country: '' })),
    ...stated('births', birth.dates),
    ...stated('birthPlaces', all('birthPlace')),
    ...stated('established', founded.dates),
    ...(gender === null ? {} : { gender }),
    ...stated('nationalities', [...new Set(all('nationality').flatMap(nationalitiesOf))]),
    ...stated('countries', countriesOf(all)),
    ...stated('identifiers', identifiersOf(all)),
    ...stated('positions', all('position')),
    measures,
    ...(since === undefined ? {} : { listedOn: since }),
    ...stated('contacts', [...all('website'), ...all('email'), ...all('phone')]),
    ...(reasons.length === 0 ? {} : { reasons: reasons.join('\n') }),
    ...stated('facts', facts),
  }
}

type Cells = (column: string) => readonly string[]

function namesOf(all: Cells): ListedName[] {
  return [
    ...all('name').map((text) => ({ text, kind: 'primary' as const, quality: 'strong' as const })),
    ...all('alias').map((text) => ({ text, kind: 'aka' as const, quality: 'strong' as const })),
    ...all('weakAlias').map((text) => ({ text, kind: 'aka' as const, quality: 'weak' as const })),
    ...all('previousName').map((text) => ({
      text,
      kind: 'fka' as const,
      quality: 'strong' as const,
    })),
  ]
}

function datesOf(values: readonly string[]): { dates: StatedDate[]; unread: string[] } {
  const dates: StatedDate[] = []
  const unreadValues: string[] = []
  for (const value of values) {
    const found = printedDates(value)
    dates.push(...found)
    if (found.length === 0) unreadValues.push(value)
  }
  return { dates, unread: unreadValues }
}

function unread(label: string, values: readonly string[]): StatedFact[] {
  return values.map((text) => ({ label, text }))
}

function genderOf(values: readonly string[]): 'male' | 'female' | null {
  const words = new Set(values.map((value) => value.replace(/\.$/, '').toLowerCase()))
  const [word] = words
  return words.size === 1 && (word === 'male' || word === 'female') ? word : null
}

function countriesOf(all: Cells): string[] {
  const printed = [...all('jurisdiction'), ...all('flag'), ...all('country')]
  return [...new Set(printed.map(countryOrText))]
}

function identifiersOf(all: Cells): Identifier[] {
  return Object.entries(JOURNAL_IDENTIFIERS).flatMap(([column, { kind, label }]) =>
    all(column).map((number) => ({ kind, number, ...(label === undefined ? {} : { label }) })),
  )
}

function measureOf(row: JournalRow): Measure {
  const one = (column: string): string => row.values.get(column)?.[0] ?? ''
  const [since] = printedDates(one('startDate'))
  const basis = `${row.act}, annex ${one('annex')}`
  return {
    kind: one('measure'),
    programme: one('programKey'),
    basis: one('annex') === '' ? row.act : basis,
    ...(since?.precision === 'day' ? { since: since.from } : {}),
    ...(row.amendment === '' ? {} : { source: row.amendment }),
  }
}

function otherFacts(row: JournalRow): StatedFact[] {
  const facts: StatedFact[] = []
  for (const [label, values] of row.values) {
    if (PLACED.has(label)) continue
    for (const text of values) facts.push({ label, text })
  }
  const [record] = row.values.get('recordId') ?? []
  if (record !== undefined) facts.push({ label: 'recordId', text: record })
  const [start] = row.values.get('startDate') ?? []
  if (start !== undefined && printedDates(start)[0]?.precision !== 'day') {
    facts.push({ label: 'startDate', text: start })
  }
  return facts
}
