/** Getting lists from a real server that misbehaves in every way, one after the other. */
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { objections } from '../src/engine/update_check.ts'
import { openStore } from '../src/index.ts'
import {
  body,
  clock,
  codesOf,
  type Handler,
  keptIds,
  leftBehind,
  requests,
  route,
  sdnCsv,
  serveLists,
  serverUrl,
  status,
  store,
  storeContents,
  unXml,
  updated,
  waits,
} from './list_server.ts'

serveLists()

/** Keeps a list of a thousand, as everything that goes wrong later must leave it. */
async function keepList(headers: Record<string, string> = {}): Promise<void> {
  route('/un.xml', body(unXml(1000), headers))
  const first = await updated()
  expect(first.outcome).toBe('new')
  requests.length = 0
}

describe('a list that comes as it should', () => {
  test('is kept with its day, address, hash and the file as it came', async () => {
    route(
      '/un.xml',
      body(unXml(1000), { etag: '"a"', 'content-length': String(unXml(1000).length) }),
    )
    const list = await updated()
    expect(list).toMatchObject({
      list: 'un-sc',
      outcome: 'new',
      source: [`${serverUrl()}/un.xml`],
      version: { name: 'un-sc@2026-02-27', entries: 1000, names: 1000, size: unXml(1000).length },
      previous: null,
      diagnostics: [],
    })
    expect(list.version?.retrieved).toBe(new Date(clock.now).toISOString())
    const versions = await openStore(store).versions('un-sc')
    const [kept] = versions.ok ? versions.value : []
    expect(kept).toMatchObject({ etag: '"a"', source: `${serverUrl()}/un.xml` })
    expect(readdirSync(path.join(store, kept?.original ?? '')), 'the copy').toEqual(['un.xml.gz'])
    expect(leftBehind()).toEqual([])
  })

  test('is asked for with a plain name, without cookies', async () => {
    route('/un.xml', body(unXml(1000), { 'set-cookie': 'watched=yes' }))
    await updated()
    await updated({ force: true })
    expect(requests).toHaveLength(2)
    expect(requests[1]?.headers['user-agent']).toBe('holdfast/0.1')
    expect(requests[1]?.headers.cookie).toBeUndefined()
    expect(requests[1]?.headers.referer).toBeUndefined()
  })

  test.for([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('is unpacked from %s', async ([encoding, pack]) => {
    const packed = pack(Buffer.from(unXml(1000)))
    const length = String(packed.length)
    route('/un.xml', body(packed, { 'content-encoding': encoding, 'content-length': length }))
    expect((await updated()).version?.size).toBe(unXml(1000).length)
  })

  test('follows redirections, and tells no signature of theirs', async () => {
    const to = `${serverUrl()}/there?signature=secret`
    route('/un.xml', status(302, { location: '/elsewhere' }))
    route('/elsewhere', status(307, { location: to }))
    route('/there?signature=secret', status(404))
    const list = await updated()
    expect(codesOf(list)).toEqual(['fetch/not-found'])
    expect(JSON.stringify(list)).not.toContain('secret')
    route('/there?signature=secret', body(unXml(1000)))
    expect((await updated()).outcome).toBe('new')
  })

  test('is private while it is fetched', async () => {
    const modes: number[] = []
    route('/un.xml', (_, response) => {
      response.writeHead(200).write(unXml(1000).slice(0, 100))
      setTimeout(() => {
        const [folder = ''] = leftBehind()
        const inner = path.join(process.env.TMPDIR ?? '', folder)
        for (const name of readdirSync(inner)) modes.push(statSync(path.join(inner, name)).mode)
        response.end(unXml(1000).slice(100))
      }, 60)
    })
    expect((await updated()).outcome).toBe('new')
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o600])
  })
})

