/**
 * The engine of cascades: from those a rule starts with down to all that they hold, as the least
 * fixed point of "members hold enough of it".
 *
 * Shares of members add up and are never multiplied; an owner counts only when it is itself a
 * member (OFAC FAQ 401). What is not known is completed by a choice: all for the low end, all for
 * the high end, or fact by fact. Every choice that matters is about one asset's owners alone, and
 * more members never hold less; so the two ends are those of all completions taken together.
 */
import type { CascadeRule } from './rule_data.ts'
import { PERCENT, type Share, WHOLE } from './share.ts'
import {
  BRANCH,
  CONTROLS,
  MAY_CONTROL,
  OPEN_HIGH,
  OPEN_LOW,
  OTHERS_NONE,
  OTHERS_UNKNOWN,
  type StakeTable,
} from './stake_table.ts'

/** How facts that are not known are completed. */
export interface Choice {
  /** True: the stake of a row is at its top, and controls where it may. */
  readonly stake: (row: number) => boolean
  /** True: whoever holds exactly the threshold controls the asset. */
  readonly half: (asset: number) => boolean
  /** True: owners that are not declared belong to the members. */
  readonly undeclared: (asset: number) => boolean
}

/** As few members as the facts allow. */
export const LOW: Choice = { stake: () => false, half: () => false, undeclared: () => false }
/** As many members as the facts allow. */
export const HIGH: Choice = { stake: () => true, half: () => true, undeclared: () => true }

/** Sums over the stakes in each asset, which no choice changes. */
interface Totals {
  readonly low: Float64Array
  readonly openLow: Uint32Array
  readonly high: Float64Array
  readonly openHigh: Uint32Array
  /** Whether a stake in the asset controls it for certain. */
  readonly controlled: Uint8Array
  /** Asset and low bound of each row in the order of owners: what a spread reads is one run. */
  readonly heads: Uint32Array
}

const totalsOfTables = new WeakMap<StakeTable, Totals>()

/** Whether the least that all owners of an asset hold together is not more than all of it. */
function leavesRoom(totals: Totals, asset: number): boolean {
  const low = totals.low[asset]!
  return low < WHOLE || (low === WHOLE && totals.openLow[asset] === 0)
}

/** Whether the most that the named owners of an asset hold together may be all of it. */
function mayBeAll(totals: Totals, asset: number): boolean {
  const high = totals.high[asset]!
  return high > WHOLE || (high === WHOLE && totals.openHigh[asset] === 0)
}

function totalsOf(table: StakeTable): Totals {
  const known = totalsOfTables.get(table)
  if (known !== undefined) return known
  const { parties, asset, low, high, flags } = table
  const totals = {
    low: new Float64Array(parties),
    openLow: new Uint32Array(parties),
    high: new Float64Array(parties),
    openHigh: new Uint32Array(parties),
    controlled: new Uint8Array(parties),
    heads: new Uint32Array(2 * asset.length),
  }
  for (let row = 0; row < asset.length; row += 1) {
    const of = asset[row]!
    const flag = flags[row]!
    totals.low[of]! += low[row]!
    totals.high[of]! += high[row]!
    if ((flag & OPEN_LOW) !== 0) totals.openLow[of]! += 1
    if ((flag & OPEN_HIGH) !== 0) totals.openHigh[of]! += 1
    if ((flag & CONTROLS) !== 0) totals.controlled[of] = 1
  }
  const { byOwner } = table
  for (let at = 0; at < byOwner.length; at += 1) {
    const row = byOwner[at]!
    totals.heads[2 * at] = asset[row]!
    totals.heads[2 * at + 1] = low[row]!
  }
  totalsOfTables.set(table, totals)
  return totals
}

/**
 * True when owners that nobody declared may hold the asset by the rule: the rest is enough, and
 * nobody declared controls it.
 */
export function mayHaveHiddenHolder(table: StakeTable, rule: CascadeRule, asset: number): boolean {
  if (rule.undeclared === 'closed' || table.others[asset] !== OTHERS_UNKNOWN) return false
  const totals = totalsOf(table)
  if (totals.controlled[asset] !== 0) return false
  const rest = WHOLE - totals.low[asset]!
  const threshold = Math.round(rule.threshold * PERCENT)
  // Named owners who hold more than a bound leave less than its rest.
  return rest > threshold || (rest === threshold && totals.openLow[asset] === 0)
}

/**
 * True when owners that nobody declared may, with a declared one, come to the rule's measure: the
 * declared one may hold more through a company of its own that nobody named.
 */
export function mayMatterWhoElse(table: StakeTable, rule: CascadeRule, asset: number): boolean {
  if (rule.undeclared === 'closed' || table.others[asset] !== OTHERS_UNKNOWN) return false
  const totals = totalsOf(table)
  return totals.controlled[asset] === 0 && totals.low[asset]! < WHOLE
}

/** The rows of the stakes in an asset. */
export function rowsInto(table: StakeTable, asset: number): readonly number[] {
  const first = table.start[asset]!
  return Array.from({ length: table.start[asset + 1]! - first }, (_, at) => first + at)
}

