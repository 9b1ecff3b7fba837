import { EDIT, editCost } from './edit.ts'
import { soundKey } from './letters.ts'
import type { NameForm } from './name_form.ts'
import { leastCost, type Token } from './token.ts'

/** How two words, or a word and a run of words, stand for each other. */
export type How =
  | 'same'
  | 'spelling'
  | 'sound'
  | 'nickname'
  | 'initial'
  | 'number'
  | 'joined'
  | 'acronym'

export interface Pairing {
  /** Words of the first and of the second name, mostly one of each. */
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly how: How
  /** In tenths of an edit. */
  readonly cost: number
  /** The cost per letter, in edits: 0 for the same word, 1 for another. */
  readonly distance: number
}

/** Which words of two names stand for each other, and which stand alone. */
export interface Alignment {
  readonly pairings: readonly Pairing[]
  readonly leftAlone: readonly number[]
  readonly rightAlone: readonly number[]
  /** The least cost of making what stands alone on one side of what does on the other, tenths. */
  readonly forced: number
}

/** Words further apart than that per letter are two words. */
const DISTANCE_MAX = 0.5
/** Words of one sound may differ by more, since vowels are the least sure. */
const SOUND_DISTANCE_MAX = 0.67
const RUN_WORDS_MAX = 4
/** What one word made of another costs at most when nothing better is left. */
const FORCED_MAX = 4 * EDIT

/**
 * Aligns the words of two names: runs of words that together are one word first, then the closest
 * words, each once. Greedy, since names are short; O(n m) comparisons of words.
 */
export function align(left: NameForm, right: NameForm): Alignment {
  const taken = { left: none(left.tokens.length), right: none(right.tokens.length) }
  const pairings: Pairing[] = []
  const take = (pairing: Pairing): void => {
    for (const index of pairing.left) taken.left[index] = 1
    for (const index of pairing.right) taken.right[index] = 1
    pairings.push(pairing)
  }
  pairSame(left.tokens, right.tokens, taken, take)
  if (taken.left.includes(0) && taken.right.includes(0)) pairRest(left, right, taken, take)
  const leftAlone = indicesOf(taken.left)
  const rightAlone = indicesOf(taken.right)
  const forced = forcedCost(left.tokens, right.tokens, leftAlone, rightAlone)
  return { pairings, leftAlone, rightAlone, forced }
}

/** Pairs what is not the same word on both sides. */
function pairRest(
  left: NameForm,
  right: NameForm,
  taken: Taken,
  take: (pairing: Pairing) => void,
): void {
  pairRuns(left.tokens, right.tokens, taken.left, taken.right, (one, run, cost) =>
    take(joinedPairing([one], run, cost, left.tokens[one]!.text.length)),
  )
  pairRuns(right.tokens, left.tokens, taken.right, taken.left, (one, run, cost) =>
    take(joinedPairing(run, [one], cost, right.tokens[one]!.text.length)),
  )
  pairAcronyms(left, right, taken.left, taken.right, (one, run) =>
    take(acronymPairing([one], run, run.length)),
  )
  pairAcronyms(right, left, taken.right, taken.left, (one, run) =>
    take(acronymPairing(run, [one], run.length)),
  )
  pairClosest(left.tokens, right.tokens, taken, take)
}

/** 1: the word at this place is paired. A plain array: most names have three words. */
type Flags = number[]

function none(length: number): Flags {
  return new Array(length).fill(0)
}

interface Taken {
  readonly left: Flags
  readonly right: Flags
}

function joinedPairing(
  left: readonly number[],
  right: readonly number[],
  cost: number,
  letters: number,
): Pairing {
  return { left, right, how: 'joined', cost, distance: cost / (EDIT * letters) }
}

function pairSame(
  left: readonly Token[],
  right: readonly Token[],
  taken: Taken,
  take: (pairing: Pairing) => void,
): void {
  for (let i = 0; i < left.length; i += 1) {
    for (let j = 0; j < right.length; j += 1) {
      if (taken.right[j] === 1 || left[i]!.text !== right[j]!.text) continue
      // Letters of another script that romanise alike may be two names.
      if (!left[i]!.latin && !right[j]!.latin && left[i]!.written !== right[j]!.written) continue
      if (left[i]!.vowelless !== right[j]!.vowelless) continue
      take({ left: [i], right: [j], how: 'same', cost: 0, distance: 0 })
      break
    }
  }
}

/** Finds runs of words that are together one word of the other name: `van der bilt`. */
function pairRuns(
  ones: readonly Token[],
  others: readonly Token[],
  taken: Flags,
  othersTaken: Flags,
  take: (one: number, run: number[], cost: number) => void,
): void {
  for (let one = 0; one < ones.length; one += 1) {
    if (taken[one] === 1 || ones[one]!.text.length < RUN_LETTERS_MIN) continue
    for (let start = 0; start + 1 < others.length; start += 1) {
      const found = runAt(ones[one]!, others, othersTaken, start)
      if (found === null) continue
      take(one, found.run, found.cost)
      break
    }
  }
}

