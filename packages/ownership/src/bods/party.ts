/** Parties of the Beneficial Ownership Data Standard. */
import { isLei } from '@holdfast/kernel'
import type { JsonRecord } from '@holdfast/records'
import { wordTable } from '@holdfast/records'
import { objectAt, objectsAt, textAt, textsAt } from '../json_fields.ts'
import { schemeKey } from '../party_key.ts'
import { partyOnly } from '../party_only.ts'
import type { MissingOwner, PartyKey, PartyKind, PartyRecord } from '../records.ts'

const KINDS = wordTable<PartyKind>({
  registeredEntity: 'organisation',
  legalEntity: 'organisation',
  arrangement: 'arrangement',
  state: 'state',
  stateBody: 'state',
})

/**
 * An entity's record. Its numbers are its keys, by the scheme of org-id.guide; without one it goes
 * by `own`, its record.
 *
 * @param wrongLei gets an LEI whose check digits are wrong; the entity is kept without it
 */
export function entityParty(
  details: JsonRecord,
  own: PartyKey,
  wrongLei: (lei: string) => void,
): PartyRecord {
  const type = textAt(details, 'entityType') ?? textAt(objectAt(details, 'entityType'), 'type')
  const [first = own, ...further] = entityKeys(details, wrongLei)
  const law = objectAt(details, 'jurisdiction')
  const older = objectAt(details, 'incorporatedInJurisdiction')
  return {
    ...partyOnly(first, ...further),
    name: textAt(details, 'name'),
    otherNames: textsAt(details, 'alternateNames'),
    kind: KINDS.get(type ?? '') ?? 'unknown',
    incorporated: codeOf(textAt(law, 'code') ?? textAt(older, 'code')),
    seat: seatOf(details),
    active: textAt(details, 'dissolutionDate') === null ? null : false,
    missing: namelessness(objectAt(details, 'unspecifiedEntityDetails'), details),
  }
}

/** The keys of an entity's numbers, one of each register, the LEI first. */
export function entityKeys(
  details: JsonRecord,
  wrongLei: (lei: string) => void,
): readonly PartyKey[] {
  return onePerScheme(objectsAt(details, 'identifiers').flatMap((one) => numberKey(one, wrongLei)))
}

/**
 * A person's record. Numbers of passports, taxes and papers are not taken over: a person goes by
 * the record alone.
 */
export function personParty(details: JsonRecord, own: PartyKey): PartyRecord {
  const names = objectsAt(details, 'names').flatMap((name) => fullName(name) ?? [])
  const residence = objectsAt(details, 'addresses').find(
    (address) => textAt(address, 'type') === 'residence',
  )
  const nationality = objectsAt(details, 'nationalities').flatMap(
    (country) => codeOf(textAt(country, 'code'))?.slice(0, 2) ?? [],
  )
  return {
    ...partyOnly(own),
    name: names[0] ?? null,
    otherNames: names.slice(1),
    kind: 'person',
    nationality,
    residence: residence === undefined ? null : countryOfAddress(residence),
    missing: namelessness(objectAt(details, 'unspecifiedPersonDetails'), details),
  }
}

function namelessness(unspecified: JsonRecord, details: JsonRecord): readonly MissingOwner[] {
  const reason = textAt(unspecified, 'reason') ?? textAt(details, 'missingInfoReason')
  return reason === null ? [] : [{ of: 'owners', reason: reason.slice(0, 200) }]
}

function numberKey(identifier: JsonRecord, wrongLei: (lei: string) => void): PartyKey[] {
  const key = schemeKey(textAt(identifier, 'scheme') ?? '', textAt(identifier, 'id') ?? '')
  if (key === null) return []
  if (!key.startsWith('lei:') || isLei(key.slice(4))) return [key]
  wrongLei(key.slice(4))
  return []
}

/** The LEI first; of several numbers of one register the first. */
function onePerScheme(keys: readonly PartyKey[]): readonly PartyKey[] {
  const kept = new Map<string, PartyKey>()
  for (const key of keys) {
    const scheme = key.slice(0, key.indexOf(':'))
    if (!kept.has(scheme)) kept.set(scheme, key)
  }
  const lei = kept.get('lei')
  kept.delete('lei')
  return lei === undefined ? [...kept.values()] : [lei, ...kept.values()]
}

function fullName(name: JsonRecord): string | null {
  const whole = textAt(name, 'fullName')
  if (whole !== null) return whole
  const parts = ['givenName', 'patronymicName', 'familyName'].flatMap(
    (key) => textAt(name, key) ?? [],
  )
  return parts.length > 0 ? parts.join(' ') : null
}

/** The business address goes before the registered one: a head office is where a body is led. */
function seatOf(details: JsonRecord): string | null {
  const addresses = objectsAt(details, 'addresses')
  for (const type of ['business', 'registered']) {
    const address = addresses.find((one) => textAt(one, 'type') === type)
    const country = address === undefined ? null : countryOfAddress(address)
    if (country !== null) return country
  }
  return null
}

/** A code since 0.4 within an object, before as it is. */
function countryOfAddress(address: JsonRecord): string | null {
  const code = textAt(objectAt(address, 'country'), 'code') ?? textAt(address, 'country')
  return codeOf(code)?.slice(0, 2) ?? null
}

function codeOf(code: string | null): string | null {
  const capital = code?.toUpperCase() ?? ''
  return /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(capital) ? capital : null
}
