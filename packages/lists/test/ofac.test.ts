import { describe, expect, it } from 'vitest'
import { OFAC_LIMITS, readOfacCsv } from '../src/index.ts'
import { codes, fixture, named, official, readOrThrow, sdnRow } from './sources.ts'

const published = '2021-07-07'
const row = sdnRow(7, 'A, B', { type: 'individual' })

function readText(text: string | Uint8Array, more: object = {}) {
  return readOfacCsv({ sdn: named('SDN.CSV', text), published, ...more })
}

describe('what the official files say', () => {
  it('reads the ICC rows with their addresses', () => {
    const sdn = fixture('sdn-icc-2026-07.csv')
    const add = fixture('add-icc-2025-12-24.csv')
    const list = readOrThrow({ sdn, add, published: null })
    const prost = list.entries.find((entry) => entry.id === '54217')
    expect(prost).toEqual({
      id: '54217',
      kind: 'person',
      names: [{ text: 'PROST, Kimberly', kind: 'primary', quality: 'strong' }],
      programmes: ['ICC-EO14203'],
      remarks: 'DOB 04 Jun 1958; POB Winnipeg, Canada; nationality Canada; Gender Female.',
      addresses: [{ text: 'The Hague', country: 'Netherlands', city: 'The Hague' }],
      births: [{ from: '1958-06-04', to: '1958-06-04', precision: 'day' }],
      birthPlaces: ['Winnipeg, Canada'],
      nationalities: ['CA'],
      gender: 'female',
    })
    const plain = readOrThrow({ sdn, add, published: null, remarks: 'keep' })
    expect(Object.keys(plain.entries[5] ?? {})).toEqual(Object.keys(plain.entries[0] ?? {}))
    expect(plain.entries.some((entry) => entry.births !== undefined)).toBe(false)
    expect([list.id, list.provenance, list.whole]).toEqual(['ofac-sdn', 'official', 'unproven'])
  })

  it('maps types, splits programmes, joins aliases with their kinds', () => {
    const alt = official('1,10,"fka","OLD",-0- ', '1,11,"nka","NEW",-0- ', '1,12,"aka","X",-0- ')
    const rows = [
      sdnRow(1, 'E', { programme: 'SDGT] [IRGC] [IFSR' }),
      sdnRow(2, 'P', { type: 'individual' }),
      sdnRow(3, 'V', { type: 'vessel' }),
      sdnRow(4, 'F', { type: 'aircraft' }),
    ]
    const list = readOrThrow({
      sdn: named('SDN.CSV', official(...rows)),
      alt: named('ALT.CSV', alt),
      published,
    })
    const kinds = list.entries.map((entry) => entry.kind)
    expect(kinds).toEqual(['entity', 'person', 'vessel', 'aircraft'])
    expect(list.entries[0]?.programmes).toEqual(['SDGT', 'IRGC', 'IFSR'])
    const names = list.entries[0]?.names.map((name) => `${name.kind} ${name.text}`)
    expect(names).toEqual(['primary E', 'fka OLD', 'nka NEW', 'aka X'])
  })

  it('finds weak aliases in remarks, apostrophes included', () => {
    const remarks = "DOB 1970; a.k.a. 'ABU-'UMAR'; a.k.a. 'SUE RC 'KMP''; a.k.a. 'LAST'."
    const list = readOrThrow({ sdn: named('S', official(sdnRow(1, 'E', { remarks }))), published })
    const weak = list.entries[0]?.names.filter((name) => name.quality === 'weak')
    expect(weak?.map((name) => name.text)).toEqual(["ABU-'UMAR", "SUE RC 'KMP'", 'LAST'])
  })

  it('continues remarks without a separator, and leaves out half a weak alias', () => {
    const start = "; a.k.a. 'snow"
    const remarks = 'x'.repeat(1_000 - start.length) + start
    const sdn = named('SDN.CSV', official(sdnRow(1, 'E', { remarks })))
    const comments = named('SDN_COMMENTS.CSV', `1,"man'; Linked To: F."\r\n`)
    const joined = readOrThrow({ sdn, comments, published })
    expect(joined.entries[0]?.names[1]?.text).toBe('snowman')
    const alone = readOfacCsv({ sdn, published })
    expect(codes(alone)).toContain('lists/remarks-cut')
    expect(alone.ok && alone.value.entries[0]?.names.length).toBe(1)
  })

  it('reads doubled quotes, commas in quotes and unquoted text', () => {
    const odd = '7,A ""B"",-0- ,X,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"say ""so"", yes"\r\n\x1a'
    const list = readOrThrow({ sdn: named('S', odd), published })
    expect(list.entries[0]?.remarks).toBe('say "so", yes')
  })
})

