/** Sections 4 and 6: targets by the scenario, by the list, and by what targets own. */
import { describe, expect, test } from 'vitest'
import { fn, reportOf, scenario, service } from './assess_yaml.ts'
import { after, designate, dossierText, functionOf, license, lift, supply } from './dossier_text.ts'

const DAY = '2025-03-01'

type Stake = readonly [owner: string, asset: string, share: unknown]

/** Companies with these stakes, a service of a US firm for each of them. */
function owned(stakes: readonly Stake[], decisions: readonly Readonly<Record<string, unknown>>[]) {
  const named = [...stakes.map(([owner]) => owner), ...stakes.map(([, asset]) => asset)]
  const ids = [...new Set(named)]
  const parties = ids.map((id) => {
    const owners = stakes.filter(([, asset]) => asset === id)
    const own = owners.map(([party, , share]) => ({ party, share }))
    return [id, { name: id, incorporated: 'AE', owners: [...own, 'dispersed'] }] as const
  })
  const services = ids.map((id) => [`for-${id}`, supply('software', 'us-firm', id)] as const)
  return dossierText({
    parties: Object.fromEntries(parties),
    services: Object.fromEntries(services),
    functions: { work: functionOf(services.map(([id]) => id)) },
    scenarios: { s: decisions },
  })
}

