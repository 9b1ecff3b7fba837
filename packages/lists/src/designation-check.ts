import type { DateRange, Place, Result } from '@holdfast/kernel'
import { failed, nearest, ok, parseDateRange } from '@holdfast/kernel'
import { Findings } from '@holdfast/records'
import type { DesignationEvent, DesignationRecord, EventKind } from './designations.ts'

/** The way from the top of a parsed file to a value, e.g. `['designations', 3, 'role']`. */
export type Path = readonly (string | number)[]

/** Where a value stands in the file, for whoever parsed it and still knows. */
export type Locate = (path: Path) => Place | null

const EVENTS: readonly EventKind[] = ['listed', 'enjoined', 'stayed', 'delisted', 'relisted']
const RECORD_KEYS = [
  'id',
  'name',
  'known-as',
  'role',
  'nationality',
  'programme',
  'entries',
  'events',
]
const EVENT_KEYS = ['event', 'on', 'entry', 'by', 'source', 'note']

/**
 * Checks a parsed table of designations: `{programme, designations: [{id, name, known-as?, role,
 * nationality?, programme?, entries?, events: [{event, on, entry?, by?, source, note?}]}]}`. A
 * record without a programme has that of the file. `on` is what `parseDateRange` reads.
 *
 * Errors: `lists/table-missing`, `lists/table-type`, `lists/table-value`, `lists/table-date`,
 * `lists/table-unknown-key`, `lists/table-duplicate`, `lists/table-order`, `lists/table-number`.
 */
export function checkDesignations(
  raw: unknown,
  file: string,
  locate: Locate = () => null,
): Result<DesignationRecord[]> {
  const found = new Findings()
  const check = new Check(file, locate, found)
  const top = check.object(raw, [])
  const programme = top === null ? null : check.text(top, 'programme', [])
  const rows = top === null ? [] : check.list(top, 'designations', [])
  const records = rows.map((row, index) =>
    readRecord(check, row, ['designations', index], programme),
  )
  checkUnique(check, records)
  if (found.fatal) return failed(found.diagnostics())
  const whole = records.filter((record) => record !== null)
  return ok(whole, found.diagnostics())
}

function readRecord(
  check: Check,
  raw: unknown,
  path: Path,
  fallback: string | null,
): DesignationRecord | null {
  const row = check.object(raw, path)
  if (row === null) return null
  check.keys(row, RECORD_KEYS, path)
  const id = check.text(row, 'id', path)
  const name = check.text(row, 'name', path)
  const role = check.text(row, 'role', path)
  // A table of a power that numbers nobody has no numbers.
  const entries = row.entries === undefined ? [] : check.texts(row, 'entries', path)
  const events = check
    .list(row, 'events', path)
    .map((event, index) => readEvent(check, event, [...path, 'events', index]))
  const programme = check.optional(row, 'programme', path) ?? fallback
  const known = events.filter((event) => event !== null)
  checkEvents(check, known, entries, path)
  if (id === null || name === null || role === null || programme === null) return null
  const nationality = check.optional(row, 'nationality', path)
  const knownAs = row['known-as'] === undefined ? [] : check.texts(row, 'known-as', path)
  return { id, name, knownAs, role, nationality, programme, entries, events: known }
}

function readEvent(check: Check, raw: unknown, path: Path): DesignationEvent | null {
  const row = check.object(raw, path)
  if (row === null) return null
  check.keys(row, EVENT_KEYS, path)
  const event = check.oneOf(row, 'event', EVENTS, path)
  const on = check.date(row, 'on', path)
  const source = check.text(row, 'source', path)
  const entry = check.optional(row, 'entry', path)
  const by = check.optional(row, 'by', path)
  const note = check.optional(row, 'note', path)
  if (event === null || on === null || source === null) return null
  return { event, on, entry, by, source, note }
}

