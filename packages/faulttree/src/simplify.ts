import { coalesce } from './coalesce.ts'
import { factor } from './factor.ts'
import type { Graph, Literal } from './graph.ts'
import { type Companions, group } from './group.ts'
import { assumeObserved } from './observability.ts'

/** Rounds of rules; nearly all that can be had comes in the first two (measured). */
const ROUNDS_MAX = 2

/**
 * An equivalent top that is easier to decide: constants folded, gates coalesced, events that are
 * known from above replaced, common arguments taken out, companions grouped.
 *
 * Complexity: a few passes over what the top depends on, each about linear.
 * Reference: A. Rauzy, "Toward an efficient implementation of the MOCUS algorithm", 2003.
 */
export function simplify(graph: Graph, top: Literal, companions: Companions = 'apart'): Literal {
  let current = top
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const next = factor(graph, assumeObserved(graph, coalesce(graph, current)))
    if (next === current) break
    current = next
  }
  return group(graph, coalesce(graph, current), companions)
}
