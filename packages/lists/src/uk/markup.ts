import { wordTable } from '@holdfast/records'

const NAMED = wordTable<string>({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  pound: '\u00a3',
  euro: '\u20ac',
  hellip: '\u2026',
})

/**
 * The text of a field that the list writes as escaped HTML: references become characters, the tags
 * of paragraphs and emphasis go. A reference that is not known stays as printed.
 */
export function plainText(text: string): string {
  const unescaped = text.replace(
    /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-z]{2,6});/g,
    (whole, name) => characterOf(name) ?? whole,
  )
  const plain = unescaped
    .replace(/<br ?\/?>|<\/(p|li|div)>/gi, '\n')
    .replace(/<\/?(p|li|ul|ol|div|span|b|i|u|em|strong)(\s[^<>]*)?>/gi, '')
  const lines = plain.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join('\n')
}

function characterOf(name: string): string | null {
  if (!name.startsWith('#')) return NAMED.get(name) ?? null
  const digits = name.slice(1)
  const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits)
  const isText = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isText ? String.fromCodePoint(code) : null
}
