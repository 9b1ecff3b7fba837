/** Facts about ceilings that are not known, and the smallest set that settles the answer. */
import type { MissingFact } from './answer.ts'
import type { CeilingWorld } from './ceilings.ts'
import type { PartyGraph } from './graph.ts'
import {
  type ControlRule,
  groupTogether,
  type HeldStake,
  type Holders,
  heldBy,
  hiddenHolder,
  RULING_NOBODY,
  RULING_OPEN,
  RULING_TOGETHER,
  smallHolders,
} from './group.ts'
import {
  type HolderEdit,
  isCrowded,
  missingFact,
  ownersEdits,
  ownersOf,
  restOf,
  rulingEdit,
  stakeEdits,
  stakeFact,
  unnamedOwners,
} from './holder_edits.ts'
import type { CeilingRule } from './rule_data.ts'
import { type OpenFact, type Settling, smallestSettling, triesFor } from './settle.ts'
import { PERCENT } from './share.ts'
import { OTHERS_DISPERSED, OTHERS_UNKNOWN } from './stake_table.ts'

/** How a world looks once a fact is known. */
type Edit = (world: CeilingWorld) => CeilingWorld

export interface CeilingFact extends OpenFact<Edit> {
  readonly fact: MissingFact
}

/** All facts on which an answer about ceilings may depend. */
export function ceilingFacts(
  graph: PartyGraph,
  { holders, outside, of }: CeilingWorld,
  rule: CeilingRule,
  control: ControlRule,
): readonly CeilingFact[] {
  const stated = (fact: MissingFact, { low, high }: HeldStake): MissingFact =>
    of === 'capital' ? fact : { ...fact, share: { low, high, openLow: false, openHigh: false } }
  const ofParty = [rule.each * PERCENT, rule.together * PERCENT]
  const ofCompany = [control.threshold, control.mayFrom - 1]
  const numbers = holders.parties.map((_, one) => one)
  const possible = numbers.filter((one) => one !== 0 && outside[one] !== 'no')
  const reached = groupTogether(holders, [...possible, hiddenHolder(holders)], control, 'most')
  return numbers.flatMap((asset) => {
    const limits = asset === 0 ? ofParty : ofCompany
    const facts: CeilingFact[] = []
    if (asset > 0 && outside[asset] === 'unknown') facts.push(seatFact(holders, asset))
    for (const stake of holders.stakesIn[asset]!) {
      // Whoever controls a company holds its stakes whole, however much of it.
      const fact = stake.controls && asset > 0 ? null : stakeFact(graph, holders, stake)
      if (fact === null) continue
      const values = lift(stakeEdits(holders, stake, limits))
      facts.push({ fact: stated(fact, stake), values })
    }
    const ruled = asset > 0 && mayBeRuled(holders, asset, reached, control)
    return [
      ...facts,
      ...ownersFact(holders, asset, control, limits),
      ...(ruled ? [ruling(asset)] : []),
    ]
  })

  function ruling(asset: number): CeilingFact {
    const rulings = [RULING_NOBODY, RULING_TOGETHER, ...ownersOf(holders, asset)]
    const values = lift(rulings.map((one) => rulingEdit(asset, one)))
    return { fact: missingFact('control', holders.parties[asset]!), values }
  }
}

function lift(edits: readonly HolderEdit[]): readonly Edit[] {
  return edits.map((edit) => (world) => ({ ...world, holders: edit(world.holders) }))
}

function seatFact(holders: Holders, party: number): CeilingFact {
  const values = (['yes', 'no'] as const).map(
    (value): Edit =>
      (world) => ({ ...world, outside: world.outside.with(party, value) }),
  )
  return { fact: missingFact('seat', holders.parties[party]!), values }
}

/** Who the undeclared owners are: one from outside, many small ones from outside, or neither. */
function ownersFact(
  holders: Holders,
  asset: number,
  control: ControlRule,
  limits: readonly number[],
): readonly CeilingFact[] {
  const others = holders.others[asset]!
  const rest = restOf(holders, asset)
  const open = others === OTHERS_UNKNOWN || (others === OTHERS_DISPERSED && asset === 0)
  if (!open || rest <= 0) return []
  const holdersOf = [
    ...(others === OTHERS_UNKNOWN ? unnamedOwners(holders, asset) : []),
    ...(asset === 0 ? [smallHolders(holders)] : []),
  ]
  const values = holdersOf.flatMap((one) =>
    lift(ownersEdits(holders, asset, one, control, limits, true)),
  )
  const share = { low: 0, high: rest, openLow: false, openHigh: false }
  return [{ fact: missingFact('owners', holders.parties[asset]!, null, share), values }]
}

/** Whether somebody from outside may control a company without a majority. */
function mayBeRuled(
  holders: Holders,
  asset: number,
  reached: Uint8Array,
  control: ControlRule,
): boolean {
  if (reached[asset] !== 1 || holders.ruling[asset] !== RULING_OPEN) return false
  // Where nobody is named, who the owners are says who controls.
  const stakes = holders.stakesIn[asset]!
  if (stakes.length === 0) return false
  if (stakes.some((stake) => stake.controls || stake.low > control.threshold)) return false
  const held = heldBy(holders, asset, (one) => one !== asset && reached[one] === 1, 'most', true)
  return held.sum >= control.mayFrom
}

/**
 * The smallest set of facts that settles the answer; all of them, and no claim that they are the
 * fewest, where the search is too long or nothing says how to judge.
 *
 * @param isSettled null for readings in which shares multiply: their limits are not searched
 */
export function smallestCeilingFacts(
  world: CeilingWorld,
  open: readonly CeilingFact[],
  isSettled: ((world: CeilingWorld) => boolean) | null,
): Settling<MissingFact> {
  const facts = open.map(({ fact }) => fact)
  if (isSettled === null) return { facts, smallest: open.length <= 1 }
  const { stakesIn, parties } = world.holders
  const settles = (edits: readonly Edit[]): boolean =>
    isSettled(edits.reduce((edited, edit) => edit(edited), world))
  const stakes = stakesIn.reduce((sum, one) => sum + one.length, 1)
  const found = smallestSettling(open, settles, triesFor(stakes * parties.length * 6))
  const smallest = found.smallest && (open.length === 0 || !isCrowded(world.holders))
  return { facts: found.facts.map(({ fact }) => fact), smallest }
}
