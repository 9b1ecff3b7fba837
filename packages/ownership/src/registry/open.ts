/** Opens a registry's file: its head and its checksums are read, the rest when it is asked for. */
import { decodeUtf8, failed, ok, problem, type Result } from '@holdfast/kernel'
import { BlockReader, type RegistryBytes } from './block_reader.ts'
import { BLOCK_BYTES } from './block_writer.ts'
import { crcOf } from './crc.ts'
import {
  END_MAGIC,
  type FileHead,
  MAGIC,
  PRELUDE_BYTES,
  SECTIONS,
  TRAILER_BYTES,
  VERSION,
} from './layout.ts'
import { StoredRegistry } from './stored.ts'

/**
 * Opens a registry. What the head and the checksums say is verified here, every other block when
 * it is read.
 *
 * Errors: `registry/foreign`, `registry/newer`, `registry/cut`, `registry/damaged`.
 */
export function openRegistry(file: RegistryBytes): Result<StoredRegistry> {
  const fault = (code: string, more: Record<string, number> = {}) => {
    return failed<StoredRegistry>([problem(code, { file: file.name, ...more })])
  }
  const prelude = file.read(0, PRELUDE_BYTES)
  const magic = MAGIC.slice(0, prelude.length)
  if (file.size === 0 || !startsWith(prelude, magic)) return fault('registry/foreign')
  if (prelude.length < PRELUDE_BYTES) return fault('registry/cut', { size: file.size })
  const version = viewOf(prelude).getUint32(8, true)
  if (version > VERSION) return fault('registry/newer', { version, newest: VERSION })
  if (version !== VERSION || viewOf(prelude).getUint32(12, true) !== BLOCK_BYTES) {
    return fault('registry/damaged', { offset: 8 })
  }
  const trailer = file.read(Math.max(0, file.size - TRAILER_BYTES), TRAILER_BYTES)
  if (file.size < PRELUDE_BYTES + TRAILER_BYTES || !startsWith(trailer.subarray(24), END_MAGIC)) {
    return fault('registry/cut', { size: file.size })
  }
  const view = viewOf(trailer)
  const [headBytes, blocks, check] = [0, 4, 8].map((at) => view.getUint32(at, true))
  const length = view.getUint32(16, true) + view.getUint32(20, true) * 0x1_0000_0000
  const tailBytes = blocks! * 4 + headBytes!
  const end = length - TRAILER_BYTES - tailBytes
  if (length !== file.size) return fault('registry/cut', { size: file.size })
  if (end < PRELUDE_BYTES || blocks !== Math.ceil(end / BLOCK_BYTES)) {
    return fault('registry/damaged', { offset: file.size - TRAILER_BYTES })
  }
  const tail = file.read(end, tailBytes)
  if (tail.length !== tailBytes || crcOf(tail, 0, tailBytes) !== check) {
    return fault('registry/damaged', { offset: end })
  }
  const head = headOf(tail.subarray(blocks * 4), end)
  if (head === null) return fault('registry/damaged', { offset: end + blocks * 4 })
  const checks = new Uint32Array(blocks)
  for (let at = 0; at < blocks; at += 1) checks[at] = viewOf(tail).getUint32(at * 4, true)
  return ok(new StoredRegistry(head, new BlockReader(file, checks, end)))
}

/** The head; null when it is none, or when its sections do not lie before `end`. */
function headOf(bytes: Uint8Array, end: number): FileHead | null {
  const parsed = parsedJson(decodeUtf8(bytes) ?? '')
  if (typeof parsed !== 'object' || parsed === null) return null
  const head = parsed as Partial<FileHead>
  const counts = [head.built, head.parties, head.ties, head.keyBits, head.nameBits]
  if (!counts.every((count) => Number.isSafeInteger(count))) return null
  if (!Array.isArray(head.sources) || !Array.isArray(head.schemes)) return null
  const areThere = SECTIONS.every((name) => {
    const [offset, length] = head.sections?.[name] ?? []
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length)) return false
    return offset! >= PRELUDE_BYTES && length! >= 0 && offset! + length! <= end
  })
  return areThere ? (head as FileHead) : null
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, at) => bytes[at] === byte)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
