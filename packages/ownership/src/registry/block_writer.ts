import { type Column, wordsColumn } from './column.ts'
import { crcOf } from './crc.ts'

/** Takes bytes one after the other; what it is given is used again once it returns. */
export type ByteSink = (bytes: Uint8Array) => void

/** A block of the file has a checksum of its own, so that damage is met where it is read. */
export const BLOCK_BYTES = 4096

const BUFFER_BYTES = 256 * BLOCK_BYTES

/** Bytes on their way into a file, with the checksum of each block. */
export class BlockWriter {
  readonly #sink: ByteSink
  readonly #buffer = new Uint8Array(BUFFER_BYTES)
  readonly checks: Column = wordsColumn()
  #filled = 0
  #flushed = 0

  constructor(sink: ByteSink) {
    this.#sink = sink
  }

  /** Bytes written so far. */
  get position(): number {
    return this.#flushed + this.#filled
  }

  byte(value: number): void {
    this.#buffer[this.#filled] = value
    this.#filled += 1
    if (this.#filled === BUFFER_BYTES) this.#flush()
  }

  /** A whole number from 0 to 2^32 - 1, seven bits a byte, the lowest first. */
  varint(value: number): void {
    let rest = value >>> 0
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** A whole number of either sign, of 32 bits. */
  signed(value: number): void {
    this.varint((value << 1) ^ (value >> 31))
  }

  /** A whole number of 16 bits, the lowest byte first. */
  short(value: number): void {
    this.byte(value & 255)
    this.byte((value >>> 8) & 255)
  }

  /** A whole number of 32 bits, the lowest byte first. */
  word(value: number): void {
    this.short(value & 0xffff)
    this.short(value >>> 16)
  }

  bytes(bytes: Uint8Array, start = 0, end = bytes.length): void {
    let from = start
    while (from < end) {
      const taken = Math.min(end - from, BUFFER_BYTES - this.#filled)
      if (taken < 64) {
        for (let at = 0; at < taken; at += 1) this.#buffer[this.#filled + at] = bytes[from + at]!
      } else this.#buffer.set(bytes.subarray(from, from + taken), this.#filled)
      this.#filled += taken
      from += taken
      if (this.#filled === BUFFER_BYTES) this.#flush()
    }
  }

  /** Hands on what is left; the last block may be short. */
  end(): void {
    if (this.#filled > 0) this.#flush()
  }

  #flush(): void {
    for (let at = 0; at < this.#filled; at += BLOCK_BYTES) {
      this.checks.push(crcOf(this.#buffer, at, Math.min(at + BLOCK_BYTES, this.#filled)))
    }
    this.#sink(this.#buffer.subarray(0, this.#filled))
    this.#flushed += this.#filled
    this.#filled = 0
  }
}
