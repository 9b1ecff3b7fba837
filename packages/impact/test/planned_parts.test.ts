import { ResidualDiagram } from '@holdfast/faulttree'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlannedDiagram } from '../src/planned_leaves.ts'
import { type LossGroup, type MeasureCondition, Partition } from '../src/planned_parts.ts'
import { occursIn, SAMPLE_CASES, SAMPLE_ERROR } from '../src/planned_sample.ts'
import { conditionHolds } from './conditions.ts'

const EVENTS = ['e1', 'e2', 'e3', 'e4', 'e5']
const SWITCHES = ['done:a', 'done:b', 'ready:c']
const NONE = new Map<string, string>()

/** Sets of things that must all fail, over events and measures that are missing. */
const failing = fc.array(
  fc.record({
    events: fc.subarray(EVENTS, { maxLength: 3 }),
    missing: fc.subarray(SWITCHES, { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 5 },
)
const chances = fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), {
  minLength: EVENTS.length,
  maxLength: EVENTS.length,
})

function diagramOf(probabilities: readonly number[]): PlannedDiagram {
  return {
    diagram: new ResidualDiagram(),
    probabilities: new Map(EVENTS.map((event, index) => [event, probabilities[index]!])),
    broughtBy: NONE,
    replacing: NONE,
    isOver: () => false,
  }
}

type Failing = readonly {
  readonly events: readonly string[]
  readonly missing: readonly string[]
}[]

function functionsOf({ diagram }: PlannedDiagram, sets: Failing): ReadonlySet<number> {
  return new Set(
    sets.map(({ events, missing }) =>
      [
        ...events.map((event) => diagram.event(event)),
        ...missing.map((one) => diagram.not(diagram.switch(one))),
      ].reduce((a, b) => diagram.and(a, b), diagram.always),
    ),
  )
}

/** The probability that any set fails, by every way in which the events turn out. */
function byHand(sets: Failing, probabilities: readonly number[], on: ReadonlySet<string>): number {
  let sum = 0
  for (let bits = 0; bits < 1 << EVENTS.length; bits += 1) {
    const occurs = (event: string): boolean => ((bits >> EVENTS.indexOf(event)) & 1) === 1
    const fails = sets.some(
      ({ events, missing }) => events.every(occurs) && missing.every((one) => !on.has(one)),
    )
    if (!fails) continue
    sum += EVENTS.reduce(
      (chance, event, index) =>
        chance * (occurs(event) ? probabilities[index]! : 1 - probabilities[index]!),
      1,
    )
  }
  return sum
}

function byGroups(
  groups: readonly LossGroup[],
  conditions: readonly MeasureCondition[],
  on: ReadonlySet<string>,
): number {
  const holds = (condition: number): boolean =>
    conditionHolds(conditions[condition]!, (measure, when) => on.has(`${when}:${measure}`))
  const none = groups.map((cases) =>
    cases.reduce((left, { probability, parts }) => {
      const unharmed = parts.map((part) =>
        part.reduce((rest, one) => rest - (holds(one.condition) ? one.probability : 0), 1),
      )
      return left + probability * unharmed.reduce((a, b) => a * b, 1)
    }, 0),
  )
  return 1 - none.reduce((a, b) => a * b, 1)
}

function allSwitches(): ReadonlySet<string>[] {
  return Array.from(
    { length: 1 << SWITCHES.length },
    (_, bits) => new Set(SWITCHES.filter((_one, at) => (bits >> at) & 1)),
  )
}

describe('what may stop a function, taken apart', () => {
  it('is as likely as the whole, whatever is done', () => {
    fc.assert(
      fc.property(failing, chances, (sets, probabilities) => {
        const shared = diagramOf(probabilities)
        const partition = new Partition(shared)
        const numbers = partition.of(functionsOf(shared, sets))!
        const groups = numbers.map((number) => partition.groups[number]!)
        expect(partition.drawn.size).toBe(0)
        for (const on of allSwitches()) {
          const own = byGroups(groups, partition.conditions, on)
          expect(own).toBeCloseTo(byHand(sets, probabilities, on), 9)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is nearly as likely where cases are drawn, and says that they were', () => {
    const sets = [
      { events: ['e1', 'e2'], missing: ['done:a'] },
      { events: ['e2', 'e3'], missing: ['done:b'] },
      { events: ['e3', 'e4'], missing: ['ready:c'] },
    ]
    const probabilities = [0.5, 0.4, 0.6, 0.3, 0.2]
    const shared = diagramOf(probabilities)
    const partition = new Partition(shared, 1)
    const numbers = partition.of(functionsOf(shared, sets))!
    expect([...partition.drawn]).toEqual(numbers)
    const groups = numbers.map((number) => partition.groups[number]!)
    for (const on of allSwitches()) {
      const off = byGroups(groups, partition.conditions, on) - byHand(sets, probabilities, on)
      expect(Math.abs(off)).toBeLessThan(4 * SAMPLE_ERROR)
    }
  })
})

describe('drawn cases', () => {
  it('hold an event as often as it is likely, and two events independently', () => {
    for (const probability of [0.05, 0.3, 0.8]) {
      let [first, both] = [0, 0]
      for (let drawn = 0; drawn < SAMPLE_CASES; drawn += 1) {
        const one = occursIn(drawn, 'withdraw:mail 0.3', probability)
        if (one) first += 1
        if (one && occursIn(drawn, 'withdraw:files 0.3', probability)) both += 1
      }
      expect(Math.abs(first / SAMPLE_CASES - probability)).toBeLessThan(4 * SAMPLE_ERROR)
      expect(Math.abs(both / SAMPLE_CASES - probability ** 2)).toBeLessThan(4 * SAMPLE_ERROR)
    }
  })

  it('are the same each time', () => {
    const draw = () => Array.from({ length: 40 }, (_, drawn) => occursIn(drawn, 'e', 0.5))
    expect(draw()).toEqual(draw())
    expect(new Set(draw()).size).toBe(2)
  })
})
