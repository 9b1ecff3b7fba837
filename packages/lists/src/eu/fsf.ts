import { attribute, child, children, textOf, wordTable, type XmlElement } from '@holdfast/records'
import type { EntryKind, ListEntry } from '../entry.ts'
import { EntryDraft, joined, oneLine } from '../entry_draft.ts'
import type { Intake } from '../intake.ts'
import { dayOf } from '../stated_date.ts'
import { xmlListReader } from '../xml/list.ts'
import { addBirth, addIdentification } from './details.ts'
import { addName } from './name.ts'
import { addRemark, countryOf } from './parts.ts'

const KINDS = wordTable<EntryKind>({
  person: 'person',
  p: 'person',
  enterprise: 'entity',
  e: 'entity',
  vessel: 'vessel',
})

const READ: ReadonlySet<string> = new Set(
  'remark regulation subjectType nameAlias citizenship birthdate identification address'.split(' '),
)

/**
 * Reads the list of financial sanctions of the European Union in XML (`xmlFullSanctionsList_1_1`,
 * namespace `http://eu.europa.ec/fpi/fsd/export`). Unproven on the issuer's file: built from the
 * published description of the format and short excerpts of it.
 *
 * The number of an entry is its euReferenceNumber (`EU.27.28`), or its logicalId where it has none;
 * the others stand in `otherIds`. Each regulation is a measure; the entry counts as listed from the
 * earliest of its designation and the regulations' days. The first strong name is the primary one,
 * since the list marks none. What is left out: logicalIds and the regulation of each part of an
 * entry, and the language in which that regulation was read.
 * Errors: those of `readXml`, `lists/record-missing` (number, subject type, name),
 * `lists/record-value` (subject type), `lists/duplicate-number`, `lists/no-entries`,
 * `lists/bad-published`.
 */
export const readEuXml = xmlListReader({
  list: 'eu-fsf',
  root: 'export',
  records: new Set(['sanctionEntity']),
  published: (root) => {
    const text = attribute(root, 'generationDate')
    return text === null ? null : (dayOf(text) ?? text)
  },
  entry: readEntry,
})

function readEntry(record: XmlElement, intake: Intake): ListEntry | null {
  const [reference, logical] = [
    attribute(record, 'euReferenceNumber'),
    attribute(record, 'logicalId'),
  ]
  const id = reference ?? logical
  if (id === null) return intake.missing(record.line, 'euReferenceNumber')
  const kind = kindOf(record, intake)
  if (kind === null) return null
  const draft = new EntryDraft(id, kind)
  for (const name of children(record, 'nameAlias')) addName(draft, name)
  if (draft.names.length === 0) return intake.missing(record.line, 'nameAlias')
  if (logical !== id) draft.add('otherIds', logical)
  draft.add('otherIds', attribute(record, 'unitedNationId'))
  draft.fact('designation details', oneLine(attribute(record, 'designationDetails')))
  for (const remark of children(record, 'remark')) draft.addRemarks(remark.text)
  addRegulations(draft, record, intake)
  for (const birth of children(record, 'birthdate')) addBirth(draft, birth, intake)
  for (const one of children(record, 'citizenship')) {
    draft.add(kind === 'person' ? 'citizenships' : 'countries', countryOf(one))
    addRemark(draft, 'citizenship remark', one)
  }
  for (const one of children(record, 'identification')) addIdentification(draft, one)
  for (const address of children(record, 'address')) addAddress(draft, address)
  for (const other of record.children) {
    if (!READ.has(other.name)) draft.fact(other.name, oneLine(other.text))
  }
  return draft.build()
}

function kindOf(record: XmlElement, intake: Intake): EntryKind | null {
  const subject = child(record, 'subjectType')
  const text = attribute(subject, 'code') ?? attribute(subject, 'classificationCode')
  if (text === null) return intake.missing(record.line, 'subjectType')
  return KINDS.get(text.toLowerCase()) ?? intake.unknown(record.line, 'subjectType', text)
}

function addRegulations(draft: EntryDraft, record: XmlElement, intake: Intake): void {
  const days: string[] = []
  const dayIn = (element: XmlElement, name: string): string | null => {
    const text = attribute(element, name)
    if (text === null) return null
    const day = dayOf(text)
    if (day === null) {
      intake.odd('lists/dates-not-read', element.line, text)
      draft.fact(name, text)
    } else {
      days.push(day)
    }
    return day
  }
  dayIn(record, 'designationDate')
  for (const regulation of children(record, 'regulation')) {
    const programme = attribute(regulation, 'programme')
    const basis = attribute(regulation, 'numberTitle')
    const published = dayIn(regulation, 'publicationDate')
    const since = dayIn(regulation, 'entryIntoForceDate') ?? published
    const source = textOf(regulation, 'publicationUrl')
    draft.add('programmes', programme)
    const measure = {
      ...(programme === null ? {} : { programme }),
      ...(basis === null ? {} : { basis }),
      ...(since === null ? {} : { since }),
      ...(source === null ? {} : { source }),
    }
    if (Object.keys(measure).length > 0) draft.add('measures', measure)
    addRemark(draft, 'regulation remark', regulation)
  }
  draft.set('listedOn', days.sort()[0] ?? null)
}

function addAddress(draft: EntryDraft, address: XmlElement): void {
  const part = (name: string): string | null => oneLine(attribute(address, name))
  const [street, city, region, postalCode] = ['street', 'city', 'region', 'zipCode'].map(part)
  const box = part('poBox')
  const text = joined(
    street ?? null,
    box === null ? null : `P.O. Box ${box}`,
    part('place'),
    city ?? null,
  )
  const country = countryOf(address)
  if (text !== null || country !== null || region || postalCode) {
    draft.add('addresses', {
      text: text ?? '',
      country: country === null ? '' : (part('countryDescription') ?? country),
      ...(city ? { city } : {}),
      ...(region ? { region } : {}),
      ...(postalCode ? { postalCode } : {}),
    })
  }
  for (const contact of children(address, 'contactInfo')) {
    draft.add('contacts', oneLine(attribute(contact, 'value')))
  }
  addRemark(draft, 'address remark', address)
}
