/** What makes an entity one of its owners' group. Rules are data; one engine serves them. */
export interface OwnershipRule {
  readonly id: string
  /** Percent that the owners of the group must hold together. */
  readonly threshold: number
  /** True: more than the threshold; false: the threshold is enough. */
  readonly strict: boolean
  /** What a consolidation without a share says: it holds, or the share is unknown. */
  readonly consolidation: 'holds' | 'unknown'
  /** Whether undeclared owners leave the question open. */
  readonly undeclared: 'open' | 'closed'
}

/**
 * OFAC's 50 percent rule: owned 50 percent or more, in the aggregate, by blocked persons, directly
 * or through entities that are themselves so owned (31 CFR 587.406; OFAC FAQ 401). Undeclared
 * owners are nobody on the list until somebody is named.
 */
export const OFAC_50: OwnershipRule = {
  id: 'ofac-50',
  threshold: 50,
  strict: false,
  consolidation: 'unknown',
  undeclared: 'closed',
}

/** A subsidiary in EO 14203, section 8(c): held more than 50 percent, or consolidated. */
export const SUBSIDIARY: OwnershipRule = {
  id: 'subsidiary',
  threshold: 50,
  strict: true,
  consolidation: 'holds',
  undeclared: 'open',
}
