/**
 * The chains of owners that registries know: everyone above a party of the dossier becomes a party
 * too, with each statement of each registry as a stake of its own.
 *
 * A party is found by its keys alone, never by its name. Where the dossier says something itself it
 * stands, and a registry that says otherwise is told.
 */
import type { Dossier, Measure, Party } from '@holdfast/dossier'
import { type Diagnostic, warning } from '@holdfast/kernel'
import { type PartyRecord, type RegistryPort, writtenKey } from '@holdfast/ownership'
import { contradictions } from './registry_contradictions.ts'
import { enriched, fromRecord, stakeOf } from './registry_party.ts'

/** A registry as it was opened, and what was noticed on the way. */
export interface RegistryGiven {
  /** What messages call it. */
  readonly name: string
  readonly port: RegistryPort
  readonly diagnostics: readonly Diagnostic[]
}

/** Parties that are taken from registries at most. */
const PARTIES_MAX = 20_000
/** Owners one above the other that are followed from a party of the dossier. */
const LINKS_MAX = 400

/** A party's place in one registry. */
interface Spot {
  readonly id: string
  readonly registry: number
  readonly number: number
  /** Links up from the party of the dossier. */
  readonly links: number
}

export interface Chained {
  readonly dossier: Dossier
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The dossier with the chains of all its parties, those that measures bring included.
 *
 * Breadth first in the order of parties and registries; linear in the ties that are followed.
 * Cycles end because a registry's record is read once.
 */
export function withChains(dossier: Dossier, registries: readonly RegistryGiven[]): Chained {
  if (registries.length === 0) return { dossier, diagnostics: [] }
  const chains = new Chains(dossier, registries)
  chains.findParties()
  chains.follow()
  return { dossier: chains.grown(), diagnostics: chains.diagnostics }
}

/** What registries say of one party. */
interface Known {
  readonly records: { readonly registry: string; readonly record: PartyRecord }[]
  readonly stakes: Party['owners']['stakes'][number][]
}

class Chains {
  readonly diagnostics: Diagnostic[] = []
  readonly #dossier: Dossier
  readonly #registries: readonly RegistryGiven[]
  /** Parties that the dossier and its measures state, by id. */
  readonly #stated = new Map<string, Party>()
  readonly #known = new Map<string, Known>()
  /** Ids by registry and number, and by key. */
  readonly #spots = new Map<string, string>()
  readonly #keys = new Map<string, string>()
  readonly #queue: Spot[] = []
  #cut: string | null = null

  constructor(dossier: Dossier, registries: readonly RegistryGiven[]) {
    this.#dossier = dossier
    this.#registries = registries
    for (const party of dossier.parties.values()) this.#stated.set(party.id, party)
    for (const { parties } of dossier.measures.values()) {
      for (const party of parties.values()) this.#stated.set(party.id, party)
    }
  }

  /** Looks every party of the dossier up by its keys; which registries lack is told once. */
  findParties(): void {
    const absent: string[] = []
    for (const { id, name, registered: written = [], place } of this.#stated.values()) {
      const registered = written.map(writtenKey)
      const spots = registered.flatMap((key) => this.#spotsOf(key))
      for (const { registry, number } of spots) {
        const other = this.#take({ id, registry, number, links: 0 })
        if (other === id) continue
        const params = { party: name, other: this.#stated.get(other)?.name ?? other }
        this.diagnostics.push(warning('ownership/one-entry-two-parties', params, place))
      }
      if (registered.length > 0 && spots.length === 0) absent.push(`${name} (${registered[0]})`)
      for (const key of registered) if (!isLocal(key)) this.#keys.set(key, id)
    }
    if (absent.length > 0) {
      const more = Math.max(0, absent.length - NAMED_MAX)
      const params = { parties: absent.slice(0, NAMED_MAX), count: absent.length, more }
      this.diagnostics.push(warning('ownership/not-in-registry', params))
    }
  }

  /** A key that only its own file knows is looked for in one registry after the other. */
  #spotsOf(key: string): { readonly registry: number; readonly number: number }[] {
    const spots = this.#registries.flatMap(({ port }, registry) => {
      const number = port.find(key)
      return number === null ? [] : [{ registry, number }]
    })
    return isLocal(key) ? spots.slice(0, 1) : spots
  }

