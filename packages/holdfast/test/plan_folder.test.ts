/** A plan of a folder with the solver in its thread: what limits and failures make of it. */
import { fileURLToPath } from 'node:url'
import type { PlanProgress } from '@holdfast/holdfast'
import { SolverFailure, type SolverPort } from '@holdfast/plan'
import { describe, expect, test, vi } from 'vitest'
import { planDossier } from '../src/engine/plan.ts'
import { planReport } from '../src/engine/plan_findings.ts'
import { planFolder } from '../src/node/plan.ts'
import type { PlanCall } from '../src/node/plan_call.ts'
import { inputOf } from '../src/node/use_cases.ts'

// The list that ships, whatever its user keeps.
vi.stubEnv('HOLDFAST_LISTS', 'no-kept-lists')

const DOSSIER = fileURLToPath(
  new URL('../../../gallery/errors/plan-fixed-measure-that-waits/input', import.meta.url),
)
const TRIBUNAL = fileURLToPath(new URL('../../../examples/tribunal', import.meta.url))

function call(given: Partial<PlanCall> = {}): PlanCall {
  const asked = { dossier: DOSSIER, today: '2026-11-01', fix: [], without: [], frontier: false }
  return { ...asked, ...given }
}

async function planned(given: Partial<PlanCall> = {}) {
  const result = await planFolder(call(given))
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return { report: result.value, codes: result.diagnostics.map(({ code }) => code) }
}

describe('a plan of a folder', () => {
  test('has the published shape, is proven, and is the same again', async () => {
    const { report, codes } = await planned()
    expect(planReport.safeParse(report).error).toBeUndefined()
    expect(report.status).toBe('optimal')
    expect(report.gap).toBeLessThanOrEqual(0.01)
    expect(report.measures.map(({ id }) => id)).toEqual(['tender', 'move'])
    expect(codes).not.toContain('plan/time-limit')
    expect((await planned()).report).toEqual(report)
  })

  test('follows the call: a fixed day, a measure left out, a budget', async () => {
    const fixed = (await planned({ fix: ['tender=2026-12-24'] })).report
    expect(fixed.measures[0]).toMatchObject({ id: 'tender', start: '2026-12-24', fixed: true })
    const { report } = await planned({ without: ['tender'] })
    expect(report.measures).toEqual([])
    expect(report.leftOut.map(({ id, reason }) => `${id}: ${reason}`)).toContain(
      'tender: not-wanted',
    )
    const poor = (await planned({ budget: '30kEUR' })).report
    expect(poor).toMatchObject({ budget: 30_000, measures: [], objective: poor.doNothing })
  })

  test('tells its progress', async () => {
    const told: PlanProgress[] = []
    await planned({ onProgress: (progress) => told.push(progress) })
    const steps = new Set(told.map(({ step }) => step))
    expect([...steps]).toEqual(expect.arrayContaining(['model', 'search', 'check']))
  })

  test('tells every wrong word of the call', async () => {
    const result = await planFolder(call({ budget: 'much', without: ['mvoe'] }))
    expect(result.ok).toBe(false)
    expect(result.diagnostics.map(({ code }) => code)).toEqual([
      'call/bad-budget',
      'call/unknown-measure',
    ])
  })
})

describe('a limit', () => {
  test('an interrupted search answers with what it has, and says so', async () => {
    const interruption = new AbortController()
    interruption.abort()
    const { report, codes } = await planned({ dossier: TRIBUNAL, signal: interruption.signal })
    expect(report.status).toBe('feasible')
    expect(codes).toContain('plan/time-limit')
    expect(report.objective).toBeLessThanOrEqual(report.doNothing)
    expect(report.bound).toBeLessThanOrEqual(report.objective)
  }, 60_000)

  test('a solver that fails is told and not thrown', async () => {
    const input = await inputOf(call())
    if (!input.ok) throw new Error(JSON.stringify(input.diagnostics))
    const failing: SolverPort = {
      open: () => Promise.reject(new SolverFailure('the thread ended')),
    }
    const words = { budget: null, periodDays: null, strike: null, fix: [], without: [] }
    const limits = { frontier: false, gap: 0.01, seconds: 10 }
    const clock = { elapsed: () => 0, isStopped: () => false }
    const result = await planDossier(
      { ...input.value, ...words, ...limits, ...clock },
      failing,
      () => {},
    )
    expect(result.ok).toBe(false)
    expect(result.diagnostics).toMatchObject([
      { code: 'plan/solver-failed', params: { reason: 'the thread ended' } },
    ])
  })
})
