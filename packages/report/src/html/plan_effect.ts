import type { PlanReport } from '@holdfast/holdfast'
import { tellChokepoints, tellLoss, tellStop, worstStop } from '../plan_telling.ts'
import { tellDecision } from '../telling.ts'
import { type Content, h, type Markup } from './markup.ts'
import { type Column, note, type Section, scrolling, table, unfolding } from './page.ts'
import type { PlanPage } from './plan_page.ts'
import { riskChart } from './plan_risk.ts'

type FunctionPlan = PlanReport['functions'][number]
type Points = PlanReport['chokepoints']['left']

/** What a day is expected to lose, over the horizon. */
export function riskSection(page: PlanPage): Section | null {
  const { report, words } = page
  if (report.risk.length === 0) return null
  const item = (kind: string, text: string) => {
    const small = { width: 34, height: 10, viewBox: '0 0 34 10', 'aria-hidden': 'true' }
    const line = h('path', { class: `line ${kind}`, d: 'M0 5H34' })
    return h('li', {}, h('svg', small, line), ' ', text)
  }
  return {
    id: 'risk',
    title: words.text('plan.html.risk'),
    body: [
      note(words.text('plan.html.riskNote')),
      h(
        'ul',
        { class: 'legend' },
        item('before', words.text('plan.html.doNothing')),
        item('greedy', words.text('plan.html.greedy')),
        item('after', words.text('plan.html.thisPlan')),
        report.measures.length === 0 ? null : h('li', {}, words.text('plan.html.riskMark')),
      ),
      scrolling(words.text('plan.risk'), riskChart(page)),
    ],
  }
}

/** The functions before and after: what each loses, and when it stops. */
export function functionSection(page: PlanPage): Section | null {
  const { report, words } = page
  if (report.functions.length === 0) return null
  const ranked = report.functions.toSorted((a, b) => b.before - a.before)
  const top = Math.max(...ranked.map(({ before, after }) => Math.max(before, after)))
  const worst = (key: 'before' | 'after') => (one: FunctionPlan) => {
    return tellStop(words, worstStop(one.scenarios.map((scenario) => scenario[key])))
  }
  const columns: Column<FunctionPlan>[] = [
    {
      heading: 'plan.col.function',
      cell: ({ name, weight, toleranceDays: days }) => [
        name,
        h('small', {}, words.text('html.weightTolerance', { weight, days })),
      ],
    },
    {
      heading: 'plan.col.before',
      cell: ({ before }) => tellLoss(words, before),
      class: 'number',
    },
    { heading: 'plan.col.after', cell: ({ after }) => tellLoss(words, after), class: 'number' },
    { heading: 'plan.col.change', cell: (one) => pair(one, top), class: 'pair' },
    { heading: 'plan.col.stopsBefore', cell: worst('before'), class: 'stops' },
    { heading: 'plan.col.stopsAfter', cell: worst('after'), class: 'stops' },
  ]
  return {
    id: 'functions',
    title: words.text('plan.functions'),
    body: [
      table(words, words.text('plan.html.functionsCaption'), columns, ranked),
      report.scenarios.length < 2 ? null : byScenario(page, ranked),
    ],
  }
}

/** Two bars under each other; the figures beside them say the same. */
function pair({ before, after }: FunctionPlan, top: number): Content {
  const width = (value: number) => `width:${top <= 0 ? 0 : ((value / top) * 100).toFixed(1)}%`
  if (before === 0 && after === 0) return null
  return h(
    'span',
    { class: 'bars', 'aria-hidden': 'true' },
    h('span', { class: 'fill before', style: width(before) }),
    h('span', { class: 'fill after', style: width(after) }),
  )
}

interface Row {
  readonly one: FunctionPlan
  readonly stops: FunctionPlan['scenarios'][number]
}

/** Each function in each scenario in which it stops at all. */
function byScenario({ report, words, name }: PlanPage, ranked: readonly FunctionPlan[]): Content {
  const stopping = ({ stops }: Row) => {
    return [stops.before, stops.after].some((at) => at.certain !== null || at.possible !== null)
  }
  const rows = ranked
    .flatMap((one) => one.scenarios.map((stops): Row => ({ one, stops })))
    .filter(stopping)
  if (rows.length === 0) return null
  const columns: Column<Row>[] = [
    { heading: 'plan.col.function', cell: ({ one }) => one.name },
    { heading: 'plan.col.scenario', cell: ({ stops }) => name(stops.scenario) },
    { heading: 'plan.col.stopsBefore', cell: ({ stops }) => tellStop(words, stops.before) },
    { heading: 'plan.col.stopsAfter', cell: ({ stops }) => tellStop(words, stops.after) },
  ]
  const caption = words.text('plan.html.byScenario', { scenarios: report.scenarios.length })
  return unfolding(caption, table(words, caption, columns, rows), { class: 'bulk' })
}

/** Which decisions no longer stop a function, and which still do. */
export function chokepointSection(page: PlanPage): Section | null {
  const { words } = page
  const { closed, left, closedCount, leftCount } = page.report.chokepoints
  if (closedCount + leftCount === 0) return null
  return {
    id: 'chokepoints',
    title: words.text('plan.html.chokepoints'),
    body: [
      h('p', {}, tellChokepoints(words, page.report)),
      h(
        'div',
        { class: 'sides' },
        points(page, 'plan.chokepoints.closed', closed, closedCount),
        points(page, 'plan.chokepoints.left', left, leftCount),
      ),
    ],
  }
}

/** Of each list so many are told at once; the others are folded. */
const POINTS_OPEN = 8

function points(
  { words }: PlanPage,
  heading: 'plan.chokepoints.closed' | 'plan.chokepoints.left',
  listed: Points,
  count: number,
): Markup | null {
  if (count === 0) return null
  const items = listed.map(({ decisions, functionName }) => {
    const told = words.list(decisions.map((decision) => tellDecision(words, decision)))
    return h('li', {}, words.text('plan.chokepoint', { decisions: told, function: functionName }))
  })
  const more = count - listed.length
  const [first, rest] = [items.slice(0, POINTS_OPEN), items.slice(POINTS_OPEN)]
  const folded = h(
    'details',
    {},
    h('summary', {}, words.text('plan.more', { more: rest.length })),
    h('ul', { class: 'points' }, rest),
  )
  return h(
    'div',
    {},
    h('h3', {}, `${words.text(heading)}: ${words.number(count)}`),
    h('ul', { class: 'points' }, first),
    rest.length > 0 ? folded : null,
    more > 0 ? note(words.text('plan.more', { more })) : null,
  )
}
