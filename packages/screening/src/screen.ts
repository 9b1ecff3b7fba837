import type { DesignationList, EntryKind, Identifier, ListEntry } from '@holdfast/lists'
import { mannerOf } from './compare.ts'
import { numberKey } from './evidence.ts'
import { soundKey } from './letters.ts'
import { Lexicon } from './lexicon.ts'
import { type NameForm, nameForm } from './name_form.ts'
import { Postings } from './postings.ts'
import { type Manner, Tokens } from './token.ts'

/** One name of one entry, made ready. */
export interface ScreenedName {
  readonly form: NameForm
  readonly entry: number
  /** Its place among the names of the entry. */
  readonly name: number
}

export interface ScreenedEntry {
  readonly list: string
  readonly entry: ListEntry
}

/** The names of one manner with what finds them. */
export interface NameTable {
  readonly names: readonly ScreenedName[]
  readonly lexicon: Lexicon
  /** Words of the lexicon to names. */
  readonly postings: Postings
  /** All words of a name by sound, without spaces, to names. */
  readonly joined: ReadonlyMap<string, readonly number[]>
  /** First letters of an organisation's words to names. */
  readonly acronyms: ReadonlyMap<string, readonly number[]>
}

/** Lists made ready for many questions. */
export interface Screen {
  readonly entries: readonly ScreenedEntry[]
  /** Words of the questions. */
  readonly asked: Tokens
  readonly tables: Readonly<Record<Manner, NameTable>>
  /** Entries by their numbers without punctuation. */
  readonly numbers: ReadonlyMap<string, readonly number[]>
}

/** Words of questions that are remembered. */
const ASKED_WORDS_MAX = 50_000

/** Numbers shorter than that are shared by too many to find anybody. */
const NUMBER_CHARACTERS_MIN = 5

/**
 * Makes lists ready. Linear in their names; 90,000 names take about a second, `bench/SCREENING.md`
 * has the figures.
 */
export function buildScreen(lists: readonly DesignationList[]): Screen {
  const tokens = new Tokens()
  const entries: ScreenedEntry[] = []
  const builders = { person: new TableBuilder(), other: new TableBuilder() }
  const numbers = new Map<string, number[]>()
  for (const list of lists) {
    for (const entry of list.entries) {
      const index = entries.length
      entries.push({ list: list.id, entry })
      const manner = mannerOf(entry.kind)
      for (const [place, name] of entry.names.entries()) {
        builders[manner].add(nameForm(name.text, manner, tokens), index, place)
      }
      for (const identifier of entry.identifiers ?? []) addNumber(numbers, identifier, index)
    }
  }
  const tables = { person: builders.person.build(), other: builders.other.build() }
  return { entries, asked: new Tokens(ASKED_WORDS_MAX), tables, numbers }
}

function addNumber(numbers: Map<string, number[]>, identifier: Identifier, entry: number): void {
  const key = numberKey(identifier.number)
  if (key.length >= NUMBER_CHARACTERS_MIN) append(numbers, key, entry)
}

class TableBuilder {
  readonly #names: ScreenedName[] = []
  readonly #lexicon = new Lexicon()
  readonly #words: number[] = []
  readonly #holders: number[] = []
  readonly #joined = new Map<string, number[]>()
  readonly #acronyms = new Map<string, number[]>()

  add(form: NameForm, entry: number, name: number): void {
    if (form.tokens.length === 0) return
    const holder = this.#names.length
    this.#names.push({ form, entry, name })
    for (const token of form.tokens) {
      this.#words.push(this.#lexicon.add(token))
      this.#holders.push(holder)
    }
    append(this.#joined, joinedKey(form), holder)
    const acronym = acronymOf(form)
    if (acronym !== null) append(this.#acronyms, acronym, holder)
  }

  build(): NameTable {
    const count = this.#lexicon.tokens.length
    return {
      names: this.#names,
      lexicon: this.#lexicon,
      postings: new Postings(this.#words, this.#holders, count),
      joined: this.#joined,
      acronyms: this.#acronyms,
    }
  }
}

/** All words of a name by sound as if it were one word. */
export function joinedKey(form: NameForm): string {
  return soundKey(form.joined)
}

/** The first letters of at least three words of an organisation's name; null for all others. */
export function acronymOf(form: NameForm): string | null {
  if (form.manner === 'person') return null
  const words = form.tokens.filter((token) => token.role !== 'filler')
  if (words.length < 3 || words.length > 6) return null
  return words.map((token) => token.text[0]).join('')
}

function append<K>(map: Map<K, number[]>, key: K, value: number): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [value])
  else if (there.at(-1) !== value) there.push(value)
}

/** The manners in which a query of a kind is compared. */
export function mannersOf(kind: EntryKind | null | undefined): readonly Manner[] {
  if (kind === null || kind === undefined) return ['person', 'other']
  return [mannerOf(kind)]
}
