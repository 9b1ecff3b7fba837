/** Section 11 of the semantics: five cases that every engine must get right. */
import { describe, expect, test } from 'vitest'
import { fn, reportOf, scenario, service } from './assess_yaml.ts'

const COURT = `
institution: {id: court, name: A court, seat: NL, form: international-organisation}
parties:
  prosecutor:
    {name: The prosecutor, kind: person, belongs-to: court, nationality: GB, residence: NL}
`

const US_PARENT = `
  us-corp: {name: US Corp, incorporated: US-WA, owners: dispersed}
  irish-sub:
    name: Irish Sub
    class: us-technology
    incorporated: IE
    owners: [{party: us-corp, share: 100}]
`

const ASSUMED = `
assumptions:
  tech: {class: us-technology, regime: us-icc-eo-14203, interval: [0.2, 0.6], evidence: test}
  tech-indirect:
    class: us-technology
    regime: us-icc-eo-14203
    case: indirect
    interval: [0.1, 0.3]
    evidence: test
  bank-caution: {class: eu-bank, regime: us-icc-eo-14203, interval: [0.05, 0.4], evidence: test}
  bank-contested:
    class: eu-bank
    regime: us-icc-eo-14203
    case: contested
    interval: [0.01, 0.2]
    evidence: test
  maker-caution: {class: maker, regime: us-icc-eo-14203, interval: [0.02, 0.1], evidence: test}
  staff: {class: staff, regime: us-icc-eo-14203, interval: [0, 0], evidence: test}
`

describe('1. one mailbox', () => {
  const dossier = `${COURT}${US_PARENT}${ASSUMED}
services:
  mailbox: {name: Mailbox, kind: e-mail, provider: irish-sub, beneficiary: prosecutor}
  hosting: {name: Hosting, kind: hosting, provider: irish-sub, beneficiary: court}
  own-mailbox:
    {name: Own mailbox, kind: e-mail, provider: court, beneficiary: prosecutor, needs: hosting}
functions:
  write: {name: Write, tolerance: 0d, needs: mailbox}
scenarios:
  listed:
    name: The prosecutor is listed
    decisions: [{on: 2025-02-06, designate: prosecutor, under: us-icc-eo-14203}]
`
  test('must stop on the day of the designation under the wording of the order', async () => {
    const report = await reportOf(dossier)
    expect(service(report, 'listed', 'mailbox')).toMatchObject({
      verdict: 'must-stop',
      earliest: '2025-02-06',
      latest: '2025-02-06',
      kind: 'refused',
    })
    expect(fn(report, 'listed', 'write')).toMatchObject({
      certain: '2025-02-06',
      possible: '2025-02-06',
      probability: [1, 1],
    })
  })

  test('may stop under the narrow reading, and the report says what changes', async () => {
    const narrow = await reportOf(dossier, { readings: ['narrow'] })
    expect(service(narrow, 'listed', 'mailbox')).toMatchObject({
      verdict: 'may-stop',
      likelihood: [0.2, 0.6],
    })
    expect(fn(narrow, 'listed', 'write').certain).toBeNull()
    const report = await reportOf(dossier)
    const question = report.readings.find((one) => one.question === 'who-is-bound')
    const other = question?.others.find((one) => one.reading === 'narrow')
    expect(other?.changes).toContainEqual({
      scenario: 'listed',
      about: 'mailbox',
      aboutName: 'Mailbox',
      what: 'verdict',
      from: 'must-stop',
      to: 'may-stop',
    })
  })

  test('the court’s own mail server stays; the cloud under it may stop, indirectly', async () => {
    const report = await reportOf(dossier)
    expect(service(report, 'listed', 'own-mailbox')).toMatchObject({
      verdict: 'stays',
      case: 'in-house',
    })
    expect(service(report, 'listed', 'hosting')).toMatchObject({
      verdict: 'may-stop',
      case: 'indirect',
      likelihood: [0.1, 0.3],
    })
  })
})

