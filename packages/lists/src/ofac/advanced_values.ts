import { attribute, type Findings, lineOf, wordTable, type XmlElement } from '@holdfast/records'
import { ownCopy } from './own_copy.ts'

/** An attribute of the type xsd:boolean. */
export function isTrue(element: XmlElement | null, name: string): boolean {
  const text = attribute(element, name)
  return text === 'true' || text === '1'
}

/** The tables of ReferenceValueSets that are asked, by the names of their elements. */
export const VALUE_TABLES: ReadonlySet<string> = new Set([
  'AliasType',
  'AreaCode',
  'CalendarType',
  'Country',
  'DetailReference',
  'EntryEventType',
  'FeatureType',
  'IDRegDocDateType',
  'IDRegDocType',
  'LegalBasis',
  'List',
  'LocPartType',
  'NamePartType',
  'PartySubType',
  'PartyType',
  'RelationType',
  'Reliability',
  'SanctionsProgram',
  'SanctionsType',
  'Script',
  'Validity',
])

const SHARED_MAX = 5_000

/** Scripts by the first word of their name, for a table that states no ScriptCode. */
const SCRIPTS = wordTable<string>({
  latin: 'Latn',
  cyrillic: 'Cyrl',
  arabic: 'Arab',
  greek: 'Grek',
  hebrew: 'Hebr',
  hangul: 'Hang',
  korean: 'Kore',
  japanese: 'Jpan',
  georgian: 'Geor',
  armenian: 'Armn',
  burmese: 'Mymr',
  khmer: 'Khmr',
  thai: 'Thai',
  devanagari: 'Deva',
  chinese: 'Hani',
  han: 'Hani',
})

/**
 * The reference tables of Advanced XML: all that a record states is the number of a value here. A
 * number that stands in no table is the error `lists/ofac-reference`: without the value nobody
 * knows what the record says.
 */
export class ReferenceValues {
  readonly #file: string
  readonly #found: Findings
  readonly #shared = new Map<string, string>()
  readonly #tables: Map<string, Map<string, XmlElement>>

  constructor(file: string, found: Findings, tables = new Map<string, Map<string, XmlElement>>()) {
    this.#file = file
    this.#found = found
    this.#tables = tables
  }

  /** The same tables, with what is wrong told elsewhere. */
  reportingTo(found: Findings): ReferenceValues {
    return new ReferenceValues(this.#file, found, this.#tables)
  }

  add(value: XmlElement): void {
    const id = attribute(value, 'ID') ?? ''
    const table = this.#tables.get(value.name)
    if (table === undefined) this.#tables.set(value.name, new Map([[id, value]]))
    else table.set(id, value)
  }

  /** The text of the value that an element's attribute names; null where it names none. */
  text(element: XmlElement, name: string, table: string): string | null {
    const value = this.value(element, name, table)
    return value === null || value.text === '' ? null : value.text
  }

  /** The value that an element's attribute names; null without the attribute, or after an error. */
  value(element: XmlElement, name: string, table: string): XmlElement | null {
    const id = attribute(element, name)
    if (id === null) return null
    const value = this.#tables.get(table)?.get(id)
    if (value === undefined) this.unresolved(element, table, id)
    return value ?? null
  }

  /** The one copy of a text that many records state, such as the tag of a programme. */
  shared(text: string | null): string | null {
    if (text === null) return null
    const known = this.#shared.get(text)
    if (known !== undefined) return known
    const copy = ownCopy(text)
    if (this.#shared.size < SHARED_MAX) this.#shared.set(copy, copy)
    return copy
  }

  /** Says that an element names something by a number under which nothing stands. */
  unresolved(element: XmlElement, what: string, id: string): null {
    const { line, name } = element
    const params = { file: this.#file, line, element: name, what, id }
    this.#found.error('lists/ofac-reference', params, () => [lineOf(this.#file, line)])
    return null
  }

  /** ISO 15924, or the table's own word where it states no code. */
  script(element: XmlElement): string | null {
    const value = this.value(element, 'ScriptID', 'Script')
    if (value === null) return null
    const code = attribute(value, 'ScriptCode')
    if (code !== null) return code
    return SCRIPTS.get(value.text.toLowerCase().split(/[^a-z]/)[0] ?? '') ?? value.text
  }

  /** Alpha-2 where the table states it, else the country's name. */
  country(element: XmlElement, name: string): string | null {
    const value = this.value(element, name, 'Country')
    return value === null ? null : (attribute(value, 'ISO2') ?? value.text)
  }
}
