/** What is read from each kind of thing, with its defaults and its facts. */
import { parseDay } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import type { Need } from '../src/index.ts'
import { neededIds } from '../src/index.ts'
import { dossierOf, HOLDS, OWN, read, readTexts, told, underlined } from './dossiers.ts'

const SERVICES = `services:\n${OWN}`
const day = (text: string) => parseDay(text)

function needOf(text: string): Need {
  const dossier = dossierOf(`functions: {f: {name: F, tolerance: 1d, needs: ${text}}}\n${SERVICES}`)
  return dossier.functions.get('f')!.needs
}

/** A need without places. */
function shape(need: Need): unknown {
  if (need.kind === 'item') return need.buffer === null ? need.id : [need.id, need.buffer.days]
  const of = need.of.map(shape)
  const k = need.kind === 'at-least' ? { k: need.k } : {}
  return { [need.kind]: of, ...k, ...(need.buffer === null ? {} : { buffer: need.buffer }) }
}

describe('a need', () => {
  it('is read in all its forms', () => {
    const stock = '{lasts: 36h, survives: refusal}'
    expect(shape(needOf('own'))).toBe('own')
    expect(shape(needOf('[own]'))).toEqual({ all: ['own'] })
    expect(shape(needOf('[own, [own]]'))).toEqual({ all: ['own', { all: ['own'] }] })
    expect(shape(needOf('{need: own}'))).toBe('own')
    expect(shape(needOf(`{need: own, buffer: ${stock}}`))).toEqual(['own', 1])
    expect(shape(needOf('{all: [own, own]}'))).toEqual({ all: ['own', 'own'] })
    expect(shape(needOf(`{any: [own, {need: own}], buffer: ${stock}}`))).toEqual({
      any: ['own', 'own'],
      buffer: { days: 1, survives: 'refusal' },
    })
    expect(shape(needOf('{at-least: 2, of: [own, own, {any: [own]}]}'))).toEqual({
      'at-least': ['own', 'own', { any: ['own'] }],
      k: 2,
    })
    expect(shape(needOf('{need: own, buffer: {lasts: 0h, survives: payment-failure}}'))).toEqual([
      'own',
      0,
    ])
  })

  it('names every id with its place', () => {
    const ids = neededIds(needOf('{any: [own, {all: [own, {need: own}]}]}'))
    expect(ids.map(({ id, place }) => [id, underlined(place)])).toEqual([
      ['own', 'own'],
      ['own', 'own'],
      ['own', 'own'],
    ])
    expect(new Set(ids.map(({ place }) => place.column)).size).toBe(3)
  })
})

describe('a team', () => {
  const team = (text: string) => {
    const parties = 'parties: {p: {name: P, kind: person, nationality: US, employer: us}}\n'
    return dossierOf(`${HOLDS}${SERVICES}${parties}teams: {t: {name: T, ${text}}}\n`).teams.get(
      't',
    )!
  }

  it('counts its members, and those not described are unknown', () => {
    const read = team('size: 12, minimum: 8, members: [p, {count: 3, nationality: US}, {count: 2}]')
    expect(read.size).toBe(12)
    expect(read.members.map(({ id, count, nationality }) => [id, count, nationality])).toEqual([
      ['p', 1, ['US']],
      ['t/2', 3, ['US']],
      ['t/3', 2, null],
      ['t/rest', 6, null],
    ])
    expect(read.members.map(({ residence }) => residence)).toEqual([null, ['NL'], ['NL'], ['NL']])
    expect(read.directedBy).toBe('us')
    expect(read.class).toBe('staff')
  })

  it('may lack the description of one', () => {
    const counts = team('size: 3, minimum: 1, members: [{count: 2}]').members
    expect(counts.map(({ id, count }) => [id, count])).toEqual([
      ['t/1', 2],
      ['t/rest', 1],
    ])
    expect(team('size: 2, minimum: 1, members: [{count: 2}]').members.length).toBe(1)
  })

  it('is as large as its members where it states no size', () => {
    const read = team('minimum: 2, residence: FR, members: [{group: Guards, count: 4}, p]')
    expect(read.size).toBe(5)
    expect(read.members.map(({ name, residence }) => [name, residence])).toEqual([
      ['Guards (4)', ['FR']],
      ['P', null],
    ])
    expect(read.members[1]).toMatchObject({ nationality: ['US'], employer: 'us' })
  })

  it('takes a wrapped line of a member', () => {
    const wrapped = '{value: [US, FR], assumed: true}'
    const read = team(`minimum: 1, directed-by: p, members: [{count: 1, nationality: ${wrapped}}]`)
    expect(read.members[0]?.nationality).toEqual(['US', 'FR'])
    expect(read.directedBy).toBe('p')
  })
})

