/** The solver behind its port, on small problems whose answers are known otherwise. */
import type { LinearProblem, SolverPort } from '@holdfast/plan'
import { describe, expect, it } from 'vitest'
import { highsSolver } from '../src/node/highs_solver.ts'
import {
  isMet,
  leastByTrying,
  longProblem,
  numbers,
  randomProblem,
  randomRow,
} from './highs_problems.ts'

const INFINITE = Number.POSITIVE_INFINITY
const LIMITS = { seconds_max: 60, gap: 0 }
const UNTOLD = () => {}

async function solvedOnce(
  port: SolverPort,
  problem: LinearProblem,
  start: Float64Array | null = null,
) {
  const opened = await port.open(problem)
  try {
    return await opened.solved(LIMITS, start, UNTOLD)
  } finally {
    await opened.close()
  }
}

async function relaxedOnce(port: SolverPort, problem: LinearProblem) {
  const opened = await port.open(problem)
  try {
    return await opened.relaxed(LIMITS)
  } finally {
    await opened.close()
  }
}

function objectiveOf(answer: { status: string; objective?: number }): number | null {
  return answer.status === 'infeasible' ? null : Number(answer.objective)
}

describe('the solver', () => {
  const port = highsSolver()

  it('finds what trying every choice finds', async () => {
    let without = 0
    for (let seed = 0; seed < 200; seed++) {
      const problem = randomProblem(numbers(seed))
      const least = leastByTrying(problem)
      const answer = await solvedOnce(port, problem)
      if (least === null) without++
      expect(answer.status, `${seed}`).toBe(least === null ? 'infeasible' : 'optimal')
      if (answer.status !== 'optimal') continue
      expect(answer.objective, `${seed}`).toBe(least)
      expect(answer.bound).toBeLessThanOrEqual(answer.objective)
      expect(answer.bound).toBeCloseTo(answer.objective, 5)
      expect(answer.columns.every(Number.isInteger)).toBe(true)
      expect(problem.rows.every((row) => isMet(row, answer.columns))).toBe(true)
    }
    expect(without).toBeGreaterThan(10)
    expect(without).toBeLessThan(100)
  })

  it('says by how much a moved limit changes the objective', async () => {
    // Two goods, each of a profit, in two machines' hours: both limits are active.
    const at = (first: number, second: number): LinearProblem => ({
      columns: [
        { cost: -3, lower: 0, upper: 100, integer: true },
        { cost: -5, lower: 0, upper: 100, integer: false },
      ],
      rows: [
        { lower: -INFINITE, upper: first, columns: [0, 1], values: [1, 2] },
        { lower: -INFINITE, upper: second, columns: [0, 1], values: [3, 1] },
        { lower: 1, upper: INFINITE, columns: [0], values: [1] },
      ],
    })
    const answer = await relaxedOnce(port, at(10, 15))
    if (answer.status !== 'optimal') throw new Error(answer.status)
    expect(answer.objective).toBeCloseTo(-27, 9)
    expect([...answer.columns]).toEqual([expect.closeTo(4, 9), expect.closeTo(3, 9)])
    const moved = await relaxedOnce(port, at(10.5, 15))
    const other = await relaxedOnce(port, at(10, 15.5))
    expect(answer.rowPrices[0]).toBeCloseTo((objectiveOf(moved)! - answer.objective) / 0.5, 6)
    expect(answer.rowPrices[1]).toBeCloseTo((objectiveOf(other)! - answer.objective) / 0.5, 6)
    expect(answer.rowPrices[2]).toBe(0)
  })

  it('answers after changes as it would from the beginning', async () => {
    for (let seed = 1000; seed < 1040; seed++) {
      const random = numbers(seed)
      const { columns, rows } = randomProblem(random)
      const all = [...rows]
      const bounds = [...columns]
      const opened = await port.open({ columns, rows })
      await opened.relaxed(LIMITS)
      for (let round = 0; round < 3; round++) {
        const added = [randomRow(random, columns.length), randomRow(random, columns.length)]
        all.push(...added)
        await opened.addRows(added)
        const row = Math.floor(random() * all.length)
        all[row] = { ...all[row]!, lower: -INFINITE, upper: 4 }
        await opened.changeRow(row, -INFINITE, 4)
        const column = Math.floor(random() * columns.length)
        bounds[column] = { ...bounds[column]!, lower: 0, upper: 1 }
        await opened.changeColumn(column, 0, 1)
        const now = { columns: bounds, rows: all }
        const relaxed = objectiveOf(await opened.relaxed(LIMITS))
        const fresh = objectiveOf(await relaxedOnce(port, now))
        expect(relaxed === null, `${seed}`).toBe(fresh === null)
        if (relaxed !== null) expect(relaxed, `${seed}`).toBeCloseTo(fresh!, 6)
        expect(objectiveOf(await opened.solved(LIMITS, null, UNTOLD))).toBe(leastByTrying(now))
      }
      await opened.close()
    }
  })

  it('gives the same answers to the same calls', async () => {
    const random = numbers(99)
    const problem = longProblem()
    const answers = async () => {
      const opened = await port.open(problem)
      const relaxed = await opened.relaxed(LIMITS)
      await opened.addRows([randomRow(numbers(5), problem.columns.length)])
      const again = await opened.relaxed(LIMITS)
      const solved = await opened.solved({ seconds_max: 60, gap: 0.02 }, null, UNTOLD)
      await opened.close()
      return { relaxed, again, solved }
    }
    expect(random()).toBe(numbers(99)())
    expect(await answers()).toEqual(await answers())
  })
})

