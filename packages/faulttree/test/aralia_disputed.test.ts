/** Where two published values disagree: which is right, proved rather than voted on. */
import { describe, expect, test } from 'vitest'
import type { Formula, Model } from '../src/index.ts'
import { compiled, LONG, type Published, pointOf, published, solvedValue } from './aralia_models.ts'
import { and, event, gate, or } from './models.ts'
import { TruthTables } from './truth_tables.ts'

type Sets = readonly (readonly string[])[]

function allSets({ model, top }: Published): Sets {
  return [...solvedValue(compiled(model).walkCutSets(top))]
}

function distinct(sets: Sets): number {
  return new Set(sets.map((set) => [...set].sort().join(' '))).size
}

/** In how many cases the top occurs and none of the sets does; those are given by their least. */
function beyond({ model, top }: Published, sets: Sets): bigint {
  const union = or(...sets.map((set) => and(...set.map(event))))
  const uncaused: Formula = { op: 'not', args: [gate('union')] }
  const gates = new Map([...model.gates, ['union', union]])
  const asked: Model = { events: model.events, gates }
  const { total } = solvedValue(compiled(asked).minimalCutSets(and(gate(top), uncaused)))
  return total
}

/** Whether each set causes the top and no set with one event less does. */
function eachIsLeast({ model, top }: Published, sets: Sets): boolean {
  const engine = compiled(model)
  return sets.every((set) => {
    const occurred = new Set(set)
    if (!engine.holds(top, occurred)) return false
    return set.every((id) => {
      occurred.delete(id)
      const held = engine.holds(top, occurred)
      occurred.add(id)
      return !held
    })
  })
}

describe('das9204: the published probability, 6.07651e-8, is wrong', () => {
  const one = published('das9204')
  const sets = allSets(one)
  const chances = [...one.model.events.values()].flatMap(({ probability }) => probability)

  test('each event has 0.01, and each of the 16,704 cut sets at least 7 events', () => {
    expect(new Set(chances)).toEqual(new Set([0.01]))
    expect([sets.length, distinct(sets)]).toEqual([16_704, 16_704])
    expect(Math.min(...sets.map((set) => set.length))).toBe(7)
  })

  test('the top never occurs without one of them: their sum bounds it from above', LONG, () => {
    expect(eachIsLeast(one, sets)).toBe(true)
    expect(beyond(one, sets)).toBe(0n)
    const sum = sets.reduce((total, set) => total + 0.01 ** set.length, 0)
    expect(sum).toBeLessThan(2.42e-11)
    expect(sum).toBeLessThan(6.07651e-8)
  })

  test('sets of 7 events and their pairs bound it from below: 2.16942e-11 remains', () => {
    const ids = [...one.model.events.keys()]
    const masks = sets
      .filter((set) => set.length === 7)
      .map((set) => set.reduce((mask, id) => mask | (1n << BigInt(ids.indexOf(id))), 0n))
    const halves = masks.map((mask) => [Number(mask & 0xfffffffn), Number(mask >> 28n)] as const)
    let low = masks.length * 0.01 ** 7
    for (const [i, [a, b]] of halves.entries()) {
      for (const [c, d] of halves.slice(0, i)) low -= 0.01 ** (ones(a | c) + ones(b | d))
    }
    const probability = pointOf(compiled(one.model).probability(one.top))
    expect(low).toBeGreaterThan(2e-11)
    expect(probability).toBeGreaterThan(low)
    expect(probability.toPrecision(6)).toBe('2.16942e-11')
  })
})

/** The bits that are set in 28. */
function ones(word: number): number {
  let count = 0
  for (let left = word; left !== 0; left &= left - 1) count += 1
  return count
}

describe('edf9206: the published number, 385,825,320, stops at order 20', () => {
  test('up to 20 events it is that number, of any order 7,159,688,704', () => {
    const { model, top } = published('edf9206')
    const { total, byOrder } = solvedValue(compiled(model).minimalCutSets(top, { sets_max: 0 }))
    const short = [...byOrder].filter(([order]) => order <= 20)
    expect(short.reduce((sum, [, count]) => sum + count, 0n)).toBe(385_825_320n)
    expect(total).toBe(7_159_688_704n)
    expect(Math.max(...byOrder.keys())).toBe(40)
  })
})

describe('jbd9601: the published number, 150,436, is that of isp9607', () => {
  const one = published('jbd9601')
  const sets = allSets(one)

  test('14,007 different sets cause the top, none with one event less', LONG, () => {
    expect([sets.length, distinct(sets)]).toEqual([14_007, 14_007])
    expect(solvedValue(compiled(one.model).isCoherent(one.top))).toBe(true)
    expect(eachIsLeast(one, sets)).toBe(true)
  })

  test('the top never occurs without one of them; without the last of them it does', LONG, () => {
    expect(beyond(one, sets)).toBe(0n)
    expect(beyond(one, sets.slice(0, -1))).toBeGreaterThan(0n)
  })

  test('isp9607 has 150,436', () => {
    const { model, top } = published('isp9607')
    expect(solvedValue(compiled(model).minimalCutSets(top, { sets_max: 0 })).total).toBe(150_436n)
  })
})

describe('das9601, with negations: 4,259 sets, which only SCRAM counted beside', () => {
  const one = published('das9601')
  const sets = allSets(one)

  test('each causes the top alone, and of its parts none does', LONG, () => {
    expect(distinct(sets)).toBe(4_259)
    const wrong = sets.filter((set) => {
      const { minimal } = new TruthTables(one.model, set).answers(one.top)
      return minimal.length !== 1 || minimal[0]!.length !== set.length
    })
    expect(wrong).toEqual([])
  })

  test('the top never occurs without one of them; without the last of them it does', LONG, () => {
    expect(beyond(one, sets)).toBe(0n)
    expect(beyond(one, sets.slice(0, -1))).toBeGreaterThan(0n)
  })
})
