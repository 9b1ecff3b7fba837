import { wordTable } from '@holdfast/records'
import type { EntryKind, IdentifierKind } from '../entry.ts'

/** Whether a file holds the state of a framework act or the changes by one amending act. */
export type JournalFileKind = 'consolidated' | 'amendments'

/** The columns behind the act's number, the same in both kinds of file, in their order. */
const SHARED =
  'recordId programKey annex measure startDate reason schema name alias weakAlias previousName ' +
  'country nationality jurisdiction birthDate birthPlace position passportNumber gender ' +
  'appearance ethnicity fatherName motherName incorporationDate legalForm sector ' +
  'registrationNumber taxNumber idNumber innCode ogrnCode kppCode okpoCode leiCode swiftBic ' +
  'ticker imoNumber mmsi flag address phone email website notes'

/** All columns that a file of each kind has. Source: FORMAT.md of the tables. */
export const JOURNAL_COLUMNS: Readonly<Record<JournalFileKind, readonly string[]>> = {
  consolidated: ['celex', ...SHARED.split(' ')],
  amendments: ['amendedCelex', 'amendmentCelex', ...SHARED.split(' ')],
}

/** Columns that say where and how somebody is designated, and not who it is. */
export const JOURNAL_CONTEXT: ReadonlySet<string> = new Set([
  'celex',
  'amendedCelex',
  'amendmentCelex',
  'recordId',
  'programKey',
  'annex',
  'measure',
  'startDate',
  'reason',
])

export const JOURNAL_KINDS = wordTable<EntryKind>({
  Person: 'person',
  LegalEntity: 'entity',
  Organization: 'entity',
  Company: 'entity',
  Vessel: 'vessel',
  Asset: 'asset',
})

export const JOURNAL_IDENTIFIERS: Readonly<
  Record<string, { readonly kind: IdentifierKind; readonly label?: string }>
> = {
  passportNumber: { kind: 'passport' },
  idNumber: { kind: 'national-id' },
  taxNumber: { kind: 'tax' },
  innCode: { kind: 'tax', label: 'INN' },
  kppCode: { kind: 'tax', label: 'KPP' },
  registrationNumber: { kind: 'registration' },
  ogrnCode: { kind: 'registration', label: 'OGRN' },
  okpoCode: { kind: 'registration', label: 'OKPO' },
  leiCode: { kind: 'lei' },
  swiftBic: { kind: 'bic' },
  imoNumber: { kind: 'imo' },
  mmsi: { kind: 'mmsi' },
  ticker: { kind: 'other', label: 'ticker' },
}
