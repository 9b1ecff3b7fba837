/** Gets lists from their issuers or from files, and keeps what may be trusted. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Diagnostic, failed, ok, parseDay, problem, type Result } from '@holdfast/kernel'
import { type ListSource, readListSources, webAddress } from '../engine/list_sources.ts'
import type { ListsUpdateReport, UpdatedList } from '../engine/update_findings.ts'
import type { UpdateEvent } from '../engine/update_progress.ts'
import { readShipped } from './data.ts'
import { FETCH_SETTINGS, type FetchSettings } from './fetch_exchange.ts'
import type { FetchPorts } from './fetch_file.ts'
import { kindOf, readNamed } from './folder.ts'
import { openStore, storeFolder } from './list_store.ts'
import { type OneUpdate, plannedList, skippedList, updateList } from './update_one.ts'

export interface UpdateCall {
  /** Ids; none: all that need not be asked for by name. */
  readonly lists?: readonly string[] | undefined
  /** An address, a file or a folder in place of the issuer's address. */
  readonly from?: string | undefined
  /** The day of publication, where the files do not state it. */
  readonly published?: string | undefined
  /** The folder of the kept lists; the user's own if absent. */
  readonly store?: string | undefined
  /** A file of further sources. */
  readonly sources?: string | undefined
  /** Keeps also what is doubtful. */
  readonly force?: boolean | undefined
  /** Only says what would be fetched. */
  readonly dryRun?: boolean | undefined
  /** How often a server that is busy is asked. */
  readonly attemptsMax?: number | undefined
  /** How long a server may be silent. */
  readonly idleMs?: number | undefined
  /** Variables of the process: the store, further sources, tokens. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly onEvent?: ((event: UpdateEvent) => void) | undefined
  /** Interrupts it; what is not kept by then is not kept. */
  readonly signal?: AbortSignal | undefined
  readonly settings?: FetchSettings | undefined
  readonly ports?: FetchPorts | undefined
}

const PORTS: FetchPorts = {
  wait: async (ms, signal) => {
    // Woken early is no error: who waits looks at the signal.
    await sleep(ms, undefined, { signal }).catch(() => undefined)
  },
  random: Math.random,
  now: Date.now,
}

/**
 * Updates lists: fetches or reads each, checks it against the kept version, and keeps it. One list
 * that fails changes nothing of the others, and what was kept of it stays as it is.
 *
 * This is the only part of Holdfast that asks a network. Failures: wrong calls and wrong files of
 * sources; what goes wrong with a list stands in its outcome.
 */
export async function updateLists(call: UpdateCall): Promise<Result<ListsUpdateReport>> {
  const sources = await sourcesOf(call)
  if (!sources.ok) return sources
  const wrong = await wrongCall(call, sources.value)
  if (wrong.length > 0) return failed(wrong)
  const folder = call.store ?? storeFolder(call.environment)
  const onEvent = call.onEvent ?? (() => undefined)
  const one: OneUpdate = {
    sources: sources.value,
    store: openStore(folder),
    published: call.published ?? null,
    force: call.force ?? false,
    environment: call.environment,
    signal: call.signal ?? new AbortController().signal,
    settings: settingsOf(call),
    ports: call.ports ?? PORTS,
    onEvent,
  }
  const lists: UpdatedList[] = []
  for (const target of targetsOf(call, sources.value)) {
    const told = await outcomeOf(target, one, call)
    lists.push(told)
    onEvent({ kind: 'done', result: told })
  }
  return ok({ format: 'holdfast-lists-update/1', store: folder, lists })
}

function settingsOf({ settings = FETCH_SETTINGS, attemptsMax, idleMs }: UpdateCall): FetchSettings {
  return {
    ...settings,
    attemptsMax: attemptsMax ?? settings.attemptsMax,
    idleMs: idleMs ?? settings.idleMs,
  }
}

/** One list to get: from its own source, from an address, or from a path. */
export interface Target {
  /** Null when the files are to say it. */
  readonly list: string | null
  /** Whether the call names it. */
  readonly isNamed: boolean
  /** In place of the source's addresses. */
  readonly from: string | null
}

function targetsOf(call: UpdateCall, sources: ReadonlyMap<string, ListSource>): Target[] {
  const named = call.lists ?? []
  const from = call.from ?? null
  if (from !== null) return [{ list: named[0] ?? null, isNamed: true, from }]
  if (named.length > 0) {
    return [...new Set(named)].map((list) => ({ list, isNamed: true, from }))
  }
  return [...sources.values()]
    .filter(({ onRequest }) => !onRequest)
    .map(({ list }) => ({ list, isNamed: false, from }))
}

async function outcomeOf(target: Target, one: OneUpdate, call: UpdateCall): Promise<UpdatedList> {
  const source = target.list === null ? undefined : one.sources.get(target.list)
  const variable = target.from === null ? (source?.tokenVariable ?? null) : null
  const hasToken = variable === null || (call.environment[variable] ?? '') !== ''
  if (!hasToken) return skippedList(target, one, variable ?? '')
  return call.dryRun === true ? plannedList(target, one) : updateList(target, one)
}

async function sourcesOf(call: UpdateCall): Promise<Result<ReadonlyMap<string, ListSource>>> {
  const files = [await readShipped('lists', 'sources.yaml')]
  const own = call.environment.HOLDFAST_SOURCES ?? ''
  for (const file of [own, call.sources ?? '']) {
    if (file === '') continue
    if ((await kindOf(file)) !== 'file') {
      return failed([problem('call/no-such-path', { path: file })])
    }
    files.push(await readNamed(file))
  }
  return readListSources(files)
}

/** What of a call cannot be meant; all at once. */
async function wrongCall(
  call: UpdateCall,
  sources: ReadonlyMap<string, ListSource>,
): Promise<Diagnostic[]> {
  const wrong: Diagnostic[] = []
  const named = call.lists ?? []
  const known = [...sources.keys()]
  if (call.from === undefined) {
    for (const list of named.filter((one) => !sources.has(one))) {
      wrong.push(problem('call/unknown-list', { list, known }))
    }
  } else {
    if (named.length > 1) wrong.push(problem('call/from-for-several-lists', { lists: named }))
    const isAddress = /^[a-z][a-z0-9+.-]+:\/\//i.test(call.from)
    if (isAddress && webAddress(call.from) === null) {
      wrong.push(problem('call/not-an-address', { url: call.from }))
    } else if (!isAddress && (await kindOf(call.from)) === 'absent') {
      wrong.push(problem('call/no-such-path', { path: call.from }))
    }
  }
  if (call.published !== undefined) {
    if (parseDay(call.published) === null) {
      wrong.push(problem('call/bad-day', { value: call.published, option: '--published' }))
    }
    if (call.from === undefined && named.length !== 1) {
      wrong.push(problem('call/published-for-several-lists', {}))
    }
  }
  return wrong
}
