/** Dossiers as text, and what reading them tells. */
import type { Diagnostic, Place, Result } from '@holdfast/kernel'
import { type Dossier, type KnownRegimes, readDossier } from '../src/index.ts'

/** The institution of most tests: one line, so that what follows stands on line 2. */
export const INSTITUTION =
  'institution: {id: us, name: Us, seat: NL, form: international-organisation}\n'

/** A function that needs nothing strange, so that a dossier has one. */
export const HOLDS = 'functions: {f: {name: F, tolerance: 1d, needs: own}}\n'
export const OWN = '  own: {name: Own, kind: web, provider: us, beneficiary: us}\n'

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads files given as text, in the order given. */
export function readTexts(
  files: Readonly<Record<string, string>>,
  regimes: KnownRegimes = null,
): Result<Dossier> {
  const named = Object.entries(files).map(([name, text]) => ({ name, bytes: utf8(text) }))
  return readDossier(named, regimes)
}

/** Reads one file: the institution and what is given after it. */
export function read(text: string, regimes: KnownRegimes = null): Result<Dossier> {
  return readTexts({ 'a.yaml': INSTITUTION + text }, regimes)
}

export function dossierOf(text: string): Dossier {
  const result = read(text)
  if (!result.ok) throw new Error(told(result).join('\n'))
  return result.value
}

/** `file:line:column`. */
export function at({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}

/** What a place underlines, as far as the excerpt shows it. */
export function underlined({ excerpt, column, length }: Place): string {
  return excerpt.slice(column - 1, column - 1 + length)
}

/** Each diagnostic as `code line:column underlined`, errors and warnings. */
export function told(result: Result<unknown>): string[] {
  return result.diagnostics.map(line)
}

function line({ code, places }: Diagnostic): string {
  const [first] = places
  return first === undefined ? code : `${code} ${first.line}:${first.column} ${underlined(first)}`
}

/** The one diagnostic expected. */
export function only(result: Result<unknown>): Diagnostic {
  if (result.diagnostics.length !== 1) throw new Error(`not one: ${told(result).join('\n')}`)
  return result.diagnostics[0]!
}

export function codes(result: Result<unknown>): string[] {
  return result.diagnostics.map((diagnostic) => diagnostic.code)
}
