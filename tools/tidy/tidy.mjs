// @ts-check
/** The rules of the house that neither the compiler nor the linter can hold. */
import { diagnostics } from './diagnostics.mjs'
import { deadExports } from './exports.mjs'
import { repositoryFiles } from './files.mjs'
import { layers } from './layers.mjs'
import { lock } from './lock.mjs'
import { names } from './names.mjs'
import { purity } from './purity.mjs'
import { sizes } from './sizes.mjs'
import { words } from './words.mjs'

/** @type {readonly import('./files.mjs').Rule[]} */
const RULES = [layers, purity, sizes, names, words, lock, deadExports, diagnostics]

/**
 * Every failure of every rule, by file and line.
 *
 * @param {string} root
 */
export function tidy(root) {
  const files = repositoryFiles(root)
  const found = RULES.flatMap((rule) => rule(files, root))
  return found.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}
