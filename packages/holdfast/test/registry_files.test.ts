/** `registry build` and `registry show`: registries as files, from plain and packed sources. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import type { Result } from '@holdfast/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRegistry, openRegistryFile, showRegistry } from '../src/node/registry.ts'

const OWNERS = `owner,asset,share,as_of
duin,wader,60,2026-01-05
plover,wader,25-50,
`
const PARTIES = `id,name,incorporated
duin,Duin Beheer B.V.,NL
wader,Wader Cloud Ltd,IE
plover,Plover Fund,LU
`
const SHARED = path.resolve(import.meta.dirname, '../../../../shared/data/ownership')
const noShared = !existsSync(SHARED)
if (noShared) console.log('skipped: registries of whole published files, ../shared is not here')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'registry-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A folder with files of these contents. */
async function filesOf(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const made = path.join(folder, name)
  await mkdir(made, { recursive: true })
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(made, file)), { recursive: true })
    await writeFile(path.join(made, file), content)
  }
  return made
}

async function build(name: string, ...paths: readonly string[]) {
  const out = path.join(folder, `${name}.hfreg`)
  return { out, built: await buildRegistry({ paths, out, today: '2026-02-03' }) }
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.value
}

const codes = (result: Result<unknown>) => result.diagnostics.map(({ code }) => code)

