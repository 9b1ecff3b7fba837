/** Turns a plan into findings: numbers become ids and names, days become dates. */
import { Reassessment, strikingOn } from '@holdfast/impact'
import { type Day, type Diagnostic, formatDay } from '@holdfast/kernel'
import {
  type Choice,
  costOf,
  effortWithin,
  finishesOf,
  gapOf,
  type LossTable,
  nothingDone,
  type Plan,
  type PlanRequest,
  runningCost,
  spentWithin,
} from '@holdfast/plan'
import { round } from './names.ts'
import { currencyOf, major } from './plan.ts'
import { planCheck } from './plan_check.ts'
import { planChokepoints } from './plan_chokepoints.ts'
import type { LeftOutMeasure, PlannedMeasure, PlanReport } from './plan_findings.ts'
import { functionPlans } from './plan_functions.ts'
import { type LegalChange, type LegalTables, legalChanges } from './plan_legal.ts'

/** What every part of the report stands on. */
export interface Told {
  readonly request: PlanRequest
  readonly plan: Plan
  readonly choice: Choice
  readonly nothing: Choice
  /** Minor units in units of the currency. */
  readonly money: (minor: number) => number
  readonly noRegret: ReadonlySet<string>
  readonly legal: { readonly changes: readonly LegalChange[]; readonly tables: LegalTables }
}

/** The whole report. */
export function planReportOf(
  request: PlanRequest,
  plan: Plan,
  legal: Told['legal'],
  gapAsked: number,
  diagnostics: readonly Diagnostic[],
): PlanReport {
  const { world, periods, terms } = request
  const { dossier, on } = world.ground
  const { candidates, found, high, low } = plan
  const currency = currencyOf(dossier)
  const money = (minor: number): number => major(minor, currency)
  const nothing = nothingDone(candidates)
  const told: Told = {
    request,
    plan,
    choice: found.choice,
    nothing,
    money,
    noRegret: noRegretOf(plan),
    legal,
  }
  const loss = (table: LossTable, choice: Choice): number =>
    round(table.loss(finishesOf(candidates, choice)))
  const end = periods.at(-1)!.to
  const doNothing = loss(high, nothing)
  const isDrawn = diagnostics.some(({ code }) => code === 'plan/too-complex')
  const budget = terms.budget === null ? null : money(Number(terms.budget.minor))
  return {
    institution: { id: dossier.institution.id, name: dossier.institution.name },
    on: iso(on),
    horizon: { from: iso(on), until: iso(end - 1), days: end - on },
    periodDays: periods[0]!.to - periods[0]!.from,
    periods: periods.map(({ from, to }) => ({ from: iso(from), until: iso(to - 1) })),
    currency,
    scenarios: scenariosOf(told),
    // What rests on drawn cases is the best for these: that is no proof for all.
    status: found.proven && !isDrawn ? 'optimal' : 'feasible',
    gapAsked,
    objective: round(found.objective),
    bound: round(found.bound),
    gap: gapOf(found.objective, found.bound),
    doNothing,
    greedy: loss(high, plan.greedy),
    low: { objective: loss(low, found.choice), doNothing: loss(low, nothing) },
    worst: worstOf(told),
    budget,
    spent: money(costOf(candidates, found.choice)),
    spending: spendingOf(told),
    teams: teamsOf(told),
    measures: measuresOf(told),
    leftOut: leftOutMeasures(told),
    risk: riskOf(told),
    functions: functionPlans(told),
    chokepoints: planChokepoints(told),
    frontier: frontierOf(told),
    noRegret: [...told.noRegret],
    prices: pricesOf(told),
    legal: legalChanges(told),
    check: planCheck(told),
    names: namesIn(told),
    diagnostics: [...diagnostics],
  }
}

export function iso(day: Day): string {
  return formatDay(day) ?? ''
}

/** Ids of the measures of a choice, in the order of the dossier. */
export function idsOf({ plan }: Told, choice: Choice): string[] {
  return plan.candidates.flatMap(({ measure }, index) => (choice[index]! >= 0 ? [measure.id] : []))
}

