/** What a shape cannot say: ids, kinds, sums and orders, each told at its place. */
import { describe, expect, it } from 'vitest'
import { readDossier } from '../src/index.ts'
import { at, codes, HOLDS, OWN, only, read, readTexts, told, utf8 } from './dossiers.ts'

const BASE = `${HOLDS}services:\n${OWN}`
const REGIMES = new Set(['us-icc-eo-14203', 'eu-blocking-statute'])

const BACKWARDS = 'earliest: 2026-02-02, deadline: 2026-02-01'

/** What stands after the institution, one function and one service; from line 5 on. */
const CASES: Readonly<Record<string, readonly [text: string, told: string]>> = {
  'shares over 100 together': [
    'parties: {x: {name: X, owners: [{party: us, share: 60}, {party: us, share: 41}]}}',
    'dossier/share-sum 5:33 {party: us, share: 60}',
  ],
  'a band upside down': [
    'parties: {x: {name: X, owners: [{party: us, share: 50-25}]}}',
    'dossier/share-range 5:33 {party: us, share: 50-25}',
  ],
  'a band over 100': [
    'parties: {x: {name: X, owners: [{party: us, share: 75-101}]}}',
    'dossier/share-range 5:33 {party: us, share: 75-101}',
  ],
  'a person who is owned': [
    'parties: {x: {name: X, kind: person, owners: [{party: us, share: 5}]}}',
    'dossier/person-owned 5:11 x',
  ],
  'an owner that nobody knows': [
    'parties: {x: {name: X, owners: [{party: elephant, share: 5}]}}',
    'dossier/unknown-id 5:33 {party: elephant, share: 5}',
  ],
  'a head office that is a person': [
    'parties: {x: {name: X, branch-of: p}, p: {name: P, kind: person}}',
    'dossier/wrong-kind 5:11 x',
  ],
  'a team smaller than its members': [
    'teams: {t: {name: T, size: 2, minimum: 1, members: [{count: 3}]}}',
    'dossier/team-too-small 5:9 t',
  ],
  'a minimum over the size': [
    'teams: {t: {name: T, size: 2, minimum: 3}}',
    'dossier/minimum-too-large 5:9 t',
  ],
  'a minimum over the members': [
    'teams: {t: {name: T, minimum: 3, members: [{count: 2}]}}',
    'dossier/minimum-too-large 5:9 t',
  ],
  'a team of nobody': ['teams: {t: {name: T, minimum: 1}}', 'dossier/minimum-too-large 5:9 t'],
  'a member that is an organisation': [
    'teams: {t: {name: T, minimum: 1, members: [x]}}\nparties: {x: {name: X}}',
    'dossier/wrong-kind 5:44 x',
  ],
  'more than there are': [
    'teams: {t: {name: T, size: 1, minimum: 1, needs: {at-least: 3, of: [own, own]}}}',
    'dossier/k-too-large 5:61 3',
  ],
  'a likelihood upside down': [
    'assumptions: {a: {class: c, regime: us-icc-eo-14203, evidence: e, interval: [1, 0.5]}}',
    'dossier/interval-inverted 5:15 a',
  ],
  'a deadline before the start': [
    `measures: {m: {name: M, kind: other, duration: 1d, ${BACKWARDS}}}`,
    'dossier/deadline-before-start 5:12 m',
  ],
  'an effort of no team': [
    'measures: {m: {name: M, kind: other, duration: 1d, effort: {own: 3}}}',
    'dossier/wrong-kind 5:12 m',
  ],
  'a regime that nobody knows': [
    'licences: {l: {name: L, regime: elephant, status: held, for: us}}',
    'dossier/unknown-regime 5:12 l',
  ],
  'a regime that is misspelt': [
    'licences: {l: {name: L, regime: us-icc-eo-14230, status: held, for: us}}',
    'dossier/unknown-regime-near 5:12 l',
  ],
  'a decision about nobody known': [
    'scenarios: {s: {name: S, decisions: [{on: 2026-01-01, lift: uss, under: us-icc-eo-14203}]}}',
    'dossier/unknown-id-near 5:38 {on: 2026-01-01, lift: uss, under: us-icc-eo-14203}',
  ],
  'a counter-law that nobody knows': [
    'scenarios: {s: {name: S, decisions: [{on: 2026-01-01, annex: us-icc-eo-14203, to: zzz}]}}',
    'dossier/unknown-regime 5:38 {on: 2026-01-01, annex: us-icc-eo-14203, to: zzz}',
  ],
  'a withdrawal of a party': [
    'scenarios: {s: {name: S, decisions: [{on: 2026-01-01, withdraw: us}]}}',
    'dossier/wrong-kind 5:38 {on: 2026-01-01, withdraw: us}',
  ],
  'one who steps aside and is no person': [
    'scenarios: {s: {name: S, decisions: [{on: 2026-01-01, steps-aside: us, for: us}]}}',
    'dossier/wrong-kind 5:38 {on: 2026-01-01, steps-aside: us, for: us}',
  ],
  'a measure after none': [
    'measures: {m: {name: M, kind: other, duration: 1d, after: [own]}}',
    'dossier/wrong-kind 5:12 m',
  ],
  'a licence that is none': [
    'measures: {m: {name: M, kind: other, duration: 1d, effects: [{licence: elephant}]}}',
    'dossier/unknown-id 5:12 m',
  ],
}

