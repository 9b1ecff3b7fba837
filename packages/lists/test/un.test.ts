import { type ByteSource, bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import type { DesignationList, ListEntry, ListedName } from '../src/index.ts'
import { readUnXml, readWhole } from '../src/index.ts'
import { codes, noShared, noteSkipped, sharedFile } from './sources.ts'

noteSkipped()

function sourceOf(text: string): ByteSource {
  return bytesInMemory('consolidated.xml', Buffer.from(text))
}

/** A list of made records; each has what every record has, unless it says so itself. */
function list(...records: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
<INDIVIDUALS>
${records.join('\n')}
</INDIVIDUALS><ENTITIES/>
</CONSOLIDATED_LIST>`
}

function person(content: string, id = 'XXi.001'): string {
  return `<INDIVIDUAL><DATAID>690001</DATAID><UN_LIST_TYPE>Atlantis</UN_LIST_TYPE>
<REFERENCE_NUMBER>${id}</REFERENCE_NUMBER>${content}</INDIVIDUAL>`
}

function entriesOf(...records: readonly string[]): readonly ListEntry[] {
  const read = readWhole(readUnXml, sourceOf(list(...records)))
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics, null, 1))
  return read.value.entries
}

function only(content: string): ListEntry {
  return entriesOf(person(`<FIRST_NAME>ILM</FIRST_NAME>${content}`))[0] as ListEntry
}

function texts(names: readonly ListedName[]): readonly string[] {
  return names.map(({ text, kind, quality }) => `${text} | ${kind} ${quality}`)
}

function alias(name: string, quality = 'Good', more = ''): string {
  const tag = 'INDIVIDUAL_ALIAS'
  return `<${tag}><QUALITY>${quality}</QUALITY><ALIAS_NAME>${name}</ALIAS_NAME>${more}</${tag}>`
}

describe('names', () => {
  it('has the parts of a name, and the name in its own script', () => {
    const [entry] = entriesOf(
      person(`<FIRST_NAME>ILM</FIRST_NAME><SECOND_NAME>OR</SECOND_NAME>
        <THIRD_NAME>AN
        BO</THIRD_NAME><FOURTH_NAME/><NAME_ORIGINAL_SCRIPT>إيلم</NAME_ORIGINAL_SCRIPT>`),
    )
    expect(entry?.names).toEqual([
      {
        text: 'ILM OR AN BO',
        kind: 'primary',
        quality: 'strong',
        parts: { given: 'ILM', middle: 'OR', family: 'AN BO' },
      },
      { text: 'إيلم', kind: 'aka', quality: 'strong', script: 'Arab' },
    ])
    expect(entry?.otherIds).toEqual(['690001'])
    expect(entry?.programmes).toEqual(['Atlantis'])
  })

  it('reads the qualities of aliases; a blank form is none', () => {
    const entry = only(
      alias('A', 'Good') +
        alias('B', 'Low') +
        alias('C', 'a.k.a.') +
        alias('D', 'f.k.a.') +
        '<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>',
    )
    expect(texts(entry.names.slice(1))).toEqual([
      'A | aka strong',
      'B | aka weak',
      'C | aka strong',
      'D | fka strong',
    ])
    expect(entry.facts).toBe(undefined)
  })

  it('keeps a named alias of no known quality as a strong one, and says so once', () => {
    const record = person(`<FIRST_NAME>A</FIRST_NAME>${alias('B', '')}${alias('C', 'Fair')}`)
    const read = readWhole(readUnXml, sourceOf(list(record)))
    expect(codes(read)).toEqual(['lists/alias-quality', 'lists/few-entries'])
    expect(read.diagnostics[0]?.params).toMatchObject({ count: 2, text: '' })
    if (!read.ok) throw new Error('not read')
    expect(texts(read.value.entries[0]?.names ?? [])).toContain('C | aka strong')
  })

  it.each([
    ['A B; C D', ['A B', 'C D']],
    ['A B; C D b) E F; G H', ['A B', 'C D', 'E F', 'G H']],
    ['حسن (Hasan; Hassan)', ['حسن', 'Hasan', 'Hassan']],
    ['حسن (Hasan)', ['حسن', 'Hasan']],
    ['Front (AB) (جبهة (original script); Jabha)', ['Front', 'AB', 'جبهة', 'Jabha']],
    ['ABC FRONT (AF)', ['ABC FRONT (AF)']],
    ['A (B; C) D', ['A (B; C) D']],
    ['(Sheikh) Musa', ['(Sheikh) Musa']],
    [';', [';']],
  ])('takes %s apart', (printed, wanted) => {
    expect(
      only(alias(printed))
        .names.slice(1)
        .map(({ text }) => text),
    ).toEqual(wanted)
  })

  it('takes two names of an entity in one field apart', () => {
    const [entry] = entriesOf(`<ENTITY><UN_LIST_TYPE>X</UN_LIST_TYPE>
      <REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER>
      <FIRST_NAME>AB LINES (AL) ; CD COMPANY</FIRST_NAME></ENTITY>`)
    expect(entry?.kind).toBe('entity')
    expect(texts(entry?.names ?? [])).toEqual([
      'AB LINES (AL) | primary strong',
      'CD COMPANY | aka strong',
    ])
  })

  it('keeps what an alias says besides: its own script, papers, notes', () => {
    const more = '<DATE_OF_BIRTH>1980-08-08</DATE_OF_BIRTH><CITY_OF_BIRTH>Ys</CITY_OF_BIRTH>'
    const entry = only(
      alias('Abu', 'Low', '<NOTE>original script: Абу</NOTE>') + alias('Ric', 'Good', more),
    )
    expect(texts(entry.names)).toContain('Абу | aka weak')
    expect(entry.births?.map(({ from, text }) => [from, text])).toEqual([['1980-08-08', 'as Ric']])
    expect(entry.facts?.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'alias note: Abu: original script: Абу',
      'alias place of birth: Ric: Ys',
    ])
  })
})

describe('dates of birth', () => {
  const births = (content: string): unknown =>
    only(`<INDIVIDUAL_DATE_OF_BIRTH>${content}</INDIVIDUAL_DATE_OF_BIRTH>`).births?.map((one) =>
      [one.from, one.to, one.precision, ...(one.circa ? ['circa'] : [])].join(' '),
    )
  const type = (name: string): string => `<TYPE_OF_DATE>${name}</TYPE_OF_DATE>`

  it.each([
    [`${type('EXACT')}<DATE>1964-07-17</DATE>`, '1964-07-17 1964-07-17 day'],
    [`${type('EXACT')}<DATE>1964-07-17-04:00</DATE>`, '1964-07-17 1964-07-17 day'],
    [`${type('EXACT')}<YEAR>1971</YEAR>`, '1971-01-01 1971-12-31 year'],
    [`${type('APPROXIMATELY')}<YEAR>1971</YEAR>`, '1971-01-01 1971-12-31 year circa'],
    [
      `${type('BETWEEN')}<FROM_YEAR>1955</FROM_YEAR><TO_YEAR>1958</TO_YEAR>`,
      '1955-01-01 1958-12-31 range',
    ],
    [
      `${type('BETWEEN')}<NOTE>Approximately </NOTE>
<FROM_YEAR>1955</FROM_YEAR><TO_YEAR>1958</TO_YEAR>`,
      '1955-01-01 1958-12-31 range circa',
    ],
    [`${type('EXACT')}<NOTE>Sep.</NOTE><YEAR>1958</YEAR>`, '1958-09-01 1958-09-30 month'],
    [`${type('EXACT')}<NOTE>Nov. 1973 </NOTE>`, '1973-11-01 1973-11-30 month'],
  ])('%s', (content, wanted) => {
    expect(births(content)).toEqual([wanted])
  })

  it('keeps what is no date as a fact; only a date out of its form is odd', () => {
    const birth = (content: string): string =>
      `<INDIVIDUAL_DATE_OF_BIRTH>${content}</INDIVIDUAL_DATE_OF_BIRTH>`
    const record = person(
      `<FIRST_NAME>A</FIRST_NAME>${birth('<TYPE_OF_DATE/>')}${birth('<NOTE>30-35 years old</NOTE>')}
${birth('<DATE>1979-03-03</DATE><NOTE>from false passport</NOTE>')}
${birth('<DATE>1964-17-07</DATE>')}
${birth('<FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1950</TO_YEAR>')}
${birth('<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><DATE>1950-02-30</DATE>')}`,
    )
    const read = readWhole(readUnXml, sourceOf(list(record)))
    expect(codes(read)).toEqual(['lists/dates-not-read', 'lists/few-entries'])
    expect(read.diagnostics[0]?.params).toMatchObject({ count: 3, text: '1964-17-07' })
    if (!read.ok) throw new Error('not read')
    const [entry] = read.value.entries
    expect(entry?.births?.map(({ from }) => from)).toEqual(['1979-03-03'])
    expect(entry?.facts?.map(({ text }) => text)).toEqual([
      '30-35 years old',
      '1979-03-03, from false passport',
      '1964-17-07',
      '1960..1950',
      '1950-02-30',
    ])
  })
})

describe('documents and the rest', () => {
  it('reads numbers, days and doubts of documents', () => {
    const document = (content: string): string =>
      `<INDIVIDUAL_DOCUMENT>${content}</INDIVIDUAL_DOCUMENT>`
    const entry = only(
      document(`<TYPE_OF_DOCUMENT>Numéro de passeport</TYPE_OF_DOCUMENT><NUMBER>A 1</NUMBER>
        <ISSUING_COUNTRY>Mali</ISSUING_COUNTRY><DATE_OF_ISSUE>2004-05-06</DATE_OF_ISSUE>
        <NOTE>expires on 6 May 2009</NOTE>`) +
        document(`<TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT>
          <NUMBER>2</NUMBER>`) +
        document(`<TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT>
          <TYPE_OF_DOCUMENT2>Italian Fiscal Code:</TYPE_OF_DOCUMENT2><NUMBER>3</NUMBER>
          <NOTE>fraudulently obtained</NOTE>`) +
        document('<TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NOTE>under another name</NOTE>') +
        document(''),
    )
    expect(entry.identifiers).toEqual([
      {
        kind: 'passport',
        number: 'A 1',
        label: 'Numéro de passeport',
        country: 'ML',
        issued: '2004-05-06',
        expires: '2009-05-06',
      },
      { kind: 'national-id', number: '2' },
      { kind: 'tax', number: '3', label: 'Italian Fiscal Code:', doubtful: true },
    ])
    expect(entry.facts?.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'document note: A 1: expires on 6 May 2009',
      'document note: 3: fraudulently obtained',
      'document: Passport, under another name',
    ])
  })

  it('links the parties that comments name by their numbers', () => {
    const entry = only(`<COMMENTS1>Member of A (QDe.004), son of B (XXi.007); see QDe.004 and
      his own XXi.001.</COMMENTS1>`)
    expect(entry.links?.map(({ entry: number }) => number)).toEqual(['QDe.004', 'XXi.007'])
  })

  it('keeps all other statements', () => {
    const entry = only(`<LISTED_ON>2009-07-17-04:00</LISTED_ON><GENDER>MALE</GENDER>
      <SUBMITTED_BY>Germany</SUBMITTED_BY><COMMENTS1>One.
Two.</COMMENTS1><DESIGNATION><VALUE>Head </VALUE><VALUE/></DESIGNATION>
      <TITLE><VALUE>Dr.</VALUE></TITLE>
      <NATIONALITY><VALUE>Russian Federation</VALUE><VALUE>na</VALUE>
      <VALUE>Yemeni</VALUE><VALUE>Ys</VALUE></NATIONALITY>
      <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
      <LAST_DAY_UPDATED><VALUE>2016-10-13</VALUE>
      <VALUE/><VALUE>2011-02-03</VALUE></LAST_DAY_UPDATED>
      <INDIVIDUAL_ADDRESS><STREET>1 Road</STREET><CITY>Ys</CITY>
      <STATE_PROVINCE>West</STATE_PROVINCE>
      <ZIP_CODE>123</ZIP_CODE><COUNTRY>France</COUNTRY><NOTE>until 2001</NOTE></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Ys</CITY>
      <COUNTRY>France</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
      <INDIVIDUAL_PLACE_OF_BIRTH/>`)
    expect(entry).toMatchObject({
      listedOn: '2009-07-17',
      modifiedOn: '2016-10-13',
      gender: 'male',
      remarks: 'One.\nTwo.',
      positions: ['Head'],
      titles: ['Dr.'],
      nationalities: ['RU', 'YE', 'Ys'],
      birthPlaces: ['Ys, France'],
    })
    expect(entry.addresses).toEqual([
      { text: '1 Road, Ys', country: 'France', city: 'Ys', region: 'West', postalCode: '123' },
    ])
    expect(entry.facts?.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'earlier updates: 2011-02-03',
      'address note: 1 Road, Ys, West, 123, France: until 2001',
      'SUBMITTED_BY: Germany',
    ])
  })
})

describe('records made to do harm', () => {
  it.each([
    ['brackets', '('.repeat(400_000)],
    ['brackets that close', '()'.repeat(200_000)],
    ['semicolons', 'A;'.repeat(200_000)],
    ['letters in brackets', ' a) '.repeat(100_000)],
  ])('a name of many %s takes no long time', (_, name) => {
    const started = performance.now()
    only(alias(name, 'Good', `<NOTE>${name}</NOTE>`))
    only(`<INDIVIDUAL_DOCUMENT><NUMBER>1</NUMBER><NOTE>${'expir'.repeat(80_000)}</NOTE>
      </INDIVIDUAL_DOCUMENT><COMMENTS1>${name}</COMMENTS1>`)
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})

describe('what is no whole list', () => {
  const named = '<FIRST_NAME>A</FIRST_NAME>'
  it.each([
    ['no entry', list(), 'lists/no-entries'],
    ['a number twice', list(person(named), person(named)), 'lists/duplicate-number'],
    ['no name', list(person('<FIRST_NAME> </FIRST_NAME>')), 'lists/record-missing'],
    ['no number', list(person(named, '')), 'lists/record-missing'],
    ['another root', '<sdnList/>', 'records/xml-root'],
    [
      'no list type',
      list('<ENTITY><REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER></ENTITY>'),
      'lists/record-missing',
    ],
    [
      'no day of its making',
      list(person(named)).replace('2026-02', '2026-'),
      'lists/bad-published',
    ],
    ['cut', list(person(named)).slice(0, -10), 'records/xml-cut'],
  ])('%s', (_, text, code) => {
    const read = readWhole(readUnXml, sourceOf(text))
    expect([read.ok, codes(read)]).toEqual([false, [code]])
  })

  it('tells the lines of both records with one number', () => {
    const read = readWhole(readUnXml, sourceOf(list(person(named), person(named))))
    expect(read.diagnostics[0]?.places.map(({ line }) => line)).toEqual([6, 4])
  })

  it('an excerpt is not proven whole; a day is taken from the options where there is none', () => {
    const text = list(person(named)).replace(/ dateGenerated="[^"]*"/, '')
    const read = readWhole(readUnXml, sourceOf(text), { published: '2026-03-01' })
    expect(codes(read)).toEqual(['lists/few-entries'])
    expect(read.ok && [read.value.published, read.value.whole]).toEqual(['2026-03-01', 'unproven'])
  })
})

const OFFICIAL = [
  ['un/un_consolidated_2020.xml', '2020-11-30', 713, 305],
  ['un/un_consolidated_2026-02-27.xml', '2026-02-27', 730, 273],
] as const

describe.skipIf(noShared)('whole official files', () => {
  const open = (file: string): { list: DesignationList; text: string } => {
    const { name, bytes } = sharedFile(file)
    const read = readWhole(readUnXml, bytesInMemory(name, bytes))
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics, null, 1))
    expect(read.diagnostics).toEqual([])
    return { list: read.value, text: Buffer.from(bytes).toString('utf8') }
  }

  it.each(OFFICIAL)('%s', (file, published, persons, entities) => {
    const { list: whole, text } = open(file)
    expect([whole.published, whole.whole, whole.id]).toEqual([published, 'proven', 'un-sc'])
    const kinds = whole.entries.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'person').length).toBe(persons)
    expect(kinds.filter((kind) => kind === 'entity').length).toBe(entities)
    // Each alias and each original name of the file stands among the names, whole or taken apart.
    const names = new Set(whole.entries.flatMap((entry) => entry.names.map((name) => name.text)))
    const printed = [...text.matchAll(/<(?:ALIAS_NAME|NAME_ORIGINAL_SCRIPT)>([^<]*[^<\s][^<]*)</g)]
    const missing = printed
      .map(([, name = '']) => name.replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim())
      .filter((name) => !names.has(name) && !/[;]|^[^A-Za-z]+\(/.test(name))
    expect(missing.filter((name) => !name.includes('('))).toEqual([])
  })

  it('has the counts of its own elements in 2026', () => {
    const { list: whole, text } = open('un/un_consolidated_2026-02-27.xml')
    const aliases = text.match(/<ALIAS_NAME>[^<]*[^<\s][^<]*</g) ?? []
    expect(aliases.length).toBe(2_752)
    const originals = text.match(/<NAME_ORIGINAL_SCRIPT>[^<]*[^<\s][^<]*</g) ?? []
    expect(originals.length).toBe(378)
    const names = whole.entries.flatMap((entry) => entry.names)
    expect(names.length).toBe(4_250)
    expect(names.filter(({ quality }) => quality === 'weak').length).toBe(645)
    expect(names.filter(({ kind }) => kind === 'primary').length).toBe(1_003)
    const count = (programme: string): number =>
      whole.entries.filter((entry) => entry.programmes.includes(programme)).length
    expect([count('Iran'), count('Al-Qaida'), count('Haiti')]).toEqual([121, 341, 11])
    expect(whole.entries.filter((entry) => entry.listedOn === undefined)).toEqual([])
    const births = whole.entries.flatMap((entry) => entry.births ?? [])
    expect(births.filter(({ circa }) => circa).length).toBe(116 + 8)
    expect(births.filter(({ precision }) => precision === 'range').length).toBe(31)
    const numbers = whole.entries.flatMap((entry) => entry.identifiers ?? [])
    expect(numbers.length).toBe(454)
  })

  it('a list type that is gone is no error: Iran in 2020 has 84', () => {
    const { list: whole } = open('un/un_consolidated_2020.xml')
    const kept = whole.entries.filter((entry) => !entry.programmes.includes('Iran'))
    expect(whole.entries.length - kept.length).toBe(84)
  })

  it('cut anywhere it is an error', () => {
    const { name, bytes } = sharedFile('un/un_consolidated_2026-02-27.xml')
    for (let part = 1; part <= 9; part += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 9) - 40 + part)
      expect(codes(readWhole(readUnXml, bytesInMemory(name, cut)))).toEqual(['records/xml-cut'])
    }
  })
})
