import type { AssessReport } from '@holdfast/holdfast'
import { tellRegistry } from './owner_telling.ts'
import { worstFirst } from './standing.ts'
import { tellList, tellScenario, worstChokepoints } from './telling.ts'
import {
  changeLines,
  chokepointLines,
  factLines,
  licenceLines,
  overdueLines,
  warningLines,
} from './terminal/findings.ts'
import { type Screen, screenOf, type TerminalOptions } from './terminal/paint.ts'
import { situationTable } from './terminal/situation.ts'
import { displayWidth, hang, harmless, wrap } from './terminal/width.ts'

export interface ReportOptions extends TerminalOptions {
  /** Where the HTML of the same report lies, to say so at the end. */
  readonly htmlPath?: string
  /** Where the fault trees behind the report lie, likewise. */
  readonly openPsaPath?: string
}

/**
 * An assessment on one screen: what stops when, the worst chokepoints, what to find out, what
 * expires, what changed. No line is wider than the width (at least 40 columns); what does not fit
 * is counted, never dropped silently.
 */
export function renderTerminal(report: AssessReport, options: ReportOptions): string {
  const screen = screenOf(options)
  const sections = [
    titleLines(report, screen),
    headline(report, screen),
    situationTable(report, screen),
    chokepointLines(report, worstChokepoints(report), screen),
    factLines(report, screen),
    licenceLines(report, screen),
    overdueLines(report, screen),
    changeLines(report, screen),
    warningLines(report, screen),
    footLines(options, screen),
  ]
  const shown = sections.filter((lines) => lines.length > 0)
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function titleLines(report: AssessReport, { width, words, paint }: Screen): string[] {
  const name = harmless(report.institution.name)
  const when = words.text('terminal.asOf', { on: report.on, horizon: report.horizonDays })
  const space = width - displayWidth(name) - displayWidth(when)
  const title =
    space >= 2
      ? [paint.bold(name) + ' '.repeat(space) + when]
      : [...wrap(name, width).map(paint.bold), ...wrap(when, width)]
  const lists = report.lists.length === 0 ? [words.text('list.missing')] : []
  for (const list of report.lists) lists.push(tellList(words, list))
  const mark = words.text('terminal.list', { lists: lists.length })
  const under = (sign: string, text: string) => hang(`${sign} `, harmless(text), width)
  const registries = (report.registries ?? []).map((one) => tellRegistry(words, one))
  return [
    ...title,
    ...lists.flatMap((text) => under(mark, text)).map(paint.dim),
    ...registries.flatMap((text) => under(words.text('terminal.registry'), text)).map(paint.dim),
  ]
}

/** The worst scenario in one sentence. */
function headline(report: AssessReport, { width, words }: Screen): string[] {
  const worst = worstFirst(report.scenarios)[0]
  if (worst === undefined) return []
  const summary = tellScenario(words, worst)
  const text = words.text('terminal.worst', { name: worst.name, summary })
  return wrap(harmless(report.scenarios.length === 1 ? summary : text), width)
}

function footLines(
  { htmlPath, openPsaPath }: ReportOptions,
  { width, words, paint }: Screen,
): string[] {
  const lines: string[] = []
  const told = (path: string) => ({ path: harmless(path) })
  if (htmlPath !== undefined) lines.push(words.text('terminal.html', told(htmlPath)))
  if (openPsaPath !== undefined) lines.push(words.text('terminal.openPsa', told(openPsaPath)))
  const note = wrap(words.text('terminal.notAdvice'), width).map(paint.dim)
  return [...lines.flatMap((line) => wrap(line, width)), ...note]
}
