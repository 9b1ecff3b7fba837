/** Opens registries of owners: compiled files, or small sources that are read as they lie there. */
import path from 'node:path'
import {
  type Diagnostic,
  failed,
  hasErrors,
  NEVER,
  ok,
  problem,
  type Result,
} from '@holdfast/kernel'
import { RegistryInMemory, type RegistryPort, readSource } from '@holdfast/ownership'
import { type ByteSource, Findings, headOf } from '@holdfast/records'
import type { RegistryGiven } from '../engine/registry_chains.ts'
import { asWarning, listSources, sha256Of } from './byte_source.ts'

/** Sources are read anew at each call up to this size; beyond it they are to be compiled. */
const SOURCE_BYTES_MAX = 20_000_000

/** How a compiled registry begins. */
const COMPILED = 'HFREG'

/**
 * Opens each path: a compiled registry, a file of a source, or a folder of them. What is odd in a
 * source comes with its registry; what keeps one from being opened is an error.
 *
 * Errors: `call/no-such-path`, `registry/no-source`, `registry/folder-too-large`, those of
 * `openRegistryFile` and of the readers.
 */
export async function openRegistries(
  paths: readonly string[],
): Promise<Result<readonly RegistryGiven[]>> {
  const opened = await Promise.all(paths.map(openOne))
  const bad = opened.filter((one) => !one.ok).flatMap((one) => [...one.diagnostics])
  if (bad.length > 0) return failed(bad)
  return ok(opened.flatMap((one) => (one.ok ? [one.value] : [])))
}

async function openOne(where: string): Promise<Result<RegistryGiven>> {
  const sources = await listSources(where, 'left-out')
  if (!sources.ok)
    return sources.diagnostics.some((one) => one.code === 'lists/no-files')
      ? failed([problem('registry/no-source', { path: where })])
      : sources
  const [first] = sources.value
  if (sources.value.length === 1 && first !== undefined && isCompiled(first)) {
    const { openRegistryFile } = await import('./registry.ts')
    const opened = await openRegistryFile(where)
    if (!opened.ok) return opened
    return ok({ name: where, port: opened.value, diagnostics: opened.diagnostics })
  }
  return inMemory(where, sources.value, sources.diagnostics)
}

function isCompiled(source: ByteSource): boolean {
  return new TextDecoder('latin1').decode(headOf(source, COMPILED.length)) === COMPILED
}

/** What one file has wrong is a warning as long as another one could be read. */
function inMemory(
  where: string,
  sources: readonly ByteSource[],
  before: readonly Diagnostic[],
): Result<RegistryGiven> {
  const bytes = sources.reduce((sum, { size }) => sum + size, 0)
  if (bytes > SOURCE_BYTES_MAX) {
    const params = { path: where, bytes, bytes_max: SOURCE_BYTES_MAX }
    return failed([problem('registry/folder-too-large', params)])
  }
  const memory = new RegistryInMemory()
  const noticed: Diagnostic[] = [...before]
  let read = 0
  for (const source of sources) {
    const found = new Findings()
    const about = readSource(source, memory.intake, found)
    noticed.push(...found.diagnostics())
    if (about === null) continue
    read += 1
    memory.close({ ...about, file: path.basename(source.name), sha256: sha256Of([source]) })
  }
  if (read === 0) {
    const none = problem('registry/no-source', { path: where })
    return failed(hasErrors(noticed) ? noticed : [...noticed, none])
  }
  const port: RegistryPort = memory.port(NEVER)
  return ok({ name: where, port, diagnostics: noticed.map(asWarning) })
}
