import { describe, expect, it } from 'vitest'
import { countryOf, isUnitedKingdom, jurisdictionOf, nationalitiesIn } from '../src/psc/country.ts'
import { natureOf } from '../src/psc/natures.ts'
import { shareText } from '../src/share_text.ts'
import { noShared, read, sharedFile, told } from './reading.ts'

/** A line of the snapshot; companies and people are invented. */
function line(number: string | null, data: Record<string, unknown>): string {
  return JSON.stringify(number === null ? { data } : { company_number: number, data })
}

function holder(kind: string, id: string, more: Record<string, unknown>): Record<string, unknown> {
  const links = { self: `/company/01/persons-with-significant-control/${kind}/${id}` }
  return { kind: `${kind}-person-with-significant-control`, links, ...more }
}

const MARA = holder('individual', 'aaa111', {
  name: 'Ms Mara Test Quill',
  name_elements: { title: 'Ms', forename: 'Mara', middle_name: 'Test', surname: 'Quill' },
  date_of_birth: { month: 4, year: 1970 },
  nationality: 'British, Irish',
  country_of_residence: 'Wales',
  notified_on: '2018-05-01',
  natures_of_control: [
    'ownership-of-shares-25-to-50-percent',
    'voting-rights-25-to-50-percent',
    'right-to-appoint-and-remove-directors-as-trust',
  ],
})

const SNAPSHOT = [
  line('123456', MARA),
  line('123456', {
    ...holder('corporate-entity', 'bbb222', {
      name: 'Test Holdings Inc',
      identification: {
        country_registered: 'United States',
        legal_authority: 'Delaware',
        registration_number: '4455667',
      },
      ceased_on: '2021-02-03',
      natures_of_control: ['ownership-of-shares-50-to-75-percent-as-firm'],
    }),
  }),
  line('SC12', {
    ...holder('legal-person', 'ccc333', {
      name: 'Test Parent Limited',
      identification: { place_registered: 'Companies House', registration_number: ' 99 ' },
      natures_of_control: [
        'right-to-share-surplus-assets-75-to-100-percent-limited-liability-partnership',
      ],
    }),
  }),
  line('OE000001', holder('super-secure', 'ddd444', { description: 'super-secure' })),
  line('OE000001', {
    ...holder('super-secure', 'ddd555', { ceased: true }),
  }),
  line('00000007', {
    kind: 'persons-with-significant-control-statement',
    statement: 'psc-exists-but-not-identified',
  }),
  line('00000008', {
    kind: 'exemptions',
    exemptions: {
      psc_exempt_as_shares_admitted_on_market: {
        exemption_type: 'psc-exempt-as-shares-admitted-on-market',
        items: [{ exempt_from: '2016-10-29' }],
      },
      disclosure_transparency_rules_chapter_five_applies: {
        exemption_type: 'disclosure-transparency-rules-chapter-five-applies',
        items: [{ exempt_from: '2016-10-29', exempt_to: '2019-01-01' }],
      },
    },
  }),
]

const totals = (count: number): string =>
  line(null, {
    kind: 'totals#persons-of-significant-control-snapshot',
    persons_of_significant_control_count: count - 2,
    statements_count: 1,
    exemptions_count: 1,
    generated_at: '2026-03-25T03:39:38Z',
  })

