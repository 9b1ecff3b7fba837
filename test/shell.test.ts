/**
 * What people type and what they see: each file of test/shell is a transcript. A line that begins
 * with `$` is run, the lines up to the next one are its answer. All lines of one file run in one
 * folder, which holds `examples`. `npx vitest run test/shell.test.ts -u` writes the answers anew.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerOf } from '../tools/answers.mjs'
import { unfit } from '../tools/gallery.mjs'

const ROOT = path.resolve(import.meta.dirname, '..')
const TRANSCRIPTS = path.join(import.meta.dirname, 'shell')

describe('transcripts of the shell', () => {
  test.for(readdirSync(TRANSCRIPTS).sort())('%s', async (name) => {
    const file = path.join(TRANSCRIPTS, name)
    const lines = readFileSync(file, 'utf8').match(/^\$ .*$/gm) ?? []
    const folder = mkdtempSync(path.join(tmpdir(), 'shell-'))
    let transcript = ''
    try {
      symlinkSync(path.join(ROOT, 'examples'), path.join(folder, 'examples'))
      for (const line of lines) {
        const answer = await answerOf(line.slice(2), folder)
        expect(unfit(answer), 'nothing of the inside shows').toBeNull()
        transcript += `${line}\n${answer}\n`
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    await expect(`${transcript.trimEnd()}\n`).toMatchFileSnapshot(file)
  })
})
