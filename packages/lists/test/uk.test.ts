import { bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import type { DesignationList, ListEntry, ListReader } from '../src/index.ts'
import { readUkCsv, readUkXml, readWhole } from '../src/index.ts'
import { plainText } from '../src/uk/markup.ts'
import { ukDay } from '../src/uk/xml.ts'
import { codes, fixture } from './sources.ts'

const XML = Buffer.from(fixture('uk-made.xml').bytes).toString('utf8')
const CSV = Buffer.from(fixture('uk-made.csv').bytes).toString('utf8')

function read(reader: ListReader, text: string): ReturnType<typeof readWhole> {
  return readWhole(reader, bytesInMemory('uk', Buffer.from(text)))
}

function list(reader: ListReader, text: string): DesignationList {
  const result = read(reader, text)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1))
  return result.value
}

function facts(entry: ListEntry): readonly string[] {
  return (entry.facts ?? []).map(({ label, text }) => `${label}: ${text}`)
}

describe('the made list in XML', () => {
  const { entries, ...head } = list(readUkXml, XML)
  const [person, company, ship] = entries as [ListEntry, ListEntry, ListEntry]

  it('states its day, and that it is an excerpt', () => {
    expect(head).toEqual({
      id: 'uk-sanctions',
      published: '2026-06-10',
      provenance: 'official',
      whole: 'unproven',
    })
    expect(codes(read(readUkXml, XML))).toEqual(['lists/dates-not-read', 'lists/few-names'])
  })

  it('names: the primary one first, aliases with their strength, another script', () => {
    expect(person.names).toEqual([
      {
        text: 'Ilmo Dorin VASTREL',
        kind: 'primary',
        quality: 'strong',
        parts: { given: 'Ilmo', middle: 'Dorin', family: 'VASTREL' },
      },
      { text: 'The Harbour Master', kind: 'aka', quality: 'weak' },
      {
        text: 'Ilmo Vastrell',
        kind: 'aka',
        quality: 'strong',
        parts: { given: 'Ilmo', family: 'Vastrell' },
      },
      {
        text: 'Ilmo Brask',
        kind: 'aka',
        quality: 'strong',
        parts: { given: 'Ilmo', family: 'Brask' },
      },
      {
        text: 'Ильмо Дорин Вастрель',
        kind: 'aka',
        quality: 'strong',
        script: 'Cyrl',
        language: 'ru',
      },
    ])
    expect(company.names.map(({ text }) => text)).toEqual([
      'VASTREL AND SONS SHIPPING',
      'Вастрель и сыновья',
    ])
    expect(company.names[0]?.parts).toBe(undefined)
  })

  it('a person', () => {
    expect(person).toMatchObject({
      id: 'ATL0001',
      kind: 'person',
      otherIds: ['90001', 'XXi.007'],
      titles: ['Captain', 'Dr'],
      listedOn: '2021-01-25',
      modifiedOn: '2026-04-14',
      gender: 'male',
      nationalities: ['FR', 'Ys'],
      birthPlaces: ['Ys, France', 'Spain'],
      positions: ['Head of the harbour of Ys'],
      remarks: 'Ran the harbour & the lighthouse.',
      reasons: "He is “involved” in the harbour's affairs.\nSecond part.",
    })
    expect(person.births?.map(({ from, to, precision }) => [from, to, precision])).toEqual([
      ['1961-01-01', '1961-12-31', 'year'],
      ['1962-06-01', '1962-06-30', 'month'],
      ['1961-03-09', '1961-03-09', 'day'],
    ])
    expect(person.identifiers).toEqual([
      { kind: 'passport', number: 'ZZ0000001', doubtful: true },
      { kind: 'national-id', number: 'ID-1' },
    ])
    expect(person.addresses).toEqual([
      { text: '1 Quay, Ys', country: 'France', city: 'Ys', postalCode: '29000' },
      { text: '', country: 'France' },
    ])
    const programme = 'The Atlantis (Sanctions) (EU Exit) Regulations 2020'
    expect(person.measures).toEqual([
      { kind: 'Asset freeze', programme },
      { kind: 'Travel Ban', programme },
    ])
    expect(facts(person)).toEqual([
      'designation source: UK',
      'document note: ZZ0000001: French passport, reported stolen',
      'passport: A second one is said to exist',
      'date of birth: 15/08/19yy',
    ])
  })

  it('a company', () => {
    expect(company.contacts).toEqual([
      '+33 0 00 00',
      'https://ys.example',
      'a@ys.example',
      'b@ys.example',
    ])
    expect(company.identifiers).toEqual([
      { kind: 'registration', number: '0000000000001', label: 'OGRN' },
      { kind: 'tax', number: '0000000001', label: 'INN' },
      { kind: 'registration', number: 'FR-77' },
    ])
    expect(company.links).toEqual([
      { kind: 'parent company', name: 'Vastrel Holding' },
      { kind: 'subsidiary', name: 'Ys Tugs' },
    ])
    expect(company.measures?.map(({ kind }) => kind)).toEqual(['asset freeze'])
    expect(facts(company)).toEqual(['designation source: UK', 'type of entity: Shipping company'])
  })

  it('a ship', () => {
    expect(ship.kind).toBe('vessel')
    expect(ship.identifiers).toEqual([
      { kind: 'imo', number: '0000001' },
      { kind: 'other', number: 'HIN-1', label: 'hull identification number' },
    ])
    expect(ship.countries).toEqual(['KM'])
    expect(ship.links?.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
      'current owner/operator: Vastrel and Sons Shipping',
      'previous owner/operator: Ys Tugs',
    ])
    expect(ship.established?.map(({ from }) => from)).toEqual(['2011-01-01'])
    expect(facts(ship)).toEqual([
      'designation source: UN',
      'previous flag: France',
      'type of ship: Bulk carrier',
      'tonnage of ship: 7000',
      'length of ship: 104',
    ])
  })

  it.each([
    ['no number', XML.replace('<UniqueID>ATL0002</UniqueID>', ''), 'lists/record-missing'],
    [
      'no kind',
      XML.replace('<IndividualEntityShip>Ship<', '<X>Ship<').replace(
        'Ship</IndividualEntityShip>',
        'Ship</X>',
      ),
      'lists/record-missing',
    ],
    ['a kind not known', XML.replace('>Ship</I', '>Barge</I'), 'lists/record-value'],
    ['no name', XML.replace('<Name6>VASTREL AND SONS SHIPPING</Name6>', ''), ''],
    ['a number twice', XML.replace('ATL0002', 'ATL0001'), 'lists/duplicate-number'],
    ['no entry', '<Designations/>', 'lists/no-entries'],
    ['another root', '<ArrayOfFinancialSanctionsTarget/>', 'records/xml-root'],
    ['a day that is none', XML.replace('10/06/2026', '40/06/2026'), 'lists/bad-published'],
  ])('%s', (_, text, code) => {
    const result = read(readUkXml, text)
    // The name in another script is a name too.
    expect([result.ok, codes(result)[0]]).toEqual(
      code === '' ? [true, 'lists/dates-not-read'] : [false, code],
    )
  })

  it('cut at every byte it is never a list', () => {
    const bytes = Buffer.from(XML.trimEnd())
    for (let at = 0; at < bytes.length; at += 5) {
      expect(readWhole(readUkXml, bytesInMemory('uk', bytes.subarray(0, at))).ok).toBe(false)
    }
  })
})

