import { wordTable } from '@holdfast/records'
import type { IdentifierKind } from '../entry.ts'
import { type EntryDraft, oneLine } from '../entry_draft.ts'
import type { UkDocument, UkRecord } from './record.ts'

/** What a registration number may begin with, and what it then is. */
const PREFIXES = wordTable<IdentifierKind>({
  INN: 'tax',
  TIN: 'tax',
  UNP: 'tax',
  EDRPOU: 'registration',
  KPP: 'registration',
  OGRN: 'registration',
  OKPO: 'registration',
  LEI: 'lei',
  SWIFT: 'bic',
  BIC: 'bic',
})

const PREFIXED = /^([A-Za-z]{3,6})(?:\/BIC)?(?:\s+code|\s+number)?\s*[:\s]\s*([\dA-Z]{6,20})$/

const DOUBTFUL = /fals|fraud|forged|counterfeit|cancel|revoked|stolen|lost|expired/i

/** Passports, national numbers, registrations, IMO and hull numbers. */
export function addIdentifiers(draft: EntryDraft, record: UkRecord): void {
  for (const document of record.passports) addDocument(draft, 'passport', document)
  for (const document of record.nationalIds) addDocument(draft, 'national-id', document)
  for (const text of record.texts.registration) addRegistration(draft, text)
  for (const text of record.texts.imo) {
    draft.add('identifiers', { kind: 'imo', number: text.replace(/^IMO[\s:]*/i, '') })
  }
  for (const number of record.texts.hull) {
    draft.add('identifiers', { kind: 'other', number, label: 'hull identification number' })
  }
}

function addDocument(draft: EntryDraft, kind: IdentifierKind, document: UkDocument): void {
  const [number, information] = [oneLine(document.number), oneLine(document.information)]
  if (number === null) {
    draft.fact(kind === 'passport' ? 'passport' : 'national identifier', information)
    return
  }
  const doubtful = DOUBTFUL.test(information ?? '') ? { doubtful: true as const } : {}
  draft.add('identifiers', { kind, number, ...doubtful })
  if (information !== null) draft.fact('document note', `${number}: ${information}`)
}

/**
 * `INN: 7710137066` says what it is; several on lines of their own are several. What is not of this
 * form stays as printed.
 */
function addRegistration(draft: EntryDraft, text: string): void {
  const pieces = text
    .split(/[\n;]+/)
    .map((piece) => oneLine(piece))
    .filter((piece) => piece !== null)
  const known = pieces.map((piece) => {
    const [, prefix = '', number = ''] = PREFIXED.exec(piece) ?? []
    const kind = PREFIXES.get(prefix.toUpperCase())
    return kind === undefined ? null : { kind, number, label: prefix }
  })
  for (const [at, piece] of pieces.entries()) {
    draft.add('identifiers', known[at] ?? { kind: 'registration', number: piece })
  }
}
