import { expect, test } from 'vitest'
import { type Fn, ResidualDiagram } from '../src/index.ts'

function numbered(count: number, make: (id: string) => Fn, prefix: string): Fn[] {
  return Array.from({ length: count }, (_, i) => make(`${prefix}${i}`))
}

/** The probability of exactly `count` of `of` independent events. */
function binomial(of: number, count: number, p: number): number {
  let value = p ** count * (1 - p) ** (of - count)
  for (let i = 1; i <= count; i += 1) value *= (of - count + i) / i
  return value
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

test('a conjunction over 3,000 events leaves what it must, in a diagram as deep', () => {
  const diagram = new ResidualDiagram()
  const events = numbered(3000, (id) => diagram.event(id), 'e')
  const switches = numbered(3, (id) => diagram.switch(id), 's')
  const parts = events.map((event, i) => diagram.or(event, switches[i % 3]!))
  const f = diagram.atLeast(parts.length, parts)
  const found = diagram.remainders(f, () => 0.999)!
  expect(found.length).toBe(8)
  expect(Math.abs(sum(found.map((one) => one.probability)) - 1)).toBeLessThan(1e-12)
  // A switch is needed when one of its thousand events has not occurred.
  const isNeeded = 1 - 0.999 ** 1000
  for (const { probability, remainder } of found) {
    const [needed, ...others] = diagram.implicants(remainder)!
    expect(others).toEqual([])
    const wanted = isNeeded ** needed!.length * (1 - isNeeded) ** (3 - needed!.length)
    expect(Math.abs(probability / wanted - 1)).toBeLessThan(1e-9)
  }
  expect(diagram.eventsOf(f).length).toBe(3000)
  expect(diagram.probability(f, () => 0.999, new Set(['s0', 's1', 's2']))).toBe(1)
  expect(diagram.probability(f, () => 0.999, new Set())).toBeCloseTo(0.999 ** 3000, 12)
})

test('a chain of 3,000 services, each on the one before, mentioned from its end', () => {
  const diagram = new ResidualDiagram()
  for (let i = 2999; i >= 0; i -= 1) diagram.event(`e${i}`)
  const spared = diagram.not(diagram.switch('s'))
  let stopped = diagram.never
  for (let i = 0; i < 3000; i += 1) {
    const before = i === 1500 ? diagram.and(stopped, spared) : stopped
    stopped = diagram.or(before, diagram.event(`e${i}`))
  }
  const half = 1 - 0.9995 ** 1500
  const found = new Map(
    diagram.remainders(stopped, () => 0.0005)!.map((one) => [one.remainder, one.probability]),
  )
  expect(found.size).toBe(3)
  expect(found.get(diagram.always)).toBeCloseTo(half, 12)
  expect(found.get(spared)).toBeCloseTo((1 - half) * half, 12)
  expect(found.get(diagram.never)).toBeCloseTo((1 - half) * (1 - half), 12)
})

test('sixty of a hundred events, and of events and switches together', () => {
  const diagram = new ResidualDiagram()
  const events = numbered(100, (id) => diagram.event(id), 'e')
  const tail = (from: number): number =>
    sum(Array.from({ length: 101 - from }, (_, i) => binomial(100, from + i, 0.55)))
  const sixty = diagram.atLeast(60, events)
  expect(diagram.probability(sixty, () => 0.55, new Set())).toBeCloseTo(tail(60), 12)
  expect(diagram.atLeast(60, [...events].reverse())).toBe(sixty)
  const switches = numbered(10, (id) => diagram.switch(id), 's')
  const f = diagram.atLeast(60, [...switches, ...events])
  const found = new Map(
    diagram.remainders(f, () => 0.55)!.map((one) => [one.remainder, one.probability]),
  )
  expect(found.size).toBe(12)
  expect(found.get(diagram.always)).toBeCloseTo(tail(60), 12)
  expect(found.get(diagram.never)).toBeCloseTo(1 - tail(50), 12)
  for (let count = 1; count <= 10; count += 1) {
    const wanted = binomial(100, 60 - count, 0.55)
    expect(found.get(diagram.atLeast(count, switches))).toBeCloseTo(wanted, 12)
  }
  expect(diagram.implicants(diagram.atLeast(5, switches))!.length).toBe(252)
})

test('a repeated function counts each time', () => {
  const diagram = new ResidualDiagram()
  const [a, b] = [diagram.event('a'), diagram.event('b')]
  expect(diagram.atLeast(2, [a, a, b])).toBe(a)
  expect(diagram.atLeast(3, [a, a, b])).toBe(diagram.and(a, b))
  expect([diagram.atLeast(0, []), diagram.atLeast(1, [])]).toEqual([diagram.always, diagram.never])
})

test('an event and a switch of one id are two things', () => {
  const diagram = new ResidualDiagram()
  const f = diagram.and(diagram.event('x'), diagram.not(diagram.switch('x')))
  expect(diagram.eventsOf(f)).toEqual(['x'])
  expect(diagram.implicants(diagram.not(diagram.switch('x')))).toEqual([
    [{ switch: 'x', value: false }],
  ])
  expect(diagram.probability(f, () => 0.25, new Set())).toBe(0.25)
  expect(diagram.probability(f, () => 0.25, new Set(['x']))).toBe(0)
})

test('a small probability keeps its digits', () => {
  const diagram = new ResidualDiagram()
  const f = diagram.atLeast(
    30,
    numbered(30, (id) => diagram.event(id), 'e'),
  )
  const stopped = diagram.and(f, diagram.switch('s'))
  const found = diagram.remainders(stopped, () => 1e-10)!
  const p = found.find((one) => one.remainder !== diagram.never)!.probability
  expect(Math.abs(p / 1e-300 - 1)).toBeLessThan(1e-12)
})

test('when nodes run out the function is unfinished, and what was made before stays valid', () => {
  const diagram = new ResidualDiagram({ nodes_max: 200 })
  const events = numbered(100, (id) => diagram.event(id), 'e')
  const two = diagram.atLeast(2, events.slice(0, 5))
  const sixty = diagram.atLeast(60, events)
  expect(diagram.isFinished(sixty)).toBe(false)
  expect(diagram.isFinished(two)).toBe(true)
  const made = [
    diagram.not(sixty),
    diagram.and(sixty, diagram.never),
    diagram.or(diagram.always, sixty),
    diagram.choose(diagram.always, two, sixty),
    diagram.choose(sixty, two, two),
    diagram.atLeast(0, [sixty]),
  ]
  expect(made.map((f) => diagram.isFinished(f))).toEqual(made.map(() => false))
  expect(diagram.remainders(sixty, () => 0.5)).toBeNull()
  expect(diagram.implicants(sixty)).toBeNull()
  expect(() => diagram.probability(sixty, () => 0.5, new Set())).toThrow('unfinished')
  expect(() => diagram.eventsOf(sixty)).toThrow('unfinished')
  expect(diagram.probability(two, () => 0.5, new Set())).toBeCloseTo(1 - 6 / 32, 14)
})

test('too many remainders are told, and the next question is answered', () => {
  const diagram = new ResidualDiagram({ remainders_max: 15 })
  const pairs = (count: number): Fn => {
    const parts = Array.from({ length: count }, (_, i) =>
      diagram.and(diagram.event(`e${i}`), diagram.switch(`s${i}`)),
    )
    return diagram.atLeast(1, parts)
  }
  const [three, four] = [pairs(3), pairs(4)]
  const before = diagram.remainders(three, () => 0.5)
  expect(before!.length).toBe(8)
  expect(diagram.remainders(four, () => 0.5)).toBeNull()
  expect(diagram.remainders(three, () => 0.5)).toEqual(before)
  expect(diagram.eventsOf(four)).toEqual(['e0', 'e1', 'e2', 'e3'])
  // Settled events leave fewer.
  const left = diagram.atLeast(
    1,
    ['s1', 's2', 's3'].map((id) => diagram.switch(id)),
  )
  expect(diagram.remainders(four, (id) => (id === 'e0' ? 0 : 1))).toEqual([
    { probability: 1, remainder: left },
  ])
})

test('too many implicants are told, of a monotone function and of another', () => {
  const diagram = new ResidualDiagram({ implicants_max: 70 })
  const switches = numbered(40, (id) => diagram.switch(id), 's')
  expect(diagram.implicants(diagram.atLeast(4, switches.slice(0, 8)))!.length).toBe(70)
  expect(diagram.implicants(diagram.atLeast(4, switches.slice(0, 9)))).toBeNull()
  expect(diagram.implicants(diagram.atLeast(20, switches))).toBeNull()
  const odd = (fs: readonly Fn[]): Fn =>
    fs.reduce((f, g) => diagram.choose(f, diagram.not(g), g), diagram.never)
  expect(diagram.implicants(odd(switches.slice(0, 7)))!.length).toBe(64)
  expect(diagram.implicants(odd(switches))).toBeNull()
  expect(diagram.implicants(diagram.always)).toEqual([[]])
  expect(diagram.implicants(diagram.never)).toEqual([])
})

test('what implicants were found on is held only so far, and answers stay the same', () => {
  const small = new ResidualDiagram({ held_max: 120 })
  const large = new ResidualDiagram()
  const answers = (diagram: ResidualDiagram): unknown[] => {
    const switches = numbered(12, (id) => diagram.switch(id), 's')
    return Array.from({ length: 9 }, (_, i) =>
      diagram.implicants(diagram.atLeast(2, switches.slice(i, i + 4))),
    )
  }
  expect(answers(small)).toEqual(answers(large))
  expect(answers(small)).toEqual(answers(large))
  const many = numbered(12, (id) => small.switch(id), 's')
  expect(small.implicants(small.atLeast(6, many))).toBeNull()
  expect(answers(small)).toEqual(answers(large))
})

test('a conjunction of 3,000 switches is one implicant', () => {
  const diagram = new ResidualDiagram()
  const switches = numbered(3000, (id) => diagram.switch(id), 's')
  const [only, ...others] = diagram.implicants(diagram.atLeast(3000, switches))!
  expect([only!.length, others.length]).toEqual([3000, 0])
  expect(diagram.implicants(diagram.not(diagram.atLeast(3000, switches)))).toBeNull()
})

test('a function of events has no implicants', () => {
  const diagram = new ResidualDiagram()
  const f = diagram.and(diagram.event('e'), diagram.switch('s'))
  expect(() => diagram.implicants(f)).toThrow('of events')
})

test('time that is up ends every question that can be long', () => {
  let isOver = false
  const diagram = new ResidualDiagram({ isOver: () => isOver })
  const events = numbered(600, (id) => diagram.event(id), 'e')
  const f = diagram.atLeast(300, events)
  const notMore = diagram.not(diagram.atLeast(310, events))
  const causes = diagram.atLeast(2, [diagram.switch('a'), diagram.switch('b')])
  isOver = true
  expect(diagram.isFinished(diagram.atLeast(301, events.toReversed()))).toBe(true)
  expect(diagram.remainders(f, () => 0.5)).toBeNull()
  expect(diagram.implicants(causes)).toBeNull()
  expect(diagram.isFinished(diagram.and(f, notMore))).toBe(false)
  isOver = false
  expect(sum(diagram.remainders(f, () => 0.5)!.map((one) => one.probability))).toBeCloseTo(1, 12)
  expect(diagram.implicants(causes)!.length).toBe(1)
  expect(diagram.isFinished(diagram.and(f, notMore))).toBe(true)
})
