/** The data that ships: regimes, groups of countries, assumptions, the snapshot of the list. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { failed, ok, problem, type Result } from '@holdfast/kernel'
import type { LawFiles, ListFiles, RegimeFiles } from '../engine/inputs.ts'
import { kindOf, readIfThere, readNamed } from './folder.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const DATA = path.join(ROOT, 'data')

/** The dossier that `init` starts from. */
export const STARTING_DOSSIER = path.join(ROOT, 'examples', 'minimal', 'dossier.yaml')

/** Messages name the product's own files by their place in it. */
export async function readShipped(...parts: string[]) {
  const file = await readNamed(path.join(DATA, ...parts))
  return { ...file, name: path.posix.join('data', ...parts) }
}

/**
 * The law's files: those that ship, and folders of regimes that the user adds. A folder holds
 * `regime.yaml`, or folders that do.
 */
export async function readLawFiles(added: readonly string[]): Promise<Result<LawFiles>> {
  const shipped = await folders(path.join(DATA, 'regimes'))
  const regimes: RegimeFiles[] = await Promise.all(
    shipped.map(async (name) => ({
      regime: await readShipped('regimes', name, 'regime.yaml'),
      designations:
        (await kindOf(path.join(DATA, 'regimes', name, 'designations.yaml'))) === 'file'
          ? await readShipped('regimes', name, 'designations.yaml')
          : null,
    })),
  )
  for (const where of added) {
    const found = await regimeFolders(where)
    if (found.length === 0) return failed([problem('call/no-regime', { path: where })])
    for (const folder of found) {
      const designations = await readIfThere(path.join(folder, 'designations.yaml'))
      regimes.push({ regime: await readNamed(path.join(folder, 'regime.yaml')), designations })
    }
  }
  const assumptions = (await readdir(path.join(DATA, 'assumptions')))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  return ok({
    regimes,
    countries: await readShipped('countries.yaml'),
    ownership: await readShipped('ownership', 'rules.yaml'),
    assumptions: await Promise.all(assumptions.map((name) => readShipped('assumptions', name))),
  })
}

async function folders(where: string): Promise<string[]> {
  const entries = await readdir(where, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
}

async function regimeFolders(where: string): Promise<string[]> {
  if ((await kindOf(path.join(where, 'regime.yaml'))) === 'file') return [where]
  if ((await kindOf(where)) !== 'folder') return []
  const inner = (await folders(where)).map((name) => path.join(where, name))
  const kinds = await Promise.all(inner.map((one) => kindOf(path.join(one, 'regime.yaml'))))
  return inner.filter((_, index) => kinds[index] === 'file')
}

const SNAPSHOT = 'ofac-sdn-2026-07-11.tsv'

/** Which list the snapshot is of. */
export const SNAPSHOT_LIST = 'ofac-sdn'

/** The snapshot of the list that ships. */
export async function readSnapshotFiles(): Promise<ListFiles> {
  const bytes = await readFile(path.join(DATA, 'lists', SNAPSHOT))
  return {
    kind: 'snapshot',
    name: path.posix.join('data', 'lists', SNAPSHOT),
    text: bytes.toString('utf8'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
