// @ts-check
/** No diagnostic without its sentence, its advice and its case in the gallery. */
import ts from 'typescript'
import { packageOf } from './files.mjs'
import { lineOf, treeOf, walk } from './parse.mjs'

/** @typedef {import('./files.mjs').Failure} Failure */
/** @typedef {import('./files.mjs').RepositoryFile} RepositoryFile */
/** @typedef {{ file: string, line: number }} Use */

const FAMILIES = [
  ...['call', 'dossier', 'faulttree', 'fetch', 'impact', 'law', 'list', 'lists'],
  ...[
    'history',
    'own',
    'ownership',
    'plan',
    'records',
    'registry',
    'screen',
    'store',
    'update',
    'watch',
  ],
]
const CODE = new RegExp(`^(${FAMILIES.join('|')})/[a-z][a-z0-9-]*$`)

/**
 * Codes that no case of the gallery shows, with the reason why none can.
 *
 * @type {Readonly<Record<string, string>>}
 */
const NOT_SHOWN = {
  'dossier/no-files': 'the command finds no YAML first and says call/no-yaml; a library call can',
  'faulttree/too-large': 'an input that reaches the limit has 256 million characters',
  'faulttree/too-many-elements': 'an input that reaches the limit has four million elements',
  'fetch/cannot-write': 'a full disk cannot be had for a case',
  'fetch/interrupted': 'an interruption by its user has no line of shell; a test has one',
  'fetch/redirect-to-http': 'needs a server with a certificate; a test has one',
  'fetch/slow': 'half an hour; a test has it with less patience',
  'fetch/slow-connect': 'needs a network that swallows packets',
  'fetch/untrusted': 'needs a server with a certificate; a test has one',
  'update/no-entries': 'every reader refuses such a list before; a test has one',
  'impact/too-complex': 'an input that reaches the limit runs for most of a minute',
  'impact/chokepoints-too-many': 'an input that reaches the limit runs for most of a minute',
  'impact/chokepoints-larger': 'told among the reservations, which name no code (a case has it)',
  'plan/paths-together': 'a case has a hundred lines of measures; a test has one',
  'plan/too-large': 'an input that reaches the limit runs for most of a minute',
  'plan/frontier-unfinished': 'which points are left out hangs on the machine',
  'plan/solver-failed': 'a solver that fails cannot be had for a case; a test has one',
  'plan/time-limit': 'what is found until then depends on the machine; a test has it',
  'plan/too-complex': 'an input that reaches the limit runs for most of a minute',
  'registry/not-given': 'the command reads what a dossier names; a page in the browser cannot',
  'lists/wrong-file': 'the command knows files by what they hold; a library call names each',
  'lists/not-a-snapshot': 'snapshots are read from the distribution only, never from the user',
  'lists/snapshot-header': 'snapshots are read from the distribution only, never from the user',
  'lists/snapshot-damaged': 'snapshots are read from the distribution only, never from the user',
  'registry/too-large': 'an input that reaches the limit has four gigabytes',
  'lists/snapshot-row': 'snapshots are read from the distribution only, never from the user',
}

/** @type {import('./files.mjs').Rule} */
export function diagnostics(files) {
  const codes = codesOf(files)
  const texts = catalogueKeys(files)
  const shown = shownInGallery(files)
  return [
    ...[...codes].flatMap(([code, use]) => missing(code, use, texts, shown)),
    ...[...texts].flatMap(([key, use]) => superfluous(key, use, codes)),
    ...Object.keys(NOT_SHOWN).flatMap((code) => listedInVain(code, codes, shown)),
  ]
}

/**
 * @param {string} code
 * @param {Use} use
 * @param {ReadonlyMap<string, Use>} texts
 * @param {ReadonlySet<string>} shown
 * @returns {Failure[]}
 */
