/** The body of an answer into a file: unpacked, measured and hashed on its way. */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { codeOf } from './error_code.ts'
import {
  type FetchSettings,
  Halt,
  haltedBy,
  type Trouble,
  tooSlow,
  trouble,
  troubleOf,
} from './fetch_exchange.ts'

export interface BodyCall {
  readonly message: IncomingMessage
  /** The address as messages show it. */
  readonly shown: string
  /** A file that is not there yet. */
  readonly into: string
  /** For the packed and for the unpacked bytes. */
  readonly bytesMax: number
  readonly mayBeEmpty: boolean
  readonly signal: AbortSignal
  /** Bytes that came over the line, and how many the server announced. */
  readonly onBytes: (bytes: number, total: number | null) => void
}

/** What was written. */
export interface WrittenBody {
  readonly size: number
  readonly sha256: string
}

/**
 * Writes the body to a file that only its owner may read.
 *
 * @throws {Halt} when it is cut, too large, too slow, of another kind, or not to be unpacked; the
 * file then holds part of it and is to be thrown away
 */
export async function writeBody(call: BodyCall, settings: FetchSettings): Promise<WrittenBody> {
  const { message, shown, signal, bytesMax } = call
  const announced = announcedLength(message)
  if (announced !== null && announced > bytesMax) {
    throw new Halt(tooLarge(shown, announced, bytesMax))
  }
  const type = (message.headers['content-type'] ?? '').toLowerCase()
  if (/^\s*(text\/html|application\/xhtml)/.test(type)) {
    throw new Halt(trouble('fetch/html', { url: shown, type }))
  }
  const unpack = unpackerOf(message, shown)
  const handle = await openNew(call.into)
  const meter = new Meter(call, announced, settings.idleMs)
  const hash = createHash('sha256')
  let size = 0
  async function write(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > bytesMax) throw new Halt(tooLarge(shown, size, bytesMax))
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
  }
  const measure = (chunks: AsyncIterable<Buffer>) => meter.measure(chunks)
  try {
    if (unpack === null) await pipeline(message, measure, write, { signal })
    else await pipeline(message, measure, unpack, write, { signal })
  } catch (error) {
    if (signal.aborted) throw new Halt(haltedBy(signal, shown))
    throw new Halt(meter.slow ?? bodyTrouble(error, call, meter.bytes, announced))
  } finally {
    meter.stop()
    await handle.close()
  }
  if (size === 0 && !call.mayBeEmpty)
    throw new Halt(trouble('fetch/empty', { url: shown }, { again: true }))
  return { size, sha256: hash.digest('hex') }
}

/** Before anybody waits for the server: a disk that refuses is no reason to ask again. */
async function openNew(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'wx', 0o600)
  } catch (error) {
    throw new Halt(trouble('fetch/cannot-write', { reason: codeOf(error) ?? 'UNKNOWN' }))
  }
}

/** Counts what comes over the line, and ends the answer when nothing comes any more. */
class Meter {
  bytes = 0
  slow: Trouble | null = null
  readonly #call: BodyCall
  readonly #announced: number | null
  readonly #idleMs: number
  #timer: NodeJS.Timeout | undefined

  constructor(call: BodyCall, announced: number | null, idleMs: number) {
    this.#call = call
    this.#announced = announced
    this.#idleMs = idleMs
    this.#restart()
  }

  async *measure(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const { shown, bytesMax, onBytes } = this.#call
    for await (const chunk of chunks) {
      this.bytes += chunk.length
      if (this.bytes > bytesMax) throw new Halt(tooLarge(shown, this.bytes, bytesMax))
      onBytes(this.bytes, this.#announced)
      this.#restart()
      yield chunk
    }
    this.stop()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #restart(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.slow = tooSlow('fetch/slow-body', this.#call.shown, this.#idleMs)
      this.#call.message.destroy(new Halt(this.slow))
    }, this.#idleMs)
  }
}

function announcedLength(message: IncomingMessage): number | null {
  const length = Number(message.headers['content-length'] ?? Number.NaN)
  return Number.isSafeInteger(length) && length >= 0 ? length : null
}

function tooLarge(shown: string, bytes: number, bytesMax: number): Trouble {
  return trouble('fetch/too-large', { url: shown, bytes, bytes_max: bytesMax })
}

function unpackerOf(message: IncomingMessage, shown: string) {
  const encoding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return null
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  throw new Halt(trouble('fetch/unknown-encoding', { url: shown, encoding }))
}

function bodyTrouble(
  error: unknown,
  { shown }: BodyCall,
  bytes: number,
  expected: number | null,
): Trouble {
  if (error instanceof Halt) return error.trouble
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(Z_|ERR_.*BROTLI|ERR__ERROR)/.test(code)) {
    return trouble('fetch/bad-packing', { url: shown, reason: code }, { again: true })
  }
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return trouble('fetch/cut', { url: shown, bytes, expected }, { again: true })
  }
  // The disk: a full one is no fault of the server.
  if (error instanceof Error && 'syscall' in error && code.startsWith('E') && code !== 'EPROTO') {
    const isDisk = /^(ENOSPC|EDQUOT|EFBIG|EIO|EACCES|EROFS)$/.test(code)
    if (isDisk) return trouble('fetch/cannot-write', { reason: code })
  }
  return troubleOf(error, shown)
}
