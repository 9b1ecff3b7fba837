/** GLEIF's records in XML: LEI-CDF 2.1 and 3.1, RR-CDF and reporting exceptions 1.1 and 2.1. */
import { child, children, itemsOf, textOf, type XmlElement } from '@holdfast/records'
import type { EntityFields, ExceptionFields, RelationFields } from './fields.ts'

export function entityOfXml(record: XmlElement): EntityFields {
  const entity = child(record, 'Entity')
  const authority = child(entity, 'RegistrationAuthority')
  return {
    lei: text(record, 'LEI'),
    name: text(entity, 'LegalName'),
    otherNames: [
      ...texts(itemsOf(entity, 'OtherEntityNames', 'OtherEntityName')),
      ...texts(itemsOf(entity, 'TransliteratedOtherEntityNames', 'TransliteratedOtherEntityName')),
    ],
    authority: text(authority, 'RegistrationAuthorityID'),
    number: text(authority, 'RegistrationAuthorityEntityID'),
    jurisdiction: text(entity, 'LegalJurisdiction'),
    category: text(entity, 'EntityCategory'),
    legalCountry: text(child(entity, 'LegalAddress'), 'Country'),
    headCountry: text(child(entity, 'HeadquartersAddress'), 'Country'),
    status: text(entity, 'EntityStatus'),
    registration: text(child(record, 'Registration'), 'RegistrationStatus'),
  }
}

export function relationOfXml(record: XmlElement): RelationFields {
  const relation = child(record, 'Relationship')
  const registration = child(record, 'Registration')
  return {
    below: text(child(relation, 'StartNode'), 'NodeID'),
    above: text(child(relation, 'EndNode'), 'NodeID'),
    type: text(relation, 'RelationshipType'),
    periods: itemsOf(relation, 'RelationshipPeriods', 'RelationshipPeriod').map((period) => ({
      type: text(period, 'PeriodType'),
      start: text(period, 'StartDate'),
      end: text(period, 'EndDate'),
    })),
    status: text(relation, 'RelationshipStatus'),
    registration: text(registration, 'RegistrationStatus'),
    registered: text(registration, 'InitialRegistrationDate'),
    updated: text(registration, 'LastUpdateDate'),
  }
}

export function exceptionOfXml(record: XmlElement): ExceptionFields {
  return {
    lei: text(record, 'LEI'),
    category: text(record, 'ExceptionCategory'),
    reasons: texts(children(record, 'ExceptionReason')),
  }
}

function text(element: XmlElement | null, name: string): string {
  return textOf(element, name) ?? ''
}

function texts(elements: readonly XmlElement[]): readonly string[] {
  return elements.flatMap((element) => (element.text === '' ? [] : [element.text]))
}
