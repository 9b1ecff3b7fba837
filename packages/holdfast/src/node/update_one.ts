/** One list of an update: get it, read it, judge it, keep it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Diagnostic, failed, ok, problem, type Result, warning } from '@holdfast/kernel'
import { type DesignationList, readList } from '@holdfast/lists'
import type { ByteSource } from '@holdfast/records'
import {
  LIMITS_OF_OTHERS,
  type ListSource,
  type SourceFile,
  webAddress,
} from '../engine/list_sources.ts'
import { objections } from '../engine/update_check.ts'
import type { UpdatedList, VersionFinding } from '../engine/update_findings.ts'
import type { UpdateEvent } from '../engine/update_progress.ts'
import { listSources, sha256Of } from './byte_source.ts'
import type { FetchSettings } from './fetch_exchange.ts'
import type { FetchPorts } from './fetch_file.ts'
import {
  apartProblem,
  type FetchedSet,
  fetchSet,
  HOURS_APART_MAX,
  joinValidators,
  splitValidators,
  type Validators,
} from './fetch_set.ts'
import type { KeptVersion } from './list_index.ts'
import type { ListStore } from './list_store.ts'
import type { Target } from './update_lists.ts'

export interface OneUpdate {
  readonly sources: ReadonlyMap<string, ListSource>
  readonly store: ListStore
  readonly published: string | null
  readonly force: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  readonly settings: FetchSettings
  readonly ports: FetchPorts
  readonly onEvent: (event: UpdateEvent) => void
}

/** What was got of a list, before anybody judged it. */
interface Got {
  readonly sources: readonly ByteSource[]
  readonly validators: Validators
  readonly size: number
  readonly sha256: string
  /** From a server, so that an older list is an old copy. */
  readonly isFetched: boolean
  /** Of several addresses, each for one part. */
  readonly isSet: boolean
  /** What the server says of the day, for lists that do not say it themselves. */
  readonly day: string | null
  readonly doubts: readonly Diagnostic[]
}

