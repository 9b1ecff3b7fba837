/** Writes files so that after a crash there is the old one or the new one, never a part. */
import { createWriteStream, writeSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** What begins so is a file that was not finished; nobody reads it. */
const UNFINISHED = '.new-'

/** Makes a folder that only its owner may enter, and those above it. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

/** Writes a file for its owner's eyes, as a whole or not at all; an older one is replaced. */
export async function writeDurably(file: string, bytes: string | Uint8Array): Promise<void> {
  await finish(file, async (handle) => {
    await handle.writeFile(bytes)
  })
}

/** The same, compressed with gzip on its way, in memory for one piece at a time. */
export async function gzipDurably(file: string, chunks: Iterable<Uint8Array>): Promise<void> {
  await finish(file, async (handle) => {
    const out = createWriteStream('', { fd: handle.fd, autoClose: false })
    await pipeline(Readable.from(chunks, { objectMode: false }), createGzip({ level: 9 }), out)
  })
}

/** The same, written piece by piece while it is made. */
export async function streamDurably(
  file: string,
  make: (put: (bytes: Uint8Array) => void) => void,
): Promise<void> {
  await finish(file, async ({ fd }) => {
    make((bytes) => {
      let written = 0
      while (written < bytes.length) written += writeSync(fd, bytes, written)
    })
  })
}

/** Clears away what a process that was killed had begun. Only for whoever holds the lock. */
export async function clearUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(UNFINISHED)) await rm(path.join(folder, name), { force: true })
  }
}

let count = 0

async function finish(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const folder = path.dirname(file)
  count += 1
  const unfinished = path.join(folder, `${UNFINISHED}${process.pid}-${count}`)
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await write(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** A name is on the disk when its folder is. Windows opens no folder and needs none. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  if (handle === null) return
  try {
    await handle.sync().catch(() => {})
  } finally {
    await handle.close()
  }
}
