import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type ByteSource, bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import type { ListEntry } from '../src/index.ts'
import { readFtm } from '../src/opensanctions/ftm.ts'
import { readSimpleCsv } from '../src/opensanctions/simple.ts'
import { codes, noShared, noteSkipped, root } from './sources.ts'

noteSkipped()

function source(text: string): ByteSource {
  return bytesInMemory('entities.ftm.json', new TextEncoder().encode(text))
}

function lines(...records: readonly object[]): ByteSource {
  return source(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
}

function read(file: ByteSource, reader = readFtm) {
  const entries: ListEntry[] = []
  const result = reader(file, (entry) => entries.push(entry))
  return { entries, result, codes: codes(result), head: result.ok ? result.value : null }
}

function entity(id: string, schema: string, properties: object, more: object = {}) {
  return { id, caption: id, schema, properties, referents: [], datasets: ['xx_made'], ...more }
}

/** An invented person with everything that can stand on other lines. */
const PERSON = entity(
  'NK-1',
  'Person',
  {
    name: ['Ilona TESTOVA', 'Илона ТЕСТОВА'],
    alias: ['I. Testova'],
    weakAlias: ['Ilonka'],
    previousName: ['Ilona FORMEROVA'],
    birthDate: ['1971', '1972-04-12', 'in spring'],
    gender: ['female'],
    nationality: ['ru', 'suhh'],
    country: ['ua', 'ge-ab'],
    innCode: ['000000000000'],
    topics: ['sanction', 'poi'],
    programId: ['XX-1'],
    addressEntity: ['addr-1'],
    address: ['Elsewhere 2'],
    notes: ['A note.'],
    fatherName: ['Testov'],
    modifiedAt: ['2024-05-06'],
  },
  {
    caption: 'Ilona Testova',
    referents: ['xx-old-1'],
    first_seen: '2022-01-02T03:04:05',
    last_seen: '2024-06-01T10:57:03',
    last_change: '2024-05-07T00:00:00',
  },
)

const OTHERS = [
  entity('s-1', 'Sanction', {
    entity: ['NK-1'],
    program: ['Programme of a test'],
    programId: ['XX-1'],
    provisions: ['Asset freeze'],
    authority: ['Made Ministry'],
    listingDate: ['2022-03-04'],
    reason: ['Because.'],
    endDate: ['2022-05-05'],
  }),
  entity('addr-1', 'Address', {
    full: ['1 Road, Town, 123'],
    city: ['Town'],
    postalCode: ['123'],
    country: ['ru'],
  }),
  entity('p-1', 'Passport', { holder: ['NK-1'], number: ['invented 1'], country: ['ru'] }),
  entity('o-1', 'Ownership', { owner: ['NK-1'], asset: ['NK-2'], percentage: ['49'] }),
  entity('f-1', 'Family', {
    person: ['NK-3'],
    relative: ['NK-1'],
    relationship: ['sister'],
    startDate: ['2001'],
  }),
  entity('NK-2', 'Company', { name: ['Made Works'], topics: ['sanction'] }),
  entity('NK-3', 'Person', { name: ['Somebody Else'] }, { caption: 'Somebody Else' }),
]

describe('entities of FollowTheMoney', () => {
  it('are joined with what stands on other lines, in any order', () => {
    const { entries, head, codes: told } = read(lines(PERSON, ...OTHERS))
    expect(read(lines(...OTHERS, PERSON)).entries.at(-1)).toEqual(entries[0])
    expect(head).toEqual({
      id: 'opensanctions-xx-made',
      published: '2024-06-01',
      provenance: 'reconstructed',
      whole: 'unproven',
    })
    expect(told).toEqual(['lists/ftm-not-listed'])
    expect(entries.map(({ id }) => id)).toEqual(['NK-1', 'NK-2'])
    expect(entries[0]).toEqual({
      id: 'NK-1',
      kind: 'person',
      names: [
        { text: 'Ilona Testova', kind: 'primary', quality: 'strong' },
        { text: 'Ilona TESTOVA', kind: 'aka', quality: 'strong' },
        { text: 'Илона ТЕСТОВА', kind: 'aka', quality: 'strong' },
        { text: 'I. Testova', kind: 'aka', quality: 'strong' },
        { text: 'Ilona FORMEROVA', kind: 'fka', quality: 'strong' },
        { text: 'Ilonka', kind: 'aka', quality: 'weak' },
      ],
      programmes: ['XX-1'],
      remarks: 'A note.',
      addresses: [
        { text: '1 Road, Town, 123', country: 'RU', city: 'Town', postalCode: '123' },
        { text: 'Elsewhere 2', country: '' },
      ],
      otherIds: ['xx-old-1'],
      births: [
        { from: '1971-01-01', to: '1971-12-31', precision: 'year' },
        { from: '1972-04-12', to: '1972-04-12', precision: 'day' },
      ],
      gender: 'female',
      nationalities: ['RU', 'SU'],
      countries: ['UA', 'ge-ab'],
      identifiers: [
        { kind: 'tax', number: '000000000000', label: 'INN' },
        { kind: 'passport', number: 'invented 1', country: 'RU' },
      ],
      links: [
        { kind: 'Ownership: 49 %', name: 'NK-2', entry: 'NK-2' },
        { kind: 'Family: sister, from 2001', name: 'Somebody Else', direction: 'to' },
      ],
      measures: [
        {
          kind: 'Asset freeze',
          programme: 'XX-1',
          basis: 'Programme of a test',
          since: '2022-03-04',
          source: 'Made Ministry',
        },
      ],
      listedOn: '2022-03-04',
      modifiedOn: '2024-05-06',
      reasons: 'Because.',
      facts: [
        { label: 'birthDate', text: 'in spring' },
        { label: 'topics', text: 'sanction' },
        { label: 'topics', text: 'poi' },
        { label: 'fatherName', text: 'Testov' },
        { label: 'Sanction s-1', text: 'endDate: 2022-05-05' },
        { label: 'dataset', text: 'xx_made' },
        { label: 'first_seen', text: '2022-01-02T03:04:05' },
        { label: 'last_change', text: '2024-05-07T00:00:00' },
      ],
    })
  })

  it('are listed by a sanction that has not ended, and not by one that has', () => {
    const seen = { last_seen: '2024-06-01T00:00:00' }
    const thing = (id: string) => entity(id, 'Company', { name: [id] }, seen)
    const sanction = (id: string, end: string[]) =>
      entity(`s-${id}`, 'Sanction', { entity: [id], endDate: end })
    const { entries } = read(
      lines(
        ...['A', 'B', 'C', 'D'].map(thing),
        sanction('A', []),
        sanction('B', ['2024-05']),
        sanction('C', ['2025']),
      ),
    )
    expect(entries.map(({ id }) => id)).toEqual(['A', 'C'])
  })

  it.each([
    ['nothing', '', 'records/empty-file'],
    ['a cut line', `${JSON.stringify(PERSON)}\n{"id":"NK-2","sch`, 'records/json-line'],
    ['a list in a line', '[1]\n', 'records/json-line'],
    ['no schema', '{"id":"a","properties":{}}\n', 'lists/ftm-record'],
    [
      'entities in one another',
      '{"id":"a","schema":"Person","properties":{"addressEntity":[{"id":"b"}]}}\n',
      'lists/ftm-record',
    ],
    ['changes', '{"op":"ADD","entity":{"id":"a"}}\n', 'lists/ftm-changes'],
    ['nobody sanctioned', `${JSON.stringify(OTHERS.at(-1))}\n`, 'lists/ftm-no-entries'],
    ['an id twice', `${JSON.stringify(PERSON)}\n${JSON.stringify(PERSON)}\n`, 'lists/ftm-id-twice'],
  ])('with %s are refused', (_, text, code) => {
    const { codes: told, head } = read(source(text))
    expect([head, told]).toEqual([null, [code]])
  })

  it('cut at any byte are refused, unless between two lines', () => {
    const bytes = new TextEncoder().encode(
      [PERSON, OTHERS[5]].map((record) => `${JSON.stringify(record)}\n`).join(''),
    )
    const ends = new Set([bytes.length - 1, bytes.indexOf(10), bytes.indexOf(10) + 1])
    for (let cut = 0; cut < bytes.length; cut += 1) {
      const { head } = read(bytesInMemory('f.json', bytes.subarray(0, cut)))
      expect([cut, head !== null]).toEqual([cut, ends.has(cut)])
    }
  })

  it('in Latin-1 are refused with the line', () => {
    const first = JSON.stringify(OTHERS[0])
    const bytes = Buffer.from(`${first}\n{"id":"\xe9"}\n`, 'latin1')
    const [problem] = read(bytesInMemory('f.json', bytes)).result.diagnostics
    expect([problem?.code, problem?.params.line]).toEqual(['records/json-encoding', 2])
  })
})

const HEADER =
  'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,' +
  'program_ids,dataset,first_seen,last_seen,last_change\n'

describe('simple targets', () => {
  const ROW =
    'NK-1,Person,Ilona Testova,"Илона ТЕСТОВА;""Testova; Ilona""",1971;1972-04-12,ru;ua,' +
    '"1 Road, Town",invented-1,Asset freeze - Made Ministry,,a@example.org,XX-1,Made List,' +
    '2022-01-02T03:04:05,2024-06-01T10:57:03,2024-05-07T00:00:00\n'

  it('give an entry each', () => {
    const { entries, head } = read(source(HEADER + ROW), readSimpleCsv)
    expect(head?.id).toBe('opensanctions-made-list')
    expect(head?.published).toBe('2024-06-01')
    expect(entries).toEqual([
      {
        id: 'NK-1',
        kind: 'person',
        names: [
          { text: 'Ilona Testova', kind: 'primary', quality: 'strong' },
          { text: 'Илона ТЕСТОВА', kind: 'aka', quality: 'strong' },
          { text: 'Testova; Ilona', kind: 'aka', quality: 'strong' },
        ],
        programmes: ['XX-1'],
        remarks: '',
        addresses: [{ text: '1 Road, Town', country: '' }],
        births: [
          { from: '1971-01-01', to: '1971-12-31', precision: 'year' },
          { from: '1972-04-12', to: '1972-04-12', precision: 'day' },
        ],
        countries: ['RU', 'UA'],
        identifiers: [{ kind: 'other', number: 'invented-1' }],
        measures: [{ kind: 'Asset freeze - Made Ministry' }],
        contacts: ['a@example.org'],
        facts: [
          { label: 'dataset', text: 'Made List' },
          { label: 'first_seen', text: '2022-01-02T03:04:05' },
          { label: 'last_change', text: '2024-05-07T00:00:00' },
        ],
      },
    ])
  })

  it('without a sanction are counted', () => {
    const bare = ROW.replace('Asset freeze - Made Ministry', '')
    expect(read(source(HEADER + bare), readSimpleCsv).codes).toEqual([
      'lists/simple-not-sanctioned',
    ])
  })

  it.each([
    ['no row', '', 'lists/csv-no-rows'],
    ['a kind that is none', ROW.replace('Person', 'Persona'), 'lists/simple-value'],
    ['no name', ROW.replace('Ilona Testova,', ','), 'lists/simple-value'],
    ['an id twice', ROW + ROW, 'lists/simple-id-twice'],
    ['quotes that do not match', ROW.replace(/"Ил.*?"{3}/, '"""Ilona"'), 'lists/simple-cell'],
    ['a cut line', ROW.slice(0, -1), 'records/csv-cut-line'],
  ])('with %s are refused', (_, rows, code) => {
    expect(read(source(HEADER + rows), readSimpleCsv).codes).toEqual([code])
  })
})

describe.skipIf(noShared)('the files at hand', () => {
  const file = (name: string) => {
    const where = path.resolve(root, '../shared/data/lists/opensanctions', name)
    return bytesInMemory('entities.ftm.json', readFileSync(where))
  }

  it('a part of the EU list: six entries, one address', () => {
    const { entries, head, codes: told } = read(file('yente-t1/entities.ftm.json'))
    expect(told).toEqual([])
    expect(head?.id).toBe('opensanctions-eu-fsf')
    expect(entries.map(({ kind }) => kind).sort()).toEqual([
      'entity',
      'entity',
      'person',
      'person',
      'person',
      'person',
    ])
    expect(entries.find(({ id }) => id === 'NK-2GdmHtZTeNXjNVrBGEXZNj')?.otherIds?.length).toBe(9)
  })

  it('a circle of companies and relatives', () => {
    const { entries, head } = read(file('yente-zala/entities.ftm.json'))
    expect(head?.id).toBe('opensanctions')
    const links = entries.flatMap((entry) => entry.links ?? [])
    expect(links.length).toBeGreaterThan(20)
    expect(entries.flatMap((entry) => entry.measures ?? []).length).toBe(41)
    const sixth = entries.find(({ id }) => id === 'NK-2Tbri3s6GgNtAwsSXh4qpL')
    expect(sixth?.links?.some(({ kind }) => kind === 'Family: Family member of')).toBe(true)
  })

  it('an empty file of changes is no list', () => {
    const { codes: told } = read(file('yente-t1/20240527134702-zbn/entities.delta.json'))
    expect(told).toEqual(['records/empty-file'])
  })
})
