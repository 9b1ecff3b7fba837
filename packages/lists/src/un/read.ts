import {
  attribute,
  children,
  itemsOf,
  nationalitiesOf,
  textOf,
  wordTable,
  type XmlElement,
} from '@holdfast/records'
import type { EntryKind, ListEntry } from '../entry.ts'
import { EntryDraft, joined, oneLine } from '../entry_draft.ts'
import type { Intake } from '../intake.ts'
import { dayOf } from '../stated_date.ts'
import { xmlListReader } from '../xml/list.ts'
import { addBirth, addBirthPlace } from './birth.ts'
import { addDocument } from './document.ts'
import { addNames } from './names.ts'

const KINDS = wordTable<EntryKind>({ INDIVIDUAL: 'person', ENTITY: 'entity' })

/** Elements that are read below, and those that say nothing of the party: counters, sort keys. */
const READ: ReadonlySet<string> = new Set(
  `DATAID VERSIONNUM SORT_KEY SORT_KEY_LAST_MOD FIRST_NAME SECOND_NAME THIRD_NAME FOURTH_NAME
  UN_LIST_TYPE REFERENCE_NUMBER LISTED_ON GENDER COMMENTS1 NAME_ORIGINAL_SCRIPT TITLE DESIGNATION
  NATIONALITY LIST_TYPE LAST_DAY_UPDATED INDIVIDUAL_ALIAS ENTITY_ALIAS INDIVIDUAL_ADDRESS
  ENTITY_ADDRESS INDIVIDUAL_DATE_OF_BIRTH INDIVIDUAL_PLACE_OF_BIRTH INDIVIDUAL_DOCUMENT`.split(
    /\s+/,
  ),
)

/**
 * Reads the consolidated list of the UN Security Council in XML (`sc-sanctions.xsd`), proven on
 * the issuer's files of 2020 and 2026.
 *
 * The number of an entry is its REFERENCE_NUMBER (`QDi.328`); the DATAID stands in `otherIds`. The
 * programme is the UN_LIST_TYPE; a list type that vanishes is no error, since regimes end. Empty
 * elements, which stand everywhere, state nothing. The file proves its end by its root's end tag.
 * Errors: those of `readXml`, `lists/record-missing` (reference number, list type, name),
 * `lists/duplicate-number`, `lists/no-entries`, `lists/bad-published`.
 */
export const readUnXml = xmlListReader({
  list: 'un-sc',
  root: 'CONSOLIDATED_LIST',
  records: new Set(KINDS.keys()),
  published: (root) => {
    const text = attribute(root, 'dateGenerated')
    return text === null ? null : (dayOf(text) ?? text)
  },
  entry: readEntry,
})

function readEntry(record: XmlElement, intake: Intake): ListEntry | null {
  const id = textOf(record, 'REFERENCE_NUMBER')
  if (id === null) return intake.missing(record.line, 'REFERENCE_NUMBER')
  const programme = textOf(record, 'UN_LIST_TYPE')
  if (programme === null) return intake.missing(record.line, 'UN_LIST_TYPE')
  const draft = new EntryDraft(id, KINDS.get(record.name) as EntryKind)
  addNames(draft, record, intake)
  if (draft.names.length === 0) return intake.missing(record.line, 'FIRST_NAME')
  draft.add('programmes', programme)
  draft.add('otherIds', textOf(record, 'DATAID'))
  addComments(draft, textOf(record, 'COMMENTS1'))
  for (const title of itemsOf(record, 'TITLE', 'VALUE')) draft.add('titles', oneLine(title.text))
  for (const one of itemsOf(record, 'DESIGNATION', 'VALUE')) {
    draft.add('positions', oneLine(one.text))
  }
  for (const nationality of itemsOf(record, 'NATIONALITY', 'VALUE')) {
    const text = oneLine(nationality.text)
    // `na` is written where nothing is known.
    if (text === null || text.toLowerCase() === 'na') continue
    for (const country of nationalitiesOf(text)) draft.add('nationalities', country)
  }
  for (const kind of itemsOf(record, 'LIST_TYPE', 'VALUE')) {
    if (kind.text !== 'UN List') draft.fact('list type', oneLine(kind.text))
  }
  addGender(draft, textOf(record, 'GENDER'))
  addDays(draft, record, intake)
  for (const birth of children(record, 'INDIVIDUAL_DATE_OF_BIRTH')) addBirth(draft, birth, intake)
  for (const place of children(record, 'INDIVIDUAL_PLACE_OF_BIRTH')) addBirthPlace(draft, place)
  for (const document of children(record, 'INDIVIDUAL_DOCUMENT')) addDocument(draft, document)
  for (const one of children(record, `${record.name}_ADDRESS`)) addAddress(draft, one)
  for (const other of record.children) {
    if (!READ.has(other.name)) draft.fact(other.name, oneLine(allText(other)))
  }
  return draft.build()
}

/** Comments name other parties by their numbers: `a member of Al-Qaida (QDe.004)`. */
function addComments(draft: EntryDraft, comments: string | null): void {
  draft.addRemarks(comments)
  for (const [number] of comments?.matchAll(/\b[A-Z]{2}[ie]\.\d{3}\b/g) ?? []) {
    if (number === draft.id) continue
    draft.add('links', { kind: 'named in the comments', name: number, entry: number })
  }
}

function addGender(draft: EntryDraft, text: string | null): void {
  const gender = text?.toLowerCase()
  if (gender === 'male' || gender === 'female') draft.set('gender', gender)
  else draft.fact('gender', text)
}

/** The last of the days of update; the earlier ones are history that only this list tells. */
function addDays(draft: EntryDraft, record: XmlElement, intake: Intake): void {
  const listed = textOf(record, 'LISTED_ON')
  if (listed !== null) {
    const day = dayOf(listed)
    if (day === null) dateNotRead(draft, intake, record.line, 'listed on', listed)
    draft.set('listedOn', day)
  }
  const updates: string[] = []
  for (const { text, line } of itemsOf(record, 'LAST_DAY_UPDATED', 'VALUE')) {
    if (text === '') continue
    const day = dayOf(text)
    if (day === null) dateNotRead(draft, intake, line, 'last updated', text)
    else updates.push(day)
  }
  updates.sort()
  draft.set('modifiedOn', updates.at(-1) ?? null)
  if (updates.length > 1) draft.fact('earlier updates', updates.slice(0, -1).join('; '))
}

function dateNotRead(
  draft: EntryDraft,
  intake: Intake,
  line: number,
  label: string,
  text: string,
): void {
  intake.odd('lists/dates-not-read', line, text)
  draft.fact(label, oneLine(text))
}

function addAddress(draft: EntryDraft, address: XmlElement): void {
  const part = (name: string): string | null => oneLine(textOf(address, name))
  const [street, city, region] = [part('STREET'), part('CITY'), part('STATE_PROVINCE')]
  const [postalCode, country, note] = [part('ZIP_CODE'), part('COUNTRY'), part('NOTE')]
  const where = joined(street, city, region, postalCode, country)
  if (where !== null) {
    draft.add('addresses', {
      text: joined(street, city) ?? '',
      country: country ?? '',
      ...(city === null ? {} : { city }),
      ...(region === null ? {} : { region }),
      ...(postalCode === null ? {} : { postalCode }),
    })
  }
  draft.fact('address note', where === null || note === null ? note : `${where}: ${note}`)
}

function allText(element: XmlElement): string {
  return [element.text, ...element.children.map(allText)].filter((text) => text !== '').join('; ')
}
