/** Days of designations: wind-down windows of real and decided ones, lifts, what comes first. */
import { describe, expect, test } from 'vitest'
import { fn, reportOf, scenario, service } from './assess_yaml.ts'
import {
  after,
  designate,
  dossierText,
  functionOf,
  lift,
  NL_DIRECT,
  supply,
  type Things,
  US_DIRECT,
} from './dossier_text.ts'

const DAY = '2025-03-01'

const THINGS: Things = {
  services: {
    mailbox: supply('e-mail', 'us-firm', 'court', { contract: { notice: '60d' } }),
    bank: supply('account', 'nl-firm', 'court', { contract: { notice: '60d' } }),
  },
  functions: { write: functionOf('mailbox', '2d'), pay: functionOf('bank') },
}

async function assessed(things: Things) {
  return reportOf(dossierText({ ...THINGS, ...things }))
}

describe('the windows of the regime, for those designated in the world', () => {
  const official = (number: string): string =>
    dossierText({
      parties: {
        judge: {
          name: 'A judge',
          kind: 'person',
          'belongs-to': 'court',
          'listed-as': { 'ofac-sdn': number },
        },
      },
      services: { mailbox: supply('e-mail', 'us-firm', 'judge') },
      functions: { write: functionOf('mailbox') },
    })

  test.each([
    ['General License 1', '54213', '2025-06-05', '2025-07-08'],
    ['General License 9', '54217', '2025-08-20', '2025-09-19'],
    ['no licence known, December 2025', '56682', '2025-12-18', '2025-12-18'],
    ['no licence known, February 2025', '52965', '2025-02-06', '2025-02-06'],
    ['a day not known within a month', '54707', '2025-07-01', '2025-07-31'],
  ])('%s', async (_, number, earliest, latest) => {
    const report = await reportOf(official(number), { on: '2026-02-01' })
    expect(service(report, 'today', 'mailbox')).toMatchObject({
      verdict: 'must-stop',
      earliest,
      latest,
    })
    expect(fn(report, 'today', 'write').certain).toBe(latest)
  })

  test('General License 10, for an organisation', async () => {
    const text = dossierText({
      parties: {
        ngo: {
          name: 'A rights organisation',
          form: 'nonprofit',
          incorporated: 'PS',
          'listed-as': { 'ofac-sdn': '55413' },
        },
      },
      services: { site: supply('web', 'us-firm', 'ngo') },
      functions: { publish: functionOf('site') },
    })
    const report = await reportOf(text, { on: '2026-02-01' })
    expect(service(report, 'today', 'site')).toMatchObject({
      earliest: '2025-09-04',
      latest: '2025-10-04',
    })
  })

  test('a decision of a scenario on such a day has no window unless it states one', async () => {
    const report = await assessed({ scenarios: { s: [designate('court', '2025-08-20')] } })
    expect(service(report, 's', 'mailbox')).toMatchObject({
      earliest: '2025-08-20',
      latest: '2025-08-20',
    })
  })
})

describe('a designation and its end', () => {
  const until = { 'wind-down-until': '2025-03-30' }

  test('must-stop does not wait for notice; may-stop does', async () => {
    const report = await assessed({ scenarios: { s: [designate('court', DAY)] } })
    expect(service(report, 's', 'mailbox')).toMatchObject({ earliest: DAY, latest: DAY })
    expect(service(report, 's', 'bank')).toMatchObject({
      verdict: 'may-stop',
      earliest: DAY,
      latest: after(DAY, 60),
    })
    expect(fn(report, 's', 'write')).toMatchObject({
      certain: after(DAY, 2),
      possible: after(DAY, 2),
    })
  })

  test('lifted within the window: nothing commands, the provider may have stopped', async () => {
    const report = await assessed({
      scenarios: { s: [designate('court', DAY, until), lift('court', '2025-03-15')] },
    })
    expect(service(report, 's', 'mailbox')).toMatchObject({
      verdict: 'may-stop',
      likelihood: US_DIRECT,
    })
    expect(fn(report, 's', 'write').certain).toBeNull()
  })

  test('lifted after the window: must stop, the lift does not act backwards', async () => {
    const report = await assessed({
      scenarios: { s: [designate('court', DAY, until), lift('court', '2025-04-15')] },
    })
    expect(service(report, 's', 'mailbox')).toMatchObject({
      verdict: 'must-stop',
      earliest: DAY,
      latest: '2025-03-31',
    })
  })

  test('lifted on the day of the designation is none', async () => {
    const report = await assessed({
      scenarios: { s: [designate('court', DAY), lift('court', DAY)] },
    })
    expect(service(report, 's', 'mailbox').verdict).toBe('stays')
  })

  test('lifted in a scenario: who really stands on the list is a target no more', async () => {
    const text = dossierText({
      institution: { 'listed-as': { 'ofac-sdn': '55413' } },
      services: { bank: supply('account', 'nl-firm', 'court') },
      functions: { pay: functionOf('bank') },
      scenarios: { freed: [lift('court', '2026-03-01')] },
    })
    const report = await reportOf(text, { on: '2026-03-01' })
    expect(service(report, 'today', 'bank').verdict).toBe('may-stop')
    expect(service(report, 'freed', 'bank').verdict).toBe('stays')
  })

  test('designated again after a lift within the window: must stop the second time', async () => {
    const report = await assessed({
      scenarios: {
        s: [
          designate('court', DAY, until),
          lift('court', '2025-03-15'),
          designate('court', '2025-06-01'),
        ],
      },
    })
    expect(service(report, 's', 'mailbox')).toMatchObject({
      verdict: 'must-stop',
      latest: '2025-06-01',
    })
    expect(fn(report, 's', 'write').certain).toBe('2025-06-03')
  })

  test('beyond the horizon it is still no licence', async () => {
    const report = await assessed({
      institution: { horizon: '30d' },
      scenarios: { s: [designate('court', '2025-06-01')] },
    })
    expect(service(report, 's', 'mailbox')).toMatchObject({
      verdict: 'must-stop',
      earliest: '2025-06-01',
    })
    expect(fn(report, 's', 'write')).toMatchObject({
      certain: '2025-06-03',
      probability: [0, 0],
    })
  })
})

