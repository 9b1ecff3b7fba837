/** Each condition that binds, with what is declared and what is not. */
import { describe, expect, it } from 'vitest'
import { boundBy, notBound, openFactsOfBound } from '../src/index.ts'
import {
  always,
  binds,
  COUNTER_LAW,
  never,
  on,
  organisation,
  person,
  SANCTIONS,
  world,
} from './worlds.ts'

const us = organisation('us', { incorporated: 'US' })
const delaware = organisation('de', { incorporated: 'US-DE' })
const dutch = organisation('nl', { incorporated: 'NL' })
const open = organisation('open')
const state = organisation('state', { underNationalLaw: false, incorporated: 'US' })
const everyone = [us, delaware, dutch, open, state]
const port = world(everyone)

describe('organised under a law', () => {
  const condition = on('organised-under', 'US')

  it('is by country, subdivisions too, and unknown where it is not declared', () => {
    expect(everyone.map((subject) => binds(condition, subject, port))).toEqual([
      ...['yes', 'yes', 'no', 'against', 'no'],
    ])
  })

  it('is by group of countries', () => {
    const union = on('organised-under', 'EU')
    expect(binds(union, dutch, port)).toBe('yes')
    expect(binds(union, us, port)).toBe('no')
    expect(binds(on('organised-under', 'NL'), dutch, port)).toBe('yes')
    expect(binds(on('organised-under', 'DE'), delaware, port), 'Delaware is not Germany').toBe('no')
  })

  it('is of organisations only', () => {
    expect(binds(condition, person('p', { incorporated: 'US' }), port)).toBe('no')
    expect(binds(condition, person('p'), port)).toBe('no')
  })

  it('asks a branch for its head office, over several steps and never in a circle', () => {
    const branch = organisation('branch', { incorporated: 'NL', branchOf: 'us' })
    const inner = organisation('inner', { branchOf: 'branch' })
    const a = organisation('a', { incorporated: 'NL', branchOf: 'b' })
    const b = organisation('b', { incorporated: 'NL', branchOf: 'a' })
    const lost = organisation('lost', { incorporated: 'US', branchOf: 'nobody' })
    const wide = world([...everyone, branch, inner, a, b, lost])
    expect(binds(condition, branch, wide)).toBe('yes')
    expect(binds(condition, inner, wide)).toBe('yes')
    expect(binds(condition, a, wide)).toBe('no')
    expect(binds(condition, lost, wide)).toBe('yes')
    const dutchBranch = organisation('x', { incorporated: 'US', branchOf: 'nl' })
    expect(binds(condition, dutchBranch, wide)).toBe('no')
  })
})

describe('a branch of what is organised under a law', () => {
  const condition = on('branch-of-organised-under', 'US')

  it('is bound by its head office alone', () => {
    const of = (head: string) => organisation('branch', { incorporated: 'NL', branchOf: head })
    expect(['us', 'nl', 'open', 'state'].map((head) => binds(condition, of(head), port))).toEqual([
      ...['yes', 'no', 'against', 'no'],
    ])
    expect(binds(condition, us, port), 'the head office is no branch').toBe('no')
  })
})

describe('a subsidiary of what is organised under a law', () => {
  const condition = on('subsidiary-of-organised-under', 'US')
  const held = world(everyone, { nl: 'open', open: 'de' })

  it('is bound through its owners, and not by itself', () => {
    expect(binds(condition, dutch, held)).toBe('yes')
    expect(binds(condition, us, world(everyone))).toBe('no')
    expect(binds(condition, dutch, world(everyone, { nl: 'open' }))).toBe('against')
    expect(binds(condition, person('p'), held)).toBe('no')
  })

  it('is asked of the head office where the party is a branch', () => {
    const branch = organisation('branch', { branchOf: 'nl' })
    expect(binds(condition, branch, world([...everyone, branch], { nl: 'us' }))).toBe('yes')
  })
})

describe('an employee of what is organised under a law', () => {
  const condition = on('employee-of-organised-under', 'US')

  it('is bound by the employer declared', () => {
    const of = (employer: string | null) => person('p', { employer })
    expect(
      [null, 'us', 'nl', 'open', 'nobody'].map((id) => binds(condition, of(id), port)),
    ).toEqual([...['no', 'yes', 'no', 'against', 'no']])
  })

  it('is bound by the head office of a branch', () => {
    const branch = organisation('branch', { incorporated: 'NL', branchOf: 'us' })
    const wide = world([...everyone, branch])
    expect(binds(condition, person('p', { employer: 'branch' }), wide)).toBe('yes')
  })
})

