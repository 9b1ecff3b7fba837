// @ts-check
/**
 * A plugin of vitest: a thread that a module begins with `new URL('./X.js', import.meta.url)` is
 * compiled from `X.ts`, as the modules under test are. Node itself reads no TypeScript.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { ROOT } from './tidy/files.mjs'

/** Inside of `node_modules`, so that the thread finds the packages it imports. */
const FOLDER = path.join(ROOT, 'node_modules/.cache/holdfast')
const THREAD = /new URL\('\.\/(\w+)\.js', import\.meta\.url\)/

/** @returns {import('vitest/config').Plugin} */
export function threadsFromSources() {
  return {
    name: 'threads-from-sources',
    enforce: 'pre',
    async transform(code, id) {
      const [whole, name] = THREAD.exec(code) ?? []
      const source = path.join(path.dirname(id), `${name}.ts`)
      if (whole === undefined || !existsSync(source)) return null
      const file = await compiled(source)
      return { code: code.replace(whole, `new URL('${pathToFileURL(file)}')`), map: null }
    },
  }
}

/** The file that holds the thread's module and all of this project that it imports. */
async function compiled(/** @type {string} */ source) {
  const bundle = await rolldown({ input: source, platform: 'node', external: /^[^./]/ })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const { code } = output[0]
  // Several runs of tests may be about the same file: each content has its own name.
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 16)
  const file = path.join(FOLDER, `${path.basename(source, '.ts')}-${digest}.mjs`)
  if (existsSync(file)) return file
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, code)
  renameSync(`${file}.${process.pid}`, file)
  return file
}
