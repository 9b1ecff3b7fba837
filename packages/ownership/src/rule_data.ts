/**
 * Rules of ownership as data: `data/ownership/rules.yaml` holds them, this is their shape. One
 * engine serves all rules of a kind.
 */
interface RuleHead {
  readonly id: string
  readonly name: string
  /** Where the rule stands. */
  readonly cite: readonly string[]
}

/**
 * Spreads down from those it starts with to all that they hold: OFAC's 50 percent rule, the
 * subsidiaries and branches of EO 14203. Stakes add up and are never multiplied; an owner counts
 * only when it is itself reached.
 */
export interface CascadeRule extends RuleHead {
  readonly kind: 'cascade'
  /** Whoever is listed, or whoever is organised under the law of a country or a group of them. */
  readonly start: 'listed' | { readonly organisedUnder: string }
  /** Percent that members must hold together. */
  readonly threshold: number
  /** True: more than the threshold; false: the threshold is enough. */
  readonly strict: boolean
  /** True: stakes of strangers to each other add up; false: each start has a group of its own. */
  readonly aggregate: boolean
  /** What consolidation without a share says: it holds, or the share is unknown. */
  readonly control: 'holds' | 'unknown'
  /** True: a branch of a member is a member. */
  readonly branches: boolean
  /** Whether owners that are not declared leave the question open. */
  readonly undeclared: 'open' | 'closed'
}

/** Holders from outside a group of countries hold at most so much: SecNumCloud 3.2, 19.6. */
export interface CeilingRule extends RuleHead {
  readonly kind: 'ceilings'
  /** A group of countries of `data/countries.yaml`. */
  readonly outside: string
  /** Percent of one holder, and of all together; more is too much. */
  readonly each: number
  readonly together: number
}

/** The topmost parent along control: DORA, GLEIF level 2. */
export interface TopRule extends RuleHead {
  readonly kind: 'top'
  /** Percent above which a holder is a parent. */
  readonly threshold: number
}

export type Rule = CascadeRule | CeilingRule | TopRule
