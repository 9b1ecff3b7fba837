/** What is not known and matters: each missing fact, flipped between its completions. */
import type { InstitutionFunction } from '@holdfast/dossier'
import { Context, type ScenarioGround } from './context.ts'
import { ADVERSE, BENIGN, type Completion, except } from './ground.ts'
import { Likelihood } from './likelihood.ts'
import { functionsAbove, type Outcome, revised } from './outcome.ts'
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

/** The missing facts of a scenario and the supplies that each may touch. */
export function openFactsOf(on: ScenarioGround): ReadonlyMap<string, readonly Supply[]> {
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
  // Who is a target may touch everything.
  for (const fact of factsOfTargets(on.world, on.listed).keys()) facts.set(fact, [...on.supplies])
  return facts
}

/** The effect of each missing fact that changes something, with the others at either end. */
export function factEffects(
  on: ScenarioGround,
  facts: ReadonlyMap<string, readonly Supply[]>,
  benign: Outcome,
  adverse: Outcome,
): Map<string, FactEffect> {
  const effects = new Map<string, FactEffect>()
  const above = functionsAbove(on)
  const losses = { benign: new Losses(on, benign), adverse: new Losses(on, adverse) }
  for (const [fact, supplies] of facts) {
    const fromBenign = flip(on, fact, supplies, benign, BENIGN, losses.benign, above)
    const fromAdverse = flip(on, fact, supplies, adverse, ADVERSE, losses.adverse, above)
    if (fromBenign === null && fromAdverse === null) continue
    effects.set(fact, join(fromBenign, fromAdverse))
  }
  return effects
}

function join(a: FactEffect | null, b: FactEffect | null): FactEffect {
  return {
    effect: Math.max(a?.effect ?? 0, b?.effect ?? 0),
    supplies: new Set([...(a?.supplies ?? []), ...(b?.supplies ?? [])]),
    functions: new Set([...(a?.functions ?? []), ...(b?.functions ?? [])]),
  }
}

function flip(
  on: ScenarioGround,
  fact: string,
  supplies: readonly Supply[],
  base: Outcome,
  completion: Completion,
  losses: Losses,
  above: ReadonlyMap<string, readonly InstitutionFunction[]>,
): FactEffect | null {
  const revision = revised(on, base, except(completion, fact), supplies)
  if (revision === null) return null
  const { outcome, changed } = revision
  const touched = new Set(changed.flatMap((supply) => above.get(supply.node) ?? []))
  const after = new Losses(on, outcome)
  const functions = new Set<string>()
  let effect = 0
  for (const item of touched) {
    const change = Math.abs(after.of(item) - losses.of(item))
    const moved =
      base.certain.functionStops(item.id) !== outcome.certain.functionStops(item.id) ||
      base.possible.functionStops(item.id) !== outcome.possible.functionStops(item.id)
    if (change > 0 || moved) functions.add(item.id)
    effect += change
  }
  return { effect, supplies: new Set(changed.map((supply) => supply.id)), functions }
}

/** Expected loss at the high end, each function computed when it is asked for. */
class Losses {
  readonly #on: ScenarioGround
  readonly #outcome: Outcome
  readonly #known = new Map<string, number>()

  constructor(on: ScenarioGround, outcome: Outcome) {
    this.#on = on
    this.#outcome = outcome
  }

  of(item: InstitutionFunction): number {
    const known = this.#known.get(item.id)
    if (known !== undefined) return known
    const { dossier } = this.#on
    const likelihood = new Likelihood(dossier, this.#outcome.withdrawals, this.#on, 'early')
    const loss = likelihood.of([item]).get(item.id)?.loss ?? 0
    this.#known.set(item.id, loss)
    return loss
  }
}
