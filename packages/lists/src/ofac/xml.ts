import type { Result } from '@holdfast/kernel'
import { failed } from '@holdfast/kernel'
import {
  type ByteSource,
  child,
  Findings,
  itemsOf,
  lineOf,
  readXml,
  textOf,
  wordTable,
  type XmlElement,
} from '@holdfast/records'
import type { Address, EntryKind, ListEntry, ListedName, ListHead, NameKind } from '../entry.ts'
import { Intake } from '../intake.ts'
import type { EntrySink, ReadOptions } from '../reading.ts'
import { stateParticulars } from './columns.ts'
import { americanDay } from './dates.ts'
import type { Details } from './details.ts'
import { state } from './details.ts'
import { labelOf } from './labels.ts'
import { NameIndex, resolveLinks } from './links.ts'
import type { OfacListId } from './list_id.ts'
import { ListGuess } from './list_id.ts'
import { numbered, readStatements } from './statements.ts'

/** What OFAC's XML files do not state of themselves. */
export interface OfacXmlOptions extends ReadOptions {
  /** Which list it is; told by the file unless stated. */
  readonly list?: OfacListId | undefined
}

const ROOTS: ReadonlySet<string> = new Set(['sdnList'])
const HEAD = 'publshInformation'
const RECORDS: ReadonlySet<string> = new Set(['sdnEntry', HEAD])

const KINDS = wordTable<EntryKind>({
  individual: 'person',
  entity: 'entity',
  vessel: 'vessel',
  aircraft: 'aircraft',
})
const NAME_KINDS = wordTable<NameKind>({
  'a.k.a.': 'aka',
  'f.k.a.': 'fka',
  'n.k.a.': 'nka',
})
const QUALITIES = wordTable<ListedName['quality']>({
  strong: 'strong',
  weak: 'weak',
})
const BIRTH = labelOf('DOB')
const BIRTH_PLACE = labelOf('POB')
const NATIONALITY = labelOf('nationality')
const CITIZENSHIP = labelOf('citizen')

/**
 * Reads SDN.XML or CONSOLIDATED.XML: root `sdnList`, one `sdnEntry` for each entry, in any
 * namespace. The number of entries is held against the file's own Record_Count.
 *
 * The file is read twice: Remarks link entries by name, and a name may stand behind the link. So
 * memory is that of the names, and time is linear in the file, two readings of it.
 *
 * Read whole from the issuer: CONSOLIDATED.XML of 2025-03-28. SDN.XML has the same schema and is
 * unproven on the issuer's file.
 */
export function readOfacXml(
  source: ByteSource,
  sink: EntrySink,
  options: OfacXmlOptions = {},
): Result<ListHead> {
  const first = new Findings()
  const survey = surveyOf(source, first)
  if (survey === null || first.fatal) return failed(first.diagnostics())
  const intake = new Intake(options.list ?? survey.guess.id, source.name, sink)
  const question = {
    roots: ROOTS,
    records: RECORDS,
    take: (record: XmlElement): void => {
      if (record.name === HEAD) return
      const entry = entryOf(record, survey.names, intake)
      if (entry !== null) intake.take(entry, record.line)
    },
  }
  readXml(source, question, intake.found)
  const published = intake.published(publishedOn(survey.head, intake), options)
  const counted = holdCount(survey, intake)
  return intake.close(published, counted, options)
}

/** What must be known before the first entry is made. */
interface Survey {
  readonly names: NameIndex
  readonly guess: ListGuess
  readonly head: XmlElement | null
  readonly entries: number
}

function surveyOf(source: ByteSource, found: Findings): Survey | null {
  const names = new NameIndex()
  const guess = new ListGuess()
  let head: XmlElement | null = null
  let entries = 0
  const take = (record: XmlElement): void => {
    if (record.name === HEAD) {
      head ??= record
      return
    }
    entries += 1
    const id = textOf(record, 'uid') ?? ''
    names.addPrimary(nameOf(record), id)
    for (const aka of itemsOf(record, 'akaList', 'aka')) names.addAlias(nameOf(aka), id)
    guess.take(itemsOf(record, 'programList', 'program').map(({ text }) => text))
  }
  const root = readXml(source, { roots: ROOTS, records: RECORDS, take }, found)
  return root === null ? null : { names, guess, head, entries }
}

function publishedOn(head: XmlElement | null, intake: Intake): string | null {
  const text = textOf(head, 'Publish_Date')
  if (text === null) return null
  const day = americanDay(text)
  if (day === null) intake.unknown(head?.line ?? 1, 'Publish_Date', text)
  return day
}

/** Whether the file states how many entries it has, and has as many. */
function holdCount(survey: Survey, { file, found }: Intake): boolean {
  const text = textOf(survey.head, 'Record_Count')
  const place = lineOf(file, survey.head?.line ?? 1)
  if (text === null || !/^\d{1,9}$/.test(text)) {
    found.warn('lists/ofac-no-count', { file, text: text ?? '' }, place)
    return false
  }
  const stated = Number(text)
  if (stated === survey.entries) return true
  const params = { file, stated, entries: survey.entries }
  found.error('lists/ofac-count', params, () => [place])
  return false
}

