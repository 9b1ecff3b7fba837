import type { Interval } from '@holdfast/kernel'
import fc from 'fast-check'
import type { BasicEvent, Formula, Model } from '../src/index.ts'

export const event = (id: string): Formula => ({ op: 'event', id })
export const gate = (id: string): Formula => ({ op: 'gate', id })
export const and = (...args: Formula[]): Formula => ({ op: 'and', args })
export const or = (...args: Formula[]): Formula => ({ op: 'or', args })
export const atLeast = (k: number, ...args: Formula[]): Formula => ({ op: 'at-least', k, args })

/** A model of events with point probabilities and of gates. */
export function model(
  probabilities: Readonly<Record<string, number>>,
  gates: Readonly<Record<string, Formula>>,
): Model {
  const events = Object.entries(probabilities).map(([id, p]): [string, BasicEvent] => [
    id,
    { id, probability: [p, p] },
  ])
  return { events: new Map(events), gates: new Map(Object.entries(gates)) }
}

/** Probabilities whose products are exact in binary, with both extremes. */
const binaryProbability = fc.constantFrom(0, 0.125, 0.25, 0.5, 0.5, 1)

const binaryInterval: fc.Arbitrary<Interval> = fc
  .tuple(binaryProbability, binaryProbability)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)])

export const interval: fc.Arbitrary<Interval> = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)])

// Ids whose order as strings is not the order in which they are declared.
const EVENT_IDS = ['e9', 'e10', 'b', 'A', 'e1', 'z', 'e2', 'c', 'B', 'a']

/** Which formulas a model may hold. */
export type Kind = 'coherent' | 'any'

function formula(leaf: fc.Arbitrary<Formula>, kind: Kind): fc.Arbitrary<Formula> {
  const args = fc.array(leaf, { maxLength: 5 })
  const junction = fc
    .tuple(fc.constantFrom('and' as const, 'or' as const), args)
    .map(([op, list]): Formula => ({ op, args: list }))
  // Some arguments are repeated, so that they weigh more.
  const threshold = fc
    .tuple(fc.nat({ max: 7 }), args, fc.array(fc.nat({ max: 4 }), { maxLength: 5 }))
    .map(([k, list, again]): Formula => {
      const repeated = again.flatMap((i) => list[i] ?? [])
      return { op: 'at-least', k, args: [...list, ...repeated] }
    })
  if (kind === 'coherent') return fc.oneof(junction, threshold, threshold)
  const negation = leaf.map((arg): Formula => ({ op: 'not', args: [arg] }))
  const parity = args.map((list): Formula => ({ op: 'xor', args: list }))
  const pair = fc
    .tuple(fc.constantFrom('imply' as const, 'iff' as const), leaf, leaf)
    .map(([op, a, b]): Formula => ({ op, args: [a, b] }))
  const cardinality = fc
    .tuple(fc.nat({ max: 4 }), fc.nat({ max: 6 }), args)
    .map(([min, max, list]): Formula => ({ op: 'cardinality', min, max, args: list }))
  return fc.oneof(junction, junction, threshold, negation, parity, pair, cardinality)
}

/** Small models whose gates share gates, without negations. */
export const randomModel: fc.Arbitrary<Model> = randomModelOf('coherent')

/** Small models whose gates share gates. */
export function randomModelOf(kind: Kind): fc.Arbitrary<Model> {
  return fc
    .record({
      eventCount: fc.integer({ min: 1, max: EVENT_IDS.length }),
      gateCount: fc.integer({ min: 1, max: 7 }),
      probabilities: fc.array(binaryInterval, { minLength: 10, maxLength: 10 }),
    })
    .chain(({ eventCount, gateCount, probabilities }) => {
      const ids = EVENT_IDS.slice(0, eventCount)
      const gates = Array.from({ length: gateCount }, (_, i) => {
        const events = fc.constantFrom(...ids.map(event))
        const constants = fc.boolean().map((value): Formula => ({ op: 'constant', value }))
        const leaves = [
          { weight: 8, arbitrary: events },
          { weight: 1, arbitrary: constants },
          { weight: i === 0 ? 0 : 7, arbitrary: fc.nat({ max: Math.max(0, i - 1) }).map(nthGate) },
        ]
        const leaf = fc.oneof(...leaves)
        return formula(
          fc.oneof({ weight: 5, arbitrary: leaf }, { weight: 2, arbitrary: formula(leaf, kind) }),
          kind,
        )
      })
      return fc.tuple(...gates).map(
        (formulas): Model => ({
          events: new Map(ids.map((id, i) => [id, { id, probability: probabilities[i]! }])),
          gates: new Map(formulas.map((definition, i) => [`g${i}`, definition])),
        }),
      )
    })
}

function nthGate(i: number): Formula {
  return gate(`g${i}`)
}
