/** What one rule answers of a party, whatever its kind. */
import {
  answerCeilings,
  answerTop,
  Cascade,
  type CascadeRule,
  type OwnershipAnswer,
  type PartyGraph,
  type Rule,
  type TopAnswer,
} from '@holdfast/ownership'
import type { OwnFullAnswer, OwnRuleAnswer } from './own_findings.ts'
import type { Listed } from './own_listed.ts'
import { ManyAnswers } from './own_many.ts'
import { countriesOf, startOf } from './own_start.ts'
import { answerFinding, calledOf } from './own_told.ts'

export interface RuleGround {
  readonly graph: PartyGraph
  readonly listed: Listed
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>
}

/** The answer of a rule of any kind about a party of a graph. */
export function answerRule(ground: RuleGround, rule: Rule, party: number): OwnFullAnswer {
  const { graph, groups, listed } = ground
  const about = { ruleName: rule.name, ruleKind: rule.kind, cite: [...rule.cite], ...NOTHING_MORE }
  if (rule.kind === 'cascade') {
    const cascade = new Cascade(graph, rule, startOf(graph, rule, listed, groups))
    return { ...cascadeFinding(graph, rule, cascade.answer(party)), ...about }
  }
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

/** A cascade's answers about every party of a graph, and how many of them have a short proof. */
export function manyAnswers(
  { graph, listed, groups }: RuleGround,
  rule: CascadeRule,
): { readonly deep: number; readonly answer: (party: number) => OwnRuleAnswer } {
  const many = new ManyAnswers(graph, rule, startOf(graph, rule, listed, groups))
  const answer = (party: number) => cascadeFinding(graph, rule, many.answer(party))
  return { deep: many.deep, answer }
}

function cascadeFinding(
  graph: PartyGraph,
  rule: CascadeRule,
  answer: OwnershipAnswer,
): OwnRuleAnswer {
  const found = answerFinding(graph, answer)
  if (rule.start !== 'listed') return found
  // Who may be one of the listed is so by its name: the question is who it is.
  const missing = found.missing.map((fact) =>
    fact.kind === 'organised' ? { ...fact, kind: 'identity' as const } : fact,
  )
  return { ...found, missing }
}
