import type { Diagnostic } from '@holdfast/kernel'
import { problem } from '@holdfast/kernel'
import { BLOCK_BYTES } from './block_writer.ts'
import { crcOf } from './crc.ts'

/** A registry's file as it is read: any part of it, at once. Whoever opens files makes one. */
export interface RegistryBytes {
  /** Only for diagnostics. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** The bytes from an offset on; fewer when the file ends before. */
  readonly read: (offset: number, length: number) => Uint8Array
}

/** A file that is in memory already. */
export function bytesOfRegistry(name: string, bytes: Uint8Array): RegistryBytes {
  const read = (offset: number, length: number) => bytes.subarray(offset, offset + length)
  return { name, size: bytes.length, read }
}

/** Blocks that are kept: 8 MB. */
const BLOCKS_KEPT = 2048

/** Reads by blocks and checks each. What is damaged is read as zeros, and told by `damage`. */
export class BlockReader {
  readonly #file: RegistryBytes
  readonly #checks: Uint32Array
  readonly #end: number
  readonly #kept = new Map<number, Uint8Array>()
  #damage: Diagnostic | null = null

  /** @param end where the blocks end, in bytes */
  constructor(file: RegistryBytes, checks: Uint32Array, end: number) {
    this.#file = file
    this.#checks = checks
    this.#end = end
  }

  /** The first damaged block that was met; null while all was right. */
  get damage(): Diagnostic | null {
    return this.#damage
  }

  /** Bytes at an offset, exactly as many as asked; zeros behind the end. */
  bytes(offset: number, length: number): Uint8Array {
    const first = Math.floor(offset / BLOCK_BYTES)
    const at = offset - first * BLOCK_BYTES
    if (at + length <= BLOCK_BYTES) {
      const block = this.#block(first)
      if (at + length <= block.length) return block.subarray(at, at + length)
    }
    const whole = new Uint8Array(length)
    let [block, from, filled] = [first, at, 0]
    while (filled < length && block < this.#checks.length) {
      const part = this.#block(block).subarray(from, from + length - filled)
      whole.set(part, filled)
      filled += part.length
      from = 0
      block += 1
    }
    return whole
  }

  /** Reads every block; the number of those that are damaged. */
  verify(): number {
    let damaged = 0
    for (let block = 0; block < this.#checks.length; block += 1) {
      if (this.#read(block) === null) damaged += 1
    }
    return damaged
  }

  #block(block: number): Uint8Array {
    const kept = this.#kept.get(block)
    if (kept !== undefined) return kept
    const read = this.#read(block) ?? new Uint8Array(BLOCK_BYTES)
    if (this.#kept.size >= BLOCKS_KEPT) this.#forget()
    this.#kept.set(block, read)
    return read
  }

  /** Half of the blocks go, the oldest first: no order of use is kept. */
  #forget(): void {
    let left = BLOCKS_KEPT / 2
    for (const block of this.#kept.keys()) {
      this.#kept.delete(block)
      left -= 1
      if (left === 0) return
    }
  }

  #read(block: number): Uint8Array | null {
    const offset = block * BLOCK_BYTES
    const length = Math.min(BLOCK_BYTES, this.#end - offset)
    if (length <= 0) return new Uint8Array(BLOCK_BYTES)
    const read = this.#file.read(offset, length)
    const isRight = read.length === length && crcOf(read, 0, length) === this.#checks[block]
    if (isRight) return read
    this.#damage ??= problem('registry/damaged', { file: this.#file.name, offset })
    return null
  }
}