describe('2. a Dutch account', () => {
  const dossier = `${COURT}
  bank: {name: A bank, class: eu-bank, incorporated: NL, owners: dispersed}
${ASSUMED}
services:
  account:
    name: Account
    kind: account
    provider: bank
    beneficiary: court
    contract: {notice: 60d}
functions:
  pay: {name: Pay, tolerance: 5d, needs: account}
scenarios:
  listed:
    name: The court is listed
    decisions: [{on: 2025-03-01, designate: court, under: us-icc-eo-14203}]
  blocked:
    name: The EU blocks first
    decisions:
      - {on: 2025-02-15, annex: us-icc-eo-14203, to: eu-blocking-statute}
      - {on: 2025-03-01, designate: court, under: us-icc-eo-14203}
  blocked-later:
    name: The EU blocks too late
    decisions:
      - {on: 2025-03-01, designate: court, under: us-icc-eo-14203}
      - {on: 2025-03-02, annex: us-icc-eo-14203, to: eu-blocking-statute}
`
  test('may stop by the class of banks, within its notice, on no certain day', async () => {
    const report = await reportOf(dossier)
    expect(service(report, 'listed', 'account')).toMatchObject({
      verdict: 'may-stop',
      earliest: '2025-03-01',
      latest: '2025-04-30',
      likelihood: [0.05, 0.4],
    })
    expect(fn(report, 'listed', 'pay')).toMatchObject({
      certain: null,
      possible: '2025-03-06',
      probability: [0.05, 0.4],
    })
  })

  test('is contested once the order stands in the annex, and opens a legal file', async () => {
    const report = await reportOf(dossier)
    expect(service(report, 'blocked', 'account')).toMatchObject({
      verdict: 'contested',
      likelihood: [0.01, 0.2],
    })
    expect(scenario(report, 'blocked').legalFiles).toEqual([
      {
        service: 'account',
        provider: 'bank',
        regime: 'us-icc-eo-14203',
        counterLaw: 'eu-blocking-statute',
        from: '2025-03-01',
        intervalKept: false,
      },
    ])
  })

  test('never backwards: an annex of the day after changes nothing', async () => {
    const report = await reportOf(dossier)
    expect(service(report, 'blocked-later', 'account').verdict).toBe('may-stop')
  })
})

describe('3. a European case system on a US subsidiary', () => {
  const dossier = `${COURT}${US_PARENT}
  maker: {name: The maker, class: maker, incorporated: DE, owners: dispersed}
${ASSUMED}
services:
  cloud: {name: Cloud, kind: hosting, provider: irish-sub, beneficiary: maker}
  cases: {name: Case system, kind: platform, provider: maker, beneficiary: court, needs: cloud}
teams:
  analysts:
    name: Analysts
    directed-by: prosecutor
    minimum: 8
    members:
      - {group: US nationals, count: 3, nationality: US}
      - {group: others, count: 9, nationality: NL}
functions:
  hear: {name: Hear, tolerance: 0d, needs: cases}
  analyse: {name: Analyse, tolerance: 0d, needs: analysts}
scenarios:
  listed:
    name: The court is listed
    decisions: [{on: 2025-03-01, designate: court, under: us-icc-eo-14203}]
  prosecutor-listed:
    name: The prosecutor is listed
    decisions: [{on: 2025-03-01, designate: prosecutor, under: us-icc-eo-14203}]
  aside:
    name: The prosecutor steps aside before
    decisions:
      - {on: 2025-02-01, steps-aside: prosecutor, for: court}
      - {on: 2025-03-01, designate: prosecutor, under: us-icc-eo-14203}
`
  test('the cloud may stop indirectly, the maker by its class: two events', async () => {
    const report = await reportOf(dossier)
    expect(service(report, 'listed', 'cloud')).toMatchObject({
      verdict: 'may-stop',
      case: 'indirect',
      likelihood: [0.1, 0.3],
    })
    expect(service(report, 'listed', 'cases')).toMatchObject({
      verdict: 'may-stop',
      case: 'over-compliance',
      likelihood: [0.02, 0.1],
    })
    const [low, high] = fn(report, 'listed', 'hear').probability
    expect(low).toBeCloseTo(1 - 0.9 * 0.98, 9)
    expect(high).toBeCloseTo(1 - 0.7 * 0.9, 9)
    expect(fn(report, 'listed', 'hear').dependent).toEqual([0.1, 0.3])
  })

  test('three of twelve must stop, nine remain, margin one', async () => {
    const report = await reportOf(dossier)
    const team = scenario(report, 'prosecutor-listed').teams[0]
    expect(team).toMatchObject({ size: 12, mustStop: 3, minimum: 8, margin: 1 })
    expect(fn(report, 'prosecutor-listed', 'analyse').certain).toBeNull()
  })

  test('work directed by another is no service to the prosecutor', async () => {
    const report = await reportOf(dossier)
    expect(scenario(report, 'aside').teams[0]).toMatchObject({ mustStop: 0, margin: 4 })
  })
})

