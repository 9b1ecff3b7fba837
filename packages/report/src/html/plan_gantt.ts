import type { PlannedMeasure } from '@holdfast/holdfast'
import { tellEffort, tellLoss } from '../plan_telling.ts'
import { h, type Markup } from './markup.ts'
import {
  alongDays,
  chartAttributes,
  chartTitle,
  type Frame,
  monthGrid,
  round,
} from './plan_axis.ts'
import type { PlanPage } from './plan_page.ts'

const HEAD = 34
const BAR = 12
const LETTER = 6.5

/** A wide screen has the names beside the bars, a narrow one above them. */
interface Form {
  readonly id: string
  readonly width: number
  readonly names: number
  readonly figures: number
  readonly row: number
  /** From the top of a row down to the middle of its bar. */
  readonly bar: number
  /** From the top of a row down to the foot of its name. */
  readonly text: number
  readonly group: number
}

const WIDE: Form = {
  id: 'gantt',
  width: 1120,
  names: 322,
  figures: 130,
  row: 25,
  bar: 12.5,
  text: 16.5,
  group: 28,
}

const NARROW: Form = {
  id: 'gantt-narrow',
  width: 366,
  names: 1,
  figures: 1,
  row: 42,
  bar: 27,
  text: 14,
  group: 34,
}

interface Group {
  readonly title: string
  readonly measures: readonly PlannedMeasure[]
}

interface Line {
  readonly measure: PlannedMeasure
  /** The top of its row. */
  readonly y: number
}

interface Drawing {
  readonly page: PlanPage
  readonly form: Form
  readonly frame: Frame
}

/**
 * Bars of work along the days, grouped by the team that does most of it; arrows: what waits. Drawn
 * twice, for a wide screen and for a narrow one.
 */
export function ganttCharts(page: PlanPage): Markup[] {
  return [WIDE, NARROW].map((form) => ganttChart(page, form))
}

function ganttChart(page: PlanPage, form: Form): Markup {
  const { report, words } = page
  const groups = groupsOf(page)
  const { width, row } = form
  const height = HEAD + groups.length * form.group + report.measures.length * row + 10
  const right = width - form.figures
  const frame: Frame = { left: form.names, right, top: HEAD - 6, bottom: height - 8 }
  const drawing: Drawing = { page, form, frame }
  const lines: Line[] = []
  const titles: Markup[] = []
  let y = HEAD
  for (const group of groups) {
    titles.push(h('text', { x: 0, y: y + form.group - 10, class: 'group' }, group.title))
    y += form.group
    for (const measure of group.measures) {
      lines.push({ measure, y })
      y += row
    }
  }
  const described = words.text('plan.html.ganttDesc', { measures: lines.length })
  return h(
    'svg',
    { ...chartAttributes(form.id, width, height), class: `chart ${form.id}` },
    chartTitle(form.id, words.text('plan.schedule'), described),
    monthGrid(words, frame, report.horizon, HEAD - 16),
    form === WIDE ? heads(drawing) : null,
    titles,
    h('g', { class: 'waits' }, arrows(drawing, lines)),
    lines.map((line) => barOf(drawing, line)),
    today(drawing),
  )
}

function groupsOf({ report, words }: PlanPage): Group[] {
  const found = new Map<string, PlannedMeasure[]>()
  const ordered = report.measures.toSorted(
    (a, b) => before(a.start, b.start) || before(a.finish, b.finish) || before(a.id, b.id),
  )
  for (const measure of ordered) {
    const [most] = measure.effort.toSorted((a, b) => b.personDays - a.personDays)
    const title = most === undefined ? words.text('plan.html.noTeam') : most.name
    found.set(title, [...(found.get(title) ?? []), measure])
  }
  return [...found].map(([title, measures]) => ({ title, measures }))
}

