import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { formatDay } from '@holdfast/kernel'
import { bytesInMemory, Findings } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import { registrationKey } from '../src/gleif/entity.ts'
import { exceptionMeaning, meansNoParent } from '../src/gleif/exceptions.ts'
import { readGleif } from '../src/gleif/read.ts'
import { gleifFileOf } from '../src/gleif/recognise.ts'
import type { OwnershipSource } from '../src/reading.ts'
import type { PartyRecord, TieRecord } from '../src/records.ts'

interface Read {
  readonly source: OwnershipSource | null
  readonly parties: readonly PartyRecord[]
  readonly ties: readonly TieRecord[]
  readonly warnings: readonly string[]
  readonly errors: readonly string[]
  readonly texts: readonly string[]
}

function read(name: string, content: string | Uint8Array): Read {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const found = new Findings()
  const parties: PartyRecord[] = []
  const ties: TieRecord[] = []
  const into = {
    party: (record: PartyRecord): void => void parties.push(record),
    tie: (record: TieRecord): void => void ties.push(record),
  }
  const source = readGleif(bytesInMemory(name, bytes), into, found)
  const all = found.diagnostics()
  return {
    source,
    parties,
    ties,
    warnings: all.flatMap(({ code, severity }) => (severity === 'warning' ? [code] : [])),
    errors: all.flatMap(({ code, severity }) => (severity === 'error' ? [code] : [])),
    texts: all.map(({ code, params }) => `${code} ${JSON.stringify(params)}`),
  }
}

const FIXTURES = path.join(import.meta.dirname, 'fixtures/gleif')

function fixture(name: string): string {
  return readFileSync(path.join(FIXTURES, name), 'utf8')
}

function readFixture(name: string): Read {
  return read(name, fixture(name))
}

const HOLDING = '984500AMBERFORGE0154'
const IRELAND = '984500AMBERFORGE0251'

function told(tie: TieRecord): string {
  const days = [tie.from, tie.to, tie.seen, tie.asOf].map((day) =>
    day === null ? '-' : formatDay(day),
  )
  return [tie.asset.slice(10, 20), tie.kind, tie.owner.slice(10, 24), ...days].join(' ')
}

const FORMATS = ['.xml', '.json', '-flat.json', '.csv'] as const

describe('level 1', () => {
  it.each(FORMATS)('in %s gives the parties', (ending) => {
    const { errors, parties, source, ties, warnings } = readFixture(`lei2${ending}`)
    expect([...errors, ...warnings]).toEqual([])
    expect(ties).toEqual([])
    expect(source).toMatchObject({ format: 'gleif-lei', parties: 5, ties: 0, whole: true })
    expect(parties.map(({ keys }) => keys)).toEqual([
      [`lei:${HOLDING}`, 'ra000602:9900001'],
      [`lei:${IRELAND}`, 'ra000402:990002'],
      ['lei:984500QUILLMERE00167', 'gb-coh:01234567'],
      ['lei:984500VESTERLUND0105'],
      ['lei:984500TOVEHALDEN0175'],
    ])
    expect(parties[0]).toMatchObject({
      name: 'Amberforge Holding Inc.',
      otherNames: ['Amber & Forge Company'],
      kind: 'organisation',
      incorporated: 'US-DE',
      seat: 'US',
      active: true,
      others: 'unknown',
    })
    expect(parties[2]?.active).toBe(false)
    expect(parties[3]).toMatchObject({
      name: 'Фонд Вестерлунд',
      otherNames: ['Vesterlund "Nord"', 'Fond Vesterlund'],
    })
    expect(parties[4]).toMatchObject({
      kind: 'person',
      incorporated: null,
      seat: null,
      residence: 'DK',
    })
  })

  it('says its day in the header of XML, and in the name of a golden copy', () => {
    expect(formatDay(readFixture('lei2.xml').source?.date ?? 0)).toBe('2024-05-05')
    const name = 'some/folder/20240506-0000-gleif-goldencopy-lei2-golden-copy.csv'
    expect(formatDay(read(name, fixture('lei2.csv')).source?.date ?? 0)).toBe('2024-05-06')
    expect(readFixture('lei2.csv').source?.date).toBeNull()
  })

  it('of an LEI with wrong check digits is kept under it, with a warning', () => {
    const text = fixture('lei2.csv').replace(HOLDING, HOLDING.replace('54', '55'))
    const { parties, source, texts } = read('lei2.csv', text)
    expect(parties[0]?.keys[0]).toBe('lei:984500AMBERFORGE0155')
    expect(source?.whole).toBe(true)
    expect(texts).toEqual([
      'ownership/gleif-check-digits {"file":"lei2.csv","line":2,"lei":"984500AMBERFORGE0155"}',
    ])
  })

  it('of an annulled record has no number in a register', () => {
    const text = fixture('lei2.csv').replace('"RETIRED"', '"ANNULLED"')
    expect(read('lei2.csv', text).parties[2]?.keys).toEqual(['lei:984500QUILLMERE00167'])
  })
})

