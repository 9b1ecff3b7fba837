import type { PlannedMeasure, PlanReport } from '@holdfast/holdfast'
import type { Words } from '../messages/words.ts'
import {
  moneyHeading,
  monthsOf,
  quoted,
  tellEffort,
  tellLoss,
  tellMoney,
  tellMonth,
} from '../plan_telling.ts'
import type { Paint, Screen } from './paint.ts'
import { displayWidth, hang, harmless, pad, wrap } from './width.ts'

const DAY_MS = 86_400_000
const GAP = 2
const DATE_COLUMNS = 10
const SAVES_COLUMNS = 6
/** From here on there is room for bars. */
const WIDTH_BARS = 100
const NAME_COLUMNS_MIN = 16
const NAME_COLUMNS_MAX = 60
const BAR_MIN = 24
const BAR_MAX = 72

interface Layout {
  /** 0: too narrow for columns, everything stands under each other. */
  readonly nameColumns: number
  readonly costColumns: number
  /** 0: no bars. */
  readonly barColumns: number
}

/** What to do when, who does it, what it costs and saves; with bars where there is room. */
export function scheduleLines(report: PlanReport, screen: Screen): string[] {
  const { words, paint, width } = screen
  const heading = paint.bold(words.text('plan.schedule'))
  if (report.measures.length === 0) return [heading, words.text('plan.schedule.none')]
  const layout = layOut(report, screen)
  const rows = byStart(report.measures).flatMap((measure) => {
    return measureLines(measure, report, layout, screen)
  })
  const marks: string[] = []
  if (report.noRegret.length > 0) marks.push(words.text('plan.mark.noRegret'))
  if (layout.barColumns > 0) {
    marks.push(words.text('plan.mark.work'), words.text('plan.mark.effect'))
  }
  const notes = marks.length === 0 ? [] : wrap(marks.join('   '), width)
  const saves = wrap(words.text('plan.savesNote'), Math.min(width, 100))
  return [
    heading,
    ...(layout.nameColumns === 0 ? [] : [header(report, layout, screen)]),
    ...rows,
    ...[...notes, ...saves].map((line) => paint.dim(line)),
  ]
}

function byStart(measures: readonly PlannedMeasure[]): PlannedMeasure[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return measures.toSorted((a, b) => {
    return order(a.start, b.start) || order(a.finish, b.finish) || order(a.id, b.id)
  })
}

function layOut(report: PlanReport, { width, words }: Screen): Layout {
  const costs = report.measures.map(({ cost }) => words.number(Math.round(cost)).length)
  const title = moneyHeading(words, 'plan.col.cost', report.currency)
  const costColumns = Math.max(displayWidth(title), ...costs)
  const rest = width - DATE_COLUMNS - costColumns - SAVES_COLUMNS - 3 * GAP - 2
  const names = report.measures.map(({ name }) => displayWidth(harmless(name)))
  const wanted = Math.max(12, Math.min(NAME_COLUMNS_MAX, Math.max(...names)))
  if (width < WIDTH_BARS) {
    const nameColumns = rest < NAME_COLUMNS_MIN ? 0 : Math.min(rest, wanted)
    return { nameColumns, costColumns, barColumns: 0 }
  }
  const bars = Math.max(BAR_MIN, Math.min(BAR_MAX, rest - wanted - GAP))
  return { nameColumns: Math.min(wanted, rest - bars - GAP), costColumns, barColumns: bars }
}

function header(report: PlanReport, layout: Layout, { words, paint }: Screen): string {
  const cells = [
    pad(words.text('plan.col.start'), DATE_COLUMNS),
    pad(`  ${words.text('plan.col.what')}`, layout.nameColumns + 2),
    right(moneyHeading(words, 'plan.col.cost', report.currency), layout.costColumns),
    right(words.text('plan.col.saves'), SAVES_COLUMNS),
  ]
  if (layout.barColumns > 0) cells.push(axis(report, layout.barColumns, words))
  return paint.dim(cells.join(' '.repeat(GAP)).trimEnd())
}

