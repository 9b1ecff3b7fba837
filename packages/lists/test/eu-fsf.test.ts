import { bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import { type ListEntry, readEuXml, readWhole } from '../src/index.ts'
import { codes, fixture } from './sources.ts'

const FIXTURE = Buffer.from(fixture('eu-fsf-made.xml').bytes).toString('utf8')

function read(text: string): ReturnType<typeof readWhole> {
  return readWhole(readEuXml, bytesInMemory('eu.xml', Buffer.from(text)))
}

function entries(text = FIXTURE): readonly ListEntry[] {
  const list = read(text)
  if (!list.ok) throw new Error(JSON.stringify(list.diagnostics, null, 1))
  return list.value.entries
}

/** A list of one record with that content. */
function one(content: string, attributes = 'euReferenceNumber="EU.1.1" logicalId="1"'): string {
  return `<export generationDate="2026-06-05"><sanctionEntity ${attributes}>${content}
</sanctionEntity></export>`
}

const PERSON = '<subjectType code="person"/><nameAlias wholeName="Ilmo Vastrel" strong="true"/>'

describe('the made list', () => {
  const [person, company] = entries() as [ListEntry, ListEntry]

  it('states its day, and that it is an excerpt', () => {
    const list = read(FIXTURE)
    expect(list.ok && [list.value.id, list.value.published, list.value.whole]).toEqual([
      'eu-fsf',
      '2026-06-05',
      'unproven',
    ])
    expect(codes(list)).toEqual(['lists/few-entries'])
  })

  it('names: strong ones, weak ones by attribute or remark, scripts and languages', () => {
    expect(person.names).toEqual([
      {
        text: 'Ilmo Dorin Vastrel',
        kind: 'primary',
        quality: 'strong',
        language: 'en',
        parts: { given: 'Ilmo', middle: 'Dorin', family: 'Vastrel' },
      },
      { text: 'The Harbour Master', kind: 'aka', quality: 'weak' },
      {
        text: 'Ильмо Дорин Вастрель',
        kind: 'aka',
        quality: 'strong',
        script: 'Cyrl',
        language: 'ru',
      },
      { text: 'Vastrel the Elder', kind: 'aka', quality: 'weak' },
      { text: 'Ilmo Dorin', kind: 'aka', quality: 'strong' },
      { text: 'Ilmo Brask', kind: 'fka', quality: 'weak' },
    ])
    expect(company.names.map(({ text, script, parts }) => [text, script, parts])).toEqual([
      ['Vastrel & Sons Shipping', undefined, undefined],
      ['Вастрель и сыновья', 'Cyrl', undefined],
    ])
  })

  it('numbers: the reference, else the logical one', () => {
    expect([person.id, person.otherIds]).toEqual(['EU.9001.11', ['101', 'XXi.007']])
    expect([company.id, company.otherIds]).toEqual(['102', undefined])
    expect([person.kind, company.kind]).toEqual(['person', 'entity'])
  })

  it('regulations are measures; listed from the earliest day of all', () => {
    expect(person.programmes).toEqual(['ATL', 'YSX'])
    expect(person.listedOn).toBe('2021-03-02')
    expect(person.measures?.[1]).toEqual({
      programme: 'YSX',
      basis: '2021/2 (OJ L2)',
      since: '2021-03-03',
      source: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=made-2',
    })
    expect(company.listedOn).toBe('2014-07-31')
  })

  it('dates and places of birth, those of another calendar as a fact', () => {
    expect(person.births).toEqual([
      { from: '1961-03-09', to: '1961-03-09', precision: 'day', circa: true },
      { from: '1962-04-01', to: '1962-04-30', precision: 'month' },
      { from: '1959-01-01', to: '1963-12-31', precision: 'range' },
    ])
    expect(person.birthPlaces).toEqual(['Ys, FRANCE'])
    expect(person.citizenships).toEqual(['RS'])
  })

  it('documents, addresses, titles and functions', () => {
    expect(person.identifiers).toEqual([
      {
        kind: 'passport',
        number: 'ZZ0000001',
        label: 'National passport (diplomatic)',
        country: 'FR',
        issued: '2001-02-03',
        doubtful: true,
      },
      { kind: 'national-id', number: 'ИД-1', label: 'National identification card' },
      { kind: 'national-id', number: 'ID-1', label: 'National identification card' },
    ])
    expect(company.identifiers?.[0]).toMatchObject({ kind: 'registration', country: 'FR' })
    expect(person.addresses).toEqual([
      {
        text: '1 Quay, P.O. Box 7, Old Town, Ys',
        country: 'FRANCE',
        city: 'Ys',
        region: 'West',
        postalCode: '29000',
      },
    ])
    expect(person.contacts).toEqual(['harbour@ys.example'])
    expect(person.titles).toEqual(['Captain', 'Dr.'])
    expect(person.positions).toEqual(['Head of the harbour of Ys', 'Deputy Minister'])
    expect(person.gender).toBe('male')
  })

  it('keeps every remark', () => {
    expect(person.remarks).toBe('Said to have run the harbour of Ys.')
    const facts = [...(person.facts ?? []), ...(company.facts ?? [])]
    expect(facts.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'name remark: Ilmo Brask: formerly known as, lo quality',
      'date of birth: 1380 (islamic calendar)',
      'birth remark: About sixty.',
      'document note: ZZ0000001, in the name of I. Brask, issued by Port authority, reportedLost',
      'document remark: (passport)',
      'address remark: Seen there in 2020.',
      'address remark: Whereabouts not known.',
      'function: Owner of two ships',
    ])
  })
})