describe('a target near first, the beneficiary later', () => {
  const near = designate('prosecutor', DAY)
  const both = [near, designate('court', '2025-06-01')]
  const services = {
    phones: supply('telephone', 'nl-firm', 'court'),
    hosting: supply('hosting', 'us-firm', 'court'),
    server: supply('e-mail', 'court', 'prosecutor', { needs: 'hosting' }),
  }
  const functions = { call: functionOf('phones'), write: functionOf('hosting') }

  test.each(['call', 'write'])('a further designation never puts %s off', async (id) => {
    const report = await assessed({ services, functions, scenarios: { near: [near], both } })
    const [one, two] = [fn(report, 'near', id), fn(report, 'both', id)]
    expect(one.possible).toBe(DAY)
    expect(two.possible).toBe(DAY)
    expect(two.probability[0]).toBeGreaterThanOrEqual(one.probability[0])
    expect(two.probability[1]).toBeGreaterThanOrEqual(one.probability[1])
    expect(two.loss[1]).toBeGreaterThanOrEqual(one.loss[1])
  })

  test('the later designation is what commands', async () => {
    const report = await assessed({ services, functions, scenarios: { both } })
    expect(service(report, 'both', 'hosting')).toMatchObject({ verdict: 'must-stop' })
    expect(fn(report, 'both', 'write').certain).toBe('2025-06-01')
    expect(service(report, 'both', 'phones')).toMatchObject({
      verdict: 'may-stop',
      likelihood: NL_DIRECT,
    })
  })
})

describe('a withdrawal that the scenario states', () => {
  test('happens on its day, whoever decides it', async () => {
    const report = await assessed({ scenarios: { s: [{ on: DAY, withdraw: 'bank' }] } })
    expect(service(report, 's', 'bank')).toMatchObject({
      verdict: 'must-stop',
      case: 'decided',
      earliest: DAY,
      latest: DAY,
      regime: null,
    })
    expect(fn(report, 's', 'pay')).toMatchObject({ certain: DAY, probability: [1, 1] })
  })

  test('goes before a later command of the law', async () => {
    const report = await assessed({
      scenarios: { s: [{ on: DAY, withdraw: 'mailbox' }, designate('court', after(DAY, 30))] },
    })
    expect(service(report, 's', 'mailbox')).toMatchObject({ earliest: DAY, latest: DAY })
  })
})

describe('stepping aside', () => {
  const team = {
    staff: { name: 'Staff', 'directed-by': 'prosecutor', minimum: 1, members: ['us'] },
  }
  const parties = {
    us: { name: 'A national', kind: 'person', nationality: 'US', residence: 'NL', class: 'staff' },
    deputy: {
      name: 'The deputy',
      kind: 'person',
      'belongs-to': 'court',
      nationality: 'FJ',
      residence: 'NL',
    },
  }
  const stops = async (decisions: readonly Readonly<Record<string, unknown>>[]) => {
    const report = await assessed({ teams: team, parties, scenarios: { s: decisions } })
    return scenario(report, 's').teams[0]?.mustStop
  }
  const aside = (on: string) => ({ on, 'steps-aside': 'prosecutor', for: 'deputy' })

  test('before the designation: the work is the successor’s', async () => {
    expect(await stops([aside(after(DAY, -10)), designate('prosecutor', DAY)])).toBe(0)
  })

  test('after the designation: too late for those who had to stop', async () => {
    expect(await stops([designate('prosecutor', DAY), aside(after(DAY, 10))])).toBe(1)
  })

  test('for one who is designated as well', async () => {
    const later = designate(['prosecutor', 'deputy'], DAY)
    expect(await stops([aside(after(DAY, -10)), later])).toBe(1)
  })
})
