import type { ByteSource } from '../bytes.ts'

/** What decoding of pieces needs; declared here because no platform is assumed. */
interface StreamDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string
}
declare const TextDecoder: new (label: string, options: { readonly fatal: boolean }) => StreamDecoder

/** Encodings that a declaration may name, by what it says in lower case. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
}

/** Text in pieces, or the byte within the file at which it stops being text. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly encoding: string }

/**
 * Decodes an XML file in pieces by its byte order mark or its declaration, UTF-8 without either.
 * The last piece is not ok where the bytes are not of the encoding, or the encoding is not known.
 */
export function* decodeXml(source: ByteSource): Generator<Decoded> {
  let decoder: StreamDecoder | null = null
  let encoding = 'utf-8'
  for (const chunk of source.chunks()) {
    if (decoder === null) {
      encoding = encodingOf(chunk)
      const known = ENCODINGS[encoding]
      if (known === undefined) {
        yield { ok: false, encoding }
        return
      }
      decoder = new TextDecoder(known, { fatal: true })
    }
    const text = decodePiece(decoder, chunk)
    if (text === null) {
      yield { ok: false, encoding }
      return
    }
    yield { ok: true, text }
  }
  const rest = decoder === null ? '' : decodePiece(decoder)
  yield rest === null ? { ok: false, encoding } : { ok: true, text: rest }
}

function decodePiece(decoder: StreamDecoder, chunk?: Uint8Array): string | null {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    return null
  }
}

function encodingOf(chunk: Uint8Array): string {
  const [first, second] = chunk
  if (first === 0xff && second === 0xfe) return 'utf-16'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  let head = ''
  for (const byte of chunk.subarray(0, 200)) head += String.fromCharCode(byte)
  return /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
}
