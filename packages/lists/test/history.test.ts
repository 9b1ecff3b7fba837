import { describe, expect, it } from 'vitest'
import { canonicalEntry, digestOf } from '../src/history/digest.ts'
import {
  diffLists,
  entryDigest,
  findRekeyed,
  likeness,
  listDigest,
  listOfVersion,
  readVersionLines,
  writeVersion,
} from '../src/index.ts'
import { born, chance, entry, later, list, randomEntry } from './history.made.ts'
import { noShared, noteSkipped, readOrThrow, sharedFile } from './sources.ts'

noteSkipped()

describe('digests', () => {
  it('do not depend on the order of keys, and absent is absent', () => {
    const one = entry({ id: '1', gender: 'male', remarks: 'x' })
    const { id, ...rest } = one
    expect(entryDigest({ ...rest, id })).toBe(entryDigest(one))
    expect(canonicalEntry({ ...one, gender: undefined as never })).not.toContain('gender')
    expect(entryDigest(entry({ id: '1', remarks: 'x' }))).not.toBe(entryDigest(one))
  })

  // From the reference implementation in C++, over the same texts in UTF-16LE (mmh3 5, seed 0).
  it.each([
    ['', '00000000000000000000000000000000'],
    ['a', '033bb196ccef4fe1ccef4fe1ccef4fe1'],
    ['abc', '2b5b97a320f75fb55012c2b45012c2b4'],
    ['Holdfast', '48d46c9b8bbfda450675c6111f34ecac'],
    ['The quick brown fox jumps over the lazy dog', '15beb6860f94f6cafed4894d28be6d5b'],
    ['дуб木', '1a0f4e54d984c9f1814398a8814398a8'],
  ])('%s as others compute it', (text, digest) => {
    expect(digestOf(text)).toBe(digest)
  })

  it('change with every letter, also in the rest of a block', () => {
    const texts = Array.from({ length: 20 }, (_, length) => 'x'.repeat(length))
    const changed = texts.flatMap((text) =>
      [...text].map((_, at) => `${text.slice(0, at)}y${text.slice(at + 1)}`),
    )
    const all = [...texts, ...changed]
    expect(new Set(all.map(digestOf)).size).toBe(all.length)
    for (const text of all) expect(digestOf(text)).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('version files', () => {
  it('a difference applied to its base is the later version, for any two', () => {
    const random = chance(7)
    for (let round = 0; round < 300; round += 1) {
      const size = Math.floor(random() * 40)
      const ids = Array.from({ length: size }, (_, at) => `${at}`)
      const before = list(
        '2024-01-01',
        ids.map((id) => randomEntry(random, id)),
      )
      const after = list('2024-01-02', later(random, before.entries))
      const base = { digest: listDigest(before), list: before }
      for (const from of [base, null]) {
        const { text, header } = writeVersion(after, { source: 'made' }, from)
        const lines = readVersionLines(text, 'made')
        if (!lines.ok) throw new Error(JSON.stringify(lines.diagnostics))
        expect(lines.value.header).toEqual(header)
        const read = listOfVersion(lines.value, from, 'made')
        expect(read.ok && read.value).toEqual(after)
      }
    }
  })

  it('cut or changed anywhere it is an error and never a shorter list', () => {
    const random = chance(3)
    const ids = Array.from({ length: 6 }, (_, at) => `${at}`)
    const { text } = writeVersion(
      list(
        '2024-01-01',
        ids.map((id) => randomEntry(random, id)),
      ),
      {},
    )
    for (let length = 0; length < text.length; length += 1) {
      expect(readVersionLines(text.slice(0, length), 'made').ok, `cut at ${length}`).toBe(false)
    }
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === '7' ? '8' : '7'
      const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`
      expect(readVersionLines(changed, 'made').ok, `changed at ${at}`).toBe(false)
    }
    const without = text.split('\n').filter((_, at) => at !== 2)
    expect(readVersionLines(without.join('\n'), 'made').ok).toBe(false)
  })

  it('belongs to its own base only, and says when it is of a later format', () => {
    const [a, b] = [list('2024-01-01', [entry({ id: '1' })]), list('2024-01-02', [])]
    const { text } = writeVersion(b, {}, { digest: listDigest(a), list: a })
    const lines = readVersionLines(text, 'made')
    if (!lines.ok) throw new Error('not read')
    const other = listOfVersion(lines.value, { digest: listDigest(b), list: b }, 'made')
    expect(other.diagnostics.map(({ params }) => params.reason)).toEqual(['base'])
    const newer = readVersionLines(text.replace('"format":1', '"format":2'), 'made')
    expect(newer.diagnostics.map(({ code }) => code)).toEqual(['lists/version-newer'])
  })
})

describe('differences', () => {
  it('a list and itself: none; exchanged: the opposite; no entry in two sorts', () => {
    const random = chance(11)
    for (let round = 0; round < 100; round += 1) {
      const ids = Array.from({ length: 60 }, (_, at) => `${at}`)
      const before = list(
        '2024-01-01',
        ids.map((id) => randomEntry(random, id)),
      )
      const after = list('2024-01-02', later(random, before.entries))
      const none = diffLists(before, structuredClone(before))
      expect([none.added, none.removed, none.changed, none.rekeyed]).toEqual([[], [], [], []])
      const [there, back] = [diffLists(before, after), diffLists(after, before)]
      const ids1 = (entries: readonly { id: string }[]) => entries.map(({ id }) => id).sort()
      expect(ids1(there.added)).toEqual(ids1(back.removed))
      expect(ids1(there.removed)).toEqual(ids1(back.added))
      const fields = (diff: typeof there, isBack: boolean) =>
        diff.changed
          .map(({ after: { id }, fields: all }) => ({
            id,
            all: all.map(({ field, removed, added }) =>
              isBack ? { field, removed: added, added: removed } : { field, removed, added },
            ),
          }))
          .sort((x, y) => (x.id < y.id ? -1 : 1))
      expect(fields(there, false)).toEqual(fields(back, true))
      const pairs = there.rekeyed.map(({ from, to }) => `${from.id} ${to.id}`).sort()
      expect(back.rekeyed.map(({ from, to }) => `${to.id} ${from.id}`).sort()).toEqual(pairs)
    }
  })

  it('names the fields with what they lost and gained', () => {
    const before = list('2024-01-01', [
      entry({ id: '1', programmes: ['A', 'B'], ...born('1970-01-02') }),
    ])
    const after = list('2024-01-02', [
      entry({ id: '1', programmes: ['B', 'C'], ...born('1970-01-03') }),
    ])
    expect(diffLists(before, after).changed[0]?.fields).toEqual([
      { field: 'births', removed: ['1970-01-02'], added: ['1970-01-03'] },
      { field: 'programmes', removed: ['A'], added: ['C'] },
    ])
  })

  it('what a whole list does not state is no change, what an entry loses is one', () => {
    const ids = Array.from({ length: 100 }, (_, at) => `${at}`)
    const full = list(
      '2024-01-01',
      ids.map((id) => entry({ id, remarks: `remark ${id}` })),
    )
    const bare = list(
      '2024-01-02',
      full.entries.map((one) => ({ ...one, remarks: '' })),
    )
    const diff = diffLists(full, bare)
    expect(diff.changed).toEqual([])
    expect(diff.notCompared).toEqual([{ key: 'remarks', missing: 'after', entries: 100 }])
    const lost = full.entries.map((one) => (one.id === '7' ? { ...one, remarks: '' } : one))
    const one = diffLists(full, list('2024-01-02', lost))
    expect([one.changed.length, one.notCompared]).toEqual([1, []])
    // Where the bare list does state it, it is compared.
    const few = bare.entries.map((item) => (item.id === '7' ? { ...item, remarks: 'new' } : item))
    expect(diffLists(full, list('2024-01-02', few)).changed.map(({ after }) => after.id)).toEqual([
      '7',
    ])
  })
})

describe('numbers that changed', () => {
  const before = entry({ id: '1', name: 'DOE, Jane', gender: 'female', ...born('1970-05-06') })

  it('same name and birth date: certain, with the reasons', () => {
    const after = entry({ ...before, id: '9', name: 'DOE, Jane' })
    const like = likeness(before, after)
    expect(like?.sure).toBe('certain')
    expect(like?.reasons.map(({ key }) => key)).toEqual([
      'rekey.name',
      'rekey.birth',
      'rekey.programme',
    ])
  })

  it.each([
    ['another birth date', born('1970-05-07')],
    ['another gender', { gender: 'male' as const }],
    ['another kind', { kind: 'entity' as const }],
    ['another name', { name: 'DOE, John' }],
  ])('%s: another party', (_, change) => {
    expect(likeness(before, entry({ ...before, id: '9', name: 'DOE, Jane', ...change }))).toBe(null)
  })

  it('other numbers of the same kind and country contradict, withheld ones say nothing', () => {
    const passport = (number: string) => [{ kind: 'passport' as const, number, country: 'XX' }]
    const a = entry({ ...before, name: 'DOE, Jane', identifiers: passport('X-1') })
    expect(
      likeness(a, entry({ ...a, id: '9', name: 'DOE, Jane', identifiers: passport('X-2') })),
    ).toBe(null)
    const same = likeness(
      a,
      entry({ ...a, id: '9', name: 'DOE, Jane', identifiers: passport('X1') }),
    )
    expect(same?.reasons.map(({ key }) => key)).toContain('rekey.identifier')
    const [b, c] = ['2', '3'].map((id) =>
      entry({ id, name: 'DOE, Jane', programmes: [], identifiers: passport('withheld') }),
    )
    expect(likeness(b!, c!)).toBe(null)
  })

  it('only the name: no; the name and a programme: likely', () => {
    const [a, b] = [entry({ id: '1', name: 'A B' }), entry({ id: '2', name: 'B A' })]
    expect(likeness(a, b)?.sure).toBe('likely')
    expect(likeness(a, { ...b, programmes: ['OTHER'] })).toBe(null)
  })

  it('each is taken once, and of two that fit alike neither is certain', () => {
    const twins = ['8', '9'].map((id) => entry({ ...before, id, name: 'DOE, Jane' }))
    const found = findRekeyed([before], twins)
    expect(found.map(({ from, to, sure }) => [from.id, to.id, sure])).toEqual([
      ['1', '8', 'likely'],
    ])
  })

  it('finds all numbers that were changed at random, and no others', () => {
    const random = chance(5)
    const day = (): string =>
      `19${40 + Math.floor(random() * 50)}-0${1 + Math.floor(random() * 9)}-11`
    const gone = Array.from({ length: 200 }, (_, at) =>
      entry({
        id: `${at}`,
        name: `MADE, Person ${at % 150}`,
        programmes: [`P${at}`],
        ...born(day()),
      }),
    )
    const moved = gone.filter(() => random() < 0.5)
    const came = moved.map((one) => ({ ...one, id: `n${one.id}` }))
    const found = findRekeyed(gone, came.toReversed())
    expect(found.map(({ from, to }) => `${from.id} ${to.id}`)).toEqual(
      moved.map(({ id }) => `${id} n${id}`),
    )
  })
})

describe.skipIf(noShared)('real versions', () => {
  const sdn = (file: string, published: string) => readOrThrow({ sdn: sharedFile(file), published })

  it('2022: +2,432 -125 and 633 rows changed', () => {
    const before = sdn('ofac/sdn_2022-02-24.csv', '2022-02-24')
    const diff = diffLists(before, sdn('ofac/sdn_2022-12-28.csv', '2022-12-28'))
    const { added, removed, changed, rekeyed, notCompared } = diff
    expect([added.length, removed.length, changed.length, rekeyed.length]).toEqual([
      2_432, 125, 633, 0,
    ])
    expect(notCompared).toEqual([])
  })

  it('a rebuilt list without remarks: 368 rows, and what was not compared', () => {
    const before = sdn('ofac/sdn_2024-05-03.csv', '2024-05-03')
    const diff = diffLists(before, sdn('ofac/2026-07-11/sdn.csv', '2026-07-11'))
    expect(diff.changed.length).toBe(368)
    const fields = new Set(diff.changed.flatMap((one) => one.fields.map(({ field }) => field)))
    expect([...fields].sort()).toEqual(['name', 'programmes'])
    expect(diff.notCompared.find(({ key }) => key === 'remarks')?.missing).toBe('after')
  })

  it('the rapporteur under both numbers is one person', () => {
    const folder = 'ofac/icc_rows'
    const before = sdn(`${folder}/sdn_icc_row_albanese_2026-04_old_uid.csv`, '2026-04-15')
    const after = sdn(`${folder}/sdn_icc_rows_2026-07.csv`, '2026-07-11')
    const { rekeyed, removed } = diffLists(before, after)
    expect(rekeyed.map(({ from, to, sure }) => [from.id, to.id, sure])).toEqual([
      ['54707', '57795', 'certain'],
    ])
    expect(removed).toEqual([])
    // Her namesake with another birth date is not her.
    const namesakes = after.entries.map((one) =>
      one.id === '57795' ? { ...one, ...born('1977-03-31') } : one,
    )
    expect(diffLists(before, { ...after, entries: namesakes }).rekeyed).toEqual([])
  })
})