function missing(code, use, texts, shown) {
  const found = []
  for (const key of [`diagnostic.${code}`, `diagnostic.${code}.do`]) {
    const mend = 'write it in packages/report/src/messages'
    if (!texts.has(key)) found.push({ ...use, what: `no text “${key}”`, mend })
  }
  if (!shown.has(code) && !Object.hasOwn(NOT_SHOWN, code)) {
    const mend = 'add a case to gallery/errors'
    found.push({ ...use, what: `no case of the gallery shows ${code}`, mend })
  }
  return found
}

/**
 * @param {string} key
 * @param {Use} use
 * @param {ReadonlyMap<string, Use>} codes
 * @returns {Failure[]}
 */
function superfluous(key, use, codes) {
  const code = key.replace(/^diagnostic\./, '').replace(/\.(do|also\d*)$/, '')
  return codes.has(code)
    ? []
    : [{ ...use, what: `no source has the code ${code}`, mend: 'remove it' }]
}

/**
 * @param {string} code
 * @param {ReadonlyMap<string, Use>} codes
 * @param {ReadonlySet<string>} shown
 * @returns {Failure[]}
 */
function listedInVain(code, codes, shown) {
  const use = { file: 'tools/tidy/diagnostics.mjs', line: 1, mend: 'remove it from NOT_SHOWN' }
  if (!codes.has(code)) return [{ ...use, what: `no source has the code ${code}` }]
  return shown.has(code) ? [{ ...use, what: `a case of the gallery shows ${code}` }] : []
}

/**
 * Every code in the sources with its first use.
 *
 * @param {readonly RepositoryFile[]} files
 */
export function codesOf(files) {
  /** @type {Map<string, Use>} */
  const codes = new Map()
  const expectations = expectationsOf(files)
  for (const file of files) {
    const name = packageOf(file.path)
    if (name === null || name === 'report' || !file.path.endsWith('.ts')) continue
    walk(treeOf(file), (node) => {
      for (const code of codesIn(node, expectations)) {
        if (!codes.has(code)) codes.set(code, { file: file.path, line: lineOf(file, node) })
      }
    })
  }
  return codes
}

/** @param {ts.Node} node @param {readonly string[]} expectations */
function codesIn(node, expectations) {
  if (ts.isStringLiteral(node)) return CODE.test(node.text) ? [node.text] : []
  if (!ts.isTemplateExpression(node) || node.head.text !== 'dossier/bad-') return []
  return expectations.map((expected) => `dossier/bad-${expected}`)
}

/**
 * `dossier/bad-…` has one code for each expectation that a schema names.
 *
 * @param {readonly RepositoryFile[]} files
 */
function expectationsOf(files) {
  const schemas = files.filter((file) =>
    /^packages\/(dossier|law)\/src\/schema\.ts$/.test(file.path),
  )
  const pattern = /\btextual\(\s*'([a-z-]+)'|\{ error: '([a-z-]+)'/g
  return schemas.flatMap((file) => [...file.text.matchAll(pattern)].map((m) => m[1] ?? m[2] ?? ''))
}

/**
 * The texts of diagnostics in the English catalogue.
 *
 * @param {readonly RepositoryFile[]} files
 */
function catalogueKeys(files) {
  /** @type {Map<string, Use>} */
  const keys = new Map()
  for (const file of files) {
    if (!/^packages\/report\/src\/messages\/en(_\w+)?\.ts$/.test(file.path)) continue
    for (const [index, line] of file.text.split('\n').entries()) {
      const key = /^\s*'(diagnostic\.[^']+)'\s*:/.exec(line)?.[1]
      if (key !== undefined) keys.set(key, { file: file.path, line: index + 1 })
    }
  }
  return keys
}

/**
 * The codes that some case of the gallery shows.
 *
 * @param {readonly RepositoryFile[]} files
 */
function shownInGallery(files) {
  const answers = files.filter((file) => /^gallery\/errors\/[^/]+\/expected$/.test(file.path))
  const codes = answers.flatMap((file) => {
    return [
      ...file.text.matchAll(/\b(?:error|warning)\[([a-z-]+\/[a-z0-9-]+)\]|"code": "([^"]+)"/g),
    ]
  })
  return new Set(codes.map((match) => match[1] ?? match[2] ?? ''))
}
