/** From measures to a plan: what to do, when, what it buys, and what it leaves. */
import type { Scenario, Strike } from '@holdfast/dossier'
import { type PlannedLosses, type PlannedWorld, plannedLosses } from '@holdfast/impact'
import { type Diagnostic, hasErrors } from '@holdfast/kernel'
import { type Candidate, candidatesOf, type Wishes } from './candidate.ts'
import { type Choice, costOf, finishesOf, Resources, waitingFor, withMeasure } from './choice.ts'
import { clashOf, type Requirement } from './clash.ts'
import { type Course, coursesOf } from './course.ts'
import { Evaluator } from './evaluator.ts'
import { costOfAll, type Frontier, frontierOf } from './frontier.ts'
import { greedyChoice } from './greedy.ts'
import { type LeftOut, leftOutOf } from './left_out.ts'
import { CAPACITY_DAYS, type Limit, type LimitTerms, limitsOf } from './limit.ts'
import { LossTable } from './loss_table.ts'
import type { Period } from './period.ts'
import { type More, type Price, pricesOf } from './prices.ts'
import { type Found, Search, type SearchLimits } from './search.ts'
import type { SolverPort } from './solver.ts'

export interface PlanRequest {
  readonly world: PlannedWorld
  readonly scenarios: readonly Scenario[]
  /** For all scenarios; null: as each says. */
  readonly strike: Strike | null
  readonly periods: readonly Period[]
  readonly terms: LimitTerms
  readonly wishes: Wishes
  readonly wantsFrontier: boolean
  readonly gap: number
  /** Seconds left for the model, the search and the frontier; asked now and then. */
  readonly secondsLeft: (step: 'model' | 'search' | 'frontier') => number
  readonly told: (progress: PlanStep) => void
  /** What can be worked out before the plan is known, while the solver works. */
  readonly chores?: (courses: readonly Course[]) => readonly (() => void)[]
}

export interface PlanStep {
  readonly step: 'model' | 'search' | 'frontier' | 'prices'
  readonly incumbent: number | null
  readonly bound: number | null
  readonly done: number
  readonly of: number
}

export interface Plan {
  readonly candidates: readonly Candidate[]
  readonly courses: readonly Course[]
  readonly limits: readonly Limit[]
  readonly high: LossTable
  /** The same with scenarios apart. */
  readonly byScenario: LossTable
  readonly low: LossTable
  readonly found: Found
  readonly greedy: Choice
  /** Numbers of the measures of the plan with what the loss would be without each. */
  readonly without: ReadonlyMap<number, Choice>
  readonly leftOut: readonly LeftOut[]
  readonly frontier: Frontier
  readonly prices: readonly Price[]
  readonly problems: readonly Diagnostic[]
}

export type Planned =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly clash: readonly Requirement[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] }

/**
 * The plan of the least expected loss at the high end (semantics, section 9).
 *
 * Deterministic unless the time is up. Rejects only when the solver fails.
 */
export async function planOf(request: PlanRequest, solver: SolverPort): Promise<Planned> {
  const { world, periods, terms, wishes, told } = request
  const { dossier } = world.ground
  told({ step: 'model', incumbent: null, bound: null, done: 0, of: 0 })
  const courses = coursesOf(request.scenarios, periods, request.strike)
  const {
    table: high,
    losses,
    byScenario,
  } = lossTable(request, courses, 'early', () => request.secondsLeft('model') <= 0)
  if (hasErrors(losses.problems)) return { ok: false, problems: losses.problems }
  const candidates = candidatesOf(dossier, periods, wishes)
  const budget = terms.budget ?? costOfAll(candidates)
  const limits = limitsOf(candidates, periods, dossier.teams, { ...terms, budget })
  const isLate = candidates.some(({ fixed, starts }) => fixed !== null && starts.length === 0)
  const low = once(() => lossTable(request, courses, 'late').table)
  const apart = once(byScenario)
  const chores = [low, apart, ...(request.chores?.(courses) ?? [])]
  const search = isLate ? null : await Search.open(candidates, high, limits, periods, solver)
  try {
    const waiting = (): void => void chores.shift()?.()
    const searching = { ...searchLimits(request, 'search'), waiting }
    const best = search === null ? null : await search.best(searching)
    if (search === null || best === null) {
      return { ok: false, clash: await clashOf(dossier, periods, terms, wishes, solver) }
    }
    const resources = new Resources(candidates, limits)
    const found = withoutIdle(candidates, high, cheaper(candidates, resources, high, best))
    const frontier = request.wantsFrontier ? await frontierIn(search, request, found) : NO_FRONTIER
    told({ step: 'prices', incumbent: found.objective, bound: found.bound, done: 0, of: 0 })
    const prices = await pricesOf(search, searching, (limit, more) => grown(limit, more, periods))
    const plan: Plan = {
      candidates,
      courses,
      limits,
      high,
      byScenario: apart(),
      low: low(),
      found,
      greedy: greedyChoice(candidates, resources, high) ?? found.choice,
      without: choicesWithout(candidates, found.choice),
      leftOut: leftOutOf(candidates, limits, high, found.choice, losses.falling),
      frontier,
      prices,
      problems: losses.problems,
    }
    return { ok: true, plan }
  } finally {
    await search?.close()
  }
}

/** Works something out at the first question. */
function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => {
    known ??= { value: work() }
    return known.value
  }
}

