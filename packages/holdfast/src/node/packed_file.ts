/** Files packed with gzip or in a ZIP, unpacked onto the disk: some are larger than the memory. */
import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { type Diagnostic, failed, ok, problem, type Result } from '@holdfast/kernel'
import { codeOf } from './error_code.ts'

/** What a packed file may come to: the largest that GLEIF publishes has a third of it. */
export const UNPACKED_BYTES_MAX = 40_000_000_000

/** Of a packed file so much is unpacked to see what it holds. */
const HEAD_BYTES = 262_144

/** Where the packed bytes of a file lie, and how they are packed. */
export interface Packing {
  readonly as: 'gzip' | 'deflate' | 'stored'
  readonly start: number
  readonly length: number
  /** CRC-32 of the unpacked bytes; null where the packing checks it itself. */
  readonly crc: number | null
}

type Reason = 'broken' | 'large' | 'members' | 'method' | 'encrypted'

/**
 * How a file is packed; null when it is not.
 *
 * Errors: `registry/packed`.
 */
export function packingOf(file: string): Result<Packing | null> {
  const handle = openSync(file, 'r')
  try {
    const size = statSync(file).size
    const magic = bytesAt(handle, 0, 4)
    if (magic[0] === 0x1f && magic[1] === 0x8b) {
      return ok({ as: 'gzip', start: 0, length: size, crc: null })
    }
    if (magic.length < 4 || magic.readUInt32LE(0) !== LOCAL_HEADER) return ok(null)
    const member = onlyMember(handle, size)
    return typeof member === 'string' ? failed([fault(file, member)]) : ok(member)
  } finally {
    closeSync(handle)
  }
}

/** The beginning of what a file unpacks to; empty where even that is broken. */
export function unpackedHead(file: string, packing: Packing): Uint8Array {
  const handle = openSync(file, 'r')
  try {
    const bytes = bytesAt(handle, packing.start, Math.min(HEAD_BYTES, packing.length))
    if (packing.as === 'stored') return bytes
    // The end is missing on purpose: what there is so far is asked for.
    const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH }
    return packing.as === 'gzip'
      ? zlib.gunzipSync(bytes, options)
      : zlib.inflateRawSync(bytes, options)
  } catch {
    return new Uint8Array(0)
  } finally {
    closeSync(handle)
  }
}

/**
 * Unpacks a file into another one. Of a packed file that breaks off nothing is used.
 *
 * Errors: `registry/packed`.
 */
export async function unpackTo(file: string, packing: Packing, to: string): Promise<Result<null>> {
  const { start, length } = packing
  if (length === 0) return failed([fault(file, 'broken')])
  const counted = new Counted()
  const steps = [
    createReadStream(file, { start, end: start + length - 1, highWaterMark: 1 << 20 }),
    ...(packing.as === 'gzip' ? [zlib.createGunzip({ chunkSize: 1 << 18 })] : []),
    ...(packing.as === 'deflate' ? [zlib.createInflateRaw({ chunkSize: 1 << 18 })] : []),
    counted,
    createWriteStream(to, { mode: 0o600 }),
  ]
  try {
    await pipeline(steps)
  } catch (error) {
    const reason = error instanceof TooLarge ? 'large' : codeOf(error)?.startsWith('Z_') && 'broken'
    if (reason) return failed([fault(file, reason)])
    throw error
  }
  const isWhole = packing.crc === null || packing.crc === counted.crc
  return isWhole ? ok(null) : failed([fault(file, 'broken')])
}

class TooLarge extends Error {}

/** Lets bytes through, up to the limit, and keeps their checksum. */
class Counted extends Transform {
  crc = 0
  #bytes = 0

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: Error | null, chunk?: Buffer) => void,
  ): void {
    this.#bytes += chunk.length
    this.crc = zlib.crc32(chunk, this.crc)
    if (this.#bytes > UNPACKED_BYTES_MAX) done(new TooLarge())
    else done(null, chunk)
  }
}

const LOCAL_HEADER = 0x0403_4b50
const CENTRAL_HEADER = 0x0201_4b50
const CENTRAL_END = 0x0605_4b50
const CENTRAL_END_64 = 0x0606_4b50
const LOCATOR_64 = 0x0706_4b50
const WIDE = 0xffff_ffff

/** The one file of a ZIP. Source: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7 to 4.3.16. */
function onlyMember(handle: number, size: number): Packing | Reason {
  const tail = bytesAt(handle, Math.max(0, size - 66_000), Math.min(size, 66_000))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== CENTRAL_END) end -= 1
  if (end < 0) return 'broken'
  let count = tail.readUInt16LE(end + 10)
  let offset = tail.readUInt32LE(end + 16)
  if (end >= 20 && tail.readUInt32LE(end - 20) === LOCATOR_64) {
    const wide = bytesAt(handle, Number(tail.readBigUInt64LE(end - 12)), 56)
    if (wide.length < 56 || wide.readUInt32LE(0) !== CENTRAL_END_64) return 'broken'
    count = Number(wide.readBigUInt64LE(32))
    offset = Number(wide.readBigUInt64LE(48))
  }
  if (count !== 1) return 'members'
  const entry = bytesAt(handle, offset, 66_000)
  if (entry.length < 46 || entry.readUInt32LE(0) !== CENTRAL_HEADER) return 'broken'
  if ((entry.readUInt16LE(8) & 1) !== 0) return 'encrypted'
  const method = entry.readUInt16LE(10)
  if (method !== 0 && method !== 8) return 'method'
  const { length, at } = extentOf(entry)
  const local = bytesAt(handle, at, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL_HEADER) return 'broken'
  const start = at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (start + length > size) return 'broken'
  return { as: method === 0 ? 'stored' : 'deflate', start, length, crc: entry.readUInt32LE(16) }
}

/** How long a member is, packed, and where it lies; from the extra field where 32 bits are few. */
function extentOf(entry: Buffer): { readonly length: number; readonly at: number } {
  const unpacked = entry.readUInt32LE(24)
  let length = entry.readUInt32LE(20)
  let at = entry.readUInt32LE(42)
  let from = 46 + entry.readUInt16LE(28)
  const to = Math.min(entry.length, from + entry.readUInt16LE(30))
  while (from + 4 <= to) {
    const [id, size] = [entry.readUInt16LE(from), entry.readUInt16LE(from + 2)]
    let field = from + 4
    from = field + size
    if (id !== 1) continue
    if (unpacked === WIDE) field += 8
    if (length === WIDE && field + 8 <= from && from <= to) {
      length = Number(entry.readBigUInt64LE(field))
      field += 8
    }
    if (at === WIDE && field + 8 <= from && from <= to) at = Number(entry.readBigUInt64LE(field))
  }
  return { length, at }
}

/** Bytes of a file, fewer where it ends before; none outside of it. */
function bytesAt(handle: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (!Number.isSafeInteger(offset)) return bytes.subarray(0, 0)
  return bytes.subarray(0, readSync(handle, bytes, 0, length, offset))
}

function fault(file: string, reason: Reason): Diagnostic {
  return problem('registry/packed', { file, reason, max: UNPACKED_BYTES_MAX })
}