/** Shorter words are no several words. */
const RUN_LETTERS_MIN = 4

function runAt(
  word: Token,
  others: readonly Token[],
  taken: Flags,
  start: number,
): { run: number[]; cost: number } | null {
  let text = ''
  let consonants = ''
  for (let end = start; end < others.length && end < start + RUN_WORDS_MAX; end += 1) {
    const other = others[end]!
    if (taken[end] === 1 || other.number !== null) return null
    text += other.text
    consonants += other.consonants
    if (end === start) continue
    const cost = runCost(word, text, consonants, other.vowelless)
    if (cost === null) continue
    return { run: Array.from({ length: end - start + 1 }, (_, index) => start + index), cost }
  }
  return null
}

/** The cost between a word and a run that is written as one; null where they are not alike. */
function runCost(word: Token, text: string, consonants: string, vowelless: boolean): number | null {
  if (word.vowelless !== vowelless) {
    const same = word.consonants === consonants && consonants.length >= SOUNDS_MIN
    return same ? SKELETON_COST : null
  }
  if (Math.abs(text.length - word.text.length) > 2) return null
  const cost = editCost(word.text, text, 3 * EDIT)
  if (cost <= EDIT) return cost
  return cost <= 3 * EDIT && soundsAlike(word.text, text) ? cost : null
}

/** The least consonants by which two words can be said to sound alike. */
const SOUNDS_MIN = 3

function soundsAlike(a: string, b: string): boolean {
  const key = soundKey(a)
  return key.length >= SOUNDS_MIN && key === soundKey(b)
}

/**
 * Finds words that are the first letters of words of the other name: `PLA`, of people `JC`. Short
 * words of an organisation are too often words.
 */
function pairAcronyms(
  ones: NameForm,
  others: NameForm,
  taken: Flags,
  othersTaken: Flags,
  take: (one: number, run: number[]) => void,
): void {
  const least = ones.manner === 'person' ? 2 : 3
  for (const [one, { text, written }] of ones.tokens.entries()) {
    if (taken[one] === 1 || text.length < least || text.length > 6 || written !== text) continue
    if (ones.manner === 'person' && (text.length > 3 || /[aeiouy]/.test(text))) continue
    const run = acronymRun(text, others.tokens, othersTaken)
    if (run !== null) take(one, run)
  }
}

/** The fewer its letters, the more names an acronym stands for. */
function acronymPairing(
  left: readonly number[],
  right: readonly number[],
  letters: number,
): Pairing {
  const cost = 5 + 8 * Math.max(0, 5 - letters)
  return { left, right, how: 'acronym', cost, distance: 0.1 }
}

function acronymRun(text: string, others: readonly Token[], taken: Flags): number[] | null {
  const open = others.flatMap((token, index) =>
    token.role === 'filler' || taken[index] === 1 ? [] : [index],
  )
  for (let start = 0; start + text.length <= open.length; start += 1) {
    const run = open.slice(start, start + text.length)
    const spelt = run.every((index, letter) => others[index]!.text[0] === text[letter])
    if (spelt && run.every((index) => others[index]!.text.length > 1)) return run
  }
  return null
}

/** Pairs the closest words first; among equal ones the weightier, then the earlier. */
function pairClosest(
  left: readonly Token[],
  right: readonly Token[],
  taken: Taken,
  take: (pairing: Pairing) => void,
): void {
  const found: { pairing: Pairing; rank: number }[] = []
  for (let i = 0; i < left.length; i += 1) {
    if (taken.left[i] === 1) continue
    for (let j = 0; j < right.length; j += 1) {
      if (taken.right[j] === 1) continue
      const pairing = pairTokens(left[i]!, right[j]!, i, j)
      if (pairing === null) continue
      const weight = Math.min(left[i]!.weight, right[j]!.weight)
      found.push({ pairing, rank: (1 - pairing.distance) * (0.5 + weight) })
    }
  }
  found.sort((a, b) => b.rank - a.rank)
  for (const { pairing } of found) {
    const [i, j] = [pairing.left[0]!, pairing.right[0]!]
    if (taken.left[i] === 0 && taken.right[j] === 0) take(pairing)
  }
}

