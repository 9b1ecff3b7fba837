import { readFileSync } from 'node:fs'
import type { Interval } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundedProbability } from '../src/bounds.ts'
import { estimatesOf, roughBounds } from '../src/bounds_estimate.ts'
import { formOf } from '../src/bounds_form.ts'
import { boundFrom } from '../src/bounds_pass.ts'
import type { Ends, Likelihoods } from '../src/evaluate.ts'
import { Graph, type Literal, nodeOf } from '../src/graph.ts'
import { compile, type Formula, type Model } from '../src/index.ts'
import { Lowering } from '../src/lower.ts'
import { readOpenPsa } from '../src/open_psa/index.ts'
import { staticOrders } from '../src/order.ts'
import type { Part } from '../src/part.ts'
import { Region } from '../src/region.ts'
import { simplify } from '../src/simplify.ts'
import * as brute from './brute-force.ts'
import { gate, randomModel, randomModelOf } from './models.ts'
import { HAS_SHARED, SHARED } from './open_psa_truth.ts'

const RUNS = { numRuns: 300 }

interface Lowered {
  readonly graph: Graph
  readonly top: Literal
  readonly likelihoods: Likelihoods
}

function lowered(model: Model, top: Formula): Lowered {
  const graph = new Graph()
  const ids = [...model.events.keys()]
  const lowering = new Lowering(model, graph, new Map(ids.map((id, i) => [id, i])))
  const events = [...model.events.values()]
  return {
    graph,
    top: lowering.lower(top),
    likelihoods: {
      low: Float64Array.from(events, (event) => event.probability[0]),
      high: Float64Array.from(events, (event) => event.probability[1]),
    },
  }
}

/** Bounds when nothing has been solved. */
function bounds({ graph, top, likelihoods }: Lowered, nodesMax: number): Interval {
  const budget = { nodesMax, elapsed: () => 0 }
  return boundedProbability(graph, simplify(graph, top), likelihoods, () => undefined, budget)
}

/** The probability with each event at the end that the choice tells. */
function exactAt(model: Model, top: Formula, choice: readonly boolean[]): number {
  const ends = [...model.events.values()].map(({ id, probability }, i): [string, number] => [
    id,
    probability[choice[i]! ? 1 : 0],
  ])
  const at = new Map(ends)
  return brute.probability(model, top, (id) => at.get(id)!)
}

function expectWithin(value: number, [low, high]: Interval): void {
  // Not `toBeCloseTo`: bounds are certain, and the sums of these models are exact.
  expect(low).toBeLessThanOrEqual(value)
  expect(high).toBeGreaterThanOrEqual(value)
}

const choices = fc.array(fc.boolean(), { minLength: 10, maxLength: 10 })
const nodesMax = fc.oneof(fc.nat({ max: 50 }), fc.constantFrom(0, 200, 5_000))

test('bounds contain both ends of a coherent top, whatever the limit', () => {
  fc.assert(
    fc.property(randomModel, nodesMax, (model, limit) => {
      for (const top of [...model.gates.keys()].map(gate)) {
        const found = bounds(lowered(model, top), limit)
        const p = new Map([...model.events].map(([id, one]) => [id, one.probability]))
        expectWithin(brute.probability(model, top, brute.lowEnd(p)), found)
        expectWithin(brute.probability(model, top, brute.highEnd(p)), found)
      }
    }),
    RUNS,
  )
})

test('bounds contain every value of a top with negations, whatever the limit', () => {
  fc.assert(
    fc.property(randomModelOf('any'), nodesMax, choices, (model, limit, choice) => {
      for (const top of [...model.gates.keys()].map(gate)) {
        expectWithin(exactAt(model, top, choice), bounds(lowered(model, top), limit))
      }
    }),
    RUNS,
  )
})

test('with room enough the bounds of a coherent top are its ends', () => {
  fc.assert(
    fc.property(randomModel, (model) => {
      for (const top of [...model.gates.keys()].map(gate)) {
        const [low, high] = bounds(lowered(model, top), 100_000)
        const p = new Map([...model.events].map(([id, one]) => [id, one.probability]))
        expect(low).toBeCloseTo(brute.probability(model, top, brute.lowEnd(p)), 12)
        expect(high).toBeCloseTo(brute.probability(model, top, brute.highEnd(p)), 12)
      }
    }),
    RUNS,
  )
})

/** The whole of a top as one part in which no module is told apart; null when it is a leaf. */
function partOf({ graph, top }: Lowered): Part | null {
  const op = graph.vertex(nodeOf(top)).op
  if (op === 'event' || op === 'constant') return null
  const region = new Region(graph, top)
  const isLeaf = Uint8Array.from(region.nodes, (_, place) =>
    region.vertex(place).op === 'event' ? 1 : 0,
  )
  return { region, top: region.size - 1, isLeaf }
}

