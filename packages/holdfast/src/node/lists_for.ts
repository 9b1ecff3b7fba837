/** Which lists a use case is given: files that the call names, kept versions, or the snapshot. */
import {
  type Diagnostic,
  failed,
  ok,
  parseDay,
  problem,
  type Result,
  warning,
} from '@holdfast/kernel'
import { readList } from '@holdfast/lists'
import type { ListFiles } from '../engine/inputs.ts'
import { listSources, sha256Of } from './byte_source.ts'
import { readSnapshotFiles, SNAPSHOT_LIST } from './data.ts'
import { kindOf } from './folder.ts'
import { dayOfVersion, type KeptVersion } from './list_index.ts'
import { type ListStore, openStore, storeFolder } from './list_store.ts'

export interface ListsCall {
  /**
   * What each list is: a file or a folder of any format, a folder of kept lists, `LIST`,
   * `LIST@DATE`, or a day, which means all kept lists as of then. None: all kept lists, else the
   * snapshot that ships.
   */
  readonly lists?: readonly string[] | undefined
  /** The folder of the kept lists; the user's own if absent. */
  readonly store?: string | undefined
  /** `YYYY-MM-DD`: of each kept list the last version not after this day. */
  readonly on?: string | undefined
  /** Variables of the process, which say where the kept lists are. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
  /** `keep` leaves OFAC's Remarks unread, for who asks only for names and numbers. */
  readonly remarks?: 'parse' | 'keep' | undefined
}

/** A list with the version that it is; null for files and for the snapshot. */
export interface ListChosen {
  readonly files: ListFiles
  readonly version: KeptVersion | null
}

/** The lists that a call means, each read or ready to be read. */
export async function listsFor(call: ListsCall): Promise<Result<readonly ListFiles[]>> {
  const chosen = await chooseLists(call)
  if (!chosen.ok) return chosen
  return ok(
    chosen.value.map(({ files }) => files),
    chosen.diagnostics,
  )
}

/** The same, with the kept versions that they are. */
export async function chooseLists(call: ListsCall): Promise<Result<readonly ListChosen[]>> {
  const store = storeOf(call)
  const named = call.lists ?? []
  if (named.length === 0) return keptOrShipped(store, call)
  const chosen: ListChosen[] = []
  const diagnostics: Diagnostic[] = []
  let allRead = true
  for (const one of named) {
    const read = await listsNamed(one, store, call)
    diagnostics.push(...read.diagnostics)
    if (read.ok) chosen.push(...read.value)
    else allRead = false
  }
  return allRead ? ok(chosen, diagnostics) : failed(diagnostics)
}

/** The store that a call means. */
export function storeOf(call: Pick<ListsCall, 'store' | 'environment'>): ListStore {
  return openStore(call.store ?? storeFolder(call.environment ?? process.env))
}

/** Whether the call asks for kept lists, of which there are some. */
export async function usesKeptLists(call: ListsCall): Promise<boolean> {
  return (call.lists ?? []).length === 0 && (await storeOf(call).lists()).length > 0
}

/** All kept lists as of a day, the newest without one; the snapshot in place of the list it is. */
async function keptOrShipped(
  store: ListStore,
  call: ListsCall,
): Promise<Result<readonly ListChosen[]>> {
  const lists = await store.lists()
  if (lists.length === 0 && call.store !== undefined) {
    return failed([problem('call/no-kept-lists', { path: store.folder })])
  }
  const kept = await keptLists(store, lists, dayAsked(call.on), 0)
  if (!kept.ok || kept.value.some(({ files }) => isList(files, SNAPSHOT_LIST))) return kept
  const snapshot = { files: await readSnapshotFiles(), version: null }
  return ok([snapshot, ...kept.value], kept.diagnostics)
}

function isList(files: ListFiles, id: string): boolean {
  return files.kind === 'read' && files.list.id === id
}

/** A day that is none is told by whoever asks about it. */
function dayAsked(on: string | undefined): string | null {
  return on === undefined || parseDay(on) === null ? null : on
}

const VERSION = /^([A-Za-z0-9][\w.-]*)@(\d{4}-\d{2}-\d{2})$/

/** What one word of a call means. A file or folder of that name goes first. */
async function listsNamed(
  what: string,
  store: ListStore,
  call: ListsCall,
): Promise<Result<readonly ListChosen[]>> {
  const kind = await kindOf(what)
  if (kind === 'folder') {
    const inner = openStore(what)
    const lists = await inner.lists()
    if (lists.length > 0) return keptLists(inner, lists, dayAsked(call.on))
  }
  if (kind !== 'absent') return readFiles(what, call)
  const [, list, day] = VERSION.exec(what) ?? []
  if (list !== undefined && day !== undefined) {
    if (parseDay(day) === null) return failed([problem('call/bad-day', { value: day })])
    return keptLists(store, [list], day)
  }
  const lists = await store.lists()
  if (parseDay(what) !== null) {
    if (lists.length === 0) return failed([problem('call/no-kept-lists', { path: store.folder })])
    return keptLists(store, lists, what)
  }
  if (lists.includes(what)) return keptLists(store, [what], dayAsked(call.on))
  return failed([problem('call/no-such-path', { path: what })])
}

async function readFiles(where: string, call: ListsCall): Promise<Result<readonly ListChosen[]>> {
  const sources = await listSources(where)
  if (!sources.ok) return sources
  const read = readList(sources.value, { remarks: call.remarks })
  if (!read.ok) return read
  const { value: list, diagnostics: warnings } = read
  const sha256 = sha256Of(sources.value)
  return ok([{ files: { kind: 'read', list, sha256, warnings }, version: null }])
}

/**
 * The last version of each list not after the day, the newest without a day. A list that was kept
 * only later is left out with a warning, since what it held before nobody knows; when fewer than
 * `count_min` are left that is an error.
 */
async function keptLists(
  store: ListStore,
  lists: readonly string[],
  day: string | null,
  count_min = 1,
): Promise<Result<readonly ListChosen[]>> {
  const chosen: ListChosen[] = []
  const diagnostics: Diagnostic[] = []
  const later: Diagnostic[] = []
  for (const list of lists) {
    const versions = await store.versions(list)
    diagnostics.push(...versions.diagnostics)
    if (!versions.ok) return failed(diagnostics)
    const version = versions.value.findLast((one) => day === null || dayOfVersion(one) <= day)
    const [first] = versions.value
    if (first === undefined) {
      diagnostics.push(problem('call/list-not-kept', { list, path: store.folder }))
    } else if (version === undefined) {
      later.push(warning('list/kept-later', { list, on: day, first: dayOfVersion(first) }))
    } else {
      const read = await readKept(store, version)
      if (read.ok) chosen.push(read.value)
      else diagnostics.push(...read.diagnostics)
    }
  }
  const tooFew = chosen.length < count_min
  diagnostics.push(...later.map((one) => (tooFew ? problem(one.code, one.params) : one)))
  return diagnostics.some(({ severity }) => severity === 'error')
    ? failed(diagnostics)
    : ok(chosen, diagnostics)
}

/** Reads one kept version. */
export async function readKept(
  store: ListStore,
  version: KeptVersion,
): Promise<Result<ListChosen>> {
  const read = await store.read(version)
  if (!read.ok) return read
  const { value: list, diagnostics: warnings } = read
  return ok({ files: { kind: 'read', list, sha256: version.sha256, warnings }, version })
}
