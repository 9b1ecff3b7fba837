import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Decision } from '@holdfast/screening'
import { afterAll, expect, test } from 'vitest'
import { keepDecision, readDecisions } from '../src/node/decisions.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-decisions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const FIRST: Decision = {
  subject: 'someone',
  name: 'Someone Invented',
  list: 'ofac-sdn',
  entry: '900001',
  digest: 'd',
  outcome: 'cleared',
  by: 'counsel',
  on: '2026-06-01',
  why: 'another person',
}
const SECOND: Decision = { ...FIRST, entry: '900002' }

test('a decision after a line that an editor left open is a line of its own', async () => {
  const file = path.join(folder, 'decisions.jsonl')
  writeFileSync(file, JSON.stringify(FIRST))
  expect((await keepDecision(file, SECOND)).ok).toBe(true)
  expect(await readDecisions(file)).toMatchObject({ ok: true, value: [FIRST, SECOND] })
  expect((await keepDecision(file, FIRST)).ok).toBe(true)
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4)
})

test('a decision is not added to a file that is damaged', async () => {
  const file = path.join(folder, 'damaged.jsonl')
  writeFileSync(file, '{}\n')
  const kept = await keepDecision(file, FIRST)
  expect(kept.diagnostics).toMatchObject([{ code: 'screen/decisions-damaged' }])
  expect(readFileSync(file, 'utf8')).toBe('{}\n')
})
