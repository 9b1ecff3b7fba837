import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { decideMatch, type ScreenCall, screenLists, screenPairs, screenRow } from '../src/index.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-screen-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function place(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

const NULLS = ',-0- '.repeat(7)

function sdn(name: string, ...rows: readonly string[]): string {
  return place(name, `${rows.join('\r\n')}\r\n\x1a`)
}

function person(number: number, name: string, remarks: string): string {
  return `${number},"${name}","individual","XX-1"${NULLS},"${remarks}"`
}

const LIST = sdn(
  'sdn-2026-11-01.csv',
  person(1, 'MARTEN, Ilse', 'DOB 12 Apr 1961; nationality Netherlands; Gender Female.'),
  person(2, 'HAVERKAMP, Jan', "DOB 1970; a.k.a. 'JANTJE'."),
  `3,"NORTHWIND SHIPPING LLC",-0- ,"XX-1"${NULLS},-0- `,
)

function call(what: string, more: Partial<ScreenCall> = {}): ScreenCall {
  const decisions = path.join(folder, 'decisions.jsonl')
  return { what, lists: [LIST], today: '2026-11-02', environment: {}, decisions, ...more }
}

async function answers(what: string, more: Partial<ScreenCall> = {}) {
  const run = await screenLists(call(what, more))
  if (!run.ok) throw new Error(run.diagnostics.map(({ code }) => code).join())
  return run.value.subjects.map(run.value.screening.answer)
}

async function codes(what: string, more: Partial<ScreenCall> = {}): Promise<string[]> {
  const run = await screenLists(call(what, more))
  expect(run.ok).toBe(false)
  return run.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

describe('whom a call means', () => {
  it('is a name with what is known of it', async () => {
    const [plain] = await answers('Ilse Marten')
    const [known] = await answers('Ilse Marten', {
      about: { kind: 'Person', births: ['1961-04-12'], countries: ['nl'] },
    })
    expect(plain!.matches.map(({ entry }) => entry)).toEqual(['1'])
    expect(known!.matches[0]!.score).toBeGreaterThan(plain!.matches[0]!.score)
    const row = { ...known!, matches: known!.matches.map((one) => ({ ...one, reasons: ['…'] })) }
    expect(screenRow.safeParse(row).success).toBe(true)
  })

  it('is every row of a table, by whatever its columns are called', async () => {
    const table = place(
      'partners.csv',
      'Customer_ID;Full_Name;Schema;DOB;Nationality;Aliases\r\n' +
        'c1;Jan H.;Person;1970;NL;"Haverkamp, Jan; ""J; H"""\r\n' +
        'c2;Northwind Shipping;Company;;Panama;\r\n' +
        'c3;Nobody Of Note;;;;\r\n',
    )
    const found = await answers(table)
    expect(found.map(({ id, matches }) => [id, matches.map(({ entry }) => entry)])).toEqual([
      ['c1', ['2']],
      ['c2', ['3']],
      ['c3', []],
    ])
  })

  it('is every party of a dossier', async () => {
    const dossier = path.resolve(import.meta.dirname, '../../../examples/minimal')
    const found = await answers(dossier)
    expect(found.length).toBeGreaterThan(2)
    expect(found.every(({ id }) => id !== null)).toBe(true)
  })

  it('is told wrong with every place at once', async () => {
    const table = place('wrong.csv', 'name,kind,dob\nA B,human,1.1.2000\n,person,\n')
    expect(await codes(table)).toEqual(['screen/unknown-kind', 'screen/bad-date', 'screen/no-name'])
    expect(await codes('nowhere.csv')).toEqual(['call/no-such-path'])
    expect(await codes('!!!')).toEqual(['call/empty-name'])
    expect(await codes('a '.repeat(41))).toEqual(['call/long-name'])
    expect(await codes('/dev/null')).toEqual(['call/no-such-path'])
    expect(await codes(place('long.csv', `name\n…\n${'a '.repeat(41)}\n`))).toEqual([
      'screen/no-name',
      'screen/long-name',
    ])
    expect(await codes(' ')).toEqual(['call/empty-name'])
    expect(await codes(place('names.csv', 'who\nA B\n'))).toEqual(['records/csv-no-column'])
  })
})

describe('decisions', () => {
  const decide = (more: Partial<Parameters<typeof decideMatch>[0]> = {}) =>
    decideMatch({
      ...call('Ilse Marten', { about: { kind: 'person' } }),
      list: 'ofac-sdn',
      entry: '1',
      decided: { outcome: 'cleared', by: 'counsel', why: 'born elsewhere' },
      ...more,
    })

  it('are remembered until the entry changes, for their owner alone', async () => {
    expect((await decide()).ok).toBe(true)
    const file = path.join(folder, 'decisions.jsonl')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const about = { about: { kind: 'person' } }
    const [before] = await answers('Ilse Marten', about)
    expect(before!.matches[0]!.decision).toEqual({
      outcome: 'cleared',
      by: 'counsel',
      on: '2026-11-02',
      why: 'born elsewhere',
      stands: true,
    })
    const changed = sdn('sdn-2026-11-03.csv', person(1, 'MARTEN, Ilse', 'DOB 13 Apr 1961.'))
    const [after] = await answers('Ilse Marten', { ...about, lists: [changed] })
    expect(after!.matches[0]!.decision).toMatchObject({ outcome: 'cleared', stands: false })
  })

  it('are added and never overwritten, and taken back by a later one', async () => {
    const file = path.join(folder, 'decisions.jsonl')
    const lines = readFileSync(file, 'utf8').split('\n').length
    const decided = { outcome: 'reopened', by: 'registrar', why: 'new papers' } as const
    expect((await decide({ decided })).ok).toBe(true)
    expect(readFileSync(file, 'utf8').split('\n').length).toBe(lines + 1)
    const [answer] = await answers('Ilse Marten', { about: { kind: 'person' } })
    expect(answer!.matches[0]!.decision).toBeNull()
  })

  it('are refused for an entry that no list has, and over a damaged memory', async () => {
    const missing = await decide({ entry: '99' })
    expect(missing.diagnostics.map(({ code }) => code)).toContain('screen/no-such-entry')
    const decisions = place('damaged.jsonl', '{"subject":\n')
    const damaged = await decide({ decisions })
    expect(damaged.diagnostics.map(({ code }) => code)).toContain('screen/decisions-damaged')
    expect(readFileSync(decisions, 'utf8')).toBe('{"subject":\n')
  })
})

describe('pairs', () => {
  it('get a score each, in their order', async () => {
    const table = place(
      'pairs.csv',
      'case,schema,name1,name2\n1,Person,Ilse Marten,"MARTEN, Ilse"\n' +
        '2,Company,Northwind AG,Ostra SA\n',
    )
    const pairs = await screenPairs(table)
    expect(pairs.ok && pairs.value.map(({ row, kind, match }) => [row, kind, match])).toEqual([
      [1, 'person', true],
      [2, 'entity', false],
    ])
  })
})
