/** Reads folders of files for the engine. Nothing here writes, and nothing leaves the machine. */
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { SourceText } from '@holdfast/dossier'
import { failed, ok, problem, type Result } from '@holdfast/kernel'

/** Folders are searched this deep, and files counted up to this many, before a message ends it. */
const DEPTH_MAX = 12
const FILES_MAX = 5_000

/** The YAML files of a dossier's folder in the order of their names; or the one file given. */
export async function readYamlFolder(where: string): Promise<Result<readonly SourceText[]>> {
  const kind = await kindOf(where)
  if (kind === 'absent') return failed([problem('call/no-such-path', { path: where })])
  if (kind === 'file') return ok([await readNamed(where)])
  const names: string[] = []
  const complete = await collect(where, names, 0)
  if (!complete) {
    const params = { path: where, files_max: FILES_MAX, depth_max: DEPTH_MAX }
    return failed([problem('call/folder-too-large', params)])
  }
  const files = names.filter((name) => /\.ya?ml$/i.test(name)).sort()
  if (files.length === 0) return failed([problem('call/no-yaml', { path: where })])
  return ok(await Promise.all(files.map(readNamed)))
}

export async function readNamed(name: string): Promise<SourceText> {
  return { name, bytes: await readFile(name) }
}

/** A file that may be absent. */
export async function readIfThere(name: string): Promise<SourceText | null> {
  return (await kindOf(name)) === 'file' ? readNamed(name) : null
}

export async function kindOf(where: string): Promise<'file' | 'folder' | 'absent'> {
  try {
    const found = await stat(where)
    if (found.isDirectory()) return 'folder'
    // A pipe or a device has no end that could be waited for.
    return found.isFile() ? 'file' : 'absent'
  } catch {
    return 'absent'
  }
}

async function collect(folder: string, into: string[], depth: number): Promise<boolean> {
  if (depth > DEPTH_MAX) return false
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!(await collect(name, into, depth + 1))) return false
    } else if (entry.isFile() || (entry.isSymbolicLink() && (await kindOf(name)) === 'file')) {
      // A link to a folder is not followed: it could lead round in a circle.
      into.push(name)
    }
    if (into.length > FILES_MAX) return false
  }
  return true
}
