/** The fault trees behind an assessment: any tool that solves them must give its likelihoods. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AssessReport, assessFolder } from '../src/index.ts'
import { solveFaultTreeFile } from '../src/node/fault_tree.ts'
import { writeSecret } from '../src/node/secret_file.ts'

const TRIBUNAL = fileURLToPath(new URL('../../../examples/tribunal', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'open-psa-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the fault trees of examples/tribunal', () => {
  const file = path.join(folder, 'tribunal.xml')
  let report: AssessReport

  beforeAll(async () => {
    const call = { dossier: TRIBUNAL, today: '2026-11-22', exportOpenPsa: file }
    const result = await assessFolder(call)
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
    report = result.value
  })

  /** What the report says, under the names of the file. */
  function told(): Map<string, number> {
    const ends = report.scenarios.flatMap(({ id, functions }) =>
      functions.flatMap((item) => [
        [`lower_${id}_${item.id}`, item.probability[0]] as const,
        [`upper_${id}_${item.id}`, item.probability[1]] as const,
      ]),
    )
    return new Map(ends)
  }

  test('give its likelihoods when we solve them', () => {
    const solved = solveFaultTreeFile({ file, only: 'probability' })
    if (!solved.ok) throw new Error(JSON.stringify(solved.diagnostics))
    expect(solved.diagnostics).toEqual([])
    const found = new Map(solved.value.top.map((top) => [top.gate, top.probability!]))
    expect([...found.keys()].sort()).toEqual([...told().keys()].sort())
    for (const [name, value] of told()) expect(found.get(name), name).toBeCloseTo(value, 8)
  })

  test('name things in the words of the dossier', () => {
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/<define-gate name="lower_today_hearings">\s*<label>Hold hearings \(/)
    expect(text).toMatch(/_withdraw_account-main">\s*<label>Noordkade Bank N\.V\.: Euro account/)
  })

  const scram = spawnSync('scram', ['--version']).status === 0
  if (!scram) console.log('packages/holdfast: no scram here, its figures are not compared')

  test.skipIf(!scram)('give its likelihoods when scram solves them', () => {
    const words = ['--bdd', '--probability', 'true', file]
    const { stdout, status } = spawnSync('scram', words, { encoding: 'utf8', maxBuffer: 1 << 28 })
    expect(status).toBe(0)
    const answers = stdout.matchAll(/<sum-of-products name="([^"]+)"[^>]*? probability="([^"]+)"/g)
    const found = new Map([...answers].map(([, name, value]) => [name!, Number(value)]))
    expect(found.size).toBe(told().size)
    // It prints six places.
    for (const [name, value] of told()) {
      expect(Math.abs(found.get(name)! - value), name).toBeLessThanOrEqual(1e-5 * value)
    }
  })
})

describe('a file for its owner alone', () => {
  const place = (name: string) => path.join(folder, name)
  const codeOf = async (file: string) => {
    const written = await writeSecret(file, 'new')
    return written.ok ? null : written.diagnostics[0]?.code
  }

  test('is readable by nobody else, also where it replaces one that was', async () => {
    writeFileSync(place('old.xml'), 'old and longer than the new one')
    chmodSync(place('old.xml'), 0o644)
    for (const name of ['new.xml', 'old.xml']) {
      expect(await codeOf(place(name))).toBeNull()
      expect(readFileSync(place(name), 'utf8')).toBe('new')
      expect(statSync(place(name)).mode & 0o777).toBe(0o600)
    }
  })

  test('is no link, folder or device', async () => {
    writeFileSync(place('target'), 'kept')
    symlinkSync(place('target'), place('link'))
    symlinkSync(place('nowhere'), place('dangling'))
    mkdirSync(place('inner'))
    for (const file of [place('link'), place('dangling'), place('inner'), '/dev/null']) {
      expect(await codeOf(file), file).toBe('call/not-a-plain-file')
    }
    expect(readFileSync(place('target'), 'utf8')).toBe('kept')
  })

  test('is told where it cannot be, and leaves nothing behind', async () => {
    for (const file of [place('no/such/folder/x.xml'), place('target/x.xml')]) {
      expect(await codeOf(file), file).toBe('call/cannot-write')
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('.holdfast'))).toEqual([])
  })

  test('is not written when there is no answer', async () => {
    const file = place('none.xml')
    const call = { dossier: TRIBUNAL, today: '2026-11-22', exportOpenPsa: file }
    expect((await assessFolder({ ...call, since: place('missing') })).ok).toBe(false)
    expect((await assessFolder({ ...call, scenarios: ['no-such'] })).ok).toBe(false)
    expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined()
  })
})
