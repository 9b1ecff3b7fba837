import type { Interval } from '@holdfast/kernel'

/**
 * A monotone Boolean formula. There is no negation: what occurs never prevents.
 *
 * `at-least` counts its arguments, and an argument that is repeated counts each time: a repeated
 * argument weighs more. An empty `and` is true, an empty `or` is false.
 */
export type Formula =
  | { readonly op: 'event'; readonly id: string }
  | { readonly op: 'gate'; readonly id: string }
  | { readonly op: 'constant'; readonly value: boolean }
  | { readonly op: 'and' | 'or'; readonly args: readonly Formula[] }
  | { readonly op: 'at-least'; readonly k: number; readonly args: readonly Formula[] }

/** What may occur by itself, with what is known of its probability. */
export interface BasicEvent {
  readonly id: string
  readonly probability: Interval
}

/** Events and named formulas over them. Events and gates have their ids in separate spaces. */
export interface Model {
  readonly events: ReadonlyMap<string, BasicEvent>
  readonly gates: ReadonlyMap<string, Formula>
}
