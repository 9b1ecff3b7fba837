/** Counter-laws: what a provider is forbidden to obey becomes contested. */
import { type Interval, ONE, type Statement, state } from '@holdfast/kernel'
import type { Regime } from '@holdfast/law'
import type { Context } from './context.ts'
import { assumed, percents } from './regime_verdict.ts'
import type { Supply } from './supply.ts'
import { type Days, joined, names, type RegimeVerdict } from './withdrawal.ts'

/** A counter-law in force on the withdrawal's first day turns what it covers into contested. */
export function underCounterLaws(
  context: Context,
  supply: Supply,
  verdict: RegimeVerdict,
): RegimeVerdict {
  const days = verdict.must ?? verdict.may
  if (verdict.regime === null || days === null) return verdict
  for (const counterLaw of context.counterLaws) {
    const annexed = context.annexed(counterLaw, verdict.regime.id)
    if (annexed === null || annexed.day > days.earliest) continue
    const bound = context.bound(counterLaw, supply.provider)
    if (bound === null) continue
    const because = () => [bound, annexed.prove()]
    return contested(context, supply, verdict, counterLaw, days, because)
  }
  return verdict
}

function contested(
  context: Context,
  supply: Supply,
  verdict: RegimeVerdict,
  counterLaw: Regime,
  days: Days,
  because: () => readonly Statement[],
): RegimeVerdict {
  const regime = verdict.regime!
  const own = context.assumptions.contested(supply.class, regime.id)
  const before = verdict.may?.interval ?? ONE
  const interval = own === null ? before : contestedInterval(verdict, own.interval, before)
  const may = { ...(verdict.own ?? days), interval }
  const prove = () => {
    const laws = { regime: regime.short, counterLaw: counterLaw.short }
    const params = { ...names(supply), ...laws, ...percents(interval) }
    const evidence = own === null ? [] : [assumed(supply, regime, { interval, assumption: own })]
    const key = own === null ? 'proof.contested-kept' : 'proof.contested'
    const at = { source: counterLaw.source }
    return state(key, params, [...because(), ...evidence, verdict.prove()], at)
  }
  return {
    ...verdict,
    verdict: 'contested',
    must: null,
    // What was possible before the command stays possible.
    may: verdict.must === null || verdict.may === null ? may : joined(may, verdict.may),
    likelihood: own === null ? (verdict.likelihood ?? null) : { interval, assumption: own },
    legalFile: {
      regime: regime.id,
      counterLaw: counterLaw.id,
      from: days.earliest,
      intervalKept: own === null,
    },
    frozen: false,
    prove,
  }
}

/**
 * The class's interval for the contested case speaks of those who serve the target itself. Where
 * the benefit is only indirect, or the target only near, it makes nobody likelier to withdraw.
 */
function contestedInterval(verdict: RegimeVerdict, own: Interval, before: Interval): Interval {
  const { wanted } = verdict
  if (wanted !== 'indirect' && wanted !== 'association') return own
  return [Math.min(own[0], before[0]), Math.min(own[1], before[1])]
}