describe('an institution', () => {
  const partyOf = (text: string) => {
    const result = readTexts({ 'a.yaml': `institution: {id: us, name: Us, seat: NL, ${text}}\n` })
    return result.ok ? result.value.parties.get('us') : undefined
  }

  it('may be a person', () => {
    const person = partyOf('form: person, nationality: IT, residence: [TN, IT], aliases: [U]')
    expect(person).toMatchObject({
      kind: 'person',
      nationality: ['IT'],
      residence: ['TN', 'IT'],
      aliases: ['U'],
      owners: { stakes: [], others: 'none' },
    })
  })

  it('is owned by nobody unknown', () => {
    const company = partyOf('form: company, incorporated: DE, listed-as: {ofac-sdn: "5"}')
    expect(company).toMatchObject({ kind: 'organisation', form: 'company', incorporated: 'DE' })
    expect(company?.owners).toEqual({ stakes: [], others: 'none', stated: true })
    expect(company?.listedAs.get('ofac-sdn')).toEqual(['5'])
    expect(partyOf('form: public-body')).toMatchObject({ form: 'public-body', seat: 'NL' })
  })
})

describe('owners', () => {
  const owners = (text: string) =>
    dossierOf(`parties: {x: {name: X, ${text}}}\n`).parties.get('x')!.owners

  it('are unknown, dispersed or complete', () => {
    expect(owners('role: r').others).toBe('unknown')
    expect(owners('form: nonprofit').others).toBe('none')
    expect(owners('kind: person').others).toBe('none')
    expect(owners('owners: unknown').others).toBe('unknown')
    expect(owners('owners: dispersed').others).toBe('dispersed')
    expect(owners('owners: complete').others).toBe('none')
    expect(owners('owners: [{party: us, share: 5}]').others).toBe('unknown')
    expect(owners('owners: [{party: us, share: 5}, dispersed]').others).toBe('dispersed')
    expect(
      owners('owners: {value: [{party: us, share: 5}, complete], assumed: true}'),
    ).toMatchObject({ others: 'none', stakes: [{ owner: 'us', share: { low: 5, high: 5 } }] })
  })

  it('hold a share, a band, all of it, or nobody knows', () => {
    const share = (text: string) => owners(`owners: [{party: us, share: ${text}}]`).stakes[0]?.share
    const exact = { openLow: false, consolidated: false }
    expect(share('50')).toEqual({ low: 50, high: 50, ...exact })
    expect(share('33.3')).toEqual({ low: 33.3, high: 33.3, ...exact })
    expect(share('25-50')).toEqual({ low: 25, high: 50, openLow: true, consolidated: false })
    expect(share('0-25')).toEqual({ low: 0, high: 25, ...exact })
    expect(share('12.5-25.5')).toEqual({
      low: 12.5,
      high: 25.5,
      openLow: true,
      consolidated: false,
    })
    expect(share('unknown')).toEqual({ low: 0, high: 100, ...exact })
    expect(share('consolidated')).toEqual({ low: 0, high: 100, openLow: false, consolidated: true })
    expect(share('{value: 25-50, assumed: true}')?.high).toBe(50)
  })

  it('hold what a band of one number says, and not more', () => {
    const { stakes } = owners('owners: [{party: us, share: 50-50}]')
    expect(stakes[0]?.share).toMatchObject({ low: 50, high: 50, openLow: false })
  })
})

