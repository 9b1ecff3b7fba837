/** `holdfast own --graph`: every party of a plain table, small ones in full, deep ones in short. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  Cascade,
  type CascadeRule,
  exactShare,
  type PartyGraph,
  partyGraph,
  type TieRecord,
} from '@holdfast/ownership'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { ManyAnswers } from '../src/engine/own_many.ts'
import { ownGraphFile } from '../src/node/own.ts'
import { tie } from './memory_registry.ts'

const FOLDER = mkdtempSync(path.join(tmpdir(), 'own-'))
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

async function answersOf(rows: readonly string[], listed: readonly string[], rule?: string) {
  const graph = path.join(FOLDER, 'owners.csv')
  writeFileSync(graph, `owner,asset,share\n${rows.join('\n')}\n`)
  const result = await ownGraphFile({ graph, listed, rule, today: '2026-11-25' })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  const answers = [...result.value.answers]
  return { answers, diagnostics: result.diagnostics, graph: result.value.graph }
}

async function told(rows: readonly string[], listed: readonly string[]) {
  const { answers } = await answersOf(rows, listed)
  return Object.fromEntries(answers.map(({ party, answer }) => [party, answer]))
}

describe('the examples of OFAC FAQ 401 as a plain table', () => {
  test('1: half of A, which holds half of B', async () => {
    const answers = await told(['X,A,50', 'A,B,50'], ['X'])
    expect(answers).toEqual({ X: 'yes', A: 'yes', B: 'yes' })
  })

  test('2: half of A and of B, which hold a quarter of C each', async () => {
    const answers = await told(['X,A,50', 'X,B,50', 'A,C,25', 'B,C,25'], ['X'])
    expect(answers).toMatchObject({ A: 'yes', B: 'yes', C: 'yes' })
  })

  test('3: half of A and a tenth of B, of which A holds 40', async () => {
    const answers = await told(['X,A,50', 'X,B,10', 'A,B,40'], ['X'])
    expect(answers).toMatchObject({ A: 'yes', B: 'yes' })
  })

  test('a stake through an owner below half does not count', async () => {
    const answers = await told(['X,A,25', 'X,B,25', 'A,C,50', 'B,C,50'], ['X'])
    expect(answers).toEqual({ X: 'yes', A: 'no', B: 'no', C: 'no' })
  })
})

describe('a plain table', () => {
  test('starts a rule about places with whom the call names, since it says no places', async () => {
    const rows = ['X,A,51', 'A,B,consolidated', 'X,C,50', 'Y,D,80', '*,Y,complete']
    const { answers } = await answersOf(rows, ['X'], 'eo-14203')
    const all = Object.fromEntries(answers.map(({ party, answer }) => [party, answer]))
    expect(all).toMatchObject({ X: 'yes', A: 'yes', B: 'yes', C: 'unknown', D: 'no' })
  })

  test('is answered in the order of first mention, the listed ones too', async () => {
    const { answers, graph } = await answersOf(['B,C,60', 'A,B,50-75', 'D,C,10'], ['A'])
    expect(answers.map(({ party }) => party)).toEqual(['B', 'C', 'A', 'D'])
    expect(answers.map(({ answer }) => answer)).toEqual(['yes', 'yes', 'yes', 'no'])
    expect(graph).toEqual({ file: 'owners.csv', parties: 4, ties: 3 })
  })

  test('tells what would settle what is open, and from where on', async () => {
    const { answers } = await answersOf(['X,C,25', 'Y,C,20-30'], ['X', 'Y'])
    expect(answers.find(({ party }) => party === 'C')).toMatchObject({
      answer: 'unknown',
      percent: { low: 45, high: 55, text: '45-55' },
      missing: [{ kind: 'share', owner: 'Y', asset: 'C', share: '20-30', yesFrom: '>=25' }],
      smallest: true,
    })
  })

  test('that says who the other owners are keeps that', async () => {
    const rows = ['X,A,40', '*,A,complete', 'B,A,']
    const { answers } = await answersOf(rows, ['X'], 'ofac-50')
    expect(answers.map(({ party, answer }) => [party, answer])).toEqual([
      ['X', 'yes'],
      ['A', 'no'],
      ['B', 'no'],
    ])
  })

  test('with corrupt rows is answered and marked', async () => {
    const { answers, diagnostics } = await answersOf(['X,A,150', 'X,B,60-40', 'A,A,10'], ['X'])
    expect(answers.map(({ answer }) => answer)).toEqual(['yes', 'unknown', 'unknown'])
    expect(answers[1]?.marks).toContain('share-over-100')
    expect(answers[2]?.marks).toEqual(['share-inverted'])
    expect(diagnostics.map(({ code }) => code)).toContain('ownership/share-over-100')
  })

  test('may name parties with commas', async () => {
    const answers = await told(['"Birch, Inc.",Cedar,50'], ['Birch, Inc.'])
    expect(answers).toEqual({ 'Birch, Inc.': 'yes', Cedar: 'yes' })
  })
})

const RULE: CascadeRule = {
  id: 'ofac-50',
  name: 'made for the test',
  cite: ['nowhere'],
  kind: 'cascade',
  start: 'listed',
  threshold: 50,
  strict: false,
  aggregate: true,
  control: 'unknown',
  branches: false,
  undeclared: 'closed',
}

/** A ring of so many parties that none has a full proof, with stakes across it. */
const RING = 420

