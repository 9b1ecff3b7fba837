/** What docs/plan.md and the README say of plans: their dossiers are planned, word by word. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { answerOf } from '../tools/answers.mjs'

const ROOT = path.resolve(import.meta.dirname, '..')
const PAGE = readFileSync(path.join(ROOT, 'docs/plan.md'), 'utf8')
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8')
const CALL = 'holdfast plan mine'

/** The text of the first block of a language on a page whose first line begins so. */
function block(page: string, language: string, start: string): string {
  const blocks = page.matchAll(/^```(\w+)\n(.*?)^```$/gms)
  const found = [...blocks].find(([, is, text]) => is === language && text!.startsWith(start))
  return found![2]!
}

async function answersTo(calls: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plan-document-'))
  try {
    mkdirSync(path.join(folder, 'mine'))
    writeFileSync(path.join(folder, 'mine/dossier.yaml'), block(PAGE, 'yaml', 'institution:'))
    const answers: string[] = []
    for (const call of calls) answers.push(await answerOf(call, folder))
    return answers
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** That the answer has every part shown, in its order; `[…]` stands for lines left out. */
function expectShown(answer: string, page: string, call: string): void {
  const shown = block(page, 'console', `$ ${call}\n`).split('\n').slice(1).join('\n')
  let at = 0
  for (const part of shown.split('[…]\n')) {
    const found = answer.indexOf(part, at)
    expect(found, part).toBeGreaterThanOrEqual(at)
    at = found + part.length
  }
  expect(answer).toMatch(/exit 0\n$/)
}

test('the dossier from nothing gives the plan that stands below it', async () => {
  const [answer] = await answersTo([CALL])
  expectShown(answer!, PAGE, CALL)
}, 60_000)

test('the plan of the tribunal is the one in the README', async () => {
  const call = 'holdfast plan examples/tribunal'
  expectShown(await answerOf(call, ROOT), README, call)
}, 120_000)

test('the first numbers are those that were worked out by hand', async () => {
  const [answer] = await answersTo([`${CALL} --json`])
  const report = JSON.parse(answer!.replace(/exit 0\n$/, ''))
  const hearing = report.functions.find(({ id }: { id: string }) => id === 'hear-witnesses')
  expect(hearing.before).toBeCloseTo(10 * (182.5 - 3), -1)
  expect(hearing.after).toBeCloseTo((10 * 72 ** 2) / 2 / 365, 0)
}, 60_000)