/** Part of every point of the frontier at which something is spent. */
function noRegretOf({ candidates, frontier }: Plan): ReadonlySet<string> {
  const spending = frontier.points.filter(({ cost }) => cost > 0)
  if (spending.length === 0) return new Set()
  return new Set(
    candidates.flatMap(({ measure }, index) =>
      spending.every(({ choice }) => choice[index]! >= 0) ? [measure.id] : [],
    ),
  )
}

function frontierOf(told: Told): PlanReport['frontier'] {
  const { plan, money } = told
  return plan.frontier.points.map((point) => ({
    budget: money(point.budget),
    cost: money(point.cost),
    objective: round(point.objective),
    bound: round(point.bound),
    gap: gapOf(point.objective, point.bound),
    measures: idsOf(told, point.choice),
    knee: point.knee,
  }))
}

/** Names of what the report calls by ids alone. */
function namesIn({ request, plan }: Told): Record<string, string> {
  const { ground, all } = request.world
  const laws = ground.regimes.map(({ id, short }) => [id, short] as const)
  const named = plan.leftOut.flatMap(({ because }) =>
    because.flatMap((id) => {
      const name = all.services.get(id)?.name
      return name === undefined ? [] : [[id, name] as const]
    }),
  )
  return Object.fromEntries([...laws, ...named])
}

function worstOf({ request }: Told): number {
  const weights = [...request.world.ground.dossier.functions.values()].map(({ weight }) => weight)
  const days = request.periods.at(-1)!.to - request.periods[0]!.from
  return round(weights.reduce((sum, weight) => sum + weight, 0) * days)
}

function scenariosOf({ plan, choice, nothing }: Told): PlanReport['scenarios'] {
  const { candidates, courses, byScenario } = plan
  const of = (which: Choice, index: number): number =>
    round(byScenario.loss(finishesOf(candidates, which), (row) => row.scenario === index))
  return courses.map(({ scenario, weight, strikes, isMoved }, index) => ({
    id: scenario.id,
    name: scenario.name,
    weight,
    strikes: isMoved ? strikes.map(iso) : null,
    doNothing: of(nothing, index),
    plan: of(choice, index),
  }))
}

function spendingOf({ request, plan, choice, money }: Told): PlanReport['spending'] {
  const { periods, terms } = request
  const end = periods.at(-1)!.to
  const spent = (from: Day, to: Day): number =>
    plan.candidates.reduce((sum, candidate, index) => {
      const start = candidate.starts[choice[index]!]
      return start === undefined ? sum : sum + spentWithin(candidate, start, from, to, end)
    }, 0)
  const limit = terms.perPeriod === null ? null : money(Number(terms.perPeriod.minor))
  return [
    ...periods.map(({ from, to }) => ({
      from: iso(from),
      until: iso(to - 1),
      amount: money(spent(from, to)),
      limit,
    })),
    ...terms.windows.map(({ from, until, atMost }) => ({
      from: iso(from),
      until: iso(until),
      amount: money(spent(from, until + 1)),
      limit: money(Number(atMost.minor)),
    })),
  ]
}

function teamsOf({ request, plan, choice }: Told): PlanReport['teams'] {
  const { teams, measures } = request.world.ground.dossier
  const working = new Set([...measures.values()].flatMap(({ effort }) => [...effort.keys()]))
  return [...teams.values()].flatMap(({ id, name, capacity }) => {
    if (!working.has(id)) return []
    const used = request.periods.map(({ from, to }) =>
      round(
        plan.candidates.reduce((sum, candidate, index) => {
          const start = candidate.starts[choice[index]!]
          return start === undefined ? sum : sum + effortWithin(candidate, start, id, from, to)
        }, 0),
      ),
    )
    return [{ team: id, name, capacity: capacity ?? null, used }]
  })
}

