/**
 * The group of a holder among those above one party: all companies that it controls, at least and
 * at most, where shares are intervals and owners may be undeclared. The rules about ceilings and
 * about the topmost parent ask it; cascades over millions of stakes have an engine of their own.
 *
 * Shares are told apart down to a millionth of a percent: "more than 24" is at least 24.000001, so
 * every interval is closed and sums are whole numbers.
 */
import { tableAbove } from './above.ts'
import { WHOLE } from './share.ts'
import {
  BRANCH,
  CONTROLS,
  MAY_BE_NONE,
  MAY_CONTROL,
  OPEN_HIGH,
  OPEN_LOW,
  OTHERS_NONE,
  OTHERS_UNKNOWN,
  type StakeTable,
} from './stake_table.ts'

/** A stake between parties numbered from 0, the party asked for first. */
export interface HeldStake {
  /** The row in the whole table; null for a stake that a completion puts in. */
  readonly row: number | null
  readonly owner: number
  readonly asset: number
  readonly low: number
  readonly high: number
  readonly controls: boolean
  readonly mayControl: boolean
}

/** Nobody knows who controls the asset where nobody holds more than the threshold. */
export const RULING_OPEN = -1
/** Known: nobody does. */
export const RULING_NOBODY = -2
/** Known: its holders do, together. */
export const RULING_TOGETHER = -3

/** Undeclared owners of whom it is known that they do not count. Beside those of the table. */
export const OTHERS_STRANGERS = 3

/** Everyone above a party and what each holds. Two more numbers stand for owners unnamed. */
export interface Holders {
  /** The number in the whole table of each party. */
  readonly parties: readonly number[]
  readonly stakesIn: readonly (readonly HeldStake[])[]
  readonly others: readonly number[]
  /** A party that controls the asset without a majority, or one of the `RULING` numbers. */
  readonly ruling: readonly number[]
}

/** When a group controls a company, in the unit of shares. */
export interface ControlRule {
  /** More than this controls. */
  readonly threshold: number
  /** As much as this may control, if nobody else is known to hold more. */
  readonly mayFrom: number
}

/** The number of one holder of whom only the existence is possible. */
export function hiddenHolder(holders: Holders): number {
  return holders.parties.length
}

/** The number of many small holders who have nothing to do with each other. */
export function smallHolders(holders: Holders): number {
  return holders.parties.length + 1
}

/** Parties above one of which the rules about holders make sense; of more they say so. */
export const HOLDERS_MAX = 1_000

/**
 * Everyone above a party, with stakes as closed intervals; of more than `HOLDERS_MAX` one more, by
 * which the caller sees it. Linear in the stakes.
 */
export function holdersAbove(table: StakeTable, party: number): Holders {
  const above = tableAbove(table, party, HOLDERS_MAX + 1)
  const { table: part, parties, rows } = above
  const stakesIn: HeldStake[][] = parties.map(() => [])
  for (let row = 0; row < rows.length; row += 1) {
    const flags = part.flags[row]!
    const none = (flags & MAY_BE_NONE) !== 0
    const branch = (flags & BRANCH) !== 0
    const settled = !none && ((flags & CONTROLS) !== 0 || branch)
    const high = part.high[row]! - ((flags & OPEN_HIGH) !== 0 ? 1 : 0)
    const low = part.low[row]! + ((flags & OPEN_LOW) !== 0 ? 1 : 0)
    const wide = branch ? WHOLE : high
    stakesIn[part.asset[row]!]!.push({
      row: rows[row]!,
      owner: part.owner[row]!,
      asset: part.asset[row]!,
      low: none ? 0 : branch ? WHOLE : Math.min(low, wide),
      high: wide,
      controls: settled,
      mayControl: !settled && (flags & (MAY_CONTROL | CONTROLS | BRANCH)) !== 0,
    })
  }
  return {
    parties,
    stakesIn,
    others: [...part.others],
    ruling: parties.map(() => RULING_OPEN),
  }
}

export type End = 'least' | 'most'

/** What members hold of an asset at one end, in the unit of shares. */
export interface Held {
  readonly sum: number
  /** A member's stake controls the asset: surely at the low end, perhaps at the high one. */
  readonly controls: boolean
  /** The largest stake that somebody else has for certain. */
  readonly largestOther: number
}

/**
 * What members hold of an asset together.
 *
 * @param hidden counts owners that nobody declared among the members, at the high end
 */
