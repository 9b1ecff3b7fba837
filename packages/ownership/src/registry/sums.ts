import type { Day } from '@holdfast/kernel'
import { WHOLE } from '../share.ts'
import { NO_DAY } from './column.ts'
import { DIRECT, HAS_SHARE, markBit, TIE_KINDS, type TieRows } from './tie_rows.ts'

const SHARE = TIE_KINDS.indexOf('share')

/** An asset whose owners hold more than all of it, as one source has it. */
export interface OverfullAsset {
  /** The first of the ties that are marked. */
  readonly tie: number
  /** What they hold together at least, in millionths of a percent. */
  readonly sum: number
}

/** Compared one with another only up to so many; of more, all count as in force together. */
const TIES_COMPARED_MAX = 2000

/**
 * Marks the ties of an asset whose direct shares, in one source and in force together, come to
 * more than all of it at least, and says which assets these are.
 *
 * @param order ties, those of one asset together
 * @param partyOf of a key: two keys of one owner are one owner, of whom the largest stake counts
 */
export function markOverfull(
  ties: TieRows,
  order: Uint32Array,
  partyOf: Uint32Array,
): readonly OverfullAsset[] {
  const overfull: OverfullAsset[] = []
  let from = 0
  while (from < order.length) {
    const asset = partyOf[ties.asset.get(order[from]!)]!
    let to = from + 1
    while (to < order.length && partyOf[ties.asset.get(order[to]!)] === asset) to += 1
    if (to - from > 1) markAsset(ties, order.subarray(from, to), partyOf, overfull)
    from = to
  }
  return overfull
}

function markAsset(
  ties: TieRows,
  of: Uint32Array,
  partyOf: Uint32Array,
  overfull: OverfullAsset[],
): void {
  const bySource = new Map<number, number[]>()
  let total = 0
  for (const tie of of) {
    const flags = ties.flags.get(tie)
    const counts = (flags & DIRECT) !== 0 && (flags & HAS_SHARE) !== 0
    if (!counts || ties.kind.get(tie) !== SHARE || ties.low.get(tie) === 0) continue
    total += ties.low.get(tie)
    const source = ties.source.get(tie)
    const known = bySource.get(source)
    if (known === undefined) bySource.set(source, [tie])
    else known.push(tie)
  }
  if (total <= WHOLE) return
  for (const together of bySource.values()) {
    const marked = overfullTies(ties, together, partyOf)
    if (marked === null) continue
    for (const tie of marked.ties) {
      ties.marks.set(tie, ties.marks.get(tie) | markBit('sum-over-100'))
    }
    overfull.push({ tie: marked.ties[0]!, sum: marked.sum })
  }
}

/** The largest sum on any day on which a stake begins, and its ties; null when it is no problem. */
function overfullTies(
  ties: TieRows,
  all: readonly number[],
  partyOf: Uint32Array,
): { readonly ties: readonly number[]; readonly sum: number } | null {
  const hasDays = all.some((tie) => ties.to.get(tie) !== NO_DAY)
  const days = hasDays && all.length <= TIES_COMPARED_MAX ? beginnings(ties, all) : [null]
  let worst: { ties: readonly number[]; sum: number } | null = null
  for (const day of days) {
    const held = all.filter((tie) => isHeld(ties, tie, day))
    const largest = new Map<number, number>()
    for (const tie of held) {
      const owner = partyOf[ties.owner.get(tie)]!
      largest.set(owner, Math.max(largest.get(owner) ?? 0, ties.low.get(tie)))
    }
    let sum = 0
    for (const low of largest.values()) sum += low
    if (sum > WHOLE && sum > (worst?.sum ?? 0)) worst = { ties: held, sum }
  }
  return worst
}

/** The days on which stakes begin; the lowest number stands for "always has been". */
function beginnings(ties: TieRows, all: readonly number[]): readonly Day[] {
  return [...new Set(all.map((tie) => ties.from.get(tie)))].sort((a, b) => a - b)
}

function isHeld(ties: TieRows, tie: number, day: Day | null): boolean {
  if (day === null) return true
  const to = ties.to.get(tie)
  return ties.from.get(tie) <= day && (to === NO_DAY || to > day)
}