describe('a fact with a standing', () => {
  it('is collected with its place, wrapped or on the thing', () => {
    const wrapped = (value: string): string => `{value: ${value}, assumed: true}`
    const disputed = 'disputed: [{account: yes, source: s}, {account: no}]'
    const text = [
      'parties:',
      '  x: {name: X, seat: {value: NL, assumed: true, source: a register}}',
      `  y: {name: Y, owner: Ann, review-by: 2026-12-01, ${disputed}}`,
      'services:',
      '  s: {name: S, kind: web, provider: {value: x, assumed: true}, beneficiary: us,',
      `    contract: {notice: ${wrapped('30d')}, end: ${wrapped('2027-01-01')}}}`,
      'functions:',
      '  f: {name: F, tolerance: {value: 2d, assumed: true}, assumed: true,',
      '      needs: {need: s, buffer: {lasts: {value: 5d, assumed: true}, survives: refusal}}}',
    ].join('\n')
    const { facts, services, functions } = dossierOf(text)
    expect(facts.map(({ about, fact, value, place }) => [about, fact, value, place.line])).toEqual([
      ['x', 'seat', 'NL', 3],
      ['y', 'party', 'Y', 4],
      ['s', 'provider', 'x', 6],
      ['s', 'notice', '30d', 7],
      ['s', 'end', '2027-01-01', 7],
      ['f', 'function', 'F', 9],
      ['f', 'tolerance', '2d', 9],
      ['f', 'buffer', '5d', 10],
    ])
    expect(facts[0]?.standing).toMatchObject({ assumed: true, source: 'a register', disputed: [] })
    expect(facts[1]?.standing).toEqual({
      source: null,
      assumed: false,
      owner: 'Ann',
      reviewBy: day('2026-12-01'),
      disputed: [
        { account: 'yes', source: 's' },
        { account: 'no', source: null },
      ],
    })
    expect(underlined(facts[0]!.place)).toBe('seat')
    expect(services.get('s')?.contract).toEqual({ noticeDays: 30, end: day('2027-01-01') })
    expect(functions.get('f')?.toleranceDays).toBe(2)
  })

  it('is not collected where it only states its source', () => {
    expect(dossierOf('parties: {x: {name: {value: X, source: s}, source: t}}').facts).toEqual([])
    expect(dossierOf('parties: {x: {name: X, assumed: false}}').facts).toEqual([])
  })

  it('is collected of stakes, members, decisions, licences and measures', () => {
    const text = [
      `${HOLDS}${SERVICES}parties: {x: {name: X, owners: [{party: us, share: 5, assumed: true}]}}`,
      'teams: {t: {name: T, minimum: 1, members: [{count: 1, assumed: true}]}}',
      'scenarios: {c: {name: C, decisions: [{on: 2026-01-01, withdraw: own, assumed: true}]}}',
      'licences: {l: {name: L, regime: r, status: held, for: us, assumed: true}}',
      'measures:',
      '  m: {name: M, kind: other, duration: {value: 3d, assumed: true}, assumed: true,',
      '      cost: {once: {value: 5 EUR, assumed: true}}}',
    ].join('\n')
    const { facts, measures } = dossierOf(text)
    expect(new Set(facts.map(({ about, fact }) => `${about} ${fact}`))).toEqual(
      new Set([
        ...['x owners.us', 't/1 members', 'c decisions[1]', 'l licence', 'm measure'],
        ...['m duration', 'm once'],
      ]),
    )
    expect(measures.get('m')).toMatchObject({
      durationDays: 3,
      costOnce: { minor: 500n, currency: 'EUR' },
    })
  })
})

describe('what a party is called in registries', () => {
  const partyWith = (text: string) => read(`parties: {a: {name: A, ${text}}}\n${HOLDS}${SERVICES}`)
  const keysOf = (text: string) => {
    const result = partyWith(text)
    return result.ok ? result.value.parties.get('a')?.registered : told(result)
  }

  it('is its LEI and its keys, each once, a name alone being one that a file knows', () => {
    expect(keysOf('form: company')).toEqual([])
    expect(keysOf('registered: kpn')).toEqual(['local:kpn'])
    expect(keysOf('registered: [local:kpn, gb-coh:01234567, kpn]')).toEqual([
      'local:kpn',
      'gb-coh:01234567',
    ])
    expect(keysOf('lei: 529900K9B0N5BT694847, registered: a')).toEqual([
      'lei:529900K9B0N5BT694847',
      'local:a',
    ])
  })

  it('is no text with white space or two colons', () => {
    for (const text of ['"two words"', '"gb-coh: 1"', '"a:b:c"', '""']) {
      const codes = partyWith(`registered: ${text}`).diagnostics.map(({ code }) => code)
      expect(codes, text).toEqual(['dossier/bad-register-key'])
    }
  })

  it('is told when its check digits are wrong', () => {
    const result = partyWith('lei: 529900K9B0N5BT694848')
    expect(result.ok).toBe(true)
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['dossier/lei-wrong'])
  })
})

describe('the registries of an institution', () => {
  it('are named with their places', () => {
    const named = (registry: string) => {
      const text = `institution: {id: us, name: Us, seat: NL, registry: ${registry}}\n`
      const result = readTexts({ 'd.yaml': `${text}${HOLDS}${SERVICES}` })
      if (!result.ok) throw new Error(told(result).join())
      return result.value.institution.registries?.map(({ path, place }) => [
        path,
        underlined(place),
      ])
    }
    expect(named('owners/')).toEqual([['owners/', 'owners/']])
    expect(named('[a, b.hfreg]')).toEqual([
      ['a', 'a'],
      ['b.hfreg', 'b.hfreg'],
    ])
  })
})
