import type { Params, Place } from '@holdfast/kernel'
import type { Findings } from '@holdfast/records'

/** How many warnings of one kind are told with their place before they are only counted. */
const TOLD_MAX = 20

/**
 * What a reader finds odd in a file and goes on with. A register of ten million records may be odd
 * a million times in the same way: the first of each kind are told, the rest is counted.
 */
export class Oddities {
  readonly #file: string
  readonly #found: Findings
  readonly #counts = new Map<string, number>()

  constructor(file: string, found: Findings) {
    this.#file = file
    this.#found = found
  }

  /** @param place made only where it is told */
  warn(code: string, params: Params, place?: () => Place | null): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count > TOLD_MAX) return
    const at = place?.() ?? null
    this.#found.warn(code, { file: this.#file, ...params }, ...(at === null ? [] : [at]))
  }

  /** Counts what was not told; once, after the last warning. */
  close(): void {
    for (const [code, count] of this.#counts) {
      if (count <= TOLD_MAX) continue
      this.#found.warn('ownership/more-like-this', {
        file: this.#file,
        count: count - TOLD_MAX,
        code,
      })
    }
  }
}
