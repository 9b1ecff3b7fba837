/** What an assessment stands on: the dossier, the laws, the lists, the assumptions, the day. */
import type { Assumption, Dossier } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import type { Readings, Regime } from '@holdfast/law'
import type { DesignationRecord, ListEntry, NameQuery } from '@holdfast/lists'
import type { Rule } from '@holdfast/ownership'

/** What the engine asks of a designation list, however it is stored. */
export interface ListPort {
  readonly id: string
  /** The day the list was published; null when it cannot be known. */
  readonly published: Day | null
  readonly byNumber: (number: string) => ListEntry | null
  /** For each query the entries of the kind with one of the names, exactly after normalisation. */
  readonly byNames: (queries: readonly NameQuery[]) => readonly (readonly ListEntry[])[]
}

export interface Ground {
  readonly dossier: Dossier
  /** The regimes laid on the institution, in the order of their ids. */
  readonly regimes: readonly Regime[]
  readonly readings: Readings
  readonly lists: readonly ListPort[]
  /** The dated table of designations of each regime that has one. */
  readonly designations: ReadonlyMap<string, readonly DesignationRecord[]>
  /** The dossier's own assumptions before those that ship with the product. */
  readonly assumptions: readonly Assumption[]
  /** The members of a group of countries that laws name (`EU`). */
  readonly countryGroups: ReadonlyMap<string, ReadonlySet<string>>
  /** The rules of who is owned by whom, as their file has them. */
  readonly ownershipRules: readonly Rule[]
  readonly on: Day
  readonly horizonDays: number
}

/** How unknown facts are completed: true is against the institution. */
export type Completion = (fact: string) => boolean

export const BENIGN: Completion = () => false
export const ADVERSE: Completion = () => true

/** A completion that differs from another in one fact. */
export function except(base: Completion, fact: string): Completion {
  return (other) => (other === fact ? !base(other) : base(other))
}
