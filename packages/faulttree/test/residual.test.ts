import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fn, type Literal, ResidualDiagram } from '../src/index.ts'

const EVENTS = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5']
const SWITCHES = ['s0', 's1', 's2', 's3', 's4']
/** Bits of an assignment: switches first, so that one of events is a stretch of rows. */
const NAMES = [...SWITCHES, ...EVENTS]
const ROWS = 1 << NAMES.length
const SETTINGS = 1 << SWITCHES.length

interface Step {
  readonly operation: 'and' | 'or' | 'not' | 'choose' | 'atLeast'
  /** Of results so far, from the newest. */
  readonly operands: readonly number[]
  readonly k: number
}

const steps = fc.array(
  fc.record<Step>({
    operation: fc.constantFrom('and', 'or', 'not', 'choose', 'atLeast'),
    operands: fc.array(fc.nat(20), { minLength: 3, maxLength: 6 }),
    k: fc.integer({ min: -1, max: 7 }),
  }),
  { minLength: 1, maxLength: 30 },
)
const order = fc.shuffledSubarray(NAMES, { minLength: NAMES.length, maxLength: NAMES.length })

/** The values of a function under every assignment. */
type Table = readonly boolean[]

/** Runs steps both ways. */
function made(
  diagram: ResidualDiagram,
  names: readonly string[],
  sequence: readonly Step[],
): { f: Fn; table: Table }[] {
  const rows = Array.from({ length: ROWS }, (_, row) => row)
  const found = [
    { f: diagram.never, table: rows.map(() => false) },
    { f: diagram.always, table: rows.map(() => true) },
    ...names.map((name) => {
      const bit = NAMES.indexOf(name)
      const f = SWITCHES.includes(name) ? diagram.switch(name) : diagram.event(name)
      return { f, table: rows.map((row) => ((row >> bit) & 1) === 1) }
    }),
  ]
  for (const { operation, operands, k } of sequence) {
    const args = operands.map((one) => found.at(-1 - (one % found.length))!)
    const [a, b, c] = args as [(typeof args)[0], (typeof args)[0], (typeof args)[0]]
    const fs = args.map(({ f }) => f)
    const value = {
      and: (row: number) => a.table[row]! && b.table[row]!,
      or: (row: number) => a.table[row]! || b.table[row]!,
      not: (row: number) => !a.table[row],
      choose: (row: number) => (a.table[row] ? b.table[row]! : c.table[row]!),
      atLeast: (row: number) => args.filter(({ table }) => table[row]).length >= k,
    }[operation]
    const f = {
      and: () => diagram.and(a.f, b.f),
      or: () => diagram.or(a.f, b.f),
      not: () => diagram.not(a.f),
      choose: () => diagram.choose(a.f, b.f, c.f),
      atLeast: () => diagram.atLeast(k, fs),
    }[operation]()
    found.push({ f, table: rows.map(value) })
  }
  return found
}

/** The rows of a table under one outcome of the events. */
function remainderOf(table: Table, outcome: number): string {
  const rows = table.slice(outcome * SETTINGS, (outcome + 1) * SETTINGS)
  return rows.map((value) => (value ? '1' : '0')).join('')
}

function likelihood(outcome: number, chances: readonly number[]): number {
  return chances.reduce((product, p, i) => product * (((outcome >> i) & 1) === 1 ? p : 1 - p), 1)
}

/** A function of switches as its rows, read through `probability`. */
function rowsOf(diagram: ResidualDiagram, f: Fn): string {
  let rows = ''
  for (let setting = 0; setting < SETTINGS; setting += 1) {
    rows += diagram.probability(f, () => 0.5, settingOf(setting)) === 1 ? '1' : '0'
  }
  return rows
}

function settingOf(setting: number): Set<string> {
  return new Set(SWITCHES.filter((_, i) => ((setting >> i) & 1) === 1))
}

