/** The topmost parent in one completion of a small graph, by the words of the rule. */
import { PERSON } from './ceiling_worlds.ts'
import { groupIn, HIDDEN, heldIn, type OracleGraph, type World } from './chain_oracle.ts'

/** The topmost undertakings above a party, by name; empty when there is none. */
export function topIn(graph: OracleGraph, world: World, of: string): string {
  const undertakings = [...graph.parties, HIDDEN].filter((one) => one !== PERSON)
  const groups = new Map(
    undertakings.map((one) => [one, groupIn(world, graph.parties, [one], ({ sum }) => sum >= 50)]),
  )
  const tops = undertakings.filter(
    (one) =>
      one !== of &&
      groups.get(one)!.has(of) &&
      undertakings.every((other) => other === one || !groups.get(other)!.has(one)),
  )
  return tops.sort().join(' ')
}

/** Owners of an asset who may control it with exactly half. */
export function halves(world: World, asset: string): readonly string[] {
  const owners = world.stakes.filter((one) => one.asset === asset).map(({ owner }) => owner)
  const sums = owners.flatMap((owner) => {
    // Subsets with this owner: a half may be put together of companies of one group.
    const rest = owners.filter((one) => one !== owner)
    return Array.from({ length: 2 ** rest.length }, (_, bits) => {
      const some = new Set([owner, ...rest.filter((__, at) => (bits >> at) % 2 === 1)])
      return heldIn(world, asset, some).sum === 50 ? owner : null
    })
  })
  return [...new Set(sums.filter((owner) => owner !== null))]
}
