/**
 * What becomes of a supply: the verdict of each regime, after counter-laws, and of these the most
 * severe (semantics, section 5).
 */
import { formatDay, type Interval, state } from '@holdfast/kernel'
import type { Context } from './context.ts'
import { underCounterLaws } from './counter_law.ts'
import { stays, underRegime, untouched } from './regime_verdict.ts'
import type { Supply } from './supply.ts'
import {
  type Days,
  names,
  type RegimeVerdict,
  servicePlace,
  type VerdictWord,
  type Withdrawal,
} from './withdrawal.ts'

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
