import type { DesignationList, EntryKind, ListEntry } from './entry.ts'

/**
 * Names, compared exactly after normalisation. Order of a person's name parts, case, accents and
 * punctuation do not count; every letter does. Spelling variants are not found here.
 */

/** Letters that Unicode does not take apart, as lists of plain ASCII write them. */
const PLAIN: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ð: 'D',
  Ø: 'O',
  Þ: 'TH',
  Đ: 'D',
  Ħ: 'H',
  Ł: 'L',
  Ŋ: 'N',
  Œ: 'OE',
  Ŧ: 'T',
  ẞ: 'SS',
}
const PLAIN_LETTERS = /[ÆÐØÞĐĦŁŊŒŦẞ]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ASCII = /^[\x00-\x7f]*$/

/** Upper case, accents stripped, punctuation to spaces, single spaces: `Al-Haq` is `AL HAQ`. */
export function normaliseName(text: string): string {
  if (ASCII.test(text))
    return text
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, ' ')
      .trim()
  return text
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(PLAIN_LETTERS, (letter) => PLAIN[letter] ?? letter)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * What two names share when they are the same name: for persons the sorted parts, so that
 * `KHAN, Karim Asad Ahmad` is `Karim Asad Ahmad Khan`; for others the normalised text.
 */
export function nameKey(text: string, kind: EntryKind): string {
  const normal = normaliseName(text)
  return kind === 'person' ? normal.split(' ').sort().join(' ') : normal
}

/** The entries of a list by kind and key of their strong names. */
export interface NameIndex {
  readonly byKey: Readonly<Record<EntryKind, ReadonlyMap<string, readonly ListEntry[]>>>
}

/** Indexes the primary and the strong names of a list; once for many questions. */
export function indexNames(list: DesignationList): NameIndex {
  const byKey = {
    person: new Map<string, ListEntry[]>(),
    entity: new Map<string, ListEntry[]>(),
    vessel: new Map<string, ListEntry[]>(),
    aircraft: new Map<string, ListEntry[]>(),
    asset: new Map<string, ListEntry[]>(),
  }
  for (const entry of list.entries) {
    const keys = byKey[entry.kind]
    for (const name of entry.names) {
      if (name.quality === 'weak') continue
      const key = nameKey(name.text, entry.kind)
      const there = keys.get(key)
      if (there === undefined) keys.set(key, [entry])
      else if (there.at(-1) !== entry) there.push(entry)
    }
  }
  return { byKey }
}

/** Indexes by their lists: a list is indexed at the first question and forgotten with the list. */
const indexes = new WeakMap<DesignationList, NameIndex>()

/**
 * The entries of that kind of which a strong name equals one of the names, each once, in the order
 * of the names asked for. A name without a letter or digit finds nothing.
 */
export function findByName(
  list: DesignationList,
  names: readonly string[],
  kind: EntryKind,
): ListEntry[] {
  const index = indexes.get(list) ?? indexNames(list)
  indexes.set(list, index)
  return findInIndex(index, names, kind)
}

/** The same in an index that the caller holds. */
export function findInIndex(
  index: NameIndex,
  names: readonly string[],
  kind: EntryKind,
): ListEntry[] {
  const entries = new Set<ListEntry>()
  for (const name of names) {
    const key = nameKey(name, kind)
    if (key === '') continue
    for (const entry of index.byKey[kind].get(key) ?? []) entries.add(entry)
  }
  return [...entries]
}
