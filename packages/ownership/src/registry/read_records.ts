/** Records of parties and ties as they stand in a registry's file. */
import type { Certainty, PartyKey, TieRecord } from '../records.ts'
import { CERTAINTIES } from './certainty.ts'
import type { Cursor } from './cursor.ts'
import * as layout from './layout.ts'
import { textOf } from './text_pool.ts'
import { MARKS, TIE_KINDS } from './tie_rows.ts'

/** A party's record, texts still as addresses. */
export interface StoredParty {
  /** Ties into it: address of the first, bytes of all. */
  readonly into: Range
  /** Ties from it: entries of `owned`. */
  readonly from: Range
  readonly keys: readonly PartyKey[]
  readonly name: string | null
  readonly otherNames: readonly string[]
  /** Address of its profile; null when no source has a record of it. */
  readonly profile: number | null
  /** Address of the record's own citation. */
  readonly citation: number | null
  readonly asOf: number | null
  readonly certainty: Certainty
  /** Addresses of reasons. */
  readonly missing: readonly number[]
}

export interface Range {
  readonly start: number
  readonly count: number
}

export function readParty(cursor: Cursor, schemes: readonly string[]): StoredParty {
  const into = readRange(cursor)
  const from = readRange(cursor)
  const keys = readKeys(cursor, schemes)
  const name = readText(cursor)
  const others = readText(cursor)
  const profile = cursor.varint()
  const about = profile === 0 ? 0 : cursor.byte()
  const citation = (about & layout.PARTY_CITATION) === 0 ? null : cursor.varint()
  const asOf = (about & layout.PARTY_AS_OF) === 0 ? null : cursor.signed()
  const missing: number[] = []
  let left = cursor.varint()
  while (left > 0 && !cursor.isAtEnd) {
    missing.push(cursor.varint())
    left -= 1
  }
  return {
    into,
    from,
    keys,
    name,
    otherNames: others === null ? [] : others.split('\n'),
    profile: profile === 0 ? null : profile - 1,
    citation,
    asOf,
    certainty: CERTAINTIES[about & layout.PARTY_CERTAINTY] ?? 'assumed',
    missing,
  }
}

/** Only the keys, from the beginning of a party's record. */
export function readPartyKeys(cursor: Cursor, schemes: readonly string[]): readonly PartyKey[] {
  readRange(cursor)
  readRange(cursor)
  return readKeys(cursor, schemes)
}

function readRange(cursor: Cursor): Range {
  const count = cursor.varint()
  return { count, start: count === 0 ? 0 : cursor.varint() }
}

function readKeys(cursor: Cursor, schemes: readonly string[]): readonly PartyKey[] {
  const keys: PartyKey[] = []
  let left = cursor.varint()
  while (left > 0 && !cursor.isAtEnd) {
    const scheme = schemes[cursor.varint()] ?? ''
    const length = cursor.varint()
    const start = cursor.skip(length)
    keys.push(`${scheme}:${textOf(cursor.bytes, start, cursor.at)}`)
    left -= 1
  }
  return keys
}

/** A text whose length is one less than written; null for none. */
function readText(cursor: Cursor): string | null {
  const length = cursor.varint()
  if (length === 0) return null
  const start = cursor.skip(length - 1)
  return textOf(cursor.bytes, start, cursor.at)
}

/** A tie, with parties by number and the citation as an address. */
export interface StoredTie {
  readonly owner: number
  readonly asset: number
  readonly ownerKey: number
  readonly assetKey: number
  readonly source: number
  readonly citation: number | null
  readonly line: number
  readonly column: number
  readonly said: Omit<TieRecord, 'owner' | 'asset' | 'source' | 'place'>
}

export function readTie(cursor: Cursor): StoredTie {
  const first = cursor.byte()
  const second = cursor.byte()
  const more = (second & layout.TIE_MORE) === 0 ? 0 : cursor.byte()
  const source = cursor.varint()
  const owner = cursor.varint()
  const asset = cursor.varint()
  const share = readShare(cursor, first, second)
  const day = (bit: number): number | null => ((second & bit) === 0 ? null : cursor.signed())
  const said = {
    kind: TIE_KINDS[first & 15] ?? 'control',
    share,
    direct: (first & layout.TIE_DIRECT) !== 0,
    from: day(layout.TIE_FROM),
    to: day(layout.TIE_TO),
    seen: day(layout.TIE_SEEN),
    asOf: day(layout.TIE_AS_OF),
    certainty: CERTAINTIES[first >>> layout.TIE_CERTAINTY_SHIFT] ?? 'assumed',
  }
  const citation = (more & layout.TIE_CITATION) === 0 ? null : cursor.varint()
  const hasPlace = (more & layout.TIE_PLACE) !== 0
  const line = hasPlace ? cursor.varint() : 0
  const column = hasPlace ? cursor.varint() : 0
  const bits = (more & layout.TIE_MARKS) === 0 ? 0 : cursor.varint()
  const marks = bits === 0 ? [] : MARKS.filter((_, at) => (bits & (1 << at)) !== 0)
  const ownerKey = (more & layout.TIE_OWNER_KEY) === 0 ? 0 : cursor.varint()
  const assetKey = (more & layout.TIE_ASSET_KEY) === 0 ? 0 : cursor.varint()
  const place = { line, column }
  return { owner, asset, ownerKey, assetKey, source, citation, ...place, said: { ...said, marks } }
}

function readShare(cursor: Cursor, first: number, second: number): TieRecord['share'] {
  if ((first & layout.TIE_HAS_SHARE) === 0) return null
  const low = cursor.varint()
  return {
    low,
    high: (second & layout.TIE_EXACT) === 0 ? cursor.varint() : low,
    openLow: (second & layout.TIE_OPEN_LOW) !== 0,
    openHigh: (second & layout.TIE_OPEN_HIGH) !== 0,
  }
}
