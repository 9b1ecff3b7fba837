import type { PlanReport } from '@holdfast/holdfast'
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../src/messages/words.ts'
import {
  monthsOf,
  tellAnswer,
  tellBound,
  tellCheck,
  tellGreedy,
  tellKnees,
  tellLegal,
  tellLoss,
  tellMoney,
  tellNoRegret,
  tellPrices,
  tellReason,
  tellShare,
  tellSpan,
  tellSpent,
  tellStop,
  tellStops,
  tellStrikes,
} from '../src/plan_telling.ts'
import { fixturePlan } from './fixture_plan.ts'

const words = wordsOf('en')
const plan = fixturePlan()

describe('figures', () => {
  test.for([
    [2_400_000, 'EUR', '2.4 million euro'],
    [2_000_000, 'EUR', '2 million euro'],
    [1_234_567, 'CHF', '1.23 million Swiss francs'],
    [999_499, 'EUR', '999,499 euro'],
    [999_500, 'EUR', '1 million euro'],
    [540_000.4, 'NOK', '540,000 NOK'],
    [0, null, '0'],
  ] as const)('%s %s is %s', ([amount, currency, text]) => {
    expect(tellMoney(words, amount, currency)).toBe(text)
  })

  test.for([
    [0, '0'],
    [0.004, '<0.1'],
    [0.05, '0.1'],
    [9.44, '9.4'],
    [99.94, '99.9'],
    [4210.4, '4,210'],
  ] as const)('a loss of %s is %s', ([loss, text]) => {
    expect(tellLoss(words, loss)).toBe(text)
  })

  test.for([
    [0, '0%'],
    [0.0004, '<0.1%'],
    [0.0086, '0.9%'],
    [0.0961, '9.6%'],
    [0.7506, '75%'],
    [0.9999, '>99%'],
    [1, '100%'],
  ] as const)('a share of %s is %s', ([share, text]) => {
    expect(tellShare(words, share)).toBe(text)
  })

  test.for([
    ['2026-11-25', '2028-05-24', 547, '18 months'],
    ['2026-11-25', '2028-05-17', 540, '18 months'],
    ['2026-01-01', '2026-01-31', 31, 'one month'],
    ['2026-01-01', '2026-02-14', 45, '45 days'],
    ['2026-01-01', '2026-01-01', 1, '1 day'],
  ] as const)('from %s to %s are %s days: %s', ([from, until, days, text]) => {
    expect(tellSpan(words, { ...plan, horizon: { from, until, days } })).toBe(text)
  })

  test('the months of a horizon', () => {
    const months = (from: string, until: string) => monthsOf({ from, until, days: 1 })
    expect(months('2026-11-25', '2027-02-01')).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
    expect(months('2026-11-01', '2026-11-30')).toEqual(['2026-11-01'])
    expect(months('2026-11-02', '2026-11-30')).toEqual([])
  })
})

describe('the answer', () => {
  test('names money, time, measures, losses and what is saved', () => {
    expect(tellAnswer(words, plan)).toBe(
      'With 2.4 million euro over 18 months, these 20 measures lower the expected loss from ' +
        '4,210 to 1,050 weighted days, by 75%.',
    )
    const one = { ...plan, budget: null, measures: plan.measures.slice(0, 1) }
    expect(tellAnswer(words, one)).toMatch(
      /^Without a limit of money over 18 months, this one measure lowers the expected loss/,
    )
    expect(tellAnswer(words, { ...plan, measures: [] })).toBe(
      'With 2.4 million euro over 18 months, no measure lowers the expected loss of 4,210 ' +
        'weighted days.',
    )
    expect(tellAnswer(words, { ...plan, doNothing: 0 })).toMatch(/nothing to plan/)
  })

  test('says what is proven, and what is not', () => {
    expect(tellBound(words, plan)).toBe(
      'No plan within these limits can do better than 1,041: this one is proven to lie within ' +
        '0.9% of the best.',
    )
    expect(tellBound(words, { ...plan, gap: 0 })).toMatch(/that is proven\.$/)
    const open: PlanReport = { ...plan, status: 'feasible', bound: 806, gap: 0.232 }
    expect(tellBound(words, open)).toMatch(/none below 806.*23%/)
  })

  test('says what choosing one after the other reaches', () => {
    expect(tellGreedy(words, plan)).toMatch(/would only reach 1,310\.$/)
    expect(tellGreedy(words, { ...plan, greedy: plan.objective })).toMatch(/does as well here/)
  })

  test('says what is spent', () => {
    const spent = { ...plan, spent: 2_310_000 }
    expect(tellSpent(words, spent)).toBe(
      'The measures cost 2.31 million euro of the 2.4 million euro.',
    )
    expect(tellSpent(words, { ...spent, budget: null })).toMatch(/cost 2.31 million euro within/)
    expect(tellSpent(words, { ...spent, spent: 0 })).toBe('The measures cost no money.')
  })

  test('says whether the plan was assessed anew, and how far it was off', () => {
    expect(tellCheck(words, plan)).toMatch(/at 54 points: the results agree\.$/)
    const off = { ...plan, check: { points: 1, largestDifference: 0.4142 } }
    expect(tellCheck(words, off)).toMatch(/at 1 point: the results differ by up to 0\.414 /)
    const none = { ...plan, check: { points: 0, largestDifference: 0 } }
    expect(tellCheck(words, none)).toMatch(/not assessed anew/)
  })
})

