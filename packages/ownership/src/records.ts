/**
 * What registers and tables say of parties and of who owns whom: the normal form that every reader
 * hands over and that graphs and registries are made of. A record keeps what its source says;
 * contradictions between sources are settled, or kept open, by `stakes.ts`.
 */
import type { Day, Place } from '@holdfast/kernel'
import type { Share } from './share.ts'

/**
 * A party's name in a register: `scheme:number`, both in lower case for the scheme and as printed
 * for the number, without white space. `lei:5493001KJTIIGC8Y1R12`, `gb-coh:01234567` (Companies
 * House, eight characters), `ra000602:4386463` (a registration authority of GLEIF's list).
 * `local:NAME` is a party that only its own file knows.
 */
export type PartyKey = string

export type PartyKind = 'organisation' | 'person' | 'arrangement' | 'state' | 'unknown'

/** What is said of the owners that are not named: no others, many small ones, or nothing. */
export type OtherOwners = 'none' | 'dispersed' | 'unknown'

/**
 * Why a register has no parent of a party. The reasons of GLEIF's reporting exceptions (RR-CDF
 * 2.1), of the UK register's exemptions and statements, and of the BODS code list
 * `unspecifiedReason`, each as its source writes it.
 */
export interface MissingOwner {
  /** Whose absence it is: the direct or the ultimate parent, or any owner. */
  readonly of: 'direct-parent' | 'ultimate-parent' | 'owners'
  /** `NO_KNOWN_PERSON`, `NON_CONSOLIDATING`, `psc-exempt-as-shares-admitted-on-market`. */
  readonly reason: string
}

export interface PartyRecord {
  /** All keys that the source gives; the first is the one it goes by. At least one. */
  readonly keys: readonly PartyKey[]
  readonly name: string | null
  readonly otherNames: readonly string[]
  readonly kind: PartyKind
  /** Law of organisation, ISO 3166-1 with a subdivision where stated: `US-DE`. Of a person null. */
  readonly incorporated: string | null
  /** Country of the head office, ISO 3166-1. */
  readonly seat: string | null
  /** Of a person: ISO 3166-1, as far as stated. */
  readonly nationality: readonly string[]
  readonly residence: string | null
  /** Null when the source does not say. */
  readonly active: boolean | null
  readonly others: OtherOwners
  readonly missing: readonly MissingOwner[]
  /** A citation of the record itself, where it has one beside its file: a column `source`. */
  readonly source?: string | null
  /** The day of that source. */
  readonly asOf?: Day | null
  /** Absent: as the file states it. */
  readonly certainty?: Certainty
  /** Its line, where the file is one that people keep by hand. */
  readonly place?: Place | null
}

/**
 * How an owner is tied to an asset.
 *
 * - `share`: holds so much of its shares or capital.
 * - `votes`: holds so many of its votes; decides nothing where a rule counts shares.
 * - `consolidation`: consolidates it in its accounts, the direct parent (GLEIF level 2).
 * - `ultimate-consolidation`: the topmost that does so.
 * - `subsidiary`: the source calls it a subsidiary and states no share.
 * - `branch`: the asset is a branch of the owner.
 * - `fund-manager`, `umbrella-fund`, `master-fund`: relations of funds, which own nothing.
 * - `control`: other influence: appoints the board, trustee, significant influence.
 */
export type TieKind =
  | 'share'
  | 'votes'
  | 'consolidation'
  | 'ultimate-consolidation'
  | 'subsidiary'
  | 'branch'
  | 'fund-manager'
  | 'umbrella-fund'
  | 'master-fund'
  | 'control'

/** How far a source is to be believed: as read in it, not read by anybody, or put in by hand. */
export type Certainty = 'stated' | 'unverified' | 'assumed'

export interface TieRecord {
  readonly owner: PartyKey
  readonly asset: PartyKey
  readonly kind: TieKind
  /** Null when the source states none. A corrupt one is `SOME_SHARE` with a mark. */
  readonly share: Share | null
  /** False when the source says that the stake is held through others, who may not be named. */
  readonly direct: boolean
  /** First and last day of the stake, as the source states them; null when it does not. */
  readonly from: Day | null
  /** The first day on which it no longer was. */
  readonly to: Day | null
  /** The first day on which the source is known to have said so. */
  readonly seen: Day | null
  /** The day of the source's statement. */
  readonly asOf: Day | null
  /** A citation: address, file with its day, exhibit. */
  readonly source: string | null
  readonly certainty: Certainty
  readonly marks: readonly Mark[]
  readonly place: Place | null
}

/**
 * What is wrong with a record that was kept all the same; answers that rest on it carry the mark.
 * Each mark has a diagnostic `ownership/<mark>`.
 */
export type Mark =
  | 'share-not-read' // not a number, range or known band: taken as some share
  | 'share-negative' // below zero: taken as some share
  | 'share-over-100'
  | 'share-inverted' // `60-40`: taken as some share
  | 'self-owner' // owns itself: left out
  | 'sum-over-100' // the owners of one asset in one source hold more than all of it
  | 'unknown-party' // a tie names a party of which its source has no record
  | 'stated-twice' // one source states two shares of one owner in one asset
  | 'source-cut' // the file ends before its end: what it says may lack anything

/** What a reader hands its records to, one after the other. */
export interface OwnershipIntake {
  readonly party: (record: PartyRecord) => void
  readonly tie: (record: TieRecord) => void
}