function measuresOf(told: Told): PlannedMeasure[] {
  const { request, plan, choice, money, noRegret } = told
  const { candidates, found, high } = plan
  const { dossier } = request.world.ground
  const end = request.periods.at(-1)!.to
  const byFunction = (which: Choice): Map<string, number> => {
    const finishes = finishesOf(candidates, which)
    const sums = new Map<string, number>()
    const ids = [...dossier.functions.keys()]
    for (const row of high.rows) {
      const id = ids[row.function]!
      sums.set(id, (sums.get(id) ?? 0) + high.rowLoss(row, finishes))
    }
    return sums
  }
  const planned = byFunction(choice)
  const measures = candidates.flatMap(({ measure, starts, after, fixed }, index) => {
    const start = starts[choice[index]!]
    if (start === undefined) return []
    const less = byFunction(plan.without.get(index)!)
    const helped = [...less]
      .map(([id, loss]) => ({ id, saves: loss - (planned.get(id) ?? 0) }))
      .filter(({ saves }) => saves > LITTLE * found.objective)
      .sort((a, b) => b.saves - a.saves)
    const saves = [...less.values()].reduce((sum, loss) => sum + loss, 0) - found.objective
    const yearly = runningCost(measure, start.finish, end)
    return [
      {
        id: measure.id,
        name: measure.name,
        kind: measure.kind,
        start: iso(start.day),
        finish: iso(start.finish),
        deadline: measure.deadline === null ? null : iso(measure.deadline),
        cost: money(start.cost),
        once: money(start.cost - yearly),
        yearly: money(yearly),
        effort: [...measure.effort].map(([team, personDays]) => ({
          team,
          name: dossier.teams.get(team)?.name ?? team,
          personDays,
        })),
        after: after.map((other) => candidates[other]!.measure.id),
        saves: round(Math.max(0, saves)),
        helps: helped.map(({ id }) => id),
        fixed: fixed !== null,
        noRegret: noRegret.has(measure.id),
      },
    ]
  })
  return measures.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

/** A share of the loss that is too little to be named. */
const LITTLE = 1e-4

function leftOutMeasures({ plan, money }: Told): LeftOutMeasure[] {
  return plan.leftOut.map(({ measure, reason, because, cost, wouldSave }) => {
    const { id, name, kind } = plan.candidates[measure]!.measure
    return {
      id,
      name,
      kind,
      reason,
      because: [...because],
      cost: money(cost),
      wouldSave: round(wouldSave),
    }
  })
}

function riskOf({ request, plan, choice, nothing }: Told): PlanReport['risk'] {
  const { candidates, high, greedy } = plan
  const finishes = [nothing, greedy, choice].map((which) => finishesOf(candidates, which))
  return request.periods.map(({ from, to }) => {
    const [doNothing, greedily, planned] = finishes.map((days) => {
      const sum = high.rows.reduce((total, row) => total + high.rowLoss(row, days, from, to), 0)
      return round(sum / (to - from))
    })
    const finished = candidates.flatMap(({ measure }, index) => {
      const day = finishes[2]![index]!
      return day >= from && day < to ? [measure.id] : []
    })
    const iso2 = { from: iso(from), until: iso(to - 1) }
    return { ...iso2, doNothing: doNothing!, greedy: greedily!, plan: planned!, finished }
  })
}

function pricesOf({ request, plan, money }: Told): PlanReport['prices'] {
  const { teams } = request.world.ground.dossier
  const budget = plan.prices.find(({ more }) => more.kind === 'budget')
  const isLimited = request.terms.budget !== null
  return {
    budget:
      budget === undefined || !isLimited
        ? null
        : { step: money(budget.more.step), saves: round(budget.saves) },
    teams: plan.prices.flatMap(({ more, saves }) => {
      if (more.kind !== 'capacity') return []
      const { team, step } = more
      return [{ team, name: teams.get(team)?.name ?? team, step, saves: round(saves) }]
    }),
  }
}

/** A scenario moved to a day, assessed on a dossier. */
export function reassessed(
  { request }: Told,
  dossier: PlanRequest['world']['all'],
  course: number,
  day: Day | null,
  plan: Plan,
): Reassessment {
  const { scenario, isMoved } = plan.courses[course]!
  const moved = day === null || !isMoved ? scenario : strikingOn(scenario, day)
  return new Reassessment(request.world, dossier, moved, request.periods.at(-1)!.to)
}
