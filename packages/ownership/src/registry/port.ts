/**
 * A registry as engines ask it, however it is stored: compiled in a file that is read in sections,
 * or in memory. Parties have dense numbers from 0.
 */
import type { Day, Diagnostic } from '@holdfast/kernel'
import type { OwnershipSource } from '../reading.ts'
import type { PartyKey, PartyRecord, TieRecord } from '../records.ts'

/** A source of a registry: one file that was compiled. */
export interface RegistrySource extends OwnershipSource {
  /** The file's name without its folder. */
  readonly file: string
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string
}

/** What a registry says of itself. */
export interface RegistryHead {
  /** The day on which it was compiled. */
  readonly built: Day
  readonly sources: readonly RegistrySource[]
  readonly parties: number
  readonly ties: number
}

/** A party whose name is like the one asked for; never taken for it without a person's word. */
export interface NameCandidate {
  readonly party: number
  readonly name: string
}

export interface RegistryPort {
  readonly head: RegistryHead
  /**
   * Of a compiled file: the first damage that an answer met. What is damaged reads as if the source
   * said nothing, so whoever answers from a registry asks this at the end. Null while all is right.
   */
  readonly damage?: Diagnostic | null
  /** The party with a key; null when the registry has none. */
  readonly find: (key: PartyKey) => number | null
  readonly party: (number: number) => PartyRecord
  /** All that is said of who owns a party, from all sources; owners by number. */
  readonly tiesInto: (asset: number) => readonly NumberedTie[]
  /** All that is said of what a party owns. */
  readonly tiesFrom: (owner: number) => readonly NumberedTie[]
  /** Parties that share rare words with a name, at most `limit`; the caller scores them. */
  readonly named: (name: string, limit: number) => readonly NameCandidate[]
}

/** A tie between parties of a registry, with the numbers of both. */
export interface NumberedTie {
  readonly owner: number
  readonly asset: number
  readonly tie: TieRecord
}
