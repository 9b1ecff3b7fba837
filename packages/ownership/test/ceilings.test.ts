/** SecNumCloud 19.6: at most 24 percent each and 39 percent together, directly or indirectly. */
import { describe, expect, it } from 'vitest'
import { answerCeilings, type CeilingAnswer, type CeilingReading } from '../src/ceilings.ts'
import { PERCENT } from '../src/share.ts'
import { CEILINGS, chainOf, isEu, numberIn, type Words } from './chains.ts'

function ask(words: Words, reading: CeilingReading = 'control'): CeilingAnswer {
  const graph = chainOf(words)
  return answerCeilings(graph, numberIn(graph, 'P'), CEILINGS, isEu, reading)
}

/** The answers of both readings, and what is missing for the first. */
function told(words: Words): string {
  const graph = chainOf(words)
  const { readings, missing } = answerCeilings(graph, numberIn(graph, 'P'), CEILINGS, isEu)
  const name = (party: number | null): string => (party === null ? '?' : graph.keys[party]!)
  const facts = missing.map(({ kind, owner, asset }) => `${kind} ${name(owner)}>${name(asset)}`)
  return [`${readings.control.answer}/${readings.proportion.answer}`, ...facts].join(' ')
}

const US = { US: 'US', US2: 'US', US3: 'US' }

