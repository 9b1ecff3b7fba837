import { describe, expect, it } from 'vitest'
import type { ListEntry } from '../src/index.ts'
import { readOfacCsv } from '../src/index.ts'
import type { Details } from '../src/ofac/details.ts'
import { readStatements } from '../src/ofac/statements.ts'
import {
  named,
  noShared,
  noteSkipped,
  official,
  readOrThrow,
  sdnRow,
  sharedFile,
} from './sources.ts'

noteSkipped()

/** The entry of one row with these remarks; all people and numbers here are invented. */
function entryOf(remarks: string, type?: string): ListEntry {
  const row = sdnRow(1, 'X', type === undefined ? { remarks } : { remarks, type })
  const list = readOrThrow({ sdn: named('SDN.CSV', official(row)), published: null })
  return list.entries[0] as ListEntry
}

describe('what Remarks state', () => {
  it.each([
    ['DOB 04 Jun 1958', { from: '1958-06-04', to: '1958-06-04', precision: 'day' }],
    ['DOB Feb 1960', { from: '1960-02-01', to: '1960-02-29', precision: 'month' }],
    ['alt. DOB 1961', { from: '1961-01-01', to: '1961-12-31', precision: 'year' }],
    ['DOB circa 1951', { from: '1951-01-01', to: '1951-12-31', precision: 'year', circa: true }],
    ['DOB 1961 to 1963', { from: '1961-01-01', to: '1963-12-31', precision: 'range' }],
    [
      'DOB 02 Aug 1985 to 07 Aug 1986',
      { from: '1985-08-02', to: '1986-08-07', precision: 'range' },
    ],
    [
      'DOB circa 1979-1982',
      { from: '1979-01-01', to: '1982-12-31', precision: 'range', circa: true },
    ],
  ])('%s', (remarks, date) => expect(entryOf(`${remarks}.`).births).toEqual([date]))

  it.each(['DOB 30 Feb 1958', 'DOB 1963 to 1961', 'DOB unknown', 'DOB 04/06/1958'])(
    '%s is kept as a fact',
    (remarks) => {
      const entry = entryOf(`${remarks}.`)
      expect(entry.births).toBeUndefined()
      expect(entry.facts).toEqual([{ label: 'DOB', text: remarks.slice(4) }])
    },
  )

  it('reads numbers with country, days of issue and of expiry', () => {
    const { facts, identifiers } = entryOf(
      'Passport X0000001 (Iran) issued 01 Jan 2010 expires 2020; ' +
        'alt. Passport X2 (Korea, North); ' +
        'National ID No. 00-1 (Congo, Democratic Republic of the); ' +
        'Tax ID No. 000 expires May 2021; ' +
        'Registration Number A (B) 7 (Bogota); Passport (withheld); LE Number 5.',
    )
    expect(identifiers).toEqual([
      {
        kind: 'passport',
        number: 'X0000001',
        country: 'IR',
        issued: '2010-01-01',
        expires: '2020',
      },
      { kind: 'passport', number: 'X2', country: 'KP' },
      { kind: 'national-id', number: '00-1', label: 'National ID No.', country: 'CD' },
      { kind: 'tax', number: '000', label: 'Tax ID No.', expires: '2021-05' },
      { kind: 'registration', number: 'A (B) 7', label: 'Registration Number', country: 'Bogota' },
      { kind: 'national-id', number: '5', label: 'LE Number' },
    ])
    expect(facts).toEqual([{ label: 'Passport', text: '(withheld)' }])
  })

  it('reads the numbers of ships, aircraft, banks and wallets', () => {
    const { established, identifiers } = entryOf(
      'Vessel Registration Identification IMO 0000001; MMSI 000000002; ' +
        'Vessel Registration Identification 33 (Panama); Identification Number IMO 4; ' +
        "Aircraft Manufacturer's Serial Number (MSN) 5; Aircraft Manufacture Date 1992; " +
        'SWIFT/BIC XXXXXX00; Legal Entity Number 00; Digital Currency Address - XBT 1aB; ' +
        'alt. Digital Currency Address - USDT 0x0.',
    )
    expect(identifiers).toEqual([
      { kind: 'imo', number: '0000001' },
      { kind: 'mmsi', number: '000000002' },
      {
        kind: 'registration',
        number: '33',
        country: 'PA',
      },
      { kind: 'imo', number: '4', label: 'Identification Number' },
      { kind: 'aircraft', number: '5', label: "Aircraft Manufacturer's Serial Number (MSN)" },
      { kind: 'bic', number: 'XXXXXX00' },
      { kind: 'lei', number: '00' },
      { kind: 'wallet', number: '1aB', label: 'XBT' },
      { kind: 'wallet', number: '0x0', label: 'USDT' },
    ])
    expect(established?.[0]?.from).toBe('1992-01-01')
  })

  it('reads measures, contacts, countries and facts; keeps what it does not know', () => {
    const entry = entryOf(
      'Listing Date (EO 14024 Directive 2): 24 Feb 2022; Effective Date (CMIC) 02 Aug 2021; ' +
        'Website www.example.org; Email Address a@example.org; ' +
        'Nationality of Registration Russia; Secondary sanctions risk: section 1(b); ' +
        'Additional Sanctions Information - Subject to X; ' +
        'Gender Other; Minister of Weather.',
    )
    expect(entry.measures).toEqual([
      { kind: 'Listing Date', basis: 'EO 14024 Directive 2', since: '2022-02-24' },
      { kind: 'Effective Date', basis: 'CMIC', since: '2021-08-02' },
    ])
    expect(entry.contacts).toEqual(['www.example.org', 'a@example.org'])
    expect(entry.countries).toEqual(['RU'])
    expect(entry.gender).toBeUndefined()
    expect(entry.facts).toEqual([
      { label: 'Secondary sanctions risk', text: 'section 1(b)' },
      { label: 'Additional Sanctions Information', text: 'Subject to X' },
      { label: 'Gender', text: 'Other' },
      { label: 'Remarks', text: 'Minister of Weather' },
    ])
  })

  it('reads former weak aliases, and no statement in an alias with a semicolon', () => {
    const { facts, names } = entryOf("f.k.a. 'OLD'; a.k.a. 'A; DOB 1970'; nationality Peru.")
    expect(names.slice(1).map(({ kind, text }) => [kind, text])).toEqual([
      ['fka', 'OLD'],
      ['aka', 'A; DOB 1970'],
    ])
    expect(facts).toBeUndefined()
  })

  it('takes no half number out of remarks that are cut', () => {
    const start = '; Digital Currency Address - XBT 1aB'
    const remarks = 'x'.repeat(1_000 - start.length) + start
    const sdn = named('SDN.CSV', official(sdnRow(1, 'E', { remarks })))
    const comments = named('SDN_COMMENTS.CSV', '1,"cD; Gender Male."\r\n')
    const [whole] = readOrThrow({ sdn, comments, published: null }).entries
    expect(whole?.identifiers).toEqual([{ kind: 'wallet', number: '1aBcD', label: 'XBT' }])
    const [half] = readOrThrow({ sdn, published: null }).entries
    expect(half?.identifiers).toBeUndefined()
    expect(half?.facts?.at(-1)).toEqual({ label: 'Remarks', text: start.slice(2) })
  })

  it('finds the entries that links name, two of them joined by AND', () => {
    const rows = [
      sdnRow(1, 'A AND B'),
      sdnRow(2, 'C S.A.'),
      sdnRow(3, 'TWICE'),
      sdnRow(4, 'TWICE'),
      sdnRow(5, 'X', {
        remarks:
          'Linked To: A AND B; Linked To: C S.A. AND A AND B; Linked To: TWICE; Linked To: ' +
          'GONE AND A AND B; Linked To: X; Linked To: C S.A.',
      }),
    ]
    const list = readOrThrow({ sdn: named('SDN.CSV', official(...rows)), published: null })
    expect(list.entries[4]?.links?.map(({ entry, name }) => [name, entry])).toEqual([
      ['A AND B', '1'],
      ['C S.A.', '2'],
      ['A AND B', '1'],
      ['TWICE', undefined],
      ['GONE AND A AND B', undefined],
      ['X', undefined],
      ['C S.A.', '2'],
    ])
  })

  it('reads the columns of ships and titles', () => {
    const ship =
      '1,"S","vessel","X",-0- ,"C1","Tug","99,144","56","Panama","Invented Lines S.A.",-0- '
    const man = '2,"M","individual","X","General; Minister of X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- '
    const list = readOrThrow({ sdn: named('SDN.CSV', official(ship, man)), published: null })
    expect(list.entries[0]).toMatchObject({
      countries: ['PA'],
      identifiers: [{ kind: 'call-sign', number: 'C1' }],
      links: [{ kind: 'Vessel Owner', name: 'Invented Lines S.A.' }],
      facts: [
        { label: 'Vessel Type', text: 'Tug' },
        { label: 'Tonnage', text: '99,144' },
        { label: 'Gross Registered Tonnage', text: '56' },
      ],
    })
    expect(list.entries[1]?.positions).toEqual(['General', 'Minister of X'])
  })

  it('reads the parts of addresses', () => {
    const rows = ['Hermosillo, Sonora', 'London WC1 8AA', 'Tehran 19316-63381', 'Beirut', '1234']
    const add = rows.map((city, at) => `1,${at},-0- ,"${city}","Peru",-0- `)
    const list = readOrThrow({
      sdn: named('SDN.CSV', official(sdnRow(1, 'X'))),
      add: named('ADD.CSV', official(...add)),
      published: null,
    })
    const parts = list.entries[0]?.addresses.map((one) => [one.city, one.region, one.postalCode])
    expect(parts).toEqual([
      ['Hermosillo', 'Sonora', undefined],
      ['London', undefined, 'WC1 8AA'],
      ['Tehran', undefined, '19316-63381'],
      ['Beirut', undefined, undefined],
      [undefined, undefined, '1234'],
    ])
  })

  it('tells the consolidated list by the programmes of most entries', () => {
    const rows = [
      sdnRow(1, 'A', { programme: 'NS-PLC' }),
      sdnRow(2, 'B', { programme: 'CMIC-EO13959' }),
    ]
    const of = (...lines: string[]): string =>
      readOrThrow({ sdn: named('S', official(...lines)), published: null }).id
    expect(of(...rows)).toBe('ofac-consolidated')
    expect(of(...rows, sdnRow(3, 'C'), sdnRow(4, 'D'))).toBe('ofac-sdn')
  })
})

