import type { Diagnostic } from '@holdfast/kernel'
import type { PartyKey, PartyRecord } from '../records.ts'
import type { BlockReader } from './block_reader.ts'
import { Cursor } from './cursor.ts'
import { type FileHead, KEY_ENTRY_BYTES, type SectionName, TIE_BYTES_MAX } from './layout.ts'
import { bucketOf } from './name_index.ts'
import { NameWords } from './name_words.ts'
import type { NameCandidate, NumberedTie, RegistryHead, RegistryPort } from './port.ts'
import { missingOf, profileOf } from './profile.ts'
import { readParty, readPartyKeys, readTie, type StoredParty } from './read_records.ts'
import { textOf, Utf8Scratch } from './text_pool.ts'
import { hashOf } from './text_table.ts'

/** Texts that are kept decoded: profiles and citations come again and again. */
const TEXTS_KEPT = 4096

/** Of a word's parties so many are looked at; of candidates so many names are read. */
const PARTIES_OF_WORD_MAX = 4096
const NAMES_READ_MAX = 256

/** A registry in a file. Each question reads the few blocks that it needs. */
export class StoredRegistry implements RegistryPort {
  readonly #head: FileHead
  readonly #blocks: BlockReader
  readonly #texts = new Map<number, string>()
  readonly #scratch = new Utf8Scratch()

  constructor(head: FileHead, blocks: BlockReader) {
    this.#head = head
    this.#blocks = blocks
  }

  get head(): RegistryHead {
    const { built, sources, parties, ties } = this.#head
    return { built, sources, parties, ties }
  }

  get damage(): Diagnostic | null {
    return this.#blocks.damage
  }

  /** Reads every block; how many are damaged. */
  verify(): number {
    return this.#blocks.verify()
  }

