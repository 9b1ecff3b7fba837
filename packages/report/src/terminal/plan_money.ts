import type { PlanReport } from '@holdfast/holdfast'
import {
  moneyHeading,
  tellKnees,
  tellLegal,
  tellLoss,
  tellNoRegret,
  tellPrices,
} from '../plan_telling.ts'
import { section } from './findings.ts'
import type { Screen } from './paint.ts'
import { heights, remaining, stretched } from './plan_bars.ts'
import { displayWidth, hang, harmless, pad, wrap } from './width.ts'

const PERIODS_MAX = 8
const BAR_MAX = 30
const CURVE_MAX = 60
const PROSE_MAX = 100

/** What money buys: the frontier if it was asked for, what one more unit of each limit saves. */
export function frontierLines(report: PlanReport, screen: Screen): string[] {
  const { words, paint, width } = screen
  const room = Math.min(width, PROSE_MAX)
  const noRegret = tellNoRegret(words, report)
  const sentences = [
    ...tellKnees(words, report),
    ...(noRegret === null ? [] : [noRegret]),
    ...tellPrices(words, report),
  ]
  const table = report.frontier.length === 0 ? [] : frontierTable(report, screen)
  if (table.length === 0 && sentences.length === 0) return []
  const heading = paint.bold(words.text('plan.frontier'))
  const note = table.length === 0 ? [] : wrap(words.text('plan.frontier.note'), room)
  const told = sentences.flatMap((text) => hang(' · ', harmless(text), room))
  return [heading, ...note.map(paint.dim), ...table, ...told]
}

function frontierTable(report: PlanReport, { words, paint, width }: Screen): string[] {
  const { frontier, currency } = report
  const number = (value: number) => words.number(Math.round(value))
  const heads = [
    moneyHeading(words, 'plan.col.budget', currency),
    words.text('plan.col.spent'),
    words.text('plan.col.loss'),
    words.text('plan.col.measures'),
  ]
  const rows = frontier.map((point) => [
    number(point.budget),
    number(point.cost),
    tellLoss(words, point.objective),
    String(point.measures.length),
  ])
  const columns = heads.map((head, at) => {
    return Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[at] ?? '')))
  })
  const line = (cells: readonly string[]) => {
    return cells.map((cell, at) => cell.padStart(columns[at] ?? 0)).join('  ')
  }
  const used = columns.reduce((sum, column) => sum + column + 2, 0)
  const here = words.text('plan.frontier.here')
  const knee = words.text('plan.frontier.isKnee')
  const marks = displayWidth(here) + displayWidth(knee) + 8
  const bars = Math.min(BAR_MAX, width - used - marks)
  const top = Math.max(...frontier.map(({ objective }) => objective))
  const lines = frontier.map((point, index) => {
    const mark = [point.knee ? `◆ ${knee}` : '', isChosen(report, point) ? `◀ ${here}` : '']
    const bar = bars < 6 ? '' : pad(remaining(point.objective, point.objective, top, bars), bars)
    const told = mark.filter((text) => text !== '').join('  ')
    const shown = `${line(rows[index] ?? [])}  ${paint.accent(bar)}`
    return displayWidth(told) + used > width ? shown.trimEnd() : `${shown} ${told}`.trimEnd()
  })
  return [paint.dim(line(heads)), ...lines]
}

/** The point at which the plan itself lies. */
function isChosen({ budget }: PlanReport, point: PlanReport['frontier'][number]): boolean {
  return budget !== null && Math.abs(point.budget - budget) < 0.5
}

/** What changes of the law would buy. */
export function lawLines(report: PlanReport, screen: Screen): string[] {
  if (report.legal.length === 0) return []
  const { words, width } = screen
  const items = report.legal.map((legal) => {
    return hang(' · ', harmless(tellLegal(words, report, legal)), Math.min(width, PROSE_MAX))
  })
  return section(screen, words.text('plan.law'), items, 0)
}

/** What is spent when, against its limit; stretches without money and limit are not told. */
export function spendingLines(report: PlanReport, screen: Screen): string[] {
  const { words, paint, width } = screen
  const { currency } = report
  const rows = report.spending.filter(({ amount }) => amount > 0)
  if (rows.length === 0) return []
  const shown = rows.slice(0, PERIODS_MAX)
  const top = Math.max(...shown.map(({ amount, limit }) => Math.max(amount, limit ?? 0)))
  const amounts = shown.map(({ amount, limit }) => {
    const spent = words.number(Math.round(amount))
    if (limit === null) return spent
    return words.text('plan.of', { amount: spent, limit: words.number(Math.round(limit)) })
  })
  const columns = Math.max(...amounts.map(displayWidth))
  const bars = Math.min(BAR_MAX, width - 26 - columns)
  const lines = shown.map(({ from, until, amount, limit }, index) => {
    const bar = bars < 6 ? '' : remaining(limit ?? amount, amount, top, bars)
    const told = (amounts[index] ?? '').padStart(columns)
    return `${from} – ${until}  ${told}  ${paint.accent(bar)}`.trimEnd()
  })
  const more = rows.length - shown.length
  const rest = more > 0 ? [paint.dim(words.text('plan.more', { more }))] : []
  const heading = moneyHeading(words, 'plan.spending', currency)
  return [paint.bold(heading), ...lines, ...rest]
}

/** How busy each team is, period by period, against what it can give. */
export function teamLines(report: PlanReport, screen: Screen): string[] {
  const { words, width } = screen
  const busy = report.teams.filter(({ used }) => used.some((days) => days > 0))
  if (busy.length === 0) return []
  const items = busy.map(({ name, capacity, used }) => {
    const most = Math.max(...used)
    const limit = capacity === null ? null : (capacity * report.periodDays) / 30
    const told = words.text('plan.team', { most, capacity: limit ?? 'none' })
    const line = heights(stretched(used, Math.min(CURVE_MAX, width - 3)), limit ?? most)
    return [...hang(' · ', `${harmless(name)}: ${told}`, width), `   ${screen.paint.accent(line)}`]
  })
  return section(screen, words.text('plan.teams'), items, 0)
}
