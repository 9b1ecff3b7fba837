/** Who owns a party and what rules make of it, on a screen. */
import type {
  OwnFindings,
  OwnFullAnswer,
  OwnGraphFindings,
  OwnRuleAnswer,
} from '@holdfast/holdfast'
import {
  NO_NAMES,
  namesOf,
  type OwnNames,
  tellAnswer,
  tellMark,
  tellOwnFact,
  tellShare,
  tellWhy,
} from '../own_telling.ts'
import { tellList } from '../telling.ts'
import { ownTree } from './own_tree.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, hang, harmless, pad } from './width.ts'

export interface OwnOptions extends TerminalOptions {
  /** Every statement of every source in full. */
  readonly sources?: boolean
}

/** The answers, each in one sentence with what it lacks; then the tree of owners; then sources. */
export function renderOwn(findings: OwnFindings, options: OwnOptions): string {
  const screen = screenOf(options)
  const { words, width, paint } = screen
  const names = namesOf(findings.chain)
  const [only, ...others] = findings.answers
  const members = others.length === 0 && only !== undefined ? membersOf(only) : new Set<string>()
  const answers =
    others.length === 0 && only !== undefined
      ? oneAnswer(only, names, screen)
      : findings.answers.flatMap((one, index) => [
          ...(index > 0 ? [''] : []),
          ...answerLines(one, names, screen),
        ])
  const head = words.text('own.tree', { on: findings.on })
  const tree = ownTree(findings.chain, screen, { sources: options.sources === true, members })
  const isBare = findings.chain.stakes.length === 0 && tree.every((line) => !line.includes('└'))
  const empty = isBare ? [words.text('own.tree.none')] : []
  const parts = [
    answers,
    [paint.bold(head), ...tree, ...empty],
    reservations(findings, screen),
    provenance(findings, screen)
      .flatMap((line) => hang('', harmless(line), width))
      .map(paint.dim),
  ]
  const shown = parts.filter((lines) => lines.length > 0)
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Who counts by a rule: whoever a proof of yes goes through. */
function membersOf(answer: OwnRuleAnswer): ReadonlySet<string> {
  const counting = ['listed', 'organised', 'branch', 'held', 'consolidated']
  const steps = answer.proof.filter(({ because }) => counting.includes(because))
  return new Set(steps.map(({ party }) => party))
}

function oneAnswer(answer: OwnFullAnswer, names: OwnNames, screen: Screen): string[] {
  const { paint, width, words } = screen
  const sentence = hang('', harmless(tellAnswer(words, answer, names)), width).map(paint.bold)
  return [...sentence, ...lackLines(answer, names, '', screen)]
}

const ANSWER_WIDTH = 9

function answerLines(answer: OwnFullAnswer, names: OwnNames, screen: Screen): string[] {
  const { words, width } = screen
  const mark = pad(words.text('own.answer', { answer: answer.answer }), ANSWER_WIDTH)
  const [first = '', ...rest] = hang(mark, harmless(tellAnswer(words, answer, names)), width)
  return [
    stressOf(answer, screen, answer.ruleKind)(mark) + first.slice(mark.length),
    ...rest,
    ...lackLines(answer, names, ' '.repeat(ANSWER_WIDTH), screen),
  ]
}

/** Whoever is reached by a cascade, or over a ceiling, is stressed; a parent is no danger. */
function stressOf(answer: OwnRuleAnswer, { paint }: Screen, kind = 'cascade') {
  if (answer.answer === 'unknown') return paint.possible
  const bad = { cascade: 'yes', ceilings: 'no', top: 'never' }[kind]
  return answer.answer === bad ? paint.certain : paint.bold
}

/** What would settle an unknown answer, and where readings differ. */
function lackLines(
  answer: OwnFullAnswer,
  names: OwnNames,
  indent: string,
  { words, width, paint }: Screen,
): string[] {
  const lines: string[] = []
  const put = (mark: string, text: string) =>
    lines.push(...hang(`${indent}${mark}`, harmless(text), width))
  const answers = new Set(answer.readings.map((one) => one.answer))
  if (answers.size > 1) {
    const readings = answer.readings.map((one) =>
      words.text('own.reading', {
        reading: one.reading,
        answer: words.text('own.answer', { answer: one.answer }),
      }),
    )
    put('', words.text('own.readings', { readings: readings.join('; ') }))
  }
  if (answer.ring.length > 0) {
    put('', words.text('own.ring', { names: answer.ring.map(names.name) }))
  }
  if (answer.behind.length > 0) {
    put('', words.text('own.behind', { names: answer.behind.map(names.name) }))
  }
  if (answer.answer === 'unknown') {
    const { missing, smallest } = answer
    if (missing.length === 0) put('', words.text('own.settle.none'))
    else put('', words.text('own.settle'))
    for (const fact of missing) {
      const question = hang(`${indent}? `, harmless(tellOwnFact(words, fact, names)), width)
      lines.push(...question.map(paint.possible))
    }
    if (missing.length > 0 && !smallest) put('', words.text('own.settle.more'))
  }
  for (const what of answer.reservations) {
    const reservation = words.text('own.reservation', { what })
    lines.push(...hang(`${indent}! `, harmless(reservation), width).map(paint.dim))
  }
  return lines
}

function reservations(findings: OwnFindings, { words, width, paint }: Screen): string[] {
  const marks = [...new Set(findings.answers.flatMap((one) => [...one.marks]))]
  if (marks.length === 0) return []
  const lines = marks.flatMap((mark) => hang('! ', tellMark(words, mark), width))
  return [paint.bold(words.text('own.rests')), ...lines.map(paint.possible)]
}

/** Sources of a registry that are named; the others are counted. */
const SOURCES_MAX = 5

function provenance(findings: OwnFindings, { words }: Screen): string[] {
  const cites = findings.answers.map((one) => words.text('own.cite', { cite: one.cite.join('; ') }))
  const registries = findings.registries.map(({ file, built, sources }) => {
    const told = sources.map(({ file: from, title, date, whole }) =>
      words.text('own.registry.source', {
        // A plain file is called by its path, which the registry's name says already.
        title: title.endsWith(from) ? from : title,
        date: date ?? 'none',
        whole: whole ? 'yes' : 'no',
      }),
    )
    const all = [...new Set(told)]
    const left = all.length - SOURCES_MAX
    const shown = all.slice(0, SOURCES_MAX)
    if (left > 0) shown.push(words.text('own.registry.more', { count: left }))
    return words.text('own.registry', { file, built: built ?? 'none', sources: shown.join('; ') })
  })
  const lists = findings.lists.map((list) => tellList(words, list))
  return [...(cites.length === 1 ? cites : []), ...registries, ...lists]
}

/** Rows of a graph's table that are printed. */
const ROWS_MAX = 2000

/** Every party of a graph with its answer, and why in short. */
export function renderOwnGraph(findings: OwnGraphFindings, options: TerminalOptions): string {
  const screen = screenOf(options)
  const { words, width, paint } = screen
  const { graph, ruleName, on } = findings
  const head = words.text('own.graph.head', { ...graph, rule: ruleName, on })
  const rows: OwnRuleAnswer[] = []
  const counts = { yes: 0, no: 0, unknown: 0 }
  let left = 0
  for (const answer of findings.answers) {
    counts[answer.answer] += 1
    if (rows.length < ROWS_MAX) rows.push(answer)
    else left += 1
  }
  const party = columnOf(
    rows.map((row) => row.party),
    words.text('own.graph.party'),
    width / 3,
  )
  const share = columnOf(
    rows.map((row) => shareOf(row, screen)),
    words.text('own.graph.percent'),
    width / 4,
  )
  const titles = [
    pad(words.text('own.graph.party'), party),
    pad(words.text('own.graph.answer'), ANSWER_WIDTH - 2),
    pad(words.text('own.graph.percent'), share),
    words.text('own.graph.why'),
  ].join('  ')
  const body = rows.flatMap((row) => {
    const answer = pad(words.text('own.answer', { answer: row.answer }), ANSWER_WIDTH - 2)
    const before = `${pad(harmless(row.party), party)}  `
    const mark = `${before}${answer}  ${pad(shareOf(row, screen), share)}  `
    const [first = '', ...rest] = hang(mark, harmless(whyOf(row, screen)), width)
    const after = first.slice(before.length + answer.length)
    return [before + stressOf(row, screen)(answer) + after, ...rest]
  })
  const more = left > 0 ? [words.text('own.graph.more', { count: left })] : []
  const closing = [...more, words.text('own.graph.count', counts)]
  const lines = [
    ...hang('', harmless(head), width),
    '',
    paint.bold(titles),
    ...body,
    '',
    ...closing,
  ]
  return `${lines.join('\n')}\n`
}

function columnOf(cells: readonly string[], title: string, most: number): number {
  const wanted = cells.reduce(
    (widest, cell) => Math.max(widest, displayWidth(harmless(cell))),
    displayWidth(title),
  )
  return Math.max(displayWidth(title), Math.min(Math.floor(most), wanted))
}

function shareOf(row: OwnRuleAnswer, { words }: Screen): string {
  return row.percent === null ? '' : tellShare(words, row.percent.text)
}

function whyOf(row: OwnRuleAnswer, { words }: Screen): string {
  if (row.answer !== 'unknown') return tellWhy(words, row, NO_NAMES)
  return row.missing.map((fact) => tellOwnFact(words, fact, NO_NAMES)).join(' ')
}
