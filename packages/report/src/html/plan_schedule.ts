import type { PlannedMeasure } from '@holdfast/holdfast'
import { moneyHeading, quoted, tellEffort, tellKind, tellLoss } from '../plan_telling.ts'
import { type Content, h, type Markup } from './markup.ts'
import { type Column, isoDay, note, type Section, scrolling, table } from './page.ts'
import { ganttCharts } from './plan_gantt.ts'
import type { PlanPage } from './plan_page.ts'

/** What to do when: a chart, and a table that says the same and more. */
export function scheduleSection(page: PlanPage): Section {
  const { report, words } = page
  const title = words.text('plan.schedule')
  if (report.measures.length === 0) {
    return { id: 'schedule', title, body: h('p', {}, words.text('plan.schedule.none')) }
  }
  return {
    id: 'schedule',
    title,
    body: [
      legend(page),
      scrolling(words.text('plan.html.gantt'), ganttCharts(page)),
      measureTable(page),
      note(words.text('plan.savesNote')),
    ],
  }
}

function legend({ report, words }: PlanPage): Markup {
  const small = { width: 34, height: 12, viewBox: '0 0 34 12', 'aria-hidden': 'true' }
  const item = (figure: Markup, text: string) => {
    return h('li', {}, h('svg', { ...small, class: 'gantt' }, figure), ' ', text)
  }
  const work = h('rect', { class: 'work', x: 1, y: 1, width: 32, height: 10, rx: 2 })
  const effect = h('path', { class: 'effect', d: 'M0 6H34' })
  const waits = h('g', { class: 'waits' }, h('path', { d: 'M2 3H24V10M20.5 5.5L24 10L27.5 5.5' }))
  const due = h('path', { class: 'deadline', d: 'M20 0v12m0-12l-5 3l5 3' })
  return h(
    'ul',
    { class: 'legend' },
    item(work, words.text('plan.html.legendWork')),
    item(effect, words.text('plan.html.legendEffect')),
    report.measures.some(({ after }) => after.length > 0)
      ? item(waits, words.text('plan.html.legendWaits'))
      : null,
    report.measures.some(({ deadline }) => deadline !== null)
      ? item(due, words.text('plan.html.legendDeadline'))
      : null,
    report.noRegret.length > 0 ? h('li', {}, words.text('plan.mark.noRegret')) : null,
  )
}

const HELPED_MAX = 3

/** The functions that a measure helps most, and how many more. */
function helped({ words, name }: PlanPage, ids: readonly string[]): string {
  if (ids.length === 0) return '—'
  const more = ids.length - HELPED_MAX
  const shown = ids.slice(0, HELPED_MAX).map(name)
  return words.list(more > 0 ? [...shown, words.text('plan.moreFunctions', { more })] : shown)
}

function measureTable(page: PlanPage): Markup {
  const { report, words } = page
  const rows = report.measures.toSorted((a, b) =>
    a.start < b.start ? -1 : a.start > b.start ? 1 : 0,
  )
  const what = (measure: PlannedMeasure): Content => {
    const marks = measure.kind === 'other' ? [] : [tellKind(words, measure.kind)]
    if (measure.noRegret) marks.push(words.text('plan.measure.noRegret'))
    if (measure.fixed) marks.push(words.text('plan.measure.fixed'))
    const { deadline } = measure
    if (deadline !== null) marks.push(words.text('plan.measure.deadline', { deadline }))
    return [measure.name, h('small', {}, marks.join(' · '))]
  }
  const cost = (measure: PlannedMeasure): Content => {
    const running = words.number(Math.round(measure.yearly))
    const parted = measure.yearly > 0 && measure.once > 0
    const detail = parted ? words.text('plan.measure.running', { cost: running }) : null
    return [words.number(Math.round(measure.cost)), detail === null ? null : h('small', {}, detail)]
  }
  const columns: Column<PlannedMeasure>[] = [
    { heading: 'plan.col.what', cell: what },
    { heading: 'plan.col.start', cell: ({ start }) => isoDay(start), class: 'day' },
    { heading: 'plan.col.finish', cell: ({ finish }) => isoDay(finish), class: 'day' },
    { heading: 'plan.col.who', cell: (measure) => tellEffort(words, measure) || '—' },
    {
      heading: 'plan.col.waits',
      cell: ({ after }) => (after.length === 0 ? '—' : words.list(quoted(words, report, after))),
    },
    { heading: 'plan.col.helps', cell: ({ helps }) => helped(page, helps) },
    {
      heading: 'plan.col.cost',
      title: moneyHeading(words, 'plan.col.cost', report.currency),
      cell: cost,
      class: 'number',
    },
    {
      heading: 'plan.col.savesDays',
      cell: ({ saves }) => tellLoss(words, saves),
      class: 'number',
    },
  ]
  return table(words, words.text('plan.html.measuresCaption'), columns, rows)
}
