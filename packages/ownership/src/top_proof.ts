/** How the topmost parent holds the party, step by step from the top down. */
import type { ProofStep } from './answer.ts'
import type { PartyGraph } from './graph.ts'
import { type ControlRule, groupFrom, type Holders, heldBy } from './group.ts'
import { provenStakes } from './holder_proof.ts'
import type { TopFound } from './top.ts'

/**
 * For a parent one step for it and one for each company of its group, those relied on first; for
 * none one step for the party with its owners. Empty while it is open.
 */
export function topProof(
  graph: PartyGraph,
  holders: Holders,
  control: ControlRule,
  found: TopFound,
): readonly ProofStep[] {
  if (found.kind === 'open') return []
  const start = found.kind === 'top' ? found.holder : 0
  const party = holders.parties[start]
  if (party === undefined) return []
  const listed = new Uint8Array(holders.parties.length + 2)
  const first: ProofStep = {
    party,
    because: 'top',
    percent: null,
    stakes: provenStakes(graph, holders, start, listed),
  }
  if (found.kind === 'none') return [first]
  const group = groupFrom(holders, start, control, 'least', false)
  const steps = [first]
  listed[start] = 1
  for (let grown = true; grown; ) {
    grown = false
    for (let asset = holders.parties.length - 1; asset >= 0; asset -= 1) {
      if (group[asset] !== 1 || listed[asset] === 1) continue
      const step = stepOf(graph, holders, control, asset, listed)
      if (step === null) continue
      steps.push(step)
      listed[asset] = 1
      grown = true
    }
  }
  return steps
}

function stepOf(
  graph: PartyGraph,
  holders: Holders,
  control: ControlRule,
  asset: number,
  listed: Uint8Array,
): ProofStep | null {
  const isListed = (one: number): boolean => listed[one] === 1
  const { sum, controls } = heldBy(holders, asset, isListed, 'least', false)
  const ruled = holders.ruling[asset]!
  const isRuled = ruled >= 0 && isListed(ruled)
  if (!controls && sum <= control.threshold && !isRuled) return null
  const high = heldBy(holders, asset, isListed, 'most', false).sum
  const percent = { low: sum, high: Math.max(sum, high), openLow: false, openHigh: false }
  return {
    party: holders.parties[asset]!,
    because: controls ? 'consolidated' : 'held',
    percent: controls ? null : percent,
    stakes: provenStakes(graph, holders, asset, listed),
  }
}
