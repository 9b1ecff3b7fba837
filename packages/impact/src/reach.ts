/** Paths of services: at whose door the benefit of a service ends. */
import { type Dossier, type Need, neededIds } from '@holdfast/dossier'

export class Reach {
  readonly #dossier: Dossier
  /** From a service or team to the services and teams that it supplies. */
  readonly #supplies = new Map<string, Set<string>>()
  readonly #ends = new Map<string, ReadonlySet<string>>()

  constructor(dossier: Dossier) {
    this.#dossier = dossier
    for (const service of dossier.services.values()) {
      this.#needsOf(service.id, service.needs)
      if (dossier.services.has(service.beneficiary)) this.#edge(service.id, service.beneficiary)
    }
    for (const team of dossier.teams.values()) this.#needsOf(team.id, team.needs)
  }

  #needsOf(id: string, needs: Need | null): void {
    if (needs !== null) for (const needed of neededIds(needs)) this.#edge(needed.id, id)
  }

  #edge(from: string, to: string): void {
    const set = this.#supplies.get(from)
    if (set === undefined) this.#supplies.set(from, new Set([to]))
    else set.add(to)
  }

  /**
   * The parties for whom the services and teams are that a service supplies, itself left out; of
   * a team that an official directs also the institution.
   */
  ends(id: string): ReadonlySet<string> {
    const known = this.#ends.get(id)
    if (known !== undefined) return known
    const parties = new Set<string>()
    const seen = new Set(this.#supplies.get(id) ?? [])
    if (this.#worksForInstitution(id)) parties.add(this.#dossier.institution.id)
    for (const next of seen) {
      const party = this.#beneficiary(next)
      if (party !== null) parties.add(party)
      if (this.#worksForInstitution(next)) parties.add(this.#dossier.institution.id)
      for (const further of this.#supplies.get(next) ?? []) seen.add(further)
    }
    this.#ends.set(id, parties)
    return parties
  }

  /** Work that an official directs is done for the official and so for the institution. */
  #worksForInstitution(id: string): boolean {
    const director = this.#dossier.teams.get(id)?.directedBy
    if (director === undefined) return false
    return this.#dossier.parties.get(director)?.belongsTo === this.#dossier.institution.id
  }

  #beneficiary(id: string): string | null {
    const service = this.#dossier.services.get(id)
    if (service !== undefined) {
      return this.#dossier.parties.has(service.beneficiary) ? service.beneficiary : null
    }
    return this.#dossier.teams.get(id)?.directedBy ?? null
  }

  /** The services on a shortest path from a service to one whose beneficiary is the party. */
  path(id: string, party: string): readonly string[] {
    const before = new Map<string, string | null>([[id, null]])
    for (const next of before.keys()) {
      if (next !== id && this.#beneficiary(next) === party) {
        const path: string[] = []
        for (let at: string | null = next; at !== null; at = before.get(at) ?? null) path.push(at)
        return path.reverse()
      }
      for (const further of this.#supplies.get(next) ?? []) {
        if (!before.has(further)) before.set(further, next)
      }
    }
    return [id]
  }
}
