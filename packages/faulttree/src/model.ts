import type { Interval } from '@holdfast/kernel'

/**
 * A Boolean formula over events and named gates.
 *
 * `at-least` and `cardinality` count their arguments, and an argument that is repeated counts each
 * time: a repeated argument weighs more. `xor` is true when an odd number of its arguments is. An
 * empty `and` is true, an empty `or` and an empty `xor` are false.
 */
export type Formula =
  | { readonly op: 'event'; readonly id: string }
  | { readonly op: 'gate'; readonly id: string }
  | { readonly op: 'constant'; readonly value: boolean }
  | { readonly op: 'and' | 'or' | 'xor'; readonly args: readonly Formula[] }
  | { readonly op: 'not'; readonly args: readonly [Formula] }
  /** `imply`: the second holds wherever the first does. `iff`: both or neither. */
  | { readonly op: 'imply' | 'iff'; readonly args: readonly [Formula, Formula] }
  | { readonly op: 'at-least'; readonly k: number; readonly args: readonly Formula[] }
  | {
      readonly op: 'cardinality'
      readonly min: number
      readonly max: number
      readonly args: readonly Formula[]
    }

/** What may occur by itself, with what is known of its probability. */
export interface BasicEvent {
  readonly id: string
  readonly probability: Interval
}

/**
 * Events and named formulas over them. Events and gates have their ids in separate spaces.
 *
 * A house event, which an analyst switches on or off, is a gate whose formula is a constant.
 */
export interface Model {
  readonly events: ReadonlyMap<string, BasicEvent>
  readonly gates: ReadonlyMap<string, Formula>
}