  /** @returns the id that the registry's record goes by: the one asked for, unless it has one */
  #take(spot: Spot): string {
    const at = `${spot.registry} ${spot.number}`
    const owner = this.#spots.get(at)
    if (owner !== undefined) return owner
    this.#spots.set(at, spot.id)
    this.#queue.push(spot)
    return spot.id
  }

  follow(): void {
    for (let next = 0; next < this.#queue.length; next += 1) {
      const spot = this.#queue[next]!
      const { name, port } = this.#registries[spot.registry]!
      const record = port.party(spot.number)
      const known = this.#of(spot.id)
      const isCut = spot.links >= LINKS_MAX || this.#known.size > PARTIES_MAX
      // Of a party whose owners are not followed nothing may be concluded from their absence.
      known.records.push({
        registry: name,
        record: isCut ? { ...record, others: 'unknown' } : record,
      })
      this.#lookElsewhere(spot, record)
      if (isCut) {
        this.#cut ??= record.name ?? spot.id
        continue
      }
      for (const { owner, tie } of port.tiesInto(spot.number)) {
        if (owner === spot.number) continue
        const id = this.#idOf(spot, owner)
        known.stakes.push(stakeOf(tie, id, name, this.#placeOf(spot.id)))
      }
    }
    if (this.#cut !== null) {
      const params = { party: this.#cut, parties_max: PARTIES_MAX, links_max: LINKS_MAX }
      this.diagnostics.push(warning('ownership/chains-cut', params))
    }
  }

  #of(id: string): Known {
    const known = this.#known.get(id) ?? { records: [], stakes: [] }
    this.#known.set(id, known)
    return known
  }

  /** The same party in other registries, by the keys that all of them share. */
  #lookElsewhere({ id, registry, links }: Spot, record: PartyRecord): void {
    for (const key of record.keys) {
      if (isLocal(key)) continue
      this.#registries.forEach(({ port }, other) => {
        const number = other === registry ? null : port.find(key)
        if (number !== null) this.#take({ id, registry: other, number, links })
      })
    }
  }

  /** An owner's id: a party of the dossier with one of its keys, else its first key. */
  #idOf({ registry, links }: Spot, number: number): string {
    const known = this.#spots.get(`${registry} ${number}`)
    if (known !== undefined) return known
    const { keys } = this.#registries[registry]!.port.party(number)
    const shared = keys.filter((key) => !isLocal(key))
    const found = shared.map((key) => this.#keys.get(key)).find((id) => id !== undefined)
    const id = found ?? this.#freshId(keys[0] ?? `registry:${number}`, registry)
    for (const key of shared) this.#keys.set(key, id)
    return this.#take({ id, registry, number, links: links + 1 })
  }

  /** Two registries may each call another party by the same local name. */
  #freshId(key: string, registry: number): string {
    if (!isLocal(key) || registry === 0) return key
    return `${key}@${registry + 1}`
  }

  /** A party that only a registry knows stands where the dossier names the registry. */
  #placeOf(id: string): Party['place'] {
    const { institution, parties } = this.#dossier
    const named = institution.registries?.[0]?.place ?? parties.get(institution.id)!.place
    return this.#stated.get(id)?.place ?? named
  }

  grown(): Dossier {
    const parties = new Map(this.#dossier.parties)
    for (const [id, party] of parties) parties.set(id, this.#grown(id, party))
    for (const [id, { records, stakes }] of this.#known) {
      const first = records[0]
      if (this.#stated.has(id) || first === undefined) continue
      const party = fromRecord(id, first, this.#placeOf(id))
      parties.set(id, enriched(party, records.slice(1), stakes))
    }
    // Who owns somebody is there, also where only a measure makes it a supplier.
    for (const { owners } of [...parties.values()]) {
      for (const { owner } of owners.stakes) {
        const stated = this.#stated.get(owner)
        if (stated !== undefined && !parties.has(owner))
          parties.set(owner, this.#grown(owner, stated))
      }
    }
    const measures = new Map<string, Measure>()
    for (const [id, measure] of this.#dossier.measures) {
      const own = [...measure.parties].map(([key, one]) => [key, this.#grown(key, one)] as const)
      measures.set(id, { ...measure, parties: new Map(own) })
    }
    return { ...this.#dossier, parties, measures }
  }

  #grown(id: string, party: Party): Party {
    const known = this.#known.get(id)
    if (known === undefined) return party
    const owners = (owner: string): string =>
      this.#stated.get(owner)?.name ?? this.#known.get(owner)?.records[0]?.record.name ?? owner
    this.diagnostics.push(...contradictions(party, known.records, known.stakes, owners))
    return enriched(party, known.records, known.stakes)
  }
}

/** Parties that a message names before it only counts. */
const NAMED_MAX = 8

function isLocal(key: string): boolean {
  return key.startsWith('local:')
}
