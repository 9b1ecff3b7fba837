import { FALSE, type Graph, type Literal, not, TRUE } from './graph.ts'
import type { Formula, Model } from './model.ts'

/** A formula that is being read, with the literals of the arguments that have been read. */
interface Frame {
  readonly formula: Formula
  readonly args: Literal[]
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
  readonly #gates = new Map<string, Literal>()
  readonly #open = new Set<string>()

  constructor(model: Model, graph: Graph, eventIndex: ReadonlyMap<string, number>) {
    this.#model = model
    this.#graph = graph
    this.#eventIndex = eventIndex
  }

  /** The literal of a formula. */
  lower(top: Formula): Literal {
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

  /** The literal of a leaf or of a gate already read; otherwise opens a frame and returns null. */
  #enter(formula: Formula, frames: Frame[]): Literal | null {
    if (formula.op === 'constant') return formula.value ? TRUE : FALSE
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

  #leave({ formula, args }: Frame): Literal {
    const graph = this.#graph
    const [first, second] = [args[0]!, args[1]!]
    switch (formula.op) {
      case 'and':
        return graph.and(args)
      case 'or':
        return graph.or(args)
      case 'xor':
        return graph.xor(args)
      case 'not':
        return not(first)
      case 'imply':
        return graph.or([not(first), second])
      case 'iff':
        return not(graph.xor(args))
      case 'at-least':
        return graph.atLeast(formula.k, args)
      case 'cardinality': {
        const least = graph.atLeast(formula.min, args)
        return graph.and([least, not(graph.atLeast(formula.max + 1, args))])
      }
      case 'gate':
        this.#open.delete(formula.id)
        this.#gates.set(formula.id, first)
        return first
      default:
        throw new Error(`${formula.op} has no arguments`)
    }
  }
}
