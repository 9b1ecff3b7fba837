import { ALWAYS, type Bdd, type BooleanFunction, NEVER } from './bdd.ts'
import { BDD_WASM } from './bdd_wasm_bytes.ts'
import { FULL, NODES_CEILING, RECORD } from './table.ts'

/** What an operation returns that has steps left. */
const PAUSED = -3

/** What `assembly/bdd.ts` exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  open(nodesMax: number): number
  nodes(): number
  records(): number
  level(f: BooleanFunction): number
  decision(level: number, high: BooleanFunction, low: BooleanFunction): BooleanFunction
  and(f: BooleanFunction, g: BooleanFunction): BooleanFunction
  xor(f: BooleanFunction, g: BooleanFunction): BooleanFunction
  resume(): BooleanFunction
}

/** Of the platform; the language's own library does not declare it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}
declare function atob(base64: string): string

/** Compiled when it is needed first; null where the platform does not. */
let compiled: object | null | undefined

/** An instance that was released; making one costs as much as a small diagram. */
let idle: Exports | null = null
/** More memory than this is given back. */
const IDLE_BYTES_MAX = 1 << 24

/** What is left of a released diagram: to use it throws, which is a bug of who does. */
const RELEASED = {} as Exports

/**
 * Decision diagrams in WebAssembly: the platform compiles it at once, so that it is fast from the
 * first node on.
 *
 * `assembly/bdd.ts` has the contract. Every diagram has a memory of its own, which is given back
 * with it, or used again after `release`. Limits: nodes; `isOver`, which is asked every few
 * thousand steps; memory: where the platform has no more, the result is `FULL`.
 */
export class WasmBdd implements Bdd {
  #exports: Exports
  readonly #isOver: () => boolean

  private constructor(exports: Exports, isOver: () => boolean) {
    this.#exports = exports
    this.#isOver = isOver
  }

  /** A new diagram, or null where the platform cannot have it. */
  static open(nodesMax: number, isOver: () => boolean): WasmBdd | null {
    const exports = idle ?? instance()
    idle = null
    if (exports === null || exports.open(Math.min(nodesMax, NODES_CEILING)) === 0) return null
    return new WasmBdd(exports, isOver)
  }

  get size(): number {
    return this.#exports.nodes()
  }

  get records(): Int32Array {
    const { memory } = this.#exports
    return new Int32Array(memory.buffer, this.#exports.records(), RECORD * this.size)
  }

  level(f: BooleanFunction): number {
    return this.#exports.level(f)
  }

  variable(level: number): BooleanFunction {
    return this.#exports.decision(level, ALWAYS, NEVER)
  }

  decision(level: number, high: BooleanFunction, low: BooleanFunction): BooleanFunction {
    return this.#exports.decision(level, high, low)
  }

  not(f: BooleanFunction): BooleanFunction {
    return f === FULL ? FULL : f ^ 1
  }

  and(f: BooleanFunction, g: BooleanFunction): BooleanFunction {
    return f === FULL || g === FULL ? FULL : this.#ended(this.#exports.and(f, g))
  }

  or(f: BooleanFunction, g: BooleanFunction): BooleanFunction {
    return f === FULL || g === FULL ? FULL : this.not(this.and(f ^ 1, g ^ 1))
  }

  xor(f: BooleanFunction, g: BooleanFunction): BooleanFunction {
    return f === FULL || g === FULL ? FULL : this.#ended(this.#exports.xor(f, g))
  }

  release(): void {
    const { memory } = this.#exports
    if (memory.buffer.byteLength <= IDLE_BYTES_MAX) idle = this.#exports
    this.#exports = RELEASED
  }

  /** The result of an operation that may have paused. */
  #ended(result: BooleanFunction): BooleanFunction {
    let ended = result
    while (ended === PAUSED) ended = this.#isOver() ? FULL : this.#exports.resume()
    return ended
  }
}

/** A new instance, or null: a platform that forbids it or has no memory throws. */
function instance(): Exports | null {
  if (compiled === null || typeof WebAssembly === 'undefined') return null
  try {
    compiled ??= new WebAssembly.Module(decoded(BDD_WASM))
  } catch {
    compiled = null
    return null
  }
  try {
    return new WebAssembly.Instance(compiled).exports as Exports
  } catch {
    return null
  }
}

function decoded(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i)
  return bytes
}
