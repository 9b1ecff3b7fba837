import type { BlockWriter } from './block_writer.ts'
import { type Column, NO_DAY } from './column.ts'
import * as layout from './layout.ts'
import { NO_TEXT } from './party_rows.ts'
import { DIRECT, HAS_SHARE, OPEN_HIGH, OPEN_LOW, type TieRows } from './tie_rows.ts'

/** What a tie's record names by number. */
export interface TieNames {
  /** Party of a key. */
  readonly partyOf: Uint32Array
  /** Which of its party's keys a key is. */
  readonly keyIndex: (key: number) => number
  /** Address of a text by its number. */
  readonly address: (text: number) => number
}

/** Writes one tie; `marks` are those that it is to carry. */
export function writeTie(
  out: BlockWriter,
  ties: TieRows,
  tie: number,
  marks: number,
  names: TieNames,
): void {
  const flags = ties.flags.get(tie)
  const [low, high] = [ties.low.get(tie), ties.high.get(tie)]
  const [owner, asset] = [ties.owner.get(tie), ties.asset.get(tie)]
  const [ownerKey, assetKey] = [names.keyIndex(owner), names.keyIndex(asset)]
  const citation = ties.citation.get(tie)
  const line = ties.line.get(tie)
  const days = [ties.from, ties.to, ties.seen, ties.asOf].map((column) => column.get(tie))
  const more =
    (citation === NO_TEXT ? 0 : layout.TIE_CITATION) |
    (line === 0 ? 0 : layout.TIE_PLACE) |
    (marks === 0 ? 0 : layout.TIE_MARKS) |
    (ownerKey === 0 ? 0 : layout.TIE_OWNER_KEY) |
    (assetKey === 0 ? 0 : layout.TIE_ASSET_KEY)
  out.byte(firstByte(ties, tie, flags))
  out.byte(secondByte(flags, low === high, days) | (more === 0 ? 0 : layout.TIE_MORE))
  if (more !== 0) out.byte(more)
  out.varint(ties.source.get(tie))
  out.varint(names.partyOf[owner]!)
  out.varint(names.partyOf[asset]!)
  if ((flags & HAS_SHARE) !== 0) {
    out.varint(low)
    if (low !== high) out.varint(high)
  }
  for (const day of days) if (day !== NO_DAY) out.signed(day)
  if (citation !== NO_TEXT) out.varint(names.address(citation))
  if (line !== 0) {
    out.varint(line)
    out.varint(ties.column.get(tie))
  }
  if (marks !== 0) out.varint(marks)
  if (ownerKey !== 0) out.varint(ownerKey)
  if (assetKey !== 0) out.varint(assetKey)
}

function firstByte(ties: TieRows, tie: number, flags: number): number {
  const direct = (flags & DIRECT) === 0 ? 0 : layout.TIE_DIRECT
  const share = (flags & HAS_SHARE) === 0 ? 0 : layout.TIE_HAS_SHARE
  const certainty = ties.certainty.get(tie) << layout.TIE_CERTAINTY_SHIFT
  return ties.kind.get(tie) | direct | share | certainty
}

function secondByte(flags: number, exact: boolean, days: readonly number[]): number {
  const bits = [layout.TIE_FROM, layout.TIE_TO, layout.TIE_SEEN, layout.TIE_AS_OF]
  return days.reduce(
    (all, day, at) => all | (day === NO_DAY ? 0 : bits[at]!),
    ((flags & OPEN_LOW) === 0 ? 0 : layout.TIE_OPEN_LOW) |
      ((flags & OPEN_HIGH) === 0 ? 0 : layout.TIE_OPEN_HIGH) |
      (exact ? layout.TIE_EXACT : 0),
  )
}

/** Writes a column as 32 bits each. */
export function writeWords(out: BlockWriter, column: Column): void {
  for (let at = 0; at < column.length; at += 1) out.word(column.get(at))
}
