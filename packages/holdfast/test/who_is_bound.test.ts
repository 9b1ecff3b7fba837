/** Section 3: who is bound. A bound provider of a target must stop; not to know is unknown. */
import { describe, expect, test } from 'vitest'
import { fn, reportOf, service } from './assess_yaml.ts'
import {
  annex,
  CONTESTED,
  designate,
  dossierText,
  functionOf,
  NL_CONTESTED,
  supply,
} from './dossier_text.ts'

const DAY = '2025-03-01'

type Party = Readonly<Record<string, unknown>>

const US_HOLDERS: Readonly<Record<string, Party>> = {
  'us-a': { name: 'US A', incorporated: 'US-DE', owners: 'dispersed' },
  'us-b': { name: 'US B', incorporated: 'US-NY', owners: 'dispersed' },
  'us-parent': { name: 'US parent', incorporated: 'US-WA', owners: 'complete' },
  'left-hand': held({ 'us-parent': 100 }, 'complete'),
  'right-hand': held({ 'us-parent': 51 }, 'complete'),
  'us-person': { name: 'A rich man', kind: 'person', nationality: 'US', residence: 'US' },
  dutch: { name: 'Dutch holder', incorporated: 'NL', owners: 'dispersed' },
}

/** A Dutch company with these owners. */
function held(shares: Readonly<Record<string, unknown>>, rest: string | null = null): Party {
  const stakes = Object.entries(shares).map(([party, share]) => ({ party, share }))
  return {
    name: 'Held',
    class: 'nl-firm',
    incorporated: 'NL',
    owners: rest === null ? stakes : [...stakes, rest],
  }
}

async function answer(provider: Party, more: object = {}, readings: string[] = []) {
  const text = dossierText({
    parties: { ...US_HOLDERS, provider, ...more },
    services: { tool: supply('software', 'provider', 'court') },
    functions: { work: functionOf('tool') },
    scenarios: { listed: [designate('court', DAY)] },
  })
  const report = await reportOf(text, { readings })
  const { verdict, dependsOn } = service(report, 'listed', 'tool')
  const words: Record<string, string> = { 'must-stop': 'yes', 'may-stop': 'no' }
  return { bound: words[verdict] ?? verdict, facts: [...dependsOn].sort() }
}

describe('organisations', () => {
  const firm = { name: 'Firm', class: 'nl-firm' }
  const cases: [string, Party, string, string[]][] = [
    ['organised under US law', { ...firm, incorporated: 'US-DE' }, 'yes', []],
    [
      'organised elsewhere, widely held',
      { ...firm, incorporated: 'CH', owners: 'dispersed' },
      'no',
      [],
    ],
    ['all owners named', held({ dutch: 20 }, 'complete'), 'no', []],
    ['a branch of a US entity', { ...firm, 'branch-of': 'us-a' }, 'yes', []],
    ['a branch of a Dutch one', { ...firm, 'branch-of': 'dutch' }, 'no', []],
    ['more than 50 percent', held({ 'us-a': 50.01 }, 'complete'), 'yes', []],
    ['49.99 percent', held({ 'us-a': 49.99 }, 'complete'), 'no', []],
    ['exactly 50 percent', held({ 'us-a': 50 }, 'complete'), 'unknown', ['control:provider']],
    [
      'a band from 25 to 50',
      held({ 'us-a': '25-50' }, 'complete'),
      'unknown',
      ['share:us-a>provider'],
    ],
    ['a band from 50 to 75', held({ 'us-a': '50-75' }, 'complete'), 'yes', []],
    ['a band that 60 percent of others cut', held({ 'us-a': '25-50', dutch: 60 }), 'no', []],
    ['consolidated', held({ 'us-a': 'consolidated' }, 'complete'), 'yes', []],
    [
      'a share that nobody states',
      held({ 'us-a': 'unknown' }, 'dispersed'),
      'unknown',
      ['share:us-a>provider'],
    ],
    ['the share of the only owner there is', held({ 'us-a': 'unknown' }, 'complete'), 'yes', []],
    ['two US strangers with 30 each', held({ 'us-a': 30, 'us-b': 30 }, 'complete'), 'no', []],
    [
      'one US parent with 30 twice',
      held({ 'left-hand': 30, 'right-hand': 30 }, 'complete'),
      'yes',
      [],
    ],
    [
      'a US parent with 30 and a subsidiary of it with 30',
      held({ 'us-parent': 30, 'left-hand': 30 }, 'complete'),
      'yes',
      [],
    ],
    ['a US person is no entity', held({ 'us-person': 100 }), 'no', []],
    ['owners not declared', { ...firm, incorporated: 'NL' }, 'unknown', ['owners:provider']],
    ['the majority not declared', held({ dutch: 49 }), 'unknown', ['owners:provider']],
    ['a majority declared Dutch', held({ dutch: 51 }), 'no', []],
    ['a nonprofit has no owners', { ...firm, incorporated: 'NL', form: 'nonprofit' }, 'no', []],
    [
      'a state is organised under no law',
      { name: 'State', form: 'state', class: 'nl-firm' },
      'no',
      [],
    ],
    [
      'incorporation not declared',
      { ...firm, owners: 'dispersed' },
      'unknown',
      ['incorporated:provider'],
    ],
  ]
  test.each(cases)('%s', async (_, party, bound, facts) => {
    expect(await answer(party)).toEqual({ bound, facts })
  })
})

