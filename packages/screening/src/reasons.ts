import { type Statement, state } from '@holdfast/kernel'
import type { Alignment, Pairing } from './align.ts'
import type { NameForm } from './name_form.ts'
import type { Token } from './token.ts'

/** Why two names got their score, word by word: what agrees, what differs, what is missing. */
export function nameReasons(
  asked: NameForm,
  listed: NameForm,
  alignment: Alignment,
): readonly Statement[] {
  const { pairings, leftAlone, rightAlone } = alignment
  const reasons: Statement[] = []
  const all = pairings.every((pairing) => pairing.cost === 0 && pairing.how === 'same')
  if (all && leftAlone.length + rightAlone.length === 0) {
    reasons.push(state(isInOrder(pairings) ? 'reason.same-name' : 'reason.same-words'))
  } else {
    const same = pairings.filter((pairing) => pairing.how === 'same')
    if (same.length > 0) {
      const words = same.flatMap(({ left }) => left).map((index) => asked.tokens[index]!.written)
      reasons.push(state('reason.same-parts', { words }))
    }
  }
  for (const pairing of pairings) {
    if (pairing.how !== 'same') reasons.push(pairingReason(asked, listed, pairing))
  }
  const left = wordsOf(asked, leftAlone)
  const right = wordsOf(listed, rightAlone)
  if (left.length > 0 && right.length > 0) {
    reasons.push(state('reason.other-words', { asked: left, listed: right }))
  } else if (left.length > 0) reasons.push(state('reason.only-asked', { words: left }))
  else if (right.length > 0) reasons.push(state('reason.only-listed', { words: right }))
  if (asked.legalForm !== listed.legalForm && asked.legalForm !== null) {
    if (listed.legalForm !== null) {
      const params = { asked: asked.legalForm, listed: listed.legalForm }
      reasons.push(state('reason.legal-form', params))
    }
  }
  return reasons
}

function pairingReason(asked: NameForm, listed: NameForm, pairing: Pairing): Statement {
  const left = wordsOf(asked, pairing.left).join(' ')
  const right = wordsOf(listed, pairing.right).join(' ')
  const scripts = isOther(asked.tokens, pairing.left) !== isOther(listed.tokens, pairing.right)
  const how = scripts && pairing.how === 'spelling' ? 'script' : pairing.how
  return state(`reason.${how}`, { asked: left, listed: right })
}

function wordsOf(form: NameForm, indices: readonly number[]): string[] {
  return indices.map((index) => form.tokens[index]!.written)
}

function isOther(tokens: readonly Token[], indices: readonly number[]): boolean {
  return indices.some((index) => !tokens[index]!.latin)
}

function isInOrder(pairings: readonly Pairing[]): boolean {
  return pairings.every(({ left, right }) => left[0] === right[0])
}
