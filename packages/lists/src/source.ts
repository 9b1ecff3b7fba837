import type { Place } from '@holdfast/kernel'
import { type Findings, printable } from '@holdfast/records'

/** A file as the caller read it. The name is only for diagnostics. */
export interface NamedText {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file's text, with what its last byte said. */
export interface SourceText {
  readonly name: string
  readonly text: string
  /** The file ends with the byte 0x1A: its writer got to the end of it. */
  readonly ended: boolean
}

interface Decoder {
  decode(bytes: Uint8Array): string
}
/** The decoder that every JavaScript platform has; declared here because no platform is assumed. */
declare const TextDecoder: new (label: string, options?: { readonly fatal: boolean }) => Decoder

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const END_MARK = 0x1a
const SPACE = 0x20
/** Excerpts end here: number and name stand before it, what Remarks say of people behind it. */
const EXCERPT_CHARS = 120

/**
 * Decodes a file of text: UTF-8, of which ASCII is a part. A lone 0x1A at the end is taken off and
 * noted. Errors: `records/empty-file`, `records/file-too-large`, `lists/control-character`,
 * `lists/wrong-encoding`; characters beyond ASCII give the warning `lists/not-ascii`.
 */
export function decodeSource(
  file: NamedText,
  limits: { readonly bytes_max: number },
  found: Findings,
): SourceText | null {
  const { name } = file
  const size = file.bytes.length
  if (size === 0) {
    found.error('records/empty-file', { file: name })
    return null
  }
  if (size > limits.bytes_max) {
    found.error('records/file-too-large', { file: name, size, max: limits.bytes_max })
    return null
  }
  const end = endOfText(file.bytes)
  const bytes = file.bytes.subarray(0, end)
  const odd = oddBytes(bytes)
  if (odd.control !== null) {
    const at = odd.control
    const byte = `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`
    found.error('lists/control-character', { file: name, byte }, () => [byteAt(file, at)])
    return null
  }
  const text = decodeUtf8(file, bytes, odd.beyond, found)
  return text === null ? null : { name, text, ended: end < size }
}

/** Where the text ends: before a 0x1A that only line ends follow, else at the end of the file. */
function endOfText(bytes: Uint8Array): number {
  let last = bytes.length - 1
  while (last >= 0 && (bytes[last] === CR || bytes[last] === LF)) last -= 1
  return bytes[last] === END_MARK ? last : bytes.length
}

/** The first control character that no text holds, and the first byte beyond ASCII. */
function oddBytes(bytes: Uint8Array): { control: number | null; beyond: number | null } {
  let beyond: number | null = null
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number
    if (byte >= 0x80) beyond ??= at
    else if (byte < SPACE && byte !== TAB && byte !== LF && byte !== CR) {
      return { control: at, beyond }
    }
  }
  return { control: null, beyond }
}

function decodeUtf8(
  file: NamedText,
  bytes: Uint8Array,
  beyond: number | null,
  found: Findings,
): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (beyond !== null) found.warn('lists/not-ascii', { file: file.name }, byteAt(file, beyond))
    return text
  } catch {
    const at = beyond ?? 0
    found.error('lists/wrong-encoding', { file: file.name }, () => [byteAt(file, at)])
    return null
  }
}

/** The place of a byte of a file that is not, or not yet, text. */
function byteAt(file: NamedText, offset: number): Place {
  const { bytes, name } = file
  const isEnd = (at: number): boolean => bytes[at] === LF || bytes[at] === CR
  let line = 1
  let start = 0
  for (let at = 0; at < offset; at += 1) {
    if (!isEnd(at)) continue
    if (!(bytes[at] === LF && at > 0 && bytes[at - 1] === CR)) line += 1
    start = at + 1
  }
  let end = start
  while (end < bytes.length && end - start < EXCERPT_CHARS && !isEnd(end)) end += 1
  const excerpt = new TextDecoder('utf-8').decode(bytes.subarray(start, end))
  return marked(name, line, excerpt, offset - start + 1, 1)
}

/** The place of some characters of a line of text, of which the number and the start are known. */
export function placeInLine(
  source: SourceText,
  line: { readonly number: number; readonly start: number; readonly end: number },
  offset: number,
  length: number,
): Place {
  const excerpt = source.text.slice(line.start, Math.min(line.end, line.start + EXCERPT_CHARS))
  return marked(source.name, line.number, excerpt, offset - line.start + 1, length)
}

/** Marks characters of an excerpt; all of it when they stand beyond its end. */
function marked(file: string, line: number, text: string, column: number, length: number): Place {
  const excerpt = printable(text)
  const shown = excerpt.length
  if (column > shown + 1) return { file, line, column: 1, excerpt, length: Math.max(1, shown) }
  return { file, line, column, excerpt, length: Math.max(1, Math.min(length, shown - column + 1)) }
}