describe('numbers in registers', () => {
  it.each([
    ['RA000585', '7444723', 'gb-coh:07444723'],
    ['RA000587', 'SC12345', 'gb-coh:SC012345'],
    ['RA000586', 'NI 012345', 'gb-coh:NI012345'],
    ['RA000602', '4386463', 'ra000602:4386463'],
    ['RA000014', '151 337 852', 'ra000014:151337852'],
    ['RA999999', '1', null],
    ['RA888888', '1', null],
    ['RA000602', '', null],
    ['', '4386463', null],
  ])('%s %s', (authority, number, key) => {
    expect(registrationKey(authority, number)).toBe(key)
  })
})

describe('level 2', () => {
  it.each(FORMATS)('in %s gives the ties, the parent as owner', (ending) => {
    const { errors, source, ties, warnings } = readFixture(`rr${ending}`)
    expect(errors).toEqual([])
    expect(warnings).toEqual(['ownership/gleif-left-out'])
    expect(source).toMatchObject({ format: 'gleif-rr', parties: 0, ties: 5, whole: true })
    expect(ties.map(told)).toEqual([
      'AMBERFORGE consolidation AMBERFORGE0154 2019-03-01 - 2019-04-02 2024-02-03',
      'AMBERFORGE ultimate-consolidation AMBERFORGE0154 2019-03-01 - 2019-04-02 2024-02-03',
      'QUILLMERE0 consolidation AMBERFORGE0251 2015-06-01 2021-01-01 2016-01-01 2021-02-01',
      'QUILLMERE0 ultimate-consolidation AMBERFORGE0154 - 2021-02-01 2016-01-01 2021-02-01',
      'VESTERLUND fund-manager AMBERFORGE0251 2021-01-01 - 2021-01-05 2024-01-05',
    ])
    expect(ties.map(({ direct }) => direct)).toEqual([true, false, true, false, true])
  })

  it('takes how much is consolidated for no share', () => {
    expect(fixture('rr.xml')).toContain('<rr:QuantifierAmount>100.00')
    for (const { share } of readFixture('rr.xml').ties) expect(share).toBeNull()
  })

  it('of itself is marked, and of an unknown type is lost', () => {
    const itself = fixture('rr.csv').replaceAll(IRELAND, HOLDING)
    const own = read('rr.csv', itself)
    expect(own.ties[0]?.marks).toEqual(['self-owner'])
    expect(own.warnings).toContain('ownership/self-owner')
    const unknown = read('rr.csv', fixture('rr.csv').replace('IS_FUND-MANAGED_BY', 'IS_LIKED_BY'))
    expect(unknown.source).toMatchObject({ ties: 4, whole: false })
    expect(unknown.warnings).toContain('ownership/record-not-read')
  })

  it('with a day that is none keeps the relation', () => {
    const text = fixture('rr.csv').replaceAll('2019-03-01T00:00:00Z', '2019-02-30T00:00:00Z')
    const { ties, texts } = read('rr.csv', text)
    expect(ties[0]?.from).toBeNull()
    expect(texts[0]).toBe(
      'ownership/gleif-date {"file":"rr.csv","line":2,"date":"2019-02-30T00:00:00Z"}',
    )
  })
})

describe('reporting exceptions', () => {
  it.each(FORMATS)('in %s give the reasons', (ending) => {
    const { errors, parties, source, warnings } = readFixture(`repex${ending}`)
    expect([...errors, ...warnings]).toEqual([])
    expect(source).toMatchObject({ format: 'gleif-repex', parties: 3, whole: true })
    expect(parties.map(({ keys, missing }) => [keys, missing])).toEqual([
      [[`lei:${HOLDING}`], [{ of: 'direct-parent', reason: 'NO_KNOWN_PERSON' }]],
      [
        [`lei:${HOLDING}`],
        [
          { of: 'ultimate-parent', reason: 'NATURAL_PERSONS' },
          { of: 'ultimate-parent', reason: 'NON_PUBLIC' },
        ],
      ],
      [['lei:984500VESTERLUND0105'], [{ of: 'direct-parent', reason: 'NON_CONSOLIDATING' }]],
    ])
    for (const { others } of parties) expect(others).toBe('unknown')
  })

  it('mean that nobody consolidates only where the reason says so', () => {
    const reasons = ['NATURAL_PERSONS', 'NO_KNOWN_PERSON', 'NON_CONSOLIDATING']
    for (const reason of reasons) expect(meansNoParent(reason)).toBe(true)
    const open = ['NON_PUBLIC', 'NO_LEI', 'LEGAL_OBSTACLES', 'BINDING_LEGAL_COMMITMENTS', 'OTHER']
    for (const reason of open) expect(meansNoParent(reason)).toBe(false)
    expect(exceptionMeaning('NON_CONSOLIDATING')?.controlled).toBe('entities')
  })

  it('of an unknown reason are kept, and of an unknown category lost', () => {
    const reason = read('r.csv', fixture('repex.csv').replace('NON_PUBLIC', 'NOT_TELLING'))
    expect(reason.warnings).toEqual(['ownership/gleif-reason'])
    expect(reason.source?.whole).toBe(true)
    const category = read('r.csv', fixture('repex.csv').replace('"DIRECT_', '"SIDEWAYS_'))
    expect(category.warnings).toEqual(['ownership/record-not-read'])
    expect(category.source).toMatchObject({ parties: 2, whole: false })
  })
})

