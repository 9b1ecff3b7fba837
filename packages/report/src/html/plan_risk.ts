import { tellLoss } from '../plan_telling.ts'
import { h, type Markup } from './markup.ts'
import {
  alongDays,
  chartAttributes,
  chartTitle,
  type Frame,
  monthGrid,
  round,
  ticksTo,
  upwards,
  valueGrid,
} from './plan_axis.ts'
import type { PlanPage } from './plan_page.ts'

const WIDTH = 820
const HEIGHT = 330
const FRAME: Frame = { left: 58, right: WIDTH - 10, top: 26, bottom: HEIGHT - 30 }
const DAY_MS = 86_400_000

type Curve = 'doNothing' | 'greedy' | 'plan'

/** What a day is expected to lose, without the plan and with it. */
export function riskChart(page: PlanPage): Markup {
  const { report, words } = page
  const highest = Math.max(
    ...report.risk.flatMap(({ doNothing, greedy, plan }) => [doNothing, greedy, plan]),
  )
  const ticks = ticksTo(highest, 5)
  const y = upwards(FRAME, ticks.at(-1) ?? 0)
  const first = report.risk[0]
  const last = report.risk.at(-1)
  const description = words.text('plan.html.riskDesc', {
    before: tellLoss(words, last?.doNothing ?? 0),
    after: tellLoss(words, last?.plan ?? 0),
    first: tellLoss(words, first?.plan ?? 0),
  })
  const area = (curve: Curve) => {
    return `${steps(page, curve, y)}V${FRAME.bottom}H${FRAME.left}Z`
  }
  return h(
    'svg',
    chartAttributes('risk', WIDTH, HEIGHT),
    chartTitle('risk', words.text('plan.risk'), description),
    valueGrid(words, FRAME, ticks, y),
    monthGrid(words, FRAME, report.horizon, HEIGHT - 12),
    h('text', { x: 0, y: 12, class: 'axis' }, words.text('plan.html.riskAxis')),
    h('path', { class: 'area before', d: area('doNothing') }),
    h('path', { class: 'area after', d: area('plan') }),
    h('path', { class: 'line before', d: steps(page, 'doNothing', y) }),
    h('path', { class: 'line greedy', d: steps(page, 'greedy', y) }),
    h('path', { class: 'line after', d: steps(page, 'plan', y) }),
    finishes(page, y),
  )
}

/** A value for each period, drawn as steps. */
function steps({ report }: PlanPage, curve: Curve, y: (value: number) => number): string {
  const x = alongDays(FRAME, report.horizon)
  let path = ''
  for (const period of report.risk) {
    const start = path === '' ? `M${FRAME.left} ` : 'V'
    path += `${start}${y(period[curve])}H${x(dayAfter(period.until))}`
  }
  return path
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
}

/** A mark on the curve of the plan where measures take effect. */
function finishes({ report, words, name }: PlanPage, y: (value: number) => number): Markup[] {
  const x = alongDays(FRAME, report.horizon)
  return report.risk.flatMap(({ from, until, plan, finished }) => {
    if (finished.length === 0) return []
    const at = round((x(from) + x(dayAfter(until))) / 2)
    const names = words.list(finished.map(name))
    return h(
      'g',
      { class: 'finish' },
      h('title', {}, words.text('plan.html.finished', { from, until, names })),
      h('circle', { cx: at, cy: y(plan), r: 4.5 }),
    )
  })
}
