/** The plan put into the dossier and assessed anew by the ordinary engine. */
import { applyMeasures, strikingOn } from '@holdfast/impact'
import type { Day } from '@holdfast/kernel'
import { finishesOf, lossTable } from '@holdfast/plan'
import type { PlanReport } from './plan_findings.ts'
import { reassessed, type Told } from './plan_report.ts'

/** Stretches of days looked at in each scenario: the first, the last and between. */
const STRETCHES_MAX = 3

/**
 * For each scenario, struck on its middle day: the loss of some stretches of days in which the same
 * measures are finished, by the plan's own figures and by the engine on the dossier of those days.
 */
export function planCheck(told: Told): PlanReport['check'] {
  const { request, plan, choice } = told
  const { periods, world } = request
  const finishes = finishesOf(plan.candidates, choice)
  const ids = plan.candidates.map(({ measure }) => measure.id)
  const doneBy = (day: Day): ReadonlySet<string> =>
    new Set(ids.filter((_, index) => finishes[index]! <= day))
  let [points, largestDifference] = [0, 0]
  for (const [index, course] of plan.courses.entries()) {
    const strike = course.strikes[course.strikes.length >> 1]!
    const scenario = course.isMoved ? strikingOn(course.scenario, strike) : course.scenario
    const one = { ...course, scenario, strikes: [strike], shares: [1], isMoved: false }
    const { table } = lossTable(request, [one], 'early')
    for (const [from, to] of stretchesOf(finishes, periods[0]!.from, periods.at(-1)!.to, strike)) {
      const own = table.rows.reduce((sum, row) => sum + table.rowLoss(row, finishes, from, to), 0)
      const applied = applyMeasures(
        world.ground.dossier,
        doneBy(from),
        doneBy(Math.min(from, strike)),
      )
      const anew = reassessed(told, applied, index, strike, plan).loss(from, to)
      points += 1
      largestDifference = Math.max(largestDifference, Math.abs(own - anew))
    }
  }
  return { points, largestDifference }
}

/** Stretches in which the same measures are finished, cut at the strike too. */
function stretchesOf(
  finishes: Float64Array,
  from: Day,
  to: Day,
  strike: Day,
): readonly (readonly [Day, Day])[] {
  const inside = [...finishes, strike].filter((day) => day > from && day < to)
  const starts = [...new Set([from, ...inside])].sort((a, b) => a - b)
  const all = starts.map((start, index) => [start, starts[index + 1] ?? to] as const)
  const step = Math.max(1, (all.length - 1) / (STRETCHES_MAX - 1))
  const chosen = new Set(
    Array.from({ length: STRETCHES_MAX }, (_, at) =>
      Math.min(all.length - 1, Math.round(at * step)),
    ),
  )
  return all.filter((_, index) => chosen.has(index))
}
