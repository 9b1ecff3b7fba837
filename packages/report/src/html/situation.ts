import type { FunctionFinding, ScenarioFinding } from '@holdfast/holdfast'
import type { Words } from '../messages/words.ts'
import {
  countOf,
  type FunctionRow,
  functionRows,
  standingOf,
  VERDICTS,
  worstFirst,
} from '../standing.ts'
import { tellChange, tellScenario } from '../telling.ts'
import { type Content, h, type Markup } from './markup.ts'
import { chance, isoDay, note, type Page, type Section, scrolling, sign, spoken } from './page.ts'

/** What stops in which scenario: a sentence and a bar for each, the worst first. */
export function headlineSection(page: Page): Section {
  const { report, words } = page
  const ranked = worstFirst(report.scenarios)
  const numbers = new Map(report.scenarios.map((scenario, index) => [scenario, index + 1]))
  const items = ranked.map((scenario) => {
    const number = numbers.get(scenario) ?? 0
    const link = h('a', { href: `#scenario-${number}` }, scenario.name)
    return h(
      'li',
      {},
      h('h3', {}, words.text('html.scenarioNumber', { number }), ' ', link),
      bar(page, scenario),
      h('p', {}, tellScenario(words, scenario)),
    )
  })
  const since = report.since
  const changed =
    since === null || since.changes.length === 0
      ? null
      : h(
          'p',
          { class: 'changed' },
          words.text('terminal.since', { on: since.on, count: since.changes.length }),
          ': ',
          since.changes[0] === undefined ? null : tellChange(words, since.changes[0]),
          '. ',
          h('a', { href: '#since' }, words.text('html.seeAll')),
        )
  return {
    id: 'headline',
    title: words.text('html.headline'),
    body: [h('ul', { class: 'headline' }, items), changed],
  }
}

/** One cell per function, its standing by sign and colour. */
function bar(page: Page, scenario: ScenarioFinding): Markup {
  const count = countOf(scenario)
  const standings = scenario.functions.map(standingOf)
  const ordered = VERDICTS.flatMap((verdict) => standings.filter((one) => one === verdict))
  const label = page.words.text('html.bar', {
    certain: count.certain,
    possible: count.possible,
    unknown: count.unknown,
    holds: count.holds,
  })
  const cells = ordered.map((verdict) => h('span', { class: `cell ${verdict}` }, sign(verdict)))
  return h('div', { class: 'bar', role: 'img', 'aria-label': label }, cells)
}

/** Functions down, scenarios across. */
export function situationSection(page: Page): Section {
  const { report, words } = page
  const heads = report.scenarios.map((scenario, index) => {
    const link = h('a', { href: `#scenario-${index + 1}` }, scenario.name)
    const number = words.text('html.scenarioNumber', { number: index + 1 })
    return h('th', { scope: 'col' }, h('span', { class: 'number' }, number), ' ', link)
  })
  const rows = functionRows(report).map((row) => situationRow(page, row))
  const caption = words.text('html.situationCaption', { on: report.on, days: report.horizonDays })
  const grid = h(
    'table',
    { class: 'situation' },
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, words.text('terminal.function')), heads)),
    h('tbody', {}, rows),
  )
  return {
    id: 'situation',
    title: words.text('html.situation'),
    body: [situationLegend(page), scrolling(caption, grid)],
  }
}

function situationLegend({ words }: Page): Content {
  const items = (['must-stop', 'may-stop', 'unknown', 'stays'] as const).map((verdict) => {
    return h('li', {}, sign(verdict), ' ', words.text(`html.legend.${verdict}`))
  })
  return [h('ul', { class: 'legend' }, items), note(words.text('html.legendChance'))]
}

function situationRow(page: Page, row: FunctionRow): Markup {
  const { report, words } = page
  const first = [...row.findings.values()][0]
  const detail =
    first === undefined
      ? null
      : words.text('html.weightTolerance', { weight: first.weight, days: first.toleranceDays })
  const cells = report.scenarios.map((scenario) => {
    const finding = row.findings.get(scenario.id)
    return finding === undefined ? h('td', {}, '—') : situationCell(page, finding)
  })
  return h('tr', {}, h('th', { scope: 'row' }, row.name, h('small', {}, detail)), cells)
}

function situationCell({ words }: Page, finding: FunctionFinding): Markup {
  const standing = standingOf(finding)
  const open = finding.dependsOn.length > 0 && standing !== 'unknown'
  return h(
    'td',
    { class: standing },
    days(words, finding),
    open ? h('div', { class: 'open' }, sign('unknown'), ' ', words.text('html.open')) : null,
    standing === 'stays' ? null : h('div', {}, chance(words, finding.probability)),
  )
}

/** The certain and the possible day, each with its sign. */
export function days(words: Words, finding: FunctionFinding): Content {
  const { certain, possible } = finding
  if (certain === null && possible === null) {
    const standing = standingOf(finding)
    return h('div', {}, sign(standing), ' ', words.text(`html.short.${standing}`))
  }
  return [
    certain === null
      ? null
      : h(
          'div',
          { class: 'certain' },
          sign('must-stop'),
          spoken(`${words.text('html.short.must-stop')} `),
          isoDay(certain),
        ),
    possible === null || possible === certain
      ? null
      : h(
          'div',
          { class: 'possible' },
          sign('may-stop'),
          spoken(`${words.text('html.short.may-stop')} `),
          isoDay(possible),
        ),
  ]
}
