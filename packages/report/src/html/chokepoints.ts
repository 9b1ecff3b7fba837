import type { Chokepoint, UnknownFact } from '@holdfast/holdfast'
import {
  tellDecision,
  tellEffect,
  tellOrder,
  tellQuestion,
  unknownsInOrder,
  worstChokepoints,
} from '../telling.ts'
import { h, type Markup } from './markup.ts'
import { chance, note, type Page, type Section, unfolding } from './page.ts'

/** Chokepoints that stand open on the page; the others are folded, none is left out. */
const OPEN_MAX = 12

/** The smallest sets of decisions that stop a function, the worst first. */
export function chokepointSection(page: Page): Section | null {
  const { words } = page
  const ranked = worstChokepoints(page.report)
  if (ranked.length === 0) return null
  const list = (points: readonly Chokepoint[], start: number) =>
    h(
      'ol',
      { class: 'chokepoints', start },
      points.map((point) => item(page, point)),
    )
  const rest = ranked.slice(OPEN_MAX)
  return {
    id: 'chokepoints',
    title: words.text('terminal.chokepoints'),
    body: [
      note(words.text('html.chokepointsNote')),
      list(ranked.slice(0, OPEN_MAX), 1),
      rest.length === 0
        ? null
        : unfolding(words.text('html.moreChokepoints', { more: rest.length }), [
            list(rest, OPEN_MAX + 1),
          ]),
    ],
  }
}

function item({ report, words, name }: Page, point: Chokepoint): Markup {
  const scenario = report.scenarios.find(({ id }) => id === point.scenario)
  const also = point.alsoStops.filter((id) => id !== point.function)
  const decisions = point.decisions.map((decision) => {
    const more = decision.services.slice(1).map(name)
    const detail = more.length === 0 ? null : h('small', {}, words.list(more))
    return h('li', {}, tellDecision(words, decision), detail)
  })
  return h(
    'li',
    {},
    h('p', { class: 'order' }, `${tellOrder(words, point)}:`),
    h('ul', {}, decisions),
    h(
      'p',
      {},
      words.text('html.stops', { names: [point.functionName, ...also.map(name)] }),
      ' ',
      words.text('html.beyond', { scenario: scenario?.name ?? point.scenario }),
      ' ',
      point.probability === null
        ? words.text('html.noLikelihood')
        : [words.text('html.likelihood'), ' ', chance(words, point.probability), '.'],
    ),
  )
}

/** What is not known, what it decides, and who would know. */
export function unknownSection(page: Page): Section | null {
  const { report, words, name } = page
  if (report.unknowns.length === 0) return null
  const ranked = unknownsInOrder(report)
  const touched = (fact: UnknownFact) => {
    const ids = [...fact.functions, ...fact.services]
    return ids.length === 0 ? null : h('small', {}, words.list(ids.map(name)))
  }
  const items = ranked.map((fact, index) =>
    h(
      'li',
      { id: `fact-${index + 1}` },
      h('p', { class: 'order' }, tellQuestion(words, fact)),
      h('p', {}, tellEffect(words, fact), touched(fact)),
    ),
  )
  return {
    id: 'unknowns',
    title: words.text('terminal.facts'),
    body: [note(words.text('html.unknownsNote')), h('ol', { class: 'facts' }, items)],
  }
}
