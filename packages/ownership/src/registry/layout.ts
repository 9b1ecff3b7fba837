/**
 * How a registry's file is laid out; all numbers with their lowest byte first.
 *
 * ```text
 * 0      "HFREG", CR LF, 0x1a; version and size of a block, 32 bits each
 * 16     sections, one after the other
 * ...    the checksum of each block from byte 0 on, 32 bits each
 *        the head: JSON
 * -32    length of the head, number of blocks, checksum of both these parts, 32 bits each,
 *        reserved 32 bits; length of the file, 64 bits; "HFREGEND"
 * ```
 */
import type { RegistryHead } from './port.ts'

/** As in PNG: a transfer that changes ends of lines is noticed at once. */
export const MAGIC = [0x48, 0x46, 0x52, 0x45, 0x47, 0x0d, 0x0a, 0x1a]
export const END_MAGIC = [0x48, 0x46, 0x52, 0x45, 0x47, 0x45, 0x4e, 0x44]

/** The version that is written, and the newest that is read. */
export const VERSION = 1

export const PRELUDE_BYTES = 16
export const TRAILER_BYTES = 32

export const SECTIONS = [
  'ties', // one after the other, those into one asset together
  'owned', // addresses of ties, those of one owner together
  'parties',
  'partyStart', // addresses of parties by number, and of the end
  'keyStart', // first entry of each bucket of keys
  'keys', // party, and 16 bits of the key's hash
  'nameStart',
  'names', // parties
  'texts', // profiles, reasons, citations
] as const

export type SectionName = (typeof SECTIONS)[number]

/** Where a section begins in the file, and how many bytes it has. */
export type Extent = readonly [offset: number, length: number]

/** The head of a file, which is read when it is opened. */
export interface FileHead extends RegistryHead {
  /** Schemes of keys, in the order of their numbers. */
  readonly schemes: readonly string[]
  /** Of hashes of keys and of words, so many first bits choose the bucket. */
  readonly keyBits: number
  readonly nameBits: number
  readonly sections: Readonly<Record<SectionName, Extent>>
}

/** An entry of `keys`, in bytes. */
export const KEY_ENTRY_BYTES = 6

/** A whole tie; what may follow is not read with it. */
export const TIE_BYTES_MAX = 96

/** What a byte of a party says: how certain its record is, and what follows. */
export const PARTY_CERTAINTY = 3
export const PARTY_CITATION = 4
export const PARTY_AS_OF = 8

/** What the first byte of a tie says, besides its kind in the lower four bits. */
export const TIE_DIRECT = 16
export const TIE_HAS_SHARE = 32
export const TIE_CERTAINTY_SHIFT = 6

/** What the second says. */
export const TIE_OPEN_LOW = 1
export const TIE_OPEN_HIGH = 2
export const TIE_EXACT = 4
export const TIE_FROM = 8
export const TIE_TO = 16
export const TIE_SEEN = 32
export const TIE_AS_OF = 64
export const TIE_MORE = 128

/** What the third says, where there is one. */
export const TIE_CITATION = 1
export const TIE_PLACE = 2
export const TIE_MARKS = 4
export const TIE_OWNER_KEY = 8
export const TIE_ASSET_KEY = 16
