/** Which entries of a list may be a party of the dossier, by names that are not just the same. */
import type { Party } from '@holdfast/dossier'
import type { DesignationList } from '@holdfast/lists'
import { buildScreen, type ScreenQuery, screenName } from '@holdfast/screening'
import type { PossibleMatch } from './watch.ts'

/** Screens every party against the list at the product's threshold. */
export function possibleMatches(
  parties: readonly Party[],
  list: DesignationList,
): readonly PossibleMatch[] {
  const screen = buildScreen([list])
  return parties.flatMap((party) =>
    screenName(screen, queryOf(party)).map(({ entry, name, score, reasons }) => {
      return { party: party.id, list: list.id, entry, entryName: name.text, score, reasons }
    }),
  )
}

function queryOf(party: Party): ScreenQuery {
  const { name, aliases, kind, nationality, incorporated, seat, lei } = party
  const countries = kind === 'person' ? (nationality ?? []) : [incorporated, seat]
  return {
    name,
    aliases,
    kind: kind === 'person' ? 'person' : 'entity',
    // US-DE is a country to the law, and the United States to a list.
    countries: countries.flatMap((country) => (country === null ? [] : [country.slice(0, 2)])),
    identifiers: lei === null ? [] : [lei],
  }
}
