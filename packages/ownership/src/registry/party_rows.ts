import type { PartyKey, PartyRecord } from '../records.ts'
import { CERTAINTIES } from './certainty.ts'
import { bytesColumn, daysColumn, NO_DAY, wordsColumn } from './column.ts'
import { missingText, NO_PROFILE, profileText } from './profile.ts'
import { TextPool } from './text_pool.ts'
import { TextTable } from './text_table.ts'

/** Stands for no text where an address does. */
export const NO_TEXT = 0xffff_ffff

/** Keys that parties go by, each kept once; a tag is the number of its scheme. */
export class KeyTable {
  readonly texts = new TextTable()
  readonly schemes: string[] = []
  readonly #scheme = new Map<string, number>()

  intern(key: PartyKey): number {
    const colon = key.indexOf(':')
    const scheme = key.slice(0, Math.max(0, colon))
    let tag = this.#scheme.get(scheme)
    if (tag === undefined) {
      tag = this.schemes.length
      this.schemes.push(scheme)
      this.#scheme.set(scheme, tag)
    }
    return this.texts.intern(key.slice(colon + 1), tag)
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

  /** @param texts takes profiles and reasons */
  constructor(keys: KeyTable, texts: TextTable) {
    this.#keys = keys
    this.#texts = texts
    this.#silent = texts.intern(NO_PROFILE)
  }

  add(record: PartyRecord): void {
    const [main] = record.keys
    if (main === undefined) return
    const number = this.#keys.intern(main)
    for (const missing of record.missing) {
      this.missingKey.push(number)
      this.missing.push(this.#texts.intern(missingText(missing)))
    }
    const { name, otherNames, keys } = record
    const profile = this.#texts.intern(profileText(record))
    const isNamed = name !== null || otherNames.length > 0
    const isSourced = (record.source ?? record.asOf ?? null) !== null
    if (profile === this.#silent && !isNamed && !isSourced && keys.length === 1) return
    this.keyStart.push(this.rowKeys.length)
    this.rowKeys.push(number)
    for (let at = 1; at < keys.length; at += 1) this.rowKeys.push(this.#keys.intern(keys[at]!))
    this.name.push(name === null ? NO_TEXT : this.names.add(name))
    const others = otherNames.length === 0 ? NO_TEXT : this.names.add(joined(otherNames))
    this.otherNames.push(others)
    this.profile.push(profile)
    this.citation.push(record.source == null ? NO_TEXT : this.#texts.intern(record.source, 1))
    this.asOf.push(record.asOf ?? NO_DAY)
    this.certainty.push(CERTAINTIES.indexOf(record.certainty ?? 'stated'))
  }

  get length(): number {
    return this.keyStart.length
  }

  /** True when the row only says which keys are one party's. */
  isSilent(row: number): boolean {
    if (this.name.get(row) !== NO_TEXT || this.otherNames.get(row) !== NO_TEXT) return false
    return this.profile.get(row) === this.#silent
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
