/**
 * What is said to be missing settles the answer: completions that agree on these facts agree on
 * the answer. Checked against all completions of small graphs, for both rules.
 */
import type { Tri } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MissingFact } from '../src/answer.ts'
import { answerCeilings } from '../src/ceilings.ts'
import { answerTop } from '../src/top.ts'
import {
  type CeilingCase,
  ceilingCases,
  ceilingRulings,
  graphOfCase,
  outsidersIn,
  PERSON,
  seatsOf,
  withinByControl,
} from './ceiling_worlds.ts'
import { oracleGraphs } from './chain_graphs.ts'
import {
  groupIn,
  HIDDEN,
  type OracleGraph,
  TOGETHER,
  type World,
  worldsOf,
} from './chain_oracle.ts'
import { CEILINGS, isEu, numberIn, TOP } from './chains.ts'
import { halves, topIn } from './top_worlds.ts'

/** A completion as it is asked about one party, with what counts as enough to control. */
interface Asked {
  readonly graph: OracleGraph
  readonly world: World
  /** Who is from outside; empty for the topmost parent. */
  readonly seats: ReadonlySet<string>
  readonly of: string
  readonly controlFrom: number
}

/** Who controls an asset without a majority, if whom the completion names holds enough for it. */
function controllerIn({ graph, world, seats, of, controlFrom }: Asked, asset: string): string {
  const named = world.ruling.get(asset) ?? ''
  if (named === '') return ''
  if (named === TOGETHER) {
    return outsidersIn(graph, world, seats, of).has(asset) ? TOGETHER : ''
  }
  const enough = ({ sum, largestOther }: { sum: number; largestOther: number }): boolean =>
    sum >= controlFrom && largestOther <= sum
  const others = [HIDDEN, ...graph.parties].filter((one) => one !== asset)
  const groups = others.map((one) => groupIn(world, graph.parties, [one], enough))
  return groups.some((group) => group.has(named) && group.has(asset)) ? named : ''
}

/** How a fact is in a completion, as text. */
function factIn(asked: Asked, { kind, asset, owner }: Named): string {
  const { graph, world, seats, controlFrom } = asked
  if (kind === 'seat') return String(seats.has(asset))
  if (kind === 'control') return controllerIn(asked, asset)
  const declared = world.stakes.slice(0, graph.stakes.length)
  if (kind === 'share') {
    return String(declared.find((one) => one.asset === asset && one.owner === owner)?.percent)
  }
  const unnamed = world.stakes.slice(graph.stakes.length).filter((one) => one.asset === asset)
  // Who learns of an owner learns whether it controls, unless declared ones may as well.
  const open = graph.stakes.some(
    (one) => one.asset === asset && one.high >= controlFrom && one.low <= 50,
  )
  const ruling = open ? '' : controllerIn(asked, asset)
  return JSON.stringify([unnamed, world.small.get(asset), ruling])
}

/** Everyone above a party by the stakes that are declared. */
function aboveOf({ stakes }: OracleGraph, of: string): ReadonlySet<string> {
  const above = new Set([of, HIDDEN])
  for (const one of above)
    for (const { owner, asset } of stakes) if (asset === one) above.add(owner)
  return above
}

/**
 * Completions whose unnamed owners are somebody new or above the party anyway. Who learns that the
 * owner is some other party learns what stands above that one as well.
 */
function* worldsAbove(
  graph: OracleGraph,
  of: string,
  between: readonly number[],
  rulings: Parameters<typeof worldsOf>[2],
): Iterable<World> {
  const above = aboveOf(graph, of)
  for (const world of worldsOf(graph, between, rulings)) {
    if (world.stakes.every(({ owner, asset }) => !above.has(asset) || above.has(owner))) yield world
  }
}

interface Named {
  readonly kind: string
  readonly asset: string
  readonly owner: string | null
}

function named(graph: { readonly keys: readonly string[] }, fact: MissingFact): Named {
  const owner = fact.owner === null ? null : graph.keys[fact.owner]!
  return { kind: fact.kind, asset: graph.keys[fact.asset]!, owner }
}

/** Answers of the completions, by what the facts are in them. */
class Answers {
  readonly #known = new Map<string, string>()

  add(facts: string, answer: string): void {
    const known = this.#known.get(facts)
    if (known === undefined) this.#known.set(facts, answer)
    else expect(`${facts} ${answer}`).toBe(`${facts} ${known}`)
  }
}

it('settles the ceilings', () => {
  fc.assert(
    fc.property(ceilingCases, (one: CeilingCase) => {
      const engine = graphOfCase(one)
      for (const of of new Set(one.graph.stakes.map(({ asset }) => asset))) {
        const { missing } = answerCeilings(engine, numberIn(engine, of), CEILINGS, isEu)
        if (missing.length === 0) continue
        const facts = missing.map((fact) => named(engine, fact))
        const answers = new Answers()
        for (const world of worldsAbove(one.graph, of, [24, 39, 40, 50], ceilingRulings)) {
          for (const seats of seatsOf(one.outside)) {
            const key = facts
              .map((fact) => factIn({ ...one, world, seats, of, controlFrom: 40.01 }, fact))
              .join('; ')
            answers.add(key, String(withinByControl(one.graph, world, seats, of)))
          }
        }
      }
    }),
    { numRuns: 150 },
  )
}, 120_000)

it('settles the topmost parent', () => {
  fc.assert(
    fc.property(oracleGraphs({ stakes: 5, open: 1 }), (graph) => {
      const outside = Object.fromEntries(graph.parties.map((one): [string, Tri] => [one, 'no']))
      const engine = graphOfCase({ graph, outside })
      const seats = new Set<string>()
      for (const of of new Set(graph.stakes.map(({ asset }) => asset))) {
        if (of === PERSON) continue
        const { missing } = answerTop(engine, numberIn(engine, of), TOP)
        if (missing.length === 0) continue
        const facts = missing.map((fact) => named(engine, fact))
        const answers = new Answers()
        for (const world of worldsAbove(graph, of, [50], halves)) {
          const key = facts
            .map((fact) => factIn({ graph, world, seats, of, controlFrom: 50 }, fact))
            .join('; ')
          answers.add(key, topIn(graph, world, of))
        }
      }
    }),
    { numRuns: 200 },
  )
}, 120_000)
