import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { read, told } from './reading.ts'

/** Made from the alphabet: 18 characters, then the check digits of ISO 17442. */
const LEI = '549300ABCDEFGHIJKL19'

describe('a plain table of owners', () => {
  it('takes columns in any order, and passes over others', () => {
    const { codes, source, ties } = read(
      'owners.csv',
      'share,note,asset,owner\n50,x,Beta,Alpha\n25-50,,Gamma,Beta\n',
    )
    expect(codes).toEqual([])
    expect(source).toMatchObject({ format: 'plain-ties', parties: 3, ties: 2, whole: true })
    expect(ties.map(told)).toEqual([
      'local:Alpha -> local:Beta share 50',
      'local:Beta -> local:Gamma share 25-50',
    ])
    expect(ties[1]?.place).toMatchObject({
      file: 'owners.csv',
      line: 3,
      excerpt: '25-50,,Gamma,Beta',
    })
  })

  it('reads kinds, dates, certainty and source', () => {
    const { codes, ties } = read(
      'owners.csv',
      [
        'owner,asset,share,kind,source,from,to,as_of,certainty,direct',
        'A,B,,subsidiary,annual report,2020,2021-06,2025-07,seen,',
        'A,C,consolidated,,,,,,unverified,no',
        'A,D,voting-rights-25-to-50-percent,,,,,2024-01-02,assumed,yes',
        'A,E,,branch,,,,,,',
      ].join('\n'),
    )
    expect(codes).toEqual([])
    expect(ties.map(told)).toEqual([
      'local:A -> local:B subsidiary from 2020-12-31 to 2021-06-30 asOf 2025-07-01',
      'local:A -> local:C consolidation indirect',
      'local:A -> local:D votes 25-50 asOf 2024-01-02',
      'local:A -> local:E branch',
    ])
    expect(ties.map((tie) => tie.certainty)).toEqual(['stated', 'unverified', 'assumed', 'stated'])
    expect(ties.map((tie) => tie.source)).toEqual(['annual report', null, null, null])
  })

  it('knows an LEI by its check digits, and numbers as written', () => {
    const { codes, ties } = read(
      'owners.csv',
      `owner,asset,share\n${LEI},gb-coh:7444723,60\n549300ABCDEFGHIJKL69,Foo: Bar,10\n`,
    )
    expect(ties.map(told)).toEqual([
      `lei:${LEI} -> gb-coh:07444723 share 60`,
      'local:549300ABCDEFGHIJKL69 -> local:Foo: Bar share 10',
    ])
    expect(codes).toEqual(['ownership/lei-doubtful'])
  })

  it('reads tables of spreadsheets: semicolons, decimal commas', () => {
    const { ties } = read('owners.csv', 'owner;asset;share\nA;B;33,3333\n')
    expect(ties.map(told)).toEqual(['local:A -> local:B share 33.3333'])
  })

  it('reads what is said of the owners that are not named', () => {
    const { codes, parties, ties } = read(
      'owners.csv',
      'owner,asset,share\nA,B,30\n*,B,complete\n*,C,dispersed\n*,D,some\n*,,complete\n',
    )
    expect(ties.length).toBe(1)
    expect(parties.filter(({ others }) => others !== 'unknown')).toMatchObject([
      { keys: ['local:B'], others: 'none' },
      { keys: ['local:C'], others: 'dispersed' },
    ])
    expect(codes).toEqual(['ownership/others-not-read', 'ownership/edge-to-nowhere'])
  })

  it('keeps corrupt shares as some share, with a mark and a warning', () => {
    const { codes, errors, ties } = read(
      'owners.csv',
      'owner,asset,share\nA,B,-5\nA,C,150\nA,D,60-40\nA,E,lots\nA,F,50\n',
    )
    expect(ties.map(told)).toEqual([
      'local:A -> local:B share >=0 [share-negative]',
      'local:A -> local:C share >=0 [share-over-100]',
      'local:A -> local:D share >=0 [share-inverted]',
      'local:A -> local:E share >=0 [share-not-read]',
      'local:A -> local:F share 50',
    ])
    expect(codes).toEqual([
      'ownership/share-negative',
      'ownership/share-over-100',
      'ownership/share-inverted',
      'ownership/share-not-read',
    ])
    expect(errors).toEqual([])
  })

  it('marks edges to nowhere and self-owners', () => {
    const { codes, parties, ties } = read('owners.csv', 'owner,asset,share\n,B,60\nA,,60\nC,C,10\n')
    expect(ties.map(told)).toEqual([
      'local:not named (owners.csv line 2) -> local:B share 60 [unknown-party]',
      'local:C -> local:C share 10 [self-owner]',
    ])
    expect(parties.map(({ keys }) => keys[0])).toEqual([
      'local:not named (owners.csv line 2)',
      'local:B',
      'local:A',
      'local:C',
    ])
    expect(codes).toEqual([
      'ownership/edge-to-nowhere',
      'ownership/edge-to-nowhere',
      'ownership/self-owner',
    ])
  })

  it('keeps a tie of a kind that is not known as a stake', () => {
    const { codes, ties } = read('owners.csv', 'owner,asset,share,kind,from\nA,B,60,owns,soon\n')
    expect(ties.map(told)).toEqual(['local:A -> local:B share 60'])
    expect(codes).toEqual(['ownership/cell-not-read', 'ownership/cell-not-read'])
  })

  it('takes spaces around quotes, quotes within names and empty rows as people mean them', () => {
    const { codes, ties } = read(
      'owners.csv',
      'owner,asset,share\n A , "Birch, Inc" ,60\nAlder "X" Ltd,"B ""Y""", 50 \n,,\n',
    )
    expect(codes).toEqual([])
    expect(ties.map(told)).toEqual([
      'local:A -> local:Birch, Inc share 60',
      'local:Alder "X" Ltd -> local:B "Y" share 50',
    ])
  })

  it('says once of a row without owner and asset that it says nothing', () => {
    const { codes, ties } = read('owners.csv', 'owner,asset,share\n,,60\nA,B,5\n')
    expect(codes).toEqual(['ownership/edge-to-nowhere'])
    expect(ties.length).toBe(1)
  })

  it('uses what stands before a broken row, and is not whole', () => {
    const { codes, errors, source, ties } = read('owners.csv', 'owner,asset,share\nA,B,60\nA,"C')
    expect(ties.length).toBe(1)
    expect(source?.whole).toBe(false)
    expect(codes).toEqual(['records/csv-cut', 'ownership/source-cut'])
    expect(errors).toEqual([])
  })

  it('is refused where nothing of it can be read', () => {
    const { errors, source } = read('owners.csv', 'owner,asset,share\nA,B\n')
    expect(source).toBeNull()
    expect(errors).toEqual(['records/csv-columns'])
  })

  it('counts what is odd more than twenty times', () => {
    const rows = Array.from({ length: 25 }, (_, at) => `A,B${at},-1`)
    const { codes } = read('owners.csv', ['owner,asset,share', ...rows].join('\n'))
    expect(codes.length).toBe(21)
    expect(codes.at(-1)).toBe('ownership/more-like-this')
  })
})

