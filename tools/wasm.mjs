// @ts-check
/**
 * `npm run wasm`: compiles `packages/faulttree/assembly` to WebAssembly, and writes it as text into
 * the package's sources, so that who installs the package needs no compiler. The same source and
 * compiler give the same bytes; a test holds that the text is current.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './tidy/files.mjs'

const SOURCE = 'packages/faulttree/assembly/bdd.ts'
export const WRITTEN = path.join(ROOT, 'packages/faulttree/src/bdd_wasm_bytes.ts')

/** No runtime and no imports: the module is its functions and a memory, of one page at first. */
const WORDS = [
  ...['--outFile', 'bdd.wasm', '--runtime', 'stub', '-O3', '--noAssert'],
  ...['--memoryBase', '0', '--initialMemory', '1'],
]

/** Characters on a line. */
const WIDTH = 88

/**
 * The module's bytes; null when the compiler is not installed.
 *
 * @returns {Promise<Uint8Array | null>}
 */
export async function compiledNow() {
  const compiler = await import('assemblyscript/asc').catch(() => null)
  if (compiler === null) return null
  /** @type {Uint8Array | null} */
  let bytes = null
  const { error, stderr } = await compiler.main([SOURCE, ...WORDS, '--baseDir', ROOT], {
    writeFile: (name, contents) => {
      if (name === 'bdd.wasm' && typeof contents !== 'string') bytes = contents
    },
  })
  if (error !== null || bytes === null) throw new Error(stderr.toString(), { cause: error })
  return bytes
}

/**
 * The text of the file that holds the bytes.
 *
 * @param {Uint8Array} bytes
 */
export function textOf(bytes) {
  const base64 = Buffer.from(bytes).toString('base64')
  const lines = base64.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? []
  return `// Written by \`npm run wasm\` (tools/wasm.mjs) from ../assembly. Do not edit.

/** ${bytes.length} bytes of WebAssembly, in base64. */
export const BDD_WASM: string = [
${lines.map((line) => `  '${line}',\n`).join('')}].join('')
`
}

if (process.argv[1] === import.meta.filename) {
  const bytes = await compiledNow()
  if (bytes === null) throw new Error('assemblyscript is not installed: npm ci --ignore-scripts')
  writeFileSync(WRITTEN, textOf(bytes))
  console.log(`${path.relative(ROOT, WRITTEN)}: ${bytes.length} bytes of WebAssembly`)
}
