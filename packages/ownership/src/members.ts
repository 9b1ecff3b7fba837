/** Whether one party is a member, and of which group: the question behind a cascade's answer. */
import type { Tri } from '@holdfast/kernel'
import { hiddenRoots, type Start } from './fixed_point.ts'
import type { CascadeRule } from './rule_data.ts'
import { type Choice, HIGH, LOW, Spread } from './spread.ts'
import type { StakeTable } from './stake_table.ts'

/** The group that makes a party a member under a choice; null when there is none. */
export function groupWith(
  table: StakeTable,
  rule: CascadeRule,
  roots: readonly number[],
  choice: Choice,
  party: number,
): Spread | null {
  const spread = new Spread(table, rule, choice)
  spread.grow(hiddenRoots(table, rule, choice))
  if (rule.aggregate) {
    spread.grow(roots)
    return spread.has(party) ? spread : null
  }
  const base = spread.count
  for (const root of roots) {
    spread.grow([root])
    if (spread.has(party)) return spread
    spread.shrink(base)
  }
  return spread.has(party) ? spread : null
}

/** Yes, no or unknown: whether a party is a member at both ends. */
export function isMember(
  table: StakeTable,
  rule: CascadeRule,
  start: Start,
  party: number,
  high: Choice = HIGH,
  low: Choice = LOW,
): Tri {
  if (groupWith(table, rule, start.certain, low, party) !== null) return 'yes'
  const all = [...start.certain, ...start.possible]
  return groupWith(table, rule, all, high, party) === null ? 'no' : 'unknown'
}
