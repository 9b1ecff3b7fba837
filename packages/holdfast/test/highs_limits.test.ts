/** The solver when it is stopped, fails or is asked by two at once. */

import type { SolveProgress } from '@holdfast/plan'
import { SolverFailure } from '@holdfast/plan'
import { describe, expect, it } from 'vitest'
import { highsSolver } from '../src/node/highs_solver.ts'
import { isMet, longProblem } from './highs_problems.ts'

const UNTOLD = () => {}
const BINARY = { cost: -1, lower: 0, upper: 1, integer: true }

/** So large that HiGHS is still reading it when its time is over. */
function denseProblem() {
  const columns = Array.from({ length: 1000 }, () => BINARY)
  const all = columns.map((_, column) => column)
  const rows = Array.from({ length: 1500 }, (_, row) => ({
    lower: 0,
    upper: 300,
    columns: all,
    values: all.map((column) => 1 + ((row * 31 + column * 17) % 101)),
  }))
  return { columns, rows }
}

describe('a search with a limit', () => {
  it('ends at its time with the best it has, or without', async () => {
    const problem = longProblem()
    const opened = await highsSolver().open(problem)
    await opened.relaxed({ seconds_max: 10 })
    const begun = performance.now()
    const told: SolveProgress[] = []
    const answer = await opened.solved({ seconds_max: 2, gap: 0 }, null, (one) => told.push(one))
    const seconds = (performance.now() - begun) / 1000
    expect(seconds).toBeLessThan(4)
    if (answer.status !== 'feasible') throw new Error(answer.status)
    expect(answer.bound).toBeLessThan(answer.objective)
    expect(problem.rows.every((row) => isMet(row, answer.columns))).toBe(true)
    expect(told.at(-1)!.incumbent).toBe(answer.objective)
    expect(told.at(-1)!.bound).toBeLessThanOrEqual(answer.objective)
    // What was found is where the next search begins.
    const first: SolveProgress[] = []
    const limits = { seconds_max: 2, gap: 0 }
    const next = await opened.solved(limits, answer.columns, (one) => first.push(one))
    if (next.status !== 'feasible') throw new Error(next.status)
    expect(next.objective).toBeLessThanOrEqual(answer.objective)
    expect(await opened.solved({ seconds_max: 0, gap: 0 }, null, UNTOLD)).toEqual({
      status: 'stopped',
      bound: Number.NEGATIVE_INFINITY,
    })
    expect(await opened.relaxed({ seconds_max: 0 })).toEqual({ status: 'stopped' })
    await opened.close()
  })

  it('is ended by force when HiGHS does not look at the clock', async () => {
    const port = highsSolver()
    const opened = await port.open(denseProblem())
    await opened.addRows([{ lower: 0, upper: 1, columns: [0], values: [1] }])
    const begun = performance.now()
    const answer = await opened.solved({ seconds_max: 0.001, gap: 0 }, null, UNTOLD)
    expect(['feasible', 'stopped']).toContain(answer.status)
    expect(performance.now() - begun).toBeLessThan(5_000)
    // The thread that takes its place knows all changes.
    const relaxed = await opened.relaxed({ seconds_max: 60 })
    expect(relaxed).toMatchObject({ status: 'optimal' })
    expect('rowPrices' in relaxed && relaxed.rowPrices.length).toBe(1501)
    await opened.close()
  })

  it('reaches the gap it is asked for', async () => {
    const opened = await highsSolver().open(longProblem())
    const answer = await opened.solved({ seconds_max: 60, gap: 0.03 }, null, UNTOLD)
    if (answer.status !== 'optimal') throw new Error(answer.status)
    expect(answer.objective - answer.bound).toBeLessThanOrEqual(0.03 * Math.abs(answer.objective))
    await opened.close()
  })
})

describe('a signal', () => {
  it('ends the search that is going on, and all later ones', async () => {
    const stopping = new AbortController()
    const opened = await highsSolver({ signal: stopping.signal }).open(longProblem())
    let told = 0
    const begun = performance.now()
    const answer = await opened.solved({ seconds_max: 60, gap: 0 }, null, () => {
      told++
      if (told === 3) stopping.abort()
    })
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(answer.status).toBe('feasible')
    const later = await opened.solved({ seconds_max: 60, gap: 0 }, null, UNTOLD)
    expect(later).toEqual({ status: 'stopped', bound: Number.NEGATIVE_INFINITY })
    expect(await opened.relaxed({ seconds_max: 60 })).toEqual({ status: 'stopped' })
    await opened.close()
  })

  it('ends a relaxed problem too', async () => {
    const stopping = new AbortController()
    const opened = await highsSolver({ signal: stopping.signal }).open(denseProblem())
    const waiting = opened.relaxed({ seconds_max: 60 })
    setTimeout(() => stopping.abort(), 20)
    const begun = performance.now()
    expect(['stopped', 'optimal']).toContain((await waiting).status)
    expect(performance.now() - begun).toBeLessThan(4_000)
    await opened.close()
  })
})

describe('several problems', () => {
  it('are solved at once without touching each other', async () => {
    const port = highsSolver()
    const open = (cost: number) => port.open({ columns: [{ ...BINARY, cost }], rows: [] })
    const problems = await Promise.all([open(-1), open(-2), open(3)])
    const limits = { seconds_max: 60, gap: 0 }
    const answers = await Promise.all(problems.map((opened) => opened.solved(limits, null, UNTOLD)))
    expect(answers.map((answer) => 'objective' in answer && answer.objective)).toEqual([-1, -2, 0])
    await Promise.all(problems.map((opened) => opened.close()))
  })

  it('of which one fails: it says so, and can be asked again', async () => {
    const port = highsSolver()
    const columns = [{ cost: -1, lower: 0, upper: Number.POSITIVE_INFINITY, integer: true }]
    const opened = await port.open({ columns, rows: [] })
    const limits = { seconds_max: 60, gap: 0 }
    await expect(opened.solved(limits, null, UNTOLD)).rejects.toThrow(SolverFailure)
    await opened.changeColumn(0, 0, 5)
    expect(await opened.solved(limits, null, UNTOLD)).toMatchObject({ objective: -5 })
    await opened.close()
    const waiting = (await port.open(longProblem())) satisfies object
    const asked = waiting.solved(limits, null, UNTOLD)
    setTimeout(() => void waiting.close(), 300)
    await expect(asked).rejects.toThrow('ended')
  })
})
