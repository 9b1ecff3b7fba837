/** Cascades against all completions of small graphs: answers, proofs and missing facts. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Cascade } from '../src/cascade.ts'
import { fixedPoint, YES } from '../src/fixed_point.ts'
import { type PartyGraph, partyGraph } from '../src/graph.ts'
import type { PartyRecord, TieRecord } from '../src/records.ts'
import type { CascadeRule } from '../src/rule_data.ts'
import { PERCENT } from '../src/share.ts'
import { completions, membersIn, type SmallStake, subsetsOf, withHidden } from './cascade_oracle.ts'
import { EO_14203, OFAC, party, tie } from './small.ts'

const PARTIES = ['a', 'b', 'c', 'd', 'e']
const name = fc.constantFrom(...PARTIES)
const bounds = fc.constantFrom<Omit<SmallStake, 'owner' | 'asset'>>(
  { low: 10, high: 10 },
  { low: 25, high: 25 },
  { low: 30, high: 30 },
  { low: 50, high: 50 },
  { low: 51, high: 51 },
  { low: 60, high: 60 },
  { low: 25, high: 50, openLow: true },
  { low: 50, high: 75, openLow: true },
  { low: 20, high: 40 },
  { low: 30, high: 60 },
  { low: 0, high: 50, openHigh: true },
  { low: 40, high: 50, openHigh: true },
  { low: 0, high: 100 },
)

const stake = fc.record({ owner: name, asset: name, bounds })

function sensible(
  all: readonly { owner: string; asset: string; bounds: Omit<SmallStake, 'owner' | 'asset'> }[],
): readonly SmallStake[] {
  const seen = new Set<string>()
  const sums = new Map<string, number>()
  const kept: SmallStake[] = []
  for (const { owner, asset, bounds } of all) {
    const sum = (sums.get(asset) ?? 0) + bounds.low + (bounds.openLow === true ? 0.5 : 0)
    if (owner === asset || seen.has(`${owner}${asset}`) || sum > 100) continue
    seen.add(`${owner}${asset}`)
    sums.set(asset, sum)
    kept.push({ owner, asset, ...bounds })
  }
  return kept
}

const graphs = fc.array(stake, { maxLength: 7 }).map(sensible)
const consolidated = fc.record({
  owner: name,
  asset: name,
  bounds: fc.constant({ low: 0, high: 100, controls: true }),
})
const controlled = fc
  .array(fc.oneof({ arbitrary: stake, weight: 4 }, consolidated), { maxLength: 6 })
  .map(sensible)
const roots = fc.uniqueArray(name, { minLength: 1, maxLength: 2 })
const BETWEEN = [5, 9.5, 10, 19.5, 20, 25, 29.5, 30, 39.5, 40, 49.5, 50, 50.5, 60, 70, 75]
const CLOSED: CascadeRule = { ...EO_14203, undeclared: 'closed' }
const rules = fc.constantFrom<CascadeRule>(OFAC, CLOSED, { ...CLOSED, aggregate: true })

function graphOf(
  stakes: readonly SmallStake[],
  complete: readonly string[] = [],
  undeclared: readonly string[] = [],
): PartyGraph {
  const parties: PartyRecord[] = PARTIES.map((id) =>
    party(id, {
      others: complete.includes(id) ? 'none' : undeclared.includes(id) ? 'unknown' : 'dispersed',
    }),
  )
  const ties: TieRecord[] = stakes.map((one) => {
    const { owner, asset, low, high, openLow = false, openHigh = false } = one
    const share = { low: low * PERCENT, high: high * PERCENT, openLow, openHigh }
    return one.controls === true
      ? tie(owner, asset, null, { kind: 'consolidation' })
      : tie(owner, asset, share)
  })
  return partyGraph(parties, ties, 20_000)
}

const numbers = (graph: PartyGraph, ids: readonly string[]): number[] =>
  ids.map((id) => graph.numberOf(id) as number)

/** The oracle's answer for each party; null when no completion fits together. */
function expected(
  stakes: readonly SmallStake[],
  from: readonly string[],
  rule: CascadeRule,
  complete: readonly string[],
): ReadonlyMap<string, string> | null {
  const worlds = completions(stakes, rule, new Set(complete), BETWEEN)
  if (worlds.length === 0) return null
  const members = worlds.map((world) => membersIn(stakes, from, rule, world))
  return new Map(
    PARTIES.map((id) => {
      const count = members.filter((group) => group.has(id)).length
      return [id, count === 0 ? 'no' : count === members.length ? 'yes' : 'unknown']
    }),
  )
}

function topsFit(stakes: readonly SmallStake[]): boolean {
  const sums = new Map<string, number>()
  for (const { asset, high } of stakes) sums.set(asset, (sums.get(asset) ?? 0) + high)
  return [...sums.values()].every((sum) => sum <= 100)
}

function small(stakes: readonly SmallStake[], open: number): boolean {
  return stakes.filter(({ low, high }) => low !== high).length <= open
}