describe('a plain table of parties', () => {
  it('reads parties by the ids of the table of owners', () => {
    const { codes, parties, source } = read(
      'parties.csv',
      [
        'id,name,incorporated,seat,lei,number,kind,nationality,residence,owners,source',
        `alpha,"Alpha, Inc.",US-DE,US,${LEI},gb-coh:123456,company,,,dispersed,made up`,
        'mara,Mara Quill,,,,,person,IE;Germany,France,,',
        'beta,Beta BV,Netherlands,NL,,,,,,complete,',
      ].join('\n'),
    )
    expect(codes).toEqual([])
    expect(source).toMatchObject({ format: 'plain-parties', parties: 3, ties: 0 })
    expect(parties).toMatchObject([
      {
        keys: ['local:alpha', `lei:${LEI}`, 'gb-coh:00123456'],
        name: 'Alpha, Inc.',
        kind: 'organisation',
        incorporated: 'US-DE',
        others: 'dispersed',
      },
      { keys: ['local:mara'], kind: 'person', nationality: ['IE', 'DE'], residence: 'FR' },
      { keys: ['local:beta'], incorporated: 'NL', seat: 'NL', others: 'none' },
    ])
  })

  it('warns of what it does not know', () => {
    const { codes, parties } = read(
      'parties.csv',
      'id,name,incorporated,lei,kind,owners\nx,X,Narnia,549300ABCDEFGHIJKL69,club,most\n,Y,,,,\n',
    )
    expect(parties).toMatchObject([{ keys: ['local:x'], incorporated: null, others: 'unknown' }])
    expect([...codes].sort()).toEqual([
      'ownership/cell-not-read',
      'ownership/cell-not-read',
      'ownership/country-not-read',
      'ownership/lei-wrong',
      'ownership/party-without-id',
    ])
  })
})

describe('tables that are shown or shipped', () => {
  const root = path.resolve(import.meta.dirname, '../../..')
  const files = readFileSync(path.join(root, 'packages/ownership/FILES.md'), 'utf8')
  const shown = [...files.matchAll(/```csv\n([^`]*)```/g)].map(([, table = '']) => table)

  it.each(shown)('%s', (table) => {
    const { codes, source } = read('shown.csv', table)
    expect(codes).toEqual([])
    expect(source?.whole).toBe(true)
  })

  it.each(['owners.csv', 'parties.csv'])('examples/tribunal/registry/%s', (name) => {
    const bytes = readFileSync(path.join(root, 'examples/tribunal/registry', name))
    const { codes, source } = read(name, new Uint8Array(bytes))
    expect(codes).toEqual([])
    expect(source?.whole).toBe(true)
  })
})
