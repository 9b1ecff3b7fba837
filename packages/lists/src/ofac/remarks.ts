import type { ListedName } from '../entry.ts'

/** Remarks are cut after so many characters, in the middle of a word if need be. */
export const REMARKS_CHARS_MAX = 1_000

const WEAK_ALIAS = /a\.k\.a\. '(.*?)'(?=;|\.?$)/g

/**
 * The weak aliases of an entry: they stand in no file but in Remarks, as `a.k.a. 'NAME'`. A name
 * may hold apostrophes; the one that closes it stands before a semicolon or at the end. A name that
 * is cut by the end of Remarks is left out, since half a name is another name.
 */
export function weakAliases(remarks: string): ListedName[] {
  if (!remarks.includes("a.k.a. '")) return []
  return Array.from(remarks.matchAll(WEAK_ALIAS), (match) => ({
    text: match[1] ?? '',
    kind: 'aka' as const,
    quality: 'weak' as const,
  }))
}
