/** What is not known and matters: each missing fact, flipped between its completions. */
import type { InstitutionFunction } from '@holdfast/dossier'
import { Context, type ScenarioGround } from './context.ts'
import { ADVERSE, BENIGN, type Completion, except } from './ground.ts'
import { Likelihood, type Likelihoods } from './likelihood.ts'
import {
  type Consequences,
  functionsAbove,
  type Outcome,
  revised,
  sameWithdrawal,
} from './outcome.ts'
import type { Supply } from './supply.ts'
import { factsOfTargets } from './targets.ts'

/** What hangs on one missing fact in one scenario. */
export interface FactEffect {
  /** The largest change of expected loss between its completions. */
  readonly effect: number
  /** Supplies whose verdict or days it changes. */
  readonly supplies: ReadonlySet<string>
  /** Functions whose days or likelihood it changes. */
  readonly functions: ReadonlySet<string>
}

/** A missing fact, the supplies that it may touch, and whether it decides who is a target. */
export interface OpenFact {
  readonly id: string
  readonly supplies: readonly Supply[]
  readonly aboutTargets: boolean
}

/** The missing facts of a scenario. */
export function openFactsOf(on: ScenarioGround): readonly OpenFact[] {
  const facts = new Map<string, Supply[]>()
  const context = new Context(on, BENIGN)
  const regimes = [...context.sanctions, ...context.counterLaws]
  for (const supply of on.supplies) {
    const open = new Set(regimes.flatMap((regime) => context.openFacts(regime, supply.provider)))
    for (const fact of open) {
      const list = facts.get(fact)
      if (list === undefined) facts.set(fact, [supply])
      else list.push(supply)
    }
  }
  const worst = new Context(on, ADVERSE)
  const targets = worst.sanctions.flatMap((regime) => [...worst.targets(regime).keys()])
  const aboutTargets = factsOfTargets(on.world, on.listed, targets)
  const bound = [...facts]
    .filter(([id]) => !aboutTargets.has(id))
    .map(([id, supplies]) => ({ id, supplies, aboutTargets: false }))
  // Who is a target may touch everything.
  const touching = [...aboutTargets].map((id) => ({
    id,
    supplies: on.supplies,
    aboutTargets: true,
  }))
  return [...bound, ...touching]
}

/** The effect of each missing fact that changes something, with the others at either end. */
export function factEffects(
  on: ScenarioGround,
  facts: readonly OpenFact[],
  benign: Outcome,
  adverse: Outcome,
): Map<string, FactEffect> {
  const effects = new Map<string, FactEffect>()
  const flips = [new Flips(on, benign, BENIGN), new Flips(on, adverse, ADVERSE)] as const
  for (const fact of facts) {
    const found = flips.flatMap((each) => each.effectOf(fact) ?? [])
    if (found.length > 0) effects.set(fact.id, found.reduce(join))
  }
  for (const supply of on.supplies) {
    const [best, worst] = [benign.withdrawals.get(supply.id), adverse.withdrawals.get(supply.id)]
    const told = [...effects.values()].some((effect) => effect.supplies.has(supply.id))
    if (told || sameWithdrawal(best, worst)) continue
    // No fact alone decides: those that decide together share the whole difference.
    const together = facts.filter(({ supplies }) => supplies.includes(supply))
    const effect = flips[0].together(flips[1], supply)
    for (const { id } of together) {
      const known = effects.get(id)
      effects.set(id, known === undefined ? effect : join(known, effect))
    }
  }
  return effects
}

function join(a: FactEffect, b: FactEffect): FactEffect {
  return {
    effect: Math.max(a.effect, b.effect),
    supplies: new Set([...a.supplies, ...b.supplies]),
    functions: new Set([...a.functions, ...b.functions]),
  }
}

/** Flips single facts against one completion of all the others. */
class Flips {
  readonly #on: ScenarioGround
  readonly #base: Outcome
  readonly #completion: Completion
  readonly #above: ReadonlyMap<string, readonly InstitutionFunction[]>
  #losses: ReadonlyMap<string, Likelihoods> | null = null

  constructor(on: ScenarioGround, base: Outcome, completion: Completion) {
    this.#on = on
    this.#base = base
    this.#completion = completion
    this.#above = functionsAbove(on)
  }

  effectOf(fact: OpenFact): FactEffect | null {
    const flipped = except(this.#completion, fact.id)
    const revision = revised(this.#on, this.#base, flipped, fact.supplies, fact.aboutTargets)
    if (revision === null) return null
    const { outcome, changed } = revision
    const touched = [...new Set(changed.flatMap((supply) => this.#above.get(supply.node) ?? []))]
    const before = this.#allLosses()
    const losses = this.#lossesOf(outcome, touched)
    const functions = new Set<string>()
    let effect = 0
    for (const { id } of touched) {
      const change = Math.abs(losses.get(id)!.loss - before.get(id)!.loss)
      const moved =
        this.#base.certain.functionStops(id) !== outcome.certain.functionStops(id) ||
        this.#base.possible.functionStops(id) !== outcome.possible.functionStops(id)
      if (change > 0 || moved) functions.add(id)
      effect += change
    }
    return { effect, supplies: new Set(changed.map((supply) => supply.id)), functions }
  }

  /** What hangs on a supply between this completion of all facts and another. */
  together(other: Flips, supply: Supply): FactEffect {
    const functions = new Set<string>()
    let effect = 0
    for (const { id } of this.#above.get(supply.node) ?? []) {
      const change = Math.abs(this.#allLosses().get(id)!.loss - other.#allLosses().get(id)!.loss)
      const moved =
        this.#base.certain.functionStops(id) !== other.#base.certain.functionStops(id) ||
        this.#base.possible.functionStops(id) !== other.#base.possible.functionStops(id)
      if (change > 0 || moved) functions.add(id)
      effect += change
    }
    return { effect, supplies: new Set([supply.id]), functions }
  }

  #allLosses(): ReadonlyMap<string, Likelihoods> {
    this.#losses ??= this.#lossesOf(this.#base, [...this.#on.dossier.functions.values()])
    return this.#losses
  }

  /** Expected losses at the high end. */
  #lossesOf(
    outcome: Consequences,
    functions: readonly InstitutionFunction[],
  ): ReadonlyMap<string, Likelihoods> {
    return new Likelihood(this.#on, outcome.withdrawals, 'early').of(functions)
  }
}
