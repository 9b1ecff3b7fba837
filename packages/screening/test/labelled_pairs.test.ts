import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { EntryKind } from '@holdfast/lists'
import { bytesInMemory, Findings, readCsv } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import { comparePair, THRESHOLD } from '../src/index.ts'

/** Labelled pairs of names that lie beside the repository where it is developed. */
const PAIRS = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/screening/name_pairs_dev.csv',
)
const KINDS: Readonly<Record<string, EntryKind | null>> = {
  Person: 'person',
  Company: 'entity',
  Organization: 'entity',
  Vessel: 'vessel',
  LegalEntity: null,
}

interface Labelled {
  readonly a: string
  readonly b: string
  readonly kind: EntryKind | null
  readonly same: boolean
}

function labelled(): Labelled[] {
  const found = new Findings()
  const pairs: Labelled[] = []
  readCsv(
    bytesInMemory('pairs', readFileSync(PAIRS)),
    {
      required: ['schema', 'name1', 'name2', 'is_match'],
      take: ({ get }) => {
        const kind = KINDS[get('schema')] ?? null
        pairs.push({ a: get('name1'), b: get('name2'), kind, same: get('is_match') === 'true' })
      },
    },
    found,
  )
  expect(found.fatal).toBe(false)
  return pairs
}

describe.skipIf(!existsSync(PAIRS))('labelled pairs of names (skipped without ../shared)', () => {
  it('reach an F1 of nine tenths at the fixed threshold', () => {
    const counts = { right: 0, wrong: 0, missed: 0 }
    for (const { a, b, kind, same } of labelled()) {
      const matched = comparePair(a, b, kind).score >= THRESHOLD
      if (matched && same) counts.right += 1
      else if (matched) counts.wrong += 1
      else if (same) counts.missed += 1
    }
    const { right, wrong, missed } = counts
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThan(0.9)
  })

  it('get the same score in both orders', () => {
    for (const { a, b, kind } of labelled()) {
      const [one, other] = [comparePair(a, b, kind).score, comparePair(b, a, kind).score]
      expect(Math.abs(one - other), `${a} | ${b}`).toBeLessThan(0.02)
    }
  })
})
