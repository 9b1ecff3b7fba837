import type { FrontierPoint, LeftOutMeasure, PlannedMeasure, PlanReport } from '@holdfast/holdfast'
import type { MessageKey } from './messages/catalogue.ts'
import type { Words } from './messages/words.ts'

type FunctionPlan = PlanReport['functions'][number]
type LegalPlan = PlanReport['legal'][number]
/** Days from the strike until a function stops; null: it does not. */
export type Stop = FunctionPlan['scenarios'][number]['before']

const DAY_MS = 86_400_000

/** From `from` to `until`, both included: '18 months' where it is whole months, else days. */
export function tellSpan(words: Words, report: PlanReport): string {
  const { from, until, days } = report.horizon
  const end = new Date(Date.parse(until) + DAY_MS).toISOString().slice(0, 10)
  const [fromYear = 0, fromMonth = 0, fromDay] = from.split('-').map(Number)
  const [endYear = 0, endMonth = 0, endDay] = end.split('-').map(Number)
  const calendar = fromDay === endDay ? (endYear - fromYear) * 12 + endMonth - fromMonth : 0
  const months = calendar > 0 ? calendar : days % 30 === 0 ? days / 30 : 0
  return words.text('plan.span', { months, days })
}

/** The first days of the months that begin within the horizon. */
export function monthsOf({ from, until }: PlanReport['horizon']): string[] {
  const [year = 0, month = 1, day] = from.split('-').map(Number)
  const found: string[] = []
  for (let next = day === 1 ? month - 1 : month; ; next += 1) {
    const first = new Date(Date.UTC(year, next, 1)).toISOString().slice(0, 10)
    if (first > until) return found
    found.push(first)
  }
}

/** 'Jan 2027'. */
export function tellMonth(words: Words, day: string): string {
  const [year = '', month = '1'] = day.split('-')
  const names = words.text('date.months').split(' ')
  return words.text('plan.month', { month: names[Number(month) - 1] ?? month, year })
}

/** Money in words: '2.43 million euro', '540,000 euro'. */
export function tellMoney(words: Words, amount: number, currency: string | null): string {
  const millions = Math.abs(amount) >= 999_500
  const shown = millions ? decimals(words, amount / 1_000_000, 2) : words.number(Math.round(amount))
  return words.text('plan.money', { millions: millions ? 'yes' : 'no', amount: shown, currency })
}

/** A loss in weighted days: whole from 100 on, to one decimal below; little is not nothing. */
export function tellLoss(words: Words, loss: number): string {
  if (loss > 0 && loss < 0.05) return words.text('plan.less', { value: decimals(words, 0.1, 1) })
  return words.number(loss >= 100 ? Math.round(loss) : loss)
}

/** A share of one as a percentage; little is not nothing, and nearly all is not all. */
export function tellShare(words: Words, share: number): string {
  const percent = share * 100
  let value = words.number(percent >= 10 ? Math.round(percent) : percent)
  if (percent > 0 && percent < 0.05) value = words.text('plan.less', { value: '0.1' })
  if (percent < 100 && percent >= 99.5) value = '>99'
  return words.text('number.percent', { value })
}

/** To at most so many decimals, without zeros at the end. */
function decimals(words: Words, value: number, most: number): string {
  const [whole = '0', fraction = ''] = value.toFixed(most).split('.')
  const kept = fraction.replace(/0+$/, '')
  const shown = words.number(Number(whole))
  return kept === '' ? shown : `${shown}${words.text('number.point')}${kept}`
}

/** The answer in plain words: what the plan does to the loss, and within what limits. */
export function tellAnswer(words: Words, report: PlanReport): string {
  const span = tellSpan(words, report)
  const { budget, currency, doNothing, objective } = report
  if (doNothing === 0) return words.text('plan.answer.nothing', { span })
  const money = budget === null ? 'none' : tellMoney(words, budget, currency)
  const before = tellLoss(words, doNothing)
  if (report.measures.length === 0 || objective >= doNothing) {
    return words.text('plan.answer.none', { money, span, before })
  }
  return words.text('plan.answer', {
    money,
    span,
    measures: report.measures.length,
    before,
    after: tellLoss(words, objective),
    share: tellShare(words, (doNothing - objective) / doNothing),
  })
}

/** How far from the best plan this one can be at most. */
export function tellBound(words: Words, report: PlanReport): string {
  const params = { bound: tellLoss(words, report.bound), gap: tellShare(words, report.gap) }
  if (report.status === 'feasible') return words.text('plan.bound.open', params)
  return words.text(report.gap < 0.0005 ? 'plan.bound.exact' : 'plan.bound', params)
}

/** What the plan that always adds the best buy reaches beside this one. */
export function tellGreedy(words: Words, report: PlanReport): string {
  const worse = report.greedy > report.objective * 1.0005 + 0.005
  const key = worse ? 'plan.greedy' : 'plan.greedy.same'
  return words.text(key, { greedy: tellLoss(words, report.greedy) })
}

