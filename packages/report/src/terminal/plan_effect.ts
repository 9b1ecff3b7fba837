import type { PlanReport } from '@holdfast/holdfast'
import { tellChokepoints, tellLoss, tellStops } from '../plan_telling.ts'
import { tellDecision } from '../telling.ts'
import type { Screen } from './paint.ts'
import { heights, remaining, stretched } from './plan_bars.ts'
import { displayWidth, hang, harmless, pad, wrap } from './width.ts'

const CHOKEPOINTS_MAX = 4
const NAME_COLUMNS_MAX = 44
const LOSS_COLUMNS = 17
const BAR_MAX = 30
const CURVE_MIN = 12
const CURVE_MAX = 60

/** What a day is expected to lose, from the first period to the last. */
export function riskLines(report: PlanReport, screen: Screen): string[] {
  const { words, paint, width } = screen
  const { risk } = report
  const [first, last] = [risk[0], risk.at(-1)]
  if (first === undefined || last === undefined || report.measures.length === 0) return []
  const curves = (['doNothing', 'greedy', 'plan'] as const).map((key) => {
    const ends = words.text('plan.risk.ends', {
      first: tellLoss(words, first[key]),
      last: tellLoss(words, last[key]),
    })
    const name = words.text(CURVES[key])
    return { name, values: risk.map((period) => period[key]), ends, key }
  })
  const top = Math.max(...curves.flatMap(({ values }) => values))
  const columns = Math.max(...curves.map(({ name }) => displayWidth(name)))
  const room = width - columns - 4 - Math.max(...curves.map(({ ends }) => displayWidth(ends)))
  const beside = room >= CURVE_MIN
  const cells = beside ? Math.min(CURVE_MAX, room) : width - 2
  const lines = curves.flatMap(({ name, values, ends, key }) => {
    const drawn = heights(stretched(values, cells), top)
    const colour = key === 'doNothing' ? paint.certain : key === 'plan' ? paint.accent : paint.dim
    if (beside) return `${pad(name, columns)}  ${colour(drawn)}  ${ends}`
    return [...hang('', `${name}: ${ends}`, width), `  ${colour(drawn)}`]
  })
  return [paint.bold(words.text('plan.risk')), ...lines]
}

const CURVES = {
  doNothing: 'plan.risk.nothing',
  greedy: 'plan.risk.greedy',
  plan: 'plan.risk.plan',
} as const

/** Each function's loss and days of stopping, before and after; those that lose nothing counted. */
export function functionLines(report: PlanReport, screen: Screen): string[] {
  const { words, paint, width } = screen
  const touched = report.functions.filter(({ before, after }) => before > 0 || after > 0)
  if (touched.length === 0) return []
  const ranked = touched.toSorted((a, b) => b.before - a.before || (a.id < b.id ? -1 : 1))
  const names = ranked.map(({ name }) => displayWidth(harmless(name)))
  const room = width - LOSS_COLUMNS - 4
  const bars = width >= 80 ? Math.min(BAR_MAX, Math.floor(room / 3)) : 0
  const columns = Math.max(12, Math.min(NAME_COLUMNS_MAX, Math.max(...names), room - bars))
  const top = Math.max(...ranked.map(({ before, after }) => Math.max(before, after)))
  const rows = ranked.flatMap((one) => {
    const [start = '', ...more] = wrap(harmless(one.name), columns)
    const { before, after } = one
    const losses = words.text('plan.fromTo', {
      before: tellLoss(words, before).padStart(6),
      after: tellLoss(words, after).padStart(6),
    })
    const bar = bars === 0 ? '' : `  ${paint.accent(remaining(before, after, top, bars))}`
    const first = `${pad(start, columns)}  ${pad(losses, LOSS_COLUMNS - 2)}${bar}`.trimEnd()
    return [first, ...more, ...hang('   ', tellStops(words, one), width).map(paint.dim)]
  })
  const rest = report.functions.length - touched.length
  const counted = words.text('plan.functions.untouched', { count: rest })
  const note = wrap(words.text('plan.functions.note'), width)
  return [
    paint.bold(words.text('plan.functions')),
    ...note.map(paint.dim),
    ...rows,
    ...(rest === 0 ? [] : wrap(counted, width).map(paint.dim)),
  ]
}

/** How many smallest sets of decisions no longer stop a function, and the first of both kinds. */
export function chokepointLines(report: PlanReport, screen: Screen): string[] {
  const { words, paint, width } = screen
  const { closed, left, closedCount, leftCount } = report.chokepoints
  if (closedCount + leftCount === 0) return []
  const listed = (key: 'closed' | 'left', points: typeof closed, count: number) => {
    const shown = points.slice(0, CHOKEPOINTS_MAX)
    if (shown.length === 0) return []
    const lines = shown.flatMap(({ decisions, functionName }) => {
      const told = words.list(decisions.map((decision) => tellDecision(words, decision)))
      const text = words.text('plan.chokepoint', { decisions: told, function: functionName })
      return hang(' · ', harmless(text), width)
    })
    const more = count - shown.length
    const rest = more > 0 ? [paint.dim(`   ${words.text('plan.more', { more })}`)] : []
    return [`${words.text(`plan.chokepoints.${key}`)}:`, ...lines, ...rest]
  }
  const heading = wrap(tellChokepoints(words, report), width).map(paint.bold)
  return [...heading, ...listed('closed', closed, closedCount), ...listed('left', left, leftCount)]
}
