/** Interests of the Beneficial Ownership Data Standard: kinds and shares, in all its versions. */
import type { JsonRecord } from '@holdfast/records'
import { wordTable } from '@holdfast/records'
import { objectAt, textAt } from '../json_fields.ts'
import type { TieKind } from '../records.ts'
import { type Share, SOME_SHARE, WHOLE } from '../share.ts'
import { type CorruptShare, isCorrupt, readShare } from '../share_text.ts'

/** What holds a share; what may hold one is taken as a stake of which no share is known. */
const KINDS = wordTable<TieKind>({
  shareholding: 'share',
  votingrights: 'votes',
  unknowninterest: 'share',
  unpublishedinterest: 'share',
})

/**
 * The kind of a tie for a type of interest: `shareholding` and `votingRights` are counted, an
 * unknown or unpublished one may be either, all the others give control of some kind. Versions
 * before 0.3 wrote `voting-rights`, later ones `votingRights`.
 */
export function kindOfInterest(type: string | null): TieKind {
  if (type === null) return 'share'
  return KINDS.get(type.toLowerCase().replace(/-/g, '')) ?? 'control'
}

/** A share as an interest states it; `text` is what stands there, for a warning. */
export interface StatedShare {
  readonly share: Share | null
  readonly mark: CorruptShare['mark'] | null
  readonly text: string
}

/**
 * The share of an interest. `exact` goes before bounds, and must lie within them. Bounds are kept
 * as stated: `exclusiveMinimum` and `exclusiveMaximum` are bounds since 0.4, and say of `minimum`
 * and `maximum` whether they are left out before.
 */
export function shareOfInterest(interest: JsonRecord): StatedShare {
  const stated = objectAt(interest, 'share')
  const text = JSON.stringify(stated).slice(0, 80)
  const exact = textAt(stated, 'exact')
  const bounds = boundsOf(stated)
  if (exact === null) {
    if (bounds === null) return { share: null, mark: null, text }
    return read(bounds, text)
  }
  const point = read(exact, text)
  if (bounds === null || point.share === null || point.mark !== null) return point
  const range = readShare(bounds)
  const isWithin =
    range !== null &&
    !isCorrupt(range) &&
    range.low <= point.share.low &&
    point.share.high <= range.high
  // A point and a range that contradict each other: neither is believed.
  return isWithin ? point : { share: SOME_SHARE, mark: 'share-inverted', text }
}

function read(written: string, text: string): StatedShare {
  const share = readShare(written)
  if (share === null) return { share, mark: null, text }
  return isCorrupt(share)
    ? { share: SOME_SHARE, mark: share.mark, text }
    : { share, mark: null, text }
}

/** The bounds as text; null where there is none. */
function boundsOf(stated: JsonRecord): string | null {
  const low = bound(stated, 'minimum', 'exclusiveMinimum')
  const high = bound(stated, 'maximum', 'exclusiveMaximum')
  if (low === null && high === null) return null
  const from = low ?? { at: '0', open: false }
  const to = high ?? { at: String(WHOLE / 1_000_000), open: false }
  if (from.at === to.at) return from.at
  return `${from.open ? '(' : '['}${from.at};${to.at}${to.open ? ')' : ']'}`
}

function bound(
  stated: JsonRecord,
  inclusive: string,
  exclusive: string,
): { readonly at: string; readonly open: boolean } | null {
  const at = textAt(stated, inclusive)
  const open = stated[exclusive]
  if (typeof open === 'boolean') return at === null ? null : { at, open }
  const outside = textAt(stated, exclusive)
  if (outside !== null) return { at: outside, open: true }
  return at === null ? null : { at, open: false }
}
