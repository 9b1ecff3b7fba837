import { ALWAYS_HOLDS, type LossGroup, type MeasureCondition } from '@holdfast/impact'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionHolds } from '../../impact/test/conditions.ts'
import { EvaluatedGroup } from '../src/loss_group.ts'
import type { LossRow } from '../src/loss_table.ts'
import { RowForm } from '../src/underestimate.ts'

const MEASURES = ['a', 'b', 'c', 'd']
const NUMBERS = new Map(MEASURES.map((id, index) => [id, index]))

type Decision = MeasureCondition['decisions'][number]

const VARIABLES = MEASURES.flatMap((measure) =>
  (['done', 'ready'] as const).map((when) => ({ measure, when })),
)

/** Every state of all variables, as the keys of those that are finished. */
const STATES = Array.from({ length: 1 << VARIABLES.length }, (_, bits) => {
  const finished = VARIABLES.filter((_one, at) => (bits >> at) & 1)
  return new Set(finished.map(({ measure, when }) => `${when} ${measure}`))
})

/** Decisions that lead to those before them; what is free is found by trying every state. */
const condition: fc.Arbitrary<MeasureCondition> = fc
  .array(fc.tuple(fc.constantFrom(...VARIABLES), fc.nat(), fc.nat()), { maxLength: 6 })
  .map((drawn): MeasureCondition => {
    const decisions: Decision[] = []
    const target = (number: number): number => (number % (decisions.length + 2)) - 2
    for (const [variable, first, second] of drawn) {
      const [finished, missing] = [target(first), target(second)]
      const implies = (a: number, b: number): boolean =>
        STATES.every((state) => {
          const is = (measure: string, when: string) => state.has(`${when} ${measure}`)
          const holds = (root: number) => conditionHolds({ root, decisions }, is)
          return !holds(a) || holds(b)
        })
      const free = implies(finished, missing)
        ? 'finished'
        : implies(missing, finished)
          ? 'missing'
          : null
      decisions.push({ ...variable, finished, missing, free })
    }
    return { root: decisions.length === 0 ? ALWAYS_HOLDS : decisions.length - 1, decisions }
  })

/** Probabilities that sum to at most 1. */
function shares(count: number): fc.Arbitrary<number[]> {
  return fc
    .array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: count + 1,
      maxLength: count + 1,
    })
    .map((parts) => {
      const sum = parts.reduce((a, b) => a + b, 0)
      return parts.slice(0, count).map((part) => part / sum)
    })
}

const part = fc
  .integer({ min: 1, max: 3 })
  .chain((count) =>
    fc.tuple(shares(count), fc.array(fc.nat(4), { minLength: count, maxLength: count })),
  )
  .map(([chances, conditions]) =>
    chances.map((probability, index) => ({ probability, condition: conditions[index]! })),
  )

const group: fc.Arbitrary<LossGroup> = fc
  .integer({ min: 1, max: 2 })
  .chain((count) =>
    fc.tuple(
      shares(count),
      fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), {
        minLength: count + 1,
        maxLength: count + 1,
      }),
    ),
  )
  .map(([chances, parts]) => {
    const rest = 1 - chances.reduce((a, b) => a + b, 0)
    return [...chances, rest].map((probability, index) => ({ probability, parts: parts[index]! }))
  })

const row = fc
  .tuple(
    fc.array(condition, { minLength: 5, maxLength: 5 }),
    fc.array(group, { minLength: 1, maxLength: 3 }),
  )
  .map(([conditions, groups]): LossRow => {
    const evaluated = groups.map(
      (one, index) => new EvaluatedGroup(index, one, conditions, NUMBERS),
    )
    return {
      function: 0,
      scenario: null,
      readyBy: 0,
      groups: evaluated,
      before: new Float64Array(1),
      measures: [],
    }
  })

/** Every state of the variables of a form. */
function states(count: number): number[][] {
  return Array.from({ length: 1 << count }, (_, bits) =>
    Array.from({ length: count }, (_one, at) => (bits >> at) & 1),
  )
}

/** The probability that a row's function has stopped, group by group. */
function probability(one: LossRow, form: RowForm, state: readonly number[]): number {
  let none = 1
  for (const evaluated of one.groups) {
    const own = evaluated.variables.map(
      ({ measure, isReady }) =>
        state[form.variables.findIndex((v) => v.measure === measure && v.isReady === isReady)]!,
    )
    none *= 1 - evaluated.probability(Uint8Array.from(own))
  }
  return 1 - none
}

describe('a linear function of what is finished', () => {
  it('is nowhere above the probability of stopping', () => {
    fc.assert(
      fc.property(
        row,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (one, point) => {
          const form = new RowForm(one)
          const { constant, factors } = form.below(
            Float64Array.from(form.variables, (_, i) => point[i]!),
          )
          for (const state of states(form.variables.length)) {
            const value = state.reduce((sum, bit, at) => sum + bit * factors[at]!, constant)
            expect(value).toBeLessThanOrEqual(probability(one, form, state) + 1e-9)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is the probability itself where everything is finished or not', () => {
    fc.assert(
      fc.property(row, (one) => {
        const form = new RowForm(one)
        for (const state of states(form.variables.length)) {
          const { constant, factors } = form.below(Float64Array.from(state))
          const value = state.reduce((sum, bit, at) => sum + bit * factors[at]!, constant)
          expect(value).toBeCloseTo(probability(one, form, state), 9)
        }
      }),
      { numRuns: 100 },
    )
  })
})