/** Events stand in the order in which they happened, and their numbers are the record's. */
function checkEvents(
  check: Check,
  events: readonly DesignationEvent[],
  entries: readonly string[],
  path: Path,
): void {
  for (const [index, event] of events.entries()) {
    const before = events[index - 1]
    const at = [...path, 'events', index]
    if (before !== undefined && (before.on.from > event.on.from || before.on.to > event.on.to)) {
      check.error('lists/table-order', at, {})
    }
    if (event.entry !== null && !entries.includes(event.entry)) {
      check.error('lists/table-number', [...at, 'entry'], { text: event.entry })
    }
  }
}

function checkUnique(check: Check, records: readonly (DesignationRecord | null)[]): void {
  const seen = new Set<string>()
  for (const [index, record] of records.entries()) {
    if (record === null) continue
    for (const text of [record.id, ...record.entries]) {
      if (seen.has(text)) check.error('lists/table-duplicate', ['designations', index], { text })
      seen.add(text)
    }
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Reads values of parsed data and reports what is not as it must be. */
class Check {
  readonly #file: string
  readonly #locate: Locate
  readonly #found: Findings

  constructor(file: string, locate: Locate, found: Findings) {
    this.#file = file
    this.#locate = locate
    this.#found = found
  }

  error(code: string, path: Path, params: Record<string, string | null>): void {
    const known = { file: this.#file, path: pathText(path), ...params }
    this.#found.error(code, known, () => {
      const place = this.#locate(path)
      return place === null ? [] : [place]
    })
  }

  object(raw: unknown, path: Path): Fields | null {
    if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return raw as Fields
    this.error('lists/table-type', path, { wanted: 'mapping' })
    return null
  }

  list(row: Fields, key: string, path: Path): readonly unknown[] {
    const raw = row[key]
    if (Array.isArray(raw) && raw.length > 0) return raw
    const code = raw === undefined ? 'lists/table-missing' : 'lists/table-type'
    this.error(code, [...path, key], { wanted: 'list' })
    return []
  }

  texts(row: Fields, key: string, path: Path): string[] {
    const texts: string[] = []
    for (const [index, raw] of this.list(row, key, path).entries()) {
      const text = plainText(raw)
      if (text === null) this.error('lists/table-type', [...path, key, index], { wanted: 'text' })
      else texts.push(text)
    }
    return texts
  }

  text(row: Fields, key: string, path: Path): string | null {
    if (row[key] === undefined || row[key] === null) {
      this.error('lists/table-missing', [...path, key], { wanted: 'text' })
      return null
    }
    return this.optional(row, key, path)
  }

  optional(row: Fields, key: string, path: Path): string | null {
    const raw = row[key]
    if (raw === undefined || raw === null) return null
    const text = plainText(raw)
    if (text === null) this.error('lists/table-type', [...path, key], { wanted: 'text' })
    return text
  }

  oneOf<T extends string>(row: Fields, key: string, words: readonly T[], path: Path): T | null {
    const text = this.text(row, key, path)
    const word = words.find((candidate) => candidate === text)
    if (word !== undefined) return word
    const params = { text, known: words.join(', '), near: nearest(text ?? '', words) }
    if (text !== null) this.error('lists/table-value', [...path, key], params)
    return null
  }

  date(row: Fields, key: string, path: Path): DateRange | null {
    const text = this.text(row, key, path)
    if (text === null) return null
    const range = parseDateRange(text)
    if (range === null) this.error('lists/table-date', [...path, key], { text })
    return range
  }

  keys(row: Fields, known: readonly string[], path: Path): void {
    for (const key of Object.keys(row)) {
      if (known.includes(key)) continue
      this.error('lists/table-unknown-key', [...path, key], { key, near: nearest(key, known) })
    }
  }
}

/** A text that is not empty; a whole number is read as its digits, since list numbers are texts. */
function plainText(raw: unknown): string | null {
  if (typeof raw === 'string') return raw.trim() === '' ? null : raw
  return typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : null
}

function pathText(path: Path): string {
  if (path.length === 0) return '.'
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}
