/**
 * What the list of the United Kingdom states of one party, before it is understood: the same for
 * its CSV and its XML. Texts are as printed, without the white space around them, never empty.
 */
export interface UkRecord {
  readonly id: string
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  readonly kind: string
  readonly names: readonly UkName[]
  readonly otherScripts: readonly UkOtherScript[]
  readonly addresses: readonly UkAddress[]
  readonly births: readonly UkBirthPlace[]
  readonly passports: readonly UkDocument[]
  readonly nationalIds: readonly UkDocument[]
  /** All that is a text, or several, by its field. */
  readonly texts: Readonly<Record<UkField, readonly string[]>>
}

export interface UkName {
  /** Name 1 to Name 6; the last is the family name, or the whole name of what is no person. */
  readonly parts: readonly string[]
  readonly type: string
  readonly strength: string
  readonly line: number
}

export interface UkOtherScript {
  readonly text: string
  readonly script: string
  readonly language: string
}

export interface UkAddress {
  /** Address line 1 to 6. */
  readonly lines: readonly string[]
  readonly postalCode: string
  readonly country: string
}

export interface UkBirthPlace {
  readonly town: string
  readonly country: string
}

export interface UkDocument {
  readonly number: string
  readonly information: string
}

/** The fields that are texts: the column of the CSV, the element of the XML. */
export const UK_FIELDS = {
  group: ['OFSI Group ID', 'OFSIGroupID'],
  unReference: ['UN Reference Number', 'UNReferenceNumber'],
  title: ['Title', 'Title'],
  regime: ['Regime Name', 'RegimeName'],
  source: ['Designation source', 'DesignationSource'],
  sanctions: ['Sanctions Imposed', 'SanctionsImposed'],
  information: ['Other Information', 'OtherInformation'],
  reasons: ['UK Statement of Reasons', 'UKStatementofReasons'],
  phone: ['Phone number', 'PhoneNumber'],
  website: ['Website', 'Website'],
  email: ['Email address', 'EmailAddress'],
  designated: ['Date Designated', 'DateDesignated'],
  updated: ['Last Updated', 'LastUpdated'],
  birth: ['D.O.B', 'DOB'],
  nationality: ['Nationality(/ies)', 'Nationality'],
  position: ['Position', 'Position'],
  gender: ['Gender', 'Gender'],
  entityType: ['Type of entity', 'TypeOfEntity'],
  subsidiary: ['Subsidiaries', 'Subsidiary'],
  parent: ['Parent company', 'ParentCompany'],
  registration: ['Business registration number (s)', 'BusinessRegistrationNumber'],
  imo: ['IMO number', 'IMONumber'],
  owner: ['Current owner/operator (s)', 'CurrentOwnerOperator'],
  formerOwner: ['Previous owner/operator (s)', 'PreviousOwnerOperator'],
  flag: ['Current believed flag of ship', 'CurrentBelievedFlagOfShip'],
  formerFlag: ['Previous flags', 'PreviousFlag'],
  shipType: ['Type of ship', 'TypeOfShip'],
  tonnage: ['Tonnage of ship', 'TonnageOfShip'],
  length: ['Length of ship', 'LengthOfShip'],
  built: ['Year Built', 'YearBuilt'],
  hull: ['Hull identification number (HIN)', 'HullIdentificationNumber'],
} as const satisfies Readonly<Record<string, readonly [column: string, element: string]>>

export type UkField = keyof typeof UK_FIELDS