describe('OFAC’s 50 percent rule', () => {
  // FAQ 401 of OFAC, examples 1 to 3; the revised guidance of 13 August 2014 for the others.
  const facts: [string, string[], Stake[], Record<string, boolean>][] = [
    [
      'half of a half',
      ['x'],
      [
        ['x', 'a', 50],
        ['a', 'b', 50],
      ],
      { a: true, b: true },
    ],
    [
      'two quarters through two halves',
      ['x'],
      [
        ['x', 'a', 50],
        ['x', 'b', 50],
        ['a', 'c', 25],
        ['b', 'c', 25],
      ],
      { a: true, b: true, c: true },
    ],
    [
      '10 percent beside 40 through a half',
      ['x'],
      [
        ['x', 'a', 50],
        ['x', 'b', 10],
        ['a', 'b', 40],
      ],
      { a: true, b: true },
    ],
    [
      'two targets together',
      ['x', 'y'],
      [
        ['x', 'b', 25],
        ['y', 'b', 25],
      ],
      { b: true },
    ],
    [
      'halves of those held by a quarter do not count',
      ['x'],
      [
        ['x', 'a', 25],
        ['x', 'b', 25],
        ['a', 'c', 50],
        ['b', 'c', 50],
      ],
      { a: false, b: false, c: false },
    ],
    [
      'not shares multiplied: 60 of 50',
      ['x'],
      [
        ['x', 'a', 60],
        ['a', 'b', 50],
      ],
      { b: true },
    ],
    ['49.99 percent', ['x'], [['x', 'a', 49.99]], { a: false }],
    [
      'a circle',
      ['x'],
      [
        ['x', 'a', 50],
        ['b', 'a', 50],
        ['a', 'b', 60],
      ],
      { a: true, b: true },
    ],
    [
      'a circle without a target',
      ['x'],
      [
        ['x', 'a', 40],
        ['b', 'a', 60],
        ['a', 'b', 60],
      ],
      { a: false, b: false },
    ],
  ]
  test.each(facts)('%s', async (_, targets, stakes, expected) => {
    const report = await reportOf(owned(stakes, [designate(targets, DAY)]))
    for (const [id, isTarget] of Object.entries(expected)) {
      const found = service(report, 's', `for-${id}`)
      expect([id, found.verdict]).toEqual([id, isTarget ? 'must-stop' : 'stays'])
      const shown = report.designated.find(({ party }) => party === id)
      expect([id, shown?.target]).toEqual([id, isTarget ? 'yes' : undefined])
      if (isTarget) expect(shown).toMatchObject({ basis: 'owned', since: DAY, scenario: 's' })
    }
  })

  test('counts from the day on which the last target that it takes was designated', async () => {
    const stakes: Stake[] = [
      ['x', 'b', 25],
      ['y', 'b', 25],
    ]
    const decisions = [designate('x', DAY), designate('y', after(DAY, 20))]
    const report = await reportOf(owned(stakes, decisions))
    expect(service(report, 's', 'for-b')).toMatchObject({ earliest: after(DAY, 20) })
  })

  test('ends on the day on which a target that it takes is lifted', async () => {
    const stakes: Stake[] = [
      ['x', 'b', 25],
      ['y', 'b', 25],
    ]
    const terms = { for: 'us-firm', permits: 'service', until: after(DAY, 20) }
    const decisions = [designate(['x', 'y'], DAY), license(terms, DAY), lift('x', after(DAY, 10))]
    const report = await reportOf(owned(stakes, decisions))
    expect(service(report, 's', 'for-y')).toMatchObject({ earliest: after(DAY, 21) })
    expect(service(report, 's', 'for-b')).toMatchObject({ verdict: 'stays', case: 'licensed' })
  })

  test('comes with the wind-down licence of the decision', async () => {
    const wind = { 'wind-down-until': after(DAY, 30) }
    const report = await reportOf(owned([['x', 'a', 100]], [designate('x', DAY, wind)]))
    expect(service(report, 's', 'for-x')).toMatchObject({ latest: after(DAY, 31) })
    expect(service(report, 's', 'for-a')).toMatchObject({ earliest: DAY, latest: after(DAY, 31) })
  })

  test.each([
    ['a band from 25 to 50', '25-50'],
    ['a share that nobody states', 'unknown'],
    ['a consolidation: controlled, share unknown', 'consolidated'],
  ])('%s is a question that stands in the list', async (_, share) => {
    const report = await reportOf(owned([['x', 'a', share]], [designate('x', DAY)]))
    const fact = 'share:x>a'
    expect(service(report, 's', 'for-a')).toMatchObject({ verdict: 'unknown', dependsOn: [fact] })
    expect(report.unknowns.map(({ id }) => id)).toContain(fact)
    expect(report.designated.find(({ party }) => party === 'a')?.target).toBe('unknown')
  })

  test('a band further down is one too', async () => {
    const report = await reportOf(
      owned(
        [
          ['x', 'a', 60],
          ['a', 'b', '25-50'],
        ],
        [designate('x', DAY)],
      ),
    )
    expect(service(report, 's', 'for-b')).toMatchObject({
      verdict: 'unknown',
      dependsOn: ['share:a>b'],
    })
  })

  test('a band above a half settles it', async () => {
    const report = await reportOf(owned([['x', 'a', '50-75']], [designate('x', DAY)]))
    expect(service(report, 's', 'for-a').verdict).toBe('must-stop')
  })

  test('of one listed on a day not known, it holds for certain only after that day', async () => {
    const text = dossierText({
      parties: {
        rapporteur: { name: 'R', kind: 'person', 'listed-as': { 'ofac-sdn': '54707' } },
        firm: { name: 'Firm', incorporated: 'IT', owners: [{ party: 'rapporteur', share: 100 }] },
      },
      services: {
        own: supply('software', 'us-firm', 'rapporteur'),
        theirs: supply('software', 'us-firm', 'firm'),
      },
      functions: { work: functionOf('theirs') },
    })
    const report = await reportOf(text, { on: '2025-10-01' })
    const days = { earliest: '2025-07-01', latest: '2025-07-31' }
    expect(service(report, 'today', 'own')).toMatchObject(days)
    expect(service(report, 'today', 'theirs')).toMatchObject(days)
    expect(fn(report, 'today', 'work').certain).toBe('2025-07-31')
  })
})

describe('the scenario', () => {
  test('shows whom it designates and leaves the world as it is', async () => {
    const report = await reportOf(owned([['x', 'a', 10]], [designate('x', DAY)]))
    expect(report.designated).toEqual([
      expect.objectContaining({ party: 'x', basis: 'scenario', since: DAY, scenario: 's' }),
    ])
    for (const one of scenario(report, 'today').services) expect(one.verdict).toBe('stays')
  })
})
