/** Those with whom a cascade starts: whoever is listed, or organised under a law. */
import type { CascadeRule, PartyGraph, Start } from '@holdfast/ownership'
import type { Listed } from './own_listed.ts'

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
  return organisedUnder(graph, countriesOf(rule.start.organisedUnder, groups))
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
