/** The store: every version of every list, kept compactly in a folder of the user's. */
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Diagnostic, failed, ok, problem, type Result } from '@holdfast/kernel'
import {
  type DesignationList,
  listDigest,
  listOfVersion,
  type VersionNotes,
  writeVersion,
} from '@holdfast/lists'
import type { ByteSource } from '@holdfast/records'
import { clearUnfinished, gzipDurably, makePrivateFolder, writeDurably } from './durable_file.ts'
import { codeOf } from './error_code.ts'
import { kindOf } from './folder.ts'
import { withFolderLock } from './folder_lock.ts'
import {
  dayOfVersion,
  type KeptVersion,
  keptVersionOf,
  readIndex,
  readVersionFile,
  versionsFolder,
  writeIndex,
} from './list_index.ts'

/** Where a list came from. */
export interface Origin {
  /** The instant, ISO 8601 in UTC. */
  readonly retrieved: string
  /** The address or the file. */
  readonly source: string
  /** Of the original bytes, hexadecimal; of several files over all in the order of `originals`. */
  readonly sha256: string
  /** In bytes. */
  readonly size: number
  readonly etag?: string | null | undefined
  readonly lastModified?: string | null | undefined
  /** The original files, of which a copy is kept; none unless stated. */
  readonly originals?: readonly ByteSource[] | undefined
}

export interface Kept {
  readonly version: KeptVersion
  /** False when the same content was there already: then only its retrieval is noted. */
  readonly isNew: boolean
}

export interface ListStore {
  readonly folder: string
  /** The ids of the lists of which something is kept, in order. */
  lists(): Promise<readonly string[]>
  /** Oldest first, by day of publication; none of a list that is not kept. */
  versions(list: string): Promise<Result<readonly KeptVersion[]>>
  read(version: KeptVersion): Promise<Result<DesignationList>>
  /** Keeps a list as a version, in its place by day; an older one may come later. */
  keep(list: DesignationList, origin: Origin): Promise<Result<Kept>>
  /** The last version not after that day, `YYYY-MM-DD`; null when there is none. */
  on(list: string, day: string): Promise<KeptVersion | null>
}

/** After so many differences in a row a version is kept whole: damage then loses no more. */
const CHAIN_MAX = 16
/** A difference larger than this part of the whole is no gain. */
const DELTA_MAX = 0.5
const PATIENCE_MS = 60_000
const pack = promisify(gzip)

/** The user's own store: `HOLDFAST_LISTS`, else as the XDG base directories have it. */
export function storeFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { HOLDFAST_LISTS: own, XDG_DATA_HOME: data } = environment
  if (own !== undefined && own !== '') return own
  // The specification: a relative path there is to be ignored.
  const base = data !== undefined && path.isAbsolute(data) ? data : null
  return path.join(base ?? path.join(homedir(), '.local', 'share'), 'holdfast', 'lists')
}

/**
 * The store in a folder, which need not be there before something is kept.
 *
 * Per list a folder: `versions/` with a gzip file per version, whole or a difference from another;
 * `originals/` with the files as they came; `index.json`, which can be made again. Each file is
 * written beside its name and moved there, the index last, under a lock: whoever is killed on the
 * way leaves the state before.
 */
export function openStore(folder: string): ListStore {
  return new FolderStore(folder)
}

class FolderStore implements ListStore {
  readonly folder: string
  /** The last lists read, by their files: neighbours are differences from each other. */
  readonly #read = new Map<string, DesignationList>()

  constructor(folder: string) {
    this.folder = folder
  }

  async lists(): Promise<readonly string[]> {
    if ((await kindOf(this.folder)) !== 'folder') return []
    const found: string[] = []
    for (const name of (await readdir(this.folder)).sort()) {
      const inner = versionsFolder(path.join(this.folder, name))
      if (isListName(name) && (await kindOf(inner)) === 'folder') found.push(name)
    }
    return found
  }

