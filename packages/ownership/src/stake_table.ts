/**
 * Stakes in columns, indexed both ways: the form in which rules run over a village or over ten
 * million edges. Parties are numbers from 0; shares are whole millionths of a percent.
 */

/** More than the low bound. */
export const OPEN_LOW = 1
/** Less than the high bound. */
export const OPEN_HIGH = 2
/** The owner controls the asset whatever the share: consolidates it, calls it a subsidiary. */
export const CONTROLS = 4
/** The asset is a branch of the owner: no person of its own. */
export const BRANCH = 8
/** Whether there is such a stake at all is not known: in the world without it, it is nothing. */
export const MAY_BE_NONE = 16
/** The owner may control the asset whatever the share: it appoints the board, or once did. */
export const MAY_CONTROL = 32

/** What is said of the owners that are not named, as a number of `others`. */
export const OTHERS_UNKNOWN = 0
export const OTHERS_NONE = 1
export const OTHERS_DISPERSED = 2

/** Stakes in any order, one row each; at most one row for an owner and an asset. */
export interface StakeColumns {
  readonly parties: number
  readonly owner: Uint32Array
  readonly asset: Uint32Array
  readonly low: Uint32Array
  readonly high: Uint32Array
  readonly flags: Uint8Array
  /** For each party. */
  readonly others: Uint8Array
}

/** Stakes sorted by asset; the stakes in asset `a` are `start[a]` up to `start[a + 1]`. */
export interface StakeTable extends StakeColumns {
  readonly start: Uint32Array
  /** The stakes of owner `o` are `byOwner[ownerStart[o]]` to `byOwner[ownerStart[o + 1] - 1]`. */
  readonly ownerStart: Uint32Array
  readonly byOwner: Uint32Array
}

/** Sorts stakes by asset and indexes them by owner: two counting sorts, linear and stable. */
export function stakeTable(columns: StakeColumns): StakeTable {
  const { parties, owner, asset } = columns
  const { start, order } = countingSort(asset, parties)
  const sorted = {
    owner: take(owner, order),
    asset: take(asset, order),
    low: take(columns.low, order),
    high: take(columns.high, order),
    flags: columns.flags.slice(),
  }
  for (let at = 0; at < order.length; at += 1) sorted.flags[at] = columns.flags[order[at]!]!
  const { start: ownerStart, order: byOwner } = countingSort(sorted.owner, parties)
  return { parties, others: columns.others, ...sorted, start, ownerStart, byOwner }
}

function take(values: Uint32Array, order: Uint32Array): Uint32Array {
  const taken = new Uint32Array(order.length)
  for (let at = 0; at < order.length; at += 1) taken[at] = values[order[at]!]!
  return taken
}

function countingSort(
  keys: Uint32Array,
  bound: number,
): { readonly start: Uint32Array; readonly order: Uint32Array } {
  const start = new Uint32Array(bound + 1)
  for (let at = 0; at < keys.length; at += 1) start[keys[at]! + 1]! += 1
  for (let key = 0; key < bound; key += 1) start[key + 1]! += start[key]!
  const next = start.slice()
  const order = new Uint32Array(keys.length)
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at]!
    order[next[key]!] = at
    next[key]! += 1
  }
  return { start, order }
}
