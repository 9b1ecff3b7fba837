/** The command in few files answers as the modules do, and steps aside when they are newer. */
import { copyFileSync, existsSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { BIN, call, describeBuilt, EXAMPLES, MINIMAL, place } from './calls.ts'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
const BUNDLED = existsSync(path.join(DIST, 'command/main.js'))

/** A folder of packages in which the modules say `modules` and the few files say `few`. */
function started(name: string): { readonly program: string; readonly buildInfo: string } {
  const says = (text: string) => `export const main = async () => { console.log('${text}') }\n`
  place(`${name}/cli/package.json`, '{ "type": "module" }')
  place(`${name}/cli/bin/package.json`, '{ "type": "commonjs" }')
  place(`${name}/cli/dist/main.js`, says('modules'))
  place(`${name}/cli/dist/command/main.js`, says('few'))
  const buildInfo = place(`${name}/law/dist/.tsbuildinfo`, '{}')
  const program = place(`${name}/cli/bin/holdfast.js`, '')
  copyFileSync(BIN, program)
  return { program, buildInfo }
}

describeBuilt('the command in few files', () => {
  it('is taken unless a module was compiled after it', async () => {
    const { program, buildInfo } = started('bundles')
    utimesSync(buildInfo, 1_000, 1_000)
    expect((await call(['--version'], { program })).out).toBe('few\n')
    utimesSync(buildInfo, Date.now() / 1000 + 60, Date.now() / 1000 + 60)
    expect((await call(['--version'], { program })).out).toBe('modules\n')
  })

  it.skipIf(!BUNDLED)('finds the product’s data, and answers as the modules do', async () => {
    const running = (name: string, file: string) => {
      const text = `import { main } from ${JSON.stringify(path.join(DIST, file))}\n`
      return place(name, `${text}process.exitCode = await main(process.argv.slice(2))\n`)
    }
    const modules = running('modules.mjs', 'main.js')
    const few = running('few.mjs', 'command/main.js')
    for (const words of [
      ['assess', MINIMAL, '--json'],
      ['listed', '--programme', 'ICC-EO14203'],
      ['check', path.join(EXAMPLES, 'tribunal')],
      ['explain', MINIMAL, 'mail'],
      ['watch', '--help'],
      ['lists', 'versions'],
      ['nonsense'],
    ]) {
      const [one, other] = await Promise.all([
        call(words, { program: modules }),
        call(words, { program: few }),
      ])
      expect(other, words.join(' ')).toEqual(one)
    }
  })
})
