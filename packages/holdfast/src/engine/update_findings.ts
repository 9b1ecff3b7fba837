/**
 * What `holdfast lists update` did, as data: the shape of its `--json`.
 *
 * The schema is the contract, as in `findings.ts`. What is not there is null.
 */
import { z } from 'zod'
import { diagnostic } from './findings.ts'

/** A version of a list that is kept. */
export const versionFinding = z.strictObject({
  /** `LIST@DATE`, as other commands take it. */
  name: z.string(),
  published: z.iso.date().nullable(),
  retrieved: z.string(),
  entries: z.int(),
  names: z.int(),
  /** Bytes of the original files. */
  size: z.int(),
  /** Of the original files, one after the other. */
  sha256: z.string(),
  provenance: z.enum(['official', 'reconstructed']),
  whole: z.enum(['proven', 'unproven']),
})

export const updatedList = z.strictObject({
  /** The list's id; null for a file that could not be read. */
  list: z.string().nullable(),
  /**
   * `new`: a version was kept. `unchanged`: the kept one is current. `refused`: it was read and not
   * trusted. `failed`: it could not be fetched or read. `skipped`: not asked for, and why.
   * `planned`: `--dry-run` says what would be fetched.
   */
  outcome: z.enum(['new', 'unchanged', 'refused', 'failed', 'skipped', 'planned']),
  /** Addresses or files, as far as they may be shown: tokens are left out. */
  source: z.array(z.string()),
  /** The version that was kept; where nothing was, the one that holds. */
  version: versionFinding.nullable(),
  /** The latest version before the call. */
  previous: versionFinding.nullable(),
  diagnostics: z.array(diagnostic),
})

export const listsUpdateReport = z.strictObject({
  format: z.literal('holdfast-lists-update/1'),
  /** The folder of the kept lists. */
  store: z.string(),
  lists: z.array(updatedList),
})

export type ListsUpdateReport = z.infer<typeof listsUpdateReport>
export type UpdatedList = z.infer<typeof updatedList>
export type VersionFinding = z.infer<typeof versionFinding>
