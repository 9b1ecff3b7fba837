/** The plan that always adds what saves most for its money: what people do without an optimiser. */
import type { Candidate } from './candidate.ts'
import { type Choice, costOf, nothingDone, type Resources, withMeasure } from './choice.ts'
import { Evaluator } from './evaluator.ts'
import type { LossTable } from './loss_table.ts'

/** A saving below this share of the loss is rounding. */
const LEAST_SAVING = 1e-9

/**
 * Adds one measure after the other, each as early as it fits and with all that it waits for, the
 * one first that saves most for what it costs; measures that cost nothing come first. What the call
 * has fixed is done before.
 *
 * Result: a choice that keeps every rule, or null when what is fixed does not fit.
 * Complexity: the square of the measures, times the rows that one touches.
 */
export function greedyChoice(
  candidates: readonly Candidate[],
  resources: Resources,
  table: LossTable,
): Choice | null {
  const start = fixedOnly(candidates, resources)
  return start === null
    ? null
    : extended(candidates, resources, new Evaluator(table, candidates, start))
}

/** The choice that does what is fixed, with what that waits for; null when it does not fit. */
export function fixedOnly(candidates: readonly Candidate[], resources: Resources): Choice | null {
  let choice: Choice | null = nothingDone(candidates)
  const used = new Float64Array(resources.limits.length)
  for (const [measure, { fixed }] of candidates.entries()) {
    if (fixed === null) continue
    choice = withMeasure(candidates, resources, choice, used, measure)
    if (choice === null) return null
  }
  return choice
}

/** The evaluator's base with measures added until nothing more saves anything. */
export function extended(
  candidates: readonly Candidate[],
  resources: Resources,
  evaluator: Evaluator,
): Choice {
  for (;;) {
    const used = resources.used(evaluator.base)
    const cost = costOf(candidates, evaluator.base)
    let best: { readonly choice: Choice; readonly worth: number } | null = null
    for (const measure of candidates.keys()) {
      if (evaluator.base[measure]! >= 0) continue
      const choice = withMeasure(candidates, resources, evaluator.base, used.slice(), measure)
      if (choice === null) continue
      const saving = evaluator.loss - evaluator.of(choice)
      if (saving <= LEAST_SAVING * evaluator.loss) continue
      const price = costOf(candidates, choice) - cost
      // Free measures first, among them what saves most.
      const worth = price <= 0 ? Number.MAX_VALUE * (saving / (saving + 1)) : saving / price
      if (best === null || worth > best.worth) best = { choice, worth }
    }
    if (best === null) return evaluator.base
    evaluator.move(best.choice)
  }
}
