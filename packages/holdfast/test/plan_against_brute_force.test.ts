/** The planner against all plans of small random dossiers, tried one by one. */
import { parseDay } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finishes } from '../../plan/test/brute_force_loss.ts'
import {
  allPlans,
  broken,
  costWithin,
  finishesOf,
  type Limits,
  periodsOf,
  type Starts,
} from '../../plan/test/brute_force_rules.ts'
import { type RandomProblem, randomProblem } from '../../plan/test/random_problem.ts'
import { type PlanInput, planDossier } from '../src/engine/plan.ts'
import type { PlanReport } from '../src/engine/plan_findings.ts'
import { highsSolver } from '../src/node/highs_solver.ts'
import { BEST, planInput, type Setting, settingOf } from './plan_setting.ts'

const RUNS = { numRuns: 60, interruptAfterTimeLimit: 40_000 }
const SECONDS_MAX = 120_000

const solver = highsSolver({})

function planOf({ text, scenarios }: RandomProblem, asked: Partial<PlanInput> = {}) {
  return planInput(text, scenarios).then((input) =>
    planDossier({ ...input, ...BEST, ...asked }, solver, () => {}),
  )
}

async function reportOf(problem: RandomProblem, asked: Partial<PlanInput> = {}) {
  const result = await planOf(problem, asked)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.value
}

function startsOf({ measures }: PlanReport): Starts {
  return new Map(measures.map(({ id, start }) => [id, parseDay(start)!]))
}

function finishesIn({ measures }: PlanReport): Finishes {
  return new Map(measures.map(({ id, finish }) => [id, parseDay(finish)!]))
}

/** The least loss that any plan within the limits has; null when there is none. */
function leastLoss({ ground: { dossier }, oracle }: Setting, limits: Limits): number | null {
  let least: number | null = null
  for (const starts of allPlans(dossier, limits)) {
    const loss = oracle.loss(finishesOf(dossier, starts))
    if (least === null || loss < least) least = loss
  }
  return least
}

function expectNear(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)))
}

function expectFigures(report: PlanReport, setting: Setting): void {
  const { oracle, courses, ground, limits } = setting
  const { dossier } = ground
  const [none, done] = [new Map(), finishesIn(report)]
  expectNear(report.doNothing, oracle.loss(none))
  expectNear(report.objective, oracle.loss(done))
  expectNear(report.low.doNothing, oracle.loss(none, 'low'))
  expectNear(report.low.objective, oracle.loss(done, 'low'))
  const [before, after] = [oracle.byFunction(none), oracle.byFunction(done)]
  for (const item of report.functions) {
    expectNear(item.before, before.get(item.id)!)
    expectNear(item.after, after.get(item.id)!)
  }
  for (const { id, weight } of report.scenarios) {
    const share = courses.filter(({ scenario }) => scenario.id === id)
    expectNear(
      weight,
      share.reduce((sum, course) => sum + course.weight, 0),
    )
  }
  const spent = [...startsOf(report)].reduce((sum, [id, start]) => {
    const measure = dossier.measures.get(id)!
    return sum + costWithin(measure, start, limits.on, limits.end, limits.end) / 100
  }, 0)
  // To the cent.
  expect(Math.abs(report.spent - spent)).toBeLessThan(0.02)
  expect(report.periods.map(({ from }) => parseDay(from))).toEqual(
    periodsOf(limits).map(({ from }) => from),
  )
  expect(report.check.largestDifference).toBeLessThan(1e-6)
}

describe('a plan of a small random dossier', () => {
  it(
    'has the least loss of all plans, keeps every rule, and says its figures as they are',
    async () => {
      const property = fc.asyncProperty(randomProblem(4), async (problem) => {
        const setting = await settingOf(problem.text, problem.scenarios)
        const report = await reportOf(problem)
        const least = leastLoss(setting, setting.limits)!
        expect(report.status).toBe('optimal')
        expect(broken(setting.ground.dossier, setting.limits, startsOf(report))).toEqual([])
        expect(finishesIn(report)).toEqual(finishesOf(setting.ground.dossier, startsOf(report)))
        expectNear(report.objective, least)
        expect(report.bound).toBeLessThanOrEqual(least + 1e-6 * Math.max(1, least))
        expect(report.greedy).toBeGreaterThanOrEqual(least - 1e-6)
        expect(report.greedy).toBeLessThanOrEqual(report.doNothing + 1e-6)
        expectFigures(report, setting)
      })
      await fc.assert(property, RUNS)
    },
    SECONDS_MAX,
  )

  it(
    'keeps what the call fixes and leaves out, or says that it cannot',
    async () => {
      const property = fc.asyncProperty(
        randomProblem(3),
        fc.nat({ max: 60 }),
        fc.boolean(),
        async (problem, day, isAlso) => {
          const setting = await settingOf(problem.text, problem.scenarios)
          const { measures } = setting.ground.dossier
          const fixed = new Map([['m1', setting.limits.on + day]])
          const without = new Set(isAlso && measures.has('m2') ? ['m2'] : [])
          const limits = { ...setting.limits, fixed, without }
          const date = new Date(limits.on * 86_400_000 + day * 86_400_000)
            .toISOString()
            .slice(0, 10)
          const asked = { fix: [`m1=${date}`], without: [...without] }
          const result = await planOf(problem, asked)
          const least = leastLoss(setting, limits)
          if (least === null) {
            expect(result.ok).toBe(false)
            return
          }
          if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
          expectNear(result.value.objective, least)
          expect(broken(setting.ground.dossier, limits, startsOf(result.value))).toEqual([])
        },
      )
      await fc.assert(property, RUNS)
    },
    SECONDS_MAX,
  )

  it(
    'is within the gap that was asked, with a bound that no plan beats',
    async () => {
      const property = fc.asyncProperty(
        randomProblem(3),
        fc.constantFrom(0.01, 0.1, 0.4),
        async (problem, gap) => {
          const setting = await settingOf(problem.text, problem.scenarios)
          const report = await reportOf(problem, { gap })
          const least = leastLoss(setting, setting.limits)!
          expect(report.bound).toBeLessThanOrEqual(least + 1e-6 * Math.max(1, least))
          expect(report.objective - least).toBeLessThanOrEqual(gap * report.objective + 1e-6)
          expect(report.gap).toBeLessThanOrEqual(gap + 1e-9)
        },
      )
      await fc.assert(property, RUNS)
    },
    SECONDS_MAX,
  )

  it(
    'is the same each time',
    async () => {
      const property = fc.asyncProperty(randomProblem(4), async (problem) => {
        expect(JSON.stringify(await reportOf(problem))).toBe(
          JSON.stringify(await reportOf(problem)),
        )
      })
      await fc.assert(property, { ...RUNS, numRuns: 10 })
    },
    SECONDS_MAX,
  )

  it(
    'tells a frontier of which every point is the least loss for its money',
    async () => {
      const property = fc.asyncProperty(randomProblem(3), async (problem) => {
        const setting = await settingOf(problem.text, problem.scenarios)
        const report = await reportOf(problem, { frontier: true })
        for (const { budget, objective, bound, cost } of report.frontier) {
          expect(cost).toBeLessThanOrEqual(budget + 0.02)
          const limits = { ...setting.limits, budget: 100 * budget }
          const least = leastLoss(setting, limits)!
          expect(objective).toBeGreaterThanOrEqual(least - 1e-6)
          expect(bound).toBeLessThanOrEqual(least + 1e-6 * Math.max(1, least))
        }
      })
      await fc.assert(property, { ...RUNS, numRuns: 20 })
    },
    SECONDS_MAX,
  )
})