describe('4. buffers', () => {
  // A must stop when its window of 30 days ends, B 45 days after the designation.
  const dossier = (needs: string, tolerance = '0d') => `${COURT}${US_PARENT}
  us-firm: {name: US firm, incorporated: US-DE, owners: dispersed}
services:
  a: {name: A, kind: software, provider: us-firm, beneficiary: court}
  b: {name: B, kind: software, provider: us-firm, beneficiary: court}
functions:
  f: {name: F, tolerance: ${tolerance}, needs: ${needs}}
scenarios:
  listed:
    name: Listed
    decisions:
      - {on: 2025-03-01, designate: court, under: us-icc-eo-14203, wind-down-until: 2025-03-30}
      - on: 2025-03-01
        license: {for: court, kinds: [software], permits: service, until: 2025-04-14}
        under: us-icc-eo-14203
`
  // The two ends of the window differ per service only through a licence for B's own provider.
  const two = (needs: string, tolerance = '0d') => `${COURT}
  us-a: {name: US A, incorporated: US-DE, owners: dispersed}
  us-b: {name: US B, incorporated: US-DE, owners: dispersed}
services:
  a: {name: A, kind: software, provider: us-a, beneficiary: court}
  b: {name: B, kind: software, provider: us-b, beneficiary: court}
functions:
  f: {name: F, tolerance: ${tolerance}, needs: ${needs}}
scenarios:
  listed:
    name: Listed
    decisions:
      - {on: 2025-03-01, designate: court, under: us-icc-eo-14203, wind-down-until: 2025-03-30}
      - on: 2025-03-01
        license: {for: us-b, permits: wind-down, until: 2025-04-14}
        under: us-icc-eo-14203
`
  const day = (offset: number) =>
    new Date(Date.UTC(2025, 2, 1) + offset * 86_400_000).toISOString().slice(0, 10)
  const stock = 'buffer: {lasts: 30d, survives: refusal}'
  const prepaid = 'buffer: {lasts: 30d, survives: payment-failure}'

  test('the window ends on day 30, the licensed one on day 45', async () => {
    const report = await reportOf(two('{any: [a, b]}'))
    expect(service(report, 'listed', 'a')).toMatchObject({ earliest: day(0), latest: day(30) })
    expect(service(report, 'listed', 'b')).toMatchObject({ earliest: day(0), latest: day(45) })
    const licensed = await reportOf(dossier('{any: [a, b]}'))
    expect(service(licensed, 'listed', 'a')).toMatchObject({ earliest: day(45), latest: day(45) })
  })

  test.each([
    ['any of (A with 30 days, B)', `{any: [{need: a, ${stock}}, b]}`, '0d', 60],
    ['(any of (A, B)) with 30 days', `{any: [a, b], ${stock}}`, '0d', 75],
    ['any of (A prepaid, B), A refuses', `{any: [{need: a, ${prepaid}}, b]}`, '0d', 45],
    ['a tolerance of 3 days adds 3', `{any: [a, b], ${stock}}`, '3d', 78],
    ['all of fails with the first', '{all: [a, b]}', '0d', 30],
  ])('%s', async (_, needs, tolerance, expected) => {
    const report = await reportOf(two(needs, tolerance))
    expect(fn(report, 'listed', 'f').certain).toBe(day(expected))
  })
})

describe('5. an unknown owner', () => {
  const dossier = (needs: string) => `${COURT}
  supplier: {name: Supplier, class: maker, incorporated: NL}
  other: {name: Other, class: maker, incorporated: NL, owners: dispersed}
${ASSUMED}
services:
  tool: {name: Tool, kind: software, provider: supplier, beneficiary: court}
  spare: {name: Spare, kind: software, provider: court, beneficiary: court}
functions:
  f: {name: F, tolerance: 0d, needs: ${needs}}
scenarios:
  listed:
    name: The court is listed
    decisions: [{on: 2025-03-01, designate: court, under: us-icc-eo-14203}]
`
  test('is unknown where the answers differ; the question is listed with its effect', async () => {
    const report = await reportOf(dossier('tool'))
    expect(service(report, 'listed', 'tool')).toMatchObject({
      verdict: 'unknown',
      dependsOn: ['owners:supplier'],
      likelihood: [0.02, 1],
    })
    expect(fn(report, 'listed', 'f')).toMatchObject({
      certain: null,
      possible: '2025-03-01',
      dependsOn: ['owners:supplier'],
    })
    expect(report.unknowns).toHaveLength(1)
    const [question] = report.unknowns
    expect(question).toMatchObject({ about: 'supplier', fact: 'owners', functions: ['f'] })
    // 365 days from 1 January end on 1 January: 306 days after 1 March, of which 10% were expected.
    expect(question?.effect).toBeCloseTo(306 * 0.9, 6)
  })

  test('does not make a function unknown that does not hang on it', async () => {
    const report = await reportOf(dossier('{any: [tool, spare]}'))
    expect(fn(report, 'listed', 'f')).toMatchObject({
      certain: null,
      possible: null,
      dependsOn: [],
    })
    expect(report.unknowns[0]).toMatchObject({ effect: 0, functions: [], services: ['tool'] })
  })
})