/** By how much the amount of a limit grows when there is more. */
function grown({ of }: Limit, more: More, periods: readonly Period[]): number {
  if (more.kind === 'budget') return of.kind === 'budget' ? more.step : 0
  if (of.kind !== 'capacity' || of.team !== more.team) return 0
  const { from, to } = periods[of.period]!
  return (more.step * (to - from)) / CAPACITY_DAYS
}

/** The losses of some courses of events, day by day. */
export function lossTable(
  { world, periods }: Pick<PlanRequest, 'world' | 'periods'>,
  courses: readonly Course[],
  end: 'early' | 'late',
  isOver: () => boolean = () => false,
): {
  readonly table: LossTable
  readonly losses: PlannedLosses
  readonly byScenario: () => LossTable
} {
  const window = { from: periods[0]!.from, to: periods.at(-1)!.to }
  const losses = plannedLosses(world, courses, window, end, isOver)
  const { dossier } = world.ground
  const weights = {
    functions: [...dossier.functions.values()].map(({ weight }) => weight),
    strikes: courses.map(({ strikes, shares }) =>
      strikes.map((day, index) => ({ day, share: shares[index]! })),
    ),
  }
  const measures = [...dossier.measures.keys()]
  return {
    table: new LossTable(losses, weights, measures, window, 'together'),
    losses,
    byScenario: () => new LossTable(losses, weights, measures, window, 'apart'),
  }
}

function searchLimits(request: PlanRequest, step: 'search' | 'frontier'): SearchLimits {
  const { gap, told } = request
  const secondsLeft = () => request.secondsLeft(step)
  return {
    gap,
    secondsLeft,
    told: (at) => told({ step, ...at, done: 0, of: 0 }),
    waiting: () => {},
  }
}

/** A curve may be drawn with a wider gap than a plan is made with. */
const FRONTIER_GAPS = 2

const NO_FRONTIER: Frontier = { points: [], isWhole: true }

async function frontierIn(search: Search, request: PlanRequest, found: Found): Promise<Frontier> {
  const budget = search.limits.findIndex(({ of }) => of.kind === 'budget')
  if (budget < 0) return NO_FRONTIER
  const tell = (done: number, of: number): void => {
    const { objective: incumbent, bound } = found
    request.told({ step: 'frontier', incumbent, bound, done, of })
  }
  const searching = searchLimits(request, 'frontier')
  const quiet = { ...searching, gap: searching.gap * FRONTIER_GAPS, told: () => {} }
  const top = request.terms.budget === null ? null : search.limits[budget]!.amount
  return frontierOf(search, budget, top, found, quiet, tell)
}

/** Of measures that save the same in each other's place the cheapest is done. */
function cheaper(
  candidates: readonly Candidate[],
  resources: Resources,
  table: LossTable,
  found: Found,
): Found {
  const evaluator = new Evaluator(table, candidates, found.choice)
  const rivals = (measure: number): readonly number[] => candidates[measure]!.excludes
  for (const measure of candidates.keys()) {
    if (evaluator.base[measure]! < 0 || candidates[measure]!.fixed !== null) continue
    if (waitingFor(candidates, measure).some((other) => evaluator.base[other]! >= 0)) continue
    for (const other of rivals(measure)) {
      const less = evaluator.base.slice()
      less[measure] = -1
      const used = resources.used(less)
      const choice = withMeasure(candidates, resources, less, used, other)
      if (choice === null || costOf(candidates, choice) >= costOf(candidates, evaluator.base))
        continue
      if (evaluator.of(choice) > evaluator.loss * (1 + IDLE)) continue
      evaluator.move(choice)
      break
    }
  }
  const objective = Math.min(found.objective, evaluator.loss)
  return { ...found, choice: evaluator.base, objective }
}

/** Money without which the loss is the same is not spent: the last measures are asked first. */
function withoutIdle(candidates: readonly Candidate[], table: LossTable, found: Found): Found {
  let { choice } = found
  let loss = found.objective
  const order = [...choice.keys()]
    .filter((measure) => choice[measure]! >= 0)
    .sort((a, b) => finish(candidates, choice, b) - finish(candidates, choice, a))
  for (const measure of order) {
    if (candidates[measure]!.fixed !== null) continue
    const less = choice.slice()
    for (const one of [measure, ...waitingFor(candidates, measure)]) less[one] = -1
    const isFixed = less.some((start, one) => start < 0 && candidates[one]!.fixed !== null)
    if (isFixed) continue
    const without = table.loss(finishesOf(candidates, less))
    if (without > loss * (1 + IDLE)) continue
    choice = less
    loss = Math.min(loss, without)
  }
  return { ...found, choice, objective: loss, bound: Math.min(found.bound, loss) }
}

/** A share of the loss that is rounding. */
const IDLE = 1e-9

function finish(candidates: readonly Candidate[], choice: Choice, measure: number): number {
  return candidates[measure]!.starts[choice[measure]!]!.finish
}

/** The plan without each of its measures, and without what waits for it. */
function choicesWithout(
  candidates: readonly Candidate[],
  choice: Choice,
): ReadonlyMap<number, Choice> {
  const found = new Map<number, Choice>()
  for (const [measure, start] of choice.entries()) {
    if (start < 0) continue
    const less = choice.slice()
    for (const one of [measure, ...waitingFor(candidates, measure)]) less[one] = -1
    found.set(measure, less)
  }
  return found
}
