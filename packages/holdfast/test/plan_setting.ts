/** A plan's setting from the text of a dossier: what the brute force over all plans stands on. */
import type { Scenario, Strike } from '@holdfast/dossier'
import type { Ground } from '@holdfast/impact'
import type { Result } from '@holdfast/kernel'
import { writeSnapshot } from '@holdfast/lists'
import { coursesOf, usualPeriod } from '../../plan/test/brute_force_courses.ts'
import { type Course, LossOracle } from '../../plan/test/brute_force_loss.ts'
import { type Limits, limitsOf } from '../../plan/test/brute_force_rules.ts'
import { prepare } from '../src/engine/ground.ts'
import type { AssessInput } from '../src/engine/index.ts'
import { type PlanInput, planDossier } from '../src/engine/plan.ts'
import type { PlanReport } from '../src/engine/plan_findings.ts'
import { readLawFiles } from '../src/node/data.ts'
import { highsSolver } from '../src/node/highs_solver.ts'
import { listEntry } from './dossier_text.ts'

export const START = '2025-01-01'

export interface Setting {
  readonly ground: Ground
  readonly scenarios: readonly Scenario[]
  readonly limits: Limits
  readonly courses: readonly Course[]
  readonly oracle: LossOracle
}

/** The one entry of the list: whoever states its number stands there from the first day on. */
const LISTED = listEntry('1', 'person', 'Somebody of another name')

/** A dossier's text on the law that ships, without its assumptions. */
export async function planInput(yaml: string, scenarios: readonly string[]): Promise<AssessInput> {
  const files = await readLawFiles([])
  if (!files.ok) throw new Error(JSON.stringify(files.diagnostics))
  const snapshot = writeSnapshot({
    id: 'ofac-sdn',
    published: START,
    provenance: 'official',
    whole: 'proven',
    entries: [LISTED],
  })
  return {
    dossier: { files: [{ name: 'dossier.yaml', bytes: new TextEncoder().encode(yaml) }] },
    law: { ...files.value, assumptions: [] },
    lists: [{ kind: 'snapshot', name: 'list.tsv', text: snapshot, sha256: '0'.repeat(64) }],
    scenarioFiles: [],
    scenarios,
    on: START,
    today: START,
    readings: [],
    horizonDays: null,
  }
}

/** What a plan is asked beside the inputs of an assessment: the best one, and nothing but it. */
export const BEST: Omit<PlanInput, keyof AssessInput> = {
  budget: null,
  periodDays: null,
  strike: null,
  fix: [],
  without: [],
  frontier: false,
  gap: 0,
  seconds: 60,
  elapsed: () => 0,
  isStopped: () => false,
}

/** The plan of a dossier's text, of all its scenarios, by the solver that ships. */
export async function plannedText(
  yaml: string,
  asked: Partial<typeof BEST> = {},
): Promise<Result<PlanReport>> {
  const input = { ...(await planInput(yaml, [])), ...BEST, ...asked }
  return planDossier(input, highsSolver(), () => {})
}

/** @param asked a strike for all scenarios; null: as each says */
export async function settingOf(
  yaml: string,
  scenarios: readonly string[],
  asked: Strike | null = null,
): Promise<Setting> {
  return settingIn(await planInput(yaml, scenarios), asked)
}

/** The setting of a plan from what an assessment is given. */
export function settingIn(input: AssessInput, asked: Strike | null): Setting {
  const prepared = prepare(input)
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics, null, 1))
  const { ground } = prepared.value
  const { dossier, on } = ground
  const horizonDays = dossier.plan?.horizonDays ?? ground.horizonDays
  const periodDays = dossier.plan?.periodDays ?? usualPeriod(horizonDays)
  const limits = limitsOf(dossier, { on, end: on + horizonDays, periodDays })
  const courses = coursesOf(prepared.value.scenarios, limits, asked)
  const oracle = new LossOracle(ground, courses, limits)
  return { ground, scenarios: prepared.value.scenarios, limits, courses, oracle }
}
