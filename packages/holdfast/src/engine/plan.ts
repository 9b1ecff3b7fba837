/** What to do first, and what it buys: the use case, from files to findings. */
import type { Dossier, Scenario } from '@holdfast/dossier'
import { PlannedWorld } from '@holdfast/impact'
import {
  type Day,
  type Diagnostic,
  failed,
  formatDay,
  formatMoney,
  minorDigits,
  ok,
  problem,
  type Result,
  warning,
} from '@holdfast/kernel'
import {
  gapOf,
  type LimitTerms,
  PERIODS_MAX,
  type Period,
  type Plan,
  type PlanRequest,
  type PlanStep,
  periodsOf,
  planOf,
  type Requirement,
  SolverFailure,
  type SolverPort,
  usualPeriodDays,
} from '@holdfast/plan'
import { HORIZON_DAYS, type Prepared, prepare } from './ground.ts'
import type { AssessInput } from './inputs.ts'
import { type PlanWanted, readPlanWords } from './plan_call_check.ts'
import type { PlanProgress, PlanReport } from './plan_findings.ts'
import { LegalTables, possibleChanges } from './plan_legal.ts'
import { planReportOf } from './plan_report.ts'

export interface PlanInput extends AssessInput {
  /** `2.4MEUR`; null: the dossier's. */
  readonly budget: string | null
  /** Days of a period; null: the dossier's, else by the horizon. */
  readonly periodDays: number | null
  /** `uniform`, `dated` or a day, for all scenarios; null: as each says. */
  readonly strike: string | null
  /** `MEASURE=DATE`. */
  readonly fix: readonly string[]
  readonly without: readonly string[]
  readonly frontier: boolean
  /** Share of the objective that need not be proven. */
  readonly gap: number
  /** Seconds for the whole search. */
  readonly seconds: number
  /** Seconds since the call began: engines read no clock. */
  readonly elapsed: () => number
  /** Whether the caller wants the best plan so far. */
  readonly isStopped: () => boolean
}

/** Measures of a plan, at most. */
const MEASURES_MAX = 400

/** The plan of a dossier, or every problem of the inputs. Rejects only for a mistake of ours. */
export async function planDossier(
  input: PlanInput,
  solver: SolverPort,
  told: (progress: PlanProgress) => void,
): Promise<Result<PlanReport>> {
  const prepared = prepare(input)
  if (!prepared.ok) return prepared
  const asked = withPlanHorizon(prepared.value, input.horizonDays)
  const drawn = drawnUp(asked, input)
  if (!drawn.ok) return failed([...prepared.diagnostics, ...drawn.diagnostics])
  const { world, periods } = drawn.value
  const changes = possibleChanges(world)
  const tables = new LegalTables(world, periods)
  const request: PlanRequest = {
    ...drawn.value,
    wantsFrontier: input.frontier,
    gap: input.gap,
    secondsLeft: (step) => secondsLeft(input, step),
    told: (step) => told(progressOf(step)),
    chores: (courses) => changes.map((change) => () => void tables.of(change, courses)),
  }
  const planned = await solved(request, solver)
  if (!planned.ok) return planned
  const diagnostics = [
    ...prepared.value.diagnostics,
    ...drawn.diagnostics,
    ...planned.value.problems,
    ...timeLimits(planned.value, input),
  ]
  told({ kind: 'plan', step: 'check', incumbent: null, bound: null, gap: null, done: 0, of: 0 })
  return ok(
    planReportOf(request, planned.value, { changes, tables }, input.gap, diagnostics),
    diagnostics,
  )
}

/** Without a model there is no answer at all: it has time of its own, and hardly ever needs it. */
const MODEL_SECONDS = 300

/** The frontier may take as long again as the search. */
function secondsLeft(input: PlanInput, step: 'model' | 'search' | 'frontier'): number {
  if (step === 'model') return MODEL_SECONDS - input.elapsed()
  if (input.isStopped()) return 0
  const seconds = step === 'search' ? input.seconds : 2 * input.seconds
  return Math.max(0, seconds - input.elapsed())
}

async function solved(request: PlanRequest, solver: SolverPort): Promise<Result<Plan>> {
  try {
    const planned = await planOf(request, solver)
    if (planned.ok) return ok(planned.plan)
    if ('problems' in planned) return failed(planned.problems)
    const clash = planned.clash.map((one) => requirementText(one, request.terms))
    return failed([problem('plan/infeasible', { clash })])
  } catch (error) {
    if (!(error instanceof SolverFailure)) throw error
    return failed([problem('plan/solver-failed', { reason: error.message })])
  }
}

function timeLimits({ found, frontier }: Plan, input: PlanInput): Diagnostic[] {
  const seconds = Math.round(input.elapsed())
  const noticed: Diagnostic[] = []
  if (!found.proven) {
    const gap = Math.round(gapOf(found.objective, found.bound) * 1000) / 10
    noticed.push(warning('plan/time-limit', { seconds, gap }))
  }
  if (!frontier.isWhole) noticed.push(warning('plan/frontier-unfinished', { seconds }))
  return noticed
}

