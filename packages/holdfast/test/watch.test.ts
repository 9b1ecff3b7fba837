/** What new lists change for an institution: made ones, the memory of a watch, the real ones. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DesignationList, type ListEntry, writeSnapshot } from '@holdfast/lists'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watchReport } from '../src/engine/index.ts'
import { openStore } from '../src/node/list_store.ts'
import { decideMatch } from '../src/node/screen.ts'
import { type WatchCall, watchFolder } from '../src/node/watch_dossier.ts'

const DOSSIER = `
institution:
  { id: court, name: Court, seat: NL, form: international-organisation, regimes: [us-icc-eo-14203] }
parties:
  bank: { name: Tidemarrow Trust, form: company, class: us-bank, incorporated: US-NY }
  partner: { name: Invented Partners for Rights, form: nonprofit, incorporated: NL }
  clerk: { name: Ada Invented, kind: person, listed-as: { ofac-sdn: "900007" } }
  press: { name: Duinrand Printing House, form: company, incorporated: NL }
  ships: { name: Noordkade Ferries, form: company, incorporated: NL }
services:
  grant: { name: Grant, kind: account, provider: bank, beneficiary: partner }
functions:
  support: { name: Support partners, weight: 2, tolerance: 1d, needs: grant }
`

function entry(id: string, text: string, more: Partial<ListEntry> = {}): ListEntry {
  return {
    id,
    kind: 'entity',
    names: [{ text, kind: 'primary', quality: 'strong' }],
    programmes: ['SDGT'],
    remarks: '',
    addresses: [],
    ...more,
  }
}

const CLERK: Partial<ListEntry> = {
  kind: 'person',
  births: [{ from: '1970-02-03', to: '1970-02-03', precision: 'day' }],
}

const OTHERS = [entry('900001', 'SOMEBODY ELSE ENTIRELY'), entry('900002', 'QUITE OTHER PEOPLE')]
const OLD: readonly ListEntry[] = [
  ...OTHERS,
  entry('900003', 'NOORDKADE FERRIES'),
  entry('900004', 'DUINRAND PRINTING HOUSE', { countries: ['NL'] }),
  entry('900007', 'INVENTED, Ada', CLERK),
]
const NEW: readonly ListEntry[] = [
  ...OTHERS,
  entry('900004', 'DUINRAND PRINTING HOUSE', { countries: ['NL', 'BE'] }),
  entry('900008', 'INVENTED, Ada', CLERK),
  entry('900009', 'INVENTED PARTNERS FOR RIGHTS', { programmes: ['ICC-EO14203'] }),
]

function list(published: string, entries: readonly ListEntry[], id = 'ofac-sdn'): DesignationList {
  return { id, published, provenance: 'official', whole: 'proven', entries }
}

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-watch-'))
const dossier = path.join(folder, 'dossier')
beforeAll(() => {
  mkdirSync(dossier)
  writeFileSync(path.join(dossier, 'dossier.yaml'), DOSSIER)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A made list as a file. */
function fileOf(made: DesignationList): string {
  const file = path.join(folder, `${made.id}-${made.published}.tsv`)
  writeFileSync(file, writeSnapshot(made))
  return file
}

let stores = 0
async function storeWith(...lists: readonly DesignationList[]): Promise<string> {
  stores += 1
  const store = path.join(folder, `store-${stores}`)
  for (const one of lists) await keep(store, one)
  return store
}

async function keep(store: string, one: DesignationList): Promise<void> {
  const origin = {
    retrieved: `${one.published}T06:00:00Z`,
    source: 'made',
    sha256: `${one.published}${one.id}`,
    size: 1,
  }
  const kept = await openStore(store).keep(one, origin)
  if (!kept.ok) throw new Error(JSON.stringify(kept.diagnostics))
}

async function watched(call: Partial<WatchCall>) {
  const result = await watchFolder({ dossier, today: '2026-06-10', environment: {}, ...call })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1))
  return result.value
}

