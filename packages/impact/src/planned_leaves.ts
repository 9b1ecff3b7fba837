/** "The supply has ended by the day" as a function of providers' decisions and of measures. */
import type { Fn, ResidualDiagram } from '@holdfast/faulttree'
import { type Day, NEVER } from '@holdfast/kernel'
import type { End } from './boolean.ts'
import type { Ending, Endings } from './planned_endings.ts'
import type { LeafDays } from './stop_days.ts'

/** The diagram that all scenarios share, and the likelihood of each event in it. */
export interface PlannedDiagram {
  readonly diagram: ResidualDiagram
  readonly probabilities: Map<string, number>
  /** The measure that brings a service. */
  readonly broughtBy: ReadonlyMap<string, string>
  /** By services that only ever replace one source: that source. */
  readonly replacing: ReadonlyMap<string, string>
  /** Whether time is up. */
  readonly isOver: () => boolean
}

/** The switch of a measure: finished, or finished before the strike. */
export function switchOf({ diagram }: PlannedDiagram, measure: string, when: 'done' | 'ready'): Fn {
  return diagram.switch(`${when}:${measure}`)
}

/** The supplies of one scenario and one strike. */
export class PlannedLeaves {
  readonly #shared: PlannedDiagram
  readonly #end: End
  readonly #endings: ReadonlyMap<string, Endings>
  readonly #causes = new Map<string, Fn>()
  readonly #alternatives = new Map<string, readonly number[]>()

  constructor(shared: PlannedDiagram, endings: readonly Endings[], end: End) {
    this.#shared = shared
    this.#end = end
    this.#endings = new Map(endings.map((one) => [one.supply.id, one]))
  }

  /** Every day on which the supply may end, whichever measures are done. */
  days: LeafDays = (id) => {
    const endings = this.#endings.get(id)
    if (endings === undefined) return []
    const days = endings.byMask.flatMap(({ must, may }) => [must, may])
    return days.filter((day) => day !== NEVER)
  }

  /** Whether the supply has ended by the day. */
  by(id: string, day: Day): Fn {
    const endings = this.#endings.get(id)
    const { diagram } = this.#shared
    if (endings === undefined) return diagram.never
    return this.#byMask(endings, (ending) => {
      if (ending.must <= day) return diagram.always
      return ending.may <= day ? this.#decision(endings, ending.probability ?? 0) : diagram.never
    })
  }

  /** A function by the measures that are done, of what holds under each of their sets. */
  #byMask(endings: Endings, of: (ending: Ending) => Fn): Fn {
    const { measures, byMask } = endings
    const choose = (bit: number, mask: number): Fn => {
      const measure = measures[bit]
      if (measure === undefined) return of(byMask[mask]!)
      const [then, other] = [choose(bit + 1, mask | (1 << bit)), choose(bit + 1, mask)]
      if (then === other) return then
      const { diagram } = this.#shared
      return diagram.choose(switchOf(this.#shared, measure, 'done'), then, other)
    }
    return choose(0, 0)
  }

  /** The provider's own decision: its event, or that of the cause that it shares with others. */
  #decision({ supply }: Endings, probability: number): Fn {
    if (supply.cause !== null) return this.#cause(supply.cause)
    const replaced = this.#shared.replacing.get(supply.id)
    if (replaced === undefined) return this.#event(`withdraw:${supply.id}`, probability)
    return this.#alternative(replaced, probability)
  }

  /**
   * The decision of one of several that could replace the same source. At most one of them is in
   * use, so that one number may decide for all: of n there are n + 1 outcomes, not 2 to the n.
   */
  #alternative(replaced: string, probability: number): Fn {
    let levels = this.#alternatives.get(replaced)
    if (levels === undefined) {
      const all = [...this.#endings.values()].filter(({ supply }) => {
        return supply.cause === null && this.#shared.replacing.get(supply.id) === replaced
      })
      levels = levelsOf(all)
      this.#alternatives.set(replaced, levels)
    }
    const { diagram } = this.#shared
    let [occurs, below] = [diagram.never, 0]
    for (const level of levels) {
      if (level > probability) break
      occurs = diagram.or(occurs, this.#step(`replace:${replaced}`, below, level))
      below = level
    }
    return occurs
  }

  /** Lifts a likelihood from one level to the next. */
  #step(id: string, below: number, level: number): Fn {
    return this.#event(`${id} ${below}`, (level - below) / (1 - below))
  }

  /** Events of different likelihoods are different ones, so that scenarios share a diagram. */
  #event(id: string, probability: number): Fn {
    if (probability >= 1) return this.#shared.diagram.always
    if (probability <= 0) return this.#shared.diagram.never
    const event = `${id} ${probability}`
    this.#shared.probabilities.set(event, probability)
    return this.#shared.diagram.event(event)
  }

  /**
   * A shared cause is as likely as the hull of all withdrawals that name it, and services come with
   * measures. So it is a row of steps, each an event that lifts the likelihood from one level to
   * the next, and that counts where a service of that level is there.
   */
  #cause(cause: string): Fn {
    const known = this.#causes.get(cause)
    if (known !== undefined) return known
    const { diagram } = this.#shared
    const naming = [...this.#endings.values()].filter(({ supply }) => supply.cause === cause)
    let [occurs, below] = [diagram.never, 0]
    for (const level of levelsOf(naming)) {
      const step = this.#step(`cause:${cause}`, below, level)
      occurs = diagram.or(occurs, diagram.and(this.#reaches(naming, level), step))
      below = level
    }
    this.#causes.set(cause, occurs)
    return occurs
  }

  /** Whether the hull of those that are there reaches a level, by the measures done. */
  #reaches(naming: readonly Endings[], level: number): Fn {
    const { diagram } = this.#shared
    const some = (holds: (probability: number) => boolean): Fn => {
      const each = naming.map((endings) => {
        const is = this.#byMask(endings, ({ probability }) =>
          probability !== null && holds(probability) ? diagram.always : diagram.never,
        )
        return diagram.and(is, this.#isThere(endings.supply.id))
      })
      return each.reduce((a, b) => diagram.or(a, b), diagram.never)
    }
    if (this.#end === 'early') return some((probability) => probability >= level)
    const lower = some((probability) => probability < level)
    return diagram.and(
      some((probability) => probability >= level),
      diagram.not(lower),
    )
  }

  #isThere(service: string): Fn {
    const measure = this.#shared.broughtBy.get(service)
    if (measure === undefined) return this.#shared.diagram.always
    return switchOf(this.#shared, measure, 'done')
  }
}

/** The likelihoods above 0 that some endings have, each once and rising. */
function levelsOf(endings: readonly Endings[]): readonly number[] {
  const all = endings.flatMap(({ byMask }) => byMask.map(({ probability }) => probability ?? 0))
  return [...new Set(all)].filter((level) => level > 0).sort((a, b) => a - b)
}
