/**
 * Shares as people and registers write them. The way back is `shareText`: what it prints is read as
 * the same share.
 */
import type { Mark } from './records.ts'
import { PERCENT, type Share, WHOLE } from './share.ts'

/** A share that is written and cannot be one; the stake is then some share. */
export interface CorruptShare {
  readonly mark: Extract<
    Mark,
    'share-not-read' | 'share-negative' | 'share-over-100' | 'share-inverted'
  >
}

/** The longest text that is looked at; the longest name of a UK band has some 100 characters. */
const CHARACTERS_MAX = 200

const NOT_STATED: ReadonlySet<string> = new Set(['', '?', 'unknown', 'n/a', 'not stated'])

/** `50`, `33.3333`, `33,3333`, `.5`; what a sign before it means is decided by who reads it. */
const NUMBER = '(?:\\d+(?:[.,]\\d*)?|[.,]\\d+)'

/** As programs write very large and very small numbers: `1e2`, `5.0E-05`. */
const SCIENTIFIC = /^\+?(\d+)(?:[.,](\d*))?e([+-]?\d{1,2})$/
const EXACT = new RegExp(`^\\+?(${NUMBER})$`)
const NEGATIVE = new RegExp(`^-\\s*(${NUMBER})(?:\\s*(?:-|\\.\\.)\\s*-?\\s*${NUMBER})?$`)
const SPAN = new RegExp(`^(${NUMBER})\\s*(?:-+|\\.{2,3}|to)\\s*(-?\\s*${NUMBER})$`)
const BOUND = new RegExp(`^(>=|<=|>|<)\\s*(-?\\s*${NUMBER})$`)
const BRACKETS = new RegExp(
  `^([[(\\]])\\s*(-?\\s*${NUMBER})\\s*[;,]\\s*(-?\\s*${NUMBER})\\s*([\\])[])$`,
)
/** Natures of control in the UK's register, with or without what is held. */
const BAND = /^(?:[a-z-]+-)?(?:(\d{1,3})-to-(\d{1,3})|more-than-(\d{1,3}))-percent(?:-[a-z-]+)?$/

/** Words for a bound, longest first: `not more than` holds `more than`. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:not more than|no more than|at most|up to|max(?:imum)?\.?)\s*/, '<='],
  [/^(?:not less than|no less than|at least|min(?:imum)?\.?)\s*/, '>='],
  [/^(?:more than|over|above)\s*/, '>'],
  [/^(?:less than|under|below)\s*/, '<'],
  [/^\u2265\s*/, '>='],
  [/^\u2264\s*/, '<='],
]

/**
 * Reads a share in percent.
 *
 * - `50`, `50%`, `33.3333`, `33,3333`: exactly so much. Of more than six decimals the share is
 *   known to lie between its neighbours of six, never at a rounded value.
 * - `1e2`, `5E-05`: as programs write numbers.
 * - `25-50`, `25–50`, `25..50`, `25 to 50`: more than 25 and at most 50; `50-50` is exactly 50.
 * - `>75`, `over 75`, `more than 75`; `>=25`, `at least 25`; `<25`, `under 25`; `<=50`, `at most
 *   50`, `up to 50`; `majority` is more than 50.
 * - `[25,50)`, `(25;50]`: a square bracket keeps its bound, a round one leaves it out.
 * - `25-to-50-percent`, `more-than-25-percent`, with what stands before and behind it in the
 *   natures of control of the UK's register: more than 25 and at most 50; more than 25.
 * - empty, `?`, `unknown`, `n/a`, `not stated`: null, not stated.
 *
 * @returns a mark where the text is none of these, negative, over 100 or the wrong way round
 */
export function readShare(text: string): Share | null | CorruptShare {
  if (text.length > CHARACTERS_MAX) return { mark: 'share-not-read' }
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u2009\u202f\s]+/g, ' ')
  if (NOT_STATED.has(plain)) return null
  const band = BAND.exec(plain)
  if (band !== null) return bandOf(band)
  const bare = plain.replace(/\s*(?:%|per ?cent|pct)(?=$|[\s\-.;,)\]])/g, '').trim()
  if (bare === 'majority') return { low: 50 * PERCENT, high: WHOLE, openLow: true, openHigh: false }
  return readNumbers(bare)
}

/** Whether a share was written and could not be read as one. */
export function isCorrupt(share: Share | null | CorruptShare): share is CorruptShare {
  return share !== null && 'mark' in share
}

const CORRUPT_CODES: Readonly<Record<CorruptShare['mark'], string>> = {
  'share-not-read': 'ownership/share-not-read',
  'share-negative': 'ownership/share-negative',
  'share-over-100': 'ownership/share-over-100',
  'share-inverted': 'ownership/share-inverted',
}

/** The code of the warning that a corrupt share is told with. */
export function corruptShareCode(mark: CorruptShare['mark']): string {
  return CORRUPT_CODES[mark]
}

