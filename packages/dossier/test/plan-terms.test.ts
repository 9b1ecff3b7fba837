/** What a dossier says for the plan of measures: limits, capacities, weights, strike days. */
import { formatDay, formatMoney, parseDay } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import {
  dossierOf,
  HOLDS,
  INSTITUTION,
  OWN,
  read,
  readTexts,
  told,
  underlined,
} from './dossiers.ts'

const REST = `${HOLDS}services:\n${OWN}`
const day = (text: string) => parseDay(text)

describe('the limits of a plan', () => {
  it('are read with their days and their money', () => {
    const { plan } = dossierOf(
      `${REST}plan:
  budget: 2.4 MEUR
  per-period: {value: 300 kEUR, assumed: true}
  windows: [{from: 2026-12-01, until: 2026-12-31, at-most: 100 kEUR}]
  horizon: 18mo
  period: 30d
`,
    )
    expect(formatMoney(plan!.budget!)).toBe('2400000.00 EUR')
    expect(formatMoney(plan!.perPeriod!)).toBe('300000.00 EUR')
    expect([plan!.horizonDays, plan!.periodDays]).toEqual([540, 30])
    const [window] = plan!.windows
    expect([formatDay(window!.from), formatDay(window!.until)]).toEqual([
      '2026-12-01',
      '2026-12-31',
    ])
    expect(formatMoney(window!.atMost)).toBe('100000.00 EUR')
    expect(window!.place.line).toBe(8)
    expect(underlined(plan!.place)).toBe('plan')
  })

  it('are absent, and each of them may be', () => {
    expect(dossierOf(REST).plan).toBeNull()
    expect(dossierOf(`${REST}plan: {}\n`).plan).toMatchObject({
      budget: null,
      perPeriod: null,
      windows: [],
      horizonDays: null,
      periodDays: null,
    })
  })

  it('are lines that carry a standing', () => {
    const { facts } = dossierOf(`${REST}plan:
  budget: {value: 1 MEUR, assumed: true}
  windows:
    - {from: 2026-12-01, until: 2026-12-31, at-most: {value: 100 kEUR, assumed: true}}
`)
    expect(facts.map(({ about, fact, value }) => [about, fact, value])).toEqual([
      ['plan', 'budget', '1 MEUR'],
      ['plan', 'windows.1.at-most', '100 kEUR'],
    ])
  })

  it('stand once in all files', () => {
    const result = readTexts({
      'a.yaml': `${INSTITUTION}${REST}plan: {horizon: 1y}\n`,
      'b.yaml': 'plan: {horizon: 2y}\n',
    })
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['dossier/two-plans'])
    expect(result.diagnostics[0]?.places.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml'])
  })

  it.each([
    ['plan: {budgte: 1 MEUR}', 'dossier/unknown-key-near 2:8 budgte', 'budget'],
    ['plan: {perperiod: 1 MEUR}', 'dossier/unknown-key-near 2:8 perperiod', 'per-period'],
    [
      'plan: {windows: [{from: 2026-12-01, untill: 2026-12-31, at-most: 1 kEUR}]}',
      'dossier/unknown-key-near 2:37 untill',
      'until',
    ],
  ])('guess a misspelt key: %s', (text, line, meant) => {
    const result = read(`${text}\n${REST}`)
    expect(told(result)).toContain(line)
    const [guess] = result.diagnostics.filter(({ code }) => code === 'dossier/unknown-key-near')
    expect(guess?.params).toMatchObject({ meant })
  })

  it.each([
    ['plan: {budget: much}', ['dossier/bad-money 2:16 much']],
    ['plan: {period: 30}', ['dossier/wrong-type 2:16 30']],
    [
      'plan: {windows: [{from: 2026-12-01, at-most: 1 kEUR}]}',
      ['dossier/missing-key 2:18 {from: 2026-12-01, at-most: 1 kEUR}'],
    ],
    ['plan: [budget]', ['dossier/wrong-type 2:7 [budget]']],
    ['plan:', ['dossier/wrong-type 2:6 ']],
  ])('are refused whole: %s', (text, lines) => {
    const result = read(`${text}\n${REST}`)
    expect(result.ok).toBe(false)
    expect(told(result)).toEqual(lines)
  })
})

describe('the capacity of a team', () => {
  const capacity = (text: string) =>
    dossierOf(`${REST}teams: {t: {name: T, minimum: 1, size: 2${text}}}\n`).teams.get('t')!.capacity

  it('is a number, a line with a standing, or not stated', () => {
    expect(capacity(', capacity: 12.5')).toBe(12.5)
    expect(capacity(', capacity: {value: 0, assumed: true}')).toBe(0)
    expect(capacity('')).toBeNull()
  })

  it('is never below 0', () => {
    const result = read(`${REST}teams: {t: {name: T, minimum: 1, size: 2, capacity: -1}}\n`)
    expect(told(result).map((line) => line.split(' ')[0])).toEqual(['dossier/number-too-small'])
  })
})

describe('a scenario, for the plan', () => {
  const scenario = (text: string) =>
    dossierOf(
      `${REST}scenarios: {s: {name: S, decisions: [{on: 2026-12-01, withdraw: own}]${text}}}\n`,
    ).scenarios.get('s')!

  it('has a weight, or none is stated', () => {
    expect(scenario(', weight: 0.3').weight).toBe(0.3)
    expect(scenario(', weight: {value: 2.5, assumed: true}').weight).toBe(2.5)
    expect(scenario('').weight).toBeUndefined()
  })

  it('strikes on a day, as dated, or on no day that is known', () => {
    expect(scenario(', strike: uniform').strike).toEqual({ kind: 'uniform' })
    expect(scenario(', strike: dated').strike).toEqual({ kind: 'dated' })
    expect(scenario(', strike: 2027-01-15').strike).toEqual({ kind: 'day', day: day('2027-01-15') })
    expect(scenario('').strike).toBeUndefined()
  })

  it.each(['soon', '2026-02-30', '1'])('is refused with the strike %s', (strike) => {
    const result = read(`${REST}scenarios: {s: {name: S, decisions: [], strike: "${strike}"}}\n`)
    expect(result.ok).toBe(false)
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['dossier/bad-strike'])
  })
})
