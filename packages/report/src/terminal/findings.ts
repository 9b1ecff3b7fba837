import type { AssessReport, Chokepoint } from '@holdfast/holdfast'
import { byUntil } from '../licences.ts'
import { earliest } from '../standing.ts'
import {
  tellChange,
  tellDecisions,
  tellEffect,
  tellOrder,
  tellQuestion,
  tellStopped,
  unknownsInOrder,
} from '../telling.ts'
import type { Screen } from './paint.ts'
import { hang, harmless } from './width.ts'

const CHOKEPOINTS_MAX = 3
const FACTS_MAX = 5
const LICENCES_MAX = 3
const CHANGES_MAX = 3
const WARNINGS_MAX = 3

/** A heading, its items, and how many more there are. */
export function section(screen: Screen, heading: string, items: readonly string[][], more: number) {
  const { words, paint, width } = screen
  const lines = hang('', heading, width).map(paint.bold)
  for (const item of items) lines.push(...item)
  if (more > 0) lines.push(paint.dim(`   ${words.text('terminal.more', { more })}`))
  return lines
}

export function numbered(index: number, text: string, screen: Screen): string[] {
  return hang(`${String(index + 1).padStart(2)} `, harmless(text), screen.width)
}

function dimmed(text: string, screen: Screen): string[] {
  return hang('   ', harmless(text), screen.width).map(screen.paint.dim)
}

export function chokepointLines(
  report: AssessReport,
  ranked: readonly Chokepoint[],
  screen: Screen,
): string[] {
  if (ranked.length === 0) return []
  const { words } = screen
  const items = ranked.slice(0, CHOKEPOINTS_MAX).map((point, index) => {
    const scenario = report.scenarios.find(({ id }) => id === point.scenario)
    const text = words.text('terminal.chokepoint', {
      order: tellOrder(words, point),
      decisions: tellDecisions(words, point),
      stopped: tellStopped(words, point),
    })
    const under = words.text('terminal.chokepointUnder', {
      scenario: scenario?.name ?? point.scenario,
      probability: point.probability === null ? 'none' : words.percent(point.probability),
    })
    return [...numbered(index, text, screen), ...dimmed(under, screen)]
  })
  const heading = words.text('terminal.chokepoints')
  return section(screen, heading, items, ranked.length - items.length)
}

export function factLines(report: AssessReport, screen: Screen): string[] {
  if (report.unknowns.length === 0) return []
  const { words } = screen
  const ranked = unknownsInOrder(report)
  const items = ranked.slice(0, FACTS_MAX).map((fact, index) => {
    const text = `${tellQuestion(words, fact)} ${tellEffect(words, fact)}`
    return numbered(index, text, screen)
  })
  return section(screen, words.text('terminal.facts'), items, ranked.length - items.length)
}

export function licenceLines(report: AssessReport, screen: Screen): string[] {
  const { words } = screen
  const expiring = byUntil(report.licences).filter((licence) => licence.status === 'held')
  const dated = expiring.filter((licence) => licence.until !== null)
  if (dated.length === 0) return []
  const items = dated.slice(0, LICENCES_MAX).map((licence, index) => {
    const params = { name: licence.name, until: licence.until, days: licence.daysLeft ?? 0 }
    return numbered(index, words.text('terminal.licence', params), screen)
  })
  return section(screen, words.text('terminal.licences'), items, dated.length - items.length)
}

export function overdueLines(report: AssessReport, screen: Screen): string[] {
  const count = report.overdue.length
  if (count === 0) return []
  const since = earliest(report.overdue.map((fact) => fact.reviewBy))
  return hang('', screen.words.text('terminal.overdue', { count, since }), screen.width)
}

export function changeLines(report: AssessReport, screen: Screen): string[] {
  if (report.since === null) return []
  const { words, paint } = screen
  const { on, changes } = report.since
  const heading = words.text('terminal.since', { on, count: changes.length })
  const names = new Map(report.scenarios.map((scenario) => [scenario.id, scenario.name]))
  const items = changes.slice(0, CHANGES_MAX).map((change, index) => {
    const scenario = names.get(change.scenario) ?? change.scenario
    const text = words.text('terminal.change', { change: tellChange(words, change), scenario })
    return numbered(index, text, screen)
  })
  if (changes.length === 0) return hang('', heading, screen.width).map(paint.bold)
  return section(screen, heading, items, changes.length - items.length)
}

export function warningLines(report: Pick<AssessReport, 'diagnostics'>, screen: Screen): string[] {
  const { words } = screen
  const { diagnostics } = report
  if (diagnostics.length === 0) return []
  const items = diagnostics.slice(0, WARNINGS_MAX).map((diagnostic, index) => {
    const sentence = words.sentence(`diagnostic.${diagnostic.code}`, diagnostic.params)
    const place = diagnostic.places[0]
    const where = place === undefined ? '' : ` (${place.file}:${place.line})`
    return numbered(index, `${sentence}${where}`, screen)
  })
  const heading = words.text('terminal.warnings', { count: diagnostics.length })
  return section(screen, heading, items, diagnostics.length - items.length)
}
