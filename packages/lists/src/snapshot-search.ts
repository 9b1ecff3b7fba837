import type { Result } from '@holdfast/kernel'
import { ok } from '@holdfast/kernel'
import type { EntryKind, ListEntry } from './entry.ts'
import { findByName, nameKey, normaliseName } from './names.ts'
import { openSnapshot, readEntry, readSnapshot } from './snapshot.ts'

/** Text of plain ASCII, in which every part of a normalised name stands as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ASCII = /^[\x00-\x7f]*$/

/**
 * What `findByName` finds, straight from a snapshot's text: for few questions to a list that is
 * not read yet. Only lines that hold the longest part of a name are read. The same entries as
 * `findByName` of the list, in the order of the names and then of the list. One pass over the text
 * per name; beyond some dozens of names `readSnapshot` and `findByName` are faster.
 */
export function findInSnapshot(
  text: string,
  file: string,
  names: readonly string[],
  kind: EntryKind,
): Result<ListEntry[]> {
  const opened = openSnapshot(text, file)
  if (!opened.ok) return opened
  const { body } = opened.value
  if (!ASCII.test(body)) {
    const list = readSnapshot(text, file)
    return list.ok ? ok(findByName(list.value, names, kind)) : list
  }
  const folded = body.toUpperCase()
  const entries = new Map<string, ListEntry>()
  for (const name of names) {
    const key = nameKey(name, kind)
    for (const entry of candidates(body, folded, longestPart(name))) {
      if (entry.kind === kind && hasKey(entry, key)) entries.set(entry.id, entry)
    }
  }
  return ok([...entries.values()])
}

function longestPart(name: string): string {
  const parts = normaliseName(name).split(' ')
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

/** The entries of the lines that hold a text anywhere. */
function* candidates(body: string, folded: string, part: string): Generator<ListEntry> {
  if (part === '') return
  const programmes = new Map<string, readonly string[]>()
  let at = folded.indexOf(part)
  while (at !== -1) {
    const start = folded.lastIndexOf('\n', at) + 1
    const end = folded.indexOf('\n', at)
    const entry = readEntry(body.slice(start, end), programmes)
    if (entry !== null) yield entry
    at = folded.indexOf(part, end)
  }
}

function hasKey(entry: ListEntry, key: string): boolean {
  return entry.names.some(
    (name) => name.quality === 'strong' && nameKey(name.text, entry.kind) === key,
  )
}
