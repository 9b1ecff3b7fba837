/** What happens while lists are updated, for whoever watches. */
import type { UpdatedList } from './update_findings.ts'

export type UpdateEvent =
  /** A file comes in: its place among the files of the list, from 1, and the bytes so far. */
  | {
      readonly kind: 'bytes'
      readonly list: string
      readonly file: string
      readonly at: number
      readonly of: number
      readonly bytes: number
      /** As the server announced; null when it did not. */
      readonly total: number | null
      /** Since the file was asked for. */
      readonly seconds: number
    }
  /** The server is busy or the connection broke: it is asked again. */
  | {
      readonly kind: 'wait'
      readonly list: string
      readonly file: string
      readonly seconds: number
    }
  /** Everything is there and is being read. */
  | { readonly kind: 'read'; readonly list: string; readonly bytes: number }
  | { readonly kind: 'done'; readonly result: UpdatedList }
