import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiedFunction } from '../src/diagram.ts'
import { nodeValues } from '../src/evaluate.ts'
import { argsOf, Graph } from '../src/graph.ts'
import type { Model } from '../src/index.ts'
import { Lowering } from '../src/lower.ts'
import { staticOrders } from '../src/order.ts'
import { type Part, placesOf } from '../src/part.ts'
import { Race, roundsUpTo } from '../src/race.ts'
import { Region } from '../src/region.ts'
import * as brute from './brute-force.ts'
import { gate, randomModelOf } from './models.ts'

const RUNS = { numRuns: 300 }
const LEAVES = { isFlipped: () => false, isNever: () => false }

/** The last gate of a model as one part whose leaves are its events; null when it is no gate. */
function partOf(model: Model): Part | null {
  const graph = new Graph()
  const indices = new Map([...model.events.keys()].map((id, i) => [id, i]))
  const last = [...model.gates.keys()].at(-1)!
  const top = new Lowering(model, graph, indices).lower(gate(last))
  // A negated top stands for the gate that is negated.
  const region = new Region(graph, top & ~1, true)
  const isLeaf = Uint8Array.from(region.nodes, (_, place) =>
    argsOf(region.vertex(place)).length === 0 ? 1 : 0,
  )
  const place = region.size - 1
  return isLeaf[place] === 1 ? null : { region, top: place, isLeaf }
}

test('every order holds each leaf once', () => {
  fc.assert(
    fc.property(randomModelOf('any'), (model) => {
      const part = partOf(model)
      if (part === null) return
      const leaves = [...placesOf(part)].filter((place) => part.isLeaf[place] === 1)
      for (const order of staticOrders(part)) {
        expect([...order()].sort((a, b) => a - b)).toEqual(leaves)
      }
    }),
    RUNS,
  )
})

test('whichever order wins, the diagram is that of the part', () => {
  fc.assert(
    fc.property(randomModelOf('any'), fc.constantFrom(2, 5, 9, 1_000), (model, first) => {
      const part = partOf(model)
      if (part === null) return
      const race = new Race(part, LEAVES)
      const isOver = (): boolean => false
      const decided =
        race.round({ nodesMax: first, isOver }) ?? race.round({ nodesMax: 5_000, isOver })
      expect(decided).not.toBeNull()
      const { bdd, isFlipped, order } = decided!
      const events = [...model.events.values()]
      const leaves = Float64Array.from(order, (place) => {
        const vertex = part.region.vertex(place)
        return vertex.op === 'event' ? events[vertex.event]!.probability[0] : Number.NaN
      })
      const root = nodeValues(bdd, leaves)[bdd.root >> 1]!
      const last = [...model.gates.keys()].at(-1)!
      const p = new Map([...model.events].map(([id, one]) => [id, one.probability]))
      const expected = brute.probability(model, gate(last), brute.lowEnd(p))
      const actual = isFlipped ? 1 - root : root
      // The part stands for the last gate or for its complement.
      expect(Math.min(Math.abs(actual - expected), Math.abs(1 - actual - expected))).toBeLessThan(
        1e-12,
      )
    }),
    RUNS,
  )
})

test('rounds end with all nodes', () => {
  expect(roundsUpTo(10)).toEqual([10])
  expect(roundsUpTo(60_000)).toEqual([60_000])
  expect(roundsUpTo(1_000_000)).toEqual([60_000, 300_000, 1_000_000])
})

test('a constant has no nodes when it is copied', () => {
  const records = new Int32Array(8)
  expect(copiedFunction(records, 0)).toMatchObject({ root: 0, nodes: 0 })
})
