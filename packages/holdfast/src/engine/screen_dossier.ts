/** The parties of a dossier as they are looked up in lists. */
import type { Party } from '@holdfast/dossier'
import type { ScreenSubject } from './screen.ts'

/** What a dossier says of a party that a list may say too. */
export function subjectOfParty(party: Party): ScreenSubject {
  const { name, aliases, kind, nationality, incorporated, seat, lei } = party
  const countries = kind === 'person' ? (nationality ?? []) : [incorporated, seat]
  return {
    id: party.id,
    name,
    aliases,
    kind: kind === 'person' ? 'person' : 'entity',
    // US-DE is a country to the law, and the United States to a list.
    countries: countries.flatMap((country) => (country === null ? [] : [country.slice(0, 2)])),
    identifiers: lei === null ? [] : [lei],
  }
}
