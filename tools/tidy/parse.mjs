// @ts-check
/** Source files as syntax trees. Nothing here knows types: each file is read for itself. */
import ts from 'typescript'

/** @typedef {import('./files.mjs').RepositoryFile} RepositoryFile */

/** @type {WeakMap<RepositoryFile, ts.SourceFile>} */
const parsed = new WeakMap()

/**
 * @param {RepositoryFile} file
 * @returns {ts.SourceFile}
 */
export function treeOf(file) {
  const known = parsed.get(file)
  if (known !== undefined) return known
  const kind = file.path.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind)
  parsed.set(file, tree)
  return tree
}

/**
 * Calls `visit` for every node.
 *
 * @param {ts.Node} node
 * @param {(node: ts.Node) => void} visit
 */
export function walk(node, visit) {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/**
 * @param {RepositoryFile} file
 * @param {ts.Node} node
 */
export function lineOf(file, node) {
  const tree = treeOf(file)
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
}

/**
 * @typedef {object} Import
 * @property {string} from the specifier
 * @property {boolean} types nothing but types is taken
 * @property {ts.Node} node
 */

/**
 * Static imports, re-exports and dynamic imports.
 *
 * @param {RepositoryFile} file
 * @returns {Import[]}
 */
export function importsOf(file) {
  /** @type {Import[]} */
  const found = []
  walk(treeOf(file), (node) => {
    const from = specifierOf(node)
    if (from !== null) found.push({ from, types: onlyTypes(node), node })
  })
  return found
}

/** @param {ts.Node} node */
function specifierOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const specifier = node.moduleSpecifier
    return specifier !== undefined && ts.isStringLiteral(specifier) ? specifier.text : null
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [first] = node.arguments
    return first !== undefined && ts.isStringLiteral(first) ? first.text : null
  }
  return null
}

/** @param {ts.Node} node */
function onlyTypes(node) {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  if (!ts.isImportDeclaration(node)) return false
  const clause = node.importClause
  if (clause === undefined) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false
  return named.elements.every((element) => element.isTypeOnly)
}
