import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMoney, formatMoney, minorDigits, parseMoney } from '../src/index.ts'

/** ISO 4217, table A.1 of 2018 and its amendments: minor units that are not two. */
const ISO_4217 = {
  0: 'CLP ISK JPY KRW PYG RWF UGX VND XAF XOF',
  3: 'BHD JOD KWD OMR TND',
} as const
const ISO_4217_MISSING = {
  0: 'BIF DJF GNF KMF UYI VUV XPF',
  3: 'IQD LYD',
  4: 'CLF UYW',
} as const

const currencies = fc.constantFrom('EUR', 'USD', 'CHF', 'JPY', 'XAF', 'KWD', 'TND')

describe('money', () => {
  it('is exact, however large', () => {
    const amounts = fc.record({
      minor: fc.bigInt({ min: 0n, max: 10n ** 40n }),
      currency: currencies,
    })
    fc.assert(
      fc.property(amounts, (money) => {
        expect(parseMoney(formatMoney(money))).toEqual(money)
      }),
      { numRuns: 500 },
    )
  })

  it('is read in the ways people write it', () => {
    const minor = (text: string): bigint | undefined => parseMoney(text)?.minor
    expect(parseMoney('1200 EUR')).toEqual({ minor: 120_000n, currency: 'EUR' })
    expect(minor('1200EUR')).toBe(120_000n)
    expect(minor('1 200.50 EUR')).toBe(120_050n)
    expect(minor('1 200 000 EUR')).toBe(120_000_000n)
    expect(minor('2.4 MEUR')).toBe(240_000_000n)
    expect(minor('350 kEUR')).toBe(35_000_000n)
    expect(minor('350 KEUR')).toBe(35_000_000n)
    expect(minor('0 EUR')).toBe(0n)
    expect(minor('0.1 EUR')).toBe(10n)
    expect(minor('0.10 EUR')).toBe(10n)
    expect(minor('0.100 EUR')).toBe(10n)
    expect(minor(' 7 EUR ')).toBe(700n)
    expect(minor('0.07 EUR')).toBe(7n)
    expect(minor('9007199254740993.01 EUR')).toBe(900_719_925_474_099_301n)
    expect(minor('1 kKRW')).toBe(1000n)
    expect(minor('1 KRW')).toBe(1n)
    expect(minor('1 MGA')).toBe(100n)
    expect(minor('1 MMGA')).toBe(100_000_000n)
    expect(minor('1 KES')).toBe(100n)
  })

  it('knows currencies of no and of three digits', () => {
    for (const [digits, names] of Object.entries(ISO_4217)) {
      for (const name of names.split(' ')) expect(minorDigits(name), name).toBe(Number(digits))
    }
    for (const name of ['EUR', 'USD', 'GBP', 'CHF', 'UAH', 'XCD']) expect(minorDigits(name)).toBe(2)
    expect(parseMoney('1200 JPY')?.minor).toBe(1200n)
    expect(parseMoney('1200.0 JPY')?.minor).toBe(1200n)
    expect(parseMoney('1200.5 JPY')).toBeNull()
    expect(parseMoney('1.5 kJPY')?.minor).toBe(1500n)
    expect(parseMoney('0.0005 kJPY')).toBeNull()
    expect(parseMoney('1.234 KWD')?.minor).toBe(1234n)
    expect(parseMoney('1.2345 KWD')).toBeNull()
    expect(parseMoney('1.234 EUR')).toBeNull()
    expect(formatMoney({ minor: 1200n, currency: 'JPY' })).toBe('1200 JPY')
    expect(formatMoney({ minor: 5n, currency: 'KWD' })).toBe('0.005 KWD')
    expect(formatMoney({ minor: 0n, currency: 'EUR' })).toBe('0.00 EUR')
  })

  it('knows every currency of ISO 4217 whose minor unit is not the hundredth', () => {
    for (const [digits, names] of Object.entries(ISO_4217_MISSING)) {
      for (const name of names.split(' ')) expect(minorDigits(name), name).toBe(Number(digits))
    }
  })

  it('adds within one currency only', () => {
    const pair = fc.record({
      a: fc.bigInt({ min: 0n, max: 10n ** 30n }),
      b: fc.bigInt({ min: 0n, max: 10n ** 30n }),
      currency: currencies,
    })
    fc.assert(
      fc.property(pair, ({ a, b, currency }) => {
        const sum = addMoney({ minor: a, currency }, { minor: b, currency })
        expect(sum).toEqual({ minor: a + b, currency })
      }),
    )
    const euro = { minor: 1n, currency: 'EUR' }
    expect(() => addMoney(euro, { minor: 1n, currency: 'USD' })).toThrow(/EUR and USD/)
  })

  it('is not read from anything else', () => {
    const none = [
      ...[
        '',
        'EUR',
        '12',
        '-5 EUR',
        '+5 EUR',
        '1,200 EUR',
        '1.200,50 EUR',
        '5 eur',
        '5 Eur',
        '€ 5',
      ],
      ...['5 €', '5 EU', '5 EURO', '5 BEUR', '5 mEUR', '5. EUR', '.5 EUR', '1e3 EUR', '0x5 EUR'],
      ...['5 EUR 6 EUR', '5 EUR\n6', '٥ EUR', '５ EUR', 'NaN EUR', '1_000 EUR', "1'000 EUR"],
      ...['0.001 EUR', '1.005 EUR', '5\tEUR;', '5 k EUR x'],
    ]
    for (const text of none) expect(parseMoney(text), JSON.stringify(text)).toBeNull()
  })

  it('takes a scale of any currency exactly', () => {
    const given = fc.record({
      thousandths: fc.integer({ min: 0, max: 10_000_000 }),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    })
    fc.assert(
      fc.property(given, ({ thousandths, currency }) => {
        const whole = Math.floor(thousandths / 1000)
        const rest = String(thousandths % 1000).padStart(3, '0')
        const minor = BigInt(thousandths) * 10n ** BigInt(minorDigits(currency))
        expect(parseMoney(`${whole}.${rest} k${currency}`)).toEqual({ minor, currency })
      }),
    )
  })
})
