import { type Diagnostic, type Place, problem, warning } from '@holdfast/kernel'

/** So many errors are told; of more, their number. */
export const ERRORS_TOLD_MAX = 50

/** A line is quoted this far beyond the words meant. */
const EXCERPT_BEYOND_MAX = 160
/** Words that stand further to the right are told by line and column only. */
const EXCERPT_COLUMN_MAX = 2_000

type Told = { readonly offset: number; readonly diagnostic: Diagnostic }

/**
 * What is wrong with one text, by offsets into it.
 *
 * Lines are counted only when something is told: a sound file pays nothing for its places.
 */
export class Problems {
  readonly #file: string
  readonly #text: string
  readonly #told: Told[] = []
  #errors = 0
  #lineStarts: number[] | null = null

  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
  }

  get failed(): boolean {
    return this.#errors > 0
  }

  /** Notes an error at an offset, and the offsets of what it collides with. */
  error(code: string, params: Diagnostic['params'], offset: number, ...others: number[]): void {
    this.#errors += 1
    if (this.#errors > ERRORS_TOLD_MAX) return
    const places = [offset, ...others].map((one) => this.place(one))
    this.#told.push({ offset, diagnostic: problem(code, params, ...places) })
  }

  /** Notes a reservation. The caller gathers what may occur often into one. */
  warn(code: string, params: Diagnostic['params'], offset: number): void {
    this.#told.push({ offset, diagnostic: warning(code, params, this.place(offset)) })
  }

  /** All in the order of the text; at last how many errors are not told. */
  all(): readonly Diagnostic[] {
    const told = [...this.#told].sort((a, b) => a.offset - b.offset).map((one) => one.diagnostic)
    const count = this.#errors - ERRORS_TOLD_MAX
    return count > 0 ? [...told, problem('faulttree/more-problems', { count })] : told
  }

  /** The place of an offset; a tag that begins there is meant as far as its line goes. */
  place(offset: number): Place {
    const starts = this.#starts()
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    const start = starts[low]!
    const column = offset - start + 1
    const end = Math.min(this.#lineEnd(low), offset + EXCERPT_BEYOND_MAX)
    const excerpt = column > EXCERPT_COLUMN_MAX ? '' : this.#text.slice(start, end).trimEnd()
    const close = this.#text.slice(offset, end).indexOf('>')
    const tag = this.#text[offset] === '<' ? (close < 0 ? end - offset : close + 1) : 1
    const length = Math.min(tag, Math.max(1, excerpt.length - column + 1))
    return { file: this.#file, line: low + 1, column, excerpt, length }
  }

  #lineEnd(index: number): number {
    const next = this.#starts()[index + 1]
    return next === undefined ? this.#text.length : next - 1
  }

  #starts(): readonly number[] {
    if (this.#lineStarts !== null) return this.#lineStarts
    const starts = [0]
    for (let at = this.#text.indexOf('\n'); at >= 0; at = this.#text.indexOf('\n', at + 1)) {
      starts.push(at + 1)
    }
    this.#lineStarts = starts
    return starts
  }
}

const SHOWN_CHARACTERS_MAX = 60

/** A text of the file as a message quotes it. */
export function shortened(text: string): string {
  const shown = [...text.slice(0, SHOWN_CHARACTERS_MAX + 2)].slice(0, SHOWN_CHARACTERS_MAX)
  return shown.length < text.length ? `${shown.join('')}…` : text
}

const SHOWN_NAMES_MAX = 8

/** The first of many names, as a message lists them. */
export function firstNames(names: readonly string[]): readonly string[] {
  const shown = names.slice(0, SHOWN_NAMES_MAX).map(shortened)
  return names.length > SHOWN_NAMES_MAX ? [...shown, '…'] : shown
}
