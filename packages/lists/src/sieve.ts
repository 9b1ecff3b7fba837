import type { DesignationList, EntryKind, ListEntry } from './entry.ts'
import { nameKey } from './names.ts'

/** Names to look up together, all of one bearer. */
export interface NameQuery {
  readonly names: readonly string[]
  readonly kind: EntryKind
}

/**
 * What `findByName` finds, for many bearers in one pass over a list that is asked only once.
 *
 * A sum over letters and digits, which no order and no punctuation changes, sieves the list's
 * names; only those that pass are normalised. Linear in the letters of the list.
 *
 * @returns for each query the entries, each once, in the order of the list
 */
export function findAllByName(
  list: DesignationList,
  queries: readonly NameQuery[],
): readonly (readonly ListEntry[])[] {
  const bearers = new Map<string, number[]>()
  const sums = new Set<number>()
  for (const [index, { names, kind }] of queries.entries()) {
    for (const name of names) {
      const key = nameKey(name, kind)
      if (key === '') continue
      const id = `${kind} ${key}`
      bearers.set(id, [...(bearers.get(id) ?? []), index])
      sums.add(sumOf(key))
    }
  }
  const found = queries.map(() => new Set<ListEntry>())
  for (const entry of list.entries) {
    for (const { text, quality } of entry.names) {
      if (quality === 'weak') continue
      const sum = sumOf(text)
      if (sum !== NOT_ASCII && !sums.has(sum)) continue
      const id = `${entry.kind} ${nameKey(text, entry.kind)}`
      for (const index of bearers.get(id) ?? []) found[index]!.add(entry)
    }
  }
  return found.map((entries) => [...entries])
}

/** The sum of a text that must be normalised to be known. */
const NOT_ASCII = -1

/** Squares tell apart what plain sums do not: AD and BC. */
function sumOf(text: string): number {
  let sum = 0
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index)
    if (code > 127) return NOT_ASCII
    if (code >= 97 && code <= 122) code -= 32
    if ((code >= 65 && code <= 90) || (code >= 48 && code <= 57)) sum += code * code
  }
  return sum
}
