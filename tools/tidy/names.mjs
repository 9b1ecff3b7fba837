// @ts-check
/** Names are nouns of the field; a catch-all name hides that there is no subject. */
import ts from 'typescript'
import { isCode } from './files.mjs'
import { lineOf, treeOf, walk } from './parse.mjs'

/** @typedef {import('./files.mjs').RepositoryFile} RepositoryFile */

const CATCH_ALL_PATH = /(^|[/_-])(utils?|helpers?|managers?|misc|common)([/_.-]|$)/i
const CATCH_ALL_NAME = /(utils?|helpers?|manager)$/i
const MEND = 'name it by its subject'

const EXTENSIONS = new Set([
  ...['ts', 'mjs', 'js', 'json', 'md', 'yaml', 'tsv', 'csv', 'txt', 'xml', 'html', 'css', 'svg'],
])

/** Other files, by the place where they belong. */
const PLAIN = [
  /^(\.gitignore|\.npmrc|\.nvmrc|\.editorconfig|\.gitattributes|LICENSE)$/,
  /^\.ci\/[a-z-]+$/,
  /^docs\/.*\.png$/,
  /^gallery\/errors\/[^/]+\/(command|expected)$/,
  // Programs in the language of the engine that they measure.
  /^bench\/rivals\/[a-z_/]+\.(go|py)$/,
]

/** Inputs of the gallery are wrong on purpose. */
const FREE = /^gallery\/errors\/[^/]+\/input\//

/** @type {import('./files.mjs').Rule} */
export function names(files) {
  return files.flatMap((file) => [...fileNames(file), ...(isCode(file) ? declared(file) : [])])
}

/** @param {RepositoryFile} file */
function fileNames(file) {
  const found = []
  if (CATCH_ALL_PATH.test(file.path)) {
    found.push({ file: file.path, line: 1, what: 'a catch-all name', mend: MEND })
  }
  const extension = /\.([^./]+)$/.exec(file.path)?.[1] ?? ''
  const known = EXTENSIONS.has(extension) || PLAIN.some((name) => name.test(file.path))
  if (!known && !FREE.test(file.path)) {
    const mend = 'remove the file, or add its kind in tools/tidy/names.mjs'
    found.push({ file: file.path, line: 1, what: 'an unexpected kind of file', mend })
  }
  return found
}

/** @param {RepositoryFile} file */
function declared(file) {
  /** @type {import('./files.mjs').Failure[]} */
  const found = []
  walk(treeOf(file), (node) => {
    const declares =
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isVariableDeclaration(node)
    if (!declares || node.name === undefined || !ts.isIdentifier(node.name)) return
    if (!CATCH_ALL_NAME.test(node.name.text)) return
    const what = `a catch-all name: ${node.name.text}`
    found.push({ file: file.path, line: lineOf(file, node), what, mend: MEND })
  })
  return found
}
