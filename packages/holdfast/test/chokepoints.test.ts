/** Section 7: the smallest sets of decisions not yet taken that together stop a function. */

import { describe, expect, test } from 'vitest'
import type { AssessReport, Chokepoint } from '../src/engine/index.ts'
import { assessText, reportOf } from './assess_yaml.ts'
import {
  assumption,
  designate,
  dossierText,
  EO,
  functionOf,
  NL_ASSOCIATION,
  supply,
  type Things,
} from './dossier_text.ts'

const DAY = '2025-03-01'

function told({ decisions }: Chokepoint): string {
  return decisions
    .map(({ kind, what }) => `${kind} ${what}`)
    .sort()
    .join(' + ')
}

function inScenario(report: AssessReport, id: string): Chokepoint[] {
  return report.chokepoints.filter((one) => one.scenario === id)
}

async function chokepoints(things: Things, id = 'today') {
  return inScenario(await reportOf(dossierText(things)), id)
}

const BANKS: Things = {
  parties: {
    'bank-a': { name: 'A', class: 'bank-a', incorporated: 'NL', owners: 'dispersed' },
    'bank-b': { name: 'B', class: 'bank-b', incorporated: 'DE', owners: 'dispersed' },
  },
  services: {
    one: supply('account', 'bank-a', 'court'),
    two: supply('account', 'bank-b', 'court'),
  },
  assumptions: {
    a: assumption('bank-a', [0.1, 0.3]),
    b: assumption('bank-b', [0.2, 0.5]),
  },
  functions: { pay: functionOf({ any: ['one', 'two'] }) },
  scenarios: { listed: [designate('court', DAY)] },
}

describe('one decision', () => {
  test('a designation alone stops what only a bound provider supplies', async () => {
    const found = await chokepoints({
      services: { tool: supply('software', 'us-firm', 'court') },
      functions: { work: functionOf('tool', '0d', { weight: 3 }), other: functionOf('tool') },
    })
    // The other way, through caution about an official, takes a second decision.
    expect(found.map(told)).toEqual([
      'designate court',
      'designate court',
      'designate prosecutor + withdraw tool',
      'designate prosecutor + withdraw tool',
    ])
    expect(found[0]).toMatchObject({
      order: 1,
      probability: null,
      weight: 4,
      decisions: [{ kind: 'designate', what: 'court', regime: EO, by: 'us', alternatives: [] }],
    })
    expect(found[0]?.alsoStops).toEqual(['other'])
  })

  test('a company’s own withdrawal, as likely as its class', async () => {
    const found = await chokepoints({ ...BANKS, functions: { pay: functionOf('one') } }, 'listed')
    expect(found.map(told)).toEqual(['withdraw one'])
    expect(found[0]).toMatchObject({ order: 1, probability: [0.1, 0.3] })
  })

  test('as likely as the scenario says, not as after a further designation', async () => {
    const found = await chokepoints(
      {
        services: { bank: supply('account', 'nl-firm', 'court') },
        functions: { pay: functionOf('bank') },
        scenarios: { near: [designate('prosecutor', DAY)] },
      },
      'near',
    )
    const alone = found.find((one) => told(one) === 'withdraw bank')
    expect(alone?.probability).toEqual(NL_ASSOCIATION)
  })

  test('what is decided already is certain and has none', async () => {
    const things: Things = {
      services: { tool: supply('software', 'us-firm', 'court') },
      functions: { work: functionOf('tool') },
      scenarios: {
        listed: [designate('court', DAY)],
        gone: [{ on: DAY, withdraw: 'tool' }],
      },
    }
    expect(await chokepoints(things, 'listed')).toEqual([])
    expect(await chokepoints(things, 'gone')).toEqual([])
  })
})

