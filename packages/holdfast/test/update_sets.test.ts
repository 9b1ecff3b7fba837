/** Lists of several files, files that are here already, and several lists in one call. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore, type UpdateEvent, updateLists } from '../src/index.ts'
import {
  altCsv,
  body,
  codesOf,
  type Handler,
  keptIds,
  leftBehind,
  place,
  requests,
  route,
  sdnCsv,
  serveLists,
  serverUrl,
  sourcesFile,
  status,
  store,
  storeContents,
  unXml,
  updated,
} from './list_server.ts'

serveLists()

const MONDAY = 'Mon, 02 Aug 2021 10:00:00 GMT'
const TUESDAY = 'Tue, 03 Aug 2021 10:00:00 GMT'

/** Serves a set as its issuer would. */
function serveSet({ sdn = sdnCsv(), alt = altCsv(), day = MONDAY, etag = 'a' } = {}): void {
  const headers = (name: string) => ({ 'last-modified': day, etag: `"${etag}-${name}"` })
  const known = (content: string, name: string): Handler => {
    return (request, response) => {
      const isKnown = request.headers['if-none-match'] === `"${etag}-${name}"`
      if (isKnown) response.writeHead(304).end()
      else response.writeHead(200, headers(name)).end(content)
    }
  }
  route('/ofac/SDN.CSV', known(sdn, 'sdn'))
  route('/ofac/ALT.CSV', known(alt, 'alt'))
  route('/ofac/SDN_COMMENTS.CSV', known('\x1a', 'comments'))
}

const SET = { lists: ['ofac-sdn'] }

describe('a list of several files', () => {
  test('is kept as one, with the day that the server gives', async () => {
    serveSet()
    const list = await updated(SET)
    expect(list, JSON.stringify(list.diagnostics)).toMatchObject({
      outcome: 'new',
      version: { name: 'ofac-sdn@2021-08-02', entries: 8000, names: 8800, whole: 'proven' },
    })
    expect(list.version?.size, 'an empty table is left out').toBe(sdnCsv().length + altCsv().length)
  })

  test('is unchanged when all its files are', async () => {
    serveSet()
    await updated(SET)
    requests.length = 0
    expect(await updated(SET)).toMatchObject({ outcome: 'unchanged' })
    expect(requests.map(({ url }) => url)).toEqual([
      '/ofac/SDN.CSV',
      '/ofac/ALT.CSV',
      '/ofac/SDN_COMMENTS.CSV',
    ])
  })

  test('is no new version when only its dates have changed', async () => {
    serveSet()
    await updated(SET)
    serveSet({ day: TUESDAY, etag: 'b' })
    expect(await updated(SET)).toMatchObject({
      outcome: 'unchanged',
      version: { name: 'ofac-sdn@2021-08-02' },
    })
  })

  test('is fetched once more when a publication came in between', async () => {
    serveSet()
    const late = body(altCsv(), { 'last-modified': TUESDAY })
    route(
      '/ofac/SDN.CSV',
      body(sdnCsv(), { 'last-modified': MONDAY }),
      body(sdnCsv(8010), { 'last-modified': TUESDAY }),
    )
    route('/ofac/ALT.CSV', late)
    route('/ofac/SDN_COMMENTS.CSV', body('\x1a', { 'last-modified': TUESDAY }))
    expect(await updated(SET)).toMatchObject({
      outcome: 'new',
      version: { name: 'ofac-sdn@2021-08-03', entries: 8010 },
    })
    expect(requests).toHaveLength(6)
  })

  test.for([
    ['a file that is missing', '/ofac/ALT.CSV', status(404), 'fetch/not-found'],
    [
      'files of two days',
      '/ofac/ALT.CSV',
      body(altCsv(), { 'last-modified': TUESDAY }),
      'update/apart',
    ],
    ['aliases of other entries', '/ofac/ALT.CSV', body(altCsv(9000)), 'lists/orphans'],
    ['the same file under two addresses', '/ofac/ALT.CSV', body(sdnCsv()), 'lists/table-twice'],
    ['a file of another kind', '/ofac/ALT.CSV', body('some words\n'), 'lists/passed-over'],
    [
      'a table cut between two rows',
      '/ofac/SDN.CSV',
      body(sdnCsv().slice(0, -1)),
      'update/not-whole',
    ],
    ['a table cut in a row', '/ofac/SDN.CSV', body(sdnCsv().slice(0, -20)), 'lists/'],
    ['a table cut in a quoted field', '/ofac/SDN.CSV', body(sdnCsv().slice(0, -60)), 'lists/'],
    [
      'half a table',
      '/ofac/SDN.CSV',
      body(sdnCsv(6000), { 'last-modified': MONDAY }),
      'lists/orphans',
    ],
  ] as const)('is not kept with %s', async ([, where, handler, code]) => {
    serveSet()
    await updated(SET)
    const before = storeContents()
    serveSet({ etag: 'b', alt: altCsv(7990) })
    route(where, handler)
    const list = await updated(SET)
    expect(codesOf(list).join(' '), JSON.stringify(list.diagnostics)).toContain(code)
    expect(['failed', 'refused']).toContain(list.outcome)
    expect(storeContents()).toEqual(before)
    expect(await keptIds('ofac-sdn')).toHaveLength(8000)
    expect(leftBehind()).toEqual([])
  })
})

