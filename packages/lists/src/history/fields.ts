/** What an entry states, field by field, so that two of its versions can be compared. */
import type { ListEntry, ListedName } from '../entry.ts'
import { canonicalText } from './digest.ts'

/**
 * The fields of an entry as they are compared. Names are three: a format may state no aliases at
 * all, and weak ones stand elsewhere than strong ones.
 */
export type ComparedField =
  | Exclude<keyof ListEntry, 'id' | 'names'>
  | 'name'
  | 'aliases'
  | 'weakAliases'

/** What is stated in one field, or in one sort of its values: passports, a fact's label. */
export interface Stated {
  readonly field: ComparedField
  /** The sort within the field; empty where the field has none. */
  readonly sort: string
  readonly values: readonly StatedValue[]
}

export interface StatedValue {
  /** Equal exactly when the values are. */
  readonly exact: string
  /** Short and for people; two values that differ may be shown alike. */
  readonly shown: string
}

/** What a field lost and gained; values that stayed are not named. */
export interface FieldChange {
  readonly field: ComparedField
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** The field and its sort as one key. */
export function keyOf({ field, sort }: Pick<Stated, 'field' | 'sort'>): string {
  return sort === '' ? field : `${field}/${sort}`
}

/** The keys of what an entry states, each once: much quicker than `statedIn`. */
export function keysIn(entry: ListEntry): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const [field, value] of Object.entries(entry)) {
    if (field === 'id' || isNothing(value)) continue
    if (field === 'names') {
      for (const [at, name] of entry.names.entries()) keys.add(nameField(name, at))
    } else if (field === 'identifiers' || field === 'facts') {
      for (const one of value as readonly object[]) keys.add(`${field}/${sortOf(one)}`)
    } else keys.add(field)
  }
  return keys
}

/** All that an entry states, by key. What it does not state has no key. */
export function statedIn(entry: ListEntry): ReadonlyMap<string, Stated> {
  const found = new Map<string, { field: ComparedField; sort: string; values: StatedValue[] }>()
  const add = (field: ComparedField, sort: string, value: StatedValue): void => {
    const key = keyOf({ field, sort })
    const there = found.get(key)
    if (there === undefined) found.set(key, { field, sort, values: [value] })
    else there.values.push(value)
  }
  for (const [at, name] of entry.names.entries()) {
    add(nameField(name, at), '', statedValue(name))
  }
  for (const [key, value] of Object.entries(entry)) {
    if (key === 'id' || key === 'names' || isNothing(value)) continue
    const field = key as ComparedField
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    for (const one of values) {
      const sorted = field === 'identifiers' || field === 'facts'
      add(field, sorted ? sortOf(one as object) : '', statedValue(one))
    }
  }
  return found
}

/**
 * What changed in the fields whose keys `isCompared` lets through, in the order of their names. The
 * order of values within a field does not count, their number does.
 */
export function changesBetween(
  before: ListEntry,
  after: ListEntry,
  isCompared: (key: string, was: boolean, is: boolean) => boolean = () => true,
): FieldChange[] {
  const [was, is] = [statedIn(before), statedIn(after)]
  const changes = new Map<ComparedField, { removed: string[]; added: string[] }>()
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(key), is.get(key)]
    if (!isCompared(key, old !== undefined, now !== undefined)) continue
    const removed = without(old?.values ?? [], now?.values ?? [])
    const added = without(now?.values ?? [], old?.values ?? [])
    if (removed.length + added.length === 0) continue
    const field = (old ?? now)!.field
    const change = changes.get(field) ?? { removed: [], added: [] }
    const [shownOld, shownNew] = shown(removed, added)
    change.removed.push(...shownOld)
    change.added.push(...shownNew)
    changes.set(field, change)
  }
  const named = [...changes].map(([field, change]) => ({ field, ...change }))
  return named.sort((a, b) => (a.field < b.field ? -1 : 1))
}

/** The values of the first that the second does not have, as often as it has fewer of them. */
function without(some: readonly StatedValue[], others: readonly StatedValue[]): StatedValue[] {
  const left = new Map<string, number>()
  for (const { exact } of others) left.set(exact, (left.get(exact) ?? 0) + 1)
  return some.filter(({ exact }) => {
    const count = left.get(exact) ?? 0
    left.set(exact, count - 1)
    return count <= 0
  })
}

/** Values in their short form, unless that form hides the difference. */
function shown(
  removed: readonly StatedValue[],
  added: readonly StatedValue[],
): [string[], string[]] {
  const short = new Set(removed.map((one) => one.shown))
  const hides = added.some((one) => short.has(one.shown))
  const text = (one: StatedValue): string => (hides ? one.exact : one.shown)
  return [removed.map(text).sort(), added.map(text).sort()]
}

function nameField(name: ListedName, at: number): 'name' | 'aliases' | 'weakAliases' {
  if (at === 0) return 'name'
  return name.quality === 'weak' ? 'weakAliases' : 'aliases'
}

function sortOf(value: object): string {
  if ('kind' in value) return String(value.kind)
  return 'label' in value ? String(value.label) : ''
}

/** The list's own word for nothing: an empty text, an empty array. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function statedValue(value: unknown): StatedValue {
  if (typeof value !== 'object' || value === null) {
    return { exact: String(value), shown: String(value) }
  }
  const fields = value as Readonly<Record<string, unknown>>
  // Which number a link's name resolves to depends on the other entries, not on this one.
  const stated = 'name' in fields ? { ...fields, entry: undefined } : fields
  return { exact: canonicalText(stated), shown: shortText(fields) }
}

/** The parts of a value that people look for, in the order in which they would write them. */
function shortText(fields: Readonly<Record<string, unknown>>): string {
  const part = (key: string): string => String(fields[key] ?? '')
  const join = (...parts: readonly string[]): string => parts.filter((one) => one !== '').join(' ')
  if ('quality' in fields) {
    const kind = ['aka', 'primary'].includes(part('kind')) ? '' : `(${part('kind')})`
    return join(part('text'), kind)
  }
  if ('precision' in fields) return join(fields.circa === true ? 'circa' : '', dayText(fields))
  if ('number' in fields) {
    return join(part('label') || part('kind'), part('number'), bracketed(part('country')))
  }
  if ('country' in fields) return [part('text'), part('country')].filter(Boolean).join(', ')
  if ('name' in fields) return join(part('kind'), part('name'))
  if ('label' in fields) return `${part('label')}: ${part('text')}`
  return Object.values(fields).map(String).join(', ')
}

function dayText(fields: Readonly<Record<string, unknown>>): string {
  const [from, to] = [String(fields.from), String(fields.to)]
  if (fields.precision === 'year') return from.slice(0, 4)
  if (fields.precision === 'month') return from.slice(0, 7)
  return from === to ? from : `${from}..${to}`
}

function bracketed(text: string): string {
  return text === '' ? '' : `(${text})`
}
