/**
 * Compiles sources into a registry: columns of numbers and pools of bytes, and no object for a
 * party, so that millions fit.
 *
 * Contract: sources are begun in the order of trust, and of one trust in a fixed order, since what
 * an earlier one says of a party wins and the bytes follow the order. Linear in what comes in.
 */
import type { Day, Place } from '@holdfast/kernel'
import type { Findings } from '@holdfast/records'
import type { OwnershipIntake } from '../records.ts'
import { PERCENT } from '../share.ts'
import { BLOCK_BYTES, BlockWriter, type ByteSink } from './block_writer.ts'
import { groupRows } from './column.ts'
import { crcOf } from './crc.ts'
import { type Identity, identify } from './identity.ts'
import {
  END_MAGIC,
  type Extent,
  type FileHead,
  MAGIC,
  type SectionName,
  VERSION,
} from './layout.ts'
import { KeyTable, PartyRows } from './party_rows.ts'
import type { RegistryHead, RegistrySource } from './port.ts'
import { markOverfull } from './sums.ts'
import { POOL_BYTES_MAX } from './text_pool.ts'
import { TextTable } from './text_table.ts'
import { markBit, TieRows } from './tie_rows.ts'
import { writeSections } from './write.ts'

/** Of one kind of warning so many are told one by one; the others are counted. */
const WARNINGS_MAX = 20

/** The number of a source has sixteen bits. */
export const SOURCES_MAX = 60_000

export class RegistryBuilder {
  readonly #keys = new KeyTable()
  readonly #texts = new TextTable()
  readonly #rows = new PartyRows(this.#keys, this.#texts)
  readonly #ties = new TieRows(this.#keys, this.#texts)
  readonly #sources: RegistrySource[] = []

  /**
   * Reads one source: `read` hands its records over and says what the source was; null when it was
   * none, and then nothing of it stays.
   *
   * @returns what `read` returned
   */
  take(read: (intake: OwnershipIntake) => RegistrySource | null): RegistrySource | null {
    const mark = this.#rows.mark()
    const ties = this.#ties.length
    const number = this.#sources.length
    const source = read({
      party: (record) => this.#rows.add(record),
      tie: (record) => this.#ties.add(record, number),
    })
    if (source === null) {
      this.#rows.cut(mark)
      this.#ties.cut(ties)
    } else this.#sources.push(source)
    return source
  }

  /**
   * Whether what came in so far still fits: addresses in a registry have 32 bits.
   */
  get isFull(): boolean {
    const { names } = this.#rows
    const pools = [names.size, this.#keys.texts.pool.size, this.#texts.pool.size]
    const records = names.size + this.#keys.texts.pool.size + this.#rows.length * 16
    return records > POOL_BYTES_MAX || pools.some((size) => size > POOL_BYTES_MAX)
  }

  /**
   * Writes the registry. What sources say that cannot be (owners of more than all, numbers that
   * contradict each other, ties to parties without a record) is kept, marked and told.
   *
   * Warnings: `registry/keys-contradict`, `registry/unknown-party`, `registry/sum-over-100`,
   * `registry/more-warnings`.
   *
   * @param built the day that the file is to carry
   */
  write(sink: ByteSink, built: Day, found: Findings): RegistryHead {
    this.#keys.texts.close()
    const identity = identify(this.#keys, this.#rows, this.#ties)
    const { partyOf, parties } = identity
    const ties = this.#ties
    const byAsset = groupRows(ties.length, parties, (tie) => partyOf[ties.asset.get(tie)]!)
    this.#tellContradictions(identity, found)
    this.#markUnknown(identity, found)
    this.#tellOverfull(byAsset.order, identity, found)
    const out = new BlockWriter(sink)
    out.bytes(Uint8Array.from(MAGIC))
    out.word(VERSION)
    out.word(BLOCK_BYTES)
    const extents: [SectionName, number][] = []
    const bits = writeSections(
      out,
      {
        keys: this.#keys,
        texts: this.#texts,
        rows: this.#rows,
        ties,
        identity,
        byAsset,
        marksOf: (tie) => this.#marksOf(tie),
      },
      (section) => extents.push([section, out.position]),
    )
    const head: FileHead = {
      built,
      sources: this.#sources,
      parties,
      ties: ties.length,
      schemes: this.#keys.schemes,
      ...bits,
      sections: sectionsOf(extents, out.position),
    }
    writeTail(out, sink, head)
    return head
  }

  #marksOf(tie: number): number {
    const isWhole = this.#sources[this.#ties.source.get(tie)]?.whole ?? true
    return this.#ties.marks.get(tie) | (isWhole ? 0 : markBit('source-cut'))
  }

  #tellContradictions(identity: Identity, found: Findings): void {
    for (const { key, party, instead } of identity.contradicted) {
      const first = () => identity.keys.order[identity.keys.start[identity.partyOf[key]!]!]!
      found.warn('registry/keys-contradict', {
        key: this.#keys.text(key),
        party: this.#keys.text(party),
        what: instead === null ? 'taken' : 'second',
        other: this.#keys.text(instead ?? first()),
      })
    }
    countRest(found, 'keys', identity.contradictedCount)
  }

