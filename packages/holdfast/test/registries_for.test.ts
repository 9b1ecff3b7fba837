import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Statement } from '@holdfast/kernel'
import { afterAll, describe, expect, test } from 'vitest'
import { assessFolder, checkFolder, explainInFolder } from '../src/node/use_cases.ts'
import { dossierText, functionOf, supply } from './dossier_text.ts'

const TRIBUNAL = fileURLToPath(new URL('../../../examples/tribunal', import.meta.url))
const TODAY = '2026-11-01'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A dossier's folder: its host is found in a registry, `more` are further files. */
function folderOf(registry: unknown, more: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'registries-'))
  folders.push(folder)
  const things = {
    institution: registry === null ? {} : { registry },
    parties: { host: { name: 'Duin Hosting B.V.', incorporated: 'NL', registered: 'duin' } },
    services: { mail: supply('e-mail', 'host', 'court') },
    functions: { write: functionOf('mail') },
  }
  const files = { 'dossier.yaml': dossierText(things), ...more }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text, name.endsWith('.gz') ? 'latin1' : 'utf8')
  }
  return folder
}

const OWNERS = 'owner,asset,share\nwader,duin,100\n'
const PARTIES = 'id,name,incorporated\nduin,Duin Hosting B.V.,NL\nwader,Wader Inc.,US-NV\n'

async function chainOf(dossier: string, registries: readonly string[] = []) {
  const call = { dossier, registries, today: TODAY, scenarios: ['today'] }
  const found = await assessFolder(call)
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics))
  return found.value
}

describe('the registry of a dossier', () => {
  test('is read from the folder of the file that names it', async () => {
    const folder = folderOf('owners/', { 'owners/o.csv': OWNERS, 'owners/p.csv': PARTIES })
    const report = await chainOf(folder)
    expect(report.registries).toMatchObject([{ parties: 2, ties: 1, built: null }])
    expect(report.owned).toMatchObject([
      {
        party: 'host',
        supplier: true,
        parents: ['local:wader'],
        owners: [{ name: 'Wader Inc.', share: { low: 100, high: 100 }, parent: true }],
      },
      { party: 'local:wader', supplier: false, incorporated: 'US-NV', owners: [] },
    ])
  })

  test('may be several, and the call may add some', async () => {
    const folder = folderOf(['o.csv'], { 'o.csv': OWNERS, 'other/p.csv': PARTIES })
    const added = path.join(folder, 'other')
    const report = await chainOf(folder, [added])
    expect(report.registries).toHaveLength(2)
    const found = report.owned?.map(({ party }) => party)
    expect(found).toEqual(['host', 'local:wader'])
  })

  test('leaves out a file that nothing can be read of, and says so', async () => {
    const sound = { 'owners/o.csv': OWNERS, 'owners/p.csv': PARTIES }
    for (const [broken, code] of [
      [{ 'owners/a.csv': 'owner,asset,share\nduin\n' }, 'records/csv-columns'],
      [{ 'owners/a.json.gz': '\x1f\x8b\x08\x00' }, 'lists/gzip'],
    ] as const) {
      const dossier = folderOf('owners/', { ...sound, ...broken })
      const found = await assessFolder({ dossier, today: TODAY, scenarios: ['today'] })
      expect(found.ok).toBe(true)
      const told = found.diagnostics.filter((one) => one.code === code)
      expect(told.map(({ severity }) => severity)).toEqual(['warning'])
    }
  })

  test('of which nothing can be read ends the call', async () => {
    const dossier = folderOf('owners/', { 'owners/a.csv': 'owner,asset,share\nduin\n' })
    const found = await assessFolder({ dossier, today: TODAY, scenarios: ['today'] })
    expect(found.ok).toBe(false)
    expect(found.diagnostics.map(({ code }) => code)).toContain('records/csv-columns')
  })

  test('that is not there ends the call', async () => {
    const missing = await checkFolder({
      dossier: folderOf('no-such/'),
      regimes: [],
      today: TODAY,
    })
    expect(missing.diagnostics.map(({ code }) => code)).toEqual(['call/no-such-path'])
    expect(missing.ok).toBe(false)
  })

  test('is not missed where none is named', async () => {
    const report = await chainOf(folderOf(null))
    expect(report.registries).toBeUndefined()
    expect(report.diagnostics.map(({ code }) => code)).not.toContain('ownership/not-in-registry')
  })
})

describe('examples/tribunal', () => {
  test('finds every real company in its registry, without a contradiction', async () => {
    const checked = await checkFolder({ dossier: TRIBUNAL, regimes: [], today: TODAY })
    expect(checked.diagnostics).toEqual([])
  })

  test('has a source for every link, and owners by hand for no real company', async () => {
    const report = await chainOf(TRIBUNAL)
    const byHand = report.owned?.filter((one) => one.owners.some(({ registry }) => !registry))
    // Invented companies, whose owners stand in the dossier.
    expect(byHand?.map(({ party }) => party).sort()).toEqual([
      'aegis',
      'aurefold',
      'backup-maker',
      'hall',
      'mobile-money-co',
    ])
    const links = report.owned?.flatMap(({ owners }) => owners) ?? []
    const registered = links.filter(({ registry }) => registry !== null)
    expect(registered.length).toBeGreaterThan(40)
    for (const { source } of registered) expect(source).toMatch(/\w{3}/)
    expect(registered.filter(({ certainty }) => certainty === 'unverified').length).toBeGreaterThan(
      2,
    )
  })

  test('proves by the chain that an Irish company is bound', async () => {
    const call = { dossier: TRIBUNAL, today: TODAY, scenarios: ['today'] }
    const explained = await explainInFolder(call, 'microsoft-ireland')
    if (!explained.ok) throw new Error(JSON.stringify(explained.diagnostics))
    const steps = stepsOf(explained.value[0]!.proof)
    expect(steps.map(({ key }) => key)).toContain('proof.subsidiary')
    const root = steps.find(({ key }) => key === 'proof.organised')
    expect(root?.params).toMatchObject({ party: 'Microsoft Corporation', country: 'US-WA' })
    const link = steps.find(({ key }) => key === 'proof.calls-subsidiary')
    expect(link).toMatchObject({
      params: { owner: 'Microsoft Corporation', asOf: '2021-06-30', certainty: 'stated' },
      source: expect.stringContaining('exhibit 21'),
    })
    expect(link?.place?.file).toMatch(/registry\/owners\.csv$/)
  })
})

function stepsOf(proof: Statement): Statement[] {
  return [proof, ...proof.because.flatMap(stepsOf)]
}
