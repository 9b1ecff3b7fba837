/**
 * `faulttree solve MODEL --json` as `bin/holdfast.js` starts it: from one file, made by
 * `tools/bundle.mjs`, without the modules, texts and streams of the ordinary way. It answers, or it
 * does nothing at all, and then `main` runs: what has to be told as text is told in one place.
 */
import { statSync, writeSync } from 'node:fs'
import { faultTreeData, faultTreeOf, SOLVE_WORDS } from './commands/fault_tree_question.ts'
import { processTerminal } from './terminal.ts'
import { readPlainWords } from './words.ts'

/** Of a smaller file there is no work that would be worth loading `node:v8` for. */
const LARGE_BYTES_MIN = 10_000

/**
 * What a call prints; null where it is one for `main`, and then nothing was solved.
 *
 * @param words those after `faulttree solve`
 * @param beforeLarge called before a model is solved that takes more than a moment
 */
export function dataOf(words: readonly string[], beforeLarge: () => void): string | null {
  const given = readPlainWords(SOLVE_WORDS, words)
  if (given === null || !given.flag('json')) return null
  if (statSync(given.positionals[0]!).size >= LARGE_BYTES_MIN) beforeLarge()
  const result = faultTreeOf(given)
  return result.ok ? faultTreeData(result.value) : null
}

/**
 * Prints, and ends the process. Straight to the file where that goes: a stream of Node takes a
 * millisecond to be made.
 */
export function print(text: string): void {
  const bytes = Buffer.from(text)
  let at = 0
  try {
    while (at < bytes.length) at += writeSync(1, bytes, at)
  } catch {
    // The pipe is full or closed, or the disk is: the stream waits, or ends as it does for `main`.
    void processTerminal(process.env).out(bytes.subarray(at))
    return
  }
  // Nothing is left to do, so Node need not take itself apart first.
  process.exit(0)
}
