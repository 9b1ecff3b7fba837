/**
 * What is found of a fault tree, as data: the shape of `holdfast faulttree solve --json`.
 *
 * The schema is the contract, as in `findings.ts`. What was not asked for, what a limit prevented
 * and what is not defined is null.
 */
import { z } from 'zod'
import { diagnostic } from './findings.ts'

const probability = z.number().min(0).max(1)
/** Counts grow beyond what a number of JSON holds. */
const count = z.string().regex(/^\d+$/)
const seconds = z.number().min(0)
const nodes = z.int().min(0).nullable()
/** A ratio over a probability of 0 is not defined, and one that would be infinite is not either. */
const measure = z.number().nullable()

/** Which limit was reached: decision nodes held at once, or seconds. */
const stoppedAt = z.strictObject({
  reason: z.enum(['nodes', 'time']),
  limit: z.number(),
})

const listedCutSet = z.strictObject({
  events: z.array(z.string()),
  /** Product of the probabilities of its events, at their high ends. */
  probability,
})

/** How much an event matters, all events at the high ends of their probabilities. */
const eventImportance = z.strictObject({
  event: z.string(),
  probability,
  birnbaum: measure,
  criticality: measure,
  diagnostic: measure,
  riskAchievement: measure,
  riskReduction: measure,
})

export const topFinding = z.strictObject({
  gate: z.string(),
  label: z.string().nullable(),
  /**
   * Without negations. Of a top with negations `cutSets` counts the smallest sets of events that
   * cause it when no other event occurs.
   */
  coherent: z.boolean().nullable(),
  /** Exact; null where events have intervals or a limit was reached, and `interval` holds it. */
  probability: probability.nullable(),
  interval: z.tuple([probability, probability]).nullable(),
  /** How many minimal cut sets there are, and how many of each order. */
  cutSets: count.nullable(),
  byOrder: z.record(z.string().regex(/^\d+$/), count).nullable(),
  /** Seconds of the engine until the probability was known, and further ones for the cut sets. */
  seconds,
  cutSetSeconds: seconds,
  /** Decision nodes of the diagrams of the probability, and of the cut sets. */
  nodes,
  cutSetNodes: nodes,
  stopped: z
    .strictObject({ probability: stoppedAt.nullable(), cutSets: stoppedAt.nullable() })
    .nullable(),
  /** The first of the minimal cut sets, the likeliest first. */
  sets: z.array(listedCutSet).nullable(),
  /** The events of the top, the most critical first. */
  importance: z.array(eventImportance).nullable(),
})

export const faultTreeReport = z.strictObject({
  format: z.literal('holdfast-faulttree/1'),
  model: z.strictObject({
    name: z.string().nullable(),
    file: z.string(),
    events: z.int().min(0),
    gates: z.int().min(0),
    houseEvents: z.int().min(0),
  }),
  /** Hours for which the system must work. */
  missionTime: z.number().min(0),
  top: z.array(topFinding),
  diagnostics: z.array(diagnostic),
})

export type FaultTreeReport = z.infer<typeof faultTreeReport>
export type TopFinding = z.infer<typeof topFinding>
export type StoppedAt = z.infer<typeof stoppedAt>
export type ListedCutSet = z.infer<typeof listedCutSet>
export type EventImportance = z.infer<typeof eventImportance>
