/** What the use cases are given: files as somebody read them, never where they lie. */
import type { SourceText } from '@holdfast/dossier'
import type { Diagnostic } from '@holdfast/kernel'
import type { DesignationList, OfacFiles } from '@holdfast/lists'
import type { RegistryGiven } from './registry_chains.ts'

/** One regime's folder: its law, and its dated table of designations where it has one. */
export interface RegimeFiles {
  readonly regime: SourceText
  readonly designations: SourceText | null
}

/** The law and the assumptions that ship with the product, and regimes added by the user. */
export interface LawFiles {
  readonly regimes: readonly RegimeFiles[]
  readonly countries: SourceText
  /** The rules of who is owned by whom. */
  readonly ownership: SourceText
  readonly assumptions: readonly SourceText[]
}

/** A designation list as files; `sha256` is over the bytes as they lie there. */
export type ListFiles =
  | {
      readonly kind: 'snapshot'
      readonly name: string
      readonly text: string
      readonly sha256: string
    }
  | { readonly kind: 'ofac-csv'; readonly files: OfacFiles; readonly sha256: string }
  | {
      /** Read already, whatever its format: what was noticed on the way comes with it. */
      readonly kind: 'read'
      readonly list: DesignationList
      readonly sha256: string
      readonly warnings: readonly Diagnostic[]
    }

export interface DossierFiles {
  readonly files: readonly SourceText[]
}

export interface AssessInput {
  readonly dossier: DossierFiles
  readonly law: LawFiles
  /** The lists laid on the dossier, each at most once. */
  readonly lists: readonly ListFiles[]
  /** Registries of owners, those that the dossier names first; absent: none. */
  readonly registries?: readonly RegistryGiven[]
  /** Files that bring further scenarios. */
  readonly scenarioFiles: readonly SourceText[]
  /** Names of the scenarios to assess; empty: all of the dossier, `today` first. */
  readonly scenarios: readonly string[]
  /** `--on`: the day of the answers; null: the dossier's, else `today`. */
  readonly on: string | null
  /** The day of the clock, which engines never read. */
  readonly today: string
  /** Readings chosen, by id (`narrow`) or with their question (`who-is-bound=narrow`). */
  readonly readings: readonly string[]
  /** Days from the first day of a scenario; null: the dossier's horizon, else 365. */
  readonly horizonDays: number | null
}