describe('a list that has not changed', () => {
  test('is not fetched again when the server knows the copy', async () => {
    await keepList({ etag: '"a"' })
    route('/un.xml', (request, response) => {
      expect(request.headers['if-none-match']).toBe('"a"')
      response.writeHead(304).end()
    })
    clock.now += 86_400_000
    expect(await updated()).toMatchObject({ outcome: 'unchanged', diagnostics: [] })
    const versions = await openStore(store).versions('un-sc')
    const checked = new Date(clock.now).toISOString()
    expect(versions.ok && versions.value.map((one) => one.checked)).toEqual([checked])
  })

  test('is fetched all the same when the copy here is damaged', async () => {
    await keepList({ etag: '"a"' })
    const [version = ''] = readdirSync(path.join(store, 'un-sc', 'versions'))
    writeFileSync(path.join(store, 'un-sc', 'versions', version), 'damaged')
    await updated()
    expect(requests[0]?.headers['if-none-match']).toBeUndefined()
  })

  test('is not believed to be unchanged when nobody asked that', async () => {
    await keepList()
    route('/un.xml', status(304))
    const list = await updated()
    expect(requests[0]?.headers['if-none-match']).toBeUndefined()
    expect([list.outcome, ...codesOf(list)]).toEqual(['failed', 'fetch/status'])
  })

  test('is the same version under another ETag, which counts from then on', async () => {
    await keepList({ etag: '"a"' })
    clock.now += 1000
    route('/un.xml', body(unXml(1000), { etag: '"b"' }))
    expect(await updated()).toMatchObject({ outcome: 'unchanged' })
    route('/un.xml', status(304))
    expect(await updated()).toMatchObject({ outcome: 'unchanged' })
    expect(requests.at(-1)?.headers['if-none-match']).toBe('"b"')
  })

  test('is asked for anew from another address', async () => {
    await keepList({ etag: '"a"' })
    route('/mirror.xml', body(unXml(1000)))
    await updated({ from: `${serverUrl()}/mirror.xml` })
    expect(requests.at(-1)?.headers['if-none-match']).toBeUndefined()
  })
})

/** Ways to misbehave: what the server does, what is told, and how often it was asked. */
const MISBEHAVIOURS: readonly (readonly [string, Handler, string, number])[] = [
  ['errors without end', status(500), 'fetch/busy', 4],
  ['too many requests without end', status(429), 'fetch/busy', 4],
  ['nothing there', status(404), 'fetch/not-found', 1],
  ['forbidden', status(403), 'fetch/refused', 1],
  ['a status for others', status(204), 'fetch/status', 1],
  ['silence before the head', () => undefined, 'fetch/slow-head', 4],
  [
    'silence in the middle',
    (_, response) => response.writeHead(200).write(unXml(1000).slice(0, 200)),
    'fetch/slow-body',
    4,
  ],
  [
    'a connection cut before the announced end',
    (_, response) => {
      response.writeHead(200, { 'content-length': '9000' }).write(unXml(1000).slice(0, 200), () => {
        response.destroy()
      })
    },
    'fetch/cut',
    4,
  ],
  [
    'a connection cut between two chunks',
    (_, response) => {
      response.writeHead(200).write(unXml(1000).slice(0, 200), () => response.destroy())
    },
    'fetch/cut',
    4,
  ],
  [
    'more announced than sent',
    (_, response) => {
      response.socket?.end(
        `HTTP/1.1 200 OK\r\nContent-Length: 390000\r\nConnection: close\r\n\r\n${unXml(1000)}`,
      )
    },
    'fetch/cut',
    4,
  ],
  ['an empty file', body(''), 'fetch/empty', 4],
  ['a web page', body('<html>Sorry</html>', { 'content-type': 'text/html' }), 'fetch/html', 1],
  ['a web page that says it is XML', body('<html>Sorry</html>'), 'lists/unknown-format', 1],
  ['a circle of redirections', status(302, { location: '/un.xml' }), 'fetch/redirects', 6],
  [
    'a redirection to a file',
    status(302, { location: 'file:///etc/x' }),
    'fetch/redirect-elsewhere',
    1,
  ],
  [
    'a redirection with a password',
    status(302, { location: 'http://a:b@x/' }),
    'fetch/redirect-elsewhere',
    1,
  ],
  [
    'a bomb of gzip',
    body(gzipSync(Buffer.alloc(40_000_000, ' ')), { 'content-encoding': 'gzip' }),
    'fetch/too-large',
    1,
  ],
  [
    'a body without end',
    (_, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, ' ')));
      }
      response.on('drain', more)
      more()
    },
    'fetch/too-large',
    1,
  ],
  ['a size beyond the limit', body('x', { 'content-length': '900001' }), 'fetch/too-large', 1],
  ['gzip that is none', body(unXml(1000), { 'content-encoding': 'gzip' }), 'fetch/bad-packing', 4],
  [
    'gzip that is cut',
    body(gzipSync(Buffer.from(unXml(1000))).subarray(0, 90), { 'content-encoding': 'gzip' }),
    'fetch/bad-packing',
    4,
  ],
  [
    'an unknown packing',
    body(unXml(1000), { 'content-encoding': 'zstd' }),
    'fetch/unknown-encoding',
    1,
  ],
  ['XML that is cut', body(unXml(1000).slice(0, 900)), 'records/', 1],
  [
    'fewer announced than sent',
    (_, response) => {
      response.socket?.end(
        `HTTP/1.1 200 OK\r\nContent-Length: 900\r\nConnection: close\r\n\r\n${unXml(1000)}`,
      )
    },
    'records/',
    1,
  ],
  [
    'another encoding',
    body(Buffer.from(unXml(1000).replaceAll('PERSON', 'PÈRSON'), 'latin1')),
    'records/',
    1,
  ],
  [
    'bytes that are no HTTP',
    (_, response) => response.socket?.end('hello\r\n\r\n'),
    'fetch/no-http',
    4,
  ],
  ['another list', body(sdnCsv()), 'update/other-list', 1],
  ['a list without entries', body(unXml(0, '2026-03-01')), 'lists/no-entries', 1],
  ['an older list', body(unXml(1000, '2026-02-26')), 'update/older', 1],
  ['a much smaller list', body(unXml(700, '2026-03-01')), 'update/smaller', 1],
]

