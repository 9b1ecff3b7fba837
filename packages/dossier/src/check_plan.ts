/** What a plan of measures asks of a dossier: one currency, limits that can be kept, an order. */
import { type Diagnostic, type Money, type Place, problem } from '@holdfast/kernel'
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
 */
function exclusions(measures: ReadonlyMap<string, Measure>): Diagnostic[] {
  const problems: Diagnostic[] = []
  for (const measure of measures.values()) {
    const { id, place } = measure
    if (measure.excludes.includes(id)) {
      problems.push(problem('dossier/excludes-itself', { id }, place))
    }
    const earlier = waitedFor(measures, measure.after)
    const clash = clashIn([measure, ...earlier])
    if (clash === null) continue
    const below = measure.after.some((before) => {
      const chain = waitedFor(measures, [before])
      return chain.includes(clash[0]) && chain.includes(clash[1])
    })
    if (below) continue
    const [a, b] = clash
    if (a === measure) {
      const params = { id, excluded: b.id }
      problems.push(problem('dossier/excludes-what-it-waits-for', params, place, b.place))
    } else {
      const params = { id, a: a.id, b: b.id }
      problems.push(problem('dossier/waits-for-both', params, place, a.place, b.place))
    }
  }
  return problems
}

/** The measures named and all that they wait for, in the order of the dossier. */
function waitedFor(measures: ReadonlyMap<string, Measure>, ids: readonly string[]): Measure[] {
  const found = new Set(ids)
  for (const id of found) {
    for (const before of measures.get(id)?.after ?? []) found.add(before)
  }
  return [...measures.values()].filter(({ id }) => found.has(id))
}

/** The first two of them of which one excludes the other, in their order. */
function clashIn(chain: readonly Measure[]): readonly [Measure, Measure] | null {
  const ranks = new Map(chain.map(({ id }, rank) => [id, rank]))
  for (const [rank, measure] of chain.entries()) {
    for (const id of measure.excludes) {
      const other = ranks.get(id)
      if (other === undefined || other === rank) continue
      return [chain[Math.min(rank, other)]!, chain[Math.max(rank, other)]!]
    }
  }
  return null
}
