// @ts-check
/**
 * `npm run check`: types of sources and tests, lint and format, and the rules of the house.
 * Every check runs, also after one that fails; the exit code is 1 when any did.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ROOT } from './tidy/files.mjs'
import { tidy } from './tidy/tidy.mjs'

/** @typedef {{ name: string, seconds: number, output: string, ok: boolean }} Outcome */

/**
 * Runs a script of a dependency and reads what it prints line by line.
 *
 * @param {string} name
 * @param {readonly string[]} words
 * @param {(line: string) => string | null} read
 * @returns {Promise<Outcome>}
 */
function run(name, words, read) {
  const start = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('close', (code) => {
      const ok = code === 0
      const lines = output.split('\n').flatMap((line) => read(line) ?? [])
      // What cannot be read is shown as it is, so that no failure is silent.
      const told = ok ? '' : lines.some((line) => line !== '') ? lines.join('\n') : output
      resolve({ name, seconds: secondsSince(start), output: `${told.trimEnd()}\n`.trimStart(), ok })
    })
  })
}

/** @param {number} start */
function secondsSince(start) {
  return (performance.now() - start) / 1000
}

/** @returns {Outcome} */
function runTidy() {
  const start = performance.now()
  const lines = tidy(ROOT).map(
    ({ file, line, what, mend }) => `${file}:${line} ${what} → ${mend}\n`,
  )
  const output = lines.join('')
  return { name: 'tidy', seconds: secondsSince(start), output, ok: lines.length === 0 }
}

/**
 * `path(12,3): error TS1: text` of the compiler.
 *
 * @param {string} line
 */
function compilerLine(line) {
  return line.replace(/^([^\s(]+)\((\d+),\d+\): error /, '$1:$2 ')
}

/**
 * `::error title=lint/x,file=/…,line=1,…::text` of the linter; null for all else that it prints.
 *
 * @param {string} line
 */
function linterLine(line) {
  const found = /^::(?:error|warning) title=(.*?),file=(.*?),line=(\d+),.*?::(.*)$/.exec(line)
  if (found === null) return null
  const [, rule, file = '', number, text] = found
  return `${path.relative(ROOT, file)}:${number} ${rule}: ${text} → npx biome check --write`
}

const COMPILER = 'node_modules/typescript-7/lib/tsc.js'
const LINTER = 'node_modules/@biomejs/biome/bin/biome'
const LINT = ['ci', '--colors=off', '--reporter=github', '--diagnostic-level=warn']

const started = [
  run('types', [COMPILER, '--project', 'tsconfig.test.json', '--pretty', 'false'], compilerLine),
  run('lint', [LINTER, ...LINT, '--max-diagnostics=1000'], linterLine),
]
const outcomes = [...(await Promise.all(started)), runTidy()]
for (const { name, seconds, output, ok } of outcomes) {
  process.stdout.write(output)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
}
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1