async function codesOf(call: Partial<WatchCall>): Promise<string[]> {
  const result = await watchFolder({ dossier, today: '2026-06-10', environment: {}, ...call })
  expect(result.ok).toBe(false)
  return result.diagnostics.map(({ code }) => code)
}

describe('between two lists', () => {
  const files = () => ({
    before: [fileOf({ ...list('2026-06-01', OLD), entries: withoutDetail(OLD) })],
    after: [fileOf({ ...list('2026-06-02', NEW), entries: withoutDetail(NEW) })],
    store: path.join(folder, 'none'),
  })
  /** Snapshots hold names and programmes only. */
  const withoutDetail = (entries: readonly ListEntry[]) =>
    entries.map(({ births: _, countries: __, ...rest }) => rest)

  test('names the party, the service and the function', async () => {
    const { report } = await watched(files())
    expect(watchReport.safeParse(report).error).toBeUndefined()
    expect(report.touched).toBe(true)
    expect([report.before.on, report.after.on]).toEqual(['2026-06-01', '2026-06-02'])
    const { added, removed, standing } = report.parties
    expect(added.filter(({ party }) => party === 'partner')).toMatchObject([
      { list: 'ofac-sdn', entry: '900009', basis: 'name', target: 'yes' },
    ])
    expect(removed.map(({ party }) => party)).toContain('ships')
    expect(standing.map(({ party }) => party)).toContain('press')
    expect(report.services).toMatchObject([{ id: 'grant', from: 'stays', to: 'must-stop' }])
    expect(report.functions).toMatchObject([
      { id: 'support', from: { standing: 'holds' }, to: { standing: 'stops' } },
    ])
  })

  test('the other way round tells what is lifted, and that the days run backwards', async () => {
    const { before, after, store } = files()
    const { report } = await watched({ before: after, after: before, store })
    expect(report.parties.removed.map(({ party }) => party)).toContain('partner')
    expect(report.services).toMatchObject([{ id: 'grant', from: 'must-stop', to: 'stays' }])
    expect(report.diagnostics.map(({ code }) => code)).toContain('watch/backwards')
  })

  test('the same list touches nobody', async () => {
    const { before, store } = files()
    const { report } = await watched({ before, after: before, store })
    expect(report.touched).toBe(false)
    expect(report.parties.standing.map(({ party }) => party)).toEqual(['clerk', 'press', 'ships'])
  })

  test('a later list without news of ours is none, although its undated days move', async () => {
    const { before, store } = files()
    const later = [
      fileOf(list('2026-06-05', [...withoutDetail(OLD), entry('900020', 'NOBODY WE KNOW')])),
    ]
    const { report } = await watched({ before, after: later, store })
    expect(report.touched).toBe(false)
    expect(report.parties.added).toEqual([])
  })

  test('a list of one side only: a new one is first seen, a gone one is left out', async () => {
    const { before, store } = files()
    const un = fileOf(list('2026-06-03', [entry('U1', 'DUINRAND PRINTING HOUSE')], 'un-sc'))
    const came = await watched({ before, after: [...before, un], store })
    expect(came.report.firstSeen).toEqual(['un-sc'])
    expect(came.report.parties.added).toMatchObject([{ party: 'press', list: 'un-sc' }])
    const went = await watched({ before: [...before, un], after: before, store })
    expect(went.report.touched).toBe(false)
    expect(went.report.diagnostics.map(({ code }) => code)).toContain('watch/list-gone')
  })
})

