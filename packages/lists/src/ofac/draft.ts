import type { Address, EntryKind, ListedName } from '../entry.ts'
import type { SourceText } from '../source.ts'
import type { Line } from './rows.ts'

/** An entry while its files are joined: what the side files add to is still open. */
export interface Draft {
  readonly source: SourceText
  readonly line: Line
  readonly entry: {
    readonly id: string
    readonly kind: EntryKind
    readonly names: ListedName[]
    readonly programmes: readonly string[]
    remarks: string
    readonly addresses: Address[]
  }
}
