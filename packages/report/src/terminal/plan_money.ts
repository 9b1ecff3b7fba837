import type { PlanReport } from '@holdfast/holdfast'
import type { Words } from '../messages/words.ts'
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
import { displayWidth, hang, harmless, wrap } from './width.ts'

const PERIODS_MAX = 8
const BAR_MIN = 6
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
  const { frontier } = report
  const { lines, used } = frontierCells(report, width, words)
  const here = words.text('plan.frontier.here')
  const knee = words.text('plan.frontier.isKnee')
  const marks = displayWidth(here) + displayWidth(knee) + 8
  const bars = Math.min(BAR_MAX, width - used - marks)
  const top = Math.max(...frontier.map(({ objective }) => objective))
  const [head = '', ...rows] = lines
  const told = frontier.flatMap((point, index) => {
    const signs = [point.knee ? `◆ ${knee}` : '', isChosen(report, point) ? `◀ ${here}` : '']
    const mark = signs.filter((text) => text !== '').join('  ')
    const row = rows[index] ?? ''
    if (bars < BAR_MIN) return mark === '' ? [row] : [row, `  ${mark}`]
    const bar = remaining(point.objective, point.objective, top, bars)
    const shown =
      mark === '' ? paint.accent(bar) : `${paint.accent(bar)}${gapTo(bar, bars)} ${mark}`
    return [`${row}  ${shown}`.trimEnd()]
  })
  return [paint.dim(head), ...told]
}

function gapTo(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

/** The figures in columns, a heading first; where they do not fit, what is spent is left out. */
function frontierCells(
  { frontier, currency }: PlanReport,
  width: number,
  words: Words,
): { lines: string[]; used: number } {
  const number = (value: number) => words.number(Math.round(value))
  const table = [
    [
      moneyHeading(words, 'plan.col.budget', currency),
      words.text('plan.col.spent'),
      words.text('plan.col.loss'),
      words.text('plan.col.measures'),
    ],
    ...frontier.map(({ budget, cost, objective, measures }) => [
      number(budget),
      number(cost),
      tellLoss(words, objective),
      String(measures.length),
    ]),
  ]
  const widest = (rows: readonly string[][]) => {
    return (rows[0] ?? []).map((_, at) =>
      Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))),
    )
  }
  const sum = (columns: readonly number[]) => columns.reduce((all, one) => all + one + 2, 0)
  const wide = sum(widest(table)) <= width + 2
  const rows = wide ? table : table.map((row) => row.filter((_, at) => at !== 1))
  const columns = widest(rows)
  const lines = rows.map((row) => row.map((cell, at) => cell.padStart(columns[at] ?? 0)).join('  '))
  return { lines, used: sum(columns) }
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
  const spent = report.spending.filter(({ amount }) => amount > 0)
  if (spent.length === 0) return []
  // Windows with a limit of their own are few and named by someone: they are told first.
  const isPeriod = (one: (typeof spent)[number]) => {
    return report.periods.some(({ from, until }) => from === one.from && until === one.until)
  }
  const rows = [...spent.filter((one) => !isPeriod(one)), ...spent.filter(isPeriod)]
  const shown = rows.slice(0, rows.length - spent.filter(isPeriod).length + PERIODS_MAX)
  const top = Math.max(...shown.map(({ amount, limit }) => Math.max(amount, limit ?? 0)))
  const amounts = shown.map(({ amount, limit }) => {
    const told = words.number(Math.round(amount))
    if (limit === null) return told
    return words.text('plan.of', { amount: told, limit: words.number(Math.round(limit)) })
  })
  const columns = Math.max(...amounts.map(displayWidth))
  const bars = Math.min(BAR_MAX, width - 27 - columns)
  const lines = shown.flatMap(({ from, until, amount, limit }, index) => {
    const bar = bars < BAR_MIN ? '' : remaining(limit ?? amount, amount, top, bars)
    const told = (amounts[index] ?? '').padStart(columns)
    if (columns + 25 > width) return hang(`${from} – ${until}  `, told.trim(), width)
    return bar === ''
      ? `${from} – ${until}  ${told}`
      : `${from} – ${until}  ${told}  ${paint.accent(bar)}`
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
