/**
 * What to do first and what it buys, as data: the shape of `holdfast plan --json`.
 *
 * The schema is the contract, as in `findings.ts`. Losses are weight times days beyond tolerance
 * within the horizon (semantics, section 9), expected over scenarios, strike days and likelihoods;
 * where nothing else is said they are the high end. Money is in units of `currency`, not of its
 * hundredths.
 */
import { z } from 'zod'
import { decision, diagnostic } from './findings.ts'

const isoDay = z.iso.date()
const dayOrNull = isoDay.nullable()
const amount = z.number()
const loss = z.number().min(0)

const period = z.strictObject({
  from: isoDay,
  /** The last day. */
  until: isoDay,
})

/** A measure of the plan. */
const planned = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  /** The first day of work on it. */
  start: isoDay,
  /** The first day on which it is in effect. */
  finish: isoDay,
  /** By when it must be finished; null: by no day. */
  deadline: dayOrNull,
  /** All that it costs within the horizon: once, and yearly from the day it is finished. */
  cost: amount,
  once: amount,
  yearly: amount,
  effort: z.array(z.strictObject({ team: z.string(), name: z.string(), personDays: z.number() })),
  /** Measures of the plan that must be finished before. */
  after: z.array(z.string()),
  /** By how much the loss would rise without it and without what waits for it. */
  saves: loss,
  /** Functions whose expected loss it lowers, the most first. */
  helps: z.array(z.string()),
  /** The call named its day. */
  fixed: z.boolean(),
  /** Part of the plan in every point of the frontier that spends anything. */
  noRegret: z.boolean(),
})

/** Why a measure is not part of the plan. */
const leftOut = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  /**
   * `changes-nothing`: it saves nothing in any scenario of the plan, alone or beside others;
   * or only together with those that `because` names, which the plan does not do.
   * `falls-too`: what it brings is withdrawn by the same decisions. `adds-nothing`: useful alone,
   * but not beside what the plan does. `too-late`: cannot be finished within the horizon or by its
   * deadline. `excluded`: the plan does what excludes it. `waits`: what it waits for is not worth
   * doing or not possible. `budget`, `capacity`: it does not fit beside what buys more.
   * `not-wanted`: the call left it out. `not-worth`: it would make things worse, or saves so little
   * that it lies within the gap.
   */
  reason: z.enum([
    'changes-nothing',
    'falls-too',
    'adds-nothing',
    'too-late',
    'excluded',
    'waits',
    'budget',
    'capacity',
    'not-wanted',
    'not-worth',
  ]),
  /** Measures, teams or services that the reason names. */
  because: z.array(z.string()),
  cost: amount,
  /** What it would save on top of the plan if money and people were no limit. */
  wouldSave: loss,
})

/** Days until a function stops, counted from the strike; null: it does not within the horizon. */
const stop = z.strictObject({
  certain: z.int().nullable(),
  possible: z.int().nullable(),
})

const functionPlan = z.strictObject({
  id: z.string(),
  name: z.string(),
  weight: z.number(),
  toleranceDays: z.int(),
  before: loss,
  after: loss,
  /** The days of stopping without the plan and with all of it done, scenario by scenario. */
  scenarios: z.array(z.strictObject({ scenario: z.string(), before: stop, after: stop })),
})

const chokepointPlan = z.strictObject({
  function: z.string(),
  functionName: z.string(),
  decisions: z.array(decision),
})

const frontierPoint = z.strictObject({
  /** What may be spent. */
  budget: amount,
  /** What is spent. */
  cost: amount,
  objective: loss,
  bound: loss,
  gap: z.number().min(0),
  measures: z.array(z.string()),
  /** Beyond it each further euro buys clearly less than before. */
  knee: z.boolean(),
})

