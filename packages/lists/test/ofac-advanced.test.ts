import { bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import type { ListEntry } from '../src/index.ts'
import { readOfacAdvancedXml, readWhole } from '../src/index.ts'
import { codes, fixture } from './sources.ts'

const made = new TextDecoder().decode(fixture('ofac-advanced-made.xml').bytes)

function read(text: string) {
  return readWhole(
    readOfacAdvancedXml,
    bytesInMemory('SDN_ADVANCED.XML', new TextEncoder().encode(text)),
  )
}

function madeList() {
  const list = read(made)
  if (!list.ok) throw new Error(JSON.stringify(list.diagnostics, null, 1))
  return list
}

const PERSON: ListEntry = {
  id: '90001',
  kind: 'person',
  otherIds: ['80001'],
  names: [
    {
      text: 'VYDUMANNY, Ivan Petrovich',
      kind: 'primary',
      quality: 'strong',
      parts: { family: 'VYDUMANNY', given: 'Ivan', patronymic: 'Petrovich' },
    },
    { text: 'Vanya', kind: 'aka', quality: 'weak', parts: { given: 'Vanya' } },
    {
      text: 'Выдуманный Иван',
      kind: 'aka',
      quality: 'strong',
      script: 'Cyrl',
      parts: { family: 'Выдуманный', given: 'Иван' },
    },
    {
      text: 'إيفان',
      kind: 'fka',
      quality: 'strong',
      script: 'Arab',
      parts: { given: 'إيفان' },
    },
  ],
  programmes: ['INVENTED-EO00000', 'INVENTED2'],
  remarks: 'Deputy of a body that is not',
  addresses: [
    {
      text: '1 Invented Street, Lima, Callao 00000',
      country: 'Peru',
      city: 'Lima',
      region: 'Callao',
      postalCode: '00000',
    },
  ],
  births: [{ from: '1951-01-01', to: '1951-12-31', precision: 'year', circa: true }],
  birthPlaces: ['Moscow, Russia'],
  nationalities: ['RU'],
  citizenships: ['KP'],
  gender: 'male',
  positions: ['Keeper of Inventions'],
  identifiers: [
    { kind: 'wallet', number: '1InventedInvented', label: 'XBT' },
    {
      kind: 'passport',
      number: 'X0000000',
      country: 'KP',
      issued: '2010-03-01',
      expires: '2020',
    },
    { kind: 'tax', number: '000', label: 'Tax ID No.', doubtful: true },
  ],
  links: [
    {
      kind: 'Acting for or on behalf of (former)',
      name: 'INVENTED & SONS LTD.',
      entry: '90002',
    },
  ],
  listedOn: '2022-02-24',
  measures: [
    { programme: 'INVENTED-EO00000', basis: 'E.O. 00000', since: '2022-02-24' },
    { programme: 'INVENTED2', basis: 'E.O. 00000', since: '2022-02-24' },
    { kind: 'Block', basis: 'E.O. 00000', since: '2022-02-24' },
  ],
  facts: [
    { label: 'Birthdate', text: '1 Mehr 1330' },
    { label: 'Birthdate reliability', text: 'False' },
    { label: 'Secondary sanctions risk', text: 'section 0' },
    { label: 'Tax ID No.', text: '000: Fraudulent' },
    { label: 'Tax ID No.', text: '000: Office of Inventions' },
    { label: 'Listing', text: 'only on odd days' },
  ],
}

describe('Advanced XML, made by its schema', () => {
  it('says which list of which day it is', () => {
    const list = madeList()
    expect(codes(list)).toEqual(['lists/few-entries'])
    const { entries, id, published, whole } = list.value
    expect([id, published, whole, entries.length]).toEqual([
      'ofac-sdn',
      '2026-07-11',
      'unproven',
      3,
    ])
  })

  it('reads a person: names in three scripts, features, documents, relation, listing', () => {
    expect(madeList().value.entries[0]).toEqual(PERSON)
  })

  it('reads an organisation and a ship, the directions of links, a programme by its basis', () => {
    const [, company, ship] = madeList().value.entries
    expect(company).toMatchObject({
      kind: 'entity',
      names: [{ text: 'INVENTED & SONS LTD.', kind: 'primary' }],
      programmes: ['INVENTED-EO00000'],
      identifiers: [{ kind: 'other', number: 'G-0', label: 'Guild Card' }],
      contacts: ['www.example.org'],
      links: [
        {
          kind: 'Acting for or on behalf of (former)',
          name: 'VYDUMANNY, Ivan Petrovich',
          entry: '90001',
          direction: 'to',
        },
        { kind: 'Family member of', name: 'SHIP OF THE MIND', entry: '90003' },
      ],
      measures: [{ kind: 'Listing Date', basis: 'CMIC', since: '2021-06-03' }],
    })
    expect(ship).toMatchObject({
      kind: 'vessel',
      countries: ['RU'],
      identifiers: [
        { kind: 'call-sign', number: 'XX00' },
        { kind: 'imo', number: '0000000' },
      ],
      established: [{ from: '1992-01-01', to: '1993-06-30', precision: 'range' }],
      facts: [{ label: 'Vessel Type', text: 'Tug' }],
    })
  })

  it('tells the consolidated list by what its listings name', () => {
    const list = read(made.replace('>SDN List<', '>Non-SDN Invented List<'))
    expect(list.ok && list.value.id).toBe('ofac-consolidated')
  })

  const without = (from: string, to: string): string => {
    const start = made.indexOf(from)
    return made.slice(0, start) + made.slice(made.indexOf(to, start) + to.length)
  }
  const refused: readonly (readonly [string, string, string])[] = [
    [
      'a file of changes',
      made.replace('Version="7"', 'Version="7" DeltaBaseVersion="6"'),
      'lists/ofac-delta',
    ],
    [
      'a record of changes',
      made.replace(
        '<DistinctParty FixedRef="90002"',
        '<DistinctParty DeltaAction="delete" FixedRef="90002"',
      ),
      'lists/ofac-delta',
    ],
    [
      'a missing value',
      made.replace('<Script ID="220"', '<Script ID="221"'),
      'lists/ofac-reference',
    ],
    [
      'a missing location',
      made.replace('<Location ID="100"', '<Location ID="99"'),
      'lists/ofac-reference',
    ],
    [
      'a missing group',
      made.replace('<NamePartGroup ID="24"', '<NamePartGroup ID="25"'),
      'lists/ofac-reference',
    ],
    [
      'a relation to nobody',
      made.replace('From-ProfileID="90003"', 'From-ProfileID="9"'),
      'lists/ofac-reference',
    ],
    [
      'a missing party',
      without('<DistinctParty FixedRef="90003">', '</DistinctParty>'),
      'lists/ofac-no-party',
    ],
    [
      'a party twice',
      made.replace('FixedRef="90003">\n      <Prof', 'FixedRef="90002">\n      <Prof'),
      'lists/duplicate-number',
    ],
    ['an unknown type', made.replace('>Individual<', '>Robot<'), 'lists/record-value'],
    [
      'a party without a name',
      without('<NamePartValue NamePartGroupID="24"', '</NamePartValue>'),
      'lists/record-missing',
    ],
    ['no parties', without('<DistinctParties>', '</SanctionsEntries>'), 'lists/no-entries'],
    ['a cut file', made.slice(0, -20), 'records/xml-cut'],
  ]

  it.each(refused)('refuses %s', (_, text, code) => {
    expect(text).not.toBe(made)
    const list = read(text)
    expect(list.ok).toBe(false)
    expect(codes(list)).toContain(code)
    for (const one of list.diagnostics)
      expect(one.places.every((place) => place.line >= 1)).toBe(true)
  })

  it('warns of a party that no listing names', () => {
    const list = read(without('<SanctionsEntry ID="90003"', '</SanctionsEntry>'))
    expect(codes(list)).toContain('lists/ofac-unlisted')
    expect(list.ok && list.value.entries[2]?.programmes).toEqual([])
  })

  it('never reads a cut file as a list', () => {
    for (let at = 0; at < made.trimEnd().length; at += 131) {
      const list = read(made.slice(0, at))
      expect(list.ok).toBe(false)
      expect(list.diagnostics.length).toBeGreaterThan(0)
    }
  })

  it('throws for no damage: attributes and texts taken out, numbers changed', () => {
    const spots = [...made.matchAll(/ \w[\w-]*="[^"]*"|>[^<\s][^<]*</g)]
    for (const spot of spots) {
      const start = spot.index
      const end = start + spot[0].length
      const gone = spot[0].startsWith('>') ? '><' : ''
      const list = read(made.slice(0, start) + gone + made.slice(end))
      expect(list.ok || list.diagnostics.length > 0).toBe(true)
      if (list.ok) expect(list.value.entries.length).toBe(3)
    }
  })
})