function right(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text))) + text
}

/** Months over the bars, at the columns in which they begin; as many as fit. */
function axis(report: PlanReport, columns: number, words: Words): string {
  let line = ''
  for (const month of monthsOf(report.horizon)) {
    const at = columnOf(month, report, columns)
    const label = tellMonth(words, month)
    const free = line === '' || at > line.length
    if (free && at + label.length <= columns) line = line.padEnd(at) + label
  }
  return line
}

/** The column of a bar in which a day lies. */
function columnOf(day: string, { horizon }: PlanReport, columns: number): number {
  const days = (Date.parse(day) - Date.parse(horizon.from)) / DAY_MS
  return Math.floor((days / horizon.days) * columns)
}

function measureLines(
  measure: PlannedMeasure,
  report: PlanReport,
  layout: Layout,
  screen: Screen,
): string[] {
  const { words, paint, width } = screen
  if (layout.nameColumns === 0) return stacked(measure, report, screen)
  const names = wrap(harmless(measure.name), layout.nameColumns)
  const sure = measure.noRegret ? paint.accent('◆') : ' '
  const first = [
    measure.start,
    `${sure} ${pad(names[0] ?? '', layout.nameColumns)}`,
    right(words.number(Math.round(measure.cost)), layout.costColumns),
    right(tellLoss(words, measure.saves), SAVES_COLUMNS),
  ]
  if (layout.barColumns > 0) first.push(bar(measure, report, layout.barColumns, paint))
  const indent = ' '.repeat(DATE_COLUMNS + GAP + 2)
  const more = names.slice(1).map((line) => indent + line)
  const under = hang(indent, harmless(details(measure, report, screen)), width).map(paint.dim)
  return [first.join(' '.repeat(GAP)).trimEnd(), ...more, ...under]
}

/** The same without columns. */
function stacked(measure: PlannedMeasure, report: PlanReport, screen: Screen): string[] {
  const { words, paint, width } = screen
  const sign = measure.noRegret ? '◆ ' : ''
  const figures = words.text('plan.measure.figures', {
    cost: tellMoney(words, measure.cost, report.currency),
    saves: tellLoss(words, measure.saves),
  })
  const under = `${figures} · ${details(measure, report, screen)}`
  return [
    ...hang(`${measure.start} `, harmless(sign + measure.name), width),
    ...hang('  ', harmless(under), width).map(paint.dim),
  ]
}

/** Before, work, in effect: every bar shows some work, however short it is. */
function bar(measure: PlannedMeasure, report: PlanReport, columns: number, paint: Paint): string {
  const begin = Math.min(columns - 1, columnOf(measure.start, report, columns))
  const end = Math.min(columns, columnOf(measure.finish, report, columns))
  const work = Math.max(1, end - begin)
  const effect = Math.max(0, columns - begin - work)
  return (
    paint.dim('·'.repeat(begin)) + paint.accent('━'.repeat(work)) + paint.dim('─'.repeat(effect))
  )
}

/** When it is done, by whom, what first. */
function details(measure: PlannedMeasure, report: PlanReport, { words }: Screen): string {
  const parts = [words.text('plan.measure.done', { finish: measure.finish })]
  const effort = tellEffort(words, measure)
  if (effort !== '') parts.push(effort)
  if (measure.yearly > 0 && measure.once > 0) {
    const cost = tellMoney(words, measure.yearly, report.currency)
    parts.push(words.text('plan.measure.running', { cost }))
  }
  if (measure.after.length > 0) {
    const measures = words.list(quoted(words, report, measure.after))
    parts.push(words.text('plan.measure.after', { measures }))
  }
  if (measure.deadline !== null) {
    parts.push(words.text('plan.measure.deadline', { deadline: measure.deadline }))
  }
  if (measure.fixed) parts.push(words.text('plan.measure.fixed'))
  return parts.join(' · ')
}
