import { tokenCost } from './align.ts'
import { EDIT, EditTarget } from './edit.ts'
import { soundKey } from './letters.ts'
import { CHEAP, leastCost, type Token } from './token.ts'

/** A word of the lists that may be meant by a word asked for, and how near it is: 1 the same. */
export interface Near {
  readonly word: number
  readonly nearness: number
}

/** Room for the first words. */
const WORDS_FIRST = 1_024
/** Words are compared by their first letters only beyond this length. */
const LENGTH_MAX = 64
/** Words further apart than that per letter are not looked at. */
const DISTANCE_MAX = 0.28
/** From so many consonants on one of them may be missing or another. */
const DELETIONS_MIN = 3
/** From so many consonants on words of the same sound are looked at. */
const SOUNDS_MIN = 3
/** Joined words of fewer consonants sound like too many others. */
const JOINED_SOUNDS_MIN = 4

/**
 * The different words of the lists, found by spelling, by sound, by one consonant more, less or
 * another, and by the names that a short form stands for.
 *
 * Deleting one letter of both words finds all words one edit apart (Garbe's symmetric deletion,
 * here over the consonants alone, so that vowels may differ at will). The words of a list of 90,000
 * names are some 60,000, and of ten times the names some four times as many, so that a larger list
 * costs less than its size.
 */
export class Lexicon {
  readonly tokens: Token[] = []
  /**
   * Of each word its length, its letters and its text,
   * each beside its like: to fetch three hundred words from all over the memory takes longer than
   * to compare them.
   */
  #lengths = new Uint8Array(WORDS_FIRST)
  #letters = new Int32Array(WORDS_FIRST)
  readonly #texts: string[] = []
  readonly #byToken = new Map<Token, number>()
  readonly #byText = new Map<string, number[]>()
  readonly #bySound = new Map<string, number[]>()
  readonly #byConsonants = new Map<string, number[]>()
  readonly #byDeletion = new Map<string, number[]>()
  readonly #byNickname = new Map<number, number[]>()
  /** In which round each word was last looked at, so that each is looked at once. */
  #seen = new Uint32Array(WORDS_FIRST)
  #round = 0
  readonly #target = new EditTarget()
  /** What words asked for before were near to: the same words are asked for again and again. */
  readonly #near = new Map<Token, readonly Near[]>()

  /** The number of a word; a new one where it was not there. */
  add(token: Token): number {
    const known = this.#byToken.get(token)
    if (known !== undefined) return known
    const word = this.tokens.length
    this.tokens.push(token)
    if (word >= this.#lengths.length) this.#grow()
    this.#lengths[word] = Math.min(token.text.length, LENGTH_MAX)
    this.#letters[word] = token.letters
    this.#texts.push(token.text)
    this.#byToken.set(token, word)
    push(this.#byText, token.text, word)
    push(this.#bySound, token.sound, word)
    push(this.#byConsonants, token.consonants, word)
    for (const key of deletions(token.consonants)) push(this.#byDeletion, key, word)
    for (const group of token.nicknames) push(this.#byNickname, group, word)
    return word
  }

  /** Makes room for twice as many words. */
  #grow(): void {
    const size = this.#lengths.length * 2
    const [lengths, letters] = [new Uint8Array(size), new Int32Array(size)]
    lengths.set(this.#lengths)
    letters.set(this.#letters)
    this.#lengths = lengths
    this.#letters = letters
    this.#seen = new Uint32Array(size)
    this.#round = 0
  }

  /** The words near to one, each once, with the best nearness found. */
  near(token: Token): readonly Near[] {
    const known = this.#near.get(token)
    if (known !== undefined) return known
    const found = new Map<number, number>()
    for (const word of this.#byText.get(token.text) ?? []) found.set(word, 1)
    for (const group of token.nicknames) {
      for (const word of this.#byNickname.get(group) ?? []) raise(found, word, 0.9)
    }
    if (token.role !== 'initial') this.#addAlike(token, found)
    const near = Array.from(found, ([word, nearness]) => ({ word, nearness }))
    if (this.#near.size >= REMEMBERED_MAX) this.#near.clear()
    this.#near.set(token, near)
    return near
  }

  /** The words spelt exactly so. */
  withText(text: string): readonly number[] {
    return this.#byText.get(text) ?? NONE
  }

  /** The words that a text of several words joined may be: spelt so, or of one sound and near. */
  joined(text: string): readonly number[] {
    const exact = this.#byText.get(text)
    if (exact !== undefined) return exact
    const sound = soundKey(text)
    if (sound.length < JOINED_SOUNDS_MIN) return NONE
    const words = this.#bySound.get(sound) ?? NONE
    if (words.length === 0) return NONE
    const target = this.#target.aim(text)
    return words.filter((word) => target.cost(this.tokens[word]!.text, EDIT) <= EDIT)
  }

  /** Adds words of the same sound, or with one consonant more, less or another. */
  #addAlike(token: Token, found: Map<number, number>): void {
    this.#round += 1
    this.#target.aim(token.text)
    const { consonants } = token
    // Very many short words sound alike.
    const sounding = token.sound.length >= SOUNDS_MIN || token.vowelless || token.syllabic
    if (sounding) this.#addNear(token, this.#bySound.get(token.sound), found)
    this.#addNear(token, this.#byConsonants.get(consonants), found)
    this.#addNear(token, this.#byDeletion.get(consonants), found)
    for (const key of deletions(consonants)) {
      this.#addNear(token, this.#byConsonants.get(key), found)
      this.#addNear(token, this.#byDeletion.get(key), found)
    }
  }

  /** Adds those of some words that are near, and not looked at yet in this round. */
  #addNear(token: Token, words: readonly number[] | undefined, found: Map<number, number>): void {
    if (words === undefined) return
    // Fields are fetched once: this loop is most of the work of a question.
    const [seen, round, lengths, letters] = [this.#seen, this.#round, this.#lengths, this.#letters]
    const length = Math.min(token.text.length, LENGTH_MAX)
    const mine = token.letters
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index]!
      if (seen[word] === round) continue
      seen[word] = round
      const other = lengths[word]!
      const longer = Math.max(length, other)
      const most = MOST[longer]!
      const others = letters[word]!
      if (mine >= 0 && others >= 0) {
        if (Math.abs(length - other) * CHEAP > most) continue
        if (leastCost(mine, others) > most) continue
      }
      const cost = this.#costTo(token, word, most)
      if (cost <= most && !found.has(word)) found.set(word, 1 - cost / (EDIT * longer))
    }
  }

  #costTo(token: Token, word: number, most: number): number {
    const plain = token.letters >= 0 && this.#letters[word]! >= 0
    if (plain) return this.#target.cost(this.#texts[word]!, most)
    return tokenCost(token, this.tokens[word]!, most)
  }
}

/** By the letters of the longer word, the most that a word may cost which is still near, tenths. */
const MOST = Uint16Array.from({ length: LENGTH_MAX + 1 }, (_, letters) =>
  Math.floor(letters * EDIT * DISTANCE_MAX),
)

const NONE: readonly number[] = []

const REMEMBERED_MAX = 20_000

function deletions(key: string): string[] {
  if (key.length < DELETIONS_MIN) return []
  return Array.from(key, (_, index) => key.slice(0, index) + key.slice(index + 1))
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [value])
  else if (there.at(-1) !== value) there.push(value)
}

function raise(found: Map<number, number>, word: number, nearness: number): void {
  if ((found.get(word) ?? 0) < nearness) found.set(word, nearness)
}