describe('records that are odd or wrong', () => {
  it('an empty element or attribute says nothing', () => {
    const [entry] = entries(
      one(`${PERSON}<nameAlias/><birthdate/><citizenship/><identification/><address/><regulation/>
<remark/>`),
    )
    expect(entry).toEqual({
      id: 'EU.1.1',
      kind: 'person',
      names: [{ text: 'Ilmo Vastrel', kind: 'primary', quality: 'strong' }],
      programmes: [],
      addresses: [],
      remarks: '',
      otherIds: ['1'],
    })
  })

  it('a name is put together where it stands only in parts', () => {
    const parts = '<nameAlias firstName="Ilmo" lastName="Vastrel"/>'
    const [entry] = entries(one(`<subjectType code="person"/>${parts}`))
    expect(entry?.names[0]?.text).toBe('Ilmo Vastrel')
  })

  it('a weak name is primary where there is no other', () => {
    const weak = '<nameAlias wholeName="X" strong="false"/>'
    const [entry] = entries(one(`<subjectType code="enterprise"/>${weak}`))
    expect(entry?.names).toEqual([{ text: 'X', kind: 'primary', quality: 'weak' }])
  })

  it('a date that is none is kept and said', () => {
    const list = read(
      one(`${PERSON}<birthdate birthdate="1961-13-01"/><birthdate dayOfMonth="3"/>`),
    )
    expect(codes(list)).toEqual(['lists/dates-not-read', 'lists/few-entries'])
    expect(list.diagnostics[0]?.params).toMatchObject({ count: 2, text: '1961-13-01' })
  })

  it.each([
    ['no number', one(PERSON, ''), 'lists/record-missing'],
    ['no kind', one('<nameAlias wholeName="A"/>'), 'lists/record-missing'],
    ['a kind not known', one('<subjectType code="robot"/>'), 'lists/record-value'],
    ['no name', one('<subjectType code="person"/>'), 'lists/record-missing'],
    ['no entry', '<export generationDate="2026-06-05"/>', 'lists/no-entries'],
    ['another root', '<CONSOLIDATED_LIST/>', 'records/xml-root'],
    ['a day that is none', one(PERSON).replace('2026-06-05', 'today'), 'lists/bad-published'],
    ['a number twice', FIXTURE.replace('reference', '').replace('"EU.9001.11"', '"102"'), ''],
  ])('%s', (_, text, code) => {
    const list = read(text)
    expect(list.ok).toBe(false)
    expect(codes(list)).toEqual([code || 'lists/duplicate-number'])
  })

  it('titles and remarks made to do harm take no long time', () => {
    const started = performance.now()
    for (const piece of [' ,', '(a)', 'low ', '(']) {
      const text = piece.repeat(200_000)
      const name = `<nameAlias wholeName="A" title="${text}" function="${text}">`
      const remark = `<remark>${text}</remark></nameAlias>`
      entries(one(`<subjectType code="person"/>${name}${remark}`))
    }
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  it('cut at every byte it is never a list', () => {
    const bytes = Buffer.from(FIXTURE.trimEnd())
    for (let at = 0; at < bytes.length; at += 7) {
      expect(readWhole(readEuXml, bytesInMemory('eu.xml', bytes.subarray(0, at))).ok).toBe(false)
    }
  })
})
