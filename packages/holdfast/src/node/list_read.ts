/** The use case `lists read`: what a list is, from the files of a folder. */
import { failed, ok, parseDay, problem, type Result } from '@holdfast/kernel'
import { type ListEntry, type ListPlan, planList, readPlanned } from '@holdfast/lists'
import { ListCount } from '../engine/list_count.ts'
import type { ListReadReport } from '../engine/list_read_findings.ts'
import { listSources, sha256Of } from './byte_source.ts'

export interface ListReadCall {
  /** A file, or the folder with the files of one list. */
  readonly path: string
  /** `YYYY-MM-DD`, for formats that state no day of publication. */
  readonly published?: string | undefined
  /**
   * Gets every entry in the order of the list, after the whole list was read and found right: what
   * is handed over is never part of a broken list.
   */
  readonly take?: ((entry: ListEntry) => void) | undefined
}

/** Reads a list of any format and counts what is in it, in memory for one entry at a time. */
export async function readListAt(call: ListReadCall): Promise<Result<ListReadReport>> {
  const published = call.published ?? null
  if (published !== null && parseDay(published) === null) {
    return failed([problem('call/bad-day', { value: published })])
  }
  const sources = await listSources(call.path)
  if (!sources.ok) return sources
  const plan = planList(sources.value)
  if (!plan.ok) return plan
  const read = countPlanned(plan.value, published)
  const diagnostics = [...plan.diagnostics, ...read.diagnostics]
  if (!read.ok) return failed(diagnostics)
  if (call.take !== undefined) {
    const again = readPlanned(plan.value, call.take, { published })
    if (!again.ok) return again
  }
  return ok(read.value, diagnostics)
}

function countPlanned(plan: ListPlan, published: string | null): Result<ListReadReport> {
  const count = new ListCount()
  const head = readPlanned(plan, (entry) => count.take(entry), { published })
  if (!head.ok) return head
  const { id, ...rest } = head.value
  const report: ListReadReport = {
    list: id,
    published: rest.published,
    format: plan.format,
    provenance: rest.provenance,
    whole: rest.whole,
    ...count.counts,
    files: plan.files.map(({ name, size }) => ({ name, size })),
    sha256: sha256Of(plan.files),
  }
  return ok(report, head.diagnostics)
}
