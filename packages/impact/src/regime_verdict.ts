/** The table of the semantics' section 5: per regime the first row that matches. */
import type { AssumptionCase } from '@holdfast/dossier'
import { type Day, formatDay, type Interval, NEVER, type Statement, state } from '@holdfast/kernel'
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

/**
 * The first row that matches. What comes before the command (a target near the beneficiary, who is
 * listed only later) stays a possibility of its own: a further designation puts nothing off.
 */
export function underRegime(context: Context, supply: Supply, regime: Regime): RegimeVerdict {
  const direct = context.directSpans(regime, supply)
  const path = context.pathSpan(regime, supply)
  const near = context.associateSpan(regime, supply)
  if (direct.length === 0 && path === null && near === null) return untouched(supply, regime)
  const exemption = context.exemption(regime, supply.kind)
  if (exemption !== null) {
    const params = { service: supply.name, kind: supply.kind, regime: regime.short }
    const at = { source: exemption.cite }
    return stays(regime, 'exempt', () => state('proof.exempt', params, [servicePlace(supply)], at))
  }
  const bound = context.bound(regime, supply.provider)
  const own = ownDecisions(context, supply, regime, {
    direct: direct[0] ?? null,
    path,
    near,
    bound,
  })
  if (bound === null || direct.length === 0 || !forbidsKind(regime, supply.kind)) return own
  const commanded = firstCommand(context, supply, regime, direct, bound)
  if (commanded === null) return own
  // Who is licensed against the command is licensed to go on: nothing else is asked.
  if (commanded.must === null) return commanded
  const sooner = own.may !== null && own.may.earliest < commanded.must.earliest
  return sooner && !supply.inHouse ? { ...commanded, may: own.may } : commanded
}

/** What may touch a supply under a regime, and whether the regime binds its provider. */
interface Touch {
  readonly direct: TargetSpan | null
  readonly path: NearTarget | null
  readonly near: NearTarget | null
  readonly bound: Statement | null
}

/** The rows below the command: indirect benefit, who never withdraws, caution. */
function ownDecisions(
  context: Context,
  supply: Supply,
  regime: Regime,
  { direct, path, near, bound }: Touch,
): RegimeVerdict {
  const answers: RegimeVerdict[] = []
  if (bound !== null && path !== null) {
    const because = () => [bound, path.prove()]
    answers.push(mayStop(context, supply, regime, path.span, 'indirect', because, true))
  } else if (supply.inHouse) {
    const prove = () => state('proof.in-house', names(supply), [servicePlace(supply)])
    return stays(regime, 'in-house', prove)
  } else if (context.assumptions.isUnexposed(supply.class, regime.id)) {
    return unexposed(context, supply, regime)
  }
  const standing = () => context.notBound(regime, supply.provider)
  if (direct !== null) {
    answers.unshift(mayStop(context, supply, regime, direct, 'direct', () => [standing()]))
  }
  if (bound === null && path !== null) {
    const because = () => [standing(), path.prove()]
    answers.push(mayStop(context, supply, regime, path.span, 'indirect', because))
  }
  if (near !== null && (answers.length === 0 || !supply.inHouse)) {
    const because = () => [standing(), near.prove()]
    answers.push(mayStop(context, supply, regime, near.span, 'association', because))
  }
  return answers.reduce(sooner)
}

/**
 * The row that matches first tells; another that falls sooner moves the first day, and one that
 * falls later the last: both ends stay bounds.
 */
function sooner(first: RegimeVerdict, other: RegimeVerdict): RegimeVerdict {
  if (first.may === null || other.may === null) return first
  const may = {
    earliest: Math.min(first.may.earliest, other.may.earliest),
    latest: Math.max(first.may.latest, other.may.latest),
    interval: first.may.interval,
  }
  return { ...first, may }
}

function unexposed(context: Context, supply: Supply, regime: Regime): RegimeVerdict {
  return stays(regime, 'unexposed', () => {
    const { assumption } = context.assumptions.likelihood(supply.class, regime.id, 'any')
    const params = { ...names(supply), class: supply.class, regime: regime.short }
    const at = assumption === null ? {} : { place: assumption.place, source: assumption.evidence }
    return state('proof.unexposed', params, [servicePlace(supply)], at)
  })
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
    own: null,
    wanted: null,
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

/** The command of the first designation that was not lifted before it took hold. */
function firstCommand(
  context: Context,
  supply: Supply,
  regime: Regime,
  spans: readonly TargetSpan[],
  bound: Statement,
): RegimeVerdict | null {
  for (const span of spans) {
    const command = mustStop(context, supply, regime, span, bound)
    if (command !== null) return command
  }
  return null
}

/**
 * The law commands: from the first day without a licence for the service, at the latest on the
 * first day after the wind-down window. Null when the designation was lifted before that.
 */
function mustStop(
  context: Context,
  supply: Supply,
  regime: Regime,
  span: TargetSpan,
  bound: Statement,
): RegimeVerdict | null {
  const licensed = firstUnlicensed(context, regime, supply, span.from.from)
  if (licensed.beyond) return licensedThrough(supply, regime, licensed.because)
  const params = { ...names(supply), regime: regime.short }
  const earliest = licensed.day
  const window = windDownEnd(context, regime, supply, span)
  const latest = Math.max(earliest, span.from.to, window.day === NEVER ? 0 : window.day + 1)
  if (span.to <= earliest || (span.to <= latest && latest > earliest)) return null
  const frozen = supply.holdsAssets
  const prove = () =>
    state(
      frozen ? 'proof.must-freeze' : told('proof.must-stop', supply),
      { ...params, ...daysTold({ earliest, latest }) },
      [bound, span.statement, ...licensed.because, ...window.because, servicePlace(supply)],
      { source: regime.forbids?.cite ?? regime.source },
    )
  return {
    ...stays(regime, 'direct', prove),
    verdict: 'must-stop',
    must: { earliest, latest },
    own: notBefore(noticeDays(context, supply, span), earliest),
    frozen,
  }
}

function licensedThrough(
  supply: Supply,
  regime: Regime,
  because: readonly Statement[],
): RegimeVerdict {
  const params = { ...names(supply), regime: regime.short }
  return stays(regime, 'licensed', () => state('proof.licensed', params, because))
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
  const decision = noticeDays(context, supply, span)
  const licensed = firstUnlicensed(context, regime, supply, decision.earliest)
  const outlasts = licensed.because.length > 0 && licensed.day >= span.to
  if (licensed.beyond || outlasts) return licensedThrough(supply, regime, licensed.because)
  const days = notBefore(decision, licensed.day)
  const likelihood = context.assumptions.likelihood(supply.class, regime.id, wanted)
  const { interval } = likelihood
  const prove = () => {
    const params = {
      ...names(supply),
      class: supply.class,
      regime: regime.short,
      ...daysTold(days),
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
    own: days,
    wanted,
    likelihood,
  }
}

/** A pair of days for a sentence, which tells one day where both are the same. */
function daysTold({ earliest, latest }: Days) {
  const same = earliest === latest ? 'yes' : 'no'
  return { earliest: formatDay(earliest), latest: formatDay(latest), same }
}

function notBefore(days: Days, day: Day): Days {
  return { earliest: Math.max(days.earliest, day), latest: Math.max(days.latest, day) }
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
