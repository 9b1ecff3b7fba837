/** Which parties of an ownership graph a designation list means, or the call names. */
import { type Diagnostic, nearest, warning } from '@holdfast/kernel'
import { type ListEntry, nameKey } from '@holdfast/lists'
import { type PartyGraph, type PartyKey, type PartyRecord, writtenKey } from '@holdfast/ownership'
import type { ListRead } from './list.ts'
import type { OwnParty } from './own_findings.ts'
import { calledOf } from './own_told.ts'

/** Parties by their number in a graph, with the entries that they are. */
export interface Listed {
  /** The same number of the same register, or named by the call. */
  readonly certain: ReadonlyMap<number, OwnParty['listed']>
  /** Only the same name: another party may bear it. */
  readonly possible: ReadonlyMap<number, OwnParty['listed']>
}

/** Entries of lists, by list, that somebody said a party is and is not: fields of a dossier. */
export interface ListIdentity {
  readonly listedAs: ReadonlyMap<string, readonly string[]>
  readonly notListedAs: ReadonlyMap<string, readonly string[]>
}

/** What stands in the place of a list where the call itself names a party. */
export const BY_THE_CALL = 'call'

/** Parties that the call names as listed. One that the graph does not have is a warning. */
export function listedByCall(
  graph: PartyGraph,
  named: readonly string[],
  found: (one: Diagnostic) => void,
): ReadonlyMap<number, OwnParty['listed']> {
  const listed = new Map<number, OwnParty['listed']>()
  const unknown = named.filter((text) => {
    const number = graph.numberOf(writtenKey(text)) ?? graph.numberOf(text) ?? byName(graph, text)
    if (number !== null) listed.set(number, [{ list: BY_THE_CALL, entry: text }])
    return number === null
  })
  const known = unknown.length === 0 ? [] : graph.keys.map(calledOf)
  for (const text of unknown) {
    found(warning('own/listed-not-there', { name: text, meant: nearest(text, known) }))
  }
  return listed
}

/** The one party of that name; null when there is none or several. */
function byName(graph: PartyGraph, text: string): number | null {
  const key = nameKey(text, 'entity')
  if (key === '') return null
  let only: number | null = null
  for (let party = 0; party < graph.size; party += 1) {
    const { name } = graph.record(party)
    if (name === null || nameKey(name, 'entity') !== key) continue
    if (only !== null) return null
    only = party
  }
  return only
}

/**
 * Parties that stand on a list: for certain by an LEI or a number of their own register, perhaps by
 * their name alone. Linear in the parties and in the entries.
 */
export function listedOnLists(
  graph: PartyGraph,
  lists: readonly ListRead[],
  identities: ReadonlyMap<PartyKey, ListIdentity>,
): Listed {
  const certain = new Map<number, OwnParty['listed']>()
  const possible = new Map<number, OwnParty['listed']>()
  if (lists.length === 0) return { certain, possible }
  const records = Array.from({ length: graph.size }, (_, party) => graph.record(party))
  const queries = records.map(({ name, otherNames, kind }) => ({
    names: name === null ? [] : [name, ...otherNames],
    kind: kind === 'person' ? ('person' as const) : ('entity' as const),
  }))
  for (const { list, port } of lists) {
    const numbers = numbersOf(list.entries)
    const named = port.byNames(queries)
    records.forEach((record, party) => {
      const said = record.keys.map((key) => identities.get(key)).find((one) => one !== undefined)
      const isNot = said?.notListedAs.get(list.id) ?? []
      const sure = [
        ...(said?.listedAs.get(list.id) ?? []).flatMap((number) => port.byNumber(number) ?? []),
        ...numbersOfParty(record).flatMap((number) => numbers.get(number) ?? []),
      ]
      add(certain, party, list.id, sure)
      add(
        possible,
        party,
        list.id,
        sure.length > 0 ? [] : (named[party] ?? []).filter(({ id }) => !isNot.includes(id)),
      )
    })
  }
  return { certain, possible }
}

function add(
  into: Map<number, OwnParty['listed']>,
  party: number,
  list: string,
  entries: readonly ListEntry[],
): void {
  if (entries.length === 0) return
  const ids = [...new Set(entries.map(({ id }) => id))]
  into.set(party, [...(into.get(party) ?? []), ...ids.map((entry) => ({ list, entry }))])
}

/** Shorter numbers are borne by too many. */
const NUMBER_LENGTH_MIN = 5

/** Entries by their LEI, and by a number of a register with its country. */
function numbersOf(entries: readonly ListEntry[]): ReadonlyMap<string, readonly ListEntry[]> {
  const numbers = new Map<string, ListEntry[]>()
  for (const entry of entries) {
    for (const { kind, number, country, doubtful } of entry.identifiers ?? []) {
      if (doubtful === true) continue
      if (kind === 'lei') put(numbers, `lei:${number.toUpperCase().replace(/\s+/g, '')}`, entry)
      if (kind !== 'registration' || country === undefined) continue
      const plain = plainNumber(number)
      if (plain !== null) put(numbers, `${country}:${plain}`, entry)
    }
  }
  return numbers
}

function put(into: Map<string, ListEntry[]>, key: string, entry: ListEntry): void {
  const there = into.get(key)
  if (there === undefined) into.set(key, [entry])
  else there.push(entry)
}

/** The numbers of a party in the way in which those of lists are written. */
function numbersOfParty({ keys, incorporated, seat }: PartyRecord): string[] {
  const countries = [incorporated, seat].flatMap((one) => (one === null ? [] : [one.slice(0, 2)]))
  return keys.flatMap((key) => {
    const colon = key.indexOf(':')
    const [scheme, number] = [key.slice(0, colon), key.slice(colon + 1)]
    if (scheme === 'local') return []
    if (scheme === 'lei') return [key]
    const plain = plainNumber(number)
    if (plain === null) return []
    const own = /^([a-z]{2})-/.exec(scheme)?.[1]?.toUpperCase()
    return [...new Set(own === undefined ? countries : [own])].map((one) => `${one}:${plain}`)
  })
}

/** A number without what is written in it in more ways than one. */
function plainNumber(number: string): string | null {
  const plain = number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '')
  return plain.length < NUMBER_LENGTH_MIN ? null : plain
}
