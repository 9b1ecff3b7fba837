import { type CsvRecord, readCsv } from '@holdfast/records'
import { Intake } from '../intake.ts'
import type { ListReader } from '../reading.ts'
import { ukEntry } from './entry.ts'
import type {
  UkAddress,
  UkBirthPlace,
  UkDocument,
  UkField,
  UkName,
  UkOtherScript,
  UkRecord,
} from './record.ts'
import { UK_FIELDS } from './record.ts'
import { ukDay } from './xml.ts'

type Texts = Record<UkField, Set<string>>

const FIELDS = Object.keys(UK_FIELDS) as UkField[]

const REQUIRED = ['Unique ID', 'Name 6', 'Name type', 'Regime Name'] as const

/** Columns that were renamed: the name of today first. */
const KIND_COLUMNS = ['Designation Type', 'Individual, Entity, Ship'] as const
const PARENT_COLUMNS = ['Parent company', 'Parent Company'] as const

/**
 * Reads the sanctions list of the United Kingdom in CSV (`UK-Sanctions-List.csv`), the only
 * official one since 28 January 2026. Unproven on the issuer's file: built from descriptions of
 * the format.
 *
 * The first line says `Report Date: dd-Mon-yyyy`, then the header follows. Each row is one name of
 * one party with one address; the rows of a Unique ID are one entry, which stands where its first
 * row does. Memory grows with the list, since rows of an entry may stand apart. Nothing in the file
 * proves that its last rows are there, and it is not known whether its last line is ended: `whole`
 * is always `unproven`.
 * Errors: those of `readCsv`, `lists/record-missing` (Unique ID, kind, name), `lists/record-value`
 * (kind), `lists/rows-disagree`, `lists/no-entries`, `lists/bad-published`.
 */
export const readUkCsv: ListReader = (source, sink, options) => {
  const intake = new Intake('uk-sanctions', source.name, sink)
  const parties = new Map<string, Party>()
  const head = readCsv(
    source,
    {
      required: REQUIRED,
      preface_max: 3,
      take: (row) => {
        const id = row.get('Unique ID')
        if (id === '') {
          intake.missing(row.line, 'Unique ID')
          return
        }
        const party = parties.get(id) ?? new Party(id, row)
        parties.set(id, party)
        party.add(row, intake)
      },
    },
    intake.found,
  )
  if (head !== null) {
    for (const { record } of parties.values()) {
      const entry = ukEntry(record, intake)
      if (entry !== null) intake.take(entry, record.line)
    }
  }
  const above = (head?.preface ?? []).flat().join(' ')
  const stated = /Report Date:?\s*(.*)$/i.exec(above)?.[1] ?? ''
  return intake.close(intake.published(ukDay(stated), options), false, options)
}

/** The rows of one Unique ID. What they repeat is kept once. */
class Party {
  readonly #id: string
  readonly #line: number
  readonly #kind: string
  readonly #names = new Distinct<Omit<UkName, 'line'>, UkName>()
  readonly #otherScripts = new Distinct<UkOtherScript>()
  readonly #addresses = new Distinct<UkAddress>()
  readonly #births = new Distinct<UkBirthPlace>()
  readonly #passports = new Distinct<UkDocument>()
  readonly #nationalIds = new Distinct<UkDocument>()
  readonly #texts = Object.fromEntries(FIELDS.map((field) => [field, new Set()])) as Texts

  constructor(id: string, row: CsvRecord) {
    this.#id = id
    this.#line = row.line
    this.#kind = firstOf(row, KIND_COLUMNS)
  }

  get record(): UkRecord {
    return {
      id: this.#id,
      line: this.#line,
      kind: this.#kind,
      names: this.#names.values,
      otherScripts: this.#otherScripts.values,
      addresses: this.#addresses.values,
      births: this.#births.values,
      passports: this.#passports.values,
      nationalIds: this.#nationalIds.values,
      texts: Object.fromEntries(
        FIELDS.map((field) => [field, [...this.#texts[field]]]),
      ) as unknown as UkRecord['texts'],
    }
  }

  add(row: CsvRecord, intake: Intake): void {
    if (firstOf(row, KIND_COLUMNS) !== this.#kind) {
      intake.disagree(row.line, this.#line, this.#id, KIND_COLUMNS[0])
    }
    const name = {
      parts: numbered(row, 'Name'),
      type: row.get('Name type'),
      strength: row.get('Alias strength'),
    }
    this.#names.add(name, { ...name, line: row.line })
    this.#otherScripts.add({
      text: row.get('Name non-latin script'),
      script: row.get('Non-latin script type'),
      language: row.get('Non-latin script language'),
    })
    this.#addresses.add({
      lines: numbered(row, 'Address Line'),
      postalCode: row.get('Address Postal Code'),
      country: row.get('Address Country'),
    })
    this.#births.add({ town: row.get('Town of birth'), country: row.get('Country of birth') })
    this.#passports.add({
      number: row.get('Passport number'),
      information: row.get('Passport additional information'),
    })
    this.#nationalIds.add({
      number: row.get('National Identifier number'),
      information: row.get('National Identifier additional information'),
    })
    for (const field of FIELDS) {
      const text = field === 'parent' ? firstOf(row, PARENT_COLUMNS) : row.get(UK_FIELDS[field][0])
      if (text !== '') this.#texts[field].add(text)
    }
  }
}

/** Values in the order in which they came first. */
class Distinct<Key, Value = Key> {
  readonly values: Value[] = []
  readonly #seen = new Set<string>()

  add(key: Key, value: Value = key as unknown as Value): void {
    const mark = JSON.stringify(key)
    if (this.#seen.has(mark)) return
    this.#seen.add(mark)
    this.values.push(value)
  }
}

function numbered(row: CsvRecord, column: string): readonly string[] {
  return [1, 2, 3, 4, 5, 6].map((at) => row.get(`${column} ${at}`))
}

function firstOf(row: CsvRecord, columns: readonly string[]): string {
  return columns.map((column) => row.get(column)).find((text) => text !== '') ?? ''
}
