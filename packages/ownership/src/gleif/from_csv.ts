/** The columns of GLEIF's golden copies in CSV. */
import type { EntityFields, ExceptionFields, RelationFields } from './fields.ts'
import type { GleifFormat } from './intake.ts'

/** Names that stand in columns of their own, `.1` to `.5`. */
const SLOTS = [1, 2, 3, 4, 5] as const

const OTHER_NAME = 'Entity.OtherEntityNames.OtherEntityName'
const TRANSLITERATED = 'Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName'

const ENTITY_COLUMNS = [
  'LEI',
  'Entity.LegalName',
  'Entity.RegistrationAuthority.RegistrationAuthorityID',
  'Entity.RegistrationAuthority.RegistrationAuthorityEntityID',
  'Entity.LegalJurisdiction',
  'Entity.EntityCategory',
  'Entity.LegalAddress.Country',
  'Entity.HeadquartersAddress.Country',
  'Entity.EntityStatus',
  'Registration.RegistrationStatus',
  ...SLOTS.map((slot) => `${OTHER_NAME}.${slot}`),
  ...SLOTS.map((slot) => `${TRANSLITERATED}.${slot}`),
]
const FIRST_NAME = ENTITY_COLUMNS.indexOf(`${OTHER_NAME}.1`)

const PERIOD = 'Relationship.Period'
const RELATION_COLUMNS = [
  'Relationship.StartNode.NodeID',
  'Relationship.EndNode.NodeID',
  'Relationship.RelationshipType',
  'Relationship.RelationshipStatus',
  'Registration.RegistrationStatus',
  'Registration.InitialRegistrationDate',
  'Registration.LastUpdateDate',
  ...SLOTS.flatMap((slot) => [
    `${PERIOD}.${slot}.periodType`,
    `${PERIOD}.${slot}.startDate`,
    `${PERIOD}.${slot}.endDate`,
  ]),
]
const FIRST_PERIOD = RELATION_COLUMNS.indexOf(`${PERIOD}.1.periodType`)

const EXCEPTION_COLUMNS = [
  'LEI',
  'Exception.Category',
  ...SLOTS.map((slot) => `Exception.Reason.${slot}`),
]

interface GleifColumns {
  /** Columns by which the format is recognised, and without which nothing can be read. */
  readonly required: readonly string[]
  readonly wanted: readonly string[]
}

export const GLEIF_COLUMNS: Readonly<Record<GleifFormat, GleifColumns>> = {
  'gleif-lei': { required: ['LEI', 'Entity.LegalName'], wanted: ENTITY_COLUMNS },
  'gleif-rr': { required: RELATION_COLUMNS.slice(0, 3), wanted: RELATION_COLUMNS },
  'gleif-repex': { required: ['LEI', 'Exception.Category'], wanted: EXCEPTION_COLUMNS },
}

/** @param values of `ENTITY_COLUMNS`, in their order */
export function entityOfRow(values: readonly string[]): EntityFields {
  const [lei, name, authority, number, jurisdiction, category] = values as Six
  const [legalCountry, headCountry, status, registration] = values.slice(6, 10) as Four
  let otherNames: string[] = NO_NAMES
  for (let at = FIRST_NAME; at < values.length; at += 1) {
    const other = values[at] as string
    if (other === '') continue
    if (otherNames === NO_NAMES) otherNames = [other]
    else otherNames.push(other)
  }
  return {
    lei,
    name,
    otherNames,
    authority,
    number,
    jurisdiction,
    category,
    legalCountry,
    headCountry,
    status,
    registration,
  }
}

type Four = [string, string, string, string]
type Six = [string, string, string, string, string, string]

const NO_NAMES: string[] = []

/** @param values of `RELATION_COLUMNS`, in their order */
export function relationOfRow(values: readonly string[]): RelationFields {
  const [below, above, type, status, registration, registered] = values as Six
  const periods = SLOTS.flatMap((_, slot) => {
    const first = FIRST_PERIOD + slot * 3
    const [kind = '', start = '', end = ''] = values.slice(first, first + 3)
    return kind === '' ? [] : [{ type: kind, start, end }]
  })
  const updated = values[6] as string
  return { below, above, type, periods, status, registration, registered, updated }
}

/** @param values of `EXCEPTION_COLUMNS`, in their order */
export function exceptionOfRow(values: readonly string[]): ExceptionFields {
  const [lei = '', category = '', ...reasons] = values
  return { lei, category, reasons: reasons.filter((reason) => reason !== '') }
}
