/** What `holdfast own` finds as JSON, with its sentences. */
import type {
  OwnFindings,
  OwnFullAnswer,
  OwnGraphFindings,
  OwnRuleAnswer,
} from '@holdfast/holdfast'
import type { Diagnostic } from '@holdfast/kernel'
import { type Words, wordsOf } from './messages/words.ts'
import { NO_NAMES, namesOf, type OwnNames, tellOwnFact, tellStep } from './own_telling.ts'

/**
 * The findings of one party: with one rule its answer at the top level, else `answers`.
 *
 * @param isOne whether the call asked for one rule
 */
export function ownJson(
  findings: OwnFindings,
  diagnostics: readonly Diagnostic[],
  isOne: boolean,
  locale: string,
): string {
  const words = wordsOf(locale)
  const names = namesOf(findings.chain)
  const { party, name, keys, on, chain, registries, lists } = findings
  const answers = findings.answers.map((answer) => toldFull(words, answer, names))
  const about = {
    name,
    keys,
    on,
    chain,
    registries,
    lists,
    diagnostics: toldDiagnostics(words, diagnostics),
  }
  const [first] = answers
  const report =
    isOne && first !== undefined ? { ...first, ...about } : { party, ...about, answers }
  return `${JSON.stringify(report, null, 2)}\n`
}

/**
 * The findings of a graph in pieces, so that a graph of a million parties is never one text. Each
 * party is on a line of its own.
 */
export function* ownGraphJson(
  findings: OwnGraphFindings,
  diagnostics: readonly Diagnostic[],
  locale: string,
): Generator<string> {
  const words = wordsOf(locale)
  const { rule, on, graph } = findings
  const told = toldDiagnostics(words, diagnostics)
  const head = JSON.stringify({ rule, on, graph, diagnostics: told })
  yield `${head.slice(0, -1)},"answers":[`
  let parted = ''
  for (const answer of findings.answers) {
    yield `${parted}${JSON.stringify(toldRule(words, answer, NO_NAMES))}`
    parted = ','
  }
  yield ']}'
}

function toldFull(words: Words, answer: OwnFullAnswer, names: OwnNames) {
  const { ruleName, ruleKind, cite, readings, top, ring, behind, reservations } = answer
  const more = { ruleName, ruleKind, cite, readings, top, ring, behind, reservations }
  return { ...toldRule(words, answer, names), ...more }
}

function toldRule(words: Words, answer: OwnRuleAnswer, names: OwnNames) {
  const { party, rule, percent, smallest, marks } = answer
  const proof = answer.proof.map(({ party: who, because, percent: held, stakes }, index) => ({
    party: who,
    because,
    text: tellStep(words, answer.proof[index]!, names),
    percent: held,
    stakes,
  }))
  const missing = answer.missing.map((fact) => ({
    kind: fact.kind,
    owner: fact.owner,
    asset: fact.asset,
    share: fact.share,
    text: tellOwnFact(words, fact, names),
    yesFrom: fact.yesFrom,
  }))
  return { party, rule, answer: answer.answer, percent, proof, missing, smallest, marks }
}

function toldDiagnostics(words: Words, diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ code, severity, params, places }) => ({
    code,
    severity,
    text: words.sentence(`diagnostic.${code}`, params),
    ...(places[0] === undefined ? {} : { place: `${places[0].file}:${places[0].line}` }),
  }))
}
