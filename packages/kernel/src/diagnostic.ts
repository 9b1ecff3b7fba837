import type { Params, Place } from './statement.ts'

/** `error`: there is no answer; `warning`: the answer stands, with this reservation. */
export type Severity = 'error' | 'warning'

/**
 * What is wrong, where, and what to do. `code` is stable (`dossier/unknown-id`); the catalogue
 * holds its sentence under `diagnostic.<code>` and what to do under `diagnostic.<code>.do`.
 */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly params: Params
  /** The place of the problem first, then places that it collides with. */
  readonly places: readonly Place[]
}

/** Builds an error. */
export function problem(code: string, params: Params, ...places: readonly Place[]): Diagnostic {
  return { code, severity: 'error', params, places }
}

/** Builds a warning. */
export function warning(code: string, params: Params, ...places: readonly Place[]): Diagnostic {
  return { code, severity: 'warning', params, places }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}

/** A value with what was noticed on the way, or no value and why. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

export function ok<T>(value: T, diagnostics: readonly Diagnostic[] = []): Result<T> {
  return { ok: true, value, diagnostics }
}

export function failed<T>(diagnostics: readonly Diagnostic[]): Result<T> {
  return { ok: false, diagnostics }
}
