import type { AssessReport, FunctionFinding, ScenarioFinding } from '@holdfast/holdfast'
import type { Words } from '../messages/words.ts'
import { type FunctionRow, functionRows, worstFirst, worstRows } from '../standing.ts'
import type { Paint, Screen } from './paint.ts'
import { displayWidth, fit, hang, harmless, pad, wrap } from './width.ts'

/** Rows of the table; what is left out is counted below it. */
const FUNCTIONS_MAX = 14

/** '~2025-03-08?', the widest single day of a cell. */
const DAY_COLUMNS = 12
/** A certain and a possible day side by side. */
const PAIR_COLUMNS = 10 + 1 + DAY_COLUMNS
const GAP = 2
const NAME_COLUMNS_MIN = 16
const NAME_COLUMNS_MAX = 44
const TITLE_LINES_MAX = 3

interface Layout {
  readonly scenarios: readonly ScenarioFinding[]
  readonly numbers: ReadonlyMap<string, number>
  readonly rows: readonly FunctionRow[]
  readonly nameColumns: number
  readonly cellColumns: number
  readonly pairs: boolean
}

/**
 * The table of functions by scenarios. Of more than fit, the worst are shown, in the report's
 * order, and the rest is counted.
 */
export function situationTable(report: AssessReport, screen: Screen): string[] {
  const { width, words, paint } = screen
  const layout = layOut(report, width)
  const lines = header(layout, words, paint)
  for (const row of layout.rows) lines.push(...rowLines(row, layout, words, paint))
  const say = (text: string) => {
    for (const line of wrap(harmless(text), width)) lines.push(paint.dim(line))
  }
  lines.push('')
  lines.push(...legend(words, width).map(paint.dim))
  for (const line of namesOfCut(layout, width)) lines.push(line)
  const hiddenScenarios = report.scenarios.length - layout.scenarios.length
  const hiddenFunctions = functionRows(report).length - layout.rows.length
  if (hiddenScenarios > 0) {
    say(words.text('terminal.moreScenarios', { more: hiddenScenarios }))
  }
  if (hiddenFunctions > 0) {
    say(words.text('terminal.moreFunctions', { more: hiddenFunctions }))
  }
  return lines
}