/** True when a rule has no question about the stake of a row: share or control decides. */
export function settlesShare(table: StakeTable, rule: CascadeRule, row: number): boolean {
  const flag = table.flags[row]!
  if (rule.control === 'holds' && (flag & CONTROLS) !== 0) return true
  if (rule.control === 'holds' && (flag & MAY_CONTROL) !== 0) return false
  return table.low[row] === table.high[row]
}

/** A group of members that grows, and can be taken back to an earlier state. */
export class Spread {
  readonly #table: StakeTable
  readonly #rule: CascadeRule
  readonly #choice: Choice
  readonly #totals: Totals
  readonly #threshold: number
  readonly #control: boolean
  /** Members in the order in which they were reached; a party's place plus one, or 0. */
  readonly #order: Uint32Array
  readonly #place: Uint32Array
  /** A bit for each party, set for members: what fits into a cache is asked first. */
  readonly #bits: Uint32Array
  #count = 0
  #next = 0
  readonly #roots = new Set<number>()
  /** Of the members' stakes in each asset: their sum as chosen, and what bounds it. */
  readonly #sum: Float64Array
  readonly #above: Uint32Array
  readonly #below: Uint32Array
  readonly #raised: Uint32Array
  readonly #low: Float64Array
  readonly #openLow: Uint32Array
  readonly #high: Float64Array
  readonly #openHigh: Uint32Array
  readonly #controlled: Uint32Array

  constructor(table: StakeTable, rule: CascadeRule, choice: Choice) {
    this.#table = table
    this.#rule = rule
    this.#choice = choice
    this.#totals = totalsOf(table)
    this.#threshold = Math.round(rule.threshold * PERCENT)
    this.#control = rule.control === 'holds'
    const { parties } = table
    this.#order = new Uint32Array(parties)
    this.#place = new Uint32Array(parties)
    this.#bits = new Uint32Array((parties >>> 5) + 1)
    this.#sum = new Float64Array(parties)
    this.#above = new Uint32Array(parties)
    this.#below = new Uint32Array(parties)
    this.#raised = new Uint32Array(parties)
    this.#low = new Float64Array(parties)
    this.#openLow = new Uint32Array(parties)
    this.#high = new Float64Array(parties)
    this.#openHigh = new Uint32Array(parties)
    this.#controlled = new Uint32Array(parties)
  }

  has(party: number): boolean {
    return (this.#bits[party >>> 5]! & (1 << (party & 31))) !== 0
  }

  /** The place of a member among all, from 0, in the order in which they were reached; or -1. */
  place(party: number): number {
    return this.#place[party]! - 1
  }

  get count(): number {
    return this.#count
  }

  member(place: number): number {
    return this.#order[place]!
  }

  /** Whether a member was put in, and not reached through what others hold. */
  isRoot(party: number): boolean {
    return this.#roots.has(party)
  }

  /** The stakes that make a member one: one that controls it, or all of earlier members. */
  countingRows(party: number): readonly number[] {
    const place = this.place(party)
    const rows = rowsInto(this.#table, party).filter((row) => {
      const owner = this.place(this.#table.owner[row]!)
      return owner >= 0 && owner < place
    })
    const controlling = rows.find((row) => {
      const flag = this.#table.flags[row]!
      return this.#controls(flag, (flag & MAY_CONTROL) !== 0 && this.#choice.stake(row))
    })
    return controlling === undefined ? rows : [controlling]
  }

  /** All members in the order in which they were reached. */
  members(): Iterable<number> {
    return this.#order.subarray(0, this.#count)
  }

  /** Adds those the rule starts with and all that follows. Linear in the stakes of new members. */
  grow(roots: Iterable<number>): void {
    for (const root of roots) {
      if (!this.has(root)) this.#roots.add(root)
      this.#join(root)
    }
    while (this.#next < this.#count) {
      const owner = this.#order[this.#next]!
      this.#next += 1
      this.#spreadFrom(owner)
    }
  }

  /**
   * The same members, faster: what members hold of an asset is added up only while that decides.
   * These members may not be taken out again by `shrink`, and `heldOf` of them is too little.
   */
  growOnly(roots: Iterable<number>): void {
    const { ownerStart, byOwner } = this.#table
    const { heads } = this.#totals
    for (const root of roots) this.#join(root)
    for (; this.#next < this.#count; this.#next += 1) {
      const owner = this.#order[this.#next]!
      const end = ownerStart[owner + 1]!
      for (let at = ownerStart[owner]!; at < end; at += 1) {
        const of = heads[2 * at]!
        if (this.has(of)) continue
        // One stake above the threshold is enough, whatever else is held.
        if (heads[2 * at + 1]! > this.#threshold) {
          this.#join(of)
          continue
        }
        this.#addRow(byOwner[at]!, 1)
        if (this.#holds(of)) this.#join(of)
      }
    }
  }

  /** Takes members out again, the last first, until only `count` are left. */
  shrink(count: number): void {
    while (this.#count > count) {
      this.#count -= 1
      const owner = this.#order[this.#count]!
      this.#place[owner] = 0
      this.#roots.delete(owner)
      this.#bits[owner >>> 5]! &= ~(1 << (owner & 31))
      this.#add(owner, -1)
    }
    this.#next = this.#count
  }

  #join(party: number): void {
    if (this.has(party)) return
    this.#bits[party >>> 5]! |= 1 << (party & 31)
    this.#order[this.#count] = party
    this.#count += 1
    this.#place[party] = this.#count
  }

  #spreadFrom(owner: number): void {
    const { ownerStart, byOwner, asset } = this.#table
    this.#add(owner, 1)
    const end = ownerStart[owner + 1]!
    for (let at = ownerStart[owner]!; at < end; at += 1) {
      const of = asset[byOwner[at]!]!
      if (!this.has(of) && this.#holds(of)) this.#join(of)
    }
  }

  /** Adds a member's stakes to what members hold of each asset, or takes them away. */
  #add(owner: number, sign: 1 | -1): void {
    const { ownerStart, byOwner } = this.#table
    const end = ownerStart[owner + 1]!
    for (let at = ownerStart[owner]!; at < end; at += 1) this.#addRow(byOwner[at]!, sign)
  }

