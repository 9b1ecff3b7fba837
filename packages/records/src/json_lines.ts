import type { ByteSource } from './bytes.ts'
import { placeOf } from './csv/parse.ts'
import { decodeText, encodingOfMark } from './decode.ts'
import type { Findings } from './findings.ts'

export interface JsonLinesLimits {
  readonly bytes_max: number
  readonly lines_max: number
  /** Characters of one line. */
  readonly characters_max: number
}

/** The largest public file has five million lines in three gigabytes. */
export const JSON_LINES_LIMITS: JsonLinesLimits = {
  bytes_max: 8_000_000_000,
  lines_max: 20_000_000,
  characters_max: 10_000_000,
}

/** A JSON object as a line holds it. */
export type JsonRecord = Readonly<Record<string, unknown>>

const EXCERPT_CHARS = 120

/**
 * Reads a file with a JSON object in each line, in memory for one line at a time. Empty lines are
 * passed over. Linear in the file.
 *
 * @param take gets each object with its line, from 1; returns false to end the reading
 * @returns the number of objects; null after an error in `found`: `records/empty-file`,
 * `records/file-too-large`, `records/json-encoding`, `records/json-line`, `records/json-line-max`,
 * `records/too-many-rows`
 */
export function readJsonLines(
  source: ByteSource,
  take: (record: JsonRecord, line: number) => boolean,
  found: Findings,
  limits: JsonLinesLimits = JSON_LINES_LIMITS,
): number | null {
  const { name: file, size } = source
  if (size > limits.bytes_max) {
    found.error('records/file-too-large', { file, size, max: limits.bytes_max })
    return null
  }
  const reading = { file, take, found, limits, line: 0, records: 0, wrong: 0 }
  let rest = ''
  for (const piece of decodeText(source, (head) => encodingOfMark(head) ?? 'utf-8')) {
    if (!piece.ok) {
      const line = reading.line + 1
      found.error('records/json-encoding', { file, line }, () => [
        placeOf(file, line, Number.POSITIVE_INFINITY, rest.slice(0, EXCERPT_CHARS)),
      ])
      return null
    }
    const lines = (rest + piece.text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (!readLine(reading, line)) return null
    if (rest.length > limits.characters_max && !readLine(reading, rest)) return null
  }
  if (!readLine(reading, rest)) return null
  if (reading.wrong > 0) return null
  if (reading.records === 0) {
    found.error('records/empty-file', { file })
    return null
  }
  return reading.records
}

interface Reading {
  readonly file: string
  readonly take: (record: JsonRecord, line: number) => boolean
  readonly found: Findings
  readonly limits: JsonLinesLimits
  line: number
  records: number
  wrong: number
}

/** False when the reading is to end. */
function readLine(reading: Reading, text: string): boolean {
  reading.line += 1
  const { file, found, limits, line } = reading
  if (text.length > limits.characters_max) {
    found.error('records/json-line-max', { file, line, max: limits.characters_max })
    return false
  }
  if (text.trim() === '') return true
  reading.records += 1
  if (reading.records > limits.lines_max) {
    found.error('records/too-many-rows', { file, max: limits.lines_max })
    return false
  }
  const record = jsonRecord(text)
  if (record !== null) return reading.take(record, line)
  reading.wrong += 1
  const excerpt = text.slice(0, EXCERPT_CHARS)
  found.error('records/json-line', { file, line }, () => [
    placeOf(file, line, Number.POSITIVE_INFINITY, excerpt),
  ])
  return true
}

/** A text of JSON that is an object; null for anything else. */
export function jsonRecord(text: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(text)
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isRecord ? (value as JsonRecord) : null
  } catch {
    return null
  }
}
