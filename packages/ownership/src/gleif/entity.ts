import { ukCompanyKey } from '../party_key.ts'
import type { PartyKey, PartyKind, PartyRecord } from '../records.ts'
import type { EntityFields } from './fields.ts'

/** Companies House, for England and Wales, Northern Ireland, and Scotland: one register. */
const COMPANIES_HOUSE: ReadonlySet<string> = new Set(['RA000585', 'RA000586', 'RA000587'])

/** Codes that stand for no authority: none exists, or none is in the list. */
const NO_AUTHORITY: ReadonlySet<string> = new Set(['RA777777', 'RA888888', 'RA999999'])

const AUTHORITY = /^RA\d{6}$/

/** Categories that are no organisation. A fund is one here: it is held and manages nothing. */
const KINDS: ReadonlyMap<string, PartyKind> = new Map([
  ['SOLE_PROPRIETOR', 'person'],
  ['RESIDENT_GOVERNMENT_ENTITY', 'state'],
])

/**
 * The party of a record of level 1. The law of organisation is the legal jurisdiction, the seat the
 * country of the headquarters; a sole proprietor is a person, who is organised under no law.
 *
 * The number in a national register is a second key, except in an annulled record, which GLEIF
 * calls erroneous. Of other owners level 1 says nothing.
 */
export function partyOfEntity(fields: EntityFields): PartyRecord {
  const kind = KINDS.get(fields.category) ?? 'organisation'
  const isPerson = kind === 'person'
  return {
    keys: keysOf(fields),
    name: fields.name === '' ? null : fields.name,
    otherNames: otherNamesOf(fields),
    kind,
    incorporated: isPerson ? null : codeOf(fields.jurisdiction),
    seat: isPerson ? null : codeOf(fields.headCountry),
    nationality: [],
    residence: isPerson ? codeOf(fields.legalCountry) : null,
    active: ACTIVE.get(fields.status) ?? null,
    others: 'unknown',
    missing: [],
  }
}

const ACTIVE: ReadonlyMap<string, boolean> = new Map([
  ['ACTIVE', true],
  ['INACTIVE', false],
])

function keysOf(fields: EntityFields): readonly PartyKey[] {
  const lei = `lei:${fields.lei}`
  if (fields.registration === 'ANNULLED') return [lei]
  const second = registrationKey(fields.authority, fields.number)
  return second === null ? [lei] : [lei, second]
}

/**
 * The key of an entity in the register of a registration authority: `gb-coh:` with eight characters
 * for Companies House, `ra000602:4386463` for others; null where there is no register or no number.
 *
 * @param authority a code of GLEIF's list of registration authorities
 * @param number as the authority writes it; white space is left out
 */
export function registrationKey(authority: string, number: string): PartyKey | null {
  if (number === '' || NO_AUTHORITY.has(authority) || !AUTHORITY.test(authority)) return null
  if (COMPANIES_HOUSE.has(authority)) return ukCompanyKey(number)
  const plain = number.includes(' ') ? number.replace(/\s+/g, '') : number
  return `${authority.toLowerCase()}:${plain}`
}

/** ISO 3166-1 with a subdivision where stated; null for an empty text and for `XX`, unknown. */
function codeOf(text: string): string | null {
  return text === '' || text === 'XX' ? null : text
}

const NONE: readonly string[] = []

function otherNamesOf({ name, otherNames }: EntityFields): readonly string[] {
  if (otherNames.length === 0) return NONE
  return [...new Set(otherNames)].filter((other) => other !== name)
}