/**
 * A share as text that `readShare` reads back: `50`, `25-50`, `>75`, `<=50`, `[25,50)`; percent
 * with a decimal point.
 */
export function shareText(share: Share): string {
  const { high, low, openHigh, openLow } = share
  const [from, to] = [percentText(low), percentText(high)]
  if (low === high && !openLow && !openHigh) return from
  if (high === WHOLE && !openHigh) return `${openLow ? '>' : '>='}${from}`
  if (low === 0 && !openLow) return `${openHigh ? '<' : '<='}${to}`
  if (openLow && !openHigh) return `${from}-${to}`
  return `${openLow ? '(' : '['}${from},${to}${openHigh ? ')' : ']'}`
}

function percentText(units: number): string {
  const whole = Math.floor(units / PERCENT)
  const rest = String(units % PERCENT)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : `${whole}.${rest}`
}

function bandOf(band: RegExpExecArray): Share | CorruptShare {
  const [, from = band[3] ?? '', to = '100'] = band
  return between(boundOf(from), boundOf(to), true, false)
}

function readNumbers(text: string): Share | CorruptShare {
  const exact = EXACT.exec(text)?.[1]
  if (exact !== undefined) return between(boundOf(exact), boundOf(exact), false, false)
  const scientific = SCIENTIFIC.exec(text)
  if (scientific !== null) return readNumbers(plainNumber(scientific))
  if (NEGATIVE.test(text)) return { mark: 'share-negative' }
  const span = SPAN.exec(text)
  if (span !== null) {
    const [low, high] = [boundOf(span[1] ?? ''), boundOf(span[2] ?? '')]
    return between(low, high, !isSame(low, high), false)
  }
  const brackets = BRACKETS.exec(text)
  if (brackets !== null) {
    const [, open, from = '', to = '', close] = brackets
    return between(boundOf(from), boundOf(to), open !== '[', close !== ']')
  }
  return oneSided(text)
}

/** The digits with the decimal point moved to where the exponent says. */
function plainNumber([, whole = '', decimals = '', exponent = '0']: RegExpExecArray): string {
  const by = Number(exponent)
  const digits = `${'0'.repeat(Math.max(0, -by))}${whole}${decimals}${'0'.repeat(Math.max(0, by))}`
  const point = Math.max(0, -by) + whole.length + by
  return `${digits.slice(0, point) || '0'}.${digits.slice(point) || '0'}`
}

function oneSided(text: string): Share | CorruptShare {
  let signed = text
  for (const [word, sign] of WORDS) {
    if (!word.test(signed)) continue
    signed = signed.replace(word, sign)
    break
  }
  const bound = BOUND.exec(signed)
  if (bound === null) return { mark: 'share-not-read' }
  const [, sign = '', number = ''] = bound
  const isOpen = sign.length === 1
  const at = boundOf(number)
  const [none, all] = [boundOf('0'), boundOf('100')]
  return sign.startsWith('>') ? between(at, all, isOpen, false) : between(none, at, false, isOpen)
}

/** A number between two neighbours in the unit of shares, which are the same for most. */
interface Bound {
  readonly floor: number
  readonly ceil: number
}

function isSame(one: Bound, other: Bound): boolean {
  return one.floor === other.floor && one.ceil === other.ceil
}

/** Decimals are counted as digits: 64-bit floats have no 33.333333. */
function boundOf(number: string): Bound {
  const isNegative = number.startsWith('-')
  const [whole = '', decimals = ''] = number
    .replace(/^-?\s*/, '')
    .replace(',', '.')
    .split('.')
  // Beyond any share, and within what adds exactly.
  if (whole.replace(/^0+/, '').length > 6) return { floor: 1e12, ceil: 1e12 }
  const kept = decimals.slice(0, 6).padEnd(6, '0')
  const units = Number(whole === '' ? '0' : whole) * PERCENT + Number(kept)
  const isCut = /[1-9]/.test(decimals.slice(6))
  const [floor, ceil] = [units, isCut ? units + 1 : units]
  return isNegative ? { floor: -ceil, ceil: -floor } : { floor, ceil }
}

function between(
  low: Bound,
  high: Bound,
  openLow: boolean,
  openHigh: boolean,
): Share | CorruptShare {
  if (low.floor < 0 || high.ceil < 0) return { mark: 'share-negative' }
  if (low.ceil > WHOLE || high.ceil > WHOLE) return { mark: 'share-over-100' }
  if (low.floor > high.floor) return { mark: 'share-inverted' }
  const share = {
    low: low.floor,
    high: high.ceil,
    openLow: openLow || low.ceil > low.floor,
    openHigh: openHigh || high.ceil > high.floor,
  }
  if (share.low < share.high) return share
  if (!share.openLow && !share.openHigh) return share
  // `>100` and `<0` hold nothing.
  if (share.low === WHOLE) return { mark: 'share-over-100' }
  return { mark: share.low === 0 ? 'share-negative' : 'share-inverted' }
}
