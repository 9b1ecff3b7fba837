import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/node/list_store.ts'

/**
 * A process of its own that keeps one made version after the other, from the built package: what is
 * killed must be a real process. It says each day that it has kept.
 */
const KEEPER = `
import { openStore } from ${JSON.stringify(
  new URL('../dist/node/list_store.js', import.meta.url).href,
)}
const [folder, first, count] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])]
const store = openStore(folder)
for (let day = first; day < first + count; day += 1) {
  const published = new Date(day * 86400000).toISOString().slice(0, 10)
  const entries = Array.from({ length: 400 }, (_, at) => ({
    id: String(at), kind: 'person', programmes: ['MADE'], addresses: [],
    names: [{ text: 'MADE, ' + at, kind: 'primary', quality: 'strong' }],
    remarks: at % 50 === day % 50 ? 'day ' + day : '',
  }))
  const list = { id: 'made', published, provenance: 'official', whole: 'proven', entries }
  const sha256 = String(day).padStart(64, '0')
  const origin = { retrieved: published + 'T00:00:00Z', source: 'made', sha256, size: 1 }
  const kept = await store.keep(list, origin)
  if (!kept.ok) { console.error(JSON.stringify(kept.diagnostics)); process.exit(1) }
  console.log(published)
}
`

let work = ''
let keeper = ''
beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), 'holdfast-crash-'))
  keeper = path.join(work, 'keeper.mjs')
  writeFileSync(keeper, KEEPER)
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

function start(folder: string, first: number, count: number) {
  const child = spawn(process.execPath, [keeper, folder, String(first), String(count)])
  let out = ''
  child.stdout.on('data', (part) => {
    out += String(part)
  })
  return { child, told: () => out.split('\n').filter(Boolean), ended: ended(child) }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('close', (code) => resolve(code)))
}

/** Every version is there as it was kept, and nothing of what was not finished. */
async function checkStore(folder: string): Promise<string[]> {
  const store = openStore(folder)
  const versions = await store.versions('made')
  expect(versions.diagnostics).toEqual([])
  if (!versions.ok) throw new Error('not read')
  for (const version of versions.value) {
    const read = await store.read(version)
    expect(read.diagnostics).toEqual([])
    expect(read.ok && read.value.entries.length).toBe(400)
  }
  return versions.value.map((version) => version.published ?? '')
}

describe('a process that keeps lists', () => {
  it('killed at any moment leaves all that it had said, and the next one goes on', async () => {
    const folder = path.join(work, 'killed')
    const random = [0, 3, 7, 12, 20, 33, 47, 61, 80, 110, 5, 15]
    const said = new Set<string>()
    let first = 19_000
    for (const delay_ms of random) {
      const run = start(folder, first, 200)
      while (run.told().length === 0) await pause(2)
      await pause(delay_ms)
      run.child.kill('SIGKILL')
      await run.ended
      for (const day of run.told()) said.add(day)
      const days = await checkStore(folder)
      // One more may be whole that the process had no time to tell.
      expect(days).toEqual(expect.arrayContaining([...said]))
      for (const day of days) said.add(day)
      first += run.told().length + 1
    }
    const last = start(folder, 30_000, 1)
    expect(await last.ended).toBe(0)
    const inside = path.join(folder, 'made')
    const names = [...readdirSync(inside), ...readdirSync(path.join(inside, 'versions'))]
    expect(names.filter((name) => name.startsWith('.new-') || name.startsWith('lock'))).toEqual([])
  })

  it('two at once wait for each other: nothing is lost', async () => {
    const folder = path.join(work, 'two')
    const runs = [start(folder, 20_000, 15), start(folder, 21_000, 15)]
    expect(await Promise.all(runs.map((run) => run.ended))).toEqual([0, 0])
    expect((await checkStore(folder)).length).toBe(30)
  })
})
