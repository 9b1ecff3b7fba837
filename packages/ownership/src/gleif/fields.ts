/** Records of GLEIF as all three formats hold them: texts as printed, empty where there is none. */

/** A record of level 1: who is who (LEI-CDF 2.1 and 3.1). */
export interface EntityFields {
  readonly lei: string
  readonly name: string
  /** Former, trading and transliterated names. */
  readonly otherNames: readonly string[]
  /** `RA000585`, of GLEIF's list of registration authorities. */
  readonly authority: string
  /** The number under which the authority has the entity. */
  readonly number: string
  /** `US-DE`, `SK`. */
  readonly jurisdiction: string
  /** `GENERAL`, `FUND`, `BRANCH`, `SOLE_PROPRIETOR`, `RESIDENT_GOVERNMENT_ENTITY`, … */
  readonly category: string
  /** Country of the legal address, and of the headquarters. */
  readonly legalCountry: string
  readonly headCountry: string
  /** `ACTIVE`, `INACTIVE`, `NULL`. */
  readonly status: string
  /** `ISSUED`, `LAPSED`, `ANNULLED`, … */
  readonly registration: string
}

/** A record of level 2: who consolidates whom (RR-CDF 1.1 and 2.1). */
export interface RelationFields {
  /** The node that the relation starts from, which is below; and the one above. */
  readonly below: string
  readonly above: string
  /** `IS_DIRECTLY_CONSOLIDATED_BY`, … */
  readonly type: string
  readonly periods: readonly PeriodFields[]
  /** `ACTIVE`, `INACTIVE`, `NULL`. */
  readonly status: string
  /** `PUBLISHED`, `LAPSED`, `RETIRED`, `ANNULLED`, … */
  readonly registration: string
  /** When the record was first registered, and last changed. */
  readonly registered: string
  readonly updated: string
}

export interface PeriodFields {
  /** `RELATIONSHIP_PERIOD`, `ACCOUNTING_PERIOD`, `DOCUMENT_FILING_PERIOD`. */
  readonly type: string
  readonly start: string
  readonly end: string
}

/** A reporting exception (RR-CDF 1.1 and 2.1). */
export interface ExceptionFields {
  readonly lei: string
  /** `DIRECT_ACCOUNTING_CONSOLIDATION_PARENT`, `ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT`. */
  readonly category: string
  readonly reasons: readonly string[]
}
