/** Section 5, first row: what a licence permits, for whom, for which kinds, until when. */
import { describe, expect, test } from 'vitest'
import { fn, reportOf, scenario, service } from './assess_yaml.ts'
import {
  after,
  designate,
  dossierText,
  EO,
  functionOf,
  license,
  supply,
  type Things,
} from './dossier_text.ts'

const DAY = '2025-03-01'

const THINGS: Things = {
  parties: {
    us: { name: 'A national', kind: 'person', nationality: 'US', residence: 'NL', class: 'staff' },
  },
  services: {
    account: supply('account', 'us-firm', 'court'),
    hosting: supply('hosting', 'us-firm', 'court'),
    bank: supply('account', 'nl-firm', 'court', { contract: { notice: '10d' } }),
    mailbox: supply('e-mail', 'us-firm', 'prosecutor'),
    server: supply('platform', 'court', 'prosecutor', { needs: 'cloud' }),
    cloud: supply('hosting', 'irish-sub', 'nl-firm'),
    chain: supply('platform', 'nl-firm', 'court', { needs: 'cloud' }),
  },
  teams: {
    staff: { name: 'Staff', minimum: 1, members: ['us'] },
  },
  functions: { work: functionOf(['account', 'hosting']), people: functionOf('staff') },
  scenarios: { listed: [designate('court', DAY)] },
}

const held = (terms: object, status = 'held') => ({
  licences: { permit: { name: 'A licence', regime: EO, status, ...terms } },
})

async function assessed(things: Things) {
  return reportOf(dossierText({ ...THINGS, ...things }))
}

describe('a licence held', () => {
  test.each([
    ['for the provider', 'us-firm'],
    ['for the beneficiary', 'court'],
  ])('%s: the service stays', async (_, who) => {
    const report = await assessed(held({ for: who }))
    for (const id of ['account', 'hosting']) {
      expect(service(report, 'listed', id)).toMatchObject({
        verdict: 'stays',
        case: 'licensed',
        earliest: null,
        latest: null,
      })
    }
    expect(fn(report, 'listed', 'work')).toMatchObject({ certain: null, possible: null })
  })

  test('for a team: its members stay, nobody else', async () => {
    const report = await assessed(held({ for: 'staff' }))
    expect(scenario(report, 'listed').teams[0]).toMatchObject({ mustStop: 0, stays: 1 })
    expect(service(report, 'listed', 'account').verdict).toBe('must-stop')
  })

  test('for one person: that member stays', async () => {
    const report = await assessed(held({ for: 'us' }))
    expect(scenario(report, 'listed').teams[0]).toMatchObject({ mustStop: 0, stays: 1 })
  })

  test('for other parties changes nothing', async () => {
    const report = await assessed(held({ for: ['nl-firm', 'prosecutor'] }))
    expect(service(report, 'listed', 'account').verdict).toBe('must-stop')
    expect(scenario(report, 'listed').teams[0]).toMatchObject({ mustStop: 1 })
  })

  test('for some kinds: only those stay', async () => {
    const report = await assessed(held({ for: 'court', kinds: ['account'] }))
    expect(service(report, 'listed', 'account').case).toBe('licensed')
    expect(service(report, 'listed', 'hosting').verdict).toBe('must-stop')
  })

  test('applied for does not count', async () => {
    const report = await assessed(held({ for: 'court' }, 'applied'))
    expect(service(report, 'listed', 'account').verdict).toBe('must-stop')
    expect(report.licences[0]).toMatchObject({ status: 'applied' })
  })

  test('that expires: must stop on the day after its last day', async () => {
    const report = await assessed(held({ for: 'court', until: '2025-06-30' }))
    expect(service(report, 'listed', 'account')).toMatchObject({
      verdict: 'must-stop',
      earliest: '2025-07-01',
      latest: '2025-07-01',
    })
    expect(fn(report, 'listed', 'work').certain).toBe('2025-07-01')
  })

  test('that begins after the designation comes too late', async () => {
    const report = await assessed(held({ for: 'court', from: '2025-03-02' }))
    expect(service(report, 'listed', 'account')).toMatchObject({ earliest: DAY, latest: DAY })
  })

  test('followed by another without a gap counts as one, with a gap does not', async () => {
    const two = (from: string): Things => ({
      licences: {
        first: { name: 'First', regime: EO, status: 'held', for: 'court', until: '2025-04-30' },
        second: {
          name: 'Second',
          regime: EO,
          status: 'held',
          for: 'court',
          from,
          until: '2025-08-31',
        },
      },
    })
    const without = await assessed(two('2025-05-01'))
    expect(service(without, 'listed', 'account').earliest).toBe('2025-09-01')
    const gap = await assessed(two('2025-05-02'))
    expect(service(gap, 'listed', 'account').earliest).toBe('2025-05-01')
  })
})

