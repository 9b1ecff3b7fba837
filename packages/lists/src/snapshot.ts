import type { Place, Result } from '@holdfast/kernel'
import { failed, ok, parseDay, problem } from '@holdfast/kernel'
import { Findings, wordTable } from '@holdfast/records'
import { checksum } from './checksum.ts'
import type {
  Address,
  DesignationList,
  EntryKind,
  ListEntry,
  ListedName,
  NameKind,
} from './entry.ts'

/**
 * A list in one small text: a header of `key: value` lines, an empty line, and one line per entry
 * with columns parted by tabs: number, kind, primary name, programmes parted by `;`, then a column
 * for each alias (`aka NAME`, `weak-aka NAME`, …). No remarks and no addresses, so no document
 * numbers. The header states count, length and checksum: a cut snapshot never reads as a list.
 */
const MAGIC = 'holdfast-list 1'

const KINDS: ReadonlySet<string> = new Set(['person', 'entity', 'vessel', 'aircraft', 'asset'])
const ALIASES = wordTable<{ kind: NameKind; quality: 'strong' | 'weak' }>({
  aka: { kind: 'aka', quality: 'strong' },
  fka: { kind: 'fka', quality: 'strong' },
  nka: { kind: 'nka', quality: 'strong' },
  'weak-aka': { kind: 'aka', quality: 'weak' },
  'weak-fka': { kind: 'fka', quality: 'weak' },
  'weak-nka': { kind: 'nka', quality: 'weak' },
})
const NO_ADDRESSES: readonly Address[] = []

/** Writes a list as a snapshot, sorted by number. The same list gives the same text. */
export function writeSnapshot(list: DesignationList): string {
  const entries = [...list.entries].sort(byNumber)
  const body = entries.map((entry) => `${entryLine(entry)}\n`).join('')
  const header = [
    MAGIC,
    `list: ${list.id}`,
    `published: ${list.published ?? 'unknown'}`,
    `provenance: ${list.provenance}`,
    `whole: ${list.whole}`,
    `entries: ${entries.length}`,
    `characters: ${body.length}`,
    `fnv1a: ${checksum(body)}`,
  ]
  return `${header.join('\n')}\n\n${body}`
}

function byNumber(a: ListEntry, b: ListEntry): number {
  const difference = Number(a.id) - Number(b.id)
  if (difference !== 0 && !Number.isNaN(difference)) return difference
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function entryLine(entry: ListEntry): string {
  const [primary, ...aliases] = entry.names
  const columns = [entry.id, entry.kind, primary?.text ?? '', entry.programmes.join(';')]
  for (const { kind, quality, text } of aliases) {
    columns.push(`${quality === 'weak' ? 'weak-' : ''}${kind} ${text}`)
  }
  return columns.map((column) => column.replace(/[\t\r\n]+/g, ' ')).join('\t')
}

/**
 * Reads a snapshot. Errors: `lists/not-a-snapshot`, `lists/snapshot-header`,
 * `lists/snapshot-damaged`, `lists/snapshot-row`. The file's name is only for diagnostics.
 */
export function readSnapshot(text: string, file: string): Result<DesignationList> {
  const opened = openSnapshot(text, file)
  return opened.ok ? readBody(opened.value, file) : opened
}

/** A snapshot whose header and checksum are checked and whose entries are not yet read. */
export interface OpenSnapshot {
  readonly header: Header
  readonly body: string
  /** The number of the body's first line in the file. */
  readonly line: number
}

/** Checks that a snapshot is whole, for whoever reads only some lines of it. */
export function openSnapshot(text: string, file: string): Result<OpenSnapshot> {
  const plain = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
  const cut = plain.indexOf('\n\n')
  const head = (cut === -1 ? plain : plain.slice(0, cut)).split('\n')
  if (head[0] !== MAGIC) {
    return failed([problem('lists/not-a-snapshot', { file }, at(file, 1, head[0] ?? ''))])
  }
  const header = readHeader(head, file)
  if (!header.ok) return header
  const body = cut === -1 ? '' : plain.slice(cut + 2)
  const damaged =
    body.length !== Number(header.value.get('characters')) ||
    checksum(body) !== header.value.get('fnv1a')
  if (damaged) return failed([problem('lists/snapshot-damaged', { file })])
  return ok({ header: header.value, body, line: head.length + 2 })
}

/** The header's lines by their keys. */
export type Header = ReadonlyMap<string, string>

const HEADER: readonly (readonly [key: string, value: RegExp])[] = [
  ['list', /^[a-z0-9-]+$/],
  ['published', /^(unknown|\d{4}-\d{2}-\d{2})$/],
  ['provenance', /^(official|reconstructed)$/],
  ['whole', /^(proven|unproven)$/],
  ['entries', /^\d{1,7}$/],
  ['characters', /^\d{1,9}$/],
  ['fnv1a', /^[0-9a-f]{8}$/],
]

function readHeader(lines: readonly string[], file: string): Result<Header> {
  const header = new Map<string, string>()
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(': ')
    if (colon !== -1) header.set(line.slice(0, colon), line.slice(colon + 2))
  }
  for (const [key, value] of HEADER) {
    const stated = header.get(key) ?? ''
    const known = value.test(stated) && (key !== 'published' || isDayOrUnknown(stated))
    if (!known) return failed([problem('lists/snapshot-header', { file, key }, at(file, 1, MAGIC))])
  }
  return ok(header)
}

