import type { ByteSource } from '../bytes.ts'
import { type Decoded, decodeText, encodingOfMark } from '../decode.ts'

/** A file in memory is one piece: it is decoded in parts, so that its text is never there twice. */
const PIECE_BYTES = 65_536

/**
 * Decodes an XML file in pieces by its byte order mark or its declaration, UTF-8 without either.
 * The last piece is not ok where the bytes are not of the encoding, or the encoding is not known.
 */
export function decodeXml(source: ByteSource): Generator<Decoded> {
  return decodeText(
    { name: source.name, size: source.size, chunks: () => smallPieces(source) },
    (head) => encodingOfMark(head) ?? encodingDeclared(head),
  )
}

/** The line of the first bytes that are no UTF-8, from 1; null for another encoding. */
export function badByteLine(source: ByteSource, encoding: string): number | null {
  if (encoding !== 'utf-8') return null
  let line = 1
  let wanted = 0
  for (const chunk of source.chunks()) {
    for (const byte of chunk) {
      const continues = (byte & 0xc0) === 0x80
      const never = byte === 0xc0 || byte === 0xc1 || byte > 0xf4
      if (never || continues !== wanted > 0) return line
      if (continues) wanted -= 1
      else if (byte === 0x0a) line += 1
      else if (byte >= 0xc0) wanted = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1
    }
  }
  return line
}

function* smallPieces(source: ByteSource): Generator<Uint8Array> {
  for (const chunk of source.chunks()) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      yield chunk.subarray(at, at + PIECE_BYTES)
    }
  }
}

function encodingDeclared(bytes: Uint8Array): string {
  // `<` in UTF-16 without its mark.
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be'
  let head = ''
  for (const byte of bytes) head += String.fromCharCode(byte)
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]
  // A declaration that can be read byte by byte is not in UTF-16: in capitals it is not known.
  if (declared?.toLowerCase().startsWith('utf-16')) return 'UTF-16'
  return declared?.toLowerCase() ?? 'utf-8'
}
