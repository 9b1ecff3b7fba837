/** What is put into a registry comes out of it, whatever it is, and a damaged file says so. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartyRecord, TieRecord } from '../src/records.ts'
import { bytesOfRegistry } from '../src/registry/block_reader.ts'
import { CERTAINTIES } from '../src/registry/certainty.ts'
import { openRegistry } from '../src/registry/open.ts'
import { MARKS, TIE_KINDS } from '../src/registry/tie_rows.ts'
import { exactShare, WHOLE } from '../src/share.ts'
import { codesOf, compiled, opened, partyRecord, tieRecord } from './registry.made.ts'

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ minLength: 50, maxLength: 300 }),
)
/** No line feeds in names, and no letters that are half of one. */
const name = text
  .map((raw) => raw.replaceAll(/[\n\uFEFF]|\p{Surrogate}/gu, ' '))
  .filter((n) => n !== '')
const country = fc.constantFrom('IE', 'US-DE', 'NL', 'GB')
const day = fc.option(fc.integer({ min: -200_000, max: 200_000 }))

const record = fc.record({
  name: fc.option(name),
  otherNames: fc.uniqueArray(name, { maxLength: 3 }),
  kind: fc.constantFrom('organisation', 'person', 'arrangement', 'state', 'unknown'),
  incorporated: fc.option(country),
  seat: fc.option(country),
  nationality: fc.array(country, { maxLength: 3 }),
  residence: fc.option(country),
  active: fc.option(fc.boolean()),
  others: fc.constantFrom('none', 'dispersed', 'unknown'),
  source: fc.option(name),
  asOf: day,
  certainty: fc.constantFrom(...CERTAINTIES),
  missing: fc.uniqueArray(
    fc.record({
      of: fc.constantFrom('direct-parent', 'ultimate-parent', 'owners'),
      reason: fc.constantFrom('NO_LEI', 'NON_PUBLIC', 'exempt'),
    }),
    { maxLength: 3, selector: ({ of, reason }) => `${of} ${reason}` },
  ),
})

