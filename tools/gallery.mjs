// @ts-check
/**
 * The gallery of errors: each folder of gallery/errors is one case, named by what is wrong.
 *
 * - `command`: one line of shell, run in the case's folder; `holdfast` is the one just built.
 * - `input/`: what it is run on. `recipe.json`: what of it is generated, because it is large,
 *   binary or many files. `server.json`: what a server on this machine answers meanwhile.
 * - `expected`: the exact answer of both streams, and the exit code in its last line.
 *
 * The tests hold that the answers are the same. `node tools/gallery.mjs --write` writes them anew,
 * and gallery/errors/README.md; read the difference before you keep it. With `--alone` each case
 * has a process of its own.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { Answerer, answerOf } from './answers.mjs'
import { galleryReadme } from './gallery_readme.mjs'
import { withServer } from './gallery_server.mjs'

const ROOT = path.resolve(import.meta.dirname, '..')
export const GALLERY = path.join(ROOT, 'gallery/errors')

/** The names of all cases. */
export function caseNames() {
  const entries = readdirSync(GALLERY, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
}

/** A file of a case; empty when it is not there. @param {string} name @param {string} file */
export function readCase(name, file) {
  const place = path.join(GALLERY, name, file)
  return existsSync(place) ? readFileSync(place, 'utf8') : ''
}

/**
 * Runs a case on a copy of its folder, so that nothing it writes stays.
 *
 * @param {string} name
 * @param {typeof answerOf} ask
 * @returns {Promise<string>} the answer in the form of `expected`
 */
async function runCase(name, ask) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gallery-'))
  try {
    cpSync(path.join(GALLERY, name), folder, { recursive: true })
    generate(folder)
    return await withServer(folder, readCase(name, 'command').trim(), (line) => ask(line, folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @typedef {object} Recipe one file that is generated
 * @property {string} file where; with `copies`, `{n}` in it counts
 * @property {number} [copies]
 * @property {number} [bytes] how long it is made in the end, with zeros
 * @property {{ text?: string, hex?: string, times?: number }[]} [parts] `{n}` in a text counts
 *
 * @param {string} folder
 */
function generate(folder) {
  const recipe = path.join(folder, 'recipe.json')
  if (!existsSync(recipe)) return
  /** @type {Recipe[]} */
  const files = JSON.parse(readFileSync(recipe, 'utf8'))
  for (const { file, copies = 1, bytes, parts = [] } of files) {
    for (let copy = 1; copy <= copies; copy += 1) {
      const target = path.join(folder, file.replaceAll('{n}', String(copy)))
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, Buffer.concat(parts.map(bytesOf)))
      if (bytes !== undefined) truncateSync(target, bytes)
    }
  }
}

/** @param {{ text?: string, hex?: string, times?: number }} part */
function bytesOf({ text = '', hex = '', times = 1 }) {
  const texts = Array.from({ length: times }, (_, n) => text.replaceAll('{n}', String(n + 1)))
  return Buffer.concat([Buffer.from(texts.join('')), Buffer.from(hex.repeat(times), 'hex')])
}

const CRASH =
  /^\s+at .*:\d+:\d+\)?$|\b\w*Error: |\bnode:internal\b|UnhandledPromise|call stack|\[object /m
const UNSAID = /\b(undefined|NaN)\b|\bdiagnostic\.[a-z]+\//

/**
 * What in an answer no user may ever see; null when there is nothing of it.
 *
 * @param {string} answer
 */
export function unfit(answer) {
  return (CRASH.exec(answer) ?? UNSAID.exec(answer))?.[0] ?? null
}

/**
 * Runs all cases, a few at a time.
 *
 * @returns {Promise<ReadonlyMap<string, string>>} the answers by the names of the cases
 */
export async function runAll() {
  const left = caseNames()
  /** @type {Map<string, string>} */
  const answers = new Map(left.map((name) => [name, '']))
  const work = async () => {
    const answerer = new Answerer()
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const alone = process.argv.includes('--alone')
      const ask = alone ? answerOf : answerer.answerOf.bind(answerer)
      answers.set(name, await runCase(name, ask))
    }
    answerer.close()
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return answers
}

async function main() {
  const write = process.argv.includes('--write')
  const answers = await runAll()
  let wrong = 0
  for (const [name, answer] of answers) {
    const file = path.join(GALLERY, name, 'expected')
    const before = readCase(name, 'expected')
    const bad = unfit(answer)
    if (bad !== null) console.log(`${name}: the answer holds “${bad.trim()}”`)
    else if (answer !== before) console.log(`${name}: ${write ? 'written' : 'differs'}`)
    if (bad !== null || (answer !== before && !write)) wrong += 1
    // What is unfit to be shown is never expected.
    if (write && bad === null) writeFileSync(file, answer)
    else if (write) rmSync(file, { force: true })
  }
  if (write) writeFileSync(path.join(GALLERY, 'README.md'), readmeNow())
  console.log(`${answers.size} cases, ${wrong} to mend`)
  process.exitCode = wrong === 0 ? 0 : 1
}

/** The README that the cases as they stand give. */
export function readmeNow() {
  const shown = caseNames().map((name) => {
    const command = readCase(name, 'command').trim()
    return { name, command, answer: readCase(name, 'expected') }
  })
  return galleryReadme(shown.filter(({ answer }) => answer !== ''))
}

if (process.argv[1] === import.meta.filename) await main()