function endsOf(part: Part, order: readonly number[], { low, high }: Likelihoods): Ends {
  const eventAt = (place: number): number => {
    const vertex = part.region.vertex(place)
    return vertex.op === 'event' ? vertex.event : 0
  }
  return {
    low: Float64Array.from(order, (place) => low[eventAt(place)]!),
    high: Float64Array.from(order, (place) => high[eventAt(place)]!),
  }
}

/** What may be lost at a pair, from nothing to everything. */
const epsilon = fc.oneof(
  fc.constantFrom(0, 1),
  fc.double({ min: 1e-4, max: 0.5, noNaN: true }),
  fc.double({ min: 1e-4, max: 0.05, noNaN: true }),
)

const allowances = fc.record({
  nodesMax: fc.oneof(fc.nat({ max: 30 }), fc.constant(10_000)),
  workLeft: fc.oneof(fc.nat({ max: 100 }), fc.constant(10_000)),
})

for (const kind of ['coherent', 'any'] as const) {
  const pass = fc.record({ epsilon, allowance: allowances, choice: choices, pick: fc.nat() })
  test(`what a pass leaves out keeps its bound certain: ${kind} models`, () => {
    let lossy = 0
    fc.assert(
      fc.property(randomModelOf(kind), pass, (model, { epsilon, allowance, choice, pick }) => {
        for (const id of model.gates.keys()) {
          const one = lowered(model, gate(id))
          const part = partOf(one)
          if (part === null) continue
          const orders = staticOrders(part)
          const order = orders[pick % orders.length]!()
          const form = formOf(part, order, () => false, (one.top & 1) === 1, 10_000)
          if (form === null) continue
          const ends = endsOf(part, order, one.likelihoods)
          const exact = exactAt(model, gate(id), choice)
          expectWithin(exact, roughBounds(form, ends))
          const { importances } = estimatesOf(form, ends)
          for (const isUpper of [false, true]) {
            const side = { isUpper, ...ends }
            const room = { ...allowance, isOver: () => false }
            const found = boundFrom(form, side, importances, epsilon, room)
            if (found === null) continue
            if (found.loss > 0) lossy += 1
            expectWithin(exact, isUpper ? [0, found.bound] : [found.bound, 1])
          }
        }
      }),
      { numRuns: 1_000 },
    )
    expect(lossy).toBeGreaterThan(100)
  })
}

test('a limit that ends the exact answer leaves bounds', () => {
  fc.assert(
    fc.property(randomModel, fc.nat({ max: 8 }), (model, nodes_max) => {
      const compiled = compile(model, { nodes_max })
      const p = new Map([...model.events].map(([id, one]) => [id, one.probability]))
      for (const top of [...model.gates.keys()].map(gate)) {
        const outcome = compiled.probability(top)
        if (outcome.ok) continue
        expect(outcome.reason).toBe('nodes')
        expectWithin(brute.probability(model, top, brute.lowEnd(p)), outcome.bounds)
        expectWithin(brute.probability(model, top, brute.highEnd(p)), outcome.bounds)
      }
    }),
    RUNS,
  )
})

/** A published model and its top. */
function published(name: string): { model: Model; top: Formula } {
  const result = readOpenPsa(readFileSync(new URL(`aralia/${name}.xml`, SHARED), 'utf8'), name)
  if (!result.ok) throw new Error(`${name} cannot be read`)
  return { model: result.value.model, top: gate(result.value.tops[0]!) }
}

const LONG = { timeout: 120_000 }

describe('models of others', () => {
  const absent = 'skipped: ../shared/data/faulttree is not there'

  test.skipIf(!HAS_SHARED)(`bounds contain what others computed (else ${absent})`, LONG, () => {
    const table = readFileSync(new URL('aralia-reference.tsv', SHARED), 'utf8').trim().split('\n')
    const column = table[0]!.split('\t').indexOf('independent_js_P')
    for (const line of table.slice(1)) {
      const row = line.split('\t')
      const reference = Number(row[column])
      if (!(reference > 0)) continue
      const { model, top } = published(row[0]!)
      const [low, high] = bounds(lowered(model, top), 3_000)
      // References have six digits.
      expect(low, row[0]).toBeLessThanOrEqual(reference * (1 + 1e-5))
      expect(high, row[0]).toBeGreaterThanOrEqual(reference * (1 - 1e-5))
      expect(high - low, row[0]).toBeLessThan(1)
    }
  })

  test.skipIf(!HAS_SHARED)(`without a clock the same comes out (else ${absent})`, LONG, () => {
    const { model, top } = published('edfpa14b')
    const [one, other] = [1, 2].map(() => bounds(lowered(model, top), 2_000))
    expect(one).toEqual(other)
  })
})
