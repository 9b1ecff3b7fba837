/** The regimes that ship, and what reading the law's files tells of bad ones. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SERVICE_KINDS } from '@holdfast/dossier'
import { formatDay } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { chooseReadings, readLaw } from '../../holdfast/src/engine/law.ts'
import {
  bindsUnder,
  countriesFile,
  exemptsUnder,
  forbidsKind,
  questionKey,
  readingTaken,
  regimeFile,
} from '../src/index.ts'
import { COUNTER_LAW, DATA, REGIMES, SANCTIONS, shipped, shippedText } from './worlds.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const countries = readFileSync(path.join(DATA, 'countries.yaml'), 'utf8')
const ownership = readFileSync(path.join(DATA, 'ownership', 'rules.yaml'), 'utf8')

/** Reads the law from regimes given as text. */
function law(...regimes: readonly string[]) {
  return readLaw({
    regimes: regimes.map((text, n) => ({
      regime: { name: `${n}.yaml`, bytes: bytes(text) },
      designations: null,
    })),
    countries: { name: 'countries.yaml', bytes: bytes(countries) },
    ownership: { name: 'rules.yaml', bytes: bytes(ownership) },
    assumptions: [],
  })
}

const codes = (result: ReturnType<typeof law>) => result.diagnostics.map(({ code }) => code)

describe('the regimes that ship', () => {
  it('have the shape of a regime, and read without a word', () => {
    for (const id of REGIMES) {
      expect(regimeFile.safeParse(parse(shippedText(id))).success, id).toBe(true)
      expect(shipped(id).id).toBe(id)
    }
    const result = law(...REGIMES.map(shippedText))
    expect(result.diagnostics).toEqual([])
    expect(result.ok && result.value.regimes.map(({ id }) => id)).toEqual([...REGIMES])
  })

  it('have a default reading of every question, and a citation of every clause', () => {
    for (const regime of REGIMES.map(shipped)) {
      for (const question of regime.questions.values()) {
        expect(question.readings.has(question.default), question.id).toBe(true)
        expect(question.readings.size).toBeGreaterThan(1)
        for (const reading of question.readings.values()) {
          expect(reading.argument.length).toBeGreaterThan(20)
          for (const { cite } of reading.binds ?? []) expect(cite).toMatch(/[0-9]/)
        }
      }
      for (const { cite } of regime.binds) expect(cite).toMatch(/[0-9]/)
    }
  })

  it('speak only of kinds of service and of countries that exist', () => {
    const groups = new Set(Object.keys(countriesFile.parse(parse(countries)).groups))
    for (const regime of REGIMES.map(shipped)) {
      const readings = [...regime.questions.values()].flatMap((one) => [...one.readings.values()])
      const exempt = [...regime.exempts, ...readings.flatMap(({ exempts }) => exempts)]
      for (const { kinds } of exempt)
        for (const kind of kinds) expect(kind in SERVICE_KINDS, kind).toBe(true)
      const conditions = [...regime.binds, ...readings.flatMap(({ binds }) => binds ?? [])]
      for (const { jurisdiction } of conditions) {
        expect(groups.has(jurisdiction) || /^[A-Z]{2}$/.test(jurisdiction), jurisdiction).toBe(true)
      }
    }
    // 27 member states, and seven of their regions with codes of their own.
    expect(countriesFile.parse(parse(countries)).groups.EU?.members.length).toBe(34)
  })

  it('bind foreign subsidiaries by the wording of the order, not under the narrow reading', () => {
    const kinds = (readings: ReadonlyMap<string, string>) =>
      bindsUnder(SANCTIONS, readings).map(({ kind }) => kind)
    expect(kinds(new Map())).toContain('subsidiary-of-organised-under')
    expect(kinds(new Map())).toContain('employee-of-organised-under')
    const narrow = new Map([[questionKey(SANCTIONS.id, 'who-is-bound'), 'narrow']])
    expect(kinds(narrow)).toEqual([
      ...['organised-under', 'branch-of-organised-under', 'national-of', 'resident-in'],
    ])
    expect(kinds(new Map([['other/who-is-bound', 'narrow']]))).toEqual(kinds(new Map()))
  })

  it('exempt carriers only under the reading that says so', () => {
    const exempt = (readings: ReadonlyMap<string, string>) =>
      new Set(exemptsUnder(SANCTIONS, readings).flatMap(({ kinds }) => [...kinds]))
    expect(exempt(new Map())).toEqual(new Set(['publication']))
    const wide = new Map([[questionKey(SANCTIONS.id, 'what-is-exempt'), 'carriers-exempt']])
    expect(exempt(wide).has('e-mail')).toBe(true)
    expect(exempt(wide).has('publication')).toBe(true)
    expect(exempt(wide).has('hosting')).toBe(false)
  })

  it('forbid everything, or nothing', () => {
    expect(forbidsKind(SANCTIONS, 'e-mail')).toBe(true)
    expect(forbidsKind(COUNTER_LAW, 'e-mail')).toBe(false)
    const some = { ...SANCTIONS, forbids: { kinds: new Set(['card']), cite: 'x' } }
    expect([forbidsKind(some, 'card'), forbidsKind(some, 'e-mail')]).toEqual([true, false])
  })

  it('know the windows, each from its designation to its last day', () => {
    expect(
      SANCTIONS.windows.map(({ designated, until }) => [formatDay(designated), formatDay(until)]),
    ).toEqual([
      ['2025-06-05', '2025-07-07'],
      ['2025-08-20', '2025-09-18'],
      ['2025-09-04', '2025-10-03'],
    ])
  })
})