/** Distinct parties, some with a national number beside the LEI. */
const parties = fc
  .array(fc.tuple(record, fc.boolean()), { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map(([said, hasNumber], at): PartyRecord => {
      const keys = [`lei:L${at}`, ...(hasNumber ? [`gb-coh:0000000${at}`] : [])]
      return partyRecord({ ...(said as Partial<PartyRecord>), keys })
    }),
  )

const share = fc.option(
  fc.record({
    low: fc.integer({ min: 0, max: 4_000_000 }),
    high: fc.integer({ min: 4_000_000, max: WHOLE }),
    openLow: fc.boolean(),
    openHigh: fc.boolean(),
  }),
)

const tie = fc.record({
  owner: fc.nat(13),
  asset: fc.nat(13),
  kind: fc.constantFrom(...TIE_KINDS),
  share,
  direct: fc.boolean(),
  from: day,
  to: day,
  seen: day,
  asOf: day,
  source: fc.option(name),
  certainty: fc.constantFrom(...CERTAINTIES),
  marks: fc.subarray([...MARKS].filter((mark) => mark !== 'unknown-party')),
  place: fc.option(fc.record({ line: fc.integer({ min: 1, max: 9e8 }), column: fc.nat(400) })),
})

const world = fc.record({ parties, ties: fc.array(tie, { maxLength: 25 }) }).map((made) => ({
  parties: made.parties,
  ties: made.ties.map(
    (said): TieRecord => ({
      ...said,
      // Some name parties that have no record.
      owner: `lei:L${said.owner}`,
      asset: `lei:L${said.asset}`,
      place: said.place && { ...said.place, file: 's0.csv', excerpt: '', length: 1 },
    }),
  ),
}))

describe('a registry', () => {
  it('gives back the records that were put in', () => {
    fc.assert(
      fc.property(world, ({ parties: put, ties }) => {
        const { bytes } = compiled([{ parties: put, ties }])
        const registry = opened(bytes)
        // A record that says only why a parent is missing describes nobody.
        const known = new Set(
          put.flatMap(({ keys, missing, ...said }) => {
            const { source = null, asOf = null } = said
            const bare = partyRecord({ keys: [], source, asOf })
            const isBare =
              keys.length === 1 &&
              JSON.stringify(partyRecord({ ...said, keys: [], certainty: 'stated' })) ===
                JSON.stringify(bare)
            return isBare && missing.length > 0 ? [] : [...keys]
          }),
        )
        for (const party of put) {
          for (const key of party.keys) {
            const back = registry.party(registry.find(key) as number)
            const otherNames = party.otherNames
            expect({ ...back, missing: [...back.missing].sort(byText) }).toEqual({
              ...party,
              otherNames,
              missing: [...party.missing].sort(byText),
            })
          }
        }
        const marked = ties.map((said) => {
          const isKnown = known.has(said.owner) && known.has(said.asset)
          const marks = new Set([...said.marks, ...(isKnown ? [] : ['unknown-party'])])
          return { ...said, marks: MARKS.filter((mark) => marks.has(mark)) }
        })
        const keys = new Set(ties.flatMap(({ owner, asset }) => [owner, asset]))
        for (const key of keys) {
          const number = registry.find(key) as number
          const into = registry.tiesInto(number).map(({ tie: said }) => said)
          const from = registry.tiesFrom(number).map(({ tie: said }) => said)
          expect(into).toEqual(marked.filter(({ asset }) => asset === key))
          expect(from).toEqual(marked.filter(({ owner }) => owner === key))
        }
        expect(registry.head.ties).toBe(ties.length)
        expect(registry.find('lei:NONE')).toBeNull()
        expect(registry.find('xx:L0')).toBeNull()
        expect(registry.damage).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it('is the same bytes for the same records', () => {
    fc.assert(
      fc.property(world, (made) => {
        expect(compiled([made]).bytes).toEqual(compiled([made]).bytes)
      }),
      { numRuns: 20 },
    )
  })

  it('finds parties by rare words and by whole names', () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      partyRecord({ keys: [`lei:M${at}`], name: `Meadow Holding ${at} Limited` }),
    )
    const some = [
      partyRecord({
        keys: ['lei:A'],
        name: 'Straßenbau Möller GmbH',
        otherNames: ['Moeller Roads'],
      }),
      partyRecord({ keys: ['lei:B'], name: 'Holding Limited' }),
      partyRecord({ keys: ['lei:C'], name: 'Копейка ООО' }),
    ]
    const registry = opened(compiled([{ parties: [...many, ...some], ties: [] }]).bytes)
    const keysOf = (asked: string) => {
      return registry.named(asked, 3).map(({ party }) => registry.party(party).keys[0])
    }
    expect(keysOf('MOLLER strassenbau')[0]).toBe('lei:A')
    expect(keysOf('moeller roads')[0]).toBe('lei:A')
    expect(keysOf('holding, limited')[0]).toBe('lei:B')
    expect(keysOf('копейка')[0]).toBe('lei:C')
    expect(keysOf('Meadow Holding 1234 Limited')[0]).toBe('lei:M1234')
    expect(registry.named('копейка', 3)[0]?.name).toBe('Копейка ООО')
    expect(keysOf('nobody of this name')).toEqual([])
    expect(keysOf('')).toEqual([])
  })
})

describe('several sources of one registry', () => {
  it('have one party where they share a key, and the first one that says something wins', () => {
    const first = partyRecord({ keys: ['lei:A', 'gb-coh:01'], name: 'Alpha Ltd', seat: 'GB' })
    const second = partyRecord({
      keys: ['gb-coh:01', 'local:alpha'],
      name: 'ALPHA LIMITED',
      incorporated: 'GB',
      seat: 'IE',
      missing: [{ of: 'owners', reason: 'exempt' }],
    })
    const { bytes, found } = compiled([
      { parties: [first], ties: [] },
      { parties: [second], ties: [] },
    ])
    const registry = opened(bytes)
    const number = registry.find('local:alpha')
    expect(number).toBe(registry.find('lei:A'))
    expect(registry.head.parties).toBe(1)
    expect(registry.party(number as number)).toEqual({
      ...first,
      keys: ['lei:A', 'gb-coh:01', 'local:alpha'],
      otherNames: ['ALPHA LIMITED'],
      incorporated: 'GB',
      missing: [{ of: 'owners', reason: 'exempt' }],
    })
    expect(codesOf(found)).toEqual([])
  })

  it('stay apart where the numbers of one scheme contradict each other', () => {
    const { bytes, found } = compiled([
      {
        parties: [
          partyRecord({ keys: ['lei:A', 'gb-coh:01'], name: 'Head' }),
          partyRecord({ keys: ['lei:B', 'gb-coh:01'], name: 'Branch' }),
        ],
        ties: [],
      },
    ])
    const registry = opened(bytes)
    expect(registry.find('lei:B')).not.toBe(registry.find('lei:A'))
    expect(registry.find('gb-coh:01')).toBe(registry.find('lei:A'))
    expect(found.diagnostics()).toMatchObject([
      {
        code: 'registry/keys-contradict',
        params: { key: 'gb-coh:01', party: 'lei:B', what: 'taken', other: 'lei:A' },
      },
    ])
  })

  it('give a party no second number of a scheme, but what one record gives', () => {
    const { bytes, found } = compiled([
      { parties: [partyRecord({ keys: ['local:x', 'gb-coh:01'], name: 'X' })], ties: [] },
      { parties: [partyRecord({ keys: ['local:x', 'gb-coh:02'], seat: 'GB' })], ties: [] },
      { parties: [partyRecord({ keys: ['gb-coh:08', 'ie-cro:1', 'ie-cro:2'] })], ties: [] },
    ])
    const registry = opened(bytes)
    expect(registry.party(registry.find('local:x') as number)).toMatchObject({
      keys: ['gb-coh:01', 'local:x'],
      seat: 'GB',
    })
    expect(registry.find('gb-coh:02')).toBeNull()
    expect(registry.find('ie-cro:2')).toBe(registry.find('gb-coh:08'))
    expect(found.diagnostics()).toMatchObject([
      { params: { key: 'gb-coh:02', party: 'local:x', what: 'second', other: 'gb-coh:01' } },
    ])
  })

  it('take the LEI of a record for what it is about', () => {
    const { bytes, found } = compiled([
      {
        parties: [
          partyRecord({ keys: ['gb-coh:01', 'lei:A'], name: 'Head' }),
          partyRecord({ keys: ['gb-coh:01', 'lei:B'], name: 'Branch' }),
        ],
        ties: [],
      },
    ])
    const registry = opened(bytes)
    expect(registry.party(registry.find('lei:B') as number).name).toBe('Branch')
    expect(codesOf(found)).toEqual(['registry/keys-contradict'])
  })

  it('join two parties that a third record says are one', () => {
    const { bytes } = compiled([
      { parties: [partyRecord({ keys: ['lei:A'], name: 'A' })], ties: [] },
      { parties: [partyRecord({ keys: ['gb-coh:01'], seat: 'GB' })], ties: [] },
      { parties: [partyRecord({ keys: ['lei:A', 'gb-coh:01'] })], ties: [] },
    ])
    const registry = opened(bytes)
    expect(registry.head.parties).toBe(1)
    expect(registry.party(0)).toMatchObject({ name: 'A', seat: 'GB' })
  })

  it('mark what a source that is not whole says', () => {
    const named = ['lei:A', 'lei:B'].map((key) => partyRecord({ keys: [key], name: key }))
    const ties = [tieRecord({ owner: 'lei:A', asset: 'lei:B' })]
    const registry = opened(
      compiled([
        { parties: named, ties, whole: false },
        { parties: [], ties },
      ]).bytes,
    )
    const into = registry.tiesInto(registry.find('lei:B') as number)
    expect(into.map(({ tie: { marks } }) => marks)).toEqual([['source-cut'], []])
  })

  it('mark owners who hold more than all together, on one day and in one source', () => {
    const named = ['a', 'b', 'c', 'd'].map((id) => partyRecord({ keys: [`local:${id}`], name: id }))
    const held = (owner: string, asset: string, percent: number, more: Partial<TieRecord> = {}) => {
      const keys = { owner: `local:${owner}`, asset: `local:${asset}` }
      return tieRecord({ ...keys, share: exactShare(percent), ...more })
    }
    const ties = [
      held('a', 'd', 60),
      held('b', 'd', 60),
      // Sold before the other bought: never together.
      held('a', 'c', 80, { to: 100 }),
      held('b', 'c', 80, { from: 100 }),
      // Said twice of one owner, held through others, or votes: no sum.
      held('a', 'b', 70),
      held('a', 'b', 70),
      held('c', 'b', 90, { direct: false }),
      held('d', 'b', 90, { kind: 'votes' }),
    ]
    const { bytes, found } = compiled([{ parties: named, ties }])
    const registry = opened(bytes)
    const marks = (id: string) => {
      const into = registry.tiesInto(registry.find(`local:${id}`) as number)
      return into.flatMap(({ tie: said }) => said.marks)
    }
    expect(marks('d')).toEqual(['sum-over-100', 'sum-over-100'])
    expect([...marks('c'), ...marks('b')]).toEqual([])
    expect(found.diagnostics()).toMatchObject([
      { code: 'registry/sum-over-100', params: { asset: 'local:d', percent: 120, file: 's0.csv' } },
    ])
  })

  it('tell twenty parties without a record and count the others', () => {
    const ties = Array.from({ length: 30 }, (_, at) =>
      tieRecord({ owner: `lei:${at}`, asset: 'lei:X' }),
    )
    const { found } = compiled([{ parties: [], ties }])
    const codes = codesOf(found)
    expect(codes.filter((code) => code === 'registry/unknown-party').length).toBe(20)
    expect(found.diagnostics().at(-1)).toMatchObject({
      code: 'registry/more-warnings',
      params: { what: 'parties', count: 11 },
    })
  })
})

describe('a damaged file', () => {
  const { bytes } = compiled([
    {
      parties: Array.from({ length: 200 }, (_, at) =>
        partyRecord({ keys: [`lei:P${at}`], name: `Party number ${at}` }),
      ),
      ties: Array.from({ length: 199 }, (_, at) => {
        return tieRecord({ owner: `lei:P${at}`, asset: `lei:P${at + 1}`, source: `exhibit ${at}` })
      }),
    },
  ])
  const codeOf = (damaged: Uint8Array) => {
    const registry = openRegistry(bytesOfRegistry('made.hfreg', damaged))
    return registry.ok ? 'opened' : registry.diagnostics[0]?.code
  }

  it('cut anywhere is told to be cut', () => {
    expect(codeOf(bytes)).toBe('opened')
    for (let end = 1; end < bytes.length; end += 7) {
      expect([end, codeOf(bytes.subarray(0, end))]).toEqual([end, 'registry/cut'])
    }
    expect(codeOf(new Uint8Array(0))).toBe('registry/foreign')
  })

  it('changed anywhere is told when it is opened, asked or verified', () => {
    for (let at = 0; at < bytes.length; at += 11) {
      const changed = bytes.slice()
      changed[at]! ^= 1 << (at % 8)
      const registry = openRegistry(bytesOfRegistry('made.hfreg', changed))
      if (!registry.ok) continue
      for (let party = 0; party < 200; party += 40) {
        registry.value.party(party)
        registry.value.tiesInto(party)
        registry.value.tiesFrom(party)
        registry.value.find(`lei:P${party}`)
        registry.value.named(`Party number ${party}`, 5)
      }
      expect([at, registry.value.verify()]).toEqual([at, 1])
      expect(registry.value.damage?.code).toBe('registry/damaged')
    }
  })

  it('of another kind, or of a later version, is told to be so', () => {
    expect(codeOf(new TextEncoder().encode('owner,asset,share\n'))).toBe('registry/foreign')
    const later = bytes.slice()
    later[8] = 2
    expect(codeOf(later)).toBe('registry/newer')
    expect(codeOf(Uint8Array.from([...bytes, 10]))).toBe('registry/cut')
  })
})

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
