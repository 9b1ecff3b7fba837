/**
 * The disputed and the large models against truth tables: all events but a few are fixed, at
 * random, and every case of the few is tried.
 *
 * A cut set of a model with negations is here what the engine takes it to be: one of the least
 * sets that cause the top when no other event occurs.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Compiled } from '../src/index.ts'
import { compiled, LONG, type Published, pointOf, published, solvedValue } from './aralia_models.ts'
import * as plainly from './brute-force.ts'
import { type Chance, chanceOf } from './chance.ts'
import { gate, randomModelOf } from './models.ts'
import { type Answers, reduced, TruthTables } from './truth_tables.ts'

const FREE_MAX = 12

/** Reductions in which the top depends on something, and how many draws may be spent on them. */
const REDUCTIONS = 30
const DRAWS_MAX = 600

/** Shares of the fixed events that occur. */
const SHARES = [0, 0, 0.01, 0.05, 0.2, 0.5]

interface Solved extends Published {
  readonly engine: Compiled
}

const solved = new Map<string, Solved>()

/** A model, which all tests of this file solve but once. */
function solvedModel(name: string): Solved {
  const known = solved.get(name)
  if (known !== undefined) return known
  const one = published(name)
  const made = { ...one, engine: compiled(one.model) }
  solved.set(name, made)
  return made
}

interface Reduction {
  readonly free: readonly string[]
  readonly occurring: ReadonlySet<string>
}

/** Some events of some cut sets, filled up with others. */
function draw({ model }: Published, likely: readonly string[][], chance: Chance): Reduction {
  const ids = [...model.events.keys()]
  const ofSets = likely.length === 0 ? [] : chance.some(likely, 4).flat()
  const free = [...new Set([...ofSets, ...chance.some(ids, 3)])].slice(0, FREE_MAX)
  const share = SHARES[chance.below(SHARES.length)]!
  const others = ids.filter((id) => !free.includes(id))
  return { free, occurring: new Set(chance.some(others, Math.round(share * others.length))) }
}

function plain(sets: Iterable<readonly string[]>): string[] {
  return [...sets].map((set) => [...set].sort().join(' ')).sort()
}

function dependsOnSome({ minimal }: Answers): boolean {
  return minimal.some((set) => set.length > 0)
}

/** Every so many of the first cut sets. */
function sample({ engine, top }: Solved): string[][] {
  const found: string[][] = []
  let place = 0
  for (const set of solvedValue(engine.walkCutSets(top))) {
    if (place % 97 === 0) found.push([...set])
    place += 1
    if (place > 200_000) break
  }
  return found
}

test('the truth tables are those of a plain recursion', () => {
  fc.assert(
    fc.property(randomModelOf('any'), (model) => {
      const id = [...model.gates.keys()].at(-1)!
      const found = new TruthTables(model, [...model.events.keys()]).answers(id)
      expect(plain(found.minimal)).toEqual(plain(plainly.minimalCutSets(model, gate(id))))
      const high = (event: string) => model.events.get(event)!.probability[1]
      expect(found.probability).toBeCloseTo(plainly.probability(model, gate(id), high), 12)
    }),
    { numRuns: 100, seed: 14203 },
  )
})

const NAMES = ['das9601', 'cea9601', 'das9701', 'jbd9601', 'baobab1', 'isp9605', 'edfpa15o']

describe('random reductions: cut sets and probability are those of the truth table', () => {
  test.each(NAMES)('of %s', LONG, (name) => {
    const one = solvedModel(name)
    const likely = sample(one)
    const chance = chanceOf(14203)
    let compared = 0
    for (let drawn = 0; compared < REDUCTIONS && drawn < DRAWS_MAX; drawn += 1) {
      const { free, occurring } = draw(one, likely, chance)
      const truth = new TruthTables(one.model, free, occurring).answers(one.top)
      if (!dependsOnSome(truth)) continue
      compared += 1
      const small = compiled(reduced(one.model, free, occurring))
      const { total, sets } = solvedValue(small.minimalCutSets(one.top))
      expect(plain(sets)).toEqual(plain(truth.minimal))
      expect(total).toBe(BigInt(truth.minimal.length))
      const probability = pointOf(small.probability(one.top))
      expect(Math.abs(probability / truth.probability - 1)).toBeLessThan(1e-9)
    }
    expect(compared).toBe(REDUCTIONS)
  })
})

/** Places whose cut sets are looked for at once: one bit each. */
const PLACES = 30

/**
 * The whole answer is walked once; what it holds of the events of a place must be exactly what the
 * truth table of that place holds when no other event occurs.
 */
function comparedWhole(one: Solved): { walked: number; found: number } {
  const likely = sample(one)
  const chance = chanceOf(20_256_017)
  const places = Array.from({ length: PLACES }, () => {
    return [...new Set(chance.some(likely, 6).flat())].slice(0, FREE_MAX)
  })
  /** By event, the places that have it. */
  const having = new Map<string, number>()
  for (const [i, free] of places.entries()) {
    for (const id of free) having.set(id, (having.get(id) ?? 0) | (1 << i))
  }
  const within: string[][][] = places.map(() => [])
  let walked = 0
  for (const set of solvedValue(one.engine.walkCutSets(one.top))) {
    walked += 1
    let left = -1
    for (const id of set) left &= having.get(id) ?? 0
    for (const [i, sets] of left === 0 ? [] : within.entries()) {
      if ((left >> i) & 1) sets.push([...set])
    }
  }
  for (const [i, free] of places.entries()) {
    const { minimal } = new TruthTables(one.model, free).answers(one.top)
    expect(plain(within[i]!), `place ${i}`).toEqual(plain(minimal))
  }
  return { walked, found: within.reduce((sum, sets) => sum + sets.length, 0) }
}

describe('the whole answer, where parts of it can be tried', () => {
  test.each([
    ['das9601', 4_259],
    ['jbd9601', 14_007],
    ['edfpa15o', 2_906_753],
    ['das9701', 26_299_506],
  ])('of %s: %i sets', LONG, (name, count) => {
    const { walked, found } = comparedWhole(solvedModel(name))
    expect(walked).toBe(count)
    expect(found).toBeGreaterThan(PLACES)
  })
})
