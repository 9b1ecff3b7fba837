/** Who owns whom, as far as it is declared. Cycles and cross-holdings are normal input. */
import type { Place } from '@holdfast/kernel'

/** A share in percent as far as it is known; `(low, high]` when `openLow`. */
export interface ShareRange {
  readonly low: number
  readonly high: number
  readonly openLow: boolean
  /** Held as a consolidated subsidiary: controlled, share unknown (GLEIF level 2). */
  readonly consolidated: boolean
}

/** One stake: `owner` holds `share` percent of `asset`. */
export interface OwnershipStake {
  readonly owner: string
  readonly asset: string
  readonly share: ShareRange
  readonly source: string | null
  readonly place: Place | null
}

export interface OwnershipGraph {
  readonly stakesIn: (asset: string) => readonly OwnershipStake[]
  readonly stakesOf: (owner: string) => readonly OwnershipStake[]
  /** True when owners beside those of `stakesIn` are not declared. */
  readonly undeclared: (asset: string) => boolean
}

/** Indexes stakes both ways. Stakes of a party in itself are left out: they decide nothing. */
export function ownershipGraph(
  stakes: readonly OwnershipStake[],
  undeclared: (asset: string) => boolean,
): OwnershipGraph {
  const inwards = new Map<string, OwnershipStake[]>()
  const outwards = new Map<string, OwnershipStake[]>()
  for (const stake of stakes) {
    if (stake.owner === stake.asset) continue
    push(inwards, stake.asset, stake)
    push(outwards, stake.owner, stake)
  }
  return {
    stakesIn: (asset) => inwards.get(asset) ?? [],
    stakesOf: (owner) => outwards.get(owner) ?? [],
    undeclared,
  }
}

function push<T>(into: Map<string, T[]>, key: string, value: T): void {
  const list = into.get(key)
  if (list === undefined) into.set(key, [value])
  else list.push(value)
}

/** The fact that settles how large an imprecise stake is. */
export function shareFact(stake: OwnershipStake): string {
  return `share:${stake.owner}>${stake.asset}`
}

/** The fact that settles who else owns a party. */
export function ownersFact(asset: string): string {
  return `owners:${asset}`
}

/** The fact that settles whether owners of exactly the threshold control a party. */
export function controlFact(asset: string): string {
  return `control:${asset}`
}
