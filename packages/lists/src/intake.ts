import type { Place, Result } from '@holdfast/kernel'
import { failed, ok, parseDay } from '@holdfast/kernel'
import { Findings, lineOf } from '@holdfast/records'
import type { ListEntry, ListHead } from './entry.ts'
import type { EntrySink, ReadOptions } from './reading.ts'
import { isFew, knownSize } from './whole.ts'

/** What is odd many times is said once, with the number of times and the first place. */
type Odd = 'lists/dates-not-read' | 'lists/alias-quality'

/**
 * The way of a list's entries from its reader to the sink: refuses numbers that come twice and
 * lists without entries, counts what is odd, and compares the size with what is known.
 */
export class Intake {
  readonly file: string
  readonly found = new Findings()
  readonly #list: string
  readonly #sink: EntrySink
  readonly #lines = new Map<string, number>()
  readonly #odd = new Map<Odd, { count: number; line: number; text: string }>()
  #names = 0

  constructor(list: string, file: string, sink: EntrySink) {
    this.#list = list
    this.file = file
    this.#sink = sink
  }

  /** Hands an entry on, unless its number was there before. */
  take(entry: ListEntry, line: number): void {
    const first = this.#lines.get(entry.id)
    if (first !== undefined) {
      const params = { file: this.file, line, number: entry.id, first }
      const places = (): Place[] => [this.#place(line), this.#place(first)]
      this.found.error('lists/duplicate-number', params, places)
      return
    }
    this.#lines.set(entry.id, line)
    this.#names += entry.names.length
    this.#sink(entry)
  }

  /** A record lacks what every record has. */
  missing(line: number, field: string): null {
    const params = { file: this.file, line, field }
    this.found.error('lists/record-missing', params, () => [this.#place(line)])
    return null
  }

  /** A record has a word that is none of those known there. */
  unknown(line: number, field: string, text: string): null {
    const params = { file: this.file, line, field, text }
    this.found.error('lists/record-value', params, () => [this.#place(line)])
    return null
  }

  /** Two rows of one entry say different things where they must say the same. */
  disagree(line: number, first: number, number: string, field: string): void {
    const params = { file: this.file, line, first, number, field }
    this.found.error('lists/rows-disagree', params, () => [this.#place(line), this.#place(first)])
  }

  odd(code: Odd, line: number, text: string): void {
    const before = this.#odd.get(code)
    if (before === undefined) this.#odd.set(code, { count: 1, line, text })
    else before.count += 1
  }

  /** The day that an option names for a list whose file names none. */
  published(stated: string | null, options: ReadOptions | undefined): string | null {
    const published = stated ?? options?.published ?? null
    if (published !== null && parseDay(published) === null) {
      this.found.error('lists/bad-published', { text: published })
    }
    return published
  }

  /** @param ended whether the file proves its own end */
  close(
    published: string | null,
    ended: boolean,
    options: ReadOptions | undefined,
  ): Result<ListHead> {
    const { file, found } = this
    if (this.#lines.size === 0 && !found.fatal) found.error('lists/no-entries', { file })
    if (found.fatal) return failed(found.diagnostics())
    for (const [code, { count, line, text }] of this.#odd) {
      found.warn(code, { file, count, line, text }, this.#place(line))
    }
    const whole = this.#isLarge(published) && ended ? 'proven' : 'unproven'
    const provenance = options?.provenance ?? 'official'
    return ok({ id: this.#list, published, provenance, whole }, found.diagnostics())
  }

  #isLarge(published: string | null): boolean {
    const known = knownSize(this.#list, published)
    if (known === null) return true
    const { day, entries, names } = known
    const count = entries === undefined ? this.#names : this.#lines.size
    const expected = entries ?? names ?? 0
    if (!isFew(count, expected)) return true
    const code = entries === undefined ? 'lists/few-names' : 'lists/few-entries'
    this.found.warn(code, { file: this.file, count, expected, day })
    return false
  }

  #place(line: number): Place {
    return lineOf(this.file, line)
  }
}
