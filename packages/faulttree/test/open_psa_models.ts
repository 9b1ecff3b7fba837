import fc from 'fast-check'
import type { Formula, Model } from '../src/model.ts'

export const event = (id: string): Formula => ({ op: 'event', id })
export const gate = (id: string): Formula => ({ op: 'gate', id })

/** Formulas with every connective over so many references; none is deeper than four. */
function formulas(references: readonly Formula[], depth = 4): fc.Arbitrary<Formula> {
  const leaf: fc.Arbitrary<Formula> = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...references) },
    fc.boolean().map((value): Formula => ({ op: 'constant', value })),
  )
  if (depth === 0) return leaf
  const inner = formulas(references, depth - 1)
  const args = fc.array(inner, { maxLength: 4 })
  const few = fc.integer({ min: 0, max: 5 })
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('and', 'or', 'xor'), args)
        .map(([op, list]): Formula => ({ op, args: list })),
    },
    inner.map((one): Formula => ({ op: 'not', args: [one] })),
    fc
      .tuple(fc.constantFrom('imply', 'iff'), fc.tuple(inner, inner))
      .map(([op, pair]): Formula => ({ op, args: pair })),
    fc.tuple(few, args).map(([k, list]): Formula => ({ op: 'at-least', k, args: list })),
    fc
      .tuple(few, few, args)
      .map(([min, max, list]): Formula => ({ op: 'cardinality', min, max, args: list })),
  )
}

const share = fc.double({ min: 0, max: 1, noNaN: true })

export const interval = fc.tuple(share, share).map(([a, b]) => {
  return [Math.min(a, b), Math.max(a, b)] as const
})

/** Models of up to five events and four gates, each over those before it. */
export function formulaModels(ids: readonly string[]): fc.Arbitrary<Model> {
  const names = fc.shuffledSubarray([...ids], { minLength: 4, maxLength: 5 })
  const intervals = fc.array(interval, { minLength: 5, maxLength: 5 })
  return fc.tuple(names, names, intervals).chain(([events, five, bounds]) => {
    const gates = five.slice(0, 4)
    const bodies = gates.map((_, i) => {
      return formulas([...events.map(event), ...gates.slice(0, i).map(gate)])
    })
    return fc.tuple(...bodies).map((list): Model => {
      return {
        events: new Map(events.map((id, i) => [id, { id, probability: bounds[i]! }])),
        gates: new Map(gates.map((id, i) => [id, list[i]!])),
      }
    })
  })
}
