/** The answers to the Aralia fault trees are those that others found; see `aralia/README.md`. */
import { describe, expect, test } from 'vitest'
import { compile } from '../src/index.ts'
import {
  compiled,
  LONG,
  namesOfFiles,
  pointOf,
  published,
  REFERENCE,
  sharedRows,
  solvedValue,
} from './aralia_models.ts'
import { HAS_SHARED } from './open_psa_truth.ts'

const known = REFERENCE.filter((row) => row.probability !== 'unknown')

test('each model has its row, and 22 of 23 are known', () => {
  expect(REFERENCE.map((row) => row.model).sort()).toEqual(namesOfFiles())
  expect([REFERENCE.length, known.length]).toEqual([23, 22])
})

describe('the probability and the number of minimal cut sets', () => {
  test.each(known)('of $model', LONG, ({ model: name = '', events, probability, ...row }) => {
    const { model, top } = published(name)
    expect(String(model.events.size)).toBe(events)
    const engine = compiled(model)
    const sixDigits = pointOf(engine.probability(top)).toExponential(5)
    expect(sixDigits).toBe(Number(probability).toExponential(5))
    const { total, byOrder } = solvedValue(engine.minimalCutSets(top, { sets_max: 0 }))
    expect(total.toString()).toBe(row['cut-sets'])
    expect([...byOrder.values()].reduce((sum, count) => sum + count, 0n)).toBe(total)
  })
})

describe('the number of minimal cut sets of each order', () => {
  const absent = 'skipped: ../shared/data/faulttree is not there'
  const rows = sharedRows('scram-results.tsv') ?? []
  const counted = rows.filter(({ option, status }) => option === 'bdd-mcs' && status === 'ok')
  const text = `is that of SCRAM, for the 21 models it counts (else ${absent})`

  test.skipIf(!HAS_SHARED)(text, LONG, () => {
    expect(counted).toHaveLength(21)
    for (const { model: name = '', ...row } of counted) {
      const { model, top } = published(name)
      const { byOrder } = solvedValue(compiled(model).minimalCutSets(top, { sets_max: 0 }))
      const last = Math.max(...byOrder.keys())
      const counts = Array.from({ length: last }, (_, i) => byOrder.get(i + 1) ?? 0n)
      expect(counts.join(' '), name).toBe(row['mcs_by_order(1..)'])
    }
  })
})

/**
 * What bounds by this engine with more nodes left open: whatever the probability is, both intervals
 * hold it. No other tool has an exact value; the bounds of Canopy, 9.939e-6 to 2.716e-2, are wider.
 */
const NUS9601: readonly [number, number] = [9.9432e-6, 9.9557e-6]

describe('nus9601, whose probability nobody has published', () => {
  test('a limit on nodes leaves bounds that agree with finer ones', LONG, () => {
    const { model, top } = published('nus9601')
    const engine = compile(model, { nodes_max: 200_000 })
    const outcome = engine.probability(top)
    if (outcome.ok) throw new Error('solved: the reference and this test can be exact now')
    const [low, high] = outcome.bounds
    expect(outcome.reason).toBe('nodes')
    expect(low).toBeLessThanOrEqual(NUS9601[1])
    expect(high).toBeGreaterThanOrEqual(NUS9601[0])
    expect(high / low).toBeLessThan(1.1)
  })
})