export function tellSpent(words: Words, report: PlanReport): string {
  const { budget, spent, currency } = report
  if (spent === 0) return words.text('plan.spent.none')
  return words.text('plan.spent', {
    spent: tellMoney(words, spent, currency),
    budget: budget === null ? 'none' : tellMoney(words, budget, currency),
  })
}

/** The low ends of the losses. */
export function tellLow(words: Words, report: PlanReport): string {
  return words.text('plan.low', {
    before: tellLoss(words, report.low.doNothing),
    after: tellLoss(words, report.low.objective),
  })
}

/** What came out when the plan was put into the dossier and assessed anew. */
export function tellCheck(words: Words, { check }: PlanReport): string {
  if (check.points === 0) return words.text('plan.check.none')
  const agrees = check.largestDifference < 0.001
  return words.text(agrees ? 'plan.check.same' : 'plan.check.differs', {
    points: check.points,
    difference: decimals(words, check.largestDifference, 3),
  })
}

/** The name of a measure, function, team or service in the report by its id. */
export function planNames(report: PlanReport): (id: string) => string {
  const names = new Map(Object.entries(report.names ?? {}))
  for (const team of report.teams) names.set(team.team, team.name)
  const named = [...report.scenarios, ...report.functions, ...report.leftOut, ...report.measures]
  for (const { id, name } of named) names.set(id, name)
  return (id) => names.get(id) ?? id
}

/** Measures by their names in quotation marks. */
export function quoted(words: Words, report: PlanReport, ids: readonly string[]): string[] {
  const name = planNames(report)
  return ids.map((id) => words.text('plan.quoted', { name: name(id) }))
}

/** Who works on a measure: 'Finance 20 person-days and Procurement 5 person-days'. */
export function tellEffort(words: Words, measure: PlannedMeasure): string {
  const parts = measure.effort.filter(({ personDays }) => personDays > 0)
  return words.list(
    parts.map(({ name, personDays }) => {
      const days = words.text('plan.personDays', { days: personDays })
      return words.text('plan.measure.effort', { team: name, days })
    }),
  )
}

export function tellKind(words: Words, kind: string): string {
  const key = `plan.kind.${kind}`
  return words.has(key) ? words.sentence(key) : kind
}

/** Why a measure is not part of the plan, in a sentence. */
export function tellReason(words: Words, report: PlanReport, measure: LeftOutMeasure): string {
  const name = planNames(report)
  const measures = new Set([...report.measures, ...report.leftOut].map(({ id }) => id))
  const told = (id: string) =>
    measures.has(id) ? words.text('plan.quoted', { name: name(id) }) : name(id)
  const little = measure.wouldSave < 0.05
  const days = tellLoss(words, measure.wouldSave)
  const plain = ['not-wanted', 'not-worth'].includes(measure.reason)
  return words.text(`plan.left.${measure.reason}`, {
    because: words.list(measure.because.map(told)),
    count: measure.because.length,
    cost: tellMoney(words, measure.cost, report.currency),
    saves: little && plain ? 'none' : words.text('plan.saves', { days }),
  })
}

/** The worst of some days of stopping: the earliest certain, and the earliest possible. */
export function worstStop(stops: readonly Stop[]): Stop {
  const least = (days: readonly (number | null)[]) => {
    const known = days.filter((day) => day !== null)
    return known.length === 0 ? null : Math.min(...known)
  }
  return {
    certain: least(stops.map(({ certain }) => certain)),
    possible: least(stops.map(({ possible }) => possible)),
  }
}

/** 'can stop after 5 days, stops for certain after 30 days'. */
export function tellStop(words: Words, { certain, possible }: Stop): string {
  if (certain === null && possible === null) return words.text('plan.stop.none')
  if (certain === null) return words.text('plan.stop.possible', { days: possible })
  if (possible === null || possible >= certain) {
    return words.text('plan.stop.certain', { days: certain })
  }
  return words.text('plan.stop.both', { certain, possible })
}

/** A function's days of stopping before and after, in its worst scenario. */
export function tellStops(words: Words, one: FunctionPlan): string {
  const before = tellStop(words, worstStop(one.scenarios.map((scenario) => scenario.before)))
  const after = tellStop(words, worstStop(one.scenarios.map((scenario) => scenario.after)))
  if (before !== after) return words.text('plan.fromTo', { before, after })
  const known = one.scenarios.some((scenario) => scenario.before.possible !== null)
  return known ? words.text('plan.stop.same', { stop: before }) : before
}

/** 'If the statute covered the order', where the report names both. */
function tellChange(words: Words, { names = {} }: PlanReport, legal: LegalPlan): string {
  const [law, order] = [names[legal.counterLaw], names[legal.regime]]
  if (law === undefined || order === undefined) return legal.name
  return words.text('plan.legal.subject', { law, order })
}

