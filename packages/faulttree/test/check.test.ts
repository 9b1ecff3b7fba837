import { expect, test } from 'vitest'
import { checkModel, compile, type Formula } from '../src/index.ts'
import { and, atLeast, event, gate, model, or } from './models.ts'

test('ids that are not defined', () => {
  const top = or(event('a'), and(event('b'), gate('a')), gate('h'))
  expect(checkModel(model({ a: 0.5 }, { g: top, h: event('a') }))).toEqual([
    { kind: 'unknown-event', gate: 'g', id: 'b' },
    { kind: 'unknown-gate', gate: 'g', id: 'a' },
  ])
})

test('thresholds that are no counts', () => {
  const gates = { g: atLeast(-1), h: or(atLeast(1.5), atLeast(0)), i: atLeast(Number.NaN) }
  expect(checkModel(model({}, gates))).toEqual([
    { kind: 'threshold', gate: 'g', k: -1 },
    { kind: 'threshold', gate: 'h', k: 1.5 },
    { kind: 'threshold', gate: 'i', k: Number.NaN },
  ])
})

test('probabilities that are none, and events under another id', () => {
  const events = new Map([
    ['a', { id: 'a', probability: [0.5, 0.4] as const }],
    ['b', { id: 'c', probability: [0, 1.1] as const }],
    ['d', { id: 'd', probability: [Number.NaN, 1] as const }],
    ['e', { id: 'e', probability: [0, 1] as const }],
  ])
  expect(checkModel({ events, gates: new Map() })).toEqual([
    { kind: 'probability', event: 'a', probability: [0.5, 0.4] },
    { kind: 'event-id', key: 'b', id: 'c' },
    { kind: 'probability', event: 'b', probability: [0, 1.1] },
    { kind: 'probability', event: 'd', probability: [Number.NaN, 1] },
  ])
})

test('cycles are told by their gates', () => {
  const gates = {
    top: or(gate('x'), gate('y')),
    x: and(gate('y'), event('a')),
    y: or(gate('z')),
    z: or(gate('x'), gate('z')),
  }
  expect(checkModel(model({ a: 0.5 }, gates))).toEqual([
    { kind: 'cycle', gates: ['x', 'y', 'z'] },
    { kind: 'cycle', gates: ['z'] },
  ])
  expect(() => compile(model({ a: 0.5 }, gates)).probability('x')).toThrow(
    'gate x depends on itself',
  )
})

test('a chain of gates as long as the call stack is deep', () => {
  const gates: Record<string, Formula> = {}
  for (let i = 0; i < 50_000; i += 1) gates[`g${i}`] = or(gate(`g${i + 1}`))
  expect(checkModel(model({}, { ...gates, g50000: or() }))).toEqual([])
  const faults = checkModel(model({}, { ...gates, g50000: or(gate('g49999')) }))
  expect(faults).toEqual([{ kind: 'cycle', gates: ['g49999', 'g50000'] }])
})
