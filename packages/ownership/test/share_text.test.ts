import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PERCENT, type Share, WHOLE } from '../src/share.ts'
import { isCorrupt, readShare, shareText } from '../src/share_text.ts'

/** A share as text, its mark, or `none`. */
function told(text: string): string {
  const share = readShare(text)
  if (share === null) return 'none'
  return isCorrupt(share) ? share.mark : shareText(share)
}

describe('shares as people write them', () => {
  it.each([
    ['50', '50'],
    [' 50 % ', '50'],
    ['50.0', '50'],
    ['33.3333', '33.3333'],
    ['33,3333', '33.3333'],
    ['.5', '0.5'],
    ['0', '0'],
    ['1e2', '100'],
    ['5.5E+01', '55'],
    ['5e-05', '0.00005'],
    ['100', '100'],
    ['25-50', '25-50'],
    ['25–50%', '25-50'],
    ['25% - 50%', '25-50'],
    ['25..50', '25-50'],
    ['25 to 50 percent', '25-50'],
    ['50-50', '50'],
    ['0-50', '0-50'],
    ['>75', '>75'],
    ['75-100', '>75'],
    ['over 75', '>75'],
    ['more than 25 per cent', '>25'],
    ['>=25', '>=25'],
    ['≥ 25', '>=25'],
    ['at least 25', '>=25'],
    ['<25', '<25'],
    ['less than 25', '<25'],
    ['<=50', '<=50'],
    ['not more than 50', '<=50'],
    ['up to 50', '<=50'],
    ['majority', '>50'],
    ['[25,50)', '[25,50)'],
    ['(25.5;50,5]', '25.5-50.5'],
    ['>=100', '100'],
    ['<=0', '0'],
  ])('%s', (text, share) => {
    expect(told(text)).toBe(share)
  })

  it.each([
    ['ownership-of-shares-25-to-50-percent', '25-50'],
    ['ownership-of-shares-50-to-75-percent-as-trust', '50-75'],
    ['25-to-50-percent', '25-50'],
    ['75-to-100-percent', '>75'],
    ['voting-rights-75-to-100-percent-as-firm-limited-liability-partnership', '>75'],
    ['more-than-25-percent', '>25'],
    ['ownership-of-shares-more-than-25-percent-registered-overseas-entity', '>25'],
    ['60-to-40-percent', 'share-inverted'],
  ])('the band %s', (text, share) => {
    expect(told(text)).toBe(share)
  })

  it.each(['', ' ', '?', 'unknown', 'Unknown', 'n/a', 'not stated'])('%s is not stated', (text) => {
    expect(readShare(text)).toBeNull()
  })

  it.each([
    ['-5', 'share-negative'],
    ['−5%', 'share-negative'],
    ['-5-10', 'share-negative'],
    ['5--1', 'share-inverted'],
    ['<0', 'share-negative'],
    ['120', 'share-over-100'],
    ['40-140', 'share-over-100'],
    ['>100', 'share-over-100'],
    ['99999999999999999999', 'share-over-100'],
    ['60-40', 'share-inverted'],
    ['(50,50)', 'share-inverted'],
    ['half', 'share-not-read'],
    ['50 shares', 'share-not-read'],
    ['50%%', 'share-not-read'],
    ['1e', 'share-not-read'],
    ['1e9', 'share-over-100'],
    ['-1e1', 'share-not-read'],
    ['25-50-75', 'share-not-read'],
    [`1${'0'.repeat(300)}`, 'share-not-read'],
  ])('%s is none', (text, mark) => {
    expect(told(text)).toBe(mark)
  })

  it('rounds nothing over a threshold', () => {
    expect(told('49.99999999')).toBe('(49.999999,50)')
    expect(told('50.00000001')).toBe('(50,50.000001)')
    expect(told('50.00000000')).toBe('50')
  })

  it('reads what it writes', () => {
    const units = fc.integer({ min: 0, max: WHOLE })
    const whole = fc.integer({ min: 0, max: 100 }).map((percent) => percent * PERCENT)
    const bound = fc.oneof(units, whole)
    fc.assert(
      fc.property(bound, bound, fc.boolean(), fc.boolean(), (one, other, openLow, openHigh) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const share: Share =
          low === high
            ? { low, high, openLow: false, openHigh: false }
            : { low, high, openLow, openHigh }
        expect(readShare(shareText(share))).toEqual(share)
      }),
      { numRuns: 2_000 },
    )
  })

  it('answers for any text', () => {
    const texts = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom(...'0123456789.,-–%<>=[]() ;', 'to', 'over', 'percent'), {
          maxLength: 20,
        })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const share = readShare(text)
        if (share === null || isCorrupt(share)) return
        expect(share.low).toBeGreaterThanOrEqual(0)
        expect(share.high).toBeLessThanOrEqual(WHOLE)
        expect(share.low).toBeLessThanOrEqual(share.high)
        expect([share.low, share.high].every(Number.isInteger)).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })
})
