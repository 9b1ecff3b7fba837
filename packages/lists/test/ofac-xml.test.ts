import { bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import type { ListEntry } from '../src/index.ts'
import { readOfacCsv, readOfacXml, readWhole } from '../src/index.ts'
import { codes, noShared, noteSkipped, readOrThrow, sharedFile } from './sources.ts'

noteSkipped()

const HEAD =
  '<publshInformation><Publish_Date>07/11/2026</Publish_Date><Record_Count>N</Record_Count>'
const XMLNS = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML'

/** A list of these records, its count right unless stated. */
function xml(records: readonly string[], count: number | string = records.length): string {
  const head = `${HEAD.replace('N', String(count))}</publshInformation>`
  const body = `<sdnList xmlns="${XMLNS}">${head}${records.join('')}</sdnList>`
  return `<?xml version="1.0" standalone="yes"?>${body}`
}

function record(id: number | string, more: string, type = 'Individual'): string {
  const programmes = '<programList><program>INVENTED</program></programList>'
  return `<sdnEntry><uid>${id}</uid>${more}<sdnType>${type}</sdnType>${programmes}</sdnEntry>`
}

function read(text: string) {
  return readWhole(readOfacXml, bytesInMemory('SDN.XML', new TextEncoder().encode(text)))
}

function entriesOf(...records: readonly string[]): readonly ListEntry[] {
  const list = read(xml(records))
  if (!list.ok) throw new Error(JSON.stringify(list.diagnostics))
  return list.value.entries
}

const NAME = '<firstName>Ivan</firstName><lastName>VYDUMANNY</lastName>'

const PERSON = `${NAME}<title>General; Minister</title>
<remarks>(Linked To: SHIP &amp; CO.) (Linked To: X)</remarks>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>X0</idNumber>
<idCountry>Korea, North</idCountry><issueDate>01 Jan 2010</issueDate>
<expirationDate>2020</expirationDate></id>
<id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
<id><uid>3</uid><idType>Tax ID No.</idType><idNumber>00 (Russia)</idNumber></id>
<id><uid>4</uid><idType>Guild</idType><idNumber>9</idNumber></id></idList>
<akaList><aka><uid>1</uid><type>f.k.a.</type><category>strong</category>
<lastName>OLD</lastName><firstName>Name</firstName></aka>
<aka><uid>2</uid><type>a.k.a.</type><category>weak</category>
<lastName>VANYA</lastName></aka>
</akaList><addressList><address><uid>1</uid><address1>1 Street</address1>
<address3>Flat 3</address3><city>Lima</city><stateOrProvince>Callao</stateOrProvince>
<postalCode>00000</postalCode><country>Peru</country></address>
<address><uid>2</uid></address></addressList>
<nationalityList><nationality><uid>1</uid><country>Peru</country>
<mainEntry>false</mainEntry>
</nationality><nationality><uid>2</uid><country>Russia</country><mainEntry>true</mainEntry>
</nationality></nationalityList>
<citizenshipList><citizenship><uid>1</uid><country>Nowhere</country>
<mainEntry>true</mainEntry></citizenship></citizenshipList>
<dateOfBirthList><dateOfBirthItem><uid>1</uid><dateOfBirth>1961 to 1963</dateOfBirth>
<mainEntry>false</mainEntry></dateOfBirthItem><dateOfBirthItem><uid>2</uid>
<dateOfBirth>circa 1951</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
</dateOfBirthList><placeOfBirthList><placeOfBirthItem><uid>1</uid>
<placeOfBirth>Moscow, Russia</placeOfBirth><mainEntry>true</mainEntry></placeOfBirthItem>
</placeOfBirthList>`

const PERSON_ENTRY: ListEntry = {
  id: '7',
  kind: 'person',
  names: [
    {
      text: 'VYDUMANNY, Ivan',
      kind: 'primary',
      quality: 'strong',
      parts: { family: 'VYDUMANNY', given: 'Ivan' },
    },
    {
      text: 'OLD, Name',
      kind: 'fka',
      quality: 'strong',
      parts: { family: 'OLD', given: 'Name' },
    },
    { text: 'VANYA', kind: 'aka', quality: 'weak' },
  ],
  programmes: ['INVENTED'],
  remarks: '(Linked To: SHIP & CO.) (Linked To: X)',
  addresses: [
    {
      text: '1 Street, Flat 3, Lima, Callao 00000',
      country: 'Peru',
      city: 'Lima',
      region: 'Callao',
      postalCode: '00000',
    },
  ],
  births: [
    { from: '1951-01-01', to: '1951-12-31', precision: 'year', circa: true },
    { from: '1961-01-01', to: '1963-12-31', precision: 'range' },
  ],
  birthPlaces: ['Moscow, Russia'],
  nationalities: ['RU', 'PE'],
  citizenships: ['Nowhere'],
  identifiers: [
    { kind: 'passport', number: 'X0', country: 'KP', issued: '2010-01-01', expires: '2020' },
    { kind: 'tax', number: '00', label: 'Tax ID No.', country: 'RU' },
  ],
  gender: 'male',
  facts: [{ label: 'Guild', text: '9' }],
  positions: ['General', 'Minister'],
  links: [
    { kind: 'Linked To', name: 'SHIP & CO.', entry: '8' },
    { kind: 'Linked To', name: 'X' },
  ],
}

describe('SDN.XML', () => {
  it('reads a person with all that the schema has', () => {
    const [entry] = entriesOf(
      record(7, PERSON),
      record(8, '<lastName>SHIP &amp; CO.</lastName>', 'Entity'),
    )
    expect(entry).toEqual(PERSON_ENTRY)
  })

  it('reads a ship, in a namespace with a prefix', () => {
    const ship = record(
      1,
      `<lastName>S</lastName><vesselInfo><callSign>XX00</callSign><vesselType>Tug</vesselType>
      <vesselFlag>Panama</vesselFlag><vesselOwner>O</vesselOwner><tonnage>9</tonnage>
      <grossRegisteredTonnage>8</grossRegisteredTonnage></vesselInfo>`,
      'Vessel',
    )
    const [entry] = entriesOf(ship)
    expect(entry).toMatchObject({
      kind: 'vessel',
      countries: ['PA'],
      identifiers: [{ kind: 'call-sign', number: 'XX00' }],
      links: [{ kind: 'Vessel Owner', name: 'O' }],
      facts: [
        { label: 'Vessel Type', text: 'Tug' },
        { label: 'Tonnage', text: '9' },
        { label: 'Gross Registered Tonnage', text: '8' },
      ],
    })
    const prefixed = xml([ship])
      .replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1o:')
      .replace('xmlns=', 'xmlns:o=')
    const list = read(prefixed)
    expect(list.ok && list.value.entries).toEqual([entry])
    expect(list.ok && [list.value.id, list.value.published]).toEqual(['ofac-sdn', '2026-07-11'])
  })

  const refused: readonly (readonly [string, string, string])[] = [
    ['too few entries', xml([record(1, NAME)], 2), 'lists/ofac-count'],
    ['too many entries', xml([record(1, NAME), record(2, NAME)], 1), 'lists/ofac-count'],
    ['the same number twice', xml([record(1, NAME), record(1, NAME)]), 'lists/duplicate-number'],
    ['no name', xml([record(1, '')]), 'lists/record-missing'],
    ['no number', xml([record('', NAME)]), 'lists/record-missing'],
    ['an unknown type', xml([record(1, NAME, 'Robot')]), 'lists/record-value'],
    [
      'an unknown kind of alias',
      xml([
        record(
          1,
          `${NAME}<akaList><aka><type>b.k.a.</type><category>weak</category>
          <lastName>A</lastName></aka></akaList>`,
        ),
      ]),
      'lists/record-value',
    ],
    [
      'no day of publication',
      xml([record(1, NAME)]).replace('07/11', '13/41'),
      'lists/record-value',
    ],
    ['no entries', xml([]), 'lists/no-entries'],
    ['a cut file', xml([record(1, NAME)]).slice(0, -30), 'records/xml-cut'],
    ['another root', '<Sanctions></Sanctions>', 'records/xml-root'],
  ]

  it.each(refused)('refuses %s', (_, text, code) => {
    const list = read(text)
    expect(list.ok).toBe(false)
    expect(codes(list)).toContain(code)
  })

  it('is not proven without a count', () => {
    const list = read(xml([record(1, NAME)], ''))
    expect(codes(list)).toContain('lists/ofac-no-count')
    expect(list.ok && list.value.whole).toBe('unproven')
  })
})

/** What stands in both files, in words that do not depend on the order. */
function essence(entry: ListEntry): unknown {
  return {
    kind: entry.kind,
    names: entry.names.map((name) => `${name.kind} ${name.quality} ${name.text}`).toSorted(),
    programmes: entry.programmes.toSorted(),
    births: entry.births ?? [],
    birthPlaces: entry.birthPlaces ?? [],
    links: entry.links ?? [],
    addresses: entry.addresses.map(({ country, text }) => `${text} (${country})`).toSorted(),
  }
}

describe.skipIf(noShared)("the issuer's CONSOLIDATED.XML", () => {
  it('of March 2025 says the same as the CSV files of December of all that did not change', () => {
    const { bytes } = sharedFile('ofac/consolidated/consolidated_2025-03-28.xml')
    const list = readWhole(readOfacXml, bytesInMemory('consolidated.xml', bytes))
    expect(list.diagnostics).toEqual([])
    if (!list.ok) throw new Error('not read')
    const { entries, id, published, whole } = list.value
    expect([id, published, whole, entries.length]).toEqual([
      'ofac-consolidated',
      '2025-03-28',
      'proven',
      443,
    ])
    const folder = 'ofac/consolidated/2025-12-19/cons_'
    const csv = readOrThrow({
      sdn: sharedFile(`${folder}prim.csv`),
      alt: sharedFile(`${folder}alt.csv`),
      add: sharedFile(`${folder}add.csv`),
      comments: sharedFile(`${folder}comments.csv`),
      published: '2025-12-19',
    })
    expect(csv.id).toBe('ofac-consolidated')
    const later = new Map(csv.entries.map((entry) => [entry.id, essence(entry)]))
    const gone = entries.filter((entry) => !later.has(entry.id))
    expect(gone.map((entry) => entry.id)).toEqual(['26182'])
    const same = entries.filter((entry) => {
      const other = later.get(entry.id)
      return other !== undefined && JSON.stringify(other) === JSON.stringify(essence(entry))
    })
    // Of 442, OFAC changed programmes, names or addresses of a few between the two days.
    expect(same.length).toBeGreaterThan(415)
    const links = entries.flatMap((entry) => entry.links ?? [])
    expect(links.filter((link) => link.entry !== undefined).length / links.length).toBeGreaterThan(
      0.5,
    )
    expect(readOfacCsv({ sdn: { name: 'x.xml', bytes }, published: null }).ok).toBe(false)
  })
})
