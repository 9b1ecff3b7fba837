import type { Place } from '@holdfast/kernel'
import type { Findings } from '@holdfast/records'
import type { SourceText } from '../source.ts'
import { placeInLine } from '../source.ts'
import type { OfacLimits, OfacTable } from './tables.ts'
import { COLUMNS, tableOfColumns } from './tables.ts'

/**
 * The dialect of OFAC's CSV. One record is one line, ended by CR, LF or both, without a header. A
 * field is a number, the null `-0-` (printed with a space behind it) or text in quotes; no field
 * holds a line end, so a quote that is open at the end of its line is damage, not a longer field.
 *
 * Input: the text of one file. Result: its rows in their order, or fewer rows and errors in
 * `found`. A row that cannot be read is an error, never skipped. Linear in the text.
 */
export interface Row {
  readonly line: Line
  /** Null where the file says `-0-` or nothing. */
  readonly fields: readonly (string | null)[]
}

export interface Line {
  /** From 1. */
  readonly number: number
  /** Offsets in the text; `end` is before the line end. */
  readonly start: number
  readonly end: number
  /** A line end or the file's end mark follows. If neither does, the file may be cut here. */
  readonly closed: boolean
}

/** Where and why a line is no record. */
interface Damage {
  readonly code: 'lists/unclosed-quote' | 'lists/text-after-quote'
  readonly offset: number
}

interface Fields {
  readonly values: (string | null)[]
  /** The last field is complete as it stands: a quoted text or the null. */
  readonly finished: boolean
  readonly damage: Damage | null
}

/**
 * Reads the rows of one file. Errors: `lists/row-cut`, `lists/unclosed-quote`,
 * `lists/text-after-quote`, `lists/wrong-columns`, `lists/bad-number`, `lists/wrong-file`,
 * `records/too-many-rows`.
 */
export function readRows(
  source: SourceText,
  table: OfacTable,
  limits: OfacLimits,
  found: Findings,
): Row[] {
  const rows: Row[] = []
  for (const line of linesOf(source)) {
    if (line.start === line.end) continue
    if (rows.length >= limits.rows_max) {
      found.error('records/too-many-rows', { file: source.name, max: limits.rows_max })
      return rows
    }
    const fields = fieldsOf(source.text, line)
    if (rows.length === 0 && isOtherFile(source, line, fields, table, found)) return rows
    check(source, line, fields, table, found)
    rows.push({ line, fields: fields.values })
  }
  return rows
}

function* linesOf(source: SourceText): Generator<Line> {
  const { text, ended } = source
  let start = 0
  let cr = text.indexOf('\r')
  let lf = text.indexOf('\n')
  for (let number = 1; start < text.length; number += 1) {
    if (cr !== -1 && cr < start) cr = text.indexOf('\r', start)
    if (lf !== -1 && lf < start) lf = text.indexOf('\n', start)
    const end = Math.min(cr === -1 ? text.length : cr, lf === -1 ? text.length : lf)
    yield { number, start, end, closed: end < text.length || ended }
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
}

function fieldsOf(text: string, line: Line): Fields {
  const values: (string | null)[] = []
  let at = line.start
  let finished = false
  for (;;) {
    if (text.charCodeAt(at) === 0x22) {
      const close = closingQuote(text, at, line.end)
      if (close === -1) return { values, finished, damage: damaged('lists/unclosed-quote', at) }
      const value = text.slice(at + 1, close)
      values.push(value.includes('""') ? value.replaceAll('""', '"') : value)
      finished = true
      at = close + 1
      if (at < line.end && text.charCodeAt(at) !== 0x2c) {
        return { values, finished, damage: damaged('lists/text-after-quote', at) }
      }
    } else {
      const comma = text.indexOf(',', at)
      const stop = comma === -1 || comma > line.end ? line.end : comma
      const value = text.slice(at, stop).trim()
      finished = value === '-0-'
      values.push(finished || value === '' ? null : value)
      at = stop
    }
    if (at >= line.end) return { values, finished, damage: null }
    at += 1
  }
}

/** The quote that closes the one at `open`; -1 when the line ends before. */
function closingQuote(text: string, open: number, end: number): number {
  let close = text.indexOf('"', open + 1)
  while (close !== -1 && close < end) {
    if (text.charCodeAt(close + 1) !== 0x22) return close
    close = text.indexOf('"', close + 2)
  }
  return -1
}

function damaged(code: Damage['code'], offset: number): Damage {
  return { code, offset }
}

/** The first row tells whether the file is the right one. */
function isOtherFile(
  source: SourceText,
  line: Line,
  fields: Fields,
  table: OfacTable,
  found: Findings,
): boolean {
  if (fields.damage !== null || !line.closed) return false
  const numbered = isNumber(fields.values[0])
  const other = tableOfColumns(fields.values.length)
  if (numbered && (other === table || other === null)) return false
  const params = { file: source.name, wanted: table, found: numbered ? other : 'csv_other' }
  found.error('lists/wrong-file', params, () => [placeInLine(source, line, line.start, 1)])
  return true
}

function check(
  source: SourceText,
  line: Line,
  fields: Fields,
  table: OfacTable,
  found: Findings,
): void {
  const { damage, finished, values } = fields
  const file = source.name
  const columns = COLUMNS[table]
  const at = (offset: number, length: number) => (): Place[] => [
    placeInLine(source, line, offset, length),
  ]
  const right = damage === null && values.length === columns
  if (!line.closed && !(right && finished)) {
    found.error('lists/row-cut', { file, line: line.number }, at(line.end, 1))
  } else if (damage !== null) {
    found.error(damage.code, { file, line: line.number }, at(damage.offset, 1))
  } else if (!right) {
    const params = { file, line: line.number, wanted: columns, found: values.length }
    found.error('lists/wrong-columns', params, at(line.start, line.end - line.start))
  } else if (!isNumber(values[0])) {
    const params = { file, line: line.number, text: values[0] ?? '' }
    found.error('lists/bad-number', params, at(line.start, (values[0] ?? '').length))
  }
}

function isNumber(text: string | null | undefined): boolean {
  return typeof text === 'string' && /^[0-9]{1,10}$/.test(text)
}