  find(key: PartyKey): number | null {
    const colon = key.indexOf(':')
    const tag = this.#head.schemes.indexOf(key.slice(0, Math.max(0, colon)))
    if (tag === -1) return null
    const length = this.#scratch.fill(key.slice(colon + 1))
    const hash = hashOf(tag, this.#scratch.bytes, 0, length)
    const bucket = bucketOf(hash, this.#head.keyBits)
    const from = this.#word('keyStart', bucket)
    const count = Math.min(
      PARTIES_OF_WORD_MAX,
      Math.max(0, this.#word('keyStart', bucket + 1) - from),
    )
    const entries = this.#section('keys', from * KEY_ENTRY_BYTES, count * KEY_ENTRY_BYTES)
    for (let at = 0; at + KEY_ENTRY_BYTES <= entries.length; at += KEY_ENTRY_BYTES) {
      if ((entries[at + 4]! | (entries[at + 5]! << 8)) !== (hash & 0xffff)) continue
      const party = wordAt(entries, at)
      if (party < this.#head.parties && this.#keysOf(party).includes(key)) return party
    }
    return null
  }

  party(number: number): PartyRecord {
    const stored = this.#stored(number)
    const { keys, name, otherNames, profile, citation, asOf, certainty, missing } = stored
    return {
      keys,
      name,
      otherNames,
      ...profileOf(profile === null ? '' : this.#text(profile)),
      source: citation === null ? null : this.#text(citation),
      asOf,
      certainty,
      missing: missing.map((address) => missingOf(this.#text(address))),
    }
  }

  tiesInto(asset: number): readonly NumberedTie[] {
    const { start, count } = this.#stored(asset).into
    if (count === 0) return []
    const cursor = new Cursor(this.#section('ties', start, count))
    const ties: NumberedTie[] = []
    while (!cursor.isAtEnd) ties.push(this.#tie(cursor))
    return ties
  }

  tiesFrom(owner: number): readonly NumberedTie[] {
    const { start, count } = this.#stored(owner).from
    const addresses = this.#section('owned', start * 4, count * 4)
    const ties: NumberedTie[] = []
    for (let at = 0; at + 4 <= addresses.length; at += 4) {
      const address = wordAt(addresses, at)
      ties.push(this.#tie(new Cursor(this.#section('ties', address, TIE_BYTES_MAX))))
    }
    return ties
  }

  named(name: string, limit: number): readonly NameCandidate[] {
    const words = new NameWords()
    words.readText(name)
    const asked = new Set(words.hashes.subarray(0, words.count))
    const weights = new Map<number, number>()
    for (const hash of asked) {
      const parties = this.#partiesOfWord(hash)
      const weight = 1 / (1 + Math.log2(1 + parties.length))
      for (const party of parties) weights.set(party, (weights.get(party) ?? 0) + weight)
    }
    const read = Math.max(limit, NAMES_READ_MAX)
    const likely = [...weights].sort(([p, a], [q, b]) => b - a || p - q).slice(0, read)
    const ranked = likely.flatMap(([party]) => {
      const known = this.#bestName(party, asked)
      return known === null ? [] : [{ party, ...known }]
    })
    ranked.sort((a, b) => b.likeness - a.likeness || a.party - b.party)
    return ranked.slice(0, limit).map(({ party, name: called }) => ({ party, name: called }))
  }

  /** Of a party's names the one that shares most with the words asked for; null when none does. */
  #bestName(
    party: number,
    asked: ReadonlySet<number>,
  ): { readonly name: string; readonly likeness: number } | null {
    const { name, otherNames } = this.#stored(party)
    const words = new NameWords()
    let best: { name: string; likeness: number } | null = null
    for (const known of name === null ? otherNames : [name, ...otherNames]) {
      words.readText(known)
      const own = new Set(words.hashes.subarray(0, words.count))
      let shared = 0
      for (const hash of own) if (asked.has(hash)) shared += 1
      const likeness = (2 * shared) / Math.max(1, own.size + asked.size)
      if (shared > 0 && likeness > (best?.likeness ?? 0)) best = { name: known, likeness }
    }
    return best
  }

  #partiesOfWord(hash: number): readonly number[] {
    const bucket = bucketOf(hash, this.#head.nameBits)
    const from = this.#word('nameStart', bucket)
    const count = Math.max(0, this.#word('nameStart', bucket + 1) - from)
    const bytes = this.#section('names', from * 4, Math.min(PARTIES_OF_WORD_MAX, count) * 4)
    const parties: number[] = []
    for (let at = 0; at + 4 <= bytes.length; at += 4) {
      const party = wordAt(bytes, at)
      if (party < this.#head.parties) parties.push(party)
    }
    return parties
  }

  #stored(number: number): StoredParty {
    return readParty(new Cursor(this.#partyBytes(number)), this.#head.schemes)
  }

  #keysOf(number: number): readonly PartyKey[] {
    return readPartyKeys(new Cursor(this.#partyBytes(number)), this.#head.schemes)
  }

  #partyBytes(number: number): Uint8Array {
    const bounds = this.#section('partyStart', number * 4, 8)
    if (bounds.length < 8) return bounds.subarray(0, 0)
    const start = wordAt(bounds, 0)
    return this.#section('parties', start, Math.max(0, wordAt(bounds, 4) - start))
  }

  #tie(cursor: Cursor): NumberedTie {
    const stored = readTie(cursor)
    const owner = Math.min(stored.owner, this.#head.parties - 1)
    const asset = Math.min(stored.asset, this.#head.parties - 1)
    const { line, column } = stored
    const file = this.#head.sources[stored.source]?.file ?? ''
    return {
      owner,
      asset,
      tie: {
        ...stored.said,
        owner: this.#keysOf(owner)[stored.ownerKey] ?? '',
        asset: this.#keysOf(asset)[stored.assetKey] ?? '',
        source: stored.citation === null ? null : this.#text(stored.citation),
        place: line === 0 ? null : { file, line, column, excerpt: '', length: 1 },
      },
    }
  }

  /** The text at an address. */
  #text(address: number): string {
    const known = this.#texts.get(address)
    if (known !== undefined) return known
    const head = new Cursor(this.#section('texts', address, 5))
    const length = head.varint()
    const bytes = this.#section('texts', address + head.at, length)
    const text = textOf(bytes, 0, bytes.length)
    if (this.#texts.size >= TEXTS_KEPT) this.#texts.clear()
    this.#texts.set(address, text)
    return text
  }

  /** The 32 bits at a place of a table. */
  #word(section: SectionName, index: number): number {
    const bytes = this.#section(section, index * 4, 4)
    return bytes.length < 4 ? 0 : wordAt(bytes, 0)
  }

  /** Bytes of a section, as many as it has from an offset on. */
  #section(section: SectionName, offset: number, length: number): Uint8Array {
    const [start, size] = this.#head.sections[section]
    const within = Math.max(0, Math.min(length, size - offset))
    return within === 0 ? NOTHING : this.#blocks.bytes(start + offset, within)
  }
}

const NOTHING = new Uint8Array(0)

function wordAt(bytes: Uint8Array, at: number): number {
  const low = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16)
  return (low | (bytes[at + 3]! << 24)) >>> 0
}
