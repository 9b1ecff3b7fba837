/** How findings name things and round figures. */
import type { Dossier } from '@holdfast/dossier'

/** Names of the things of a dossier by id. */
export type NameOf = (id: string) => string

export function nameOf(dossier: Dossier): NameOf {
  return (id) =>
    dossier.parties.get(id)?.name ??
    dossier.services.get(id)?.name ??
    dossier.teams.get(id)?.name ??
    dossier.functions.get(id)?.name ??
    id
}

/** Nine significant places: enough for people, and the same on every machine. */
export function round(value: number): number {
  return Number(value.toPrecision(9))
}
