/** Facts that nobody declared: one variable each, listed when they matter, with their effect. */
import { describe, expect, test } from 'vitest'
import { fn, reportOf, scenario, service } from './assess_yaml.ts'
import { designate, dossierText, functionOf, supply, type Things } from './dossier_text.ts'

const DAY = '2025-03-01'
/** From the day of the designation to the end of 365 days from 1 January. */
const DAYS = 306

const UNSURE = { incorporated: 'NL', class: 'nl-firm' }

async function assessed(things: Things) {
  return reportOf(dossierText({ scenarios: { listed: [designate('court', DAY)] }, ...things }))
}

/** A company held by two, each with a band up to a half. */
function held(...owners: string[]) {
  return {
    name: 'Held',
    ...UNSURE,
    owners: [...owners.map((party) => ({ party, share: '25-50' })), 'complete'],
  }
}

describe('one fact, one variable', () => {
  const things = (needs: unknown): Things => ({
    parties: { firm: { name: 'Firm', ...UNSURE } },
    services: {
      one: supply('software', 'firm', 'court'),
      two: supply('hosting', 'firm', 'court'),
    },
    functions: { work: functionOf(needs) },
  })

  test('two services of one company ask one question', async () => {
    const report = await assessed(things(['one', 'two']))
    expect(report.unknowns).toHaveLength(1)
    expect(report.unknowns[0]).toMatchObject({
      id: 'owners:firm',
      functions: ['work'],
      services: ['one', 'two'],
    })
  })

  test('both stop or both stay bound: the effect is that of one fact', async () => {
    const report = await assessed(things({ any: ['one', 'two'] }))
    const { probability, loss } = fn(report, 'listed', 'work')
    expect(probability[0]).toBeCloseTo(0.1 * 0.1, 9)
    expect(probability[1]).toBe(1)
    expect(loss[1]).toBeCloseTo(DAYS, 6)
    expect(report.unknowns[0]?.effect).toBeCloseTo(DAYS * (1 - 0.4 * 0.4), 6)
  })
})

describe('which facts are listed', () => {
  test('not those that change nothing: the verdict is the same both ways', async () => {
    const report = await assessed({
      parties: {
        riddle: { name: 'Riddle', class: 'nl-firm' },
        us: { name: 'US firm of unknown owners', incorporated: 'US-DE' },
        member: { name: 'Analyst', kind: 'person', nationality: 'US' },
      },
      services: {
        letters: supply('publication', 'riddle', 'court'),
        far: supply('software', 'riddle', 'riddle'),
        bound: supply('software', 'us', 'court'),
      },
      teams: { office: { name: 'Office', minimum: 1, members: ['member'] } },
      functions: { work: functionOf(['letters', 'bound', 'office']) },
    })
    expect(report.unknowns).toEqual([])
    for (const one of scenario(report, 'listed').services) expect(one.dependsOn).toEqual([])
  })

  test('of two ways to be bound each is a question', async () => {
    const report = await assessed({
      parties: { riddle: { name: 'Riddle', class: 'nl-firm' } },
      services: { tool: supply('software', 'riddle', 'court') },
      functions: { work: functionOf('tool') },
    })
    const facts = report.unknowns.map(({ id }) => id).sort()
    expect(facts).toEqual(['incorporated:riddle', 'owners:riddle'])
  })

  test('two facts that are needed together are both questions', async () => {
    const report = await assessed({
      parties: { middle: { name: 'Middle', ...UNSURE }, firm: held('middle') },
      services: { tool: supply('software', 'firm', 'court') },
      functions: { work: functionOf('tool') },
    })
    expect(service(report, 'listed', 'tool').verdict).toBe('unknown')
    const facts = report.unknowns.map(({ id }) => id).sort()
    expect(facts).toEqual(['owners:middle', 'share:middle>firm'])
  })

  test('a company of two holders whose shares and owners nobody knows', async () => {
    const report = await assessed({
      parties: {
        left: { name: 'Left', ...UNSURE },
        right: { name: 'Right', ...UNSURE },
        firm: held('left', 'right'),
      },
      services: { tool: supply('software', 'firm', 'court') },
      functions: { work: functionOf('tool') },
    })
    const tool = service(report, 'listed', 'tool')
    expect(tool.verdict).toBe('unknown')
    expect(tool.dependsOn.length).toBeGreaterThan(0)
    expect(report.unknowns.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['owners:left', 'owners:right']),
    )
    expect(fn(report, 'listed', 'work').dependsOn.length).toBeGreaterThan(0)
  })

  test('the greatest effect stands first', async () => {
    const report = await assessed({
      parties: {
        small: { name: 'Small', ...UNSURE },
        large: { name: 'Large', ...UNSURE },
      },
      services: {
        one: supply('software', 'small', 'court'),
        two: supply('hosting', 'large', 'court'),
      },
      functions: {
        minor: functionOf('one', '0d', { weight: 1 }),
        major: functionOf('two', '0d', { weight: 5 }),
      },
    })
    expect(report.unknowns.map(({ id }) => id)).toEqual(['owners:large', 'owners:small'])
    expect(report.unknowns[0]?.effect).toBeCloseTo(DAYS * 5 * 0.6, 6)
    expect(report.unknowns[1]?.effect).toBeCloseTo(DAYS * 0.6, 6)
  })
})

describe('an answer that does not hang on the fact', () => {
  test('what another supplier brings about is certain, whoever owns the first', async () => {
    const report = await assessed({
      parties: { firm: { name: 'Firm', ...UNSURE } },
      services: {
        unsure: supply('software', 'firm', 'court'),
        bound: supply('software', 'us-firm', 'court'),
      },
      functions: { work: functionOf(['unsure', 'bound']) },
    })
    expect(fn(report, 'listed', 'work')).toMatchObject({
      certain: DAY,
      possible: DAY,
      probability: [1, 1],
      dependsOn: [],
    })
    expect(report.unknowns[0]).toMatchObject({ effect: 0, functions: [], services: ['unsure'] })
  })

  test('unknown in one scenario only', async () => {
    const report = await assessed({
      parties: { firm: { name: 'Firm', ...UNSURE } },
      services: { tool: supply('software', 'firm', 'court') },
      functions: { work: functionOf('tool') },
      scenarios: {
        listed: [designate('court', DAY)],
        gone: [designate('court', DAY), { on: DAY, withdraw: 'tool' }],
      },
    })
    expect(service(report, 'today', 'tool').verdict).toBe('stays')
    expect(service(report, 'listed', 'tool').verdict).toBe('unknown')
    expect(service(report, 'gone', 'tool').verdict).toBe('must-stop')
    expect(fn(report, 'gone', 'work').dependsOn).toEqual([])
  })

  test('members not described leave the team unknown, not more', async () => {
    const things = (minimum: number): Things => ({
      teams: {
        office: {
          name: 'Office',
          size: 10,
          minimum,
          members: [{ group: 'NL', count: 6, nationality: 'NL' }],
        },
      },
      functions: { work: functionOf('office') },
    })
    const enough = await assessed(things(6))
    expect(fn(enough, 'listed', 'work')).toMatchObject({ possible: null, dependsOn: [] })
    const few = await assessed(things(7))
    expect(fn(few, 'listed', 'work')).toMatchObject({
      certain: null,
      possible: DAY,
      probability: [0, 1],
      dependsOn: ['nationality:office/rest'],
    })
    expect(scenario(few, 'listed').teams[0]).toMatchObject({ unknown: 4, mustStop: 0 })
  })
})
