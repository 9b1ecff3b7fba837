import type { FrontierPoint, PlanReport } from '@holdfast/holdfast'
import {
  moneyHeading,
  tellKnees,
  tellLegal,
  tellLoss,
  tellNoRegret,
  tellPrices,
  tellShare,
} from '../plan_telling.ts'
import { type Content, h, type Markup } from './markup.ts'
import { type Column, isoDay, note, type Section, scrolling, table, unfolding } from './page.ts'
import { frontierChart } from './plan_frontier.ts'
import type { PlanPage } from './plan_page.ts'

type Spending = PlanReport['spending'][number]
type Team = PlanReport['teams'][number]

/** What money and people buy. */
export function frontierSection(page: PlanPage): Section | null {
  const { report, words } = page
  const noRegret = tellNoRegret(words, report)
  const sentences = [
    ...tellKnees(words, report),
    ...(noRegret === null ? [] : [noRegret]),
    ...tellPrices(words, report),
  ]
  const drawn = report.frontier.length > 0
  if (!drawn && sentences.length === 0) return null
  const items = sentences.map((text) => h('li', {}, text))
  return {
    id: 'frontier',
    title: words.text('plan.frontier'),
    body: [
      drawn ? note(words.text('plan.html.frontierNote')) : null,
      drawn ? scrolling(words.text('plan.frontier'), frontierChart(page)) : null,
      h('ul', { class: 'points' }, items),
      drawn ? frontierTable(page) : null,
    ],
  }
}

function frontierTable({ report, words, name }: PlanPage): Markup {
  const { currency, budget } = report
  const number = (value: number) => words.number(Math.round(value))
  const marks = (point: FrontierPoint) => {
    const told: string[] = []
    if (point.knee) told.push(`◆ ${words.text('plan.frontier.isKnee')}`)
    const here = budget !== null && Math.abs(point.budget - budget) < 0.5
    if (here) told.push(words.text('plan.frontier.here'))
    return told.length === 0 ? null : h('small', {}, told.join(' · '))
  }
  const columns: Column<FrontierPoint>[] = [
    {
      heading: 'plan.col.budget',
      title: moneyHeading(words, 'plan.col.budget', currency),
      cell: (point) => [number(point.budget), marks(point)],
      class: 'number',
    },
    { heading: 'plan.col.spent', cell: ({ cost }) => number(cost), class: 'number' },
    {
      heading: 'plan.col.loss',
      cell: ({ objective }) => tellLoss(words, objective),
      class: 'number',
    },
    { heading: 'plan.col.gap', cell: ({ gap }) => tellShare(words, gap), class: 'number' },
    {
      heading: 'plan.col.measures',
      cell: ({ measures }) => measureList(words.list(measures.map(name)), measures.length),
    },
  ]
  return table(words, words.text('plan.html.frontierCaption'), columns, report.frontier)
}

function measureList(names: string, count: number): Content {
  if (count === 0) return '0'
  return unfolding(String(count), h('small', {}, names), { class: 'bulk' })
}

/** What changes of the law would buy, on the same scale. */
export function lawSection({ report, words }: PlanPage): Section | null {
  if (report.legal.length === 0) return null
  const items = report.legal.map((legal) => h('li', {}, tellLegal(words, report, legal)))
  return {
    id: 'law',
    title: words.text('plan.law'),
    body: [note(words.text('plan.html.lawNote')), h('ul', { class: 'points' }, items)],
  }
}

/** What is spent when, and how busy the teams are. */
export function limitSection(page: PlanPage): Section | null {
  const { report, words } = page
  const spending = report.spending.filter(({ amount }) => amount > 0)
  const busy = report.teams.filter(({ used }) => used.some((days) => days > 0))
  if (spending.length === 0 && busy.length === 0) return null
  return {
    id: 'limits',
    title: words.text('plan.limits'),
    body: [
      busy.length === 0 ? null : teamTable(page, busy),
      spending.length === 0 ? null : spendingTable(page, spending),
    ],
  }
}

function spendingTable({ report, words }: PlanPage, rows: readonly Spending[]): Markup {
  const number = (value: number) => words.number(Math.round(value))
  const limited = rows.some(({ limit }) => limit !== null)
  const top = Math.max(...rows.map(({ amount, limit }) => limit ?? amount))
  const columns: Column<Spending>[] = [
    { heading: 'plan.col.period', cell: ({ from }) => isoDay(from), class: 'day' },
    { heading: 'plan.col.until', cell: ({ until }) => isoDay(until), class: 'day' },
    {
      heading: 'plan.col.amount',
      title: moneyHeading(words, 'plan.col.amount', report.currency),
      cell: ({ amount }) => number(amount),
      class: 'number',
    },
    {
      heading: 'plan.col.limit',
      cell: ({ limit }) => (limit === null ? '—' : number(limit)),
      class: 'number',
    },
    {
      heading: 'plan.col.share',
      cell: ({ amount, limit }) => use(amount, limit ?? top),
      class: 'pair',
    },
  ]
  const shown = limited ? columns : columns.filter(({ heading }) => heading !== 'plan.col.limit')
  return table(words, words.text('plan.spending'), shown, rows)
}

/** How much of something is used, as a bar. */
function use(amount: number, limit: number): Content {
  const share = limit <= 0 ? 0 : Math.min(1, amount / limit)
  return h(
    'span',
    { class: 'track', 'aria-hidden': 'true' },
    h('span', { class: 'fill after', style: `width:${(share * 100).toFixed(1)}%` }),
  )
}

function teamTable(page: PlanPage, rows: readonly Team[]): Markup {
  const { report, words } = page
  const limitOf = ({ capacity }: Team) => {
    return capacity === null ? null : (capacity * report.periodDays) / 30
  }
  const columns: Column<Team>[] = [
    { heading: 'plan.col.team', cell: ({ name }) => name },
    {
      heading: 'plan.col.busiest',
      cell: ({ used }) => words.number(Math.max(...used)),
      class: 'number',
    },
    {
      heading: 'plan.col.capacity',
      cell: (team) => (limitOf(team) === null ? '—' : words.number(limitOf(team) ?? 0)),
      class: 'number',
    },
    { heading: 'plan.col.overTime', cell: (team) => load(team, limitOf(team)), class: 'load' },
  ]
  return table(
    words,
    words.text('plan.html.teamsCaption', { days: report.periodDays }),
    columns,
    rows,
  )
}

/** A small column for each period, against what the team can give. */
function load({ used }: Team, limit: number | null): Markup {
  const top = Math.max(limit ?? 0, ...used, 1e-9)
  const pitch = 240 / Math.max(1, used.length)
  const bars = used.map((days, index) => {
    const height = Math.round((days / top) * 260) / 10
    const x = Math.round(index * pitch * 10) / 10
    const width = Math.max(0.5, Math.round((pitch - 1.5) * 10) / 10)
    return h('rect', { class: 'work', x, y: 28 - height, width, height })
  })
  return h(
    'svg',
    { viewBox: '0 0 240 30', class: 'gantt load', 'aria-hidden': 'true' },
    limit === null
      ? null
      : h('path', { class: 'limit', d: `M0 ${28 - Math.round((limit / top) * 260) / 10}H240` }),
    bars,
    h('path', { class: 'effect', d: 'M0 28.5H240' }),
  )
}
