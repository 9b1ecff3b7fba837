/**
 * The topmost parent of a party: the undertaking that controls it and that no undertaking controls.
 * Regulation (EU) 2022/2554 (DORA) and its register of information ask for the "ultimate parent
 * undertaking"; a parent undertaking is one that controls subsidiaries (Directive 2013/34/EU,
 * Article 2(9)), by a majority of votes first of all (Article 22(1)(a)). GLEIF's level 2 states
 * whom the topmost accounts consolidate (RR-CDF 2.1, IS_ULTIMATELY_CONSOLIDATED_BY).
 *
 * - A group is counted together: with 60 percent of two companies that hold 30 percent each of a
 *   third, more than half of the third is held.
 * - Persons and states are no undertakings. The chain ends below them, and they are named apart.
 *   GLEIF does the same: its reason NATURAL_PERSONS means that there is no parent.
 * - Exactly the threshold, or another influence, may control or not: unknown, who does is asked.
 * - Companies that hold each other's majority have no topmost one; the answer is no, with the ring.
 * - A source that states the topmost parent ends the chain there: that this parent's own owners are
 *   not declared leaves nothing open. Where declared stakes lead elsewhere, both are kept.
 */
import type { Tri } from '@holdfast/kernel'
import type { OwnershipAnswer } from './answer.ts'
import { exceptionMeaning } from './gleif/exceptions.ts'
import type { PartyGraph } from './graph.ts'
import {
  type ControlRule,
  groupFrom,
  HOLDERS_MAX,
  type Holders,
  hiddenHolder,
  holdersAbove,
  OTHERS_STRANGERS,
} from './group.ts'
import { marksAbove } from './holder_proof.ts'
import type { PartyRecord } from './records.ts'
import type { TopRule } from './rule_data.ts'
import { PERCENT } from './share.ts'
import { OTHERS_UNKNOWN } from './stake_table.ts'
import { smallestTopFacts, topFacts } from './top_facts.ts'
import { topProof } from './top_proof.ts'

export interface TopAnswer extends OwnershipAnswer {
  /** The topmost parent; null unless the answer is yes. */
  readonly top: number | null
  /** Companies that hold each other's majority, so that none is the topmost. */
  readonly ring: readonly number[]
  /** Persons and states who surely control the topmost parent, or the party where none is. */
  readonly behind: readonly number[]
  /** Whom sources call the topmost parent. */
  readonly stated: readonly number[]
  /** Whether what sources call topmost is where stakes lead; null when none says so. */
  readonly agrees: Tri | null
  /** More parties stand above it than are followed. */
  readonly tooLarge: boolean
}

/** Holders above a party, with what sources say of the topmost. */
export interface TopWorld {
  readonly holders: Holders
  /** For each holder whether it can be a parent: persons and states cannot. */
  readonly undertakings: readonly boolean[]
  /** Holders whom a source calls the party's topmost parent. */
  readonly stated: readonly number[]
  /** Known: the source is right, or null where the stakes decide. */
  readonly ruled: number | null
}

/** What a world says of the topmost parent: a holder, that there is none, or neither. */
export type TopFound =
  | { readonly kind: 'top'; readonly holder: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly disputed: boolean }

/** What the UK register of people with significant control says, as it is spelt there. */
const NOBODY_SIGNIFICANT = 'no-individual-or-entity-with-signficant-control'

/** Answers whether a party has a topmost parent, and which. */
export function answerTop(graph: PartyGraph, party: number, rule: TopRule): TopAnswer {
  const threshold = rule.threshold * PERCENT
  const control: ControlRule = { threshold, mayFrom: threshold }
  const world = topWorld(graph, party)
  const { holders, stated } = world
  const tooLarge = holders.parties.length > HOLDERS_MAX
  const found = tooLarge ? OPEN : topOf(world, control)
  const number = (holder: number): number => holders.parties[holder]!
  const open = found.kind === 'open' && !tooLarge ? topFacts(graph, world, control, found) : []
  const missing = smallestTopFacts(world, open, (one) => topOf(one, control).kind !== 'open')
  const top = found.kind === 'top' ? found.holder : null
  const least = tooLarge ? [] : groupsOf(world, control, 'least')
  return {
    party,
    rule: rule.id,
    answer: found.kind === 'open' ? 'unknown' : found.kind === 'top' ? 'yes' : 'no',
    percent: null,
    proof: tooLarge ? [] : topProof(graph, holders, control, found),
    missing: missing.facts,
    smallest: missing.smallest,
    marks: marksAbove(graph, holders),
    top: top === null ? null : number(top),
    ring: found.kind === 'none' ? ringOf(world, least).map(number) : [],
    behind: tooLarge ? [] : behind(world, control, top ?? 0).map(number),
    stated: stated.map(number),
    agrees: agreement(found, stated),
    tooLarge,
  }
}

