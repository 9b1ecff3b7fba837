/** Files of lists as the readers of lists want them: in pieces, as often as they are asked for. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Diagnostic, failed, ok, problem, type Result } from '@holdfast/kernel'
import { type ByteSource, bytesInMemory } from '@holdfast/records'
import { codeOf } from './error_code.ts'
import { kindOf } from './folder.ts'

const CHUNK_BYTES = 262_144

/** What a compressed file may come to: it is in memory whole. */
const UNPACKED_BYTES_MAX = 1_000_000_000

/** Tables and documents of lists, packed or not; READMEs and hidden files are none. */
const LIST_FILE = /^[^.].*\.(csv|json|jsonl|ndjson|tsv|xml)(\.gz)?$/i

/** A folder of lists holds its files, or folders that do, and so many of them. */
const DEPTH_MAX = 2
const FILES_MAX = 2_000

/** A file of the disk, read anew in pieces of 256 kB each time it is asked for. */
export function fileSource(file: string): ByteSource {
  return {
    name: file,
    size: statSync(file).size,
    *chunks() {
      const handle = openSync(file, 'r')
      try {
        for (;;) {
          const chunk = new Uint8Array(CHUNK_BYTES)
          const length = readSync(handle, chunk, 0, CHUNK_BYTES, null)
          if (length === 0) return
          yield length === CHUNK_BYTES ? chunk : chunk.subarray(0, length)
        }
      } finally {
        closeSync(handle)
      }
    },
  }
}

/**
 * The files of a list: the one that is named, or those in a folder in the order of their names. A
 * file packed with gzip is unpacked into memory, whatever it is called.
 *
 * Errors: `call/no-such-path`, `call/folder-too-large`, `lists/no-files`, `lists/gzip`; the last is
 * a warning where broken files are left out and another one is there.
 *
 * @param broken whether one file that cannot be unpacked makes the others useless, as in a list
 */
export async function listSources(
  where: string,
  broken: 'refused' | 'left-out' = 'refused',
): Promise<Result<readonly ByteSource[]>> {
  const kind = await kindOf(where)
  if (kind === 'absent') return failed([problem('call/no-such-path', { path: where })])
  const names: string[] = []
  if (kind === 'file') names.push(where)
  else if (!(await collect(where, names, 0))) {
    const params = { path: where, files_max: FILES_MAX, depth_max: DEPTH_MAX }
    return failed([problem('call/folder-too-large', params)])
  }
  if (names.length === 0) return failed([problem('lists/no-files', { path: where })])
  const all = names.map((name) => unpacked(fileSource(name)))
  const faults = all.flatMap(({ diagnostics }) => [...diagnostics])
  const sound = all.flatMap((source) => (source.ok ? [source.value] : []))
  if (faults.length === 0) return ok(sound)
  return broken === 'left-out' && sound.length > 0
    ? ok(sound, faults.map(asWarning))
    : failed(faults)
}

/** What is wrong with one file where the answer stands on others. */
export function asWarning(one: Diagnostic): Diagnostic {
  return { ...one, severity: 'warning' }
}

/** SHA-256 over the bytes of files in their order, unpacked ones as they are unpacked. */
export function sha256Of(sources: readonly ByteSource[]): string {
  const hash = createHash('sha256')
  for (const source of sources) for (const chunk of source.chunks()) hash.update(chunk)
  return hash.digest('hex')
}

/** Goes one folder deeper at most; false when there are too many files. */
async function collect(folder: string, into: string[], depth: number): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (entry.name.startsWith('.') || depth + 1 >= DEPTH_MAX) continue
      if (!(await collect(name, into, depth + 1))) return false
    } else if (LIST_FILE.test(entry.name) && (await kindOf(name)) === 'file') {
      into.push(name)
    }
    if (into.length > FILES_MAX) return false
  }
  return true
}

function unpacked(source: ByteSource): Result<ByteSource> {
  if (!isPacked(source)) return ok(source)
  try {
    const bytes = gunzipSync(readFileSync(source.name), { maxOutputLength: UNPACKED_BYTES_MAX })
    return ok(bytesInMemory(source.name, bytes))
  } catch (error) {
    const isLarge = error instanceof RangeError || codeOf(error) === 'ERR_BUFFER_TOO_LARGE'
    const reason = isLarge ? 'large' : 'broken'
    return failed([problem('lists/gzip', { file: source.name, reason, max: UNPACKED_BYTES_MAX })])
  }
}

function isPacked(source: ByteSource): boolean {
  for (const [first, second] of source.chunks()) return first === 0x1f && second === 0x8b
  return false
}
