import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DURATION_DAYS_MAX, daysLong, parseDuration } from '../src/index.ts'

/** Hours per unit, as the format's description says. */
const HOURS = { h: 1, d: 24, w: 7 * 24, mo: 30 * 24, y: 365 * 24 } as const
const WORDS = {
  h: ['h', 'hour', 'hours'],
  d: ['d', 'day', 'days'],
  w: ['w', 'week', 'weeks'],
  mo: ['mo', 'month', 'months'],
  y: ['y', 'year', 'years'],
} as const

const units = Object.keys(HOURS) as (keyof typeof HOURS)[]

describe('a duration', () => {
  it('is the same in each spelling of its unit', () => {
    for (const unit of units) {
      for (const word of WORDS[unit]) {
        for (const text of [`3${word}`, `3 ${word}`, `3  ${word}`, ` 3${word} `]) {
          expect(parseDuration(text)?.hours, text).toBe(3 * HOURS[unit])
        }
        expect(parseDuration(`3${word.toUpperCase()}`)?.hours).toBe(3 * HOURS[unit])
      }
    }
  })

  it('counts whole days, rounded down', () => {
    const days = (text: string): number | undefined => parseDuration(text)?.days
    expect(days('0h')).toBe(0)
    expect(days('23h')).toBe(0)
    expect(days('24h')).toBe(1)
    expect(days('36h')).toBe(1)
    expect(days('47.9h')).toBe(1)
    expect(days('48h')).toBe(2)
    expect(days('1.5d')).toBe(1)
    expect(days('0.5w')).toBe(3)
    expect(days('1.5w')).toBe(10)
    expect(days('18mo')).toBe(540)
    expect(days('1y')).toBe(365)
    expect(days('0.5y')).toBe(182)
    expect(parseDuration('36h')?.hours).toBe(36)
  })

  it('is exact for whole numbers, and never more days than it is hours', () => {
    const given = fc.record({
      amount: fc.integer({ min: 0, max: 100 }),
      unit: fc.constantFrom(...units),
    })
    fc.assert(
      fc.property(given, ({ amount, unit }) => {
        const read = parseDuration(`${amount}${unit}`)
        expect(read?.hours).toBe(amount * HOURS[unit])
        expect(read?.days).toBe(Math.floor((amount * HOURS[unit]) / 24))
      }),
    )
  })

  it('is never taken for longer than it is', () => {
    const given = fc.record({
      tenths: fc.integer({ min: 0, max: 900 }),
      unit: fc.constantFrom(...units),
    })
    fc.assert(
      fc.property(given, ({ tenths, unit }) => {
        const read = parseDuration(`${tenths / 10}${unit}`)
        expect((read?.days ?? 0) * 240).toBeLessThanOrEqual(tenths * HOURS[unit])
      }),
    )
  })

  // 4.1 months are 4.1 × 30 = 123 days; the product of binary fractions falls short of it.
  it('loses no day to binary fractions', () => {
    expect(parseDuration('4.1mo')?.days).toBe(123)
  })

  it('ends at a hundred years', () => {
    expect(DURATION_DAYS_MAX).toBe(36_500)
    expect(parseDuration('36500d')?.days).toBe(36_500)
    expect(parseDuration('100y')?.days).toBe(36_500)
    expect(parseDuration('876000h')?.days).toBe(36_500)
    expect(parseDuration('876001h')).toBeNull()
    expect(parseDuration('36501d')).toBeNull()
    expect(parseDuration('101y')).toBeNull()
    expect(parseDuration(`${'9'.repeat(400)}d`)).toBeNull()
  })

  it('is not read from anything else', () => {
    const none = [
      ...[
        '',
        ' ',
        '3',
        'd',
        '-3d',
        '+3d',
        '3dd',
        '3 d d',
        '3m',
        '3min',
        '3s',
        'three days',
        '1e3d',
      ],
      ...['.5d', '5.d', '1,5d', '1.5.5d', '3d\u0000', '３d', '3 d 4 h', '1d12h', '∞d', 'NaNd'],
      ...['3 toString', '3__proto__', '3tostring', '3valueof', '0x3d'],
    ]
    for (const text of none) expect(parseDuration(text), JSON.stringify(text)).toBeNull()
  })

  it('is not read from a unit that only every object has', () => {
    expect(parseDuration('3constructor')).toBeNull()
  })

  it('of whole days states its hours', () => {
    expect(daysLong(3)).toEqual({ days: 3, hours: 72 })
    expect(daysLong(0)).toEqual({ days: 0, hours: 0 })
  })
})