describe('the ceilings of SecNumCloud 3.2, section 19.6 b', () => {
  it.each<[string, string, Words]>([
    [
      'exactly 24 percent is not more than 24',
      'yes/yes',
      {
        ties: [
          ['US', 'P', 24],
          ['FR', 'P', 76],
        ],
      },
    ],
    [
      'a millionth more is',
      'no/no',
      {
        ties: [
          ['US', 'P', 24.000001],
          ['FR', 'P', 75.999999],
        ],
      },
    ],
    [
      'two of 19.5 are exactly 39',
      'yes/yes',
      {
        ties: [
          ['US', 'P', 19.5],
          ['US2', 'P', 19.5],
          ['FR', 'P', 61],
        ],
      },
    ],
    [
      '20 and 20 are more than 39',
      'no/no',
      {
        ties: [
          ['US', 'P', 20],
          ['US2', 'P', 20],
          ['FR', 'P', 60],
        ],
      },
    ],
    [
      'more than 24 at the open end of a band',
      'no/no',
      {
        ties: [
          ['US', 'P', [24, 30]],
          ['FR', 'P', [70, 76]],
        ],
      },
    ],
    [
      'a band across the ceiling',
      'unknown/unknown share US>P',
      { ties: [['US', 'P', [20, 30]]], dispersed: ['P'], in: US },
    ],
  ])('%s', (_, expected, words) => {
    const answer = told({ in: US, ...words })
    expect(answer.startsWith(expected.split(' ')[0]!)).toBe(true)
  })

  it('counts a company of the Union that an outsider controls as the outsider (L233-4)', () => {
    const ties: Words['ties'] = [
      ['US', 'E', 60],
      ['FR', 'E', 40],
      ['E', 'P', 30],
      ['FR', 'P', 70],
    ]
    // Whole by control: 30 percent. In proportion: 18 percent.
    expect(told({ ties, in: US })).toBe('no/yes')
    const { readings } = ask({ ties, in: US })
    expect(readings.control.together.low).toBe(30 * PERCENT)
    expect(readings.proportion.together.low).toBe(18 * PERCENT)
  })

  it('does not count an uncontrolled company, which proportion does', () => {
    const ties: Words['ties'] = [
      ['US', 'E', 40],
      ['DE', 'E', 60],
      ['E', 'P', 100],
    ]
    expect(told({ ties, in: US })).toBe('yes/no')
  })

  it('leaves the presumption of more than 40 percent open (L233-3 II)', () => {
    const ties: Words['ties'] = [
      ['US', 'E', 45],
      ['E', 'P', 100],
    ]
    expect(told({ ties, in: US, dispersed: ['E'] })).toBe('unknown/no control ?>E')
    const larger: Words['ties'] = [
      ['US', 'E', 45],
      ['DE', 'E', 46],
      ['E', 'P', 100],
    ]
    expect(told({ ties: larger, in: US, dispersed: ['E'] })).toMatch(/^yes/)
  })

  it('adds up the stakes of a group: two companies of one holder', () => {
    const ties: Words['ties'] = [
      ['US', 'A', 100],
      ['US', 'B', 100],
      ['A', 'P', 13],
      ['B', 'P', 12],
      ['FR', 'P', 75],
    ]
    expect(told({ ties, in: US })).toBe('no/no')
    expect(told({ ties: ties.with(1, ['US2', 'B', 100]), in: US })).toBe('yes/yes')
  })

  it('asks whether strangers act together', () => {
    const ties: Words['ties'] = [
      ['US', 'E', 30],
      ['US2', 'E', 30],
      ['DE', 'E', 40],
      ['E', 'P', 100],
    ]
    expect(told({ ties, in: US })).toBe('unknown/no control ?>E')
  })

  it('asks for a seat that nobody knows', () => {
    const ties: Words['ties'] = [
      ['X', 'P', 30],
      ['FR', 'P', 70],
    ]
    expect(told({ ties, in: { X: null } })).toBe('unknown/unknown seat ?>X')
    expect(told({ ties, parties: { X: { incorporated: 'IE', seat: null } } })).toMatch(/^unknown/)
    expect(told({ ties, parties: { X: { incorporated: 'IE', seat: 'US' } } })).toBe('no/no')
    expect(told({ ties, parties: { X: { incorporated: 'US-DE', seat: 'IE' } } })).toBe('no/no')
  })

  it('asks who else owns it, and does not where the rest is small enough', () => {
    const ties: Words['ties'] = [['FR', 'P', 70]]
    expect(told({ ties, undeclared: ['P'] })).toBe('unknown/unknown owners ?>P')
    expect(told({ ties: [['FR', 'P', 76]], undeclared: ['P'] })).toBe('yes/yes')
    // One stranger of 30 is too much, many small ones are not: together 30 is no more than 39.
    expect(told({ ties, dispersed: ['P'] })).toBe('yes/yes')
    expect(told({ ties: [['FR', 'P', 60]], dispersed: ['P'] })).toBe('unknown/unknown owners ?>P')
  })

  it('takes consolidation by an outsider as too much, and of an insider as nothing', () => {
    expect(told({ ties: [['US', 'P', null]], in: US, undeclared: ['P'] })).toMatch(/^no/)
    const via: Words['ties'] = [
      ['US', 'E', null],
      ['E', 'P', null],
    ]
    expect(told({ ties: via, in: US, undeclared: ['P'] })).toMatch(/^no/)
  })

  it('does not count natural persons, and says so', () => {
    const person = { kind: 'person', residence: 'US', incorporated: null, seat: null } as const
    const answer = ask({ ties: [['X', 'P', 100]], parties: { X: person } })
    expect(answer.answer).toBe('yes')
    expect(answer.reservations).toContain('person-outside')
  })

  it('asks whether the right to appoint a board is one to appoint its majority', () => {
    const control = { kind: 'control' } as const
    const ties: Words['ties'] = [
      ['US', 'P', 10],
      ['US', 'P', null, control],
      ['FR', 'P', 90],
    ]
    expect(told({ ties, in: US })).toBe('unknown/yes control US>P')
    const above: Words['ties'] = [
      ['US', 'E', null, control],
      ['E', 'P', 100],
    ]
    expect(told({ ties: above, in: US, dispersed: ['E'] })).toBe('unknown/unknown control US>E')
  })

  it('counts votes beside capital: the text limits both', () => {
    const votes = { kind: 'votes' } as const
    const ties: Words['ties'] = [
      ['US', 'P', 10],
      ['US', 'P', 30, votes],
      ['FR', 'P', 90],
    ]
    expect(told({ ties, in: US })).toBe('no/no')
    expect(ask({ ties, in: US }).readings.control.of).toBe('votes')
    const fewer: Words['ties'] = [
      ['US', 'P', 30],
      ['US', 'P', 10, votes],
      ['FR', 'P', 70],
    ]
    expect(told({ ties: fewer, in: US })).toBe('no/no')
    const band: Words['ties'] = [
      ['US', 'P', 10],
      ['US', 'P', [20, 30], votes],
    ]
    expect(told({ ties: band, in: US, dispersed: ['P'] })).toMatch(/^unknown/)
  })

  it('goes through rings of companies', () => {
    const ties: Words['ties'] = [
      ['A', 'B', 50],
      ['B', 'A', 50],
      ['US', 'A', 50],
      ['DE', 'B', 50],
      ['A', 'P', 50],
      ['B', 'P', 50],
    ]
    // In proportion the ring gives each outside owner what comes in: a third of P and two thirds.
    const { readings } = ask({ ties, in: US })
    expect(readings.proportion.together.low).toBe(50 * PERCENT)
    expect(readings.proportion.answer).toBe('no')
    const closed: Words['ties'] = [
      ['A', 'B', 100],
      ['B', 'A', 100],
      ['A', 'P', 100],
    ]
    expect(told({ ties: closed })).toBe('yes/yes')
  })

  it('names the fewest facts of several', () => {
    const ties: Words['ties'] = [
      ['US', 'P', [20, 30]],
      ['US2', 'P', [10, 15]],
      ['X', 'P', 5],
    ]
    const answer = told({ ties, in: { ...US, X: null }, parties: { P: { others: 'dispersed' } } })
    expect(answer).toBe('unknown/unknown share US>P share US2>P owners ?>P seat ?>X')
    const one: Words['ties'] = [
      ['US', 'P', [20, 30]],
      ['X', 'P', [1, 5]],
      ['FR', 'P', [65, 79]],
    ]
    expect(told({ ties: one, in: { ...US, X: null } })).toBe('unknown/unknown share US>P')
  })
})

