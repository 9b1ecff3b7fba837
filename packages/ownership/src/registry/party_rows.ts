import type { PartyKey, PartyRecord } from '../records.ts'
import { CERTAINTIES } from './certainty.ts'
import { bytesColumn, daysColumn, NO_DAY, wordsColumn } from './column.ts'
import { missingText, NO_PROFILE, profileText, profileWords, saysNothing } from './profile.ts'
import { TextPool } from './text_pool.ts'
import { TextTable } from './text_table.ts'

/** Combinations of what records say that are known without being made anew. */
const MADE_MAX = 50_000

/** Stands for no text where an address does. */
export const NO_TEXT = 0xffff_ffff

/** Keys that parties go by, each kept once; a tag is the number of its scheme. */
export class KeyTable {
  readonly texts = new TextTable()
  readonly schemes: string[] = []
  readonly #scheme = new Map<string, number>()
  /** The scheme that came last, with its colon: one scheme follows itself. */
  #last = ''
  #lastTag = 0

  intern(key: PartyKey): number {
    if (this.#last === '' || !key.startsWith(this.#last)) this.#find(key)
    return this.texts.intern(key, this.#lastTag, this.#last.length)
  }

  #find(key: PartyKey): void {
    const scheme = key.slice(0, Math.max(0, key.indexOf(':')))
    let tag = this.#scheme.get(scheme)
    if (tag === undefined) {
      tag = this.schemes.length
      this.schemes.push(scheme)
      this.#scheme.set(scheme, tag)
    }
    this.#last = key.includes(':') ? `${scheme}:` : ''
    this.#lastTag = tag
  }

  text(number: number): PartyKey {
    const scheme = this.schemes[this.texts.tag(number)] ?? ''
    return `${scheme}:${this.texts.text(number)}`
  }
}

/**
 * What sources say of parties, one row for each record. Records that only say why a parent is
 * missing (millions of reporting exceptions) make no row.
 */
export class PartyRows {
  /** Names, and lists of other names joined by line feeds. */
  readonly names = new TextPool()
  /** Where the row's keys begin in `rowKeys`; they end where those of the next row begin. */
  readonly keyStart = wordsColumn()
  readonly rowKeys = wordsColumn()
  readonly name = wordsColumn()
  readonly otherNames = wordsColumn()
  /** Numbers in `texts`. */
  readonly profile = wordsColumn()
  /** Number of the record's own citation in `texts`; `NO_TEXT` for none. */
  readonly citation = wordsColumn()
  readonly asOf = daysColumn()
  readonly certainty = bytesColumn()
  readonly missingKey = wordsColumn()
  readonly missing = wordsColumn()
  readonly #keys: KeyTable
  readonly #texts: TextTable
  readonly #silent: number
  readonly #made = new Map<string, number>()

  /** @param texts takes profiles and reasons */
  constructor(keys: KeyTable, texts: TextTable) {
    this.#keys = keys
    this.#texts = texts
    this.#silent = texts.intern(NO_PROFILE)
  }

  add(record: PartyRecord): void {
    // The key that tells parties apart best decides whose the record is.
    const main = Math.max(
      0,
      record.keys.findIndex((key) => key.startsWith('lei:')),
    )
    if (record.keys.length === 0) return
    const number = this.#keys.intern(record.keys[main]!)
    for (const missing of record.missing) {
      this.missingKey.push(number)
      this.missing.push(this.#memo(`${missing.of} ${missing.reason}`, () => missingText(missing)))
    }
    const { name, otherNames, keys } = record
    const profile = saysNothing(record)
      ? this.#silent
      : this.#memo(profileWords(record), () => profileText(record))
    const isNamed = name !== null || otherNames.length > 0
    const isBare = profile === this.#silent && !isNamed && keys.length === 1
    if (isBare && record.missing.length > 0) return
    this.keyStart.push(this.rowKeys.length)
    this.rowKeys.push(number)
    for (let at = 0; at < keys.length; at += 1) {
      if (at !== main) this.rowKeys.push(this.#keys.intern(keys[at]!))
    }
    this.name.push(name === null ? NO_TEXT : this.names.add(name))
    const others = otherNames.length === 0 ? NO_TEXT : this.names.add(joined(otherNames))
    this.otherNames.push(others)
    this.profile.push(profile)
    this.citation.push(record.source == null ? NO_TEXT : this.#texts.intern(record.source, 1))
    this.asOf.push(record.asOf ?? NO_DAY)
    this.certainty.push(CERTAINTIES.indexOf(record.certainty ?? 'stated'))
  }

  /** The number of a text that is made only when its like did not come lately. */
  #memo(like: string, make: () => string): number {
    const known = this.#made.get(like)
    if (known !== undefined) return known
    if (this.#made.size >= MADE_MAX) this.#made.clear()
    const number = this.#texts.intern(make())
    this.#made.set(like, number)
    return number
  }

  get length(): number {
    return this.keyStart.length
  }

  keysEnd(row: number): number {
    return row + 1 < this.keyStart.length ? this.keyStart.get(row + 1) : this.rowKeys.length
  }

  nameOf(row: number): string | null {
    const address = this.name.get(row)
    return address === NO_TEXT ? null : this.names.text(address)
  }

  otherNamesOf(row: number): readonly string[] {
    const address = this.otherNames.get(row)
    return address === NO_TEXT ? [] : this.names.text(address).split('\n')
  }

  /** How far the rows go, for `cut`. */
  mark(): RowsMark {
    const { keyStart, rowKeys, missing } = this
    return { rows: keyStart.length, keys: rowKeys.length, missing: missing.length }
  }

  /** Forgets what came after a mark: a source that turned out to be none. */
  cut({ rows, keys, missing }: RowsMark): void {
    const { keyStart, name, otherNames, profile, citation, asOf, certainty } = this
    for (const column of [keyStart, name, otherNames, profile, citation, asOf, certainty]) {
      column.cut(rows)
    }
    this.rowKeys.cut(keys)
    for (const column of [this.missingKey, this.missing]) column.cut(missing)
  }
}

interface RowsMark {
  readonly rows: number
  readonly keys: number
  readonly missing: number
}

function joined(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('\n', ' ')).join('\n')
}
