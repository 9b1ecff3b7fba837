/** Where figures are bounds: causes of unlike members, stops that may fall on many days. */
import type { Dossier } from '@holdfast/dossier'
import { expect, test } from 'vitest'
import type { Withdrawal } from '../src/withdrawal.ts'
import { figures } from './engine.ts'
import { Oracle } from './oracle.ts'
import { PLACE, serviceNamed, smallDossier, withdrawal } from './random_dossier.ts'

const HORIZON = { start: 0, end: 365 }

/** The figures of the one function. */
function figuresOf(
  dossier: Dossier,
  withdrawals: ReadonlyMap<string, Withdrawal>,
  end: 'early' | 'late',
) {
  return figures({ dossier, withdrawals, endings: new Map(), horizon: HORIZON }, end).get('f')!
}

function decides(id: string, cause: string | null, p: readonly [number, number], day = 10) {
  const may = { earliest: day, latest: day, interval: p }
  return [id, withdrawal(id, cause, { must: null, may })] as const
}

function item(id: string) {
  return { kind: 'item' as const, id, buffer: null, place: PLACE }
}

test('one who never follows a cause leaves the likelihood of the others as it is', () => {
  const dossier = smallDossier([serviceNamed('a', 'storm'), serviceNamed('b', 'storm')], item('a'))
  const withdrawals = new Map<string, Withdrawal>([
    decides('a', 'storm', [0.3, 0.4]),
    decides('b', 'storm', [0, 0]),
  ])
  expect(figuresOf(dossier, withdrawals, 'late').probability).toBeCloseTo(0.3, 12)
})

test('a shared cause is one decision: what names it twice is not less likely for that', () => {
  const both = { kind: 'any' as const, of: [item('a'), item('b')], buffer: null, place: PLACE }
  const dossier = smallDossier([serviceNamed('a', 'storm'), serviceNamed('b', 'storm')], both)
  const withdrawals = new Map<string, Withdrawal>([
    decides('a', 'storm', [0.3, 0.4]),
    decides('b', 'storm', [0.3, 0.4]),
  ])
  expect(figuresOf(dossier, withdrawals, 'early')).toMatchObject({
    probability: 0.4,
    dependent: 0.4,
  })
})

test('with more days than are summed one by one the loss stays between its bounds', () => {
  const services = Array.from({ length: 120 }, (_, index) => serviceNamed(`s${index + 1}`, null))
  const needs = {
    kind: 'all' as const,
    of: services.map(({ id }) => item(id)),
    buffer: null,
    place: PLACE,
  }
  const dossier = smallDossier(services, needs)
  const p = 0.01
  const withdrawals = new Map(
    services.map(({ id }, index) => decides(id, null, [p, p], 1 + index * 3)),
  )
  // Stopped by day d: one at least of those whose day has come.
  let exact = 0
  for (let day = 0; day < HORIZON.end; day += 1) {
    exact += 1 - (1 - p) ** Math.min(120, Math.floor((day + 2) / 3))
  }
  const loss = (end: 'early' | 'late') => figuresOf(dossier, withdrawals, end).loss
  expect(loss('early')).toBeGreaterThanOrEqual(exact - 1e-6)
  expect(loss('late')).toBeLessThanOrEqual(exact + 1e-6)
})

test('the oracle itself: three sources, two needed, one with a stock', () => {
  const stocked = { ...item('a'), buffer: { days: 10, survives: 'refusal' as const } }
  const needs = {
    kind: 'at-least' as const,
    k: 2,
    of: [stocked, item('b'), item('c')],
    buffer: null,
    place: PLACE,
  }
  const dossier = smallDossier(
    ['a', 'b', 'c'].map((id) => serviceNamed(id, null)),
    needs,
  )
  const may = (earliest: number, p: readonly [number, number]) => ({
    must: null,
    may: { earliest, latest: earliest + 5, interval: p },
  })
  const oracle = new Oracle(
    dossier,
    new Map([
      ['a', { ...may(1, [0.1, 0.2]), event: 'A' }],
      ['b', { ...may(2, [0.3, 0.4]), event: 'B' }],
      ['c', { ...may(30, [0.5, 0.6]), event: 'C' }],
    ]),
  )
  // Two of the three must end: A on day 11, B on day 2, C on day 30.
  expect(oracle.possible('f')).toBe(11)
  expect(oracle.certain('f')).toBe(Number.POSITIVE_INFINITY)
  expect(oracle.minimalCutSets('f', 20)).toEqual([['A', 'B']])
  expect(oracle.minimalCutSets('f', 40)).toEqual([
    ['A', 'B'],
    ['A', 'C'],
    ['B', 'C'],
  ])
  expect(oracle.probability('f', 20, 'earliest')).toBeCloseTo(0.2 * 0.4, 12)
  expect(oracle.probability('f', 40, 'earliest')).toBeCloseTo(
    0.2 * 0.4 + 0.2 * 0.6 + 0.4 * 0.6 - 2 * 0.2 * 0.4 * 0.6,
    12,
  )
  expect(oracle.dependent('f', 40, 'latest')).toBeCloseTo(0.3, 12)
  expect(oracle.loss('f', 0, 21, 'earliest')).toBeCloseTo(0.2 * 0.4 * 10, 12)
})
