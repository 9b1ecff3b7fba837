// @ts-check
/** Engines compute: no clock, no chance, no file, no network. The same code runs in a browser. */
import ts from 'typescript'
import { packageOf } from './files.mjs'
import { importsOf, lineOf, treeOf, walk } from './parse.mjs'

/** @typedef {import('./files.mjs').RepositoryFile} RepositoryFile */

const PURE = new Set([
  ...['kernel', 'faulttree', 'ownership', 'lists', 'screening', 'dossier', 'law', 'impact'],
  ...['plan', 'report', 'records'],
])

/** Objects of the platform, with the members that are banned; null: all of them. */
const OBJECTS = new Map([
  ['Date', ['now']],
  ['Math', ['random']],
  ['performance', null],
  ['crypto', null],
  ['console', null],
  ['process', null],
  ['globalThis', null],
])

const CALLS = new Set(['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'])

const MEND = 'let the caller hand it in: engines are pure'

/** @type {import('./files.mjs').Rule} */
export function purity(files) {
  return files.filter(isPure).flatMap((file) => {
    const found = importsOf(file)
      .filter((one) => one.from.startsWith('node:'))
      .map((one) => ({ node: one.node, what: `${one.from} in a pure package` }))
    walk(treeOf(file), (node) => {
      const what = banned(node)
      if (what !== null) found.push({ node, what: `${what} in a pure package` })
    })
    return found.map(({ node, what }) => {
      return { file: file.path, line: lineOf(file, node), what, mend: MEND }
    })
  })
}

/** @param {RepositoryFile} file */
function isPure(file) {
  if (!file.path.endsWith('.ts')) return false
  const name = packageOf(file.path)
  return (name !== null && PURE.has(name)) || file.path.startsWith('packages/holdfast/src/engine/')
}

/** @param {ts.Node} node */
function banned(node) {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const object = node.expression.text
    const members = OBJECTS.get(object)
    if (members === undefined || isDeclaredIn(node, object)) return null
    const name = `${object}.${node.name.text}`
    return members === null || members.includes(node.name.text) ? name : null
  }
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date')) {
    return (node.arguments ?? []).length === 0 ? 'new Date()' : null
  }
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null
  const { text } = node.expression
  if (text === 'Date') return 'Date()'
  return CALLS.has(text) && !isDeclaredIn(node, text) ? `${text}()` : null
}

/** @param {ts.Node} node @param {string} name */
function isNamed(node, name) {
  return ts.isIdentifier(node) && node.text === name
}

/** Whether the file declares the name itself, so that it is nothing of the platform. */
function isDeclaredIn(/** @type {ts.Node} */ node, /** @type {string} */ name) {
  let declared = false
  walk(node.getSourceFile(), (one) => {
    const declares =
      ts.isVariableDeclaration(one) || ts.isParameter(one) || ts.isFunctionDeclaration(one)
    if (declares && one.name !== undefined && isNamed(one.name, name)) declared = true
  })
  return declared
}
