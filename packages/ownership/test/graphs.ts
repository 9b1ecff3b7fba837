/** Graphs of ownership in few words, and a slow oracle that needs no cascade. */
import {
  type Completion,
  type OwnershipGraph,
  type OwnershipRule,
  type OwnershipStake,
  ownershipGraph,
  type ShareRange,
} from '../src/index.ts'

export function exactly(percent: number): ShareRange {
  return { low: percent, high: percent, openLow: false, consolidated: false }
}

/** More than `low` and at most `high` percent. */
export function band(low: number, high: number): ShareRange {
  return { low, high, openLow: low > 0, consolidated: false }
}

export const CONSOLIDATED: ShareRange = { low: 0, high: 100, openLow: false, consolidated: true }

export type StakeInWords = readonly [owner: string, asset: string, share: number | ShareRange]

export function graphOf(
  stakes: readonly StakeInWords[],
  undeclared: readonly string[] = [],
): OwnershipGraph {
  return ownershipGraph(stakes.map(stakeOf), (asset) => undeclared.includes(asset))
}

export function stakeOf([owner, asset, share]: StakeInWords): OwnershipStake {
  const range = typeof share === 'number' ? exactly(share) : share
  return { owner, asset, share: range, source: null, place: null }
}

export const always: Completion = () => true
export const never: Completion = () => false

/** One way in which the facts may be: the share of each stake, and who controls by half. */
export interface World {
  readonly shares: readonly number[]
  readonly halfControls: ReadonlySet<string>
}

/**
 * The group of the roots in one world, by the definition: start with the roots, and add whatever
 * its members hold together, until nothing is added. Consolidation counts as the rule says.
 */
export function groupIn(
  stakes: readonly StakeInWords[],
  roots: readonly string[],
  rule: OwnershipRule,
  world: World,
): Set<string> {
  const group = new Set(roots)
  const parties = new Set(stakes.flatMap((stake) => stake.slice(0, 2) as string[]))
  for (let grown = true; grown; ) {
    grown = false
    for (const party of parties) {
      if (group.has(party) || !held(stakes, party, group, rule, world)) continue
      group.add(party)
      grown = true
    }
  }
  return group
}

function held(
  stakes: readonly StakeInWords[],
  party: string,
  group: ReadonlySet<string>,
  rule: OwnershipRule,
  world: World,
): boolean {
  let sum = 0
  for (const [index, [owner, asset, share]] of stakes.entries()) {
    if (asset !== party || owner === party || !group.has(owner)) continue
    const consolidated = typeof share !== 'number' && share.consolidated
    if (consolidated && rule.consolidation === 'holds') return true
    sum += world.shares[index]!
  }
  if (sum === rule.threshold) return !rule.strict || world.halfControls.has(party)
  return sum > rule.threshold
}

/** The shares that a range may be: its ends, what lies just above an open end, and its middle. */
function sharesOf(share: number | ShareRange): number[] {
  if (typeof share === 'number') return [share]
  if (share.low === share.high) return [share.low]
  const lowest = share.openLow ? share.low + 1 : share.low
  return [...new Set([lowest, Math.ceil((share.low + share.high) / 2), share.high])]
}

/** All worlds in which nobody is owned by more than all; small graphs only. */
export function worldsOf(stakes: readonly StakeInWords[], rule: OwnershipRule): World[] {
  const shares = stakes.reduce<number[][]>(
    (all, [, , share]) => all.flatMap((one) => sharesOf(share).map((value) => [...one, value])),
    [[]],
  )
  const possible = shares.filter((one) => {
    const sums = new Map<string, number>()
    for (const [index, [, asset]] of stakes.entries())
      sums.set(asset, (sums.get(asset) ?? 0) + one[index]!)
    return [...sums.values()].every((sum) => sum <= 100)
  })
  const assets = rule.strict ? [...new Set(stakes.map(([, asset]) => asset))] : []
  const controls = [new Set<string>(), new Set(assets)]
  return possible.flatMap((one) => controls.map((halfControls) => ({ shares: one, halfControls })))
}
