/** What one rule answers of a party, whatever its kind. */
import {
  answerCeilings,
  answerTop,
  Cascade,
  type PartyGraph,
  type Rule,
  type TopAnswer,
} from '@holdfast/ownership'
import type { OwnFullAnswer, OwnRuleAnswer } from './own_findings.ts'
import type { Listed } from './own_listed.ts'
import { countriesOf, startOf } from './own_start.ts'
import { answerFinding, calledOf } from './own_told.ts'

export interface RuleGround {
  readonly graph: PartyGraph
  readonly listed: Listed
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>
}

/** The answer of a rule of any kind about a party of a graph. */
export function answerRule(ground: RuleGround, rule: Rule, party: number): OwnFullAnswer {
  const { graph, groups } = ground
  const about = { ruleName: rule.name, cite: [...rule.cite], ...NOTHING_MORE }
  if (rule.kind === 'cascade') return { ...cascadeAnswers(ground, rule)(party), ...about }
  if (rule.kind === 'ceilings') {
    const inside = countriesOf(rule.outside, groups)
    const answer = answerCeilings(graph, party, rule, (country) => inside.has(country))
    const readings = Object.entries(answer.readings).map(([reading, found]) => ({
      reading,
      answer: found.answer,
    }))
    const reservations = [...answer.reservations]
    return { ...answerFinding(graph, answer), ...about, readings, reservations }
  }
  return { ...about, ...topFinding(graph, answerTop(graph, party, rule)) }
}

const NOTHING_MORE = { readings: [], top: null, ring: [], behind: [], reservations: [] }

function topFinding(graph: PartyGraph, answer: TopAnswer) {
  const called = (number: number): string => calledOf(graph.keys[number]!)
  const reservations = [
    ...(answer.agrees === 'no' ? ['top-contradicted'] : []),
    ...(answer.tooLarge ? ['too-large'] : []),
  ]
  return {
    ...answerFinding(graph, answer),
    top: answer.top === null ? null : called(answer.top),
    ring: answer.ring.map(called),
    behind: answer.behind.map(called),
    reservations,
  }
}

/** A cascade made ready: the start is found once for all parties that are asked about. */
export function cascadeAnswers(
  { graph, listed, groups }: RuleGround,
  rule: Extract<Rule, { kind: 'cascade' }>,
): (party: number) => OwnRuleAnswer {
  const cascade = new Cascade(graph, rule, startOf(graph, rule, listed, groups))
  return (party) => {
    const found = answerFinding(graph, cascade.answer(party))
    if (rule.start !== 'listed') return found
    // Who may be one of the listed is so by its name: the question is who it is.
    const missing = found.missing.map((fact) =>
      fact.kind === 'organised' ? { ...fact, kind: 'identity' as const } : fact,
    )
    return { ...found, missing }
  }
}
