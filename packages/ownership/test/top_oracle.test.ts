/** The topmost parent against all completions of small graphs, rings among them. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partyGraph } from '../src/graph.ts'
import { answerTop } from '../src/top.ts'
import { oracleGraphs } from './chain_graphs.ts'
import { groupIn, HIDDEN, heldIn, type OracleGraph, type World, worldsOf } from './chain_oracle.ts'
import { DAY, numberIn, shareOf, TOP } from './chains.ts'
import { party, tie } from './small.ts'

const PERSON = 'e'

function topIn(graph: OracleGraph, world: World, of: string): string {
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
function halves(world: World, asset: string): readonly string[] {
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

function expected(graph: OracleGraph, of: string): string | null {
  const found = new Set<string>()
  for (const world of worldsOf(graph, [50], halves)) found.add(topIn(graph, world, of))
  if (found.size === 0) return null
  if (found.size > 1) return 'unknown'
  const [only] = found
  return only === '' ? 'no' : `yes ${only}`
}

it('agrees with all completions', () => {
  fc.assert(
    fc.property(oracleGraphs({ stakes: 5, open: 2 }), (graph) => {
      const records = graph.parties.map((one) =>
        party(one, {
          kind: one === PERSON ? 'person' : 'organisation',
          others: graph.others[one] as 'none',
        }),
      )
      const ties = graph.stakes.map(({ owner, asset, low, high }) =>
        tie(owner, asset, shareOf(low === high ? low : [low, high])),
      )
      const engine = partyGraph(records, ties, DAY)
      for (const of of graph.parties) {
        if (of === PERSON) continue
        const { answer, top } = answerTop(engine, numberIn(engine, of), TOP)
        const told = top === null ? answer : `${answer} ${engine.keys[top]}`
        const right = expected(graph, of)
        // No completion at all: what is stated contradicts itself.
        if (right !== null) expect(`${of}: ${told}`).toBe(`${of}: ${right}`)
      }
    }),
    { numRuns: 300 },
  )
}, 120_000)
