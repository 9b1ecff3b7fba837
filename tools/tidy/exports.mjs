// @ts-check
/**
 * What a package exports is used by somebody: another package, a test, a README. Types are free:
 * they are exported for the signatures in which they stand.
 */
import path from 'node:path'
import ts from 'typescript'
import { lineOf, treeOf } from './parse.mjs'

/** @typedef {import('./files.mjs').RepositoryFile} RepositoryFile */
/** @typedef {{ name: string, file: RepositoryFile, node: ts.Node }} Exported */

/** Libraries for the public: all that they export is meant for others. */
const PUBLIC = new Set(['faulttree', 'holdfast'])

/** @type {import('./files.mjs').Rule} */
export function deadExports(files) {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const indices = files.filter((file) => /^packages\/[^/]+\/src\/index\.ts$/.test(file.path))
  return indices.flatMap((index) => {
    const name = index.path.split('/')[1] ?? ''
    if (PUBLIC.has(name)) return []
    const words = wordsOutside(name, files)
    return exportsOf(index, byPath)
      .filter((one) => !words.has(one.name))
      .map(({ name: dead, file, node }) => {
        const what = `nobody outside ${name} uses ${dead}`
        const mend = 'do not export it from the package, or remove it'
        return { file: file.path, line: lineOf(file, node), what, mend }
      })
  })
}

/**
 * Every word of the code outside the package's sources.
 *
 * @param {string} name
 * @param {readonly RepositoryFile[]} files
 */
function wordsOutside(name, files) {
  const sources = `packages/${name}/src/`
  const readers = files.filter((file) => {
    return /\.(ts|mjs)$|(^|\/)README\.md$/.test(file.path) && !file.path.startsWith(sources)
  })
  return new Set(readers.flatMap((file) => file.text.match(/[A-Za-z_$][\w$]*/g) ?? []))
}

/**
 * @param {RepositoryFile} file
 * @param {ReadonlyMap<string, RepositoryFile>} byPath
 * @returns {Exported[]}
 */
function exportsOf(file, byPath) {
  return treeOf(file).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return declaredBy(statement, file)
    const { exportClause, moduleSpecifier } = statement
    if (exportClause !== undefined && ts.isNamedExports(exportClause)) {
      return exportClause.elements
        .filter((node) => !statement.isTypeOnly && !node.isTypeOnly)
        .map((node) => ({ name: node.name.text, file, node }))
    }
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return []
    const target = path.posix.join(path.posix.dirname(file.path), moduleSpecifier.text)
    const inner = byPath.get(target)
    return inner === undefined ? [] : exportsOf(inner, byPath)
  })
}

/**
 * @param {ts.Statement} statement
 * @param {RepositoryFile} file
 * @returns {Exported[]}
 */
function declaredBy(statement, file) {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return []
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  if (!modifiers.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((node) => {
      return { name: node.name.getText(), file, node }
    })
  }
  const named = /** @type {{ name?: ts.Identifier }} */ (/** @type {unknown} */ (statement))
  return named.name === undefined ? [] : [{ name: named.name.text, file, node: statement }]
}
