import { type Column, shortsColumn, wordsColumn } from './column.ts'
import { type Span, TextPool, Utf8Scratch } from './text_pool.ts'

/**
 * Hash of a text under a tag: FNV-1a over its bytes, its bits mixed at the end, because whoever
 * asks takes the first ones. Source: draft-eastlake-fnv; the mixing of MurmurHash3 (Appleby).
 */
export function hashOf(tag: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = Math.imul(0x811c9dc5 ^ tag, 0x01000193)
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return mixed(hash)
}

/** Spreads what is in any bit over all of them. */
export function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Texts of which each is kept once, numbered from 0 in the order in which they came. */
export class TextTable {
  readonly pool = new TextPool()
  readonly #scratch = new Utf8Scratch()
  readonly #address: Column = wordsColumn()
  readonly #tag: Column = shortsColumn()
  #slots = new Uint32Array(1024)

  get size(): number {
    return this.#address.length
  }

  /** The number of a text, from a character on, under a tag; under two tags it is two texts. */
  intern(text: string, tag = 0, from = 0): number {
    const length = this.#scratch.fill(text, from)
    const bytes = this.#scratch.bytes
    const mask = this.#slots.length - 1
    let slot = hashOf(tag, bytes, 0, length) & mask
    for (;;) {
      const taken = this.#slots[slot]!
      if (taken === 0) break
      if (this.#isSame(taken - 1, tag, bytes, length)) return taken - 1
      slot = (slot + 1) & mask
    }
    const number = this.#address.length
    this.#slots[slot] = number + 1
    this.#address.push(this.pool.addBytes(bytes, length))
    this.#tag.push(tag)
    if (number * 5 > this.#slots.length * 3) this.#grow()
    return number
  }

  tag(number: number): number {
    return this.#tag.get(number)
  }

  address(number: number): number {
    return this.#address.get(number)
  }

  span(number: number): Span {
    return this.pool.span(this.#address.get(number))
  }

  text(number: number): string {
    return this.pool.text(this.#address.get(number))
  }

  hash(number: number): number {
    const { bytes, start, end } = this.span(number)
    return hashOf(this.tag(number), bytes, start, end)
  }

  /** Gives back the memory that only `intern` needs; it must not be called again. */
  close(): void {
    this.#slots = new Uint32Array(0)
  }

  #isSame(number: number, tag: number, bytes: Uint8Array, length: number): boolean {
    if (this.#tag.get(number) !== tag) return false
    return this.pool.isSame(this.#address.get(number), bytes, length)
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let number = 0; number < this.size; number += 1) {
      let slot = this.hash(number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
    this.#slots = slots
  }
}
