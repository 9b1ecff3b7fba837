/** Holds a file's value against its shape and tells every departure with its place. */
import { type Diagnostic, nearest, type Params, problem } from '@holdfast/kernel'
import type { z } from 'zod'
import {
  assumption,
  dossierFile,
  functionSchema,
  institution,
  licence,
  measure,
  party,
  plan,
  scenario,
  service,
  spendingWindow,
  team,
} from './schema.ts'
import type { Path, Source } from './source.ts'

type Issue = z.core.$ZodIssue

/** The value in its type, or null with a diagnostic for every departure from the shape. */
export function readShape<T>(
  source: Source,
  schema: z.ZodType<T>,
  path: Path = [],
): { value: T | null; diagnostics: Diagnostic[] } {
  const value = at(source.value, path)
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, diagnostics: [] }
  const diagnostics = parsed.error.issues.flatMap((issue) => explain(source, path, issue, value))
  return { value: null, diagnostics }
}

/** One issue in the dossier's words. Of a union the branch that comes nearest speaks. */
function explain(source: Source, base: Path, issue: Issue, root: unknown): Diagnostic[] {
  const path = [...base, ...(issue.path as Path)]
  if (issue.code === 'invalid_union') {
    const value = at(root, issue.path as Path)
    if (value === undefined) return [missingKey(source, path)]
    const branch = nearestBranch(issue.errors as Issue[][], value)
    if (branch === null)
      return [wrongType(source, path, value, unionNames(issue.errors as Issue[][]))]
    return branch.flatMap((inner) => explain(source, path, inner, value))
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(source, path, key, at(root, issue.path as Path)))
  }
  return [simple(source, path, issue, at(root, issue.path as Path))]
}

function unknownKey(source: Source, path: Path, key: string, parent: unknown): Diagnostic {
  const known = knownKeys(path).filter((name) => !Object.hasOwn((parent ?? {}) as object, name))
  const guess = nearest(key, known)
  const place = source.keyPlace([...path, key])
  if (guess === null)
    return problem('dossier/unknown-key', { key, in: where(path) || THE_FILE }, place)
  return problem('dossier/unknown-key-near', { key, meant: guess }, place)
}

function simple(source: Source, path: Path, issue: Issue, value: unknown): Diagnostic {
  const key = where(path)
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return missingKey(source, path)
      return wrongType(source, path, value, [String(issue.expected)])
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      const params = { key, value: shown(value), allowed }
      if (value === undefined) return missingKey(source, path)
      const meant = typeof value === 'string' ? nearest(value, allowed) : null
      return meant === null
        ? problem('dossier/not-allowed', params, source.place(path))
        : problem('dossier/not-allowed-near', { ...params, meant }, source.place(path))
    }
    case 'too_small':
    case 'too_big':
      return outOfRange(source, path, issue, value)
    case 'invalid_key':
      return problem('dossier/bad-id', { value: String(path.at(-1) ?? '') }, source.keyPlace(path))
    case 'custom':
      return problem(
        `dossier/bad-${issue.message}`,
        { key, value: shown(value) },
        source.place(path),
      )
    default:
      return wrongType(source, path, value, ['text'])
  }
}

/** What messages call the top of a file; the catalogue has a word for it. */
const THE_FILE = 'the-file'

function missingKey(source: Source, path: Path): Diagnostic {
  const parent = path.slice(0, -1)
  const params = { key: String(path.at(-1) ?? ''), in: where(parent) || THE_FILE }
  return problem('dossier/missing-key', params, source.keyPlace(parent))
}

function outOfRange(source: Source, path: Path, issue: Issue, value: unknown): Diagnostic {
  const bound = issue.code === 'too_small' ? Number(issue.minimum) : limitOf(issue)
  const code =
    typeof value === 'number'
      ? issue.code === 'too_small'
        ? 'dossier/number-too-small'
        : 'dossier/number-too-large'
      : Array.isArray(value)
        ? 'dossier/wrong-length'
        : 'dossier/empty-text'
  const params: Params = { key: where(path), value: shown(value), bound }
  return problem(code, params, source.place(path))
}

function limitOf(issue: Issue): number {
  return issue.code === 'too_big' ? Number(issue.maximum) : 0
}

