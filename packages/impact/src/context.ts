/** One scenario under one completion of the unknown facts: what the verdicts ask of it. */
import type { Dossier, Scenario } from '@holdfast/dossier'
import { type Day, formatDay, type Statement, state } from '@holdfast/kernel'
import {
  bindsUnder,
  boundBy,
  type Condition,
  type Exemption,
  exemptsUnder,
  notBound,
  openFactsOfBound,
  type Regime,
  type Subject,
} from '@holdfast/law'
import type { Assumptions } from './assumption.ts'
import type { Completion, Ground } from './ground.ts'
import type { Listing, TargetSpan } from './listings.ts'
import type { Reach } from './reach.ts'
import type { Supply } from './supply.ts'
import { spanFrom, type Targets, targetsOf } from './targets.ts'
import type { World } from './world.ts'

/** What a context is made of, the same for every completion of one scenario. */
export interface ScenarioGround {
  readonly ground: Ground
  readonly world: World
  readonly listed: readonly Listing[]
  readonly assumptions: Assumptions
  readonly scenario: Scenario
  /** The dossier as the scenario leaves it. */
  readonly dossier: Dossier
  readonly reach: Reach
  readonly supplies: readonly Supply[]
  /** The supplies that name a cause. */
  readonly caused: readonly Supply[]
  /** The persons who belong to the institution. */
  readonly officials: ReadonlySet<string>
  /** The first day that counts: the day of the answers, or the scenario's first decision. */
  readonly start: Day
  /** The last day of the horizon. */
  readonly end: Day
}

/** A target on the way of a service, or near whom it serves, and why it counts. */
export interface NearTarget {
  readonly span: TargetSpan
  readonly party: string
  readonly prove: () => Statement
}

/** What a regime says under the readings taken. */
interface Terms {
  readonly binds: readonly Condition[]
  readonly exempts: readonly Exemption[]
}

export class Context {
  readonly ground: Ground
  readonly scenario: Scenario
  readonly assumptions: Assumptions
  readonly sanctions: readonly Regime[]
  readonly counterLaws: readonly Regime[]
  readonly start: Day
  readonly end: Day
  readonly #on: ScenarioGround
  readonly #adverse: Completion
  readonly #targets: Map<string, Targets>
  readonly #terms = new Map<string, Terms>()
  readonly #institution: ReadonlySet<string>
  readonly #bound: Map<string, Statement | null>

  /** @param sameTargets a context of the same scenario that completes who is a target alike */
  constructor(on: ScenarioGround, adverse: Completion, sameTargets?: Context) {
    this.#on = on
    this.#targets = sameTargets === undefined ? new Map() : sameTargets.#targets
    this.#adverse = adverse
    this.#bound = on.world.boundKnown(on.ground.readings, adverse)
    this.ground = on.ground
    this.scenario = on.scenario
    this.assumptions = on.assumptions
    this.start = on.start
    this.#institution = new Set([on.dossier.institution.id])
    this.end = on.end
    const { regimes } = on.ground
    this.sanctions = regimes.filter((regime) => regime.forbids !== null)
    this.counterLaws = regimes.filter((regime) => regime.kind === 'counter-law')
  }

  targets(regime: Regime): Targets {
    const known = this.#targets.get(regime.id)
    if (known !== undefined) return known
    const { ground, world, listed, scenario } = this.#on
    const targets = targetsOf(ground, world, listed, scenario, regime, this.#adverse)
    this.#targets.set(regime.id, targets)
    return targets
  }

  #termsOf(regime: Regime): Terms {
    let terms = this.#terms.get(regime.id)
    if (terms === undefined) {
      const { readings } = this.ground
      terms = { binds: bindsUnder(regime, readings), exempts: exemptsUnder(regime, readings) }
      this.#terms.set(regime.id, terms)
    }
    return terms
  }

  /** The exemption that covers a kind of service, or null. */
  exemption(regime: Regime, kind: string): Exemption | null {
    return this.#termsOf(regime).exempts.find((one) => one.kinds.has(kind)) ?? null
  }

