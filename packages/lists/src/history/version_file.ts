/** A version of a list as text lines: whole, or as what differs from another version. */
import { failed, ok, problem, type Result } from '@holdfast/kernel'
import { jsonRecord } from '@holdfast/records'
import type { DesignationList, ListEntry, ListHead } from '../entry.ts'
import { deltaLines, patched } from './delta.ts'
import { canonicalEntry, canonicalText, digestOfAll } from './digest.ts'

/** What whoever keeps versions wants to find again beside one: where it came from, and when. */
export type VersionNotes = Readonly<Record<string, string | number | null>>

export interface VersionHeader extends ListHead {
  /** Entries and names of the version, whole or not. */
  readonly entries: number
  readonly names: number
  /** The hash over the canonical texts of all entries, in their order. */
  readonly digest: string
  /** The digest of the version that this one is a difference from; null when it is whole. */
  readonly base: string | null
  readonly notes: VersionNotes
}

export interface VersionText {
  readonly header: VersionHeader
  /** Lines that end with a line feed each: header, body, end. */
  readonly text: string
}

/** A version file that is intact, before it is joined with the one it is a difference from. */
export interface VersionLines {
  readonly header: VersionHeader
  readonly body: readonly string[]
}

const FORMAT = 1

/** The hash of a list's entries: the same exactly when all entries are the same in their order. */
export function listDigest(list: DesignationList): string {
  return digestOfAll(list.entries.map(canonicalEntry))
}

/**
 * Writes a version: whole without a `base`, else as what differs from it. Lines: the header, then
 * for a whole version each entry's canonical text, for a difference the lines of `deltaLines`, then
 * the end with the number of lines and the hash of all before it. Linear, but for the order of
 * entries: O(n log n).
 */
export function writeVersion(
  list: DesignationList,
  notes: VersionNotes,
  base: { readonly digest: string; readonly list: DesignationList } | null = null,
): VersionText {
  const lines = list.entries.map(canonicalEntry)
  const header: VersionHeader = {
    id: list.id,
    published: list.published,
    provenance: list.provenance,
    whole: list.whole,
    entries: list.entries.length,
    names: list.entries.reduce((sum, entry) => sum + entry.names.length, 0),
    digest: digestOfAll(lines),
    base: base?.digest ?? null,
    notes,
  }
  const body = base === null ? lines : deltaLines(base.list.entries, list.entries)
  const first = canonicalText({ format: FORMAT, holdfast: 'list-version', ...header })
  const sum = digestOfAll([first, ...body])
  const end = canonicalText({ lines: body.length, sum })
  return { header, text: `${[first, ...body, end].join('\n')}\n` }
}

/**
 * Reads a version's lines and proves that they are all there and unchanged.
 *
 * Errors: `lists/version-newer`, `lists/version-damaged` with `reason` `foreign` (no version file),
 * `cut` or `changed`.
 */
export function readVersionLines(text: string, file: string): Result<VersionLines> {
  const lines = text.split('\n')
  const first = jsonRecord(lines[0] ?? '')
  if (first?.holdfast !== 'list-version') return damaged(file, 'foreign')
  if (first.format !== FORMAT) {
    return failed([problem('lists/version-newer', { file, format: String(first.format) })])
  }
  const after = lines.pop()
  const end = jsonRecord(lines.pop() ?? '')
  const whole = after === '' && end !== null && end.lines === lines.length - 1
  if (!whole) return damaged(file, 'cut')
  if (end.sum !== digestOfAll(lines)) return damaged(file, 'changed')
  const { format: _format, holdfast: _holdfast, ...header } = first
  return ok({ header: header as unknown as VersionHeader, body: lines.slice(1) })
}

/**
 * The list of a version. `base` is the version named by the header; null for a whole one.
 *
 * Errors: `lists/version-damaged` with `reason` `base` (another base than the one it was made from)
 * or `content` (lines that do not fit together although the file is unchanged).
 */
export function listOfVersion(
  { header, body }: VersionLines,
  base: { readonly digest: string; readonly list: DesignationList } | null,
  file: string,
): Result<DesignationList> {
  if (header.base !== (base?.digest ?? null)) return damaged(file, 'base')
  const entries = base === null ? wholeEntries(body) : patched(base.list.entries, body)
  if (entries?.length !== header.entries) return damaged(file, 'content')
  const { id, published, provenance, whole } = header
  return ok({ id, published, provenance, whole, entries })
}

function wholeEntries(body: readonly string[]): ListEntry[] | null {
  const entries: ListEntry[] = []
  for (const line of body) {
    const entry = jsonRecord(line)
    if (entry === null) return null
    entries.push(entry as unknown as ListEntry)
  }
  return entries
}

function damaged<T>(file: string, reason: string): Result<T> {
  return failed([problem('lists/version-damaged', { file, reason })])
}