/** How two different words stand for each other; null where they do not. */
function pairTokens(a: Token, b: Token, i: number, j: number): Pairing | null {
  const made = (how: How, cost: number, distance: number): Pairing => {
    return { left: [i], right: [j], how, cost, distance }
  }
  if (a.role === 'initial' || b.role === 'initial') {
    const starts = a.text[0] === b.text[0] && a.text !== b.text && a.number === null
    return starts ? made('initial', 3, 0.1) : null
  }
  if (a.number !== null && a.number === b.number) return made('number', 0, 0)
  if (a.spelling !== null && a.spelling === b.spelling) return made('nickname', 1, 0.02)
  const letters = Math.max(a.text.length, b.text.length)
  const alike = a.sound === b.sound && a.sound.length >= 2
  const most = Math.ceil(letters * EDIT * (alike ? SOUND_DISTANCE_MAX : DISTANCE_MAX))
  const related = a.nicknames.some((group) => b.nicknames.includes(group))
  const plain = a.letters >= 0 && b.letters >= 0
  if (plain && !related && leastCost(a.letters, b.letters) > most) return null
  const cost = tokenCost(a, b, most)
  const distance = cost / (EDIT * letters)
  if (related) {
    return made('nickname', Math.min(cost, 5), Math.min(distance, 0.1))
  }
  if (distance <= DISTANCE_MAX) return made('spelling', cost, distance)
  return alike && distance <= SOUND_DISTANCE_MAX ? made('sound', cost, distance) : null
}

/**
 * The cost between two words in the writing in which they can be compared best, in tenths; or any
 * number above `most`.
 */
export function tokenCost(a: Token, b: Token, most: number): number {
  const letters = Math.max(a.text.length, b.text.length)
  if (a.vowelless !== b.vowelless) return consonantCost(a, b, letters)
  if (a.syllabic !== b.syllabic) return syllabicCost(a, b, letters, most)
  if (a.latin || b.latin) return editCost(a.text, b.text, most)
  const written = editCost(a.written, b.written, most)
  return a.syllabic ? written * SYLLABLE_LETTERS : written
}

/** A syllable of Han or kana is several letters. */
export const SYLLABLE_LETTERS = 2.5

/** Names in Han or kana are written by their sound, with the syllables that the language has. */
function syllabicCost(a: Token, b: Token, letters: number, most: number): number {
  const cost = editCost(a.text, b.text, letters * EDIT)
  const [syllabic] = a.syllabic ? [a] : [b]
  const isForeign = syllabic!.written.length >= FOREIGN_SYLLABLES_MIN
  if (cost <= most / 2 || !isForeign) return cost
  return Math.min(cost, skeletonCost(a.sound, b.sound, letters))
}

/** Names of the language itself are shorter; longer ones may write a foreign name by its sound. */
const FOREIGN_SYLLABLES_MIN = 3

/** Of two words of which one has no short vowels only the consonants can be compared. */
function consonantCost(a: Token, b: Token, letters: number): number {
  return skeletonCost(arabicConsonants(a), arabicConsonants(b), letters)
}

/** Arabic has no p and no v, and writes b and f. */
function arabicConsonants({ consonants }: Token): string {
  return consonants.replaceAll('p', 'b').replaceAll('v', 'f')
}

/** The cost between two words of which only consonants are known, as if all letters were. */
function skeletonCost(a: string, b: string, letters: number): number {
  const most = Math.max(a.length, b.length)
  if (most === 0) return letters * EDIT
  const cost = editCost(a, b, most * EDIT)
  return Math.round((cost / most) * letters) + SKELETON_COST
}

/** What a word costs of which the vowels could not be compared, in tenths of an edit. */
const SKELETON_COST = 2

/** How many consonants were all that could be compared of a pair; null where letters were. */
export function skeletonOf(left: Token, right: Token): number | null {
  if (left.vowelless !== right.vowelless) {
    return Math.min(left.consonants.length, right.consonants.length)
  }
  if (left.syllabic === right.syllabic) return null
  return Math.min(left.sound.length, right.sound.length)
}

function indicesOf(taken: Flags): number[] {
  const alone: number[] = []
  for (let index = 0; index < taken.length; index += 1) if (taken[index] === 0) alone.push(index)
  return alone
}

/** Makes words of others although they are two names: `min` of `il` is little, `khan` a lot. */
function forcedCost(
  left: readonly Token[],
  right: readonly Token[],
  leftAlone: readonly number[],
  rightAlone: readonly number[],
): number {
  const rest = [...rightAlone]
  let sum = 0
  for (const i of leftAlone) {
    if (rest.length === 0) break
    let best = 0
    let least = FORCED_MAX
    for (const [place, j] of rest.entries()) {
      const [a, b] = [left[i]!, right[j]!]
      const plain = a.letters >= 0 && b.letters >= 0
      if (plain && leastCost(a.letters, b.letters) >= least) continue
      const cost = editCost(a.text, b.text, least)
      if (cost < least) [best, least] = [place, cost]
    }
    rest.splice(best, 1)
    sum += least
  }
  return sum
}