  /** The proof that a regime binds the subject; null when it does not. */
  bound(regime: Regime, subject: Subject): Statement | null {
    const key = `${regime.id} ${subject.id}`
    const known = this.#bound.get(key)
    if (known !== undefined) return known
    const { binds } = this.#termsOf(regime)
    const proof = boundBy(binds, subject, this.#on.world, regime, this.#adverse)
    this.#bound.set(key, proof)
    return proof
  }

  notBound(regime: Regime, subject: Subject): Statement {
    const bound = this.bound(regime, subject)
    if (bound !== null) return bound
    return notBound(this.#termsOf(regime).binds, subject, regime)
  }

  /** Facts, not declared, on which the regime's hold over the subject may depend. */
  openFacts(regime: Regime, subject: Subject): readonly string[] {
    return openFactsOfBound(this.#termsOf(regime).binds, subject, this.#on.world)
  }

  /** The spans in which the beneficiary itself is a target, the first first. */
  directSpans(regime: Regime, supply: Supply): readonly TargetSpan[] {
    if (supply.beneficiary === null) return []
    const spans = this.targets(regime).get(supply.beneficiary) ?? []
    const counting = spans.filter((span) => span.to > this.start)
    return counting.length < 2 ? counting : counting.sort((a, b) => a.from.from - b.from.from)
  }

  /** The first target at whose door a path of services from the supply ends. */
  pathSpan(regime: Regime, supply: Supply): NearTarget | null {
    const near = this.#first(regime, this.#on.reach.ends(supply.node))
    if (near === null) return null
    const prove = () => {
      const path = this.#on.reach.path(supply.node, near.party).map((id) => this.#name(id))
      const params = { service: supply.name, path, target: this.#name(near.party) }
      return state('proof.path', params)
    }
    return { ...near, prove }
  }

  /**
   * A target near the beneficiary: a person of the institution when the institution is served, the
   * institution when one of its persons is.
   */
  associateSpan(regime: Regime, supply: Supply): NearTarget | null {
    const near = this.#firstOf(regime, this.#associates(supply))
    if (near === null) return null
    const params = { service: supply.name, target: this.#name(near.party) }
    return { ...near, prove: () => state('proof.associate', params) }
  }

  /** Persons of the institution when it is served; the institution when one of them is. */
  #associates(supply: Supply): readonly ReadonlySet<string>[] {
    const institution = this.#on.dossier.institution.id
    const { officials } = this.#on
    const near: ReadonlySet<string>[] = []
    let person = false
    let whole = false
    const look = (party: string): void => {
      whole ||= party === institution
      person ||= officials.has(party)
    }
    for (const party of this.#on.reach.ends(supply.node)) look(party)
    if (supply.beneficiary !== null) look(supply.beneficiary)
    if (whole) near.push(officials)
    if (person) near.push(this.#institution)
    return near
  }

  /** Whoever a decision about may touch the supply: beneficiary, path ends, associates. */
  concerned(supply: Supply): {
    direct: string | null
    path: ReadonlySet<string>
    near: readonly ReadonlySet<string>[]
  } {
    const path = this.#on.reach.ends(supply.node)
    return { direct: supply.beneficiary, path, near: this.#associates(supply) }
  }

  #firstOf(
    regime: Regime,
    groups: readonly ReadonlySet<string>[],
  ): { span: TargetSpan; party: string } | null {
    const found = groups.flatMap((parties) => this.#first(regime, parties) ?? [])
    return found.sort((a, b) => a.span.from.from - b.span.from.from)[0] ?? null
  }

  #first(regime: Regime, parties: ReadonlySet<string>): { span: TargetSpan; party: string } | null {
    const targets = this.targets(regime)
    let first: { span: TargetSpan; party: string } | null = null
    for (const party of parties.size < targets.size ? parties : targets.keys()) {
      if (!parties.has(party)) continue
      const span = spanFrom(targets, party, this.start)
      if (span === null) continue
      if (first === null || span.from.from < first.span.from.from) first = { span, party }
    }
    return first
  }

  /** Since when the counter-law names the instrument: by its annex, or by the scenario. */
  annexed(counterLaw: Regime, instrument: string): { day: Day; prove: () => Statement } | null {
    const from = counterLaw.from ?? Number.NEGATIVE_INFINITY
    const params = { counterLaw: counterLaw.short, instrument: this.#instrument(instrument) }
    for (const entry of counterLaw.annex) {
      if (entry.instrument !== instrument) continue
      const day = Math.max(entry.from, from)
      return { day, prove: () => state('proof.annexed', { ...params, on: formatDay(day) }) }
    }
    for (const decision of this.scenario.decisions) {
      if (decision.kind !== 'annex' || decision.regime !== instrument) continue
      if (decision.counterLaw !== counterLaw.id) continue
      const at = { place: decision.place, source: decision.source ?? undefined }
      const prove = () => state('proof.annexed', { ...params, on: formatDay(decision.on) }, [], at)
      return { day: Math.max(decision.on, from), prove }
    }
    return null
  }

  #instrument(id: string): string {
    return this.ground.regimes.find((regime) => regime.id === id)?.short ?? id
  }

  #name(id: string): string {
    const { parties, services, teams } = this.#on.dossier
    return parties.get(id)?.name ?? services.get(id)?.name ?? teams.get(id)?.name ?? id
  }
}
