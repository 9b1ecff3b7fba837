/** One text for one content: what two versions of an entry are compared and told apart by. */
import type { ListEntry } from '../entry.ts'

/**
 * The canonical text of an entry: JSON without white space, keys in the order of their code units,
 * absent fields absent. Two entries have the same text exactly when they state the same.
 */
export function canonicalEntry(entry: ListEntry): string {
  return canonicalText(entry)
}

/** The same of any value of JSON. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = value as Readonly<Record<string, unknown>>
  const parts: string[] = []
  for (const key of Object.keys(fields).sort()) {
    const one = fields[key]
    if (one !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalText(one)}`)
  }
  return `{${parts.join(',')}}`
}

/** The hash of an entry's canonical text: 32 hexadecimal digits. */
export function entryDigest(entry: ListEntry): string {
  return digestOf(canonicalEntry(entry))
}

/** The hash of several texts in their order, from the hashes of each. */
export function digestOfAll(texts: Iterable<string>): string {
  const digests: string[] = []
  for (const text of texts) digests.push(digestOf(text))
  return digestOf(digests.join('\n'))
}

/**
 * MurmurHash3 of 128 bits in its variant for 32-bit machines, seed 0, over UTF-16 code units of two
 * bytes each, low byte first; 32 hexadecimal digits. Against chance and damage, not against people:
 * whoever wants two texts of one hash can make them. Linear. Source: Austin Appleby, MurmurHash3,
 * public domain.
 */
export function digestOf(text: string): string {
  const state = new Uint32Array(4)
  const whole = text.length & ~7
  for (let at = 0; at < whole; at += 8) mixBlock(state, text, at)
  mixTail(state, text, whole)
  finish(state, text.length * 2)
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('')
}

const C1 = 0x239b961b
const C2 = 0xab0e9789
const C3 = 0x38b34ae5
const C4 = 0xa1e38b93

function mixBlock(state: Uint32Array, text: string, at: number): void {
  let [h1, h2, h3, h4] = state as unknown as [number, number, number, number]
  h1 ^= Math.imul(rotated(Math.imul(wordAt(text, at), C1), 15), C2)
  h1 = (Math.imul((rotated(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0
  h2 ^= Math.imul(rotated(Math.imul(wordAt(text, at + 2), C2), 16), C3)
  h2 = (Math.imul((rotated(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0
  h3 ^= Math.imul(rotated(Math.imul(wordAt(text, at + 4), C3), 17), C4)
  h3 = (Math.imul((rotated(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0
  h4 ^= Math.imul(rotated(Math.imul(wordAt(text, at + 6), C4), 18), C1)
  h4 = (Math.imul((rotated(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0
  state[0] = h1
  state[1] = h2
  state[2] = h3
  state[3] = h4
}

/** The last code units, fewer than eight; those that are not there count as zero. */
function mixTail(state: Uint32Array, text: string, at: number): void {
  const rest = text.length - at
  if (rest > 6) state[3]! ^= Math.imul(rotated(Math.imul(wordAt(text, at + 6), C4), 18), C1)
  if (rest > 4) state[2]! ^= Math.imul(rotated(Math.imul(wordAt(text, at + 4), C3), 17), C4)
  if (rest > 2) state[1]! ^= Math.imul(rotated(Math.imul(wordAt(text, at + 2), C2), 16), C3)
  if (rest > 0) state[0]! ^= Math.imul(rotated(Math.imul(wordAt(text, at), C1), 15), C2)
}

function finish(state: Uint32Array, bytes: number): void {
  for (let lane = 0; lane < 4; lane += 1) state[lane]! ^= bytes
  spread(state)
  for (let lane = 0; lane < 4; lane += 1) state[lane] = avalanche(state[lane]!)
  spread(state)
}

function spread(state: Uint32Array): void {
  state[0]! += state[1]! + state[2]! + state[3]!
  for (let lane = 1; lane < 4; lane += 1) state[lane]! += state[0]!
}

function avalanche(word: number): number {
  let mixed = word ^ (word >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** Two code units as one word; NaN beyond the end is zero for `|`. */
function wordAt(text: string, at: number): number {
  return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16)
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
