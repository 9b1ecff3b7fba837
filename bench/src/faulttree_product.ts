/**
 * What the engine costs in the product: `node faulttree_product.js FOLDER` assesses a dossier and
 * prints as JSON how long the public methods of compiled models ran.
 */
import { type Compiled, compile } from '@holdfast/faulttree'
import { assessFolder } from '@holdfast/holdfast'

export interface EngineShare {
  /** In the engine: of all chokepoints and probabilities. */
  readonly engineSeconds: number
  readonly calls: number
  /** The whole assessment, reading included. */
  readonly seconds: number
}

const TODAY = '2026-11-01'

/** Calls that others make count with those. */
class Stopwatch {
  seconds = 0
  calls = 0
  #depth = 0

  run<T>(work: () => T): T {
    const start = performance.now()
    this.#depth += 1
    try {
      return work()
    } finally {
      this.#depth -= 1
      if (this.#depth === 0) {
        this.calls += 1
        this.seconds += (performance.now() - start) / 1000
      }
    }
  }
}

type Method = (this: Compiled, ...args: unknown[]) => unknown

/**
 * Measures every method of compiled models from now on. A walk is lazy and ends when it is begun:
 * the product uses none.
 */
function measured(stopwatch: Stopwatch): void {
  const prototype = Object.getPrototypeOf(compile({ events: new Map(), gates: new Map() }))
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (name === 'constructor') continue
    const method = prototype[name] as Method
    prototype[name] = function (this: Compiled, ...args: unknown[]): unknown {
      return stopwatch.run(() => method.apply(this, args))
    }
  }
}

async function shareOf(dossier: string): Promise<EngineShare> {
  const stopwatch = new Stopwatch()
  measured(stopwatch)
  const start = performance.now()
  const result = await assessFolder({ dossier, today: TODAY })
  const seconds = (performance.now() - start) / 1000
  if (!result.ok) throw new Error(result.diagnostics.map(({ code }) => code).join(', '))
  return { engineSeconds: stopwatch.seconds, calls: stopwatch.calls, seconds }
}

console.log(JSON.stringify(await shareOf(process.argv[2] ?? '')))