describe('a reading', () => {
  it('is taken as chosen, else the default', () => {
    const question = SANCTIONS.questions.get('who-is-bound')!
    expect(readingTaken(SANCTIONS, question, new Map()).id).toBe('order-wording')
    const key = questionKey(SANCTIONS.id, question.id)
    expect(readingTaken(SANCTIONS, question, new Map([[key, 'narrow']])).id).toBe('narrow')
    const broken = { ...question, default: 'none', readings: new Map() }
    expect(() => readingTaken(SANCTIONS, broken, new Map())).toThrow(/no default/)
  })

  it('is chosen by its name, with its question or without', () => {
    const regimes = REGIMES.map(shipped)
    const chosen = (...names: string[]) => chooseReadings(regimes, names)
    for (const name of ['narrow', 'who-is-bound=narrow']) {
      const result = chosen(name)
      expect(result.ok && [...result.value]).toEqual([['us-icc-eo-14203/who-is-bound', 'narrow']])
    }
    for (const name of ['narow', 'what-is-exempt=narrow', '', '=', 'constructor']) {
      expect(chosen(name).diagnostics[0]?.code, name).toBe('call/unknown-reading')
    }
    expect(chosen('narow').diagnostics[0]?.params.meant).toBe('narrow')
    const twice = chooseReadings([...regimes, { ...SANCTIONS, id: 'other' }], ['narrow'])
    expect(twice.diagnostics[0]?.code).toBe('call/reading-ambiguous')
  })

  it('is not chosen with something left over', () => {
    const result = chooseReadings([SANCTIONS], ['who-is-bound=narrow=wide'])
    expect(result.ok).toBe(false)
  })
})

const SMALL = [
  'id: small',
  'name: Small',
  'short: S',
  'kind: sanctions',
  'power: {id: p, name: P, decides: P}',
  'source: a law',
  '',
].join('\n')

describe('a regime that is wrong', () => {
  it('is told where its default reading is none', () => {
    const question =
      'questions:\n  q: {text: Q, default: zzz, readings: {a: {name: A, argument: B}}}\n'
    const result = law(SMALL + question)
    expect(codes(result)).toEqual(['law/no-default-reading'])
    expect(result.diagnostics[0]?.params).toMatchObject({ question: 'q', readings: ['a'] })
    expect(result.diagnostics[0]?.places[0]).toMatchObject({ file: '0.yaml', line: 8, column: 25 })
    const inherited = law(SMALL + question.replace('zzz', 'constructor'))
    expect(codes(inherited)).toEqual(['law/no-default-reading'])
  })

  it('is told where it is there twice', () => {
    const result = law(SMALL, SMALL)
    expect(codes(result)).toEqual(['law/regime-twice'])
    expect(result.diagnostics[0]?.params).toEqual({ id: 'small', file: '1.yaml' })
  })

  it('is told with all others at once', () => {
    const bad = SMALL.replace('kind: sanctions', 'kind: sanction')
    const result = law(bad, SMALL, SMALL, `${SMALL}zzz: 1\n`, 'id: [')
    expect(codes(result)).toContain('dossier/not-allowed-near')
    expect(codes(result)).toContain('law/regime-twice')
    expect(codes(result)).toContain('dossier/unknown-key')
    expect(codes(result)).toContain('dossier/yaml-syntax')
  })

  it('is told of a clause without its citation, of two clauses in one, and of none', () => {
    for (const clause of ['{organised-under: US}', '{cite: x}', '{organised-under: us, cite: x}']) {
      expect(law(`${SMALL}binds: [${clause}]\n`).ok, clause).toBe(false)
    }
    expect(law(`${SMALL}binds: [{organised-under: US, national-of: US, cite: x}]\n`).ok).toBe(false)
    expect(law(`${SMALL}binds: [{organised-under: US, cite: x}]\n`).ok).toBe(true)
  })

  it('is told of a window on a day that is none', () => {
    const window = (day: string) =>
      `${SMALL}windows: [{licence: L, designated: ${day}, until: 2025-01-02, source: s}]\n`
    expect(codes(law(window('2025-02-30')))).toEqual(['dossier/bad-day'])
    expect(law(window('2025-01-01')).ok).toBe(true)
  })

  it('is told of a kind of service that is none', () => {
    expect(law(`${SMALL}forbids: {kinds: [e-mial], cite: x}\n`).ok).toBe(false)
  })

  it('is told of a group of countries that is none', () => {
    expect(law(`${SMALL}binds: [{organised-under: EUU, cite: x}]\n`).ok).toBe(false)
  })

  it('is told of a window that ends before it begins', () => {
    const window = '{licence: L, designated: 2025-01-02, until: 2025-01-01, source: s}'
    expect(law(`${SMALL}windows: [${window}]\n`).ok).toBe(false)
  })

  it('is empty in no file', () => {
    expect(law('').ok).toBe(false)
    expect(codes(law('# nothing\n'))).toEqual(['dossier/wrong-type'])
  })
})