describe('a cascade', () => {
  it('answers yes, no and unknown as all completions of the graph together', () => {
    fc.assert(
      fc.property(graphs, roots, rules, (stakes, from, rule) => {
        fc.pre(small(stakes, 4))
        const answers = expected(stakes, from, rule, [])
        const graph = graphOf(stakes)
        const start = { certain: numbers(graph, from), possible: [] }
        const cascade = new Cascade(graph, rule, start)
        const { state } = fixedPoint(graph.table, start, rule)
        for (const id of PARTIES) {
          const number = graph.numberOf(id) as number
          const words = ['no', 'unknown', 'yes'][state[number] as number]
          expect(words, `${id} by the fixed point`).toBe(answers?.get(id))
          expect(cascade.answer(number).answer, `${id} alone`).toBe(answers?.get(id))
        }
      }),
      { numRuns: 600 },
    )
  })

  it('answers so too where some control without a share, and some owners are not declared', () => {
    const open = fc.subarray(PARTIES, { maxLength: 2 })
    fc.assert(
      fc.property(controlled, roots, open, (stakes, from, undeclared) => {
        fc.pre(small(stakes, 3))
        const worlds = withHidden(completions(stakes, EO_14203, new Set(), BETWEEN), undeclared)
        const members = worlds.map((world) => membersIn(stakes, from, EO_14203, world))
        const graph = graphOf(stakes, [], undeclared)
        const start = { certain: numbers(graph, from), possible: [] }
        const { state } = fixedPoint(graph.table, start, EO_14203)
        const cascade = new Cascade(graph, EO_14203, start)
        for (const id of PARTIES) {
          const number = graph.numberOf(id) as number
          const count = members.filter((group) => group.has(id)).length
          const words = count === 0 ? 'no' : count === members.length ? 'yes' : 'unknown'
          expect(['no', 'unknown', 'yes'][state[number] as number], id).toBe(words)
          expect(cascade.answer(number).answer, `${id} alone`).toBe(words)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('uses that complete owners hold all together', () => {
    fc.assert(
      fc.property(graphs, roots, fc.subarray(PARTIES), (stakes, from, complete) => {
        fc.pre(small(stakes, 4))
        const answers = expected(
          stakes,
          from,
          OFAC,
          complete.filter((id) => stakes.some((s) => s.asset === id)),
        )
        fc.pre(answers !== null)
        const graph = graphOf(stakes, complete)
        const start = { certain: numbers(graph, from), possible: [] }
        const { state } = fixedPoint(graph.table, start, OFAC)
        for (const id of PARTIES) {
          const words = ['no', 'unknown', 'yes'][state[graph.numberOf(id) as number] as number]
          // The grid may miss sums of exactly 100: then the oracle sees fewer worlds.
          if (words !== 'unknown') expect(words, id).toBe(answers?.get(id))
        }
      }),
      { numRuns: 600 },
    )
  })

  it('asks for the smallest set of facts that settles the answer whatever they are', () => {
    let asked = 0
    fc.assert(
      fc.property(graphs, roots, (stakes, from) => {
        const rule = OFAC
        fc.pre(small(stakes, 3))
        const graph = graphOf(stakes)
        const start = { certain: numbers(graph, from), possible: [] }
        const cascade = new Cascade(graph, rule, start)
        const worlds = completions(stakes, rule, new Set(), BETWEEN)
        for (const id of PARTIES) {
          const answer = cascade.answer(graph.numberOf(id) as number)
          if (answer.answer !== 'unknown') {
            expect(answer.missing).toEqual([])
            continue
          }
          const open = stakes.flatMap(({ low, high }, at) => (low === high ? [] : [at]))
          const settling = (rows: readonly number[]): boolean => {
            const seen = new Map<string, boolean>()
            return worlds.every((world) => {
              const told = rows.map((row) => world.shares[row])
              const key = told.join()
              const is = membersIn(stakes, from, rule, world).has(id)
              if (!seen.has(key)) seen.set(key, is)
              return seen.get(key) === is
            })
          }
          asked += 1
          const rows = answer.missing.map(({ owner, asset }) =>
            stakes.findIndex(
              (one) => graph.numberOf(one.owner) === owner && graph.numberOf(one.asset) === asset,
            ),
          )
          expect(settling(rows), `${id}: the set settles`).toBe(true)
          expect(answer.smallest).toBe(true)
          // Where shares leave each other no room, a grid sees too few of them to rule sets out.
          if (!topsFit(stakes)) continue
          const smaller = subsetsOf(open).filter((some) => some.length < rows.length)
          for (const some of smaller) expect(settling(some), `${id}: ${some}`).toBe(false)
        }
      }),
      { numRuns: 4000 },
    )
    expect(asked).toBeGreaterThan(200)
  })

  it('proves yes by stakes of earlier steps that are enough, and no by too little', () => {
    fc.assert(
      fc.property(graphs, roots, rules, (stakes, from, rule) => {
        const graph = graphOf(stakes)
        const start = { certain: numbers(graph, from), possible: [] }
        const cascade = new Cascade(graph, rule, start)
        const { state } = fixedPoint(graph.table, start, rule)
        for (let number = 0; number < graph.size; number += 1) {
          const { answer, proof } = cascade.answer(number)
          expect(proof.at(-1)?.party).toBe(number)
          if (answer !== 'yes') continue
          const earlier = new Set<number>()
          for (const step of proof) {
            expect(state[step.party]).toBe(YES)
            for (const { owner, counts } of step.stakes) {
              if (counts) expect([...earlier]).toContain(owner)
            }
            earlier.add(step.party)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
