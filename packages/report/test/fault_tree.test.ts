import type { FaultTreeReport, TopFinding } from '@holdfast/holdfast'
import { describe, expect, test } from 'vitest'
import { renderFaultTree } from '../src/index.ts'

const TOP: TopFinding = {
  gate: 'top',
  label: null,
  coherent: true,
  probability: 0.0001234567,
  interval: [0.0001234567, 0.0001234567],
  cutSets: '1234567',
  byOrder: { 2: '17', 10: '1234550' },
  seconds: 0.1234,
  cutSetSeconds: 12,
  nodes: 54_321,
  cutSetNodes: 1,
  stopped: null,
  sets: null,
  importance: null,
}

function shown(top: Partial<TopFinding>, width = 100): string {
  const report: FaultTreeReport = {
    format: 'holdfast-faulttree/1',
    model: { name: 'plant', file: 'model.xml', events: 3, gates: 1, houseEvents: 0 },
    missionTime: 24,
    top: [{ ...TOP, ...top }],
    diagnostics: [],
  }
  return renderFaultTree(report, { width, colour: false, locale: 'en' })
}

test('a top gate is told in a block', () => {
  expect(shown({ label: 'No water' })).toBe(`plant (model.xml)
3 basic events, 1 gate; mission time 24 hours

top: No water
  Probability       0.000123457
  Minimal cut sets  1,234,567
    Order       Sets
        2         17
       10  1,234,550
  Time              0.123 s, 54,321 nodes; then cut sets 12.000 s, 1 node
`)
})

describe('what is not exact', () => {
  test('is an interval', () => {
    const text = shown({ probability: null, interval: [0, 0.25] })
    expect(text).toContain('Probability       between 0 and 0.25: events have intervals')
  })

  test('is bounded where a limit was reached', () => {
    const nodes = { reason: 'nodes', limit: 30_000_000 } as const
    const text = shown({
      probability: null,
      interval: [1.5e-9, 0.5],
      cutSets: null,
      byOrder: null,
      nodes: null,
      cutSetNodes: null,
      stopped: { probability: nodes, cutSets: nodes },
    })
    expect(text).toContain('stopped at 30,000,000 nodes: at least 1.5e-9, at most 0.5')
    expect(text).toContain('stopped at 30,000,000 nodes: not counted')
    expect(text).toMatch(/Time +0\.123 s\n/)
    const time = { reason: 'time', limit: 60 } as const
    const late = shown({
      cutSets: null,
      byOrder: null,
      stopped: { probability: null, cutSets: time },
    })
    expect(late).toContain('Probability       0.000123457')
    expect(late).toContain('stopped by the limit of 60 seconds: not counted')
  })

  test('is never shown as certain', () => {
    const high = 1 - 2 ** -40
    expect(shown({ probability: high, interval: [high, high] })).toContain('1 - 9.09495e-13')
    expect(shown({ probability: 1, interval: [1, 1] })).toMatch(/Probability +1\n/)
  })
})

describe('cut sets', () => {
  test('of what always or never occurs are told in words', () => {
    expect(shown({ cutSets: '0', byOrder: {} })).toContain('none: it cannot occur')
    const always = shown({ cutSets: '1', byOrder: { 0: '1' } })
    expect(always).toContain('1, the empty one')
    expect(always).not.toContain('Order')
  })

  test('beyond what people read are short', () => {
    const count = '123456789012345678901234'
    expect(shown({ cutSets: count, byOrder: { 9: count } })).toMatch(/sets {2}1\.23457e\+23\n/)
  })

  test('of a top with negations are something else, and said to be', () => {
    const text = shown({ coherent: false })
    expect(text).not.toContain('Minimal cut sets')
    expect(text).toMatch(/no other event occurs; which events must not occur is\s+not told/)
  })

  test('that were not asked for are not mentioned, nor is a probability', () => {
    const only = { cutSets: null, byOrder: null, cutSetNodes: null }
    expect(shown(only)).not.toMatch(/cut sets/i)
    const text = shown({ probability: null, interval: null, nodes: null })
    expect(text).not.toContain('Probability')
    expect(text).toContain('12.123 s')
  })

  test('are listed with all their events', () => {
    const events = Array.from({ length: 30 }, (_, index) => `event-${index}`)
    const sets = [
      { events: ['a'], probability: 0.5 },
      { events, probability: 1e-30 },
    ]
    const text = shown({ sets }, 60)
    expect(text).toContain('The 2 likeliest minimal cut sets')
    for (const event of events) expect(text).toContain(event)
    expect(shown({ sets, cutSets: '2' })).toContain('All minimal cut sets')
  })
})

describe('importance', () => {
  const measures = {
    ...{ probability: 0.1, birnbaum: -0.25, criticality: null },
    ...{ diagnostic: 0.3, riskAchievement: 1234.5678, riskReduction: null },
  }

  test('has a dash where it is not defined', () => {
    const text = shown({ importance: [{ event: 'a', ...measures }] })
    expect(text).toMatch(/^ {4}a +0\.1 +-0\.25 +— +0\.3 +1234\.57 +—$/m)
  })

  test('of many events is cut, and says so', () => {
    const importance = Array.from({ length: 45 }, (_, n) => ({ event: `e${n}`, ...measures }))
    const text = shown({ importance })
    expect(text).toContain('e39 ')
    expect(text).not.toContain('e40 ')
    expect(text).toContain('and 5 more events')
  })

  test('holds the width, in lines of its own where the table does not fit', () => {
    const importance = [{ event: `a-${'very-'.repeat(30)}long-name`, ...measures }]
    for (const width of [40, 60, 80, 120]) {
      for (const line of shown({ importance }, width).split('\n')) {
        expect(line.length).toBeLessThanOrEqual(width)
      }
    }
    expect(shown({ importance }, 40)).toContain('Birnbaum -0.25')
  })
})
