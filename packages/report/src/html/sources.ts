import type { Designated, LicenceFinding, ListUsed } from '@holdfast/holdfast'
import type { Diagnostic } from '@holdfast/kernel'
import { byUntil } from '../licences.ts'
import type { Words } from '../messages/words.ts'
import { dayAsKnown } from '../precision.ts'
import { nameList } from '../telling.ts'
import { changeList } from './ground.ts'
import { h, type Markup } from './markup.ts'
import { type Column, cite, isoDay, note, type Page, type Section, table } from './page.ts'

/** Licences, those that end first at the top. */
export function licenceSection({ report, words }: Page): Section | null {
  if (report.licences.length === 0) return null
  const columns: Column<LicenceFinding>[] = [
    { heading: 'html.colLicence', cell: (licence) => [licence.name, h('small', {}, licence.id)] },
    { heading: 'html.colRegime', cell: (licence) => licence.regime },
    { heading: 'html.colStatus', cell: (licence) => words.text(`status.${licence.status}`) },
    {
      heading: 'html.colUntil',
      cell: (licence) => isoDay(licence.until, words.text('html.noEnd')),
      class: 'day',
    },
    {
      heading: 'html.colDaysLeft',
      cell: (licence) => (licence.daysLeft === null ? '—' : words.number(licence.daysLeft)),
      class: 'number',
    },
    { heading: 'html.colSource', cell: (licence) => cite(licence.source) },
  ]
  const caption = words.text('html.licencesCaption', { on: report.on })
  return {
    id: 'licences',
    title: words.text('html.licences'),
    body: table(words, caption, columns, byUntil(report.licences)),
  }
}

/** Who is designated, and the lists that say so. */
export function listSection(page: Page): Section {
  const { report, words } = page
  const scenarios = new Map(report.scenarios.map(({ id, name }) => [id, name]))
  const basis = (party: Designated) =>
    party.scenario === null
      ? words.text(`html.basis.${party.basis}`)
      : words.text('html.basisScenario', { name: scenarios.get(party.scenario) ?? party.scenario })
  const columns: Column<Designated>[] = [
    { heading: 'html.colName', cell: (party) => [party.name, h('small', {}, party.role)] },
    { heading: 'html.colTarget', cell: (party) => words.text(`html.is.${party.target}`) },
    { heading: 'html.colRegime', cell: (party) => party.regime },
    {
      heading: 'html.colEntry',
      cell: (party) =>
        party.entry === null ? '—' : [party.entry, h('small', {}, party.list ?? null)],
    },
    {
      heading: 'html.colSince',
      cell: (party) => dayAsKnown(party.since, party.precision, '—'),
      class: 'day',
    },
    { heading: 'html.colStatus', cell: (party) => party.status },
    { heading: 'html.colBasis', cell: basis },
  ]
  const caption = words.text('html.designatedCaption', {
    lists: report.lists.map((list) => nameList(words, list)),
    on: report.on,
  })
  return {
    id: 'lists',
    title: words.text('html.lists'),
    body: [
      report.designated.length === 0
        ? note(words.text('html.nobodyDesignated'))
        : table(words, caption, columns, report.designated),
      h('h3', {}, words.text('html.listsUsed')),
      listTable(page),
    ],
  }
}

function listTable({ report, words }: Page) {
  if (report.lists.length === 0) return note(words.text('list.missing'))
  const columns: Column<ListUsed>[] = [
    { heading: 'html.colList', cell: (list) => list.id },
    { heading: 'html.colPublished', cell: (list) => isoDay(list.published), class: 'day' },
    {
      heading: 'html.colProvenance',
      cell: (list) => words.text(`html.provenance.${list.provenance}`),
    },
    { heading: 'html.colWhole', cell: (list) => words.text(`html.whole.${list.whole}`) },
    {
      heading: 'html.colEntries',
      cell: (list) => words.number(list.entries),
      class: 'number',
    },
    { heading: 'html.colSha', cell: (list) => h('code', { class: 'sha' }, list.sha256) },
  ]
  return table(words, words.text('html.listsCaption'), columns, report.lists)
}

/** What changed since an earlier report. */
export function sinceSection(page: Page): Section | null {
  const { since } = page.report
  if (since === null) return null
  const count = since.changes.length
  return {
    id: 'since',
    title: page.words.text('terminal.since', { on: since.on, count }),
    body: count === 0 ? null : changeList(page, since.changes),
  }
}

/** What was noticed on the way. */
export function diagnosticSection({ report, words }: Page): Section | null {
  if (report.diagnostics.length === 0) return null
  return {
    id: 'diagnostics',
    title: words.text('html.diagnostics', { count: report.diagnostics.length }),
    body: diagnosticList(words, report.diagnostics),
  }
}

/** Each problem in a sentence, what to do, and where it is. */
export function diagnosticList(words: Words, diagnostics: readonly Diagnostic[]): Markup {
  const item = (diagnostic: Diagnostic) => {
    const { code, severity, params, places } = diagnostic
    const advice = words.has(`diagnostic.${code}.do`)
      ? h('p', {}, words.sentence(`diagnostic.${code}.do`, params))
      : null
    return h(
      'li',
      {},
      h('p', { class: 'order' }, words.sentence(`diagnostic.${code}`, params)),
      advice,
      h(
        'p',
        { class: 'note' },
        `${words.text(`diagnostics.${severity}`)} `,
        h('code', {}, code),
        places.map((place) => [' · ', h('code', {}, `${place.file}:${place.line}`)]),
      ),
    )
  }
  return h('ul', { class: 'facts' }, diagnostics.map(item))
}
