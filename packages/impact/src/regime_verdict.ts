/** The table of the semantics' section 5: per regime the first row that matches. */
import type { AssumptionCase } from '@holdfast/dossier'
import { formatDay, type Interval, NEVER, type Statement, state } from '@holdfast/kernel'
import { forbidsKind, type Regime } from '@holdfast/law'
import type { Likelihood } from './assumption.ts'
import type { Context, NearTarget } from './context.ts'
import { firstUnlicensed, windDownEnd } from './licences.ts'
import type { TargetSpan } from './listings.ts'
import type { Supply } from './supply.ts'
import {
  type Days,
  names,
  type RegimeVerdict,
  servicePlace,
  told,
  type VerdictCase,
} from './withdrawal.ts'

/** The first row that matches. */
export function underRegime(context: Context, supply: Supply, regime: Regime): RegimeVerdict {
  const direct = context.directSpan(regime, supply)
  const exemption = context.exemption(regime, supply.kind)
  if (exemption !== null && context.anySpan(regime, supply) !== null) {
    const params = { service: supply.name, kind: supply.kind, regime: regime.short }
    const at = { source: exemption.cite }
    return stays(regime, 'exempt', () => state('proof.exempt', params, [servicePlace(supply)], at))
  }
  const bound = context.bound(regime, supply.provider)
  if (direct !== null && bound !== null && forbidsKind(regime, supply.kind)) {
    const commanded = mustStop(context, supply, regime, direct, bound)
    if (commanded !== null) return commanded
  }
  const path = context.pathSpan(regime, supply)
  if (direct === null && bound !== null && path !== null) {
    const because = () => [bound, path.prove()]
    return mayStop(context, supply, regime, path.span, 'indirect', because, true)
  }
  if (supply.inHouse) {
    const prove = () => state('proof.in-house', names(supply), [servicePlace(supply)])
    return stays(regime, 'in-house', prove)
  }
  if (context.assumptions.isUnexposed(supply.class, regime.id))
    return unexposed(context, supply, regime)
  return overCompliance(context, supply, regime, direct, path)
}

function unexposed(context: Context, supply: Supply, regime: Regime): RegimeVerdict {
  return stays(regime, 'unexposed', () => {
    const { assumption } = context.assumptions.likelihood(supply.class, regime.id, 'any')
    const params = { ...names(supply), class: supply.class, regime: regime.short }
    const at = assumption === null ? {} : { place: assumption.place, source: assumption.evidence }
    return state('proof.unexposed', params, [servicePlace(supply)], at)
  })
}

/** The last row: whoever is near a target may be left out of caution. */
function overCompliance(
  context: Context,
  supply: Supply,
  regime: Regime,
  direct: TargetSpan | null,
  path: NearTarget | null,
): RegimeVerdict {
  const standing = () => context.notBound(regime, supply.provider)
  if (direct !== null) {
    return mayStop(context, supply, regime, direct, 'direct', () => [standing()])
  }
  const near = path ?? context.associateSpan(regime, supply)
  if (near === null) return untouched(supply, regime)
  const because = () => [standing(), near.prove()]
  const wanted = path === null ? 'association' : 'indirect'
  return mayStop(context, supply, regime, near.span, wanted, because)
}

/** Nothing happens under the regime. */
export function stays(
  regime: Regime | null,
  verdictCase: VerdictCase,
  prove: () => Statement,
): RegimeVerdict {
  return {
    regime,
    verdict: 'stays',
    case: verdictCase,
    must: null,
    may: null,
    likelihood: null,
    legalFile: null,
    frozen: false,
    prove,
  }
}

/** No decision is near the supply. */
export function untouched(supply: Supply, regime: Regime | null): RegimeVerdict {
  return stays(regime, 'untouched', () => {
    const params = { ...names(supply), regime: regime?.short ?? null }
    return state('proof.untouched', params, [servicePlace(supply)])
  })
}

/**
 * The law commands: from the first day without a licence for the service, at the latest on the
 * first day after the wind-down window. Null when a licence covers the whole horizon.
 */
function mustStop(
  context: Context,
  supply: Supply,
  regime: Regime,
  span: TargetSpan,
  bound: Statement,
): RegimeVerdict | null {
  const licensed = firstUnlicensed(context, regime, supply, span.from.from)
  const params = { ...names(supply), regime: regime.short }
  if (licensed.day > context.end || licensed.day >= span.to) {
    return stays(regime, 'licensed', () => state('proof.licensed', params, licensed.because))
  }
  const earliest = licensed.day
  const window = windDownEnd(context, regime, supply, span)
  const latest = Math.max(earliest, span.from.to, window.day === NEVER ? 0 : window.day + 1)
  // A designation lifted while winding down was still allowed commands nothing.
  if (span.to <= latest && latest > earliest) return null
  const frozen = supply.holdsAssets
  const prove = () =>
    state(
      frozen ? 'proof.must-freeze' : told('proof.must-stop', supply),
      { ...params, earliest: formatDay(earliest), latest: formatDay(latest) },
      [bound, span.statement, ...licensed.because, ...window.because, servicePlace(supply)],
      { source: regime.forbids?.cite ?? regime.source },
    )
  return {
    ...stays(regime, 'direct', prove),
    verdict: 'must-stop',
    must: { earliest, latest },
    frozen,
  }
}

/** @param bound true for who must not benefit a target even indirectly; else it is caution */
function mayStop(
  context: Context,
  supply: Supply,
  regime: Regime,
  span: TargetSpan,
  wanted: AssumptionCase,
  because: () => readonly Statement[],
  bound = false,
): RegimeVerdict {
  const days = noticeDays(context, supply, span)
  const likelihood = context.assumptions.likelihood(supply.class, regime.id, wanted)
  const { interval } = likelihood
  const prove = () => {
    const params = {
      ...names(supply),
      class: supply.class,
      regime: regime.short,
      earliest: formatDay(days.earliest),
      latest: formatDay(days.latest),
      ...percents(interval),
    }
    const key = told(bound ? 'proof.may-stop-indirect' : 'proof.may-stop', supply)
    const evidence = assumed(supply, regime, likelihood)
    return state(key, params, [...because(), span.statement, evidence, servicePlace(supply)])
  }
  return {
    ...stays(regime, bound ? 'indirect' : 'over-compliance', prove),
    verdict: 'may-stop',
    may: { ...days, interval },
    likelihood,
  }
}

/** An interval of likelihood as proofs tell it, in percent. */
export function percents([low, high]: Interval): { low: number; high: number } {
  return { low: low * 100, high: high * 100 }
}

/** The assumption that a likelihood rests on, or that there is none. */
export function assumed(
  supply: Supply,
  regime: Regime,
  { assumption, interval }: Likelihood,
): Statement {
  if (assumption === null) {
    return state('proof.no-assumption', { class: supply.class, regime: regime.short })
  }
  const params = { class: assumption.class, case: assumption.case, ...percents(interval) }
  const at = { place: assumption.place, source: assumption.evidence }
  return state('proof.assumption', params, [], at)
}

/**
 * Between the decision and the decision plus the contract's notice, or the contract's end where
 * that is sooner. Who has gone on supplying since a designation of long ago decides from
 * the first day that counts on.
 */
function noticeDays(context: Context, supply: Supply, span: TargetSpan): Days {
  const floor = span.decided ? Number.NEGATIVE_INFINITY : context.start
  const earliest = Math.max(span.from.from, floor)
  const latest = Math.max(span.from.to, floor) + supply.contract.noticeDays
  const { end } = supply.contract
  return { earliest, latest: end === null || end < earliest ? latest : Math.min(latest, end) }
}
