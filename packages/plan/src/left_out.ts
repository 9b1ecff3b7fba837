/** Why a measure is not part of a plan. */
import type { PlannedLosses } from '@holdfast/impact'
import type { Candidate } from './candidate.ts'
import {
  type Choice,
  costOf,
  finishesOf,
  nothingDone,
  Resources,
  waitedFor,
  waitingFor,
  withMeasure,
} from './choice.ts'
import type { Limit } from './limit.ts'
import type { LossTable } from './loss_table.ts'

export type Reason =
  | 'changes-nothing'
  | 'falls-too'
  | 'adds-nothing'
  | 'too-late'
  | 'excluded'
  | 'waits'
  | 'budget'
  | 'capacity'
  | 'not-wanted'
  | 'not-worth'

export interface LeftOut {
  readonly measure: number
  readonly reason: Reason
  /** Ids of measures, teams or services. */
  readonly because: readonly string[]
  /** With what it waits for and the plan does not do, in minor units, started at once. */
  readonly cost: number
  /** On top of the plan, if money and people were no limit. */
  readonly wouldSave: number
}

/** A share of the loss that is too little to speak of. */
const LITTLE = 1e-6

export function leftOutOf(
  candidates: readonly Candidate[],
  limits: readonly Limit[],
  table: LossTable,
  choice: Choice,
  falling: PlannedLosses['falling'],
): readonly LeftOut[] {
  const together = candidates.map((one) => ({ ...one, excludes: [] }))
  const unlimited = new Resources(together, [])
  const nothing = table.loss(finishesOf(candidates, nothingDone(candidates)))
  const planned = table.loss(finishesOf(candidates, choice))
  const lossWith = (base: Choice, measure: number): { loss: number; choice: Choice } | null => {
    // What it waits for may have to begin sooner than it does in the plan.
    const open = base.slice()
    for (const other of waitedFor(candidates, measure)) open[other] = -1
    const next = withMeasure(together, unlimited, open, new Float64Array(0), measure)
    return next === null ? null : { loss: table.loss(finishesOf(candidates, next)), choice: next }
  }
  /** Measures of the plan without any one of which it would save something. */
  const insteadOf = (measure: number): readonly string[] =>
    [...candidates.keys()].flatMap((other) => {
      if (choice[other]! < 0) return []
      const less = choice.slice()
      for (const one of [other, ...waitingFor(candidates, other)]) less[one] = -1
      const more = lossWith(less, measure)
      const before = table.loss(finishesOf(candidates, less))
      const isNeeded = more !== null && before - more.loss > LITTLE * nothing
      return isNeeded ? [candidates[other]!.measure.id] : []
    })
  return [...candidates.keys()].flatMap((measure): LeftOut[] => {
    if (choice[measure]! >= 0) return []
    const onTop = lossWith(choice, measure)
    const alone = lossWith(nothingDone(candidates), measure)
    const wouldSave = onTop === null ? 0 : Math.max(0, planned - onTop.loss)
    const cost = onTop === null ? 0 : costOf(candidates, onTop.choice) - costOf(candidates, choice)
    const savesAlone = alone !== null && nothing - alone.loss > LITTLE * nothing
    const saves = { onTop: wouldSave > LITTLE * nothing, alone: savesAlone }
    const falls = falling(candidates[measure]!.measure.id, doneWith(candidates, choice, measure))
    const why = reasonOf(candidates, limits, choice, measure, saves, falls)
    const because = (): readonly string[] => {
      if (why.reason === 'adds-nothing') return insteadOf(measure)
      if (why.reason !== 'changes-nothing') return why.because
      const beside = besideOf(candidates, table, choice, measure, LITTLE * nothing)
      return beside.map((other) => candidates[other]!.measure.id)
    }
    return [{ measure, reason: why.reason, because: because(), cost, wouldSave }]
  })
}

/**
 * Measures outside the plan together with which one saves something that saves nothing alone: the
 * other half of a remedy, or what waits for it. None when it saves nothing beside any. Those that
 * others of them wait for are not named.
 */
