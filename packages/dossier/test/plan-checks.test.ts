/** What a dossier says for the plan, where it cannot hold. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codes, HOLDS, OWN, only, read, told } from './dossiers.ts'

const REST = `${HOLDS}services:\n${OWN}`

function plan(text: string) {
  return read(`plan: ${text}\n${REST}`)
}

function measure(id: string, text: string): string {
  return `  ${id}: {name: M, kind: other, duration: 1d${text}}\n`
}

function measures(...lines: readonly string[]) {
  return read(`measures:\n${lines.join('')}${REST}`)
}

describe('limits of a plan', () => {
  it.each([
    ['{horizon: 12h}', 'dossier/horizon-too-short 2:8 horizon'],
    ['{period: 23h}', 'dossier/period-too-short 2:8 period'],
    ['{horizon: 1mo, period: 31d}', 'dossier/period-too-long 2:22 period'],
  ])('of impossible days: %s', (text, line) => {
    expect(told(plan(text))).toEqual([line])
  })

  it('may be as tight as a day, and a period as long as the horizon', () => {
    expect(codes(plan('{horizon: 1d, period: 24h}'))).toEqual([])
    expect(codes(plan('{period: 400d}'))).toEqual([])
  })

  it('hold on windows that run forwards, one day included', () => {
    const window = (from: string, until: string) =>
      codes(plan(`{windows: [{from: ${from}, until: ${until}, at-most: 1 EUR}]}`))
    expect(window('2026-12-02', '2026-12-01')).toEqual(['dossier/spending-backwards'])
    expect(window('2026-12-01', '2026-12-01')).toEqual([])
  })
})

describe('money of a plan', () => {
  const cost = (id: string, text: string) => measure(id, `, cost: {${text}}`)

  it('is of the currency of the budget', () => {
    const text = `plan: {budget: 1 MEUR}\nmeasures:\n${cost('m', 'once: 5 kUSD')}${REST}`
    const told = only(read(text))
    expect(told.code).toBe('dossier/two-currencies')
    expect(told.params).toEqual({
      key: 'm.cost.once',
      currency: 'USD',
      other_key: 'plan.budget',
      other: 'EUR',
    })
    expect(told.places.map(({ line }) => line)).toEqual([4, 2])
  })

  it('is of one currency without a budget, and the odd one is told', () => {
    const told = only(
      measures(cost('a', 'once: 5 kUSD'), cost('b', 'once: 1 EUR'), cost('c', 'yearly: 1 EUR')),
    )
    expect(told.params).toMatchObject({ key: 'a.cost.once', other_key: 'b.cost.once' })
  })

  it('is told of limits too', () => {
    const windows = '[{from: 2026-12-01, until: 2026-12-31, at-most: 1 CHF}]'
    const result = plan(`{budget: 1 EUR, per-period: 1 USD, windows: ${windows}}`)
    expect(result.diagnostics.map(({ params }) => params)).toMatchObject([
      { key: 'plan.per-period' },
      { key: 'plan.windows[1].at-most' },
    ])
  })

  it('may be missing', () => {
    expect(codes(measures(measure('m', '')))).toEqual([])
  })
})

describe('scenarios of a plan', () => {
  const scenario = (id: string, text: string) => `  ${id}: {name: S, ${text}}\n`
  const scenarios = (...lines: readonly string[]) => read(`scenarios:\n${lines.join('')}${REST}`)

  it('count at all', () => {
    const none = scenario('a', 'decisions: [], weight: 0')
    expect(told(scenarios(none))).toEqual(['dossier/weights-all-zero 3:3 a'])
    expect(codes(scenarios(none, scenario('b', 'decisions: []')))).toEqual([])
    expect(codes(scenarios(none, scenario('b', 'decisions: [], weight: 0.1')))).toEqual([])
  })

  it('strike on a day only with a decision that strikes', () => {
    const annex = '{on: 2026-12-01, annex: us-icc-eo-14203, to: eu-blocking-statute}'
    const withdraw = '{on: 2026-12-01, withdraw: own}'
    const text = (decision: string, strike: string) =>
      scenario('s', `decisions: [${decision}], strike: ${strike}`)
    expect(told(scenarios(text(annex, '2026-12-01')))).toEqual(['dossier/strike-of-nothing 3:3 s'])
    expect(codes(scenarios(text(annex, 'uniform')))).toEqual([])
    expect(codes(scenarios(text(`${annex}, ${withdraw}`, '2026-12-01')))).toEqual([])
  })
})

describe('exclusions of measures', () => {
  it('are not of itself', () => {
    expect(told(measures(measure('m', ', excludes: [m]')))).toEqual([
      'dossier/excludes-itself 3:3 m',
    ])
  })

  it.each([
    ['that excludes', ', after: [b], excludes: [a]', ''],
    ['that is excluded', ', after: [b]', ', excludes: [c]'],
  ])('are not of what is waited for, through a chain: one %s', (_, c, a) => {
    const told = only(measures(measure('a', a), measure('b', ', after: [a]'), measure('c', c)))
    expect(told.code).toBe('dossier/excludes-what-it-waits-for')
    expect(told.params).toEqual({ id: 'c', excluded: 'a' })
    expect(told.places.map(({ line }) => line)).toEqual([5, 3])
  })

  it('are not of two that one waits for, and it is told once', () => {
    const told = only(
      measures(
        measure('a', ', excludes: [b]'),
        measure('b', ''),
        measure('c', ', after: [a]'),
        measure('d', ', after: [c, b]'),
        measure('e', ', after: [d]'),
      ),
    )
    expect(told.code).toBe('dossier/waits-for-both')
    expect(told.params).toEqual({ id: 'd', a: 'a', b: 'b' })
  })

  it('are fine between others, and end in a circle of waiting', () => {
    const pair = [measure('a', ', excludes: [b]'), measure('b', ', excludes: [a]')]
    expect(codes(measures(...pair))).toEqual([])
    const circle = [measure('a', ', after: [b]'), measure('b', ', after: [a]')]
    expect(codes(measures(...circle))).toEqual(['dossier/measure-cycle'])
  })

  it('are told exactly when some measure can never be done', () => {
    const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 8 })
    fc.assert(
      fc.property(pairs, pairs, (waits, excluded) => {
        // A measure waits only for those before it, so there is no circle.
        const after = waits.map(([x, y]) => [Math.max(x, y), Math.min(x, y)] as const)
        const edges = after.filter(([later, before]) => later !== before)
        const clashes = excluded.filter(([x, y]) => x !== y)
        const lines = [0, 1, 2, 3, 4, 5].map((n) => {
          const of = (list: readonly (readonly [number, number])[]) =>
            list.filter(([x]) => x === n).map(([, y]) => `m${y}`)
          return measure(`m${n}`, `, after: [${of(edges)}], excludes: [${of(clashes)}]`)
        })
        const impossible = [0, 1, 2, 3, 4, 5].some((n) => {
          const needed = [n]
          for (const one of needed) {
            for (const [later, before] of edges) if (later === one) needed.push(before)
          }
          return clashes.some(([x, y]) => needed.includes(x) && needed.includes(y))
        })
        const told = measures(...lines)
        expect(told.ok, 'the others can be done all the same').toBe(true)
        expect(told.diagnostics.length > 0).toBe(impossible)
      }),
      { numRuns: 200 },
    )
  })
})

describe('weights and person-days', () => {
  it('are no larger than a solver can add up', () => {
    const weight = (text: string) => codes(read(`scenarios: {s: {name: S, ${text}}}\n${REST}`))
    expect(weight('weight: 1000000, decisions: []')).toEqual([])
    expect(weight('weight: 1.0e+308, decisions: []')).toEqual(['dossier/number-too-large'])
    expect(codes(measures(measure('m', ', effort: {it: 1.0e+308}')))).toContain(
      'dossier/number-too-large',
    )
  })
})
