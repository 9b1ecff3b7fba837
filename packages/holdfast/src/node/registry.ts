/** The use cases `registry build` and `registry show`: compiled registries as files. */
import { openSync, readSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, failed, ok, parseDay, problem, type Result } from '@holdfast/kernel'
import {
  openRegistry,
  RegistryBuilder,
  type RegistryBytes,
  type RegistryHead,
  readSource,
  SOURCES_MAX,
  type StoredRegistry,
} from '@holdfast/ownership'
import { Findings } from '@holdfast/records'
import { type RegistryReport, registryReportOf } from '../engine/registry_findings.ts'
import type { UpdateEvent } from '../engine/update_progress.ts'
import { fileSource } from './byte_source.ts'
import { streamDurably } from './durable_file.ts'
import { kindOf } from './folder.ts'
import { unpackTo } from './packed_file.ts'
import { HashedSource, type SourceFile, sourceFiles } from './registry_sources.ts'

export interface RegistryBuildCall {
  /** Files of sources, and folders of them. */
  readonly paths: readonly string[]
  /** The file to write; one that is there is replaced. */
  readonly out: string
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: string
  /** Told how far the reading of a file is. */
  readonly onEvent?: ((event: UpdateEvent) => void) | undefined
}

/**
 * Compiles sources into one file. The same sources on the same day give the same bytes, in whatever
 * order they are named. What one file has wrong is a warning as long as another one could be read.
 * Packed files are unpacked beside `out`, one at a time.
 *
 * Errors: `call/no-such-path`, `call/folder-too-large`, `registry/no-source`, `registry/too-large`,
 * `registry/packed`, and those of the readers when nothing could be read.
 */
export async function buildRegistry(call: RegistryBuildCall): Promise<Result<RegistryReport>> {
  const built = parseDay(call.today)
  if (built === null) return failed([problem('call/bad-day', { value: call.today })])
  const folder = path.dirname(call.out)
  if ((await kindOf(folder)) !== 'folder') {
    return failed([problem('call/no-such-path', { path: folder })])
  }
  if ((await kindOf(call.out)) === 'folder') {
    return failed([problem('call/no-such-path', { path: call.out })])
  }
  const sources = await sourceFiles(call.paths)
  if (!sources.ok) return sources
  const compilation = new Compilation(call)
  for (const { name, because } of sources.value.unread) compilation.leave(name, [because])
  const unpacked = await mkdtemp(path.join(folder, '.new-registry-'))
  try {
    for (const file of sources.value.files) {
      const problems = await compilation.take(file, unpacked)
      if (problems.length > 0) return failed(problems)
    }
  } finally {
    await rm(unpacked, { recursive: true, force: true })
  }
  return compilation.write(built)
}

class Compilation {
  readonly #call: RegistryBuildCall
  readonly #builder = new RegistryBuilder()
  readonly #diagnostics: Diagnostic[] = []
  readonly #unread: string[] = []
  /** Where files lie, by their names: the registry knows only those. */
  readonly #paths = new Map<string, string>()
  #read = 0

  constructor(call: RegistryBuildCall) {
    this.#call = call
  }

  /** Notes a file that could not be read, and why. */
  leave(name: string, because: readonly Diagnostic[]): void {
    this.#unread.push(name)
    this.#diagnostics.push(...because)
  }

