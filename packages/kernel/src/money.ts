/**
 * Money in minor units of one currency. Amounts of different currencies do not add, and money
 * does not multiply with money; a bigint keeps every amount exact.
 */
export interface Money {
  readonly minor: bigint
  readonly currency: string
}

/** Currencies whose minor unit is not the hundredth (ISO 4217). */
const MINOR_DIGITS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((currency) => [currency, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency) => [currency, 3] as const),
  ...'CLF UYW'.split(' ').map((currency) => [currency, 4] as const),
])

const SCALE: Readonly<Record<string, bigint>> = { '': 1n, K: 1_000n, M: 1_000_000n }

/** Digits after the point of a currency's major unit. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS.get(currency) ?? 2
}

/** Reads `1200 EUR`, `1 200.50 EUR`, `2.4 MEUR` or `350 kEUR`; null when it is no such amount. */
export function parseMoney(text: string): Money | null {
  const match = /^(\d[\d ]*)(?:\.(\d+))?\s*([kKM]?)([A-Z]{3})$/.exec(text.trim())
  if (match === null) return null
  const currency = match[4] ?? ''
  const scale = SCALE[(match[3] ?? '').toUpperCase()] ?? 1n
  const fraction = match[2] ?? ''
  const digits = minorDigits(currency)
  const scaled =
    BigInt((match[1] ?? '').replaceAll(' ', '') + fraction) * scale * 10n ** BigInt(digits)
  const divisor = 10n ** BigInt(fraction.length)
  return scaled % divisor === 0n ? { minor: scaled / divisor, currency } : null
}

/** The sum of two amounts of one currency. Throws when the currencies differ: that is a bug. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`money of ${a.currency} and ${b.currency} added`)
  return { minor: a.minor + b.minor, currency: a.currency }
}

/** An amount as `2400000.00 EUR`. */
export function formatMoney(money: Money): string {
  const digits = minorDigits(money.currency)
  const text = money.minor.toString().padStart(digits + 1, '0')
  if (digits === 0) return `${text} ${money.currency}`
  return `${text.slice(0, -digits)}.${text.slice(-digits)} ${money.currency}`
}