describe('the made list in CSV', () => {
  const { entries, ...head } = list(readUkCsv, CSV)
  const [person, company, ship] = entries as [ListEntry, ListEntry, ListEntry]
  const [xmlPerson, xmlCompany, xmlShip] = list(readUkXml, XML).entries as typeof entries

  it('states its day; nothing proves its end', () => {
    expect([head.published, head.whole]).toEqual(['2026-06-10', 'unproven'])
    expect(codes(read(readUkCsv, CSV))).toEqual(['lists/few-names'])
  })

  it('merges the rows of a party, apart or not, and keeps what they repeat once', () => {
    expect(entries.map(({ id }) => id)).toEqual(['ATL0001', 'ATL0002', 'ATL0003'])
    expect(person.names).toEqual(xmlPerson?.names)
    expect(person.addresses).toEqual(xmlPerson?.addresses)
    expect(person.identifiers).toEqual(xmlPerson?.identifiers)
    expect(person.births?.map(({ precision }) => precision)).toEqual(['year', 'day'])
    expect(person).toMatchObject({
      titles: ['Captain', 'Dr'],
      nationalities: ['FR', 'Ys'],
      birthPlaces: ['Ys, France', 'Spain'],
      reasons: xmlPerson?.reasons,
      remarks: xmlPerson?.remarks,
      measures: xmlPerson?.measures,
    })
  })

  it('says the same as the XML of a company and a ship', () => {
    const { names: _, identifiers, measures, ...rest } = company
    const {
      names: __,
      identifiers: numbers,
      measures: imposed,
      ...xmlRest
    } = xmlCompany as ListEntry
    expect(rest).toEqual(xmlRest)
    expect(identifiers).toEqual(numbers?.slice(0, 2))
    expect(measures?.length).toBe(imposed?.length)
    expect(ship).toEqual(xmlShip)
  })

  it('takes older names of columns', () => {
    const older = CSV.replace('Designation Type', '"Individual, Entity, Ship"').replace(
      'Parent company',
      'Parent Company',
    )
    expect(list(readUkCsv, older).entries).toEqual(entries)
  })

  it.each([
    ['no number', CSV.replace('ATL0002', ''), 'lists/record-missing'],
    ['a kind not known', CSV.replaceAll(',Ship,', ',Barge,'), 'lists/record-value'],
    ['two kinds of one party', CSV.replace(',Ship,', ',Entity,'), 'lists/rows-disagree'],
    ['no rows', CSV.split('\r\n').slice(0, 2).join('\r\n').concat('\r\n'), 'lists/no-entries'],
    ['no header', 'Report Date: 10-Jun-2026\r\nA,B\r\n1,2\r\n', 'records/csv-no-column'],
    ['a day that is none', CSV.replace('10-Jun', '40-Jun'), 'lists/bad-published'],
    ['a row with a column too few', CSV.replace(',HIN-1\r\n', '\r\n'), 'records/csv-columns'],
  ])('%s', (_, text, code) => {
    const result = read(readUkCsv, text)
    expect([result.ok, codes(result)]).toEqual([false, [code]])
  })

  it('cut at any byte it fails, or is an excerpt that says so', () => {
    const bytes = Buffer.from(CSV)
    for (let at = 0; at < bytes.length; at += 1) {
      const result = readWhole(readUkCsv, bytesInMemory('uk', bytes.subarray(0, at)))
      if (!result.ok) continue
      // Behind the last delimiter of a row, where the last field may be empty, or behind the row.
      const last = bytes.subarray(0, at).toString().trimEnd().split('\r\n').at(-1) ?? ''
      expect(last).toMatch(/,(HIN|H|I|N|-|1)*$|^Last Updated/)
      expect([result.value.whole, codes(result)]).toEqual(['unproven', ['lists/few-names']])
    }
  })
})

