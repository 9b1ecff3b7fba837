/**
 * The probability that a group of a function's needs stops it, by what is finished. Each state is
 * worked out once: a group depends on few measures, and most states come again and again.
 */
import type { LossGroup, MeasureCondition } from '@holdfast/impact'

/** Something that is finished or not: a measure by the day asked about, or before the strike. */
export interface Variable {
  readonly measure: number
  readonly isReady: boolean
}

export interface Literal {
  readonly variable: number
  readonly value: boolean
}

/** The clauses of a condition in the variables of its group. */
type Clauses = readonly (readonly Literal[])[]

/** States of at most so many variables have numbers for names. */
const BITS_MAX = 30

export class EvaluatedGroup {
  /** Tells groups of one table apart. */
  readonly number: number
  readonly variables: readonly Variable[]
  readonly cases: LossGroup
  readonly #conditions = new Map<number, Clauses>()
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
        const clauses = conditions[condition]!.map((clause) =>
          clause.map(({ measure, when, value }) => ({ variable: place(measure, when), value })),
        )
        this.#conditions.set(condition, clauses)
      }
    }
    this.variables = variables
  }

  clauses(condition: number): Clauses {
    return this.#conditions.get(condition)!
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
    for (const [condition, clauses] of this.#conditions) {
      const met = clauses.some((clause) =>
        clause.every(({ variable, value }) => (state[variable] === 1) === value),
      )
      holds.set(condition, met)
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
