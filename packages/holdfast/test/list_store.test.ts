import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DesignationList, ListEntry } from '@holdfast/lists'
import { bytesInMemory } from '@holdfast/records'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Origin, openStore, storeFolder } from '../src/node/list_store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'holdfast-store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function entry(id: number, remarks = ''): ListEntry {
  const text = `PERSON, Number ${id}`
  const names = [{ text, kind: 'primary', quality: 'strong' } as const]
  return { id: `${id}`, kind: 'person', names, programmes: ['MADE'], remarks, addresses: [] }
}

function list(published: string | null, ...numbers: number[]): DesignationList {
  const entries = numbers.map((number) => entry(number))
  return { id: 'made-list', published, provenance: 'official', whole: 'proven', entries }
}

function origin(retrieved: string): Origin {
  const source = 'https://lists.example/made.csv'
  return { retrieved, source, sha256: retrieved.replace(/\W/g, '').padEnd(64, '0'), size: 3 }
}

const many = Array.from({ length: 60 }, (_, index) => index + 1)

async function gained<T>(result: Promise<{ ok: boolean; value?: T; diagnostics: unknown }>) {
  const { ok, value, diagnostics } = await result
  if (!ok) throw new Error(JSON.stringify(diagnostics))
  return value as T
}

describe('the folder of the store', () => {
  it('is where the environment says', () => {
    expect(storeFolder({ HOLDFAST_LISTS: '/a', XDG_DATA_HOME: '/b' })).toBe('/a')
    expect(storeFolder({ XDG_DATA_HOME: '/b' })).toBe('/b/holdfast/lists')
    expect(storeFolder({ XDG_DATA_HOME: 'b' })).toMatch(/\/\.local\/share\/holdfast\/lists$/)
  })
})

describe('keeping versions', () => {
  it('keeps, finds and reads', async () => {
    const store = openStore(folder)
    expect(await store.lists()).toEqual([])
    expect(await gained(store.versions('made-list'))).toEqual([])
    const lists = [list('2024-01-01', ...many), list('2024-01-02', ...many.slice(1), 99)]
    for (const one of lists) await gained(store.keep(one, origin('2024-02-01T00:00:00Z')))
    expect(await store.lists()).toEqual(['made-list'])
    const again = openStore(folder)
    const versions = await gained(again.versions('made-list'))
    expect(versions.map((one) => [one.name, one.entries, one.base === null])).toEqual([
      ['made-list@2024-01-01', 60, true],
      ['made-list@2024-01-02', 60, false],
    ])
    for (const [index, version] of versions.entries()) {
      expect(await gained(again.read(version))).toEqual(lists[index])
    }
    expect(await again.on('made-list', '2023-12-31')).toBe(null)
    expect((await again.on('made-list', '2024-01-01'))?.published).toBe('2024-01-01')
    expect((await again.on('made-list', '2030-01-01'))?.published).toBe('2024-01-02')
  })

  it('puts an older version into its place', async () => {
    const store = openStore(folder)
    const days = ['2024-01-05', '2024-01-01', '2024-01-03', '2024-01-04', '2024-01-02']
    for (const [index, day] of days.entries()) {
      const one = list(day, ...many.slice(index))
      await gained(store.keep(one, origin(`2024-02-0${index + 1}T00:00:00Z`)))
    }
    const versions = await gained(openStore(folder).versions('made-list'))
    expect(versions.map((one) => one.published)).toEqual(days.toSorted())
    for (const version of versions) {
      const index = days.indexOf(version.published ?? '')
      const wanted = list(version.published, ...many.slice(index))
      expect(await gained(openStore(folder).read(version))).toEqual(wanted)
    }
  })

  it('keeps the same content once and remembers its last retrieval', async () => {
    const store = openStore(folder)
    const first = await gained(store.keep(list('2024-01-01', 1), origin('2024-02-01T00:00:00Z')))
    const second = await gained(store.keep(list('2024-01-01', 1), origin('2024-02-02T00:00:00Z')))
    const undated = await gained(store.keep(list(null, 1), origin('2024-02-03T00:00:00Z')))
    expect([first.isNew, second.isNew, undated.isNew]).toEqual([true, false, false])
    const versions = await gained(store.versions('made-list'))
    expect(versions.map((one) => [one.retrieved, one.checked])).toEqual([
      ['2024-02-01T00:00:00Z', '2024-02-03T00:00:00Z'],
    ])
  })

  it('an undated list that goes back to an earlier content is a new version', async () => {
    const store = openStore(folder)
    for (const [day, number] of [
      [1, 7],
      [2, 8],
      [3, 7],
    ] as const) {
      const kept = store.keep(list(null, number), origin(`2024-02-0${day}T00:00:00Z`))
      expect((await gained(kept)).isNew).toBe(true)
    }
    const versions = await gained(store.versions('made-list'))
    expect(versions.map((one) => one.name.slice(-2))).toEqual(['01', '02', '03'])
    expect((await gained(store.read(versions[2]!))).entries[0]?.id).toBe('7')
  })

  it('keeps the original bytes beside it', async () => {
    const { gunzipSync } = await import('node:zlib')
    const originals = [bytesInMemory('made.csv', Buffer.from('abc'))]
    const from = { ...origin('2024-02-01T00:00:00Z'), originals }
    const { version } = await gained(openStore(folder).keep(list('2024-01-01', 1), from))
    const copy = readFileSync(path.join(folder, version.original ?? '', 'made.csv.gz'))
    expect(gunzipSync(copy).toString()).toBe('abc')
  })

  it('only its owner may look', async () => {
    await openStore(folder).keep(list('2024-01-01', 1), origin('2024-02-01T00:00:00Z'))
    const inside = path.join(folder, 'made-list')
    expect(statSync(inside).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(inside, 'index.json')).mode & 0o777).toBe(0o600)
    const [file] = readdirSync(path.join(inside, 'versions'))
    expect(statSync(path.join(inside, 'versions', file!)).mode & 0o777).toBe(0o600)
  })
})

