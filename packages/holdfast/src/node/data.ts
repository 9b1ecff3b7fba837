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
async function readShipped(...parts: string[]) {
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

/** The list: the snapshot that ships, or the official files in a folder. */
export async function readListFiles(where: string | null): Promise<Result<ListFiles>> {
  if (where !== null) return readOfficial(where)
  const bytes = await readFile(path.join(DATA, 'lists', SNAPSHOT))
  return ok({
    kind: 'snapshot',
    name: path.posix.join('data', 'lists', SNAPSHOT),
    text: bytes.toString('utf8'),
    sha256: sha256([bytes]),
  })
}

/** The files of one publication by what they hold; names may carry a date. */
const PARTS = {
  comments: /^(sdn_|sdn)?comments.*\.csv$/i,
  sdn: /^sdn([_-]?\d{4}-?\d{2}-?\d{2})?\.csv$/i,
  alt: /^alt.*\.csv$/i,
  add: /^add.*\.csv$/i,
} as const

async function readOfficial(where: string): Promise<Result<ListFiles>> {
  const kind = await kindOf(where)
  if (kind === 'absent') return failed([problem('call/no-such-path', { path: where })])
  const names = kind === 'file' ? [path.basename(where)] : await readdir(where)
  const folder = kind === 'file' ? path.dirname(where) : where
  const find = (part: RegExp) => names.filter((name) => part.test(name)).sort()
  const sdn = kind === 'file' ? names : find(PARTS.sdn)
  if (sdn.length !== 1) {
    const code = sdn.length === 0 ? 'call/no-list' : 'call/several-lists'
    return failed([problem(code, { path: where, files: sdn.length === 0 ? names.sort() : sdn })])
  }
  const read = async (name: string | undefined) =>
    name === undefined ? undefined : readNamed(path.join(folder, name))
  const [main, alt, add, comments] = await Promise.all([
    read(sdn[0]),
    read(find(PARTS.alt).at(-1)),
    read(find(PARTS.add).at(-1)),
    read(find(PARTS.comments).at(-1)),
  ])
  const files = [main, alt, add, comments].filter((file) => file !== undefined)
  return ok({
    kind: 'ofac-csv',
    files: {
      sdn: main!,
      ...(alt === undefined ? {} : { alt }),
      ...(add === undefined ? {} : { add }),
      ...(comments === undefined ? {} : { comments }),
      published: dateIn(sdn[0]!) ?? dateIn(path.basename(path.resolve(folder))),
    },
    sha256: sha256(files.map((file) => file.bytes)),
  })
}

/** The files state no date of publication: the name of file or folder may. */
function dateIn(name: string): string | null {
  return /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? null
}

function sha256(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
