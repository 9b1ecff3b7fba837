/** Fetches the files of one list: all of one publication, or none. */
import path from 'node:path'
import { type Diagnostic, failed, ok, problem, type Result } from '@holdfast/kernel'
import type { ByteSource } from '@holdfast/records'
import type { SourceFile } from '../engine/list_sources.ts'
import type { UpdateEvent } from '../engine/update_progress.ts'
import { fileSource, sha256Of } from './byte_source.ts'
import type { FetchSettings } from './fetch_exchange.ts'
import { type FetchedFile, type FetchPorts, fetchFile } from './fetch_file.ts'

export interface SetCall {
  /** What the events call it. */
  readonly list: string
  readonly files: readonly SourceFile[]
  /** What stands for `{token}`; never shown. */
  readonly token: string | null
  readonly bytesMax: number
  /** A folder of this call's own. */
  readonly folder: string
  /** What the kept copy came with, one for each file; null when nothing is kept from here. */
  readonly known: readonly Validators[] | null
  readonly signal: AbortSignal
  readonly onEvent: (event: UpdateEvent) => void
}

/** By what a server recognises a copy. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export type FetchedSet =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'files'
      readonly sources: readonly ByteSource[]
      readonly validators: readonly Validators[]
      readonly size: number
      readonly sha256: string
      /** The hours between the oldest and the newest file, as far as the server dates them. */
      readonly hoursApart: number
      /** `YYYY-MM-DD` in UTC: the day of the first file; null when the server does not say. */
      readonly day: string | null
    }

/** Files further apart are of two publications, or a publication was going on meanwhile. */
export const HOURS_APART_MAX = 12

/**
 * Fetches all files of a list. When the server dates them too far apart they are fetched once
 * more: a publication may have come between the first and the last.
 */
export async function fetchSet(
  call: SetCall,
  settings: FetchSettings,
  ports: FetchPorts,
): Promise<Result<FetchedSet>> {
  if (call.known !== null) {
    const isCurrent = await unchanged(call, call.known, settings, ports)
    if (!isCurrent.ok || isCurrent.value === 'yes') {
      return isCurrent.ok ? ok({ kind: 'unchanged' }) : isCurrent
    }
    // A set of one file is here already, whole.
    if (typeof isCurrent.value === 'object') return ok(setOf(call.files, [isCurrent.value]))
  }
  const first = await fetchAll(call, 'first', settings, ports)
  if (!first.ok || first.value.hoursApart <= HOURS_APART_MAX) return first
  return fetchAll(call, 'second', settings, ports)
}

/**
 * Asks for each file whether it changed, until one has. That one file comes back with the answer;
 * of several, the others may have changed too.
 */
async function unchanged(
  call: SetCall,
  known: readonly Validators[],
  settings: FetchSettings,
  ports: FetchPorts,
): Promise<Result<'yes' | 'no' | File>> {
  for (const [index, file] of call.files.entries()) {
    const validators = known[index] ?? NONE
    if (validators.etag === null && validators.lastModified === null) return ok('no')
    const fetched = await fetchOne(call, index, `asked-${file.name}`, validators, settings, ports)
    if (!fetched.ok) return fetched
    if (fetched.value.kind === 'file') return ok(call.files.length === 1 ? fetched.value : 'no')
  }
  return ok('yes')
}

type File = FetchedFile & { readonly kind: 'file' }
type Files = FetchedSet & { readonly kind: 'files' }

async function fetchAll(
  call: SetCall,
  round: string,
  settings: FetchSettings,
  ports: FetchPorts,
): Promise<Result<Files>> {
  const got: File[] = []
  const problems: Diagnostic[] = []
  for (const [index, file] of call.files.entries()) {
    const fetched = await fetchOne(call, index, `${round}-${file.name}`, NONE, settings, ports)
    problems.push(...fetched.diagnostics)
    if (!fetched.ok) break
    if (fetched.value.kind === 'file') got.push(fetched.value)
  }
  return problems.length > 0 ? failed(problems) : ok(setOf(call.files, got))
}

