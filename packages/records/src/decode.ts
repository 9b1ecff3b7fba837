import { type ByteSource, headOf } from './bytes.ts'
import { wordTable } from './word_table.ts'

/** What decoding of pieces needs; declared here because no platform is assumed. */
interface StreamDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string
}
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal: boolean },
) => StreamDecoder

/** Encodings by the names that a file may give them, in lower case. */
const ENCODINGS = wordTable<string>({
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
})

const HEAD_BYTES = 200

/** A piece of text, or the encoding that the bytes are not of or that is not known. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly encoding: string }

/**
 * Decodes a file in pieces; a byte order mark is taken off. The last piece is not ok where the
 * bytes are not of the encoding, or the encoding is not known.
 *
 * @param encodingOf the encoding by the first 200 bytes, in lower case
 */
export function* decodeText(
  source: ByteSource,
  encodingOf: (head: Uint8Array) => string,
): Generator<Decoded> {
  const encoding = encodingOf(headOf(source, HEAD_BYTES))
  const known = ENCODINGS.get(encoding)
  if (known === undefined) {
    yield { ok: false, encoding }
    return
  }
  const decoder = new TextDecoder(known, { fatal: true })
  for (const chunk of source.chunks()) {
    const text = decodePiece(decoder, chunk)
    if (text === null) {
      yield { ok: true, text: textBeforeDamage(known, chunk) }
      yield { ok: false, encoding }
      return
    }
    yield { ok: true, text }
  }
  const rest = decodePiece(decoder)
  yield rest === null ? { ok: false, encoding } : { ok: true, text: rest }
}

/**
 * What of a piece can be read, so that the damage is told with its line. The rest of a character of
 * the piece before, at the beginning, is left out.
 */
function textBeforeDamage(known: string, chunk: Uint8Array): string {
  let start = 0
  while (known === 'utf-8' && start < 3 && ((chunk[start] ?? 0) & 0xc0) === 0x80) start += 1
  const text = new TextDecoder(known).decode(chunk.subarray(start), { stream: true })
  const damage = text.indexOf('\uFFFD')
  return damage === -1 ? text : text.slice(0, damage)
}

/** What the byte order mark at the beginning of a file says; null without one. */
export function encodingOfMark(head: Uint8Array): string | null {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

function decodePiece(decoder: StreamDecoder, chunk?: Uint8Array): string | null {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    return null
  }
}
