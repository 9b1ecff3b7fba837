// @ts-check
/** Nothing is too large to hold in the head: functions, lines, files. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { isCode, isFreeForm } from './files.mjs'
import { lineOf, treeOf, walk } from './parse.mjs'

/** @typedef {import('./files.mjs').Failure} Failure */
/** @typedef {import('./files.mjs').RepositoryFile} RepositoryFile */

const FUNCTION_LINES_MAX = 70
const LINE_COLUMNS_MAX = 100
const FILE_LINES_MAX = 500
const BLOB_BYTES_MAX = 2_500_000
const README_LINES_MAX = 100

/** Files of sentences: a line there is a text. */
const SENTENCES = /^packages\/report\/src\/messages\/[a-z]{2}(_[a-z]+)*\.ts$/

/** @type {import('./files.mjs').Rule} */
export function sizes(files, root) {
  const ratchet = new Ratchet(root)
  const code = files.filter((file) => isCode(file) || file.path === '.ci/run')
  const checked = code.filter((file) => !isFreeForm(file))
  return [
    ...checked.flatMap((file) => [...longLines(file), ...ratchet.hold(longFile(file))]),
    ...checked.filter(isCode).flatMap((file) => ratchet.hold(longFunctions(file))),
    ...files.flatMap(blob),
    ...readmes(files),
    ...ratchet.unused(),
  ]
}

/**
 * Exceptions that may only shrink: `ratchet.json` maps `path name` to the number of lines allowed.
 */
class Ratchet {
  /** @param {string} root */
  constructor(root) {
    const file = path.join(root, 'tools/tidy/ratchet.json')
    /** @type {Map<string, number>} */
    this.allowed = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))))
    /** @type {Set<string>} */
    this.used = new Set()
  }

  /** @param {(Failure & { key: string, lines: number })[]} found */
  hold(found) {
    return found.filter(({ key, lines }) => {
      const allowed = this.allowed.get(key)
      if (allowed !== undefined) this.used.add(key)
      return allowed === undefined || lines > allowed
    })
  }

  /** @returns {Failure[]} */
  unused() {
    const left = [...this.allowed.keys()].filter((key) => !this.used.has(key))
    return left.map((key) => {
      const what = `“${key}” is no exception any more`
      return { file: 'tools/tidy/ratchet.json', line: 1, what, mend: 'remove the line' }
    })
  }
}

/** @param {RepositoryFile} file */
function longLines(file) {
  if (SENTENCES.test(file.path)) return []
  return file.text.split('\n').flatMap((line, index) => {
    const columns = [...line].length
    if (columns <= LINE_COLUMNS_MAX || /https?:\/\//.test(line)) return []
    const what = `${columns} columns, at most ${LINE_COLUMNS_MAX}`
    return [{ file: file.path, line: index + 1, what, mend: 'break the line' }]
  })
}

/** @param {RepositoryFile} file */
function longFile(file) {
  const lines = file.text.split('\n').length - 1
  if (lines <= FILE_LINES_MAX) return []
  const what = `${lines} lines, at most ${FILE_LINES_MAX}`
  return [
    { file: file.path, line: 1, what, mend: 'part it by its subjects', key: file.path, lines },
  ]
}

/** @param {RepositoryFile} file */
function longFunctions(file) {
  const tree = treeOf(file)
  /** @type {(Failure & { key: string, lines: number })[]} */
  const found = []
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return
    if (isSuite(node)) return
    const first = lineOf(file, node)
    const lines = tree.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - first
    if (lines <= FUNCTION_LINES_MAX) return
    const name = nameOf(node)
    const what = `${name} has ${lines} lines, at most ${FUNCTION_LINES_MAX}`
    const mend = 'part it by what it does'
    found.push({ file: file.path, line: first, what, mend, key: `${file.path} ${name}`, lines })
  })
  return found
}

/** A `describe` only groups the functions in it. @param {ts.Node} node */
function isSuite(node) {
  const call = node.parent
  return ts.isCallExpression(call) && /^describe\b/.test(call.expression.getText())
}

/** @param {ts.SignatureDeclaration} node */
function nameOf(node) {
  if (node.name !== undefined) return node.name.getText()
  const { parent } = node
  return ts.isVariableDeclaration(parent) ? parent.name.getText() : 'a function'
}

/** @param {RepositoryFile} file */
function blob(file) {
  if (file.bytes <= BLOB_BYTES_MAX) return []
  const what = `${file.bytes} bytes, at most ${BLOB_BYTES_MAX}`
  return [{ file: file.path, line: 1, what, mend: 'make it smaller, or generate it' }]
}

/** Every package says in one screen what it is. @param {readonly RepositoryFile[]} files */
function readmes(files) {
  const manifests = files.filter((file) => /^packages\/[^/]+\/package\.json$/.test(file.path))
  return manifests.flatMap(({ path: manifest }) => {
    const name = manifest.replace('package.json', 'README.md')
    const readme = files.find((file) => file.path === name)
    const lines = (readme?.text.split('\n').length ?? 1) - 1
    if (readme !== undefined && lines <= README_LINES_MAX) return []
    const what = readme === undefined ? 'missing' : `${lines} lines, at most ${README_LINES_MAX}`
    return [{ file: name, line: 1, what, mend: 'say what it is, with one example that runs' }]
  })
}
