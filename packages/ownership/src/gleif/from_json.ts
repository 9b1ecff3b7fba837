/**
 * GLEIF's records in JSON: as the golden copies have them, made of the XML with each text in an
 * object (`{"LEI": {"$": "…"}}`), and as flat extracts have them (`{"LEI": "…"}`).
 */
import type { JsonRecord } from '@holdfast/records'
import type { EntityFields, ExceptionFields, RelationFields } from './fields.ts'

/** Objects that only wrap a record. */
const WRAPPERS = ['LEIRecord', 'RelationshipRecord', 'Exception', 'ReportingException'] as const

/** A record without what wraps it. */
export function unwrapped(record: JsonRecord): JsonRecord {
  for (const wrapper of WRAPPERS) {
    const inner = objectIn(record, wrapper)
    if (inner !== null) return inner
  }
  return record
}

/** Null for a record of another kind. */
export function entityOfJson(record: JsonRecord): EntityFields | null {
  const entity = objectIn(record, 'Entity')
  if (entity === null) return null
  const authority = objectIn(entity, 'RegistrationAuthority')
  return {
    lei: textIn(record, 'LEI'),
    name: textIn(entity, 'LegalName'),
    otherNames: [
      ...textsIn(entity, 'OtherEntityNames', 'OtherEntityName'),
      ...textsIn(entity, 'TransliteratedOtherEntityNames', 'TransliteratedOtherEntityName'),
    ],
    authority: textIn(authority, 'RegistrationAuthorityID'),
    number: textIn(authority, 'RegistrationAuthorityEntityID'),
    jurisdiction: textIn(entity, 'LegalJurisdiction'),
    category: textIn(entity, 'EntityCategory'),
    legalCountry: textIn(objectIn(entity, 'LegalAddress'), 'Country'),
    headCountry: textIn(objectIn(entity, 'HeadquartersAddress'), 'Country'),
    status: textIn(entity, 'EntityStatus'),
    registration: textIn(objectIn(record, 'Registration'), 'RegistrationStatus'),
  }
}

/** Null for a record of another kind. */
export function relationOfJson(record: JsonRecord): RelationFields | null {
  const relation = objectIn(record, 'Relationship')
  if (relation === null) return null
  const registration = objectIn(record, 'Registration')
  return {
    below: textIn(objectIn(relation, 'StartNode'), 'NodeID'),
    above: textIn(objectIn(relation, 'EndNode'), 'NodeID'),
    type: textIn(relation, 'RelationshipType'),
    periods: itemsIn(relation, 'RelationshipPeriods', 'RelationshipPeriod').map((item) => ({
      type: textIn(objectOf(item), 'PeriodType'),
      start: textIn(objectOf(item), 'StartDate'),
      end: textIn(objectOf(item), 'EndDate'),
    })),
    status: textIn(relation, 'RelationshipStatus'),
    registration: textIn(registration, 'RegistrationStatus'),
    registered: textIn(registration, 'InitialRegistrationDate'),
    updated: textIn(registration, 'LastUpdateDate'),
  }
}

/** Null for a record of another kind. */
export function exceptionOfJson(record: JsonRecord): ExceptionFields | null {
  if (!Object.hasOwn(record, 'ExceptionCategory')) return null
  const reasons = valueIn(record, 'ExceptionReason')
  const all = Array.isArray(reasons) ? reasons : [reasons]
  return {
    lei: textIn(record, 'LEI'),
    category: textIn(record, 'ExceptionCategory'),
    reasons: all.map(textOf).filter((reason) => reason !== ''),
  }
}

function valueIn(record: JsonRecord | null, key: string): unknown {
  return record !== null && Object.hasOwn(record, key) ? record[key] : undefined
}

function objectOf(value: unknown): JsonRecord | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as JsonRecord) : null
}

function objectIn(record: JsonRecord | null, key: string): JsonRecord | null {
  return objectOf(valueIn(record, key))
}

/** The text of a value, or of the object that holds it beside its attributes; empty without. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  const inner = objectOf(value)
  return inner === null ? '' : textOf(valueIn(inner, '$'))
}

function textIn(record: JsonRecord | null, key: string): string {
  return textOf(valueIn(record, key))
}

/** The items of a list, which stands under `list`, or within it under `item`. */
function itemsIn(record: JsonRecord, list: string, item: string): readonly unknown[] {
  const value = valueIn(record, list)
  const inner = objectOf(value)
  const items = inner !== null && Object.hasOwn(inner, item) ? inner[item] : value
  if (Array.isArray(items)) return items
  return items === undefined || items === null ? [] : [items]
}

function textsIn(record: JsonRecord, list: string, item: string): readonly string[] {
  return itemsIn(record, list, item).flatMap((one) => {
    const text = textOf(one) || textIn(objectOf(one), item)
    return text === '' ? [] : [text]
  })
}
