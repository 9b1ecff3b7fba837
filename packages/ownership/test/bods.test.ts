import { describe, expect, it } from 'vitest'
import { kindOfInterest, shareOfInterest } from '../src/bods/interest.ts'
import { shareText } from '../src/share_text.ts'
import { noShared, read, sharedFile, told } from './reading.ts'

const PUBLICATION = {
  publicationDate: '2026-02-01',
  bodsVersion: '0.4',
  publisher: { name: 'Test Register' },
}

/** A statement of 0.4; companies and people are invented. */
function statement(
  recordType: string,
  recordId: string,
  recordDetails: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    statementId: `s-${recordId}`,
    recordId,
    recordType,
    recordStatus: 'new',
    statementDate: '2026-01-15',
    publicationDetails: PUBLICATION,
    recordDetails,
    ...more,
  }
}

const company = (id: string, number: string | null): Record<string, unknown> =>
  statement('entity', id, {
    entityType: { type: 'registeredEntity' },
    name: `Company ${id}`,
    jurisdiction: { name: 'Ireland', code: 'IE' },
    identifiers: number === null ? [] : [{ scheme: 'IE-CRO', id: number }],
  })

function relation(
  id: string,
  subject: unknown,
  interestedParty: unknown,
  interests: readonly Record<string, unknown>[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const details = { isComponent: false, subject, interestedParty, interests, ...more }
  return statement('relationship', id, details)
}

describe('the Beneficial Ownership Data Standard 0.4', () => {
  it('reads entities, people and each interest', () => {
    const { codes, parties, source, ties } = read(
      'bods.json',
      JSON.stringify([
        company('a', '100 200'),
        company('b', null),
        statement('person', 'p', {
          personType: 'knownPerson',
          names: [{ fullName: 'Mara Quill' }, { fullName: 'M. Quill' }],
          identifiers: [{ scheme: 'IRL-TAXID', id: 'withheld' }],
          nationalities: [{ code: 'IE', name: 'Ireland' }],
          addresses: [{ type: 'residence', country: { code: 'FR', name: 'France' } }],
        }),
        relation('r', 'a', 'p', [
          {
            type: 'shareholding',
            directOrIndirect: 'direct',
            share: { exact: 30 },
            startDate: '2020-05-06',
          },
          {
            type: 'votingRights',
            directOrIndirect: 'unknown',
            share: { minimum: 25, exclusiveMaximum: 50 },
          },
          { type: 'boardChair', directOrIndirect: 'direct', endDate: '2024-01-01' },
        ]),
        relation('q', 'b', 'a', [], {}),
      ]),
    )
    expect(codes).toEqual([])
    expect(source).toMatchObject({
      format: 'bods',
      title: 'Beneficial Ownership Data Standard 0.4, Test Register',
      parties: 3,
      ties: 4,
      whole: true,
    })
    expect(ties.map(told)).toEqual([
      'bods:test-register.p -> ie-cro:100200 share 30 from 2020-05-06 asOf 2026-01-15',
      'bods:test-register.p -> ie-cro:100200 votes [25,50) asOf 2026-01-15',
      'bods:test-register.p -> ie-cro:100200 control to 2024-01-01 asOf 2026-01-15',
      'ie-cro:100200 -> bods:test-register.b share asOf 2026-01-15',
    ])
    expect(parties[2]).toMatchObject({
      keys: ['bods:test-register.p'],
      name: 'Mara Quill',
      otherNames: ['M. Quill'],
      nationality: ['IE'],
      residence: 'FR',
    })
    expect(parties[0]).toMatchObject({ keys: ['ie-cro:100200'], incorporated: 'IE' })
  })

  it('lets only the latest statement of a record stand', () => {
    const first = relation('r', 'a', 'b', [{ type: 'shareholding', share: { exact: 60 } }])
    const later = relation('r', 'a', 'b', [{ type: 'shareholding', share: { exact: 70 } }])
    const statements = [
      company('a', '1'),
      company('b', '2'),
      { ...later, recordStatus: 'updated', statementDate: '2026-03-01' },
      first,
    ]
    const { ties } = read('bods.json', JSON.stringify(statements))
    expect(ties.map(told)).toEqual([
      'ie-cro:2 -> ie-cro:1 share 70 seen 2026-03-01 asOf 2026-03-01',
    ])
    const closed = { ...later, recordStatus: 'closed', statementDate: '2026-04-01' }
    const ended = read(
      'bods.jsonl',
      [...statements, closed].map((one) => JSON.stringify(one)).join('\n'),
    )
    expect(ended.ties.map(told)).toEqual([
      'ie-cro:2 -> ie-cro:1 share 70 to 2026-04-01 asOf 2026-04-01',
    ])
  })

  it('does not count an indirect stake beside its parts', () => {
    const { ties } = read(
      'bods.json',
      JSON.stringify([
        company('a', '1'),
        company('b', '2'),
        relation(
          'part',
          'a',
          'b',
          [{ type: 'shareholding', directOrIndirect: 'direct', share: { exact: 60 } }],
          {
            isComponent: true,
          },
        ),
        relation('whole', 'a', 'c', [{ type: 'shareholding', share: { exact: 60 } }], {
          componentRecords: ['b', 'part'],
        }),
        relation('mixed', 'a', 'c', [
          { type: 'shareholding', directOrIndirect: 'indirect', share: { exact: 20 } },
          { type: 'shareholding', directOrIndirect: 'direct', share: { exact: 5 } },
        ]),
      ]),
    )
    expect(ties.map((tie) => tie.direct)).toEqual([true, false, false, true])
  })

  it('keeps why nobody is named, and whoever holds something without a name', () => {
    const { codes, parties, ties } = read(
      'bods.json',
      JSON.stringify([
        company('a', '1'),
        relation('r', 'a', { reason: 'subjectExemptFromDisclosure' }, []),
        relation('s', 'a', { reason: 'unknown' }, [{ type: 'shareholding', share: { exact: 30 } }]),
        relation('t', { reason: 'unknown' }, 'a', [{ type: 'shareholding' }]),
        relation('u', 'a', 'a', [{ type: 'shareholding', share: { exact: 130 } }]),
      ]),
    )
    expect(parties.flatMap((party) => party.missing.map(({ reason }) => reason))).toEqual([
      'subjectExemptFromDisclosure',
      'unknown',
    ])
    expect(parties.every((party) => party.others === 'unknown')).toBe(true)
    expect(ties.map(told)).toEqual([
      'bods:test-register.s -> ie-cro:1 share 30 asOf 2026-01-15',
      'ie-cro:1 -> ie-cro:1 share >=0 asOf 2026-01-15 [share-over-100 self-owner]',
    ])
    expect(codes).toEqual([
      'ownership/edge-to-nowhere',
      'ownership/self-owner',
      'ownership/share-over-100',
    ])
  })

  it('marks records that it cannot read', () => {
    const { codes, source } = read(
      'bods.json',
      JSON.stringify([
        company('a', '1'),
        { recordType: 'club', recordId: 'x' },
        { recordType: 'entity' },
      ]),
    )
    expect(codes).toEqual(['ownership/record-not-read', 'ownership/record-not-read'])
    expect(source?.whole).toBe(false)
  })

  it('keeps an entity without an LEI whose check digits are wrong', () => {
    const entity = statement('entity', 'a', {
      entityType: { type: 'registeredEntity' },
      identifiers: [{ scheme: 'XI-LEI', id: '549300ABCDEFGHIJKL20' }],
    })
    const { codes, parties } = read('bods.json', JSON.stringify([entity]))
    expect(codes).toEqual(['ownership/lei-wrong'])
    expect(parties[0]?.keys).toEqual(['bods:test-register.a'])
  })
})

describe('the Beneficial Ownership Data Standard before 0.4', () => {
  const older = {
    publicationDetails: { ...PUBLICATION, bodsVersion: '0.2' },
    statementDate: '2019-05-05',
  }
  const entity = (id: string, number: string, more = {}): Record<string, unknown> => ({
    statementID: id,
    statementType: 'entityStatement',
    entityType: 'registeredEntity',
    name: `Company ${id}`,
    incorporatedInJurisdiction: { name: 'Norway', code: 'NO' },
    identifiers: [{ scheme: 'NO-BRC', id: number }],
    ...older,
    ...more,
  })
  const statements = [
    entity('old-a', '1'),
    entity('a', '1', { replacesStatements: ['old-a'] }),
    entity('b', '2'),
    {
      statementID: 'r',
      statementType: 'ownershipOrControlStatement',
      subject: { describedByEntityStatement: 'old-a' },
      interestedParty: { describedByEntityStatement: 'b' },
      interests: [
        {
          type: 'shareholding',
          interestLevel: 'direct',
          share: { minimum: 25, maximum: 50, exclusiveMinimum: true, exclusiveMaximum: false },
        },
        {
          type: 'voting-rights',
          interestLevel: 'indirect',
          share: { exact: 30, minimum: 30, maximum: 30 },
        },
      ],
      ...older,
    },
    {
      statementID: 's',
      statementType: 'ownershipOrControlStatement',
      subject: { describedByEntityStatement: 'b' },
      interestedParty: { unspecified: { reason: 'no-beneficial-owners' } },
      ...older,
    },
  ]

  it('follows statements to those that took their place', () => {
    const { codes, parties, source, ties } = read('bods.json', JSON.stringify(statements))
    expect(codes).toEqual([])
    expect(source?.title).toBe('Beneficial Ownership Data Standard 0.2, Test Register')
    expect(parties.map(({ keys, incorporated }) => [...keys, incorporated].join(' '))).toEqual([
      'no-brc:1 NO',
      'no-brc:2 NO',
      'no-brc:2 ',
    ])
    expect(parties[2]?.missing).toEqual([{ of: 'owners', reason: 'no-beneficial-owners' }])
    expect(ties.map(told)).toEqual([
      'no-brc:2 -> no-brc:1 share 25-50 asOf 2019-05-05',
      'no-brc:2 -> no-brc:1 votes 30 indirect asOf 2019-05-05',
    ])
  })

  it('ends where replacements go in a circle', () => {
    const circle = [
      entity('a', '1', { replacesStatements: ['b'] }),
      entity('b', '1', { replacesStatements: ['a'] }),
    ]
    expect(read('bods.json', JSON.stringify(circle)).source?.format).toBe('bods')
  })
})

describe('shares of interests', () => {
  it.each([
    [{ exact: 25 }, '25'],
    [{ exact: 25, minimum: 20, maximum: 30 }, '25'],
    [{ exact: 25, minimum: 30, maximum: 40 }, 'share-inverted'],
    [{ minimum: 25, maximum: 50 }, '[25,50]'],
    [{ exclusiveMinimum: 25, exclusiveMaximum: 50 }, '(25,50)'],
    [{ exclusiveMinimum: 25, maximum: 50 }, '25-50'],
    [{ minimum: 75 }, '>=75'],
    [{ minimum: 75, exclusiveMinimum: true }, '>75'],
    [{ maximum: 50, exclusiveMaximum: true, minimum: 0 }, '<50'],
    [{ minimum: 60, maximum: 40 }, 'share-inverted'],
    [{ exact: 101 }, 'share-over-100'],
    [{ exact: -1 }, 'share-negative'],
    [{ exact: 'lots' }, 'share-not-read'],
    [{}, 'none'],
  ])('%j', (share, wanted) => {
    const stated = shareOfInterest({ share })
    const text = stated.share === null ? 'none' : shareText(stated.share)
    expect(stated.mark ?? text).toBe(wanted)
  })

  it.each([
    ['shareholding', 'share'],
    ['voting-rights', 'votes'],
    ['votingRights', 'votes'],
    ['unknownInterest', 'share'],
    ['trustee', 'control'],
    [null, 'share'],
  ])('%s', (type, kind) => {
    expect(kindOfInterest(type)).toBe(kind)
  })
})

const EXAMPLES: readonly (readonly [string, number, number])[] = [
  ['bods-package', 2, 1],
  ['bods-package-annotations', 2, 1],
  ['bods-package-entity-owning-entity', 2, 1],
  ['bods-package-fi-soe', 4, 5],
  ['bods-package-linking-annotations', 2, 1],
  ['fermcat', 4, 5],
  ['full-pep-declaration', 2, 2],
  ['indirect-ownership', 3, 3],
  ['joint-ownership', 4, 3],
  ['levent', 4, 4],
  ['listed-company-exempt-from-disclosure', 1, 0],
  ['mixed-direct-and-indirect-ownership', 3, 4],
  ['multiple-indirect-ownership', 4, 5],
  ['multiple-tax-residencies', 2, 1],
  ['mutilple-indirect-ownership-2', 4, 5],
  ['nomination', 4, 4],
  ['plc-entity-statement', 1, 0],
  ['simple-pep-declaration', 2, 2],
  ['tecido', 3, 5],
]

describe.skipIf(noShared)('examples of the standard', () => {
  it.each(EXAMPLES)('%s.json', (name, parties, ties) => {
    const bytes = sharedFile(`ownership/bods/examples/${name}.json`)
    const { codes, source } = read(`${name}.json`, bytes)
    expect(codes).toEqual([])
    expect(source).toMatchObject({ format: 'bods', parties, ties, whole: true })
  })

  it('reads a history: who held how much, until when', () => {
    const { ties } = read('fermcat.json', sharedFile('ownership/bods/examples/fermcat.json'))
    const shares = ties
      .filter((tie) => tie.kind === 'share')
      .map((tie) => told(tie).replace(/^.* share/, 'share'))
    expect(shares).toEqual([
      'share 50 from 2019-09-11 to 2021-04-03 asOf 2021-09-11',
      'share 100 seen 2022-01-21 asOf 2022-01-21',
      'share 50 from 2021-04-03 to 2022-01-21 asOf 2022-01-21',
    ])
  })
})
