import type { Interval } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkModel, compile, type Formula, type Model, type Outcome } from '../src/index.ts'
import * as brute from './brute-force.ts'
import { gate, interval, randomModel } from './models.ts'

const RUNS = { numRuns: 300 }
/** The order of the list has more cases than its contents. */
const RUNS_OF_ORDER = { numRuns: 1_000 }

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error('the node limit was reached')
  return outcome.value
}

/** Every gate of a model as a top; one compiled model answers for all. */
function tops(model: Model): Formula[] {
  return [...model.gates.keys()].map(gate)
}

function modelProbabilities(model: Model): Map<string, Interval> {
  return new Map([...model.events].map(([id, { probability }]) => [id, probability]))
}

function expectClose(actual: Interval, low: number, high: number): void {
  expect(actual[0]).toBeCloseTo(low, 12)
  expect(actual[1]).toBeCloseTo(high, 12)
}

test('generated models have no faults', () => {
  fc.assert(
    fc.property(randomModel, (model) => {
      expect(checkModel(model)).toEqual([])
    }),
    RUNS,
  )
})

test('the probability is the sum over all assignments', () => {
  fc.assert(
    fc.property(randomModel, (model) => {
      const compiled = compile(model)
      const p = modelProbabilities(model)
      for (const top of tops(model)) {
        const low = brute.probability(model, top, brute.lowEnd(p))
        const high = brute.probability(model, top, brute.highEnd(p))
        expectClose(value(compiled.probability(top)), low, high)
      }
    }),
    RUNS,
  )
})

test('the dependent probability is the measure of the common number that causes the top', () => {
  fc.assert(
    fc.property(randomModel, (model) => {
      const compiled = compile(model)
      const p = modelProbabilities(model)
      for (const top of tops(model)) {
        const low = brute.dependentProbability(model, top, brute.lowEnd(p))
        const high = brute.dependentProbability(model, top, brute.highEnd(p))
        expectClose(value(compiled.dependentProbability(top)), low, high)
      }
    }),
    RUNS,
  )
})

test('overridden probabilities hold for one question', () => {
  const overridden = fc.dictionary(fc.constantFrom('e9', 'e10', 'b', 'none such'), interval)
  fc.assert(
    fc.property(randomModel, overridden, (model, record) => {
      const compiled = compile(model)
      const overrides = new Map(Object.entries(record))
      const p = new Map([...modelProbabilities(model), ...overrides])
      const top = tops(model).at(-1)!
      const before = value(compiled.probability(top))
      const [low, high] = [brute.lowEnd(p), brute.highEnd(p)]
      expectClose(
        value(compiled.probability(top, overrides)),
        brute.probability(model, top, low),
        brute.probability(model, top, high),
      )
      expectClose(
        value(compiled.dependentProbability(top, overrides)),
        brute.dependentProbability(model, top, low),
        brute.dependentProbability(model, top, high),
      )
      expect(value(compiled.probability(top))).toEqual(before)
    }),
    RUNS,
  )
})

/** By order, impossible events, product of the other high probabilities (exact), then ids. */
function sorted(model: Model, sets: readonly string[][]): string[][] {
  const high = (id: string): number => model.events.get(id)!.probability[1]
  const zeros = (set: readonly string[]): number => set.filter((id) => high(id) === 0).length
  const product = (set: readonly string[]): number =>
    set.reduce((result, id) => result * (high(id) || 1), 1)
  const byIds = (a: readonly string[], b: readonly string[]): number => {
    const i = a.findIndex((id, at) => id !== b[at])
    return i < 0 ? 0 : a[i]! < b[i]! ? -1 : 1
  }
  return [...sets].sort(
    (a, b) => a.length - b.length || zeros(a) - zeros(b) || product(b) - product(a) || byIds(a, b),
  )
}

test('minimal cut sets are all of them, in their order', () => {
  fc.assert(
    fc.property(randomModel, (model) => {
      const compiled = compile(model)
      for (const top of tops(model)) {
        const expected = sorted(model, brute.minimalCutSets(model, top))
        const actual = value(compiled.minimalCutSets(top))
        expect(actual.sets).toEqual(expected)
        expect(actual.total).toBe(BigInt(expected.length))
        expect(actual.complete).toBe(true)
        const orders = [...new Set(expected.map((set) => set.length))]
        const counts = orders.map((order) => expected.filter((set) => set.length === order).length)
        expect([...actual.byOrder]).toEqual(orders.map((order, i) => [order, BigInt(counts[i]!)]))
      }
    }),
    RUNS_OF_ORDER,
  )
})

test('a shorter list is the beginning of the whole list, with the whole count', () => {
  const most = fc.option(fc.nat({ max: 6 }), { nil: undefined })
  fc.assert(
    fc.property(randomModel, most, most, (model, order_max, sets_max) => {
      const compiled = compile(model)
      const top = tops(model).at(-1)!
      const all = value(compiled.minimalCutSets(top))
      const some = value(
        compiled.minimalCutSets(top, {
          ...(order_max === undefined ? {} : { order_max }),
          ...(sets_max === undefined ? {} : { sets_max }),
        }),
      )
      const kept = all.sets.filter((set) => set.length <= (order_max ?? 10)).slice(0, sets_max)
      expect(some.sets).toEqual(kept)
      expect(some.complete).toBe(kept.length === all.sets.length)
      expect([some.total, some.byOrder]).toEqual([all.total, all.byOrder])
      expect(value(compiled.smallestCutSets(top, 2)).sets).toEqual(all.sets.slice(0, 2))
    }),
    RUNS,
  )
})

test('a top holds when its formula is true', () => {
  const ids = fc.uniqueArray(fc.constantFrom('e9', 'e10', 'b', 'A', 'e1', 'z', 'none such'))
  fc.assert(
    fc.property(randomModel, ids, (model, occurred) => {
      const compiled = compile(model)
      const set = new Set(occurred)
      for (const [id, formula] of model.gates) {
        expect(compiled.holds(id, set)).toBe(brute.truth(model, formula, set))
        expect(compiled.holds(formula, set)).toBe(brute.truth(model, formula, set))
      }
    }),
    RUNS,
  )
})

test('what a small limit allows is right, and what it forbids depends on no other question', () => {
  fc.assert(
    fc.property(randomModel, fc.nat({ max: 30 }), (model, nodes_max) => {
      const shared = compile(model, { nodes_max })
      for (const top of [...tops(model), ...tops(model).reverse()]) {
        const alone = compile(model, { nodes_max })
        expect(shared.probability(top)).toEqual(alone.probability(top))
        const fresh = compile(model, { nodes_max })
        const outcome = fresh.minimalCutSets(top)
        expect(shared.minimalCutSets(top)).toEqual(outcome)
        if (outcome.ok) expect(outcome.value).toEqual(value(compile(model).minimalCutSets(top)))
        else expect(outcome).toEqual({ ok: false, reason: 'nodes', nodes_max })
      }
    }),
    RUNS,
  )
})
