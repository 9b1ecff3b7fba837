import type { Bdd } from './bdd.ts'
import { PlainBdd } from './bdd_plain.ts'
import { WasmBdd } from './bdd_wasm.ts'

/** A new diagram, in WebAssembly where the platform has it. */
export function createBdd(nodesMax: number, isOver: () => boolean): Bdd {
  return WasmBdd.open(nodesMax, isOver) ?? new PlainBdd(nodesMax, isOver)
}
