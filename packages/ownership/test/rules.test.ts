/** The rules on known cases: OFAC's published examples, halves, bands, consolidation, cycles. */
import type { Tri } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import {
  groupOf,
  mayHaveUndeclaredHolder,
  OFAC_50,
  type OwnershipRule,
  openFacts,
  ownersAbove,
  ownersFact,
  SUBSIDIARY,
  shareFact,
} from '../src/index.ts'
import {
  always,
  band,
  CONSOLIDATED,
  exactly,
  graphOf,
  never,
  type StakeInWords,
  stakeOf,
} from './graphs.ts'

function isHeld(
  stakes: readonly StakeInWords[],
  roots: readonly string[],
  party: string,
  rule: OwnershipRule = OFAC_50,
): Tri {
  const graph = graphOf(stakes)
  if (groupOf(graph, roots, rule, never).has(party)) return 'yes'
  return groupOf(graph, roots, rule, always).has(party) ? 'unknown' : 'no'
}

/**
 * Examples 1 to 3 of OFAC FAQ 401; the last two after Lexology's summaries of the revised guidance
 * of 13 August 2014.
 */
const VECTORS: readonly {
  id: string
  blocked: string[]
  stakes: StakeInWords[]
  expect: Record<string, Tri>
}[] = [
  {
    id: 'FAQ 401, example 1',
    blocked: ['X'],
    stakes: [
      ['X', 'A', 50],
      ['A', 'B', 50],
    ],
    expect: { A: 'yes', B: 'yes' },
  },
  {
    id: 'FAQ 401, example 2',
    blocked: ['X'],
    stakes: [
      ['X', 'A', 50],
      ['X', 'B', 50],
      ['A', 'C', 25],
      ['B', 'C', 25],
    ],
    expect: { A: 'yes', B: 'yes', C: 'yes' },
  },
  {
    id: 'FAQ 401, example 3',
    blocked: ['X'],
    stakes: [
      ['X', 'A', 50],
      ['X', 'B', 10],
      ['A', 'B', 40],
    ],
    expect: { A: 'yes', B: 'yes' },
  },
  {
    id: 'two blocked persons in aggregate',
    blocked: ['X', 'Y'],
    stakes: [
      ['X', 'B', 25],
      ['Y', 'B', 25],
    ],
    expect: { B: 'yes' },
  },
  {
    id: 'intermediaries below 50 percent are disregarded',
    blocked: ['X'],
    stakes: [
      ['X', 'A', 25],
      ['X', 'B', 25],
      ['A', 'C', 50],
      ['B', 'C', 50],
    ],
    expect: { A: 'no', B: 'no', C: 'no' },
  },
]

describe("OFAC's published cases", () => {
  for (const vector of VECTORS) {
    it(`${vector.id}`, () => {
      for (const [party, expected] of Object.entries(vector.expect)) {
        expect(isHeld(vector.stakes, vector.blocked, party), party).toBe(expected)
      }
    })
  }
})