export const planReport = z.strictObject({
  institution: z.strictObject({ id: z.string(), name: z.string() }),
  on: isoDay,
  horizon: z.strictObject({ from: isoDay, until: isoDay, days: z.int() }),
  periodDays: z.int(),
  periods: z.array(period),
  currency: z.string().nullable(),
  scenarios: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      /** Share of the whole: all of them together are 1. */
      weight: z.number(),
      /** The strike days counted with, each standing for its stretch; null: the days as dated. */
      strikes: z.array(isoDay).nullable(),
      doNothing: loss,
      plan: loss,
    }),
  ),
  /** `optimal`: within `gapAsked` of the best plan; `feasible`: a limit ended the search. */
  status: z.enum(['optimal', 'feasible']),
  gapAsked: z.number(),
  objective: loss,
  /** No plan within the limits has a smaller expected loss. */
  bound: loss,
  /** (objective - bound) / objective. */
  gap: z.number().min(0),
  doNothing: loss,
  /** The loss of the plan that always adds what saves most for its money. */
  greedy: loss,
  /** The low ends of the three losses. */
  low: z.strictObject({ objective: loss, doNothing: loss }),
  /** Of all weights times all days of the horizon: what stopping everything at once would lose. */
  worst: loss,
  budget: amount.nullable(),
  spent: amount,
  spending: z.array(
    z.strictObject({ from: isoDay, until: isoDay, amount, limit: amount.nullable() }),
  ),
  teams: z.array(
    z.strictObject({
      team: z.string(),
      name: z.string(),
      /** Person-days in 30 days; null: not stated, no limit. */
      capacity: z.number().nullable(),
      /** Person-days in each period. */
      used: z.array(z.number()),
    }),
  ),
  measures: z.array(planned),
  leftOut: z.array(leftOut),
  risk: z.array(
    z.strictObject({
      from: isoDay,
      until: isoDay,
      /** Expected loss of one day, in the mean over the period. */
      doNothing: loss,
      greedy: loss,
      plan: loss,
      /** Measures of the plan that take effect in the period. */
      finished: z.array(z.string()),
    }),
  ),
  functions: z.array(functionPlan),
  /** Smallest sets of decisions that stop a function today: those that no longer do; the rest. */
  chokepoints: z.strictObject({
    closed: z.array(chokepointPlan),
    left: z.array(chokepointPlan),
    /** How many there are, where the lists hold only the first. */
    closedCount: z.int(),
    leftCount: z.int(),
  }),
  /** Empty when it was not asked for. */
  frontier: z.array(frontierPoint),
  noRegret: z.array(z.string()),
  /** What one more unit of each limit would save; null where the limit does not bind. */
  prices: z.strictObject({
    budget: z.strictObject({ step: amount, saves: loss }).nullable(),
    teams: z.array(
      z.strictObject({
        team: z.string(),
        name: z.string(),
        /** Person-days more in 30 days. */
        step: z.number(),
        saves: loss,
      }),
    ),
  }),
  /** What changes of the law would buy, on the same scale. */
  legal: z.array(
    z.strictObject({
      regime: z.string(),
      counterLaw: z.string(),
      name: z.string(),
      /** Losses with the change in force from the first day. */
      doNothing: loss,
      plan: loss,
      /** What a plan must spend to save as much; null: more than the frontier reaches. */
      worth: amount.nullable(),
    }),
  ),
  /** The plan put into the dossier and assessed anew. */
  check: z.strictObject({
    points: z.int(),
    largestDifference: z.number(),
  }),
  /** Names of services and other things that `because` names and no other list here does. */
  names: z.record(z.string(), z.string()).exactOptional(),
  diagnostics: z.array(diagnostic),
})

export type PlanReport = z.infer<typeof planReport>
export type PlannedMeasure = z.infer<typeof planned>
export type LeftOutMeasure = z.infer<typeof leftOut>
export type FrontierPoint = z.infer<typeof frontierPoint>

/** How far the search is, told while it lasts. */
export interface PlanProgress {
  readonly kind: 'plan'
  readonly step: 'model' | 'search' | 'frontier' | 'prices' | 'check'
  /** The best plan so far, if there is one. */
  readonly incumbent: number | null
  readonly bound: number | null
  readonly gap: number | null
  /** Points of the frontier done, and to be done. */
  readonly done: number
  readonly of: number
}
