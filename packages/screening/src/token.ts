import { ALIKE, ALIKE_BITS, EDIT } from './edit.ts'
import {
  consonantKey,
  consonantsOf,
  isLatin,
  isSyllabic,
  isVowelless,
  romanise,
  soundKey,
  withoutBreath,
} from './letters.ts'
import { NUMBER_WORDS, ROMAN } from './vocabulary/numbers.ts'
import { FILLERS, GENERIC, SPELLING_GROUPS } from './vocabulary/organisations.ts'
import { ALSO_NAMES, FREQUENT, NICKNAME_GROUPS, PARTICLES, TITLES } from './vocabulary/persons.ts'

/** How names of a kind are read: people's names, or those of all else. */
export type Manner = 'person' | 'other'

/**
 * What a word does in a name. `particle`, `title` and `filler` come and go between spellings of one
 * name, `generic` stands in very many names, `initial` is one letter.
 */
export type Role = 'word' | 'frequent' | 'generic' | 'particle' | 'title' | 'filler' | 'initial'

/** A word of a name with all that a comparison asks of it; made once for each word. */
export interface Token {
  /** In Latin letters and digits. */
  readonly text: string
  /** As written, folded: for comparisons within one other script. */
  readonly written: string
  readonly role: Role
  /** How much the word says about who is meant; 1 for an ordinary word of a name. */
  readonly weight: number
  /** One bit for each letter from a to z; -1 where a digit or another script stands in the word. */
  readonly letters: number
  /** The consonants by sound. */
  readonly sound: string
  /** The consonants one by one, for comparisons with scripts that write nothing else. */
  readonly consonants: string
  /** Written in Latin letters, with accents or without. */
  readonly latin: boolean
  /** The short vowels are not written. */
  readonly vowelless: boolean
  /** Each character is a syllable, so that the vowels are those of another language. */
  readonly syllabic: boolean
  readonly nicknames: readonly number[]
  readonly spelling: number | null
  readonly number: number | null
}

const ROLE_WEIGHT: Readonly<Record<Role, number>> = {
  word: 1,
  frequent: 0.75,
  generic: 0.55,
  particle: 0.15,
  title: 0.1,
  filler: 0.08,
  initial: 0.3,
}

/**
 * Makes tokens, each word once: a list of 90,000 names has some 60,000 different words.
 *
 * @param words_max beyond so many words all are forgotten, and made anew when they come again
 */
export class Tokens {
  readonly #words_max: number
  readonly #made: Readonly<Record<Manner, Map<string, Token[]>>> = {
    person: new Map(),
    other: new Map(),
  }

  constructor(words_max = Number.POSITIVE_INFINITY) {
    this.#words_max = words_max
  }

  /**
   * The tokens of one written word: mostly one, none for a word without letters and digits, several
   * for a word of a syllabic script.
   */
  of(written: string, manner: Manner): readonly Token[] {
    const known = this.#made[manner].get(written)
    if (known !== undefined) return known
    const latin = romanise(written)
    const words = latin === '' ? [] : latin.split(' ')
    // A syllabic word stays one name: `xijinping`, with the syllables joined.
    const text = words.join('')
    const tokens = text === '' ? [] : [tokenOf(text, written, manner)]
    if (this.#made[manner].size >= this.#words_max) this.#made[manner].clear()
    this.#made[manner].set(written, tokens)
    return tokens
  }
}

function tokenOf(text: string, written: string, manner: Manner): Token {
  const role = manner === 'person' ? personRole(text) : otherRole(text)
  const vowelless = isVowelless(written)
  const latin = isLatin(written)
  // `ط` and `ه` are t and h, and no th.
  const bare = vowelless ? withoutBreath(written).replaceAll(' ', '') : text
  const number = /^\d{1,9}$/.test(text)
    ? Number(text)
    : (NUMBER_WORDS.get(text) ?? ROMAN.get(text) ?? null)
  return {
    text,
    written,
    role,
    weight: ROLE_WEIGHT[role] * lengthWeight(text.length),
    letters: latin && !/\d/.test(text) ? lettersOf(text) : -1,
    sound: vowelless ? consonantKey(bare) : soundKey(text),
    consonants: consonantsOf(bare),
    latin,
    vowelless,
    syllabic: isSyllabic(written),
    nicknames: manner === 'person' ? (NICKNAME_GROUPS.get(text) ?? NONE) : NONE,
    spelling: SPELLING_GROUPS.get(text) ?? null,
    number: manner === 'person' && !/\d/.test(text) ? null : number,
  }
}

/** One bit for each letter from a to z in a text. */
export function lettersOf(text: string): number {
  let bits = 0
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index) - 97
    if (letter >= 0 && letter < 26) bits |= 1 << letter
  }
  return bits
}

const NONE: readonly number[] = []

function personRole(text: string): Role {
  if (text.length === 1) return 'initial'
  if (PARTICLES.has(text)) return 'particle'
  if (TITLES.has(text) && !ALSO_NAMES.has(text)) return 'title'
  return FREQUENT.has(text) || ALSO_NAMES.has(text) ? 'frequent' : 'word'
}

function otherRole(text: string): Role {
  if (FILLERS.has(text)) return 'filler'
  if (text.length === 1 && !/\d/.test(text)) return 'initial'
  return GENERIC.has(text) ? 'generic' : 'word'
}

/** Longer words are rarer, and a match of them says more. */
function lengthWeight(letters: number): number {
  if (letters >= 8) return 1.15
  if (letters >= 4) return 1
  return letters === 3 ? 0.85 : 0.7
}

/** The least that one edit costs which changes letters, in tenths. */
export const CHEAP = 5

const VOWEL_BITS = lettersOf('aeiouyh')

/**
 * What two words cost at least of which one has letters that the other has not (bits of
 * `Token.letters`): each must go or be another, for the price of a vowel, or of a consonant that
 * sounds like one of the other's own. In tenths of an edit.
 */
export function leastCost(letters: number, others: number): number {
  const mine = letters & ~others
  const theirs = others & ~letters
  return Math.max(sideCost(mine, others), sideCost(theirs, letters))
}

/** The cost of letters that must go or become one of the others. */
function sideCost(alone: number, others: number): number {
  let cost = bitCount(alone & VOWEL_BITS) * CHEAP
  let consonants = alone & ~VOWEL_BITS
  while (consonants !== 0) {
    const letter = 31 - Math.clz32(consonants)
    consonants &= ~(1 << letter)
    cost += (ALIKE_BITS[letter]! & others) === 0 ? EDIT : ALIKE
  }
  return cost
}

function bitCount(bits: number): number {
  let rest = bits
  let count = 0
  while (rest !== 0) {
    rest &= rest - 1
    count += 1
  }
  return count
}
