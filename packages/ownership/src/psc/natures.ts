/** Natures of control of the UK's register: what a person with significant control holds. */
import type { TieKind } from '../records.ts'
import type { Share } from '../share.ts'
import { isCorrupt, readShare } from '../share_text.ts'

/** What one nature says. */
export interface Nature {
  readonly kind: TieKind
  /** Null where it is none of a share. */
  readonly share: Share | null
  /** False where the stake is a trust's or a firm's that the person controls. */
  readonly direct: boolean
}

/**
 * How natures begin. Rights to surplus assets are what shares are in partnerships, which have none
 * (Limited Liability Partnerships (Register of People with Significant Control) Regulations 2016).
 */
const BEGINNINGS: readonly (readonly [string, TieKind])[] = [
  ['ownership-of-shares-', 'share'],
  ['right-to-share-surplus-assets-', 'share'],
  ['part-right-to-share-surplus-assets-', 'share'],
  ['voting-rights-', 'votes'],
  ['right-to-appoint-and-remove-', 'control'],
  ['significant-influence-or-control', 'control'],
  ['registered-owner-as-nominee', 'control'],
]

/** `-as-trust`, `-as-firm`, `-as-control-over-trust`, before what kind of company it is. */
const THROUGH = /-as-(?:control-over-)?(?:trust|firm)(?=$|-)/

/**
 * Reads a nature of control, as `ownership-of-shares-25-to-50-percent-as-trust`; 25-to-50 is more
 * than 25 and at most 50 percent, `more-than-25` of overseas entities more than 25.
 *
 * @returns null where it is none that is known
 */
export function natureOf(text: string): Nature | null {
  const kind = BEGINNINGS.find(([beginning]) => text.startsWith(beginning))?.[1]
  if (kind === undefined) return null
  const direct = !THROUGH.test(text)
  if (kind === 'control') return { kind, share: null, direct }
  const share = readShare(text)
  return share === null || isCorrupt(share) ? null : { kind, share, direct }
}
