import { expect, test } from 'vitest'
import { compile } from '../src/index.ts'
import { and, atLeast, event, gate, model, or } from './models.ts'

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(event) as [never, never, never, never, never]

test('the bridge network', () => {
  // R. Barlow, F. Proschan, "Statistical Theory of Reliability and Life Testing", 1975: five
  // components that work with p; the system works with 2p^2 + 2p^3 - 5p^4 + 2p^5.
  const top = or(and(a, b), and(d, e), and(a, c, e), and(b, c, d))
  const bridge = compile(model({ a: 0.1, b: 0.1, c: 0.1, d: 0.1, e: 0.1 }, { top }))
  const probability = bridge.probability('top')
  expect(probability.ok && probability.value[0]).toBeCloseTo(1 - 0.97848, 14)
  const cutSets = bridge.minimalCutSets('top')
  expect(cutSets.ok && cutSets.value).toEqual({
    sets: [
      ['a', 'b'],
      ['d', 'e'],
      ['a', 'c', 'e'],
      ['b', 'c', 'd'],
    ],
    total: 4n,
    byOrder: new Map([
      [2, 2n],
      [3, 2n],
    ]),
    complete: true,
  })
})

test('two of three, and what dependence makes of it', () => {
  const voter = compile(model({ a: 0.1, b: 0.2, c: 0.3 }, { top: atLeast(2, a, b, c) }))
  const independent = voter.probability('top')
  expect(independent.ok && independent.value[0]).toBeCloseTo(0.02 + 0.03 + 0.06 - 2 * 0.006, 15)
  // U <= 0.2 causes b and c.
  expect(voter.dependentProbability('top')).toEqual({ ok: true, value: [0.2, 0.2], nodes: 4 })
})

test('a repeated argument weighs more', () => {
  // Shares of 50, 30 and 20 of 100: more than half is lost with a and any other, not with b and c.
  const shares = [...Array(50).fill(a), ...Array(30).fill(b), ...Array(20).fill(c)]
  const loss = compile(model({ a: 0.5, b: 0.5, c: 0.5 }, { top: atLeast(51, ...shares) }))
  const cutSets = loss.minimalCutSets('top')
  expect(cutSets.ok && cutSets.value.sets).toEqual([
    ['a', 'b'],
    ['a', 'c'],
  ])
})

test('constants', () => {
  const constants = compile(model({ a: 0.5 }, { never: or(), always: or(a, and()) }))
  expect(constants.probability('never')).toEqual({ ok: true, value: [0, 0], nodes: 0 })
  expect(constants.dependentProbability('always')).toEqual({ ok: true, value: [1, 1], nodes: 0 })
  const none = constants.minimalCutSets('never')
  expect(none.ok && none.value.total).toBe(0n)
  const empty = constants.minimalCutSets('always')
  expect(empty.ok && [empty.value.sets, empty.value.byOrder]).toEqual([[[]], new Map([[0, 1n]])])
})

test('likelier sets come first, and equally likely ones by their ids', () => {
  // b and c have the product of a and d, in another order of factors.
  const probabilities = { a: 0.1, b: 0.3, c: 0.1, d: 0.3, e: 0.2 }
  const pairs = compile(model(probabilities, { top: atLeast(2, e, d, c, b, a) }))
  const cutSets = pairs.minimalCutSets('top')
  expect(cutSets.ok && cutSets.value.sets.map((set) => set.join(''))).toEqual([
    'bd',
    'be',
    'de',
    'ab',
    'ad',
    'bc',
    'cd',
    'ae',
    'ce',
    'ac',
  ])
})

test('rounding does not rank sets with the same probabilities', () => {
  const orders = [
    [0.1, 0.3, 0.7],
    [0.1, 0.7, 0.3],
    [0.3, 0.1, 0.7],
    [0.3, 0.7, 0.1],
    [0.7, 0.1, 0.3],
    [0.7, 0.3, 0.1],
  ]
  const probabilities: Record<string, number> = {}
  const sets = orders.map((order, row) =>
    order.map((p, i) => {
      probabilities[`${row}${i}`] = p
      return `${row}${i}`
    }),
  )
  const top = or(...sets.map((set) => and(...set.map(event))).reverse())
  const cutSets = compile(model(probabilities, { top })).minimalCutSets('top')
  expect(cutSets.ok && cutSets.value.sets).toEqual(sets)
})

test('sets with an impossible event come last, and are ranked by their other events', () => {
  const probabilities = { a: 0.1, b: 0.3, c: 0, d: 0.01 }
  const top = or(and(c, or(a, b)), and(a, d))
  const cutSets = compile(model(probabilities, { top })).minimalCutSets('top')
  expect(cutSets.ok && cutSets.value.sets.map((set) => set.join(''))).toEqual(['ad', 'bc', 'ac'])
})

test('tops that are equivalent have one answer, however they are written', () => {
  const compiled = compile(model({ a: 0.1, b: 0.2, c: 0.3 }, { g: or(and(a, b), and(a, c)) }))
  const factored = and(a, or(c, b))
  const outcomes = [factored, gate('g')].map((top) => {
    const probability = compiled.probability(top)
    const sets = compiled.minimalCutSets(top)
    return [probability.ok && probability.value[0].toFixed(12), sets.ok && sets.value]
  })
  expect(outcomes[0]).toEqual(outcomes[1])
})
