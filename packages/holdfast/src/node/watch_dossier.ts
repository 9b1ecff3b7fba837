/** Watches the lists for one dossier: what changed since the last time, or between two versions. */
import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, failed, ok, problem, type Result } from '@holdfast/kernel'
import { diffLists } from '@holdfast/lists'
import { z } from 'zod'
import { unlessDamaged } from '../engine/registry_damage.ts'
import { watchChanges } from '../engine/watch.ts'
import type { WatchReport } from '../engine/watch_findings.ts'
import { possibleMatches } from '../engine/watch_possible.ts'
import { readLawFiles } from './data.ts'
import { decisionsFile, readDecisions } from './decisions.ts'
import { makePrivateFolder, writeDurably } from './durable_file.ts'
import { codeOf } from './error_code.ts'
import { kindOf, readYamlFolder } from './folder.ts'
import { parsedJson } from './json_text.ts'
import { dayOfVersion } from './list_index.ts'
import type { ListStore } from './list_store.ts'
import { chooseLists, type ListChosen, type ListsCall, readKept, storeOf } from './lists_for.ts'
import { registriesFor } from './registries_for.ts'

export interface WatchCall extends Pick<ListsCall, 'store' | 'environment'> {
  readonly dossier: string
  /** The old lists, as `ListsCall.lists` names them; what the last watch saw if absent. */
  readonly before?: readonly string[] | undefined
  /** The new lists; the newest kept version of every list if absent. */
  readonly after?: readonly string[] | undefined
  /** Folders of further regimes. */
  readonly regimes?: readonly string[] | undefined
  /** Registries of owners beside those that the dossier names. */
  readonly registries?: readonly string[] | undefined
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: string
}

export interface Watched {
  readonly report: WatchReport
  /**
   * Notes that the new lists were seen, so that the next watch begins with them. To be called when
   * the report has reached somebody; does nothing when the lists were named in the call.
   */
  readonly remember: () => Promise<Result<null>>
}

/** What the new lists change for the institution of a dossier's folder. */
export async function watchFolder(call: WatchCall): Promise<Result<Watched>> {
  const [dossier, law] = await Promise.all([
    readYamlFolder(call.dossier),
    readLawFiles(call.regimes ?? []),
  ])
  const store = storeOf(call)
  // Without the dossier's folder there is no memory of it.
  const memory = dossier.ok ? await memoryOf(store, call.dossier) : null
  const named = { before: call.before ?? [], after: call.after ?? [] }
  const after = await newLists(call, store)
  const before =
    named.before.length > 0
      ? await chooseLists({ ...call, lists: named.before })
      : await seenLists(store, memory)
  const decisions = await readDecisions(decisionsFile(store))
  const registries = await registriesFor(dossier.ok ? dossier.value : [], call.registries ?? [])
  const parts = [dossier, law, after, before, decisions, registries]
  if (!dossier.ok || memory === null || !law.ok || !after.ok || !before.ok) {
    return failed(parts.flatMap(({ diagnostics }) => [...diagnostics]))
  }
  if (!decisions.ok || !registries.ok) {
    return failed(parts.flatMap(({ diagnostics }) => [...diagnostics]))
  }
  const changes = watchChanges(
    {
      dossier: { files: dossier.value },
      law: law.value,
      before: before.value.map(({ files }) => files),
      after: after.value.map(({ files }) => files),
      registries: registries.value,
      today: call.today,
    },
    {
      changesBetween: diffLists,
      possibleMatches: (parties, list) => possibleMatches(parties, list, decisions.value),
    },
  )
  const watched = unlessDamaged(registries.value, changes)
  const noticed = [...before.diagnostics, ...after.diagnostics]
  if (!watched.ok) return failed([...noticed, ...watched.diagnostics])
  const isDefault = named.before.length + named.after.length === 0
  const remember = () => (isDefault ? noteSeen(memory, after.value) : Promise.resolve(ok(null)))
  return ok({ report: watched.value, remember }, noticed)
}

/** The lists that the call names, else the newest kept version of every list. */
async function newLists(
  { after = [], store: folder, environment }: WatchCall,
  store: ListStore,
): Promise<Result<readonly ListChosen[]>> {
  const lists = after.length > 0 ? after : await store.lists()
  if (lists.length === 0) return failed([problem('watch/no-lists', { path: store.folder })])
  return chooseLists({ store: folder, environment, lists })
}

/** What the last watch of a dossier saw: versions and days, nothing of the dossier. */
const memoryFile = z.strictObject({
  format: z.literal(1),
  seen: z.array(z.strictObject({ list: z.string(), day: z.iso.date(), file: z.string() })),
})

/** The file of a dossier's memory, under a name that says nothing of where the dossier is. */
async function memoryOf(store: ListStore, dossier: string): Promise<string> {
  const name = createHash('sha256')
    .update(await realpath(dossier))
    .digest('hex')
  return path.join(store.folder, 'watch', `${name}.json`)
}

/** The versions that the last watch saw; none when there was no watch. */
async function seenLists(
  store: ListStore,
  memory: string | null,
): Promise<Result<readonly ListChosen[]>> {
  if (memory === null || (await kindOf(memory)) !== 'file') return ok([])
  const parsed = memoryFile.safeParse(parsedJson(await readFile(memory, 'utf8')))
  if (!parsed.success) return failed([problem('watch/memory-damaged', { path: memory })])
  const chosen: ListChosen[] = []
  const diagnostics: Diagnostic[] = []
  for (const { list, day, file } of parsed.data.seen) {
    const versions = await store.versions(list)
    diagnostics.push(...versions.diagnostics)
    if (!versions.ok) return failed(diagnostics)
    const version = versions.value.find((one) => one.file === file)
    if (version === undefined) {
      diagnostics.push(problem('watch/version-gone', { list, day, path: memory }))
      continue
    }
    const read = await readKept(store, version)
    if (read.ok) chosen.push(read.value)
    else diagnostics.push(...read.diagnostics)
  }
  const bad = diagnostics.some(({ severity }) => severity === 'error')
  return bad ? failed(diagnostics) : ok(chosen, diagnostics)
}

async function noteSeen(memory: string, lists: readonly ListChosen[]): Promise<Result<null>> {
  const seen = lists.flatMap(({ version }) =>
    version === null
      ? []
      : [{ list: version.list, day: dayOfVersion(version), file: version.file }],
  )
  try {
    await makePrivateFolder(path.dirname(memory))
    await writeDurably(memory, `${JSON.stringify({ format: 1, seen })}\n`)
    return ok(null)
  } catch (error) {
    const reason = codeOf(error)
    if (reason === null) throw error
    return failed([problem('store/cannot-write', { path: memory, reason })])
  }
}