function isDayOrUnknown(text: string): boolean {
  return text === 'unknown' || parseDay(text) !== null
}

function readBody(opened: OpenSnapshot, file: string): Result<DesignationList> {
  const { body, header } = opened
  const found = new Findings()
  const entries: ListEntry[] = []
  const programmes = new Map<string, readonly string[]>()
  let line = opened.line
  for (let start = 0; start < body.length; line += 1) {
    const newline = body.indexOf('\n', start)
    const end = newline === -1 ? body.length : newline
    const text = body.slice(start, end)
    const entry = readEntry(text, programmes)
    if (entry !== null) entries.push(entry)
    else rowError(found, file, line, text)
    start = end + 1
  }
  if (entries.length !== Number(header.get('entries')))
    found.error('lists/snapshot-damaged', { file })
  if (found.fatal) return failed(found.diagnostics())
  const published = header.get('published') ?? 'unknown'
  return ok({
    id: header.get('list') ?? '',
    published: published === 'unknown' ? null : published,
    provenance: header.get('provenance') === 'official' ? 'official' : 'reconstructed',
    whole: header.get('whole') === 'proven' ? 'proven' : 'unproven',
    entries,
  })
}

function rowError(found: Findings, file: string, line: number, text: string): void {
  found.error('lists/snapshot-row', { file, line }, () => [at(file, line, text)])
}

/** Reads one line of the body; null when it is no entry. Equal programmes share one array. */
export function readEntry(line: string, known: Map<string, readonly string[]>): ListEntry | null {
  const columns = line.split('\t')
  const [id, kind, name, joined] = columns
  if (id === undefined || kind === undefined || name === undefined || joined === undefined) {
    return null
  }
  if (id === '' || name === '' || !KINDS.has(kind)) return null
  const names: ListedName[] = [{ text: name, kind: 'primary', quality: 'strong' }]
  for (let column = 4; column < columns.length; column += 1) {
    const alias = columns[column] as string
    const space = alias.indexOf(' ')
    const label = ALIASES.get(alias.slice(0, space))
    if (label === undefined) return null
    names.push({ text: alias.slice(space + 1), kind: label.kind, quality: label.quality })
  }
  const programmes = programmesOf(joined, known)
  return { id, kind: kind as EntryKind, names, programmes, remarks: '', addresses: NO_ADDRESSES }
}

function programmesOf(joined: string, known: Map<string, readonly string[]>): readonly string[] {
  const before = known.get(joined)
  if (before !== undefined) return before
  const programmes = joined === '' ? [] : joined.split(';')
  known.set(joined, programmes)
  return programmes
}

function at(file: string, line: number, excerpt: string): Place {
  const shown = excerpt.slice(0, 120)
  return { file, line, column: 1, excerpt: shown, length: Math.max(1, shown.length) }
}