describe('what goes wrong leaves the kept list as it was', () => {
  test.for(MISBEHAVIOURS)('%s', async ([, handler, code, times]) => {
    await keepList()
    const before = storeContents()
    route('/un.xml', handler)
    const list = await updated()
    expect(codesOf(list).join(' '), JSON.stringify(list.diagnostics)).toContain(code)
    expect(requests).toHaveLength(times)
    expect(list.outcome).toBe(code.startsWith('update/') ? 'refused' : 'failed')
    expect(list.version?.name).toBe('un-sc@2026-02-27')
    expect(storeContents(), 'not a byte of the store changed').toEqual(before)
    expect(await keptIds()).toHaveLength(1000)
    expect(leftBehind(), 'nothing is left behind').toEqual([])
  })

  test('a server that is down', async () => {
    await keepList()
    const before = storeContents()
    const list = await updated({ from: 'http://127.0.0.1:9/un.xml' })
    expect(codesOf(list)).toEqual(['fetch/no-connection'])
    expect(list.diagnostics[0]?.params).toMatchObject({ reason: 'ECONNREFUSED', attempts: 4 })
    expect(storeContents()).toEqual(before)
  })

  test('drops that never end', async () => {
    await keepList()
    route('/un.xml', (_, response) => {
      response.writeHead(200)
      const drops = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drops))
    })
    const settings = { totalMs: 400, idleMs: 150, connectMs: 2000, attemptsMax: 4 }
    const more = { backoffMs: 1, waitMaxMs: 10, redirectsMax: 5 }
    const list = await updated({ settings: { ...settings, ...more } })
    expect(codesOf(list)).toEqual(['fetch/slow'])
    expect(requests).toHaveLength(1)
    expect(leftBehind()).toEqual([])
  })

  test('an interruption', async () => {
    await keepList()
    const before = storeContents()
    const interruption = new AbortController()
    route('/un.xml', (_, response) => {
      response.writeHead(200).write(unXml(1000).slice(0, 200))
      setTimeout(() => interruption.abort(), 30)
    })
    const list = await updated({ signal: interruption.signal })
    expect(codesOf(list)).toEqual(['fetch/interrupted'])
    expect(storeContents()).toEqual(before)
    expect(leftBehind()).toEqual([])
  })
})

