#!/usr/bin/env node
'use strict'
const { readdirSync, readFileSync, statSync } = require('node:fs')
const { Script } = require('node:vm')

const words = process.argv.slice(2)
const isFaultTree = words[0] === 'faulttree'
/** Commands whose work is loops over many names, which V8 should compile as soon as it likes. */
const isOfLists = ['screen', 'decide', 'lists'].includes(words[0])

if (!isAnswered()) {
  compileLess()
  import(mainFile()).then(async ({ main }) => {
    process.exitCode = await main(words)
  })
}

/**
 * A fault tree as data: one file holds all of the command that it takes, and another what V8 has
 * compiled of that (`tools/bundle.mjs`). Where anything is unusual, also where they are missing,
 * nothing is answered here.
 */
function isAnswered() {
  if (!isFaultTree || words[1] !== 'solve' || !words.includes('--json')) return false
  try {
    const filename = `${__dirname}/../dist/quick.cjs`
    const source = readFileSync(filename, 'utf8')
    const script = new Script(source, { filename, cachedData: readFileSync(`${filename}.cache`) })
    const { dataOf, print } = script.runInThisContext()(require)
    const text = dataOf(words.slice(2), compileLess)
    if (text !== null) print(text)
    return text !== null
  } catch {
    return false
  }
}

/**
 * The command in few files (`tools/bundle.mjs`), which load in a third of the time of some three
 * hundred; the modules themselves where anything was compiled since, or the files are missing.
 */
function mainFile() {
  const packages = `${__dirname}/../..`
  const bundled = `${__dirname}/../dist/command/main.js`
  const made = statSync(bundled, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (made === 0) return '../dist/main.js'
  const isOlder = readdirSync(packages).some((name) => {
    const built = statSync(`${packages}/${name}/dist/.tsbuildinfo`, { throwIfNoEntry: false })
    return built !== undefined && built.mtimeMs > made
  })
  return isOlder ? '../dist/main.js' : '../dist/command/main.js'
}

/**
 * A run is short, and compiling what is hot only for a moment takes more than it saves (see
 * DECISIONS.md). It is set before other modules are loaded. In a fault tree a few loops are all
 * the work, and they should be hot sooner.
 */
function compileLess() {
  if (isOfLists) return
  const budget = isFaultTree ? 450_000 : 3_000_000
  require('node:v8').setFlagsFromString(`--interrupt-budget=${budget}`)
}
