/** The losses that a plan is drawn from, against the engine run on every day's dossier. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plannedLosses, type StruckScenario } from '../../impact/src/planned.ts'
import type { LossPart } from '../../impact/src/planned_parts.ts'
import { PlannedWorld } from '../../impact/src/planned_world.ts'
import { conditionHolds } from '../../impact/test/conditions.ts'
import type { Finishes, LossEnd } from '../../plan/test/brute_force_loss.ts'
import { randomProblem } from '../../plan/test/random_problem.ts'
import { type Setting, settingOf } from './plan_setting.ts'

/** The scenarios with their strikes, as the courses have them. */
function struck({ courses }: Setting): { scenario: StruckScenario; weights: number[] }[] {
  const found = new Map<string, { scenario: StruckScenario; weights: number[] }>()
  for (const { scenario, strike, weight } of courses) {
    const known = found.get(scenario.id) ?? { scenario: { scenario, strikes: [] }, weights: [] }
    const strikes = [...known.scenario.strikes, strike ?? 0]
    found.set(scenario.id, {
      scenario: { scenario: known.scenario.scenario, strikes },
      weights: [...known.weights, weight],
    })
  }
  return [...found.values()]
}

function product(factors: readonly number[]): number {
  return factors.reduce((all, one) => all * one, 1)
}

/** The loss of a schedule, from stretches and conditions day by day. */
function lossOf(setting: Setting, finishes: Finishes, end: LossEnd): number {
  const { ground, limits } = setting
  const scenarios = struck(setting)
  const window = { from: limits.on, to: limits.end }
  const { stretches, groups, conditions, problems } = plannedLosses(
    new PlannedWorld({ ...ground, horizonDays: limits.end - limits.on }),
    scenarios.map(({ scenario }) => scenario),
    window,
    end === 'high' ? 'early' : 'late',
  )
  expect(problems).toEqual([])
  const functions = [...ground.dossier.functions.values()]
  let sum = 0
  for (const { function: of, scenario, strike, from, to, groups: own } of stretches) {
    const { scenario: one, weights } = scenarios[scenario]!
    const dated = setting.courses.find(({ scenario: { id } }) => id === one.scenario.id)!
    // Where nothing strikes, whoever has gone had gone before the first day.
    const struckOn = dated.strike === null ? limits.on : one.strikes[strike]!
    for (let day = from; day < to; day += 1) {
      const by = (measure: string, when: 'done' | 'ready'): boolean => {
        const finish = finishes.get(measure)
        if (finish === undefined || finish > day) return false
        return when === 'done' || finish <= struckOn
      }
      const holds = (condition: number): boolean => conditionHolds(conditions[condition]!, by)
      const partHolds = (part: LossPart): number =>
        part.reduce((all, one) => all + (holds(one.condition) ? one.probability : 0), 0)
      // Groups share no decision: the function stands when none of them stops it.
      const stands = own.map((group) =>
        groups[group]!.reduce(
          (all, { probability, parts }) =>
            all + probability * product(parts.map((part) => 1 - partHolds(part))),
          0,
        ),
      )
      sum += weights[strike]! * functions[of]!.weight * (1 - product(stands))
    }
  }
  return sum
}

test('losses of any schedule are those of the engine on each day’s dossier', async () => {
  const schedule = fc.array(fc.option(fc.integer({ min: 0, max: 110 })), {
    minLength: 4,
    maxLength: 4,
  })
  const property = fc.asyncProperty(
    randomProblem(4),
    fc.array(schedule, { minLength: 3, maxLength: 3 }),
    fc.constantFrom<LossEnd>('high', 'low'),
    async ({ text, scenarios }, schedules, end) => {
      const setting = await settingOf(text, scenarios)
      for (const days of schedules) {
        const finishes = new Map(
          [...setting.ground.dossier.measures.keys()].flatMap((id, index) => {
            const day = days[index]
            return day === null || day === undefined ? [] : [[id, setting.limits.on + day] as const]
          }),
        )
        const found = lossOf(setting, finishes, end)
        expect(found).toBeCloseTo(setting.oracle.loss(finishes, end), 9)
      }
    },
  )
  await fc.assert(property, { numRuns: 150, interruptAfterTimeLimit: 20_000 })
}, 120_000)
