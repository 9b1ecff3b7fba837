import type { PlanReport } from '@holdfast/holdfast'
import { tellAnswer, tellBound, tellGreedy, tellSpan, tellSpent } from '../plan_telling.ts'
import { warningLines } from './findings.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { chokepointLines, functionLines, riskLines } from './plan_effect.ts'
import { leftOutLines, scenarioLines, sureLines } from './plan_ground.ts'
import { frontierLines, lawLines, spendingLines, teamLines } from './plan_money.ts'
import { scheduleLines } from './plan_schedule.ts'
import { displayWidth, harmless, wrap } from './width.ts'

export interface PlanOptions extends TerminalOptions {
  /** Where the HTML, the calendar and the table of the same plan lie, to say so at the end. */
  readonly htmlPath?: string
  readonly icsPath?: string
  readonly csvPath?: string
}

/** Prose wider than this is hard to read. */
const PROSE_MAX = 100

/**
 * A plan on the terminal: the answer in a sentence, what to do when, what remains, what more money
 * or people would buy, what is left out and why, how sure it is. No line is wider than the width
 * (at least 40 columns); what does not fit is counted, never dropped silently.
 */
export function renderPlan(report: PlanReport, options: PlanOptions): string {
  const screen = screenOf(options)
  const sections = [
    titleLines(report, screen),
    answerLines(report, screen),
    scheduleLines(report, screen),
    riskLines(report, screen),
    functionLines(report, screen),
    chokepointLines(report, screen),
    frontierLines(report, screen),
    lawLines(report, screen),
    leftOutLines(report, screen),
    spendingLines(report, screen),
    teamLines(report, screen),
    scenarioLines(report, screen),
    sureLines(report, screen),
    warningLines(report, screen),
    footLines(options, screen),
  ]
  const shown = sections.filter((lines) => lines.length > 0)
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function titleLines(report: PlanReport, { width, words, paint }: Screen): string[] {
  const name = harmless(report.institution.name)
  const { from, until } = report.horizon
  const when = words.text('plan.when', { from, until, span: tellSpan(words, report) })
  const space = width - displayWidth(name) - displayWidth(when)
  if (space >= 2) return [paint.bold(name) + ' '.repeat(space) + when]
  return [...wrap(name, width).map(paint.bold), ...wrap(when, width)]
}

function answerLines(report: PlanReport, { width, words, paint }: Screen): string[] {
  const room = Math.min(width, PROSE_MAX)
  const answer = wrap(harmless(tellAnswer(words, report)), room).map(paint.bold)
  if (report.doNothing === 0) return answer
  const bound = wrap(tellBound(words, report), room)
  const beside = report.measures.length === 0 ? [] : wrap(besides(report, { words }), room)
  const weighted = wrap(words.text('plan.weighted'), room).map(paint.dim)
  return [...answer, ...bound, ...beside, '', ...weighted]
}

function besides(report: PlanReport, { words }: Pick<Screen, 'words'>): string {
  return `${tellGreedy(words, report)} ${tellSpent(words, report)}`
}

function footLines(options: PlanOptions, { width, words, paint }: Screen): string[] {
  const { htmlPath, icsPath, csvPath } = options
  const lines: string[] = []
  const told = (path: string) => ({ path: harmless(path) })
  if (htmlPath !== undefined) lines.push(words.text('plan.html', told(htmlPath)))
  if (icsPath !== undefined) lines.push(words.text('plan.ics', told(icsPath)))
  if (csvPath !== undefined) lines.push(words.text('plan.csv', told(csvPath)))
  const note = wrap(words.text('terminal.notAdvice'), width).map(paint.dim)
  return [...lines.flatMap((line) => wrap(line, width)), ...note]
}
