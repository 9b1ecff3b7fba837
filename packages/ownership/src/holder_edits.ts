/** What the holders of a party look like once a fact is known, for every way it can be. */
import type { MissingFact } from './answer.ts'
import type { PartyGraph } from './graph.ts'
import {
  type ControlRule,
  type HeldStake,
  type Holders,
  hiddenHolder,
  OTHERS_STRANGERS,
  RULING_NOBODY,
  RULING_OPEN,
  RULING_TOGETHER,
} from './group.ts'
import { WHOLE } from './share.ts'
import { OTHERS_UNKNOWN } from './stake_table.ts'

export type HolderEdit = (holders: Holders) => Holders

/** With more other owners than this, only the ends of a share and its limits alone are tried. */
const OTHERS_MAX = 4

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

/** With more parties than this, undeclared owners are taken for others than those known. */
const KNOWN_MAX = 8

/** Who undeclared owners may be, small ones aside: somebody new, or a party known. */
export function unnamedOwners(holders: Holders, asset: number): readonly number[] {
  const known = holders.parties.map((_, number) => number).filter((number) => number !== asset)
  const hidden = hiddenHolder(holders)
  return known.length > KNOWN_MAX ? [hidden] : [hidden, ...known]
}

/**
 * All ways in which owners that nobody declared may be one holder. Who learns of a holder with
 * neither a majority nor too little to control learns whether it controls as well; whether owners
 * that are declared do so is a fact of its own. Who learns that the owner is a party known learns
 * who is behind that one as well.
 *
 * @param joint whether owners may control together
 */
export function ownersEdits(
  holders: Holders,
  asset: number,
  holder: number,
  control: ControlRule,
  limits: readonly number[],
  joint: boolean,
): readonly HolderEdit[] {
  const alone = { row: null, asset, owner: holder, controls: false, mayControl: false }
  const room = { ...alone, low: 0, high: restOf(holders, asset) }
  return valuesOf(holders, room, limits).flatMap((amount) => {
    const found = { ...alone, low: amount, high: amount }
    const isOpen = ({ low, high }: HeldStake, more = 0): boolean =>
      high + more >= control.mayFrom && low + more <= control.threshold
    const stakes = holders.stakesIn[asset]!
    const known = stakes.find(({ owner }) => owner === holder) ?? { ...alone, low: 0, high: 0 }
    const rulings =
      isOpen(known, amount) && !stakes.some((stake) => isOpen(stake))
        ? [RULING_NOBODY, ...(joint ? [RULING_TOGETHER] : []), holder]
        : [RULING_OPEN]
    const behind = amount === 0 ? [] : aboveOf(holders, holder)
    return rulings.map(
      (ruling): HolderEdit =>
        (now) => ({
          ...now,
          stakesIn: now.stakesIn.with(asset, [
            ...now.stakesIn[asset]!,
            ...(amount === 0 ? [] : [found]),
          ]),
          others: now.others.map((others, one) => {
            const learned = one === asset || (behind.includes(one) && others === OTHERS_UNKNOWN)
            return learned ? OTHERS_STRANGERS : others
          }),
          ruling: now.ruling[asset] === RULING_OPEN ? now.ruling.with(asset, ruling) : now.ruling,
        }),
    )
  })
}

/** A holder and everyone above it. */
function aboveOf(holders: Holders, holder: number): readonly number[] {
  const above = new Set([holder])
  for (const one of above) for (const { owner } of holders.stakesIn[one] ?? []) above.add(owner)
  return [...above]
}

/** Owners of an asset who may control it, one that nobody declared among them. */
export function ownersOf(holders: Holders, asset: number): readonly number[] {
  const owners = holders.stakesIn[asset]!.map(({ owner }) => owner)
  const open = holders.others[asset] === OTHERS_UNKNOWN
  return open ? [...owners, hiddenHolder(holders)] : owners
}

/** Who controls an asset without a majority, or that nobody does. */
export function rulingEdit(asset: number, ruling: number): HolderEdit {
  return (now) => ({ ...now, ruling: now.ruling.with(asset, ruling) })
}

/** What declared owners do not hold for certain. */
export function restOf(holders: Holders, asset: number): number {
  return WHOLE - holders.stakesIn[asset]!.reduce((sum, { low }) => sum + low, 0)
}

/** Whether there are so many parties or owners that not every way a fact can be is tried. */
export function isCrowded({ parties, stakesIn }: Holders): boolean {
  return parties.length > KNOWN_MAX + 1 || stakesIn.some((one) => one.length > OTHERS_MAX + 1)
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
  { low, high, asset, row }: HeldStake,
  limits: readonly number[],
): readonly number[] {
  if (low === high) return [low]
  const others = holders.stakesIn[asset]!.filter((other) => other.row !== row)
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
    const rest = now.stakesIn[stake.asset]!.filter(({ row }) => row !== stake.row)
    return { ...now, stakesIn: now.stakesIn.with(stake.asset, [...rest, stake]) }
  }
}