describe('what is left out', () => {
  test('every reason is a sentence of its own, with names in place of ids', () => {
    const told = plan.leftOut.map((measure) => tellReason(words, plan, measure))
    expect(new Set(told).size).toBe(told.length)
    const reasons = new Set(plan.leftOut.map(({ reason }) => reason))
    expect(reasons.size).toBe(10)
    for (const text of told) expect(text).not.toMatch(/\bm-|registry-it|cloud-second|null|none\b/)
    expect(told[0]).toBe(
      'There is no money for it: for its 1.21 million euro, other measures buy more. With more ' +
        'money it would save 96 weighted days.',
    )
    expect(told[2]).toMatch(/^Information technology of the registry has no person-days left/)
    expect(told[3]).toMatch(/^What it brings, Second cloud, stops by the same decisions/)
  })

  test('a reason that names nothing is a sentence too', () => {
    for (const measure of plan.leftOut) {
      const text = tellReason(words, plan, { ...measure, because: [] })
      expect(text).not.toMatch(/ {2}|“”| ,|null/)
    }
  })
})

describe('days of stopping', () => {
  test.for([
    [null, null, 'does not stop'],
    [9, null, 'stops after 9 days'],
    [9, 9, 'stops after 9 days'],
    [0, 0, 'stops at once'],
    [null, 1, 'can stop after 1 day'],
    [30, 27, 'can stop after 27 days, stops for certain after 30 days'],
  ] as const)('certain %s, possible %s: %s', ([certain, possible, text]) => {
    expect(tellStop(words, { certain, possible })).toBe(text)
  })

  test('the worst scenario counts, before and after', () => {
    const [first] = plan.functions
    expect(tellStops(words, first!)).toBe(
      'can stop after 6 days, stops for certain after 9 days → can stop after 61 days',
    )
  })
})

describe('what one more would buy', () => {
  test('a knee says what further money saves, and what it saved before', () => {
    expect(tellKnees(words, plan)).toEqual([
      'Beyond 1.2 million euro each further 100,000 euro saves at most 57.8 weighted days; up to ' +
        'there each saved 233 on average.',
    ])
    expect(tellKnees(words, { ...plan, frontier: [] })).toEqual([])
    const flat = plan.frontier.map((point, index) => {
      return { ...point, objective: Math.max(1410, point.objective), knee: index === 3 }
    })
    expect(tellKnees(words, { ...plan, frontier: flat })[0]).toMatch(/100,000 euro saves nothing;/)
  })

  test('prices of money and of people, and that a limit does not bind', () => {
    expect(tellPrices(words, plan)).toEqual([
      'Another 100,000 euro would save about 11.2 weighted days.',
      '10 more person-days a month of Information technology of the registry would save about 26 ' +
        'weighted days.',
    ])
    const none = { ...plan, leftOut: [], prices: { budget: null, teams: [] } }
    expect(tellPrices(words, none)).toEqual([
      'More money alone would save nothing: the budget is not what limits the plan.',
      'More person-days alone would save nothing: the teams are not what limits the plan.',
    ])
    const poor = { ...none, leftOut: plan.leftOut }
    expect(tellPrices(words, poor), 'something lacks money').toEqual([
      'More person-days alone would save nothing: the teams are not what limits the plan.',
    ])
    expect(tellPrices(words, { ...none, budget: null, teams: [] })).toEqual([])
  })

  test('a change of law in days and in money', () => {
    const [law] = plan.legal
    expect(tellLegal(words, plan, law!)).toContain(
      'If the Blocking Statute covered EO 14203: the expected loss would fall from 4,210 to ' +
        '3,110 without any measure, worth as much as 290,000 euro',
    )
    expect(tellLegal(words, plan, { ...law!, worth: null })).toMatch(/more than money buys/)
    const undrawn = { ...plan, frontier: [] }
    expect(tellLegal(words, undrawn, { ...law!, worth: null })).toMatch(/any measure; with/)
    const same = { ...law!, doNothing: plan.doNothing, plan: plan.objective }
    expect(tellLegal(words, plan, same)).toMatch(/: nothing would change/)
  })

  test('what is right whatever the budget is only said of a frontier', () => {
    expect(tellNoRegret(words, plan)).toMatch(/^Right whatever the budget: “Salaries of one/)
    expect(tellNoRegret(words, { ...plan, noRegret: [] })).toMatch(/^No measure is part of every/)
    expect(tellNoRegret(words, { ...plan, frontier: [] })).toBeNull()
  })

  test('strikes as dated, on one day, on many', () => {
    const strike = (strikes: string[] | null) =>
      tellStrikes(words, { ...plan.scenarios[0]!, strikes })
    expect(strike(null)).toBe('on the days as they are dated')
    expect(strike(['2026-12-01'])).toBe('on 1 Dec 2026')
    expect(strike(['2026-12-01', '2027-01-01'])).toBe('on 2 days, each for its stretch of time')
  })
})
