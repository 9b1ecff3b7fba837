import type { Address, EntryKind, ListedName } from '../entry.ts'
import type { SourceText } from '../source.ts'
import type { Details } from './details.ts'
import type { Line } from './rows.ts'

/** An entry while its files are joined: what the side files add to is still open. */
export interface Draft {
  readonly source: SourceText
  readonly line: Line
  /** The optional fields, from the columns of all files and from Remarks. */
  readonly details: Details
  readonly entry: {
    readonly id: string
    readonly kind: EntryKind
    readonly names: ListedName[]
    readonly programmes: readonly string[]
    remarks: string
    readonly addresses: Address[]
  }
}
