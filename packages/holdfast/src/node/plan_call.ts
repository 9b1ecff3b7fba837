/** What a plan is asked for: an assessment's inputs, and the limits of the plan. */
import type { PlanProgress } from '../engine/plan_findings.ts'
import type { AssessCall } from './use_cases.ts'

export interface PlanCall extends AssessCall {
  /** `2.4MEUR`; absent: the dossier's. */
  readonly budget?: string | undefined
  /** Days of a period; absent: the dossier's, else by the horizon. */
  readonly periodDays?: number | undefined
  /** `uniform`, `dated` or a day, for all scenarios; absent: as each says. */
  readonly strike?: string | undefined
  /** `MEASURE=DATE`: the measure is started on the day. */
  readonly fix: readonly string[]
  readonly without: readonly string[]
  readonly frontier: boolean
  /** Share of the objective that need not be proven; absent: 0.01. */
  readonly gap?: number | undefined
  /** Seconds for the whole search; absent: 60. */
  readonly seconds?: number | undefined
  readonly onProgress?: ((progress: PlanProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}