function before(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function heads({ page: { report, words }, form, frame }: Drawing): Markup {
  const { currency } = report
  const cost = frame.right + 66
  const saves = form.width - 4
  return h(
    'g',
    { class: 'column' },
    h('text', { x: cost, y: 12, class: 'end' }, words.text('plan.col.cost')),
    h('text', { x: cost, y: 25, class: 'end small' }, currency ?? ''),
    h('text', { x: saves, y: 12, class: 'end' }, words.text('plan.col.saves')),
    h('text', { x: saves, y: 25, class: 'end small' }, words.text('plan.html.days')),
  )
}

function barOf({ page, form, frame }: Drawing, { measure, y }: Line): Markup {
  const { report, words } = page
  const x = alongDays(frame, report.horizon)
  const [from, to] = [x(measure.start), x(measure.finish)]
  const width = Math.max(3, round(to - from))
  const text = round(y + form.text)
  const middle = round(y + form.bar)
  const cost = words.number(Math.round(measure.cost))
  return h(
    'g',
    { class: `measure ${measure.kind}` },
    h('title', {}, described(page, measure)),
    h('path', { class: 'hover', d: `M0 ${round(y + form.row / 2)}H${form.width}` }),
    h('text', { x: form === WIDE ? 12 : 4, y: text }, label(measure, form)),
    h('path', { class: 'effect', d: `M${round(from + width)} ${middle}H${frame.right}` }),
    h('rect', { class: 'work', x: from, y: middle - BAR / 2, width, height: BAR, rx: 2 }),
    measure.deadline === null ? null : deadline(x(measure.deadline), middle),
    form === WIDE
      ? [
          h('text', { x: frame.right + 66, y: text, class: 'end' }, cost),
          h('text', { x: form.width - 4, y: text, class: 'end' }, tellLoss(words, measure.saves)),
        ]
      : null,
  )
}

function deadline(x: number, y: number): Markup {
  return h('path', { class: 'deadline', d: `M${x} ${y - 8}v16m0-16l-5 4l5 4` })
}

function label(measure: PlannedMeasure, form: Form): string {
  const sign = measure.noRegret ? '◆ ' : ''
  const room = form === WIDE ? form.names - 26 : form.width - 8
  const most = Math.floor(room / LETTER) - sign.length
  const { name } = measure
  return sign + (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name)
}

/** All of a measure in a line, for a pointer and for a screen reader. */
function described({ report, words, name }: PlanPage, measure: PlannedMeasure): string {
  const { start, finish, after, deadline: due } = measure
  const parts = [words.text('plan.html.work', { name: measure.name, start, finish })]
  const effort = tellEffort(words, measure)
  if (effort !== '') parts.push(effort)
  if (after.length > 0) {
    parts.push(words.text('plan.measure.after', { measures: words.list(after.map(name)) }))
  }
  if (due !== null) parts.push(words.text('plan.measure.deadline', { deadline: due }))
  if (measure.cost > 0) {
    parts.push(
      words.text('plan.html.costs', {
        cost: words.number(Math.round(measure.cost)),
        currency: report.currency,
      }),
    )
  }
  return parts.join('; ')
}

/** From the end of what must be done first, down or up to the start of what waits for it. */
function arrows({ page: { report }, form, frame }: Drawing, lines: readonly Line[]): Markup[] {
  const x = alongDays(frame, report.horizon)
  const places = new Map(lines.map((line) => [line.measure.id, line]))
  return lines.flatMap(({ measure, y }) =>
    measure.after.flatMap((id) => {
      const first = places.get(id)
      if (first === undefined) return []
      const at = x(measure.start) + 5
      const down = first.y < y
      const tip = round(y + form.bar + (down ? -BAR / 2 : BAR / 2))
      const wing = down ? -5 : 5
      const head = `M${at - 3.5} ${tip + wing}L${at} ${tip}L${at + 3.5} ${tip + wing}`
      const start = `M${x(first.measure.finish)} ${round(first.y + form.bar)}`
      return h('path', { d: `${start}H${at}V${tip}${head}` })
    }),
  )
}

function today({ page: { report, words }, form, frame }: Drawing): Markup {
  const at = alongDays(frame, report.horizon)(report.on)
  const wide = form === WIDE
  return h(
    'g',
    { class: 'today' },
    h('path', { d: `M${at} ${frame.top}V${frame.bottom}` }),
    wide ? h('text', { x: at - 6, y: HEAD - 16, class: 'end' }, words.day(report.on)) : null,
  )
}
