/** Several regimes: the most severe verdict, its proof, and a list that only names people. */
import type { Statement } from '@holdfast/kernel'
import { describe, expect, test } from 'vitest'
import { assessText, fn, reportOf, scenario, service } from './assess_yaml.ts'
import {
  after,
  annex,
  assumption,
  CONTESTED,
  designate,
  dossierText,
  EO,
  functionOf,
  NL_CONTESTED,
  regimeFolder,
  SECOND,
  STATUTE,
  supply,
  type Things,
} from './dossier_text.ts'

const DAY = '2025-03-01'
const second = { under: SECOND }

const THINGS: Things = {
  services: {
    bank: supply('account', 'nl-firm', 'court'),
    phones: supply('telephone', 'nl-firm', 'court'),
    words: supply('translation', 'nl-firm', 'court'),
    us: supply('hosting', 'us-firm', 'court'),
  },
  functions: { pay: functionOf('bank'), host: functionOf('us') },
  assumptions: {
    ...CONTESTED,
    'nl-second': assumption('nl-firm', [0.3, 0.9], { regime: SECOND }),
  },
  scenarios: {
    both: [designate('court', DAY), designate('court', DAY, second)],
    apart: [designate('court', DAY), designate('court', after(DAY, 30), second)],
    'only-second': [designate('court', DAY, second)],
    covered: [
      annex(after(DAY, -5), { annex: SECOND }),
      designate('court', DAY),
      designate('court', DAY, second),
    ],
    'other-covered': [
      annex(after(DAY, -5)),
      designate('court', DAY),
      designate('court', DAY, second),
    ],
    'both-covered': [
      annex(after(DAY, -5)),
      annex(after(DAY, -5), { annex: SECOND }),
      designate('court', DAY),
      designate('court', DAY, second),
    ],
  },
}

async function assessed(things: Things = {}) {
  const regimes = [regimeFolder('second-order')]
  return reportOf(dossierText({ ...THINGS, ...things }), { regimes })
}

/** Every statement of a proof. */
function statements(proof: Statement): Statement[] {
  return [proof, ...proof.because.flatMap(statements)]
}

describe('two sanctions regimes', () => {
  test('the most severe verdict wins', async () => {
    const report = await assessed()
    expect(service(report, 'both', 'bank')).toMatchObject({ verdict: 'must-stop', regime: SECOND })
    expect(service(report, 'only-second', 'us')).toMatchObject({ verdict: 'may-stop' })
    expect(service(report, 'both', 'us')).toMatchObject({ verdict: 'must-stop', regime: EO })
  })

  test('a kind that one regime does not forbid or exempts is judged by the other too', async () => {
    const report = await assessed()
    expect(service(report, 'only-second', 'phones').verdict).toBe('may-stop')
    expect(service(report, 'only-second', 'words')).toMatchObject({
      verdict: 'stays',
      case: 'exempt',
    })
    expect(service(report, 'both', 'words')).toMatchObject({ verdict: 'may-stop', regime: EO })
  })

  test('the command is certain on its day, a withdrawal before it possible', async () => {
    const report = await assessed()
    expect(fn(report, 'apart', 'pay')).toMatchObject({
      possible: DAY,
      certain: after(DAY, 30),
      probability: [1, 1],
    })
  })

  test('one decision under two regimes is as likely as under the worse', async () => {
    const report = await assessed()
    const found = service(report, 'both', 'phones')
    expect(found).toMatchObject({ verdict: 'may-stop', likelihood: [0.3, 0.9] })
    expect(fn(report, 'only-second', 'host').probability).toEqual([0, 1])
  })

  test.each([
    ['the one', [0.3, 0.9], 'nl-second'],
    ['the other', [0.01, 0.05], 'nl-direct'],
  ] as const)('the interval of %s is proved and stands among the assumptions', async (...of) => {
    const [, interval, id] = of
    const assumptions = { 'nl-second': assumption('nl-firm', interval, { regime: SECOND }) }
    const report = await assessed({ assumptions })
    const found = service(report, 'both', 'phones')
    const proved = statements(found.proof).filter(({ key }) => key === 'proof.assumption')
    const [low, high] = found.likelihood
    expect(proved.map(({ params }) => [params.low, params.high])).toContainEqual([
      low * 100,
      high * 100,
    ])
    expect(report.assumptions.find((one) => one.id === id)?.services).toContain('phones')
  })

  test.each([
    ['one', DAY, after(DAY, 30), EO],
    ['other', after(DAY, 30), DAY, SECOND],
  ])('the regime that is named is the one whose day is told: the %s', async (...of) => {
    const [, first, other, regime] = of
    const owners = [{ party: 'us-firm', share: 100 }]
    const parties = { dutch: { name: 'Dutch sub', class: 'nl-firm', incorporated: 'NL', owners } }
    const things = {
      parties,
      services: { cloud: supply('hosting', 'dutch', 'court') },
      functions: { host: functionOf('cloud') },
      scenarios: { s: [designate('court', first), designate('court', other, second)] },
    }
    const found = service(await assessed(things), 's', 'cloud')
    expect(found).toMatchObject({ earliest: DAY, latest: DAY, regime })
    expect(found.proof.params).toMatchObject({ earliest: DAY, latest: DAY })
  })
})

