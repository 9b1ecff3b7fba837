/** Those with whom a cascade starts: whoever is listed, or organised under a law. */
import type { CascadeRule, PartyGraph, Start } from '@holdfast/ownership'
import { BY_THE_CALL, type Listed } from './own_listed.ts'

/** The countries of a group, or the country itself. */
export function countriesOf(
  jurisdiction: string,
  groups: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  return groups.get(jurisdiction) ?? new Set([jurisdiction])
}

/** The start of a rule in a graph. Linear in the parties. */
export function startOf(
  graph: PartyGraph,
  rule: CascadeRule,
  listed: Listed,
  groups: ReadonlyMap<string, ReadonlySet<string>>,
): Start {
  if (rule.start === 'listed') {
    return { certain: [...listed.certain.keys()], possible: [...listed.possible.keys()] }
  }
  const named = namedByCall(listed)
  if (named.length > 0 && isWithoutPlaces(graph)) return { certain: named, possible: [] }
  return organisedUnder(graph, countriesOf(rule.start.organisedUnder, groups))
}

/** Parties that the call itself names. */
function namedByCall({ certain }: Listed): readonly number[] {
  return [...certain].flatMap(([party, entries]) =>
    entries?.some(({ list }) => list === BY_THE_CALL) === true ? [party] : [],
  )
}

/**
 * True of a plain table, which says of nobody where it is organised: whom the call names are then
 * those with whom a rule about places starts, and nobody else.
 */
function isWithoutPlaces(graph: PartyGraph): boolean {
  for (let party = 0; party < graph.size; party += 1) {
    if (graph.record(party).incorporated !== null) return false
  }
  return true
}

/**
 * Whoever is organised under the law of one of these countries. Of a company whose law nobody
 * states it is possible. A person is not organised, and a state has no law that it was made under.
 */
function organisedUnder(graph: PartyGraph, countries: ReadonlySet<string>): Start {
  const certain: number[] = []
  const possible: number[] = []
  for (let party = 0; party < graph.size; party += 1) {
    const { incorporated, kind } = graph.record(party)
    if (incorporated !== null) {
      if (countries.has(incorporated.slice(0, 2))) certain.push(party)
    } else if (kind !== 'person' && kind !== 'state') possible.push(party)
  }
  return { certain, possible }
}
