/**
 * What a provider does: the table of the semantics' section 5, first row that matches, per regime;
 * then the most severe verdict over the regimes, after counter-laws.
 */
import type { Assumption, AssumptionCase } from '@holdfast/dossier'
import {
  type Day,
  formatDay,
  type Interval,
  NEVER,
  ONE,
  type Statement,
  state,
  ZERO,
} from '@holdfast/kernel'
import { forbidsKind, type Regime } from '@holdfast/law'
import type { Likelihood } from './assumption.ts'
import type { Context, NearTarget } from './context.ts'
import { firstUnlicensed, windDownEnd } from './licences.ts'
import type { TargetSpan } from './listings.ts'
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
  readonly assumption: Assumption | null
  /** True when a withdrawal may happen and nobody assumed how likely. */
  readonly unestimated: boolean
  readonly legalFiles: readonly LegalFile[]
  /** Why: built when it is asked for, for most withdrawals are only compared. */
  readonly prove: () => Statement
}

/** The answer of one regime, before the regimes are compared. */
interface RegimeVerdict {
  readonly regime: Regime | null
  readonly verdict: VerdictWord
  readonly case: VerdictCase
  readonly must: Days | null
  readonly may: (Days & { readonly interval: Interval }) | null
  readonly likelihood: Likelihood | null
  readonly legalFile: LegalFile | null
  readonly frozen: boolean
  readonly prove: () => Statement
}

/** The verdict on a supply over all regimes of the context. */
export function withdrawalOf(context: Context, supply: Supply): Withdrawal {
  const decided = decidedWithdrawal(context, supply)
  const answers = context.sanctions.map((regime) => {
    const verdict = underRegime(context, supply, regime)
    return underCounterLaws(context, supply, verdict)
  })
  if (decided !== null) answers.push(decided)
  return mostSevere(supply, answers)
}

const SEVERITY: Readonly<Record<VerdictWord, number>> = {
  'must-stop': 3,
  'may-stop': 2,
  contested: 1,
  stays: 0,
}

function mostSevere(supply: Supply, answers: readonly RegimeVerdict[]): Withdrawal {
  let worst: RegimeVerdict | null = null
  let may: (Days & { interval: Interval }) | null = null
  let must: Days | null = null
  for (const answer of answers) {
    if (worst === null || SEVERITY[answer.verdict] > SEVERITY[worst.verdict]) worst = answer
    must = earlier(must, answer.must)
    if (answer.may !== null) may = may === null ? answer.may : joined(may, answer.may)
  }
  const stands = worst ?? untouched(supply, null)
  return {
    supply,
    verdict: stands.verdict,
    case: stands.case,
    regime: stands.regime?.id ?? null,
    must,
    may,
    kind: stands.verdict === 'stays' ? null : stands.frozen ? 'frozen' : 'refused',
    assumption: stands.likelihood?.assumption ?? null,
    unestimated: stands.likelihood !== null && stands.likelihood.assumption === null,
    legalFiles: answers.flatMap((answer) => (answer.legalFile === null ? [] : [answer.legalFile])),
    prove: stands.prove,
  }
}

function earlier(a: Days | null, b: Days | null): Days | null {
  if (a === null || b === null) return a ?? b
  return { earliest: Math.min(a.earliest, b.earliest), latest: Math.min(a.latest, b.latest) }
}

/** One company's one decision under two regimes: as early and as likely as under the worse. */
function joined(
  a: Days & { interval: Interval },
  b: Days & { interval: Interval },
): Days & { interval: Interval } {
  return {
    earliest: Math.min(a.earliest, b.earliest),
    latest: Math.min(a.latest, b.latest),
    interval: [Math.max(a.interval[0], b.interval[0]), Math.max(a.interval[1], b.interval[1])],
  }
}

function underRegime(context: Context, supply: Supply, regime: Regime): RegimeVerdict {
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

function stays(
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

function untouched(supply: Supply, regime: Regime | null): RegimeVerdict {
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
function percents([low, high]: Interval): { low: number; high: number } {
  return { low: low * 100, high: high * 100 }
}

function assumed(supply: Supply, regime: Regime, { assumption, interval }: Likelihood): Statement {
  if (assumption === null) {
    return state('proof.no-assumption', { class: supply.class, regime: regime.short })
  }
  const params = { class: assumption.class, case: assumption.case, ...percents(interval) }
  const at = { place: assumption.place, source: assumption.evidence }
  return state('proof.assumption', params, [], at)
}

/**
 * Between the decision and the decision plus the contract's notice, or the contract's end where
 * that is sooner. Who has gone on supplying since a designation of long ago decides from today on.
 */
function noticeDays(context: Context, supply: Supply, span: TargetSpan): Days {
  const floor = span.decided ? Number.NEGATIVE_INFINITY : context.ground.on
  const earliest = Math.max(span.from.from, floor)
  const latest = Math.max(span.from.to, floor) + supply.contract.noticeDays
  const { end } = supply.contract
  return { earliest, latest: end === null || end < earliest ? latest : Math.min(latest, end) }
}

/** A counter-law in force on the withdrawal's first day turns what it covers into contested. */
function underCounterLaws(context: Context, supply: Supply, verdict: RegimeVerdict): RegimeVerdict {
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
  const interval = own === null ? before : lower(own.interval, before)
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
    may: { ...days, interval },
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

/** A counter-law never makes a withdrawal likelier than it was without it. */
function lower(a: Interval, b: Interval): Interval {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1])]
}

/** A withdrawal that the scenario states. */
function decidedWithdrawal(context: Context, supply: Supply): RegimeVerdict | null {
  for (const decision of context.scenario.decisions) {
    if (decision.kind !== 'withdraw' || !decision.services.includes(supply.id)) continue
    const params = { ...names(supply), on: formatDay(decision.on) }
    const at = { place: decision.place, source: decision.source ?? undefined }
    const prove = () => state('proof.decided', params, [servicePlace(supply)], at)
    const must = { earliest: decision.on, latest: decision.on }
    return { ...stays(null, 'decided', prove), verdict: 'must-stop', must }
  }
  return null
}

function names(supply: Supply): { service: string; provider: string } {
  return { service: supply.name, provider: supply.provider.name }
}

/** The dossier's line that states the supply. */
function servicePlace(supply: Supply): Statement {
  return state(told('proof.supplied', supply), names(supply), [], { place: supply.place })
}

/** A member of a team works in it; a provider supplies a service. */
function told(key: string, supply: Supply): string {
  return supply.id === supply.node ? key : `${key}-work`
}

/** The likelihood of the withdrawal, whatever it rests on. */
export function likelihoodOf(withdrawal: Withdrawal): Interval {
  if (withdrawal.must !== null) return ONE
  return withdrawal.may?.interval ?? ZERO
}
