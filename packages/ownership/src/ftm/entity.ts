/** Entities of FollowTheMoney, as far as ownership asks. */
import { type Day, isLei } from '@holdfast/kernel'
import type { JsonRecord } from '@holdfast/records'
import { firstDayOf, objectAt, textAt, textsAt } from '../json_fields.ts'
import { schemeKey, ukCompanyKey } from '../party_key.ts'
import { partyOnly } from '../party_only.ts'
import type { PartyKey, PartyRecord } from '../records.ts'
import { NUMBERS, PARTIES, UK_NUMBER } from './model.ts'

export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly caption: string | null
  readonly datasets: readonly string[]
  readonly firstSeen: Day | null
  readonly lastSeen: Day | null
  /** The values of a property; none where it has none. */
  readonly values: (property: string) => readonly string[]
}

/** @returns the key that is missing, where the record is no entity */
export function ftmEntityOf(record: JsonRecord): FtmEntity | string {
  const id = textAt(record, 'id')
  if (id === null) return 'id'
  const schema = textAt(record, 'schema')
  if (schema === null) return 'schema'
  const { properties } = record
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    return 'properties'
  }
  const stated = objectAt(record, 'properties')
  return {
    id,
    schema,
    caption: textAt(record, 'caption'),
    datasets: textsAt(record, 'datasets'),
    firstSeen: firstDayOf(textAt(record, 'first_seen')),
    lastSeen: firstDayOf(textAt(record, 'last_seen')),
    values: (property) => textsAt(stated, property),
  }
}

/**
 * A party's record: organisations go by LEI, the number of the UK's register, and the numbers of
 * other registers that are one per company; a person and who has no number by the entity's id.
 *
 * @param wrongLei gets an LEI whose check digits are wrong; the party is kept without it
 */
export function ftmParty(entity: FtmEntity, wrongLei: (lei: string) => void): PartyRecord {
  const kind = PARTIES.get(entity.schema) ?? 'unknown'
  const [first = idKey(entity.id), ...further] = numberKeys(entity, wrongLei)
  const names = [...new Set([...entity.values('name'), ...entity.values('alias')])]
  const name = entity.caption ?? names[0] ?? null
  const place = entity.values('jurisdiction')
  const countries = place.length > 0 ? place : entity.values('mainCountry')
  const isPerson = kind === 'person'
  return {
    ...partyOnly(first, ...further),
    name,
    otherNames: names.filter((other) => other !== name),
    kind,
    incorporated: isPerson ? null : onlyOne(countries.flatMap((code) => codeOf(code))),
    nationality: isPerson
      ? ['nationality', 'citizenship'].flatMap((key) => entity.values(key)).flatMap(countryOf)
      : [],
    active: entity.values('dissolutionDate').length > 0 ? false : null,
  }
}

/** The key of an entity without a number. */
export function idKey(id: string): PartyKey {
  return `ftm:${id.replace(/\s+/g, '-')}`
}

/** The keys of an organisation's numbers, the LEI first; none of what is no organisation. */
export function numberKeys(entity: FtmEntity, wrongLei: (lei: string) => void): PartyKey[] {
  const kind = PARTIES.get(entity.schema)
  if (kind === undefined || kind === 'person') return []
  const keys: PartyKey[] = []
  for (const lei of entity.values('leiCode')) if (!isLei(lei)) wrongLei(lei)
  const lei = onlyOne(entity.values('leiCode').filter(isLei))
  if (lei !== null) keys.push(`lei:${lei}`)
  const countries = [...entity.values('jurisdiction'), ...entity.values('country')]
  const uk = onlyOne(entity.values('registrationNumber').filter((text) => UK_NUMBER.test(text)))
  const ukKey = uk === null || !countries.includes('gb') ? null : ukCompanyKey(uk)
  if (ukKey !== null) keys.push(ukKey)
  for (const [property, scheme] of NUMBERS) {
    const number = onlyOne(entity.values(property))
    const key = number === null ? null : schemeKey(scheme, number)
    if (key !== null) keys.push(key)
  }
  return keys
}

/**
 * The value, where there is one. An entity that was merged from several may have several numbers of
 * one register; which of them is its own is then not known.
 */
function onlyOne(values: readonly string[]): string | null {
  const [first, second] = [...new Set(values)]
  return first === undefined || second !== undefined ? null : first
}

/** `us_de` as `US-DE`. */
function codeOf(code: string): string[] {
  const capital = code.toUpperCase().replace('_', '-')
  return /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(capital) ? [capital] : []
}

function countryOf(code: string): string[] {
  return codeOf(code).map((one) => one.slice(0, 2))
}
