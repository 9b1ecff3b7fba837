/** Counter-laws: what they cover, from which day, whom they bind, with which interval. */
import { describe, expect, test } from 'vitest'
import { fn, reportOf, scenario, service } from './assess_yaml.ts'
import {
  after,
  annex,
  CONTESTED,
  designate,
  dossierText,
  EO,
  functionOf,
  license,
  lift,
  NL_CONTESTED,
  NL_DIRECT,
  STATUTE,
  supply,
  type Things,
} from './dossier_text.ts'

const DAY = '2025-03-01'

const THINGS: Things = {
  parties: {
    branch: { name: 'A US firm in Germany', class: 'us-firm', 'branch-of': 'us-firm' },
    expert: {
      name: 'An expert',
      kind: 'person',
      nationality: 'FR',
      residence: 'NL',
      class: 'nl-firm',
    },
    abroad: {
      name: 'Abroad',
      kind: 'person',
      nationality: 'FR',
      residence: 'CH',
      class: 'nl-firm',
    },
  },
  services: {
    bank: supply('account', 'nl-firm', 'court', { contract: { notice: '60d' } }),
    sub: supply('hosting', 'irish-sub', 'court', { contract: { notice: '90d' } }),
    us: supply('hosting', 'us-firm', 'court'),
    'us-branch': supply('hosting', 'branch', 'court'),
    advice: supply('consultancy', 'expert', 'court'),
    'far-advice': supply('consultancy', 'abroad', 'court'),
    letters: supply('publication', 'nl-firm', 'court'),
  },
  functions: { pay: functionOf('bank', '5d'), host: functionOf('sub') },
  assumptions: CONTESTED,
  scenarios: {
    before: [annex(after(DAY, -10)), designate('court', DAY)],
    same: [annex(DAY), designate('court', DAY)],
    next: [designate('court', DAY), annex(after(DAY, 1))],
    between: [designate('court', DAY), annex(after(DAY, 30))],
  },
}

async function assessed(things: Things = {}) {
  return reportOf(dossierText({ ...THINGS, ...things }))
}

describe('whom it covers', () => {
  test.each([
    ['a Dutch bank', 'bank', 'contested'],
    ['an Irish subsidiary of a US firm, which is bound by both', 'sub', 'contested'],
    ['a US firm', 'us', 'must-stop'],
    ['a branch in the Union, which is no legal person there', 'us-branch', 'must-stop'],
    ['a national resident in the Union', 'advice', 'contested'],
    ['a national resident elsewhere', 'far-advice', 'may-stop'],
    ['what is exempt', 'letters', 'stays'],
  ])('%s', async (_, id, verdict) => {
    expect(service(await assessed(), 'before', id).verdict).toBe(verdict)
  })
})

describe('from which day', () => {
  test.each([
    ['before the designation', 'before', 'contested'],
    ['on its day', 'same', 'contested'],
    ['on the day after', 'next', 'may-stop'],
    ['between the decision and the end of notice', 'between', 'may-stop'],
  ])('%s', async (_, id, verdict) => {
    const report = await assessed()
    expect(service(report, id, 'bank').verdict).toBe(verdict)
    const files = scenario(report, id).legalFiles.filter((file) => file.service === 'bank')
    expect(files).toHaveLength(verdict === 'contested' ? 1 : 0)
  })

  test('in force when a licence ends, though not when the court is designated', async () => {
    const permit = license({ for: 'court', permits: 'service', until: '2025-06-30' }, DAY)
    const decisions = [designate('court', DAY), permit, annex('2025-05-01')]
    const report = await assessed({ scenarios: { s: decisions } })
    expect(service(report, 's', 'sub')).toMatchObject({
      verdict: 'contested',
      earliest: '2025-07-01',
    })
  })

  test('an annex of another instrument covers nothing', async () => {
    const other = { on: DAY, annex: STATUTE, to: STATUTE }
    const report = await assessed({ scenarios: { s: [other, designate('court', DAY)] } })
    expect(service(report, 's', 'bank').verdict).toBe('may-stop')
  })
})

describe('what it changes', () => {
  test('the class’s own interval stands in place of the old one', async () => {
    const report = await assessed()
    expect(service(report, 'before', 'bank')).toMatchObject({
      likelihood: NL_CONTESTED,
      earliest: DAY,
      latest: after(DAY, 60),
    })
    expect(scenario(report, 'before').legalFiles).toContainEqual({
      service: 'bank',
      provider: 'nl-firm',
      regime: EO,
      counterLaw: STATUTE,
      from: DAY,
      intervalKept: false,
    })
    expect(report.assumptions.map(({ id }) => id)).toContain('nl-contested')
  })

  test('also where it is the higher one: it is an input that the user sees', async () => {
    const contested = { class: 'nl-firm', regime: EO, case: 'contested', interval: [0.5, 0.9] }
    const assumptions = { 'nl-contested': { ...contested, evidence: 'made up' } }
    const report = await assessed({ assumptions })
    expect(service(report, 'before', 'bank').likelihood).toEqual([0.5, 0.9])
  })

  test('without one the old interval stays and is flagged', async () => {
    const report = await assessed({ assumptions: {} })
    expect(service(report, 'before', 'bank').likelihood).toEqual(NL_DIRECT)
    const file = scenario(report, 'before').legalFiles.find(({ service: id }) => id === 'bank')
    expect(file?.intervalKept).toBe(true)
  })

  test('a command without an interval of its own stays as likely as it was', async () => {
    const report = await assessed()
    expect(service(report, 'before', 'sub').likelihood).toEqual([1, 1])
    const file = scenario(report, 'before').legalFiles.find(({ service: id }) => id === 'sub')
    expect(file?.intervalKept).toBe(true)
    expect(fn(report, 'before', 'host')).toMatchObject({ certain: null, probability: [1, 1] })
  })

  test('a command that is contested waits for the contract’s notice', async () => {
    const report = await assessed()
    expect(service(report, 'before', 'sub')).toMatchObject({
      verdict: 'contested',
      earliest: DAY,
      latest: after(DAY, 90),
    })
  })

  test('a contested command freezes nothing: the holder may refuse', async () => {
    const services = { vault: supply('account', 'irish-sub', 'court') }
    const functions = { pay: functionOf('vault') }
    const report = await assessed({ services, functions })
    expect(service(report, 'next', 'vault').kind).toBe('frozen')
    expect(service(report, 'before', 'vault').kind).toBe('refused')
  })

  test('it gives no certain day and opens no file where nothing is withdrawn', async () => {
    const decisions = [annex(DAY), designate('court', DAY), lift('court', DAY)]
    const report = await assessed({ scenarios: { s: decisions } })
    expect(service(report, 's', 'bank').verdict).toBe('stays')
    expect(scenario(report, 's').legalFiles).toEqual([])
  })
})
