import { type Findings, wordTable } from '@holdfast/records'
import type { Address, NameKind } from '../entry.ts'
import type { SourceText } from '../source.ts'
import { placeInLine } from '../source.ts'
import { cityParts } from './address.ts'
import { fact } from './details.ts'
import type { Draft } from './draft.ts'
import { REMARKS_CHARS_MAX } from './remarks.ts'
import type { Row } from './rows.ts'
import { ADD, ALT, COMMENTS } from './tables.ts'

/**
 * Joins the three side files to the entries, by the number. Rows whose number is not in SDN.CSV
 * come from files of another day; they are reported once per file, with the first few numbers.
 */
type Drafts = ReadonlyMap<string, Draft>

/** How many numbers a warning names. */
const EXAMPLES = 5

const ALIAS_KINDS = wordTable<NameKind>({ aka: 'aka', fka: 'fka', nka: 'nka' })

/** Adds the strong aliases of ALT.CSV. Error: `lists/unknown-alias-type`, `lists/missing-field`. */
export function joinAliases(
  drafts: Drafts,
  source: SourceText,
  rows: readonly Row[],
  found: Findings,
): void {
  for (const { draft, row } of matched(drafts, source, rows, found)) {
    const at = { file: source.name, line: row.line.number }
    const places = () => [placeInLine(source, row.line, row.line.start, 1)]
    const type = row.fields[ALT.type] ?? ''
    const text = row.fields[ALT.name] ?? ''
    const kind = ALIAS_KINDS.get(type.toLowerCase())
    if (kind === undefined) found.error('lists/unknown-alias-type', { ...at, text: type }, places)
    else if (text === '') found.error('lists/missing-field', { ...at, column: 'alt_name' }, places)
    else {
      draft.entry.names.push({ text, kind, quality: 'strong' })
      const remark = row.fields[ALT.remarks] ?? ''
      if (remark !== '') fact(draft.details, 'Alias remarks', `${text}: ${remark}`)
    }
  }
}

/** Adds the addresses of ADD.CSV. A row of nulls states no address. */
export function joinAddresses(
  drafts: Drafts,
  source: SourceText,
  rows: readonly Row[],
  found: Findings,
): void {
  for (const { draft, row } of matched(drafts, source, rows, found)) {
    const address = addressOf(row.fields)
    if (address !== null) draft.entry.addresses.push(address)
    const remark = row.fields[ADD.remarks] ?? ''
    if (remark !== '') fact(draft.details, 'Address remarks', remark)
  }
}

function addressOf(fields: Row['fields']): Address | null {
  const street = fields[ADD.street] ?? ''
  const city = fields[ADD.city] ?? ''
  const country = fields[ADD.country] ?? ''
  if (street === '' && city === '' && country === '') return null
  const text = street === '' || city === '' ? street + city : `${street}, ${city}`
  return city === '' ? { text, country } : { text, country, ...cityParts(city) }
}

/**
 * Continues Remarks, which OFAC cuts at 1,000 characters in the middle of a word: the two halves
 * are put together without anything between. A comment to remarks that are not cut belongs to
 * another day's SDN.CSV: it is left out and `lists/comments-unmatched` says so.
 */
export function joinComments(
  drafts: Drafts,
  source: SourceText,
  rows: readonly Row[],
  found: Findings,
): void {
  const strays: Row[] = []
  for (const { draft, row } of matched(drafts, source, rows, found)) {
    const rest = row.fields[COMMENTS.text] ?? ''
    if (draft.entry.remarks.length < REMARKS_CHARS_MAX) strays.push(row)
    else draft.entry.remarks += rest
  }
  if (strays.length > 0) warnOf('lists/comments-unmatched', source, strays, found)
}

/** The rows with their entries; the rows without one are reported. */
function matched(
  drafts: Drafts,
  source: SourceText,
  rows: readonly Row[],
  found: Findings,
): { draft: Draft; row: Row }[] {
  const pairs: { draft: Draft; row: Row }[] = []
  const orphans: Row[] = []
  for (const row of rows) {
    const draft = drafts.get(row.fields[0] ?? '')
    if (draft === undefined) orphans.push(row)
    else pairs.push({ draft, row })
  }
  if (orphans.length > 0) warnOf('lists/orphans', source, orphans, found)
  return pairs
}

function warnOf(code: string, source: SourceText, rows: readonly Row[], found: Findings): void {
  const numbers = [...new Set(rows.map((row) => row.fields[0] ?? ''))]
  const first = rows[0] as Row
  const params = {
    file: source.name,
    rows: rows.length,
    entries: numbers.length,
    first: numbers.slice(0, EXAMPLES),
  }
  const { line } = first
  found.warn(code, params, placeInLine(source, line, line.start, (first.fields[0] ?? '').length))
}