describe('with kept lists', () => {
  test('an entry under another number is told with reasons, and is no new party', async () => {
    const store = await storeWith(list('2026-06-01', OLD), list('2026-06-02', NEW))
    const { report } = await watched({ store, before: ['2026-06-01'] })
    expect(report.parties.rekeyed).toMatchObject([
      { from: '900007', to: '900008', parties: [{ party: 'clerk' }], sure: 'certain' },
    ])
    expect(report.parties.rekeyed[0]?.reasons.length).toBeGreaterThan(0)
    expect(report.parties.added.map(({ party }) => party)).toEqual(['partner'])
    expect(report.parties.removed.map(({ party }) => party)).toEqual(['ships'])
    expect(report.parties.changed).toMatchObject([
      { entry: '900004', parties: [{ party: 'press' }], fields: [{ field: 'countries' }] },
    ])
  })

  test('a new entry with a name that is nearly ours is a possible match, once', async () => {
    const near = entry('900030', 'DUINRAND PRINTING HOUSE B.V.', { programmes: ['NWR'] })
    const store = await storeWith(
      list('2026-06-01', OTHERS),
      list('2026-06-02', [...OTHERS, near]),
      list('2026-06-03', [...OTHERS, near]),
    )
    const { report } = await watched({
      store,
      before: ['ofac-sdn@2026-06-01'],
      after: ['ofac-sdn@2026-06-02'],
    })
    expect(report.possible).toMatchObject([
      { party: 'press', entry: '900030', programmes: ['NWR'] },
    ])
    const next = await watched({ store, before: ['2026-06-02'] })
    expect(next.report.touched).toBe(false)
  })

  test('a new number with a new name is a possible match, once', async () => {
    const known: Partial<ListEntry> = { identifiers: [{ kind: 'lei', number: 'X1' }] }
    const more: Partial<ListEntry> = {
      ...known,
      names: [
        { text: 'FAR AWAY SHIPPING', kind: 'primary', quality: 'strong' },
        { text: 'DUINRAND PRINTING HOUSE B.V.', kind: 'aka', quality: 'strong' },
      ],
    }
    const store = await storeWith(
      list('2026-06-01', [...OTHERS, entry('900030', 'FAR AWAY SHIPPING', known)]),
      list('2026-06-02', [...OTHERS, entry('900031', 'FAR AWAY SHIPPING', more)]),
      list('2026-06-03', [...OTHERS, entry('900032', 'FAR AWAY SHIPPING', more)]),
    )
    const days = { before: ['ofac-sdn@2026-06-01'], after: ['ofac-sdn@2026-06-02'] }
    const { report } = await watched({ store, ...days })
    expect(report.possible).toMatchObject([{ party: 'press', entry: '900031' }])
    const next = await watched({ store, before: ['2026-06-02'] })
    expect(next.report.possible).toEqual([])
  })

  test('who was cleared is not told again while the entry is as it was', async () => {
    const near = entry('900030', 'DUINRAND PRINTING HOUSE B.V.')
    const store = await storeWith(list('2026-06-01', OTHERS), list('2026-06-02', [...OTHERS, near]))
    const days = { before: ['ofac-sdn@2026-06-01'], after: ['ofac-sdn@2026-06-02'] }
    expect((await watched({ store, ...days })).report.possible).toHaveLength(1)
    const kept = await decideMatch({
      what: 'Duinrand Printing House',
      list: 'ofac-sdn',
      entry: '900030',
      decided: { outcome: 'cleared', by: 'counsel', why: 'another company' },
      store,
      today: '2026-06-02',
    })
    expect(kept.ok).toBe(true)
    expect((await watched({ store, ...days })).report.possible).toEqual([])
    const changed = entry('900030', 'DUINRAND PRINTING HOUSE B.V.', { countries: ['PA'] })
    await keep(store, list('2026-06-03', [...OTHERS, changed]))
    const next = { before: ['ofac-sdn@2026-06-02'], after: ['ofac-sdn@2026-06-03'] }
    expect((await watched({ store, ...next })).report.possible).toHaveLength(1)
  })

  test('the first watch tells everybody, the next one only what is new', async () => {
    const store = await storeWith(list('2026-06-01', OLD))
    const first = await watched({ store })
    expect(first.report.firstSeen).toEqual(['ofac-sdn'])
    expect(first.report.parties.added.map(({ party }) => party)).toEqual([
      'clerk',
      'press',
      'ships',
    ])
    const unread = await watched({ store })
    expect(unread.report.parties.added, 'nobody got the report').toHaveLength(3)
    expect((await unread.remember()).ok).toBe(true)
    const second = await watched({ store })
    expect(second.report.touched).toBe(false)
    await second.remember()
    await keep(store, list('2026-06-02', NEW))
    const third = await watched({ store })
    expect(third.report.parties.added.map(({ party }) => party)).toEqual(['partner'])
    expect(third.report.before.lists[0]?.published).toBe('2026-06-01')
  })

  test('a watch remembers versions and days, and nothing of the dossier', async () => {
    const store = await storeWith(list('2026-06-01', OLD))
    await (await watched({ store })).remember()
    const [name = ''] = readdirSync(path.join(store, 'watch'))
    const text = readFileSync(path.join(store, 'watch', name), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ seen: [{ list: 'ofac-sdn', day: '2026-06-01' }] })
    expect(text + name).not.toMatch(/invented|court|dossier|clerk/i)
  })

  test('named lists are not remembered', async () => {
    const store = await storeWith(list('2026-06-01', OLD))
    await (await watched({ store, before: ['2026-06-01'] })).remember()
    expect(existsSync(path.join(store, 'watch'))).toBe(false)
  })

  test('all that is wrong is told at once', async () => {
    const result = await watchFolder({
      dossier: path.join(folder, 'nowhere'),
      store: path.join(folder, 'no-store'),
      regimes: [path.join(folder, 'no-regimes')],
      today: '2026-06-10',
      environment: {},
    })
    expect(result.diagnostics.map(({ code }) => code)).toEqual([
      'call/no-such-path',
      'call/no-regime',
      'watch/no-lists',
    ])
  })

  test('a damaged memory and a version that is gone are told apart from no memory', async () => {
    const store = await storeWith(list('2026-06-01', OLD))
    await (await watched({ store })).remember()
    const [name = ''] = readdirSync(path.join(store, 'watch'))
    const memory = path.join(store, 'watch', name)
    const text = readFileSync(memory, 'utf8')
    writeFileSync(memory, text.slice(0, -9))
    expect(await codesOf({ store })).toEqual(['watch/memory-damaged'])
    writeFileSync(memory, text.replace(/"file":"[^"]+"/, '"file":"2020-01-01-0.gz"'))
    expect(await codesOf({ store })).toEqual(['watch/version-gone'])
  })

  test('without a kept list there is nothing to watch', async () => {
    expect(await codesOf({ store: path.join(folder, 'nothing') })).toEqual(['watch/no-lists'])
  })
})

