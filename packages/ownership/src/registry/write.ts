/** Writes a registry, section by section, in memory for no more than its columns. */
import type { BlockWriter } from './block_writer.ts'
import { type Grouped, groupRows, NO_DAY, wordsColumn } from './column.ts'
import type { Identity } from './identity.ts'
import { PARTY_AS_OF, PARTY_CITATION, type SectionName } from './layout.ts'
import { bucketBits, bucketOf, nameIndex } from './name_index.ts'
import { type KeyTable, NO_TEXT, type PartyRows } from './party_rows.ts'
import { mergedProfile, profileOf, profileText } from './profile.ts'
import type { Span } from './text_pool.ts'
import type { TextTable } from './text_table.ts'
import type { TieRows } from './tie_rows.ts'
import { type TieNames, writeTie, writeWords } from './write_ties.ts'

/** All that a registry is made of. */
export interface Parts {
  readonly keys: KeyTable
  readonly texts: TextTable
  readonly rows: PartyRows
  readonly ties: TieRows
  readonly identity: Identity
  /** Ties sorted by asset. */
  readonly byAsset: Grouped
  /** The marks that a tie is to carry. */
  readonly marksOf: (tie: number) => number
}

/** Keys of a bucket of the index. */
const KEYS_TOGETHER = 8

/** Begins a section; what is written from now on belongs to it. */
type Begin = (section: SectionName) => void

/** @returns the bits of the two indexes */
export function writeSections(
  out: BlockWriter,
  parts: Parts,
  begin: Begin,
): { readonly keyBits: number; readonly nameBits: number } {
  const { ties, identity, rows } = parts
  const byOwner = groupRows(ties.length, identity.parties, (tie) => {
    return identity.partyOf[ties.owner.get(tie)]!
  })
  begin('ties')
  const { addresses, assetStart } = writeTies(out, parts)
  begin('owned')
  for (const tie of byOwner.order) out.word(addresses[tie]!)
  begin('parties')
  const rowsOf = rowsByParty(parts)
  const partyStart = writeParties(out, parts, { rowsOf, assetStart, ownerStart: byOwner.start })
  begin('partyStart')
  writeWords(out, partyStart)
  const keyBits = writeKeys(out, parts, begin)
  const names = nameIndex(rows, identity.parties, rowsOf)
  begin('nameStart')
  for (const at of names.start) out.word(at)
  begin('names')
  for (const party of names.parties) out.word(party)
  begin('texts')
  for (const piece of parts.texts.pool.pieces()) out.bytes(piece)
  return { keyBits, nameBits: names.bits }
}

interface WrittenTies {
  /** Address of each tie, by its number. */
  readonly addresses: Uint32Array
  /** Address at which the ties into a party begin; they end where the next one's begin. */
  readonly assetStart: Uint32Array
}

function writeTies(out: BlockWriter, parts: Parts): WrittenTies {
  const { ties, identity, byAsset, texts } = parts
  const { start, order } = identity.keys
  const names: TieNames = {
    partyOf: identity.partyOf,
    keyIndex(key) {
      const first = start[identity.partyOf[key]!]!
      let index = 0
      while (order[first + index] !== key) index += 1
      return index
    },
    address: (text) => texts.address(text),
  }
  const base = out.position
  const addresses = new Uint32Array(ties.length)
  const assetStart = new Uint32Array(identity.parties + 1)
  for (let party = 0; party < identity.parties; party += 1) {
    assetStart[party] = out.position - base
    for (let at = byAsset.start[party]!; at < byAsset.start[party + 1]!; at += 1) {
      const tie = byAsset.order[at]!
      addresses[tie] = out.position - base
      writeTie(out, ties, tie, parts.marksOf(tie), names)
    }
  }
  assetStart[identity.parties] = out.position - base
  return { addresses, assetStart }
}

type RowsOf = (party: number) => readonly number[]

/** The rows of each party in their order, found through a chain. */
function rowsByParty({ rows, identity }: Parts): RowsOf {
  const none = 0xffff_ffff
  const first = new Uint32Array(identity.parties).fill(none)
  const next = new Uint32Array(rows.length).fill(none)
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    const party = identity.partyOf[rows.rowKeys.get(rows.keyStart.get(row))]!
    next[row] = first[party]!
    first[party] = row
  }
  const found: number[] = []
  return (party) => {
    found.length = 0
    for (let row = first[party]!; row !== none; row = next[row]!) found.push(row)
    return found
  }
}

interface PartyTies {
  readonly rowsOf: RowsOf
  readonly assetStart: Uint32Array
  readonly ownerStart: Uint32Array
}