describe('the UK register of people with significant control', () => {
  it('reads holders, statements and exemptions', () => {
    const { codes, parties, source, ties } = read('psc.txt', [...SNAPSHOT, totals(7)].join('\n'))
    expect(codes).toEqual([])
    expect(source).toMatchObject({ format: 'uk-psc', stated: 7, whole: true, ties: 6 })
    expect(ties.map(told)).toEqual([
      'gb-psc:aaa111 -> gb-coh:00123456 share 25-50 seen 2018-05-01',
      'gb-psc:aaa111 -> gb-coh:00123456 votes 25-50 seen 2018-05-01',
      'gb-psc:aaa111 -> gb-coh:00123456 control indirect seen 2018-05-01',
      'gb-psc:bbb222 -> gb-coh:00123456 share 50-75 indirect to 2021-02-03',
      'gb-coh:00000099 -> gb-coh:SC000012 share >75',
      'gb-psc:ddd444 -> gb-coh:OE000001 share',
    ])
    const byKey = new Map(parties.map((party) => [party.keys[0], party]))
    expect(byKey.get('gb-psc:aaa111')).toMatchObject({
      name: 'Mara Test Quill',
      kind: 'person',
      nationality: ['GB', 'IE'],
      residence: 'GB',
    })
    expect(byKey.get('gb-psc:bbb222')).toMatchObject({
      incorporated: 'US-DE',
      name: 'Test Holdings Inc',
    })
    expect(byKey.get('gb-coh:00000099')?.keys).toEqual(['gb-coh:00000099'])
    expect(byKey.get('gb-coh:OE000001')).toMatchObject({ incorporated: null })
    expect(byKey.get('gb-coh:00000007')).toMatchObject({
      incorporated: 'GB',
      others: 'unknown',
      missing: [{ of: 'owners', reason: 'psc-exists-but-not-identified' }],
    })
    expect(byKey.get('gb-coh:00000008')?.missing).toEqual([
      { of: 'owners', reason: 'psc-exempt-as-shares-admitted-on-market' },
    ])
  })

  it('shows and keeps no date of birth', () => {
    const all = read('psc.txt', [...SNAPSHOT, 'damaged'].join('\n'))
    expect(JSON.stringify([all.parties, all.ties])).not.toMatch(/1970|date_of_birth/)
  })

  it('warns of natures and kinds that are not known, and goes on', () => {
    const { codes, parties, source, ties } = read(
      'psc.txt',
      [
        line('1', holder('individual', 'a', { natures_of_control: ['ownership-of-cattle'] })),
        line('2', { kind: 'some-new-kind' }),
        line('3', MARA),
      ].join('\n'),
    )
    expect(codes).toEqual(['ownership/psc-nature', 'ownership/psc-kind'])
    expect(told(ties[0]!)).toBe('gb-psc:a -> gb-coh:00000001 share')
    expect(parties.find(({ keys }) => keys[0] === 'gb-coh:00000002')?.missing).toEqual([
      { of: 'owners', reason: 'some-new-kind' },
    ])
    expect(source?.whole).toBe(true)
  })

  it('is not whole when records are lost', () => {
    const lost = read('psc.txt', [...SNAPSHOT, totals(9)].join('\n'))
    expect(lost.codes).toEqual(['ownership/records-lost'])
    expect(lost.source?.whole).toBe(false)
    const part = read('psc-snapshot-2026-03-25_3of3.txt', [...SNAPSHOT, totals(9)].join('\n'))
    expect(part.source).toMatchObject({ whole: true, stated: null })
    const nameless = read('psc.txt', [...SNAPSHOT, line(null, MARA)].join('\n'))
    expect(nameless.codes).toEqual(['ownership/record-not-read'])
    expect(nameless.source?.whole).toBe(false)
  })

  it('passes over a damaged line, and says so', () => {
    const { codes, source, ties } = read(
      'psc.txt',
      [SNAPSHOT[0], '{"company_number":"1","da', SNAPSHOT[3]].join('\n'),
    )
    expect(codes).toEqual(['records/json-line', 'ownership/source-cut'])
    expect(ties.length).toBe(4)
    expect(source?.whole).toBe(false)
  })

  it('has no records where only totals are', () => {
    expect(read('psc.txt', totals(7)).errors).toEqual(['ownership/no-records'])
  })
})

describe('natures of control', () => {
  it.each([
    ['ownership-of-shares-75-to-100-percent', 'share >75'],
    [
      'ownership-of-shares-more-than-25-percent-as-trust-registered-overseas-entity',
      'share >25 through',
    ],
    ['part-right-to-share-surplus-assets-25-to-50-percent-as-firm', 'share 25-50 through'],
    ['voting-rights-50-to-75-percent-limited-liability-partnership', 'votes 50-75'],
    ['ownership-of-shares-25-to-50-percent-as-control-over-trust', 'share 25-50 through'],
    ['significant-influence-or-control', 'control'],
    [
      'right-to-appoint-and-remove-members-as-firm-limited-liability-partnership',
      'control through',
    ],
    ['registered-owner-as-nominee-person-scotland-registered-overseas-entity', 'control'],
  ])('%s', (text, wanted) => {
    const nature = natureOf(text)
    const share = nature?.share == null ? '' : ` ${shareText(nature.share)}`
    expect(`${nature?.kind}${share}${nature?.direct === false ? ' through' : ''}`).toBe(wanted)
  })

  it.each(['', 'ownership-of-shares-', 'ownership-of-shares-lots', 'x'])('%s is none', (text) => {
    expect(natureOf(text)).toBeNull()
  })
})

describe('places as companies write them', () => {
  it.each([
    ['United Kingdom', 'GB'],
    ['England And Wales', 'GB'],
    ['Delaware, Usa', 'US-DE'],
    ['State of New York', 'US-NY'],
    ['USA', 'US'],
    ['Republic of Ireland', 'IE'],
    ['New South Wales', null],
    ['West Yorkshire', null],
    ['France / Germany', null],
    ['', null],
  ])('%s', (text, code) => {
    expect(jurisdictionOf(text)).toBe(code)
  })

  it('knows the kingdom', () => {
    expect(isUnitedKingdom('Companies House, Cardiff')).toBe(true)
    expect(isUnitedKingdom('New England')).toBe(false)
    expect(countryOf('Delaware')).toBe('US')
    expect(nationalitiesIn('Martian, British')).toEqual(['GB'])
  })
})

describe.skipIf(noShared)('records that others made', () => {
  it.each([
    ['corporate', ['gb-coh:89101112 -> gb-coh:01234567 share']],
    ['no_match', ['gb-psc:abcdef123456789 -> gb-coh:01234567 share']],
    ['not_found', ['gb-coh:00056099 -> gb-coh:01234567 share']],
    ['exemptions', []],
    ['statement', []],
    ['statement_ceased_on', []],
    ['super_secure', ['gb-psc:abcdef123456 -> gb-coh:01234567 share']],
  ])('psc_%s.json', (name, wanted) => {
    const { codes, source, ties } = read('psc.json', sharedFile(`ownership/psc/psc_${name}.json`))
    expect(codes).toEqual([])
    expect(source?.whole).toBe(true)
    expect(ties.map(told)).toEqual(wanted)
  })

  it('has nothing of a kind that nobody knows', () => {
    const { codes } = read('psc.json', sharedFile('ownership/psc/psc_unknown_kind.json'))
    expect(codes).toEqual(['ownership/unknown-format'])
  })
})
