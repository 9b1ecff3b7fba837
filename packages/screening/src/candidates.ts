import type { Near } from './lexicon.ts'
import { oddsBound } from './model.ts'
import type { NameForm } from './name_form.ts'
import type { NameTable } from './screen.ts'
import { acronymOf, joinedKey } from './screen.ts'
import type { Role, Token } from './token.ts'

/**
 * Finds the names that may be meant, by the words that they share with the name asked for.
 *
 * Words are taken in order of how few names hold them. A name that shares only the words that are
 * left over cannot reach the share of weight that a match needs, so the most frequent words of a
 * name are hardly ever looked up: the cost grows with the rarer words, and not with the list.
 */

/** A match shares at least that much of the weight of the name asked for. */
const SHARE_MIN = 0.45
/** How many names are compared word by word. */
const CANDIDATES_MAX = 40
/** Runs of words that may be one word of a list. */
const RUN_WORDS_MAX = 3
const RUN_LETTERS_MAX = 24

/** Words that come and go between spellings find nobody, unless a name has no others. */
const LIGHT: ReadonlySet<Role> = new Set(['particle', 'filler', 'title'])

/** Sums for all names of a table, with a note of those that are not zero. */
export class Sums {
  readonly #sums: Float32Array
  readonly touched: number[] = []

  constructor(count: number) {
    this.#sums = new Float32Array(count)
  }

  add(name: number, amount: number): void {
    if (this.#sums[name] === 0) this.touched.push(name)
    this.#sums[name]! += amount
  }

  of(name: number): number {
    return this.#sums[name]!
  }

  clear(): void {
    for (const name of this.touched) this.#sums[name] = 0
    this.touched.length = 0
  }
}

/** A word asked for with the words of the lists that are near to it. */
interface Asked {
  readonly weight: number
  readonly near: readonly Near[]
  /** How many names hold one of them. */
  readonly holders: number
}

/**
 * The likeliest names, the likeliest first, at most `CANDIDATES_MAX`, without those that cannot
 * reach the log-odds wanted.
 */
export function candidatesFor(
  form: NameForm,
  table: NameTable,
  sums: Sums,
  runToken: (text: string) => Token | null,
  oddsMin: number,
): readonly number[] {
  const telling = form.tokens.filter((token) => !LIGHT.has(token.role))
  const words = telling.length === 0 ? form.tokens : telling
  const asked = words.map((token) => askedWord(token, table))
  const total = form.weight
  const ordered = asked.toSorted((a, b) => a.holders - b.holders)
  let left = total
  for (const word of ordered) {
    // Who holds none of the words taken so far cannot be meant any more.
    if (left < SHARE_MIN * total && sums.touched.length > 0) break
    addHolders(word, table, sums)
    left -= word.weight
  }
  addRuns(form, table, sums, runToken)
  const initials = form.tokens.reduce(
    (sum, token) => sum + (token.role === 'initial' ? token.weight : 0),
    0,
  )
  const bound = (shared: number, weight: number) =>
    oddsBound(Math.min(shared + left + initials, total), total, weight, form.manner)
  const best = likeliest(table, sums, total, (name) => {
    return bound(sums.of(name), table.names[name]!.form.weight) >= oddsMin
  })
  sums.clear()
  return [...new Set([...best, ...wholeNames(form, table)])]
}

function askedWord(token: Token, table: NameTable): Asked {
  const near = table.lexicon.near(token)
  let holders = 0
  for (const { word } of near) holders += table.postings.count(word)
  return { weight: token.weight, near, holders }
}

function addHolders(asked: Asked, table: NameTable, sums: Sums): void {
  for (const { word, nearness } of asked.near) {
    const amount = asked.weight * nearness
    for (const name of table.postings.of(word)) sums.add(name, amount)
  }
}

/** Neighbouring words that together are one word of a list: `plat ono vich`. */
function addRuns(
  form: NameForm,
  table: NameTable,
  sums: Sums,
  runToken: (text: string) => Token | null,
): void {
  const { tokens } = form
  for (let start = 0; start < tokens.length - 1; start += 1) {
    let text = tokens[start]!.text
    let weight = tokens[start]!.weight
    for (let end = start + 1; end < Math.min(tokens.length, start + RUN_WORDS_MAX); end += 1) {
      text += tokens[end]!.text
      weight += tokens[end]!.weight
      if (text.length > RUN_LETTERS_MAX) break
      const token = runToken(text)
      if (token !== null) addHolders({ ...askedWord(token, table), weight }, table, sums)
    }
  }
}

/**
 * Names that are the same but for their spaces, and those of which one is the acronym of the other:
 * they share no words, so that they are compared whatever the sums say.
 */
function wholeNames(form: NameForm, table: NameTable): readonly number[] {
  const names = [...(table.joined.get(joinedKey(form)) ?? [])]
  for (const token of form.tokens) {
    if (token.role === 'word') names.push(...(table.acronyms.get(token.text) ?? []))
  }
  const acronym = acronymOf(form)
  for (const word of acronym === null ? [] : table.lexicon.withText(acronym)) {
    // The first letters of three words may be `the`.
    if (table.lexicon.tokens[word]!.role === 'word') names.push(...table.postings.of(word))
  }
  return names.slice(0, WHOLE_MAX)
}

/** Beyond so many names of one sound or acronym they say nothing. */
const WHOLE_MAX = 40

/** The names that share most, measured by both names' weights. */
function likeliest(
  table: NameTable,
  sums: Sums,
  total: number,
  canReach: (name: number) => boolean,
): readonly number[] {
  const ranked: { name: number; share: number }[] = []
  let least = 0
  for (const name of sums.touched) {
    const sum = sums.of(name)
    if (sum < SHARE_MIN * 0.5 * total) continue
    const share = (2 * sum) / (total + table.names[name]!.form.weight)
    if (share <= least || !canReach(name)) continue
    ranked.push({ name, share })
    if (ranked.length >= 4 * CANDIDATES_MAX) {
      ranked.sort(byShare)
      ranked.length = CANDIDATES_MAX
      least = ranked.at(-1)!.share
    }
  }
  return ranked
    .sort(byShare)
    .slice(0, CANDIDATES_MAX)
    .map(({ name }) => name)
}

function byShare(a: { name: number; share: number }, b: { name: number; share: number }): number {
  return b.share - a.share || a.name - b.name
}
