/** One scenario under one completion: every withdrawal, and the days that follow. */
import { type InstitutionFunction, neededIds } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import { Context, type ScenarioGround } from './context.ts'
import type { Completion } from './ground.ts'
import type { Supply } from './supply.ts'
import { Timeline } from './timeline.ts'
import { withdrawalOf } from './verdict.ts'
import type { Withdrawal, Withdrawals } from './withdrawal.ts'

/** What follows from some withdrawals: the days on which things fail. */
export interface Consequences {
  readonly withdrawals: Withdrawals
  readonly certain: Timeline
  readonly possible: Timeline
}

export interface Outcome extends Consequences {
  readonly context: Context
  readonly withdrawals: ReadonlyMap<string, Withdrawal>
}

export function outcomeOf(on: ScenarioGround, completion: Completion): Outcome {
  const context = new Context(on, completion)
  const withdrawals = new Map<string, Withdrawal>()
  for (const supply of on.supplies) withdrawals.set(supply.id, withdrawalOf(context, supply))
  return { context, withdrawals, ...daysOf(on, withdrawals) }
}

/**
 * What follows with some supplies judged anew under another completion; null when none changes.
 *
 * @param targetsChange whether the completions differ in who is a target
 */
export function revised(
  on: ScenarioGround,
  base: Outcome,
  completion: Completion,
  supplies: readonly Supply[],
  targetsChange: boolean,
): { outcome: Consequences; changed: readonly Supply[] } | null {
  const context = new Context(on, completion, targetsChange ? undefined : base.context)
  const changes = new Map<string, Withdrawal>()
  const changed: Supply[] = []
  for (const supply of supplies) {
    const withdrawal = withdrawalOf(context, supply)
    if (sameWithdrawal(withdrawal, base.withdrawals.get(supply.id))) continue
    changes.set(supply.id, withdrawal)
    changed.push(supply)
  }
  if (changed.length === 0) return null
  const withdrawals: Withdrawals = {
    get: (id) => changes.get(id) ?? base.withdrawals.get(id),
  }
  return { outcome: { withdrawals, ...daysOf(on, withdrawals) }, changed }
}

function daysOf(on: ScenarioGround, withdrawals: Withdrawals) {
  return {
    certain: new Timeline(on.dossier, withdrawals, 'certain'),
    possible: new Timeline(on.dossier, withdrawals, 'possible'),
  }
}

export function sameWithdrawal(a: Withdrawal | undefined, b: Withdrawal | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    a.verdict === b.verdict &&
    sameDays(a.must, b.must) &&
    sameDays(a.may, b.may) &&
    a.may?.interval[0] === b.may?.interval[0] &&
    a.may?.interval[1] === b.may?.interval[1]
  )
}

function sameDays(
  a: { earliest: Day; latest: Day } | null,
  b: { earliest: Day; latest: Day } | null,
): boolean {
  return a?.earliest === b?.earliest && a?.latest === b?.latest
}

/** Which functions each service or team stands under, through any chain of needs. */
export function functionsAbove(
  on: ScenarioGround,
): ReadonlyMap<string, readonly InstitutionFunction[]> {
  const above = new Map<string, InstitutionFunction[]>()
  const { services, teams, functions } = on.dossier
  for (const item of functions.values()) {
    const seen = new Set<string>([item.id])
    for (const id of seen) {
      const needs = (functions.get(id) ?? services.get(id) ?? teams.get(id))?.needs ?? null
      if (needs !== null) for (const needed of neededIds(needs)) seen.add(needed.id)
      if (id === item.id) continue
      const list = above.get(id)
      if (list === undefined) above.set(id, [item])
      else list.push(item)
    }
  }
  return above
}