function writeParties(
  out: BlockWriter,
  parts: Parts,
  { rowsOf, assetStart, ownerStart }: PartyTies,
): ReturnType<typeof wordsColumn> {
  const { rows, identity, keys, texts } = parts
  const missing = groupRows(rows.missing.length, identity.parties, (at) => {
    return identity.partyOf[rows.missingKey.get(at)]!
  })
  const base = out.position
  const partyStart = wordsColumn()
  for (let party = 0; party < identity.parties; party += 1) {
    partyStart.push(out.position - base)
    writeRange(out, assetStart, party)
    writeRange(out, ownerStart, party)
    const [from, to] = [identity.keys.start[party]!, identity.keys.start[party + 1]!]
    out.varint(to - from)
    for (let at = from; at < to; at += 1) {
      const key = identity.keys.order[at]!
      out.varint(keys.texts.tag(key))
      writeSpan(out, keys.texts.span(key), 0)
    }
    writeSaid(out, rows, texts, rowsOf(party))
    const reasons = new Set<number>()
    for (let at = missing.start[party]!; at < missing.start[party + 1]!; at += 1) {
      reasons.add(rows.missing.get(missing.order[at]!))
    }
    out.varint(reasons.size)
    for (const reason of reasons) out.varint(texts.address(reason))
  }
  partyStart.push(out.position - base)
  return partyStart
}

/** How much of a table belongs to a party, and from where on when it is something. */
function writeRange(out: BlockWriter, start: Uint32Array, party: number): void {
  const count = start[party + 1]! - start[party]!
  out.varint(count)
  if (count > 0) out.varint(start[party]!)
}

/** @param more is added to the length, so that 0 can stand for no text */
function writeSpan(out: BlockWriter, { bytes, start, end }: Span, more: number): void {
  out.varint(end - start + more)
  out.bytes(bytes, start, end)
}

/** Name, other names and profile, of several records merged. */
function writeSaid(
  out: BlockWriter,
  rows: PartyRows,
  texts: TextTable,
  of: readonly number[],
): void {
  if (of.length === 1) {
    const [row] = of as [number]
    for (const column of [rows.name, rows.otherNames]) {
      const address = column.get(row)
      if (address === NO_TEXT) out.varint(0)
      else writeSpan(out, rows.names.span(address), 1)
    }
    out.varint(texts.address(rows.profile.get(row)) + 1)
    writeAbout(out, rows, texts, row)
    return
  }
  const names: string[] = []
  for (const row of of) {
    const name = rows.nameOf(row)
    if (name !== null) names.push(name)
  }
  const [name] = names
  const others = new Set([...names, ...of.flatMap((row) => [...rows.otherNamesOf(row)])])
  if (name !== undefined) others.delete(name)
  writeMade(out, rows, name)
  writeMade(out, rows, others.size === 0 ? undefined : [...others].join('\n'))
  if (of.length === 0) {
    out.varint(0)
    return
  }
  const profiles = of.map((row) => profileOf(texts.text(rows.profile.get(row))))
  out.varint(texts.address(texts.intern(profileText(mergedProfile(profiles)))) + 1)
  const telling = of.find((row) => rows.name.get(row) !== NO_TEXT) ?? of[0]!
  writeAbout(out, rows, texts, telling)
}

/** Where a record is from: of several that of the first with a name. */
function writeAbout(out: BlockWriter, rows: PartyRows, texts: TextTable, row: number): void {
  const [citation, asOf] = [rows.citation.get(row), rows.asOf.get(row)]
  const cited = citation === NO_TEXT ? 0 : PARTY_CITATION
  out.byte(rows.certainty.get(row) | cited | (asOf === NO_DAY ? 0 : PARTY_AS_OF))
  if (citation !== NO_TEXT) out.varint(texts.address(citation))
  if (asOf !== NO_DAY) out.signed(asOf)
}

/** A text that was made here takes the way through the pool: it knows UTF-8. */
function writeMade(out: BlockWriter, rows: PartyRows, text: string | undefined): void {
  if (text === undefined) out.varint(0)
  else writeSpan(out, rows.names.span(rows.names.add(text)), 1)
}

/** The index of keys: buckets of hashes. */
function writeKeys(out: BlockWriter, { keys, identity }: Parts, begin: Begin): number {
  const { parties, partyOf } = identity
  const count = keys.texts.size
  const bits = bucketBits(count / KEYS_TOGETHER)
  const isUsed = (key: number) => partyOf[key]! < parties
  // What nobody rests on goes behind the last bucket.
  const grouped = groupRows(count, (1 << bits) + 1, (key) => {
    return isUsed(key) ? bucketOf(keys.texts.hash(key), bits) : 1 << bits
  })
  begin('keyStart')
  for (let bucket = 0; bucket <= 1 << bits; bucket += 1) out.word(grouped.start[bucket]!)
  begin('keys')
  const used = grouped.start[1 << bits]!
  for (let at = 0; at < used; at += 1) {
    const key = grouped.order[at]!
    out.word(partyOf[key]!)
    out.short(keys.texts.hash(key) & 0xffff)
  }
  return bits
}
