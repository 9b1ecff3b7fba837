/** Recognises that an entry which came is a party that was on the list under another number. */
import { type Statement, state } from '@holdfast/kernel'
import type { Identifier, ListEntry, StatedDate } from '../entry.ts'
import { nameKey } from '../names.ts'

/** `certain`: besides the name something agrees that hardly two parties share. */
export type Sureness = 'certain' | 'likely'

export interface Rekeying {
  readonly from: ListEntry
  readonly to: ListEntry
  readonly sure: Sureness
  /** What agrees, the weightiest first; each a statement `rekey.*`. */
  readonly reasons: readonly Statement[]
}

export interface Likeness {
  readonly sure: Sureness
  /** The sum of the weights of all that agrees; the same in both directions. */
  readonly weight: number
  readonly reasons: readonly Statement[]
}

/** From this weight on one agreement is enough to be certain. */
const STRONG = 4
/** Remarks shorter than this are the same on many entries. */
const REMARKS_CHARS_MIN = 20
/** A name that more than this many new entries share tells nobody from the others. */
const NAMESAKES_MAX = 200

/**
 * Which of the entries that came are which of those that went.
 *
 * Two are the same party when they are of one kind, share a strong name, something supports it
 * (birth date, a number, remarks, a former number, address, place of birth, programme,
 * nationality), and nothing contradicts it (birth or founding dates that cannot both be, another
 * gender, other numbers of the same kind and country). Each entry is taken once: the pair that
 * agrees most goes first, of equal ones that with the smaller numbers. A pair that had an equal
 * rival is only `likely`. The same for both directions. In the order of `gone`; linear but for
 * namesakes.
 */
export function findRekeyed(
  gone: readonly ListEntry[],
  came: readonly ListEntry[],
): readonly Rekeying[] {
  const pairs = candidates(gone, came).flatMap(({ from, to }) => {
    const like = likeness(from, to)
    return like === null ? [] : [{ from, to, like, order: [from.id, to.id].sort().join('\n') }]
  })
  pairs.sort((a, b) => b.like.weight - a.like.weight || (a.order < b.order ? -1 : 1))
  const rivals = rivalsOf(pairs)
  const takenFrom = new Map<string, Rekeying>()
  const takenTo = new Set<string>()
  for (const { from, to, like } of pairs) {
    if (takenFrom.has(from.id) || takenTo.has(to.id)) continue
    const isAlone = [from, to].every((entry) => rivals.get(entry)?.get(like.weight) === 1)
    const sure = isAlone ? like.sure : 'likely'
    takenFrom.set(from.id, { from, to, sure, reasons: like.reasons })
    takenTo.add(to.id)
  }
  return gone.flatMap((entry) => takenFrom.get(entry.id) ?? [])
}

/** How many pairs of each weight an entry is in. */
function rivalsOf(
  pairs: readonly { from: ListEntry; to: ListEntry; like: Likeness }[],
): ReadonlyMap<ListEntry, ReadonlyMap<number, number>> {
  const counts = new Map<ListEntry, Map<number, number>>()
  for (const { from, to, like } of pairs) {
    for (const entry of [from, to]) {
      const count = counts.get(entry) ?? new Map<number, number>()
      counts.set(entry, count.set(like.weight, (count.get(like.weight) ?? 0) + 1))
    }
  }
  return counts
}

/** What speaks for two entries being one party; null when too little does, or something against. */
export function likeness(a: ListEntry, b: ListEntry): Likeness | null {
  if (a.kind !== b.kind || contradict(a, b)) return null
  const named = sharedName(a, b)
  const former = [...(a.otherIds ?? []), ...(b.otherIds ?? [])].find((id) => {
    return id === a.id || id === b.id
  })
  if (named === null && former === undefined) return null
  const support = supportOf(a, b)
  if (former !== undefined) {
    support.push({ weight: 10, reason: state('rekey.former-number', { number: former }) })
  }
  if (support.length === 0) return null
  support.sort((x, y) => y.weight - x.weight)
  const weight = support.reduce((sum, one) => sum + one.weight, named?.isPrimary === true ? 1 : 0)
  const name = named === null ? [] : [state('rekey.name', { name: named.text })]
  const sure = support.some((one) => one.weight >= STRONG) ? 'certain' : 'likely'
  return { sure, weight, reasons: [...name, ...support.map((one) => one.reason)] }
}

interface Support {
  readonly weight: number
  readonly reason: Statement
}

function supportOf(a: ListEntry, b: ListEntry): Support[] {
  const support: Support[] = []
  const add = (weight: number, key: string, value: string | undefined): void => {
    if (value !== undefined) support.push({ weight, reason: state(`rekey.${key}`, { value }) })
  }
  const number = sharedNumber(a, b)
  if (number !== undefined) {
    const params = { kind: number.label ?? number.kind, number: number.number }
    support.push({ weight: 5, reason: state('rekey.identifier', params) })
  }
  const birth = sharedDate(a.births, b.births)
  add(birth?.precision === 'day' ? 4 : 1, 'birth', birth && dateText(birth))
  if (a.remarks === b.remarks && a.remarks.length >= REMARKS_CHARS_MIN) {
    support.push({ weight: 4, reason: state('rekey.remarks') })
  }
  const founded = sharedDate(a.established, b.established)
  add(2, 'established', founded && dateText(founded))
  add(2, 'birth-place', shared(a.birthPlaces, b.birthPlaces))
  add(2, 'address', shared(addressesOf(a), addressesOf(b)))
  add(1, 'programme', shared(a.programmes, b.programmes))
  add(1, 'nationality', shared(nationsOf(a), nationsOf(b)))
  return support
}

