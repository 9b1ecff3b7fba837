/** What a rule answers of one party: yes, no or unknown, with its proof or what it lacks. */
import type { Tri } from '@holdfast/kernel'
import type { Mark, TieRecord } from './records.ts'
import type { Share } from './share.ts'

/** One party's place in a proof: a list of steps, what is relied on before who relies on it. */
export interface ProofStep {
  readonly party: number
  readonly because:
    | 'listed' // a designation list names it
    | 'organised' // organised under the law that the rule starts from
    | 'branch' // of a member
    | 'held' // members hold enough of it
    | 'consolidated' // a member consolidates it, or it is called a member's subsidiary
    | 'not-enough' // all that members may hold of it is not enough
    | 'no-owner-counts' // nobody above it is a member
    | 'open' // what members may hold of it is enough at the most, and not at the least
    | 'may-start' // it may be one that the rule starts with
    | 'top' // nobody above it
    | 'within-ceilings'
    | 'over-ceiling'
  /** What holders that count hold of it, at least and at most; null where no share decides. */
  readonly percent: Share | null
  readonly stakes: readonly ProvenStake[]
}

/** A stake as a proof tells it, with each source's statement. */
export interface ProvenStake {
  readonly owner: number
  readonly asset: number
  readonly share: Share | null
  readonly controls: boolean
  /** True when the owner counts, in this step, among those who make the asset a member. */
  readonly counts: boolean
  /** True when sources contradict each other; the share then spans both. */
  readonly disputed: boolean
  readonly ties: readonly TieRecord[]
}

/** A fact that is not known and on which the answer depends. */
export interface MissingFact {
  readonly kind:
    | 'share' // how much the owner holds of the asset
    | 'owners' // who else owns the asset
    | 'control' // whether the owners of exactly the threshold control the asset
    | 'sources' // which of the contradicting sources is right about the asset's owners
    | 'held' // whether the owner held the asset on the day asked for
    | 'organised' // under which law the party is organised
    | 'seat'
  /** The party that is owned, or that the fact is about. */
  readonly asset: number
  readonly owner: number | null
  readonly share: Share | null
  /**
   * From this share on the answer is yes, all else as unknown as it is; null when none is, or when
   * the search ended at its limit.
   */
  readonly yesFrom: Share | null
}

export interface OwnershipAnswer {
  readonly party: number
  readonly rule: string
  readonly answer: Tri
  /** What holders that count hold of the party; null where no share decides. */
  readonly percent: Share | null
  /** For yes and no. For unknown the proof of what is settled so far, which may be empty. */
  readonly proof: readonly ProofStep[]
  /**
   * For unknown: the smallest set of facts that settles the answer, whatever they turn out to be.
   * None smaller exists when `smallest`; else the search ended at its limit, and the set suffices.
   */
  readonly missing: readonly MissingFact[]
  readonly smallest: boolean
  /** What is wrong with records on which the answer rests. */
  readonly marks: readonly Mark[]
}
