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
/** So many names are told apart by comparing them; of more the frequent words are asked too. */
const TOUCHED_MAX = 100
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

  raise(name: number, amount: number): void {
    if (this.#sums[name] !== 0) this.#sums[name]! += amount
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
    const isLate = left < SHARE_MIN * total && sums.touched.length > 0
    // The most frequent words are asked only where there are many to be told apart.
    if (isLate && sums.touched.length <= TOUCHED_MAX) break
    if (isLate) raiseHolders(word, table, sums)
    else addHolders(word, table, sums)
    left -= word.weight
  }
  addRuns(form, table, sums)
  const initials = form.tokens.reduce(
    (sum, token) => sum + (token.role === 'initial' ? token.weight : 0),
    0,
  )
  const bound = (name: number) => {
    const shared = Math.min(sums.of(name) + left + initials, total)
    return oddsBound(shared, total, table.names[name]!.form.weight, form.manner)
  }
  const best = likeliest(sums, bound, oddsMin)
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

/** The same for names that hold another of the words already. */
function raiseHolders(asked: Asked, table: NameTable, sums: Sums): void {
  for (const { word, nearness } of asked.near) {
    const amount = asked.weight * nearness
    for (const name of table.postings.of(word)) sums.raise(name, amount)
  }
}

/** Neighbouring words that together are one word of a list: `plat ono vich`. */
function addRuns(form: NameForm, table: NameTable, sums: Sums): void {
  const { tokens } = form
  for (let start = 0; start < tokens.length - 1; start += 1) {
    let text = tokens[start]!.text
    let weight = tokens[start]!.weight
    for (let end = start + 1; end < Math.min(tokens.length, start + RUN_WORDS_MAX); end += 1) {
      text += tokens[end]!.text
      weight += tokens[end]!.weight
      if (text.length > RUN_LETTERS_MAX) break
      for (const word of table.lexicon.joined(text)) {
        for (const name of table.postings.of(word)) sums.add(name, weight)
      }
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

/** The names whose bound is highest, at most `CANDIDATES_MAX`, without those below the least. */
function likeliest(
  sums: Sums,
  bound: (name: number) => number,
  oddsMin: number,
): readonly number[] {
  const ranked: { name: number; odds: number }[] = []
  let least = oddsMin
  for (const name of sums.touched) {
    const odds = bound(name)
    if (odds < least) continue
    ranked.push({ name, odds })
    if (ranked.length >= 4 * CANDIDATES_MAX) {
      ranked.sort(byOdds)
      ranked.length = CANDIDATES_MAX
      least = ranked.at(-1)!.odds
    }
  }
  return ranked
    .sort(byOdds)
    .slice(0, CANDIDATES_MAX)
    .map(({ name }) => name)
}

function byOdds(a: { name: number; odds: number }, b: { name: number; odds: number }): number {
  return b.odds - a.odds || a.name - b.name
}
