/**
 * Words of names as numbers, so that a name written otherwise finds its party: marks above letters,
 * capitals and signs do not count, `S.A.` is two letters.
 */
import { textOf } from './text_pool.ts'
import { mixed } from './text_table.ts'

/** Words of one name; the others do not help to find it. */
const WORDS_MAX = 24

const SEED = 0x811c9dc5
const PRIME = 0x01000193

/**
 * Hashes of the words of a name; the last is the hash of all of it, so that a name of nothing but
 * frequent words is found by the whole. Empty for a name without letters or digits.
 */
export class NameWords {
  readonly hashes = new Uint32Array(WORDS_MAX + 1)
  count = 0
  #word = SEED
  #letters = 0
  #whole = SEED

  /** From UTF-8 bytes; ASCII is read as it is, anything else is decoded. */
  readBytes(bytes: Uint8Array, start: number, end: number): void {
    this.#begin()
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at]!
      if (byte >= 0x80) {
        this.readText(textOf(bytes, start, end))
        return
      }
      this.#take(byte)
    }
    this.#end()
  }

  readText(name: string): void {
    this.#begin()
    const plain = name.normalize('NFKD').toLowerCase()
    for (let at = 0; at < plain.length; at += 1) {
      const code = plain.charCodeAt(at)
      if (code < 0x80) this.#take(code)
      else if (!isMark(code)) this.#letter(isSign(code) ? null : code)
    }
    this.#end()
  }

  #begin(): void {
    this.count = 0
    this.#whole = SEED
    this.#word = SEED
    this.#letters = 0
  }

  /** A character of ASCII. */
  #take(code: number): void {
    if (code >= 0x41 && code <= 0x5a) this.#letter(code + 32)
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) this.#letter(code)
    else this.#letter(null)
  }

  /** @param code null between words */
  #letter(code: number | null): void {
    if (code !== null) {
      this.#word = Math.imul(this.#word ^ code, PRIME)
      this.#whole = Math.imul(this.#whole ^ code, PRIME)
      this.#letters += 1
      return
    }
    if (this.#letters === 0) return
    if (this.#letters > 1 && this.count < WORDS_MAX) {
      this.hashes[this.count] = mixed(this.#word)
      this.count += 1
    }
    this.#whole = Math.imul(this.#whole ^ 0x20, PRIME)
    this.#word = SEED
    this.#letters = 0
  }

  #end(): void {
    this.#letter(null)
    if (this.#whole === SEED) return
    this.hashes[this.count] = mixed(Math.imul(this.#whole, PRIME))
    this.count += 1
  }
}

function isMark(code: number): boolean {
  return code >= 0x300 && code < 0x370
}

/** Signs and spaces of the blocks of Latin-1 and of general punctuation, and those of CJK. */
function isSign(code: number): boolean {
  if (code < 0xc0) return code !== 0xaa && code !== 0xb5 && code !== 0xba
  return (code >= 0x2000 && code < 0x2070) || (code >= 0x3000 && code < 0x3005)
}