describe('chains of owners', () => {
  test('a subsidiary of a subsidiary', async () => {
    const more = { middle: held({ 'us-a': 60 }, 'complete') }
    expect((await answer(held({ middle: 51 }, 'complete'), more)).bound).toBe('yes')
    expect((await answer(held({ middle: 49 }, 'complete'), more)).bound).toBe('no')
  })

  test('shares are not multiplied: 60 of 60 is held, 100 of 40 is not', async () => {
    const weak = { middle: held({ 'us-a': 40 }, 'complete') }
    expect((await answer(held({ middle: 100 }), weak)).bound).toBe('no')
  })

  test('owners of an owner that are not declared', async () => {
    const more = { middle: { name: 'Middle', incorporated: 'NL' } }
    expect(await answer(held({ middle: 80 }, 'complete'), more)).toEqual({
      bound: 'unknown',
      facts: ['owners:middle'],
    })
  })

  test('a parent whose incorporation is not declared', async () => {
    const more = { middle: { name: 'Middle', owners: 'dispersed' } }
    expect(await answer(held({ middle: 80 }, 'complete'), more)).toEqual({
      bound: 'unknown',
      facts: ['incorporated:middle'],
    })
  })

  test.each([
    ['half of it', held({ dutch: 50 })],
    [
      'a rest that a US holder of 49 percent may hold through another',
      held({ 'us-a': 49, dutch: 20 }),
    ],
  ])('%s not declared leaves the question open', async (_, party) => {
    const { bound, facts } = await answer(party)
    expect(bound).toBe('unknown')
    expect(facts).toContain('owners:provider')
  })

  test('two holders of undeclared owners may have one US parent', async () => {
    const more = {
      middle: { name: 'Middle', incorporated: 'NL' },
      second: { name: 'Second', incorporated: 'NL' },
    }
    const { bound } = await answer(held({ middle: 30, second: 30 }, 'complete'), more)
    expect(bound).toBe('unknown')
  })

  test('owners in a circle end, with and without a US holder', async () => {
    const circle = (inside: number) => ({
      ring: held({ provider: 60, 'us-a': inside }, 'complete'),
    })
    const party = held({ ring: 51 }, 'complete')
    expect((await answer(party, circle(40))).bound).toBe('no')
    const three = { ring: held({ second: 100 }), second: held({ provider: 40, 'us-a': 60 }) }
    expect((await answer(party, three)).bound).toBe('yes')
  })
})

