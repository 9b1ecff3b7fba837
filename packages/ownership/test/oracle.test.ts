/** The cascade's two ends against all completions of small graphs, cycles among them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupOf, OFAC_50, type OwnershipRule, openFacts, SUBSIDIARY } from '../src/index.ts'
import {
  always,
  band,
  CONSOLIDATED,
  graphOf,
  groupIn,
  never,
  type StakeInWords,
  worldsOf,
} from './graphs.ts'

const PARTIES = ['a', 'b', 'c', 'd', 'e']
const party = fc.constantFrom(...PARTIES)
const percent = fc.constantFrom(5, 10, 20, 25, 26, 30, 40, 49, 50, 51, 60, 75, 100)

const exactStake = fc.tuple(party, party, percent)

/** One stake of an owner in an asset, and no asset owned by more than all for certain. */
function sensible(stakes: readonly StakeInWords[]): StakeInWords[] {
  const seen = new Set<string>()
  const sums = new Map<string, number>()
  return stakes.filter(([owner, asset, share]) => {
    const key = `${owner} ${asset}`
    const low = typeof share === 'number' ? share : share.low + (share.openLow ? 1 : 0)
    const sum = (sums.get(asset) ?? 0) + low
    if (owner === asset || seen.has(key) || sum > 100) return false
    seen.add(key)
    sums.set(asset, sum)
    return true
  })
}

const exactGraph = fc.array(exactStake, { maxLength: 10 }).map(sensible)

const range = fc.oneof(
  percent,
  percent,
  fc.constantFrom(
    band(25, 50),
    band(50, 75),
    band(0, 25),
    band(75, 99),
    band(10, 60),
    band(0, 100),
  ),
)

const openGraph = fc.array(fc.tuple(party, party, range), { maxLength: 6 }).map(sensible)
const roots = fc.uniqueArray(party, { minLength: 1, maxLength: 2 })
const rules = fc.constantFrom<OwnershipRule>(OFAC_50, SUBSIDIARY)

const members = (group: ReadonlyMap<string, unknown>): string[] => [...group.keys()].sort()

describe('the group of the roots', () => {
  it('is the least fixed point where every share is known', () => {
    fc.assert(
      fc.property(exactGraph, roots, (stakes, from) => {
        const [world] = worldsOf(stakes, OFAC_50)
        const expected = [...groupIn(stakes, from, OFAC_50, world!)].sort()
        const graph = graphOf(stakes)
        expect(members(groupOf(graph, from, OFAC_50, never))).toEqual(expected)
        expect(members(groupOf(graph, from, OFAC_50, always))).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it('is in every completion what its lower end says, and in some what its upper end says', () => {
    fc.assert(
      fc.property(openGraph, roots, rules, (stakes, from, rule) => {
        const worlds = worldsOf(stakes, rule).map((world) => groupIn(stakes, from, rule, world))
        fc.pre(worlds.length > 0)
        const graph = graphOf(stakes)
        const lower = members(groupOf(graph, from, rule, never))
        const upper = members(groupOf(graph, from, rule, always))
        for (const group of worlds) {
          for (const id of lower) expect(group).toContain(id)
          for (const id of group) expect(upper).toContain(id)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('has no wider ends than the completions, where no stranger holds the rest', () => {
    fc.assert(
      fc.property(openGraph, roots, rules, (stakes, from, rule) => {
        // Every asset's stakes fit together at their tops: no share limits another.
        const tops = new Map<string, number>()
        for (const [, asset, share] of stakes) {
          const high = typeof share === 'number' ? share : share.high
          tops.set(asset, (tops.get(asset) ?? 0) + high)
        }
        fc.pre([...tops.values()].every((sum) => sum <= 100))
        const worlds = worldsOf(stakes, rule).map((world) => groupIn(stakes, from, rule, world))
        const graph = graphOf(stakes)
        const all = PARTIES.filter((id) => worlds.every((group) => group.has(id)))
        const some = PARTIES.filter((id) => worlds.some((group) => group.has(id)))
        const lower = members(groupOf(graph, from, rule, never))
        expect(lower.filter((id) => PARTIES.includes(id))).toEqual(all)
        expect(members(groupOf(graph, from, rule, always))).toEqual(some)
      }),
      { numRuns: 1500 },
    )
  })

  it('asks for a fact wherever its ends differ', () => {
    fc.assert(
      fc.property(openGraph, roots, rules, (stakes, from, rule) => {
        const graph = graphOf(stakes)
        const lower = groupOf(graph, from, rule, never)
        for (const id of groupOf(graph, from, rule, always).keys()) {
          if (!lower.has(id)) expect(openFacts(graph, id, rule)).not.toEqual([])
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('depends on no facts but those it asks for', () => {
    fc.assert(
      fc.property(openGraph, roots, rules, (stakes, from, rule) => {
        const graph = graphOf(stakes)
        for (const id of PARTIES) {
          const asked = new Set(openFacts(graph, id, rule))
          const told = (taken: boolean) =>
            groupOf(graph, from, rule, (fact) => asked.has(fact) && taken).has(id)
          const wide = (taken: boolean) => groupOf(graph, from, rule, () => taken).has(id)
          expect(told(true)).toBe(wide(true))
          expect(told(false)).toBe(wide(false))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('only grows with a stake of a member', () => {
    const more = fc.record({ stakes: openGraph, asset: party, share: percent, taken: fc.boolean() })
    fc.assert(
      fc.property(more, roots, rules, ({ stakes, asset, share, taken }, from, rule) => {
        const owner = from[0]!
        const grown = sensible([...stakes, [owner, asset, share]])
        const before = groupOf(graphOf(stakes), from, rule, () => taken)
        const after = groupOf(graphOf(grown), from, rule, () => taken)
        for (const id of before.keys()) expect([...after.keys()]).toContain(id)
      }),
      { numRuns: 1000 },
    )
  })

  it('only grows with a root and with facts completed upwards, in any order', () => {
    fc.assert(
      fc.property(openGraph, roots, party, rules, (stakes, from, extra, rule) => {
        const graph = graphOf(stakes)
        for (const taken of [always, never]) {
          const wider = groupOf(graph, [...from, extra], rule, taken)
          for (const id of groupOf(graph, from, rule, taken).keys()) {
            expect([...wider.keys()]).toContain(id)
          }
          const reversed = groupOf(graphOf(stakes.toReversed()), from.toReversed(), rule, taken)
          expect(members(reversed)).toEqual(members(groupOf(graph, from, rule, taken)))
        }
        const upper = groupOf(graph, from, rule, always)
        for (const id of groupOf(graph, from, rule, never).keys()) {
          expect([...upper.keys()]).toContain(id)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('proves each member by stakes of members', () => {
    const consolidated = fc.tuple(party, party, fc.constant(CONSOLIDATED))
    const stakes = fc
      .array(fc.oneof(fc.tuple(party, party, range), consolidated), { maxLength: 8 })
      .map(sensible)
    fc.assert(
      fc.property(stakes, roots, rules, (all, from, rule) => {
        const group = groupOf(graphOf(all), from, rule, always)
        for (const [id, holding] of group) {
          if (holding.kind === 'root') expect(from).toContain(id)
          else {
            expect(holding.by.length).toBeGreaterThan(0)
            for (const { owner, asset } of holding.by) {
              expect(asset).toBe(id)
              expect([...group.keys()]).toContain(owner)
            }
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
