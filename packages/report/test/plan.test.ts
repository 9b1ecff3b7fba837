import { readdirSync, readFileSync } from 'node:fs'
import { type PlanProgress, planReport } from '@holdfast/holdfast'
import { describe, expect, test } from 'vitest'
import { renderPlan, renderPlanHtml, renderPlanJson, renderPlanProgress } from '../src/index.ts'
import { enPlan } from '../src/messages/en_plan.ts'
import { enPlanHtml } from '../src/messages/en_plan_html.ts'
import { displayWidth } from '../src/terminal/width.ts'
import { fixturePlan } from './fixture_plan.ts'
import { planVariants, renamed } from './fixture_plan_variants.ts'
import { faultsOf, valuesOf } from './html_shape.ts'

const plain = { colour: false, locale: 'en' }
const plan = fixturePlan()
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOURS = /\x1b\[[0-9;]*m/g

test.each(planVariants)('the fixture “%s” is a report', (_, report) => {
  expect(planReport.safeParse(report).error).toBeUndefined()
})

describe('renderPlan', () => {
  test.each(planVariants)('keeps to the width, with colours or without: %s', (_, report) => {
    for (const width of [40, 60, 80, 99, 100, 120, 160, 240]) {
      const text = renderPlan(report, { ...plain, width })
      for (const line of text.split('\n')) {
        expect(displayWidth(line), line).toBeLessThanOrEqual(width)
        expect(line).toBe(line.trimEnd())
      }
      expect(text).not.toMatch(/undefined|NaN|Infinity|\bnull\b|plan\.[a-z]/)
      const painted = renderPlan(report, { ...plain, width, colour: true })
      expect(painted.replace(COLOURS, '')).toBe(text)
    }
  })

  test('tells every measure, what is left out, every function and scenario', () => {
    const text = renderPlan(plan, { ...plain, width: 160 }).replaceAll(/\s+/g, ' ')
    const names = [...plan.measures, ...plan.leftOut, ...plan.scenarios].map(({ name }) => name)
    for (const name of names) expect(text).toContain(name)
    for (const { name, before } of plan.functions) {
      if (before > 0) expect(text).toContain(name)
    }
    expect(text).toContain('1 more function loses nothing')
    expect(text).toContain('due by 24 Jan 2027')
    expect(text).toContain('day fixed by the call')
  })

  test('starts with the answer, and says what a weighted day is', () => {
    const [, answer, weighted] = renderPlan(plan, { ...plain, width: 100 }).split('\n\n')
    expect(answer).toMatch(/^With 2\.4 million euro over 18 months, these 20 measures/)
    expect(weighted).toMatch(/^A weighted day is a day on which a function has stopped/)
  })

  test('draws bars from 100 columns on: before, work, in effect', () => {
    const row = (width: number) => {
      const lines = renderPlan(plan, { ...plain, width }).split('\n')
      return lines.find((line) => line.includes('Cash in the field for two months')) ?? ''
    }
    expect(row(99)).not.toMatch(/[━─]/)
    expect(row(100)).toMatch(/ ·+━+─+$/)
    const last = renderPlan({ ...plan, measures: [endless()] }, { ...plain, width: 100 })
    expect(last).toMatch(/·+━\n/)
  })

  test('names the files that were written', () => {
    const paths = { htmlPath: 'a.html', icsPath: 'b.ics', csvPath: 'c.csv' }
    const text = renderPlan(plan, { ...plain, width: 80, ...paths })
    expect(text).toContain('charts: a.html\nCalendar of the plan: b.ics\nTable of the plan: c.csv')
  })

  test('a name cannot move the cursor', () => {
    const text = renderPlan(renamed(plan, '\x1b[2J\u202e\n'), { ...plain, width: 100 })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/)
  })
})

/** A measure that starts on the last day. */
function endless() {
  const { until } = plan.horizon
  return { ...plan.measures[0]!, name: 'Late', start: until, finish: until }
}

