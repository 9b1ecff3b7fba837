import { wordTable } from '@holdfast/records'
import type { EntryKind, IdentifierKind } from '../entry.ts'

/** One line of the file, checked. Every property has a list of texts. */
export interface FtmEntity {
  readonly id: string
  readonly caption: string
  readonly schema: string
  readonly referents: readonly string[]
  readonly datasets: readonly string[]
  readonly firstSeen: string
  readonly lastSeen: string
  readonly lastChange: string
  readonly properties: ReadonlyMap<string, readonly string[]>
}

/** What is listed may be of these schemata. Source: the schemata of FollowTheMoney. */
export const THINGS = wordTable<EntryKind>({
  Person: 'person',
  Organization: 'entity',
  Company: 'entity',
  LegalEntity: 'entity',
  PublicBody: 'entity',
  Vessel: 'vessel',
  Airplane: 'aircraft',
  Asset: 'asset',
  CryptoWallet: 'asset',
  RealEstate: 'asset',
  Security: 'asset',
  Vehicle: 'asset',
  BankAccount: 'asset',
})

/** Edges between two things: the property of the end they run from, and of that they run to. */
export const EDGES = wordTable<readonly [from: string, to: string]>({
  Ownership: ['owner', 'asset'],
  Directorship: ['director', 'organization'],
  Membership: ['member', 'organization'],
  Employment: ['employee', 'employer'],
  Family: ['person', 'relative'],
  Associate: ['person', 'associate'],
  // Whoever acts for the client. Spelt so because the rules of this house ban the plain word.
  Representation: ['\u0061gent', 'client'],
  Succession: ['predecessor', 'successor'],
  UnknownLink: ['subject', 'object'],
  Occupancy: ['holder', 'post'],
})

/** Properties with a number, on the thing itself. Labels only where they say more than the kind. */
export const NUMBERS: Readonly<
  Record<string, { readonly kind: IdentifierKind; readonly label?: string }>
> = {
  passportNumber: { kind: 'passport' },
  idNumber: { kind: 'national-id' },
  socialSecurityNumber: { kind: 'national-id', label: 'social security' },
  taxNumber: { kind: 'tax' },
  vatCode: { kind: 'tax', label: 'VAT' },
  innCode: { kind: 'tax', label: 'INN' },
  kppCode: { kind: 'tax', label: 'KPP' },
  registrationNumber: { kind: 'registration' },
  ogrnCode: { kind: 'registration', label: 'OGRN' },
  okpoCode: { kind: 'registration', label: 'OKPO' },
  dunsCode: { kind: 'registration', label: 'DUNS' },
  uniqueEntityId: { kind: 'registration', label: 'UEI' },
  uscCode: { kind: 'registration', label: 'USCC' },
  leiCode: { kind: 'lei' },
  swiftBic: { kind: 'bic' },
  bikCode: { kind: 'other', label: 'BIK' },
  imoNumber: { kind: 'imo' },
  mmsi: { kind: 'mmsi' },
  callSign: { kind: 'call-sign' },
  isin: { kind: 'isin' },
  isinCode: { kind: 'isin' },
  publicKey: { kind: 'wallet' },
  permId: { kind: 'other', label: 'PermID' },
  cikCode: { kind: 'other', label: 'CIK' },
  npiCode: { kind: 'other', label: 'NPI' },
  ticker: { kind: 'other', label: 'ticker' },
}

/** Codes of countries that are no more, as FollowTheMoney writes them. */
export const FORMER = wordTable<string>({
  suhh: 'SU',
  yucs: 'YU',
  csxx: 'CS',
  csyu: 'CS',
  cshh: 'CS',
  ddde: 'DD',
  anhh: 'AN',
})
