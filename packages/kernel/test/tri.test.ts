import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hull,
  type Interval,
  middle,
  ONE,
  type Tri,
  triAnd,
  triFromEnds,
  triNot,
  triOr,
  UNKNOWN_LIKELIHOOD,
  width,
  ZERO,
} from '../src/index.ts'

const tri = fc.constantFrom<Tri>('yes', 'no', 'unknown')
const several = fc.array(tri, { maxLength: 6 })

/** Truth as numbers: no 0, unknown 1/2, yes 1; then and, or and not are min, max and 1 - x. */
const NUMBER = { no: 0, unknown: 0.5, yes: 1 } as const
const numbers = (values: readonly Tri[]): number[] => values.map((value) => NUMBER[value])

describe('three-valued logic', () => {
  it('is the least, the greatest and the complement', () => {
    fc.assert(
      fc.property(several, (values) => {
        expect(NUMBER[triAnd(values)]).toBe(Math.min(1, ...numbers(values)))
        expect(NUMBER[triOr(values)]).toBe(Math.max(0, ...numbers(values)))
      }),
    )
    for (const value of ['yes', 'no', 'unknown'] as const) {
      expect(NUMBER[triNot(value)]).toBe(1 - NUMBER[value])
    }
  })

  it('obeys the laws of De Morgan, and nothing of all and all of nothing', () => {
    fc.assert(
      fc.property(several, (values) => {
        expect(triNot(triAnd(values))).toBe(triOr(values.map(triNot)))
        expect(triNot(triOr(values))).toBe(triAnd(values.map(triNot)))
      }),
    )
    expect(triAnd([])).toBe('yes')
    expect(triOr([])).toBe('no')
  })

  it('keeps its answer in any order and any grouping', () => {
    fc.assert(
      fc.property(several, several, (a, b) => {
        expect(triAnd([...b, ...a])).toBe(triAnd([...a, ...b]))
        expect(triAnd([triAnd(a), triAnd(b)])).toBe(triAnd([...a, ...b]))
        expect(triOr([...b, ...a])).toBe(triOr([...a, ...b]))
        expect(triOr([triOr(a), triOr(b)])).toBe(triOr([...a, ...b]))
      }),
    )
  })

  it('is unknown only where completions of the unknown disagree', () => {
    fc.assert(
      fc.property(several, (values) => {
        const complete = (taken: Tri): Tri[] => values.map((v) => (v === 'unknown' ? taken : v))
        const [low, high] = [complete('no'), complete('yes')]
        expect(triAnd(values)).toBe(triFromEnds(triAnd(low) === 'yes', triAnd(high) === 'yes'))
        expect(triOr(values)).toBe(triFromEnds(triOr(low) === 'yes', triOr(high) === 'yes'))
      }),
    )
    expect(triFromEnds(true, true)).toBe('yes')
    expect(triFromEnds(false, true)).toBe('unknown')
    expect(triFromEnds(false, false)).toBe('no')
  })

  it('takes an iterable once and stops at the first that decides', () => {
    let asked = 0
    function* values(): Generator<Tri> {
      for (const value of ['unknown', 'no', 'yes'] as const) {
        asked += 1
        yield value
      }
    }
    expect(triAnd(values())).toBe('no')
    expect(asked).toBe(2)
  })
})

describe('an interval', () => {
  const interval = fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([a, b]): Interval => (a <= b ? [a, b] : [b, a]))

  it('has the smallest hull that holds both', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const both = hull(a, b)
        for (const end of [...a, ...b]) {
          expect(both[0]).toBeLessThanOrEqual(end)
          expect(both[1]).toBeGreaterThanOrEqual(end)
          expect([...a, ...b]).toContain(both[0])
          expect([...a, ...b]).toContain(both[1])
        }
        expect(hull(b, a)).toEqual(both)
        expect(hull(a, a)).toEqual(a)
        expect(hull(both, a)).toEqual(both)
      }),
    )
  })

  it('has a middle inside and a width', () => {
    fc.assert(
      fc.property(interval, (one) => {
        expect(middle(one)).toBeGreaterThanOrEqual(one[0])
        expect(middle(one)).toBeLessThanOrEqual(one[1])
        expect(width(one)).toBeGreaterThanOrEqual(0)
      }),
    )
    expect(middle([0.2, 0.4])).toBeCloseTo(0.3, 12)
    expect([width(ZERO), width(ONE), width(UNKNOWN_LIKELIHOOD)]).toEqual([0, 0, 1])
  })
})