function entryOf(record: XmlElement, index: NameIndex, intake: Intake): ListEntry | null {
  const id = textOf(record, 'uid')
  if (id === null) return intake.missing(record.line, 'uid')
  const type = textOf(record, 'sdnType')
  if (type === null) return intake.missing(record.line, 'sdnType')
  const kind = KINDS.get(type.toLowerCase())
  if (kind === undefined) return intake.unknown(record.line, 'sdnType', type)
  if (textOf(record, 'lastName') === null) return intake.missing(record.line, 'lastName')
  const programmes = itemsOf(record, 'programList', 'program').map(({ text }) => text)
  if (programmes.length === 0) return intake.missing(record.line, 'program')
  const names = namesOf(record, kind, intake)
  if (names === null) return null
  const remarks = textOf(record, 'remarks') ?? ''
  const addresses = itemsOf(record, 'addressList', 'address').flatMap((one) => addressOf(one) ?? [])
  const details = detailsOf(record, remarks)
  if (details.links !== undefined) details.links = resolveLinks(details.links, index, id)
  return { id, kind, names, programmes, remarks, addresses, ...details }
}

/** As the CSV files print it: `LAST, First`. Organisations have their whole name in lastName. */
function nameOf(element: XmlElement): string {
  const parts = [textOf(element, 'lastName'), textOf(element, 'firstName')]
  return parts.filter((part) => part !== null).join(', ')
}

function namesOf(record: XmlElement, kind: EntryKind, intake: Intake): ListedName[] | null {
  const names = [listedName(record, kind, 'primary', 'strong')]
  for (const aka of itemsOf(record, 'akaList', 'aka')) {
    const type = textOf(aka, 'type') ?? ''
    const category = textOf(aka, 'category') ?? ''
    const nameKind = NAME_KINDS.get(type.toLowerCase())
    const quality = QUALITIES.get(category.toLowerCase())
    if (nameKind === undefined) return intake.unknown(aka.line, 'type', type)
    if (quality === undefined) return intake.unknown(aka.line, 'category', category)
    if (nameOf(aka) === '') return intake.missing(aka.line, 'lastName')
    names.push(listedName(aka, kind, nameKind, quality))
  }
  return names
}

function listedName(
  element: XmlElement,
  kind: EntryKind,
  nameKind: NameKind,
  quality: ListedName['quality'],
): ListedName {
  const name = { text: nameOf(element), kind: nameKind, quality }
  const family = textOf(element, 'lastName')
  const given = textOf(element, 'firstName')
  if (kind !== 'person' || family === null || given === null) return name
  return { ...name, parts: { family, given } }
}

/** An address in the words and the order of ADD.CSV; null where it states nothing. */
function addressOf(element: XmlElement): Address | null {
  const text = (name: string): string | null => textOf(element, name)
  const street = ['address1', 'address2', 'address3'].map(text)
  const city = text('city')
  const region = text('stateOrProvince') ?? text('region')
  const postalCode = text('postalCode')
  const country = text('country') ?? ''
  const place = [city, text('stateOrProvince')].filter((part) => part !== null).join(', ')
  const coded = [place, postalCode ?? ''].filter((part) => part !== '').join(' ')
  const parts = [...street, coded === '' ? null : coded].filter((part) => part !== null)
  if (parts.length === 0 && country === '' && region === null) return null
  return {
    text: parts.join(', '),
    country,
    ...(city === null ? {} : { city }),
    ...(region === null ? {} : { region }),
    ...(postalCode === null ? {} : { postalCode }),
  }
}

function detailsOf(record: XmlElement, remarks: string): Details {
  const details: Details = {}
  const all = (list: string, item: string): readonly XmlElement[] => itemsOf(record, list, item)
  for (const one of mainFirst(all('dateOfBirthList', 'dateOfBirthItem'))) {
    state(details, BIRTH, { number: textOf(one, 'dateOfBirth') ?? '' })
  }
  for (const one of mainFirst(all('placeOfBirthList', 'placeOfBirthItem'))) {
    state(details, BIRTH_PLACE, { number: textOf(one, 'placeOfBirth') ?? '' })
  }
  for (const one of mainFirst(all('nationalityList', 'nationality'))) {
    state(details, NATIONALITY, { number: textOf(one, 'country') ?? '' })
  }
  for (const one of mainFirst(all('citizenshipList', 'citizenship'))) {
    state(details, CITIZENSHIP, { number: textOf(one, 'country') ?? '' })
  }
  for (const one of all('idList', 'id')) {
    const label = labelOf(textOf(one, 'idType') ?? 'Identification')
    const country = textOf(one, 'idCountry')
    const number = textOf(one, 'idNumber') ?? ''
    const issued = textOf(one, 'issueDate')
    const expires = textOf(one, 'expirationDate')
    // Some numbers hold their country, as in Remarks: `123 (Russia)`.
    const alone = country === null && issued === null && expires === null
    state(details, label, alone ? numbered(label, number) : { number, country, issued, expires })
  }
  const ship = child(record, 'vesselInfo')
  stateParticulars(details, {
    title: textOf(record, 'title'),
    callSign: textOf(ship, 'callSign'),
    vesselType: textOf(ship, 'vesselType'),
    tonnage: textOf(ship, 'tonnage'),
    grossTonnage: textOf(ship, 'grossRegisteredTonnage'),
    flag: textOf(ship, 'vesselFlag'),
    owner: textOf(ship, 'vesselOwner'),
  })
  readStatements(remarks, details)
  return details
}

/** The items in the order of the file, those marked as the main one before the others. */
function mainFirst(items: readonly XmlElement[]): readonly XmlElement[] {
  if (items.length < 2) return items
  const isMain = (item: XmlElement): boolean => textOf(item, 'mainEntry')?.toLowerCase() === 'true'
  return [...items.filter(isMain), ...items.filter((item) => !isMain(item))]
}