describe('renderPlanHtml', () => {
  test.each(planVariants)('is well-formed: %s', (_, report) => {
    const page = renderPlanHtml(report, { locale: 'en' })
    expect(faultsOf(page)).toEqual([])
    expect(page.replace(/<style>.*<\/style>/, '')).not.toMatch(
      /undefined|NaN|Infinity|>null<|plan\.[a-z]/,
    )
    const ids = valuesOf(page, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    for (const href of valuesOf(page, 'href')) expect(ids).toContain(href.slice(1))
    for (const label of valuesOf(page, 'aria-labelledby')) {
      for (const id of label.split(' ')) expect(ids).toContain(id)
    }
  })

  const html = renderPlanHtml(plan, { locale: 'en' })

  test('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base|form)\b/i)
    expect(html).not.toMatch(/\son[a-z]+=|javascript:|url\(|@import|src=/i)
    expect(html).toContain('default-src &#39;none&#39;')
  })

  test('escapes every text of the dossier', () => {
    const attacked = renderPlanHtml(renamed(plan, `<script>alert("x")</script>&'\u202e`), {
      locale: 'en',
    })
    expect(attacked).not.toContain('<script')
    expect(attacked).not.toContain('\u202e')
    expect(faultsOf(attacked)).toEqual([])
  })

  test('can be read by a screen reader', () => {
    for (const head of html.matchAll(/<th\b[^>]*>/g)) expect(head[0]).toMatch(/scope="(row|col)"/)
    const tables = html.match(/<table\b/g)?.length ?? 0
    expect(tables).toBeGreaterThan(6)
    expect(html.match(/<table[^>]*><caption>[^<]+/g)?.length).toBe(tables)
    for (const [chart] of html.matchAll(/<svg[^>]*class="chart[^>]*>/g)) {
      expect(chart).toMatch(/role="img"/)
    }
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
  })

  test('every measure has a bar in both charts and a row, what waits has an arrow', () => {
    expect(html.match(/class="measure /g)).toHaveLength(2 * plan.measures.length)
    const waiting = plan.measures.flatMap(({ after }) => after).length
    const arrows = [...html.matchAll(/<g class="waits">(.*?)<\/g>/g)].slice(1)
    expect(arrows).toHaveLength(2)
    for (const [, paths = ''] of arrows) expect(paths.match(/<path/g)).toHaveLength(waiting)
    for (const { name } of [...plan.measures, ...plan.leftOut]) {
      expect(html).toContain(`scope="row">${name}`)
    }
  })

  test('bars lie where their days are', () => {
    const bar = /<title>Cash in the field.*?class="work" x="([0-9.]+)".*?width="([0-9.]+)"/
    const [, x, width] = bar.exec(html) ?? []
    const [left, right] = [322, 990]
    expect(Number(x)).toBeCloseTo(left + (30 / 540) * (right - left), 0)
    expect(Number(width)).toBeCloseTo((25 / 540) * (right - left), 0)
  })

  test('the same report gives the same file, of a size that can be sent', () => {
    expect(renderPlanHtml(fixturePlan(), { locale: 'en' })).toBe(html)
    for (const [, report] of planVariants) {
      expect(renderPlanHtml(report, { locale: 'en' }).length).toBeLessThan(400_000)
    }
  })
})

test('renderPlanJson holds the report, in an order of its own', () => {
  const text = renderPlanJson(plan)
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(plan)))
  const reversed = Object.fromEntries(Object.entries(plan).toReversed()) as typeof plan
  expect(renderPlanJson(reversed)).toBe(text)
  expect(text.endsWith('}\n')).toBe(true)
})

describe('the line of a search', () => {
  const event: PlanProgress = {
    kind: 'plan',
    step: 'search',
    incumbent: 1050.2,
    bound: 1041,
    gap: 0.0086,
    done: 0,
    of: 0,
  }

  test('tells the step, the best, the bound and the gap', () => {
    expect(renderPlanProgress(event, { ...plain, width: 100 })).toBe(
      'searching for the best plan  best so far 1,050  none below 1,041  gap 0.9%',
    )
    const frontier: PlanProgress = { ...event, step: 'frontier', done: 4, of: 12, bound: null }
    expect(renderPlanProgress(frontier, { ...plain, width: 100 })).toBe(
      'what money buys 4 of 12  best so far 1,050  gap 0.9%',
    )
    const first: PlanProgress = { ...event, step: 'model', incumbent: null, bound: null, gap: null }
    expect(renderPlanProgress(first, { ...plain, width: 100 })).toBe('building the model')
  })

  test('is never wider than the terminal, with colours or without', () => {
    for (const step of ['model', 'search', 'frontier', 'prices', 'check'] as const) {
      for (let width = 1; width <= 120; width += 1) {
        const line = renderPlanProgress({ ...event, step, done: 1, of: 9 }, { ...plain, width })
        expect(displayWidth(line)).toBeLessThanOrEqual(width)
        const colour = { ...plain, colour: true, width }
        const painted = renderPlanProgress({ ...event, step, done: 1, of: 9 }, colour)
        expect(painted.replace(COLOURS, '')).toBe(line)
      }
    }
  })
})

test('no text of a plan is never used', () => {
  const sources = new URL('../src/', import.meta.url)
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  const source = files
    .filter((file) => file.endsWith('.ts') && !/messages\/en_/.test(file))
    .map((file) => readFileSync(new URL(file, sources), 'utf8'))
    .join('\n')
  const fromReport = /^plan\.(left|kind|progress|chokepoints)\./
  const unused = Object.keys({ ...enPlan, ...enPlanHtml }).filter((key) => {
    return !fromReport.test(key) && !source.includes(`'${key}'`)
  })
  expect(unused).toEqual([])
})
