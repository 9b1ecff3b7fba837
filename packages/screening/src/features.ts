import { type Alignment, align, SYLLABLE_LETTERS, skeletonOf } from './align.ts'
import { EDIT, editCost } from './edit.ts'
import type { NameForm } from './name_form.ts'
import type { Token } from './token.ts'

/**
 * What a comparison of two names comes to, as numbers of which a score is made. Costs are in edits,
 * shares are of weight.
 */
export interface Features {
  /** Edits within the words that stand for each other. */
  readonly edits: number
  /** The farthest of these pairs, in edits per letter. */
  readonly worst: number
  /** Edits that make the words that stand alone on both sides of each other. */
  readonly forced: number
  /** All edits over the letters of the longer name. */
  readonly density: number
  /** Weight of words that the names exchange: it stands alone on both sides. */
  readonly exchanged: number
  /** The same over the weight of the lighter name. */
  readonly exchangedShare: number
  /** Weight of words that only one name has, over that of the longer name. */
  readonly omitted: number
  /** Weight of the words that agree. */
  readonly agreed: number
  /** The same where a single word is all that agrees. */
  readonly lone: number
  /** The share of pairs in which one side is a first letter only. */
  readonly initials: number
  /** 1: legal forms contradict each other; a part of it: only one name has one. */
  readonly legalForm: number
}

export interface Compared {
  readonly features: Features
  readonly alignment: Alignment
}

/** Words that weigh less say little by themselves: particles, initials. */
const TELLING_MIN = 0.4

/** So many consonants say who is meant, also without their vowels; each that lacks costs more. */
const SKELETON_FULL = 7
const SKELETON_LACK = 0.35

/** Beyond so many edits it does not matter how many. */
const EDITS_MAX = 6

/** Compares two names word by word. O(n m) in their words. */
export function compareForms(left: NameForm, right: NameForm): Compared {
  const alignment = align(left, right)
  const leftAlone = weightOf(left, alignment.leftAlone)
  const rightAlone = weightOf(right, alignment.rightAlone)
  const heavier = Math.max(left.weight, right.weight, 0.01)
  const lighter = Math.max(Math.min(left.weight, right.weight), 0.01)
  let edits = 0
  let worst = 0
  let initials = 0
  let telling = 0
  let skeleton: number | null = null
  for (const { cost, distance, how, left: words, right: others } of alignment.pairings) {
    if (left.tokens[words[0]!]!.weight >= TELLING_MIN) telling += 1
    const consonants = skeletonOf(left.tokens[words[0]!]!, right.tokens[others[0]!]!)
    if (consonants !== null) skeleton = (skeleton ?? 0) + consonants
    if (how === 'initial' || (how === 'acronym' && left.manner === 'person')) initials += 1
    else {
      edits += cost / EDIT
      worst = Math.max(worst, distance)
    }
  }
  if (skeleton !== null) edits += Math.max(0, SKELETON_FULL - skeleton) * SKELETON_LACK
  let forced = alignment.forced / EDIT
  let exchanged = Math.min(leftAlone, rightAlone)
  let omitted = Math.abs(leftAlone - rightAlone) / heavier
  const letters = Math.max(left.joined.length, right.joined.length, 1)
  const joined = joinedCost(left, right, edits + forced)
  if (joined !== null && joined < edits + forced + omitted * heavier) {
    // The same letters with spaces elsewhere: what stood alone was a piece of a word.
    edits = joined
    forced = 0
    exchanged = 0
    omitted = 0
    worst = Math.min(worst, joined / letters)
  }
  const features = {
    edits: Math.min(edits, EDITS_MAX),
    worst,
    forced: Math.min(forced, EDITS_MAX),
    density: Math.min(1, (edits + forced) / letters),
    exchanged: Math.min(exchanged, 3),
    exchangedShare: Math.min(1, exchanged / lighter),
    omitted,
    agreed: Math.min(4, (left.weight + right.weight - leftAlone - rightAlone) / 2),
    lone: telling <= 1 ? omitted : 0,
    initials: initials === 0 ? 0 : initials / alignment.pairings.length,
    legalForm: legalConflict(left, right),
  }
  return { features, alignment }
}

function weightOf(form: NameForm, indices: readonly number[]): number {
  return indices.reduce((sum, index) => sum + form.tokens[index]!.weight, 0)
}

function isVowelless(token: Token): boolean {
  return token.vowelless
}

/** Names whose letters in order are nearly the same, however they are parted; in edits. */
function joinedCost(left: NameForm, right: NameForm, most: number): number | null {
  // What writes no vowels is shorter by them.
  if (left.tokens.some(isVowelless) !== right.tokens.some(isVowelless)) return null
  if (most === 0 || Math.min(left.joined.length, right.joined.length) < 5) return null
  // Two names of another script are compared as they are written.
  const written = left.joinedWritten !== '' && right.joinedWritten !== ''
  const [a, b] = written ? [left.joinedWritten, right.joinedWritten] : [left.joined, right.joined]
  if (Math.abs(a.length - b.length) > 2) return null
  const weight = written && left.tokens.some((token) => token.syllabic) ? SYLLABLE_LETTERS : 1
  const cost = (weight * editCost(a, b, 2 * EDIT)) / EDIT
  return cost <= 2 ? cost : null
}

function legalConflict(left: NameForm, right: NameForm): number {
  if (left.legalForm === right.legalForm) return 0
  if (left.legalForm === null || right.legalForm === null) return 0.25
  const vague = left.legalForm === 'corporation' || right.legalForm === 'corporation'
  return vague ? 0.5 : 1
}
