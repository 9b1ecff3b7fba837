import type { Graph } from './graph.ts'
import type { Formula, Model } from './model.ts'

/** A formula that is being read, with the nodes of the arguments that have been read. */
interface Frame {
  readonly formula: Formula
  readonly args: number[]
}

/**
 * Reads formulas of a model into a graph, each gate once.
 *
 * Input assumed: a model without faults (`checkModel`) and formulas over it. An unknown id or a
 * cycle is a bug of the caller and throws. Complexity: linear in the formulas read. Limits: none;
 * the stack is an array, so that formulas and chains of gates may be of any depth.
 */
export class Lowering {
  readonly #model: Model
  readonly #graph: Graph
  readonly #eventIndex: ReadonlyMap<string, number>
  readonly #gates = new Map<string, number>()
  readonly #open = new Set<string>()

  constructor(model: Model, graph: Graph, eventIndex: ReadonlyMap<string, number>) {
    this.#model = model
    this.#graph = graph
    this.#eventIndex = eventIndex
  }

  /** The node of a formula. */
  lower(top: Formula): number {
    const frames: Frame[] = []
    let value = this.#enter(top, frames)
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      if (value !== null) frame.args.push(value)
      const child = this.#child(frame)
      if (child === undefined) {
        value = this.#leave(frame)
        frames.pop()
      } else {
        value = this.#enter(child, frames)
      }
    }
    return value!
  }

  /** The node of a leaf or of a gate already read; otherwise opens a frame and returns null. */
  #enter(formula: Formula, frames: Frame[]): number | null {
    if (formula.op === 'constant') return this.#graph.constant(formula.value)
    if (formula.op === 'event') {
      const event = this.#eventIndex.get(formula.id)
      if (event === undefined) throw new Error(`unknown event ${formula.id}`)
      return this.#graph.event(event)
    }
    if (formula.op === 'gate') {
      const known = this.#gates.get(formula.id)
      if (known !== undefined) return known
      if (this.#open.has(formula.id)) throw new Error(`gate ${formula.id} depends on itself`)
      this.#open.add(formula.id)
    }
    frames.push({ formula, args: [] })
    return null
  }

  /** The next argument of a frame. A gate has one: its definition. */
  #child({ formula, args }: Frame): Formula | undefined {
    if (formula.op !== 'gate') return 'args' in formula ? formula.args[args.length] : undefined
    if (args.length > 0) return undefined
    const definition = this.#model.gates.get(formula.id)
    if (definition === undefined) throw new Error(`unknown gate ${formula.id}`)
    return definition
  }

  #leave({ formula, args }: Frame): number {
    if (formula.op === 'and') return this.#graph.and(args)
    if (formula.op === 'or') return this.#graph.or(args)
    if (formula.op === 'at-least') return this.#graph.atLeast(formula.k, args)
    const node = args[0]!
    if (formula.op === 'gate') {
      this.#open.delete(formula.id)
      this.#gates.set(formula.id, node)
    }
    return node
  }
}
