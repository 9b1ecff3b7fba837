/** A team: which of its members a regime binds, and where they live. */
import { describe, expect, test } from 'vitest'
import { reportOf, scenario } from './assess_yaml.ts'
import { designate, dossierText, functionOf } from './dossier_text.ts'

type Things = Readonly<Record<string, unknown>>

const PEOPLE: Things = {
  'us-a': { name: 'US A', incorporated: 'US-DE', owners: 'dispersed' },
  'us-person': { name: 'A citizen', kind: 'person', nationality: 'US', residence: 'NL' },
}

describe('a team', () => {
  const team = (members: unknown[], more: object = {}) => ({
    office: { name: 'Office', minimum: 3, members, ...more },
  })
  const counted = async (teams: Things, institution: Things = {}) => {
    const text = dossierText({
      institution,
      parties: PEOPLE,
      teams,
      functions: { work: functionOf('office') },
      scenarios: { listed: [designate('court', '2025-03-01')] },
    })
    return scenario(await reportOf(text), 'listed').teams[0]
  }

  test('is counted by its members; who is not described is unknown', async () => {
    const members = [
      'us-person',
      { group: 'US', count: 2, nationality: ['US', 'NL'] },
      { group: 'lent', count: 1, nationality: 'FR', employer: 'us-a' },
      { group: 'NL', count: 3, nationality: 'NL' },
    ]
    expect(await counted(team(members, { size: 9 }))).toMatchObject({
      mustStop: 4,
      mayStop: 3,
      unknown: 2,
      margin: 2,
    })
  })

  test('lives where it says, else at the seat', async () => {
    const members = [{ group: 'all', count: 3, nationality: 'FR' }]
    expect(await counted(team(members))).toMatchObject({ mustStop: 0 })
    expect(await counted(team(members, { residence: 'US-NY' }))).toMatchObject({ mustStop: 3 })
    expect(await counted(team(members), { seat: 'US' })).toMatchObject({ mustStop: 3 })
  })
})
