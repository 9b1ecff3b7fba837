// @ts-check
/**
 * Dependencies point down: imports, dependencies and build references of each package are those of
 * the table, and agree with each other.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { packageOf } from './files.mjs'
import { importsOf, lineOf } from './parse.mjs'

/** @typedef {import('./files.mjs').Failure} Failure */
/** @typedef {import('./files.mjs').RepositoryFile} RepositoryFile */

const ENGINES = ['faulttree', 'ownership', 'lists', 'dossier', 'law']

/**
 * What each package may import: the table of ARCHITECTURE.md.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const LAYERS = {
  kernel: [],
  faulttree: ['kernel'],
  records: ['kernel'],
  ownership: ['kernel', 'records'],
  lists: ['kernel', 'records'],
  screening: ['kernel', 'lists'],
  dossier: ['kernel'],
  law: ['kernel'],
  impact: ['kernel', ...ENGINES],
  plan: ['kernel', 'dossier', 'impact'],
  holdfast: ['kernel', 'records', ...ENGINES, 'screening', 'impact', 'plan'],
  report: ['kernel', 'holdfast'],
  cli: ['kernel', 'holdfast', 'report'],
  web: ['kernel', 'holdfast', 'report'],
}

/** Of these only types may be imported: nothing of them runs in the package. */
const TYPES_ONLY = [['report', 'holdfast']]

const SCOPE = '@holdfast/'

/** @type {import('./files.mjs').Rule} */
export function layers(files, root) {
  return [...imports(files), ...Object.keys(LAYERS).flatMap((name) => manifests(name, files, root))]
}

/** @param {readonly RepositoryFile[]} files */
function imports(files) {
  return files.flatMap((file) => {
    const name = packageOf(file.path)
    if (name === null || !file.path.endsWith('.ts')) return []
    return importsOf(file).flatMap((one) => {
      const wrong = wrongImport(name, file, one)
      return wrong === null ? [] : [{ file: file.path, line: lineOf(file, one.node), ...wrong }]
    })
  })
}

/**
 * @param {string} name
 * @param {RepositoryFile} file
 * @param {import('./parse.mjs').Import} one
 */
function wrongImport(name, file, one) {
  if (one.from.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file.path), one.from)
    if (target.startsWith(`packages/${name}/src/`)) return null
    return { what: `“${one.from}” leaves the package`, mend: 'import the package by its name' }
  }
  if (!one.from.startsWith(SCOPE)) return null
  const [other = ''] = one.from.slice(SCOPE.length).split('/')
  if (!(LAYERS[name] ?? []).includes(other)) {
    return {
      what: `${name} may not import ${other}`,
      mend: `move the code to where both may be used: ${name} may import ${list(LAYERS[name])}`,
    }
  }
  const typesOnly = TYPES_ONLY.some(([from, to]) => from === name && to === other)
  if (typesOnly && !one.types) {
    return { what: `${name} may import only types from ${other}`, mend: 'write `import type`' }
  }
  return null
}

/** @param {readonly string[] | undefined} names */
function list(names) {
  return names === undefined || names.length === 0 ? 'nothing' : names.join(', ')
}

/**
 * @param {string} name
 * @param {readonly RepositoryFile[]} files
 * @param {string} root
 * @returns {Failure[]}
 */
function manifests(name, files, root) {
  const folder = `packages/${name}`
  const manifest = `${folder}/package.json`
  const dependencies = dependenciesOf(root, manifest)
  const inner = dependencies.filter((one) => one.startsWith(SCOPE)).map(withoutScope)
  const references = referencesOf(root, `${folder}/tsconfig.json`)
  const imported = importedBy(name, files)
  const allowed = LAYERS[name] ?? []
  const fail = (
    /** @type {string} */ file,
    /** @type {string} */ what,
    /** @type {string} */ mend,
  ) => ({
    file,
    line: 1,
    what,
    mend,
  })
  return [
    ...inner
      .filter((one) => !allowed.includes(one))
      .map((one) => fail(manifest, `${name} may not depend on ${one}`, 'remove the dependency')),
    ...inner
      .filter((one) => !references.includes(one))
      .map((one) => fail(`${folder}/tsconfig.json`, `no reference to ${one}`, 'add it')),
    ...references
      .filter((one) => !inner.includes(one))
      .map((one) => fail(manifest, `the build refers to ${one}, which is no dependency`, 'add it')),
    ...[...imported]
      .filter((one) => !dependencies.includes(one))
      .map((one) => fail(manifest, `${one} is imported and no dependency`, 'add it')),
    ...dependencies
      .filter((one) => !imported.has(one))
      .map((one) => fail(manifest, `${one} is never imported`, 'remove it, and its reference')),
  ]
}

/** @param {string} name */
function withoutScope(name) {
  return name.slice(SCOPE.length)
}

/** @param {string} root @param {string} file */
function dependenciesOf(root, file) {
  return Object.keys(json(root, file)['dependencies'] ?? {})
}

/** @param {string} root @param {string} file */
function referencesOf(root, file) {
  /** @type {{ path: string }[]} */
  const references = json(root, file)['references'] ?? []
  return references.map((one) => path.posix.basename(one.path))
}

/** @param {string} root @param {string} file */
function json(root, file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'))
}

/**
 * The packages that the sources of a package import by name.
 *
 * @param {string} name
 * @param {readonly RepositoryFile[]} files
 */
function importedBy(name, files) {
  const sources = files.filter((file) => packageOf(file.path) === name && file.path.endsWith('.ts'))
  const names = sources.flatMap((file) => importsOf(file).map((one) => one.from))
  const packages = names.filter((from) => !from.startsWith('.') && !from.startsWith('node:'))
  return new Set(
    packages.map((from) =>
      from
        .split('/')
        .slice(0, from[0] === '@' ? 2 : 1)
        .join('/'),
    ),
  )
}