describe('files made to do harm', () => {
  it('forty thousand rows of one party take no long time', () => {
    const [above = '', header = '', row = ''] = CSV.split('\r\n')
    const rows = Array.from({ length: 40_000 }, (_, at) => row.replace('1 Quay', `${at} Quay`))
    const started = performance.now()
    const [entry] = list(readUkCsv, [above, header, ...rows, ''].join('\r\n')).entries
    expect(entry?.addresses.length).toBe(40_000)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  it.each(['&lt;br ', ' ', '&', '<p ', '&#'])('reasons of many %j take no long time', (piece) => {
    const started = performance.now()
    plainText(piece.repeat(400_000))
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})

describe('texts and days', () => {
  it.each([
    ['A &amp; B', 'A & B'],
    ['it&#39;s &#x201C;so&#x201D;', "it's “so”"],
    ['<p>One</p><p class="x">Two<br/>Three</p>', 'One\nTwo\nThree'],
    ['a < b > c', 'a < b > c'],
    ['&unknown; &#0; &#xD800;', '&unknown; &#0; &#xD800;'],
  ])('%s', (escaped, text) => {
    expect(plainText(escaped)).toBe(text)
  })

  it('reads the days that the files are made on', () => {
    const days = ['10/06/2026', '10-Jun-2026', '10 June 2026', '2026-06-10T01:02:03', '2026-06-10']
    for (const day of days) expect(ukDay(day)).toBe('2026-06-10')
    expect(ukDay('10/06/2026 07:15')).toBe('2026-06-10')
    expect([ukDay(''), ukDay('soon'), ukDay('31/02/2026')]).toEqual([null, 'soon', '31/02/2026'])
  })
})
