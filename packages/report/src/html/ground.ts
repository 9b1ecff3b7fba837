import type {
  AssumedFact,
  AssumptionUsed,
  Change,
  DisputedFact,
  OverdueFact,
  ReadingUsed,
} from '@holdfast/holdfast'
import { tellChange } from '../telling.ts'
import { type Content, h, type Markup } from './markup.ts'
import {
  type Column,
  chance,
  cite,
  isoDay,
  note,
  type Page,
  type Section,
  table,
  unfolding,
} from './page.ts'

/** Names of services that stand in a cell before the rest is folded. */
const NAMES_OPEN = 4

/** Which reading of the law was used, and what changes under the others. */
export function readingSection(page: Page): Section | null {
  const { report, words } = page
  if (report.readings.length === 0) return null
  return {
    id: 'readings',
    title: words.text('html.readings'),
    body: [note(words.text('html.readingsNote')), report.readings.map((one) => reading(page, one))],
  }
}

function reading(page: Page, used: ReadingUsed): Markup {
  const { words } = page
  const others = used.others.map((other) =>
    h(
      'div',
      { class: 'other' },
      h('h4', {}, words.text('html.readingOther', { name: other.name })),
      h('p', {}, other.argument),
      other.changes.length === 0
        ? note(words.text('html.readingSame'))
        : [
            note(words.text('html.readingChanges', { count: other.changes.length })),
            changeList(page, other.changes),
          ],
    ),
  )
  return h(
    'article',
    { class: 'reading' },
    h('h3', {}, used.questionText),
    h('p', {}, words.text('html.readingUsed', { regime: used.regime }), ' ', h('b', {}, used.name)),
    h('p', {}, used.argument),
    note(words.text('html.source'), ' ', cite(used.source)),
    others,
  )
}

/** Changes by scenario. */
export function changeList({ report, words }: Page, changes: readonly Change[]): Content {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    groups.set(change.scenario, [...(groups.get(change.scenario) ?? []), change])
  }
  const names = new Map(report.scenarios.map((scenario) => [scenario.id, scenario.name]))
  return [...groups].map(([scenario, group]) => [
    h('p', { class: 'under' }, names.get(scenario) ?? scenario),
    h(
      'ul',
      {},
      group.map((change) => h('li', {}, tellChange(words, change))),
    ),
  ])
}

/** The intervals that likelihoods come from. */
export function assumptionSection({ report, words, name }: Page): Section | null {
  if (report.assumptions.length === 0) return null
  const services = (used: AssumptionUsed): Content => {
    const names = used.services.map(name)
    if (names.length <= NAMES_OPEN) return words.list(names)
    const count = words.text('html.serviceCount', { count: names.length })
    return unfolding(count, words.list(names))
  }
  const columns: Column<AssumptionUsed>[] = [
    { heading: 'html.colClass', cell: (used) => [used.class, h('small', {}, used.id)] },
    { heading: 'html.colRegime', cell: (used) => used.regime },
    { heading: 'html.colCase', cell: (used) => caseName(words, used.case) },
    { heading: 'html.colInterval', cell: (used) => chance(words, used.interval), class: 'number' },
    {
      heading: 'html.colEvidence',
      cell: (used) => [used.evidence, h('small', {}, cite(used.source))],
    },
    {
      heading: 'html.colOwn',
      cell: (used) => words.text(used.own ? 'html.own' : 'html.shipped'),
    },
    { heading: 'html.colServices', cell: services },
  ]
  return {
    id: 'assumptions',
    title: words.text('html.assumptions'),
    body: [
      note(words.text('html.assumptionsNote')),
      table(words, words.text('html.assumptionsCaption'), columns, report.assumptions),
    ],
  }
}

function caseName(words: Page['words'], name: string): string {
  return words.has(`case.${name}`) ? words.sentence(`case.${name}`) : name
}

/** Where a fact is written and what it is taken from. */
function written(fact: AssumedFact): Content {
  const place = fact.place === undefined ? null : `${fact.place.file}:${fact.place.line}`
  if (place === null) return cite(fact.source)
  return [h('code', {}, place), fact.source === null ? null : [' · ', cite(fact.source)]]
}

/** Facts that are assumed, disputed or past their day of review. */
export function standingSection(page: Page): Section | null {
  const { report } = page
  const total = report.assumed.length + report.disputed.length + report.overdue.length
  if (total === 0) return null
  return {
    id: 'standing',
    title: page.words.text('html.standing'),
    body: [disputed(page), assumed(page), overdue(page)],
  }
}

function disputed({ report, words, name }: Page): Content {
  if (report.disputed.length === 0) return null
  const articles = report.disputed.map((fact: DisputedFact) =>
    h(
      'article',
      { class: 'disputed' },
      h('h4', {}, words.text('html.factOf', { name: name(fact.about), fact: fact.fact })),
      note(words.text('html.factUsed', { value: fact.value }), ' ', written(fact)),
      h(
        'div',
        { class: 'accounts' },
        fact.accounts.map((one, index) =>
          h(
            'blockquote',
            {},
            h('p', { class: 'under' }, words.text('html.account', { number: index + 1 })),
            h('p', {}, one.account),
            h('footer', {}, words.text('html.source'), ' ', cite(one.source)),
          ),
        ),
      ),
    ),
  )
  return [h('h3', {}, words.text('html.disputed')), articles]
}

function assumed({ report, words, name }: Page): Content {
  if (report.assumed.length === 0) return null
  const columns: Column<AssumedFact>[] = [
    { heading: 'html.colAbout', cell: (fact) => name(fact.about) },
    { heading: 'html.colFact', cell: (fact) => fact.fact },
    { heading: 'html.colValue', cell: (fact) => fact.value },
    { heading: 'html.colWritten', cell: written },
  ]
  return [
    h('h3', {}, words.text('html.assumed')),
    table(words, words.text('html.assumedCaption'), columns, report.assumed),
  ]
}

function overdue({ report, words, name }: Page): Content {
  if (report.overdue.length === 0) return null
  const columns: Column<OverdueFact>[] = [
    { heading: 'html.colAbout', cell: (fact) => name(fact.about) },
    { heading: 'html.colFact', cell: (fact) => fact.fact },
    { heading: 'html.colValue', cell: (fact) => fact.value },
    { heading: 'html.colReviewBy', cell: (fact) => isoDay(fact.reviewBy), class: 'day' },
    { heading: 'html.colOwner', cell: (fact) => fact.owner ?? '—' },
    { heading: 'html.colWritten', cell: written },
  ]
  const sorted = report.overdue.toSorted((a, b) => (a.reviewBy < b.reviewBy ? -1 : 1))
  return [
    h('h3', {}, words.text('html.overdue')),
    table(words, words.text('html.overdueCaption'), columns, sorted),
  ]
}
