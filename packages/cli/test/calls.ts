/** Calls of the built command as processes of their own, in a folder that is thrown away. */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect } from 'vitest'

export const BIN = fileURLToPath(new URL('../bin/holdfast.js', import.meta.url))

/** The command is built; without it there is nothing to call. */
export const BUILT = existsSync(fileURLToPath(new URL('../dist/main.js', import.meta.url)))
if (!BUILT) console.log('packages/cli: not built, the calls are skipped (npm run build)')

export const describeBuilt = describe.skipIf(!BUILT)

export const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url))
export const MINIMAL = path.join(EXAMPLES, 'minimal')

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-calls-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A path in the folder of the tests; with text, a file that holds it. */
export function place(name: string, text?: string | Uint8Array): string {
  const file = path.join(folder, name)
  if (text !== undefined) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return file
}

export interface Answer {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly error: string
}

export interface Circumstances {
  readonly environment?: Readonly<Record<string, string>>
  /** Close the reading end of the output after so many bytes. */
  readonly readAtMost?: number
  /** Without the rights of the superuser, where the tests have them. */
  readonly unprivileged?: boolean
  readonly seconds?: number
  /** Another program than `bin/holdfast.js`. */
  readonly program?: string
}

/** Runs `holdfast` with words; never longer than a minute. */
export function call(words: readonly string[], given: Circumstances = {}): Promise<Answer> {
  const nobody = given.unprivileged === true && process.getuid?.() === 0
  const child = spawn(process.execPath, [given.program ?? BIN, ...words], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      COLUMNS: '100',
      HOLDFAST_LISTS: 'kept-lists',
      ...given.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(nobody ? { uid: 65_534, gid: 65_534 } : {}),
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), (given.seconds ?? 60) * 1000)
  let [out, error] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8')
    if (given.readAtMost !== undefined && out.length > given.readAtMost) child.stdout.destroy()
  })
  if (given.readAtMost === 0) child.stdout.destroy()
  child.stderr.on('data', (chunk: Buffer) => {
    error += chunk.toString('utf8')
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, out, error })
    })
  })
}

/** No program's insides show: neither a stack nor an exception of the platform. */
export function expectPlain({ out, error }: Answer): void {
  for (const text of [out, error]) {
    expect(text).not.toMatch(/^\s+at .*[(:]\d+:\d+\)?$/m)
    expect(text).not.toMatch(/node:internal|file:\/\/|TypeError|RangeError|Node\.js v\d/)
    expect(text).not.toMatch(/\bundefined\b|\[object |\bNaN\b/)
  }
}

/** A refused call: nothing on the output, plain words on the error stream, the exit code. */
export async function expectRefused(
  words: readonly string[],
  code: 1 | 2,
  says: RegExp,
  given: Circumstances = {},
): Promise<Answer> {
  const answer = await call(words, given)
  expectPlain(answer)
  expect(answer.error, words.join(' ')).toMatch(says)
  expect(answer.code, words.join(' ')).toBe(code)
  expect(answer.out, words.join(' ')).toBe('')
  return answer
}