  /**
   * Reads one file into the registry.
   *
   * @returns what ends the compilation: it has become too large
   */
  async take(file: SourceFile, folder: string): Promise<readonly Diagnostic[]> {
    const plain = file.packing === null ? file.path : path.join(folder, 'unpacked')
    if (file.packing !== null) {
      const unpacked = await unpackTo(file.path, file.packing, plain)
      if (!unpacked.ok) {
        this.leave(file.name, unpacked.diagnostics)
        return []
      }
    }
    this.#read += this.#readInto(file, plain)
    if (file.packing !== null) await rm(plain, { force: true })
    if (!this.#builder.isFull && this.#read < SOURCES_MAX) return []
    return [problem('registry/too-large', { file: file.path })]
  }

  /** @returns 1 when the file was read */
  #readInto(file: SourceFile, plain: string): 0 | 1 {
    const began = Date.now()
    const source = new HashedSource({ ...fileSource(plain), name: file.path }, (bytes) => {
      this.#call.onEvent?.({
        ...{ kind: 'bytes', list: file.name, file: file.name, at: 1, of: 1 },
        ...{ bytes, total: source.size, seconds: (Date.now() - began) / 1000 },
      })
    })
    const found = new Findings()
    const read = this.#builder.take((intake) => {
      const about = readSource(source, intake, found)
      if (about === null) return null
      // Where a file lies is not part of the registry: the same files give the same bytes.
      const title = about.title === source.name ? file.name : about.title
      return { ...about, title, file: file.name, sha256: source.sha256() }
    })
    if (read === null) {
      this.leave(file.name, found.diagnostics())
      return 0
    }
    this.#diagnostics.push(...found.diagnostics())
    this.#paths.set(file.name, file.path)
    return 1
  }

  async write(built: number): Promise<Result<RegistryReport>> {
    if (this.#read === 0) {
      const where = { path: this.#call.paths.join(', ') }
      return failed([...this.#diagnostics, problem('registry/no-source', where)])
    }
    const found = new Findings()
    let head: RegistryHead | null = null
    await streamDurably(this.#call.out, (put) => {
      head = this.#builder.write(put, built, found)
    })
    const out = { file: this.#call.out, bytes: statSync(this.#call.out).size }
    // The answer stands without the files that could not be read: their errors are warnings.
    const inRegistry = found.diagnostics().map((one) => ({
      ...one,
      places: one.places.map((place) => {
        return { ...place, file: this.#paths.get(place.file) ?? place.file }
      }),
    }))
    const noticed = [...this.#diagnostics, ...inRegistry].map((one): Diagnostic => {
      return { ...one, severity: 'warning' }
    })
    const more = { unread: this.#unread, damaged: null }
    return ok(registryReportOf(head as unknown as RegistryHead, out, more), noticed)
  }
}

/**
 * Opens a compiled registry. The file stays open as long as the process runs, and is read when it
 * is asked: whoever opens one keeps it.
 *
 * Errors: `call/no-such-path`, `registry/foreign`, `registry/newer`, `registry/cut`,
 * `registry/damaged`.
 */
export async function openRegistryFile(file: string): Promise<Result<StoredRegistry>> {
  if ((await kindOf(file)) !== 'file') return failed([problem('call/no-such-path', { path: file })])
  return openRegistry(registryBytes(file))
}

function registryBytes(file: string): RegistryBytes {
  const handle = openSync(file, 'r')
  return {
    name: file,
    size: statSync(file).size,
    read(offset, length) {
      const bytes = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        const read = readSync(handle, bytes, filled, length - filled, offset + filled)
        if (read === 0) return bytes.subarray(0, filled)
        filled += read
      }
      return bytes
    },
  }
}

export interface RegistryShowCall {
  readonly file: string
  /** True: every block is read and compared with its checksum. */
  readonly verify: boolean
}

/**
 * What a compiled registry says of itself.
 *
 * Errors: those of `openRegistryFile`; `registry/damaged` where a block is found damaged.
 */
export async function showRegistry(call: RegistryShowCall): Promise<Result<RegistryReport>> {
  const opened = await openRegistryFile(call.file)
  if (!opened.ok) return opened
  const damaged = call.verify ? opened.value.verify() : null
  const { damage } = opened.value
  if (damage !== null) return failed([damage])
  const out = { file: call.file, bytes: statSync(call.file).size }
  return ok(registryReportOf(opened.value.head, out, { unread: [], damaged }))
}
