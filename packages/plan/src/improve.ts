/** Makes a choice better by small changes, until none helps. */
import type { Candidate } from './candidate.ts'
import { type Choice, type Resources, waitingFor, withMeasure } from './choice.ts'
import type { Evaluator } from './evaluator.ts'
import { fixedOnly } from './greedy.ts'

const ROUNDS_MAX = 20
/** The solver finds what so many tries do not. */
const TRIES_MAX = 2_000

/** A change that saves less than this share of the loss is rounding. */
const LEAST_SAVING = 1e-9

/**
 * Starts measures earlier, adds some, and puts one in the place of another, as long as that saves.
 *
 * Result: the evaluator's base keeps every rule and is no worse. Deterministic: the first change
 * that helps is made, in the order of the measures. Limits: passes, and choices tried in all.
 */
export function improved(
  candidates: readonly Candidate[],
  resources: Resources,
  evaluator: Evaluator,
): void {
  const tried = evaluator.asked
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const before = evaluator.loss
    for (const measure of candidates.keys()) {
      if (evaluator.asked - tried > TRIES_MAX) return
      earlier(resources, evaluator, measure)
      added(candidates, resources, evaluator, measure)
      exchanged(candidates, resources, evaluator, measure)
      brought(candidates, resources, evaluator, measure)
    }
    if (evaluator.loss >= before * (1 - LEAST_SAVING)) return
  }
}

function take(evaluator: Evaluator, choice: Choice | null): boolean {
  if (choice === null) return false
  if (evaluator.of(choice) >= evaluator.loss * (1 - LEAST_SAVING)) return false
  evaluator.move(choice)
  return true
}

function earlier(resources: Resources, evaluator: Evaluator, measure: number): void {
  const at = evaluator.base[measure]!
  for (let start = 0; start < at; start += 1) {
    const choice = evaluator.base.slice()
    choice[measure] = start
    if (resources.isPossible(choice) && take(evaluator, choice)) return
  }
}

function added(
  candidates: readonly Candidate[],
  resources: Resources,
  evaluator: Evaluator,
  measure: number,
): void {
  if (evaluator.base[measure]! >= 0) return
  const used = resources.used(evaluator.base)
  take(evaluator, withMeasure(candidates, resources, evaluator.base, used, measure))
}

/** Leaves a measure out, with what waits for it, and does another instead. */
function exchanged(
  candidates: readonly Candidate[],
  resources: Resources,
  evaluator: Evaluator,
  measure: number,
): void {
  if (evaluator.base[measure]! < 0) return
  const out = [measure, ...waitingFor(candidates, measure)]
  if (out.some((one) => candidates[one]!.fixed !== null)) return
  const without = evaluator.base.slice()
  for (const one of out) without[one] = -1
  if (take(evaluator, without)) return
  const used = resources.used(without)
  for (const other of candidates.keys()) {
    if (evaluator.base[other]! >= 0) continue
    const choice = withMeasure(candidates, resources, without, used.slice(), other)
    if (choice !== null && take(evaluator, refilled(candidates, resources, choice, out))) return
  }
}

/** Gives a measure the first choice of people and money, and the others theirs after it. */
function brought(
  candidates: readonly Candidate[],
  resources: Resources,
  evaluator: Evaluator,
  measure: number,
): void {
  const { base } = evaluator
  if (base[measure]! <= 0) return
  const dayOf = (one: number): number => candidates[one]!.starts[base[one]!]!.day
  const others = [...base.keys()].filter((one) => base[one]! >= 0 && one !== measure)
  const order = [measure, ...others.sort((a, b) => dayOf(a) - dayOf(b))]
  take(evaluator, placed(candidates, resources, order))
}

/** A choice of measures in an order, each as early as it fits; null when a fixed one does not. */
export function placed(
  candidates: readonly Candidate[],
  resources: Resources,
  order: readonly number[],
): Choice | null {
  let choice = fixedOnly(candidates, resources)
  if (choice === null) return null
  const used = resources.used(choice)
  for (const measure of order) {
    choice = withMeasure(candidates, resources, choice, used, measure) ?? choice
  }
  return choice
}

/** What was left out comes back where it still fits. */
function refilled(
  candidates: readonly Candidate[],
  resources: Resources,
  choice: Choice,
  out: readonly number[],
): Choice {
  const used = resources.used(choice)
  return out.reduce(
    (kept, measure) => withMeasure(candidates, resources, kept, used, measure) ?? kept,
    choice,
  )
}
