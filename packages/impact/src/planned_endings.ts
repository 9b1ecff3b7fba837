/**
 * When each supply ends in one scenario that strikes on one day, and how that depends on measures:
 * on licences they see through, and on the paths of services they change.
 */
import type { Dossier, Scenario } from '@holdfast/dossier'
import { type Day, NEVER } from '@holdfast/kernel'
import { scenarioGround } from './assess.ts'
import type { End } from './boolean.ts'
import { Context, type ScenarioGround } from './context.ts'
import { ADVERSE, BENIGN, type Ground } from './ground.ts'
import type { Listing } from './listings.ts'
import { licencesHeld } from './measures.ts'
import { PlannedReach, type ReachVariants } from './planned_reach.ts'
import type { Rewriting } from './rewriting.ts'
import type { Supply } from './supply.ts'
import { withdrawalOf } from './verdict.ts'
import type { Withdrawal } from './withdrawal.ts'
import type { World } from './world.ts'

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

/** What all scenarios and strikes have in common. */
export interface PlannedWorld {
  /** With the dossier as it is, without any measure. */
  readonly ground: Ground
  /** The dossier with all measures' parties and services. */
  readonly all: Dossier
  readonly world: World
  readonly listed: readonly Listing[]
  readonly rewriting: Rewriting
  /** The first day after the plan's horizon. */
  readonly until: Day
  /** Paths of services, by who directs the teams: the same for most scenarios and all strikes. */
  readonly reaches: Map<string, PlannedReach>
}

/** The endings of every supply in a scenario whose days are as they are to be. */
export function endingsOf(planned: PlannedWorld, scenario: Scenario, end: End): Endings[] {
  const { ground, all, world, listed, until } = planned
  // A decision that moves before the first day makes a scenario begin, not end, sooner.
  const first = Math.min(ground.on, ...scenario.decisions.map((decision) => decision.on))
  const inAll = { ...ground, dossier: all, horizonDays: until - first }
  const on = scenarioGround(inAll, world, listed, scenario)
  const verdicts = new Verdicts(on, end)
  const reach = reachOf(planned, on.dossier)
  return on.supplies.map((supply) => verdicts.of(supply, reach.of(supply.node)))
}

function reachOf({ ground, rewriting, reaches }: PlannedWorld, all: Dossier): PlannedReach {
  const key = [...all.teams.values()].map(({ directedBy }) => directedBy).join(' ')
  let reach = reaches.get(key)
  if (reach === undefined) {
    const without = { ...all, services: ground.dossier.services }
    reach = new PlannedReach(without, all, rewriting)
    reaches.set(key, reach)
  }
  return reach
}

/** The verdicts on the supplies of one scenario, by licences held and by paths. */
class Verdicts {
  readonly #on: ScenarioGround
  readonly #end: End
  readonly #licensing: readonly string[]
  readonly #contexts = new Map<string, Context>()
  readonly #numbers = new Map<object, number>()
  readonly #known = new Map<string, Ending>()
  #first: Context | undefined

  constructor(on: ScenarioGround, end: End) {
    this.#on = on
    this.#end = end
    this.#licensing = [...on.dossier.measures.values()]
      .filter(({ effects }) => effects.some(({ kind }) => kind === 'licence'))
      .map(({ id }) => id)
  }

  of(supply: Supply, reach: ReachVariants): Endings {
    this.#known.clear()
    const every = (1 << this.#licensing.length) - 1
    const licences = this.#licensing.flatMap((_id, bit) => {
      const alone = this.#same(supply, reach, 0, 1 << bit)
      return alone && this.#same(supply, reach, every, every & ~(1 << bit)) ? [] : [bit]
    })
    const measures = [...licences.map((bit) => this.#licensing[bit]!), ...reach.measures]
    const byMask = Array.from({ length: 1 << measures.length }, (_, mask) => {
      let held = 0
      for (const [at, bit] of licences.entries()) if ((mask >> at) & 1) held |= 1 << bit
      return this.#ending(supply, reach, held, mask >> licences.length)
    })
    const isOne = byMask.every((ending) => sameEnding(ending, byMask[0]!))
    return isOne ? { supply, measures: [], byMask: [byMask[0]!] } : { supply, measures, byMask }
  }

  #same(supply: Supply, reach: ReachVariants, a: number, b: number): boolean {
    return reach.byMask.every((_, mask) =>
      sameEnding(this.#ending(supply, reach, a, mask), this.#ending(supply, reach, b, mask)),
    )
  }

  #ending(supply: Supply, reach: ReachVariants, held: number, mask: number): Ending {
    const key = `${held} ${mask}`
    let ending = this.#known.get(key)
    if (ending === undefined) {
      const context = this.#context(reach.byMask[mask]!, held)
      ending = endingOf(withdrawalOf(context, supply), this.#end)
      this.#known.set(key, ending)
    }
    return ending
  }

  #context(reach: ScenarioGround['reach'], held: number): Context {
    let number = this.#numbers.get(reach)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(reach, number)
    }
    const key = `${number} ${held}`
    const known = this.#contexts.get(key)
    if (known !== undefined) return known
    const { ground } = this.#on
    const done = new Set(this.#licensing.filter((_id, bit) => (held >> bit) & 1))
    const licences = licencesHeld(ground.dossier, done)
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
