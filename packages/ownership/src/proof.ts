/** Proofs of a cascade: who counts and what they hold, or why nobody who counts holds enough. */
import type { TableAbove } from './above.ts'
import type { ProofStep, ProvenStake } from './answer.ts'
import { hiddenRoots, membersOf, type Start } from './fixed_point.ts'
import type { PartyGraph } from './graph.ts'
import { groupWith } from './members.ts'
import type { CascadeRule } from './rule_data.ts'
import { PERCENT, type Share } from './share.ts'
import { HIGH, LOW, rowsInto, Spread } from './spread.ts'
import { BRANCH, CONTROLS, MAY_CONTROL } from './stake_table.ts'

/** Makes the proofs of one answer; the party asked about is number 0 of the table above it. */
export class CascadeProof {
  readonly #graph: PartyGraph
  readonly #rule: CascadeRule
  readonly #above: TableAbove
  readonly #start: Start
  readonly #certain: ReadonlySet<number>

  constructor(graph: PartyGraph, rule: CascadeRule, above: TableAbove, start: Start) {
    this.#graph = graph
    this.#rule = rule
    this.#above = above
    this.#start = start
    this.#certain = new Set(start.certain)
  }

  /** Why the party is a member: those it is held by, back to those the rule starts with. */
  yes(group: Spread, of = 0): readonly ProofStep[] {
    const needed = new Set([of])
    for (const party of needed) {
      if (this.#certain.has(party)) continue
      for (const row of group.countingRows(party)) needed.add(this.#above.table.owner[row]!)
    }
    return [...needed]
      .sort((a, b) => group.place(a) - group.place(b))
      .map((party) => this.#memberStep(group, party))
  }

  #memberStep(group: Spread, party: number): ProofStep {
    if (this.#certain.has(party)) return this.#startStep(party)
    const counting = group.countingRows(party)
    const decided = counting.length === 1 ? this.#because(counting[0]!) : 'held'
    const stakes = rowsInto(this.#above.table, party).map((row) =>
      this.#stake(row, counting.includes(row)),
    )
    const percent = decided === 'held' ? group.heldOf(party) : null
    return { party: this.#above.parties[party]!, because: decided, percent, stakes }
  }

  #startStep(party: number): ProofStep {
    const because = this.#rule.start === 'listed' ? 'listed' : 'organised'
    return { party: this.#above.parties[party]!, because, percent: null, stakes: [] }
  }

  #because(row: number): 'branch' | 'consolidated' | 'held' {
    const flag = this.#above.table.flags[row]!
    if (this.#rule.branches && (flag & BRANCH) !== 0) return 'branch'
    return this.#rule.control === 'holds' && (flag & CONTROLS) !== 0 ? 'consolidated' : 'held'
  }

  /** Why the party is no member: nobody who may count holds enough of it, nor of those above it. */
  no(): readonly ProofStep[] {
    const { table } = this.#above
    const all = [...this.#start.certain, ...this.#start.possible]
    const possible = new Set(membersOf(table, all, this.#rule, HIGH))
    const held = this.#mostHeld(all)
    const strangers = new Set([0])
    const steps: ProofStep[] = []
    for (const party of strangers) {
      const rows = rowsInto(this.#above.table, party)
      const most = held.get(party) ?? null
      steps.push({
        party: this.#above.parties[party]!,
        because: most !== null ? 'not-enough' : rows.length > 0 ? 'no-owner-counts' : 'top',
        percent: most,
        stakes: rows.map((row) => this.#stake(row, possible.has(table.owner[row]!))),
      })
      for (const row of this.#mattering(rows, possible, most)) strangers.add(table.owner[row]!)
    }
    return steps.reverse()
  }

  /** The most that members may hold of each party of which they may hold anything. */
  #mostHeld(all: readonly number[]): ReadonlyMap<number, Share> {
    const { table } = this.#above
    const most = new Map<number, Share>()
    const spread = new Spread(table, this.#rule, HIGH)
    const take = (): void => {
      for (let party = 0; party < table.parties; party += 1) {
        const share = spread.heldOf(party)
        const known = most.get(party)
        if (share.high > 0 && (known === undefined || known.high < share.high))
          most.set(party, share)
      }
    }
    spread.grow(hiddenRoots(table, this.#rule, HIGH))
    if (this.#rule.aggregate) spread.grow(all)
    take()
    if (this.#rule.aggregate) return most
    const base = spread.count
    for (const root of all) {
      spread.grow([root])
      take()
      spread.shrink(base)
    }
    return most
  }

  /**
   * Owners, no members, of whom it matters that they are none. Small ones are granted: were they
   * members, what members hold would still not be enough.
   */
  #mattering(
    rows: readonly number[],
    possible: ReadonlySet<number>,
    most: Share | null,
  ): readonly number[] {
    const { table } = this.#above
    const bySize = rows
      .filter((row) => !possible.has(table.owner[row]!))
      .sort((a, b) => table.high[a]! - table.high[b]!)
    let sum = most?.high ?? 0
    return bySize.filter((row) => {
      sum += table.high[row]!
      const controls = (table.flags[row]! & (CONTROLS | BRANCH | MAY_CONTROL)) !== 0
      return controls || sum >= this.#rule.threshold * PERCENT
    })
  }

  /** What is settled and what is open above a party whose answer is unknown. */
  open(): readonly ProofStep[] {
    const { table } = this.#above
    const { certain, possible } = this.#start
    const low = new Set(membersOf(table, certain, this.#rule, LOW))
    const high = new Set(membersOf(table, [...certain, ...possible], this.#rule, HIGH))
    const most = this.#mostHeld([...certain, ...possible])
    const least = this.#leastHeld(certain)
    const shown = new Set([0])
    const settled = new Map<number, ProofStep>()
    const open: ProofStep[] = []
    for (const party of shown) {
      if (low.has(party)) {
        for (const step of this.#settledSteps(party)) settled.set(step.party, step)
        continue
      }
      const rows = rowsInto(table, party)
      open.push({
        party: this.#above.parties[party]!,
        because: possible.includes(party) ? 'may-start' : 'open',
        percent: between(least.get(party), most.get(party)),
        stakes: rows.map((row) => this.#stake(row, high.has(table.owner[row]!))),
      })
      for (const row of rows) {
        if (high.has(table.owner[row]!)) shown.add(table.owner[row]!)
      }
    }
    return [...settled.values(), ...open.reverse()]
  }

  /** Why a party above is a member whatever the open facts are. */
  #settledSteps(party: number): readonly ProofStep[] {
    const { certain } = this.#start
    const group = groupWith(this.#above.table, this.#rule, certain, LOW, party)
    return group === null ? [] : this.yes(group, party)
  }

  #leastHeld(certain: readonly number[]): ReadonlyMap<number, Share> {
    const { table } = this.#above
    const spread = new Spread(table, this.#rule, LOW)
    const least = new Map<number, Share>()
    const groups = this.#rule.aggregate ? [certain] : certain.map((root) => [root])
    for (const roots of groups) {
      spread.grow(roots)
      for (let party = 0; party < table.parties; party += 1) {
        const share = spread.heldOf(party)
        const known = least.get(party)
        if (known === undefined || known.low < share.low) least.set(party, share)
      }
      spread.shrink(0)
    }
    return least
  }

  #stake(row: number, counts: boolean): ProvenStake {
    const { owner, asset, flags } = this.#above.table
    const { share, disputed, ties } = this.#graph.stake(this.#above.rows[row]!)
    return {
      owner: this.#above.parties[owner[row]!]!,
      asset: this.#above.parties[asset[row]!]!,
      share: ties.some((tie) => tie.share !== null) ? share : null,
      controls: (flags[row]! & (CONTROLS | BRANCH)) !== 0,
      counts,
      disputed,
      ties,
    }
  }
}

/** From the least to the most; null where members hold nothing at all. */
function between(least: Share | undefined, most: Share | undefined): Share | null {
  if (most === undefined) return null
  const low = least ?? { low: 0, openLow: false }
  return { low: low.low, openLow: low.openLow, high: most.high, openHigh: most.openHigh }
}
