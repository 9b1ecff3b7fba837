import { readDossier } from '@holdfast/dossier'
import { type Day, formatMoney, parseDay } from '@holdfast/kernel'
import { describe, expect, test } from 'vitest'
import { type PlanWords, readPlanWords } from '../src/engine/plan_call_check.ts'

const DOSSIER = `
institution: {id: us, name: Us, seat: NL, form: international-organisation}
functions: {f: {name: F, tolerance: 1d, needs: own}}
services: {own: {name: Own, kind: web, provider: us, beneficiary: us}}
measures:
  move: {name: Move, kind: substitute, duration: 30d}
  ask: {name: Ask, kind: legal-step, duration: 1d}
  build: {name: Build, kind: other, duration: 1d, after: [ask]}
  open: {name: Open, kind: other, duration: 1d, after: [build, move]}
`

function day(iso: string): Day {
  const read = parseDay(iso)
  if (read === null) throw new Error(iso)
  return read
}

function measuresOf(text: string) {
  const file = { name: 'a.yaml', bytes: new TextEncoder().encode(text) }
  const dossier = readDossier([file], null)
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.diagnostics))
  return dossier.value.measures
}

/** A plan from 1 November 2026 to the end of that year. */
const ground = {
  measures: measuresOf(DOSSIER),
  on: day('2026-11-01'),
  until: day('2027-01-01'),
  currency: 'EUR',
}

const words = (given: Partial<PlanWords>): PlanWords => {
  return { budget: null, strike: null, fix: [], without: [], ...given }
}

/** What is wrong with a call: codes and parameters. */
function wrong(given: Partial<PlanWords>, over: Partial<typeof ground> = {}) {
  const read = readPlanWords(words(given), { ...ground, ...over })
  return read.ok ? [] : read.diagnostics.map(({ code, params }) => ({ code, ...params }))
}

describe('the words of a call', () => {
  test('say nothing where they are absent', () => {
    const read = readPlanWords(words({}), ground)
    expect(read).toMatchObject({ ok: true, value: { budget: null, strike: null } })
  })

  test('are read', () => {
    const given = {
      budget: '2.4 MEUR',
      strike: '2026-12-31',
      fix: ['move=2026-12-01', ' ask = 2026-11-01'],
      without: [],
    }
    const read = readPlanWords(given, ground)
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
    expect(read.value.budget && formatMoney(read.value.budget)).toBe('2400000.00 EUR')
    expect(read.value.strike).toEqual({ kind: 'day', day: day('2026-12-31') })
    expect([...read.value.fixed]).toEqual([
      ['move', day('2026-12-01')],
      ['ask', day('2026-11-01')],
    ])
  })

  test.for(['uniform', 'dated'] as const)('a strike that is %s', (strike) => {
    const read = readPlanWords(words({ strike }), ground)
    expect(read.ok && read.value.strike).toEqual({ kind: strike })
  })

  test.for(['', '2.4', '-1 EUR', '1,000 EUR', '1.005 EUR', 'EUR', '2.4 meur'])(
    'a budget of “%s” is none',
    (budget) => {
      expect(wrong({ budget })).toEqual([{ code: 'call/bad-budget', value: budget }])
    },
  )

  test('a budget is in the currency of the dossier, if that has one', () => {
    const told = { code: 'call/budget-currency', value: '1 MUSD', currency: 'EUR' }
    expect(wrong({ budget: '1 MUSD' })).toEqual([told])
    const free = readPlanWords(words({ budget: '1 MUSD' }), { ...ground, currency: null })
    expect(free.ok).toBe(true)
  })

  test.for([
    ['never', 'call/bad-strike'],
    ['2026-02-30', 'call/bad-strike'],
    ['2026-10-31', 'call/strike-outside'],
    ['2027-01-01', 'call/strike-outside'],
  ] as const)('a strike on %s: %s', ([strike, code]) => {
    expect(wrong({ strike }).map((one) => one.code)).toEqual([code])
  })

  test.for([
    ['move', 'call/fix-without-day'],
    ['=2026-12-01', 'call/fix-without-day'],
    ['move=', 'call/bad-day'],
    ['move=soon', 'call/bad-day'],
    ['move=2026-11-31', 'call/bad-day'],
    ['mvoe=2026-12-01', 'call/unknown-measure'],
    ['move=2026-10-31', 'call/fix-outside'],
    ['move=2027-01-01', 'call/fix-outside'],
    ['move=2026-12-02', 'call/fix-too-late'],
  ] as const)('--fix %s: %s', ([fix, code]) => {
    expect(wrong({ fix: [fix] }).map((one) => one.code)).toEqual([code])
  })

  test('the last day that is of use is told by the one after it', () => {
    expect(wrong({ fix: ['move=2026-12-01'] })).toEqual([])
    expect(wrong({ fix: ['move=2026-12-02'] })).toEqual([
      {
        code: 'call/fix-too-late',
        measure: 'move',
        day: '2026-12-02',
        finish: '2027-01-01',
        from: '2026-11-01',
        until: '2026-12-31',
      },
    ])
  })

  test('a measure is fixed once, and not left out as well', () => {
    expect(wrong({ fix: ['ask=2026-12-01', 'ask=2026-12-01'] })).toEqual([])
    expect(wrong({ fix: ['ask=2026-12-01', 'ask=2026-12-02'] })).toEqual([
      { code: 'call/fixed-twice', measure: 'ask', days: ['2026-12-01', '2026-12-02'] },
    ])
    expect(wrong({ fix: ['ask=2026-12-01'], without: ['ask', 'ask'] })).toEqual([
      { code: 'call/fixed-and-without', measure: 'ask' },
    ])
  })

  test('what a fixed measure waits for is not left out, by whatever detour', () => {
    const told = { code: 'call/fixed-waits-for-without', measure: 'open' }
    expect(wrong({ fix: ['open=2026-12-20'], without: ['ask'] })).toEqual([
      { ...told, other: 'ask' },
    ])
    expect(wrong({ fix: ['build=2026-12-20'], without: ['move', 'open'] })).toEqual([])
  })

  test('an unknown measure is told with the one that may be meant', () => {
    const told = { code: 'call/unknown-measure', option: '--without', known: 4 }
    expect(wrong({ without: ['mvoe', 'x-ray'] })).toEqual([
      { ...told, measure: 'mvoe', meant: 'move' },
      { ...told, measure: 'x-ray', meant: null },
    ])
  })

  test('all that is wrong is told at once', () => {
    const codes = wrong({ budget: 'x', strike: 'x', fix: ['x'], without: ['x'] })
    expect(codes.map(({ code }) => code)).toEqual([
      'call/bad-budget',
      'call/bad-strike',
      'call/fix-without-day',
      'call/unknown-measure',
    ])
  })
})