const OPEN: TopFound = { kind: 'open', disputed: false }

function topWorld(graph: PartyGraph, party: number): TopWorld {
  const above = holdersAbove(graph.table, party)
  const topmost = (row: number | null): boolean =>
    row !== null && graph.stake(row).ties.some(({ kind }) => kind === 'ultimate-consolidation')
  const stated = above.stakesIn[0]!.filter(({ row }) => topmost(row)).map(({ owner }) => owner)
  const ends = new Set(
    above.stakesIn.flat().flatMap(({ row, owner }) => (topmost(row) ? [owner] : [])),
  )
  const others = above.others.map((known, holder) => {
    if (known !== OTHERS_UNKNOWN) return known
    const closed = ends.has(holder) || hasNoParent(graph.record(above.parties[holder]!))
    return closed ? OTHERS_STRANGERS : known
  })
  const undertakings = above.parties.map((one) => isUndertaking(graph.record(one)))
  return { holders: { ...above, others }, undertakings, stated, ruled: null }
}

/**
 * Whether a register gives a reason by which no undertaking controls the party. NON_CONSOLIDATING
 * is none: entities control it that merely draw up no group accounts.
 */
function hasNoParent({ missing }: PartyRecord): boolean {
  return missing.some(({ reason }) => {
    const controlled = exceptionMeaning(reason)?.controlled
    return (
      controlled === 'persons' || controlled === 'nobody-known' || reason === NOBODY_SIGNIFICANT
    )
  })
}

/** A party of which no kind is known is taken for one: registers say so of persons. */
function isUndertaking({ kind }: PartyRecord): boolean {
  return kind !== 'person' && kind !== 'state'
}

/** The group of every undertaking, one that nobody named last; null for those that are none. */
function groupsOf(
  { holders, undertakings }: TopWorld,
  control: ControlRule,
  end: 'least' | 'most',
): readonly (Uint8Array | null)[] {
  const hidden = end === 'most'
  const groups = undertakings.map((is, holder) =>
    is ? groupFrom(holders, holder, control, end, hidden) : null,
  )
  return [...groups, groupFrom(holders, hiddenHolder(holders), control, end, hidden)]
}

/**
 * What is certain of the topmost parent. Both ends of each group are attained, so a holder is named
 * only where it is the topmost in every completion, and none only where none is in any.
 */
export function topOf(world: TopWorld, control: ControlRule): TopFound {
  const least = groupsOf(world, control, 'least')
  const most = groupsOf(world, control, 'most')
  const isUnder = (groups: readonly (Uint8Array | null)[], holder: number): boolean =>
    groups.some((group, one) => one !== holder && group?.[holder] === 1)
  const holders = least.flatMap((group, holder) => (group === null || holder === 0 ? [] : [holder]))
  if (world.ruled !== null) return { kind: 'top', holder: world.ruled }
  const certain = holders.filter((one) => least[one]![0] === 1 && !isUnder(most, one))
  const possible = holders.filter((one) => most[one]![0] === 1 && !isUnder(least, one))
  if (possible.length === 0) return { kind: 'none' }
  const disputed = certain.length > 1 || contradicts(world.stated, certain)
  if (certain.length === 1 && !disputed) return { kind: 'top', holder: certain[0]! }
  return { kind: 'open', disputed }
}

function contradicts(stated: readonly number[], certain: readonly number[]): boolean {
  return stated.length > 0 && certain.some((one) => !stated.includes(one))
}

/** Companies above the party, itself among them, that control each other. */
function ringOf(world: TopWorld, least: readonly (Uint8Array | null)[]): readonly number[] {
  const numbers = world.holders.parties.map((_, number) => number)
  const controls = (one: number, other: number): boolean => least[one]?.[other] === 1
  return numbers.filter((one) => {
    if (one !== 0 && !controls(one, 0)) return false
    return numbers.some((other) => other !== one && controls(one, other) && controls(other, one))
  })
}

function behind(
  { holders, undertakings }: TopWorld,
  control: ControlRule,
  of: number,
): readonly number[] {
  const numbers = holders.parties.map((_, number) => number)
  return numbers.filter(
    (one) => !undertakings[one] && groupFrom(holders, one, control, 'least', false)[of] === 1,
  )
}

function agreement(found: TopFound, stated: readonly number[]): Tri | null {
  if (stated.length === 0) return null
  if (found.kind === 'top') return stated.includes(found.holder) ? 'yes' : 'no'
  return found.kind === 'open' && found.disputed ? 'no' : 'unknown'
}