describe('stakes', () => {
  it('are never multiplied', () => {
    const chain: StakeInWords[] = [
      ['X', 'A', 51],
      ['A', 'B', 51],
      ['B', 'C', 51],
    ]
    for (const rule of [OFAC_50, SUBSIDIARY]) {
      expect(['A', 'B', 'C'].map((id) => isHeld(chain, ['X'], id, rule))).toEqual([
        ...['yes', 'yes', 'yes'],
      ])
    }
  })

  it('add up to the threshold, also where they are fractions', () => {
    const shares = (...all: number[]): StakeInWords[] => all.map((one, n) => [`X${n}`, 'A', one])
    const roots = ['X0', 'X1', 'X2', 'X3']
    expect(isHeld(shares(25, 24.9), roots, 'A')).toBe('no')
    expect(isHeld(shares(25, 25), roots, 'A')).toBe('yes')
    expect(isHeld(shares(12.5, 12.5, 12.5, 12.5), roots, 'A')).toBe('yes')
    expect(isHeld(shares(33.3, 16.7), roots, 'A')).toBe('yes')
  })

  it('add up exactly, also where binary fractions do not', () => {
    const fractions: [number, number, number][] = []
    for (let a = 1; a < 499; a += 1) {
      for (const b of [1, 7, 33, 77, 169]) {
        if (a + b < 500) fractions.push([a / 10, b / 10, (500 - a - b) / 10])
      }
    }
    const missed = fractions.filter((shares) => {
      const stakes = shares.map((one, n): StakeInWords => [`X${n}`, 'A', one])
      return isHeld(stakes, ['X0', 'X1', 'X2'], 'A') !== 'yes'
    })
    expect(missed).toEqual([])
  })

  it('of strangers do not count, and one in itself decides nothing', () => {
    expect(isHeld([['Z', 'A', 90]], ['X'], 'A')).toBe('no')
    const self: StakeInWords[] = [
      ['A', 'A', 40],
      ['X', 'A', 30],
    ]
    expect(isHeld(self, ['X'], 'A')).toBe('no')
    expect(isHeld([['A', 'A', 90]], ['X'], 'A')).toBe('no')
    const own: StakeInWords = ['A', 'A', 60]
    expect(isHeld([own, ['X', 'A', band(25, 75)]], ['X'], 'A')).toBe('unknown')
    expect(ownersAbove(graphOf(self), 'A')).toEqual(['A', 'X'])
  })

  it('in each other pull nobody in from outside', () => {
    const cross: StakeInWords[] = [
      ['A', 'B', 60],
      ['B', 'A', 60],
      ['X', 'A', 40],
    ]
    expect(isHeld(cross, ['X'], 'A')).toBe('no')
    expect(isHeld(cross, ['X'], 'B')).toBe('no')
    const entered: StakeInWords[] = [
      ['X', 'A', 50],
      ['A', 'B', 30],
      ['B', 'C', 60],
      ['C', 'B', 20],
    ]
    expect(isHeld(entered, ['X'], 'B')).toBe('no')
    expect(isHeld([...entered, ['X', 'B', 20]], ['X'], 'C')).toBe('yes')
  })
})

describe('exactly half', () => {
  it('is held under the 50 percent rule, and unknown for a subsidiary', () => {
    expect(isHeld([['X', 'A', 50]], ['X'], 'A', OFAC_50)).toBe('yes')
    expect(isHeld([['X', 'A', 50]], ['X'], 'A', SUBSIDIARY)).toBe('unknown')
    expect(isHeld([['X', 'A', 50.1]], ['X'], 'A', SUBSIDIARY)).toBe('yes')
    expect(isHeld([['X', 'A', 49.9]], ['X'], 'A', SUBSIDIARY)).toBe('no')
    expect(openFacts(graphOf([['X', 'A', 50]]), 'A', SUBSIDIARY)).toEqual(['control:A'])
    expect(openFacts(graphOf([['X', 'A', 50]]), 'A', OFAC_50)).toEqual([])
  })

  it('is unknown also as a sum, and on the way', () => {
    const sum: StakeInWords[] = [
      ['X', 'A', 30],
      ['X', 'B', 100],
      ['B', 'A', 20],
      ['A', 'C', 100],
    ]
    expect(isHeld(sum, ['X'], 'A', SUBSIDIARY)).toBe('unknown')
    expect(isHeld(sum, ['X'], 'C', SUBSIDIARY)).toBe('unknown')
  })
})

