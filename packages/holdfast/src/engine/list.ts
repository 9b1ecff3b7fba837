/** Reads designation lists from their files and answers what the engine asks of them. */

import type { ListPort } from '@holdfast/impact'
import {
  type Diagnostic,
  failed,
  hasErrors,
  ok,
  parseDay,
  problem,
  type Result,
} from '@holdfast/kernel'
import { type DesignationList, findAllByName, readOfacCsv, readSnapshot } from '@holdfast/lists'
import type { ListUsed } from './findings.ts'
import type { ListFiles } from './inputs.ts'

export interface ListRead {
  readonly list: DesignationList
  readonly used: ListUsed
  readonly port: ListPort
}

/** Reads every list, or gives the problems of all; no list may be there twice. */
export function readLists(files: readonly ListFiles[]): Result<readonly ListRead[]> {
  const lists: ListRead[] = []
  const diagnostics: Diagnostic[] = []
  for (const one of files) {
    const read = readList(one)
    diagnostics.push(...read.diagnostics)
    if (!read.ok) continue
    const { id } = read.value.used
    if (lists.some((other) => other.used.id === id)) {
      diagnostics.push(problem('call/list-twice', { list: id }))
    }
    lists.push(read.value)
  }
  return hasErrors(diagnostics) ? failed(diagnostics) : ok(lists, diagnostics)
}

function readList(files: ListFiles): Result<ListRead> {
  const read = listOf(files)
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

function listOf(files: ListFiles): Result<DesignationList> {
  if (files.kind === 'read') return ok(files.list, files.warnings)
  return files.kind === 'snapshot' ? readSnapshot(files.text, files.name) : readOfacCsv(files.files)
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
