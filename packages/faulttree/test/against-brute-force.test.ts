import type { Interval } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkModel, compile, type Formula, type Model, type Outcome } from '../src/index.ts'
import * as brute from './brute-force.ts'
import { gate, interval, randomModel, randomModelOf } from './models.ts'

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
        expectClose(value(compiled.dependentProbability(top))!, low, high)
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
        value(compiled.dependentProbability(top, overrides))!,
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

const anyModel = randomModelOf('any')

/** The same model with each event at one end of its probability. */
function atEnd(model: Model, end: 0 | 1): Model {
  const events = [...model.events].map(([id, { probability }]) => {
    const p = probability[end]
    return [id, { id, probability: [p, p] as Interval }] as const
  })
  return { ...model, events: new Map(events) }
}

test('with negations too the probability is the sum over all assignments', () => {
  fc.assert(
    fc.property(anyModel, (random) => {
      const model = atEnd(random, 0)
      const compiled = compile(model)
      const p = brute.lowEnd(modelProbabilities(model))
      for (const top of tops(model)) {
        const expected = brute.probability(model, top, p)
        expectClose(value(compiled.probability(top)), expected, expected)
      }
    }),
    RUNS_OF_ORDER,
  )
})

test('with negations an interval holds the probabilities of all choices within it', () => {
  fc.assert(
    fc.property(anyModel, fc.infiniteStream(fc.boolean()), (model, ends) => {
      const p = modelProbabilities(model)
      const chosen = new Map([...p].map(([id, ab]) => [id, ends.next().value ? ab[0] : ab[1]]))
      const compiled = compile(model)
      for (const top of tops(model)) {
        const expected = brute.probability(model, top, (id) => chosen.get(id)!)
        const [low, high] = value(compiled.probability(top))
        expect(low).toBeLessThanOrEqual(expected + 1e-12)
        expect(high).toBeGreaterThanOrEqual(expected - 1e-12)
      }
    }),
    RUNS,
  )
})

test('with negations the ends are exact while few events have intervals', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const open = [...model.events.values()].filter(({ probability: [a, b] }) => a < b)
      if (open.length > 5) return
      const compiled = compile(model)
      const top = tops(model).at(-1)!
      const p = modelProbabilities(model)
      const values = Array.from({ length: 2 ** open.length }, (_, ends) => {
        const at = new Map(
          open.map(({ id, probability }, i) => [id, probability[(ends >> i) & 1]!]),
        )
        return brute.probability(model, top, (id) => at.get(id) ?? p.get(id)![0])
      })
      const [low, high] = [Math.min(...values), Math.max(...values)]
      expectClose(value(compiled.probability(top)), low, high)
    }),
    RUNS,
  )
})

test('with negations cut sets are the least sets that cause the top by themselves', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const compiled = compile(model)
      for (const top of tops(model)) {
        const expected = sorted(model, brute.minimalCutSets(model, top))
        const { sets, total } = value(compiled.minimalCutSets(top))
        expect(sets).toEqual(expected)
        expect(total).toBe(BigInt(expected.length))
      }
    }),
    RUNS_OF_ORDER,
  )
})

test('a top is called coherent only if more events never prevent it', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const compiled = compile(model)
      for (const top of tops(model)) {
        if (!value(compiled.isCoherent(top))) continue
        const all = brute.cutSets(model, top)
        const known = new Set(all.map((set) => set.join(' ')))
        for (const set of all) {
          for (const id of model.events.keys()) {
            expect(known.has([...new Set([...set, id])].sort().join(' '))).toBe(true)
          }
        }
      }
    }),
    RUNS,
  )
})

test('importance is what the probability does when one event changes', () => {
  fc.assert(
    fc.property(anyModel, (random) => {
      const model = atEnd(random, 1)
      const compiled = compile(model)
      const p = modelProbabilities(model)
      const top = tops(model).at(-1)!
      const { probability, byEvent } = value(compiled.importance(top))
      expect(probability).toBeCloseTo(brute.probability(model, top, brute.lowEnd(p)), 12)
      for (const id of model.events.keys()) {
        const at = (q: number): number =>
          brute.probability(model, top, (other) => (other === id ? q : p.get(other)![0]))
        const found = byEvent.get(id)
        expect(found?.birnbaum ?? 0).toBeCloseTo(at(1) - at(0), 12)
        if (found === undefined || probability < 1e-9) continue
        expect(found.criticality).toBeCloseTo((p.get(id)![0] * (at(1) - at(0))) / probability, 9)
        expect(found.diagnostic).toBeCloseTo((p.get(id)![0] * at(1)) / probability, 9)
        expect(found.riskAchievement).toBeCloseTo(at(1) / probability, 9)
        if (at(0) > 1e-9) expect(found.riskReduction).toBeCloseTo(probability / at(0), 9)
      }
    }),
    RUNS,
  )
})

test('a walk meets each minimal cut set once', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const compiled = compile(model)
      for (const top of tops(model)) {
        const walked = [...value(compiled.walkCutSets(top))].map((set) => [...set].sort().join(' '))
        const listed = value(compiled.minimalCutSets(top)).sets.map((set) => set.join(' '))
        expect(walked.sort()).toEqual(listed.sort())
      }
    }),
    RUNS,
  )
})

test('the likeliest come first when they are asked for', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const compiled = compile(model)
      const top = tops(model).at(-1)!
      const { sets } = value(compiled.minimalCutSets(top, { first: 'likeliest' }))
      const high = (id: string): number => model.events.get(id)!.probability[1]
      const product = (set: readonly string[]): number => set.reduce((p, id) => p * high(id), 1)
      const products = sets.map(product)
      expect(products).toEqual([...products].sort((a, b) => b - a))
      expect(new Set(sets.map((set) => set.join(' '))).size).toBe(sets.length)
      expect(BigInt(sets.length)).toBe(value(compiled.minimalCutSets(top)).total)
    }),
    RUNS,
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

test('what a small limit allows is right, whatever was asked before', () => {
  fc.assert(
    fc.property(randomModel, fc.nat({ max: 30 }), (model, nodes_max) => {
      const limited = compile(model, { nodes_max })
      const free = compile(model)
      for (const top of [...tops(model), ...tops(model).reverse()]) {
        const probability = limited.probability(top)
        const exact = value(free.probability(top))
        if (probability.ok) {
          expectClose(probability.value, ...exact)
        } else {
          expect(probability).toMatchObject({ ok: false, reason: 'nodes', nodes_max })
          expect(probability.bounds[0]).toBeLessThanOrEqual(exact[0] + 1e-15)
          expect(probability.bounds[1]).toBeGreaterThanOrEqual(exact[1] - 1e-15)
        }
        const sets = limited.minimalCutSets(top)
        if (sets.ok) expect(sets.value).toEqual(value(free.minimalCutSets(top)))
        else expect(sets).toEqual({ ok: false, reason: 'nodes', nodes_max })
      }
    }),
    RUNS,
  )
})