describe('the first row goes before all others', () => {
  test('who is licensed and not bound stays too', async () => {
    const report = await assessed(held({ for: ['court', 'nl-firm'] }))
    expect(service(report, 'listed', 'bank')).toMatchObject({ verdict: 'stays', case: 'licensed' })
  })

  test('who is licensed stays although a path ends at a target', async () => {
    const report = await assessed(held({ for: 'irish-sub' }))
    expect(service(report, 'listed', 'cloud')).toMatchObject({ verdict: 'stays', case: 'licensed' })
  })

  test('who is not bound may stop from the first unlicensed day on', async () => {
    const report = await assessed(held({ for: 'court', until: '2025-06-30' }))
    expect(service(report, 'listed', 'bank')).toMatchObject({
      verdict: 'may-stop',
      earliest: '2025-07-01',
    })
  })

  test('not to know whether a licensed provider is bound changes nothing', async () => {
    const parties = { riddle: { name: 'Riddle', class: 'nl-firm', incorporated: 'NL' } }
    const services = { tool: supply('software', 'riddle', 'court') }
    const functions = { work: functionOf('tool') }
    const report = await assessed({
      ...held({ for: 'court' }),
      parties,
      services,
      functions,
      teams: {},
    })
    const { verdict, likelihood } = service(report, 'listed', 'tool')
    expect(verdict).toBe('stays')
    expect(likelihood[0]).toBeLessThanOrEqual(likelihood[1])
    const { probability, loss } = fn(report, 'listed', 'work')
    expect(probability[0]).toBeLessThanOrEqual(probability[1])
    expect(loss[0]).toBeLessThanOrEqual(loss[1])
  })
})

describe('a licence of the scenario', () => {
  const scenarios = (terms: object, on = DAY) => ({
    scenarios: { listed: [designate('court', DAY), license({ for: 'court', ...terms }, on)] },
  })

  test('permits from its day on', async () => {
    const report = await assessed(scenarios({ permits: 'service' }))
    expect(service(report, 'listed', 'account').case).toBe('licensed')
    const late = await assessed(scenarios({ permits: 'service' }, after(DAY, 1)))
    expect(service(late, 'listed', 'account')).toMatchObject({ earliest: DAY, latest: DAY })
  })

  test('to wind down moves the last day, not the first', async () => {
    const report = await assessed(scenarios({ permits: 'wind-down', until: '2025-04-30' }))
    expect(service(report, 'listed', 'account')).toMatchObject({
      verdict: 'must-stop',
      earliest: DAY,
      latest: '2025-05-01',
    })
    expect(fn(report, 'listed', 'work')).toMatchObject({ possible: DAY, certain: '2025-05-01' })
  })

  test('without `permits` is for service as before', async () => {
    const report = await assessed(scenarios({ until: '2025-04-30' }))
    expect(service(report, 'listed', 'account')).toMatchObject({
      earliest: '2025-05-01',
      latest: '2025-05-01',
    })
  })
})
