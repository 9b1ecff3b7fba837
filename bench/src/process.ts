/** Runs Node as a cold process and reads what it cost. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface Cost {
  readonly userSeconds: number
  readonly wallSeconds: number
}

/** At its end the process writes the time of the processor, all threads, to the fourth stream. */
const ACCOUNT = `
const { writeSync } = require('node:fs')
process.on('exit', () => writeSync(3, JSON.stringify(process.cpuUsage())))
`

/**
 * What a program costs from the start of its process to the end.
 *
 * @param program JavaScript for `node -e`, run in the repository's root
 * @param words what the program finds in `process.argv` from the third on
 * @throws when the process fails
 */
export async function costOf(program: string, words: readonly string[]): Promise<Cost> {
  const start = performance.now()
  const { account } = await runNode(['-e', ACCOUNT + program, 'bench', ...words])
  const wallSeconds = (performance.now() - start) / 1000
  const { user } = JSON.parse(account) as { readonly user: number }
  return { userSeconds: user / 1e6, wallSeconds }
}

/** Runs Node and gives what it wrote. */
export async function runNode(
  words: readonly string[],
): Promise<{ readonly output: string; readonly account: string }> {
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    // Lists that somebody keeps on this machine would be measured with.
    env: { ...process.env, HOLDFAST_LISTS: 'kept-lists' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const texts = ['', '', '', '']
  for (const number of [1, 2, 3]) {
    child.stdio[number]?.on('data', (chunk: Buffer) => {
      texts[number] += chunk.toString('utf8')
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(`node ended with ${code}: ${texts[2]}`)
  return { output: texts[1] ?? '', account: texts[3] ?? '' }
}