/** All prime implicants of a table of switches: each of 3^5 products is tried. */
function primesOf(rows: string): string[] {
  const products: Map<number, boolean>[] = [new Map()]
  for (let i = 0; i < SWITCHES.length; i += 1) {
    for (const product of [...products]) {
      for (const value of [false, true]) products.push(new Map([...product, [i, value]]))
    }
  }
  const implies = (product: ReadonlyMap<number, boolean>): boolean => {
    for (let row = 0; row < SETTINGS; row += 1) {
      const isIn = [...product].every(([i, value]) => (((row >> i) & 1) === 1) === value)
      if (isIn && rows[row] === '0') return false
    }
    return true
  }
  const primes = products.filter((product) => {
    const smaller = [...product.keys()].map((i) => {
      const rest = new Map(product)
      rest.delete(i)
      return rest
    })
    return implies(product) && !smaller.some(implies)
  })
  return primes.map((product) => told([...product].map(([i, v]) => [SWITCHES[i]!, v]))).sort()
}

function told(literals: readonly [string, boolean][]): string {
  return literals
    .map(([name, value]) => (value ? name : `not ${name}`))
    .sort()
    .join(', ')
}

function toldImplicants(found: readonly (readonly Literal[])[]): string[] {
  return found.map((one) => told(one.map((l) => [l.switch, l.value]))).sort()
}

const chances = fc.array(fc.constantFrom(0, 1, 0.5, 0.25, 0.1, 0.9, 1e-9), {
  minLength: EVENTS.length,
  maxLength: EVENTS.length,
})

test('the distribution of what remains is that of the truth table', () => {
  fc.assert(
    fc.property(order, steps, chances, (names, sequence, ps) => {
      const diagram = new ResidualDiagram()
      const { f, table } = made(diagram, names, sequence).at(-1)!
      const wanted = new Map<string, number>()
      for (let outcome = 0; outcome < 1 << EVENTS.length; outcome += 1) {
        const rows = remainderOf(table, outcome)
        const p = likelihood(outcome, ps)
        if (p > 0) wanted.set(rows, (wanted.get(rows) ?? 0) + p)
      }
      const found = diagram.remainders(f, (id) => ps[EVENTS.indexOf(id)]!)!
      const byRows = new Map(found.map((r) => [rowsOf(diagram, r.remainder), r.probability]))
      expect(byRows.size).toBe(found.length)
      expect([...byRows.keys()].sort()).toEqual([...wanted.keys()].sort())
      for (const [rows, p] of byRows)
        expect(Math.abs(p / wanted.get(rows)! - 1)).toBeLessThan(1e-12)
      expect(found.reduce((sum, r) => sum + r.probability, 0)).toBeCloseTo(1, 12)
    }),
    { numRuns: 300 },
  )
})

test('equal functions have equal numbers, and a probability is that of the truth table', () => {
  fc.assert(
    fc.property(order, steps, chances, fc.nat(SETTINGS - 1), (names, sequence, ps, setting) => {
      const diagram = new ResidualDiagram()
      const all = made(diagram, names, sequence)
      const byTable = new Map(all.map(({ f, table }) => [table.map(Number).join(''), f]))
      for (const { f, table } of all) expect(byTable.get(table.map(Number).join(''))).toBe(f)
      for (const { f, table } of all.slice(-3)) {
        let wanted = 0
        for (let outcome = 0; outcome < 1 << EVENTS.length; outcome += 1) {
          if (table[outcome * SETTINGS + setting]) wanted += likelihood(outcome, ps)
        }
        const got = diagram.probability(f, (id) => ps[EVENTS.indexOf(id)]!, settingOf(setting))
        expect(Math.abs(got - wanted)).toBeLessThan(1e-14)
        const depends = EVENTS.filter((_, i) => {
          const bit = 1 << (SWITCHES.length + i)
          return table.some((value, row) => value !== table[row ^ bit])
        })
        expect([...diagram.eventsOf(f)].sort()).toEqual(depends)
      }
    }),
    { numRuns: 300 },
  )
})

test('implicants are the primes, exactly', () => {
  fc.assert(
    fc.property(order, steps, (names, sequence) => {
      const diagram = new ResidualDiagram()
      const { f } = made(diagram, names, sequence).at(-1)!
      for (const { remainder } of diagram.remainders(f, () => 0.5)!.slice(0, 5)) {
        const found = diagram.implicants(remainder)!
        expect(toldImplicants(found)).toEqual(primesOf(rowsOf(diagram, remainder)))
        expect(diagram.implicants(remainder)).toBe(found)
        const sizes = found.map((one) => one.length)
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
      }
    }),
    { numRuns: 300 },
  )
})
