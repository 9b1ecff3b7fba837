export { type Candidate, runningCost, type Start, type Wishes } from './candidate.ts'
export { type Choice, costOf, finishesOf, nothingDone } from './choice.ts'
export type { Requirement } from './clash.ts'
export type { Course } from './course.ts'
export type { Frontier, FrontierFound } from './frontier.ts'
export type { LeftOut } from './left_out.ts'
export { effortWithin, type Limit, type LimitTerms, spentWithin } from './limit.ts'
export { type Finishes, LossTable } from './loss_table.ts'
export { PERIODS_MAX, type Period, periodsOf, usualPeriodDays } from './period.ts'
export {
  lossTable,
  type Plan,
  type Planned,
  type PlanRequest,
  type PlanStep,
  planOf,
} from './plan.ts'
export type { Price } from './prices.ts'
export { type EarliestDates, earliestDates, missedDeadlines } from './schedule.ts'
export { gapOf } from './search.ts'
export {
  type Column,
  type LinearProblem,
  type OpenProblem,
  type Relaxed,
  type Row,
  type Solved,
  type SolveLimits,
  type SolveProgress,
  SolverFailure,
  type SolverPort,
} from './solver.ts'
