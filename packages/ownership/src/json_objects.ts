import type { Place } from '@holdfast/kernel'
import {
  type ByteSource,
  decodeText,
  encodingOfMark,
  Findings,
  headOf,
  type JsonRecord,
  jsonRecord,
  placeOf,
  readJsonLines,
  readJsonRecords,
} from '@holdfast/records'

/** Registers of whole countries: 15 million lines in 15 gigabytes. */
const LINES = { bytes_max: 100_000_000_000, lines_max: 200_000_000, characters_max: 10_000_000 }
const RECORDS = {
  bytes_max: LINES.bytes_max,
  records_max: LINES.lines_max,
  record_bytes_max: LINES.characters_max,
}

const HEAD_BYTES = 65_536
const EXCERPT_CHARS = 120

/** What became of a file of objects. */
export interface JsonObjectsRead {
  readonly objects: number
  /** False when the file ends within an object or holds something that is none. */
  readonly whole: boolean
}

/** Gets each object with the line on which it begins, from 1. */
type TakeObject = (record: JsonRecord, line: number) => void

/**
 * Reads the objects of a file, one after the other: an object in each line, an array of objects, or
 * one object printed over several lines. In memory is one object at a time; linear in the file.
 *
 * A line that is no object is passed over, an array ends where it breaks, and the file is then not
 * whole. What is wrong is a warning in `found` where objects were read and an error where none was:
 * those of `readJsonLines` and `readJsonRecords`, and `ownership/source-cut` beside them.
 */
export function readJsonObjects(
  source: ByteSource,
  take: TakeObject,
  found: Findings,
): JsonObjectsRead {
  const errors = new Findings()
  let objects = 0
  const counted = (record: JsonRecord, line: number): true => {
    objects += 1
    take(record, line)
    return true
  }
  const form = formOf(source)
  if (form === 'array') readJsonRecords(source, counted, errors, RECORDS)
  else if (form === 'lines') readJsonLines(source, counted, errors, LINES)
  else readOne(source, counted, errors)
  found.adopt(errors, objects > 0 ? 'warnings' : 'found')
  if (errors.fatal && objects > 0) {
    found.warn('ownership/source-cut', { file: source.name, count: objects })
  }
  return { objects, whole: !errors.fatal }
}

/** The first line of a file of lines is an object; that of a printed object is a part of one. */
function formOf(source: ByteSource): 'array' | 'lines' | 'one' {
  const text = headText(source).trimStart()
  if (text.startsWith('[')) return 'array'
  const [line = ''] = text.split('\n', 1)
  const isLong = line.length === text.length && source.size > HEAD_BYTES
  return isLong || jsonRecord(line) !== null ? 'lines' : 'one'
}

/** The beginning of a file byte for byte, without marks and the zeros of UTF-16. */
export function headText(source: ByteSource): string {
  let text = ''
  for (const byte of headOf(source, HEAD_BYTES)) if (byte !== 0) text += String.fromCharCode(byte)
  return text.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
}

/** An object over several lines: an answer of a register's interface, saved. */
function readOne(source: ByteSource, take: TakeObject, found: Findings): void {
  const { name: file, size } = source
  if (size > LINES.characters_max) {
    found.error('records/file-too-large', { file, size, max: LINES.characters_max })
    return
  }
  let text = ''
  for (const piece of decodeText(source, (head) => encodingOfMark(head) ?? 'utf-8')) {
    if (!piece.ok) {
      found.error('records/json-encoding', { file, line: 1 })
      return
    }
    text += piece.text
  }
  const record = jsonRecord(text)
  if (record !== null) take(record, 1)
  else if (text.trim() === '') found.error('records/empty-file', { file })
  else found.error('records/json-line', { file, line: 1 }, () => [placeAt(file, 1, text)])
}

/**
 * The place of a record, shown by `excerpt`: its id, where the line of the file holds what is not
 * to be shown of people.
 */
export function placeAt(file: string, line: number, excerpt: string): Place {
  const [shown = ''] = excerpt.slice(0, EXCERPT_CHARS).split('\n', 1)
  return placeOf(file, line, Number.POSITIVE_INFINITY, shown)
}