  #addRow(row: number, sign: 1 | -1): void {
    const { asset, low, high, flags } = this.#table
    const of = asset[row]!
    const flag = flags[row]!
    const exact = low[row] === high[row]
    const top = (!exact || (flag & MAY_CONTROL) !== 0) && this.#choice.stake(row)
    this.#sum[of]! += sign * (top ? high[row]! : low[row]!)
    this.#low[of]! += sign * low[row]!
    this.#high[of]! += sign * high[row]!
    if (top && !exact) this.#raised[of]! += sign
    if ((flag & OPEN_LOW) !== 0) {
      this.#openLow[of]! += sign
      if (!top) this.#above[of]! += sign
    }
    if ((flag & OPEN_HIGH) !== 0) {
      this.#openHigh[of]! += sign
      if (top) this.#below[of]! += sign
    }
    if (this.#controls(flag, top)) this.#controlled[of]! += sign
  }

  #controls(flag: number, top: boolean): boolean {
    if (this.#rule.branches && (flag & BRANCH) !== 0) return true
    if (!this.#control) return false
    return (flag & CONTROLS) !== 0 || (top && (flag & MAY_CONTROL) !== 0)
  }

  #holds(of: number): boolean {
    if (this.#controlled[of]! > 0) return true
    const threshold = this.#threshold
    const undeclared = this.#undeclaredCounts(of)
    let sum = undeclared ? WHOLE : this.#sum[of]!
    // What counts towards a bound that is not reached, or is exceeded.
    let above = !undeclared && this.#above[of]! > 0
    let below = !undeclared && this.#below[of]! > 0
    const room = WHOLE - (this.#totals.low[of]! - this.#low[of]!)
    if (leavesRoom(this.#totals, of) && room <= sum) {
      // Strangers hold the rest for certain; more than a bound of theirs leaves less than its rest.
      const strangersOpen = this.#totals.openLow[of]! > this.#openLow[of]!
      below = strangersOpen || (room === sum && below)
      above &&= room === sum
      sum = room
    }
    const rest = this.#leastOfComplete(of)
    if (rest > sum) {
      sum = rest
      above = this.#totals.openHigh[of]! > this.#openHigh[of]!
      below = false
    }
    if (sum !== threshold) return sum > threshold
    if (above !== below) return above
    if (!this.#rule.strict) return true
    // Exactly half may control or not: a fact of its own, unless a band was completed up to it.
    return undeclared || this.#raised[of]! > 0 || this.#choice.half(of)
  }

  /** Owners that nobody declared, completed as members, take all that strangers do not hold. */
  #undeclaredCounts(of: number): boolean {
    return (
      this.#high[of]! > 0 &&
      mayMatterWhoElse(this.#table, this.#rule, of) &&
      this.#choice.undeclared(of)
    )
  }

  /** Where all owners are declared, members hold at least what strangers cannot. */
  #leastOfComplete(of: number): number {
    if (this.#table.others[of] !== OTHERS_NONE || !mayBeAll(this.#totals, of)) return 0
    return WHOLE - (this.#totals.high[of]! - this.#high[of]!)
  }

  /** What members hold of an asset, from the least to the most, whatever is chosen. */
  heldOf(of: number): Share {
    const lowest = this.#low[of]!
    const least = Math.max(lowest, this.#leastOfComplete(of))
    const highest = Math.min(WHOLE, this.#high[of]!)
    const fits = leavesRoom(this.#totals, of)
    const room = fits ? WHOLE - (this.#totals.low[of]! - lowest) : WHOLE
    return {
      low: Math.min(least, WHOLE),
      high: Math.max(Math.min(highest, room), Math.min(least, WHOLE)),
      openLow: least === lowest ? this.#openLow[of]! > 0 : false,
      openHigh:
        room < highest ? this.#totals.openLow[of]! > this.#openLow[of]! : this.#openHigh[of]! > 0,
    }
  }
}
