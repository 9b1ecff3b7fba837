/** Sentences about owners and rules of ownership. */
import type {
  OwnFact,
  OwnFindings,
  OwnFullAnswer,
  OwnParty,
  OwnRuleAnswer,
  OwnStep,
} from '@holdfast/holdfast'
import type { MessageKey } from './messages/catalogue.ts'
import type { Words } from './messages/words.ts'

/** What is known of the parties that sentences name; of a plain graph nothing but their ids. */
export interface OwnNames {
  /** The party's name, else what it is called. */
  readonly name: (party: string) => string
  readonly party: (party: string) => OwnParty | null
}

/** The parties of a chain. */
export function namesOf({ parties }: OwnFindings['chain']): OwnNames {
  const known = new Map(parties.map((one) => [one.party, one]))
  return {
    name: (party) => known.get(party)?.name ?? party,
    party: (party) => known.get(party) ?? null,
  }
}

/** Parties of which nothing is known but what they are called. */
export const NO_NAMES: OwnNames = { name: (party) => party, party: () => null }

/** A share in words: '25–50%', 'at least 25%'. */
export function tellShare(words: Words, text: string): string {
  if (text === 'some') return words.text('own.share.some')
  const least = /^(>=|<=|<|>)(.+)$/.exec(text)
  const value = least?.[2] ?? ''
  if (least?.[1] === '>=') return words.text('own.share.least', { value })
  if (least?.[1] === '>') return words.text('own.share.over', { value })
  if (least?.[1] === '<=') return words.text('own.share.most', { value })
  if (least?.[1] === '<') return words.text('own.share.less', { value })
  const [, low, high] = /^[[(]?([\d.]+)(?:-|, )([\d.]+)[\])]?$/.exec(text) ?? []
  if (low === undefined || high === undefined) return words.text('own.share.exact', { value: text })
  if (high === '100') return words.text('own.share.over', { value: low })
  return words.text('own.share.range', { low, high })
}

/** Links of a chain that the first sentence tells; the others are counted. */
const LINKS_MAX = 3

/** What a rule answers of a party, in one sentence. */
export function tellAnswer(words: Words, answer: OwnFullAnswer, names: OwnNames): string {
  const own = `own.said.${answer.rule}`
  const key = words.has(own) ? own : 'own.said.rule'
  return words.sentence(key, {
    answer: answer.answer,
    name: names.name(answer.party),
    rule: answer.ruleName,
    top: answer.top === null ? null : names.name(answer.top),
    why: tellWhy(words, answer, names),
  })
}

/** Why, as the end of a sentence: 'a subsidiary of X, organised in US-WA'. */
export function tellWhy(words: Words, answer: OwnRuleAnswer, names: OwnNames): string {
  const steps = new Map(answer.proof.map((step) => [step.party, step]))
  const clauses: string[] = []
  const seen = new Set<string>()
  let step = steps.get(answer.party) ?? answer.proof.at(-1)
  while (step !== undefined && !seen.has(step.party)) {
    seen.add(step.party)
    if (clauses.length < LINKS_MAX)
      clauses.push(tellClause(words, answer.rule, step, names, clauses.length > 0))
    const next = onlyHolder(step)
    if (next === null) break
    step = steps.get(next)
  }
  if (clauses.length === 0) return words.text('own.why.none')
  const [last] = [...seen].slice(-1)
  const told = clauses.reduceRight((next, clause) => words.text('own.why.which', { clause, next }))
  const left = seen.size - clauses.length
  if (left <= 0 || step === undefined) return told
  const end = tellClause(words, answer.rule, step, names, true)
  // The last of the links told leads to the first party that is left.
  const params = { clause: told, count: left - 1, top: names.name(last ?? '') }
  const clause = left === 1 ? told : words.text('own.why.further', params)
  return words.text('own.why.which', { clause, next: end })
}

/** The one holder that a step rests on; null when it rests on none or on several together. */
function onlyHolder(step: OwnStep): string | null {
  const [first, second] = step.stakes.filter(({ counts }) => counts)
  return first === undefined || second !== undefined ? null : first.owner
}

/** One link of a reason; `isThen` for those that are about an owner named before. */
function tellClause(
  words: Words,
  rule: string,
  step: OwnStep,
  names: OwnNames,
  isThen: boolean,
): string {
  const { because } = step
  const owners = step.stakes.filter(({ counts }) => counts).map(({ owner }) => names.name(owner))
  const held = step.percent?.text ?? 'some'
  const percent = held === 'some' ? null : tellShare(words, held)
  if (because === 'listed' || because === 'organised') {
    const params = standingOf(step.party, names)
    const key = params.list === 'none' ? 'own.why.listed-somewhere' : 'own.why.listed'
    return words.text(because === 'listed' ? key : 'own.why.organised', params)
  }
  const params = { owners, owner: owners[0] ?? null, percent, top: names.name(step.party) }
  const ruled = `own.why.${because}.${rule}`
  const some = `own.why.${because}-some`
  const one = because === 'held' && owners.length === 1 ? 'held-one' : because
  const then = `own.why.then.${one}`
  const plain = isThen && words.has(then) ? then : words.has(ruled) ? ruled : `own.why.${one}`
  const key = percent === null && words.has(some) ? some : plain
  return words.sentence(words.has(key) ? key : 'own.why.none', params)
}

/** Where a party is organised and listed, as parameters. */
function standingOf(party: string, names: OwnNames) {
  const known = names.party(party)
  const entry = known?.listed[0]
  return {
    where: known?.incorporated ?? null,
    list: entry?.list ?? 'none',
    entry: entry?.entry ?? null,
  }
}

/** A step of a proof as a sentence. */
export function tellStep(words: Words, step: OwnStep, names: OwnNames): string {
  const owners = step.stakes.filter(({ counts }) => counts).map(({ owner }) => names.name(owner))
  return words.sentence(`own.step.${step.because}`, {
    ...standingOf(step.party, names),
    name: names.name(step.party),
    owners,
    count: owners.length,
    percent: step.percent === null ? null : tellShare(words, step.percent.text),
  })
}

/** A fact to find out, as a question. */
export function tellOwnFact(words: Words, fact: OwnFact, names: OwnNames): string {
  const share = fact.share === null ? 'none' : tellShare(words, fact.share)
  return words.sentence(`own.fact.${fact.kind}`, {
    asset: names.name(fact.asset),
    owner: fact.owner === null ? 'none' : names.name(fact.owner),
    share,
    from: fact.yesFrom === null ? 'none' : tellShare(words, fact.yesFrom),
  })
}

/** A reservation in words. */
export function tellMark(words: Words, mark: string): string {
  return words.text(`own.mark.${mark}` as MessageKey)
}
