import { type Dossier, type Party, readDossier, type Stake } from '@holdfast/dossier'
import { parseDay } from '@holdfast/kernel'
import { describe, expect, test } from 'vitest'
import { controls, organisedIn, parentParams, parentsOf } from '../src/parentage.ts'

function dossierOf(parties: object): Dossier {
  const institution = { id: 'court', name: 'A court', seat: 'NL' }
  const bytes = new TextEncoder().encode(JSON.stringify({ institution, parties }))
  const read = readDossier([{ name: 'dossier.yaml', bytes }], null)
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  return read.value
}

const ON = parseDay('2026-11-01')!
const company = (owners?: object[], more: object = {}) => ({
  name: 'A company',
  incorporated: 'NL',
  ...(owners === undefined ? {} : { owners }),
  ...more,
})
const held = (party: string, share: number | string) => [{ party, share }]

function parents(parties: object, id = 'a') {
  return parentsOf(dossierOf(parties).parties, id, ON).map((party) => party.id)
}

describe('parents', () => {
  test('are followed up to the topmost', () => {
    const top = company(undefined, { name: 'Top', incorporated: 'US-DE' })
    const parties = { a: company(held('b', 'consolidated')), b: company(held('c', 51)), c: top }
    expect(parents(parties)).toEqual(['b', 'c'])
    const line = ['a', ...parents(parties)].map((id) => dossierOf(parties).parties.get(id)!)
    expect(parentParams(line)).toEqual({
      parent: 'A company',
      above: ['Top'],
      organised: 'US-DE',
    })
  })

  test.each([
    [50, []],
    ['25-50', []],
    ['50-75', ['b']],
    ['unknown', []],
    [50.000001, ['b']],
    ['consolidated', ['b']],
  ])('a share of %s', (share, found) => {
    expect(parents({ a: company(held('b', share)), b: company() })).toEqual(found)
  })

  test('a circle ends', () => {
    expect(parents({ a: company(held('b', 60)), b: company(held('a', 60)) })).toEqual(['b'])
  })

  test('a person is none', () => {
    expect(parents({ a: company(held('p', 100)), p: { name: 'P', kind: 'person' } })).toEqual([])
  })

  test('no law organises a state', () => {
    const { parties } = dossierOf({ s: { name: 'S', form: 'state', incorporated: 'DE' } })
    expect(organisedIn(parties.get('s'))).toBe(null)
  })
})

describe('a stake of a registry', () => {
  const place: Party['place'] = { file: 'f', line: 1, column: 1, excerpt: '', length: 0 }
  const register: NonNullable<Stake['register']> = {
    registry: 'r',
    kind: 'share',
    shareStated: true,
    direct: true,
    from: null,
    to: null,
    seen: null,
    certainty: 'stated',
    marks: [],
  }
  const share = { low: 80, high: 80, openLow: false, consolidated: false }
  const stake: Stake = { owner: 'b', share, source: null, place, asOf: null, register }
  const said = (more: Partial<typeof register>, asOf: number | null = null): boolean =>
    controls({ ...stake, asOf, register: { ...register, ...more } }, ON)

  test('makes a parent while it is in force, as far as its source says', () => {
    expect(said({})).toBe(true)
    expect(said({ from: ON })).toBe(true)
    expect(said({ from: ON + 1 })).toBe(false)
    expect(said({ to: ON })).toBe(false)
    expect(said({ to: ON + 1 })).toBe(true)
    expect(said({}, ON + 1)).toBe(false)
    expect(said({ seen: ON + 1 }, ON)).toBe(false)
  })

  test.each(['votes', 'control', 'fund-manager', 'ultimate-consolidation'] as const)(
    'of the kind %s makes none',
    (kind) => {
      expect(said({ kind })).toBe(false)
    },
  )

  test('that is held through others makes none', () => {
    expect(said({ direct: false })).toBe(false)
  })
})
