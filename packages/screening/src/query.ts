import type { EntryKind } from '@holdfast/lists'

/** Who is looked for: a name, and what else is known. What is absent is held against nobody. */
export interface ScreenQuery {
  readonly name: string
  /** Other names of the same party. */
  readonly aliases?: readonly string[]
  /** Without a kind a name is compared with entries of every kind. */
  readonly kind?: EntryKind | null
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly births?: readonly string[]
  /** ISO 3166-1 alpha-2: nationality, citizenship, seat, flag. */
  readonly countries?: readonly string[]
  readonly gender?: 'male' | 'female'
  /** Numbers of documents, registers, ships, wallets, of whatever kind. */
  readonly identifiers?: readonly string[]
}