  async versions(list: string): Promise<Result<readonly KeptVersion[]>> {
    return isListName(list) ? readIndex(this.#folderOf(list)) : ok([])
  }

  async on(list: string, day: string): Promise<KeptVersion | null> {
    const versions = await this.versions(list)
    if (!versions.ok) return null
    return versions.value.findLast((version) => dayOfVersion(version) <= day) ?? null
  }

  async read(version: KeptVersion): Promise<Result<DesignationList>> {
    return this.#readFile(version.list, version.file, 0)
  }

  async keep(list: DesignationList, origin: Origin): Promise<Result<Kept>> {
    if (!isListName(list.id)) return failed([problem('store/list-name', { list: list.id })])
    const folder = this.#folderOf(list.id)
    try {
      await makePrivateFolder(versionsFolder(folder))
      return await withFolderLock(folder, PATIENCE_MS, () => this.#keep(folder, list, origin))
    } catch (error) {
      const reason = codeOf(error)
      if (reason === null) throw error
      return failed([problem('store/cannot-write', { path: folder, reason })])
    }
  }

  async #keep(folder: string, list: DesignationList, origin: Origin): Promise<Result<Kept>> {
    await clearUnfinished(folder)
    await clearUnfinished(versionsFolder(folder))
    const index = await readIndex(folder)
    if (!index.ok) return index
    const diagnostics: Diagnostic[] = [...index.diagnostics]
    const digest = listDigest(list)
    const known = sameContent(index.value, list, digest, origin.retrieved)
    if (known !== null) {
      const version = seenAgain(known, origin)
      await writeIndex(folder, [...index.value.filter((one) => one !== known), version])
      return ok({ version, isNew: false }, diagnostics)
    }
    const original = await keepOriginals(folder, origin)
    const base = await this.#baseFor(index.value, dayOf(list, origin), diagnostics)
    const notes: VersionNotes = {
      retrieved: origin.retrieved,
      source: origin.source,
      sha256: origin.sha256,
      size: origin.size,
      etag: origin.etag ?? null,
      lastModified: origin.lastModified ?? null,
      original: original === null ? null : `${list.id}/${original}`,
    }
    const whole = writeVersion(list, { ...notes, base: null })
    const delta =
      base === null ? null : writeVersion(list, { ...notes, base: base.version.file }, base)
    const isSmall = delta !== null && delta.text.length < whole.text.length * DELTA_MAX
    const { header, text } = isSmall ? delta : whole
    const bytes = await pack(text, { level: 9 })
    const name = `${dayOf(list, origin)}-${origin.sha256.slice(0, 8)}${digest.slice(0, 8)}.gz`
    await writeDurably(path.join(versionsFolder(folder), name), bytes)
    const version = keptVersionOf(header, name, bytes.length)
    await writeIndex(folder, [...index.value.filter((one) => one.file !== name), version])
    return ok({ version, isNew: true }, diagnostics)
  }

  /** The version before that day to make a difference from; null when a whole one is due. */
  async #baseFor(versions: readonly KeptVersion[], day: string, diagnostics: Diagnostic[]) {
    const version = versions.findLast((one) => dayOfVersion(one) <= day)
    if (version === undefined || chainOf(versions, version) + 1 >= CHAIN_MAX) return null
    const read = await this.read(version)
    if (read.ok) return { version, digest: version.digest, list: read.value }
    diagnostics.push(...read.diagnostics.map((one) => ({ ...one, severity: 'warning' as const })))
    return null
  }

  async #readFile(list: string, name: string, depth: number): Promise<Result<DesignationList>> {
    const file = path.join(versionsFolder(this.#folderOf(list)), name)
    const known = this.#read.get(file)
    if (known !== undefined) return ok(known)
    const lines = await readVersionFile(file)
    if (!lines.ok) return lines
    const { header } = lines.value
    let base: { digest: string; list: DesignationList } | null = null
    if (header.base !== null) {
      // A chain is never longer: one that is goes round in a circle.
      if (depth > CHAIN_MAX) {
        return failed([problem('lists/version-damaged', { file, reason: 'base' })])
      }
      const before = await this.#readFile(list, String(header.notes.base), depth + 1)
      if (!before.ok) return before
      base = { digest: header.base, list: before.value }
    }
    const read = listOfVersion(lines.value, base, file)
    if (read.ok) this.#remember(file, read.value)
    return read
  }

  #remember(file: string, list: DesignationList): void {
    this.#read.set(file, list)
    const [oldest] = this.#read.keys()
    if (this.#read.size > 2 && oldest !== undefined) this.#read.delete(oldest)
  }

  #folderOf(list: string): string {
    return path.join(this.folder, list)
  }
}

/** Ids of lists are names of folders: no separators, no dots in front. */
function isListName(list: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,99}$/i.test(list)
}

function dayOf(list: DesignationList, origin: Origin): string {
  return dayOfVersion({ published: list.published, retrieved: origin.retrieved })
}

/**
 * The version that says the same already. A list that states no day is the same as the one in force
 * when it was retrieved: if it went back to an earlier content it is a version of its own.
 */
function sameContent(
  versions: readonly KeptVersion[],
  list: DesignationList,
  digest: string,
  retrieved: string,
): KeptVersion | null {
  const isSame = (one: KeptVersion | undefined): one is KeptVersion =>
    one?.digest === digest && one.provenance === list.provenance && one.whole === list.whole
  if (list.published === null) {
    const day = retrieved.slice(0, 10)
    const inForce = versions.findLast((one) => dayOfVersion(one) <= day)
    return isSame(inForce) ? inForce : null
  }
  return versions.find((one) => one.published === list.published && isSame(one)) ?? null
}

function seenAgain(version: KeptVersion, origin: Origin): KeptVersion {
  if (origin.retrieved <= version.checked) return version
  const { etag = null, lastModified = null, retrieved } = origin
  return { ...version, checked: retrieved, etag, lastModified }
}

/** How many differences lie between a version and a whole one. */
function chainOf(versions: readonly KeptVersion[], version: KeptVersion): number {
  const byFile = new Map(versions.map((one) => [one.file, one]))
  let length = 0
  let at: KeptVersion | undefined = version
  while (at !== undefined && at.base !== null && length <= CHAIN_MAX) {
    at = byFile.get(at.base)
    length += 1
  }
  return length
}

/** The copies' folder, relative to the list's; null when there is nothing to copy. */
async function keepOriginals(folder: string, origin: Origin): Promise<string | null> {
  const originals = origin.originals ?? []
  if (originals.length === 0) return null
  const relative = path.posix.join('originals', origin.sha256)
  const into = path.join(folder, 'originals', origin.sha256)
  await makePrivateFolder(into)
  await clearUnfinished(into)
  for (const source of originals) {
    const file = path.join(into, `${path.basename(source.name)}.gz`)
    if ((await kindOf(file)) !== 'file') await gzipDurably(file, source.chunks())
  }
  return relative
}
