/**
 * What screening finds, as data: the shape of a line of `holdfast screen --json`.
 *
 * The schema is the contract, as in `findings.ts`. Reasons are sentences in the reader's language:
 * findings carry them as statements (`ScreenAnswer`), and whoever writes JSON puts words there.
 */
import type { Statement } from '@holdfast/kernel'
import { z } from 'zod'

const kind = z.enum(['person', 'entity', 'vessel', 'aircraft', 'asset'])

const decided = z.strictObject({
  outcome: z.enum(['cleared', 'confirmed']),
  by: z.string(),
  /** `YYYY-MM-DD`. */
  on: z.string(),
  why: z.string(),
  /** False when the entry has changed since: the match is to be decided anew. */
  stands: z.boolean(),
})

const match = z.strictObject({
  list: z.string(),
  /** The number of the entry in its list. */
  entry: z.string(),
  /** The name of the entry that fits best. */
  name: z.string(),
  quality: z.enum(['strong', 'weak']),
  /** The name under which the entry stands. */
  primaryName: z.string(),
  kind,
  programmes: z.array(z.string()),
  /** Between 0 and 1. */
  score: z.number().min(0).max(1),
  reasons: z.array(z.string()),
  decision: decided.nullable(),
})

/** One line of JSON for each party looked up. */
export const screenRow = z.strictObject({
  query: z.string(),
  /** The id of the table's row or the dossier's party; null for a name of the call. */
  id: z.string().nullable(),
  matches: z.array(match),
})

/** One line of JSON for each row of `screen --pairs`. */
export const screenPairRow = z.strictObject({
  /** From 1, the header not counted. */
  row: z.int().min(1),
  name1: z.string(),
  name2: z.string(),
  kind: kind.nullable(),
  score: z.number().min(0).max(1),
  /** Whether the score reaches the threshold. */
  match: z.boolean(),
  reasons: z.array(z.string()),
})

export type ScreenMatchRow = z.infer<typeof match>
export type ScreenRow = z.infer<typeof screenRow>
export type ScreenPairRow = z.infer<typeof screenPairRow>

export interface ScreenMatch extends Omit<ScreenMatchRow, 'reasons'> {
  readonly reasons: readonly Statement[]
}

export interface ScreenAnswer {
  readonly query: string
  readonly id: string | null
  readonly matches: readonly ScreenMatch[]
}

export interface ScreenedPair extends Omit<ScreenPairRow, 'reasons'> {
  readonly reasons: readonly Statement[]
}
