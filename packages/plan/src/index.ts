export { type EarliestDates, earliestDates, missedDeadlines } from './schedule.ts'
export type {
  Column,
  LinearProblem,
  Relaxed,
  Row,
  Solved,
  SolveLimits,
  SolveProgress,
  SolverPort,
  SolverSession,
} from './solver.ts'