function besideOf(
  candidates: readonly Candidate[],
  table: LossTable,
  choice: Choice,
  measure: number,
  little: number,
): readonly number[] {
  const unlimited = new Resources(candidates, [])
  const own = [measure, ...waitingFor(candidates, measure)]
  const saves = (all: Choice): boolean => {
    if (all[measure]! < 0) return false
    const less = without(all, own)
    const losses = [less, all].map((one) => table.loss(finishesOf(candidates, one)))
    return losses[0]! - losses[1]! > little
  }
  // Limits of money and people may keep them apart, exclusions always do. The measure comes first.
  const order = [measure, ...own, ...candidates.keys()]
  let all = order.reduce<Choice>((done, other) => {
    if (candidates[other]!.starts.length === 0) return done
    return withMeasure(candidates, unlimited, done, new Float64Array(0), other) ?? done
  }, nothingDone(candidates))
  if (!saves(all)) return []
  const open = [...candidates.keys()].filter((other) => choice[other]! < 0)
  for (const other of [...open].reverse()) {
    const less = without(all, [other, ...waitingFor(candidates, other)])
    if (saves(less)) all = less
  }
  const left = open.filter((other) => all[other]! >= 0)
  const implied = new Set([measure, ...left.flatMap((other) => waitedFor(candidates, other))])
  return left.filter((other) => !implied.has(other))
}

function without(choice: Choice, measures: readonly number[]): Choice {
  const less = choice.slice()
  for (const one of measures) less[one] = -1
  return less
}

/** Ids of what the plan does, with a measure and all that it waits for. */
function doneWith(
  candidates: readonly Candidate[],
  choice: Choice,
  measure: number,
): ReadonlySet<string> {
  const planned = [...choice.keys()].filter((one) => choice[one]! >= 0)
  const done = [...planned, measure, ...waitedFor(candidates, measure)]
  return new Set(done.map((one) => candidates[one]!.measure.id))
}

type Why = Pick<LeftOut, 'reason' | 'because'>

function reasonOf(
  candidates: readonly Candidate[],
  limits: readonly Limit[],
  choice: Choice,
  measure: number,
  saves: { readonly onTop: boolean; readonly alone: boolean },
  falls: readonly string[],
): Why {
  const { wanted, starts, excludes } = candidates[measure]!
  const name = (other: number): string => candidates[other]!.measure.id
  if (!wanted) return { reason: 'not-wanted', because: [] }
  if (starts.length === 0) return tooLate(candidates, measure)
  if (!saves.onTop && !saves.alone) {
    if (falls.length > 0) return { reason: 'falls-too', because: falls }
    return { reason: 'changes-nothing', because: [] }
  }
  const excluding = excludes.filter((other) => choice[other]! >= 0)
  if (excluding.length > 0) return { reason: 'excluded', because: excluding.map(name) }
  if (!saves.onTop) return { reason: 'adds-nothing', because: [] }
  return doesNotFit(candidates, limits, choice, measure)
}

function tooLate(candidates: readonly Candidate[], measure: number): Why {
  const needed = [measure, ...waitedFor(candidates, measure)]
  const clashing = needed.filter((one) =>
    needed.some((other) => candidates[one]!.excludes.includes(other)),
  )
  if (clashing.length > 0) {
    return { reason: 'excluded', because: clashing.map((one) => candidates[one]!.measure.id) }
  }
  const late = (other: number): boolean => candidates[other]!.starts.length === 0
  // Of a chain only its first: the others are late because it is.
  const waits = waitedFor(candidates, measure).filter((other) => {
    return late(other) && !waitedFor(candidates, other).some(late)
  })
  if (waits.length === 0) return { reason: 'too-late', because: [] }
  return { reason: 'waits', because: waits.map((other) => candidates[other]!.measure.id) }
}

/** Money is asked first: a measure may lack both. */
function doesNotFit(
  candidates: readonly Candidate[],
  limits: readonly Limit[],
  choice: Choice,
  measure: number,
): Why {
  const fits = (kept: readonly Limit[]): boolean => {
    const resources = new Resources(candidates, kept)
    return withMeasure(candidates, resources, choice, resources.used(choice), measure) !== null
  }
  if (fits(limits)) return { reason: 'not-worth', because: [] }
  const money = limits.filter(({ of }) => of.kind !== 'capacity')
  if (!fits(money)) return { reason: 'budget', because: [] }
  const teams = new Set(limits.flatMap(({ of }) => (of.kind === 'capacity' ? [of.team] : [])))
  const short = [...teams].filter((team) => {
    return !fits(limits.filter(({ of }) => of.kind === 'capacity' && of.team === team))
  })
  return { reason: 'capacity', because: short.length > 0 ? short : [...teams] }
}
