/**
 * What a call of the plan asks for, held against the dossier: every wrong word of it at once.
 *
 * Whether all that is asked for goes together is not seen here: the plan itself tells that.
 */
import type { Measure, Strike } from '@holdfast/dossier'
import {
  type Day,
  type Diagnostic,
  failed,
  formatDay,
  type Money,
  nearest,
  ok,
  parseDay,
  parseMoney,
  problem,
  type Result,
} from '@holdfast/kernel'

/** The words of a call. */
export interface PlanWords {
  /** `2.4MEUR`; null: the dossier's. */
  readonly budget: string | null
  /** `uniform`, `dated` or a day; null: as each scenario says. */
  readonly strike: string | null
  /** `MEASURE=YYYY-MM-DD`. */
  readonly fix: readonly string[]
  readonly without: readonly string[]
}

/** What the words are held against. */
export interface PlanGround {
  readonly measures: ReadonlyMap<string, Measure>
  /** The plan's first day. */
  readonly on: Day
  /** The first day after the horizon. */
  readonly until: Day
  /** The currency of the dossier's money; null: it names none. */
  readonly currency: string | null
}

/** What the call asks for, read. */
export interface PlanWanted {
  readonly budget: Money | null
  readonly strike: Strike | null
  /** The days on which measures must be started. */
  readonly fixed: ReadonlyMap<string, Day>
  /** Measures that are not to be done. */
  readonly without: ReadonlySet<string>
}

/** What is wrong with the words of a call whatever the dossier says. */
export function misspeltWords({ budget, strike, fix }: PlanWords): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  if (budget !== null && parseMoney(budget) === null) {
    problems.push(problem('call/bad-budget', { value: budget }))
  }
  const isWord = strike === null || strike === 'uniform' || strike === 'dated'
  if (!isWord && parseDay(strike) === null) {
    problems.push(problem('call/bad-strike', { value: strike }))
  }
  for (const text of fix) {
    const start = startOf(text)
    if (start === null) problems.push(problem('call/fix-without-day', { value: text }))
    else if (start.day === null) problems.push(problem('call/bad-day', { value: start.date }))
  }
  return problems
}

/** A measure and its day; null when the text does not name both. */
function startOf(text: string): { readonly id: string; date: string; day: Day | null } | null {
  const equals = text.indexOf('=')
  if (equals < 1) return null
  const date = text.slice(equals + 1).trim()
  return { id: text.slice(0, equals).trim(), date, day: parseDay(date) }
}

/**
 * Reads the words of a call. Warnings there are none: a word is right or there is no plan.
 *
 * @returns every `call/...` problem: misspelt words, then budget, strike, fixed, left out
 */
export function readPlanWords(words: PlanWords, ground: PlanGround): Result<PlanWanted> {
  const problems: Diagnostic[] = [...misspeltWords(words)]
  const budget = readBudget(words.budget, ground.currency, problems)
  const strike = readStrike(words.strike, ground, problems)
  const fixed = readFixed(words.fix, ground, problems)
  const without = new Set(words.without)
  for (const id of without) {
    if (!ground.measures.has(id)) problems.push(unknownMeasure(id, '--without', ground))
    else if (fixed.has(id)) problems.push(problem('call/fixed-and-without', { measure: id }))
  }
  for (const id of fixed.keys()) {
    const other = waitedFor(id, ground).find((one) => without.has(one))
    if (other !== undefined) {
      problems.push(problem('call/fixed-waits-for-without', { measure: id, other }))
    }
  }
  return problems.length > 0 ? failed(problems) : ok({ budget, strike, fixed, without })
}

function readBudget(
  text: string | null,
  currency: string | null,
  problems: Diagnostic[],
): Money | null {
  if (text === null) return null
  const money = parseMoney(text)
  if (money !== null && currency !== null && money.currency !== currency) {
    problems.push(problem('call/budget-currency', { value: text, currency }))
  }
  return money
}

/** Only a strike within the horizon can cost days of it. */
function readStrike(
  text: string | null,
  { on, until }: PlanGround,
  problems: Diagnostic[],
): Strike | null {
  if (text === null) return null
  if (text === 'uniform' || text === 'dated') return { kind: text }
  const day = parseDay(text)
  if (day === null) return null
  if (day >= on && day < until) return { kind: 'day', day }
  problems.push(problem('call/strike-outside', { day: text, ...span(on, until) }))
  return null
}

function readFixed(
  texts: readonly string[],
  ground: PlanGround,
  problems: Diagnostic[],
): ReadonlyMap<string, Day> {
  const fixed = new Map<string, Day>()
  for (const text of texts) {
    const start = startOf(text)
    if (start === null) continue
    const { id, date, day } = start
    const measure = ground.measures.get(id)
    if (measure === undefined) problems.push(unknownMeasure(id, '--fix', ground))
    if (measure === undefined || day === null) continue
    const wrong = wrongStart(measure, day, ground)
    if (wrong !== null) problems.push(wrong)
    const before = fixed.get(id)
    if (before !== undefined && before !== day) {
      const days = [formatDay(before) ?? '', date]
      problems.push(problem('call/fixed-twice', { measure: id, days }))
    }
    fixed.set(id, day)
  }
  return fixed
}

/** A measure is of use only if it is finished before the horizon ends. */
function wrongStart(measure: Measure, start: Day, { on, until }: PlanGround): Diagnostic | null {
  const named = { measure: measure.id, day: formatDay(start), ...span(on, until) }
  if (start < on || start >= until) return problem('call/fix-outside', named)
  const finish = start + measure.durationDays
  if (finish < until) return null
  return problem('call/fix-too-late', { ...named, finish: formatDay(finish) }, measure.place)
}

/** The first and the last day of the horizon. */
function span(on: Day, until: Day) {
  return { from: formatDay(on), until: formatDay(until - 1) }
}

/** The measures that must be finished before one, by whatever detour; the nearest first. */
function waitedFor(id: string, { measures }: PlanGround): readonly string[] {
  const found = new Set<string>()
  const ids = [id]
  for (const one of ids) {
    for (const other of measures.get(one)?.after ?? []) {
      if (!found.has(other)) ids.push(other)
      found.add(other)
    }
  }
  return [...found]
}

function unknownMeasure(id: string, option: string, { measures }: PlanGround): Diagnostic {
  const meant = nearest(id, measures.keys())
  return problem('call/unknown-measure', { measure: id, option, meant, known: measures.size })
}