describe('a dossier whose meaning does not hold', () => {
  for (const [name, [text, expected]] of Object.entries(CASES)) {
    it(`is told of ${name}`, () => {
      const result = read(`${BASE}${text}\n`, REGIMES)
      expect(result.ok).toBe(false)
      expect(told(result)).toEqual([expected])
    })
  }

  it('is told of an owner of itself as a warning', () => {
    const result = read(`${BASE}parties: {x: {name: X, owners: [{party: x, share: 5}]}}\n`)
    expect(result.ok).toBe(true)
    expect(told(result)).toEqual(['dossier/self-owner 5:33 {party: x, share: 5}'])
  })

  it('is told of a service for itself', () => {
    const result = read(`${BASE}  s: {name: S, kind: web, provider: us, beneficiary: s}\n`)
    expect(told(result)).toContain('dossier/own-beneficiary 5:3 s')
  })

  it('is told of every regime when the regimes are known, and of none when they are not', () => {
    const text = `${BASE}licences: {l: {name: L, regime: zzz, status: held, for: us}}\n`
    expect(codes(read(text, REGIMES))).toEqual(['dossier/unknown-regime'])
    expect(read(text).ok).toBe(true)
  })

  it('is told of every problem at once', () => {
    const all = Object.values(CASES).filter(([text]) => text.startsWith('measures: {m:'))
    const inner = all.map(([text], index) => text.replace('measures: {m:', `  m${index}:`))
    const text = `${BASE}measures:\n${inner.map((one) => one.slice(0, -1)).join('\n')}\n`
    expect(told(read(text, REGIMES)).length).toBe(all.length)
  })
})

describe('an id that nobody knows', () => {
  const needs = (id: string): string => `functions: {f: {name: F, tolerance: 1d, needs: ${id}}}\n`

  it('is told with the nearest that may stand there', () => {
    const near = read(`${needs('owm')}services:\n${OWN}`)
    expect(told(near)).toEqual(['dossier/unknown-id-near 2:48 owm'])
    expect(only(near).params).toMatchObject({ id: 'owm', meant: 'own' })
    const far = read(`${needs('elephant')}services:\n${OWN}`)
    expect(told(far)).toEqual(['dossier/unknown-id 2:48 elephant'])
    expect(only(far).params.kinds).toBe('service-team-function')
    const other = read(`${needs('uz')}services:\n${OWN}`)
    expect(told(other), 'a party is never meant by a need').toEqual(['dossier/unknown-id 2:48 uz'])
  })

  it('is not told where the file that may hold it could not be read', () => {
    const files = {
      'a.yaml': `${HOLDS}${needs('x').replace('functions', 'zzz')}`,
      'b.yaml': 'a: [',
    }
    expect(codes(readTexts(files))).not.toContain('dossier/unknown-id')
  })
})

describe('an id that is given twice', () => {
  it('is told with both places, over kinds, files and measures', () => {
    const first = `${HOLDS}services:\n${OWN}`
    const measure = 'measures: {m: {name: M, kind: other, duration: 1d, parties: {own: {name: O}}}}'
    const files = { 'b.yaml': `parties:\n  f: {name: F}\n`, 'c.yaml': `${measure}\n` }
    const institution = 'institution: {id: us, name: Us, seat: NL}\nparties: {us: {name: U}}\n'
    const result = readTexts({ 'a.yaml': institution + first, ...files })
    expect(result.diagnostics.map(({ params, places }) => [params.id, ...places.map(at)])).toEqual([
      ['us', 'a.yaml:2:11', 'a.yaml:1:19'],
      ['f', 'b.yaml:2:3', 'a.yaml:3:13'],
      ['own', 'c.yaml:1:62', 'a.yaml:5:3'],
    ])
    expect(new Set(codes(result))).toEqual(new Set(['dossier/duplicate-id']))
  })

  it('is told as often as it is repeated', () => {
    const files = Object.fromEntries(
      ['b', 'c', 'd'].map((name) => [`${name}.yaml`, 'parties: {x: {name: X}}\n']),
    )
    const result = readTexts({ 'a.yaml': 'institution: {id: us, name: Us, seat: NL}\n', ...files })
    expect(result.diagnostics.map(({ places }) => places.map(at))).toEqual([
      ['c.yaml:1:11', 'b.yaml:1:11'],
      ['d.yaml:1:11', 'b.yaml:1:11'],
    ])
  })

  it('is told as a key where it stands twice in one mapping', () => {
    const result = read('parties:\n  x: {name: X}\n  y: {name: Y}\n  x: {name: Z}\n')
    expect(codes(result)).toEqual(['dossier/duplicate-key'])
    expect(only(result).places[0]).toMatchObject({ line: 5, column: 3 })
    expect(codes(read('parties: {x: {name: X, name: Y}}'))).toEqual(['dossier/duplicate-key'])
  })
})

