/** A registry in memory for tests: records and ties as given, parties by all their keys. */
import type { PartyRecord, RegistryPort, TieRecord } from '@holdfast/ownership'
import type { RegistryGiven } from '../src/engine/registry_chains.ts'

export function record(keys: readonly string[], more: Partial<PartyRecord> = {}): PartyRecord {
  return {
    keys,
    name: null,
    otherNames: [],
    kind: 'organisation',
    incorporated: null,
    seat: null,
    nationality: [],
    residence: null,
    active: null,
    others: 'unknown',
    missing: [],
    ...more,
  }
}

export function tie(owner: string, asset: string, more: Partial<TieRecord> = {}): TieRecord {
  return {
    owner,
    asset,
    kind: 'subsidiary',
    share: null,
    direct: true,
    from: null,
    to: null,
    seen: null,
    asOf: null,
    source: 'exhibit 21',
    certainty: 'stated',
    marks: [],
    place: null,
    ...more,
  }
}

export function memoryRegistry(
  name: string,
  parties: readonly PartyRecord[],
  ties: readonly TieRecord[],
): RegistryGiven {
  const numbers = new Map(parties.flatMap(({ keys }, at) => keys.map((key) => [key, at] as const)))
  const numbered = ties.map((one) => ({
    owner: numbers.get(one.owner)!,
    asset: numbers.get(one.asset)!,
    tie: one,
  }))
  const port: RegistryPort = {
    head: { built: 0, sources: [], parties: parties.length, ties: ties.length },
    find: (key) => numbers.get(key) ?? null,
    party: (number) => parties[number]!,
    tiesInto: (asset) => numbered.filter((one) => one.asset === asset),
    tiesFrom: (owner) => numbered.filter((one) => one.owner === owner),
    named: () => [],
  }
  return { name, port, diagnostics: [] }
}
