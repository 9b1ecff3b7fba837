import type { Statement } from '@holdfast/kernel'
import type { EntryKind } from '@holdfast/lists'
import { compareForms } from './features.ts'
import { logOdds, scoreOf, type Terms, termsOf } from './model.ts'
import { nameForm, WORDS_MAX } from './name_form.ts'
import { nameReasons } from './reasons.ts'
import { type Manner, Tokens } from './token.ts'

/** How the names of a kind are read; of an unknown kind as those of organisations. */
export function mannerOf(kind: EntryKind | null | undefined): Manner {
  return kind === 'person' ? 'person' : 'other'
}

/** How much of a name could be compared. `none`: no letter and no digit is in it. */
export type Comparable = 'whole' | 'none' | 'too-long'

/** Whether a name can be compared at all, and whole: at most `WORDS_MAX` words are. */
export function comparability(name: string): Comparable {
  const words = name.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words === 0) return 'none'
  return words > WORDS_MAX ? 'too-long' : 'whole'
}

export interface PairScore {
  /** Between 0 and 1; never 1 by names alone, since two parties may share a name. */
  readonly score: number
  readonly reasons: readonly Statement[]
}

/**
 * Compares two names as such, without lists. Symmetric in the score. O(n m) in their words.
 *
 * @param kind of both; null or absent where it is not known
 */
export function comparePair(a: string, b: string, kind?: EntryKind | null): PairScore {
  const manner = mannerOf(kind)
  const tokens = new Tokens()
  const left = nameForm(a, manner, tokens)
  const right = nameForm(b, manner, tokens)
  if (left.tokens.length === 0 || right.tokens.length === 0) return { score: 0, reasons: [] }
  const { features, alignment } = compareForms(left, right)
  const score = scoreOf(logOdds(features, manner))
  return { score, reasons: nameReasons(left, right, alignment) }
}

/** What a pair comes to before it is weighed: for fitting the weights anew. Null without names. */
export function pairTerms(a: string, b: string, kind?: EntryKind | null): Terms | null {
  const manner = mannerOf(kind)
  const tokens = new Tokens()
  const left = nameForm(a, manner, tokens)
  const right = nameForm(b, manner, tokens)
  if (left.tokens.length === 0 || right.tokens.length === 0) return null
  return termsOf(compareForms(left, right).features, manner)
}
