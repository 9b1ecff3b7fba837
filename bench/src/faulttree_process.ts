/** Runs a command as a cold process, with its time and its peak memory, and ends it in time. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { ROOT } from './process.ts'

export interface Run {
  /** What it wrote to the end. */
  readonly output: string
  readonly wallSeconds: number
  /** Of the process at its largest; null where it was not measured. */
  readonly peakBytes: number | null
}

/** Why there is no answer. */
export type Missing = 'not in time' | 'refused'

/** GNU time tells the memory of a process that ended. */
const TIME = '/usr/bin/time'

/**
 * Runs a command in the repository's root.
 *
 * @param account a file that may be written: what the process cost
 */
export async function runCommand(
  command: readonly string[],
  secondsMax: number,
  account: string,
): Promise<Run | Missing> {
  const isMeasured = existsSync(TIME)
  const words = isMeasured ? [TIME, '-f', '%M', '-o', account, ...command] : command
  const start = performance.now()
  const child = spawn(words[0]!, words.slice(1), {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    // A group of its own, so that it ends with the processes that it started.
    detached: true,
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
  })
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }, secondsMax * 1000)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).finally(() => clearTimeout(timer))
  const wallSeconds = (performance.now() - start) / 1000
  if (isLate) return 'not in time'
  if (code !== 0) return 'refused'
  const peakBytes = isMeasured ? 1024 * Number((await readFile(account, 'utf8')).trim()) : null
  return { output, wallSeconds, peakBytes }
}
