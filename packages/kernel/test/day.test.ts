import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, NEVER, parseDateRange, parseDay } from '../src/index.ts'

/** Days per month counted by hand, not by the platform's calendar. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function lengthOf(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]!
}

function iso(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Days since 1970-01-01 by adding up years and months. */
function countedDays(year: number, month: number, day: number): number {
  let days = day - 1
  for (let y = 1970; y < year; y += 1) days += isLeap(y) ? 366 : 365
  for (let y = year; y < 1970; y += 1) days -= isLeap(y) ? 366 : 365
  for (let m = 1; m < month; m += 1) days += lengthOf(year, m)
  return days
}

const anyDate = fc.record({
  year: fc.integer({ min: 0, max: 9999 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
})

describe('a day', () => {
  it('is what counting years, months and days gives, and nothing else is a day', () => {
    fc.assert(
      fc.property(anyDate, ({ year, month, day }) => {
        const real = day <= lengthOf(year, month)
        const expected = real ? countedDays(year, month, day) : null
        expect(parseDay(iso(year, month, day))).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('is written as it was read', () => {
    const first = countedDays(0, 1, 1)
    const last = countedDays(9999, 12, 31)
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const text = formatDay(day)
        expect(text).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(parseDay(text ?? '')).toBe(day)
      }),
      { numRuns: 1000 },
    )
    expect(formatDay(first)).toBe('0000-01-01')
    expect(formatDay(last)).toBe('9999-12-31')
  })

  it('knows leap days', () => {
    for (const leap of ['2000-02-29', '2024-02-29', '2028-02-29', '1600-02-29', '0004-02-29']) {
      expect(formatDay(parseDay(leap) ?? NEVER), leap).toBe(leap)
    }
    for (const none of ['1900-02-29', '2100-02-29', '2025-02-29', '2023-02-29', '2024-02-30']) {
      expect(parseDay(none), none).toBeNull()
    }
    expect((parseDay('2024-03-01') ?? 0) - (parseDay('2024-02-28') ?? 0)).toBe(2)
    expect((parseDay('2025-03-01') ?? 0) - (parseDay('2025-02-28') ?? 0)).toBe(1)
  })

  it('is not read from anything else', () => {
    const none = [
      ...['', ' ', '2025', '2025-02', '2025-2-6', '25-02-06', '2025/02/06', '20250206', 'today'],
      ...['2025-02-06 ', ' 2025-02-06', '2025-02-06\n', '\n2025-02-06', '2025-02-06T00:00:00Z'],
      ...['+2025-02-06', '-2025-02-06', '12025-02-06', '2025-00-10', '2025-13-01', '2025-01-00'],
      ...['2025-01-32', '2025-04-31', '2025-06-31', '2025–02–06', '２０２５-02-06', '٢٠٢٥-02-06'],
      ...['2025-02-6x', 'NaN-NaN-NaN', '2025-1e-01', '0x25-02-06'],
    ]
    for (const text of none) expect(parseDay(text), JSON.stringify(text)).toBeNull()
  })

  it('never comes when it is NEVER', () => {
    expect(formatDay(NEVER)).toBeNull()
    expect(NEVER + 30).toBe(NEVER)
    expect(Math.min(NEVER, 20_000)).toBe(20_000)
    expect(formatDay(Number.NaN)).toBeNull()
    expect(formatDay(Number.NEGATIVE_INFINITY)).toBeNull()
  })

  it('is written in the year 10000 too, which a buffer can reach', () => {
    expect(formatDay(parseDay('9999-12-31')! + 1)).toBe('+010000-01-01')
  })
})

describe('a date as far as it is known', () => {
  const text = (range: ReturnType<typeof parseDateRange>): (string | null)[] =>
    range === null ? [] : [formatDay(range.from), formatDay(range.to), range.precision]

  it('is a day, a month, a year or a span', () => {
    expect(text(parseDateRange('2025-02-06'))).toEqual(['2025-02-06', '2025-02-06', 'day'])
    expect(text(parseDateRange('2025-02'))).toEqual(['2025-02-01', '2025-02-28', 'month'])
    expect(text(parseDateRange('2024-02'))).toEqual(['2024-02-01', '2024-02-29', 'month'])
    expect(text(parseDateRange('2100-02'))).toEqual(['2100-02-01', '2100-02-28', 'month'])
    expect(text(parseDateRange('2025-12'))).toEqual(['2025-12-01', '2025-12-31', 'month'])
    expect(text(parseDateRange('2025'))).toEqual(['2025-01-01', '2025-12-31', 'year'])
    const span = parseDateRange('2026-05-13..2026-05-31')
    expect(text(span)).toEqual(['2026-05-13', '2026-05-31', 'range'])
    expect(text(parseDateRange('2026-05-13..2026-05-13'))[2]).toBe('range')
  })

  it('ends on the last day of its month in every year since 0100', () => {
    const months = fc.record({
      year: fc.integer({ min: 100, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(months, ({ year, month }) => {
        const range = parseDateRange(iso(year, month, 1).slice(0, 7))
        expect(range?.from).toBe(countedDays(year, month, 1))
        expect(range?.to).toBe(countedDays(year, month, lengthOf(year, month)))
      }),
    )
  })

  it('ends on the last day of its month in the first century', () => {
    expect(text(parseDateRange('0050-02'))).toEqual(['0050-02-01', '0050-02-28', 'month'])
  })

  it('is nothing else', () => {
    const none = [
      ...['', '2025-13', '2025-00', '25', '202', '20255', '2025-2', 'unknown', '..', '2025..2026'],
      ...['2025-02..2025-03', '2025-02-07..2025-02-06', '2025-02-06..', '..2025-02-06'],
      ...['2025-02-06...2025-02-07', '2025-02-06..2025-02-07..2025-02-08', '2025-02-30'],
      ...['2025-02-06 .. 2025-02-07', ' 2025', '2025\n', '-2025', '２０２５'],
    ]
    for (const word of none) expect(parseDateRange(word), JSON.stringify(word)).toBeNull()
  })

  it('begins no later than it ends', () => {
    const word = fc.oneof(
      fc.stringMatching(/^\d{4}(-\d{2}){0,2}$/),
      fc.stringMatching(/^20\d\d-0[1-9]-[0-2]\d\.\.20\d\d-0[1-9]-[0-2]\d$/),
    )
    fc.assert(
      fc.property(word, (one) => {
        fc.pre(!one.startsWith('00'))
        const range = parseDateRange(one)
        if (range !== null) expect(range.from).toBeLessThanOrEqual(range.to)
      }),
    )
  })
})
