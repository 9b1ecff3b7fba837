import type { Mark, TieKind, TieRecord } from '../records.ts'
import { CERTAINTIES } from './certainty.ts'
import { bytesColumn, daysColumn, NO_DAY, shortsColumn, wordsColumn } from './column.ts'
import type { KeyTable } from './party_rows.ts'
import { NO_TEXT } from './party_rows.ts'
import type { TextTable } from './text_table.ts'

/** The order is part of the format of files: only ever add at the end. */
export const TIE_KINDS: readonly TieKind[] = [
  'share',
  'votes',
  'consolidation',
  'ultimate-consolidation',
  'subsidiary',
  'branch',
  'fund-manager',
  'umbrella-fund',
  'master-fund',
  'control',
]
export const MARKS: readonly Mark[] = [
  'share-not-read',
  'share-negative',
  'share-over-100',
  'share-inverted',
  'self-owner',
  'sum-over-100',
  'unknown-party',
  'stated-twice',
  'source-cut',
]

export const DIRECT = 1
export const HAS_SHARE = 2
export const OPEN_LOW = 4
export const OPEN_HIGH = 8

export function markBit(mark: Mark): number {
  return 1 << MARKS.indexOf(mark)
}

/** Ties in columns, in the order in which they came. */
export class TieRows {
  readonly owner = wordsColumn()
  readonly asset = wordsColumn()
  readonly kind = bytesColumn()
  readonly flags = bytesColumn()
  readonly low = wordsColumn()
  readonly high = wordsColumn()
  readonly certainty = bytesColumn()
  readonly from = daysColumn()
  readonly to = daysColumn()
  readonly seen = daysColumn()
  readonly asOf = daysColumn()
  readonly marks = shortsColumn()
  /** Number of the citation in the texts; `NO_TEXT` for none. */
  readonly citation = wordsColumn()
  /** Number of the source, in the order in which sources were begun. */
  readonly source = shortsColumn()
  /** 0 where the place is not known. */
  readonly line = wordsColumn()
  readonly column = wordsColumn()
  readonly #keys: KeyTable
  readonly #texts: TextTable

  constructor(keys: KeyTable, texts: TextTable) {
    this.#keys = keys
    this.#texts = texts
  }

  get length(): number {
    return this.owner.length
  }

  add(tie: TieRecord, source: number): void {
    const { share } = tie
    this.owner.push(this.#keys.intern(tie.owner))
    this.asset.push(this.#keys.intern(tie.asset))
    this.kind.push(TIE_KINDS.indexOf(tie.kind))
    const bounds = (share?.openLow ? OPEN_LOW : 0) | (share?.openHigh ? OPEN_HIGH : 0)
    this.flags.push((tie.direct ? DIRECT : 0) | (share === null ? 0 : HAS_SHARE) | bounds)
    this.low.push(share?.low ?? 0)
    this.high.push(share?.high ?? 0)
    this.certainty.push(CERTAINTIES.indexOf(tie.certainty))
    this.from.push(tie.from ?? NO_DAY)
    this.to.push(Number.isFinite(tie.to) ? tie.to! : NO_DAY)
    this.seen.push(tie.seen ?? NO_DAY)
    this.asOf.push(tie.asOf ?? NO_DAY)
    this.marks.push(tie.marks.reduce((bits, mark) => bits | markBit(mark), 0))
    this.citation.push(tie.source === null ? NO_TEXT : this.#texts.intern(tie.source, 1))
    this.source.push(source)
    this.line.push(tie.place?.line ?? 0)
    this.column.push(tie.place?.column ?? 0)
  }

  cut(length: number): void {
    const columns = [
      ...[this.owner, this.asset, this.kind, this.flags, this.low, this.high, this.certainty],
      ...[this.from, this.to, this.seen, this.asOf, this.marks, this.citation, this.source],
      ...[this.line, this.column],
    ]
    for (const column of columns) column.cut(length)
  }
}
