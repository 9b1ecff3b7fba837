/** Several lists in one assessment: each is read, told and asked; what is not laid is said. */
import type { DesignationList, ListEntry } from '@holdfast/lists'
import { expect, test } from 'vitest'
import { assessDossier, type ListFiles, listed } from '../src/engine/index.ts'
import { readLawFiles } from '../src/node/data.ts'

const DOSSIER = `
institution:
  { id: court, name: Court, seat: NL, form: international-organisation, regimes: [us-icc-eo-14203] }
parties:
  bank: { name: Invented Bank of Nowhere, form: company, class: eu-bank, incorporated: NL }
services:
  account: { name: Account, kind: account, provider: bank, beneficiary: court }
functions:
  pay: { name: Pay, weight: 1, tolerance: 1d, needs: account }
`

function entry(id: string, name: string, programmes: readonly string[]): ListEntry {
  return {
    id,
    kind: 'entity',
    names: [{ text: name, kind: 'primary', quality: 'strong' }],
    programmes,
    remarks: '',
    addresses: [],
  }
}

function list(id: string, entries: readonly ListEntry[], published = '2026-06-01'): ListFiles {
  const read: DesignationList = {
    id,
    published,
    provenance: 'official',
    whole: 'proven',
    entries,
  }
  return { kind: 'read', list: read, sha256: '0'.repeat(64), warnings: [] }
}

async function law() {
  const files = await readLawFiles([])
  if (!files.ok) throw new Error(JSON.stringify(files.diagnostics))
  return files.value
}

async function assessed(lists: readonly ListFiles[]) {
  return assessDossier({
    dossier: { files: [{ name: 'd.yaml', bytes: new TextEncoder().encode(DOSSIER) }] },
    law: await law(),
    lists,
    scenarioFiles: [],
    scenarios: ['today'],
    on: '2026-06-02',
    today: '2026-06-02',
    readings: [],
    horizonDays: null,
  })
}

const OFAC = list('ofac-sdn', [entry('1', 'SOMEBODY ELSE', ['SDGT'])])
const UN = list('un-sc', [entry('QDe.900', 'Invented Bank of Nowhere', [])])
const EU = list('eu-fsf', [entry('EU.1', 'INVENTED BANK OF NOWHERE', ['NWR', 'TERR'])])

test('a party on a list without a regime is designated, under programme or list', async () => {
  const report = await assessed([OFAC, UN, EU])
  if (!report.ok) throw new Error(JSON.stringify(report.diagnostics, null, 1))
  expect(report.value.lists.map(({ id }) => id)).toEqual(['ofac-sdn', 'un-sc', 'eu-fsf'])
  expect(
    report.value.designated.map(({ party, list: on, regime, entry: number }) => {
      return [party, on, regime, number]
    }),
  ).toEqual([
    ['bank', 'un-sc', 'un-sc', 'QDe.900'],
    ['bank', 'eu-fsf', 'NWR', 'EU.1'],
    ['bank', 'eu-fsf', 'TERR', 'EU.1'],
  ])
  expect(report.value.diagnostics.map(({ code }) => code)).not.toContain('list/not-screened')
  const told = report.value.diagnostics.find(({ code }) => code === 'list/no-regime')
  expect(told?.params.parties).toEqual([
    'Invented Bank of Nowhere (un-sc QDe.900)',
    'Invented Bank of Nowhere (eu-fsf EU.1, NWR)',
    'Invented Bank of Nowhere (eu-fsf EU.1, TERR)',
  ])
})

test.each([
  [[OFAC], ['un-sc', 'eu-fsf']],
  [[OFAC, UN], ['eu-fsf']],
  [[OFAC, EU], ['un-sc']],
  [[UN, EU], ['ofac-sdn']],
])('what is not laid is one reservation', async (lists, missing) => {
  const report = await assessed(lists)
  if (!report.ok) throw new Error(JSON.stringify(report.diagnostics, null, 1))
  const told = report.value.diagnostics.filter(({ code }) => code === 'list/not-screened')
  expect(told.map(({ params }) => params)).toEqual([{ missing, count: missing.length }])
})

test('each list is stale for itself', async () => {
  const report = await assessed([list('ofac-sdn', [], '2026-01-01'), UN, EU])
  if (!report.ok) throw new Error(JSON.stringify(report.diagnostics, null, 1))
  const stale = report.value.diagnostics.filter(({ code }) => code === 'list/stale')
  expect(stale.map(({ params }) => params.list)).toEqual(['ofac-sdn'])
})

test('one list cannot be laid twice', async () => {
  const report = await assessed([OFAC, list('ofac-sdn', [])])
  expect(report.ok).toBe(false)
  expect(report.diagnostics.map(({ code }) => code)).toContain('call/list-twice')
})

test('listed answers over all lists, each row with its list', async () => {
  const answer = listed({ law: await law(), lists: [OFAC, UN, EU], programme: null, on: null })
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics))
  const undated = answer.value.rows.filter(({ since }) => since === null)
  expect(undated.map((row) => [row.list, row.entry])).toEqual([
    ['eu-fsf', 'EU.1'],
    ['un-sc', 'QDe.900'],
    ['ofac-sdn', '1'],
  ])
  expect(answer.value.lists).toHaveLength(3)
})
