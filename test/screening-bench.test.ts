/** The arithmetic of `npm run bench:screening` on cases small enough to work out by hand. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DesignationList } from '@holdfast/lists'
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../bench/src/chance.ts'
import { jaroWinkler, levenshteinLikeness, plainName } from '../bench/src/screening_baselines.ts'
import { Retrieval } from '../bench/src/screening_candidates.ts'
import { type Pair, rowsOfCsv } from '../bench/src/screening_data.ts'
import { bestQuality, qualityAt, rankingOf } from '../bench/src/screening_quality.ts'
import { alarmThreshold, positivesOf } from '../bench/src/screening_recall.ts'
import { mistyped, multiplied, roughened } from '../bench/src/screening_variants.ts'

function pair(isMatch: boolean): Pair {
  return { group: 'made', schema: 'Person', left: 'a', right: 'b', isMatch }
}

function list(names: readonly (readonly string[])[]): DesignationList {
  const entries = names.map((texts, i) => ({
    id: `${i}`,
    kind: 'person' as const,
    names: texts.map((text) => ({ text, kind: 'aka' as const, quality: 'strong' as const })),
    programmes: [],
    remarks: '',
    addresses: [],
  }))
  return { id: 'made', published: null, provenance: 'reconstructed', whole: 'unproven', entries }
}

describe('the quality of scores', () => {
  const pairs = [pair(true), pair(true), pair(true), pair(false), pair(false)]
  const scores = [0.9, 0.6, 0.4, 0.6, 0.1]

  it('counts a score that reaches the threshold', () => {
    const quality = qualityAt(0.6, scores, pairs)
    expect(quality.precision).toBeCloseTo(2 / 3)
    expect(quality.recall).toBeCloseTo(2 / 3)
    expect(quality.f1).toBeCloseTo(2 / 3)
  })

  it('has no false alarm where nothing is called a match', () => {
    expect(qualityAt(0.95, scores, pairs)).toEqual({
      threshold: 0.95,
      precision: 1,
      recall: 0,
      f1: 0,
    })
  })

  it('takes the lowest threshold of the highest F1', () => {
    // From 0.30 on all three are found beside one alarm: precision 3/4, recall 1.
    expect(bestQuality(scores, pairs)).toMatchObject({ threshold: 0.3, precision: 0.75, recall: 1 })
  })

  it('ranks a tie as half', () => {
    // Of six comparisons 0.9, 0.6 and 0.4 win three against 0.1; against 0.6 one wins, one ties.
    expect(rankingOf(scores, pairs)).toBeCloseTo(4.5 / 6)
  })
})

describe('the threshold of one false alarm in a thousand', () => {
  it('lets one of a thousand negatives above it, and not two', () => {
    const negatives = Array.from({ length: 1000 }, (_, i) => i / 1000)
    const threshold = alarmThreshold(negatives)
    expect(negatives.filter((score) => score > threshold)).toEqual([0.999])
  })

  it('lets none above it when the highest are alike', () => {
    const negatives = [...Array.from({ length: 998 }, () => 0.2), 1, 1]
    expect(alarmThreshold(negatives)).toBe(1)
  })
})

describe('the plain distances', () => {
  it('give the figures of the literature', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4)
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4)
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4)
    expect(jaroWinkler('abc', 'xyz')).toBe(0)
    expect(levenshteinLikeness('kitten', 'sitting')).toBeCloseTo(1 - 3 / 7)
  })

  it('leave out case, marks and signs', () => {
    expect(plainName('PEÑA-Nieto,  Enrique')).toBe('pena nieto enrique')
  })
})

describe('what is read and made', () => {
  it('reads quoted cells with commas, quotes and line ends', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-test-'))
    const file = path.join(folder, 'rows.csv')
    writeFileSync(file, 'a,b,c\n"x, ""y""",,"1\n2"\nlast,row,\n')
    const rows = rowsOfCsv(file).map((row) => Object.fromEntries(row))
    rmSync(folder, { recursive: true })
    expect(rows).toEqual([
      { a: 'x, "y"', b: '', c: '1\n2' },
      { a: 'last', b: 'row', c: '' },
    ])
  })

  it('finds an entry by any of its names, the most alike first', () => {
    const retrieval = new Retrieval([['Anna Berg', 'Ana Monte'], ['Hans Tal'], ['Anne Bergen']])
    expect(retrieval.find('Ana Bergh', 2)).toEqual([0, 2])
    expect(retrieval.find('Hnas Tal', 1)).toEqual([1])
    expect(retrieval.find('Xq', 5)).toEqual([])
  })

  it('invents as many names of as many words, the same from the same seed', () => {
    const real = list([['Anna Berg', 'Ana Monte'], ['Hans Peter Tal']])
    const [made] = multiplied([real], 3, 7)
    expect(made!.entries).toHaveLength(6)
    expect(made!.entries.slice(0, 2)).toEqual(real.entries)
    const words = (at: number) => made!.entries[at]!.names.map((one) => one.text.split(' ').length)
    expect([words(2), words(3)]).toEqual([[2, 2], [3]])
    expect(new Set(made!.entries.map(({ id }) => id)).size).toBe(6)
    expect(multiplied([real], 3, 7)).toEqual([made])
  })

  it('mistypes by one error, and roughens two long words', () => {
    const chance = chanceOf(1)
    for (let i = 0; i < 50; i += 1) {
      const typed = mistyped('Lindholm', chance)
      // Letters that change places are two edits; both ends stay.
      expect(levenshteinLikeness(typed, 'Lindholm')).toBeGreaterThanOrEqual(1 - 2 / 8)
      expect(typed).toMatch(/^L.*m$/)
      const [first, ...rest] = roughened('Ab Lindholm Oskar Viktor Benson', chance).split(' ')
      expect(first).toBe('Ab')
      expect(rest).toHaveLength(3)
    }
  })

  it('takes as positives those whose name stands in the list, with all who bear it', () => {
    const { entries } = list([['ANNA BERG'], ['Hans Tal'], ['Anna Berg']])
    const clean = [
      { name: 'Anna Berg', born: '' },
      { name: 'Nobody Else', born: '' },
    ]
    const found = positivesOf(clean, clean, entries, chanceOf(1))
    expect(found).toHaveLength(1)
    expect([...found[0]!.entries]).toEqual(['0', '2'])
  })
})
