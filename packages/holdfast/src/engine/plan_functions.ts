/** When functions stop without the plan, and when with all of it done. */
import { applyMeasures } from '@holdfast/impact'
import { type Choice, finishesOf } from '@holdfast/plan'
import { round } from './names.ts'
import type { PlanReport } from './plan_findings.ts'
import { idsOf, reassessed, type Told } from './plan_report.ts'

export function functionPlans(told: Told): PlanReport['functions'] {
  const { request, plan, choice, nothing } = told
  const { dossier, on } = request.world.ground
  const { candidates, courses, high } = plan
  const finishes = finishesOf(candidates, choice)
  const last = finishes.reduce(
    (most, day) => (Number.isFinite(day) ? Math.max(most, day) : most),
    on,
  )
  const after = applyMeasures(dossier, new Set(idsOf(told, choice)))
  const days = courses.map(({ isMoved, strikes }, course) => {
    // A strike when everything is done: the days count from it, whenever it comes.
    const strike = isMoved ? last : Math.max(on, strikes[0]!)
    const asked = isMoved ? last : null
    return {
      strike,
      before: reassessed(told, dossier, course, asked, plan).stopDays(),
      after: reassessed(told, after, course, asked, plan).stopDays(),
    }
  })
  const lossOf = (which: Choice, index: number): number =>
    round(high.loss(finishesOf(candidates, which), (row) => row.function === index))
  const horizon = request.periods.at(-1)!.to - on
  return [...dossier.functions.values()].map(({ id, name, weight, toleranceDays }, index) => {
    const counted = (day: number, strike: number): number | null => {
      const count = Math.max(0, day - strike)
      return count < horizon ? count : null
    }
    return {
      id,
      name,
      weight,
      toleranceDays,
      before: lossOf(nothing, index),
      after: lossOf(choice, index),
      scenarios: days.map(({ strike, before, after: done }, course) => {
        const stop = (of: typeof before) => ({
          certain: counted(of.get(id)!.certain, strike),
          possible: counted(of.get(id)!.possible, strike),
        })
        return { scenario: courses[course]!.scenario.id, before: stop(before), after: stop(done) }
      }),
    }
  })
}
