/** Writes what a dossier says for its owner's eyes only. */
import { lstat, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { failed, ok, problem, type Result } from '@holdfast/kernel'

/**
 * Writes a file that only its owner may read.
 *
 * A plain file that is there is replaced as a whole, whatever may be read of it today; a link, a
 * folder or a device is never written to. What fails leaves what was there.
 */
export async function writeSecret(file: string, text: string): Promise<Result<null>> {
  const found = await lstat(file).catch(() => null)
  if (found !== null && !found.isFile()) {
    return failed([problem('call/not-a-plain-file', { path: file })])
  }
  let folder: string | null = null
  try {
    // Nobody else can enter the new folder, so nobody sees the file before it has its name.
    folder = await mkdtemp(path.join(path.dirname(file), '.holdfast-'))
    const written = path.join(folder, 'new')
    await writeFile(written, text, { mode: 0o600, flag: 'wx' })
    await rename(written, file)
    return ok(null)
  } catch {
    return failed([problem('call/cannot-write', { path: file })])
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true })
  }
}
