/** Where lists come from, as data: the shape of `data/lists/sources.yaml`, and its reading. */
import { readShape, readSource, type Source, type SourceText } from '@holdfast/dossier'
import { type Diagnostic, failed, ok, problem, type Result } from '@holdfast/kernel'
import { z } from 'zod'

const text = z.string().min(1)
const file = z.union([
  text,
  z.strictObject({
    name: text,
    path: text.optional(),
    'may-be-empty': z.boolean().optional(),
  }),
])

const listSource = z.strictObject({
  name: text,
  issuer: text,
  format: text,
  base: text,
  files: z.array(file).min(1).max(8),
  alternatives: z.array(text).optional(),
  'token-env': text.optional(),
  'on-request': z.boolean().optional(),
  published: z.enum(['stated', 'last-modified']),
  'proves-whole': z.boolean(),
  limits: z.strictObject({
    'bytes-max': z.int().min(1),
    'entries-min': z.int().min(0),
    'kept-ratio-min': z.number().min(0).max(1),
  }),
  checked: text.optional(),
  unverified: z.boolean().optional(),
  terms: text.optional(),
})

const sourcesFile = z.strictObject({ lists: z.record(z.string(), listSource) })

/** One file of a list and its address, in which `{token}` may stand. */
export interface SourceFile {
  readonly name: string
  readonly url: string
  /** There may be nothing in it; it is then left out. */
  readonly mayBeEmpty: boolean
}

/** Where one list comes from, and what it must look like to be kept. */
export interface ListSource {
  /** The list's id, e.g. `ofac-sdn`. */
  readonly list: string
  readonly name: string
  readonly issuer: string
  /** The address that stands for the whole: the folder of a set, or the one file's address. */
  readonly url: string
  readonly files: readonly SourceFile[]
  /** The environment variable that holds the token; null where the address has none. */
  readonly tokenVariable: string | null
  /** Fetched only when it is named. */
  readonly onRequest: boolean
  /** What states the day of publication. */
  readonly published: 'stated' | 'last-modified'
  /** Its files show by themselves that they are whole. */
  readonly provesWhole: boolean
  readonly limits: ListLimits
  readonly terms: string | null
}

export interface ListLimits {
  /** The largest that one file may be, packed and unpacked. */
  readonly bytesMax: number
  /** Fewer are refused where no earlier version is kept. */
  readonly entriesMin: number
  /** Fewer entries or names than this part of the kept version's are refused. */
  readonly keptRatioMin: number
}

/** What holds for a list that no file of sources names. */
export const LIMITS_OF_OTHERS: ListLimits = {
  bytesMax: 500_000_000,
  entriesMin: 1,
  keptRatioMin: 0.8,
}

/**
 * Reads files of sources; a list of a later file replaces that of an earlier one.
 *
 * @returns the sources by the lists' ids, or every problem of all files
 */
export function readListSources(
  files: readonly SourceText[],
): Result<ReadonlyMap<string, ListSource>> {
  const sources = new Map<string, ListSource>()
  const problems: Diagnostic[] = []
  for (const one of files) {
    const read = readSource(one)
    if (!read.ok) {
      problems.push(...read.diagnostics)
      continue
    }
    const shaped = readShape(read.value, sourcesFile)
    problems.push(...shaped.diagnostics)
    for (const [id, stated] of Object.entries(shaped.value?.lists ?? {})) {
      problems.push(...departures(id, stated, read.value))
      sources.set(id, sourceOf(id, stated))
    }
  }
  return problems.length > 0 ? failed(problems) : ok(sources)
}

type Stated = z.infer<typeof listSource>

const LIST_ID = /^[a-z0-9][a-z0-9_-]{0,63}$/
/** A name becomes the name of a file: no path, nothing hidden. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** What a shape cannot say: addresses, names of files, tokens. */
function departures(id: string, stated: Stated, source: Source): Diagnostic[] {
  const at = (...path: (string | number)[]) => source.place(['lists', id, ...path])
  const problems: Diagnostic[] = []
  if (!LIST_ID.test(id)) {
    problems.push(problem('fetch/bad-list-id', { list: id }, source.keyPlace(['lists', id])))
  }
  if (!stated.base.endsWith('/') || webAddress(stated.base) === null) {
    problems.push(problem('fetch/bad-base', { url: stated.base }, at('base')))
  }
  const names = new Set<string>()
  stated.files.forEach((one, index) => {
    const name = typeof one === 'string' ? one : one.name
    if (!FILE_NAME.test(name) || names.has(name)) {
      problems.push(problem('fetch/bad-file-name', { name }, at('files', index)))
    }
    names.add(name)
  })
  const wanting = stated.files.some((one) => pathOf(one).includes('{token}'))
  if (wanting !== (stated['token-env'] !== undefined)) {
    const code = wanting ? 'fetch/token-without-variable' : 'fetch/variable-without-token'
    problems.push(problem(code, { list: id }, at(wanting ? 'files' : 'token-env')))
  }
  return problems
}

/** An address of the web, or null; one that holds a name or password is none. */
export function webAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url : null
}

function pathOf(one: Stated['files'][number]): string {
  return typeof one === 'string' ? one : (one.path ?? one.name)
}

function sourceOf(list: string, stated: Stated): ListSource {
  const files = stated.files.map((one) => ({
    name: typeof one === 'string' ? one : one.name,
    url: stated.base + pathOf(one),
    mayBeEmpty: typeof one !== 'string' && one['may-be-empty'] === true,
  }))
  const [first] = files
  return {
    list,
    name: stated.name,
    issuer: stated.issuer,
    url: files.length === 1 && first !== undefined ? first.url : stated.base,
    files,
    tokenVariable: stated['token-env'] ?? null,
    onRequest: stated['on-request'] ?? false,
    published: stated.published,
    provesWhole: stated['proves-whole'],
    limits: {
      bytesMax: stated.limits['bytes-max'],
      entriesMin: stated.limits['entries-min'],
      keptRatioMin: stated.limits['kept-ratio-min'],
    },
    terms: stated.terms ?? null,
  }
}
