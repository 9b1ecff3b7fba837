/** A target near, then the beneficiary itself: what each of two designations brings, and when. */
import { describe, expect, test } from 'vitest'
import { fn, reportOf, scenario, service } from './assess_yaml.ts'
import {
  annex,
  CONTESTED,
  designate,
  dossierText,
  EO,
  functionOf,
  license,
  lift,
  listEntry,
  NL_ASSOCIATION,
  NL_DIRECT,
  supply,
  type Things,
  US_INDIRECT,
} from './dossier_text.ts'

const FIRST = '2025-03-01'
const SECOND = '2025-06-01'
/** Days from the first designation to the second, and from there to the end of the horizon. */
const BETWEEN = 92
const AFTER = 214

const THINGS: Things = {
  services: {
    phones: supply('telephone', 'nl-firm', 'court'),
    hosting: supply('hosting', 'us-firm', 'court'),
    sub: supply('hosting', 'irish-sub', 'court'),
    server: supply('e-mail', 'court', 'prosecutor', { needs: ['hosting', 'sub'] }),
  },
  functions: {
    call: functionOf('phones'),
    write: functionOf('hosting'),
    keep: functionOf('sub'),
  },
  assumptions: CONTESTED,
  scenarios: {
    both: [designate('prosecutor', FIRST), designate('court', SECOND)],
    covered: [designate('prosecutor', FIRST), annex('2025-05-01'), designate('court', SECOND)],
  },
}

describe('the loss is between its ends', () => {
  test('of a provider that is not bound: first caution, then the target itself', async () => {
    const { loss } = fn(await reportOf(dossierText(THINGS)), 'both', 'call')
    const low = NL_ASSOCIATION[0] * BETWEEN + NL_DIRECT[0] * AFTER
    const high = NL_ASSOCIATION[1] * BETWEEN + NL_DIRECT[1] * AFTER
    expect(loss[0]).toBeLessThanOrEqual(low + 1e-6)
    expect(loss[1]).toBeGreaterThanOrEqual(high - 1e-6)
  })

  test('of a provider that is bound: first indirect benefit, then the command', async () => {
    const { loss } = fn(await reportOf(dossierText(THINGS)), 'both', 'write')
    expect(loss[0]).toBeLessThanOrEqual(US_INDIRECT[0] * BETWEEN + AFTER + 1e-6)
    expect(loss[1]).toBeGreaterThanOrEqual(US_INDIRECT[1] * BETWEEN + AFTER - 1e-6)
  })

  test('of a provider whose notice runs from each designation', async () => {
    const things: Things = {
      ...THINGS,
      scenarios: { s: [designate('prosecutor', FIRST), designate('court', SECOND)] },
      services: {
        phones: supply('telephone', 'nl-firm', 'court', { contract: { notice: '30d' } }),
      },
      functions: { call: functionOf('phones') },
    }
    const { loss } = fn(await reportOf(dossierText(things)), 's', 'call')
    const low = NL_ASSOCIATION[0] * BETWEEN + NL_DIRECT[0] * (AFTER - 30)
    expect(loss[0]).toBeLessThanOrEqual(low + 1e-6)
  })
})

test('a counter-law takes away the command, not what was possible before it', async () => {
  const report = await reportOf(dossierText(THINGS))
  expect(fn(report, 'both', 'keep')).toMatchObject({ possible: FIRST, certain: SECOND })
  expect(fn(report, 'covered', 'keep')).toMatchObject({ possible: FIRST, certain: null })
})

describe('licences and days', () => {
  test('a designation that is lifted before the licence ends brings nothing', async () => {
    const terms = { for: 'court', permits: 'service', until: '2025-04-30' }
    const decisions = [
      designate('court', FIRST),
      license(terms, FIRST),
      lift('court', '2025-04-01'),
    ]
    const report = await reportOf(dossierText({ ...THINGS, scenarios: { s: decisions } }))
    for (const id of ['phones', 'hosting']) {
      expect(service(report, 's', id)).toMatchObject({ verdict: 'stays', earliest: null })
    }
  })

  test('a licence got after the designation permits who is not bound to go on', async () => {
    const text = dossierText({
      institution: { 'listed-as': { 'ofac-sdn': '54217' } },
      services: { bank: supply('account', 'nl-firm', 'court') },
      functions: { pay: functionOf('bank') },
      licences: {
        permit: { name: 'P', regime: EO, status: 'held', for: 'nl-firm', from: '2026-01-01' },
      },
    })
    const report = await reportOf(text, { on: '2026-07-11' })
    expect(service(report, 'today', 'bank')).toMatchObject({ verdict: 'stays', case: 'licensed' })
  })
})

test('what a listed person owns keeps its window though a stranger is designated', async () => {
  const text = dossierText({
    parties: {
      judge: { name: 'A judge', kind: 'person', 'listed-as': { 'ofac-sdn': '54217' } },
      firm: { name: 'Firm', incorporated: 'CA', owners: [{ party: 'judge', share: 100 }] },
      stranger: { name: 'Stranger', incorporated: 'CH', owners: 'complete' },
    },
    services: { site: supply('web', 'us-firm', 'firm') },
    functions: { show: functionOf('site') },
    scenarios: { s: [designate('stranger', '2025-08-10')] },
  })
  const report = await reportOf(text, { on: '2026-02-01' })
  const window = { earliest: '2025-08-20', latest: '2025-09-19' }
  expect(service(report, 'today', 'site')).toMatchObject(window)
  expect(service(report, 's', 'site')).toMatchObject(window)
})

// Who stepped aside is settled once per scenario, not once per completion.
test.fails('one whose name only may be on the list steps aside, or it is not known', async () => {
  const text = dossierText({
    parties: {
      us: { name: 'U', kind: 'person', nationality: 'US', residence: 'NL', class: 'staff' },
      deputy: { name: 'The deputy', kind: 'person', 'belongs-to': 'court', nationality: 'FJ' },
    },
    teams: { office: { name: 'O', 'directed-by': 'prosecutor', minimum: 1, members: ['us'] } },
    functions: { work: functionOf('office') },
    scenarios: {
      s: [
        { on: '2025-02-01', 'steps-aside': 'prosecutor', for: 'deputy' },
        designate('prosecutor', FIRST),
      ],
    },
  })
  const report = await reportOf(text, { entries: [listEntry('70001', 'person', 'The prosecutor')] })
  expect(scenario(report, 's').teams[0]).toMatchObject({ mustStop: 0, unknown: 1 })
})