describe('a dossier', () => {
  it('is of one institution', () => {
    expect(codes(readTexts({ 'a.yaml': HOLDS }))).toEqual(['dossier/no-institution'])
    const one = 'institution: {id: us, name: Us, seat: NL}\n'
    const two = readTexts({ 'a.yaml': one, 'b.yaml': `\n${one.replace('us', 'them')}` })
    expect(codes(two)).toEqual(['dossier/two-institutions'])
    expect(only(two).places.map(at)).toEqual(['a.yaml:1:1', 'b.yaml:2:1'])
  })

  it('without functions is told of it, and is a dossier', () => {
    const result = readTexts({ 'a.yaml': 'institution: {id: us, name: Us, seat: NL}\n' })
    expect(result.ok).toBe(true)
    expect(told(result)).toEqual(['dossier/no-functions 1:19 us'])
  })

  it('is of some files and not of too many', () => {
    expect(codes(readDossier([], null))).toEqual(['dossier/no-files'])
    const files = Array.from({ length: 2001 }, (_, n) => ({ name: `${n}.yaml`, bytes: utf8('') }))
    expect(codes(readDossier(files, null))).toEqual(['dossier/too-many-files'])
    expect(codes(readDossier(files.slice(1), null))).toEqual(['dossier/no-institution'])
  })

  it('does not count one person twice in a team', () => {
    const team = 'teams: {t: {name: T, minimum: 2, members: [p, p]}}\n'
    expect(read(`${BASE}${team}parties: {p: {name: P, kind: person}}\n`).ok).toBe(false)
  })

  it('does not rest today on what comes with a measure', () => {
    const brought = `services: {${OWN.trim()}}`
    const measure = `measures: {m: {name: M, kind: other, duration: 1d, ${brought}}}\n`
    expect(read(`${HOLDS}${measure}`).ok).toBe(false)
  })

  it('may let what comes with a measure rest on what comes with it', () => {
    const parties = 'parties: {p: {name: P}}'
    const services = 'services: {s: {name: S, kind: web, provider: p, beneficiary: us}}'
    const rest = `${parties}, ${services}, effects: [{replace: own, with: s}]`
    const measure = `measures: {m: {name: M, kind: other, duration: 1d, ${rest}}}\n`
    expect(told(read(`${BASE}${measure}`))).toEqual([])
  })

  it('has no services that benefit each other in a circle', () => {
    const circle = '  a: {name: A, kind: web, provider: us, beneficiary: b}\n'
    const back = '  b: {name: B, kind: web, provider: us, beneficiary: a}\n'
    expect(read(`${BASE}${circle}${back}`).ok).toBe(false)
  })

  it('has no wind-down that ends before its decision', () => {
    const decision = '{on: 2026-01-02, designate: us, under: r, wind-down-until: 2026-01-01}'
    expect(read(`${BASE}scenarios: {s: {name: S, decisions: [${decision}]}}\n`).ok).toBe(false)
  })

  it('has no horizon of no day', () => {
    const institution = 'institution: {id: us, name: Us, seat: NL, horizon: 5h}\n'
    expect(readTexts({ 'a.yaml': `${institution}${BASE}` }).ok).toBe(false)
  })
})

describe('what a measure brings', () => {
  const parties = 'parties: {z: {name: Z, incorporated: NL, owners: dispersed}}'
  const services = 'services: {new: {name: New, kind: web, provider: z, beneficiary: us}}'
  const text = (after: string): string =>
    [
      HOLDS.trimEnd(),
      'services:',
      OWN.trimEnd(),
      'measures:',
      `  m1: {name: M1, kind: other, duration: 1d, ${services}${after}}`,
      `  m2: {name: M2, kind: other, duration: 1d, ${parties}}`,
      '',
    ].join('\n')

  it('may be named only by measures that wait for it', () => {
    expect(codes(read(text('')))).toEqual(['dossier/only-with-measure'])
    expect(codes(read(text(', after: [m2]')))).toEqual([])
  })
})
