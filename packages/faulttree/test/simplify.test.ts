import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coalesce } from '../src/coalesce.ts'
import { factor } from '../src/factor.ts'
import { argsOf, Graph, type Literal } from '../src/graph.ts'
import { group } from '../src/group.ts'
import type { Model } from '../src/index.ts'
import { Lowering } from '../src/lower.ts'
import { modulesOf } from '../src/modules.ts'
import { assumeObserved } from '../src/observability.ts'
import { Region } from '../src/region.ts'
import { simplify } from '../src/simplify.ts'
import { isCaused } from '../src/truth.ts'
import { gate, randomModelOf } from './models.ts'

const RUNS = { numRuns: 400 }
const anyModel = randomModelOf('any')

/** The last gate of a model, in a graph of its own. */
function lowered(model: Model): { graph: Graph; top: Literal } {
  const graph = new Graph()
  const indices = new Map([...model.events.keys()].map((id, i) => [id, i]))
  const last = [...model.gates.keys()].at(-1)!
  return { graph, top: new Lowering(model, graph, indices).lower(gate(last)) }
}

/** The value of a literal for each set of events that may occur. */
function truthTable(graph: Graph, top: Literal, events: number): boolean[] {
  return Array.from({ length: 2 ** events }, (_, bits) =>
    isCaused(graph, top, (event) => (bits >> event) % 2 === 1),
  )
}

const rules: Readonly<Record<string, (graph: Graph, top: Literal) => Literal>> = {
  coalesce,
  assumeObserved,
  factor,
  'group, leaves apart': (graph, top) => group(graph, top, 'apart'),
  'group, all together': (graph, top) => group(graph, top, 'together'),
  'simplify, leaves apart': (graph, top) => simplify(graph, top, 'apart'),
  'simplify, all together': (graph, top) => simplify(graph, top, 'together'),
}

for (const [name, rule] of Object.entries(rules)) {
  test(`${name}: the top stays the same function`, () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const { graph, top } = lowered(model)
        const before = truthTable(graph, top, model.events.size)
        expect(truthTable(graph, rule(graph, top), model.events.size)).toEqual(before)
      }),
      RUNS,
    )
  })
}

/** The places below a place, itself included. */
function below(region: Region, top: number): Set<number> {
  const found = new Set([top])
  for (const place of found) {
    for (const arg of argsOf(region.vertex(place))) found.add(region.place(arg))
  }
  return found
}

test('a module is a gate below which nothing occurs elsewhere, and every such gate is one', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const { graph, top } = lowered(model)
      const region = new Region(graph, top)
      const isModule = modulesOf(region)
      for (let place = 0; place < region.size; place += 1) {
        const inside = below(region, place)
        const isAlone = [...inside].every(
          (one) => one === place || [...region.parents(one)].every((parent) => inside.has(parent)),
        )
        const isGate = argsOf(region.vertex(place)).length > 0
        expect(isModule[place] === 1).toBe(isGate && isAlone)
      }
    }),
    RUNS,
  )
})
