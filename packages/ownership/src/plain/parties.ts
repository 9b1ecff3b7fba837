import { isLei } from '@holdfast/kernel'
import type { ByteSource, Findings } from '@holdfast/records'
import { countryCode } from '@holdfast/records'
import { Oddities } from '../oddities.ts'
import { partyOnly } from '../party_only.ts'
import type { OwnershipSource } from '../reading.ts'
import type { OtherOwners, OwnershipIntake, PartyKey, PartyKind } from '../records.ts'
import { type PlainRow, readTable } from './table.ts'

/** Columns without which a table is none of parties. */
export const PARTY_COLUMNS = ['id', 'name'] as const

const KINDS: Readonly<Record<string, PartyKind>> = {
  '': 'unknown',
  organisation: 'organisation',
  company: 'organisation',
  person: 'person',
  arrangement: 'arrangement',
  trust: 'arrangement',
  state: 'state',
  unknown: 'unknown',
}

const OTHERS: Readonly<Record<string, OtherOwners>> = {
  '': 'unknown',
  complete: 'none',
  dispersed: 'dispersed',
  unknown: 'unknown',
}

/**
 * Reads a plain table of parties, which goes with tables of owners: a header with `id` and `name`,
 * then a row for each party. Its `id` is what the cells of the owners' tables say.
 *
 * - `incorporated`: the law of organisation, ISO 3166-1 with a subdivision where known (`US-DE`),
 *   or a country's name; `seat`: the country of its head office.
 * - `lei`: of a further key; `number`: one more, as `gb-coh:07444723`.
 * - `kind`: `organisation` (or `company`), `person`, `arrangement` (or `trust`), `state`.
 * - `nationality`: of a person, countries parted by semicolons or bars; `residence`: a country.
 * - `owners`: `complete` where the table of owners names all of them, `dispersed` where the others
 *   are many small ones, else `unknown`.
 * - `source`, `as_of`, `certainty`: of the row, as in tables of owners.
 *
 * Further columns are passed over. Warnings: those of `readTable`, `ownership/party-without-id`,
 * `ownership/lei-wrong`, `ownership/country-not-read`, `ownership/cell-not-read`.
 */
export function readPlainParties(
  source: ByteSource,
  intake: OwnershipIntake,
  found: Findings,
): OwnershipSource | null {
  const odd = new Oddities(source.name, found)
  let parties = 0
  const take = (row: PlainRow): void => {
    const key = row.key('id')
    if (key === null) {
      odd.warn('ownership/party-without-id', { line: row.line }, () => row.place())
      return
    }
    parties += 1
    const nationality = row.text('nationality').split(/[;|]/)
    intake.party({
      ...partyOnly(key, ...furtherKeys(row, key, odd)),
      name: row.stated('name'),
      kind: row.word('kind', KINDS, 'unknown', odd),
      incorporated: jurisdiction(row, 'incorporated', row.text('incorporated'), odd),
      seat: jurisdiction(row, 'seat', row.text('seat'), odd)?.slice(0, 2) ?? null,
      nationality: nationality.flatMap(
        (text) => jurisdiction(row, 'nationality', text.trim(), odd)?.slice(0, 2) ?? [],
      ),
      residence: jurisdiction(row, 'residence', row.text('residence'), odd)?.slice(0, 2) ?? null,
      others: row.word('owners', OTHERS, 'unknown', odd),
      source: row.stated('source'),
      asOf: row.day('as_of', 'first', odd),
      certainty: row.certainty(odd),
      place: row.place(),
    })
  }
  const read = readTable(source, PARTY_COLUMNS, take, found)
  if (read === null) return null
  odd.close()
  return {
    format: 'plain-parties',
    title: source.name,
    date: null,
    parties,
    ties: 0,
    stated: null,
    whole: read.whole,
  }
}

/** The LEI and the number of a row, as far as they are not its id. */
function furtherKeys(row: PlainRow, id: PartyKey, odd: Oddities): PartyKey[] {
  const keys: PartyKey[] = []
  const lei = row.text('lei').toUpperCase()
  if (lei !== '' && !isLei(lei)) {
    odd.warn('ownership/lei-wrong', { line: row.line, lei: lei.slice(0, 60) }, () => row.place())
  } else if (lei !== '') keys.push(`lei:${lei}`)
  const number = row.key('number')
  if (number !== null && !number.startsWith('local:')) keys.push(number)
  return keys.filter((key) => key !== id)
}

const CODE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/

function jurisdiction(row: PlainRow, column: string, text: string, odd: Oddities): string | null {
  if (text === '') return null
  if (CODE.test(text)) return text
  const country = countryCode(text)
  if (country === null) {
    const params = { line: row.line, column, text: text.slice(0, 60) }
    odd.warn('ownership/country-not-read', params, () => row.place())
  }
  return country
}