const OFAC = fileURLToPath(new URL('../../../../shared/data/lists/ofac/', import.meta.url))
const atHand = existsSync(OFAC)
if (!atHand) console.log('watch.test.ts: no official lists at hand, the tribunal is not watched')

test.skipIf(!atHand)('the tribunal’s partners between 2024-05-03 and 2026-07-11', async () => {
  const { report } = await watched({
    dossier: fileURLToPath(new URL('../../../examples/tribunal', import.meta.url)),
    before: [path.join(OFAC, 'sdn_2024-05-03.csv')],
    after: [path.join(OFAC, '2026-07-11')],
    store: path.join(folder, 'none'),
  })
  const added = report.parties.added.map(({ name, entry: number, programme }) => {
    return [name, number, programme]
  })
  expect(added).toEqual([
    ['Al-Haq', '55413', 'us-icc-eo-14203'],
    ['Al Mezan Center for Human Rights', '55414', 'us-icc-eo-14203'],
    ['Palestinian Centre for Human Rights', '55415', 'us-icc-eo-14203'],
  ])
  expect(report.parties.removed).toEqual([])
  expect(report.services.map(({ name, to }) => [name, to])).toEqual([
    ['Euro account at the house bank', 'may-stop'],
    ['Dollar account', 'may-stop'],
    ['Costs of partner organisations', 'may-stop'],
    ['Grant to a partner in dollars', 'must-stop'],
  ])
  expect(report.functions.map(({ name, to }) => [name, to.standing])).toEqual([
    ['Investigate', 'may-stop'],
  ])
})
