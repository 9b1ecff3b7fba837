/** Everyone above a party in registries: what a rule needs of them to answer of that party. */
import type { PartyKey, PartyRecord, TieRecord } from '../records.ts'
import type { NumberedTie, RegistryPort } from './port.ts'

export interface Cone {
  /** The party asked for first, then its owners, then theirs: breadth first, each once. */
  readonly parties: readonly PartyRecord[]
  /** All that is said of who owns each of them. Both ends go by the first key of their party. */
  readonly ties: readonly TieRecord[]
  /**
   * False when there are more parties than the limit: owners are then missing, and no answer may
   * rest on it.
   */
  readonly whole: boolean
}

/**
 * The cone above one party of a registry.
 *
 * Breadth first over `tiesInto`; cycles end because a party is taken once. Linear in the ties of
 * the cone.
 *
 * @param limit parties that are taken at most
 */
export function coneAbove(port: RegistryPort, party: number, limit: number): Cone {
  return walk([port], [{ port: 0, number: party }], limit)
}

/**
 * The cone above whoever goes by one of these keys, in several registries at once: a party that two
 * registries know by the same key is looked up in both, and each registry's record of it is kept.
 * Empty when no registry has the keys.
 */
export function coneAcross(
  ports: readonly RegistryPort[],
  keys: readonly PartyKey[],
  limit: number,
): Cone {
  return walk(ports, findAll(ports, keys), limit)
}

interface Spot {
  readonly port: number
  readonly number: number
}

function findAll(ports: readonly RegistryPort[], keys: readonly PartyKey[]): Spot[] {
  const spots: Spot[] = []
  ports.forEach((registry, port) => {
    for (const key of keys) {
      const number = registry.find(key)
      const isNew = !spots.some((spot) => spot.port === port && spot.number === number)
      if (number !== null && isNew) spots.push({ port, number })
    }
  })
  return spots
}

function walk(ports: readonly RegistryPort[], start: readonly Spot[], limit: number): Cone {
  const parties: PartyRecord[] = []
  const ties: TieRecord[] = []
  const seen = ports.map(() => new Set<number>())
  const queue: Spot[] = []
  const add = (spot: Spot): void => {
    const there = seen[spot.port]!
    if (there.has(spot.number)) return
    there.add(spot.number)
    queue.push(spot)
  }
  for (const spot of start) add(spot)
  for (let next = 0; next < queue.length; next += 1) {
    if (next >= limit) return { parties, ties, whole: false }
    const { port, number } = queue[next]!
    const registry = ports[port]!
    const record = registry.party(number)
    parties.push(record)
    if (ports.length > 1) for (const spot of findAll(ports, record.keys)) add(spot)
    for (const tie of registry.tiesInto(number)) {
      ties.push(underFirstKeys(registry, tie, record))
      add({ port, number: tie.owner })
    }
  }
  return { parties, ties, whole: true }
}

/** A registry joins keys that are one party; a source may have named it by another of them. */
function underFirstKeys(
  registry: RegistryPort,
  numbered: NumberedTie,
  asset: PartyRecord,
): TieRecord {
  const { tie } = numbered
  const owner = registry.party(numbered.owner).keys[0] ?? tie.owner
  return { ...tie, owner, asset: asset.keys[0] ?? tie.asset }
}
