// @ts-check
/**
 * The last step of `npm run build`, for `bin/holdfast.js`.
 *
 * - `packages/cli/dist/quick.cjs`, one file of `quick.js` and all that it imports, and beside it
 *   what V8 has compiled of it for a small model. A Node of another version refuses the second file
 *   and compiles the first anew.
 * - `packages/cli/dist/command/`, `main.js` and what each command needs beside it. It lies as deep
 *   as the modules do, since one of them finds the product's data from where it is. The solver's
 *   thread begins with a file of its own, which finds HiGHS beside it.
 */
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'
import { rolldown } from 'rolldown'
import { ROOT } from './tidy/files.mjs'

const DIST = path.join(ROOT, 'packages/cli/dist')
const BUNDLE = path.join(DIST, 'quick.cjs')
const CACHE = `${BUNDLE}.cache`
const SOLVER_THREAD = path.join(ROOT, 'packages/holdfast/dist/node/highs_worker.js')

/** Of these only: a text or a schema in the bundle would be a mistake. */
const PACKAGES = ['cli', 'faulttree', 'holdfast', 'kernel']

/** Calls whose functions are kept compiled. */
const MODEL = path.join(ROOT, 'examples/emergency-power.xml')
const CALLS = [[], ['--only', 'probability'], ['--cut-sets', '3', '--importance']]

/** A function of `require`, as text, that returns what `quick.js` exports. */
async function sourceText() {
  const input = path.join(DIST, 'quick.js')
  const bundle = await rolldown({ input, platform: 'node', external: /^node:/ })
  const { output } = await bundle.generate({ format: 'cjs', exports: 'named', minify: true })
  await bundle.close()
  const [{ code, moduleIds }] = output
  for (const id of moduleIds) {
    const [, name = ''] = /packages[\\/]([^\\/]+)[\\/]dist[\\/]/.exec(id) ?? []
    if (!PACKAGES.includes(name)) throw new Error(`${id} does not belong into ${BUNDLE}`)
  }
  return `(function (require) { const exports = {};${code}\nreturn exports })\n`
}

/** What V8 keeps of a source: the functions that the calls have used. @param {string} source */
function compiled(source) {
  const script = new Script(source, { filename: BUNDLE })
  const { dataOf } = script.runInThisContext()(createRequire(BUNDLE))
  for (const words of CALLS) {
    if (dataOf([MODEL, '--json', ...words], () => {}) === null) throw new Error(`${MODEL} fails`)
  }
  return script.createCachedData()
}

/** The whole command, each of its commands still loaded when it is called. */
async function writeCommand() {
  const dir = path.join(DIST, 'command')
  rmSync(dir, { recursive: true, force: true })
  const input = { main: path.join(DIST, 'main.js'), highs_worker: SOLVER_THREAD }
  const bundle = await rolldown({ input, platform: 'node', external: /^node:/ })
  await bundle.write({ dir, format: 'esm', entryFileNames: '[name].js' })
  await bundle.close()
  const { resolve } = createRequire(SOLVER_THREAD)
  const compiled = resolve('highs/runtime')
  copyFileSync(compiled, path.join(dir, path.basename(compiled)))
  // The licence wants to go with each copy.
  const licence = path.join(path.dirname(resolve('highs')), '../LICENSE')
  copyFileSync(licence, path.join(dir, 'highs.LICENSE'))
}

// V8 knows a source by its length alone, so an older cache may at no time stand beside a newer one.
rmSync(CACHE, { force: true })
writeFileSync(BUNDLE, await sourceText())
writeFileSync(`${CACHE}.new`, compiled(readFileSync(BUNDLE, 'utf8')))
renameSync(`${CACHE}.new`, CACHE)
await writeCommand()
