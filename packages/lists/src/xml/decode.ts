import type { ByteSource } from '../bytes.ts'
import { type Decoded, decodeText, encodingOfMark } from '../decode.ts'

/**
 * Decodes an XML file in pieces by its byte order mark or its declaration, UTF-8 without either.
 * The last piece is not ok where the bytes are not of the encoding, or the encoding is not known.
 */
export function decodeXml(source: ByteSource): Generator<Decoded> {
  return decodeText(source, (head) => encodingOfMark(head) ?? encodingDeclared(head))
}

function encodingDeclared(bytes: Uint8Array): string {
  let head = ''
  for (const byte of bytes) head += String.fromCharCode(byte)
  return (
    /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
  )
}