describe('a band', () => {
  it('is more than its lower end and at most its upper', () => {
    const held = (low: number, high: number, rule: OwnershipRule) =>
      isHeld([['X', 'A', band(low, high)]], ['X'], 'A', rule)
    expect(held(50, 75, OFAC_50)).toBe('yes')
    expect(held(50, 75, SUBSIDIARY)).toBe('yes')
    expect(held(25, 50, OFAC_50)).toBe('unknown')
    expect(held(25, 50, SUBSIDIARY)).toBe('unknown')
    expect(held(25, 49, OFAC_50)).toBe('no')
    expect(held(25, 75, SUBSIDIARY)).toBe('unknown')
    expect(held(0, 100, OFAC_50)).toBe('unknown')
    const graph = graphOf([['X', 'A', band(25, 50)]])
    expect(openFacts(graph, 'A', OFAC_50)).toEqual(['share:X>A'])
    expect(shareFact(stakeOf(['X', 'A', band(25, 50)]))).toBe('share:X>A')
  })

  it('is limited by what strangers hold for certain', () => {
    const stakes: StakeInWords[] = [
      ['X', 'A', band(25, 75)],
      ['Z', 'A', 60],
    ]
    expect(isHeld(stakes, ['X'], 'A')).toBe('no')
    expect(isHeld([stakes[0]!, ['Z', 'A', 40]], ['X'], 'A')).toBe('unknown')
  })

  it('leaves less than half where a stranger holds more than half', () => {
    const stakes: StakeInWords[] = [
      ['X', 'A', band(25, 50)],
      ['Z', 'A', band(50, 75)],
    ]
    expect(isHeld(stakes, ['X'], 'A')).toBe('no')
  })
})

describe('a consolidation', () => {
  it('holds a subsidiary, and says no share to the 50 percent rule', () => {
    const stakes: StakeInWords[] = [['X', 'A', CONSOLIDATED]]
    expect(isHeld(stakes, ['X'], 'A', SUBSIDIARY)).toBe('yes')
    expect(isHeld(stakes, ['X'], 'A', OFAC_50)).toBe('unknown')
    expect(openFacts(graphOf(stakes), 'A', SUBSIDIARY)).toEqual([])
    expect(openFacts(graphOf(stakes), 'A', OFAC_50)).toEqual(['share:X>A'])
  })
})

describe('owners that are not declared', () => {
  const graph = (share: number) => graphOf([['Z', 'A', share]], ['A'])

  it('may hold more than half of what is left open, for a subsidiary only', () => {
    expect(mayHaveUndeclaredHolder(graph(20), 'A', SUBSIDIARY)).toBe(true)
    expect(mayHaveUndeclaredHolder(graph(51), 'A', SUBSIDIARY)).toBe(false)
    expect(mayHaveUndeclaredHolder(graph(20), 'A', OFAC_50)).toBe(false)
    expect(mayHaveUndeclaredHolder(graphOf([['Z', 'A', 20]]), 'A', SUBSIDIARY)).toBe(false)
    expect(mayHaveUndeclaredHolder(graphOf([], ['A']), 'A', SUBSIDIARY)).toBe(true)
    const consolidated = graphOf([['Z', 'A', CONSOLIDATED]], ['A'])
    expect(mayHaveUndeclaredHolder(consolidated, 'A', SUBSIDIARY)).toBe(false)
    expect(openFacts(graph(20), 'A', SUBSIDIARY)).toEqual([ownersFact('A')])
  })

  it('are asked for above the party too', () => {
    const above = graphOf(
      [
        ['B', 'A', 100],
        ['C', 'B', exactly(60)],
      ],
      ['C'],
    )
    expect(openFacts(above, 'A', SUBSIDIARY)).toContain(ownersFact('C'))
  })

  it('may hold exactly half, which may control or not', () => {
    expect(mayHaveUndeclaredHolder(graph(50), 'A', SUBSIDIARY)).toBe(true)
  })
})

describe('a chain of a thousand', () => {
  const chain = Array.from({ length: 1000 }, (_, n): StakeInWords => [`p${n}`, `p${n + 1}`, 51])

  it('is held from end to end, cycle or not', () => {
    const cyclic: StakeInWords[] = [...chain, ['p1000', 'p0', 40]]
    for (const stakes of [chain, cyclic, chain.toReversed()]) {
      expect(isHeld(stakes, ['p0'], 'p1000', SUBSIDIARY)).toBe('yes')
      expect(isHeld(stakes, ['p1'], 'p0', OFAC_50)).toBe('no')
      expect(ownersAbove(graphOf(stakes), 'p1000').length).toBe(1001)
    }
  })
})
