/** The brute force over days and decisions, on cases whose figures were worked out by hand. */
import type { Strike } from '@holdfast/dossier'
import { parseDay } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { allPlans, broken, finishesOf } from '../../plan/test/brute_force_rules.ts'
import { designate, dossierText, functionOf, supply } from './dossier_text.ts'
import { START, settingOf } from './plan_setting.ts'

const FIRST = parseDay(START)!
/** Day 40 of the plan. */
const LISTED = '2025-02-10'
const DATED: Strike = { kind: 'dated' }
const UNIFORM: Strike = { kind: 'uniform' }

type Json = Readonly<Record<string, unknown>>

interface Given {
  readonly provider?: string
  readonly tolerance?: string
  readonly measures?: Readonly<Record<string, Json>>
  readonly period?: string
  readonly plan?: Json
  readonly more?: Json
  readonly strike?: Strike
}

/** One function of weight 1 that needs one service, a court that is listed, 100 days. */
function given({
  provider = 'us-firm',
  tolerance = '0d',
  measures,
  period,
  plan,
  more,
  strike,
}: Given) {
  const text = dossierText({
    services: { s: supply('software', provider, 'court') },
    functions: { f: functionOf('s', tolerance, { weight: 1 }) },
    scenarios: { listed: [designate('court', LISTED)] },
    ...more,
    ...({
      measures: Object.fromEntries(
        Object.entries(measures ?? {}).map(([id, measure]) => [
          id,
          { name: id, kind: 'other', duration: '10d', ...measure },
        ]),
      ),
      plan: { horizon: '100d', period: period ?? '20d', ...plan },
    } as object),
  })
  return settingOf(text, ['listed'], strike ?? DATED)
}

const OWN = {
  services: { own: supply('software', 'court', 'court') },
  effects: [{ replace: 's', with: 'own' }],
}

const STOCK = {
  effects: [{ 'buffer-on': 'f', of: 's', buffer: { lasts: '25d', survives: 'refusal' } }],
}

function done(id: string, day: number): Map<string, number> {
  return new Map([[id, FIRST + day]])
}

describe('the loss of a schedule, day by day', () => {
  it('is every day from a commanded stop to the end', async () => {
    const { oracle } = await given({})
    // Days 40 to 99.
    expect(oracle.loss(new Map())).toBe(60)
    expect(oracle.loss(new Map(), 'low')).toBe(60)
  })

  it('ends on the day on which a substitute is finished, before the strike or after', async () => {
    const { oracle } = await given({ measures: { m: OWN } })
    expect(oracle.loss(done('m', 30))).toBe(0)
    expect(oracle.loss(done('m', 40))).toBe(0)
    // Days 40 to 69.
    expect(oracle.loss(done('m', 70))).toBe(30)
    expect(oracle.loss(done('m', 99))).toBe(59)
  })

  it('is put off by a buffer that was there on the strike day, and by no later one', async () => {
    const { oracle } = await given({ measures: { m: STOCK } })
    // The function stops on day 65 instead of day 40.
    expect(oracle.loss(done('m', 40))).toBe(35)
    expect(oracle.loss(done('m', 41))).toBe(60)
  })

  it('is weighed by the likelihood of a withdrawal, at either end', async () => {
    const { oracle } = await given({ provider: 'nl-firm', measures: { m: OWN } })
    // Likely between 0.1 and 0.4, from day 40 on.
    expect(oracle.loss(new Map())).toBeCloseTo(24, 12)
    expect(oracle.loss(new Map(), 'low')).toBeCloseTo(6, 12)
    expect(oracle.loss(done('m', 50))).toBeCloseTo(4, 12)
  })

  it('begins after the tolerance, of which a substitute may make use', async () => {
    const { oracle } = await given({ tolerance: '5d', measures: { m: OWN } })
    // Days 45 to 99.
    expect(oracle.loss(new Map())).toBe(55)
    expect(oracle.loss(done('m', 45))).toBe(0)
    expect(oracle.loss(done('m', 50))).toBe(5)
  })

  it('is the mean over strikes in the middle of the periods', async () => {
    const { oracle, courses } = await given({
      period: '50d',
      measures: { m: OWN },
      strike: UNIFORM,
    })
    expect(courses.map(({ strike }) => strike! - FIRST)).toEqual([25, 75])
    // Half of 75 days and half of 25.
    expect(oracle.loss(new Map())).toBe(50)
    // Days 25 to 49 of the first strike; the second finds the substitute there.
    expect(oracle.loss(done('m', 50))).toBe(12.5)
    const stock = await given({ period: '50d', measures: { m: STOCK }, strike: UNIFORM })
    // Ready for the second strike only: it stops on day 100.
    expect(stock.oracle.loss(done('m', 60))).toBe(37.5)
  })

  it('counts a short last period for what it is', async () => {
    const { courses } = await given({ period: '40d', strike: UNIFORM })
    expect(courses.map(({ strike }) => strike! - FIRST)).toEqual([20, 60, 90])
    expect(courses.map(({ weight }) => weight)).toEqual([0.4, 0.4, 0.2])
  })

  it('is not lowered by a substitute that falls with the same decision', async () => {
    const irish = {
      services: { own: supply('software', 'irish-sub', 'court') },
      effects: OWN.effects,
    }
    const { oracle } = await given({ measures: { m: irish } })
    expect(oracle.loss(done('m', 20))).toBe(60)
  })

  it('is lowered by a licence that was applied for, from the day it is held', async () => {
    const licence = { name: 'L', regime: 'us-icc-eo-14203', status: 'applied', for: 'us-firm' }
    const { oracle } = await given({
      more: { licences: { l: licence } },
      measures: { m: { effects: [{ licence: 'l' }] } },
    })
    expect(oracle.loss(done('m', 20))).toBe(0)
    expect(oracle.loss(done('m', 55))).toBe(15)
  })
})

