import { wordTable } from '@holdfast/records'
import type { ListedName, NameKind } from '../entry.ts'

/** Remarks are cut after so many characters, in the middle of a word if need be. */
export const REMARKS_CHARS_MAX = 1_000

const OPEN = /([afn])\.k\.a\. '/
const CLOSE = /'(?=;|\.?$)/
const KINDS = wordTable<NameKind>({ a: 'aka', f: 'fka', n: 'nka' })

/**
 * The weak aliases of an entry: they stand in no file but in Remarks, as `a.k.a. 'NAME'`, `f.k.a.
 * 'NAME'` for a former one. A name may hold apostrophes; the one that closes it stands before a
 * semicolon or at the end. A name that is cut by the end of Remarks is left out, since half a name
 * is another name. Linear in the text.
 */
export function weakAliases(remarks: string): ListedName[] {
  const names: ListedName[] = []
  if (!remarks.includes(".k.a. '")) return names
  const [open, close] = [new RegExp(OPEN, 'g'), new RegExp(CLOSE, 'g')]
  for (;;) {
    const opened = open.exec(remarks)
    if (opened === null) return names
    close.lastIndex = open.lastIndex
    const closed = close.exec(remarks)
    // What does not close here closes nowhere behind it either.
    if (closed === null) return names
    const text = remarks.slice(open.lastIndex, closed.index)
    names.push({ text, kind: KINDS.get(opened[1] ?? '') ?? 'aka', quality: 'weak' })
    open.lastIndex = close.lastIndex
  }
}
