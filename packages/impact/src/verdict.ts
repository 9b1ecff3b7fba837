/**
 * What becomes of a supply: the verdict of each regime, after counter-laws, and of these the most
 * severe (semantics, section 5).
 */
import { type Day, formatDay, type Interval, NEVER, type Statement, state } from '@holdfast/kernel'
import type { Context } from './context.ts'
import { underCounterLaws } from './counter_law.ts'
import { stays, underRegime, untouched } from './regime_verdict.ts'
import type { Supply } from './supply.ts'
import {
  type Days,
  joined,
  names,
  type RegimeVerdict,
  servicePlace,
  type VerdictWord,
  type Withdrawal,
} from './withdrawal.ts'

/** The verdict on a supply over all regimes of the context. */
export function withdrawalOf(context: Context, supply: Supply): Withdrawal {
  const decided = decidedWithdrawal(context, supply)
  const answers = context.sanctions.map((regime): Answer => {
    const before = underRegime(context, supply, regime)
    return { before, after: underCounterLaws(context, supply, before) }
  })
  if (decided !== null) answers.push({ before: decided, after: decided })
  return mostSevere(supply, answers)
}

/** What one regime says, before and after counter-laws. */
interface Answer {
  readonly before: RegimeVerdict
  readonly after: RegimeVerdict
}

const SEVERITY: Readonly<Record<VerdictWord, number>> = {
  'must-stop': 3,
  'may-stop': 2,
  contested: 1,
  stays: 0,
}

/**
 * The most severe verdict wins, then counter-laws apply to it. Of two alike the one wins that no
 * counter-law covers, then the one that comes first, then the likelier.
 */
function isWorse(a: Answer, b: Answer): boolean {
  const steps = [
    SEVERITY[a.before.verdict] - SEVERITY[b.before.verdict],
    SEVERITY[a.after.verdict] - SEVERITY[b.after.verdict],
    firstDay(b.after) - firstDay(a.after),
    (a.after.may?.interval[1] ?? 0) - (b.after.may?.interval[1] ?? 0),
  ]
  return (steps.find((step) => step !== 0 && !Number.isNaN(step)) ?? 0) > 0
}

function firstDay({ must, may }: RegimeVerdict): Day {
  return must?.earliest ?? may?.earliest ?? NEVER
}

function mostSevere(supply: Supply, answers: readonly Answer[]): Withdrawal {
  let worst: Answer | null = null
  let may: (Days & { interval: Interval }) | null = null
  let must: Days | null = null
  for (const answer of answers) {
    if (worst === null || isWorse(answer, worst)) worst = answer
    must = earlier(must, answer.after.must)
    if (answer.after.may !== null) {
      may = may === null ? answer.after.may : joined(may, answer.after.may)
    }
  }
  const stands = worst?.after ?? untouched(supply, null)
  const proved = answers.filter(({ after }) => after !== stands && after.verdict !== 'stays')
  return {
    supply,
    verdict: stands.verdict,
    case: stands.case,
    regime: stands.regime?.id ?? null,
    must,
    may,
    kind: stands.verdict === 'stays' ? null : stands.frozen ? 'frozen' : 'refused',
    assumptions: answers.flatMap(({ after }) => after.likelihood?.assumption ?? []),
    unestimated: answers.some(({ after: { likelihood } }) => likelihood?.assumption === null),
    legalFiles: answers.flatMap(({ after }) => after.legalFile ?? []),
    prove: () => withOthers(stands.prove(), proved),
  }
}

/** Under the proof of the verdict that wins, those of the other regimes that count as well. */
function withOthers(proof: Statement, others: readonly Answer[]): Statement {
  if (others.length === 0) return proof
  return { ...proof, because: [...proof.because, ...others.map(({ after }) => after.prove())] }
}

function earlier(a: Days | null, b: Days | null): Days | null {
  if (a === null || b === null) return a ?? b
  return { earliest: Math.min(a.earliest, b.earliest), latest: Math.min(a.latest, b.latest) }
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
