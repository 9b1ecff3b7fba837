/** The arithmetic of `npm run record` on cases small enough to work out by hand. */
import { describe, expect, it } from 'vitest'
import { type BrandedParty, isUsBrand } from '../bench/src/brands.ts'
import { readOutcomes } from '../bench/src/outcomes.ts'
import {
  commandedForecast,
  engineForecast,
  type Scored,
  scoreOf,
  sureForecast,
} from '../bench/src/score.ts'

describe('the forecasts', () => {
  it('takes a commanded stop as 1 and a stay as 0, whatever the interval', () => {
    expect(engineForecast('must-stop', [0.9, 1])).toEqual({ stops: true, interval: [1, 1] })
    expect(engineForecast('stays', [0, 0])).toEqual({ stops: false, interval: [0, 0] })
  })

  it('says stop from a middle of one half on', () => {
    expect(engineForecast('may-stop', [0.25, 0.75]).stops).toBe(true)
    expect(engineForecast('may-stop', [0.25, 0.74]).stops).toBe(false)
    expect(engineForecast('unknown', [0.02, 1]).stops).toBe(true)
  })

  it('says stop on the stricter line only where the law commands', () => {
    expect(commandedForecast('must-stop', [1, 1]).stops).toBe(true)
    expect(commandedForecast('unknown', [0.9, 1])).toEqual({ stops: false, interval: [0.9, 1] })
  })
})

describe('the score', () => {
  const hit = { forecast: engineForecast('may-stop', [0.6, 1]), stopped: 1 }
  const miss = { forecast: engineForecast('stays', [0, 0]), stopped: 1 }
  const falseAlarm = { forecast: engineForecast('must-stop', [1, 1]), stopped: 0 }
  const rejection = { forecast: engineForecast('may-stop', [0, 0.2]), stopped: 0 }

  it('counts each of the four and takes the means', () => {
    const score = scoreOf([hit, miss, falseAlarm, rejection])
    expect(score).toMatchObject({ rows: 4, hits: 1, misses: 1, falseAlarms: 1 })
    expect(score.correctRejections).toBe(1)
    // (0.2² + 1² + 1² + 0.1²) / 4, and (0.4 + 0 + 0 + 0.2) / 4.
    expect(score.brier).toBeCloseTo(0.5125, 10)
    expect(score.meanWidth).toBeCloseTo(0.15, 10)
  })

  it('counts a disputed outcome half each way', () => {
    const disputed: Scored = { forecast: sureForecast(true), stopped: 0.5 }
    const score = scoreOf([disputed])
    expect(score).toMatchObject({ hits: 0.5, misses: 0, falseAlarms: 0.5, correctRejections: 0 })
    expect(score.brier).toBe(0.5)
  })

  it('is 0 of nothing', () => {
    expect(scoreOf([])).toMatchObject({ rows: 0, brier: 0, meanWidth: 0 })
  })
})

describe('US brands', () => {
  const party = (incorporated: string | null, ...owners: string[]): BrandedParty => ({
    incorporated,
    branchOf: null,
    owners: { stakes: owners.map((owner) => ({ owner })) },
  })
  const parties = new Map([
    ['delaware', party('US-DE')],
    ['holding', party('LU', 'delaware')],
    ['subsidiary', party('IE', 'holding')],
    ['branch', { ...party(null), branchOf: 'delaware' }],
    ['dutch', party('NL', 'circle')],
    ['circle', party('NL', 'dutch')],
    ['unsaid', party(null, 'nobody')],
  ])

  it('are those organised there or with an owner above who is', () => {
    const brands = [...parties.keys()].filter((id) => isUsBrand(id, parties))
    expect(brands).toEqual(['delaware', 'holding', 'subsidiary', 'branch'])
  })
})

describe('the table of outcomes', () => {
  const heading = 'service,happened,on,certainty,source,account'

  it('reads quoted cells with commas and quotes', () => {
    const text = `${heading}\nmail,went-on,2025-06,low,"a, b","it said ""yes"""\n`
    expect(readOutcomes(text)).toEqual([
      { service: 'mail', happened: 'went-on', certainty: 'low', account: 'it said "yes"' },
    ])
  })

  it('refuses rows that do not fit', () => {
    expect(() => readOutcomes(`${heading}\nmail,ended,2025-06,low,a,b\n`)).toThrow('ended')
    expect(() => readOutcomes(`${heading}\nmail,stopped,2025-06,low,a, b, c\n`)).toThrow('heading')
  })
})
