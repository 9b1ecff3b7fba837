/** Ceilings in one completion of a small graph, by the words of the rule. */
import type { Tri } from '@holdfast/kernel'
import fc from 'fast-check'
import { type PartyGraph, partyGraph } from '../src/graph.ts'
import { oracleGraphs } from './chain_graphs.ts'
import { groupIn, HIDDEN, heldIn, type OracleGraph, TOGETHER, type World } from './chain_oracle.ts'
import { DAY, shareOf } from './chains.ts'
import { party, tie } from './small.ts'

export const PERSON = 'e'

export interface CeilingCase {
  readonly graph: OracleGraph
  readonly outside: Readonly<Record<string, Tri>>
}

export const ceilingCases: fc.Arbitrary<CeilingCase> = fc
  .tuple(
    oracleGraphs({ stakes: 4, open: 1 }),
    fc.array(fc.constantFrom<Tri>('yes', 'yes', 'no', 'no', 'unknown'), {
      minLength: 4,
      maxLength: 4,
    }),
  )
  .map(([graph, seats]) => ({
    graph,
    outside: Object.fromEntries(graph.parties.map((one, at) => [one, seats[at] ?? 'no'])),
  }))

type Held = Parameters<Parameters<typeof groupIn>[3]>[0]
const enough = ({ sum, largestOther }: Held): boolean => sum > 40 && largestOther <= sum

/** All that outsiders control, each for itself or, by a ruling, together. */
export function outsidersIn(
  { parties }: OracleGraph,
  world: World,
  outside: ReadonlySet<string>,
  of: string,
): ReadonlySet<string> {
  const starts = [...outside].filter((one) => one !== of)
  const all = new Set<string>()
  for (let grown = true; grown; ) {
    for (const start of starts) {
      for (const member of groupIn(world, parties, [start], enough)) all.add(member)
    }
    const joint = parties.filter(
      (asset) =>
        asset !== of &&
        !all.has(asset) &&
        world.ruling.get(asset) === TOGETHER &&
        enough(heldIn(world, asset, all)),
    )
    starts.push(...joint)
    grown = joint.length > 0
  }
  return all
}

export function withinByControl(
  graph: OracleGraph,
  world: World,
  outside: ReadonlySet<string>,
  of: string,
): boolean {
  for (const start of outside) {
    if (start === of) continue
    if (heldIn(world, of, groupIn(world, graph.parties, [start], enough)).sum > 24) return false
  }
  const all = outsidersIn(graph, world, outside, of)
  return heldIn(world, of, all).sum + (world.small.get(of) ?? 0) <= 39
}

/** What absorbing holders have of a party, by going round until nothing changes. */
function integrated(
  { parties }: OracleGraph,
  world: World,
  counts: ReadonlySet<string>,
  small: boolean,
  of: string,
): number {
  const value = new Map([...counts].map((one) => [one, 1]))
  for (let pass = 0; pass < 2_000; pass += 1) {
    for (const asset of parties) {
      if (counts.has(asset)) continue
      let sum = small ? (world.small.get(asset) ?? 0) : 0
      for (const one of world.stakes) {
        if (one.asset === asset) sum += one.percent * (value.get(one.owner) ?? 0)
      }
      value.set(asset, sum / 100)
    }
  }
  return (value.get(of) ?? 0) * 100
}

export function withinInProportion(
  graph: OracleGraph,
  world: World,
  outside: ReadonlySet<string>,
  of: string,
): boolean {
  const starts = [...outside].filter((one) => one !== of)
  const each = starts.map((one) => integrated(graph, world, new Set([one]), false, of))
  const together = integrated(graph, world, new Set(starts), true, of)
  return each.every((one) => one <= 24 + 1e-9) && together <= 39 + 1e-9
}

export function ceilingRulings(world: World, asset: string): readonly string[] {
  const owners = [
    ...new Set(world.stakes.filter((one) => one.asset === asset).map((one) => one.owner)),
  ]
  const held = (bits: number): boolean =>
    enough(heldIn(world, asset, new Set(owners.filter((_, at) => (bits >> at) % 2 === 1))))
  if (!Array.from({ length: 2 ** owners.length }, (_, bits) => bits).some(held)) return []
  return [...owners, TOGETHER]
}

export function* seatsOf(outside: CeilingCase['outside']): Iterable<ReadonlySet<string>> {
  const open = Object.keys(outside).filter((one) => outside[one] === 'unknown')
  const sure = Object.keys(outside).filter((one) => outside[one] === 'yes')
  for (let bits = 0; bits < 2 ** open.length; bits += 1) {
    yield new Set([HIDDEN, ...sure, ...open.filter((_, at) => (bits >> at) % 2 === 1)])
  }
}

export function graphOfCase({ graph, outside }: CeilingCase): PartyGraph {
  const place = { yes: 'US', no: 'FR', unknown: null } as const
  const records = graph.parties.map((one) =>
    party(one, {
      kind: one === PERSON ? 'person' : 'organisation',
      others: graph.others[one] as 'none',
      incorporated: place[outside[one]!],
      seat: place[outside[one]!],
    }),
  )
  const ties = graph.stakes.map(({ owner, asset, low, high }) =>
    tie(owner, asset, shareOf(low === high ? low : [low, high])),
  )
  return partyGraph(records, ties, DAY)
}