/** How many values the fields hold. */
function countValues(details: Details): number {
  const { gender, ...lists } = details
  const counts = Object.values(lists).map((list) => list.length)
  return counts.reduce((sum, count) => sum + count, gender === undefined ? 0 : 1)
}

describe.skipIf(noShared)('Remarks of whole official files', () => {
  it.each(['2021-07-07/sdn.csv', 'sdn_2024-05-03.csv', '2026-07-11/sdn.csv'])(
    '%s: every statement is in some field',
    (file) => {
      const list = readOrThrow({
        sdn: sharedFile(`ofac/${file}`),
        published: null,
        remarks: 'keep',
      })
      let all = 0
      let other = 0
      for (const { id, remarks } of list.entries) {
        const details: Details = {}
        readStatements(remarks, details)
        const parts = remarks.replace(/\.$/, '').split(/;\s*/)
        const stated = parts.filter((part) => part !== '' && !/^[afn]\.k\.a\. '/.test(part))
        // The same country twice is stated once.
        const once = new Set(stated.map((part) => part.replace(/^alt\. /, '')))
        expect(countValues(details), id).toBeGreaterThanOrEqual(once.size)
        expect(countValues(details), id).toBeLessThanOrEqual(stated.length)
        all += stated.length
        other += details.facts?.filter((fact) => fact.label === 'Remarks').length ?? 0
      }
      // What has no label that is known is prose, a twentieth of all.
      expect(other / Math.max(all, 1)).toBeLessThan(0.06)
    },
  )

  it('May 2024: every birth date is understood and nearly all links find their entry', () => {
    const read = readOfacCsv({
      sdn: sharedFile('ofac/sdn_2024-05-03.csv'),
      published: '2024-05-03',
    })
    if (!read.ok) throw new Error('not read')
    const { entries } = read.value
    const all = entries.flatMap((entry) => entry.facts ?? [])
    expect(all.filter((fact) => fact.label === 'DOB')).toEqual([])
    const births = entries.flatMap((entry) => entry.births ?? [])
    const stated = entries.flatMap((entry) => entry.remarks.match(/\bDOB /g) ?? [])
    expect(births.length).toBe(stated.length)
    // 59 dates that stand first and 14 others.
    expect(births.filter((date) => date.circa).length).toBe(73)
    const links = entries
      .flatMap((entry) => entry.links ?? [])
      .filter((one) => one.kind === 'Linked To')
    const found = links.filter((link) => link.entry !== undefined)
    expect(found.length / links.length).toBeGreaterThan(0.95)
    expect(
      entries.filter((entry) => entry.links?.some((one) => one.kind === 'Linked To')).length,
    ).toBe(5_824)
  })
})
