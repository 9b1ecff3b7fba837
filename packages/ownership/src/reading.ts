/** What all readers of ownership data have in common. */
import type { Day } from '@holdfast/kernel'
import type { ByteSource, Findings } from '@holdfast/records'
import type { OwnershipIntake } from './records.ts'

/** The formats that are read. */
export type OwnershipFormat =
  | 'gleif-lei' // level 1: who is who
  | 'gleif-rr' // level 2: who consolidates whom
  | 'gleif-repex' // level 2: why no parent is reported
  | 'uk-psc'
  | 'bods'
  | 'ftm'
  | 'plain-ties' // CSV: owner,asset,share
  | 'plain-parties' // CSV: id,name,incorporated,...

/** What a file says of itself. */
export interface OwnershipSource {
  readonly format: OwnershipFormat
  /** `GLEIF level 2 golden copy`; for the plain formats the name of the file. */
  readonly title: string
  /** The day of its contents; null when it does not say. */
  readonly date: Day | null
  readonly parties: number
  readonly ties: number
  /** Records that the file says it has; null when it does not say. */
  readonly stated: number | null
  /**
   * False when the file is known to be cut or to have lost records: what was read stands, and all
   * that rests on this source carries the mark `source-cut`.
   */
  readonly whole: boolean
}

/**
 * Reads one file of one format. What is wrong with a record becomes a warning in `found` and a mark
 * on the record; what ends the reading early (a cut file, broken XML) becomes a warning and
 * `whole: false`. Only a file that is not of the format at all, or has no record, is an error.
 *
 * @returns null after an error in `found`
 */
export type OwnershipReader = (
  source: ByteSource,
  intake: OwnershipIntake,
  found: Findings,
) => OwnershipSource | null