export function heldBy(
  holders: Holders,
  asset: number,
  isMember: (party: number) => boolean,
  end: End,
  hidden: boolean,
): Held {
  let low = 0
  let high = 0
  let otherLow = 0
  let otherHigh = 0
  let largestOther = 0
  let controls = false
  for (const stake of holders.stakesIn[asset]!) {
    if (isMember(stake.owner)) {
      low += stake.low
      high += stake.high
      controls ||= stake.controls || (end === 'most' && stake.mayControl)
    } else {
      otherLow += stake.low
      otherHigh += stake.high
      largestOther = Math.max(largestOther, stake.low)
    }
  }
  const others = holders.others[asset]!
  if (end === 'least') {
    // Where all owners are named, members hold what the others cannot.
    const complete = others === OTHERS_NONE && high + otherHigh >= WHOLE
    const rest = complete ? Math.min(high, WHOLE - otherHigh) : 0
    return { sum: Math.max(low, rest), controls, largestOther }
  }
  if (hidden && others === OTHERS_UNKNOWN) high = WHOLE
  const fits = low + otherLow <= WHOLE
  return { sum: fits ? Math.min(high, WHOLE - otherLow) : high, controls, largestOther }
}

/**
 * All that one holder controls, itself with it: the least set that has the holder and every
 * company of which members hold more than the threshold, or which a member controls otherwise.
 * Each pass goes from the top down, so chains take two; at most as many passes as parties.
 *
 * @returns for each number, the two for unnamed owners with it, 1 when a member
 */
export function groupFrom(
  holders: Holders,
  start: number,
  rule: ControlRule,
  end: End,
  hidden: boolean,
): Uint8Array {
  const members = new Uint8Array(holders.parties.length + 2)
  members[start] = 1
  const isMember = (party: number): boolean => members[party] === 1
  for (let grown = true; grown; ) {
    grown = false
    for (let asset = holders.parties.length - 1; asset >= 0; asset -= 1) {
      if (members[asset] === 1) continue
      // Whoever is named as controlling the asset leaves no room for a holder that nobody named.
      const room = hidden && !holders.stakesIn[asset]!.some((stake) => stake.controls)
      const held = heldBy(holders, asset, isMember, end, room)
      if (!controlled(holders.ruling[asset]!, held, rule, end, isMember)) continue
      members[asset] = 1
      grown = true
    }
  }
  return members
}

function controlled(
  ruling: number,
  { sum, controls, largestOther }: Held,
  rule: ControlRule,
  end: End,
  isMember: (party: number) => boolean,
): boolean {
  if (controls || sum > rule.threshold) return true
  if (ruling >= 0) return isMember(ruling)
  if (ruling !== RULING_OPEN) return false
  return end === 'most' && sum >= rule.mayFrom && largestOther <= sum
}

/**
 * All that several holders control, each for itself or, where nobody says otherwise, together: at
 * the high end strangers to each other may act in concert, at the low end they do not.
 */
export function groupTogether(
  holders: Holders,
  starts: readonly number[],
  rule: ControlRule,
  end: End,
): Uint8Array {
  const members = new Uint8Array(holders.parties.length + 2)
  const isMember = (party: number): boolean => members[party] === 1
  const queue = [...starts]
  const queued = new Set(queue)
  for (let next = 0; next < queue.length; next += 1) {
    const group = groupFrom(holders, queue[next]!, rule, end, end === 'most')
    for (let party = 0; party < group.length; party += 1) members[party]! |= group[party]!
    if (next + 1 < queue.length) continue
    for (let asset = holders.parties.length - 1; asset > 0; asset -= 1) {
      if (members[asset] === 1 || queued.has(asset)) continue
      if (!heldTogether(holders, asset, isMember, rule, end)) continue
      queued.add(asset)
      queue.push(asset)
    }
  }
  return members
}

function heldTogether(
  holders: Holders,
  asset: number,
  isMember: (party: number) => boolean,
  rule: ControlRule,
  end: End,
): boolean {
  const ruling = holders.ruling[asset]!
  const most = heldBy(holders, asset, isMember, 'most', true)
  if (ruling === RULING_TOGETHER) return most.sum > 0
  if (ruling >= 0) return isMember(ruling)
  if (ruling !== RULING_OPEN || end === 'least') return false
  return most.sum >= rule.mayFrom && most.largestOther <= most.sum
}
