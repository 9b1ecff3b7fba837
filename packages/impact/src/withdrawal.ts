/** What a withdrawal is: the verdict's words, its days, its likelihood, its proof. */
import type { Assumption, AssumptionCase } from '@holdfast/dossier'
import { type Day, type Interval, ONE, type Statement, state, ZERO } from '@holdfast/kernel'
import type { Regime } from '@holdfast/law'
import type { Likelihood } from './assumption.ts'
import type { Supply } from './supply.ts'

export type VerdictWord = 'must-stop' | 'may-stop' | 'contested' | 'stays'

export type VerdictCase =
  | 'exempt'
  | 'licensed'
  | 'direct'
  | 'indirect'
  | 'over-compliance'
  | 'in-house'
  | 'unexposed'
  | 'untouched'
  | 'decided'

export interface Days {
  readonly earliest: Day
  readonly latest: Day
}

/** A counter-law covers the withdrawal. */
export interface LegalFile {
  readonly regime: string
  readonly counterLaw: string
  readonly from: Day
  readonly intervalKept: boolean
}

/** What becomes of one supply in one scenario under one completion of the unknown facts. */
export interface Withdrawal {
  readonly supply: Supply
  readonly verdict: VerdictWord
  readonly case: VerdictCase
  readonly regime: string | null
  /** The days of a withdrawal that the law commands or the scenario states; else null. */
  readonly must: Days | null
  /** The days of a withdrawal that is the provider's own decision; else null. */
  readonly may: (Days & { readonly interval: Interval }) | null
  readonly kind: 'refused' | 'frozen' | null
  /** The assumptions that its likelihood rests on, over the regimes. */
  readonly assumptions: readonly Assumption[]
  /** True when a withdrawal may happen and nobody assumed how likely. */
  readonly unestimated: boolean
  readonly legalFiles: readonly LegalFile[]
  /** Why: built when it is asked for, for most withdrawals are only compared. */
  readonly prove: () => Statement
}

/** Withdrawals by the id of their supply. */
export interface Withdrawals {
  get(supplyId: string): Withdrawal | undefined
}

/** The answer of one regime, before the regimes are compared. */
export interface RegimeVerdict {
  readonly regime: Regime | null
  readonly verdict: VerdictWord
  readonly case: VerdictCase
  readonly must: Days | null
  readonly may: (Days & { readonly interval: Interval }) | null
  readonly likelihood: Likelihood | null
  readonly legalFile: LegalFile | null
  /** When the provider would withdraw by its own decision: notice counted, no command. */
  readonly own: Days | null
  /** The case of the assumption that gives the likelihood; null for a command. */
  readonly wanted: AssumptionCase | null
  readonly frozen: boolean
  readonly prove: () => Statement
}
/** The likelihood of the withdrawal, whatever it rests on. */
export function likelihoodOf(withdrawal: Withdrawal): Interval {
  if (withdrawal.must !== null) return ONE
  return withdrawal.may?.interval ?? ZERO
}

/** The names that every proof about a supply tells. */
export function names(supply: Supply): { service: string; provider: string } {
  return { service: supply.name, provider: supply.provider.name }
}

/** The dossier's line that states the supply. */
export function servicePlace(supply: Supply): Statement {
  const params = { ...names(supply), ...supply.parents() }
  return state(told('proof.supplied', supply), params, [], { place: supply.place })
}

/** A member of a team works in it; a provider supplies a service. */
export function told(key: string, supply: Supply): string {
  return supply.id === supply.node ? key : `${key}-work`
}

/** One company's one decision under two regimes, or of two days: its bounds over both. */
export function joined(
  a: Days & { interval: Interval },
  b: Days & { interval: Interval },
): Days & { interval: Interval } {
  return {
    earliest: Math.min(a.earliest, b.earliest),
    latest: Math.max(a.latest, b.latest),
    interval: [Math.max(a.interval[0], b.interval[0]), Math.max(a.interval[1], b.interval[1])],
  }
}