/** The signs of the cells, as many to a line as fit. */
function legend(words: Words, width: number): string[] {
  const signs = [
    words.text('terminal.legendCertain'),
    words.text('terminal.legendPossible'),
    words.text('terminal.legendUnknown'),
    words.text('terminal.legendHolds'),
  ]
  const lines: string[] = []
  for (const sign of signs) {
    const longer = `${lines.at(-1) ?? ''}   ${sign}`
    if (lines.length > 0 && displayWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(...wrap(sign, width))
  }
  return lines
}

function layOut(report: AssessReport, width: number): Layout {
  const rows = worstRows(functionRows(report), FUNCTIONS_MAX)
  const widest = Math.max(0, ...rows.map((row) => displayWidth(harmless(row.name))))
  const wanted = Math.max(NAME_COLUMNS_MIN, Math.min(widest, NAME_COLUMNS_MAX))
  const least = width < 80 ? Math.min(wanted, NAME_COLUMNS_MIN) : Math.min(wanted, 24)
  const most = Math.max(1, Math.floor((width - least) / (DAY_COLUMNS + GAP)))
  const worst = new Set(worstFirst(report.scenarios).slice(0, most))
  const scenarios = report.scenarios.filter((scenario) => worst.has(scenario))
  const count = Math.max(1, scenarios.length)
  const room = Math.floor((width - wanted) / count) - GAP
  const pairs = room >= PAIR_COLUMNS
  const cellColumns = pairs
    ? Math.min(room, PAIR_COLUMNS + 8)
    : Math.max(DAY_COLUMNS, Math.min(room, PAIR_COLUMNS))
  return {
    scenarios,
    numbers: new Map(report.scenarios.map((scenario, index) => [scenario.id, index + 1])),
    rows,
    nameColumns: Math.min(wanted, width - count * (cellColumns + GAP)),
    cellColumns,
    pairs,
  }
}

/** The name under which a scenario stands over its column: its number, and what fits of it. */
function title(scenario: ScenarioFinding, layout: Layout): string[] {
  const text = `${layout.numbers.get(scenario.id)} ${harmless(scenario.name)}`
  const lines = wrap(text, layout.cellColumns)
  if (lines.length <= TITLE_LINES_MAX) return lines
  const kept = lines.slice(0, TITLE_LINES_MAX - 1)
  return [...kept, fit(lines.slice(TITLE_LINES_MAX - 1).join(' '), layout.cellColumns)]
}

function isCut(scenario: ScenarioFinding, layout: Layout): boolean {
  const text = `${layout.numbers.get(scenario.id)} ${harmless(scenario.name)}`
  return title(scenario, layout).join(' ') !== text
}

function header(layout: Layout, words: Words, paint: Paint): string[] {
  const titles = layout.scenarios.map((scenario) => title(scenario, layout))
  const height = Math.max(1, ...titles.map((lines) => lines.length))
  const lines = Array.from({ length: height }, (_, index) => {
    const first = index === 0 ? words.text('terminal.function') : ''
    const cells = titles.map((one) => pad(one[index] ?? '', layout.cellColumns))
    return paint.bold([pad(first, layout.nameColumns), ...cells].join(' '.repeat(GAP)).trimEnd())
  })
  const rule = layout.nameColumns + layout.scenarios.length * (layout.cellColumns + GAP)
  return [...lines, paint.dim('─'.repeat(rule))]
}

function namesOfCut(layout: Layout, width: number): string[] {
  return layout.scenarios
    .filter((scenario) => isCut(scenario, layout))
    .flatMap((scenario) => {
      return hang(`${layout.numbers.get(scenario.id)} `, harmless(scenario.name), width)
    })
}

interface Piece {
  readonly text: string
  readonly paint: (text: string) => string
}

function rowLines(row: FunctionRow, layout: Layout, words: Words, paint: Paint): string[] {
  const cells = layout.scenarios.map((scenario) => {
    const finding = row.findings.get(scenario.id)
    return finding === undefined ? [] : cell(finding, layout.pairs, paint)
  })
  const names = nameLines(harmless(row.name), layout.nameColumns)
  const height = Math.max(names.length, ...cells.map((pieces) => pieces.length))
  return Array.from({ length: height }, (_, index) => {
    let line = pad(names[index] ?? '', layout.nameColumns)
    for (const pieces of cells) {
      const piece = pieces[index]
      const text =
        piece?.text ?? (pieces.length === 0 && index === 0 ? words.text('mark.none') : '')
      const padded = ' '.repeat(Math.max(0, layout.cellColumns - displayWidth(text)))
      line += ' '.repeat(GAP) + (piece === undefined ? text : piece.paint(text)) + padded
    }
    return line.trimEnd()
  })
}

/** A name takes at most two lines. */
function nameLines(name: string, width: number): string[] {
  const lines = wrap(name, width)
  if (lines.length <= 2) return lines
  return [lines[0] ?? '', fit(lines.slice(1).join(' '), width)]
}

/** The certain and the possible day, one under the other or side by side. */
function cell(finding: FunctionFinding, pairs: boolean, paint: Paint): Piece[] {
  const { certain, possible } = finding
  const open = finding.dependsOn.length > 0 ? '?' : ''
  if (certain === null && possible === null) {
    return [{ text: open === '' ? '—' : '?', paint: open === '' ? paint.dim : paint.possible }]
  }
  if (possible === null || possible === certain) {
    return [{ text: `${certain}${open}`, paint: paint.certain }]
  }
  if (certain === null) return [{ text: `~${possible}${open}`, paint: paint.possible }]
  if (!pairs) {
    return [
      { text: certain, paint: paint.certain },
      { text: `~${possible}${open}`, paint: paint.possible },
    ]
  }
  const text = `${certain} ~${possible}${open}`
  return [
    {
      text,
      paint: () => `${paint.certain(certain)} ${paint.possible(text.slice(certain.length + 1))}`,
    },
  ]
}
