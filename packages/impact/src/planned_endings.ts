/**
 * When each supply ends in one scenario that strikes on one day, and how that depends on measures:
 * on licences they see through, and on the paths of services they change.
 */
import type { Dossier, LicenceTerms, Scenario } from '@holdfast/dossier'
import { type Day, NEVER } from '@holdfast/kernel'
import { scenarioGround } from './assess.ts'
import type { End } from './boolean.ts'
import { Context, type ScenarioGround } from './context.ts'
import { ADVERSE, BENIGN } from './ground.ts'
import { covers } from './licences.ts'
import { licencesHeld } from './measures.ts'
import type { ReachVariants } from './planned_reach.ts'
import type { PlannedWorld } from './planned_world.ts'
import type { Supply } from './supply.ts'
import { withdrawalOf } from './verdict.ts'
import type { Withdrawal } from './withdrawal.ts'

/** One end of what is known of a withdrawal: by command, by the provider's own decision. */
export interface Ending {
  readonly must: Day
  readonly may: Day
  /** The likelihood of the provider's own decision, which may be 0; null without one. */
  readonly probability: number | null
}

/** The endings of one supply by the measures on which they depend; bit i stands for measure i. */
export interface Endings {
  readonly supply: Supply
  readonly measures: readonly string[]
  readonly byMask: readonly Ending[]
}

/**
 * The endings of every supply in a scenario whose days are as they are to be.
 *
 * @param until the first day after the plan's horizon
 */
export function endingsOf(
  planned: PlannedWorld,
  scenario: Scenario,
  until: Day,
  end: End,
): Endings[] {
  const { ground, all, world, listed } = planned
  // A decision that moves before the first day makes a scenario begin, not end, sooner.
  const first = Math.min(ground.on, ...scenario.decisions.map((decision) => decision.on))
  const inAll = { ...ground, dossier: all, horizonDays: until - first }
  const on = scenarioGround(inAll, world, listed, scenario)
  const verdicts = new Verdicts(on, end)
  const reach = planned.reachOf(on.dossier)
  return on.supplies.map((supply) => verdicts.of(supply, reach.of(supply.node)))
}

/** The verdicts on the supplies of one scenario, by licences held and by paths. */
class Verdicts {
  readonly #on: ScenarioGround
  readonly #end: End
  /** Measures that see licences through, with the terms of these. */
  readonly #licensing: readonly { readonly id: string; readonly terms: readonly LicenceTerms[] }[]
  readonly #contexts = new Map<string, Context>()
  readonly #numbers = new Map<object, number>()
  #first: Context | undefined

  constructor(on: ScenarioGround, end: End) {
    this.#on = on
    this.#end = end
    this.#licensing = licensingIn(on.dossier)
  }

  of(supply: Supply, reach: ReachVariants): Endings {
    const licences = this.#licensing.flatMap(({ id, terms }) =>
      terms.some((one) => covers(one, supply)) ? [id] : [],
    )
    const measures = [...licences, ...reach.measures]
    const byMask = Array.from({ length: 1 << measures.length }, (_, mask) => {
      const held = licences.filter((_id, at) => (mask >> at) & 1)
      return this.#ending(supply, reach, held, mask >> licences.length)
    })
    const isOne = byMask.every((ending) => sameEnding(ending, byMask[0]!))
    return isOne ? { supply, measures: [], byMask: [byMask[0]!] } : { supply, measures, byMask }
  }

  #ending(supply: Supply, reach: ReachVariants, held: readonly string[], mask: number): Ending {
    return endingOf(withdrawalOf(this.#context(reach.byMask[mask]!, held), supply), this.#end)
  }

  #context(reach: ScenarioGround['reach'], held: readonly string[]): Context {
    let number = this.#numbers.get(reach)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(reach, number)
    }
    const key = `${number} ${held.join(' ')}`
    const known = this.#contexts.get(key)
    if (known !== undefined) return known
    const { ground } = this.#on
    const licences = licencesHeld(ground.dossier, new Set(held))
    const on = {
      ...this.#on,
      reach,
      ground: { ...ground, dossier: { ...ground.dossier, licences } },
    }
    const context = new Context(on, this.#end === 'early' ? ADVERSE : BENIGN, this.#first)
    this.#first ??= context
    this.#contexts.set(key, context)
    return context
  }
}

function licensingIn({ measures, licences }: Dossier) {
  return [...measures.values()].flatMap(({ id, effects }) => {
    const terms = effects.flatMap((effect) => {
      const licence = effect.kind === 'licence' ? licences.get(effect.licence) : undefined
      return licence === undefined ? [] : [licence]
    })
    return terms.length === 0 ? [] : [{ id, terms }]
  })
}

function endingOf({ must, may }: Withdrawal, end: End): Ending {
  const day = (days: { earliest: Day; latest: Day } | null): Day =>
    days === null ? NEVER : end === 'early' ? days.earliest : days.latest
  const decides = may !== null && may.interval[1] > 0
  const probability = decides ? may.interval[end === 'early' ? 1 : 0] : null
  return { must: day(must), may: decides ? day(may) : NEVER, probability }
}

export function sameEnding(a: Ending, b: Ending): boolean {
  return a.must === b.must && a.may === b.may && a.probability === b.probability
}
