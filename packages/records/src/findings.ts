import type { Diagnostic, Params, Place } from '@holdfast/kernel'
import { problem, warning } from '@holdfast/kernel'

/** How many errors a report lists before it only counts. */
export const PROBLEMS_MAX = 20

/**
 * What a reader notices on its way. A damaged file of 20,000 rows is wrong 20,000 times: only the
 * first `PROBLEMS_MAX` errors are kept, the rest is counted. Places are made only for what is kept.
 */
export class Findings {
  readonly #kept: Diagnostic[] = []
  #errors = 0

  error(code: string, params: Params, places: () => readonly Place[] = () => []): void {
    this.#errors += 1
    if (this.#errors <= PROBLEMS_MAX) this.#kept.push(problem(code, params, ...places()))
  }

  warn(code: string, params: Params, ...places: readonly Place[]): void {
    this.#kept.push(warning(code, params, ...places))
  }

  /**
   * Takes over what a reading within this one has found. With `as` its errors count as warnings:
   * what was read before them stands.
   */
  adopt(other: Findings, as: 'found' | 'warnings'): void {
    for (const one of other.diagnostics()) {
      if (as === 'warnings') this.#kept.push({ ...one, severity: 'warning' })
      else if (one.severity === 'warning') this.#kept.push(one)
      else this.error(one.code, one.params, () => one.places)
    }
  }

  /** Whether there is no answer. */
  get fatal(): boolean {
    return this.#errors > 0
  }

  /** What was kept, in the order found, with `records/more-problems` last when some were not. */
  diagnostics(): readonly Diagnostic[] {
    const more = this.#errors - PROBLEMS_MAX
    if (more <= 0) return [...this.#kept]
    return [...this.#kept, problem('records/more-problems', { count: more })]
  }
}
