/** Tables of parties to be looked up, and of pairs of names: CSV with a header. */
import { type Diagnostic, failed, ok, type Place, problem, type Result } from '@holdfast/kernel'
import type { EntryKind } from '@holdfast/lists'
import {
  type ByteSource,
  type CsvRecord,
  countryCode,
  delimiterOf,
  Findings,
  firstRecord,
  readCsv,
  valuesOfCell,
  wordTable,
} from '@holdfast/records'
import { comparability, WORDS_MAX } from '@holdfast/screening'
import type { NamePair, ScreenSubject } from './screen.ts'

/** What the columns may be called; the first that is there counts. */
const COLUMNS = {
  name: ['name', 'full_name', 'caption', 'query'],
  id: ['id', 'reference', 'customer_id'],
  kind: ['kind', 'schema', 'type', 'entity_type'],
  aliases: ['aliases', 'alias', 'also_known_as'],
  births: ['birth_date', 'date_of_birth', 'dob', 'born', 'births'],
  countries: ['countries', 'country', 'nationality', 'nationalities', 'citizenship'],
  gender: ['gender', 'sex'],
  identifiers: ['identifiers', 'identifier', 'numbers', 'id_number', 'registration_number'],
} as const

type Column = keyof typeof COLUMNS

/** Kinds as lists and tables call them, in lower case without punctuation. */
const KINDS = wordTable<EntryKind | null>({
  person: 'person',
  individual: 'person',
  'natural person': 'person',
  entity: 'entity',
  company: 'entity',
  organization: 'entity',
  organisation: 'entity',
  publicbody: 'entity',
  enterprise: 'entity',
  vessel: 'vessel',
  ship: 'vessel',
  aircraft: 'aircraft',
  airplane: 'aircraft',
  asset: 'asset',
  vehicle: 'asset',
  security: 'asset',
  cryptowallet: 'asset',
  // May be a person or an organisation.
  legalentity: null,
  thing: null,
  unknown: null,
  '': null,
})

/** What is said of a name in a call, as it was written there. */
export interface StatedAbout {
  readonly kind?: string | undefined
  readonly births?: readonly string[] | undefined
  readonly countries?: readonly string[] | undefined
  readonly identifiers?: readonly string[] | undefined
}

/**
 * Checks a name of a call and what it says of it. Errors, all at once: `call/empty-name`,
 * `call/long-name`, `call/bad-about`.
 */
export function subjectNamed(name: string, about: StatedAbout): Result<ScreenSubject> {
  const problems: Diagnostic[] = []
  const bad = (option: string, value: string) => {
    problems.push(problem('call/bad-about', { option, value }))
  }
  const whole = comparability(name)
  if (whole === 'none') problems.push(problem('call/empty-name', {}))
  if (whole === 'too-long') problems.push(problem('call/long-name', { words_max: WORDS_MAX }))
  const kind = KINDS.get((about.kind ?? '').toLowerCase())
  if (kind === undefined) bad('kind', about.kind ?? '')
  for (const date of about.births ?? []) if (!DATE.test(date)) bad('born', date)
  const countries = (about.countries ?? []).map((text) => {
    const code = countryOf(text)
    if (code === null) bad('country', text)
    return code ?? ''
  })
  if (problems.length > 0) return failed(problems)
  const { births = [], identifiers = [] } = about
  return ok({ id: null, name, kind: kind ?? null, births, countries, identifiers })
}