describe('a counter-law over one of two regimes', () => {
  test('turns the command that it covers into a contested one', async () => {
    const report = await assessed()
    expect(service(report, 'both-covered', 'bank').verdict).toBe('contested')
    expect(scenario(report, 'both-covered').legalFiles).toContainEqual(
      expect.objectContaining({ service: 'bank', regime: SECOND, counterLaw: STATUTE }),
    )
  })

  test('leaves the command of the other', async () => {
    const report = await assessed()
    expect(service(report, 'other-covered', 'bank')).toMatchObject({
      verdict: 'must-stop',
      regime: SECOND,
    })
  })

  test('is asked of the most severe verdict: first the regimes are compared', async () => {
    const report = await assessed()
    expect(service(report, 'covered', 'bank').verdict).toBe('contested')
    expect(service(report, 'other-covered', 'phones').likelihood).toEqual([0.3, 0.9])
  })

  test('with an interval for contested withdrawals of each regime', async () => {
    const contested = { regime: SECOND, case: 'contested' }
    const assumptions = {
      ...CONTESTED,
      'nl-second-contested': assumption('nl-firm', [0.01, 0.02], contested),
    }
    const report = await assessed({ assumptions })
    expect(service(report, 'both-covered', 'bank').likelihood).toEqual(NL_CONTESTED)
  })
})

describe('a wanted list', () => {
  const official = (number: string) => ({
    kind: 'person',
    'belongs-to': 'court',
    nationality: 'GB',
    residence: 'NL',
    'listed-as': { 'ru-wanted-list': number },
  })
  const things: Things = {
    parties: {
      prosecutor: { name: 'The prosecutor', ...official('prosecutor') },
      judge: { name: 'A judge', ...official('first-judge') },
      president: { name: 'The president', ...official('president') },
      deputy: { name: 'The deputy', ...official('nobody') },
      member: { name: 'Analyst', kind: 'person', nationality: 'US', residence: 'NL' },
    },
    services: {
      mailbox: supply('e-mail', 'us-firm', 'prosecutor'),
      account: supply('account', 'nl-firm', 'court'),
    },
    teams: {
      office: { name: 'Office', 'directed-by': 'prosecutor', minimum: 1, members: ['member'] },
    },
    functions: { write: functionOf('mailbox') },
    scenarios: {
      aside: [
        { on: '2025-02-01', 'steps-aside': 'prosecutor', for: 'deputy' },
        designate('prosecutor', DAY),
      ],
    },
  }
  const regimes = [regimeFolder('ru-wanted-list')]

  test('needs no code: it shows who is wanted since when', async () => {
    const report = await reportOf(dossierText(things), { regimes })
    const wanted = report.designated.filter(({ scenario: id }) => id === null)
    expect(wanted.map(({ party, since, precision }) => [party, since, precision])).toEqual([
      ['prosecutor', '2023-05-01', 'month'],
      ['judge', '2023-06-01', 'month'],
      ['president', '2023-09-25', 'day'],
    ])
    for (const one of wanted) {
      expect(one).toMatchObject({ regime: 'ru-wanted-list', target: 'yes', status: 'listed' })
    }
  })

  test('as of its day only: who was wanted later is not shown', async () => {
    const report = await reportOf(dossierText(things), { regimes, on: '2023-07-15' })
    const wanted = report.designated.filter(({ scenario: id }) => id === null)
    expect(wanted.map(({ party }) => party)).toEqual(['prosecutor', 'judge'])
  })

  test('touches no service', async () => {
    const report = await reportOf(dossierText(things), { regimes })
    for (const one of scenario(report, 'today').services) expect(one.verdict).toBe('stays')
    expect(fn(report, 'today', 'write')).toMatchObject({ possible: null })
    expect(
      report.chokepoints.every(({ decisions }) =>
        decisions.every(({ regime }) => regime !== 'ru-wanted-list'),
      ),
    ).toBe(true)
  })

  test('does not keep one who is wanted from stepping aside before being designated', async () => {
    const team = async (given: object) =>
      scenario(await reportOf(dossierText(things), given), 'aside').teams[0]?.mustStop
    expect(await team({})).toBe(0)
    expect(await team({ regimes })).toBe(0)
  })

  test('a role of another institution is as good as one of a court', async () => {
    const result = await assessText(dossierText({ functions: {} }), {
      regimes: [regimeFolder('any-role')],
    })
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
