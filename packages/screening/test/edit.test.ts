import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EDIT, editCost } from '../src/edit.ts'
import { leastCost, lettersOf } from '../src/token.ts'

/** The recurrence of Damerau with every edit at full price: the dearest that the cost can be. */
function plainEdits(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => table[i]![j]!
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(changed, at(i - 1, j) + 1, at(i, j - 1) + 1)
      const crossed = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (crossed) least = Math.min(least, at(i - 2, j - 2) + 1)
      table[i]![j] = least
    }
  }
  return at(a.length, b.length)
}

const word = fc.string({ unit: fc.constantFrom(...'abcdehikoprstz01'), maxLength: 12 })
const FAR = 10_000

describe('the cost of an edit', () => {
  it('is symmetric, zero for the same word alone, and never above plain edits', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const cost = editCost(a, b, FAR)
        expect(cost).toBe(editCost(b, a, FAR))
        expect(cost === 0).toBe(a === b)
        expect(cost).toBeLessThanOrEqual(plainEdits(a, b) * EDIT)
      }),
      { numRuns: 500 },
    )
  })

  it('is told up to a limit, and as more than the limit beyond it', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 60 }), (a, b, most) => {
        const cost = editCost(a, b, FAR)
        const told = editCost(a, b, most)
        if (cost <= most) expect(told).toBe(cost)
        else expect(told).toBeGreaterThan(most)
      }),
      { numRuns: 500 },
    )
  })

  it('is never below what the letters alone say', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abcdehikmoprstz'), maxLength: 10 })
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(leastCost(lettersOf(a), lettersOf(b))).toBeLessThanOrEqual(editCost(a, b, FAR))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['marten', 'martin', 5],
    ['hassan', 'hasan', 3],
    ['rohani', 'rouhani', 8],
    ['maron', 'macron', 10],
    ['marcon', 'macron', 9],
    ['sech1n', 'sechin', 2],
    ['volodymyr', 'wolodymyr', 6],
  ])('%s to %s is %d tenths', (a, b, cost) => {
    expect(editCost(a, b, FAR)).toBe(cost)
  })
})