function ringOf(shares: readonly number[], across: readonly (readonly number[])[]): PartyGraph {
  const ties: TieRecord[] = []
  const put = (owner: number, asset: number, percent: number) =>
    ties.push(
      tie(`local:${owner}`, `local:${asset}`, { kind: 'share', share: exactShare(percent) }),
    )
  for (let at = 0; at < RING; at += 1) put(at, (at + 1) % RING, shares[at % shares.length] ?? 0)
  for (const [owner = 0, asset = 0, percent = 0] of across) put(owner, asset, percent)
  return partyGraph([], ties, 0)
}

describe('a party with too many above it', () => {
  test('is answered as in full', () => {
    const party = fc.nat(RING - 1)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 60 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(party, party, fc.integer({ min: 5, max: 40 })), { maxLength: 20 }),
        fc.array(party, { minLength: 1, maxLength: 3 }),
        fc.array(party, { maxLength: 2 }),
        (shares, across, certain, possible) => {
          const graph = ringOf(shares, across)
          const start = { certain, possible }
          const many = new ManyAnswers(graph, RULE, start)
          expect(many.deep).toBe(RING)
          const cascade = new Cascade(graph, RULE, start)
          for (let one = 0; one < RING; one += 37) {
            const full = cascade.answer(one, { worlds: 0 })
            expect(many.answer(one)).toMatchObject({ party: one, answer: full.answer })
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('what is wrong with a graph is told, and all that rests on it is marked', () => {
  const codesOf = (all: readonly { readonly code: string }[]) => all.map(({ code }) => code)

  test('shares over 100 in sum', async () => {
    const { answers, diagnostics } = await answersOf(['A,B,60', 'C,B,60', 'B,D,50'], ['A'])
    expect(codesOf(diagnostics)).toEqual(['own/sum-over-100'])
    expect(diagnostics[0]?.params).toMatchObject({ asset: 'B', percent: 120 })
    const marked = answers.filter(({ marks }) => marks.includes('sum-over-100'))
    expect(marked.map(({ party }) => party)).toEqual(['B', 'D'])
  })

  test('two shares of one source', async () => {
    const { answers, diagnostics } = await answersOf(['A,B,60', 'A,B,60', 'A,B,30'], ['A'])
    expect(codesOf(diagnostics)).toEqual(['own/stated-twice'])
    expect(answers[1]).toMatchObject({ answer: 'unknown', marks: ['stated-twice'] })
  })

  test.each([
    [['A,B,60', 'C,D,50', 'A,"C'], 'records/csv-cut'],
    [['A,B,60', 'C,D,50', 'A,C'], 'records/csv-columns'],
  ])('a row that is lost: %j', async (rows, code) => {
    const { answers, diagnostics } = await answersOf(rows, ['A'])
    expect(codesOf(diagnostics)).toEqual([code, 'ownership/source-cut'])
    expect(answers.map(({ party, answer, marks }) => [party, answer, marks])).toEqual([
      ['A', 'yes', []],
      ['B', 'yes', ['source-cut']],
      ['C', 'no', ['source-cut']],
      ['D', 'no', ['source-cut']],
    ])
  })

  test('the twenty-first of a kind is only counted', async () => {
    const rows = Array.from({ length: 23 }, (_, at) => [`A,B${at},60`, `C,B${at},60`]).flat()
    const { diagnostics } = await answersOf(rows, ['A'])
    expect(diagnostics.length).toBe(21)
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'ownership/more-like-this',
      params: { count: 3, code: 'own/sum-over-100' },
    })
  })
})
