/** What the holders of a party look like once a fact is known, for every way it can be. */
import type { MissingFact } from './answer.ts'
import type { PartyGraph } from './graph.ts'
import { type HeldStake, type Holders, OTHERS_STRANGERS } from './group.ts'
import { WHOLE } from './share.ts'

export type HolderEdit = (holders: Holders) => Holders

/** With more other owners than this, only the ends of a share and its limits alone are tried. */
export const OTHERS_MAX = 4

/** All ways in which one stake may be, its control with it. */
export function stakeEdits(
  holders: Holders,
  stake: HeldStake,
  limits: readonly number[],
): readonly HolderEdit[] {
  return valuesOf(holders, stake, limits).flatMap((value) =>
    (stake.mayControl ? [true, false] : [stake.controls]).map((controls) =>
      replaceStake({ ...stake, low: value, high: value, controls, mayControl: false }),
    ),
  )
}

/** All ways in which owners that nobody declared may be one holder with a number of its own. */
export function ownersEdits(
  holders: Holders,
  asset: number,
  holder: number,
  limits: readonly number[],
): readonly HolderEdit[] {
  const alone = { row: null, asset, owner: holder, controls: false, mayControl: false }
  const room = { ...alone, low: 0, high: restOf(holders, asset) }
  return valuesOf(holders, room, limits).map((amount) => (now) => {
    const stakes = now.stakesIn[asset]!
    const more = amount === 0 ? stakes : [...stakes, { ...alone, low: amount, high: amount }]
    return {
      ...now,
      stakesIn: now.stakesIn.with(asset, more),
      others: now.others.with(asset, OTHERS_STRANGERS),
    }
  })
}

/** Who controls an asset without a majority, or that nobody does. */
export function rulingEdit(asset: number, ruling: number): HolderEdit {
  return (now) => ({ ...now, ruling: now.ruling.with(asset, ruling) })
}

/** What declared owners do not hold for certain. */
export function restOf(holders: Holders, asset: number): number {
  return WHOLE - holders.stakesIn[asset]!.reduce((sum, { low }) => sum + low, 0)
}

/** What is to be found out about a stake; null when all that may matter is known. */
export function stakeFact(
  graph: PartyGraph,
  holders: Holders,
  { row, low, high, mayControl, owner, asset }: HeldStake,
): MissingFact | null {
  if (row === null || (low === high && !mayControl)) return null
  const { disputed, doubt, share } = graph.stake(row)
  const kind = disputed ? 'sources' : doubt !== null ? 'held' : low === high ? 'control' : 'share'
  return missingFact(kind, holders.parties[asset]!, holders.parties[owner]!, share)
}

export function missingFact(
  kind: MissingFact['kind'],
  asset: number,
  owner: MissingFact['owner'] = null,
  share: MissingFact['share'] = null,
): MissingFact {
  return { kind, asset, owner, share, yesFrom: null }
}

/** The ends of a share, and what with some of the others just reaches or passes a limit. */
function valuesOf(
  holders: Holders,
  { low, high, asset, owner }: HeldStake,
  limits: readonly number[],
): readonly number[] {
  if (low === high) return [low]
  const others = holders.stakesIn[asset]!.filter((other) => other.owner !== owner)
  const sums = others.length > OTHERS_MAX ? [0] : sumsOf(others)
  const exact = limits.flatMap((limit) => sums.flatMap((sum) => [limit - sum, limit - sum + 1]))
  const inside = [...new Set(exact)].filter((value) => value > low && value < high)
  return [low, high, ...inside]
}

/** All sums of some of the stakes, each at its lowest or its highest. */
function sumsOf(stakes: readonly HeldStake[]): readonly number[] {
  let sums = [0]
  for (const { low, high } of stakes) {
    sums = [...new Set(sums.flatMap((sum) => [sum, sum + low, sum + high]))]
  }
  return sums
}

function replaceStake(stake: HeldStake): HolderEdit {
  return (now) => {
    const rest = now.stakesIn[stake.asset]!.filter(({ owner }) => owner !== stake.owner)
    return { ...now, stakesIn: now.stakesIn.with(stake.asset, [...rest, stake]) }
  }
}
