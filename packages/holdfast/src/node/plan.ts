/** The plan with Node's files and a solver in a worker. */
import type { Result } from '@holdfast/kernel'
import type { PlanReport } from '../engine/plan_findings.ts'
import { unlessDamaged } from '../engine/registry_damage.ts'
import type { PlanCall } from './plan_call.ts'
import { inputOf } from './use_cases.ts'

/** Share of the expected loss that need not be proven. */
const GAP_DEFAULT = 0.01
/** Seconds for the whole search. */
const SECONDS_DEFAULT = 60

/**
 * The plan for a dossier's folder. An interrupted call (`signal`) answers with the best plan found
 * until then.
 */
export async function planFolder(call: PlanCall): Promise<Result<PlanReport>> {
  const begun = performance.now()
  const input = await inputOf(call)
  if (!input.ok) return input
  // The solver is large, and only a plan needs it.
  const [{ planDossier }, { highsSolver }] = await Promise.all([
    import('../engine/plan.ts'),
    import('./highs_solver.ts'),
  ])
  const solver = highsSolver(call.signal === undefined ? {} : { signal: call.signal })
  const planned = await planDossier(
    {
      ...input.value,
      budget: call.budget ?? null,
      periodDays: call.periodDays ?? null,
      strike: call.strike ?? null,
      fix: call.fix,
      without: call.without,
      frontier: call.frontier,
      gap: call.gap ?? GAP_DEFAULT,
      seconds: call.seconds ?? SECONDS_DEFAULT,
      elapsed: () => (performance.now() - begun) / 1000,
      isStopped: () => call.signal?.aborted === true,
    },
    solver,
    call.onProgress ?? (() => {}),
  )
  return unlessDamaged(input.value.registries ?? [], planned)
}
