/** What is known of the kept versions of one list without reading them. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Diagnostic, failed, ok, problem, type Result, warning } from '@holdfast/kernel'
import { readVersionLines, type VersionHeader, type VersionLines } from '@holdfast/lists'
import { z } from 'zod'
import { writeDurably } from './durable_file.ts'
import { kindOf } from './folder.ts'
import { parsedJson } from './json_text.ts'

const keptVersion = z.strictObject({
  /** `LIST@DATE`. Of several versions of one day it means the one kept last. */
  name: z.string(),
  list: z.string(),
  /** `YYYY-MM-DD`; null when nobody stated it: then the day of retrieval counts. */
  published: z.string().nullable(),
  /** When these bytes were first retrieved, an ISO instant. */
  retrieved: z.string(),
  /** When the same was last retrieved. */
  checked: z.string(),
  /** The address or the file it came from. */
  source: z.string(),
  /** Of the original bytes, and how many they are. */
  sha256: z.string(),
  size: z.int(),
  entries: z.int(),
  names: z.int(),
  provenance: z.enum(['official', 'reconstructed']),
  whole: z.enum(['proven', 'unproven']),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** The folder of the offline copy, relative to the store's; null when none is kept. */
  original: z.string().nullable(),
  /** The hash over all entries; the file in `versions`; the file that it is a difference from. */
  digest: z.string(),
  file: z.string(),
  base: z.string().nullable(),
  /** Bytes of the version's file. */
  bytes: z.int(),
})

/** One version of a list as the store knows it. */
export type KeptVersion = Readonly<z.infer<typeof keptVersion>>

const indexFile = z.strictObject({ format: z.literal(1), versions: z.array(keptVersion) })

const unpack = promisify(gunzip)

/** `YYYY-MM-DD`: the day of publication, else of retrieval. */
export function dayOfVersion(version: Pick<KeptVersion, 'published' | 'retrieved'>): string {
  return version.published ?? version.retrieved.slice(0, 10)
}

/** Versions by their days, of one day by their retrieval. */
export function inOrder(versions: readonly KeptVersion[]): KeptVersion[] {
  const key = (version: KeptVersion): string => `${dayOfVersion(version)} ${version.retrieved}`
  return versions.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** The folder of a list's version files. */
export function versionsFolder(folder: string): string {
  return path.join(folder, 'versions')
}

/**
 * The kept versions of the list in `folder`, oldest first; none when there is no such folder. The
 * index is made again from the version files when it is not there or damaged: the latter, and each
 * version file that is damaged, is told as a warning.
 */
export async function readIndex(folder: string): Promise<Result<readonly KeptVersion[]>> {
  const file = path.join(folder, 'index.json')
  if ((await kindOf(file)) !== 'file') return derived(folder, [])
  const parsed = indexFile.safeParse(parsedJson(await readFile(file, 'utf8')))
  if (parsed.success) return ok(inOrder(parsed.data.versions))
  return derived(folder, [warning('store/index-damaged', { path: file })])
}

/** Writes the index, whole or not at all. */
export async function writeIndex(folder: string, versions: readonly KeptVersion[]): Promise<void> {
  const index = { format: 1, versions: inOrder(versions) }
  await writeDurably(path.join(folder, 'index.json'), `${JSON.stringify(index, null, 1)}\n`)
}

/** A version file, unpacked and proven intact. */
export async function readVersionFile(file: string): Promise<Result<VersionLines>> {
  if ((await kindOf(file)) !== 'file') {
    return failed([problem('lists/version-damaged', { file, reason: 'absent' })])
  }
  const packed = await readFile(file)
  let text: string
  try {
    text = (await unpack(packed)).toString('utf8')
  } catch {
    return failed([problem('lists/version-damaged', { file, reason: 'packed' })])
  }
  return readVersionLines(text, file)
}

/** What the index says of a version, from its header. */
export function keptVersionOf(header: VersionHeader, file: string, bytes: number): KeptVersion {
  const { id, published, provenance, whole, entries, names, digest, notes } = header
  const text = (key: string): string => String(notes[key] ?? '')
  const textOrNull = (key: string): string | null => (notes[key] == null ? null : text(key))
  const retrieved = text('retrieved')
  return {
    name: `${id}@${published ?? retrieved.slice(0, 10)}`,
    list: id,
    published,
    retrieved,
    checked: retrieved,
    source: text('source'),
    sha256: text('sha256'),
    size: Number(notes.size ?? 0),
    entries,
    names,
    provenance,
    whole,
    etag: textOrNull('etag'),
    lastModified: textOrNull('lastModified'),
    original: textOrNull('original'),
    digest,
    file,
    base: textOrNull('base'),
    bytes,
  }
}

async function derived(
  folder: string,
  diagnostics: Diagnostic[],
): Promise<Result<readonly KeptVersion[]>> {
  const versions: KeptVersion[] = []
  const where = versionsFolder(folder)
  const names = (await kindOf(where)) === 'folder' ? await readdir(where) : []
  for (const name of names.filter((one) => one.endsWith('.gz')).sort()) {
    const file = path.join(where, name)
    const read = await readVersionFile(file)
    if (!read.ok) {
      diagnostics.push(...read.diagnostics.map((one) => ({ ...one, severity: 'warning' as const })))
      continue
    }
    const { length } = await readFile(file)
    versions.push(keptVersionOf(read.value.header, name, length))
  }
  return ok(inOrder(versions), diagnostics)
}
