import { attribute, textOf, type XmlElement } from '@holdfast/records'
import type { ListEntry } from '../entry.ts'
import type { Intake } from '../intake.ts'
import { dayOf, monthOf, statedBySlashes } from '../stated_date.ts'
import { xmlListReader } from '../xml/list.ts'
import { ukEntry } from './entry.ts'
import { UK_FIELDS, type UkDocument, type UkField, type UkRecord } from './record.ts'

/** Where the file says when it was made. */
const HEADS = ['DateGenerated', 'ReportDate'] as const

/**
 * Reads the sanctions list of the United Kingdom in XML (`UK-Sanctions-List.xml`), the only
 * official one since 28 January 2026. Unproven on the issuer's file: built from descriptions of
 * the format and short excerpts.
 *
 * The number of an entry is its UniqueID (`AFG0001`); the OFSI group and the reference of the UN
 * stand in `otherIds`. Errors: those of `readXml`, `lists/record-missing` (UniqueID, kind, name),
 * `lists/record-value` (kind), `lists/duplicate-number`, `lists/no-entries`, `lists/bad-published`.
 */
export const readUkXml = xmlListReader({
  list: 'uk-sanctions',
  root: 'Designations',
  records: new Set(['Designation']),
  heads: new Set(HEADS),
  published: (root, heads) => {
    const stated = HEADS.map((name) => attribute(root, name)).find((text) => text !== null)
    return ukDay(stated ?? heads[0]?.text ?? '')
  },
  entry: readEntry,
})

/** `20/08/2026`, `20-Aug-2026` or `2026-08-20T..` as `YYYY-MM-DD`; what is none, as printed. */
export function ukDay(text: string): string | null {
  const printed = text.trim()
  if (printed === '') return null
  const slashes = statedBySlashes(printed.slice(0, 10))
  if (slashes?.precision === 'day') return slashes.from
  const [, day = '', name = '', year = ''] =
    /^(\d{1,2})[-\s]([A-Za-z]{3,9})[-\s](\d{4})/.exec(printed) ?? []
  const month = monthOf(name)
  const iso = month === null ? null : dayOf(`${year}-${month}-${day.padStart(2, '0')}`)
  return iso ?? dayOf(printed) ?? printed
}

function readEntry(element: XmlElement, intake: Intake): ListEntry | null {
  const id = textOf(element, 'UniqueID')
  if (id === null) return intake.missing(element.line, 'UniqueID')
  const text = (one: XmlElement, name: string): string => textOf(one, name) ?? ''
  const lines = (one: XmlElement, name: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => text(one, `${name}${at + 1}`))
  const documents = (group: string, prefix: string): UkDocument[] =>
    within(element, group).map((one) => ({
      number: text(one, `${prefix}Number`),
      information: text(one, `${prefix}AdditionalInformation`),
    }))
  const record: UkRecord = {
    id,
    line: element.line,
    kind: textOf(element, 'IndividualEntityShip') ?? text(element, 'DesignationType'),
    names: within(element, 'Name').map((one) => ({
      parts: lines(one, 'Name', 6),
      type: text(one, 'NameType'),
      strength: text(one, 'AliasStrength'),
      line: one.line,
    })),
    otherScripts: within(element, 'NonLatinName').map((one) => ({
      text: text(one, 'NameNonLatinScript'),
      script: text(one, 'NonLatinScriptType'),
      language: text(one, 'NonLatinScriptLanguage'),
    })),
    addresses: within(element, 'Address').map((one) => ({
      lines: lines(one, 'AddressLine', 6),
      postalCode: text(one, 'AddressPostalCode'),
      country: text(one, 'AddressCountry'),
    })),
    births: within(element, 'Location').map((one) => ({
      town: text(one, 'TownOfBirth'),
      country: text(one, 'CountryOfBirth'),
    })),
    passports: documents('Passport', 'Passport'),
    nationalIds: documents('NationalIdentifier', 'NationalIdentifier'),
    texts: textsOf(element),
  }
  return ukEntry(record, intake)
}

function textsOf(element: XmlElement): UkRecord['texts'] {
  const fields = Object.entries(UK_FIELDS) as [UkField, readonly [string, string]][]
  const texts = Object.fromEntries(
    fields.map(([field, [, name]]) => [
      field,
      within(element, name)
        .map((one) => one.text)
        .filter((text) => text !== ''),
    ]),
  ) as Record<UkField, string[]>
  // Older files say it with one element for each measure, `true` or `false`.
  if (texts.sanctions.length === 0) texts.sanctions = indicators(element)
  return texts
}

function indicators(element: XmlElement): string[] {
  return within(element, 'SanctionsImposedIndicators').flatMap((group) =>
    group.children
      .filter((one) => one.text.toLowerCase() === 'true')
      .map((one) => one.name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()),
  )
}

/**
 * All elements of a name, wherever they stand: the list wraps each kind in a list of its own, not
 * always the same one. `Name` within a `Name` does not occur.
 */
function within(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (const one of element.children) {
    if (one.name === name) found.push(one)
    else if (one.children.length > 0) found.push(...within(one, name))
  }
  return found
}