describe('persons', () => {
  const person = { name: 'P', kind: 'person', class: 'nl-firm', nationality: 'NL', residence: 'NL' }
  const cases: [string, Party, string, string[]][] = [
    ['a stranger', person, 'no', []],
    ['a citizen', { ...person, nationality: ['NL', 'US'] }, 'yes', []],
    ['a resident', { ...person, residence: ['NL', 'US-CA'] }, 'yes', []],
    ['an employee of a US entity', { ...person, employer: 'us-a' }, 'yes', []],
    ['an employee of a subsidiary', { ...person, employer: 'irish-sub' }, 'no', []],
    [
      'nationality not declared',
      { ...person, nationality: undefined },
      'unknown',
      ['nationality:provider'],
    ],
    [
      'residence not declared',
      { ...person, residence: undefined },
      'unknown',
      ['residence:provider'],
    ],
    [
      'a citizen with unknown residence',
      { ...person, nationality: 'US', residence: undefined },
      'yes',
      [],
    ],
  ]
  test.each(cases)('%s', async (_, party, bound, facts) => {
    expect(await answer(party)).toEqual({ bound, facts })
  })
})

describe('the narrow reading', () => {
  const cases: [string, Party, string][] = [
    ['a US entity', { name: 'F', incorporated: 'US-DE' }, 'yes'],
    ['its branch', { name: 'F', 'branch-of': 'us-a' }, 'yes'],
    ['its subsidiary', held({ 'us-a': 100 }), 'no'],
    ['a company whose owners nobody declared', { name: 'F', incorporated: 'NL' }, 'no'],
    [
      'an employee',
      { name: 'P', kind: 'person', nationality: 'NL', residence: 'NL', employer: 'us-a' },
      'no',
    ],
    ['a citizen', { name: 'P', kind: 'person', nationality: 'US', residence: 'NL' }, 'yes'],
  ]
  test.each(cases)('%s', async (_, party, bound) => {
    expect((await answer(party, {}, ['narrow'])).bound).toBe(bound)
  })
})

describe('whom a counter-law binds', () => {
  const firm = { name: 'F', class: 'nl-firm', owners: 'dispersed' }
  const cases: [string, Party, string][] = [
    ['incorporated in the Union', { ...firm, incorporated: 'FR' }, 'contested'],
    ['a subsidiary of a US firm there', held({ 'us-a': 100 }), 'contested'],
    ['a US firm’s branch there', { ...firm, 'branch-of': 'us-a' }, 'must-stop'],
    [
      'a branch of a Dutch firm',
      { ...firm, 'branch-of': 'dutch', incorporated: 'CH' },
      'contested',
    ],
    ['incorporated in Switzerland', { ...firm, incorporated: 'CH' }, 'may-stop'],
    ['incorporation not declared', { ...firm }, 'unknown'],
  ]
  test.each(cases)('%s', async (_, provider, verdict) => {
    const text = dossierText({
      parties: { ...US_HOLDERS, provider },
      services: { tool: supply('software', 'provider', 'court') },
      functions: { work: functionOf('tool') },
      assumptions: CONTESTED,
      scenarios: { listed: [annex('2025-02-01'), designate('court', DAY)] },
    })
    expect(service(await reportOf(text), 'listed', 'tool').verdict).toBe(verdict)
  })

  test('not to know where it is incorporated: for the institution it is the Union', async () => {
    const text = dossierText({
      parties: { provider: firm },
      services: { tool: supply('software', 'provider', 'court') },
      functions: { work: functionOf('tool') },
      assumptions: CONTESTED,
      scenarios: { listed: [annex('2025-02-01'), designate('court', DAY)] },
    })
    const report = await reportOf(text)
    expect(service(report, 'listed', 'tool').likelihood).toEqual([NL_CONTESTED[0], 1])
    expect(fn(report, 'listed', 'work').probability).toEqual([NL_CONTESTED[0], 1])
    expect(report.unknowns.map(({ id }) => id)).toEqual(['incorporated:provider'])
  })
})