/** A plan may look further than an assessment. */
function withPlanHorizon(prepared: Prepared, stated: number | null): Prepared {
  const { ground } = prepared
  const { plan, institution } = ground.dossier
  const horizonDays = stated ?? plan?.horizonDays ?? institution.horizonDays ?? HORIZON_DAYS
  return { ...prepared, ground: { ...ground, horizonDays } }
}

type DrawnUp = Omit<PlanRequest, 'wantsFrontier' | 'gap' | 'secondsLeft' | 'told' | 'chores'>

/** The limits within which the plan is to be drawn, with every problem of them. */
function drawnUp({ ground, scenarios }: Prepared, input: PlanInput): Result<DrawnUp> {
  const { dossier, on, horizonDays } = ground
  const periodDays = input.periodDays ?? dossier.plan?.periodDays ?? usualPeriodDays(horizonDays)
  const periods = periodsOf(on, horizonDays, periodDays)
  const wanted = readPlanWords(input, {
    measures: dossier.measures,
    on,
    until: on + horizonDays,
    currency: currencyOf(dossier),
  })
  const problems = [...sizeProblems(dossier, periods), ...wanted.diagnostics]
  if (!wanted.ok || problems.length > 0) return failed(problems)
  const request = {
    world: new PlannedWorld(ground),
    scenarios: plannedScenarios(dossier, scenarios, input),
    strike: wanted.value.strike,
    periods,
    terms: termsOf(dossier, wanted.value),
    wishes: { fixed: wanted.value.fixed, without: wanted.value.without },
  }
  return ok(request, noticed(dossier))
}

/** Scenarios that the dossier states or the call names: the world as it is only if one of them. */
function plannedScenarios(
  dossier: Dossier,
  scenarios: readonly Scenario[],
  { scenarios: asked }: PlanInput,
): readonly Scenario[] {
  const stated = scenarios.filter(({ id }) => dossier.scenarios.has(id) || asked.includes(id))
  return stated.length > 0 ? stated : scenarios
}

function termsOf(dossier: Dossier, { budget }: PlanWanted): LimitTerms {
  return {
    budget: budget ?? dossier.plan?.budget ?? null,
    perPeriod: dossier.plan?.perPeriod ?? null,
    windows: dossier.plan?.windows ?? [],
  }
}

function sizeProblems({ measures }: Dossier, periods: readonly Period[]): Diagnostic[] {
  const problems: Diagnostic[] = []
  if (periods.length > PERIODS_MAX) {
    const params = { periods: periods.length, periods_max: PERIODS_MAX }
    problems.push(problem('plan/too-many-periods', params))
  }
  if (measures.size > MEASURES_MAX) {
    const params = { measures: measures.size, measures_max: MEASURES_MAX }
    problems.push(problem('plan/too-many-measures', params))
  }
  return problems
}

function noticed({ measures, teams, scenarios }: Dossier): Diagnostic[] {
  const none = scenarios.size === 0 ? [warning('plan/no-scenarios', {})] : []
  if (measures.size === 0) return [...none, warning('plan/no-measures', {})]
  const working = new Set([...measures.values()].flatMap(({ effort }) => [...effort.keys()]))
  const unknown = [...teams.values()].filter(
    ({ id, capacity }) => working.has(id) && (capacity === null || capacity === undefined),
  )
  if (unknown.length === 0) return none
  return [...none, warning('plan/capacity-unknown', { teams: unknown.map(({ id }) => id) })]
}

/** The currency of the dossier's money, of which a checked dossier has one. */
export function currencyOf({ measures, plan }: Dossier): string | null {
  const costs = [...measures.values()].flatMap((one) => [one.costOnce, one.costYearly])
  const amounts = [plan?.budget, plan?.perPeriod, ...(plan?.windows ?? []).map((w) => w.atMost)]
  return (
    [...amounts, ...costs].find((money) => money !== null && money !== undefined)?.currency ?? null
  )
}

function progressOf(step: PlanStep): PlanProgress {
  const { incumbent, bound } = step
  const gap = incumbent === null || bound === null ? null : gapOf(incumbent, bound)
  return { kind: 'plan', gap, ...step }
}

/** A requirement as a word that people can look up in their call or their dossier. */
function requirementText(requirement: Requirement, terms: LimitTerms): string {
  const day = (one: Day): string => formatDay(one) ?? ''
  switch (requirement.kind) {
    case 'fix':
      return `fix ${requirement.measure} on ${day(requirement.day)}`
    case 'after':
    case 'excludes':
      return `${requirement.measure} ${requirement.kind} ${requirement.other}`
    case 'deadline':
    case 'earliest':
      return `${requirement.kind} ${requirement.measure}`
    case 'capacity':
      return `capacity ${requirement.team}`
    case 'window':
      return `window ${day(requirement.window.from)}..${day(requirement.window.until)}`
    case 'budget':
      return `budget ${terms.budget === null ? '' : formatMoney(terms.budget)}`
    case 'per-period':
      return 'per-period'
  }
}

/** Money of minor units in units of its currency. */
export function major(minor: number, currency: string | null): number {
  const digits = currency === null ? 2 : minorDigits(currency)
  return Number((minor / 10 ** digits).toFixed(digits))
}
