import type { PlanReport } from '@holdfast/holdfast'
import { wordsOf } from '../messages/words.ts'
import {
  planNames,
  tellAnswer,
  tellBound,
  tellGreedy,
  tellLoss,
  tellMoney,
  tellShare,
  tellSpan,
  tellSpent,
} from '../plan_telling.ts'
import { contents, htmlDocument, sectionMarkup } from './document.ts'
import { h, type Markup } from './markup.ts'
import { note, proseDay, type Section } from './page.ts'
import { chokepointSection, functionSection, riskSection } from './plan_effect.ts'
import { leftOutSection, scenarioSection, sureSection, warningSection } from './plan_ground.ts'
import { frontierSection, lawSection, limitSection } from './plan_money.ts'
import type { PlanPage } from './plan_page.ts'
import { scheduleSection } from './plan_schedule.ts'
import { planStyle } from './plan_style.ts'

/**
 * A plan as one HTML file without scripts and without anything to load. The same report gives the
 * same file.
 */
export function renderPlanHtml(report: PlanReport, options: { readonly locale: string }): string {
  const words = wordsOf(options.locale)
  const page: PlanPage = { report, words, name: planNames(report) }
  const title = words.text('plan.html.title', { name: report.institution.name })
  return htmlDocument(words, title, planStyle, body(page))
}

/** In the order of the questions: what to do, what it does, what it costs, how sure it is. */
function sectionsOf(page: PlanPage): Section[] {
  const sections = [
    scheduleSection(page),
    riskSection(page),
    functionSection(page),
    chokepointSection(page),
    frontierSection(page),
    lawSection(page),
    leftOutSection(page),
    limitSection(page),
    scenarioSection(page),
    sureSection(page),
    warningSection(page),
  ]
  return sections.filter((section) => section !== null)
}

function body(page: PlanPage): Markup {
  const { words } = page
  const sections = sectionsOf(page)
  return h(
    'body',
    {},
    h('a', { class: 'skip', href: '#main' }, words.text('html.skip')),
    header(page),
    contents(words, sections),
    h(
      'main',
      { id: 'main' },
      howToRead(page),
      sections.map((section) => {
        return sectionMarkup(section, section.id === 'schedule' ? 'picture schedule' : null)
      }),
    ),
    h('footer', { class: 'end' }, note(words.text('html.notAdvice'))),
  )
}

function header(page: PlanPage): Markup {
  const { report, words } = page
  const { from, until } = report.horizon
  const more =
    report.doNothing === 0
      ? null
      : h(
          'p',
          {},
          [tellBound(words, report), tellSpent(words, report)].join(' '),
          report.measures.length === 0 ? null : ` ${tellGreedy(words, report)}`,
        )
  return h(
    'header',
    { class: 'top' },
    h('p', { class: 'kicker' }, words.text('plan.html.kicker')),
    h('h1', {}, report.institution.name),
    h(
      'p',
      { class: 'when' },
      proseDay(words, from),
      ' – ',
      proseDay(words, until),
      ', ',
      tellSpan(words, report),
    ),
    h('p', { class: 'lead answer' }, tellAnswer(words, report)),
    more,
    report.doNothing === 0 ? null : comparison(page),
    report.measures.length === 0 ? null : figures(page),
  )
}

/** Nothing, greedy, this plan and the bound, as bars under each other. */
function comparison({ report, words }: PlanPage): Markup {
  const { doNothing, greedy, objective, bound } = report
  const top = Math.max(doNothing, greedy, objective, 1e-9)
  const row = (kind: string, label: string, value: number) =>
    h(
      'li',
      { class: kind },
      h('span', { class: 'name' }, label),
      h(
        'span',
        { class: 'track', 'aria-hidden': 'true' },
        h('span', {
          class: 'fill',
          style: `width:${Math.max(0.4, (value / top) * 100).toFixed(1)}%`,
        }),
      ),
      h('strong', {}, tellLoss(words, value)),
    )
  return h(
    'ul',
    { class: 'comparison', 'aria-label': words.text('plan.html.comparison') },
    row('before', words.text('plan.html.doNothing'), doNothing),
    row('greedy', words.text('plan.html.greedy'), greedy),
    row('after', words.text('plan.html.thisPlan'), objective),
    row('bound', words.text('plan.html.bound'), bound),
  )
}

function figures({ report, words }: PlanPage): Markup {
  const { doNothing, objective, spent, budget, currency } = report
  const figure = (value: string, label: string) => {
    return h('div', {}, h('dt', {}, label), h('dd', {}, value))
  }
  const saved = doNothing === 0 ? 0 : (doNothing - objective) / doNothing
  const money = tellMoney(words, spent, currency)
  const of =
    budget === null
      ? words.text('plan.html.cost')
      : words.text('plan.html.costOf', { budget: tellMoney(words, budget, currency) })
  const measures = report.measures.length
  const all = measures + report.leftOut.length
  return h(
    'dl',
    { class: 'figures' },
    figure(`−${tellShare(words, saved)}`, words.text('plan.html.lossLess')),
    figure(words.number(measures), words.text('plan.html.measuresOf', { all })),
    figure(money, of),
    figure(tellShare(words, report.gap), words.text('plan.html.proven')),
  )
}

function howToRead({ words }: PlanPage): Markup {
  return h(
    'aside',
    { class: 'how', 'aria-label': words.text('html.how') },
    h('div', {}, h('h2', {}, words.text('html.how')), h('p', {}, words.text('plan.weighted'))),
    h('div', {}, h('h2', {}, words.text('html.not')), h('p', {}, words.text('plan.html.not'))),
  )
}
