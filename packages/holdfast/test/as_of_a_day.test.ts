/** As of a day means exactly that: what the lists and the dated table say on it, and not later. */
import { describe, expect, test } from 'vitest'
import { fn, type Given, reportOf, scenario, service } from './assess_yaml.ts'
import { dossierText, functionOf, listEntry, NL_DIRECT, supply } from './dossier_text.ts'

type Json = Readonly<Record<string, unknown>>

function judgeText(judge: Json = { 'listed-as': { 'ofac-sdn': '54217' } }): string {
  return dossierText({
    parties: {
      judge: { name: 'Prost, Kimberly', kind: 'person', 'belongs-to': 'court', ...judge },
    },
    services: {
      mailbox: supply('e-mail', 'us-firm', 'judge'),
      bank: supply('account', 'nl-firm', 'judge', { contract: { notice: '30d' } }),
    },
    functions: { write: functionOf('mailbox'), pay: functionOf('bank') },
  })
}

const PROST = listEntry('54217', 'person', 'PROST, Kimberly')

describe('a designation of the dated table', () => {
  const on = (day: string, more: Given = {}) => reportOf(judgeText(), { on: day, ...more })

  test.each(['2025-08-19', '2025-01-01'])('is not known before its day (%s)', async (day) => {
    for (const given of [{}, { entries: [PROST], published: '2026-07-11' }]) {
      const report = await on(day, given)
      expect(service(report, 'today', 'mailbox').verdict).toBe('stays')
      expect(report.designated).toEqual([])
      expect(report.unknowns).toEqual([])
    }
  })

  test.each([
    ['on its day', '2025-08-20'],
    ['later', '2026-07-11'],
  ])('holds %s, whether the list at hand carries the entry or not', async (_, day) => {
    for (const given of [{}, { entries: [PROST], published: '2026-07-11' }]) {
      const report = await on(day, given)
      expect(report.designated).toEqual([
        expect.objectContaining({
          party: 'judge',
          role: 'judge',
          entry: '54217',
          since: '2025-08-20',
          target: 'yes',
          basis: 'number',
          scenario: null,
        }),
      ])
      expect(service(report, 'today', 'mailbox')).toMatchObject({
        verdict: 'must-stop',
        earliest: '2025-08-20',
        latest: '2025-09-19',
      })
    }
  })

  test('who has gone on supplying decides from the day of the answers on', async () => {
    const report = await on('2026-07-11')
    expect(service(report, 'today', 'bank')).toMatchObject({
      verdict: 'may-stop',
      earliest: '2026-07-11',
      latest: '2026-08-10',
      likelihood: NL_DIRECT,
    })
    expect(fn(report, 'today', 'write')).toMatchObject({
      certain: '2025-09-19',
      probability: [1, 1],
    })
    expect(fn(report, 'today', 'pay').probability).toEqual(NL_DIRECT)
  })
})

describe('a judgment', () => {
  const text = judgeText({ name: 'The rapporteur', 'listed-as': { 'ofac-sdn': '57795' } })
  const target = async (day: string) => {
    const report = await reportOf(text, { on: day })
    const { verdict, dependsOn } = service(report, 'today', 'mailbox')
    const shown = report.designated.find(({ party }) => party === 'judge')
    return { verdict, dependsOn, shown: shown?.target, status: shown?.status, report }
  }

  test('before it the rapporteur is listed', async () => {
    expect(await target('2026-05-12')).toMatchObject({ verdict: 'must-stop', shown: 'yes' })
  })

  test.each(['2026-05-14', '2026-05-20'])('on %s nobody knows', async (day) => {
    const found = await target(day)
    expect(found).toMatchObject({ verdict: 'unknown', shown: 'unknown', status: 'uncertain' })
    expect(found.dependsOn).toEqual(['status:judge'])
    expect(found.report.unknowns[0]).toMatchObject({ about: 'judge', fact: 'status' })
    expect(found.report.unknowns[0]?.effect).toBeGreaterThan(0)
  })

  test('after all that happened in May the rapporteur is listed again', async () => {
    const found = await target('2026-06-15')
    expect(found).toMatchObject({ verdict: 'must-stop', shown: 'yes', status: 'listed' })
    expect(found.dependsOn).toEqual([])
  })

  test('an older number is the same person', async () => {
    const older = judgeText({ name: 'The rapporteur', 'listed-as': { 'ofac-sdn': '54707' } })
    const report = await reportOf(older, { on: '2026-06-15' })
    expect(service(report, 'today', 'mailbox').verdict).toBe('must-stop')
  })
})

describe('an entry of which only the list tells', () => {
  const stranger = listEntry('70001', 'entity', 'FAR TRADING HOUSE')
  const text = dossierText({
    parties: { house: { name: 'Far Trading House', incorporated: 'AE', owners: 'complete' } },
    services: { site: supply('web', 'us-firm', 'house') },
    functions: { show: functionOf('site') },
  })

  test('holds from the day of the list', async () => {
    const report = await reportOf(text, {
      entries: [stranger],
      published: '2025-05-01',
      on: '2025-06-01',
    })
    expect(service(report, 'today', 'site')).toMatchObject({
      verdict: 'must-stop',
      latest: '2025-05-01',
    })
    expect(report.designated).toContainEqual(
      expect.objectContaining({ party: 'house', basis: 'name', target: 'yes' }),
    )
  })

  test('of a later list than the day is a question', async () => {
    const given = { entries: [stranger], published: '2025-07-01', on: '2025-06-01' }
    const report = await reportOf(text, given)
    expect(service(report, 'today', 'site')).toMatchObject({
      verdict: 'unknown',
      dependsOn: ['listed-since:house'],
    })
    expect(report.designated[0]?.target).toBe('unknown')
    expect(report.diagnostics.map(({ code }) => code)).toContain('list/later')
  })

  test('of a programme that no regime at hand has touches nothing', async () => {
    const other = listEntry('70002', 'entity', 'FAR TRADING HOUSE', ['SDGT'])
    const report = await reportOf(text, { entries: [other] })
    expect(service(report, 'today', 'site').verdict).toBe('stays')
    expect(report.designated[0]).toMatchObject({ regime: 'SDGT', target: 'yes' })
  })
})

describe('a name', () => {
  const entries = [PROST]
  const given = { entries, published: '2025-09-01', on: '2025-09-01' }

  test('of a person is no identity: unknown, and a question', async () => {
    const report = await reportOf(judgeText({}), given)
    expect(service(report, 'today', 'mailbox')).toMatchObject({
      verdict: 'unknown',
      dependsOn: ['identity:judge'],
    })
    expect(report.designated[0]).toMatchObject({ basis: 'name', target: 'unknown' })
  })

  test('that was cleared finds nobody', async () => {
    const report = await reportOf(judgeText({ 'not-listed-as': { 'ofac-sdn': '54217' } }), given)
    for (const one of scenario(report, 'today').services) expect(one.verdict).toBe('stays')
    expect(report.designated).toEqual([])
  })
})
