/** What GLEIF's reporting exceptions mean: why an entity names no parent (level 2, RR-CDF 2.1). */

/**
 * What a reason says of the entity's owners.
 *
 * - `consolidated`: `no` when nobody consolidates the entity in accounts, by the reason's own
 *   words; `unknown` when a parent may exist that is only not named.
 * - `controlled`: by whom the reason says that it is controlled. `persons`: by natural persons,
 *   with no legal entity between. `nobody-known`: nobody is known to, for example because its
 *   shares are widely held. `entities`: by legal entities that draw up no consolidated accounts:
 *   there is a parent in the sense of control. `unknown`: the reason does not say.
 */
export interface ExceptionMeaning {
  readonly consolidated: 'no' | 'unknown'
  readonly controlled: 'persons' | 'nobody-known' | 'entities' | 'unknown'
}

const UNKNOWN: ExceptionMeaning = { consolidated: 'unknown', controlled: 'unknown' }

/**
 * Reasons as the files write them, 2.1 first. Those of 1.1 that 2.1 joined into `NON_PUBLIC` say
 * that a parent is kept back for a cause; `NO_LEI` that there is one without an LEI.
 * Source: GLEIF, Reporting Exceptions Format, list of reasons; LEI ROC, Collecting data on direct
 * and ultimate parents (10 March 2016), section 2.3.
 */
const MEANINGS: ReadonlyMap<string, ExceptionMeaning> = new Map([
  ['NATURAL_PERSONS', { consolidated: 'no', controlled: 'persons' }],
  ['NO_KNOWN_PERSON', { consolidated: 'no', controlled: 'nobody-known' }],
  ['NON_CONSOLIDATING', { consolidated: 'no', controlled: 'entities' }],
  ['NON_PUBLIC', UNKNOWN],
  ['NO_LEI', UNKNOWN],
  ['BINDING_LEGAL_COMMITMENTS', UNKNOWN],
  ['CONSENT_NOT_OBTAINED', UNKNOWN],
  ['DETRIMENT_NOT_EXCLUDED', UNKNOWN],
  ['DISCLOSURE_DETRIMENTAL', UNKNOWN],
  ['LEGAL_OBSTACLES', UNKNOWN],
])

/** What a reason means; null for one that GLEIF's list does not have. */
export function exceptionMeaning(reason: string): ExceptionMeaning | null {
  return MEANINGS.get(reason) ?? null
}

/**
 * Whether a reason says that nobody consolidates the entity in accounts: `NATURAL_PERSONS`,
 * `NO_KNOWN_PERSON`, `NON_CONSOLIDATING`. It does not say that nobody holds shares in it, and under
 * `NON_CONSOLIDATING` legal entities control it: where control counts, ask `exceptionMeaning`.
 */
export function meansNoParent(reason: string): boolean {
  return exceptionMeaning(reason)?.consolidated === 'no'
}
