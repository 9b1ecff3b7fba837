/** The graph of a day above one party, from what registries say of it. */
import type { Day } from '@holdfast/kernel'
import {
  coneAcross,
  type PartyGraph,
  type PartyKey,
  type PartyRecord,
  partyGraph,
  type RegistryPort,
} from '@holdfast/ownership'

/** Parties above one that are read; nobody has so many but by a mistake in the data. */
export const ABOVE_MAX = 100_000

/**
 * The graph of everyone above the party with these keys, which gets the number 0. Null when more
 * than `ABOVE_MAX` stand above it.
 */
export function graphAbove(
  ports: readonly RegistryPort[],
  keys: readonly PartyKey[],
  on: Day,
): PartyGraph | null {
  const { parties, ties, whole } = coneAcross(ports, keys, ABOVE_MAX)
  if (!whole) return null
  return partyGraph(united(parties), ties, on)
}

/**
 * One record for each party, in the order in which they are first named: what its first record
 * says, then what the others add.
 */
export function united(parties: readonly PartyRecord[]): readonly PartyRecord[] {
  const records: PartyRecord[] = []
  const places = new Map<PartyKey, number>()
  for (const party of parties) {
    const known = party.keys.flatMap((key) => places.get(key) ?? [])[0]
    const place = known ?? records.length
    records[place] = known === undefined ? party : together(records[known]!, party)
    for (const key of party.keys) places.set(key, place)
  }
  return records
}

function together(first: PartyRecord, other: PartyRecord): PartyRecord {
  const names = [...first.otherNames, ...(other.name === null ? [] : [other.name])]
  const otherNames = [...new Set([...names, ...other.otherNames])].filter(
    (one) => one !== first.name,
  )
  return {
    keys: [...new Set([...first.keys, ...other.keys])],
    name: first.name ?? other.name,
    otherNames,
    kind: first.kind === 'unknown' ? other.kind : first.kind,
    incorporated: first.incorporated ?? other.incorporated,
    seat: first.seat ?? other.seat,
    nationality: [...new Set([...first.nationality, ...other.nationality])],
    residence: first.residence ?? other.residence,
    active: first.active ?? other.active,
    others: first.others === 'unknown' ? other.others : first.others,
    missing: [...first.missing, ...other.missing],
  }
}
