/** Facts about the topmost parent that are not known, and the smallest set that settles it. */
import type { MissingFact } from './answer.ts'
import type { PartyGraph } from './graph.ts'
import {
  type ControlRule,
  type End,
  groupFrom,
  type Holders,
  heldBy,
  RULING_NOBODY,
  RULING_OPEN,
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
import { type OpenFact, type Settling, smallestSettling, triesFor } from './settle.ts'
import { OTHERS_UNKNOWN } from './stake_table.ts'
import type { TopFound, TopWorld } from './top.ts'

type Edit = (world: TopWorld) => TopWorld

export interface TopFact extends OpenFact<Edit> {
  readonly fact: MissingFact
}

/** All facts on which the topmost parent may depend. */
export function topFacts(
  graph: PartyGraph,
  world: TopWorld,
  control: ControlRule,
  found: TopFound,
): readonly TopFact[] {
  const { holders } = world
  // What just reaches the threshold, and what just passes it.
  const limits = [control.threshold - 1, control.threshold]
  const ruled = ruledAssets(world, control)
  const facts: TopFact[] = []
  for (let asset = 0; asset < holders.parties.length; asset += 1) {
    for (const stake of holders.stakesIn[asset]!) {
      const fact = stake.controls ? null : stakeFact(graph, holders, stake)
      if (fact !== null) facts.push({ fact, values: lift(stakeEdits(holders, stake, limits)) })
    }
    const rest = restOf(holders, asset)
    const isControlled = holders.stakesIn[asset]!.some(
      (stake) => stake.controls || stake.low > control.threshold,
    )
    if (holders.others[asset] === OTHERS_UNKNOWN && rest > 0 && !isControlled) {
      const share = { low: 0, high: rest, openLow: false, openHigh: false }
      const fact = missingFact('owners', holders.parties[asset]!, null, share)
      const owners = unnamedOwners(holders, asset)
      const edits = owners.flatMap((one) =>
        ownersEdits(holders, asset, one, control, limits, false),
      )
      facts.push({ fact, values: lift(edits) })
    }
    if (ruled.has(asset)) facts.push(rulingFact(holders, asset))
  }
  return found.kind === 'open' && found.disputed ? [...facts, ...sources(world)] : facts
}

function lift(edits: readonly HolderEdit[]): readonly Edit[] {
  return edits.map((edit) => (world) => ({ ...world, holders: edit(world.holders) }))
}

/** Assets of which somebody may hold exactly the threshold, which may control or not. */
function ruledAssets(
  { holders, undertakings }: TopWorld,
  control: ControlRule,
): ReadonlySet<number> {
  const numbers = holders.parties.map((_, number) => number)
  const open = numbers.filter((asset) => {
    // Where nobody is named, who the owners are says who controls.
    const stakes = holders.stakesIn[asset]!
    if (stakes.length === 0) return false
    if (stakes.some((stake) => stake.controls || stake.low > control.threshold)) return false
    return holders.ruling[asset] === RULING_OPEN
  })
  const ruled = new Set<number>()
  for (const [holder, is] of [...undertakings, true].entries()) {
    if (!is) continue
    const least = groupFrom(holders, holder, control, 'least', false)
    const most = groupFrom(holders, holder, control, 'most', true)
    for (const asset of open) {
      if (holder === asset) continue
      const held = (group: Uint8Array, end: End): number => {
        const isMember = (one: number): boolean => one !== asset && group[one] === 1
        return heldBy(holders, asset, isMember, end, end === 'most').sum
      }
      if (held(most, 'most') < control.mayFrom) continue
      if (held(least, 'least') <= control.threshold) ruled.add(asset)
    }
  }
  return ruled
}

function rulingFact(holders: Holders, asset: number): TopFact {
  const values = lift(
    [RULING_NOBODY, ...ownersOf(holders, asset)].map((one) => rulingEdit(asset, one)),
  )
  return { fact: missingFact('control', holders.parties[asset]!), values }
}

/** Sources name one topmost parent and stakes lead to another: which of them is right. */
function sources(world: TopWorld): readonly TopFact[] {
  const { holders, stated } = world
  const right = stated.map(
    (ruled): Edit =>
      (one) => ({ ...one, ruled }),
  )
  const wrong: Edit = (one) => ({ ...one, stated: [] })
  const fact = missingFact('sources', holders.parties[0]!)
  return [{ fact, values: [...right, wrong] }]
}

/** The smallest set of facts that settles who is the topmost parent; all where that is too long. */
export function smallestTopFacts(
  world: TopWorld,
  open: readonly TopFact[],
  isSettled: (world: TopWorld) => boolean,
): Settling<MissingFact> {
  const { stakesIn, parties } = world.holders
  const settles = (edits: readonly Edit[]): boolean =>
    isSettled(edits.reduce((edited, edit) => edit(edited), world))
  const stakes = stakesIn.reduce((sum, one) => sum + one.length, 1)
  const found = smallestSettling(open, settles, triesFor(stakes * parties.length * 4))
  const smallest = found.smallest && (open.length === 0 || !isCrowded(world.holders))
  return { facts: found.facts.map(({ fact }) => fact), smallest }
}
