/**
 * What a file is that was given in the place of another. Only its beginning is looked at; the names
 * are parameters of `lists/wrong-file`, whose sentence says them in the reader's language.
 */
export type Recognised =
  | 'compressed'
  | 'eu_xml'
  | 'html'
  | 'json'
  | 'ofac_delimited'
  | 'ofac_xml'
  | 'pdf'
  | 'semicolons'
  | 'un_xml'
  | 'uk_csv'
  | 'utf_16'
  | 'xml'

const HEAD_BYTES = 2_000

/** First bytes in hexadecimal. */
const MAGIC: readonly (readonly [RegExp, Recognised])[] = [
  [/^(504b0304|1f8b|377abcaf)/, 'compressed'],
  [/^25504446/, 'pdf'],
  [/^(fffe|feff|(?!00)..00(?!00)..00|00(?!00)..00(?!00)..)/, 'utf_16'],
]

/** Of text that begins with `<`: what occurs near its beginning. */
const MARKUP: readonly (readonly [RegExp, Recognised])[] = [
  [/<CONSOLIDATED_LIST/, 'un_xml'],
  [/<sdnList|<Sanctions\b|<sanctionsData|ofac\.treas/i, 'ofac_xml'],
  [/eu\.europa\.ec\/fpi\/fsd|<export\b[^>]*generationDate/, 'eu_xml'],
  [/<!doctype\s+html|<(html|head|body)\b/i, 'html'],
  [/^\s*<[?A-Za-z]/, 'xml'],
]

const PLAIN: readonly (readonly [RegExp, Recognised])[] = [
  [/^\s*[{[]/, 'json'],
  [/^\d+@"/, 'ofac_delimited'],
  [/^"?(Report Date|Last Updated|Unique ID)\b/i, 'uk_csv'],
  [/^"?[A-Za-z_]+"?;"?[A-Za-z_]+/, 'semicolons'],
]

/** Recognises a file by its beginning; null when it looks like none of these. */
export function recognise(bytes: Uint8Array): Recognised | null {
  const head = bytes.subarray(0, HEAD_BYTES)
  const hex = Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('')
  for (const [magic, kind] of MAGIC) if (magic.test(hex)) return kind
  let text = ''
  for (const byte of head) text += String.fromCharCode(byte)
  text = text.replace(/^\xef\xbb\xbf/, '')
  const signatures = text.trimStart().startsWith('<') ? MARKUP : PLAIN
  for (const [signature, kind] of signatures) if (signature.test(text)) return kind
  return null
}
