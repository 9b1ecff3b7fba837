/** The sieve finds what the index finds. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findAllByName, findByName, readSnapshot } from '../src/index.ts'

const file = new URL('../../../data/lists/ofac-sdn-2026-07-11.tsv', import.meta.url)
const read = readSnapshot(readFileSync(file, 'utf8'), 'list')
if (!read.ok) throw new Error('no list')
const list = read.value

test('the names of the list itself, in any order and case, and names of nobody', () => {
  const names = list.entries.flatMap((entry) => entry.names.map(({ text }) => text))
  const some = fc.constantFrom(...names)
  const changed = some.map((name) => name.toLowerCase().replaceAll(',', ' ').replaceAll('-', ' '))
  const turned = some.map((name) => name.split(/[ ,]+/).reverse().join(' '))
  const query = fc.record({
    names: fc.array(fc.oneof(some, changed, turned, fc.string()), { maxLength: 3 }),
    kind: fc.constantFrom('person' as const, 'entity' as const),
  })
  fc.assert(
    fc.property(fc.array(query, { maxLength: 6 }), (queries) => {
      const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id).sort()
      const expected = queries.map((one) => ids(findByName(list, one.names, one.kind)))
      expect(findAllByName(list, queries).map(ids)).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('an entry of the same letters in another order of words', () => {
  const found = findAllByName(list, [{ names: ['Karim Asad Ahmad Khan'], kind: 'person' }])
  expect(found.map((entries) => entries.map(({ id }) => id))).toEqual([['52965']])
})