describe('what is refused', () => {
  const refused: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['an empty file', '', 'records/empty-file'],
    ['only an end mark', '\x1a', 'records/empty-file'],
    ['only line ends', '\r\n\r\n', 'records/empty-file'],
    ['a cut inside quotes', `${row}\r\n8,"SECO`, 'lists/row-cut'],
    ['a cut between fields', `${row}\r\n8,"SECOND",`, 'lists/row-cut'],
    ['a cut inside the null', row.slice(0, -2), 'lists/row-cut'],
    ['an open quote in the middle', official('8,"SECOND,-0- ', row), 'lists/unclosed-quote'],
    ['text behind a quote', official(row.replace('"A, B"', '"A"B"')), 'lists/text-after-quote'],
    ['too few columns', official(row, '8,"SECOND"'), 'lists/wrong-columns'],
    ['a word for a number', official(row, sdnRow('x8', 'SECOND')), 'lists/bad-number'],
    ['a header', official('ent_num,SDN_Name', row), 'lists/wrong-file'],
    ['an unknown type', official(sdnRow(1, 'E', { type: 'robot' })), 'lists/unknown-type'],
    ['no name', official(row.replace('"A, B"', '-0- ')), 'lists/missing-field'],
    ['no programme', official(row.replace('"SDGT"', '-0- ')), 'lists/missing-field'],
    ['a number twice', official(row, row), 'lists/duplicate-number'],
    ['a NUL byte', official(row.replace('A, B', 'A\0B')), 'lists/control-character'],
    ['an end mark in the middle', `${official(row)}${official(row)}`, 'lists/control-character'],
    ['Latin-1', Buffer.from(official(row.replace('A,', 'Á,')), 'latin1'), 'lists/wrong-encoding'],
    ['UTF-16', Buffer.from(official(row), 'utf16le'), 'lists/wrong-file'],
    ['HTML', '<!DOCTYPE html><html>503</html>', 'lists/wrong-file'],
    ['JSON', '{"error": 503}', 'lists/wrong-file'],
    ['the delimited format', '36@"AEROCARIBBEAN"@-0- ', 'lists/wrong-file'],
    ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'lists/wrong-file'],
    ['EU XML', '<?xml?><export xmlns="http://eu.europa.ec/fpi/fsd/export">', 'lists/wrong-file'],
  ]

  it.each(refused)('%s', (_, text, code) => {
    const read = readText(text)
    expect(read.ok).toBe(false)
    expect(codes(read)).toContain(code)
  })

  it('names the place, the number of the row first and the line it collides with', () => {
    const read = readText(official(row, sdnRow(8, 'C'), row))
    const places = read.diagnostics[0]?.places.map((place) => [place.line, place.column])
    expect(places).toEqual([
      [3, 1],
      [1, 1],
    ])
    const cut = readText(`${row}\r\n8,"SECO`).diagnostics[0]
    expect(cut?.places[0]).toMatchObject({ line: 2, column: 8, excerpt: '8,"SECO' })
  })

  it('shows no remarks in an excerpt', () => {
    const long = sdnRow(8, 'C', { remarks: `${'x'.repeat(200)}; Passport 123` })
    const cut = readText(`${row}\r\n${long.slice(0, -3)}`).diagnostics[0]
    expect(cut?.places[0]).toMatchObject({ line: 2, column: 1, length: 120 })
    expect(cut?.places[0]?.excerpt).not.toContain('Passport')
    const nul = readText(official(row, long.replace('123', '\0'))).diagnostics[0]
    expect(nul?.places[0]).toMatchObject({ line: 2, column: 1, length: 120 })
  })

  it('lists 20 problems and counts the rest', () => {
    const rows = Array.from({ length: 25 }, (_, index) => `${index + 10},"SHORT"`)
    const read = readText(official(row, ...rows))
    expect(read.diagnostics.length).toBe(21)
    expect(read.diagnostics.at(-1)).toMatchObject({
      code: 'records/more-problems',
      params: { count: 5 },
    })
  })

  it('ends at its limits', () => {
    const bytes = readText(official(row), { limits: { ...OFAC_LIMITS, bytes_max: 5 } })
    expect(codes(bytes)).toEqual(['records/file-too-large'])
    const rows = readText(official(row, sdnRow(8, 'C')), {
      limits: { ...OFAC_LIMITS, rows_max: 1 },
    })
    expect(codes(rows)).toEqual(['records/too-many-rows'])
  })

  it('a wrong day and a wrong side file', () => {
    expect(codes(readText(official(row), { published: '2021-02-30' }))).toEqual([
      'lists/bad-published',
    ])
    const alt = named('ALT.CSV', official('7,1,"alias","X",-0- ', '7,2,"aka",-0- ,-0- '))
    const read = readText(official(row), { alt })
    expect(codes(read)).toEqual(['lists/unknown-alias-type', 'lists/missing-field'])
    expect(codes(readText(official(row), { add: alt }))).toEqual(['lists/wrong-file'])
  })
})

describe('what is only warned of', () => {
  it('a short list, a missing mark, missing aliases', () => {
    const read = readText(`${row}\n`)
    expect(read.ok && read.value.whole).toBe('unproven')
    expect(codes(read)).toEqual(['lists/no-aliases', 'lists/no-end-mark', 'lists/few-entries'])
  })

  it('letters beyond ASCII, a byte order mark', () => {
    const read = readText(`\ufeff${official(row.replace('A, B', 'Á, B'))}`)
    expect(codes(read)).toContain('lists/not-ascii')
    expect(read.ok && read.value.entries[0]?.names[0]?.text).toBe('Á, B')
  })

  it('rows of entries that are not there, once per file', () => {
    const alt = named('ALT.CSV', official('9,1,"aka","X",-0- ', '9,2,"aka","Y",-0- '))
    const orphans = readText(official(row), { alt }).diagnostics.filter(
      (one) => one.code === 'lists/orphans',
    )
    expect(orphans.length).toBe(1)
    expect(orphans[0]?.params).toMatchObject({ rows: 2, entries: 1, first: ['9'] })
  })

  it('a list too short for its day', () => {
    const rows = Array.from({ length: 9_500 }, (_, index) => sdnRow(index + 1, `N${index}`))
    const text = official(...rows)
    const then = readText(text, { published: '2022-02-24' })
    expect(then.ok && then.value.whole).toBe('proven')
    const now = readText(text, { published: '2026-08-01' })
    expect(now.ok && now.value.whole).toBe('unproven')
    expect(codes(now)).toContain('lists/few-entries')
  })
})
