import type { Dossier } from '@holdfast/dossier'
import { formatDay, parseDay } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dossierOf } from '../../impact/test/dossiers.ts'
import { earliestDates, missedDeadlines } from '../src/index.ts'

const on = parseDay('2026-11-01')!

function measures(lines: Readonly<Record<string, string>>): Dossier {
  const all = Object.entries(lines).map(
    ([id, rest]) => `  ${id}: {name: M, kind: other, ${rest}}\n`,
  )
  return dossierOf(`measures:\n${all.join('')}`)
}

function dates(dossier: Dossier): Record<string, [string | null, string | null]> {
  return Object.fromEntries(
    [...earliestDates(dossier, on)].map(([id, { start, finish }]) => [
      id,
      [formatDay(start), formatDay(finish)],
    ]),
  )
}

describe('the earliest dates', () => {
  it('begin on the day, or on the earliest, and last as long as the measure', () => {
    const dossier = measures({
      a: 'duration: 10d',
      b: 'duration: 1mo, earliest: 2026-12-01',
      c: 'duration: 36h, earliest: 2026-01-01',
      d: 'duration: 0d',
    })
    expect(dates(dossier)).toEqual({
      a: ['2026-11-01', '2026-11-11'],
      b: ['2026-12-01', '2026-12-31'],
      c: ['2026-11-01', '2026-11-02'],
      d: ['2026-11-01', '2026-11-01'],
    })
  })

  it('wait for the last of what must be finished first, in any order of writing', () => {
    const dossier = measures({
      last: 'duration: 5d, after: [long, short]',
      short: 'duration: 2d',
      long: 'duration: 20d, after: [short]',
      late: 'duration: 1d, after: [short], earliest: 2027-01-01',
    })
    expect([...earliestDates(dossier, on).keys()]).toEqual(['last', 'short', 'long', 'late'])
    expect(dates(dossier)).toEqual({
      last: ['2026-11-23', '2026-11-28'],
      short: ['2026-11-01', '2026-11-03'],
      long: ['2026-11-03', '2026-11-23'],
      late: ['2027-01-01', '2027-01-02'],
    })
  })

  it('are the longest way through what comes before', () => {
    const plan = fc.array(
      fc.record({ days: fc.nat({ max: 30 }), after: fc.array(fc.nat(), { maxLength: 3 }) }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(plan, (given) => {
        const after = given.map(({ after }, n) => (n === 0 ? [] : after.map((one) => one % n)))
        const dossier = measures(
          Object.fromEntries(
            given.map(({ days }, n) => [
              `m${n}`,
              `duration: ${days}d, after: [${after[n]!.map((one) => `m${one}`).join(', ')}]`,
            ]),
          ),
        )
        const longest = (n: number): number =>
          given[n]!.days + Math.max(0, ...after[n]!.map((one) => longest(one)))
        const found = earliestDates(dossier, on)
        for (const n of given.keys()) expect(found.get(`m${n}`)?.finish).toBe(on + longest(n))
      }),
      { numRuns: 200 },
    )
  })

  it('are found for a chain of a thousand', () => {
    const chain = Array.from({ length: 1000 }, (_, n): [string, string] => [
      `m${n}`,
      `duration: 1d${n === 999 ? '' : `, after: [m${n + 1}]`}`,
    ])
    const found = earliestDates(measures(Object.fromEntries(chain)), on)
    expect(found.get('m0')?.finish).toBe(on + 1000)
  })

  it('are found for a chain of twenty thousand', () => {
    const chain = Array.from({ length: 20_000 }, (_, n): [string, string] => [
      `m${n}`,
      `duration: 0d${n === 19_999 ? '' : `, after: [m${n + 1}]`}`,
    ])
    earliestDates(measures(Object.fromEntries(chain)), on)
  })

  it('of nothing are none', () => {
    expect(earliestDates(dossierOf(''), on).size).toBe(0)
    expect(missedDeadlines(dossierOf(''), on)).toEqual([])
  })
})

describe('a deadline', () => {
  it('is missed only when the earliest finish comes after it', () => {
    const dossier = measures({
      met: 'duration: 10d, deadline: 2026-11-11',
      missed: 'duration: 11d, deadline: 2026-11-11',
      free: 'duration: 100d',
      waiting: 'duration: 1d, after: [missed], deadline: 2026-11-12',
    })
    const told = missedDeadlines(dossier, on)
    expect(told.map(({ code, severity, params }) => [code, severity, params])).toEqual([
      [
        'plan/deadline-missed',
        'warning',
        { id: 'missed', finish: '2026-11-12', deadline: '2026-11-11' },
      ],
      [
        'plan/deadline-missed',
        'warning',
        { id: 'waiting', finish: '2026-11-13', deadline: '2026-11-12' },
      ],
    ])
    expect(told[0]?.places[0]).toMatchObject({ line: 6, column: 3 })
  })
})
