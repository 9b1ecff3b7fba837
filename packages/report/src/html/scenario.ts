import type {
  FunctionFinding,
  LegalFile,
  ScenarioFinding,
  ServiceFinding,
  TeamFinding,
} from '@holdfast/holdfast'
import type { MessageKey } from '../messages/catalogue.ts'
import { tellChain } from '../owner_telling.ts'
import { standingOf, VERDICTS } from '../standing.ts'
import { statementOf } from '../statement.ts'
import { caseKey, tellDecision, tellQuestion, tellScenario, unknownsInOrder } from '../telling.ts'
import { type Content, h, type Markup } from './markup.ts'
import {
  badge,
  type Column,
  chance,
  isoDay,
  note,
  type Page,
  proseDay,
  type Section,
  sign,
  table,
  unfolding,
} from './page.ts'
import { days } from './situation.ts'

/** All of one scenario: its decisions, and what they do to functions, services and teams. */
export function scenarioSection(page: Page, scenario: ScenarioFinding, number: number): Section {
  const { words, proofs } = page
  proofs.beginScenario()
  return {
    id: `scenario-${number}`,
    title: words.text('html.scenarioTitle', { number, name: scenario.name }),
    body: [
      scenario.description === null ? null : h('p', { class: 'lead' }, scenario.description),
      h('p', {}, tellScenario(words, scenario)),
      decisions(page, scenario),
      functions(page, scenario),
      services(page, scenario),
      teams(page, scenario.teams),
      legalFiles(page, scenario),
    ],
  }
}

function decisions({ words }: Page, scenario: ScenarioFinding): Content {
  const heading = h('h3', {}, words.text('html.decisions'))
  if (scenario.decisions.length === 0) return [heading, note(words.text('decision.none'))]
  const items = scenario.decisions.map((decision) => {
    const regime = decision.regime === null ? null : [' (', decision.regime, ')']
    const day = decision.on === null ? null : [proseDay(words, decision.on), ': ']
    return h('li', {}, day, tellDecision(words, decision), regime)
  })
  return [heading, h('ol', {}, items)]
}

function functions(page: Page, scenario: ScenarioFinding): Content {
  const { words } = page
  return [
    h('h3', {}, words.text('html.functions')),
    note(words.text('html.unfold')),
    h(
      'ul',
      { class: 'rows functions' },
      scenario.functions.map((finding) => h('li', {}, functionRow(page, finding))),
    ),
  ]
}

function functionRow(page: Page, finding: FunctionFinding): Markup {
  const { words } = page
  const standing = standingOf(finding)
  const summary = [
    h('span', { class: 'what' }, finding.name),
    badge(words, standing, 'standing'),
    h('span', { class: 'days' }, days(words, finding)),
    chance(words, finding.probability),
  ]
  const facts = words.text('html.functionFacts', {
    tolerance: finding.toleranceDays,
    dependent: words.percent(finding.dependent),
    low: Math.round(finding.loss[0]),
    high: Math.round(finding.loss[1]),
  })
  return unfolding(summary, [
    standing === 'stays' ? null : note(facts),
    openQuestions(page, finding.dependsOn),
    page.proofs.print(statementOf(finding.proof)),
  ])
}

/** The questions on which an answer depends, as links to them. */
function openQuestions({ report, words }: Page, ids: readonly string[]): Content {
  if (ids.length === 0) return null
  const facts = unknownsInOrder(report)
  const question = (id: string): Content => {
    const index = facts.findIndex((fact) => fact.id === id)
    const fact = facts[index]
    if (fact === undefined) return id
    return h('a', { href: `#fact-${index + 1}` }, tellQuestion(words, fact))
  }
  const links = ids.map((id) => [' ', question(id)])
  return note(words.text('html.dependsOn', { count: ids.length }), links)
}

function gravity(finding: ServiceFinding): number {
  return VERDICTS.indexOf(finding.verdict)
}

