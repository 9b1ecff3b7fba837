/** Which chokepoints of the world as it is the plan closes, and which it leaves. */
import type { Scenario } from '@holdfast/dossier'
import {
  applyMeasures,
  type ChokepointDecision,
  type ChokepointFound,
  Reassessment,
} from '@holdfast/impact'
import { decisionFinding } from './chokepoint_findings.ts'
import type { PlanReport } from './plan_findings.ts'
import { idsOf, type Told } from './plan_report.ts'

/** Chokepoints of a function that are looked at, and sets that are looked for afterwards. */
const BEFORE_MAX = 20
const AFTER_MAX = 200

/** Of each list the report holds so many. */
const TOLD_MAX = 100

/**
 * A chokepoint is closed when its decisions, taken together, no longer stop the function once all
 * of the plan is done.
 */
export function planChokepoints(told: Told): PlanReport['chokepoints'] {
  const { request, plan } = told
  const { world, periods } = request
  const { dossier } = world.ground
  const today = asItIs(told)
  const until = periods.at(-1)!.to
  const applied = applyMeasures(dossier, new Set(idsOf(told, plan.found.choice)))
  const before = new Reassessment(world, dossier, today, until)
  const after = new Reassessment(world, applied, today, until)
  const left = after.chokepoints(AFTER_MAX).found
  const stops = (one: ChokepointFound): boolean =>
    left.some((other) => other.function.id === one.function.id && isPartOf(other, one))
  const found = before.chokepoints(BEFORE_MAX).found
  const finding = (one: ChokepointFound) => ({
    function: one.function.id,
    functionName: one.function.name,
    decisions: one.decisions.map((decision) => decisionFinding(before, decision)),
  })
  const [still, closed] = [found.filter(stops), found.filter((one) => !stops(one))]
  return {
    closed: closed.slice(0, TOLD_MAX).map(finding),
    left: still.slice(0, TOLD_MAX).map(finding),
    closedCount: closed.length,
    leftCount: still.length,
  }
}

/** The world as it is: no decision is taken yet. */
function asItIs({ request }: Told): Scenario {
  const { scenarios } = request.world.ground.dossier
  const today = scenarios.get('today')
  if (today !== undefined && today.decisions.length === 0) return today
  return { id: 'today', file: '', name: 'today', description: null, decisions: [] }
}

function isPartOf(part: ChokepointFound, whole: ChokepointFound): boolean {
  return part.decisions.every((one) => whole.decisions.some((other) => isSame(one, other)))
}

function isSame(a: ChokepointDecision, b: ChokepointDecision): boolean {
  if (a.kind === 'withdraw') return b.kind === 'withdraw' && a.event === b.event
  if (b.kind === 'withdraw' || a.regime !== b.regime) return false
  return [a.party, ...a.alternatives].includes(b.party)
}
