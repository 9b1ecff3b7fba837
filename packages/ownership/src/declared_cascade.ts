/**
 * The cascade: from the entities a rule starts with down to all that their group holds.
 *
 * Unknown facts are completed by the caller: `adverse(fact)` true takes an imprecise share at its
 * top and undeclared owners as members of the group, false at its bottom and as strangers. Both
 * completions together answer a question with yes, no or unknown (semantics, section 6).
 */
import {
  controlFact,
  type OwnershipGraph,
  type OwnershipStake,
  ownersFact,
  shareFact,
} from './declared.ts'
import type { OwnershipRule } from './rule.ts'

/** How an unknown fact is completed. */
export type Completion = (fact: string) => boolean

/** Why an entity belongs to the group. */
export type Holding =
  | { readonly kind: 'root' }
  | { readonly kind: 'held'; readonly by: readonly OwnershipStake[]; readonly percent: number }

/**
 * The group of the roots: the least fixed point of "held by members to the rule's measure".
 *
 * Stakes add up and are never multiplied; a stake counts only when its owner is itself a member.
 * Runs in time linear in the stakes of members times their owners; cycles end because the group
 * only grows.
 *
 * @returns every member with the stakes that make it one; the order is that of discovery
 */
export function groupOf(
  graph: OwnershipGraph,
  roots: Iterable<string>,
  rule: OwnershipRule,
  adverse: Completion,
): ReadonlyMap<string, Holding> {
  const group = new Map<string, Holding>()
  const queue: string[] = []
  for (const root of roots) {
    group.set(root, { kind: 'root' })
    queue.push(root)
  }
  for (let next = 0; next < queue.length; next += 1) {
    for (const { asset } of graph.stakesOf(queue[next]!)) {
      if (group.has(asset)) continue
      const holding = heldBy(graph, asset, (owner) => group.has(owner), rule, adverse)
      if (holding === null) continue
      group.set(asset, holding)
      queue.push(asset)
    }
  }
  return group
}

/** Shares are told apart down to a millionth of a percent: sums of fractions come out exact. */
const SHARE_STEP = 1e-6

function heldBy(
  graph: OwnershipGraph,
  asset: string,
  isMember: (owner: string) => boolean,
  rule: OwnershipRule,
  adverse: Completion,
): Holding | null {
  const by: OwnershipStake[] = []
  let percent = 0
  let open = false
  let completedUp = false
  let others = 0
  let othersOpen = false
  for (const stake of graph.stakesIn(asset)) {
    if (!isMember(stake.owner)) {
      others += stake.share.low
      othersOpen ||= stake.share.openLow
      continue
    }
    by.push(stake)
    if (stake.share.consolidated && rule.consolidation === 'holds') {
      return { kind: 'held', by: [stake], percent: Number.NaN }
    }
    const imprecise = stake.share.low !== stake.share.high
    if (imprecise && adverse(shareFact(stake))) {
      percent += stake.share.high
      completedUp = true
    } else {
      percent += stake.share.low
      open ||= stake.share.openLow
    }
  }
  const undeclared = rule.undeclared === 'open' && graph.undeclared(asset)
  if (undeclared && by.length > 0 && adverse(ownersFact(asset))) {
    // Who is not declared may hold for a member.
    percent = Math.max(0, 100 - others)
    completedUp = true
  }
  const room = Math.max(0, 100 - others)
  // Strangers who hold more than a bound leave less than its rest.
  if (percent >= room) percent = othersOpen ? room - SHARE_STEP : room
  percent = Math.round(percent * 1e6) / 1e6
  const atThreshold = percent === rule.threshold
  const settled = percent > rule.threshold || (atThreshold && (open || !rule.strict))
  // Exactly half may control or not: a fact of its own, unless a band was completed up to it.
  const controls = atThreshold && (completedUp || adverse(controlFact(asset)))
  return settled || controls ? { kind: 'held', by, percent } : null
}

/** True when owners that nobody declared may hold the asset by the rule. */
export function mayHaveUndeclaredHolder(
  graph: OwnershipGraph,
  asset: string,
  rule: OwnershipRule,
): boolean {
  if (rule.undeclared === 'closed' || !graph.undeclared(asset)) return false
  const declared = graph.stakesIn(asset).reduce((sum, stake) => sum + stake.share.low, 0)
  const controlled = graph.stakesIn(asset).some((stake) => stake.share.consolidated)
  const rest = 100 - declared
  // Exactly the threshold leaves open who controls.
  return !controlled && rest >= rule.threshold
}

/** True when the undeclared owners, with a declared one, may come to the rule's measure. */
function mayMatterWhoElse(graph: OwnershipGraph, asset: string, rule: OwnershipRule): boolean {
  if (rule.undeclared === 'closed' || !graph.undeclared(asset)) return false
  const stakes = graph.stakesIn(asset)
  if (stakes.some((stake) => stake.share.consolidated)) return false
  const largest = stakes.reduce((most, { share }) => Math.max(most, share.low), 0)
  const declared = stakes.reduce((sum, { share }) => sum + share.low, 0)
  return declared < 100 && 100 - largest >= rule.threshold
}

/** Everyone above a party along declared stakes, the party first. */
export function ownersAbove(graph: OwnershipGraph, party: string): readonly string[] {
  const seen = new Set([party])
  for (const id of seen) for (const stake of graph.stakesIn(id)) seen.add(stake.owner)
  return [...seen]
}

/** The unknown facts about shares and owners at a party and above it. */
export function openFacts(graph: OwnershipGraph, party: string, rule: OwnershipRule): string[] {
  const facts: string[] = []
  for (const id of ownersAbove(graph, party)) {
    if (mayMatterWhoElse(graph, id, rule)) facts.push(ownersFact(id))
    for (const stake of graph.stakesIn(id)) {
      const { low, high, consolidated } = stake.share
      const settled = low === high || (consolidated && rule.consolidation === 'holds')
      if (!settled) facts.push(shareFact(stake))
    }
    const sum = graph.stakesIn(id).reduce((total, stake) => total + stake.share.low, 0)
    if (rule.strict && sum >= rule.threshold) facts.push(controlFact(id))
  }
  return facts
}