/** What cannot be of one party. */
function contradict(a: ListEntry, b: ListEntry): boolean {
  if (a.gender !== undefined && b.gender !== undefined && a.gender !== b.gender) return true
  return apart(a.births, b.births) || apart(a.established, b.established) || otherNumbers(a, b)
}

/** Dates on both sides of which no two can be the same day. */
function apart(
  some: readonly StatedDate[] | undefined,
  others: readonly StatedDate[] | undefined,
): boolean {
  if (some === undefined || others === undefined) return false
  if ([...some, ...others].some((date) => date.circa === true)) return false
  return sharedDate(some, others) === undefined
}

/** A date that both state, as exactly as the less exact of them does. */
function sharedDate(
  some: readonly StatedDate[] = [],
  others: readonly StatedDate[] = [],
): StatedDate | undefined {
  const pairs = some.flatMap((one) => others.map((other) => [one, other] as const))
  const fitting = pairs.filter(([one, other]) => one.from <= other.to && other.from <= one.to)
  const wider = fitting.map(([one, other]) => (spanOf(one) >= spanOf(other) ? one : other))
  return wider.sort((one, other) => (spanOf(one) < spanOf(other) ? -1 : 1))[0]
}

/** Longer spans have later ends for the same beginning: enough to tell days, months, years. */
function spanOf(date: StatedDate): number {
  const rank = { day: 0, month: 1, year: 2, range: 3, unknown: 4 } as const
  return rank[date.precision] + (date.circa === true ? 0.5 : 0)
}

/** Kinds of number of which one party has one at a time from one issuer. */
const OWN: ReadonlySet<string> = new Set([
  ...['passport', 'national-id', 'tax', 'registration', 'lei', 'imo', 'aircraft'],
])

function otherNumbers(a: ListEntry, b: ListEntry): boolean {
  const groups = (entry: ListEntry): ReadonlyMap<string, ReadonlySet<string>> => {
    const found = new Map<string, Set<string>>()
    for (const one of entry.identifiers ?? []) {
      if (!OWN.has(one.kind) || one.doubtful === true) continue
      const key = `${one.kind} ${one.label ?? ''} ${one.country ?? ''}`
      found.set(key, (found.get(key) ?? new Set()).add(plainNumber(one)))
    }
    return found
  }
  const others = groups(b)
  for (const [key, numbers] of groups(a)) {
    const there = others.get(key)
    if (there !== undefined && ![...numbers].some((number) => there.has(number))) return true
  }
  return false
}

function sharedNumber(a: ListEntry, b: ListEntry): Identifier | undefined {
  const key = (one: Identifier): string => `${one.kind} ${plainNumber(one)}`
  const there = new Set((b.identifiers ?? []).map(key))
  return a.identifiers?.find((one) => plainNumber(one) !== '' && there.has(key(one)))
}

/** A list that withholds a number prints a word in its place: no digit, no number. */
function plainNumber({ number }: Identifier): string {
  return /\d/.test(number) ? number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') : ''
}

function shared(some: readonly string[] = [], others: readonly string[] = []): string | undefined {
  const there = new Set(others)
  return some.find((one) => there.has(one))
}

function addressesOf(entry: ListEntry): string[] {
  return entry.addresses.flatMap(({ text, country }) =>
    text === '' ? [] : [`${text}, ${country}`],
  )
}

function nationsOf(entry: ListEntry): string[] {
  const { nationalities = [], citizenships = [], countries = [] } = entry
  return [...nationalities, ...citizenships, ...countries]
}

function dateText(date: StatedDate): string {
  if (date.precision === 'year') return date.from.slice(0, 4)
  if (date.precision === 'month') return date.from.slice(0, 7)
  return date.from === date.to ? date.from : `${date.from}..${date.to}`
}

function sharedName(a: ListEntry, b: ListEntry): { text: string; isPrimary: boolean } | null {
  const keys = new Map(strongNames(b).map(({ key, at }) => [key, at]))
  for (const { key, text, at } of strongNames(a)) {
    const other = keys.get(key)
    if (other !== undefined) return { text, isPrimary: at === 0 && other === 0 }
  }
  return null
}

function strongNames(entry: ListEntry) {
  return entry.names.flatMap(({ text, quality }, at) => {
    const key = nameKey(text, entry.kind)
    return quality === 'weak' || key === '' ? [] : [{ key, text, at }]
  })
}

/** Pairs that share a strong name or of which one names the other's number; each pair once. */
function candidates(gone: readonly ListEntry[], came: readonly ListEntry[]) {
  const byKey = new Map<string, ListEntry[]>()
  const add = (key: string, entry: ListEntry): void => {
    const there = byKey.get(key)
    if (there === undefined) byKey.set(key, [entry])
    else there.push(entry)
  }
  for (const entry of came) for (const key of blocksOf(entry)) add(key, entry)
  return gone.flatMap((from) => {
    const others = new Set<ListEntry>()
    for (const key of blocksOf(from)) {
      const there = byKey.get(key) ?? []
      if (there.length <= NAMESAKES_MAX) for (const to of there) others.add(to)
    }
    return [...others].map((to) => ({ from, to }))
  })
}

function blocksOf(entry: ListEntry): ReadonlySet<string> {
  const names = strongNames(entry).map(({ key }) => `${entry.kind} ${key}`)
  const numbers = [entry.id, ...(entry.otherIds ?? [])].map((id) => `number ${id}`)
  return new Set([...names, ...numbers])
}
