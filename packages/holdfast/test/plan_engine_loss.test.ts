/** Two ways to add up what a schedule loses: all sets of decisions, and the engine's figures. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engineLoss } from '../../plan/test/engine_loss.ts'
import { randomProblem } from '../../plan/test/random_problem.ts'
import { settingOf } from './plan_setting.ts'

test('the engine’s figures add up to what all sets of decisions lose', async () => {
  const day = fc.option(fc.integer({ min: 0, max: 110 }))
  const schedule = fc.array(day, { minLength: 4, maxLength: 4 })
  const property = fc.asyncProperty(randomProblem(4), schedule, async (problem, days) => {
    const { ground, courses, limits, oracle } = await settingOf(problem.text, problem.scenarios)
    const finishes = new Map(
      [...ground.dossier.measures.keys()].flatMap((id, index) => {
        const finish = days[index]
        return finish === null || finish === undefined ? [] : [[id, limits.on + finish] as const]
      }),
    )
    const found = engineLoss(ground, courses, limits, finishes)
    expect(found).toBeCloseTo(oracle.loss(finishes), 7)
  })
  await fc.assert(property, { numRuns: 100, interruptAfterTimeLimit: 20_000 })
}, 60_000)
