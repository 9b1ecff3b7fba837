import { articleApart, foldText } from './letters.ts'
import type { Manner, Token, Tokens } from './token.ts'
import {
  LEGAL_FORM_PHRASES,
  LEGAL_FORM_WORDS_MAX,
  SHIP_PREFIXES,
} from './vocabulary/organisations.ts'

/** A name made ready for comparisons: what remains when its spelling is taken for spelling. */
export interface NameForm {
  readonly tokens: readonly Token[]
  readonly manner: Manner
  /** The class of the legal form; null where the name has none. */
  readonly legalForm: string | null
  /** All words in their order without spaces. */
  readonly joined: string
  /** The same as written, where the name is of another script than Latin; else empty. */
  readonly joinedWritten: string
  /** Sum of the weights of the words. */
  readonly weight: number
}

/** Words of a name that are compared; whoever asks for more is to be told. */
export const WORDS_MAX = 40

const ABBREVIATION = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu
const HYPHENED_INITIALS = /(?<![\p{L}\p{N}])(\p{L})\.?-(\p{L})\./gu
const WORD = /[\p{L}\p{N}\p{M}]+|[%]/gu
/** A number before a word is a word of its own: `3ers`. */
const DIGITS_AND_LETTERS = /^(\d+)(\p{L}{2,})$/u

/** Takes a name apart. Linear in its length. */
export function nameForm(text: string, manner: Manner, tokens: Tokens): NameForm {
  const words = wordsOf(text, manner).slice(0, WORDS_MAX)
  const made = withNumbers(words.flatMap((word) => tokens.of(word, manner)))
  if (manner === 'person') return formOf(withoutTitles(made), manner, null)
  const { rest, form } = takeLegalForm(withoutShipPrefix(made))
  return formOf(rest, manner, form)
}

/** `FAMILY, Given` in the order in which it is said. */
function givenFirst(text: string): string {
  const comma = text.indexOf(',')
  return comma < 0 ? text : `${text.slice(comma + 1)} ${text.slice(0, comma)}`
}

function wordsOf(text: string, manner: Manner): string[] {
  const folded = foldText(manner === 'person' ? givenFirst(text) : text)
    .replace(HYPHENED_INITIALS, '$1 $2 ')
    .replace(ABBREVIATION, (letters) =>
      manner === 'person' ? letters.replaceAll('.', ' ') : letters.replaceAll('.', ''),
    )
  const words = (folded.match(WORD) ?? []).flatMap(articleApart)
  if (manner === 'person') return words
  return words.flatMap((word) => {
    if (word === '%') return ['percent']
    const parted = DIGITS_AND_LETTERS.exec(word)
    return parted === null ? [word] : [parted[1]!, parted[2]!]
  })
}

/** Two words for one number: `forty four` is 44. */
function withNumbers(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const tens = joined.at(-1)
    const isUnit = token.number !== null && token.number > 0 && token.number < 10
    if (isUnit && tens?.number != null && tens.number >= 20 && tens.number % 10 === 0) {
      joined[joined.length - 1] = { ...tens, number: tens.number + token.number! }
    } else joined.push(token)
  }
  return joined
}

function withoutTitles(tokens: readonly Token[]): readonly Token[] {
  const rest = tokens.filter((token) => token.role !== 'title')
  return rest.length === 0 ? tokens : rest
}

function withoutShipPrefix(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens
  const prefixed = first !== undefined && tokens.length > 1 && SHIP_PREFIXES.has(first.text)
  return prefixed ? tokens.slice(1) : tokens
}

/** The longest legal form at either end, and a second one that is left at the end. */
function takeLegalForm(tokens: readonly Token[]): {
  rest: readonly Token[]
  form: string | null
} {
  let rest = tokens
  let form: string | null = null
  for (let round = 0; round < 3; round += 1) {
    const taken = formAtEnd(rest) ?? formAtStart(rest)
    if (taken === null) break
    // The more telling of two forms: `Co., Ltd.` is limited.
    if (form === null || form === 'corporation') form = taken.form
    rest = taken.rest
  }
  return { rest, form }
}

function formAtEnd(tokens: readonly Token[]) {
  for (let count = Math.min(LEGAL_FORM_WORDS_MAX, tokens.length - 1); count > 0; count -= 1) {
    const form = phraseForm(tokens.slice(-count))
    if (form !== undefined) return { form, rest: tokens.slice(0, -count) }
  }
  return null
}

function formAtStart(tokens: readonly Token[]) {
  for (let count = Math.min(LEGAL_FORM_WORDS_MAX, tokens.length - 1); count > 0; count -= 1) {
    const form = phraseForm(tokens.slice(0, count))
    if (form !== undefined && form !== 'corporation') return { form, rest: tokens.slice(count) }
  }
  return null
}

function phraseForm(tokens: readonly Token[]): string | undefined {
  return LEGAL_FORM_PHRASES.get(tokens.map((token) => token.text).join(' '))
}

function formOf(tokens: readonly Token[], manner: Manner, legalForm: string | null): NameForm {
  const written = tokens.map((token) => token.written).join('')
  return {
    tokens,
    manner,
    legalForm,
    joined: tokens.map((token) => token.text).join(''),
    joinedWritten: tokens.every((token) => token.latin) ? '' : written,
    weight: tokens.reduce((sum, token) => sum + token.weight, 0),
  }
}