/** Services that must stop, or may be commanded to, stand open; the others are folded. */
function services(page: Page, scenario: ScenarioFinding): Content {
  const { words } = page
  const sorted = scenario.services.toSorted(
    (a, b) => gravity(a) - gravity(b) || compare(a.earliest, b.earliest) || compare(a.id, b.id),
  )
  const folded = (verdict: 'may-stop' | 'stays', key: MessageKey): Content => {
    const findings = sorted.filter((finding) => finding.verdict === verdict)
    if (findings.length === 0) return null
    const summary = [sign(verdict), ' ', words.text(key, { count: findings.length })]
    return unfolding(summary, list(findings), { class: 'group' })
  }
  const open = sorted.filter(({ verdict }) => verdict !== 'stays' && verdict !== 'may-stop')
  const list = (findings: readonly ServiceFinding[]) =>
    h(
      'ul',
      { class: 'rows services' },
      findings.map((finding) => h('li', {}, serviceRow(page, finding))),
    )
  const counts = VERDICTS.flatMap((verdict) => {
    const count = scenario.services.filter((finding) => finding.verdict === verdict).length
    return count === 0 ? [] : [h('li', {}, badge(words, verdict), ` ${count}`)]
  })
  return [
    h('h3', {}, words.text('html.services', { count: scenario.services.length })),
    h('ul', { class: 'legend' }, counts),
    open.length === 0 ? null : list(open),
    folded('may-stop', 'html.servicesMay'),
    folded('stays', 'html.servicesStay'),
  ]
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}

function serviceRow(page: Page, finding: ServiceFinding): Markup {
  const { words } = page
  const span =
    finding.earliest === finding.latest
      ? isoDay(finding.earliest, '')
      : [isoDay(finding.earliest), '–', isoDay(finding.latest)]
  const summary = [
    h('span', { class: 'what' }, finding.name, h('small', {}, supplied(page, finding))),
    badge(words, finding.verdict),
    h('span', { class: 'days' }, span),
    finding.verdict === 'stays' ? h('span', {}) : chance(words, finding.likelihood),
  ]
  const kind = finding.kind === null ? null : [' ', words.text(`kind.${finding.kind}`), '.']
  const own =
    finding.possible === null && finding.certain === null
      ? null
      : words.text('html.fails', { certain: finding.certain, possible: finding.possible })
  const reason = [words.text(caseKey(finding.case)), '.', kind, own === null ? null : [' ', own]]
  return unfolding(
    summary,
    [
      note(reason),
      openQuestions(page, finding.dependsOn),
      page.proofs.print(statementOf(finding.proof)),
    ],
    { class: 'bulk' },
  )
}

/** Who supplies, whose subsidiary that is, and for whom where that is not the institution. */
function supplied({ report, words, owned }: Page, finding: ServiceFinding): string {
  const provider = tellChain(words, owned, finding.provider, finding.providerName)
  if (finding.beneficiary === report.institution.id) return provider
  const params = { provider, beneficiary: finding.beneficiaryName }
  return words.text('html.supplied', params)
}

function teams({ words }: Page, found: readonly TeamFinding[]): Content {
  if (found.length === 0) return null
  const number = (heading: Column<TeamFinding>['heading'], of: (team: TeamFinding) => number) => {
    return { heading, cell: of, class: 'number' }
  }
  const margin = (team: TeamFinding): Content => {
    if (team.margin >= 0) return team.margin
    return h('strong', { class: 'must-stop' }, words.text('html.tooFew', { margin: team.margin }))
  }
  const columns: Column<TeamFinding>[] = [
    { heading: 'html.colTeam', cell: (team) => team.name },
    number('html.colSize', (team) => team.size),
    number('html.colMinimum', (team) => team.minimum),
    number('html.colMustStop', (team) => team.mustStop),
    number('html.colMayStop', (team) => team.mayStop),
    number('html.colContested', (team) => team.contested),
    number('html.colStays', (team) => team.stays),
    number('html.colUnknown', (team) => team.unknown),
    { heading: 'html.colMargin', cell: margin, class: 'number' },
  ]
  return [
    h('h3', {}, words.text('html.teams')),
    table(words, words.text('html.teamsCaption'), columns, found),
  ]
}

function legalFiles({ words, name }: Page, scenario: ScenarioFinding): Content {
  if (scenario.legalFiles.length === 0) return null
  const columns: Column<LegalFile>[] = [
    { heading: 'html.colService', cell: (file) => name(file.service) },
    { heading: 'html.colProvider', cell: (file) => name(file.provider) },
    { heading: 'html.colRegime', cell: (file) => file.regime },
    { heading: 'html.colCounterLaw', cell: (file) => file.counterLaw },
    { heading: 'html.colFrom', cell: (file) => isoDay(file.from), class: 'day' },
    {
      heading: 'html.colInterval',
      cell: ({ intervalKept }) =>
        words.text(intervalKept ? 'html.intervalKept' : 'html.intervalOwn'),
    },
  ]
  return [
    h('h3', {}, words.text('html.legalFiles')),
    table(words, words.text('html.legalFilesCaption'), columns, scenario.legalFiles),
  ]
}