describe('a file that is cut', () => {
  it.each(['lei2', 'rr', 'repex'].flatMap((name) => FORMATS.map((ending) => name + ending)))(
    '%s, at any byte, never says that it is whole with fewer records',
    (name) => {
      const bytes = new TextEncoder().encode(fixture(name))
      const whole = readFixture(name)
      const count = whole.parties.length + whole.ties.length
      for (let at = 0; at < bytes.length - 1; at += 3) {
        const cut = read(name, bytes.subarray(0, at))
        if (cut.source === null) {
          expect(cut.errors.length).toBeGreaterThan(0)
          continue
        }
        const read1 = cut.parties.length + cut.ties.length
        expect(cut.parties).toEqual(whole.parties.slice(0, cut.parties.length))
        // A table that ends with a whole row proves nothing: RFC 4180 knows no end.
        if (read1 < count && !name.endsWith('.csv')) expect(cut.source.whole).toBe(false)
        if (!cut.source.whole) expect(cut.warnings.length).toBeGreaterThan(0)
      }
    },
  )

  it('is told with what was read', () => {
    const { parties, source, texts } = read('lei2.xml', fixture('lei2.xml').slice(0, 3_000))
    expect(source).toMatchObject({ parties: 2, stated: 5, whole: false })
    expect(parties).toHaveLength(2)
    expect(texts[0]).toMatch(/^records\/xml-cut /)
    expect(texts[1]).toBe('ownership/source-cut {"file":"lei2.xml","count":2}')
  })

  it('or has fewer records than its header says', () => {
    const text = fixture('lei2.xml').replace('<lei:RecordCount>5<', '<lei:RecordCount>7<')
    const { source, texts } = read('lei2.xml', text)
    expect(source?.whole).toBe(false)
    expect(texts).toEqual(['ownership/records-lost {"file":"lei2.xml","count":5,"stated":7}'])
  })
})

describe('a file that is none of GLEIF', () => {
  it.each([
    ['', 'ownership/unknown-format'],
    ['owner,asset,share\nA,B,50\n', 'ownership/unknown-format'],
    ['{"statementID": "1"}', 'ownership/unknown-format'],
    ['<html></html>', 'ownership/unknown-format'],
    ['LEI,Entity.LegalName\n', 'ownership/no-records'],
  ])('%j', (text, code) => {
    const { errors, source } = read('f', text)
    expect(source).toBeNull()
    expect(errors).toEqual([code])
  })

  it('is recognised by what it holds, in any format', () => {
    const formats = ['lei2', 'rr', 'repex'].flatMap((name) =>
      FORMATS.map((ending) => {
        const bytes = new TextEncoder().encode(fixture(name + ending))
        return gleifFileOf(bytesInMemory('f', bytes))?.format
      }),
    )
    expect(new Set(formats.slice(0, 4))).toEqual(new Set(['gleif-lei']))
    expect(new Set(formats.slice(4, 8))).toEqual(new Set(['gleif-rr']))
    expect(new Set(formats.slice(8))).toEqual(new Set(['gleif-repex']))
  })
})

const SHARED = path.resolve(import.meta.dirname, '../../../../shared/data/ownership/gleif')
const noShared = !existsSync(SHARED)
if (noShared) console.log('skipped: the tests on real files of GLEIF, ../shared is not here')

function realFiles(): readonly string[] {
  return noShared ? [] : readdirSync(SHARED).filter((name) => /\.(json|xml)$/.test(name))
}

function readReal(name: string): Read {
  return read(name, new Uint8Array(readFileSync(path.join(SHARED, name))))
}

/** Records without what depends on where they stand. */
function bare(found: Read): unknown {
  return [found.parties, found.ties.map(({ place: _, ...tie }) => tie)]
}

describe.skipIf(noShared)('real files of GLEIF', () => {
  it.each(realFiles())('%s', (name) => {
    const { errors, parties, source, ties, warnings } = readReal(name)
    expect(errors).toEqual([])
    // The extracts have kept the header of the whole file.
    expect(warnings).toEqual(name.endsWith('.xml') ? ['ownership/records-lost'] : [])
    expect(source).toMatchObject({ parties: parties.length, ties: ties.length })
    expect(parties.length + ties.length).toBeGreaterThan(0)
  })

  it.each(realFiles().filter((name) => name.endsWith('.xml')))(
    '%s holds what its twin in JSON does',
    (name) => {
      expect(bare(readReal(name))).toEqual(bare(readReal(name.replace('.xml', '.json'))))
    },
  )

  it('the golden copy of a day', () => {
    const { parties, source } = readReal('20240505-0000-gleif-goldencopy-lei2-intra-day.json')
    expect(parties).toHaveLength(577)
    expect(formatDay(source?.date ?? 0)).toBe('2024-05-05')
    expect(parties.filter(({ incorporated }) => incorporated === 'US-DE')).toHaveLength(83)
  })
})
