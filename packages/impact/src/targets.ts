/** Who is a target of a regime, and when: the lists, the scenario, and what targets own. */
import type { Scenario } from '@holdfast/dossier'
import { type Day, formatDay, NEVER, state } from '@holdfast/kernel'
import type { Regime } from '@holdfast/law'
import { shareText } from '@holdfast/ownership'
import type { Completion, Ground } from './ground.ts'
import type { Listing, TargetSpan } from './listings.ts'
import type { Group } from './owners.ts'
import type { World } from './world.ts'

export type Targets = ReadonlyMap<string, readonly TargetSpan[]>

/** The spans of every target of a regime under a completion, each party's in order of time. */
export function targetsOf(
  ground: Ground,
  world: World,
  listed: readonly Listing[],
  scenario: Scenario,
  regime: Regime,
  adverse: Completion,
): Targets {
  const spans = new Map<string, TargetSpan[]>()
  for (const listing of listed) {
    if (listing.regime !== regime.id) continue
    for (const span of listing.spans) {
      if (span.fact === null || adverse(span.fact)) add(spans, listing.party, span)
    }
  }
  for (const decision of scenario.decisions) {
    if (decision.kind === 'designate' && decision.regime === regime.id) {
      for (const party of decision.targets) {
        const already = (spans.get(party) ?? []).some((one) => isIn(one, decision.on))
        if (!already) add(spans, party, decidedSpan(ground, regime, party, decision))
      }
    }
    if (decision.kind === 'lift' && decision.regime === regime.id) {
      for (const party of decision.targets) lift(spans, party, decision.on)
    }
  }
  if (regime.ownership !== null) addOwned(ground, world, regime, spans, adverse)
  return spans
}

function add(spans: Map<string, TargetSpan[]>, party: string, span: TargetSpan): void {
  const list = spans.get(party)
  if (list === undefined) spans.set(party, [span])
  else list.push(span)
}

function isIn(span: TargetSpan, day: Day): boolean {
  return span.from.from <= day && day < span.to
}

function decidedSpan(
  ground: Ground,
  regime: Regime,
  party: string,
  decision: Extract<Scenario['decisions'][number], { kind: 'designate' }>,
): TargetSpan {
  const params = {
    party: ground.dossier.parties.get(party)?.name ?? party,
    power: regime.power.name,
    regime: regime.short,
    on: formatDay(decision.on),
  }
  const at = { place: decision.place, source: decision.source ?? undefined }
  return {
    from: { from: decision.on, to: decision.on, precision: 'day' },
    to: NEVER,
    fact: null,
    windDownUntil: decision.windDownUntil,
    decided: true,
    statement: state('proof.scenario-designates', params, [], at),
  }
}

function lift(spans: Map<string, TargetSpan[]>, party: string, on: Day): void {
  const list = spans.get(party) ?? []
  const ended = list.map((span) => (isIn(span, on) ? { ...span, to: on } : span))
  spans.set(
    party,
    ended.filter((span) => span.from.from < span.to),
  )
}

/**
 * Entities owned 50 percent or more by targets are targets from the day on which the last target
 * that this takes was designated. Recomputed at each day on which the set of targets changes.
 */
function addOwned(
  ground: Ground,
  world: World,
  regime: Regime,
  spans: Map<string, TargetSpan[]>,
  adverse: Completion,
): void {
  const named = [...spans].flatMap(([party, list]) => list.map((span) => ({ party, span })))
  const days = [...new Set(named.flatMap(({ span }) => [span.from.from, span.to]))]
    .filter((day) => day !== NEVER)
    .sort((a, b) => a - b)
  const open = new Map<string, TargetSpan>()
  for (const day of days) {
    const roots = named.filter(({ span }) => isIn(span, day))
    const group = world.ownedByTargets(new Set(roots.map(({ party }) => party)), adverse)
    for (const [party, holding] of group) {
      if (holding.kind === 'root' || open.has(party)) continue
      const because = holding.by.map((stake) => world.stakeStatement(stake))
      const above = new Set(holdersOf(group, party))
      const of = roots.filter(({ party: root }) => above.has(root))
      const params = {
        party: ground.dossier.parties.get(party)?.name ?? party,
        percent: shareText(holding.held),
        regime: regime.short,
      }
      const last = of.reduce((latest, { span }) => Math.max(latest, span.from.to), day)
      const winding = of.flatMap(({ span }) => span.windDownUntil ?? [])
      open.set(party, {
        from: { from: day, to: last, precision: last === day ? 'day' : 'range' },
        to: NEVER,
        fact: null,
        // A wind-down licence for the owner covers what the owner owns.
        windDownUntil: winding.length === 0 ? null : Math.max(...winding),
        decided: of.some(({ span }) => span.decided),
        statement: state('proof.owned-by-targets', params, [
          ...because,
          ...of.map(({ span }) => span.statement),
        ]),
      })
    }
    for (const [party, span] of open) {
      if (group.has(party)) continue
      add(spans, party, { ...span, to: day })
      open.delete(party)
    }
  }
  for (const [party, span] of open) add(spans, party, span)
}

/** The members of a group above one of them, along the stakes that count. */
function holdersOf(group: Group, party: string): string[] {
  const above = new Set([party])
  for (const id of above) {
    const holding = group.get(id)
    if (holding?.kind === 'held') for (const { owner } of holding.by) above.add(owner)
  }
  return [...above]
}

/**
 * The facts on which being a target may depend: identities, dates, and shares that are not known
 * exactly below whoever may be a target.
 *
 * @param targets who is a target when every unknown fact goes against the institution
 */
export function factsOfTargets(
  world: World,
  listed: readonly Listing[],
  targets: Iterable<string>,
): Set<string> {
  const facts = new Set<string>()
  for (const listing of listed) {
    for (const { fact } of listing.spans) if (fact !== null) facts.add(fact)
  }
  for (const party of targets) {
    for (const fact of world.openSharesOf(party)) facts.add(fact)
  }
  return facts
}

/** The first span that is in force on or after a day; null when there is none. */
export function spanFrom(targets: Targets, party: string, day: Day): TargetSpan | null {
  let first: TargetSpan | null = null
  for (const span of targets.get(party) ?? []) {
    if (span.to <= day) continue
    if (first === null || span.from.from < first.from.from) first = span
  }
  return first
}
