/** Whether a file can be written, before the work whose answer it is to hold. */
import { access, constants, lstat } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, problem } from '@holdfast/kernel'

/**
 * Why a file could not be written by `writeSecret`, as far as that shows beforehand: whoever waits
 * a minute for an answer should not wait in vain. Null when nothing speaks against it.
 */
export async function writingProblem(file: string): Promise<Diagnostic | null> {
  const found = await lstat(file).catch(() => null)
  if (found !== null && !found.isFile()) return problem('call/not-a-plain-file', { path: file })
  try {
    await access(path.dirname(file), constants.W_OK | constants.X_OK)
    return null
  } catch {
    return problem('call/cannot-write', { path: file })
  }
}
