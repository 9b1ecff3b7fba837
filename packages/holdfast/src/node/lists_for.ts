/** Which lists a use case is given: files that the call names, the kept ones, or the snapshot. */
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, failed, ok, problem, type Result } from '@holdfast/kernel'
import type { ListFiles } from '../engine/inputs.ts'
import { readSnapshotFiles } from './data.ts'
import { kindOf, readNamed } from './folder.ts'

export interface ListsCall {
  /** Files and folders with lists; none: the kept lists, else the snapshot that ships. */
  readonly lists?: readonly string[] | undefined
  /** The folder of the kept lists; the user's own if absent. */
  readonly store?: string | undefined
  /** `YYYY-MM-DD`: of each kept list the last version not after this day. */
  readonly on?: string | undefined
  /** Variables of the process, which say where the kept lists are. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
}

/** The lists that a call means, each read or ready to be read. */
export async function listsFor(call: ListsCall): Promise<Result<readonly ListFiles[]>> {
  const named = call.lists ?? []
  if (named.length === 0) return ok([await readSnapshotFiles()])
  const lists: ListFiles[] = []
  const diagnostics: Diagnostic[] = []
  for (const where of named) {
    const read = await readOfficial(where)
    diagnostics.push(...read.diagnostics)
    if (read.ok) lists.push(read.value)
  }
  return lists.length < named.length ? failed(diagnostics) : ok(lists, diagnostics)
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
