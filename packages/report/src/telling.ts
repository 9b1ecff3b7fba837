import type {
  AssessReport,
  Change,
  Chokepoint,
  DecisionFinding,
  ListUsed,
  ScenarioFinding,
  UnknownFact,
} from '@holdfast/holdfast'
import type { MessageKey } from './messages/catalogue.ts'
import type { Words } from './messages/words.ts'
import { countOf } from './standing.ts'

/** A decision in words: 'The United States lists the tribunal'. */
export function tellDecision(words: Words, decision: DecisionFinding): string {
  return words.text(`decision.${decision.kind}`, {
    by: decision.byName,
    what: decision.whatName,
    more: Math.max(0, decision.services.length - 1),
    others: decision.alternatives.length,
  })
}

/** How many decisions, and whether each is taken for itself: 'Two decisions, each for itself'. */
export function tellOrder(words: Words, point: Chokepoint): string {
  const deciders = new Set(point.decisions.map((decision) => decision.by))
  const alone = point.order > 1 && deciders.size === point.order
  const key = alone ? 'chokepoint.orderEach' : 'chokepoint.order'
  return words.text(key, { order: point.order })
}

/** The decisions of a chokepoint in one sentence. */
export function tellDecisions(words: Words, point: Chokepoint): string {
  return words.list(point.decisions.map((decision) => tellDecision(words, decision)))
}

/** What a chokepoint stops: 'Paying staff and 4 more functions'. */
export function tellStopped(words: Words, point: Chokepoint): string {
  const more = point.alsoStops.filter((id) => id !== point.function).length
  return words.text('chokepoint.stops', { name: point.functionName, more })
}

/** The facts to find out, the greatest effect first. */
export function unknownsInOrder(report: AssessReport): UnknownFact[] {
  return report.unknowns.toSorted((a, b) => b.effect - a.effect || (a.id < b.id ? -1 : 1))
}

/** A fact to find out, as a question. */
export function tellQuestion(words: Words, fact: UnknownFact): string {
  const key = `fact.${fact.fact}`
  const params = { ...fact.params, name: fact.aboutName, fact: fact.fact }
  return words.sentence(words.has(key) ? key : 'fact.other', params)
}

/** What an answer to the question changes. */
export function tellEffect(words: Words, fact: UnknownFact): string {
  return words.text('fact.effect', {
    effect: Math.round(fact.effect * 10) / 10,
    functions: fact.functions.length,
    services: fact.services.length,
  })
}

/** A list with its day and provenance, and that it is not proven whole where it is not. */
export function tellList(words: Words, list: ListUsed): string {
  return words.text('list.used', {
    id: list.id,
    published: list.published ?? 'none',
    provenance: list.provenance,
    entries: list.entries,
    whole: list.whole,
  })
}

/** The list's name as it stands wherever it is mentioned: 'ofac-sdn (reconstructed)'. */
export function nameList(words: Words, list: ListUsed): string {
  const { id, provenance, whole } = list
  return words.text('list.name', { id, provenance, whole })
}

/** What stops in a scenario, in one sentence. */
export function tellScenario(words: Words, scenario: ScenarioFinding): string {
  const count = countOf(scenario)
  const total = scenario.functions.length
  return words.text('scenario.summary', {
    total,
    certain: count.certain,
    possible: count.possible,
    unknown: count.unknown,
    holds: count.holds,
    first: count.firstCertain,
    firstPossible: count.firstPossible,
  })
}

/** One change since an earlier report. */
export function tellChange(words: Words, change: Change): string {
  const shown = (value: string | null) => {
    if (value === null) return 'none'
    const key = `verdict.${value}`
    return change.what === 'verdict' && words.has(key) ? words.sentence(key) : value
  }
  return words.text(`change.${change.what}`, {
    name: change.aboutName,
    from: shown(change.from),
    to: shown(change.to),
  })
}

/**
 * Chokepoints from the worst down: fewest decisions, then the most weight, then the likeliest.
 * The same decisions of several functions or scenarios are one chokepoint; the weightiest is kept.
 */
export function worstChokepoints(report: AssessReport): Chokepoint[] {
  const kept = new Map<string, Chokepoint>()
  const ranked = report.chokepoints.toSorted(
    (a, b) => a.order - b.order || b.weight - a.weight || likely(b) - likely(a),
  )
  for (const point of ranked) {
    const key = signatureOf(point)
    if (!kept.has(key)) kept.set(key, point)
  }
  return [...kept.values()]
}

/** What makes two chokepoints the same decisions. */
export function signatureOf(point: Chokepoint): string {
  const decisions = point.decisions.map(({ kind, by, what }) => `${kind}\u0000${by}\u0000${what}`)
  return decisions.toSorted().join('\u0001')
}

function likely(point: Chokepoint): number {
  return point.probability === null ? 0 : point.probability[1]
}

/** The case that decided a service's verdict, in words. */
export function caseKey(name: string): MessageKey {
  return `case.${name}` as MessageKey
}
