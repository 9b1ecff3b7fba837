/**
 * The engine in a browser: the same use cases on files that the page hands over. Nothing here
 * reads a file, asks a network or looks at a clock.
 */
import { type AssessInput, assessDossier } from '@holdfast/holdfast/engine'
import { renderDiagnostics, renderHtml, renderJson } from '@holdfast/report'

export interface AnswerRequest {
  readonly input: AssessInput
  readonly locale: string
}

export type Answer =
  | { readonly ok: true; readonly json: string; readonly html: string }
  | { readonly ok: false; readonly problems: string }

/** Columns of the diagnostics' text, which a page shows in a fixed-width face. */
const PROBLEM_COLUMNS = 100

/** Assesses what the page hands over: findings as JSON and HTML, or every problem as text. */
export function answer({ input, locale }: AnswerRequest): Answer {
  const result = assessDossier(input)
  if (!result.ok) {
    const options = { colour: false, width: PROBLEM_COLUMNS, locale }
    return { ok: false, problems: renderDiagnostics(result.diagnostics, options) }
  }
  return { ok: true, json: renderJson(result.value), html: renderHtml(result.value, { locale }) }
}
