import type { AssessReport } from '@holdfast/holdfast'
import type { Statement } from '@holdfast/kernel'
import { chokepointSection, unknownSection } from './html/chokepoints.ts'
import { contents, htmlDocument, sectionMarkup } from './html/document.ts'
import { assumptionSection, readingSection, standingSection } from './html/ground.ts'
import { type Content, h, type Markup } from './html/markup.ts'
import { ownerSection } from './html/owners.ts'
import { note, type Page, proseDay, type Section } from './html/page.ts'
import { pictureSection } from './html/picture.ts'
import { ProofPrinter } from './html/proof.ts'
import { scenarioSection } from './html/scenario.ts'
import { headlineSection, situationSection } from './html/situation.ts'
import { diagnosticSection, licenceSection, listSection, sinceSection } from './html/sources.ts'
import { style } from './html/style.ts'
import { wordsOf } from './messages/words.ts'
import { ownedOf, tellRegistry } from './owner_telling.ts'
import { namesOf, worstFirst } from './standing.ts'
import { statementOf } from './statement.ts'
import { tellList, tellScenario } from './telling.ts'

/**
 * An assessment as one HTML file without scripts and without anything to load. The same report
 * gives the same file.
 */
export function renderHtml(report: AssessReport, options: { readonly locale: string }): string {
  const words = wordsOf(options.locale)
  const page: Page = {
    report,
    words,
    name: namesOf(report),
    owned: ownedOf(report),
    proofs: new ProofPrinter(words, proofsOf(report)),
    worst: worstFirst(report.scenarios)[0],
  }
  const title = words.text('html.title', { name: report.institution.name })
  return htmlDocument(words, title, style, body(page))
}

function proofsOf(report: AssessReport): Statement[] {
  return report.scenarios.flatMap((scenario) => {
    return [...scenario.functions, ...scenario.services].map((finding) => {
      return statementOf(finding.proof)
    })
  })
}

/** The sections in the order of their questions: what, by whom, what to ask, resting on what. */
function sectionsOf(page: Page): Section[] {
  const sections = [
    headlineSection(page),
    situationSection(page),
    chokepointSection(page),
    unknownSection(page),
    sinceSection(page),
    pictureSection(page),
    ...page.report.scenarios.map((scenario, index) => scenarioSection(page, scenario, index + 1)),
    ownerSection(page),
    readingSection(page),
    assumptionSection(page),
    standingSection(page),
    licenceSection(page),
    listSection(page),
    diagnosticSection(page),
  ]
  return sections.filter((section) => section !== null)
}

function body(page: Page): Markup {
  const { words } = page
  const sections = sectionsOf(page)
  return h(
    'body',
    {},
    h('a', { class: 'skip', href: '#main' }, words.text('html.skip')),
    header(page),
    contents(words, sections),
    h('main', { id: 'main' }, howToRead(page), sections.map(sectionOnPaper)),
    h('footer', { class: 'end' }, note(words.text('html.notAdvice'))),
  )
}

function sectionOnPaper(section: Section): Markup {
  const { id } = section
  const onPaper = id.startsWith('scenario-') ? 'scenario' : id === 'picture' ? 'picture' : null
  return sectionMarkup(section, onPaper)
}

function header({ report, words, worst }: Page): Markup {
  const { institution, on, horizonDays, lists } = report
  const listed: Content =
    lists.length === 0
      ? words.text('list.missing')
      : lists.map((list) => {
          return h('li', {}, words.text('terminal.list', { lists: 1 }), ' ', tellList(words, list))
        })
  const laid = (report.registries ?? []).map((registry) => {
    return h('li', {}, words.text('terminal.registry'), ' ', tellRegistry(words, registry))
  })
  return h(
    'header',
    { class: 'top' },
    h('p', { class: 'kicker' }, words.text('html.kicker')),
    h('h1', {}, institution.name),
    h(
      'p',
      { class: 'when' },
      words.text('html.asOf'),
      ' ',
      proseDay(words, on),
      ', ',
      words.text('html.horizon', { days: horizonDays }),
    ),
    institution.note === null ? null : note(institution.note),
    worst === undefined
      ? null
      : h(
          'p',
          { class: 'lead' },
          words.text('terminal.worst', { name: worst.name, summary: tellScenario(words, worst) }),
        ),
    h('ul', { class: 'lists-used' }, lists.length === 0 ? h('li', {}, listed) : listed, laid),
  )
}

function howToRead({ words }: Page): Markup {
  return h(
    'aside',
    { class: 'how', 'aria-label': words.text('html.how') },
    h('div', {}, h('h2', {}, words.text('html.how')), h('p', {}, words.text('html.howText'))),
    h('div', {}, h('h2', {}, words.text('html.not')), h('p', {}, words.text('html.notText'))),
  )
}
