/**
 * Integrated ownership: stakes multiplied along each path and added up over all paths, cycles
 * included. The value of a party is what its owners' values come to, each times its share
 * (F. Brioschi, L. Buzzacchi, M. Colombo: Risk capital financing and the separation of ownership
 * and control in business groups, 1989); the least solution is meant, so a ring of companies that
 * only own each other belongs to nobody.
 *
 * Where shares are intervals, each end is the best response of every asset's owners: at the high
 * end what is open goes to the owner with the highest value, at the low end to the lowest. Both
 * are found by value iteration from 0, each pass linear in the stakes.
 */
import type { End, HeldStake, Holders } from './group.ts'
import { WHOLE } from './share.ts'
import { OTHERS_DISPERSED, OTHERS_NONE, OTHERS_UNKNOWN } from './stake_table.ts'

/** A series that ends by then shrinks by so much each pass that what is left out is nothing. */
const PASSES_MAX = 5_000
/** Parts of a whole; far below a millionth of a percent. */
const CHANGE_MIN = 1e-14

/**
 * What certain holders, of whom the first party is none, have of it directly and through others.
 *
 * @param counts 1 for each holder that counts, which absorbs what stands above it
 * @param dispersed whether many small undeclared holders may count, at the high end
 * @returns in the unit of shares, not rounded; at the low end never too much. A series so slow that
 *   it has not ended after the last pass may be anything, so its high end is all.
 */
export function integratedShare(
  holders: Holders,
  counts: Uint8Array,
  end: End,
  dispersed: boolean,
): number {
  const size = holders.parties.length
  const value = new Float64Array(size + 2)
  for (let party = 0; party < value.length; party += 1) value[party] = counts[party]!
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    let change = 0
    for (let asset = size - 1; asset >= 0; asset -= 1) {
      if (counts[asset] === 1) continue
      const fresh = shareOf(holders, asset, value, end, dispersed)
      change = Math.max(change, fresh - value[asset]!)
      value[asset] = fresh
    }
    if (change < CHANGE_MIN) return value[0]! * WHOLE
  }
  return end === 'least' ? value[0]! * WHOLE : WHOLE
}

function shareOf(
  holders: Holders,
  asset: number,
  value: Float64Array,
  end: End,
  dispersed: boolean,
): number {
  const stakes = holders.stakesIn[asset]!
  const others = holders.others[asset]!
  let sum = 0
  let rest = WHOLE
  for (const { owner, low } of stakes) {
    sum += low * value[owner]!
    rest -= low
  }
  if (end === 'most' && rest > 0) {
    const all = others === OTHERS_UNKNOWN || (dispersed && others === OTHERS_DISPERSED)
    sum += all ? rest : fill(stakes, value, rest, 'most')
  }
  // More than all is stated: nothing says which stakes are less, so all stand as stated at most.
  if (end === 'most' && rest <= 0) sum += fill(stakes, value, WHOLE, 'most')
  if (end === 'least' && others === OTHERS_NONE && canFill(stakes, rest))
    sum += fill(stakes, value, rest, 'least')
  return Math.min(1, sum / WHOLE)
}

function canFill(stakes: readonly HeldStake[], rest: number): boolean {
  return rest > 0 && stakes.reduce((room, { low, high }) => room + high - low, 0) >= rest
}

/** Gives what is open to the owners with the highest values first, or the lowest. */
function fill(stakes: readonly HeldStake[], value: Float64Array, rest: number, end: End): number {
  const order = stakes
    .filter(({ low, high }) => high > low)
    .sort((a, b) => (value[a.owner]! - value[b.owner]!) * (end === 'most' ? -1 : 1))
  let left = rest
  let sum = 0
  for (const { owner, low, high } of order) {
    const given = Math.min(left, high - low)
    sum += given * value[owner]!
    left -= given
  }
  return sum
}