describe('problems at the edge', () => {
  const port = highsSolver()
  const free = { lower: -INFINITE, upper: INFINITE }
  const binary = { cost: -1, lower: 0, upper: 1, integer: true }
  const nothing = { columns: [], values: [] }

  it('without columns or rows have the value 0', async () => {
    const rows = [{ lower: 0, upper: 1, ...nothing }]
    for (const problem of [
      { columns: [], rows: [] },
      { columns: [], rows },
    ]) {
      expect(await solvedOnce(port, problem)).toMatchObject({ status: 'optimal', objective: 0 })
      expect(await relaxedOnce(port, problem)).toMatchObject({
        status: 'optimal',
        objective: 0,
        rowPrices: new Float64Array(problem.rows.length),
      })
    }
    expect(await solvedOnce(port, { columns: [binary], rows: [] })).toMatchObject({
      status: 'optimal',
      objective: -1,
    })
  })

  it('with an empty row have a solution when nothing is enough', async () => {
    for (const columns of [[], [binary]]) {
      const of = (lower: number, upper: number) => ({
        columns,
        rows: [{ lower, upper, ...nothing }],
      })
      expect((await solvedOnce(port, of(0, 0))).status).toBe('optimal')
      expect((await relaxedOnce(port, of(-1, INFINITE))).status).toBe('optimal')
      expect((await solvedOnce(port, of(1, 2))).status).toBe('infeasible')
      expect((await relaxedOnce(port, of(-INFINITE, -1))).status).toBe('infeasible')
    }
  })

  it('with limits that leave no room have no solution until they are moved again', async () => {
    const opened = await port.open({
      columns: [binary],
      rows: [{ lower: 0, upper: 1, columns: [0], values: [1] }],
    })
    expect((await opened.relaxed(LIMITS)).status).toBe('optimal')
    await opened.changeRow(0, 2, 1)
    expect((await opened.relaxed(LIMITS)).status).toBe('infeasible')
    expect((await opened.solved(LIMITS, null, UNTOLD)).status).toBe('infeasible')
    await opened.changeRow(0, 0, 1)
    await opened.changeColumn(0, 1, 0)
    expect((await opened.relaxed(LIMITS)).status).toBe('infeasible')
    await opened.changeColumn(0, 1, 1)
    expect(await opened.relaxed(LIMITS)).toMatchObject({ status: 'optimal', objective: -1 })
    expect(await opened.solved(LIMITS, null, UNTOLD)).toMatchObject({ objective: -1, bound: -1 })
    await opened.close()
  })

  it('add up what a row says twice of a column', async () => {
    const rows = [{ lower: -INFINITE, upper: 3, columns: [0, 0], values: [1, 1] }]
    const columns = [{ ...binary, upper: 9 }]
    expect(await solvedOnce(port, { columns, rows })).toMatchObject({ objective: -1 })
    expect(await relaxedOnce(port, { columns, rows })).toMatchObject({ objective: -1.5 })
  })

  it('of real numbers alone are solved too, with open sides', async () => {
    const columns = [{ cost: 2, ...free, integer: false }]
    const rows = [{ lower: 1.5, upper: INFINITE, columns: [0], values: [1] }]
    const answer = await solvedOnce(port, { columns, rows })
    expect(answer).toMatchObject({ status: 'optimal', objective: 3, bound: 3 })
  })

  it('without a least value are refused', async () => {
    const columns = [{ cost: -1, lower: 0, upper: INFINITE, integer: true }]
    await expect(solvedOnce(port, { columns, rows: [] })).rejects.toThrow('no least value')
    await expect(relaxedOnce(port, { columns, rows: [] })).rejects.toThrow('no least value')
  })

  it('that break the contract are refused where they do', async () => {
    const row = (columns: number[], values: number[]) => ({ lower: 0, upper: 1, columns, values })
    const open = (column: object, rows = [row([0], [1])]) =>
      port.open({ columns: [{ ...binary, ...column }], rows })
    await expect(open({ cost: Number.NaN })).rejects.toThrow('column 0 has the cost NaN')
    await expect(open({ lower: INFINITE })).rejects.toThrow('column 0 lies between')
    await expect(open({}, [row([1], [1])])).rejects.toThrow('row 0 names the column 1 of 1')
    await expect(open({}, [row([0], [])])).rejects.toThrow('1 columns and 0 values')
    await expect(open({}, [row([0], [Number.NaN])])).rejects.toThrow('row 0 has the value NaN')
    const opened = await open({})
    await expect(opened.changeRow(1, 0, 1)).rejects.toThrow('no row 1 among 1')
    await expect(opened.changeColumn(0, Number.NaN, 1)).rejects.toThrow('column 0 lies between')
    const start = new Float64Array(2)
    await expect(opened.solved(LIMITS, start, UNTOLD)).rejects.toThrow('numbers for 1 columns')
    await opened.close()
    await expect(opened.relaxed(LIMITS)).rejects.toThrow('closed')
  })
})
