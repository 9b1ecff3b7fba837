import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DesignationList, ListEntry } from '@holdfast/lists'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listsDiffReport, listsLogReport, listsVersionsReport } from '../src/engine/index.ts'
import { diffOf, keptVersions } from '../src/node/list_history.ts'
import { logOf } from '../src/node/list_log.ts'
import { openStore } from '../src/node/list_store.ts'

let store = ''
beforeAll(async () => {
  store = mkdtempSync(path.join(tmpdir(), 'holdfast-history-'))
  const kept = openStore(store)
  const doe = person('7', 'DOE, Jane', { births: [birth('1970-05-06')] })
  const judge = person('54217', 'PROST, Kimberly', { programmes: ['ICC-EO14203'] })
  const versions: [string, ListEntry[]][] = [
    ['2026-01-01', [person('1', 'OTHER, Party'), doe]],
    ['2026-02-01', [person('1', 'OTHER, Party', { programmes: ['MORE'] }), judge]],
    ['2026-03-01', [person('1', 'OTHER, Party'), judge, { ...doe, id: '70' }]],
  ]
  for (const [published, entries] of versions) {
    const list: DesignationList = {
      ...{ id: 'ofac-sdn', published, provenance: 'official', whole: 'proven', entries },
    }
    const sha256 = published.replaceAll('-', '').padEnd(64, '0')
    const origin = { retrieved: `${published}T06:00:00Z`, source: 'made', sha256, size: 1 }
    expect((await kept.keep(list, origin)).ok).toBe(true)
  }
})
afterAll(() => rmSync(store, { recursive: true, force: true }))

function birth(day: string) {
  return { from: day, to: day, precision: 'day' as const }
}

function person(id: string, text: string, more: Partial<ListEntry> = {}): ListEntry {
  const names = [{ text, kind: 'primary', quality: 'strong' } as const]
  return { id, kind: 'person', names, programmes: ['MADE'], remarks: '', addresses: [], ...more }
}

function codes(result: { diagnostics: readonly { code: string }[] }): string[] {
  return result.diagnostics.map(({ code }) => code)
}

describe('lists versions', () => {
  it('tells what is kept, in the published shape', async () => {
    const found = await keptVersions({ store })
    if (!found.ok) throw new Error('not read')
    expect(listsVersionsReport.parse(found.value)).toEqual(found.value)
    const [list] = found.value.lists
    expect(list?.versions.map(({ name, entries }) => [name, entries])).toEqual([
      ['ofac-sdn@2026-01-01', 2],
      ['ofac-sdn@2026-02-01', 2],
      ['ofac-sdn@2026-03-01', 3],
    ])
    expect(codes(await keptVersions({ store, list: 'un-sc' }))).toEqual(['call/list-not-kept'])
  })
})

describe('lists diff', () => {
  it('takes days, versions and lists, a day being the last version not after it', async () => {
    for (const [before, after] of [
      ['2026-01-15', '2026-03-31'],
      ['ofac-sdn@2026-01-01', 'ofac-sdn'],
    ] as const) {
      const found = await diffOf({ before, after, store })
      if (!found.ok) throw new Error(JSON.stringify(found.diagnostics))
      expect(listsDiffReport.parse(found.value)).toEqual(found.value)
      const { counts, rekeyed, added } = found.value
      expect(counts).toEqual({ added: 1, removed: 0, changed: 0, rekeyed: 1, unchanged: 1 })
      expect(rekeyed.map(({ from, to, sure }) => [from, to, sure])).toEqual([
        ['7', '70', 'certain'],
      ])
      expect(added.map(({ id }) => id)).toEqual(['54217'])
    }
  })

  it('says what cannot be compared', async () => {
    const earlier = await diffOf({ before: '2025-01-01', after: '2026-03-01', store })
    expect([earlier.ok, codes(earlier)]).toEqual([false, ['list/kept-later']])
    const file = path.join(store, 'nothing.csv')
    writeFileSync(file, '')
    const empty = await diffOf({ before: file, after: '2026-03-01', store })
    expect(empty.ok).toBe(false)
  })
})

describe('lists log', () => {
  it.each(['7', '70', 'Jane Doe', 'doe'])('%s is one party over both numbers', async (asked) => {
    const found = await logOf({ asked, store })
    if (!found.ok) throw new Error(JSON.stringify(found.diagnostics))
    expect(listsLogReport.parse(found.value)).toEqual(found.value)
    expect(found.value.parties.map(({ numbers }) => numbers)).toEqual([['7', '70']])
    const events = found.value.parties[0]?.events.map(({ event, from, to }) => [event, from, to])
    expect(events).toEqual([
      ['on-list', null, '2026-01-01'],
      ['went', '2026-01-01', '2026-02-01'],
      ['rekeyed', '2026-02-01', '2026-03-01'],
    ])
  })

  it('joins the dated table that ships, also under the name as people write it', async () => {
    const found = await logOf({ asked: 'Kimberly Prost', store })
    if (!found.ok) throw new Error(JSON.stringify(found.diagnostics))
    const [party, ...rest] = found.value.parties
    expect(rest).toEqual([])
    expect(party?.records).toEqual(['prost'])
    expect(party?.events.map(({ event }) => event)).toEqual(['listed', 'came'])
  })

  it('a version that is damaged is told and left out', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'holdfast-history-'))
    try {
      const kept = openStore(copy)
      const origin = { retrieved: '2026-01-01T00:00:00Z', source: 'made', sha256: '', size: 1 }
      const list: DesignationList = {
        ...{ id: 'made', published: '2026-01-01', provenance: 'official', whole: 'proven' },
        entries: [person('7', 'DOE, Jane')],
      }
      const first = await kept.keep(list, origin)
      await kept.keep(
        { ...list, published: '2026-01-02', entries: [person('8', 'ROE, R')] },
        origin,
      )
      if (!first.ok) throw new Error('not kept')
      writeFileSync(path.join(copy, 'made', 'versions', first.value.version.file), 'no gzip')
      const found = await logOf({ asked: 'ROE, R', store: copy })
      expect(codes(found)).toEqual(['lists/version-damaged'])
      expect(found.ok && found.value.parties.length).toBe(1)
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  })

  it('nobody is an error', async () => {
    expect(codes(await logOf({ asked: 'No One', store }))).toEqual(['call/nobody'])
    const nowhere = path.join(store, 'nowhere')
    expect(codes(await logOf({ asked: 'No One', store: nowhere }))).toEqual([
      'history/no-versions',
      'call/nobody',
    ])
  })
})
