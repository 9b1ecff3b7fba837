/** Which lists a call means: files of any format, kept versions as of a day, the snapshot. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type DesignationList, writeSnapshot } from '@holdfast/lists'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../src/node/list_store.ts'
import { type ListsCall, listsFor } from '../src/node/lists_for.ts'
import { assessFolder } from '../src/node/use_cases.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-lists-'))
const store = path.join(folder, 'kept')
const empty = path.join(folder, 'empty')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function list(id: string, published: string): DesignationList {
  const name = { text: `NOBODY OF ${published}`, kind: 'primary', quality: 'strong' } as const
  const entry = { id: '1', kind: 'entity', names: [name], programmes: ['SDGT'] } as const
  const entries = [{ ...entry, remarks: '', addresses: [] }]
  return { id, published, provenance: 'official', whole: 'proven', entries }
}

async function keep(one: DesignationList): Promise<void> {
  const day = one.published ?? ''
  const origin = { retrieved: `${day}T06:00:00Z`, source: 'made', sha256: day + one.id, size: 1 }
  const kept = await openStore(store).keep(one, origin)
  if (!kept.ok) throw new Error(JSON.stringify(kept.diagnostics))
}

beforeAll(async () => {
  await keep(list('ofac-sdn', '2026-08-01'))
  await keep(list('ofac-sdn', '2026-09-01'))
  await keep(list('un-sc', '2026-08-15'))
  writeFileSync(path.join(folder, 'eu.tsv'), writeSnapshot(list('eu-fsf', '2026-08-20')))
})

/** Lists and days of a call; the snapshot that ships is `snapshot`. */
async function chosen(call: ListsCall) {
  const lists = await listsFor({ store, environment: {}, ...call })
  return {
    lists: lists.ok
      ? lists.value.map((one) =>
          one.kind === 'read' ? `${one.list.id}@${one.list.published}` : one.kind,
        )
      : null,
    codes: lists.diagnostics.map(({ code, severity }) => `${severity} ${code}`),
  }
}

test.each([
  [{}, ['ofac-sdn@2026-09-01', 'un-sc@2026-08-15']],
  [{ on: '2026-08-31' }, ['ofac-sdn@2026-08-01', 'un-sc@2026-08-15']],
  [{ lists: ['ofac-sdn'] }, ['ofac-sdn@2026-09-01']],
  [{ lists: ['ofac-sdn'], on: '2026-08-15' }, ['ofac-sdn@2026-08-01']],
  [{ lists: ['ofac-sdn@2026-08-31', 'un-sc'] }, ['ofac-sdn@2026-08-01', 'un-sc@2026-08-15']],
  [{ lists: ['2026-08-20'] }, ['ofac-sdn@2026-08-01', 'un-sc@2026-08-15']],
  [{ lists: [store] }, ['ofac-sdn@2026-09-01', 'un-sc@2026-08-15']],
  [{ lists: [path.join(folder, 'eu.tsv'), 'un-sc'] }, ['eu-fsf@2026-08-20', 'un-sc@2026-08-15']],
] as [ListsCall, string[]][])('%o', async (call, lists) => {
  expect(await chosen(call)).toEqual({ lists, codes: [] })
})

test('one kept only later is left out and told; the snapshot stands in for its own', async () => {
  expect(await chosen({ on: '2026-08-10' })).toEqual({
    lists: ['ofac-sdn@2026-08-01'],
    codes: ['warning list/kept-later'],
  })
  expect(await chosen({ on: '2026-07-20' })).toEqual({
    lists: ['snapshot'],
    codes: ['warning list/kept-later', 'warning list/kept-later'],
  })
  expect(await chosen({ lists: ['un-sc@2026-08-01'] })).toEqual({
    lists: null,
    codes: ['error list/kept-later'],
  })
})

test('without kept lists the snapshot is taken, unless a store was named', async () => {
  const none = { HOLDFAST_LISTS: empty }
  expect(await chosen({ store: undefined, environment: none })).toMatchObject({
    lists: ['snapshot'],
  })
  expect(await chosen({ store: empty })).toMatchObject({ codes: ['error call/no-kept-lists'] })
})

test.each([
  [['nowhere'], 'call/no-such-path'],
  [['eu-fsf@2026-08-01'], 'call/list-not-kept'],
  [['ofac-sdn@2026-13-01'], 'call/bad-day'],
])('%o is refused', async (lists, code) => {
  expect(await chosen({ lists })).toEqual({ lists: null, codes: [`error ${code}`] })
})

test('a dossier’s own day chooses among kept versions; --on goes first', async () => {
  const dossier = path.join(folder, 'dossier.yaml')
  writeFileSync(
    dossier,
    `institution: { id: court, name: Court, seat: NL, as-of: 2026-08-20 }
parties: { host: { name: Host, form: company, incorporated: NL } }
services: { mail: { name: Mail, kind: e-mail, provider: host, beneficiary: court } }
functions: { write: { name: Write, tolerance: 3d, needs: mail } }
`,
  )
  const day = async (on?: string) => {
    const report = await assessFolder({ dossier, store, environment: {}, today: '2026-10-01', on })
    if (!report.ok) throw new Error(JSON.stringify(report.diagnostics, null, 1))
    return report.value.lists.map(({ published }) => published)
  }
  expect(await day()).toEqual(['2026-08-01', '2026-08-15'])
  expect(await day('2026-09-20')).toEqual(['2026-09-01', '2026-08-15'])
})