/** Lists write codes in capitals; people do not. */
function countryOf(text: string): string | null {
  return countryCode(/^[a-z]{2,3}$/i.test(text) ? text.toUpperCase() : text)
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

/**
 * Reads a table of parties: a column `name`, and as far as there are any, id, kind, aliases, birth
 * date, countries, gender, identifiers; several values of a cell are parted by semicolons.
 *
 * Errors, of all rows at once: those of `readCsv`, `screen/no-name`, `screen/long-name`,
 * `screen/unknown-kind`, `screen/bad-date`, `screen/unknown-country`, `screen/bad-cell`,
 * `screen/no-rows`.
 */
export function readSubjects(source: ByteSource): Result<readonly ScreenSubject[]> {
  const found = new Findings()
  const subjects: ScreenSubject[] = []
  const take = (record: CsvRecord): void => {
    const row = new Row(source.name, record, found)
    const subject = subjectOf(row)
    if (subject !== null) subjects.push(subject)
  }
  const delimiter = delimiterOf(source)
  const name = columnAsked(firstRecord(source, delimiter), COLUMNS.name)
  readCsv(source, { delimiter, required: [name], take }, found)
  if (!found.fatal && subjects.length === 0) found.error('screen/no-rows', { file: source.name })
  return found.fatal ? failed(found.diagnostics()) : ok(subjects, found.diagnostics())
}

function subjectOf(row: Row): ScreenSubject | null {
  const name = row.text('name')
  if (!row.canCompare(name)) return null
  const gender = row.text('gender').toLowerCase()
  return {
    id: row.text('id') === '' ? null : row.text('id'),
    name,
    aliases: row.values('aliases'),
    kind: row.kind(),
    births: row.values('births').filter((date) => row.isDate(date)),
    countries: row.values('countries').flatMap((country) => row.country(country)),
    identifiers: row.values('identifiers'),
    ...(/^m(ale)?$/.test(gender) ? { gender: 'male' as const } : {}),
    ...(/^f(emale)?$/.test(gender) ? { gender: 'female' as const } : {}),
  }
}

/** One row, read by what its columns mean. */
class Row {
  readonly #file: string
  readonly #record: CsvRecord
  readonly #found: Findings

  constructor(file: string, record: CsvRecord, found: Findings) {
    this.#file = file
    this.#record = record
    this.#found = found
  }

  text(column: Column): string {
    const name = columnOf(this.#record.columns, COLUMNS[column])
    return name === null ? '' : this.#record.get(name)
  }

  /** Whether a name has words, and no more than are compared. */
  canCompare(name: string): boolean {
    const [code, params] = incomparable(name)
    if (code !== null) this.error(code, params)
    return code === null
  }

  /** Says that a name cannot be compared. */
  doubt(name: string): void {
    const [code, params] = incomparable(name)
    const { line } = this.#record
    if (code !== null) this.#found.warn(code, { file: this.#file, line, ...params }, this.#place())
  }

  values(column: Column): readonly string[] {
    const cell = this.text(column)
    const values = valuesOfCell(cell)
    if (values === null) this.error('screen/bad-cell', { text: cell })
    return values ?? []
  }

  kind(): EntryKind | null {
    const text = this.text('kind')
    const kind = KINDS.get(text.toLowerCase())
    if (kind === undefined) this.error('screen/unknown-kind', { text })
    return kind ?? null
  }

  isDate(text: string): boolean {
    const good = DATE.test(text)
    if (!good) this.error('screen/bad-date', { text })
    return good
  }

  country(text: string): string[] {
    const code = countryOf(text)
    if (code === null) this.error('screen/unknown-country', { text })
    return code === null ? [] : [code]
  }

  error(code: string, params: Readonly<Record<string, string | number>>): void {
    const { line } = this.#record
    this.#found.error(code, { file: this.#file, line, ...params }, () => [this.#place()])
  }

  #place(): Place {
    const excerpt = this.#record.fields.join(',').slice(0, EXCERPT_CHARS)
    const { line } = this.#record
    return { file: this.#file, line, column: 1, excerpt, length: Math.max(1, excerpt.length) }
  }
}

/** What keeps a name from being compared, as a code with its parameters. */
function incomparable(name: string): readonly [string | null, Readonly<Record<string, number>>] {
  const whole = comparability(name)
  if (whole === 'none') return ['screen/no-name', {}]
  return whole === 'too-long' ? ['screen/long-name', { words_max: WORDS_MAX }] : [null, {}]
}

const EXCERPT_CHARS = 120

/** The columns of pairs, by what they may be called. */
const PAIR_COLUMNS = {
  left: ['name1', 'name_1', 'name 1', 'name_a', 'left', 'a', 'query', 'query_name', 'name'],
  right: [
    ...['name2', 'name_2', 'name 2', 'name_b', 'right', 'b', 'candidate', 'candidate_name'],
    ...['result', 'result_name', 'other', 'target', 'listed'],
  ],
} as const

/**
 * Reads a table of pairs of names: `name1`, `name2`, and `kind` (or `schema`, `type`) where it is
 * known. Where no column is called so the first two are the names, with the warning
 * `screen/first-columns`. A name that cannot be compared is a warning and scores 0. Errors: those
 * of `readCsv`, `screen/unknown-kind`, `screen/no-rows`.
 */
export function readPairs(source: ByteSource): Result<readonly NamePair[]> {
  const found = new Findings()
  const pairs: NamePair[] = []
  const delimiter = delimiterOf(source)
  const columns = firstRecord(source, delimiter)
  const [left, right] = pairColumns(source, columns, found)
  const take = (record: CsvRecord): void => {
    const row = new Row(source.name, record, found)
    const [name1, name2] = [record.get(left), record.get(right)]
    for (const name of [name1, name2]) row.doubt(name)
    pairs.push({ row: pairs.length + 1, name1, name2, kind: row.kind() })
  }
  readCsv(source, { delimiter, required: [left, right], take }, found)
  if (!found.fatal && pairs.length === 0) found.error('screen/no-rows', { file: source.name })
  return found.fatal ? failed(found.diagnostics()) : ok(pairs, found.diagnostics())
}

function pairColumns(
  source: ByteSource,
  columns: readonly string[],
  found: Findings,
): readonly [left: string, right: string] {
  const left = columnOf(columns, PAIR_COLUMNS.left)
  const right = columnOf(columns, PAIR_COLUMNS.right)
  const [first, second] = columns
  if (left !== null || right !== null || second === undefined) {
    return [left ?? PAIR_COLUMNS.left[0], right ?? PAIR_COLUMNS.right[0]]
  }
  found.warn('screen/first-columns', { file: source.name, first: first ?? '', second })
  return [(first ?? '').trim(), second.trim()]
}

/** Which of the names for a column the table uses; the first where it has none. */
function columnAsked(columns: readonly string[], names: readonly string[]): string {
  return columnOf(columns, names) ?? names[0]!
}

/** The column that is called one of the names, in whatever case. */
function columnOf(columns: readonly string[], names: readonly string[]): string | null {
  for (const name of names) {
    const found = columns.find((column) => column.trim().toLowerCase() === name)
    if (found !== undefined) return found
  }
  return null
}
