/** The topmost parent against all completions of small graphs, rings among them. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partyGraph } from '../src/graph.ts'
import { answerTop } from '../src/top.ts'
import { PERSON } from './ceiling_worlds.ts'
import { oracleGraphs } from './chain_graphs.ts'
import { type OracleGraph, worldsOf } from './chain_oracle.ts'
import { DAY, numberIn, shareOf, TOP } from './chains.ts'
import { party, tie } from './small.ts'
import { halves, topIn } from './top_worlds.ts'

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
