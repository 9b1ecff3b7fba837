/** Days, likelihoods and cut sets against brute force over all sets of decisions. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likelihood, stoppedBy, timelines } from './engine.ts'
import { Oracle } from './oracle.ts'
import { randomCase } from './random_dossier.ts'

const RUNS = { numRuns: 400 }

test('a function stops on the days of the contract', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const oracle = new Oracle(one.dossier, one.endings)
      const { certain, possible } = timelines(one)
      for (const id of one.dossier.functions.keys()) {
        expect(certain.functionStops(id)).toBe(oracle.certain(id))
        expect(possible.functionStops(id)).toBe(oracle.possible(id))
      }
    }),
    { numRuns: 2_000 },
  )
})

test('probabilities and losses are the sums over all worlds, at both ends', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const { dossier, endings, horizon } = one
      const oracle = new Oracle(dossier, endings)
      const functions = [...dossier.functions.values()]
      for (const [end, side] of [
        ['early', 'earliest'],
        ['late', 'latest'],
      ] as const) {
        const asked = likelihood(one, end)
        const figures = asked.of(functions)
        for (const { id } of functions) {
          const { probability, dependent, loss } = figures.get(id)!
          expect(probability).toBeCloseTo(oracle.probability(id, horizon.end, side), 9)
          expect(dependent).toBeCloseTo(oracle.dependent(id, horizon.end, side), 9)
          expect(loss).toBeCloseTo(oracle.loss(id, horizon.start, horizon.end, side), 7)
        }
        expect(asked.problems).toEqual([])
      }
    }),
    RUNS,
  )
})

test('minimal cut sets are the smallest sets of decisions that stop the function', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const { dossier, endings, horizon } = one
      const oracle = new Oracle(dossier, endings)
      const { tops, compiled } = stoppedBy(one, horizon.end)
      for (const [id, top] of tops) {
        const answer = compiled.minimalCutSets(top)
        if (!answer.ok) throw new Error('the limit was reached')
        const found = answer.value.sets.map((set) => set.join(' ')).sort()
        const expected = oracle.minimalCutSets(id, horizon.end).map((set) => set.join(' '))
        expect(found).toEqual(expected.sort())
      }
    }),
    RUNS,
  )
})

test('the model says stopped exactly from the day of the timeline on', () => {
  fc.assert(
    fc.property(randomCase, fc.integer({ min: -5, max: 120 }), (one, day) => {
      const { possible } = timelines(one)
      const { tops, compiled, events } = stoppedBy(one, day)
      for (const [id, top] of tops) {
        const stopped = top.op === 'constant' ? top.value : compiled.holds(top, events)
        expect(stopped).toBe(possible.functionStops(id) <= day)
      }
    }),
    { numRuns: 1_500 },
  )
})