const COST = { once: '10 EUR', yearly: '365 EUR' }

describe('the rules of a plan, one by one', () => {
  async function brokenBy(measures: Readonly<Record<string, Json>>, days: Json, plan: Json = {}) {
    const teams = {
      t: {
        name: 'T',
        minimum: 1,
        members: [{ group: 'g', count: 2, nationality: 'NL' }],
        capacity: 30,
      },
    }
    const { ground, limits } = await given({ measures, plan, more: { teams } })
    const starts = new Map(Object.entries(days).map(([id, day]) => [id, FIRST + Number(day)]))
    const text = (rule: string): string =>
      rule.replace(/ \d{5}$/, (day) => ` ${Number(day) - FIRST}`)
    return broken(ground.dossier, limits, starts).map(text)
  }

  it('lets work begin on the first day of a period', async () => {
    expect(await brokenBy({ m: {} }, { m: 20 })).toEqual([])
    expect(await brokenBy({ m: {} }, { m: 21 })).toEqual(['start m'])
  })

  it('keep earliest days, deadlines and the horizon', async () => {
    const measures = { m: { earliest: '2025-01-20', deadline: '2025-02-20' } }
    expect(await brokenBy(measures, { m: 20 })).toEqual([])
    expect(await brokenBy(measures, { m: 40 })).toEqual([])
    expect(await brokenBy(measures, { m: 0 })).toEqual(['earliest m'])
    expect(await brokenBy(measures, { m: 60 })).toEqual(['deadline m'])
    expect(await brokenBy({ m: { duration: '20d' } }, { m: 80 })).toEqual(['horizon m'])
    expect(await brokenBy({ m: { duration: '19d' } }, { m: 80 })).toEqual([])
  })

  it('wait for what comes before, and do not do what is excluded', async () => {
    const measures = { a: { duration: '20d' }, b: { after: ['a'] }, c: { excludes: ['a'] } }
    expect(await brokenBy(measures, { a: 0, b: 20 })).toEqual([])
    expect(await brokenBy(measures, { a: 20, b: 20 })).toEqual(['after b'])
    expect(await brokenBy(measures, { b: 20 })).toEqual(['after b'])
    expect(await brokenBy(measures, { a: 0, c: 0 })).toEqual(['excludes c'])
  })

  it('spend no more than there is, in all, in a period and in a window', async () => {
    // Finished on day 10: 10 EUR at once and 90 days of 1 EUR.
    const measures = { m: { cost: COST } }
    expect(await brokenBy(measures, { m: 0 }, { budget: '100 EUR' })).toEqual([])
    expect(await brokenBy(measures, { m: 0 }, { budget: '99 EUR' })).toEqual(['budget'])
    expect(await brokenBy(measures, { m: 20 }, { budget: '80 EUR' })).toEqual([])
    // 20 EUR in each period: at once and ten days, then twenty days.
    expect(await brokenBy(measures, { m: 0 }, { 'per-period': '20 EUR' })).toEqual([])
    const most = await brokenBy(measures, { m: 60 }, { 'per-period': '19 EUR' })
    expect(most).toEqual(['per-period 60', 'per-period 80'])
    const window = { from: '2025-01-11', until: '2025-01-20', 'at-most': '9 EUR' }
    expect(await brokenBy(measures, { m: 0 }, { windows: [window] })).toEqual(['window 10'])
    const enough = { ...window, 'at-most': '10 EUR' }
    expect(await brokenBy(measures, { m: 0 }, { windows: [enough] })).toEqual([])
  })

  it('ask of a team what it can give', async () => {
    // A person-day a day, 20 in a period.
    const measures = { m: { duration: '30d', effort: { t: 30 } }, n: { effort: { t: 1 } } }
    expect(await brokenBy(measures, { m: 0 })).toEqual([])
    expect(await brokenBy(measures, { m: 0, n: 0 })).toEqual(['capacity t 0'])
    expect(await brokenBy(measures, { m: 0, n: 20 })).toEqual([])
  })

  it('leave these plans, and no others', async () => {
    const measures = {
      a: { duration: '50d' },
      b: { duration: '30d', after: ['a'] },
      c: { excludes: ['a'] },
    }
    const { ground, limits } = await given({ measures })
    const days = [...allPlans(ground.dossier, limits)].map((starts) =>
      [...starts].map(([id, day]) => `${id}${day - FIRST}`).join(' '),
    )
    const expected = ['', 'a0', 'a20', 'a40', 'a0 b60', 'c0', 'c20', 'c40', 'c60', 'c80']
    expect(days.sort()).toEqual(expected.sort())
    const [first] = allPlans(ground.dossier, limits)
    expect([...finishesOf(ground.dossier, first!)]).toEqual([])
  })
})
