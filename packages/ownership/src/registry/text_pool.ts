/** Texts as bytes one after the other, in memory and in a registry's file. */

// Both Node and browsers have it; neither's type library is loaded in pure packages.
declare class TextDecoder {
  constructor(label: string)
  decode(bytes: Uint8Array): string
}

/** A text lies in one chunk; 4 MB hold whatever a reader lets through in one field. */
const CHUNK_BITS = 22
const CHUNK = 1 << CHUNK_BITS

/** What a pool may come to: addresses are 32 bits wide. */
export const POOL_BYTES_MAX = 0xf000_0000

/** Of one text; a longer one is cut. */
export const TEXT_BYTES_MAX = CHUNK - 16

const decoder = new TextDecoder('utf-8')

/** The text of UTF-8 bytes from `start` to before `end`. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 60) return decoder.decode(bytes.subarray(start, end))
  let text = ''
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!
    if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end))
    text += String.fromCharCode(byte)
  }
  return text
}

/** A text turned into UTF-8 in a buffer that is used again; valid until the next text. */
export class Utf8Scratch {
  bytes = new Uint8Array(4096)

  /**
   * @param from the first character that counts
   * @returns the number of bytes; longer texts than a pool takes are cut at a whole letter
   */
  fill(text: string, from = 0): number {
    if (text.length * 3 > this.bytes.length) {
      this.bytes = new Uint8Array(Math.min(TEXT_BYTES_MAX + 4, text.length * 3))
    }
    const bytes = this.bytes
    let end = 0
    for (let at = from; at < text.length && end < bytes.length - 3; at += 1) {
      const code = text.charCodeAt(at)
      if (code < 0x80) {
        bytes[end] = code
        end += 1
        continue
      }
      const point = text.codePointAt(at)!
      if (point > 0xffff) at += 1
      // Half of a pair of surrogates is no letter.
      end = putLetter(bytes, end, point >= 0xd800 && point < 0xe000 ? 0xfffd : point)
    }
    return end
  }
}

function putLetter(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x800) {
    bytes[at] = 0xc0 | (point >> 6)
  } else {
    if (point < 0x10000) bytes[at] = 0xe0 | (point >> 12)
    else {
      bytes[at] = 0xf0 | (point >> 18)
      at += 1
      bytes[at] = 0x80 | ((point >> 12) & 0x3f)
    }
    at += 1
    bytes[at] = 0x80 | ((point >> 6) & 0x3f)
  }
  bytes[at + 1] = 0x80 | (point & 0x3f)
  return at + 2
}

/** Where a text of a pool lies. */
export interface Span {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
}

/** Texts that are only added; each is known by its address. */
export class TextPool {
  readonly #chunks: Uint8Array[] = []
  readonly #scratch = new Utf8Scratch()
  /** The first free address. */
  size = 0

  /** Adds a text and returns its address. */
  add(text: string): number {
    const length = this.#scratch.fill(text)
    return this.addBytes(this.#scratch.bytes, length)
  }

  /** Adds the first `length` bytes: their number as a varint, then the bytes themselves. */
  addBytes(bytes: Uint8Array, length: number): number {
    // A text lies in one chunk, so that it is read without being put together.
    const left = CHUNK - (this.size & (CHUNK - 1))
    if (left < length + 5) this.size += left
    const address = this.size
    while (this.#chunks.length <= Math.floor(address / CHUNK)) {
      this.#chunks.push(new Uint8Array(CHUNK))
    }
    const chunk = this.#chunks[Math.floor(address / CHUNK)]!
    let at = address & (CHUNK - 1)
    let rest = length
    while (rest >= 0x80) {
      chunk[at] = (rest & 0x7f) | 0x80
      rest >>>= 7
      at += 1
    }
    chunk[at] = rest
    at += 1
    for (let from = 0; from < length; from += 1) chunk[at + from] = bytes[from]!
    this.size = address + (at - (address & (CHUNK - 1))) + length
    return address
  }

  span(address: number): Span {
    const bytes = this.#chunks[Math.floor(address / CHUNK)]!
    let at = address & (CHUNK - 1)
    let [length, shift] = [0, 0]
    for (;;) {
      const byte = bytes[at]!
      at += 1
      length |= (byte & 0x7f) << shift
      if (byte < 0x80) break
      shift += 7
    }
    return { bytes, start: at, end: at + length }
  }

  /** Whether the text at an address is the first `length` bytes. */
  isSame(address: number, bytes: Uint8Array, length: number): boolean {
    const chunk = this.#chunks[Math.floor(address / CHUNK)]!
    let at = address & (CHUNK - 1)
    let [known, shift] = [0, 0]
    for (;;) {
      const byte = chunk[at]!
      at += 1
      known |= (byte & 0x7f) << shift
      if (byte < 0x80) break
      shift += 7
    }
    if (known !== length) return false
    for (let from = 0; from < length; from += 1) {
      if (chunk[at + from] !== bytes[from]) return false
    }
    return true
  }

  text(address: number): string {
    const { bytes, start, end } = this.span(address)
    return textOf(bytes, start, end)
  }

  /** All bytes up to `size`, in order. */
  *pieces(): Iterable<Uint8Array> {
    for (let at = 0; at < this.#chunks.length; at += 1) {
      const used = Math.min(CHUNK, this.size - at * CHUNK)
      if (used > 0) yield this.#chunks[at]!.subarray(0, used)
    }
  }
}