/** A ZIP with one file, with its sizes in 64 bits where `wide`. */
function zipOf(name: string, content: string, wide: boolean): Uint8Array {
  const bytes = Buffer.from(content)
  const packed = zlib.deflateRawSync(bytes)
  const words = (...values: readonly (readonly [number, 2 | 4 | 8])[]) =>
    Buffer.concat(
      values.map(([number, size]) => {
        const field = Buffer.alloc(8)
        field.writeBigUInt64LE(BigInt(number))
        return field.subarray(0, size)
      }),
    )
  const all = 0xffff_ffff
  const crc = zlib.crc32(bytes)
  const file = Buffer.from(name)
  const extra = wide ? words([1, 2], [24, 2], [bytes.length, 8], [packed.length, 8], [0, 8]) : ''
  const sizes = wide ? ([all, all] as const) : ([packed.length, bytes.length] as const)
  const shape = words([0, 2], [8, 2], [0, 4], [crc, 4], [sizes[0], 4], [sizes[1], 4])
  const local = Buffer.concat([
    ...[words([0x04034b50, 4], [45, 2]), shape, words([file.length, 2], [0, 2]), file, packed],
  ])
  const central = Buffer.concat([
    ...[words([0x02014b50, 4], [45, 2], [45, 2]), shape, words([file.length, 2])],
    words([extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [wide ? all : 0, 4]),
    ...[file, Buffer.from(extra)],
  ])
  const end64 = Buffer.concat([
    words([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [1, 8], [1, 8]),
    words([central.length, 8], [local.length, 8]),
    words([0x07064b50, 4], [0, 4], [local.length + central.length, 8], [1, 4]),
  ])
  const end = words(
    ...([
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [1, 2],
      [1, 2],
    ] as const),
    ...([
      [central.length, 4],
      [wide ? all : local.length, 4],
      [0, 2],
    ] as const),
  )
  return Buffer.concat([local, central, ...(wide ? [end64] : []), end])
}

describe('a registry built from files', () => {
  it('holds what they say, and says what they are', async () => {
    const made = await filesOf('plain', {
      'owners.csv': OWNERS,
      'deep/parties.csv': PARTIES,
      'README.md': 'no source',
    })
    const { out, built } = await build('plain', made)
    expect(value(built)).toMatchObject({
      built: '2026-02-03',
      parties: 3,
      ties: 2,
      unread: [],
      sources: [
        { file: 'deep/parties.csv', format: 'plain-parties', title: 'deep/parties.csv' },
        { file: 'owners.csv', format: 'plain-ties', ties: 2, whole: true },
      ],
    })
    expect(codes(built)).toEqual([])
    expect((await readdir(folder)).filter((name) => name.startsWith('.new'))).toEqual([])
    const registry = value(await openRegistryFile(out))
    const wader = registry.find('local:wader') as number
    expect(registry.party(wader)).toMatchObject({ name: 'Wader Cloud Ltd', incorporated: 'IE' })
    expect(registry.tiesInto(wader).map(({ tie }) => tie.place?.line)).toEqual([2, 3])
    expect(registry.named('wader cloud', 2)[0]).toEqual({ party: wader, name: 'Wader Cloud Ltd' })
    expect(value(await showRegistry({ file: out, verify: true }))).toEqual({
      ...value(built),
      damaged: 0,
    })
  })

  it('is the same bytes, wherever the files lie and in whatever order they are named', async () => {
    const one = await filesOf('one', { 'owners.csv': OWNERS, 'parties.csv': PARTIES })
    const two = await filesOf('two', { 'owners.csv': OWNERS, 'parties.csv': PARTIES })
    const first = await build('first', one)
    const names = ['owners.csv', 'parties.csv'].map((name) => path.join(two, name))
    const second = await build('second', ...names, ...names)
    const third = await build('third', ...names.toReversed())
    expect([first, second, third].map(({ built }) => built.ok)).toEqual([true, true, true])
    const bytes = await Promise.all([first, second, third].map(({ out }) => readFile(out)))
    expect(bytes[1]).toEqual(bytes[0])
    expect(bytes[2]).toEqual(bytes[0])
  })

  it('reads packed files', async () => {
    const files = {
      'a.csv.gz': zlib.gzipSync(OWNERS),
      'b.zip': zipOf('parties.csv', PARTIES, false),
      'c.zip': zipOf('owners.csv', OWNERS.replaceAll('wader', 'heron'), true),
    }
    const { built } = await build('packed', await filesOf('packed', files))
    expect(codes(built)).toEqual([])
    expect(value(built)).toMatchObject({ parties: 4, ties: 4 })
    expect((await readdir(folder)).filter((name) => name.startsWith('.new'))).toEqual([])
  })

  it('tells which packed files are broken, and reads the others', async () => {
    const zip = Buffer.from(zipOf('parties.csv', PARTIES, false))
    const wrongCheck = Buffer.from(zip)
    wrongCheck[14]! ^= 1
    const central = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    wrongCheck[central + 16]! ^= 1
    const locked = Buffer.from(zip)
    locked[central + 8] = 1
    const files = {
      'check.zip': wrongCheck,
      'cut.zip': zip.subarray(0, 60),
      'cut.csv.gz': zlib.gzipSync(OWNERS.repeat(50)).subarray(0, 60),
      'locked.zip': locked,
      'none.csv': 'a,b\n1,2\n',
      'owners.csv': OWNERS,
    }
    const { built } = await build('broken', await filesOf('broken', files))
    expect(value(built).unread.toSorted()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'owners.csv')
        .toSorted(),
    )
    expect(built.diagnostics.map(({ code, params }) => [code, params.reason ?? ''])).toEqual(
      expect.arrayContaining([
        ['registry/packed', 'broken'],
        ['registry/packed', 'encrypted'],
        ['ownership/unknown-format', ''],
      ]),
    )
    expect(built.diagnostics.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it('leaves an older file as it is when nothing could be read', async () => {
    const out = path.join(folder, 'kept.hfreg')
    await writeFile(out, 'kept')
    const paths = [await filesOf('nothing', { 'none.csv': 'a,b\n1,2\n' })]
    const built = await buildRegistry({ paths, out, today: '2026-02-03' })
    expect(codes(built)).toContain('registry/no-source')
    expect(await readFile(out, 'utf8')).toBe('kept')
    const nowhere = await buildRegistry({ paths: ['no-such'], out, today: '2026-02-03' })
    expect(codes(nowhere)).toEqual(['call/no-such-path'])
  })

  it('says what is wrong with a file that is damaged, foreign or a folder', async () => {
    const made = await filesOf('whole', { 'owners.csv': OWNERS })
    const { out } = await build('whole', made)
    const bytes = await readFile(out)
    bytes[20]! ^= 1
    await writeFile(out, bytes)
    expect(codes(await showRegistry({ file: out, verify: true }))).toEqual(['registry/damaged'])
    const owners = path.join(made, 'owners.csv')
    expect(codes(await showRegistry({ file: owners, verify: false }))).toEqual(['registry/foreign'])
    expect(codes(await openRegistryFile(made))).toEqual(['call/no-such-path'])
  })
})

describe.skipIf(noShared)('registries of published files', () => {
  it('are read whole', async () => {
    const { out, built } = await build('gleif', path.join(SHARED, 'gleif'))
    expect(value(built).unread).toEqual([])
    expect(value(built).parties).toBeGreaterThan(100)
    const registry = value(await openRegistryFile(out))
    for (let party = 0; party < registry.head.parties; party += 1) {
      const [key = ''] = registry.party(party).keys
      expect(registry.find(key)).toBe(party)
      for (const { owner, asset } of registry.tiesInto(party)) {
        expect(asset).toBe(party)
        expect(registry.tiesFrom(owner).some((tie) => tie.asset === party)).toBe(true)
      }
    }
    expect(registry.damage).toBeNull()
  })
})
