import { expect, test } from 'vitest'
import { compile, type Formula, type Model } from '../src/index.ts'
import { and, atLeast, event, gate, model, or } from './models.ts'

const LENGTH = 10_000

/** A chain of gates, each over its own event and the next gate. */
function chain(link: (own: Formula, rest: Formula, i: number) => Formula): Model {
  const gates: Record<string, Formula> = { [`g${LENGTH - 1}`]: event(`e${LENGTH - 1}`) }
  const probabilities: Record<string, number> = {}
  for (let i = 0; i < LENGTH; i += 1) probabilities[`e${i}`] = 0.5
  for (let i = 0; i < LENGTH - 1; i += 1)
    gates[`g${i}`] = link(event(`e${i}`), gate(`g${i + 1}`), i)
  return model(probabilities, gates)
}

test('a chain of disjunctions as long as the call stack is deep', () => {
  const compiled = compile(chain((own, rest) => or(rest, own)))
  const cutSets = compiled.minimalCutSets('g0', { sets_max: 2 })
  expect(cutSets.ok && cutSets.value.byOrder).toEqual(new Map([[1, BigInt(LENGTH)]]))
  expect(cutSets.ok && cutSets.value.sets).toEqual([['e0'], ['e1']])
  expect(compiled.probability('g0')).toMatchObject({ ok: true, value: [1, 1] })
  expect(compiled.holds('g0', new Set([`e${LENGTH - 1}`]))).toBe(true)
})

test('a chain of conjunctions', () => {
  const compiled = compile(chain((own, rest) => and(own, rest)))
  const cutSets = compiled.minimalCutSets('g0')
  expect(cutSets.ok && cutSets.value.sets.map((set) => set.length)).toEqual([LENGTH])
  const dependent = compiled.dependentProbability('g0')
  expect(dependent).toMatchObject({ ok: true, value: [0.5, 0.5] })
})

test('a chain of both has sets of every order', () => {
  const compiled = compile(chain((own, rest, i) => (i % 2 === 0 ? or(own, rest) : and(own, rest))))
  const cutSets = compiled.minimalCutSets('g0', { sets_max: 3 })
  expect(cutSets.ok && cutSets.value.total).toBe(BigInt(LENGTH / 2 + 1))
  expect(cutSets.ok && cutSets.value.sets).toEqual([['e0'], ['e1', 'e2'], ['e1', 'e3', 'e4']])
  const probability = compiled.probability('g0')
  expect(probability.ok && probability.value[0]).toBeCloseTo(2 / 3, 12)
})

test('a formula without gates may be as deep', () => {
  let formula = event('a')
  for (let i = 0; i < LENGTH; i += 1) formula = i % 2 === 0 ? or(formula) : and(formula, event('b'))
  const compiled = compile(model({ a: 0.5, b: 0.5 }, {}))
  expect(compiled.probability(formula)).toEqual({ ok: true, value: [0.25, 0.25], nodes: 2 })
})

test('more sets than a number can count are counted, and a few of them listed', () => {
  const probabilities: Record<string, number> = {}
  const rows = Array.from({ length: 40 }, (_, i) => {
    const ids = ['x', 'y', 'z'].map((letter) => `${letter}${i}`)
    for (const id of ids) probabilities[id] = 0.5
    return or(...ids.map(event))
  })
  const cutSets = compile(model(probabilities, { top: and(...rows) })).smallestCutSets('top', 3)
  expect(cutSets.ok && cutSets.value.total).toBe(3n ** 40n)
  expect(cutSets.ok && cutSets.value.complete).toBe(false)
  const listed = cutSets.ok ? cutSets.value.sets.map((set) => set.join(' ')) : []
  // All are equally likely: the first three by their ids differ in the last id that is sorted.
  const x = Array.from({ length: 40 }, (_, i) => `x${i}`).sort()
  const rest = x.slice(0, -1)
  expect(listed).toEqual([x, [...rest, 'y9'], [...rest, 'z9']].map((set) => set.join(' ')))
})

test('half of sixty', () => {
  const ids = Array.from({ length: 60 }, (_, i) => `e${i}`)
  const probabilities = Object.fromEntries(ids.map((id) => [id, 0.5]))
  const compiled = compile(model(probabilities, { top: atLeast(30, ...ids.map(event)) }))
  const cutSets = compiled.minimalCutSets('top', { order_max: 29 })
  expect(cutSets.ok && cutSets.value).toEqual({
    sets: [],
    total: 118264581564861424n,
    byOrder: new Map([[30, 118264581564861424n]]),
    complete: false,
  })
  const probability = compiled.probability('top')
  const half = 0.5 + Number(118264581564861424n) / 2 ** 61
  expect(probability.ok && probability.value[0]).toBeCloseTo(half, 12)
})

test('a question beyond the node limit has that for an answer, and spoils no other', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `e${i}`)
  const probabilities = Object.fromEntries(ids.map((id) => [id, 0.5]))
  const gates = { large: atLeast(20, ...ids.map(event)), small: or(event('e0'), event('e39')) }
  const compiled = compile(model(probabilities, gates), { nodes_max: 100 })
  const refused = { ok: false, reason: 'nodes', nodes_max: 100 }
  expect(compiled.probability('large')).toMatchObject(refused)
  expect(compiled.probability('small')).toEqual({ ok: true, value: [0.75, 0.75], nodes: 2 })
  expect(compiled.minimalCutSets('large')).toEqual(refused)
  expect(compiled.dependentProbability('large')).toEqual(refused)
  expect(compiled.holds('large', new Set(ids))).toBe(true)
  expect(compiled.smallestCutSets('small', 9)).toMatchObject({ ok: true, value: { total: 2n } })
})

test('the limit is the nodes that are held', () => {
  const top = atLeast(2, event('a'), event('b'), event('c'))
  const two = model({ a: 0.5, b: 0.5, c: 0.5 }, { top })
  const within = (nodes_max: number): unknown => compile(two, { nodes_max }).probability('top')
  // The three events and the four decisions; of these one is an event.
  expect(within(7)).toMatchObject({ ok: true, nodes: 4 })
  expect(within(3)).toMatchObject({ ok: false, reason: 'nodes' })
})

test('what made room for another question is found anew', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(event) as [Formula, Formula, Formula, Formula]
  const gates = { first: or(a, b), large: atLeast(2, a, b, c, d), second: and(a, b) }
  const compiled = compile(model({ a: 0.5, b: 0.5, c: 0.5, d: 0.5 }, gates), { nodes_max: 6 })
  const sets = (top: string): unknown => {
    const outcome = compiled.minimalCutSets(top)
    return outcome.ok ? outcome.value.sets : outcome.reason
  }
  expect(sets('first')).toEqual([['a'], ['b']])
  expect(sets('large')).toBe('nodes')
  expect(sets('second')).toEqual([['a', 'b']])
})