describe('published chains (reference: who owns whom, November 2026)', () => {
  it('Visa Europe Limited is wholly owned by Visa Inc. (visaeurope.com)', () => {
    const words: Words = { ties: [['visa-inc', 'P', 100]], in: { 'visa-inc': 'US-DE', P: 'GB' } }
    expect(told(words)).toBe('no/no')
    expect(ask(words).reservations).toContain('own-seat')
  })

  it('SES: a State and two banks of that State hold 33.33 percent of its votes (ses.com)', () => {
    const ties: Words['ties'] = [
      ['state', 'bcee', 100],
      ['state', 'snci', 100],
      ['state', 'P', 11.58],
      ['bcee', 'P', 10.88],
      ['snci', 'P', 10.88],
    ]
    const inside = { P: 'LU', state: 'LU', bcee: 'LU', snci: 'LU' }
    expect(told({ ties, in: inside, dispersed: ['P'] })).toBe('unknown/unknown owners ?>P')
    const outside = { P: 'LU', state: 'CH', bcee: 'LU', snci: 'LU' }
    const { readings, answer } = ask({ ties, in: outside, dispersed: ['P'] })
    expect(answer).toBe('no')
    expect(readings.control.holders[0]?.percent.low).toBe(33_340_000)
  })

  it('KLM: the Dutch State holds 5.9 percent, and 9.1 of Air France-KLM, which holds 49', () => {
    const ties: Words['ties'] = [
      ['afklm', 'P', 49],
      ['sak1', 'P', 32.9],
      ['sak2', 'P', 11.3],
      ['state-nl', 'P', 5.9],
      ['state-nl', 'afklm', 9.1],
    ]
    const { readings } = ask({ ties, in: { 'state-nl': 'CH' }, dispersed: ['afklm', 'P'] })
    expect(readings.control.holders.find(({ party }) => party !== null)?.percent.low).toBe(
      5.9 * PERCENT,
    )
    // Two paths: 5.9 and 9.1 percent of 49.
    expect(readings.proportion.holders.find(({ party }) => party !== null)?.percent.low).toBe(
      10_359_000,
    )
  })

  it('OVH (2021): KKR and TowerBrook hold about 8 percent each beside a family of 70', () => {
    const ties: Words['ties'] = [
      ['klaba', 'P', 70],
      ['kkr', 'P', 8],
      ['towerbrook', 'P', 8],
    ]
    const words: Words = { ties, in: { kkr: 'US', towerbrook: 'GB' }, dispersed: ['P'] }
    expect(told({ ...words, parties: { klaba: { kind: 'person' } } })).toBe('yes/yes')
  })
})
