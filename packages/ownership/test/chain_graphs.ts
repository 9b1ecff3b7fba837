/** Small graphs of ownership for property tests: rings, bands and owners unnamed among them. */
import fc from 'fast-check'
import type { OracleGraph, OracleStake } from './chain_oracle.ts'

const PARTIES = ['a', 'b', 'c', 'd', 'e']
const party = fc.constantFrom(...PARTIES)
const exact = fc.constantFrom(5, 10, 20, 24, 25, 30, 39, 40, 41, 45, 50, 51, 60, 100)
const band = fc.constantFrom([25, 50], [50, 75], [20, 30], [35, 60], [0, 100], [24, 40])
const percents = fc.oneof(
  { weight: 3, arbitrary: exact.map((one) => [one, one] as const) },
  { weight: 1, arbitrary: band.map(([low, high]) => [low!, high!] as const) },
)

const stake = fc
  .tuple(party, party, percents)
  .map(([owner, asset, [low, high]]): OracleStake => ({ owner, asset, low, high }))

/**
 * @param limits how many stakes, and of how many parties the owners may be undeclared
 */
export function oracleGraphs(limits: {
  readonly stakes: number
  readonly open: number
}): fc.Arbitrary<OracleGraph> {
  const others = fc.constantFrom('none', 'none', 'dispersed', 'unknown' as const)
  return fc
    .tuple(
      fc.array(stake, { minLength: 1, maxLength: limits.stakes }),
      fc.array(others, { minLength: PARTIES.length, maxLength: PARTIES.length }),
    )
    .map(([stakes, stated]) => {
      let open = 0
      const owners = stated.map((one) => {
        if (one === 'none') return one
        open += 1
        return open > limits.open ? 'none' : one
      })
      owners[PARTIES.length - 1] = 'none'
      return {
        parties: PARTIES,
        stakes: sensible(stakes),
        others: Object.fromEntries(PARTIES.map((one, at) => [one, owners[at]!])),
      }
    })
}

/** One stake of an owner in an asset, none in itself or in a person, no asset held above all. */
function sensible(stakes: readonly OracleStake[]): OracleStake[] {
  const seen = new Set<string>()
  const sums = new Map<string, number>()
  return stakes.filter(({ owner, asset, low, high }) => {
    const key = `${owner} ${asset}`
    const sum = (sums.get(asset) ?? 0) + low + (low === high ? 0 : 1)
    if (owner === asset || asset === 'e' || seen.has(key) || sum > 100) return false
    seen.add(key)
    sums.set(asset, sum)
    return true
  })
}
