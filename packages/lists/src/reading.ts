import type { Result } from '@holdfast/kernel'
import { ok } from '@holdfast/kernel'
import type { ByteSource } from '@holdfast/records'
import type { DesignationList, ListEntry, ListHead, Provenance } from './entry.ts'

/** Takes one entry after the other, so that a list need not be in memory as a whole. */
export type EntrySink = (entry: ListEntry) => void

/** What a file does not state and its reader may be told. */
export interface ReadOptions {
  /** `YYYY-MM-DD`, for formats that state no day of publication. */
  readonly published?: string | null | undefined
  /** `official` unless stated. */
  readonly provenance?: Provenance | undefined
}

/**
 * Reads one file of one format. The sink gets the entries in the order of the file; when the result
 * is a failure what the sink got is part of no list and must be thrown away.
 */
export type ListReader = (
  source: ByteSource,
  sink: EntrySink,
  options?: ReadOptions,
) => Result<ListHead>

/** Reads a whole list into memory. */
export function readWhole(
  reader: ListReader,
  source: ByteSource,
  options: ReadOptions = {},
): Result<DesignationList> {
  const entries: ListEntry[] = []
  const head = reader(source, (entry) => entries.push(entry), options)
  return head.ok ? ok({ ...head.value, entries }, head.diagnostics) : head
}