function wrongType(source: Source, path: Path, value: unknown, expected: string[]): Diagnostic {
  const types = [...new Set(expected)].sort().join('-')
  const params = { key: where(path) || THE_FILE, found: typeName(value), expected: types }
  return problem('dossier/wrong-type', params, source.place(path))
}

/**
 * The branch of a union that the value was meant for: the fewest unknown and missing keys, and
 * never one of another type altogether. Null when the value has the type of no branch.
 */
function nearestBranch(branches: Issue[][], value: unknown): Issue[] | null {
  let best: Issue[] | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const issues of branches) {
    const cost = issues.reduce((sum, issue) => sum + costOf(issue, value), 0)
    if (cost < bestCost) {
      best = issues
      bestCost = cost
    }
  }
  return bestCost >= OTHER_TYPE_COST ? null : best
}

const OTHER_TYPE_COST = 1000

function costOf(issue: Issue, value: unknown): number {
  if (issue.code === 'unrecognized_keys') return 4 * issue.keys.length
  if (issue.code === 'invalid_type') {
    if (issue.path.length === 0) return OTHER_TYPE_COST
    return at(value, issue.path as Path) === undefined ? 6 : 2
  }
  if (issue.code === 'invalid_value' && issue.path.length === 0) return 3
  if (issue.code === 'invalid_union') {
    const inner = at(value, issue.path as Path)
    if (inner === undefined) return 6
    if (issue.path.length > 0) return 2
    const branches = issue.errors as Issue[][]
    return Math.min(
      OTHER_TYPE_COST,
      ...branches.map((branch) => branch.reduce((sum, one) => sum + costOf(one, inner), 0)),
    )
  }
  return 1
}

function unionNames(branches: Issue[][]): string[] {
  return branches.flatMap((issues) =>
    issues.flatMap((issue) => {
      if (issue.code === 'invalid_type' && issue.path.length === 0) return [String(issue.expected)]
      if (issue.code === 'invalid_union') return unionNames(issue.errors as Issue[][])
      return []
    }),
  )
}

function at(value: unknown, path: Path): unknown {
  let inner: unknown = value
  for (const step of path) {
    if (inner === null || typeof inner !== 'object') return undefined
    inner = Object.hasOwn(inner, step)
      ? (inner as Record<string | number, unknown>)[step]
      : undefined
  }
  return inner
}

function typeName(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number' && !Number.isFinite(value)) return 'unbounded'
  return typeof value
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (text ?? 'nothing').slice(0, 60)
}

/** A path as people say it: `services.mail.provider`, `functions.pay.needs[2]`. */
export function where(path: Path): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step + 1}]` : text === '' ? step : `${text}.${step}`,
    '',
  )
}

/** Keys that may be meant at a path, to guess what a misspelt one was. */
function knownKeys(path: Path): readonly string[] {
  if (path.length === 0) return Object.keys(dossierFile.shape)
  if (path.length === 1 && path[0] === 'institution') return Object.keys(institution.shape)
  if (path[0] === 'plan' && path.length === 1) return Object.keys(plan.shape)
  if (path[0] === 'plan' && path[1] === 'windows') {
    return [...Object.keys(spendingWindow.shape), ...NESTED_KEYS]
  }
  const thing = path.length === 2 ? THINGS[String(path[0])] : undefined
  return thing === undefined ? NESTED_KEYS : Object.keys(thing.shape)
}

const THINGS: Readonly<Record<string, { readonly shape: object }>> = {
  parties: party,
  teams: team,
  services: service,
  functions: functionSchema,
  assumptions: assumption,
  licences: licence,
  scenarios: scenario,
  measures: measure,
}

/** Keys below a thing, of which any may be meant. */
const NESTED_KEYS = [
  ...['need', 'all', 'any', 'at-least', 'of', 'buffer', 'lasts', 'survives', 'value', 'party'],
  ...['share', 'as-of', 'notice', 'start', 'end', 'on', 'designate', 'lift', 'license', 'annex'],
  ...['to', 'under', 'withdraw', 'steps-aside', 'for', 'wind-down-until', 'group', 'count'],
  ...['nationality', 'residence', 'once', 'yearly', 'replace', 'with', 'beside', 'add'],
  ...['buffer-on', 'licence', 'source', 'assumed', 'disputed', 'owner', 'review-by', 'note'],
]
