import { type ByteSource, headOf, wordTable } from '@holdfast/records'
import { journalKind } from './eu/journal.ts'
import { type OfacTable, tableOfColumns } from './ofac/tables.ts'

/** The formats that are read, by what the files hold and not by what they are called. */
export type ListFormat =
  | 'ofac-csv'
  | 'ofac-xml'
  | 'ofac-advanced'
  | 'eu-fsf'
  | 'eu-journal'
  | 'un-xml'
  | 'uk-xml'
  | 'uk-csv'
  | 'opensanctions-ftm'
  | 'opensanctions-simple'
  | 'snapshot'

/** Enough for a header, a line of remarks, or what stands before the root of an XML file. */
const HEAD_BYTES = 65_536

/** Local names of roots. */
const ROOTS = wordTable<ListFormat>({
  sdnList: 'ofac-xml',
  Sanctions: 'ofac-advanced',
  export: 'eu-fsf',
  CONSOLIDATED_LIST: 'un-xml',
  Designations: 'uk-xml',
})

/** Of text that is no XML: what its beginning looks like. */
const PLAIN: readonly (readonly [RegExp, ListFormat])[] = [
  [/^holdfast-list \d/, 'snapshot'],
  [/^\s*\{[^\n]*"(schema|op)"\s*:/, 'opensanctions-ftm'],
  [/^"?id"?,"?schema"?,"?name"?,/, 'opensanctions-simple'],
  [/^"?Report Date\b|^([^\n]*\n){0,3}[^\n]*\bUnique ID\b/i, 'uk-csv'],
  [/^\d{1,10},\s*(\d+,\s*)?("|-0-)/, 'ofac-csv'],
]

/** Recognises the format of a file by its beginning; null when it is none that is read. */
export function formatOf(source: ByteSource): ListFormat | null {
  const head = textOfHead(source)
  if (head.trimStart().startsWith('<')) return ROOTS.get(rootOf(head) ?? '') ?? null
  if (journalKind(source) !== null) return 'eu-journal'
  return PLAIN.find(([beginning]) => beginning.test(head))?.[1] ?? null
}

/** Which of OFAC's tables a file is, by the columns of its first line; null when it is none. */
export function ofacTableOf(source: ByteSource): OfacTable | null {
  const [line = ''] = textOfHead(source).split(/[\r\n]/, 1)
  return tableOfColumns(line.replace(/"[^"]*"/g, '').split(',').length)
}

/** The first characters with the bytes as they are: without marks, and without zeros of UTF-16. */
function textOfHead(source: ByteSource): string {
  let text = ''
  for (const byte of headOf(source, HEAD_BYTES)) if (byte !== 0) text += String.fromCharCode(byte)
  return text.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
}

/** The local name of the root; where a DOCTYPE hides it, of the first element that is known. */
function rootOf(head: string): string | null {
  const inner = afterProlog(head)
  const first = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(inner)?.[1]
  if (first !== undefined) return first
  const names = [...ROOTS.keys()].join('|')
  return new RegExp(`<(?:[\\w.-]+:)?(${names})\\b`).exec(inner)?.[1] ?? null
}

/** What may stand before the root, by how it begins and ends. */
const PROLOG = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const

/** The text behind instructions and comments that end within it. */
function afterProlog(text: string): string {
  let at = 0
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1
    const part = PROLOG.find(([open]) => text.startsWith(open, at))
    if (part === undefined) return text.slice(at)
    const end = text.indexOf(part[1], at + part[0].length)
    if (end === -1) return text.slice(at)
    at = end + part[1].length
  }
}
