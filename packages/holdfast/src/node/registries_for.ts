/** Which registries of owners an assessment of a dossier uses. */
import path from 'node:path'
import { readSource, type SourceText } from '@holdfast/dossier'
import { ok, type Result } from '@holdfast/kernel'
import type { RegistryGiven } from '../engine/registry_chains.ts'

/**
 * The registries that a dossier names, each from the folder of the file that names it, then those
 * that the call adds. Nothing of the readers is loaded where there are none.
 *
 * Errors: those of `openRegistries`.
 */
export async function registriesFor(
  files: readonly SourceText[],
  added: readonly string[],
): Promise<Result<readonly RegistryGiven[]>> {
  const named = files.flatMap(namedIn)
  // Named twice, in whatever words, it is read once.
  const paths = new Map<string, string>()
  for (const where of [...named, ...added]) {
    if (!paths.has(path.resolve(where))) paths.set(path.resolve(where), where)
  }
  if (paths.size === 0) return ok([])
  const { openRegistries } = await import('./registries.ts')
  return openRegistries([...paths.values()])
}

/** What a file's institution names. A file that is wrong names nothing: its reader tells why. */
function namedIn(file: SourceText): string[] {
  // To read a file twice takes a moment, and few dossiers name a registry.
  if (!Buffer.from(file.bytes).includes('registry')) return []
  const read = readSource(file)
  if (!read.ok) return []
  const { institution } = (read.value.value ?? {}) as { institution?: { registry?: unknown } }
  const registry = institution?.registry
  const all = Array.isArray(registry) ? registry : [registry]
  return all.flatMap((one) =>
    typeof one === 'string' && one !== '' ? [from(path.dirname(file.name), one)] : [],
  )
}

/** Messages name a path as the call would: not absolute, unless it was written so. */
function from(folder: string, where: string): string {
  return path.isAbsolute(where) ? where : path.join(folder, where)
}
