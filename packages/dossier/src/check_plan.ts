/** What a plan of measures asks of a dossier: one currency, limits that can be kept, an order. */
import { type Diagnostic, type Money, type Place, problem, warning } from '@holdfast/kernel'
import type { Dossier, Measure, PlanTerms, Scenario } from './model.ts'

/** Every problem of what the dossier says for its plan; ids that are named exist or were told. */
export function checkPlan(dossier: Dossier): Diagnostic[] {
  return [
    ...limits(dossier),
    ...currencies(dossier),
    ...scenarios([...dossier.scenarios.values()]),
    ...exclusions(dossier.measures),
  ]
}

function limits({ plan }: Dossier): Diagnostic[] {
  if (plan == null) return []
  const problems: Diagnostic[] = []
  const { horizonDays, periodDays } = plan
  if (horizonDays !== null && horizonDays < 1) {
    problems.push(problem('dossier/horizon-too-short', {}, lineOf(plan, 'horizon')))
  }
  if (periodDays !== null && periodDays < 1) {
    problems.push(problem('dossier/period-too-short', {}, lineOf(plan, 'period')))
  }
  if (horizonDays !== null && periodDays !== null && periodDays > horizonDays) {
    const params = { period_days: periodDays, horizon_days: horizonDays }
    problems.push(problem('dossier/period-too-long', params, lineOf(plan, 'period')))
  }
  for (const window of plan.windows) {
    if (window.until < window.from) {
      problems.push(problem('dossier/spending-backwards', {}, window.place))
    }
  }
  return problems
}

function lineOf(plan: PlanTerms, key: string): Place {
  return plan.places?.get(key) ?? plan.place
}

/** An amount by the key that states it. */
interface Amount {
  readonly key: string
  readonly currency: string
  readonly place: Place
}

/** The plan adds all money: what is not of the currency that most is of is told, one by one. */
function currencies(dossier: Dossier): Diagnostic[] {
  const amounts = amountsOf(dossier)
  const counts = new Map<string, number>()
  for (const { currency } of amounts) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  const usual = amounts.find(({ currency }) => currency === first?.[0])
  if (usual === undefined) return []
  return amounts
    .filter(({ currency }) => currency !== usual.currency)
    .map(({ key, currency, place }) => {
      const params = { key, currency, other_key: usual.key, other: usual.currency }
      return problem('dossier/two-currencies', params, place, usual.place)
    })
}

function amountsOf({ plan, measures }: Dossier): Amount[] {
  const amounts: Amount[] = []
  const add = (key: string, money: Money | null, place: Place): void => {
    if (money !== null) amounts.push({ key, currency: money.currency, place })
  }
  if (plan != null) {
    add('plan.budget', plan.budget, lineOf(plan, 'budget'))
    add('plan.per-period', plan.perPeriod, lineOf(plan, 'per-period'))
    for (const [index, { atMost, place }] of plan.windows.entries()) {
      add(`plan.windows[${index + 1}].at-most`, atMost, place)
    }
  }
  for (const { id, costOnce, costYearly, costPlace, place } of measures.values()) {
    add(`${id}.cost.once`, costOnce, costPlace ?? place)
    add(`${id}.cost.yearly`, costYearly, costPlace ?? place)
  }
  return amounts
}

function scenarios(all: readonly Scenario[]): Diagnostic[] {
  const problems: Diagnostic[] = []
  for (const { id, strike, decisions, place } of all) {
    if (strike?.kind !== 'day') continue
    if (decisions.some(({ kind }) => kind === 'designate' || kind === 'withdraw')) continue
    problems.push(problem('dossier/strike-of-nothing', { id }, ...placed(place)))
  }
  if (all.length > 0 && all.every(({ weight }) => weight === 0)) {
    const places = all.flatMap(({ place }) => placed(place))
    problems.push(problem('dossier/weights-all-zero', {}, ...places))
  }
  return problems
}

function placed(place: Place | undefined): Place[] {
  return place === undefined ? [] : [place]
}

/**
 * Measures that can never be done, for they wait for what they exclude, or for two that exclude
 * each other. A measure that only waits for such a one is not told again.
 *
 * Complexity: the edges of waiting, for each pair that excludes each other.
 */
function exclusions(measures: ReadonlyMap<string, Measure>): Diagnostic[] {
  const problems: Diagnostic[] = []
  const waiting = waitingBy(measures)
  const pairs = new Set<string>()
  for (const a of measures.values()) {
    for (const other of a.excludes) {
      const b = measures.get(other)
      const pair = [a.id, other].sort().join(' ')
      if (b === undefined || pairs.has(pair)) continue
      pairs.add(pair)
      if (a === b) problems.push(problem('dossier/excludes-itself', { id: a.id }, a.place))
      else problems.push(...impossible(measures, waiting, a, b))
    }
  }
  return problems
}

/** The first measures that wait for both of a pair, itself one of the two or not. */
function impossible(
  measures: ReadonlyMap<string, Measure>,
  waiting: ReadonlyMap<string, readonly string[]>,
  a: Measure,
  b: Measure,
): Diagnostic[] {
  const [overA, overB] = [allOver(waiting, a.id), allOver(waiting, b.id)]
  const both = new Set([...overA].filter((id) => overB.has(id)))
  return [...measures.values()].flatMap(({ id, after, place }) => {
    if (!both.has(id) || after.some((before) => both.has(before))) return []
    if (id !== a.id && id !== b.id) {
      return [warning('dossier/waits-for-both', { id, a: a.id, b: b.id }, place, a.place, b.place)]
    }
    const excluded = id === a.id ? b : a
    const params = { id, excluded: excluded.id }
    return [warning('dossier/excludes-what-it-waits-for', params, place, excluded.place)]
  })
}

/** By measure those that wait for it. */
function waitingBy(measures: ReadonlyMap<string, Measure>): ReadonlyMap<string, readonly string[]> {
  const waiting = new Map<string, string[]>()
  for (const { id, after } of measures.values()) {
    for (const before of after) {
      const list = waiting.get(before)
      if (list === undefined) waiting.set(before, [id])
      else list.push(id)
    }
  }
  return waiting
}

/** A measure and all that wait for it, through any chain. */
function allOver(waiting: ReadonlyMap<string, readonly string[]>, id: string): ReadonlySet<string> {
  const found = new Set([id])
  for (const one of found) for (const other of waiting.get(one) ?? []) found.add(other)
  return found
}
