import { describe, expect, it } from 'vitest'
import type { DesignationList } from '../src/index.ts'
import { findByName, readOfacCsv, readSnapshot, writeSnapshot } from '../src/index.ts'
import { codes, noShared, noteSkipped, readOrThrow, sharedFile } from './sources.ts'

noteSkipped()

const SINGLE = [
  ['2021-07-07', 'ofac/2021-07-07/sdn.csv', 8_976, 'proven'],
  ['2022-02-24', 'ofac/sdn_2022-02-24.csv', 9_123, 'proven'],
  ['2022-12-28', 'ofac/sdn_2022-12-28.csv', 11_430, 'proven'],
  ['2024-05-03', 'ofac/sdn_2024-05-03.csv', 14_965, 'proven'],
  ['2026-07-11', 'ofac/2026-07-11/sdn.csv', 19_143, 'unproven'],
] as const

function kinds(list: DesignationList): Record<string, number> {
  const count: Record<string, number> = {}
  for (const entry of list.entries) count[entry.kind] = (count[entry.kind] ?? 0) + 1
  return count
}

function countNames(list: DesignationList, quality: string): number {
  return list.entries.flatMap((entry) => entry.names).filter((name) => name.quality === quality)
    .length
}

describe.skipIf(noShared)('whole official files', () => {
  it.each(SINGLE)('SDN.CSV of %s', (published, file, count, whole) => {
    const list = readOrThrow({ sdn: sharedFile(file), published })
    expect(list.entries.length).toBe(count)
    expect(list.whole).toBe(whole)
  })

  it('the set of July 2021, with remarks continued in the middle of a word', () => {
    const folder = 'ofac/2021-07-07'
    const read = readOfacCsv({
      sdn: sharedFile(`${folder}/sdn.csv`),
      alt: sharedFile(`${folder}/alt.csv`),
      add: sharedFile(`${folder}/add.csv`),
      comments: sharedFile(`${folder}/sdn_comments.csv`),
      published: '2021-07-07',
    })
    expect(codes(read)).toEqual(['lists/no-end-mark'])
    if (!read.ok) throw new Error('not read')
    expect(read.value.whole).toBe('proven')
    const byId = new Map(read.value.entries.map((entry) => [entry.id, entry]))
    expect(byId.get('30518')?.remarks).toContain('XBT 1GqChmWqGtsaLrGbHfgdrV5Nkvahtjjuxr;')
    expect(byId.get('12300')?.remarks).toContain('Linked To: PROMO RAIZ S.A.S.;')
    const weak = byId.get('28263')?.names.filter((name) => name.quality === 'weak')
    expect(weak?.map((name) => name.text)).toContain('snowsjohn')
    expect(countNames(read.value, 'strong')).toBe(8_976 + 11_910)
  })

  it('has weak aliases only in remarks: 2,067 entries in May 2024', () => {
    const list = readOrThrow({
      sdn: sharedFile('ofac/sdn_2024-05-03.csv'),
      published: '2024-05-03',
    })
    const weak = list.entries.filter((entry) => entry.remarks.includes("a.k.a. '"))
    expect(weak.length).toBe(2_067)
    expect(countNames(list, 'weak')).toBeGreaterThan(2_067)
    const programmes = list.entries.map((entry) => entry.programmes.length)
    expect(programmes.filter((count) => count === 1).length).toBe(13_280)
    expect(programmes.filter((count) => count === 2).length).toBe(1_094)
    expect(Math.max(...programmes)).toBe(8)
  })

  it('July 2026 with an older ALT.CSV: 87 orphans of 40 entries, one warning', () => {
    const read = readOfacCsv({
      sdn: sharedFile('ofac/2026-07-11/sdn.csv'),
      alt: sharedFile('ofac/2026-07-11/alt_2026-05.csv'),
      published: '2026-07-11',
      provenance: 'reconstructed',
    })
    const orphans = read.diagnostics.filter((one) => one.code === 'lists/orphans')
    expect(orphans.map((one) => [one.params.rows, one.params.entries])).toEqual([[87, 40]])
    if (!read.ok) throw new Error('not read')
    expect(kinds(read.value)).toEqual({
      entity: 9_799,
      person: 7_503,
      vessel: 1_497,
      aircraft: 344,
    })
    expect(new Set(read.value.entries.flatMap((entry) => entry.programmes)).size).toBe(74)
    const icc = read.value.entries.filter((one) => one.programmes.includes('ICC-EO14203'))
    expect(icc.length).toBe(15)
  })

  it('comments of another day are not joined', () => {
    const read = readOfacCsv({
      sdn: sharedFile('ofac/2026-07-11/sdn.csv'),
      comments: sharedFile('ofac/2025-12-24/sdn_comments.csv'),
      published: '2026-07-11',
    })
    expect(codes(read)).toContain('lists/comments-unmatched')
  })

  it('the consolidated list', () => {
    const folder = 'ofac/consolidated/2025-12-19/cons_'
    const read = readOfacCsv({
      sdn: sharedFile(`${folder}prim.csv`),
      alt: sharedFile(`${folder}alt.csv`),
      add: sharedFile(`${folder}add.csv`),
      comments: sharedFile(`${folder}comments.csv`),
      published: '2025-12-19',
      list: 'ofac-consolidated',
    })
    expect(read.diagnostics).toEqual([])
    if (!read.ok) throw new Error('not read')
    expect([read.value.entries.length, read.value.whole]).toEqual([442, 'proven'])
    expect(countNames(read.value, 'strong')).toBe(442 + 1_073)
  })

  it('a re-listed person has another number: 54707 of ADD.CSV is not in the later list', () => {
    const read = readOfacCsv({
      sdn: sharedFile('ofac/2026-07-11/sdn.csv'),
      add: sharedFile('ofac/2025-12-24/add.csv'),
      published: '2026-07-11',
    })
    if (!read.ok) throw new Error('not read')
    expect(read.value.entries.some((entry) => entry.id === '54707')).toBe(false)
    const found = findByName(read.value, ['Francesca Paola Albanese'], 'person')
    expect(found.map((entry) => entry.id)).toEqual(['57795'])
    expect(codes(read)).toContain('lists/orphans')
  })

  it('recognises other files', () => {
    const wanted = [
      ['un/un_consolidated_2026-02-27.xml', 'un_xml'],
      ['ofac/consolidated/consolidated_2025-03-28.xml', 'ofac_xml'],
      ['eu/eu_names_2026-06.json', 'json'],
      ['ofac/2026-07-11/sdn.json', 'json'],
      ['ofac/2025-05-31/sdn_parsed.csv', 'csv_other'],
      ['ofac/2021-07-07/alt.csv', 'ALT.CSV'],
      ['ofac/2021-07-07/add.csv', 'ADD.CSV'],
      ['ofac/2021-07-07/sdn_comments.csv', 'SDN_COMMENTS.CSV'],
    ] as const
    for (const [file, found] of wanted) {
      const read = readOfacCsv({ sdn: sharedFile(file), published: null })
      expect(codes(read)).toEqual(['lists/wrong-file'])
      expect(read.diagnostics[0]?.params.found).toBe(found)
    }
  })

  it('a snapshot of a whole list reads back', () => {
    const list = readOrThrow({
      sdn: sharedFile('ofac/2021-07-07/sdn.csv'),
      alt: sharedFile('ofac/2021-07-07/alt.csv'),
      comments: sharedFile('ofac/2021-07-07/sdn_comments.csv'),
      published: '2021-07-07',
      remarks: 'keep',
    })
    const back = readSnapshot(writeSnapshot(list), 's.tsv')
    if (!back.ok) throw new Error('not read')
    const bare = list.entries.map((entry) => ({ ...entry, remarks: '', addresses: [] }))
    expect(back.value).toEqual({ ...list, entries: bare })
  })
})
