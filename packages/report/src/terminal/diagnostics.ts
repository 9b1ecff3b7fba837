import type { Diagnostic, Place } from '@holdfast/kernel'
import type { Words } from '../messages/words.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, fit, hang, harmless } from './width.ts'

/**
 * What is wrong, where, and what to do: for each problem its code and place, the line with a mark
 * under the words meant, further places with their own note; and how many problems there are.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: TerminalOptions,
): string {
  if (diagnostics.length === 0) return ''
  const screen = screenOf(options)
  const blocks = diagnostics.map((diagnostic) => block(diagnostic, screen).join('\n'))
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length
  const warnings = diagnostics.length - errors
  const closing = screen.words.text('diagnostics.count', { errors, warnings })
  return `${blocks.join('\n\n')}\n\n${closing}\n`
}

function block(diagnostic: Diagnostic, screen: Screen): string[] {
  const { words, paint, width } = screen
  const { code, severity, params } = diagnostic
  const [place, ...further] = diagnostic.places
  const label = `${words.text(`diagnostics.${severity}`)}[${code}]`
  const head = place === undefined ? label : `${label} ${harmless(pointOf(place))}`
  const stress = severity === 'error' ? paint.certain : paint.possible
  const first = hang('', head, width).map((line, index) => {
    if (index > 0 || !line.startsWith(label)) return line
    return stress(label) + line.slice(label.length)
  })
  const sentence = words.sentence(`diagnostic.${code}`, params)
  const lines = [...first, ...excerpt(place, screen), ...hang('  ', harmless(sentence), width)]
  if (words.has(`diagnostic.${code}.do`)) {
    const advice = words.sentence(`diagnostic.${code}.do`, params)
    lines.push(...hang('  → ', harmless(advice), width))
  }
  further.forEach((other, index) => {
    const note = noteOf(diagnostic, index, words)
    lines.push(...hang('  ', harmless(`${pointOf(other)}: ${note}`), width))
    lines.push(...excerpt(other, screen))
  })
  return lines
}

/** The note of a further place: its own, the one for all of the code's, or a general one. */
function noteOf(diagnostic: Diagnostic, index: number, words: Words): string {
  const base = `diagnostic.${diagnostic.code}.also`
  const own = index === 0 ? base : `${base}${index + 1}`
  const key = [own, base].find((one) => words.has(one))
  return words.sentence(key ?? 'diagnostics.also', diagnostic.params)
}

function pointOf(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`
}

/** The line and a mark under the words meant; a line that is too wide is shown from near them. */
function excerpt(place: Place | undefined, { width, paint }: Screen): string[] {
  if (place === undefined || place.excerpt === '') return []
  const number = String(place.line)
  const room = width - number.length - 5
  const source = place.excerpt
  const from = place.column - 1
  const wide = displayWidth(source) > room && displayWidth(source.slice(0, from)) > room - 12
  const cut = wide ? Math.max(0, from - Math.floor(room / 3)) : 0
  const shown = fit((cut > 0 ? '…' : '') + harmless(source.slice(cut)), room)
  const before = displayWidth((cut > 0 ? '…' : '') + harmless(source.slice(cut, from)))
  const meant = displayWidth(harmless(source.slice(from, from + place.length)))
  const carets = '^'.repeat(Math.max(1, Math.min(meant, room - before)))
  const gutter = ' '.repeat(number.length)
  const indent = ' '.repeat(Math.min(before, room - 1))
  return [
    `  ${paint.dim(`${number} │`)} ${shown}`,
    `  ${paint.dim(`${gutter} │`)} ${indent}${paint.accent(carets)}`,
  ]
}