describe('a server that recovers', () => {
  test('is asked again after errors, each time after a longer wait', async () => {
    route('/un.xml', status(500), status(503), status(502), body(unXml(1000)))
    expect((await updated()).outcome).toBe('new')
    expect(waits).toEqual([750, 1500, 3000])
  })

  test('is given the time that it asks for, but not more than a minute', async () => {
    const day = new Date(clock.now + 7000).toUTCString()
    route(
      '/un.xml',
      status(429, { 'retry-after': '2' }),
      status(503, { 'retry-after': day }),
      status(429, { 'retry-after': '86400' }),
      body(unXml(1000)),
    )
    expect((await updated()).outcome).toBe('new')
    expect(waits).toEqual([2000, 7000, 60_000])
  })

  test('gives the rest after a cut from the start', async () => {
    const cut: Handler = (_, response) => {
      response.writeHead(200).write(unXml(1000).slice(0, 700), () => response.destroy())
    }
    route('/un.xml', cut, body(unXml(1000)))
    expect(await updated()).toMatchObject({ outcome: 'new', version: { entries: 1000 } })
  })
})

describe('what somebody who knows better may accept', () => {
  test('a smaller list, an older one, a short first one', async () => {
    route('/un.xml', body(unXml(900)))
    expect(codesOf(await updated())).toEqual(['update/few-entries'])
    const first = await updated({ force: true })
    expect(first).toMatchObject({ outcome: 'new', diagnostics: [{ severity: 'warning' }] })
    route('/un.xml', body(unXml(600, '2026-02-01')))
    expect(codesOf(await updated())).toEqual(['update/smaller', 'update/older'])
    expect((await updated({ force: true })).outcome).toBe('new')
  })

  test('but not another list, and not an empty one', async () => {
    route('/un.xml', body(unXml(0)))
    expect((await updated({ force: true })).outcome).toBe('failed')
    route('/un.xml', body(sdnCsv()))
    expect((await updated({ force: true })).outcome).toBe('refused')
  })

  test('the bytes of a version that was replaced', async () => {
    const undated = { lists: ['ofac-sdn'], from: `${serverUrl()}/sdn.csv`, force: true }
    route('/sdn.csv', body(sdnCsv(8000)))
    await updated({ ...undated, published: '2021-08-02' })
    route('/sdn.csv', body(sdnCsv(8100)))
    await updated({ ...undated, published: '2021-08-03' })
    route('/sdn.csv', body(sdnCsv(8000)))
    const again = await updated({ ...undated, published: '2021-08-04', force: false })
    expect(codesOf(again)).toContain('update/served-again')
  })
})

describe('what speaks against a list', () => {
  const expected = {
    list: null,
    entriesMin: 1,
    keptRatioMin: 0.8,
    provesWhole: true,
    isFetched: true,
  }
  const list = { id: 'made', published: null, provenance: 'official', whole: 'proven' } as const

  test('is that it has no entries, whatever its reader thinks', () => {
    const { never, doubts } = objections({ ...list, entries: [] }, null, expected)
    expect([never.map(({ code }) => code), doubts]).toEqual([['update/no-entries'], []])
  })

  test('is that its aliases are gone, though all entries are there', () => {
    const entry = { id: '1', kind: 'person', programmes: [], remarks: '', addresses: [] } as const
    const names = [{ text: 'A', kind: 'primary', quality: 'strong' }] as const
    const kept = { published: null, entries: 1, names: 2, whole: 'proven' } as const
    const { doubts } = objections({ ...list, entries: [{ ...entry, names }] }, kept, expected)
    expect(doubts).toMatchObject([{ code: 'update/smaller', params: { what: 'names', now: 1 } }])
  })
})
