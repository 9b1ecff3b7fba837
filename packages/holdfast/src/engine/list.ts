/** Reads a designation list from its files and answers what the engine asks of it. */

import type { ListPort } from '@holdfast/impact'
import { ok, parseDay, type Result } from '@holdfast/kernel'
import { type DesignationList, findAllByName, readOfacCsv, readSnapshot } from '@holdfast/lists'
import type { ListUsed } from './findings.ts'
import type { ListFiles } from './inputs.ts'

export interface ListRead {
  readonly list: DesignationList
  readonly used: ListUsed
  readonly port: ListPort
}

export function readList(files: ListFiles): Result<ListRead> {
  const read =
    files.kind === 'snapshot' ? readSnapshot(files.text, files.name) : readOfacCsv(files.files)
  if (!read.ok) return read
  const list = read.value
  const { id, published, provenance, whole, entries } = list
  const used: ListUsed = {
    id,
    published,
    provenance,
    whole,
    entries: entries.length,
    sha256: files.sha256,
  }
  return ok({ list, used, port: portOf(list) }, read.diagnostics)
}

function portOf(list: DesignationList): ListPort {
  let numbers: ReadonlyMap<string, DesignationList['entries'][number]> | null = null
  return {
    id: list.id,
    published: list.published === null ? null : parseDay(list.published),
    byNumber: (number) => {
      numbers ??= new Map(list.entries.map((entry) => [entry.id, entry]))
      return numbers.get(number) ?? null
    },
    byNames: (queries) => findAllByName(list, queries),
  }
}
