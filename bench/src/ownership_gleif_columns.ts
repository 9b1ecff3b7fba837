/** The columns of GLEIF's golden copies in CSV, in the order of the real files. */

const FIVE = [1, 2, 3, 4, 5] as const

const ADDRESS = [
  'FirstAddressLine',
  'AddressNumber',
  'AddressNumberWithinBuilding',
  'MailRouting',
  'AdditionalAddressLine.1',
  'AdditionalAddressLine.2',
  'AdditionalAddressLine.3',
  'City',
  'Region',
  'Country',
  'PostalCode',
]

const EVENT = [
  'group_type',
  'event_status',
  'LegalEntityEventType',
  'LegalEntityEventEffectiveDate',
  'LegalEntityEventRecordedDate',
  'ValidationDocuments',
  'ValidationReference',
  'group_id',
  'group_sequence_no',
  ...FIVE.flatMap((n) => [`AffectedFields.${n}`, `AffectedFields.${n}.field_xpath`]),
]

function five(path: string, parts: readonly string[]): string[] {
  return FIVE.flatMap((n) =>
    parts.map((part) => (part === '' ? `${path}.${n}` : `${path}.${n}.${part}`)),
  )
}

/** Level 1: 338 columns. */
export const LEVEL_1: readonly string[] = [
  'LEI',
  'Entity.LegalName',
  'Entity.LegalName.xmllang',
  ...five('Entity.OtherEntityNames.OtherEntityName', ['', 'xmllang', 'type']),
  ...five('Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName', [
    '',
    'xmllang',
    'type',
  ]),
  ...['xmllang', ...ADDRESS].map((part) => `Entity.LegalAddress.${part}`),
  ...['xmllang', ...ADDRESS].map((part) => `Entity.HeadquartersAddress.${part}`),
  ...five('Entity.OtherAddresses.OtherAddress', ['xmllang', 'type', ...ADDRESS]),
  ...five('Entity.TransliteratedOtherAddresses.TransliteratedOtherAddress', [
    'xmllang',
    'type',
    ...ADDRESS,
  ]),
  'Entity.RegistrationAuthority.RegistrationAuthorityID',
  'Entity.RegistrationAuthority.OtherRegistrationAuthorityID',
  'Entity.RegistrationAuthority.RegistrationAuthorityEntityID',
  'Entity.LegalJurisdiction',
  'Entity.EntityCategory',
  'Entity.EntitySubCategory',
  'Entity.LegalForm.EntityLegalFormCode',
  'Entity.LegalForm.OtherLegalForm',
  'Entity.AssociatedEntity.type',
  'Entity.AssociatedEntity.AssociatedLEI',
  'Entity.AssociatedEntity.AssociatedEntityName',
  'Entity.AssociatedEntity.AssociatedEntityName.xmllang',
  'Entity.EntityStatus',
  'Entity.EntityCreationDate',
  'Entity.EntityExpirationDate',
  'Entity.EntityExpirationReason',
  ...five('Entity.SuccessorEntity', [
    'SuccessorLEI',
    'SuccessorEntityName',
    'SuccessorEntityName.xmllang',
  ]),
  ...five('Entity.LegalEntityEvents.LegalEntityEvent', EVENT),
  'Registration.InitialRegistrationDate',
  'Registration.LastUpdateDate',
  'Registration.RegistrationStatus',
  'Registration.NextRenewalDate',
  'Registration.ManagingLOU',
  'Registration.ValidationSources',
  'Registration.ValidationAuthority.ValidationAuthorityID',
  'Registration.ValidationAuthority.OtherValidationAuthorityID',
  'Registration.ValidationAuthority.ValidationAuthorityEntityID',
  ...five('Registration.OtherValidationAuthorities.OtherValidationAuthority', [
    'ValidationAuthorityID',
    'OtherValidationAuthorityID',
    'ValidationAuthorityEntityID',
  ]),
  'ConformityFlag',
]

/** Level 2: who consolidates whom. */
export const LEVEL_2: readonly string[] = [
  'Relationship.StartNode.NodeID',
  'Relationship.StartNode.NodeIDType',
  'Relationship.EndNode.NodeID',
  'Relationship.EndNode.NodeIDType',
  'Relationship.RelationshipType',
  'Relationship.RelationshipStatus',
  ...five('Relationship.Period', ['startDate', 'endDate', 'periodType']),
  ...five('Relationship.Qualifiers', ['QualifierDimension', 'QualifierCategory']),
  ...five('Relationship.Quantifiers', ['MeasurementMethod', 'QuantifierAmount', 'QuantifierUnits']),
  'Registration.InitialRegistrationDate',
  'Registration.LastUpdateDate',
  'Registration.RegistrationStatus',
  'Registration.NextRenewalDate',
  'Registration.ManagingLOU',
  'Registration.ValidationSources',
  'Registration.ValidationDocuments',
  'Registration.ValidationReference',
]

/** Reporting exceptions. */
export const EXCEPTIONS: readonly string[] = [
  'LEI',
  'Exception.Category',
  ...five('Exception.Reason', ['']),
  ...five('Exception.Reference', ['']),
]