  /** Marks ties of which an end has no record in any source. */
  #markUnknown({ partyOf, parties }: Identity, found: Findings): void {
    const rows = this.#rows
    const isDescribed = new Uint8Array(parties)
    for (let row = 0; row < rows.length; row += 1) {
      isDescribed[partyOf[rows.rowKeys.get(rows.keyStart.get(row))]!] = 1
    }
    const isTold = new Uint8Array(parties)
    const bit = markBit('unknown-party')
    let count = 0
    for (let tie = 0; tie < this.#ties.length; tie += 1) {
      const { owner, asset, marks } = this.#ties
      // What its reader has marked, its reader has told.
      const wasMarked = (marks.get(tie) & bit) !== 0
      for (const end of [owner.get(tie), asset.get(tie)]) {
        const party = partyOf[end]!
        if (isDescribed[party] === 1) continue
        marks.set(tie, marks.get(tie) | bit)
        // Each party is told once, however many ties name it.
        if (wasMarked || isTold[party] === 1) continue
        isTold[party] = 1
        count += 1
        if (count > WARNINGS_MAX) continue
        found.warn('registry/unknown-party', { key: this.#keys.text(end) }, ...this.#placeOf(tie))
      }
    }
    countRest(found, 'parties', count)
  }

  #tellOverfull(order: Uint32Array, { partyOf }: Identity, found: Findings): void {
    const overfull = markOverfull(this.#ties, order, partyOf)
    for (const { tie, sum } of overfull.slice(0, WARNINGS_MAX)) {
      const params = {
        asset: this.#keys.text(this.#ties.asset.get(tie)),
        percent: sum / PERCENT,
        file: this.#sources[this.#ties.source.get(tie)]?.file ?? '',
      }
      found.warn('registry/sum-over-100', params, ...this.#placeOf(tie))
    }
    countRest(found, 'sums', overfull.length)
  }

  #placeOf(tie: number): readonly Place[] {
    const line = this.#ties.line.get(tie)
    if (line === 0) return []
    const file = this.#sources[this.#ties.source.get(tie)]?.file ?? ''
    return [{ file, line, column: this.#ties.column.get(tie), excerpt: '', length: 1 }]
  }
}

function countRest(found: Findings, what: 'keys' | 'parties' | 'sums', all: number): void {
  const count = all - WARNINGS_MAX
  if (count > 0) found.warn('registry/more-warnings', { what, count })
}

/** Each section ends where the next one begins. */
function sectionsOf(
  extents: readonly (readonly [SectionName, number])[],
  end: number,
): Record<SectionName, Extent> {
  const all = extents.map(([name, offset], at): [SectionName, Extent] => {
    return [name, [offset, (extents[at + 1]?.[1] ?? end) - offset]]
  })
  return Object.fromEntries(all) as Record<SectionName, Extent>
}

/** Checksums, head and trailer; they are guarded by one checksum of their own. */
function writeTail(out: BlockWriter, sink: ByteSink, head: FileHead): void {
  out.end()
  const body = out.position
  const blocks = out.checks.length
  const text = new TextTable()
  const { bytes, start, end } = text.span(text.intern(JSON.stringify(head)))
  const tail = new Uint8Array(blocks * 4 + (end - start) + 32)
  const view = new DataView(tail.buffer)
  for (let at = 0; at < blocks; at += 1) view.setUint32(at * 4, out.checks.get(at), true)
  tail.set(bytes.subarray(start, end), blocks * 4)
  const trailer = blocks * 4 + (end - start)
  const length = body + tail.length
  view.setUint32(trailer, end - start, true)
  view.setUint32(trailer + 4, blocks, true)
  view.setUint32(trailer + 8, crcOf(tail, 0, trailer), true)
  view.setUint32(trailer + 16, length % 0x1_0000_0000, true)
  view.setUint32(trailer + 20, Math.floor(length / 0x1_0000_0000), true)
  tail.set(END_MAGIC, trailer + 24)
  sink(tail)
}
