import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { ALWAYS, type Bdd, type BooleanFunction, NEVER } from '../src/bdd.ts'
import { createBdd } from '../src/bdd_choice.ts'
import { PlainBdd } from '../src/bdd_plain.ts'
import { WasmBdd } from '../src/bdd_wasm.ts'
import { FULL, HIGH, LOW, RECORD } from '../src/table.ts'

const never = (): boolean => false

type Make = (nodesMax: number, isOver: () => boolean) => Bdd

const implementations: [string, Make][] = [
  ['plain', (nodesMax, isOver) => new PlainBdd(nodesMax, isOver)],
  ['WebAssembly', (nodesMax, isOver) => WasmBdd.open(nodesMax, isOver)!],
]

const VARIABLES = 8

interface Step {
  readonly operation: 'and' | 'or' | 'xor' | 'not'
  /** Of results so far, from the newest. */
  readonly left: number
  readonly right: number
}

const steps = fc.array(
  fc.record<Step>({
    operation: fc.constantFrom('and', 'or', 'xor', 'not'),
    left: fc.nat(20),
    right: fc.nat(20),
  }),
  { maxLength: 60 },
)

/** Every result of a sequence of operations, after the constants and the variables. */
function results(bdd: Bdd, sequence: readonly Step[]): BooleanFunction[] {
  const made: BooleanFunction[] = [NEVER, ALWAYS]
  for (let level = VARIABLES - 1; level >= 0; level -= 1) made.push(bdd.variable(level))
  for (const { operation, left, right } of sequence) {
    const f = made.at(-1 - (left % made.length))!
    const g = made.at(-1 - (right % made.length))!
    made.push(operation === 'not' ? bdd.not(f) : bdd[operation](f, g))
  }
  return made
}

/** The same on truth tables, one bit for each assignment. */
function tables(sequence: readonly Step[]): bigint[] {
  const rows = 1n << BigInt(VARIABLES)
  const all = (1n << rows) - 1n
  const made = [0n, all]
  for (let level = VARIABLES - 1; level >= 0; level -= 1) {
    let table = 0n
    for (let row = 0n; row < rows; row += 1n) table |= ((row >> BigInt(level)) & 1n) << row
    made.push(table)
  }
  for (const { operation, left, right } of sequence) {
    const f = made.at(-1 - (left % made.length))!
    const g = made.at(-1 - (right % made.length))!
    const values = { and: f & g, or: f | g, xor: f ^ g, not: all ^ f }
    made.push(values[operation])
  }
  return made
}

function tableOf(records: Int32Array, f: BooleanFunction): bigint {
  let table = 0n
  for (let row = 0; row < 1 << VARIABLES; row += 1) {
    let at = f
    while (at > ALWAYS) {
      const record = RECORD * (at >> 1)
      const isHigh = ((row >> records[record]!) & 1) === 1
      at = records[record + (isHigh ? HIGH : LOW)]! ^ (at & 1)
    }
    if (at === ALWAYS) table |= 1n << BigInt(row)
  }
  return table
}

/** Levels and sides of all nodes; the fourth number of a record is the implementation's own. */
function nodes({ records, size }: Bdd): number[][] {
  const found: number[][] = []
  for (let node = 2; node < size; node += 1) {
    found.push([...records.subarray(RECORD * node, RECORD * node + LOW + 1)])
  }
  return found
}

/** Numbers that are the same in every run. */
function sequenceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 8
  }
}

/** Combines random functions of many variables until a result is full or there are many nodes. */
function grown(bdd: Bdd, seed: number, nodesMax: number): BooleanFunction[] {
  const next = sequenceOf(seed)
  const made: BooleanFunction[] = []
  for (let level = 39; level >= 0; level -= 1) made.push(bdd.variable(level))
  while (bdd.size < nodesMax) {
    const [f, g] = [made[next() % made.length]!, made.at(-1 - (next() % 30))!]
    const which = next() % 3
    const result = which === 0 ? bdd.and(f, g) : which === 1 ? bdd.or(f, g) : bdd.xor(f, g ^ 1)
    if (result === FULL) break
    made.push(result)
  }
  return made
}

test('WebAssembly is chosen where it is', () => {
  expect(createBdd(100, never)).toBeInstanceOf(WasmBdd)
})

test.each(implementations)('%s: every result is the function that it should be', (_, make) => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const bdd = make(1e6, never)
      const found = results(bdd, sequence)
      const { records } = bdd
      const wanted = tables(sequence)
      expect(found.map((f) => tableOf(records, f))).toEqual(wanted)
      // Equal functions are one number.
      expect(new Set(found).size).toBe(new Set(wanted).size)
    }),
  )
})

test('both implementations make the same nodes in the same order', () => {
  fc.assert(
    fc.property(steps, fc.nat(200), (sequence, nodesMax) => {
      const plain = new PlainBdd(nodesMax, never)
      const wasm = WasmBdd.open(nodesMax, never)!
      expect(results(wasm, sequence)).toEqual(results(plain, sequence))
      expect(nodes(wasm)).toEqual(nodes(plain))
    }),
  )
})

