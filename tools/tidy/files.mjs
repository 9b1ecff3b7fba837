// @ts-check
/** The files of the repository: what is tracked and what would be. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} RepositoryFile
 * @property {string} path from the root, with slashes
 * @property {number} bytes
 * @property {string} text
 *
 * @typedef {object} Failure
 * @property {string} file
 * @property {number} line from 1
 * @property {string} what
 * @property {string} mend what to do
 *
 * @typedef {(files: readonly RepositoryFile[], root: string) => Failure[]} Rule
 */

export const ROOT = path.resolve(import.meta.dirname, '../..')

/**
 * @param {string} root
 * @returns {RepositoryFile[]}
 */
export function repositoryFiles(root) {
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const listed = execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  const paths = [...new Set(listed.split('\0'))].filter((name) => name !== '').sort()
  return paths
    .filter((name) => existsSync(path.join(root, name)) && !isFolder(path.join(root, name)))
    .map((name) => {
      const bytes = readFileSync(path.join(root, name))
      return { path: name, bytes: bytes.length, text: bytes.toString('utf8') }
    })
}

/** @param {string} name */
function isFolder(name) {
  return statSync(name).isDirectory()
}

/** @param {RepositoryFile} file */
export function isCode(file) {
  return /\.(ts|mjs|js)$/.test(file.path)
}

/** @param {RepositoryFile} file */
export function isPicture(file) {
  return file.path.endsWith('.png')
}

/**
 * Files that are wrong on purpose, or that programs write.
 *
 * @param {RepositoryFile} file
 */
export function isFreeForm(file) {
  return (
    /^gallery\/errors\/[^/]+\/(input|expected|recipe\.json)(\/|$)/.test(file.path) ||
    /(^|\/)fixtures\//.test(file.path) ||
    /^data\/lists\/.*\.tsv$/.test(file.path) ||
    file.path === 'gallery/errors/README.md' ||
    file.path === 'package-lock.json'
  )
}

/**
 * The number of the line at an offset, from 1.
 *
 * @param {string} text
 * @param {number} offset
 */
export function lineAt(text, offset) {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
  }
  return line
}

/** The package of a source file: `packages/NAME/src/...`, else null. @param {string} name */
export function packageOf(name) {
  return /^packages\/([^/]+)\/src\//.exec(name)?.[1] ?? null
}
