/** A cascade's answer for every party of a table at once: both ends of its fixed point. */
import type { CascadeRule } from './rule_data.ts'
import { type Choice, HIGH, LOW, mayHaveHiddenHolder, Spread } from './spread.ts'
import { MAY_CONTROL, type StakeTable } from './stake_table.ts'

export const NO = 0
export const UNKNOWN = 1
export const YES = 2

/** Those a rule starts with: for certain, and those who may be among them. */
export interface Start {
  readonly certain: readonly number[]
  /** Beside the certain ones. */
  readonly possible: readonly number[]
}

/**
 * Who is a member: `NO`, `UNKNOWN` or `YES` for each party.
 *
 * For a rule that aggregates, linear in parties and stakes. For one that does not, each start has a
 * group of its own, and the time is that of all groups together.
 */
export function fixedPoint(
  table: StakeTable,
  start: Start,
  rule: CascadeRule,
): { readonly state: Uint8Array } {
  const state = new Uint8Array(table.parties)
  if (rule.aggregate) {
    const low = grown(table, rule, LOW, [start.certain])
    for (let place = 0; place < low.count; place += 1) state[low.member(place)] = YES
    if (start.possible.length === 0 && !isOpen(table, rule)) return { state }
    // Whoever is a member at the low end is one at the high end, too.
    const high = grown(table, rule, HIGH, [
      low.members(),
      start.possible,
      hiddenRoots(table, rule, HIGH),
    ])
    for (let place = low.count; place < high.count; place += 1) state[high.member(place)] = UNKNOWN
    return { state }
  }
  const all = [...start.certain, ...start.possible]
  for (const member of membersOf(table, all, rule, HIGH)) state[member] = UNKNOWN
  for (const member of membersOf(table, start.certain, rule, LOW)) state[member] = YES
  return { state }
}

function grown(
  table: StakeTable,
  rule: CascadeRule,
  choice: Choice,
  roots: readonly Iterable<number>[],
): Spread {
  const spread = new Spread(table, rule, choice)
  for (const some of roots) spread.growOnly(some)
  return spread
}

/** Whether anything is unknown of stakes and owners that a rule asks about. */
function isOpen({ low, high, flags }: StakeTable, rule: CascadeRule): boolean {
  if (rule.strict || rule.undeclared === 'open') return true
  return low.some((least, row) => least !== high[row]! || (flags[row]! & MAY_CONTROL) !== 0)
}

/** Everyone in the group of the roots, or in that of one of them, under a choice. */
export function* membersOf(
  table: StakeTable,
  roots: readonly number[],
  rule: CascadeRule,
  choice: Choice,
): Iterable<number> {
  const spread = new Spread(table, rule, choice)
  // Nobody takes these out again, so that what is held of them need not be added up.
  spread.growOnly(hiddenRoots(table, rule, choice))
  if (rule.aggregate) spread.growOnly(roots)
  const base = spread.count
  for (let place = 0; place < base; place += 1) yield spread.member(place)
  if (rule.aggregate) return
  for (const root of roots) {
    spread.grow([root])
    for (let place = base; place < spread.count; place += 1) yield spread.member(place)
    spread.shrink(base)
  }
}

/** Parties whose undeclared owners may be one that the rule starts with, under a choice. */
export function* hiddenRoots(
  table: StakeTable,
  rule: CascadeRule,
  choice: Choice,
): Iterable<number> {
  if (rule.undeclared === 'closed') return
  for (let party = 0; party < table.parties; party += 1) {
    if (mayHaveHiddenHolder(table, rule, party) && choice.undeclared(party)) yield party
  }
}
