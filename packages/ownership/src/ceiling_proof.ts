/** Why a party is within the ceilings, over one of them, or neither for certain: step by step. */
import type { Tri } from '@holdfast/kernel'
import type { ProofStep } from './answer.ts'
import type { CeilingWorld } from './ceilings.ts'
import type { PartyGraph } from './graph.ts'
import { type ControlRule, groupTogether, heldBy, hiddenHolder, smallHolders } from './group.ts'
import { provenStakes } from './holder_proof.ts'
import type { Share } from './share.ts'

/**
 * One step for each company between the party and holders from outside, the topmost first, and one
 * for the party. Where the answer is no, only companies that outsiders surely control are told.
 */
export function ceilingProof(
  graph: PartyGraph,
  { holders, outside }: CeilingWorld,
  control: ControlRule,
  answer: Tri,
  together: Share,
): readonly ProofStep[] {
  const numbers = holders.parties.map((_, number) => number).filter((number) => number > 0)
  const sure = numbers.filter((one) => outside[one] === 'yes')
  const possible = numbers.filter((one) => outside[one] !== 'no')
  const unnamed = [hiddenHolder(holders), smallHolders(holders)]
  const least = groupTogether(holders, sure, control, 'least')
  const most = groupTogether(holders, [...possible, ...unnamed], control, 'most')
  const counted = answer === 'no' ? least : most
  const steps: ProofStep[] = []
  for (const asset of numbers.toReversed()) {
    const stakes = holders.stakesIn[asset]!
    if (outside[asset] !== 'no' || stakes.every(({ owner }) => most[owner] !== 1)) continue
    const isSure = (one: number): boolean => one !== asset && least[one] === 1
    const held = heldBy(holders, asset, isSure, 'least', false)
    const high = heldBy(holders, asset, (one) => one !== asset && most[one] === 1, 'most', true)
    const percent = { low: held.sum, high: high.sum, openLow: false, openHigh: false }
    const because = reached(least[asset] === 1, most[asset] === 1, held.controls)
    if (answer === 'no' && least[asset] !== 1) continue
    const proven = provenStakes(graph, holders, asset, counted)
    const share = because === 'consolidated' ? null : percent
    steps.push({ party: holders.parties[asset]!, because, percent: share, stakes: proven })
  }
  const because = answer === 'no' ? 'over-ceiling' : answer === 'yes' ? 'within-ceilings' : 'open'
  const stakes = provenStakes(graph, holders, 0, counted)
  return [...steps, { party: holders.parties[0]!, because, percent: together, stakes }]
}

function reached(sure: boolean, possible: boolean, controls: boolean): ProofStep['because'] {
  if (sure) return controls ? 'consolidated' : 'held'
  return possible ? 'open' : 'not-enough'
}
