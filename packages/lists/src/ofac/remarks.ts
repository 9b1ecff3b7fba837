import type { ListedName, NameKind } from '../entry.ts'

/** Remarks are cut after so many characters, in the middle of a word if need be. */
export const REMARKS_CHARS_MAX = 1_000

const WEAK_ALIAS = /([afn])\.k\.a\. '(.*?)'(?=;|\.?$)/g
const KINDS: Readonly<Record<string, NameKind>> = { a: 'aka', f: 'fka', n: 'nka' }

/**
 * The weak aliases of an entry: they stand in no file but in Remarks, as `a.k.a. 'NAME'`, `f.k.a.
 * 'NAME'` for a former one. A name may hold apostrophes; the one that closes it stands before a
 * semicolon or at the end. A name that is cut by the end of Remarks is left out, since half a name
 * is another name.
 */
export function weakAliases(remarks: string): ListedName[] {
  if (!remarks.includes(".k.a. '")) return []
  return Array.from(remarks.matchAll(WEAK_ALIAS), ([, kind = '', text = '']) => ({
    text,
    kind: KINDS[kind] ?? 'aka',
    quality: 'weak' as const,
  }))
}