/** Gets one list and keeps it; what was kept before stays where anything is wrong. */
export async function updateList(target: Target, one: OneUpdate): Promise<UpdatedList> {
  const folder = await mkdtemp(path.join(tmpdir(), 'holdfast-fetch-'))
  try {
    return await updateIn(folder, target, one)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function updateIn(folder: string, target: Target, one: OneUpdate): Promise<UpdatedList> {
  const versions = target.list === null ? ok([]) : await one.store.versions(target.list)
  const newest = versions.ok ? (versions.value.at(-1) ?? null) : null
  const told = { list: target.list, source: shownSources(target, one), previous: newest }
  if (!versions.ok) return outcome('failed', told, versions.diagnostics)
  const got = await getFiles(folder, target, one, newest)
  if (!got.ok) return outcome('failed', told, got.diagnostics)
  if (got.value === 'unchanged') return seenAgain(told, one, versions.diagnostics)
  one.onEvent({ kind: 'read', list: labelOf(target), bytes: got.value.size })
  // What reads the list lets nobody else speak until it is done: whoever watches is told before.
  await new Promise((resolve) => setImmediate(resolve))
  const source = target.list === null ? undefined : one.sources.get(target.list)
  const usesServerDay = source?.published !== 'stated' && got.value.isFetched
  // The same bytes under a later date are no later publication.
  const day = newest?.sha256 === got.value.sha256 ? newest.published : got.value.day
  const published = one.published ?? (usesServerDay ? day : null)
  const read = readList(got.value.sources, { published })
  if (!read.ok) return outcome('failed', told, read.diagnostics)
  return judge(read.value, { target, one, told, got: got.value, notes: read.diagnostics })
}

/** Notes in the store that the kept version is still current. */
async function seenAgain(
  told: Told,
  one: OneUpdate,
  noticed: readonly Diagnostic[],
): Promise<UpdatedList> {
  const { previous } = told
  const list = previous === null ? null : await one.store.read(previous)
  if (previous === null || list?.ok !== true) {
    return outcome('failed', told, list?.diagnostics ?? [])
  }
  const { source, sha256, size, etag, lastModified } = previous
  const retrieved = new Date(one.ports.now()).toISOString()
  const origin = { retrieved, source, sha256, size, etag, lastModified }
  const kept = await one.store.keep(list.value, origin)
  const diagnostics = [...noticed, ...kept.diagnostics]
  return outcome(kept.ok ? 'unchanged' : 'failed', told, diagnostics)
}

interface Judged {
  readonly target: Target
  readonly one: OneUpdate
  readonly told: Told
  readonly got: Got
  readonly notes: readonly Diagnostic[]
}

async function judge(list: DesignationList, judged: Judged): Promise<UpdatedList> {
  const { target, one, got } = judged
  const versions = await one.store.versions(list.id)
  if (!versions.ok) return outcome('failed', judged.told, versions.diagnostics)
  const newest = versions.value.at(-1) ?? null
  const day = list.published
  // A file is an addition to the history: it is held against what was in force on its day.
  const before = got.isFetched || day === null ? newest : await one.store.on(list.id, day)
  const told = { ...judged.told, list: list.id, previous: newest }
  const source = one.sources.get(list.id)
  const limits = source?.limits ?? LIMITS_OF_OTHERS
  const { never, doubts } = objections(list, before, {
    list: target.list,
    entriesMin: got.isFetched ? limits.entriesMin : 1,
    keptRatioMin: limits.keptRatioMin,
    provesWhole: source?.provesWhole ?? false,
    isFetched: got.isFetched,
  })
  // Another list says nothing of the one that was asked for.
  const asked = target.list === null ? told : judged.told
  if (never.length > 0) return outcome('refused', asked, never)
  const all = [...got.doubts, ...passedOver(judged), ...servedAgain(list, got, versions.value)]
  all.push(...doubts, ...(got.isFetched || before !== null ? [] : fewForItsDay(list, judged)))
  const codes = new Set(all.map(({ code }) => code))
  // What the reader noticed says why the end is not proven, or what is missing.
  const noticed = judged.notes.filter(({ code }) => !codes.has(code) && !isToldAnyway(code))
  if (all.length > 0 && !one.force) return outcome('refused', told, [...all, ...noticed])
  const accepted = all.map((doubt) => ({ ...doubt, severity: 'warning' as const }))
  const notes = [...noticed, ...accepted, ...plainHttp(told), ...termsOf(source, got.isFetched)]
  const kept = await one.store.keep(list, {
    retrieved: new Date(one.ports.now()).toISOString(),
    source: told.source.join(' '),
    sha256: got.sha256,
    size: got.size,
    ...got.validators,
    originals: got.sources,
  })
  if (!kept.ok) return outcome('failed', told, kept.diagnostics)
  const kind = kept.value.isNew ? 'new' : 'unchanged'
  return outcome(kind, told, [...notes, ...kept.diagnostics], kept.value.version)
}

/** A file of a fetched set that is none of its tables: what it should have said is missing. */
function passedOver({ got, notes }: Judged): Diagnostic[] {
  if (!got.isSet) return []
  const codes = new Set(['lists/passed-over', 'lists/no-aliases', 'lists/orphans'])
  return notes
    .filter(({ code }) => codes.has(code))
    .map((note) => ({ ...note, severity: 'error' as const }))
}

/** What the reader notices of the size is told by the checks, with what to do about it. */
function isToldAnyway(code: string): boolean {
  return code === 'lists/few-entries' || code === 'lists/few-names'
}

/** A file is as old as it is: the reader knows how long lists of its time were. */
function fewForItsDay({ id }: DesignationList, { notes }: Judged): Diagnostic[] {
  const few = notes.find(({ code }) => isToldAnyway(code))
  if (few === undefined) return []
  const { count = null, expected = null, day = null } = few.params
  const what = few.code === 'lists/few-names' ? 'names' : 'entries'
  return [problem('update/few-for-its-day', { list: id, what, count, expected, day })]
}

/** The very bytes of a version that a later one has replaced: an old copy, whatever its date. */
function servedAgain(
  list: DesignationList,
  got: Got,
  versions: readonly KeptVersion[],
): Diagnostic[] {
  if (!got.isFetched || versions.at(-1)?.sha256 === got.sha256) return []
  const old = versions.find(({ sha256 }) => sha256 === got.sha256)
  if (old === undefined) return []
  const newest = versions.at(-1)?.name ?? ''
  return [problem('update/served-again', { list: list.id, version: old.name, newest })]
}

/** Without encryption everyone on the way can change what comes; within the machine nobody is. */
function plainHttp({ source }: Told): Diagnostic[] {
  const open = source.filter((address) => {
    const url = webAddress(address)
    return url?.protocol === 'http:' && !/^(localhost|127\..*|\[::1\])$/.test(url.hostname)
  })
  return open.length === 0 ? [] : [warning('fetch/plain-http', { url: open[0] ?? '' })]
}

function termsOf(source: ListSource | undefined, isFetched: boolean): Diagnostic[] {
  if (source?.onRequest !== true || source.terms === null || !isFetched) return []
  return [warning('update/terms', { list: source.list, terms: source.terms })]
}

async function getFiles(
  folder: string,
  target: Target,
  one: OneUpdate,
  newest: KeptVersion | null,
): Promise<Result<Got | 'unchanged'>> {
  if (target.from !== null && webAddress(target.from) === null) return localFiles(target.from)
  const source = target.list === null ? undefined : one.sources.get(target.list)
  const files = filesOf(target, source)
  const shown = shownSources(target, one).join(' ')
  // What another address said of its copy says nothing of this one's.
  const isSame = newest !== null && newest.source === shown && !one.force
  // A copy that is damaged here is fetched anew, current or not.
  const isReadable = isSame && (await one.store.read(newest)).ok
  const known = isReadable ? splitValidators(newest, files.length) : null
  const set = await fetchSet(
    {
      list: labelOf(target),
      files,
      token: one.environment[source?.tokenVariable ?? ''] ?? null,
      bytesMax: (source?.limits ?? LIMITS_OF_OTHERS).bytesMax,
      folder,
      known,
      signal: one.signal,
      onEvent: one.onEvent,
    },
    one.settings,
    one.ports,
  )
  if (!set.ok) return set
  return set.value.kind === 'unchanged'
    ? ok('unchanged')
    : ok(fetchedOf(labelOf(target), set.value))
}

function fetchedOf(list: string, set: FetchedSet & { readonly kind: 'files' }): Got {
  const { sources, size, sha256, day, hoursApart } = set
  const doubts = hoursApart > HOURS_APART_MAX ? [apartProblem(list, hoursApart)] : []
  const validators = joinValidators(set.validators)
  const isSet = set.validators.length > 1
  return { sources, size, sha256, day, doubts, validators, isFetched: true, isSet }
}

async function localFiles(where: string): Promise<Result<Got>> {
  const sources = await listSources(where)
  if (!sources.ok) return failed(sources.diagnostics)
  return ok({
    sources: sources.value,
    validators: { etag: null, lastModified: null },
    size: sources.value.reduce((sum, { size }) => sum + size, 0),
    sha256: sha256Of(sources.value),
    isFetched: false,
    isSet: false,
    day: null,
    doubts: [],
  })
}

/** The files behind an address: one, or with a slash at its end those of the list below it. */
function filesOf(target: Target, source: ListSource | undefined): readonly SourceFile[] {
  if (target.from === null) return source?.files ?? []
  if (target.from.endsWith('/') && source !== undefined) {
    return source.files.map((file) => ({ ...file, url: `${target.from}${file.name}` }))
  }
  const last = new URL(target.from).pathname.split('/').at(-1) ?? ''
  const name = last.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^[._-]+/, '') || 'list'
  return [{ name: name.slice(0, 100), url: target.from, mayBeEmpty: false }]
}

/** What may be told of where it comes from: a token keeps its place holder. */
function shownSources(target: Target, one: OneUpdate): string[] {
  if (target.from !== null && webAddress(target.from) === null) return [target.from]
  const source = target.list === null ? undefined : one.sources.get(target.list)
  return filesOf(target, source).map(({ url }) => url)
}

function labelOf(target: Target): string {
  return target.list ?? path.basename(target.from ?? '')
}

interface Told {
  readonly list: string | null
  readonly source: string[]
  readonly previous: KeptVersion | null
}

function outcome(
  kind: UpdatedList['outcome'],
  { list, source, previous }: Told,
  diagnostics: readonly Diagnostic[],
  version: KeptVersion | null = previous,
): UpdatedList {
  return {
    list,
    outcome: kind,
    source,
    version: version === null ? null : versionFinding(version),
    previous: previous === null ? null : versionFinding(previous),
    diagnostics: diagnostics.map((one) => ({ ...one, places: [...one.places] })),
  }
}

function versionFinding(kept: KeptVersion): VersionFinding {
  const { name, published, retrieved, entries, names, size, sha256, provenance, whole } = kept
  return { name, published, retrieved, entries, names, size, sha256, provenance, whole }
}

/** What would be fetched. */
export async function plannedList(target: Target, one: OneUpdate): Promise<UpdatedList> {
  const told = await toldOf(target, one)
  const isFetched = target.from === null || webAddress(target.from) !== null
  const source = target.list === null ? undefined : one.sources.get(target.list)
  return outcome('planned', told, [...plainHttp(told), ...termsOf(source, isFetched)])
}

/** A list whose address needs a token that nobody set. */
export async function skippedList(
  target: Target,
  one: OneUpdate,
  variable: string,
): Promise<UpdatedList> {
  const told = await toldOf(target, one)
  const params = { list: target.list, variable }
  return target.isNamed
    ? outcome('failed', told, [problem('fetch/no-token', params)])
    : outcome('skipped', told, [warning('fetch/no-token', params)])
}

async function toldOf(target: Target, one: OneUpdate): Promise<Told> {
  const versions = target.list === null ? null : await one.store.versions(target.list)
  const previous = versions?.ok === true ? (versions.value.at(-1) ?? null) : null
  return { list: target.list, source: shownSources(target, one), previous }
}