describe('damage', () => {
  async function filled() {
    const store = openStore(folder)
    await gained(store.keep(list('2024-01-01', ...many), origin('2024-02-01T00:00:00Z')))
    await gained(store.keep(list('2024-01-02', ...many, 99), origin('2024-02-02T00:00:00Z')))
    await gained(store.keep(list('2024-01-03', 5), origin('2024-02-03T00:00:00Z')))
    return gained(store.versions('made-list'))
  }

  it('a version file cut anywhere is an error and never a shorter list', async () => {
    const [first] = await filled()
    const file = path.join(folder, 'made-list', 'versions', first!.file)
    const bytes = readFileSync(file)
    for (let length = 0; length < bytes.length; length += 7) {
      writeFileSync(file, bytes.subarray(0, length))
      const read = await openStore(folder).read(first!)
      expect(read.ok, `cut at ${length}`).toBe(false)
      expect(read.diagnostics.map((one) => one.code)).toEqual(['lists/version-damaged'])
    }
  })

  it('takes its differences with it and leaves the others', async () => {
    const versions = await filled()
    writeFileSync(path.join(folder, 'made-list', 'versions', versions[0]!.file), 'no gzip')
    const reads = await Promise.all(versions.map((one) => openStore(folder).read(one)))
    expect(reads.map((one) => one.ok)).toEqual([false, false, true])
    expect(String(reads[1]?.diagnostics[0]?.params.file)).toContain(versions[0]!.file)
  })

  it('the index is made again from the versions', async () => {
    const versions = await filled()
    const index = path.join(folder, 'made-list', 'index.json')
    rmSync(index)
    const derived = await openStore(folder).versions('made-list')
    expect(derived).toEqual({ ok: true, value: versions, diagnostics: [] })
    writeFileSync(index, '{"format":1,')
    const damaged = await openStore(folder).versions('made-list')
    expect(damaged.diagnostics.map((one) => [one.code, one.severity])).toEqual([
      ['store/index-damaged', 'warning'],
    ])
    expect(await gained(openStore(folder).versions('made-list'))).toEqual(versions)
  })
})
