/** The files that a registry is compiled from: found, recognised, and put in their order. */
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, failed, ok, problem, type Result, warning } from '@holdfast/kernel'
import { type OwnershipFormat, ownershipFormatOf } from '@holdfast/ownership'
import { type ByteSource, bytesInMemory } from '@holdfast/records'
import { fileSource } from './byte_source.ts'
import { kindOf } from './folder.ts'
import { type Packing, packingOf, unpackedHead } from './packed_file.ts'

/** What a folder may hold besides sources is passed over: READMEs, hidden files. */
const SOURCE_FILE =
  /^(?:[^.].*\.(?:csv|json|jsonl|ndjson|tsv|xml|zip)|(?:psc|persons-with).*\.txt)(?:\.gz)?$/i

const DEPTH_MAX = 4
const FILES_MAX = 2_000

/** A file that holds records of a format that is read. */
export interface SourceFile {
  /** As the call names it, or found below what it names: messages say this. */
  readonly path: string
  /** Below the folder that the call names, with slashes. */
  readonly name: string
  readonly format: OwnershipFormat
  readonly packing: Packing | null
}

export interface SourceFiles {
  readonly files: readonly SourceFile[]
  /** Of files that are none of a known format, or whose packing is broken. */
  readonly unread: readonly { readonly name: string; readonly because: Diagnostic }[]
}

/**
 * The files that are named and those in the folders that are named, in the order of trust: GLEIF's
 * files first, tables last, those of one format by their names.
 *
 * Errors: `call/no-such-path`, `call/folder-too-large`.
 */
export async function sourceFiles(paths: readonly string[]): Promise<Result<SourceFiles>> {
  const found = new Map<string, { path: string; name: string }>()
  for (const where of paths) {
    const kind = await kindOf(where)
    if (kind === 'absent') return failed([problem('call/no-such-path', { path: where })])
    const files = kind === 'file' ? [where] : []
    if (kind === 'folder' && !(await collect(where, files, 0))) {
      const params = { path: where, files_max: FILES_MAX, depth_max: DEPTH_MAX }
      return failed([problem('call/folder-too-large', params)])
    }
    for (const file of files) {
      const below = kind === 'file' ? path.basename(file) : path.relative(where, file)
      const name = below.split(path.sep).join('/')
      if (!found.has(path.resolve(file))) found.set(path.resolve(file), { path: file, name })
    }
  }
  const recognised = [...found.values()].map(recognise)
  const files = recognised.flatMap((one) => (one.ok ? [one.value] : []))
  files.sort((a, b) => rank(a) - rank(b) || order(a.name, b.name) || order(a.path, b.path))
  const unread = recognised.flatMap((one, at) => {
    const name = [...found.values()][at]?.name ?? ''
    return one.ok ? [] : one.diagnostics.map((because) => ({ name, because }))
  })
  return ok({ files, unread })
}

/** What a table of owners calls a party is often no more than the word that stands for it. */
const TRUST: readonly OwnershipFormat[] = [
  ...(['gleif-lei', 'gleif-rr', 'gleif-repex', 'uk-psc', 'bods', 'ftm'] as const),
  ...(['plain-parties', 'plain-ties'] as const),
]

function rank({ format }: SourceFile): number {
  return TRUST.indexOf(format)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function recognise(file: { readonly path: string; readonly name: string }): Result<SourceFile> {
  const packing = packingOf(file.path)
  if (!packing.ok) return packing
  const source =
    packing.value === null
      ? fileSource(file.path)
      : bytesInMemory(file.path, unpackedHead(file.path, packing.value))
  const format = ownershipFormatOf(source)
  if (format === null) return failed([warning('ownership/unknown-format', { file: file.path })])
  return ok({ ...file, format, packing: packing.value })
}

/** Goes into folders down to a depth; false when there are too many files. */
async function collect(folder: string, into: string[], depth: number): Promise<boolean> {
  if (depth > DEPTH_MAX) return false
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) {
      if (!(await collect(name, into, depth + 1))) return false
    } else if (SOURCE_FILE.test(entry.name) && (await kindOf(name)) === 'file') into.push(name)
    if (into.length > FILES_MAX) return false
  }
  return true
}

/** A source that keeps the SHA-256 of its bytes from the first time it is read to its end. */
export class HashedSource implements ByteSource {
  readonly name: string
  readonly size: number
  readonly #source: ByteSource
  readonly #onBytes: (bytes: number) => void
  #sha256: string | null = null

  /** @param onBytes gets how many bytes were read, each time from the beginning */
  constructor(source: ByteSource, onBytes: (bytes: number) => void) {
    this.#source = source
    this.#onBytes = onBytes
    this.name = source.name
    this.size = source.size
  }

  *chunks(): Iterable<Uint8Array> {
    const hash = this.#sha256 === null ? createHash('sha256') : null
    let bytes = 0
    for (const chunk of this.#source.chunks()) {
      hash?.update(chunk)
      bytes += chunk.length
      this.#onBytes(bytes)
      yield chunk
    }
    this.#sha256 ??= hash?.digest('hex') ?? null
  }

  /** In hexadecimal; reads the source where nobody has read it to its end. */
  sha256(): string {
    while (this.#sha256 === null) for (const _ of this.chunks());
    return this.#sha256
  }
}
