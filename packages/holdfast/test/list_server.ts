/** A server of lists on this machine, and the lists of invented parties that it serves. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openStore, type UpdateCall, type UpdatedList, updateLists } from '../src/index.ts'
import { FETCH_SETTINGS } from '../src/node/fetch_exchange.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** What a path answers: one handler for all requests, or one after the other, the last for ever. */
const routes = new Map<string, Handler[]>()
/** Every request as it came. */
export const requests: IncomingMessage[] = []

const server = createServer((request, response) => {
  requests.push(request)
  const handlers = routes.get(request.url ?? '') ?? []
  const handler = handlers.length > 1 ? handlers.shift() : handlers[0]
  if (handler === undefined) response.writeHead(404).end('not here')
  else handler(request, response)
})

export function route(where: string, ...handlers: Handler[]): void {
  routes.set(where, handlers)
}

export function serverUrl(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers with a body and headers of its own. */
export function body(content: string | Uint8Array, headers: Record<string, string> = {}): Handler {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml', ...headers }).end(content)
  }
}

export function status(code: number, headers: Record<string, string> = {}): Handler {
  return (_, response) => {
    response.writeHead(code, headers).end('<html>no</html>')
  }
}

let folder = ''
let temporary = ''
export let store = ''
/** How long the fetch wanted to wait between attempts, in milliseconds. */
export const waits: number[] = []
/** What the clock shows. */
export const clock = { now: Date.parse('2026-11-25T06:00:00Z') }
const machine = process.env.TMPDIR

/** Starts the server for the tests of a file; each test has a store and a place of its own. */
export function serveLists(): void {
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  beforeEach(() => {
    folder = mkdtempSync(path.join(machine ?? tmpdir(), 'update-test-'))
    temporary = path.join(folder, 'temporary')
    store = path.join(folder, 'store')
    mkdirSync(temporary)
    process.env.TMPDIR = temporary
    routes.clear()
    requests.length = 0
    waits.length = 0
  })
  afterEach(() => {
    if (machine === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = machine
    rmSync(folder, { recursive: true, force: true })
  })
}

/** What was left behind of a fetch. */
export function leftBehind(): readonly string[] {
  return readdirSync(temporary)
}

/** Every file of the store with the hash of what it holds. */
export function storeContents(): Readonly<Record<string, string>> {
  const names = readdirSync(store, { recursive: true, withFileTypes: true })
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.sort().map((file) => {
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
      return [path.relative(store, file), hash]
    }),
  )
}

/** A file in the folder of the test. */
export function place(name: string, text: string): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** A file of sources in which the lists come from this server. */
export function sourcesFile(more = ''): string {
  return place(
    'sources.yaml',
    `lists:
  un-sc:
    name: Made list
    issuer: Nobody
    format: un-xml
    base: ${serverUrl()}/
    files: [un.xml]
    published: stated
    proves-whole: true
    limits: { bytes-max: 900000, entries-min: 950, kept-ratio-min: 0.8 }
  ofac-sdn:
    name: Made set
    issuer: Nobody
    format: ofac-csv
    base: ${serverUrl()}/ofac/
    files: [SDN.CSV, ALT.CSV, { name: SDN_COMMENTS.CSV, may-be-empty: true }]
    published: last-modified
    proves-whole: true
    limits: { bytes-max: 3000000, entries-min: 1000, kept-ratio-min: 0.8 }
${more}`,
  )
}

/** Updates one list from the server, with little patience. */
export async function updated(call: Partial<UpdateCall> = {}): Promise<UpdatedList> {
  const result = await updateLists({
    lists: ['un-sc'],
    sources: sourcesFile(),
    store,
    environment: {},
    settings: { ...FETCH_SETTINGS, connectMs: 2000, idleMs: 150, totalMs: 5000 },
    ports: {
      wait: async (ms) => {
        waits.push(ms)
      },
      random: () => 0.5,
      now: () => clock.now,
    },
    ...call,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1))
  const [list] = result.value.lists
  if (list === undefined || result.value.lists.length > 1) throw new Error('one list was asked for')
  return list
}

/** A list of the United Nations' shape, of so many invented people. */
export function unXml(people: number, day = '2026-02-27'): string {
  const records = Array.from({ length: people }, (_, index) => {
    const id = String(index + 1).padStart(3, '0')
    return `<INDIVIDUAL><DATAID>${690_000 + index}</DATAID><UN_LIST_TYPE>Atlantis</UN_LIST_TYPE>
<REFERENCE_NUMBER>XXi.${id}</REFERENCE_NUMBER><FIRST_NAME>INVENTED</FIRST_NAME>
<SECOND_NAME>PERSON${id}</SECOND_NAME></INDIVIDUAL>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="${day}T00:00:09.554Z"><INDIVIDUALS>
${records.join('\n')}
</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>
`
}

const END = '\x1a'

/** SDN.CSV of so many invented companies: enough for a list of 2021. */
export function sdnCsv(count = 8000): string {
  const rows = Array.from({ length: count }, (_, index) => {
    return `${1000 + index},"INVENTED TRADING ${index}",-0- ,"SDGT"${',-0- '.repeat(8)}`
  })
  return `${rows.join('\r\n')}\r\n${END}`
}

/** ALT.CSV with an alias for every tenth of them. */
export function altCsv(count = 8000): string {
  const rows = Array.from({ length: Math.ceil(count / 10) }, (_, index) => {
    return `${1000 + index * 10},${index + 1},"aka","INVENTED ALIAS ${index}",-0- `
  })
  return `${rows.join('\r\n')}\r\n${END}`
}

/** What was told of a list, by codes. */
export function codesOf(list: { diagnostics: readonly { code: string }[] }): readonly string[] {
  return list.diagnostics.map(({ code }) => code)
}

/** The list that is kept, entry for entry. */
export async function keptIds(list = 'un-sc'): Promise<readonly string[]> {
  const versions = await openStore(store).versions(list)
  if (!versions.ok) throw new Error('the store is damaged')
  const newest = versions.value.at(-1)
  if (newest === undefined) return []
  const read = await openStore(store).read(newest)
  return read.ok ? read.value.entries.map(({ id }) => id) : []
}
