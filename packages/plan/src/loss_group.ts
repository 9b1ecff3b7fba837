/**
 * The probability that a group of a function's needs stops it, by what is finished. Each state is
 * worked out once: a group depends on few measures, and most states come again and again.
 */
import { ALWAYS_HOLDS, type LossGroup, type MeasureCondition } from '@holdfast/impact'

/** Something that is finished or not: a measure by the day asked about, or before the strike. */
export interface Variable {
  readonly measure: number
  readonly isReady: boolean
}

/** A condition in the variables of its group: where each decision leads. */
export interface GroupCondition {
  readonly root: number
  readonly decisions: readonly {
    readonly variable: number
    readonly finished: number
    readonly missing: number
    readonly free: 'finished' | 'missing' | null
  }[]
}

/** States of at most so many variables have numbers for names. */
const BITS_MAX = 30

export class EvaluatedGroup {
  /** Tells groups of one table apart. */
  readonly number: number
  readonly variables: readonly Variable[]
  readonly cases: LossGroup
  readonly #conditions = new Map<number, GroupCondition>()
  readonly #known = new Map<number | string, number>()

  /** @param numbers the number of each measure by its id */
  constructor(
    number: number,
    cases: LossGroup,
    conditions: readonly MeasureCondition[],
    numbers: ReadonlyMap<string, number>,
  ) {
    this.number = number
    this.cases = cases
    const variables: Variable[] = []
    const places = new Map<string, number>()
    const place = (measure: string, when: 'done' | 'ready'): number => {
      const key = `${when} ${measure}`
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, variables.length)
      return variables.push({ measure: numbers.get(measure)!, isReady: when === 'ready' }) - 1
    }
    for (const { parts } of cases) {
      for (const { condition } of parts.flat()) {
        if (this.#conditions.has(condition)) continue
        const { root, decisions } = conditions[condition]!
        const placed = decisions.map(({ measure, when, finished, missing, free }) => ({
          variable: place(measure, when),
          finished,
          missing,
          free,
        }))
        this.#conditions.set(condition, { root, decisions: placed })
      }
    }
    this.variables = variables
  }

  condition(number: number): GroupCondition {
    return this.#conditions.get(number)!
  }

  /** @param state by variable: 1 when it is finished */
  probability(state: Uint8Array): number {
    const key = this.#key(state)
    let known = this.#known.get(key)
    if (known === undefined) {
      known = this.#worked(state)
      this.#known.set(key, known)
    }
    return known
  }

  #key(state: Uint8Array): number | string {
    if (this.variables.length > BITS_MAX) return state.subarray(0, this.variables.length).join('')
    let key = 0
    for (let i = 0; i < this.variables.length; i += 1) key = (key << 1) | state[i]!
    return key
  }

  #worked(state: Uint8Array): number {
    const holds = new Map<number, boolean>()
    for (const [number, { root, decisions }] of this.#conditions) {
      let at = root
      while (at >= 0) {
        const { variable, finished, missing } = decisions[at]!
        at = state[variable] === 1 ? finished : missing
      }
      holds.set(number, at === ALWAYS_HOLDS)
    }
    let stopped = 0
    for (const { probability: share, parts } of this.cases) {
      let none = 1
      for (const part of parts) {
        let some = 0
        for (const { probability, condition } of part) if (holds.get(condition)) some += probability
        none *= 1 - some
      }
      stopped += share * (1 - none)
    }
    return Math.min(1, Math.max(0, stopped))
  }
}