const NONE: Validators = { etag: null, lastModified: null }

function fetchOne(
  call: SetCall,
  index: number,
  into: string,
  validators: Validators,
  settings: FetchSettings,
  ports: FetchPorts,
): Promise<Result<FetchedFile>> {
  const { list, files, bytesMax, signal, onEvent } = call
  const file = files[index]!
  const began = ports.now()
  const [at, of] = [index + 1, files.length]
  return fetchFile(
    {
      url: file.url.replaceAll('{token}', () => encodeURIComponent(call.token ?? '')),
      shown: file.url,
      into: path.join(call.folder, into),
      bytesMax,
      mayBeEmpty: file.mayBeEmpty,
      ...validators,
      signal,
      onBytes(bytes, total) {
        const seconds = (ports.now() - began) / 1000
        onEvent({ kind: 'bytes', list, file: file.name, at, of, bytes, total, seconds })
      },
      onWait(ms) {
        onEvent({ kind: 'wait', list, file: file.name, seconds: ms / 1000 })
      },
    },
    settings,
    ports,
  )
}

const NOTHING_BYTES_MAX = 8
const END_MARK = 0x1a
const SPACE = 0x20

function setOf(files: readonly SourceFile[], got: readonly File[]): Files {
  const all = got.map((file, index) => {
    return { ...fileSource(file.path), name: files[index]?.name ?? '' }
  })
  const sources = all.filter((source, index) => {
    return files[index]?.mayBeEmpty !== true || !isNothing(source)
  })
  const days = got.flatMap(({ lastModified }) => {
    const time = lastModified === null ? Number.NaN : Date.parse(lastModified)
    return Number.isNaN(time) ? [] : [time]
  })
  const [first] = got
  const time = Date.parse(first?.lastModified ?? '')
  return {
    kind: 'files',
    sources,
    validators: got.map(({ etag, lastModified }) => ({ etag, lastModified })),
    size: sources.reduce((sum, source) => sum + source.size, 0),
    sha256: sources.length === 1 && got.length === 1 ? first!.sha256 : sha256Of(sources),
    hoursApart: days.length < 2 ? 0 : (Math.max(...days) - Math.min(...days)) / 3_600_000,
    day: Number.isNaN(time) ? null : (new Date(time).toISOString().split('T')[0] ?? null),
  }
}

/** A table without a row: nothing but an end mark and white space. */
function isNothing(source: ByteSource): boolean {
  if (source.size > NOTHING_BYTES_MAX) return false
  const bytes = [...source.chunks()].flatMap((chunk) => [...chunk])
  return bytes.every((byte) => byte === END_MARK || byte <= SPACE)
}

/** Validators of several files as the two texts that the store has room for. */
export function joinValidators(validators: readonly Validators[]): Validators {
  const joined = (texts: readonly (string | null)[]): string | null =>
    texts.every((text) => text === null) ? null : JSON.stringify(texts)
  const [only] = validators
  if (validators.length === 1 && only !== undefined) return only
  return {
    etag: joined(validators.map(({ etag }) => etag)),
    lastModified: joined(validators.map(({ lastModified }) => lastModified)),
  }
}

/** The reverse; null when they are not of so many files. */
export function splitValidators(joined: Validators, count: number): Validators[] | null {
  if (count === 1) return [joined]
  const etags = textsOf(joined.etag, count)
  const dates = textsOf(joined.lastModified, count)
  if (etags === null || dates === null) return null
  return etags.map((etag, index) => ({ etag, lastModified: dates[index] ?? null }))
}

function textsOf(text: string | null, count: number): (string | null)[] | null {
  if (text === null) return Array.from({ length: count }, () => null)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(value) || value.length !== count) return null
  return value.map((one) => (typeof one === 'string' ? one : null))
}

export function apartProblem(list: string, hours: number): Diagnostic {
  const params = { list, hours: Math.round(hours), hours_max: HOURS_APART_MAX }
  return problem('update/apart', params)
}
