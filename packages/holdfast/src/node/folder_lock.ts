/** Lets one process at a time write into a folder. */
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { failed, problem, type Result } from '@holdfast/kernel'
import { codeOf } from './error_code.ts'

const NAME = 'lock'
const PAUSE_MS = 50

interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/**
 * Does something while no other process does it in the same folder. Waits for the other one; a lock
 * whose process is no more is taken away. The lock is a file that is made whole and linked to its
 * name, so it is never seen without its holder.
 *
 * @param patience_ms how long another process may hold the lock; one that holds it for longer
 * already is not waited for
 * Error: `store/locked`.
 */
export async function withFolderLock<T>(
  folder: string,
  patience_ms: number,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const lock = path.join(folder, NAME)
  const mine = `${lock}-${process.pid}-${Math.random().toString(36).slice(2)}`
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
  await writeFile(mine, JSON.stringify(holder), { mode: 0o600, flag: 'wx' })
  try {
    const until = Date.now() + patience_ms
    const isLong = (one: Holder | null): boolean =>
      Date.now() > Math.min(until, (Date.parse(one?.since ?? '') || until) + patience_ms)
    while (!(await taken(mine, lock))) {
      const other = await holderOf(lock)
      if (other !== null && isGone(other)) await takeAway(lock, other, mine)
      else if (isLong(other)) {
        const params = {
          path: lock,
          pid: other === null ? null : String(other.pid),
          since: other?.since ?? null,
        }
        return failed([problem('store/locked', params)])
      } else await pause(PAUSE_MS)
    }
    try {
      await clearCandidates(folder)
      return await work()
    } finally {
      await rm(lock, { force: true })
    }
  } finally {
    await rm(mine, { force: true })
  }
}

/** Clears away the locks that killed processes had made and not yet taken. */
async function clearCandidates(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^lock-(\d+)-/.exec(name)?.[1]
    if (pid === undefined) continue
    const file = path.join(folder, name)
    const holder = await holderOf(file)
    if (holder !== null && isGone(holder)) await rm(file, { force: true })
  }
}

/** Whether the lock is ours now: a link to a name that is there already fails. */
async function taken(mine: string, lock: string): Promise<boolean> {
  try {
    await link(mine, lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function holderOf(lock: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as Holder
  } catch {
    return null
  }
}

/** A process of another machine cannot be asked. */
function isGone(holder: Holder): boolean {
  if (holder.host !== hostname()) return false
  try {
    process.kill(holder.pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

/**
 * Two processes may find the same lock without a process. Who moves it away looks at what was
 * moved: if it is the fresh lock of the other one, it goes back to its place.
 */
async function takeAway(lock: string, expected: Holder, mine: string): Promise<void> {
  const aside = `${mine}-aside`
  try {
    await rename(lock, aside)
  } catch {
    return
  }
  const moved = await holderOf(aside)
  const same = moved?.pid === expected.pid && moved.since === expected.since
  if (!same) await link(aside, lock).catch(() => {})
  await rm(aside, { force: true })
}
