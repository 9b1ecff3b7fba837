/** What schemata of FollowTheMoney are to ownership. */
import { wordTable } from '@holdfast/records'
import type { PartyKind } from '../records.ts'

/** Schemata of parties, and of things that are owned. */
export const PARTIES = wordTable<PartyKind>({
  Company: 'organisation',
  Organization: 'organisation',
  LegalEntity: 'unknown',
  PublicBody: 'state',
  Person: 'person',
  Asset: 'unknown',
  Vessel: 'unknown',
  Airplane: 'unknown',
  Vehicle: 'unknown',
  RealEstate: 'unknown',
  Security: 'unknown',
  CryptoWallet: 'unknown',
})

/** Schemes of numbers by property, with the length that makes it a number of organisations. */
export const NUMBERS: readonly (readonly [string, string])[] = [
  ['ogrnCode', 'ru-ogrn'],
  ['innCode', 'ru-inn'],
  ['uniqueEntityId', 'us-uei'],
  ['sirenCode', 'fr-siren'],
]

/** Kinds of company numbers in the UK: eight digits, or two letters and six digits. */
export const UK_NUMBER = /^(?:\d{7,8}|[A-Z]{2}\d{6})$/
