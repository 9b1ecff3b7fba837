import { describe, expect, it } from 'vitest'
import { noShared, read, sharedFile, told } from './reading.ts'

/** An entity as a line; companies and people are invented. */
function entity(id: string, schema: string, properties: Record<string, readonly string[]>): string {
  return JSON.stringify({
    id,
    schema,
    caption: properties.name?.[0] ?? schema,
    datasets: ['test_register'],
    first_seen: '2026-01-02T10:00:00',
    last_seen: '2026-02-03T10:00:00',
    properties,
  })
}

const LINES = [
  entity('o1', 'Ownership', {
    owner: ['p'],
    asset: ['a'],
    percentage: ['51,5 %'],
    startDate: ['2020'],
    endDate: ['2025-06-30'],
  }),
  entity('o2', 'Ownership', { owner: ['p'], asset: ['b'], sharesCount: ['100'] }),
  entity('o3', 'Ownership', { owner: ['a'], asset: ['b'], percentage: ['25-50', 'a lot'] }),
  entity('o4', 'Ownership', { owner: ['a'], asset: ['c'], role: ['subsidiary of'] }),
  entity('o5', 'Ownership', { asset: ['c'], percentage: ['10'] }),
  entity('o6', 'Ownership', { owner: ['c'], percentage: ['10'] }),
  entity('o7', 'Ownership', { owner: ['c'], asset: ['c'], ownershipType: ['Indirect ownership'] }),
  entity('d', 'Directorship', { director: ['p'], organization: ['a'] }),
  entity('s', 'Sanction', { entity: ['p'] }),
  entity('p', 'Person', { name: ['Mara Quill'], nationality: ['gb'], innCode: ['withheld'] }),
  entity('a', 'Company', {
    name: ['Alpha Ltd', 'Alpha Limited'],
    jurisdiction: ['gb'],
    registrationNumber: ['01234567'],
    leiCode: ['549300ABCDEFGHIJKL19'],
    dissolutionDate: ['2026-01-01'],
  }),
  entity('b', 'Company', {
    name: ['Beta'],
    jurisdiction: ['us_de'],
    leiCode: ['549300ABCDEFGHIJKL20'],
  }),
  entity('c', 'Company', { name: ['Gamma'], ogrnCode: ['1', '2'], country: ['ru'], parent: ['a'] }),
]

describe('FollowTheMoney', () => {
  it('reads ownership, and the parties it ties together', () => {
    const { codes, parties, source, ties } = read('entities.ftm.json', LINES.join('\n'))
    expect(source).toMatchObject({
      format: 'ftm',
      title: 'FollowTheMoney: test_register',
      parties: 4,
      ties: 8,
      whole: true,
    })
    const days = ' seen 2026-01-02 asOf 2026-02-03'
    const alpha = 'lei:549300ABCDEFGHIJKL19'
    expect(ties.map(told)).toEqual([
      `ftm:p -> ${alpha} share 51.5 from 2020-12-31 to 2025-06-30${days}`,
      `ftm:p -> ftm:b share${days}`,
      `${alpha} -> ftm:b share 25-50${days}`,
      `${alpha} -> ftm:b share >=0${days} [share-not-read]`,
      `${alpha} -> ftm:c subsidiary${days}`,
      `ftm:o5 -> ftm:c share 10${days} [unknown-party]`,
      `ftm:c -> ftm:c share indirect${days} [self-owner]`,
      `${alpha} -> ftm:c subsidiary${days}`,
    ])
    expect(parties).toMatchObject([
      { keys: ['ftm:p'], kind: 'person', nationality: ['GB'] },
      {
        keys: [alpha, 'gb-coh:01234567'],
        name: 'Alpha Ltd',
        otherNames: ['Alpha Limited'],
        incorporated: 'GB',
        active: false,
      },
      { keys: ['ftm:b'], incorporated: 'US-DE' },
      { keys: ['ftm:c'], kind: 'organisation' },
    ])
    expect(codes).toEqual([
      'ownership/share-not-read',
      'ownership/edge-to-nowhere',
      'ownership/edge-to-nowhere',
      'ownership/self-owner',
      'ownership/lei-wrong',
    ])
  })

  it('is not whole when an entity cannot be read', () => {
    const { codes, source } = read('e.json', `${LINES[0]}\n{"id":"x","schema":"Person"}\n`)
    expect(codes).toEqual(['ownership/record-not-read'])
    expect(source?.whole).toBe(false)
  })
})

describe.skipIf(noShared)('entities that others made', () => {
  it('reads 14 stakes of a company and its owners', () => {
    const file = 'lists/opensanctions/yente-zala/entities.ftm.json'
    const { codes, source, ties } = read('entities.ftm.json', sharedFile(file))
    expect(codes).toEqual([])
    expect(source).toMatchObject({ format: 'ftm', parties: 17, ties: 14, whole: true })
    const exact = ties.filter((tie) => tie.share !== null && tie.to === null)
    expect(exact.map((tie) => told(tie).replace(/^.* share /, ''))).toEqual([
      '49 from 2016-03-29 seen 2025-12-30 asOf 2026-04-23',
      '51 from 2015-11-25 seen 2025-12-30 asOf 2026-04-23',
    ])
  })
})