describe('files that are here already', () => {
  test('are kept, an older one in its place in the history', async () => {
    const newer = place('newer.xml', unXml(1000, '2026-03-01'))
    const older = place('older.xml', unXml(499, '2025-03-01'))
    expect(await updated({ from: newer, lists: [] })).toMatchObject({
      list: 'un-sc',
      outcome: 'new',
    })
    expect(await updated({ from: older, lists: [], force: false })).toMatchObject({
      outcome: 'refused',
      diagnostics: [{ code: 'update/few-for-its-day' }],
    })
    await updated({ from: older, lists: [], force: true })
    const versions = await openStore(store).versions('un-sc')
    expect(versions.ok && versions.value.map(({ name }) => name)).toEqual([
      'un-sc@2025-03-01',
      'un-sc@2026-03-01',
    ])
    expect(requests).toHaveLength(0)
  })

  test('are a folder with a set, with the day of the call', async () => {
    place('set/SDN.CSV', sdnCsv())
    const alt = place('set/ALT.CSV', altCsv())
    const from = path.dirname(alt)
    const list = await updated({ from, lists: ['ofac-sdn'], published: '2021-08-02', force: true })
    expect(list.version).toMatchObject({ name: 'ofac-sdn@2021-08-02', names: 8800 })
  })
})

describe('many lists', () => {
  test('go on when one fails; a token that is missing is told, and no token is', async () => {
    const more = `  eu-fsf:
    name: Made list with a token
    issuer: Nobody
    format: eu-fsf-xml
    base: ${serverUrl()}/eu/
    files: [{ name: eu.xml, path: 'content?token={token}' }]
    token-env: MADE_TOKEN
    published: stated
    proves-whole: true
    limits: { bytes-max: 300000, entries-min: 3, kept-ratio-min: 0.8 }
`
    const call = { lists: ['ofac-sdn', 'eu-fsf', 'un-sc'], store, sources: sourcesFile(more) }
    route('/un.xml', body(unXml(1000)))
    route('/eu/content?token=s%26cret', status(403))
    const events: UpdateEvent[] = []
    const without = await updateLists({
      ...call,
      environment: {},
      onEvent: (one) => events.push(one),
    })
    expect(without.ok && without.value.lists.map(({ outcome }) => outcome)).toEqual([
      'failed',
      'failed',
      'new',
    ])
    expect(events.filter(({ kind }) => kind === 'done')).toHaveLength(3)
    const withToken = await updateLists({ ...call, environment: { MADE_TOKEN: 's&cret' } })
    expect(requests.map(({ url }) => url)).toContain('/eu/content?token=s%26cret')
    expect(JSON.stringify(withToken)).not.toContain('cret')
    expect(JSON.stringify(withToken)).toContain('fetch/refused')
  })

  test('are only named by a dry run', async () => {
    const result = await updateLists({ environment: {}, store, dryRun: true })
    if (!result.ok) throw new Error('the shipped sources are wrong')
    expect(result.value.lists.map(({ list, outcome }) => [list, outcome])).toEqual([
      ['ofac-sdn', 'planned'],
      ['ofac-consolidated', 'planned'],
      ['eu-fsf', 'skipped'],
      ['un-sc', 'planned'],
      ['uk-sanctions', 'planned'],
    ])
    const addresses = result.value.lists.flatMap(({ source }) => source)
    expect(addresses.every((address) => address.startsWith('https://'))).toBe(true)
    expect(requests).toHaveLength(0)
  })
})
