// @ts-check
/** `npm run demo`, after the build: assesses the invented tribunal and writes report.html. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = path.resolve(import.meta.dirname, '..')
const COMMAND = path.join(ROOT, 'packages/cli/bin/holdfast.js')
const WORDS = ['assess', 'examples/tribunal', '--html', 'report.html']

if (!existsSync(path.join(ROOT, 'packages/cli/dist/main.js'))) {
  console.error('Nothing is built yet: run “npm run build” first.')
  process.exit(1)
}
console.log(`$ holdfast ${WORDS.join(' ')}\n`)
const { status } = spawnSync(process.execPath, [COMMAND, ...WORDS], { cwd: ROOT, stdio: 'inherit' })
if (status === 0) {
  console.log(`\nOpen ${pathToFileURL(path.join(ROOT, 'report.html')).href} in a browser.`)
}
process.exitCode = status ?? 1