describe('nationals and residents', () => {
  it('are bound by any of their countries, and unknown where none is declared', () => {
    for (const [kind, what] of [
      ['national-of', 'nationality'],
      ['resident-in', 'residence'],
    ] as const) {
      const condition = on(kind, 'US')
      const of = (countries: string[] | null) => person('p', { [what]: countries })
      expect(binds(condition, of(['NL', 'US']), port)).toBe('yes')
      expect(binds(condition, of(['US-CA']), port)).toBe('yes')
      expect(binds(condition, of(['NL']), port)).toBe('no')
      expect(binds(condition, of([]), port)).toBe('no')
      expect(binds(condition, of(null), port)).toBe('against')
      expect(binds(condition, organisation('o', { [what]: ['US'] }), port)).toBe('no')
    }
  })

  it('are bound as both only when they are both', () => {
    const both = on('national-of-and-resident-in', 'EU')
    const of = (nationality: string[] | null, residence: string[] | null) =>
      binds(both, person('p', { nationality, residence }), port)
    expect(of(['NL'], ['FR'])).toBe('yes')
    expect(of(['NL'], ['US'])).toBe('no')
    expect(of(['US'], ['NL'])).toBe('no')
    expect(of(['NL'], null)).toBe('against')
    expect(of(null, null)).toBe('against')
    expect(of(['US'], null)).toBe('no')
  })
})

describe('what is not declared', () => {
  it('binds to sanctions and frees from a counter-law when it is taken against us', () => {
    const condition = on('organised-under', 'EU')
    expect(binds(condition, open, port, SANCTIONS)).toBe('against')
    expect(binds(condition, open, port, COUNTER_LAW)).toBe('for')
    expect(binds(condition, dutch, port, COUNTER_LAW)).toBe('yes')
    expect(binds(condition, us, port, COUNTER_LAW)).toBe('no')
  })

  it('is told as facts, which alone decide', () => {
    const branch = organisation('branch', { branchOf: 'open' })
    const held = world([...everyone, branch], { nl: 'open' })
    const facts = (kind: Parameters<typeof on>[0], subject = open) =>
      openFactsOfBound([on(kind, 'US')], subject, held)
    expect(facts('organised-under')).toEqual(['incorporated:open'])
    expect(facts('organised-under', dutch)).toEqual([])
    expect(facts('branch-of-organised-under', branch)).toEqual(['incorporated:open'])
    expect(facts('subsidiary-of-organised-under', dutch)).toEqual(['incorporated:open'])
    expect(facts('subsidiary-of-organised-under', us)).toEqual(['owners:us'])
    expect(facts('employee-of-organised-under', person('p', { employer: 'open' }))).toEqual([
      'incorporated:open',
    ])
    expect(facts('national-of', person('p'))).toEqual(['nationality:p'])
    expect(facts('resident-in', person('p'))).toEqual(['residence:p'])
    expect(facts('national-of-and-resident-in', person('p', { residence: ['NL'] }))).toEqual([
      'nationality:p',
    ])
    expect(facts('national-of', open)).toEqual([])
  })

  it('is told wherever the completions disagree, for every condition', () => {
    const kinds = [
      ...(['organised-under', 'branch-of-organised-under', 'national-of', 'resident-in'] as const),
      ...(['employee-of-organised-under', 'national-of-and-resident-in'] as const),
    ]
    const branch = organisation('branch', { branchOf: 'open' })
    const subjects = [open, branch, person('p'), person('q', { employer: 'open' }), us, dutch]
    const wide = world([...everyone, branch])
    for (const kind of kinds) {
      for (const subject of subjects) {
        const differs = ['against', 'for'].includes(binds(on(kind, 'US'), subject, wide))
        const facts = openFactsOfBound([on(kind, 'US')], subject, wide)
        if (differs) expect(facts, `${kind} of ${subject.id}`).not.toEqual([])
      }
    }
  })
})

describe('the proof', () => {
  it('names the first clause that binds, with its citation and the party', () => {
    const conditions = [on('national-of', 'US'), on('organised-under', 'US')]
    const proof = boundBy(conditions, delaware, port, SANCTIONS, never)
    expect(proof).toMatchObject({
      key: 'proof.bound',
      params: { party: 'DE', regime: 'EO 14203', clause: 'organised-under' },
      source: 'organised-under: wording',
      because: [{ key: 'proof.organised', params: { country: 'US-DE' } }],
    })
    expect(boundBy([], us, port, SANCTIONS, always)).toBeNull()
  })

  it('says where it rests on a completion', () => {
    const proof = boundBy([on('organised-under', 'US')], open, port, SANCTIONS, always)
    expect(proof?.because[0]?.key).toBe('proof.if-organised')
    const taken = boundBy([on('national-of', 'US')], person('p'), port, SANCTIONS, always)
    expect(taken?.because[0]?.key).toBe('proof.if-nationality')
  })

  it('that nothing binds names every clause once, without its wording', () => {
    const conditions = [
      on('organised-under', 'US'),
      on('national-of', 'US'),
      on('national-of', 'FR'),
    ]
    expect(notBound(conditions, dutch, SANCTIONS)).toMatchObject({
      key: 'proof.not-bound',
      params: { party: 'NL', regime: 'EO 14203' },
      source: 'organised-under; national-of',
    })
  })
})
