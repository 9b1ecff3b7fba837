import type { FrontierPoint } from '@holdfast/holdfast'
import { tellLoss, tellMoney } from '../plan_telling.ts'
import { h, type Markup } from './markup.ts'
import {
  chartAttributes,
  chartTitle,
  type Frame,
  round,
  ticksTo,
  upwards,
  valueGrid,
} from './plan_axis.ts'
import type { PlanPage } from './plan_page.ts'

const WIDTH = 820
const HEIGHT = 350
const LETTER = 7
const FRAME: Frame = { left: 58, right: WIDTH - 44, top: 28, bottom: HEIGHT - 46 }

/** A point with a wider gap counts as not proven: it is hollow, and no bound is drawn for it. */
const GAP_OPEN = 0.05

/** Knees with their sum beside them; the table names all. */
const LABELS_MAX = 2

interface Scales {
  readonly x: (sum: number) => number
  readonly y: (value: number) => number
}

/** Loss against money: the best plan for each sum, the knees, this plan, doing nothing, greedy. */
export function frontierChart(page: PlanPage): Markup {
  const { report, words } = page
  const { frontier, doNothing, currency } = report
  const values = frontier.map(({ objective }) => objective)
  const ticks = ticksTo(Math.max(doNothing, ...values), 5)
  const y = upwards(FRAME, ticks.at(-1) ?? 0)
  const sums = ticksTo(Math.max(report.spent, ...frontier.map(({ cost }) => cost)), 6)
  const most = sums.at(-1) ?? 0
  const x = (sum: number) => {
    const share = most <= 0 ? 0 : sum / most
    return round(FRAME.left + share * (FRAME.right - FRAME.left))
  }
  const description = words.text('plan.html.frontierDesc', {
    points: frontier.length,
    before: tellLoss(words, doNothing),
    least: tellLoss(words, Math.min(...values)),
  })
  const axis = currency === null ? words.text('plan.html.money') : currency
  return h(
    'svg',
    chartAttributes('frontier', WIDTH, HEIGHT),
    chartTitle('frontier', words.text('plan.frontier'), description),
    valueGrid(words, FRAME, ticks, y),
    h('text', { x: 0, y: 12, class: 'axis' }, words.text('plan.html.lossAxis')),
    sums.map((sum) => sumTick(page, x(sum), sum)),
    h('text', { x: FRAME.right, y: HEIGHT - 6, class: 'axis end' }, axis),
    greedyLine(page, y),
    curve(page, { x, y }),
    nothing(page, y(doNothing)),
    chosen(page, x, y),
  )
}

/** The line through the points, what could not be proven below it, and the points themselves. */
function curve(page: PlanPage, { x, y }: Scales): Markup[] {
  const points = page.report.frontier.toSorted((a, b) => a.cost - b.cost)
  const through = (chosen: typeof points) => {
    return chosen.map((point, index) => {
      return `${index === 0 ? 'M' : 'L'}${x(point.cost)} ${y(point.objective)}`
    })
  }
  const proven = points.filter(({ gap }) => gap <= GAP_OPEN)
  const bounds = proven.toReversed().map((point) => `L${x(point.cost)} ${y(point.bound)}`)
  const shade = `${through(proven).join('')}${bounds.join('')}Z`
  let free = 0
  let told = 0
  const marks = points.map((point) => {
    const at = x(point.cost)
    const money = tellMoney(page.words, point.budget, page.report.currency)
    const label = page.words.text('plan.html.kneeAt', { money })
    const fits = point.knee && at >= free && told < LABELS_MAX
    if (fits) {
      free = at + 9 + label.length * LETTER
      told += 1
    }
    return pointMark(page, point, at, y(point.objective), fits ? label : null)
  })
  return [
    proven.length < 2 ? h('g', {}) : h('path', { class: 'unproven', d: shade }),
    h('path', { class: 'line after', d: through(points).join('') }),
    ...marks,
  ]
}

function sumTick({ words }: PlanPage, at: number, sum: number): Markup {
  const text = sum >= 1_000_000 || sum === 0 ? tellMoney(words, sum, null) : words.number(sum)
  return h(
    'g',
    { class: 'grid faint' },
    h('path', { d: `M${at} ${FRAME.top}V${FRAME.bottom}` }),
    h('text', { x: at, y: FRAME.bottom + 17, class: 'middle' }, text),
  )
}

/** What choosing by the best buy reaches; where it spends less than it may is not told. */
function greedyLine({ report, words }: PlanPage, y: (value: number) => number): Markup {
  const at = y(report.greedy)
  const text = words.text('plan.html.greedyAt', { loss: tellLoss(words, report.greedy) })
  return h(
    'g',
    { class: 'greedy' },
    h('path', { class: 'line greedy', d: `M${FRAME.left} ${at}H${FRAME.right}` }),
    h('text', { x: FRAME.right, y: at - 6, class: 'end' }, text),
  )
}

function pointMark(
  { report, words }: PlanPage,
  point: FrontierPoint,
  x: number,
  y: number,
  label: string | null,
): Markup {
  const text = words.text('plan.html.point', {
    budget: tellMoney(words, point.budget, report.currency),
    loss: tellLoss(words, point.objective),
    measures: point.measures.length,
  })
  const mark = point.knee
    ? h('path', { d: `M${x} ${y - 7}l7 7l-7 7l-7-7z` })
    : h('circle', { cx: x, cy: y, r: 3.5 })
  const kind = `point${point.knee ? ' knee' : ''}${point.gap > GAP_OPEN ? ' open' : ''}`
  return h(
    'g',
    { class: kind },
    h('title', {}, text),
    mark,
    label === null ? null : h('text', { x: x + 9, y: y - 9 }, label),
  )
}

/** What is lost without spending anything. */
function nothing({ report, words }: PlanPage, y: number): Markup {
  const loss = tellLoss(words, report.doNothing)
  return h(
    'g',
    { class: 'nothing' },
    h('circle', { cx: FRAME.left, cy: y, r: 5 }),
    h('text', { x: FRAME.left + 12, y: y + 4 }, words.text('plan.html.nothingAt', { loss })),
  )
}

/** The plan itself. */
function chosen(
  { report, words }: PlanPage,
  x: (sum: number) => number,
  y: (value: number) => number,
): Markup {
  const at = x(report.spent)
  const down = y(report.objective)
  const right = at > (FRAME.left + FRAME.right) / 2
  const text = words.text('plan.html.here', { loss: tellLoss(words, report.objective) })
  return h(
    'g',
    { class: 'chosen' },
    h('circle', { cx: at, cy: down, r: 8 }),
    h('text', { x: at + (right ? -4 : 4), y: down + 24, class: right ? 'end' : null }, text),
  )
}
