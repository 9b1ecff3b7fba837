import anyAscii from 'any-ascii'

/**
 * Text in any script as plain lower-case Latin letters, digits and single separators.
 *
 * The romanisation is letter by letter (package any-ascii): `Сергей` is `sergey`, `习近平` is
 * `xi jin ping`, `محمد` is `mhmd`, since Arabic and Hebrew write no short vowels.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ASCII = /^[\x00-\x7f]*$/

const LATIN = /^[\p{Script=Latin}\p{M}\p{N}]*$/u

/** Marks that stand inside a word and part nothing: apostrophes, ayn, hamza, soft signs. */
const INSIDE = /['’‘`´ʼʻʾʿ′ˈ\u00ad\u200b-\u200f\u2060ـ]/gu

/** Han, kana: every character is a syllable, and the romanisation parts them. */
const SYLLABIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Letters of scripts without short vowels. */
const VOWELLESS = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u

/** Hebrew letters as names use them: the romanisation has softer sounds, and v for a vowel. */
const HEBREW: Readonly<Record<string, string>> = { ב: 'b', ו: 'w', כ: 'k', ך: 'k', פ: 'p', ף: 'p' }
const HEBREW_LETTERS = /[בוכךפף]/gu
const HANGUL = /\p{Script=Hangul}/u

/** The text in lower case with compatibility forms resolved, marks inside of words taken out. */
export function foldText(text: string): string {
  const plain = ASCII.test(text) ? text : text.normalize('NFKC')
  return plain.toLowerCase().replace(INSIDE, '')
}

/** A folded word in Latin letters; `fürst` as `furst`. Only a to z, 0 to 9 and spaces remain. */
export function romanise(word: string): string {
  if (ASCII.test(word)) return word
  // The romanisation of a syllabic script marks syllables by capitals: `XiJinPing`.
  const parted = SYLLABIC.test(word)
    ? Array.from(word, (letter) => anyAscii(letter)).join('')
    : anyAscii(word.replace(HEBREW_LETTERS, (letter) => HEBREW[letter] ?? letter))
  const lower = parted.toLowerCase()
  return (HANGUL.test(word) ? olderKorean(lower) : lower)
    .replace(/['"`]+/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Names on lists are romanised as they were before 2000: `kim jong un`, not `gim jeong eun`. */
function olderKorean(word: string): string {
  return word.replace(/eo/g, 'o').replace(/eu/g, 'u').replace(/^g/, 'k')
}

/** Letters for h, which romanisations of other letters end with: `sh`, `th`. */
const BREATH = /[هةحھہה]/gu

/** A romanised word of a script without short vowels, without its h. */
export function withoutBreath(word: string): string {
  return romanise(word.replace(BREATH, ''))
}

/** The Arabic article, which is written as one word with its noun and romanised as two. */
const ARTICLE = /^(ال)(?=\p{L}{3})/u

/** An Arabic word with its article apart, as romanised names have it. */
export function articleApart(word: string): readonly string[] {
  return ARTICLE.test(word) ? ['al', word.slice(2)] : [word]
}

/** Whether a word is written in Latin letters, with accents or without, and digits. */
export function isLatin(word: string): boolean {
  return ASCII.test(word) || LATIN.test(word)
}

/** Whether a word is written without its short vowels, so that only consonants can be compared. */
export function isVowelless(word: string): boolean {
  return VOWELLESS.test(word)
}

/** Whether each character of a word is a syllable of its own. */
export function isSyllabic(word: string): boolean {
  return SYLLABIC.test(word)
}

/** What consonants sound like, roughly: those that romanisations exchange are one. */
const SOUND: Readonly<Record<string, string>> = {
  b: 'b',
  p: 'b',
  v: 'b',
  f: 'b',
  w: 'b',
  c: 'k',
  k: 'k',
  q: 'k',
  g: 'k',
  x: 's',
  s: 's',
  z: 's',
  j: 's',
  d: 't',
  t: 't',
  l: 'r',
  r: 'r',
  m: 'm',
  n: 'n',
}

/** Groups of letters that romanisations write for one sound, before single letters are read. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/shch|tsch|sch|tch|tsh/g, 's'],
  [/zh|sh|ch|dj|dz|ts|tz|cz|sz|cs/g, 's'],
  [/kh|gh|ck|qu/g, 'k'],
  [/ph|bh/g, 'b'],
  [/th|dh/g, 't'],
]

/**
 * The consonants of a romanised word by sound, doubled ones once: what is left of a word when
 * romanisations differ. `volodymyr` and `wolodimir` are both `brtmr`.
 */
export function soundKey(word: string): string {
  let grouped = word
  for (const [group, letter] of GROUPS) grouped = grouped.replace(group, letter)
  let key = ''
  for (const letter of grouped) {
    const sound = letter >= '0' && letter <= '9' ? letter : SOUND[letter]
    if (sound !== undefined && !key.endsWith(sound)) key += sound
  }
  return key
}

/** The same for scripts without short vowels, in which w and y are mostly long vowels. */
export function consonantKey(word: string): string {
  return soundKey(word.replace(/[wy]/g, ''))
}

/** Pairs of Latin letters for one consonant, as one capital. */
const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'X'],
  [/gh/g, 'g'],
  [/sch|sh/g, 'S'],
  [/tch|ch/g, 'C'],
  [/dh/g, 'D'],
  [/th/g, 'T'],
  [/zh|dj/g, 'Z'],
  [/ph/g, 'f'],
]

/**
 * The consonants of a romanised word, each its own, doubled ones once: all that Arabic and Hebrew
 * write of it. Letters that may stand for vowels are left out.
 */
export function consonantsOf(word: string): string {
  let grouped = word
  for (const [group, letter] of DIGRAPHS) grouped = grouped.replace(group, letter)
  return grouped.replace(/[aeiouywh]/g, '').replace(/(.)\1+/g, '$1')
}