test('the same nodes over many doublings', () => {
  for (const seed of [1, 2, 3]) {
    const plain = new PlainBdd(300_000, never)
    const wasm = WasmBdd.open(300_000, never)!
    expect(grown(wasm, seed, 250_000)).toEqual(grown(plain, seed, 250_000))
    expect(wasm.size).toBeGreaterThan(200_000)
    expect(nodes(wasm)).toEqual(nodes(plain))
  }
})

test.each(implementations)('%s: a full table is told, and what exists stays valid', (_, make) => {
  const bdd = make(1000, never)
  const made = grown(bdd, 7, 10_000)
  expect(bdd.size).toBe(1002)
  expect(bdd.variable(50)).toBe(FULL)
  const [f, g] = [made.at(-1)!, made.at(-2)!]
  expect([bdd.and(f, f), bdd.and(f, bdd.not(f)), bdd.or(g, NEVER)]).toEqual([f, NEVER, g])
  expect([bdd.and(FULL, f), bdd.or(f, FULL), bdd.xor(FULL, f), bdd.not(FULL)]).toEqual([
    ...[FULL, FULL, FULL, FULL],
  ])
  expect(bdd.variable(0)).toBe(made[39])
})

test.each(implementations)(
  '%s: an operation ends when time is up, the next one goes',
  (_, make) => {
    let asked = 0
    let isOver = false
    const bdd = make(1e6, () => {
      asked += 1
      return isOver
    })
    const made = grown(bdd, 5, 100_000)
    expect(asked).toBeGreaterThan(3)
    isOver = true
    expect(grown(bdd, 6, 900_000).length).toBeGreaterThan(40)
    expect(bdd.size).toBeLessThan(900_000)
    isOver = false
    const again = make(1e6, never)
    expect(grown(again, 5, 100_000)).toEqual(made)
    expect(bdd.and(made[0]!, made[1]!)).toBe(again.and(made[0]!, made[1]!))
  },
)

test.each(implementations)('%s: diagrams may be deeper than the call stack', (_, make) => {
  const LEVELS = 100_000
  const bdd = make(1e6, never)
  let even: BooleanFunction = ALWAYS
  let odd: BooleanFunction = ALWAYS
  for (let level = LEVELS - 1; level >= 0; level -= 1) {
    if (level % 2 === 0) even = bdd.decision(level, even, NEVER)
    else odd = bdd.decision(level, odd, NEVER)
  }
  const all = bdd.and(even, odd)
  expect(bdd.size).toBe(2 * LEVELS + 1)
  expect(bdd.level(all)).toBe(0)
  expect(bdd.xor(all, bdd.and(odd, even))).toBe(NEVER)
  expect(bdd.level(bdd.xor(even, odd))).toBe(0)
})

test.each(implementations)('%s: a large limit costs nothing', (_, make) => {
  const bdd = make(2 ** 28, never)
  expect(bdd.or(bdd.variable(1), bdd.variable(0))).toBe(bdd.or(bdd.variable(0), bdd.variable(1)))
})

test('a released diagram gives its memory to the next, which knows nothing of it', () => {
  const wanted = grown(new PlainBdd(50_000, never), 11, 40_000)
  for (let i = 0; i < 1000; i += 1) {
    const bdd = WasmBdd.open(50_000, never)!
    if (i % 100 === 0) expect(grown(bdd, 11, 40_000)).toEqual(wanted)
    else expect(bdd.and(bdd.variable(1), bdd.variable(0))).toBe(8)
    const { buffer } = bdd.records
    bdd.release()
    expect(() => bdd.size).toThrow()
    const next = WasmBdd.open(1000, never)!
    expect(next.records.buffer).toBe(buffer)
    expect([next.size, next.variable(3)]).toEqual([2, 4])
    if (i % 2 === 0) next.release()
  }
})

test('without WebAssembly, or where it is forbidden, diagrams are plain', async () => {
  vi.stubGlobal('WebAssembly', undefined)
  expect(createBdd(100, never)).toBeInstanceOf(PlainBdd)
  vi.unstubAllGlobals()
  vi.resetModules()
  const fresh = await import('../src/bdd_choice.ts')
  const { PlainBdd: FreshPlainBdd } = await import('../src/bdd_plain.ts')
  let tries = 0
  class Forbidden {
    constructor() {
      tries += 1
      throw new Error('forbidden')
    }
  }
  vi.stubGlobal('WebAssembly', { Module: Forbidden, Instance: WebAssembly.Instance })
  expect(fresh.createBdd(100, never)).toBeInstanceOf(FreshPlainBdd)
  expect(fresh.createBdd(100, never)).toBeInstanceOf(FreshPlainBdd)
  expect(tries).toBe(1)
  vi.unstubAllGlobals()
})