describe('several decisions', () => {
  test('two banks, each for itself', async () => {
    const found = await chokepoints(BANKS, 'listed')
    expect(found.map(told)).toEqual(['withdraw one + withdraw two'])
    expect(found[0]?.order).toBe(2)
    const [low, high] = found[0]!.probability!
    expect([low, high]).toEqual([expect.closeTo(0.02, 9), expect.closeTo(0.15, 9)])
  })

  test('before the designation it is a decision too', async () => {
    const found = await chokepoints(BANKS)
    expect(found.map(told)).toEqual(['designate court + withdraw one + withdraw two'])
    expect(found[0]).toMatchObject({ order: 3, probability: null })
  })

  test('a shared cause is one decision', async () => {
    const services = {
      one: supply('account', 'bank-a', 'court', { cause: 'correspondent' }),
      two: supply('account', 'bank-b', 'court', { cause: 'correspondent' }),
    }
    const found = await chokepoints({ ...BANKS, services }, 'listed')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ order: 1 })
    expect(found[0]?.decisions[0]?.services).toEqual(['one', 'two'])
  })

  test('the smaller come first', async () => {
    const services = { ...BANKS.services, only: supply('payroll', 'bank-b', 'court') }
    const functions = {
      pay: functionOf({ any: ['one', 'two'] }, '0d', { weight: 9 }),
      wages: functionOf('only'),
    }
    const found = await chokepoints({ ...BANKS, services, functions }, 'listed')
    expect(found.map(({ order }) => order)).toEqual([1, 2])
  })

  test('of one function the likelier come first', async () => {
    const found = await chokepoints(
      { ...BANKS, functions: { pay: functionOf(['one', 'two']) } },
      'listed',
    )
    expect(found.map(told)).toEqual(['withdraw two', 'withdraw one'])
  })

  test('sets that differ only in whom a power designates are told as one', async () => {
    const official = (name: string) => ({
      name,
      kind: 'person',
      'belongs-to': 'court',
      nationality: 'GB',
    })
    const found = await chokepoints({
      parties: { first: official('F'), second: official('S'), third: official('T') },
      services: { bank: supply('account', 'nl-firm', 'court') },
      functions: { pay: functionOf('bank') },
    })
    expect(found).toHaveLength(1)
    const designation = found[0]?.decisions.find(({ kind }) => kind === 'designate')
    const named = [designation?.what, ...(designation?.alternatives ?? [])].sort()
    expect(named).toEqual(['court', 'first', 'prosecutor', 'second', 'third'])
    expect(found[0]).toMatchObject({ order: 2, probability: null })
  })
})

describe('what gives none', () => {
  /** Nobody withdraws for what happens to an official. */
  const calm = { 'us-association': assumption('us-firm', [0, 0], { case: 'association' }) }
  const only = async (things: Things) =>
    chokepoints({ functions: { work: functionOf('tool') }, assumptions: calm, ...things })

  test('what is in-house', async () => {
    expect(await only({ services: { tool: supply('software', 'court', 'court') } })).toEqual([])
  })

  test('what is exempt', async () => {
    expect(await only({ services: { tool: supply('publication', 'us-firm', 'court') } })).toEqual(
      [],
    )
  })

  test('what is licensed through the horizon', async () => {
    const services = { tool: supply('software', 'us-firm', 'court') }
    const permit = { name: 'L', regime: EO, status: 'held', for: 'us-firm' }
    expect(await only({ services, licences: { permit } })).toEqual([])
    const applied = { ...permit, status: 'applied' }
    expect(await only({ services, licences: { permit: applied } })).toHaveLength(1)
  })

  test('what a licence and a stock carry beyond the horizon together', async () => {
    const services = { tool: supply('software', 'us-firm', 'court') }
    const permit = { name: 'L', regime: EO, status: 'held', for: 'us-firm', until: '2025-11-30' }
    const stocked = { need: 'tool', buffer: { lasts: '90d', survives: 'refusal' } }
    const functions = { work: functionOf(stocked) }
    expect(await only({ services, licences: { permit }, functions })).toEqual([])
  })

  test('an unexposed class that is not bound', async () => {
    const services = { tool: supply('software', 'nl-firm', 'court') }
    const safe = { class: 'nl-firm', regime: EO, unexposed: true, evidence: 'test' }
    expect(await only({ services, assumptions: { safe } })).toEqual([])
  })

  test('a class that never withdraws', async () => {
    const services = { tool: supply('software', 'nl-firm', 'court') }
    const never = Object.fromEntries(
      ['direct', 'indirect', 'association'].map((one) => [
        `nl-${one}`,
        assumption('nl-firm', [0, 0], { case: one }),
      ]),
    )
    expect(await only({ services, assumptions: never })).toEqual([])
  })

  test('a stock that lasts longer than the horizon', async () => {
    const services = { tool: supply('software', 'us-firm', 'court') }
    const stocked = { need: 'tool', buffer: { lasts: '366d', survives: 'refusal' } }
    expect(await only({ services, functions: { work: functionOf(stocked) } })).toEqual([])
  })

  test('a provider that nobody knows to be bound: its own decision is needed', async () => {
    const parties = { riddle: { name: 'R', class: 'nl-firm', incorporated: 'NL' } }
    const found = await only({ parties, services: { tool: supply('software', 'riddle', 'court') } })
    expect(found.map(told)).toContain('designate court + withdraw tool')
    expect(found.map(told)).not.toContain('designate court')
  })
})

test('more decisions than are told are a limit, and a limit that is met is told', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const services = Object.fromEntries(ids.map((id) => [id, supply('account', 'nl-firm', 'court')]))
  const text = dossierText({
    services,
    functions: { pay: functionOf({ any: ids }) },
    scenarios: { listed: [designate('court', DAY)] },
  })
  const result = await assessText(text)
  if (!result.ok) throw new Error('no report')
  const { chokepoints: found, diagnostics } = result.value
  const limits = diagnostics.filter(({ code }) => code.startsWith('impact/'))
  expect(inScenario(result.value, 'listed').length + limits.length).toBeGreaterThan(0)
  expect(found.every(({ order }) => order <= 6)).toBe(true)
})
