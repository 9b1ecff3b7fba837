import type { ScreenAnswer, ScreenedPair, ScreenMatch, ScreenRow } from '@holdfast/holdfast'
import { wordsOf } from '../messages/words.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { hang, harmless, pad } from './width.ts'

export interface ScreenedOptions extends TerminalOptions {
  readonly threshold: number
}

/** Who was looked up and found, those to be decided first; then how many were found nowhere. */
export function renderScreened(answers: readonly ScreenAnswer[], options: ScreenedOptions): string {
  const screen = screenOf(options)
  const { words, width, paint } = screen
  const found = answers.filter(({ matches }) => matches.length > 0)
  const head = words.text('screen.head', {
    count: answers.length,
    threshold: options.threshold,
  })
  const parts = [
    hang('', head, width),
    ...found.map((answer) => answerLines(answer, screen)),
    noneLines(answers.length - found.length, screen),
    hang('', summaryOf(found, screen), width).map(paint.bold),
    hang('', words.text('screen.more'), width).map(paint.dim),
  ]
  const shown = parts.filter((lines) => lines.length > 0)
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function isOpen(match: ScreenMatch): boolean {
  return match.decision === null || !match.decision.stands
}

function summaryOf(found: readonly ScreenAnswer[], { words }: Screen): string {
  const matches = found.flatMap((answer) => [...answer.matches])
  const open = matches.filter(isOpen).length
  const parties = found.filter((answer) => answer.matches.some(isOpen)).length
  return words.text('screen.summary', { parties, open, decided: matches.length - open })
}

function noneLines(count: number, { words, width }: Screen): string[] {
  return count === 0 ? [] : hang('', words.text('screen.none.of', { count }), width)
}

function answerLines(answer: ScreenAnswer, screen: Screen): string[] {
  const { paint, width } = screen
  const id = answer.id === null ? '' : `  (${answer.id})`
  const ordered = answer.matches.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
  return [
    ...hang('', harmless(`${answer.query}${id}`), width).map(paint.bold),
    ...ordered.flatMap((match) => matchLines(match, screen)),
  ]
}

const SCORE_WIDTH = 6

function matchLines(match: ScreenMatch, { words, paint, width }: Screen): string[] {
  const { score, list, entry, name, kind, primaryName, programmes, decision } = match
  const mark = `  ${pad(score.toFixed(2), SCORE_WIDTH)}`
  const kinds = words.text('screen.kind', { kind })
  const first = harmless(`${name}  ·  ${kinds}, ${list} ${entry}`)
  const open = isOpen(match)
  const indent = ' '.repeat(mark.length)
  const about = [
    ...(primaryName === name ? [] : [words.text('screen.stands-as', { name: primaryName })]),
    ...(match.quality === 'weak' ? [words.text('screen.weak')] : []),
    ...(programmes.length === 0 ? [] : [words.text('screen.programmes', { programmes })]),
  ]
  const reasons = match.reasons
    .map((reason) => words.sentence(reason.key, reason.params))
    .join('; ')
  const key = decision?.stands === true ? 'screen.decision' : 'screen.decision.changed'
  const decided = decision === null ? [] : [words.text(key, { ...decision, stands: '' })]
  const lines = [...(about.length === 0 ? [] : [about.join('; ')]), reasons]
  return [
    ...hang(mark, first, width).map(open ? paint.possible : paint.dim),
    ...lines.flatMap((line) => hang(indent, harmless(line), width)),
    ...decided.flatMap((line) => hang(indent, harmless(line), width)).map(paint.accent),
  ]
}

/** One line of JSON: reasons in words. */
export function screenJson(answer: ScreenAnswer, locale: string): string {
  const words = wordsOf(locale)
  const matches = answer.matches.map((match) => ({
    ...match,
    reasons: match.reasons.map((reason) => words.sentence(reason.key, reason.params)),
  }))
  const row: ScreenRow = { query: answer.query, id: answer.id, matches }
  return `${JSON.stringify(row)}\n`
}

/** One line of JSON for a pair of names. */
export function pairJson(pair: ScreenedPair, locale: string): string {
  const words = wordsOf(locale)
  const reasons = pair.reasons.map((reason) => words.sentence(reason.key, reason.params))
  return `${JSON.stringify({ ...pair, reasons })}\n`
}

/** The pairs as CSV with their scores, for a spreadsheet. */
export function renderPairs(pairs: readonly ScreenedPair[]): string {
  const rows = pairs.map(({ row, name1, name2, kind, score, match }) =>
    [row, name1, name2, kind ?? '', score.toFixed(4), match].map(csvField).join(','),
  )
  return `${['row,name1,name2,kind,score,match', ...rows].join('\n')}\n`
}

/** A cell that begins so is a formula to a spreadsheet: a name from outside must not be one. */
const FORMULA = /^[=+@\-\t]/

function csvField(value: string | number | boolean): string {
  const plain = harmless(String(value))
  const text = FORMULA.test(plain) ? `'${plain}` : plain
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
