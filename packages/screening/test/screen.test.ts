import type { StatedDate } from '@holdfast/lists'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildScreen, comparePair, type ScreenQuery, screenName } from '../src/index.ts'
import { entry, list } from './lists.ts'

function day(from: string, more: Partial<StatedDate> = {}): StatedDate {
  return { from, to: from, precision: 'day', ...more }
}

const MARTEN = entry('1', ['MARTEN, Ilse Johanna', { ...weak('Ilse') }], {
  births: [day('1961-04-12')],
  nationalities: ['NL'],
  gender: 'female',
  identifiers: [{ kind: 'passport', number: 'X-123.456' }],
})
const NAMESAKE = entry('2', ['MARTEN, Ilse'], { births: [day('1990-01-01')] })
const NORTHWIND = entry('3', ['Northwind Shipping LLC'], { kind: 'entity', countries: ['PA'] })
const LIGHT = entry('4', ['NORTHERN LIGHT'], {
  kind: 'vessel',
  identifiers: [{ kind: 'imo', number: '9074729' }],
})
const ARMY = entry('5', ['Northern People’s Liberation Army'], { kind: 'entity' })
const screen = buildScreen([list([MARTEN, NAMESAKE, NORTHWIND, LIGHT, ARMY])])

function weak(text: string) {
  return { text, kind: 'aka' as const, quality: 'weak' as const }
}

function found(query: ScreenQuery | string, options = {}) {
  const asked = typeof query === 'string' ? { name: query } : query
  return screenName(screen, asked, options).map((match) => match.entry.id)
}

function scoreOf(query: ScreenQuery, id: string): number {
  return screenName(screen, query, { threshold: 0 }).find((match) => match.entry.id === id)!.score
}

describe('looking a party up', () => {
  it('finds it under other spellings, orders, scripts and spaces', () => {
    for (const name of [
      'Ilse Marten',
      'Marten Ilze',
      'Ilse J. Marten',
      'IlseMarten',
      'Илсе Мартен',
    ]) {
      expect(found(name), name).toContain('2')
    }
    expect(found('North wind Shiping')).toEqual(['3'])
    expect(found('MV Northern Light')).toEqual(['4'])
    expect(found('NPLA')).toEqual(['5'])
  })

  it('ranks the nearer name first and tells each entry once', () => {
    expect(found('Ilse Johanna Marten')).toEqual(['1', '2'])
    expect(found('Ilse Marten')).toEqual(['2', '1'])
  })

  it('finds nothing for what is on no list, and for no name', () => {
    expect(found('Haverkamp')).toEqual([])
    expect(found('')).toEqual([])
    expect(found('…')).toEqual([])
  })

  it('compares only kinds that may be meant', () => {
    expect(found({ name: 'Ilse Marten', kind: 'entity' })).toEqual([])
    expect(found({ name: 'Northwind Shipping', kind: 'person' })).toEqual([])
  })

  it('trusts a weak alias less than a strong name', () => {
    const strong = buildScreen([list([entry('1', ['Ilse'])])])
    const [match] = screenName(strong, { name: 'Ilse' })
    const [weakly] = screenName(screen, { name: 'Ilse' }, { threshold: 0 })
    expect(weakly!.score).toBeLessThan(match!.score)
    expect(weakly!.name.quality).toBe('weak')
  })

  it('keeps to the threshold and the limit that it is given', () => {
    expect(found('Ilse Marten', { limit: 1 })).toEqual(['2'])
    expect(found('Ilse Marten', { threshold: 0.99 })).toEqual([])
  })

  it('gives the same answer whatever was asked before', () => {
    const before = screenName(screen, { name: 'Ilse Marten' })
    for (const name of ['x y z', 'Northwind', 'IlseMarten']) screenName(screen, { name })
    expect(screenName(screen, { name: 'Ilse Marten' })).toEqual(before)
  })
})

describe('what stands beside the names', () => {
  const name = 'Ilse Marten'

  it('supports the one and contradicts the other', () => {
    expect(found({ name, births: ['1961-04-12'] })[0]).toBe('1')
    expect(scoreOf({ name, births: ['1961-04-12'] }, '1')).toBeGreaterThan(scoreOf({ name }, '1'))
    expect(scoreOf({ name, births: ['1961'] }, '1')).toBeGreaterThan(scoreOf({ name }, '1'))
    expect(scoreOf({ name, births: ['1961-12-04'] }, '1')).toBeGreaterThan(scoreOf({ name }, '1'))
    expect(scoreOf({ name, births: ['1975'] }, '1')).toBeLessThan(scoreOf({ name }, '1'))
    expect(scoreOf({ name, countries: ['nl'] }, '1')).toBeGreaterThan(scoreOf({ name }, '1'))
    expect(scoreOf({ name, countries: ['PE'] }, '1')).toBeLessThan(scoreOf({ name }, '1'))
    expect(scoreOf({ name, gender: 'male' }, '1')).toBeLessThan(scoreOf({ name }, '1'))
  })

  it('holds nothing against anybody that only one side states', () => {
    expect(scoreOf({ name: 'Northwind Shipping', births: ['1961'], gender: 'male' }, '3')).toBe(
      scoreOf({ name: 'Northwind Shipping' }, '3'),
    )
    expect(scoreOf({ name, births: [], countries: [] }, '1')).toBe(scoreOf({ name }, '1'))
  })

  it('finds an entry by a number alone, however it is written', () => {
    expect(found({ name: 'Haverkamp', identifiers: ['x123456'] })).toEqual(['1'])
    expect(found({ name: 'Renamed Vessel', identifiers: ['IMO 9074729', '9074729'] })).toEqual([
      '4',
    ])
    const [match] = screenName(screen, { name: 'Haverkamp', identifiers: ['x123456'] })
    expect(match!.reasons.map(({ key }) => key)).toEqual(['reason.number-same'])
  })

  it('takes a circa date for no hard end', () => {
    const about = day('1950-01-01', { to: '1950-12-31', precision: 'year', circa: true })
    const vague = buildScreen([list([entry('1', ['Ilse Marten'], { births: [about] })])])
    const score = (births: string[]) => screenName(vague, { name, births })[0]?.score ?? 0
    expect(score(['1951'])).toBe(score([]))
    expect(score(['1960'])).toBeLessThan(score([]))
  })
})

const SYLLABLES = ['mar', 'ten', 'il', 'se', 'ko', 'van', 'dru', 'pel', 'zan', 'tor', 'bek', 'osh']
const word = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 3 })
  .map((parts) => parts.join(''))
const personName = fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join(' '))

describe('against comparing every name with every other', () => {
  it('finds every entry that reaches the threshold', () => {
    fc.assert(
      fc.property(
        fc.array(personName, { minLength: 1, maxLength: 40 }),
        personName,
        (all, asked) => {
          const entries = all.map((name, index) => entry(String(index), [name]))
          const table = buildScreen([list(entries)])
          const got = screenName(table, { name: asked, kind: 'person' }, { limit: 1_000 })
          const wanted = all
            .map(
              (name, index) => [String(index), comparePair(asked, name, 'person').score] as const,
            )
            .filter(([, score]) => score >= 0.6)
          const ids = new Set(got.map((match) => match.entry.id))
          for (const [id, score] of wanted)
            expect(ids.has(id), `${all[Number(id)]} ${score}`).toBe(true)
          for (const match of got) {
            expect(match.score).toBe(comparePair(asked, match.name.text, 'person').score)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