/** What a change of the law would buy, on the scale of losses and of money. */
export function tellLegal(words: Words, report: PlanReport, legal: LegalPlan): string {
  const same = (a: number, b: number) => Math.abs(a - b) < 0.005
  if (same(legal.doNothing, report.doNothing) && same(legal.plan, report.objective)) {
    return words.text('plan.legal.nothing', { name: tellChange(words, report, legal) })
  }
  const drawn = report.frontier.length > 0
  const worth = legal.worth === null ? null : tellMoney(words, legal.worth, report.currency)
  return words.text('plan.legal', {
    name: tellChange(words, report, legal),
    before: tellLoss(words, report.doNothing),
    alone: tellLoss(words, legal.doNothing),
    plan: tellLoss(words, report.objective),
    both: tellLoss(words, legal.plan),
    worth: worth ?? (drawn ? 'more' : 'none'),
  })
}

/** Whether something is left out for want of money. */
function lacksMoney({ leftOut }: PlanReport): boolean {
  return leftOut.some(({ reason }) => reason === 'budget')
}

/** What one more unit of each limit would save, a sentence each. */
export function tellPrices(words: Words, report: PlanReport): string[] {
  const { budget, teams } = report.prices
  const saving = teams.filter(({ saves }) => saves >= 0.05)
  const lines: string[] = []
  if (budget !== null && budget.saves >= 0.05) {
    const step = tellMoney(words, budget.step, report.currency)
    lines.push(words.text('plan.price.budget', { step, saves: tellLoss(words, budget.saves) }))
  } else if (report.budget !== null && !lacksMoney(report)) {
    lines.push(words.text('plan.price.budget.none'))
  }
  for (const { name, step, saves } of saving) {
    const params = { team: name, step, saves: tellLoss(words, saves) }
    lines.push(words.text('plan.price.team', params))
  }
  const limited = report.teams.some(({ capacity }) => capacity !== null)
  if (saving.length === 0 && limited) lines.push(words.text('plan.price.teams.none'))
  return lines
}

/** Knees that are told: further ones save less and less. */
const KNEES_MAX = 3

/** A sentence for the first knees: what further money saves, and what it saved before. */
export function tellKnees(words: Words, report: PlanReport): string[] {
  const points = report.frontier
  const first = points[0]
  if (first === undefined) return []
  const step = report.prices.budget?.step ?? stepOf(points.at(-1)?.budget ?? 0)
  const told = points.flatMap((point, index) => {
    const later = points.slice(index + 1)
    if (!point.knee || later.length === 0 || step === 0) return []
    const slope = (to: FrontierPoint, from: FrontierPoint) => {
      const more = to.budget - from.budget
      return more <= 0 ? 0 : Math.max(0, ((from.objective - to.objective) / more) * step)
    }
    const before = slope(point, first)
    const most = Math.max(...later.map((to) => slope(to, point)))
    return words.text('plan.frontier.knee', {
      money: tellMoney(words, point.budget, report.currency),
      step: tellMoney(words, step, report.currency),
      most: tellSlope(words, most),
      before: tellSlope(words, before),
    })
  })
  return told.slice(0, KNEES_MAX)
}

/** Zero stays a number, for a plural of the text. */
function tellSlope(words: Words, slope: number): string | number {
  return slope === 0 ? 0 : tellLoss(words, slope)
}

/** A round part of a sum: about a twentieth of it, as 1, 2 or 5 times a power of ten. */
function stepOf(sum: number): number {
  if (sum <= 0) return 0
  const power = 10 ** Math.floor(Math.log10(sum / 20))
  const parts = [1, 2, 5, 10].map((part) => part * power)
  return parts.find((part) => part >= sum / 20) ?? 0
}

/** Which measures are right whatever the budget; null when no frontier was asked for. */
export function tellNoRegret(words: Words, report: PlanReport): string | null {
  if (report.frontier.length === 0) return null
  if (report.noRegret.length === 0) return words.text('plan.noRegret.none')
  return words.text('plan.noRegret', { names: words.list(quoted(words, report, report.noRegret)) })
}

/** How many chokepoints there are and how many the plan closes. */
export function tellChokepoints(words: Words, { chokepoints }: PlanReport): string {
  const { closedCount, leftCount } = chokepoints
  return words.text('plan.chokepoints', { total: closedCount + leftCount, closed: closedCount })
}

/** On which days a scenario strikes. */
export function tellStrikes(words: Words, scenario: PlanReport['scenarios'][number]): string {
  const days = scenario.strikes ?? []
  return words.text('plan.strikes', { count: days.length, day: days[0] ?? null })
}

/** The heading of a column of money: 'Cost (EUR)'. */
export function moneyHeading(words: Words, key: MessageKey, currency: string | null): string {
  return currency === null ? words.text(key) : `${words.text(key)} (${currency})`
}
